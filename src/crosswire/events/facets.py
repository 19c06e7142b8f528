"""Nodes as comparing asks for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from crosswire.events.features.time import called_days, news_interval, own_interval
from crosswire.events.means import means_of
from crosswire.events.nodes import CALENDAR, NAME, NEWS, OPEN, Node
from crosswire.events.pairs import Facets, Spot
from crosswire.events.people import people
from crosswire.events.words import weights
from crosswire.model import Party, Place, Quantity, Text, Value

OF_A_PEOPLE = ("ian", "ean", "can", "ish", "ese", "tch", "ench", "aqi", "aeli", "emeni", "istani", "reek", "wiss")
NUMBERED = re.compile(rf"{NAME.pattern}|(?<=[a-z] )\d+\b")  # "Celia Grand 7" is not "Celia Grand 9"
WHOSE = re.compile(r" (?:of|from|in|at|on|near|outside|with) .*", re.DOTALL)
NONE = frozenset[str]()
V = TypeVar("V", bound=Value)

# Equal places -> one spot: a story's reports tell of the same few.
_spot = lru_cache(maxsize=20_000)(Spot)


def facets(node: Node) -> Facets:
    """A node's facets."""
    if node.frame == NEWS:
        about = tuple(weights(vector) for vector in node.about)
        return Facets({}, {}, {}, {}, {}, NONE, NONE, NONE, None, None, NONE, about, NONE)
    texts, scene = _of_type(node, Text), node.scene
    if node.frame == OPEN:
        texts = {name: found for name, found in texts.items() if name != "happened"}  # `deed` compares what was done
    return Facets(
        parties=_of_type(node, Party),
        places={name: tuple(map(_spot, found)) for name, found in _of_type(node, Place).items()},
        quantities=_of_type(node, Quantity),
        texts={name: frozenset(v.name for v in found) for name, found in texts.items()},
        called={name: called for name, found in texts.items() if (called := _called(found))},
        words=frozenset(node.words),
        names=frozenset(node.names),
        proper=frozenset(node.names).union(_proper(node)),
        own=own_interval(node),
        news=news_interval(node),
        days=called_days(node),
        weights=(),
        means=means_of(node),
        country=(scene and scene.country) or None,
        lands=frozenset(node.lands),
    )


def _of_type(node: Node, kind: type[V]) -> Mapping[str, tuple[V, ...]]:
    """The values of a type by question; only questions that have any."""
    found = {name: tuple(v for v in values if isinstance(v, kind)) for name, values in node.values}
    return {name: values for name, values in found.items() if values}


def _proper(node: Node) -> set[str]:
    """The names in a node's answers."""
    told = (v for _, values in node.values for v in values if isinstance(v, Party | Place | Text))
    return {word for v in told for word in NAME.findall(f"{v.text} {v.name}")} - CALENDAR


def _own_words(value: Text) -> str:
    """What an answer calls a thing; of a word for people no more than comes behind it."""
    if value.name not in people():
        return value.text
    at = value.text.lower().find(value.name)
    return WHOSE.sub("", value.text[max(0, at) :])


def _called(values: tuple[Text, ...]) -> frozenset[str]:
    """The proper names in words for a thing: the ship's in "the tanker Mercer Street", no "Russian" of a tanker, nor
    whose somebody is: "the Hawks player", "a man from Elm Street"."""
    found = {word for value in values for word in NUMBERED.findall(_own_words(value))}
    return frozenset(word for word in found - CALENDAR if not word.endswith(OF_A_PEOPLE))
