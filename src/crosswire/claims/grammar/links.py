"""How an event's words stand to what is around them: vouched for, equated, set apart from others, told by the way."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.grammar.tree import (
    EARLIER,
    OBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    conjuncts,
    objects,
    phrases_of,
    prepositions,
    subject,
)
from crosswire.claims.infinitives import is_real
from crosswire.claims.tokens import children, kept
from crosswire.model import Order

PAST = frozenset({"recent", "earlier", "previous", "prior", "past", "last"})
ENDS = frozenset({"conclusion", "end", "aftermath", "wake", "close", "completion", "anniversary"})
LATER = frozenset({"before", "until", "ahead"})
TRIED = frozenset({"attempt", "try", "fail"})
ALIKE = frozenset({"similar", "comparable", "akin", "identical", "reminiscent"})
RECALLING = frozenset({"recall", "commemorate", "remember", "echo", "resemble"})


def witness(noun: Token, grammar: Grammar) -> tuple[Token, Token] | None:
    """(subject, verb) of the verb that vouches for the event noun: "Japan's coast guard detected the launches"; who is
    to monitor it has not yet."""
    head = noun.head
    if is_real(head) and noun.dep_ in OBJECTS + PASSIVE_SUBJECTS and head.lemma_.lower() in grammar.witness_verbs:
        vouching = subject(head)
        return (vouching, head) if vouching is not None else None
    return None


def identical(a: Token, b: Token, grammar: Grammar) -> bool:
    """Whether the parse equates two nouns: "the launches mark the second test"."""
    verb = a.head
    if verb.i != b.head.i or verb.lemma_.lower() not in grammar.identity_verbs:
        return False
    return a.dep_ in SUBJECTS and b.dep_ in OBJECTS


def is_another(trigger: Token, grammar: Grammar) -> bool:
    """Whether the words set the event apart from those told so far: "another quake", "hit a second ship", "also", "the
    last such attack"."""
    since = trigger.dep_ == "pobj" and trigger.head.lower_ == "since"  # "the deadliest since the attacks of 2001"
    if since or is_recalled(trigger) or _is_in_another(trigger, grammar):
        return True
    nouns = [*objects(trigger), trigger]
    if trigger.pos_ != "VERB":  # "a lower court's ruling", "the arrest of another man"
        nouns = [trigger, *(c for c in trigger.lefts if c.dep_ in ("compound", "poss"))]
        nouns += [noun for word, noun in prepositions(trigger) if word == "of"]
    before = {child.lower_ for noun in nouns for child in noun.lefts}
    return bool(before & grammar.another) or {"last", "such"} <= before


def _is_in_another(trigger: Token, grammar: Grammar) -> bool:
    """Whether the clause opens with the occurrence that it tells of, set apart from those told so far: "in a separate
    incident, gunmen shot a guard", "in another attack hours later"."""
    kinds = grammar.occurrences | grammar.mishaps | grammar.assaults
    clause = trigger
    for _ in range(6):
        for prep in clause.lefts if clause.pos_ in ("VERB", "AUX") else ():
            opened = [c for c in prep.rights if c.dep_ == "pobj"] if prep.lower_ == "in" else []
            if any(n.lemma_.lower() in kinds and n.i != trigger.i and _has_word(n, grammar.another) for n in opened):
                return True
        if clause.head.i == clause.i or (clause.pos_ in ("VERB", "AUX") and clause.dep_ in ("relcl", "ccomp", "acl")):
            return False
        clause = clause.head
    return False


def _has_word(noun: Token, words: frozenset[str]) -> bool:
    return any(child.lower_ in words for child in noun.lefts)


def is_recalled(noun: Token) -> bool:
    """Whether an event is only recalled or compared with: "the anniversary of the attack", "similar to the attack in
    Riva", "commemorated the battle"."""
    if noun.pos_ == "VERB":
        return False
    above = noun.head
    if noun.dep_ in ("compound", "poss", "nmod"):
        return above.lemma_.lower() == "anniversary"
    if noun.dep_ == "pobj":
        of = above.head.lemma_.lower()
        return of == "anniversary" or (above.lower_ in ("to", "of", "with") and of in ALIKE)
    return noun.dep_ in OBJECTS and above.pos_ == "VERB" and above.lemma_.lower() in RECALLING


def was_tried(trigger: Token) -> bool:
    """Whether an attempt was made: "attempted to launch", "made a failed attempt at launching", "failed to launch"."""
    above = trigger.head.head if trigger.dep_ == "pcomp" else trigger.head
    if any(c.lower_ in ("failed", "attempted", "unsuccessful", "aborted") and c.dep_ == "amod" for c in trigger.lefts):
        return True
    if above.lemma_.lower() not in TRIED:
        return False
    if above.pos_ == "NOUN":
        verb = above.head
        return (
            verb.pos_ in ("VERB", "AUX") and verb.tag_ in ("VBD", "VBN", "VBZ") and above.dep_ in (*OBJECTS, *SUBJECTS)
        )
    modal = any(c.tag_ == "MD" or c.dep_ == "neg" for c in children(above))
    return above.tag_ in ("VBD", "VBN") and not modal


def is_aside(trigger: Token) -> bool:
    """Whether the event only places or explains another: "near where a 6.4 quake hit", "after the attack of May"."""
    token = trigger
    for _ in range(8):
        if token.dep_ in ("relcl", "advcl") or (token.dep_ == "pobj" and token.head.lower_ in EARLIER):
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False


@kept
def looked_back_to(token: Token, grammar: Grammar) -> int | None:
    """The verb or noun under which a word tells of what had happened before: of 13 in "the attack comes after Israel
    struck Damascus, killing 13" it is "struck"; None where the sentence does not look back from an event so."""
    for _ in range(8):
        above = token.head
        if above.i == token.i:
            return None
        behind = {c.lower_ for c in children(token) if c.dep_ in ("mark", "prep")} if token.dep_ == "advcl" else set()
        if token.dep_ in ("pobj", "pcomp") and above.i != above.head.i:
            behind, above = {above.lower_}, above.head
        led = bool(behind & EARLIER) or (token.dep_ == "dobj" and above.lemma_ == "follow")
        if led and above.lemma_ in grammar.coming and subject(above) is not None:
            return token.i
        token = token.head
    return None


def order_of(trigger: Token) -> Order | None:
    """Whether the sentence sets the event before or after another one: "days after the U.S. unveiled a strategy"."""
    token = trigger
    told = any(c.lower_ in PAST and c.dep_ == "amod" for c in trigger.lefts)
    if told or _is_over(trigger) or any(c.lower_ == "previously" for c in trigger.lefts):
        return "before"
    for _ in range(6):
        words = {child.lower_ for child in children(token) if child.dep_ in ("mark", "prep") and child.i < token.i}
        if token.head.i != token.i and token.dep_ in ("pobj", "pcomp"):
            words.add(token.head.lower_)
        if words & EARLIER:
            return "before"
        if words & LATER:
            return None if _came_next(trigger, token) else "after"
        if token.head.i == token.i or (token.pos_ == "VERB" and token.dep_ in ("ROOT", "ccomp", "relcl")):
            return None
        token = token.head
    return None


def _came_next(trigger: Token, clause: Token) -> bool:
    """Whether a verb tells what came next: "ran through the hall before he was caught", of what was done."""
    told = trigger.i == clause.i and trigger.tag_ in ("VBD", "VBN", "VBG") and trigger.dep_ in ("advcl", "pcomp")
    above = trigger.head.head if trigger.dep_ == "pcomp" else trigger.head
    return told and above.tag_ == "VBD" and is_real(above) and is_real(trigger)


def _is_over(noun: Token) -> bool:
    """Whether it is told as ending or ended: "coinciding with the conclusion of Colby's visit"."""
    of = noun.head
    return noun.dep_ == "pobj" and of.head.lemma_.lower() in ENDS


def companions(token: Token) -> list[Token]:
    """Who acts with somebody: conjuncts, and "along with", "together with" somebody else."""
    found = conjuncts(token)
    for child in children(token):
        if child.lower_ in ("along", "together"):
            found.extend(noun for part in children(child) for _, noun in phrases_of(part) if part.lower_ == "with")
        elif child.lower_ == "with" and child.i and child.nbor(-1).lower_ in ("along", "together"):
            found.extend(noun for _, noun in phrases_of(child))
    return found


def appositions(noun: Token) -> Iterator[Token]:
    """What is put beside a noun; of "the arrest of its head, Dan Roe" the parser puts the name beside the arrest."""
    holders = (noun, noun.head.head) if noun.dep_ == "pobj" else (noun,)
    return (c for holder in holders for c in holder.rights if c.dep_ == "appos" and c.i > noun.i)
