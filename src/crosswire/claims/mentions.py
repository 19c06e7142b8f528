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

from crosswire.claims import grammar as g
from crosswire.claims.frames_load import Frames
from crosswire.claims.grammar import Grammar
from crosswire.claims.grammar_links import is_another
from crosswire.claims.parse import Passage
from crosswire.claims.tokens import children
from crosswire.model import Frame, Trigger

TYPES = {
    "person": ("PERSON",),
    "country": ("GPE", "NORP"),
    "body": ("ORG",),
    "party": ("PERSON", "GPE", "NORP", "ORG"),
}
THINGS = ("it", "they", "them", "first", "both")  # "the first was launched at 7:24"
NEAR = 12  # hits: an event "just told of" is among the last ones
VERBAL = ("VERB",)
NOMINAL = ("NOUN", "PROPN")


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger found: the passage it stands in, its token, and whether it only refers back."""

    frame: Frame
    passage: int
    token: Token
    reference: bool = False


@cache
def _hashes(words: frozenset[str]) -> frozenset[int]:
    return frozenset(get_string_id(word) for word in words)


def _worth_a_look(doc: Doc, frames: Frames) -> list[Token]:
    """The tokens whose lemma, or lower-cased form, is some frame's word: one pass over numbers, not over tokens."""
    if not len(doc):
        return []
    words = _hashes(frames.words)
    table = doc.to_array(["LEMMA", "LOWER"]).tolist()
    return [doc[i] for i, (lemma, lower) in enumerate(table) if lemma in words or lower in words]


def find_hits(passages: Sequence[Passage], frames: Frames, grammar: Grammar, known: Sequence[str] = ()) -> list[Hit]:
    """All triggers and references in the order of the text; of a verb and its own object noun only one is kept.

    `known` are the kinds of the events that whoever reads the text has been told of before: "the crash" is one of them.
    """
    hits: list[Hit] = []
    told: Counter[str] = Counter(known)
    for number, passage in enumerate(passages):
        for token in _worth_a_look(passage.doc, frames):
            own = list(_frames_of(token, frames, grammar))
            if hits and (goes_on := _done_to_it(token, hits[-NEAR:], number, frames)):
                hits.append(Hit(goes_on, number, token, reference=True))
                continue
            taken_up = _referred(token, frames, grammar, told)
            if taken_up is not None and not any(frame.name in told for frame in own):
                own = [taken_up]
            definite = taken_up is not None or (bool(own) and _is_definite(token, grammar))
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
        fitting = _fitting_verb(token, frames.verbs.get(token.lemma_.lower(), ()))
    elif token.pos_ in NOMINAL:
        for lemma in lemmas(token):
            candidates = frames.nouns.get(lemma, ())
            fitting += [(f, t) for f, t in candidates if _noun_fits(token, lemma, t, grammar)]
    if fitting:
        yield from {f.name: f for f, _ in fitting if f.speech}.values()
        real = [(f, t) for f, t in fitting if not f.speech]
        if real:  # one word tells of one event: the frame that asks most of it
            yield max(real, key=lambda item: (_demands(item[1]), item[0].weight, item[0].name))[0]


def _demands(trigger: Trigger) -> int:
    """How many conditions a trigger sets."""
    sets = (trigger.of, trigger.object, trigger.subject, trigger.with_prep, trigger.with_head)
    return sum(bool(s) for s in sets) + bool(trigger.subject_type) + bool(trigger.object_type) + trigger.with_place


def lemmas(token: Token) -> tuple[str, ...]:
    """The lemma in lower case; for a name also its singular, since headlines capitalise plain nouns."""
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and lemma.endswith("s") and len(lemma) > 3:
        return (lemma, lemma[:-1])
    if token.pos_ == "PROPN" and lemma[-1:].isdigit() and "-" in lemma:
        return (lemma, lemma.rpartition("-")[0])  # "Hwasong-5"
    return (lemma,)


def _fitting_verb(verb: Token, candidates: Sequence[tuple[Frame, Trigger]]) -> list[tuple[Frame, Trigger]]:
    """The triggers that a verb pulls with the company it keeps; what it keeps is looked up once for all of them."""
    forms = {g.particle(verb), _with_adverb(verb)} if candidates else set()
    called = [(frame, trigger) for frame, trigger in candidates if forms & trigger.verb]
    if not called:
        return []
    objects, subject = g.objects(verb), g.subject(verb)
    subjects = [_meant(subject, verb)] if subject is not None else []
    done_to, doers = _heads_of(objects), _heads_of(subjects)
    return [
        (frame, t)
        for frame, t in called
        if _words_fit(done_to, t.object, t.not_object)
        and _words_fit(doers, t.subject, t.not_subject)
        and _type_fits(objects, t.object_type)
        and _type_fits(subjects, t.subject_type)
        and _phrase_fits(verb, objects, t)
    ]


def _meant(subject: Token, verb: Token) -> Token:
    """The noun that "it" or "they" takes up from the clause before: "the train was full when it derailed"."""
    if subject.lower_ not in THINGS or verb.dep_ not in ("advcl", "conj"):
        return subject
    doers = [g.subject(verb.head), *g.objects(verb.head)] if verb.head.pos_ in VERBAL else []
    return next((t for t in doers if t is not None and t.pos_ in NOMINAL and t.i < subject.i), subject)


def _heads_of(tokens: Sequence[Token]) -> set[str]:
    return {lemma for token in tokens for lemma in _heads(token)}


def _with_adverb(verb: Token) -> str:
    """The verb with the small word right behind it, which the parser often takes for an adverb ("stepped down")."""
    after = next((c for c in children(verb) if c.i == verb.i + 1 and c.dep_ in ("advmod", "prep", "acomp")), None)
    return f"{verb.lemma_.lower()} {after.lower_}" if after is not None else ""


def _noun_fits(noun: Token, lemma: str, trigger: Trigger, grammar: Grammar) -> bool:
    if not any(_noun_phrase_is(noun, lemma, words) for words in trigger.noun):
        return False
    if noun.dep_ == "compound" and noun.head.pos_ in NOMINAL and not _titles(noun):  # "missile test site" is no test
        return False
    if trigger.of and not (trigger.of & _modifiers(noun)):
        return False
    subject = g.light_subject(noun, grammar)
    subjects = [subject] if subject is not None else [c for c in children(noun) if c.dep_ == "poss"]
    return (
        (not trigger.subject_type or _type_fits(subjects, trigger.subject_type))
        and (not trigger.subject or _words_fit(_heads_of(subjects), trigger.subject, trigger.not_subject))
        and not (trigger.not_object & _modifiers(noun))
        and _phrase_fits(noun, [], trigger)
    )


def _titles(noun: Token) -> bool:
    """Whether the noun stands before a name as what it names ("Hurricane Ilsa"), not in one ("Hurricane Center")."""
    name = noun.head
    return noun.pos_ == name.pos_ == "PROPN" and name.ent_type_ != "ORG"


def _noun_phrase_is(noun: Token, lemma: str, words: str) -> bool:
    *before, last = words.split()
    if last != lemma:
        return False
    return all(noun.i - i - 1 >= 0 and noun.nbor(-i - 1).lower_ == word for i, word in enumerate(reversed(before)))


def _modifiers(noun: Token) -> set[str]:
    found: set[str] = set()
    for child in children(noun):
        if child.dep_ in ("compound", "amod", "nmod", "poss", "npadvmod"):
            found.update(lemmas(child))
            found.update(lemma for c in children(child) if c.dep_ in ("compound", "amod") for lemma in lemmas(c))
        elif child.dep_ == "prep" and child.lower_ in ("of", "on", "against", "for"):
            found.update(lemma for c in children(child) if c.dep_ == "pobj" for lemma in lemmas(c))
    return found


def _heads(token: Token) -> set[str]:
    """The lemmas a noun phrase answers to: its head and, behind "of", what it is full of ("a salvo of rockets")."""
    found = set(lemmas(token))
    # "The tanker Astra Dawn", "flight 4U9525", "an Airbus A320" answer to the common word too.
    if token.pos_ == "PROPN" or any(letter.isdigit() for letter in token.text):
        found.update(lemma for c in children(token) if c.dep_ == "compound" for lemma in lemmas(c))
    found |= {f"{c.lower_} {token.lemma_.lower()}" for c in token.lefts if c.dep_ == "compound" and c.i == token.i - 1}
    for preposition, noun in g.prepositions(token):
        if preposition == "of":
            found.update(lemmas(noun))
    return found


def _words_fit(found: set[str], wanted: frozenset[str], unwanted: frozenset[str]) -> bool:
    return (not wanted or bool(found & wanted)) and not (found & unwanted)


def _type_fits(tokens: Sequence[Token], wanted: str | None) -> bool:
    if wanted is None:
        return True
    if wanted == "any":
        return bool(tokens)
    if wanted == "name":  # whatever the parser takes it for
        return any(t.pos_ == "PROPN" and t.ent_type_ not in ("GPE", "NORP", "LOC", "DATE") for t in tokens)
    pronoun = wanted in ("party", "person")
    return any(t.ent_type_ in TYPES[wanted] or (pronoun and t.pos_ == "PRON" and t.lower_ != "it") for t in tokens)


def _phrase_fits(token: Token, objects: Sequence[Token], trigger: Trigger) -> bool:
    if not trigger.with_prep and not trigger.with_head:
        return True
    for holder in (token, *objects):
        for preposition, noun in g.prepositions(holder):
            if trigger.with_prep and preposition not in trigger.with_prep:
                continue
            if trigger.with_place and noun.ent_type_ != "GPE":
                continue
            if not trigger.with_head or trigger.with_head & _heads(noun):
                return True
    return False


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
        if patient.pos_ == "PRON" or (set(lemmas(patient)) & things and _is_definite(patient, grammar)):
            return True
    return _is_about_known(verb, frame, grammar)


def _is_about_known(verb: Token, frame: Frame, grammar: Grammar) -> bool:
    """Whether the verb tells more of what has been told: "The duty will take effect on May 1"."""
    subject = g.subject(verb)
    if subject is None or not _is_definite(subject, grammar):
        return False
    own = set(lemmas(subject)) & frame.nouns
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
    verbs = {(h.frame.name, h.passage, h.token.i) for h in hits if h.token.pos_ in VERBAL}
    return [h for h in hits if not (_hangs_on(h, verbs) if h.token.pos_ in NOMINAL else _goes_on(h, verbs))]


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
    first, last = g.sentence_start(token), g.sentence_end(token) - 1
    while first < last and doc[first].is_space:
        first += 1
    while last > first and doc[last].is_space:
        last -= 1
    return doc[first].idx, doc[last].idx + len(doc[last].text)
