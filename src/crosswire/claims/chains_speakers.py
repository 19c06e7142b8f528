"""Who the speaker of one attribution is, and the outlet's own voice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from crosswire.claims.attribution.find import Found
from crosswire.claims.coref import is_empty
from crosswire.claims.parse import Passage
from crosswire.claims.speakers.resolve import Roster, resolve_speaker
from crosswire.model import Report, Span, Speaker

UNNAMED_OUTLET = "unnamed outlet"
UNNAMED_SPEAKER = "unnamed speaker"
EARLIER_THAN = frozenset({"after", "following", "amid", "since", "because"})
SPOKEN = frozenset({"say", "tell", "add"})
SHOWN = frozenset(
    {"put", "add", "confirm", "praise", "charge", "show"}
)  # what papers are made to do: "the data put it there"
FIRST = frozenset({"i", "we", "us", "me", "my", "our"})
FORMER = frozenset({"former", "ex", "late", "veteran", "ailing", "jailed", "exiled", "ousted"})
OPENING = 6  # words in which a headline tells what somebody is
NOBODY = frozenset({"you", "your", "everything", "nothing", "something", "anything", "there", "what"})


def outlet_voice(report: Report) -> tuple[Speaker, ...]:
    """The outlet, and behind it the agency whose text it credits."""
    name = report.outlet or UNNAMED_OUTLET
    outlet = Speaker(name, name, "outlet")
    if report.credit and report.credit != report.outlet:
        return (outlet, Speaker(report.credit, report.credit, "agency"))
    return (outlet,)


def speaker_of(item: Found, report: Report, passages: Sequence[Passage], roster: Roster) -> Speaker | None:
    """Who it is, standing where the attribution has its source. Who speaks already needs no second name: "we" in
    somebody's words; nor does "everything shows that ..." there."""
    if item.source is None or item.source_token is None:
        return None
    number, head = item.source_token
    token = passages[number].doc[head]
    first = token.lower_ in FIRST and token.text != "US"
    tokens = token_range(item.source, passages[number])
    if not any(letter.isalpha() for letter in item.source.exact):
        return None  # "the airline DAL, +3.09% said"
    # a name may hold a word that looks like a verb: "Black Lives Matter said"
    named = bool(tokens) and any(t.pos_ == "PROPN" for t in passages[number].doc[slice(*(tokens or ()))])
    if first or token.lower_ in NOBODY or (token.pos_ in ("AUX", "VERB", "PUNCT", "ADP") and not named):
        told = first and not _opens_with_mark(passages[number])
        someone = outlet_voice(report)[-1] if told else Speaker("", UNNAMED_SPEAKER, "unnamed")
        return None if item.parent is not None else replace(someone, name=item.source.exact, span=item.source)
    if token.lower_ == "it" and is_empty(token):
        return None
    speaker = _by_surname(item, passages[number], roster) or (
        resolve_speaker(roster, number, *tokens) if tokens else None
    )
    if speaker is None or (item.parent is not None and _is_thing(speaker, token, roster)):
        return None
    return replace(speaker, span=item.source)


def _opens_with_mark(passage: Passage) -> bool:
    """Whether a paragraph begins with a quotation mark, single ones too: its "I" is not the outlet."""
    return any(word.text in ("'", '"', "`", "``", "''", "\u2018", "\u201c") for word in passage.doc[:1])


def _by_surname(item: Found, passage: Passage, roster: Roster) -> Speaker | None:
    """Who speaks by a verb that a headline's capitals make part of the name: "Lopez Call for repeal" is Lopez, the one
    of whom the text has more."""
    if item.source is None or item.cue is None or item.source_token is None:
        return None
    number, head = item.source_token
    named, cue = roster.at(number, head), token_range(item.cue, passage)
    if passage.kind not in ("title", "heading") or named is None or cue is None:
        return None
    if not named.start <= head < cue[0] < named.end:
        return None
    name = roster.sheets[number].slice(named.start, cue[0])
    bearers = {e.name: e for e in roster.entities if e.type == "person" and (e.name == name or _ends(e.name, name))}
    bearer = next(iter(bearers.values())) if len(bearers) == 1 else None
    if bearer is None:
        return Speaker(item.source.exact, name, roster.entities[named.entity].kind, span=item.source)
    return Speaker(item.source.exact, bearer.name, "person", bearer.role, item.source, bearer.country)


def _ends(full: str, name: str) -> bool:
    return full.endswith(f" {name}")


def _is_thing(speaker: Speaker, token: Token, roster: Roster) -> bool:
    """Whether it is a thing that can say nothing ("a royal order dismissing him"): inside somebody's words these are
    that speaker's."""
    words = roster.names.words
    known = words.people | words.spokes | words.bodies | words.titles | words.utterances | words.works
    return speaker.kind == "unnamed" and token.pos_ == "NOUN" and known.isdisjoint({token.lower_, token.lemma_.lower()})


def is_mute(item: Found, speaker: Speaker | None, passages: Sequence[Passage], roster: Roster) -> bool:
    """Whether a thing or a document without a name is made to speak, or who is only shown, on whom no fact can rest."""
    if speaker is None or item.source_token is None or speaker.members:
        return False
    if item.lemma == "show" and item.cue is not None and item.source is not None and item.cue.end <= item.source.start:
        return True  # "the photo shows Ana Paz": who is shown tells nothing
    number, head = item.source_token
    token = passages[number].doc[head]
    nameless = speaker.kind == "document" and speaker.canonical.startswith("unnamed ")
    if nameless and item.lemma == "show" and token.lower_ in roster.names.words.utterances:
        return True  # "messages that showed them at odds" tell nothing: who tells of them does
    if item.lemma in SPOKEN and item.clause:
        return False  # "his associates said" it, whatever word it is for people
    nameless = nameless and (not item.clause or item.lemma in SHOWN - {"show"})
    return nameless or _is_thing(speaker, passages[number].doc[head], roster)


def is_slug(item: Found, passages: Sequence[Passage], roster: Roster) -> bool:
    """Whether what stands before a headline's colon is its subject and nobody who tells: a town, an event ("Seoul
    Halloween: Crowd crush kills 151"), the one of whom the rest tells ("Park Geun-hye: Former president jailed"), a
    country with a mere noun or somebody who tells behind it ("Gambia: presidential election", "Gambia: freed hostages
    tell of hunger"). A government's seat ("Seoul: ...") tells, and
    so does who is quoted there."""
    if item.lemma != ":" or item.mode == "quoted" or item.source is None or item.source_token is None:
        return False
    number, head = item.source_token
    token, words = _governs(item.source, passages[number]) or passages[number].doc[head], roster.names.words
    named = roster.at(number, token.i)
    if named is None:
        known = words.people | words.spokes | words.bodies | words.titles | words.works | words.utterances
        return known.isdisjoint({token.lower_, token.lemma_.lower()})
    entity, tokens = roster.entities[named.entity], token_range(item.content[0], passages[number])
    told = [t for t in passages[number].doc[slice(*tokens)] if not t.is_space] if tokens else []
    if entity.type == "person":
        return _opens_with_role(told, entity.role)
    return entity.type == "country" and (_is_label(told) or _has_teller(told, words.speech))


def _opens_with_role(told: Sequence[Token], role: str | None) -> bool:
    """Whether words begin with what somebody is and go on with what became of them: "Former South Korean president
    sentenced to 24 years", "Ex-minister dies". What one says of the president has a name or an article there."""
    words = {word.lower() for word in (role or "").replace("-", " ").split()}
    head = next((i for i, t in enumerate(told[:OPENING]) if t.lower_ in words and t.lower_ not in FORMER), None)
    if head is None or head + 1 >= len(told) or told[0].pos_ in ("DET", "PRON"):
        return False
    before, after = told[:head], told[head + 1]
    former = any(t.lower_.strip("-") in FORMER for t in before)
    plain = all(t.pos_ in ("ADJ", "NOUN", "PROPN", "PUNCT", "ADP") for t in before)
    fate = after.pos_ == "VERB" or after.tag_ in ("VBN", "VBD", "VBZ")
    return plain and (fate or (former and after.pos_ != "PROPN"))


def _has_teller(told: Sequence[Token], speech: Collection[str]) -> bool:
    """Whether words have a speaker of their own: a noun right before a verb of saying."""
    return any(
        one.pos_ == "NOUN" and verb.tag_ in ("VBP", "VBZ", "VBD") and verb.lemma_.lower() in speech
        for one, verb in pairwise(told)
    )


def _is_label(told: Sequence[Token]) -> bool:
    """Whether words only name a thing, saying nothing of it: "presidential election", "Main points of the budget"."""
    plain = ("ADJ", "NOUN", "PROPN", "ADP", "DET", "NUM", "PUNCT", "CCONJ", "PART")
    return (
        bool(told)
        and all(t.pos_ in plain and t.lower_ not in ("no", "not", "never") for t in told)
        and any(t.pos_ == "NOUN" and t.dep_ in ("ROOT", "appos") for t in told)
    )


def _governs(source: Span, passage: Passage) -> Token | None:
    """The common noun that the rest of a phrase hangs on: the quake of "Strong quake of 7.2 magnitude jolts Haiti"."""
    tokens = token_range(source, passage)
    words = passage.doc[slice(*tokens)] if tokens else ()
    outward = (t for t in words if tokens and not tokens[0] <= t.head.i < tokens[1] and t.pos_ == "NOUN")
    return next((t for t in outward if any(child.dep_ == "prep" for child in t.rights)), None)


def what_came_before(item: Found, passage: Passage) -> Token | None:
    """Where what came before a deed of words begins: "declared a state of emergency after a quake killed 30". It hangs
    on the cue's own verb, beside its object; in "said that 30 died after a quake" it is among what is said."""
    tokens = token_range(item.cue, passage) if item.cue is not None else None
    verb = next((t for t in passage.doc[slice(*tokens)] if t.pos_ == "VERB"), None) if tokens else None
    if verb is None or "dobj" not in (kinds := {c.dep_ for c in verb.rights}) or "ccomp" in kinds:
        return None
    asides = (c for c in verb.rights if c.dep_ in ("advcl", "prep"))
    openings = (a if a.dep_ == "prep" else next((c for c in a.lefts if c.dep_ == "mark"), None) for a in asides)
    return next((t for t in openings if t is not None and t.lower_ in EARLIER_THAN), None)


def token_range(span: Span, passage: Passage) -> tuple[int, int] | None:
    tokens = passage.doc.char_span(span.start - passage.offset, span.end - passage.offset, alignment_mode="expand")
    return (tokens.start, tokens.end) if tokens is not None else None
