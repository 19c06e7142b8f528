"""When and where the event told before was, by a sentence that calls it no name: "The incident happened at 8 p.m."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from crosswire.claims import grammar as g
from crosswire.claims.answers_clause import in_clause
from crosswire.claims.answers_fit import Answer, Context
from crosswire.claims.mentions import Hit
from crosswire.claims.tokens import children, sentence_end
from crosswire.claims.told import Told

GENERAL = frozenset({"incident", "tragedy", "accident", "disaster", "event", "episode", "mishap", "attack", "ordeal"})
HAPPENS = frozenset({"happen", "occur", "unfold", "transpire"})
POINTS = frozenset({"it", "this", "that"})


def happened_then(
    first: Token, passage: int, before: Iterable[Told], context: Context
) -> tuple[Told, list[Answer]] | None:
    """The event told last and what a sentence (given by its first token) adds to it; None where it adds nothing."""
    verb = next(_happening(first), None)
    told = [t for t in before if not t.hit.frame.speech and not t.absorbed and t.refers is None]
    if verb is None or not told:
        return None
    last = max(told, key=lambda t: t.order)
    hit = Hit(last.hit.frame, passage, verb)
    asked = (a for a in last.open_questions() if a.name in ("when", "where"))
    found = (next(in_clause(hit, attribute, context), None) for attribute in asked)
    answers = [answer for answer in found if answer is not None]
    return (last, answers) if answers else None


def _happening(first: Token) -> Iterator[Token]:
    """The verbs of a sentence that say of something general only that it happened."""
    for token in first.doc[first.i : sentence_end(first)]:
        if token.pos_ == "VERB" and (token.lemma_.lower() in HAPPENS or _takes_place(token)):
            subject = g.nearest(token, g.SUBJECTS)
            if subject is not None and _is_general(subject):
                yield token


def _takes_place(verb: Token) -> bool:
    return verb.lemma_ == "take" and any(c.dep_ == "dobj" and c.lower_ == "place" for c in children(verb))


def _is_general(subject: Token) -> bool:
    """Whether a subject names no event of its own: "it", "the incident", "this tragedy"."""
    if subject.lower_ in POINTS:
        return True
    definite = any(c.lower_ in ("the", "this") for c in subject.lefts)
    return definite and subject.lemma_.lower() in GENERAL
