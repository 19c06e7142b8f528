"""Finding the words that tell of an event: frame triggers in a parsed passage.

A trigger is a verb or noun with the company its frame demands; a definite reference ("the launches") takes up an event
already told of. What is said of the event is found by `answers`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from crosswire.claims.frames_load import Frames
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.links import is_another
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.mentions_fit import NOMINAL, THINGS, VERBAL, fitting_verb, lemmas, noun_fits
from crosswire.claims.mentions_general import taken_up
from crosswire.claims.parse import Passage
from crosswire.claims.tokens import children, sentence_end, sentence_start
from crosswire.model import Frame, Trigger

BROUGHT = frozenset(("lava", "magma", "ash", "floodwater", "flame", "rubble"))  # what an event brings forth
NEAR = 12  # hits: an event "just told of" is among the last ones


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger found: the passage it stands in, its token, whether it only refers back, and whether it is told of
    below a report's lead only, of a kind that no frame knows; `worded`: a deed done in words."""

    frame: Frame
    passage: int
    token: Token
    reference: bool = False
    below: bool = False
    worded: bool = False


@cache
def _hashes(*lists: frozenset[str]) -> frozenset[int]:
    return frozenset(get_string_id(word) for words in lists for word in words)


def _worth_a_look(doc: Doc, frames: Frames, grammar: Grammar) -> list[Token]:
    """The tokens whose lemma, or lower-cased form, is some frame's word: one pass over numbers, not over tokens."""
    if not len(doc):
        return []
    words = _hashes(frames.words, grammar.happening, grammar.occurrences, grammar.assaults, grammar.mishaps)
    table = doc.to_array(["LEMMA", "LOWER"]).tolist()
    return [doc[i] for i, (lemma, lower) in enumerate(table) if lemma in words or lower in words]


def find_hits(passages: Sequence[Passage], frames: Frames, grammar: Grammar, known: Sequence[str] = ()) -> list[Hit]:
    """All triggers and references in the order of the text; of a verb and its own object noun only one is kept.

    `known` are the kinds of the events that whoever reads the text has been told of before: "the crash" is one of them.
    """
    hits: list[Hit] = []
    told: Counter[str] = Counter(known)
    kinds = {frame.name: frame for frame in frames.all}
    for number, passage in enumerate(passages):
        for token in _worth_a_look(passage.doc, frames, grammar):
            own = list(_frames_of(token, frames, grammar))
            if hits and (goes_on := _done_to_it(token, hits[-NEAR:], number, frames)):
                hits.append(Hit(goes_on, number, token, reference=True))
                continue
            referred = _referred(token, frames, grammar, told) or taken_up(token, kinds, grammar, told)
            if referred is not None and not any(frame.name in told for frame in own):
                own = [referred]
            definite = referred is not None or (bool(own) and _is_definite(token, grammar))
            definite = definite and not is_another(token, grammar)
            hits.extend(
                Hit(f, number, token, f.name in told and (definite or _has_known_patient(token, f, grammar)))
                for f in own
            )
            told.update(frame.name for frame in own)
    return _without_echoes(hits, grammar)


def _done_to_it(verb: Token, before: Sequence[Hit], passage: int, frames: Frames) -> Frame | None:
    """The kind of event just told of that "it was hit at 05:40" or "they were fired from the coast" goes on."""
    if verb.pos_ not in VERBAL or not any(noun.lower_ in THINGS for noun in g.patients(verb)):
        return None
    near = {hit.frame.name for hit in before if hit.passage >= passage - 1}
    called = (f for f, t in frames.verbs.get(verb.lemma_.lower(), ()) if t.object and not f.speech)
    return next((frame for frame in called if frame.name in near), None)


def _frames_of(token: Token, frames: Frames, grammar: Grammar) -> Iterator[Frame]:
    fitting: list[tuple[Frame, Trigger]] = []
    # "Disputed territory" tells of no dispute; "the North fired short-range missiles" may be parsed like it
    if token.pos_ in VERBAL and (token.dep_ != "amod" or g.own_subject(token)):
        fitting = fitting_verb(token, frames.verbs.get(token.lemma_.lower(), ()))
    elif token.pos_ in NOMINAL:
        for lemma in lemmas(token):
            candidates = frames.nouns.get(lemma, ())
            fitting += [(f, t) for f, t in candidates if noun_fits(token, lemma, t, grammar)]
    if fitting:
        yield from {f.name: f for f, _ in fitting if f.speech}.values()
        real = [(f, t) for f, t in fitting if not f.speech]
        if real:  # one word tells of one event: the frame that asks most of it
            yield max(real, key=lambda item: (_demands(item[1]), item[0].weight, item[0].name))[0]


def _demands(trigger: Trigger) -> int:
    """How many conditions a trigger sets."""
    sets = (trigger.of, trigger.object, trigger.subject, trigger.under, trigger.with_prep, trigger.with_head)
    return sum(bool(s) for s in sets) + bool(trigger.subject_type) + bool(trigger.object_type) + trigger.with_place


def _is_definite(token: Token, grammar: Grammar) -> bool:
    """A noun with "the", "this", "its": it takes up what was told, unless a date says which one is meant."""
    return token.pos_ in NOMINAL and any(
        c.lower_ in grammar.definite and c.dep_ in ("det", "poss", "amod") for c in children(token)
    )


def _has_known_patient(verb: Token, frame: Frame, grammar: Grammar) -> bool:
    """Whether it is done to something already told of: "The ship was hit at dawn", "they were fired from the coast"."""
    if verb.pos_ not in VERBAL:
        return False
    things = {lemma for trigger in frame.triggers for lemma in trigger.object}
    for patient in g.objects(verb):
        some = any(word == "of" for word, _ in g.prepositions(patient))  # "killed all of the rebels"
        if (patient.pos_ == "PRON" and not some) or (set(lemmas(patient)) & things and _is_definite(patient, grammar)):
            return True
    return _is_about_known(verb, frame, grammar)


def _is_about_known(verb: Token, frame: Frame, grammar: Grammar) -> bool:
    """Whether the verb tells more of what has been told: "The duty will take effect on May 1"."""
    subject = g.subject(verb)
    if subject is not None and subject.lower_ in THINGS and not g.own_objects(verb):
        return True  # "it ran aground on Tuesday"
    if subject is not None and subject.lemma_.lower() in BROUGHT:
        return True  # "Lava destroyed 500 homes": that of the eruption told
    if subject is None or not _is_definite(subject, grammar) or subject.ent_type_ == "ORG":
        return False  # "the Constitutional Court ruled on Friday" tells it in full
    if verb.dep_ == "relcl" and any(c.lower_ in ("last", "only", "first") for c in subject.lefts):
        return False  # "the last flight that crashed was in 2009"
    own = set(lemmas(subject))
    if own & {word for trigger in frame.triggers for word in trigger.subject} and not g.own_objects(verb):
        return True  # "the ferry sank on Monday"
    own &= frame.nouns
    return any(verb.lemma_.lower() in t.verb and own & t.subject for t in frame.triggers)


def _referred(token: Token, frames: Frames, grammar: Grammar, told: Counter[str]) -> Frame | None:
    """The kind of event that "the attack" takes up: of those told so far that are called so, the one told most."""
    if token.pos_ not in NOMINAL:
        return None
    for lemma in lemmas(token):
        found = [frame for frame in frames.references.get(lemma, ()) if frame.name in told]
        if found and _is_definite(token, grammar):
            return max(found, key=lambda frame: told[frame.name])
    return None


def _without_echoes(hits: Sequence[Hit], grammar: Grammar) -> list[Hit]:
    """Of several words for one event in a clause keep the first verb: "fired in a test", "was shot and killed"."""
    nouns = {(h.frame.name, h.passage, h.token.i) for h in hits if h.token.pos_ in NOMINAL}
    hits = [h for h in hits if not _tells_of(h, nouns, grammar)]
    verbs = {(h.frame.name, h.passage, h.token.i) for h in hits if h.token.pos_ in VERBAL}
    hits = [h for h in hits if not (_hangs_on(h, verbs) if h.token.pos_ in NOMINAL else _goes_on(h, verbs))]
    return [h for h in hits if not _leads_to(h, verbs)]


def _leads_to(hit: Hit, verbs: set[tuple[str, int, int]]) -> bool:
    """Whether a verb shares the object of the one behind it, which tells of the same: "shot and killed a man"."""
    verb = hit.token
    if verb.pos_ not in VERBAL or g.is_passive(verb) or g.own_objects(verb) or not g.objects(verb):
        return False
    return any((hit.frame.name, hit.passage, c.i) in verbs for c in children(verb) if c.dep_ == "conj")


def _tells_of(hit: Hit, nouns: set[tuple[str, int, int]], grammar: Grammar) -> bool:
    """Whether a verb only tells what its subject, an event of its kind, did to people: "A fire in Kano on Sunday killed
    62"; "an airstrike hit a bus" tells more than its subject."""
    harms = hit.token.pos_ in VERBAL and hit.token.lemma_.lower() in grammar.harms
    subject = g.subject(hit.token) if harms else None
    return subject is not None and (hit.frame.name, hit.passage, subject.i) in nouns


def _hangs_on(hit: Hit, verbs: set[tuple[str, int, int]]) -> bool:
    token = hit.token
    for _ in range(4):
        if (hit.frame.name, hit.passage, token.head.i) in verbs and token.head.i != token.i:
            own_object = token.i == hit.token.i and token.dep_ in g.OBJECTS + g.PASSIVE_SUBJECTS
            return own_object or not any(child.ent_type_ == "DATE" for child in hit.token.subtree)
        token = token.head
    return False


def _goes_on(hit: Hit, verbs: set[tuple[str, int, int]]) -> bool:
    """Whether a verb only goes on what the verb before it tells: "shot and killed", "hit the coast, killing four"."""
    verb = hit.token
    if (hit.frame.name, hit.passage, verb.head.i) not in verbs:
        return False
    own = {c.dep_ for c in children(verb)}
    if own & {*g.SUBJECTS, *g.PASSIVE_SUBJECTS}:
        return False
    return (verb.dep_ == "advcl" and verb.tag_ == "VBG") or (verb.dep_ == "conj" and not own & set(g.OBJECTS))


def sentence_of(doc: Doc, token: Token) -> tuple[int, int]:
    """Character offsets [start, end) in the doc of the sentence a token stands in, without outer white space."""
    first, last = sentence_start(token), sentence_end(token) - 1
    while first < last and doc[first].is_space:
        first += 1
    while last > first and doc[last].is_space:
        last -= 1
    return doc[first].idx, doc[last].idx + len(doc[last].text)
