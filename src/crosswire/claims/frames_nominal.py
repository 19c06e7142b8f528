"""The noun of a verb that tells of an event tells of it too: "arrested a mayor", "the arrest of a mayor".

A frame lists the verbs with the objects they need; each verb's noun (data/nominals.toml) with one of these words behind
"of", or before it, is a trigger of its own, so that no frame has to name it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from crosswire.model import Trigger


def with_nouns(triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """The triggers, and behind each verb's own that of its noun; where the frame names the noun itself, what it excepts
    ("a mock rocket attack") is excepted here too."""
    for trigger in triggers:
        yield trigger
        of = trigger.object or trigger.subject
        if not of or trigger.with_prep or trigger.with_head or trigger.object_type:
            continue
        for noun in sorted({noun for verb in trigger.verb for noun in _nominals().get(verb, ())}):
            own = [other.not_object for other in triggers if noun in other.noun]
            doers = trigger.subject if trigger.object else frozenset[str]()  # what hackers, not ministries, release
            yield Trigger(noun=frozenset({noun}), of=of, not_object=trigger.not_object.union(*own), subject=doers)


@cache
def _nominals() -> dict[str, tuple[str, ...]]:
    text = (files("crosswire.claims") / "data" / "nominals.toml").read_text("utf-8")
    return {verb: tuple(nouns) for verb, nouns in tomllib.loads(text).items()}
