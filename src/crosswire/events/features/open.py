"""Whether two mentions of what no frame knows tell of one act, done by and to the same.

A frame's kind says much of what two mentions have in common; here the verb has to, and who and what it joins. The act
is one verb, or two of one group of compare/acts.toml. Whom or what it is done to must be the same by name, or by the
same words with nothing against who did it; of an act that is done to nobody, who did it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from crosswire import compare
from crosswire.events.nodes import CALENDAR, OPEN, Node
from crosswire.events.pairs import TOPIC, VETO, Pair, Seen
from crosswire.events.people import are_apart, people
from crosswire.model import Party, Text, Value

DOER, PATIENT, PLACES, ASKED = ("who", "cause"), ("whom", "what"), ("to", "from"), ("to_do",)
TITLED = 0.8  # how prominent a title's mention of this kind is: it may write every word with a capital
UNSURE = -3.0  # nothing says that they are two, nor that they are one
IN_LEADS = 0.3  # a mayor calls on the council, and calls for a vote
SOMEBODY, IN_STORY = -1.0, 2.2  # a man and a passenger: in two reports of one story the same
NAME = re.compile(r"\b[A-Z][\w'’-]{2,}")
Common = Literal["name", "words", "person", "unknown", "apart"]


def deed(pair: Pair) -> Seen | None:
    """What is done, by whom and to whom: of a kind that no frame knows."""
    if pair.frame.name != OPEN:
        return None
    one, two = act(pair.a), act(pair.b)
    if one is None or two is None or not compare.one_act(one, two):
        return Seen(VETO, "two acts ({} and {})", (one, two))
    befalls = [any(n.answers(name) for name in PATIENT) for n in (pair.a, pair.b)]
    doer, patient = (_common(pair, part) for part in (DOER, PATIENT if any(befalls) else ASKED))
    if "apart" in (doer, patient):
        return Seen(VETO, "{} by or to others", (one,))
    points = _points(doer, patient if all(befalls) else None) if befalls[0] == befalls[1] else None
    if points is None and doer == "name" and _may_be_parts(pair):
        points = IN_LEADS
    if points is None:  # or only one tells to whom or what it is done
        return Seen(UNSURE, "who and what are not surely the same")
    if any(_common(pair, (name,)) == "apart" for name in PLACES):
        return Seen(points - 1.0, "the same act ({}), to or from others", (one,))
    return Seen(points, "the same act ({}) by or to the same", (one,))


def _points(doer: Common, patient: Common | None) -> float | None:
    """What the parts of an act speak for its being one; None where they do not. Of an act that is done to nobody
    `patient` is None."""
    if patient is None:
        return {"name": 0.5, "words": 0.0, "person": SOMEBODY}.get(doer)
    if patient == "name":
        return 0.3 if doer == "unknown" else 0.6
    if "person" in (doer, patient):
        return SOMEBODY if patient in ("words", "person") else None
    return {"name": 0.6, "words": 0.5, "unknown": 0.2}.get(doer) if patient == "words" else None


def _may_be_parts(pair: Pair) -> bool:
    """Whether two reports lead with what one tells to whom and the other what for, or both in one noun: a mayor called
    on the council, and called for an extension."""
    told = [(pair.a.answers(name), pair.b.answers(name)) for name in PATIENT]
    heads = [({_head(v) for v in one}, {_head(v) for v in two}) for one, two in told if one and two]
    led = min(pair.a.prominence, pair.b.prominence) >= TOPIC
    return led and all(one & two for one, two in heads)


def _head(value: Value) -> str:
    return (value.name if isinstance(value, Text) else value.text).lower().split()[-1].rstrip("s")


def act(node: Node) -> str | None:
    """What was done: a verb's lemma."""
    return next((v.name for v in node.answers("happened") if isinstance(v, Text)), None)


def _common(pair: Pair, names: Sequence[str]) -> Common:
    """What two mentions have in common in one part."""
    left, right = ([(name, v) for name in names for v in node.answers(name)] for node in (pair.a, pair.b))
    titled = pair.a.prominence >= TITLED and pair.b.prominence >= TITLED
    found = [(_one(a, b, titled), one == other) for one, a in left for other, b in right]
    mixed = names == PATIENT  # whom and what may be two parts of one act
    told = {"unknown" if mixed and common == "apart" and not alike else common for common, alike in found}
    order: tuple[Common, ...] = ("name", "words", "person", "apart")
    return next((common for common in order if common in told), "unknown")


def _one(a: Value, b: Value, titled: bool) -> Common:
    """What two answers have in common: a name, their words, or nothing; two names are two."""
    one, two = _proper(a), _proper(b)
    if one & two and not (titled and isinstance(a, Text) and isinstance(b, Text)):
        return "name"
    if isinstance(a, Party) and isinstance(b, Party) and a.name == b.name:
        return "name" if one else "words"
    if isinstance(a, Party) and isinstance(b, Party) and a.kind in ("country", "forces") and a.country == b.country:
        return "name"
    texts = [v if isinstance(v, Text) else Text(v.text, v.text.lower().split()[-1]) for v in (a, b)]
    if compare.texts(*texts).agrees:
        return "words"
    return "apart" if one and two else _of_people(a, b) or ("unknown" if one or two else "apart")


def _of_people(a: Value, b: Value) -> Common | None:
    """What two have in common of whom one at least has no name, if both are people: "a man" and "the passenger"."""
    words = [None if isinstance(v, Party) and v.kind == "person" else getattr(v, "name", "") for v in (a, b)]
    if any(word is not None and word not in people() for word in words):
        return None
    return "apart" if are_apart(*(word or "" for word in words)) else "person"


def in_story(pair: Pair, seen: Sequence[tuple[str, Seen]]) -> Seen | None:
    """Whom two reports of one story both lead with, by words for people: one."""
    led = min(pair.a.prominence, pair.b.prominence) >= TOPIC
    unsure = any(name == "deed" and one.points == SOMEBODY for name, one in seen)
    return Seen(IN_STORY, "the topic of both reports, which tell one story") if led and unsure else None


def _proper(value: Value) -> set[str]:
    """The names in an answer, but for those of days and months."""
    if isinstance(value, Party) and value.name[:1].isupper():
        return set(NAME.findall(value.name)) - CALENDAR
    return set(NAME.findall(value.text)) - CALENDAR if isinstance(value, Text) else set()
