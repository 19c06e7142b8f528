"""Passages -> clauses: each verb and event noun with what stands in its places, for comparing sentences.

Frames ask what an event's sentence answers; this asks what any sentence says, whatever it tells of. Phrases are laid
flat: a prepositional phrase counts for its clause wherever the parser hangs it, except inside what stands before the
verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from crosswire.claims.clauses_phrase import EMPTY_ADVERBS, Surroundings, phrase_of
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.events import event_clauses, light_subject
from crosswire.claims.grammar.links import companions
from crosswire.claims.mentions import sentence_of
from crosswire.claims.mentions_fit import lemmas
from crosswire.claims.stance.negation import excepts
from crosswire.claims.tokens import children
from crosswire.model import Clause, Link, Party, Phrase, Quantity

CLAUSES = ("ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "pcomp", "parataxis", "conj")
COMPLEMENTS = ("ccomp", "xcomp", "pcomp", "csubj")
PLAIN = ("conduct", "carry", "stage", "hold", "make", "perform", "undertake", "give", "do", "commit", "lodge", "pay")
# Whoever ends or puts off an exercise holds none; a takeover that was agreed is not completed.
TURNING = (
    "end",
    "finish",
    "conclude",
    "wrap",
    "stop",
    "cease",
    "cancel",
    "suspend",
    "postpone",
    "announce",
    "resume",
    "complete",
    "abandon",
    "delay",
)
HAPPENS = ("occur", "happen")
NEGATIVE = ("no", "neither", "nobody", "none", "nothing", "never")


def find_clauses(around: Surroundings) -> tuple[Clause, ...]:
    """All clauses of a report in the order of its text."""
    found: list[Clause] = []
    for number, passage in enumerate(around.passages):
        for token in passage.doc:
            if _is_predicate(token):
                found.append(_verbal(around, number, token))
            elif token.pos_ in ("NOUN", "PROPN") and around.offset(number, token) in around.events:
                found.append(_nominal(around, number, token))
    return tuple(found)


def _is_predicate(token: Token) -> bool:
    if token.pos_ == "VERB":
        return token.dep_ not in ("amod", "compound", "aux", "auxpass", "prep", "case")
    return token.pos_ == "AUX" and token.dep_ in ("ROOT", *CLAUSES)


def _verbal(around: Surroundings, passage: int, verb: Token) -> Clause:
    phrases = list(_phrases(around, passage, verb))
    phrases += _stray(around, passage, verb, phrases)
    forms = {g.particle(verb), *_light(around, passage, verb), *_idioms(verb)}
    if verb.lemma_.lower() == "be":
        forms.add("be")
    if any(form in forms for form in ("take place", "occur", "happen")):
        forms -= {"take"}
    denials = sum(_denies(child) for child in children(verb))  # "none ... did not" is all did
    return _clause(around, passage, (verb, frozenset(forms), denials), phrases)


def _stray(around: Surroundings, passage: int, verb: Token, known: Sequence[Phrase]) -> Iterator[Phrase]:
    """The values of the verb's clause that the parser hung where no phrase is looked for: "flew 900 km before ..."."""
    for placed in around.board.sentence(passage, verb):
        if any(p.at.overlaps(placed.found.span) for p in known) or isinstance(placed.found.value, Party):
            continue
        over = placed.root
        prepositions = []
        while over.i not in (verb.i, over.head.i) and not (over.i != placed.root.i and _is_predicate(over)):
            over = over.head
            prepositions += [over.lower_] if over.pos_ == "ADP" and over.i < placed.tokens.start else []
        if over.i == verb.i:
            role = prepositions[0] if prepositions else "at"
            yield Phrase(role, placed.root.lemma_.lower(), frozenset(), placed.found.value, (), placed.found.span)


def _idioms(verb: Token) -> Iterator[str]:
    """The verb with its bare object or phrase: "lose life", "come under attack"; "took place" is what took place."""
    lemma = verb.lemma_.lower()
    objects = [c for c in children(verb) if c.dep_ in g.OBJECTS]
    told = {lemma, g.particle(verb)}
    yield from (f"{word} {noun.lemma_.lower()}" for noun in objects for word in sorted(told))
    yield from (
        f"{lemma} {c.lemma_.lower()}" for c in children(verb) if c.dep_ in ("oprd", "acomp") and c.pos_ == "ADJ"
    )
    for word, noun in g.prepositions(verb):
        if not any(c.dep_ == "det" for c in children(noun)):
            yield f"{lemma} {word} {noun.lemma_.lower()}"
    subject = g.subject(verb)
    took_place = lemma == "take" and any(noun.lemma_.lower() == "place" for noun in objects)
    if subject is not None and subject.pos_ == "NOUN" and (took_place or lemma in HAPPENS):
        yield from lemmas(subject)


def _light(around: Surroundings, passage: int, verb: Token) -> Iterator[str]:
    """ "Conducted a test" is a test: what a light verb's object tells."""
    lends = verb.lemma_.lower() in around.grammar.light_verbs and verb.lemma_.lower() not in TURNING
    for noun in g.objects(verb)[:1] if lends else ():
        if noun.pos_ == "NOUN" and (verb.lemma_.lower() in PLAIN or around.offset(passage, noun) in around.events):
            yield from lemmas(noun)


def _denies(child: Token) -> bool:
    if child.dep_ == "neg":
        return True
    nominal = child.dep_ in (*g.SUBJECTS, *g.PASSIVE_SUBJECTS, *g.OBJECTS)
    if not nominal or excepts(child):
        return False
    return child.lower_ in NEGATIVE or any(c.lower_ in NEGATIVE and c.dep_ == "det" for c in child.lefts)


def _nominal(around: Surroundings, passage: int, noun: Token) -> Clause:
    """An event noun: its owner or "by" acts, "of" may be either, what stands before it tells more."""
    phrases: list[Phrase] = []
    acting = light_subject(noun, around.grammar)
    if acting is not None:
        phrases += [phrase_of(around, passage, "agent", n) for n in g.conjuncts(acting)]
    for child in noun.lefts:
        if child.dep_ == "poss":
            phrases.append(phrase_of(around, passage, "agent", child))
        elif child.dep_ in ("compound", "amod", "nmod"):
            phrases.append(phrase_of(around, passage, "mod", child))
    phrases += _counted(around, passage, noun)
    for holder in event_clauses(noun, around.grammar):
        for word, object_ in g.prepositions(holder):
            role = {"by": "agent", "of": "of"}.get(word, word)
            phrases.append(phrase_of(around, passage, role, object_))
            phrases += _inner(around, passage, object_, False)
        phrases += [phrase_of(around, passage, "at", c) for c in children(holder) if c.dep_ in ("npadvmod", "tmod")]
    return _clause(around, passage, (noun, frozenset(lemmas(noun)), 0), phrases)


def _counted(around: Surroundings, passage: int, noun: Token) -> list[Phrase]:
    """The number of events itself: "three launches"."""
    values = tuple(
        p.found.value
        for p in around.board.sentence(passage, noun)
        if isinstance(p.found.value, Quantity) and p.tokens.start <= noun.i < p.tokens.end
    )
    span = around.span(passage, noun.i, noun.i + 1)
    return [Phrase("count", noun.lemma_.lower(), frozenset(), None, values, span)] if values else []


def _clause(
    around: Surroundings, passage: int, act: tuple[Token, frozenset[str], int], phrases: Sequence[Phrase]
) -> Clause:
    head, forms, denials = act
    judgement = around.judge(head)
    over, link = _link(head)
    sentence = around.passages[passage].span(around.report.text, *sentence_of(around.passages[passage].doc, head))
    return Clause(
        report=around.report.id,
        forms=forms,
        verbal=head.pos_ in ("VERB", "AUX"),
        negative=denials % 2 == 1,
        modality="happened" if denials > 1 and judgement.modality == "negated" else judgement.modality,
        kind=judgement.kind,
        stance=judgement.stance,
        phrases=tuple(phrases),
        head=around.span(passage, head.i, head.i + 1),
        sentence=sentence,
        under=None if over is None else around.offset(passage, over),
        link=link,
        hangs=None if head.dep_ == "ROOT" else around.offset(passage, _joined_to(head)),
    )


def _joined_to(head: Token) -> Token:
    """The word that a clause is joined to: past a preposition or a conjunction."""
    return head.head.head if head.head.pos_ in ("ADP", "SCONJ") else head.head


def _link(head: Token) -> tuple[Token | None, Link]:
    """(the verb a clause completes, how): what is joined to a complement is one too."""
    token = head
    while token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX"):
        token = token.head
    if token.dep_ in COMPLEMENTS:
        over = token.head.head if token.head.pos_ in ("ADP", "SCONJ") else token.head
        return over, "complement"
    if token.dep_ == "ROOT" or (head.dep_ == "conj" and token.dep_ == "ROOT"):
        return None, "main"
    return None, "aside"


def _phrases(around: Surroundings, passage: int, verb: Token) -> Iterator[Phrase]:
    subject, objects = g.subject(verb), g.objects(verb)
    doers = companions(subject) if subject is not None else []
    passive = g.is_passive(verb)
    for noun in doers:
        yield phrase_of(around, passage, "agent", noun)
        yield from _inner(around, passage, noun, not passive)
    for noun in objects:
        role = "is" if noun.dep_ in ("attr", "oprd") else "patient"
        yield phrase_of(around, passage, role, noun)
        yield from _inner(around, passage, noun, False)
    yield from _small_clause(around, passage, verb)
    for child in children(verb):
        if child.dep_ in ("prep", "agent", "advmod") and child.pos_ in ("ADP", "SCONJ", "ADV"):
            yield from _prepositional(around, passage, child, passive)
        elif child.dep_ == "acomp":
            yield phrase_of(around, passage, "is", child)
            yield from _inner(around, passage, child, False)
        elif child.dep_ == "dative" and child.pos_ != "ADP":
            yield phrase_of(around, passage, "to", child)
        elif child.dep_ in ("npadvmod", "tmod"):
            yield phrase_of(around, passage, "at", child)
            yield from _inner(around, passage, child, False)
        if child.dep_ == "advmod" and child.lower_ not in EMPTY_ADVERBS and not list(children(child)):
            yield from _adverb(around, passage, child)


def _small_clause(around: Surroundings, passage: int, verb: Token) -> Iterator[Phrase]:
    """Whom the verb makes or calls what, with no verb between: "proclaimed her president", "called the vote unfair"."""
    for what in children(verb):
        if what.dep_ == "ccomp" and what.pos_ in ("NOUN", "PROPN", "ADJ"):
            whom = [c for c in children(what) if c.dep_ in g.SUBJECTS]
            if whom and not any(c.dep_ in ("cop", "aux", "mark") for c in children(what)):
                yield from (phrase_of(around, passage, "patient", noun) for noun in whom)
                yield from (phrase_of(around, passage, "is", noun) for noun in g.conjuncts(what))


def _adverb(around: Surroundings, passage: int, word: Token) -> Iterator[Phrase]:
    phrase = phrase_of(around, passage, "how", word)
    if phrase.named is not None or phrase.words or phrase.values:
        yield phrase


def _prepositional(around: Surroundings, passage: int, prep: Token, passive: bool) -> Iterator[Phrase]:
    if passive and prep.lower_ == "by":
        return
    for child in children(prep):
        if child.dep_ == "pobj":
            for noun in g.conjuncts(child):
                yield phrase_of(around, passage, prep.lower_, noun)
                yield from _inner(around, passage, noun, False)
        elif child.dep_ == "prep":
            for phrase in _prepositional(around, passage, child, False):
                within = prep.lower_ in ("outside", "inside") and phrase.role == "of"  # "outside of the zone"
                yield replace(phrase, role=prep.lower_) if within else phrase


def _inner(around: Surroundings, passage: int, noun: Token, front: bool) -> Iterator[Phrase]:
    """The prepositional phrases inside a noun phrase, "of" excepted, which belongs to its words."""
    for child in children(noun):
        for inner in children(child) if child.dep_ == "prep" else ():
            for one in g.conjuncts(inner) if inner.dep_ == "pobj" else ():
                if child.lower_ != "of":
                    yield phrase_of(around, passage, child.lower_, one, front)
                yield from _inner(around, passage, one, front)
