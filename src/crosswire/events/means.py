"""With what it was done, by the words for it: an air strike is no beheading."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from crosswire.events.nodes import Node
from crosswire.events.pairs import Pair, Seen
from crosswire.model import Text

OTHER_MEANS = -1.2
NONE = frozenset[str]()


def means(pair: Pair) -> Seen | None:
    """What was done with one thing was not done with another; one act may be told by two of its means."""
    one, two = pair.left.means, pair.right.means
    if not one or not two or one & two:
        return None
    return Seen(OTHER_MEANS, "done with other means ({}, {})", (min(one), min(two)))


def means_of(node: Node) -> frozenset[str]:
    """The means that a node's words and its weapons tell of."""
    told = [*node.phrases, *(v.text for v in node.answers("weapon") if isinstance(v, Text))]
    return frozenset(name for name, begin in _means().items() if any(begin.search(words) for words in told))


@cache
def _means() -> Mapping[str, re.Pattern[str]]:
    rows = tomllib.loads((files("crosswire.events") / "data" / "means.toml").read_text("utf-8"))["means"]
    return {name: re.compile(rf"\b(?:{'|'.join(map(re.escape, row))})", re.IGNORECASE) for name, row in rows.items()}
