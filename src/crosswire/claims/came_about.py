"""Whether what a mention tells came about, by more than its own clause: infinitives, attempts, announcements, and what
the noun that takes it up again was told to be ("will visit Kyiv in May. The visit was welcomed")."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from spacy.tokens import Token

from crosswire.claims.answers.fit import Answer
from crosswire.claims.decided import decided
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.links import was_tried
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.granted import is_cut_short
from crosswire.claims.infinitives import has_gathered, is_infinitive, is_real, was_able, was_done
from crosswire.claims.mentions_fit import NOMINAL, VERBAL
from crosswire.claims.stance.judge import Judgement
from crosswire.claims.tokens import children
from crosswire.claims.told import FINE, Told
from crosswire.model import Mention, Quantity

COMING = ("will", "wo", "'ll", "would", "'d")
AHEAD = ("expected", "hypothetical")
DAY = timedelta(days=1)
PAST = ("VBD", "VBN")
DURING = frozenset({"during", "after", "since", "following", "amid"})
LASTED = frozenset(  # what only an event that took place does
    (
        "last",
        "be",
        "end",
        "begin",
        "start",
        "continue",
        "resume",
        "conclude",
        "go",
        "take",
        "occur",
        "happen",
        "fail",
        "succeed",
    )
) | {"kill", "injure", "wound", "leave", "destroy", "damage"}


def came_about(
    told: Told, judgement: Judgement, earlier: Mention | None, grammar: Grammar, published: datetime | None = None
) -> Judgement:
    """The judgement of a mention; `earlier` is the one that it takes up, `published` when its report was."""
    judgement = _in_it(told, tried(told, settled(told.hit.token, judgement, grammar)))
    return decided(told, _ahead(told, _as_before(told.hit.token, judgement, earlier, grammar), published))


def counts_none(answer: Answer) -> bool:
    """Whether an answer counts none: "no one", "no casualties"."""
    return isinstance(answer.value, Quantity) and answer.value.low == answer.value.high == 0


def _in_it(told: Told, judgement: Judgement) -> Judgement:
    """What nobody was hurt in came about: "no one was injured in the fire" denies no fire."""
    verb, nouns = told.hit.token, told.hit.frame.nouns
    if judgement.stance != "denies" or verb.pos_ not in VERBAL or not any(counts_none(a) for a in told.answers):
        return judgement
    objects = (c for p in children(verb) if p.lower_ in ("in", "by", "from", "during") for c in children(p))
    if not any(c.dep_ == "pobj" and c.lemma_.lower() in nouns for c in objects):
        return judgement
    return replace(judgement, kind="fact", modality="happened", stance="states")


def _ahead(told: Told, judgement: Judgement, published: datetime | None) -> Judgement:
    """What is of a day that its report has not seen is to come: "the runoff is on 3 December", of 20 November."""
    when = told.when
    if published is None or when is None or when.start is None or when.granularity not in FINE:
        return judgement
    past = told.hit.token.tag_ in PAST or judgement.modality != "happened"
    if past or when.start < published + DAY:
        return judgement
    return replace(judgement, kind="expectation", modality="expected")


def as_it_is(judgement: Judgement, mention: Mention) -> Judgement:
    """What is told of an event by its own word is to come as the event is."""
    if judgement.modality != "happened" or mention.modality != "expected":
        return judgement
    return replace(judgement, kind="expectation", modality="expected")


def settled(trigger: Token, judgement: Judgement, grammar: Grammar) -> Judgement:
    """An infinitive is what somebody is to do ("pressed the U.N. to impose sanctions"), not what was done; and what
    will not be done denies nothing that was ("said it would not cut rates this year")."""
    if judgement.modality == "negated" and any(c.dep_ == "aux" and c.lower_ in COMING for c in trigger.lefts):
        return replace(judgement, kind="expectation", modality="hypothetical")
    if is_cut_short(trigger):
        return replace(judgement, kind="fact", modality="happened", stance="states")
    if judgement.modality == "happened" and _is_let(trigger):
        return replace(judgement, kind="expectation", modality="hypothetical")
    if not is_infinitive(trigger):
        return judgement
    if judgement.modality == "happened":
        done = was_done(trigger, grammar)
        return judgement if done else replace(judgement, kind="expectation", modality="hypothetical")
    unsure = judgement.modality == "hypothetical"
    done = unsure and (was_able(trigger) or has_gathered(trigger, grammar))
    return replace(judgement, kind="fact", modality="happened", stance="states") if done else judgement


def _is_let(verb: Token) -> bool:
    """Whether somebody only may do it: "a bill letting families sue"; whom the guards "let go" went."""
    let = verb.head
    open_to = let.lemma_.lower() == "let" and let.tag_ not in PAST and verb.dep_ in ("ccomp", "xcomp")
    return open_to and verb.tag_ in ("VB", "VBP") and verb.i > let.i


def tried(told: Told, judgement: Judgement) -> Judgement:
    """An attempt that was made is an event of the kinds that say so: a launch that failed was a launch."""
    unreal = judgement.modality in ("hypothetical", "negated") and told.hit.frame.attempts
    if not unreal or not was_tried(told.hit.token):
        return judgement
    return replace(judgement, kind="fact", modality="happened", stance="states")


def _as_before(trigger: Token, judgement: Judgement, earlier: Mention | None, grammar: Grammar) -> Judgement:
    """A noun that takes up what lies ahead is ahead as well, where its own sentence does not say that it took place."""
    if earlier is None or earlier.modality not in AHEAD or trigger.pos_ not in NOMINAL:
        return judgement
    if judgement.modality != "happened" or _took_place(trigger, grammar):
        return judgement
    return replace(judgement, kind="expectation", modality=earlier.modality)


def _took_place(noun: Token, grammar: Grammar) -> bool:
    """Whether what its sentence says of an event could only be said of one that was: "the visit lasted two hours",
    "held the talks", "after the attack he fled"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in DURING:
        return _is_past(noun.head.head)
    verb = noun.head
    if noun.dep_ == "nsubj":
        return _is_past(verb) and verb.lemma_.lower() in LASTED
    held = noun.dep_ in (*g.OBJECTS, *g.PASSIVE_SUBJECTS) and verb.lemma_.lower() in grammar.light_verbs
    return held and _is_past(verb)


def _is_past(verb: Token) -> bool:
    """Whether a verb tells what was done: "lasted", "has lasted", by no modal, negation or infinitive."""
    if verb.pos_ not in (*VERBAL, "AUX") or verb.tag_ not in PAST or not is_real(verb):
        return False
    return not any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VB", "VBG") for c in children(verb))
