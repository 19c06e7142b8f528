"""Events that no frame knows: what a report's title and lead tell as come about, and what it tells below of the same
or of who and what it is about.

A verb is taken that no frame takes, told in the past or the perfect (in a title in the present), neither denied nor
only possible, that is no saying, thinking or being, and of which the sentence names who did it or what it was done to.
Below the lead one of them has a name, or is called by a word of the title or lead. Decisions 0043 and 0049 argue it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from spacy.strings import get_string_id
from spacy.tokens import Token

from crosswire.claims.answers import answers_at
from crosswire.claims.answers.asked import deed_asked
from crosswire.claims.answers.fit import Answer, Context
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.events import event_clauses
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.grammar.said import addressed, clause_said
from crosswire.claims.infinitives import is_infinitive
from crosswire.claims.mentions import Hit
from crosswire.claims.mentions_fit import lemmas, meant
from crosswire.claims.parse import Passage
from crosswire.claims.stance.judge import Judgement
from crosswire.claims.tokens import children, sentence_end, sentence_start
from crosswire.claims.told import Told
from crosswire.claims.told_forms import is_told, was_done, words
from crosswire.claims.worded import is_worded
from crosswire.compare import acts_like
from crosswire.model import Frame, Party, Text

OPEN = "open"  # the frame of what no frame knows
LEAD = 4  # sentences of a report's text that are its lead, captions and summaries before it counted in
SENTENCE = 6  # tokens: a shorter one is a place, a date, a byline
CLAUSES = ("ROOT", "conj", "ccomp", "advcl", "relcl", "pcomp", "xcomp")
NOUNS = ("NOUN", "PROPN")
PEOPLE = frozenset({"he", "she", "they", "him", "her", "them"})
FORMS = frozenset(get_string_id(tag) for tag in ("VBD", "VBN", "VBG"))
AWAY = ("out", "off")
BROKEN = 14  # tokens of a clause that is its event's title
DONE_TO = frozenset({"whom", "what", "to_do"})
LESS = {"cause": "who", "what": "whom"}  # words for who or what a party is are no second answer
Judging = Callable[[int, Token], Judgement]


@dataclass(frozen=True, slots=True)
class Around:
    """What the search needs beside the parse: what frames tell and which words they took, the verbs that give words
    to somebody (where they stand), the grammar's lists, and how a clause is told."""

    hits: Sequence[Hit]
    told: Sequence[Told]
    cues: Set[tuple[int, int]]
    grammar: Grammar
    judge: Judging


def find_open(passages: Sequence[Passage], frame: Frame, around: Around) -> list[Hit]:
    """The triggers of the open kind in the order of the text."""
    taken = _taken(around)
    leads = list(_leads(passages))
    found = [
        hit
        for number, first in leads
        for token in first.doc[first.i : sentence_end(first)]
        if token.pos_ == "VERB" and _tells(token, number, passages, around)
        if (hit := Hit(frame, number, token, worded=is_worded(token, number, around.hits))).worded
        or not _is_taken(token, number, taken)
    ]
    places = {(number, first.i) for number, first in leads}
    seen = {(hit.passage, hit.token.i) for hit in found}
    again = _again(passages, found, around) if found else ()
    for hit in (*again, *_below(passages, frame, _nouns_of(leads), around)):
        inside = (hit.passage, sentence_start(hit.token)) in places or (hit.passage, hit.token.i) in seen
        if not inside and (hit.worded or not _is_taken(hit.token, hit.passage, taken)):
            seen.add((hit.passage, hit.token.i))
            found.append(hit)
    return sorted(found, key=lambda h: (h.passage, h.token.i))


def tell_open(hits: Sequence[Hit], context: Context, below: str = "") -> list[Told]:
    """What the open mentions tell, each by its own clause; `below` is the text under the headline."""
    found = []
    for order, hit in enumerate(hits):
        parts = [t.i for t in (*_parts(hit.token), *(addressed(hit.token) if hit.worded else ()))]
        own = (a for a in answers_at(hit, context) if not a.start <= hit.token.i < a.end)  # no "Ana Roe Slams"
        answers = [a for a in own if not _is_anybody(a, parts) and not (below and _is_misread(a, below))]
        asked = next((a for a in answers if a.attribute == "to_do"), None)
        answers = [a for a in answers if asked is None or a.attribute != "what" or not _is_within(a, asked)]
        known = {a.attribute for a in answers}
        one = Told(hit, order, [a for a in answers if LESS.get(a.attribute) not in known])
        if hit.below and not (known & {"who", "whom"} or any(t.pos_ in NOUNS for t in _parts(hit.token))):
            continue  # "they won": nobody whom the report names
        if hit.worded and "who" not in known and not ("whom" in known and act_of(hit.token) in words("of_somebody")):
            continue  # "an official of a firm called the mayor": words of nobody by name are not known from another's
        light = hit.worded or act_of(hit.token) in words("light") | words("aims")
        if known & (DONE_TO if light else DONE_TO | {"who", "cause"}):
            found.append(one)
    return found


def _is_within(answer: Answer, clause: Answer) -> bool:
    return clause.start <= answer.start and answer.end <= clause.end


def _is_misread(answer: Answer, below: str) -> bool:
    """Whether somebody's last name stands in the text, but never behind that word: of "Reporters Diss Roe" no "Diss
    Roe"."""
    value = answer.value
    if not isinstance(value, Party) or value.kind != "person" or any(n in below for n in (value.name, value.text)):
        return False
    return value.name.split()[-1] in below


def _is_anybody(answer: Answer, parts: Sequence[int]) -> bool:
    """Whether somebody is named by a common noun, or only somebody else whose it is ("Ana Sild's doctor"): words tell
    that better."""
    value = answer.value
    if not isinstance(value, Party):
        return False
    whose = value.kind == "person" and not any(answer.start <= i < answer.end for i in parts)
    return not value.name[:1].isupper() or whose


def act_of(verb: Token) -> str:
    """What is done: the verb's lemma with its particle, one that the parser takes for a preposition too ("walked out
    of")."""
    behind = verb.nbor() if verb.i + 2 < len(verb.doc) else verb
    out = behind.lower_ in AWAY and behind.head.i == verb.i and behind.nbor().lower_ == "of"
    return f"{verb.lemma_.lower()} {behind.lower_}" if out else g.particle(verb)


def deed(verb: Token) -> Text:
    """What is done in the words of its clause, from who does it to whom, and the act that it is: "Apple pulled the
    app", pull; "called for a vote", call."""
    ends = [verb, *((act_of(verb) not in words("says") and g.patients(verb)) or addressed(verb))[:1]]
    doer = g.subject(verb)
    ends += [doer] if doer is not None and doer.pos_ in (*NOUNS, "PRON") and abs(doer.i - verb.i) < BROKEN else []
    near = [t for t in ends if abs(t.i - verb.i) < BROKEN]
    start = min(min(_first(t) for t in near if t.i != verb.i) if len(near) > 1 else verb.i, verb.i)
    end = max(t.i for t in near) + 1
    return Text(verb.doc[start:end].text, act_of(verb))


def _first(noun: Token) -> int:
    """Where a noun's phrase begins, without what only hangs before it."""
    starts = [c.i for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod", "nummod", "poss", "det")]
    return min([noun.i, *starts])


def _leads(passages: Sequence[Passage]) -> Iterator[tuple[int, Token]]:
    """The sentences of a report's title and lead, each by its first token."""
    told = 0
    for number, passage in enumerate(passages):
        if passage.kind == "title":
            yield from ((number, sent[0]) for sent in passage.doc.sents)
        elif passage.kind == "paragraph" and told < LEAD:
            sentences = [s for s in islice(passage.doc.sents, 2 * LEAD) if len(s) >= SENTENCE][: LEAD - told]
            told += len(sentences)
            yield from ((number, sent[0]) for sent in sentences)


def _tells(verb: Token, number: int, passages: Sequence[Passage], around: Around) -> bool:
    """Whether a verb tells of an event that came about, with somebody or something that it names."""
    titled = passages[number].kind == "title"
    told = verb.dep_ in CLAUSES and (is_told(verb, titled) or was_done(verb, titled, around.grammar))
    worded = told and is_worded(verb, number, around.hits) and not _has_event(verb, number, passages, around)
    if not told or (_is_empty(verb) and not worded):
        return False
    offset = passages[number].offset + verb.idx
    if not worded and any(start <= offset < end for start, end in around.cues):
        return False
    if not any(t.pos_ in NOUNS or t.lower_ in PEOPLE for t in _parts(verb)) or _is_of_tales(verb):
        return False
    judgement = around.judge(number, verb.head if is_infinitive(verb) else verb)
    return judgement.modality == "happened" and (worded or judgement.kind == "fact")


def _has_event(verb: Token, number: int, passages: Sequence[Passage], around: Around) -> bool:
    """Whether what words are about is an event itself: "said that the hall was closed" and "condemned the attack" are
    about the closing and the attack, "demanded an election" is not yet about one."""
    events = [h.token for h in around.hits if h.passage == number and not h.frame.speech]
    real = {t.i for t in events if around.judge(number, t).modality == "happened"}
    said = clause_said(verb)
    if said is None:
        return any(t.i in real for t in addressed(verb))
    inside = [t for t in said.subtree if t.pos_ == "VERB" or t.head.i == said.i]
    return any(t.i in real or (t.pos_ == "VERB" and _tells(t, number, passages, around)) for t in inside)


def _is_empty(verb: Token) -> bool:
    lemma, act = verb.lemma_.lower(), act_of(verb)
    if act in words("aims") and deed_asked(verb) is not None:
        return False  # "moved to adjourn the hearing"
    return (lemma if lemma == act else act) in words("no_event")


def _is_of_tales(verb: Token) -> bool:
    """Whether it tells what became of tales: "a video went round the world", "rumours swept the web"."""
    subject = g.subject(verb)
    doer = () if subject is None else lemmas(subject)
    undone = {lemma for t in g.objects(verb) for lemma in lemmas(t)}
    return not words("tales").isdisjoint(doer) or not words("audience").isdisjoint(undone)


def _parts(verb: Token) -> list[Token]:
    """Who does it and whom it is done to."""
    subject = g.subject(verb)
    return [*(g.conjuncts(meant(subject, verb)) if subject is not None else []), *g.objects(verb)]


def _again(passages: Sequence[Passage], told: Sequence[Hit], around: Around) -> Iterator[Hit]:
    """Where the rest of a report tells the same: the act, with a participant of the same name or noun."""
    wanted: dict[str, set[str]] = {}
    for hit in told:
        for act in acts_like(act_of(hit.token)):
            wanted.setdefault(act, set()).update(_names(_parts(hit.token)))
    forms = frozenset(get_string_id(act.split()[0]) for act in wanted)
    for number, passage in enumerate(passages):
        if passage.kind == "title" or not len(passage.doc):
            continue
        for i, lemma in enumerate(passage.doc.to_array("LEMMA").tolist()):
            token = passage.doc[i] if lemma in forms else None
            if token is None or token.pos_ != "VERB" or act_of(token) not in wanted:
                continue
            if wanted[act_of(token)] & _names(_parts(token)) and _tells(token, number, passages, around):
                yield Hit(told[0].frame, number, token, worded=is_worded(token, number, around.hits))


def _below(passages: Sequence[Passage], frame: Frame, called: Set[str], around: Around) -> Iterator[Hit]:
    """What the rest of a report tells of who or what has a name or is called by one of these words."""
    for number, passage in enumerate(passages):
        if passage.kind == "title" or not len(passage.doc):
            continue
        for i, tag in enumerate(passage.doc.to_array("TAG").tolist()):
            token = passage.doc[i] if tag in FORMS else None
            if token is None or token.pos_ != "VERB" or token.dep_ not in CLAUSES:
                continue
            known = any(_is_known(t, called) for t in _parts(token))
            if known and _tells(token, number, passages, around) and not is_worded(token, number, around.hits):
                yield Hit(frame, number, token, below=True)


def _is_known(part: Token, called: Set[str]) -> bool:
    """Whether who does it or whom it befalls has a name, or is called as in the title or lead; "she" may have one."""
    if part.pos_ == "NOUN":
        return not called.isdisjoint(lemmas(part))
    return part.pos_ == "PROPN" or part.lower_ in PEOPLE


def _nouns_of(sentences: Iterable[tuple[int, Token]]) -> set[str]:
    """The nouns of sentences, each given by its first token."""
    return {
        lemma
        for _, first in sentences
        for token in first.doc[first.i : sentence_end(first)]
        if token.pos_ in NOUNS
        for lemma in lemmas(token)
    }


def _names(parts: Iterable[Token]) -> set[str]:
    return {lemma for t in parts if t.pos_ in NOUNS for lemma in lemmas(t)}


def _taken(around: Around) -> set[tuple[int, int]]:
    """Where words stand that frames take: triggers, the verbs that they complete or that show an answer for them."""
    taken: set[tuple[int, int]] = set()
    for hit in around.hits:
        taken.update((hit.passage, t.i) for t in event_clauses(hit.token, around.grammar))
    for one in around.told:
        taken.update((a.passage, a.by.i) for a in one.answers if a.by is not None)
    return taken


def _is_taken(verb: Token, passage: int, taken: Set[tuple[int, int]]) -> bool:
    """Whether a frame takes a verb, or what it is done by or to: "the blast rocked the port", "suffered an attack"."""
    ends = [verb, *_parts(verb), *(c for c in children(verb) if c.dep_ in ("dobj", "nsubj", "nsubjpass"))]
    return any((passage, t.i) in taken for t in ends)
