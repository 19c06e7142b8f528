"""Which act an attribution is: the one whose word is its cue, or that its few words name; none where nobody did it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.attribution.owners import GOING_ON
from crosswire.claims.chains import Said
from crosswire.claims.chains_speakers import FIRST, SHOWN
from crosswire.claims.voices import SHORT_ACT, Writer
from crosswire.model import Span

PLAIN_ACTS = ("say", "comment", "announce")  # any other act beside one of these says more
COMING = frozenset({"will", "'ll", "\u2019ll", "shall"})
UNREAL = COMING | {"would", "can", "could", "may", "might", "should", "must"}
SUPPOSED = frozenset({"if", "unless"})
SELF = frozenset({"i", "we"})
QUESTION = re.compile(r"(?:whether|if|why|how|who|whom|whose|what|which|when|where)\b", re.IGNORECASE)
ASKING, DOUBTING = frozenset({"ask", "inquire", "wonder", "query"}), "question"  # who questions a tale doubts it
ASK, SAY, ACCUSE, DOUBT = "ask", "say", "accuse", "concern"
CALLING = frozenset({"urge", "demand"})  # somebody to do something
OWN = frozenset({"poss", "nsubj", "amod", "compound", "agent"})
OWNING = frozenset({"by", "from", "of", "in", "among", "within", "inside"})
BRINGING = frozenset({"with", "in"})  # "won the state with promises to", "joined in calls for"
ADMITTING = frozenset({"admit", "confess", "addition"})


def act_name(writer: Writer, said: Said) -> str | None:
    """The act that stands in the cue, or that a short content names ("strong protests"); None for mere thought, for a
    thing that is made to speak, and for what somebody else does, or nobody yet."""
    found = said.found
    cue, words = found.cue, () if found.cue is None else words_of(writer, found.cue)
    verb = next((t for t in reversed(words) if t.pos_ == "VERB"), None)
    others = cue is not None and verb is None and (found.source is None or _is_anothers(writer, said, words))
    others = others or _is_nobodys(writer, said)
    if others or (not found.negated and _is_unreal(verb, cue, found.speech)):
        return None
    if found.clause and found.lemma in (*ASKING, DOUBTING) and QUESTION.match(found.content[0].exact):
        asks = found.lemma in ASKING
        return None if asks and not _is_own_question(said, verb) else ASK if asks else DOUBT
    return None if said.mute and found.lemma in SHOWN else _worded(writer, said, verb)


def _worded(writer: Writer, said: Said, verb: Token | None) -> str | None:
    """The act that the words name: any one before mere saying, which says something only with words of its own."""
    found = said.found
    acts = list(_acts(writer, said, verb))
    special = next((act for act in acts if act not in PLAIN_ACTS), None)
    if special is not None:
        return _fitting(writer, said, special)
    if not found.speech and found.mode != "quoted":
        return None
    act = next(iter(acts), writer.acts.get(found.lemma, SAY))
    named_only = not found.clause and found.mode != "quoted"
    return None if act in PLAIN_ACTS and named_only else act  # "unveiled a strategy" says nothing


def _acts(writer: Writer, said: Said, verb: Token | None) -> Iterator[str]:
    """The acts whose words stand in the cue, or in a short content that the cue's verb brings out."""
    part, cue = said.found.content[0], said.found.cue
    short = not said.found.clause and part.end - part.start <= SHORT_ACT
    for start, act in writer.spoken_near(part, cue):
        in_cue = cue is not None and cue.start <= start < cue.end
        named = short and part.start <= start < part.end
        if in_cue or (named and (verb is None or _is_made(writer, start, verb))):
            yield act


def words_of(writer: Writer, span: Span) -> tuple[Token, ...]:
    """The words of a span."""
    passage = writer.passage_at(span.start)
    start, end = span.start - passage.offset, min(span.end - passage.offset, passage.length)
    return tuple(passage.doc.char_span(start, end, alignment_mode="expand") or ()) if 0 <= start < end else ()


def _is_made(writer: Writer, start: int, verb: Token) -> bool:
    """Whether whoever does what the verb tells does the act that its object names ("lodged strong protests", "repeated
    his demand"); who called the denials absurd or disputed the accusation did not deny or accuse."""
    passage = writer.passage_at(start)
    act = next((t for t in verb.doc if t.idx == start - passage.offset), None)
    own = act is not None and act.head == verb and act.dep_ in ("dobj", "nsubjpass")
    return own and _is_bringing(writer, verb)


def _is_bringing(writer: Writer, verb: Token) -> bool:
    return verb.lemma_.lower() in writer.grammar.light_verbs | GOING_ON


def _is_anothers(writer: Writer, said: Said, words: tuple[Token, ...]) -> bool:
    """Whether a noun's act is told only by the way: in what another one says of a third ("was alarmed by his call for
    troops"), or of who does something else with it ("has not quieted calls for", "acquiesced to the demand for")."""
    noun = next((t for t in reversed(words) if t.pos_ == "NOUN"), None)
    if noun is None or said.found.clause:
        return False
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    bringing = verb.pos_ == "VERB" and _is_bringing(writer, verb)
    if said.found.parent is not None and not bringing:
        return True
    if said.found.source_token is None:
        return False
    source = noun.doc[said.found.source_token[1]]
    own = source.dep_ in OWN or (source.dep_ == "pobj" and source.head.lower_ in OWNING)
    if noun.is_ancestor(source) and own:
        return False
    brought = noun.dep_ == "pobj" and noun.head.lower_ in BRINGING
    return noun.dep_ in ("dobj", "pobj") and verb.pos_ == "VERB" and not brought and not bringing


def _is_nobodys(writer: Writer, said: Said) -> bool:
    """Whether who does it is no speaker of ours, so that it would pass for the act of whoever tells of it: "several
    followers have accused him, according to the paper"; "we" in somebody's words is that one."""
    found = said.found
    if found.parent is None or found.source is None or found.source_token is None:
        return False
    number, token = found.source_token
    first = writer.passages[number].doc[token].lower_ in FIRST
    return not first and said.speakers[-1].span != found.source


def _fitting(writer: Writer, said: Said, act: str) -> str | None:
    """The act, where its object is one that it can have: who "called on Ms. Gil" for nothing asked nothing of her, and
    who blamed a roof fall gave a cause."""
    if said.found.clause or said.found.mode == "quoted":
        return act
    words = words_of(writer, said.found.content[0])
    outward = [t for t in words if t.head not in words or t.head == t]
    if not outward:
        return act
    head = outward[0]
    somebody = head.ent_type_ == "PERSON" or head.tag_ == "PRP"
    clause = {k for t in head.rights if t.dep_ == "relcl" for k in t.subtree}
    rest = [t for t in words if t not in clause]
    more = len([t for t in outward if t in rest]) > 1 or any(t.pos_ == "VERB" or t.dep_ == "prep" for t in rest)
    if act in CALLING and somebody and not more:
        return None
    if act == ACCUSE and said.found.lemma == "blame" and not _may_be_blamed(writer, head):
        return SAY
    return act


def _may_be_blamed(writer: Writer, head: Token) -> bool:
    known = writer.roster.names.words
    people = known.people | known.somebody | known.bodies | known.groups | known.titles
    named = head.pos_ in ("PROPN", "PRON") or head.ent_type_ in ("PERSON", "ORG", "NORP", "GPE")
    return named or not people.isdisjoint((head.lower_, head.lemma_.lower()))


def _is_own_question(said: Said, verb: Token | None) -> bool:
    """Whether somebody known asks: not the outlet, not whoever was asked, and no question told in another's words."""
    helps = {c.dep_ for c in verb.lefts} if verb is not None else set()
    had = verb is not None and any(c.lemma_ == "have" for c in verb.lefts)
    asked = verb is not None and not had and (verb.tag_ == "VBN" or (verb.dep_ == "advcl" and "nsubj" not in helps))
    return not asked and said.found.parent is None and said.speakers[-1].kind != "outlet"


def _is_unreal(verb: Token | None, cue: Span | None, spoken: bool) -> bool:
    """Whether an act is still to come, only possible or called for: "can confirm", "will advise", "should do the
    decent thing and condemn it", "is proud to take responsibility", "may be siding with them in demanding", "if she
    had demanded"; who says "we can confirm it" does so, who says "we will ask" does not."""
    if verb is None or cue is None:
        return False
    while verb.dep_ == "conj" and verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.lefts):
        verb = verb.head
    helps = _helps(verb)
    if any(c.dep_ == "nsubj" and c.lower_ in SELF for c in verb.lefts):
        return not COMING.isdisjoint(helps)
    ahead = cue.exact.lower().startswith("to ") or "to" in helps
    return not UNREAL.isdisjoint(helps | _helps(_governing(verb))) or (ahead and not spoken) or _is_supposed(verb)


def _helps(verb: Token) -> set[str]:
    """The auxiliaries of a verb; "was going to call" will call."""
    helps = {c.lower_ for c in verb.lefts if c.dep_ == "aux"}
    return helps | {"will"} if "to" in helps and verb.head.lower_ == "going" else helps


def _governing(verb: Token) -> Token:
    """The verb whose time and chance a participle behind its preposition shares: "may side with them in demanding"."""
    preposition = verb.head
    return preposition.head if verb.dep_ == "pcomp" and preposition.head.pos_ in ("VERB", "AUX") else verb


def _is_supposed(verb: Token) -> bool:
    """Whether a condition or an intention only thinks of it: "if she had demanded it", "is committed to demanding"."""
    to = verb.head
    meant = verb.dep_ == "pcomp" and to.lower_ == "to" and to.head.lemma_.lower() not in ADMITTING
    return meant or any(c.dep_ == "mark" and c.lower_ in SUPPOSED for c in verb.lefts)
