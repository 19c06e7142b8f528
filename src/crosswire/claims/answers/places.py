"""The tokens in the grammatical places around an event's word that a frame names (`docs/frames.md`)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.events import accused, event_clauses, light_subject, owners, told_beside
from crosswire.claims.grammar.links import companions
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.grammar.said import content
from crosswire.claims.mentions_fit import meant
from crosswire.claims.tokens import children

RIMS = frozenset({"outskirt", "outskirts", "edge", "fringe", "coast", "shore", "bank", "border", "island", "slope"})
LOCATIVE = ("in", "at", "near", "off", "outside", "on", "along", "around")
INTENTS = ("threat", "plan", "order", "announcement", "proposal", "call", "offer", "imposition", "promise", "warning")
NAMED_PLACES = (
    "subject", "fellow", "object", "by", "possessor", "whose", "doer", "modifier", "dative", "charged", "named",
)  # fmt: skip


def tokens_at(trigger: Token, where: tuple[str, bool], grammar: Grammar, strangers: frozenset[int]) -> Iterator[Token]:
    """The tokens in a place around a trigger; `where`: the place, and whether it may be far off (`_phrases`)."""
    (place, _), verbal = where, trigger.pos_ == "VERB"
    if place == "subject":
        subject = g.subject(trigger) if verbal else light_subject(trigger, grammar) or accused(trigger, grammar)
        yield from g.conjuncts(meant(subject, trigger))[:1] if subject is not None else ()
    elif place == "fellow":  # who acts with the subject: "Israel and Hezbollah agreed"
        subject = g.subject(trigger) if verbal else light_subject(trigger, grammar)
        yield from companions(subject)[1:] if subject is not None else ()
    elif place == "object" and verbal:
        yield from g.objects(trigger)
    elif place in ("object", "charged", "named"):
        yield from told_beside(trigger, place, grammar)
    elif place == "by":
        yield from _agents(trigger, grammar)
    elif place == "possessor":
        yield from (child for child in children(trigger) if child.dep_ == "poss")
        yield from _intending(trigger)
    elif place in ("whose", "doer") and not verbal:
        yield from owners(trigger, place)
    elif place == "modifier":
        kinds = (c for c in trigger.lefts if c.dep_ in ("compound", "amod", "nmod") and not c.is_punct)
        yield from reversed([*kinds])  # in "the Balasore train accident" the train is the kind
    elif place == "dative":
        yield from (c for c in children(trigger) if c.dep_ == place)
    elif place == "content":  # what is said in a clause is about: "said he would open the hall"
        yield from content(trigger) if verbal else ()
    elif place not in NAMED_PLACES:
        yield from _phrases(trigger, where, grammar, strangers)


def _agents(trigger: Token, grammar: Grammar) -> Iterator[Token]:
    """Behind "by": of the trigger, of an active verb ("condemned the strike by the army"), and of a thing that is
    the subject, or what it was fired by ("a strike by the army hit", "a missile fired by it hit")."""
    subject = g.subject(trigger) if trigger.pos_ == "VERB" else None
    near = [trigger]
    if trigger.dep_ == "dobj" and not g.is_passive(trigger.head):
        near.append(trigger.head)
    if subject is not None and subject.pos_ == "NOUN":
        near += [subject, *(c for c in children(subject) if c.dep_ == "acl" and c.lemma_.lower() in grammar.fired)]
    yield from (by for one in near if (by := g.agent(one)) is not None and by.i > one.i)


def _intending(noun: Token) -> Iterator[Token]:
    """Whose threat, plan or order of it there is: "Trump's threat of a tariff", "Moscow's plans for a drill"."""
    of = noun.head
    if noun.dep_ == "pobj" and of.lower_ in ("of", "for") and of.head.lemma_.lower() in INTENTS:
        yield from (child for child in children(of.head) if child.dep_ == "poss")


def _phrases(trigger: Token, where: tuple[str, bool], grammar: Grammar, strangers: frozenset[int]) -> Iterator[Token]:
    """The nouns behind a preposition that hangs on the trigger, its light verbs, their objects and agents.

    Of another verb that the event is the subject of ("the attack killed two in Odesa", "the launch is no threat to us")
    none but phrases of place count, and those only where they may be so `far`. `strangers` are the event words of the
    passage: what hangs on another is its own. What stands right behind an event noun is told of it, whatever the parser
    hangs it on: of "killed in strikes on a funeral" the funeral was struck.
    """
    preposition, far = where
    for holder in event_clauses(trigger, grammar):
        lends = grammar.light_verbs | grammar.witness_verbs
        own = holder.i == trigger.i or holder.lemma_.lower() in lends or trigger.pos_ == "VERB"
        if holder.lemma_ == "be" or not (own or (far and preposition in LOCATIVE)):
            yield from (n for w, n in g.prepositions(holder) if w == preposition and n.head.i == trigger.i + 1)
            continue
        agent = g.agent(holder)  # "the visit by Macron to Berlin" is mostly parsed "Macron to Berlin"
        around = [
            holder,
            *(g.objects(holder) if holder.pos_ == "VERB" else []),
            *([agent] if agent is not None else []),
        ]
        around = [token for token in around if token.i not in strangers or token.i == trigger.i]
        for word, noun in (phrase for token in around for phrase in g.prepositions(token)):
            rim = preposition == "rim" and word == "on" and noun.lemma_.lower() in RIMS  # "on the outskirts of Doha"
            if rim or word in (preposition, preposition.removesuffix(" of")):
                yield noun
