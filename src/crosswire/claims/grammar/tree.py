"""Reading a dependency parse: who does, what is done to, which phrases hang where.

The relations are those of the ClearNLP scheme that spaCy's English models use. Everything here looks at one token's
neighbourhood only, so its cost does not grow with the text. Tokens are compared by their index: spaCy makes a new
object for each look-up, so `is` never holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from crosswire.claims.grammar.lists import Grammar, load_grammar
from crosswire.claims.grammar.style import (
    behind_colon,
    behind_day,
    called_on,
    intending,
    is_participial,
    named_before,
    object_elsewhere,
    outermost,
    who_is_named,
)
from crosswire.claims.tokens import HEADED, children, kept

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
OBJECTS = ("dobj", "obj", "attr", "oprd")
PREDICATES = ("acomp", "oprd")  # what a verb says somebody is
# "Accused Seoul of violating", "pressed the U.N. to act": the object does it; "used drones to strike": the subject.
CONTROLLING = ("of", "for", "from", "into", "against")
KEEPS_SUBJECT = ("promise", "use", "need", "take", "spend", "have", "make", "send", "launch", "fire", "hold")
EARLIER = frozenset({"after", "following", "since", "despite"})
FINITE = ("VBD", "VBZ", "VBP")
CONJUNCTIONS = ("after", "before", "since", "until", "as")  # a clause may follow them
INHERITS_SUBJECT = ("xcomp", "conj", "advcl", "pcomp", "ccomp")


@kept
def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: it has a passive subject or auxiliary, or is a participle behind its noun."""
    if any(child.dep_ in PASSIVE_SUBJECTS or child.dep_ == "auxpass" for child in children(verb)):
        return True
    if _also_done(verb) or (is_participial(verb) and verb.lemma_.lower() not in _words().befalling):
        return True
    describes = behind_day(verb) is None and verb.dep_ == "acl" and verb.tag_ == "VBN" and not _befell(verb)
    return describes or _clipped(verb)


def _also_done(verb: Token) -> bool:
    """Whether a participle is joined to a passive, whose subject serves both: "was arrested and charged"."""
    if verb.dep_ != "conj" or verb.tag_ != "VBN" or verb.lemma_.lower() in _words().befalling:
        return False
    own = {child.dep_ for child in children(verb)}
    return not own & {*SUBJECTS, "dobj", "obj", "aux", "ccomp"} and verb.head.tag_ == "VBN" and is_passive(verb.head)


def _befell(verb: Token) -> bool:
    """Whether a participle behind a noun is a past tense that the parser missed: "A ferry capsized on the Padma"; not
    "a boat capsized by a wave". So is one with an object in a sentence that has no other verb: "A landslide buried
    dozens of houses"; not "a man given a medal"."""
    by = any(c.dep_ == "agent" or c.lower_ == "by" for c in children(verb))
    lemma = particle(verb)
    alone = verb.head.dep_ == "ROOT" and verb.lemma_.lower() not in _words().giving and _has_object(verb)
    return not by and (lemma in _words().befalling or alone)


def _has_object(verb: Token) -> bool:
    return any(c.dep_ == "dobj" or who_is_named(c) is not None for c in children(verb))


def _clipped(verb: Token) -> bool:
    """Whether it is a headline's passive without its "was": "Ex-premier shot dead", "Dozens killed as ferry sinks"."""
    if (
        not verb.doc.user_data.get(HEADED)
        or verb.tag_ not in ("VBD", "VBN")
        or verb.lemma_.lower() not in _words().clipped
    ):
        return False
    own = {c.dep_ for c in children(verb) if c.dep_ != "xcomp" or verb.lemma_.lower() not in _words().moving}
    return "nsubj" in own and not own & {"dobj", "obj", "aux", "ccomp", "xcomp"}


@cache
def _words() -> Grammar:
    return load_grammar()


@kept
def subject(verb: Token) -> Token | None:
    """Who does it: the active subject, a passive's agent, or the subject that a chained verb shares."""
    if is_passive(verb):
        return agent(verb)
    own = nearest(verb, SUBJECTS)
    if own is not None:
        return _relative(own, verb)
    if verb.dep_ == "acl":
        return behind_colon(verb) or intending(verb) or (outermost(verb.head) if verb.tag_ == "VBN" else verb.head)
    hidden = _behind_conjunction(verb)
    if hidden is not None:
        return hidden
    if verb.dep_ in INHERITS_SUBJECT and not _has_own_subject(verb):
        return _inherited(verb)
    return None


@kept
def objects(verb: Token) -> list[Token]:
    """What it is done to: direct objects and their conjuncts, or the passive subject."""
    return [_stands_for(token, verb) for token in patients(verb)]


@kept
def patients(verb: Token) -> list[Token]:
    """The same, a pronoun left as it stands."""
    if is_passive(verb):
        patient = nearest(verb, PASSIVE_SUBJECTS) or (nearest(verb, SUBJECTS) if _clipped(verb) else None)
        if patient is None:
            patient = verb.head if verb.dep_ == "acl" else _behind_conjunction(verb)
        if patient is None and verb.dep_ == "conj" and is_passive(verb.head):
            return objects(verb.head)
        if patient is None and verb.dep_ in ("pcomp", "advcl", "xcomp"):
            patient = _inherited(verb)  # "he died after being shot"
        complement = [c for c in children(verb) if c.dep_ == "oprd"]  # "was named commander"
        return [*(conjuncts(_relative(patient, verb)) if patient is not None else []), *complement]
    direct = _done_to(verb) or object_elsewhere(verb)
    if direct is None and verb.dep_ == "amod" and own_subject(verb):
        return [verb.head]  # "the North fired short-range missiles", taken for "fired missiles"
    if direct is None and verb.dep_ == "relcl" and nearest(verb, SUBJECTS) is not None:
        return [verb.head]  # "the missile (that) North Korea fired"
    return conjuncts(_relative(direct, verb)) if direct is not None else _apparent(verb) or _shared(verb)


def _shared(verb: Token) -> list[Token]:
    """What is done to it by the verb right behind "and" too: of "seized and searched a tanker" the tanker."""
    second = nearest(verb, ("conj",))
    if second is None or second.i != verb.i + 2 or second.tag_ != verb.tag_ or verb.nbor().dep_ != "cc":
        return []
    return [] if own_subject(second) else conjuncts(found) if (found := _done_to(second)) is not None else []


def _done_to(verb: Token) -> Token | None:
    """The direct object: of "shot dead a journalist" the journalist, not what he was made."""
    found = nearest(verb, OBJECTS)
    if found is not None and (named := who_is_named(found)) is not None:
        return named
    if found is not None and found.dep_ == "oprd" and found.pos_ == "ADJ":
        return nearest(verb, ("dobj", "obj", "attr")) or found
    return found


def _behind_conjunction(verb: Token) -> Token | None:
    """The subject that the parser hangs on "after", taken for a preposition: "after parts of a tower collapsed"."""
    if verb.dep_ != "advcl" or _has_own_subject(verb) or not (verb.tag_ in FINITE or is_passive(verb)):
        return None
    phrases = [c for c in children(verb.head) if c.dep_ == "prep" and c.lower_ in CONJUNCTIONS and c.i < verb.i]
    noun = nearest(phrases[-1], ("pobj",)) if phrases else None
    return noun if noun is not None and noun.right_edge.i == verb.left_edge.i - 1 else None


def _stands_for(token: Token, verb: Token) -> Token:
    """What "it" is in "The Astra Dawn was off Yemen when it was hit": the subject of the clause above."""
    if token.lower_ not in ("it", "they") or verb.dep_ != "advcl" or token.dep_ not in PASSIVE_SUBJECTS:
        return token
    above = nearest(verb.head, SUBJECTS + PASSIVE_SUBJECTS)
    return token if above is None or above.pos_ not in ("NOUN", "PROPN") or above.i > verb.i else above


def _apparent(verb: Token) -> list[Token]:
    """What it looked like: "launched what appeared to be a missile"."""
    clauses = (c for c in children(verb) if c.dep_ == "ccomp" and any(w.lower_ == "what" for w in c.lefts))
    return [t for clause in clauses for t in clause.subtree if t.dep_ == "attr" and t.pos_ in ("NOUN", "PROPN")][:1]


def own_objects(verb: Token) -> bool:
    """Whether a verb has an object of its own: "killing 31 and injuring 340" shares none."""
    own = any(child.dep_ in OBJECTS + PASSIVE_SUBJECTS for child in children(verb))
    return own or behind_day(verb) is not None


def own_subject(verb: Token) -> bool:
    """Whether a finite verb has a subject of its own, whatever the parser hangs it on."""
    return verb.tag_ in FINITE and any(child.dep_ in SUBJECTS for child in children(verb))


def agent(verb: Token) -> Token | None:
    """The "by" phrase's noun of a passive."""
    for child in children(verb):
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return nearest(child, ("pobj",))
    return None


@kept
def conjuncts(token: Token) -> list[Token]:
    """The token and what is joined to it by "and"."""
    found = [token]
    for child in children(token):
        if child.dep_ == "conj":
            found.extend(conjuncts(child))
    first = named_before(token) if len(found) == 1 else None
    return [first, token] if first is not None else found


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, its object) for each prepositional phrase that hangs on the token, joined ones too, or on what a
    verb says somebody is: "pleaded guilty to fraud", "was found guilty of murder"."""
    for child in children(token):
        if token.pos_ == "VERB" and child.dep_ in (*PREDICATES, "ccomp") and child.pos_ == "ADJ":
            yield from prepositions(child)
        if child.dep_ in ("prep", "agent", "advmod", "dative") and child.pos_ in ("ADP", "SCONJ", "ADV"):
            yield from phrases_of(child)


def phrases_of(prep: Token) -> Iterator[tuple[str, Token]]:
    for child in children(prep):
        if child.dep_ in ("pobj", "pcomp"):
            for noun in conjuncts(child):
                yield prep.lower_, noun
        elif child.dep_ == "prep":  # "from near the border": the outer word is the question's
            for _, noun in phrases_of(child):
                yield prep.lower_, noun
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            yield from phrases_of(child)


def particle(verb: Token) -> str:
    """The verb's lemma with its particle, "carry out"."""
    small = next((f" {child.lower_}" for child in children(verb) if child.dep_ == "prt"), "")
    return f"{verb.lemma_.lower()}{small}"


@kept
def verb_forms(verb: Token) -> set[str]:
    """What a verb may be listed as: its lemma, with its particle ("carry out"), with its object ("take effect")."""
    lemma = verb.lemma_.lower()
    return {lemma, particle(verb), *(f"{lemma} {c.lemma_.lower()}" for c in children(verb) if c.dep_ in OBJECTS)}


@kept
def clause_head(token: Token, grammar: Grammar) -> Token:
    """The verb (or root) of the clause a token stands in; "tried to fire" is one clause, that of "tried"."""
    for _ in range(60):
        if token.dep_ == "ROOT" or (token.dep_ in grammar.clause and token.pos_ in ("VERB", "AUX")):
            return token
        token = token.head
    return token


def nearest(token: Token, relations: tuple[str, ...]) -> Token | None:
    """The child in one of these relations; of several before the token the nearest."""
    found = [child for child in children(token) if child.dep_ in relations]
    before = [child for child in found if child.i < token.i]
    if before:
        return before[-1]  # of two that the parser gives a verb the nearer is its own
    return found[0] if found else None


def _relative(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for: of "a plane carrying 150 people that crashed" the plane."""
    if token.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        carried = token.tag_ == "WDT" and verb.lemma_.lower() in _words().befalling
        return outermost(verb.head) if carried else verb.head
    return token


def _has_own_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS + PASSIVE_SUBJECTS for child in children(verb))


def _clause_beside(verb: Token, head: Token) -> Token | None:
    """Who does it in the clause before a participle: "sought help after pirates attacked a ship, killing one"."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or any(c.dep_ == "ccomp" for c in children(verb)):
        return None
    for token in reversed(verb.doc[head.i + 1 : verb.i]):
        if token.dep_ == "advcl" and token.tag_ in FINITE and token.left_edge.lower_ in CONJUNCTIONS:
            return nearest(token, SUBJECTS)
    return None


def _inherited(verb: Token) -> Token | None:
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if head.pos_ not in ("VERB", "AUX") or head.i == verb.i or (verb.dep_ == "ccomp" and verb.tag_ != "VBG"):
        return None
    if (beside := _clause_beside(verb, head)) is not None:
        return beside
    controls = verb.dep_ == "xcomp" or (verb.dep_ == "pcomp" and verb.head.lower_ in CONTROLLING)
    moves = controls and head.lemma_.lower() not in KEEPS_SUBJECT
    patient = nearest(head, OBJECTS + PASSIVE_SUBJECTS) or called_on(head) if moves else None
    if patient is not None:
        return _relative(patient, head)
    accused = head.head if head.dep_ == "acl" and controls else None  # "a man accused of killing"
    if not is_passive(head):
        return subject(head)
    befallen = next(iter(patients(head)), None) if head.dep_ == "advcl" else None
    return nearest(head, PASSIVE_SUBJECTS) or accused or befallen
