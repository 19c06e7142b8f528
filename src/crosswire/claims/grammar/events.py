"""What an event's words hang on: the verbs and light verbs whose phrases say when, where and who."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.grammar.tree import (
    OBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    agent,
    conjuncts,
    nearest,
    patients,
    prepositions,
    subject,
)
from crosswire.claims.infinitives import is_infinitive
from crosswire.claims.tokens import children, kept

ROW = frozenset({"series", "string", "wave", "spate", "succession", "number", "pair", "couple", "sequence", "flurry"})
CAUGHT = frozenset({"trap", "strand", "bury", "lose"})  # beside who is harmed, who is caught in it
HAPPENS = frozenset({"happen", "occur", "strike", "hit"})
BEHIND = frozenset({"after", "following"})
BLAMED = frozenset({"with", "of", "for", "on", "to", "over"})
STRIKING = frozenset({"destroy", "gut", "damage", "hit", "strike", "raze", "level", "devastate", "ravage", "rock"})
MEANWHILE = frozenset({"when", "while", "as"})


@kept
def event_clauses(trigger: Token, grammar: Grammar) -> list[Token]:
    """The tokens whose phrases say when and where the trigger happened: itself, the verbs it completes, light verbs."""
    chain = [trigger]
    token = _counted_with(trigger)
    if token.head.lower_ == "of" and token.head.head.lemma_.lower() in ROW:
        token = token.head.head  # "died in a series of explosions in Bata"
        chain.append(token)
    for _ in range(8):
        head = token.head
        if head.i == token.i:
            break
        chained = token.dep_ in grammar.chained
        joined = token.dep_ == "conj" and head.pos_ == token.pos_ == "VERB"
        light = token.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() in grammar.light_verbs and head.pos_ == "VERB"
        through_noun = token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ == "pobj" and head.lower_ in ("in", "during", "by"):
            head, light = head.head, head.head.pos_ == "VERB"  # "51 were killed in an attack"
        elif token.pos_ == "NOUN" and token.dep_ == "pobj" and head.lower_ in BEHIND:
            head, light = head.head, _cost(token, head.head, grammar)  # "51 were killed on Friday after an attack"
        meanwhile = token.dep_ == "advcl" and (_same_doer(token, head) or _costs(token, head, grammar))
        if not (chained or joined or light or meanwhile or (through_noun and head.pos_ in ("VERB", "AUX"))):
            break
        chain.append(head)
        token = head
        if through_noun and not light and is_infinitive(head):
            break  # "vowed on Friday to avenge the killings": they were not on Friday
    if trigger.lemma_.lower() in grammar.harms:
        chain.extend(c for c in conjuncts(trigger)[1:] if c.lemma_.lower() in grammar.harms)
    else:  # "a blast killed two and injured 16 on Saturday"
        harms = [t for t in chain if t.lemma_.lower() in grammar.harms]
        chain.extend(c for t in harms for c in conjuncts(t)[1:] if _harms_too(c, grammar))
    if trigger.pos_ == "VERB":  # "went missing off Norway"
        chain.extend(c for c in trigger.rights if c.i == trigger.i + 1 and c.dep_ == "advcl")
    else:  # "the earthquake that struck Palu on Wednesday"
        chain.extend(c for c in trigger.rights if c.dep_ in ("relcl", "acl") and c.pos_ == "VERB")
    return chain


def _harms_too(verb: Token, grammar: Grammar) -> bool:
    """Whether a joined verb tells more of what one occurrence did: it harms as well and has no doer of its own."""
    return verb.lemma_.lower() in grammar.harms and not any(c.dep_ in SUBJECTS for c in children(verb))


def _costs(clause: Token, head: Token, grammar: Grammar) -> bool:
    """Whether the clause above counts who was harmed: "In May, 21 people died when a bus fell into a gorge"; of
    several, also "were killed on Friday after a bus fell", unless the clause has a day of its own."""
    marks = {c.lower_ for c in children(clause) if c.dep_ in ("mark", "advmod")}
    lemma = head.lemma_.lower()
    if lemma in grammar.harms and marks & MEANWHILE:
        return True
    return "after" in marks and _cost(clause, head, grammar)


def _cost(told: Token, head: Token, grammar: Grammar) -> bool:
    """Whether a verb counts several who were harmed or caught by what stands behind it, which has no day of its own."""
    lemma = head.lemma_.lower()
    if head.pos_ != "VERB" or not (lemma in grammar.harms or lemma in CAUGHT):
        return False
    victims = nearest(head, SUBJECTS + PASSIVE_SUBJECTS)
    several = victims is not None and (victims.tag_ in ("NNS", "NNPS", "CD") and victims.lower_ != "one")
    return several and not any(t.ent_type_ in ("DATE", "TIME") for t in told.subtree)


def _counted_with(noun: Token) -> Token:
    """The noun before an event noun that the parser takes for the head, with a number between: "a magnitude 6.1
    earthquake hit Palu"; else the noun itself."""
    head = noun.head
    if noun.dep_ != "appos" or head.pos_ != "NOUN" or head.i > noun.i:
        return noun
    between = noun.doc[head.i + 1 : noun.i]
    return head if len(between) and all(t.like_num for t in between) else noun


def _same_doer(clause: Token, head: Token) -> bool:
    """Whether "when it was hit" tells what befell the subject of the clause above ("The ship was off Yemen when it was
    hit"): then both were where and when the other was."""
    marks = {c.lower_ for c in children(clause) if c.dep_ in ("mark", "advmod")}
    if not marks & MEANWHILE or head.pos_ not in ("VERB", "AUX"):
        return False
    if "when" in marks and clause.lemma_.lower() in HAPPENS:
        return True  # "had been on its way back on Wednesday when the accident happened"
    own, above = nearest(clause, SUBJECTS + PASSIVE_SUBJECTS), nearest(head, SUBJECTS + PASSIVE_SUBJECTS)
    if own is None or above is None:
        return False
    if own.lower_ in ("it", "they", "he", "she") or own.lemma_.lower() == above.lemma_.lower():
        return True
    named = above.pos_ == "PROPN" and above.ent_type_ not in ("GPE", "LOC", "PERSON", "NORP")
    return named and own.pos_ == "NOUN" and any(c.lower_ == "the" for c in own.lefts)  # "Maria Luz", "the ship"


def light_subject(noun: Token, grammar: Grammar) -> Token | None:
    """The subject of the light verb whose object the event noun is ("Seoul conducted a drill")."""
    head = noun.head
    if noun.dep_ in OBJECTS and head.pos_ == "VERB" and head.lemma_.lower() in grammar.light_verbs:
        return subject(head)
    if noun.dep_ in PASSIVE_SUBJECTS and head.lemma_.lower() in grammar.light_verbs:
        return agent(head)
    return None


def accused(noun: Token, grammar: Grammar) -> Token | None:
    """Who is said to have done what a noun tells: "charged with the murder", "on suspicion of the theft", "found guilty
    of it"."""
    token = noun
    while token.dep_ == "pobj" and token.head.lower_ in BLAMED and _is_ground(token.head.head, grammar):
        token = token.head.head
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ not in BLAMED:
        return None
    verb = preposition.head
    if verb.lower_ == "guilty":
        verb = verb.head
        told = verb.lemma_.lower() in ("find", "plead")
    else:
        told = (token.i != noun.i and token.lemma_.lower() != "count") or verb.lemma_.lower() in grammar.accusing
    if verb.pos_ != "VERB" or not told:
        return None
    blamed = subject(verb) if verb.lemma_.lower() == "plead" else next(iter(patients(verb)), None)
    return blamed if blamed is not None and blamed.i < noun.i else None


def _is_ground(noun: Token, grammar: Grammar) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in grammar.grounds


def owners(noun: Token, place: str) -> Iterator[Token]:
    """Whom an event befell, whoever announced it: "Samir Qadri's death", "the army's arrest of Samir Qadri"; there the
    `doer` is the army."""
    of = [inner for word, inner in prepositions(noun) if word == "of"]
    possessor = [child for child in children(noun) if child.dep_ == "poss"]
    if place == "whose":
        yield from of or possessor
    elif of:
        yield from possessor


def told_beside(trigger: Token, place: str, grammar: Grammar) -> Iterator[Token]:
    """The charge that is a verb's object ("faces a charge of fraud"), and what an event noun's own clause says that it
    struck ("the blaze that gutted the church")."""
    if trigger.pos_ == "VERB" and place == "named":  # what somebody was made: "was elected president"
        become = ("attr",) if trigger.lemma_ == "become" else ("oprd",)
        yield from (c for c in children(trigger) if c.dep_ in become and c.pos_ in ("NOUN", "PROPN"))
    elif trigger.pos_ == "VERB":
        yield from (t for t in patients(trigger) if place == "charged" and t.lemma_.lower() in grammar.grounds)
    elif place == "object":
        clauses = (c for c in trigger.rights if c.dep_ == "relcl" and c.pos_ == "VERB")
        struck = (c for c in clauses if (s := subject(c)) is not None and s.i == trigger.i and _strikes(c, grammar))
        yield from (t for c in struck for t in patients(c) if t.i != trigger.i)


def _strikes(verb: Token, grammar: Grammar) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in grammar.harms or lemma in STRIKING
