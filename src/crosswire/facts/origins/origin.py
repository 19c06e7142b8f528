"""Where one claim comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from crosswire.model import OriginKind

Voice = Literal["state", "body", "own"]


@dataclass(frozen=True, slots=True)
class Trace:
    """Where one claim comes from: a key (equal keys are one origin), what it is, and why we think so.

    `voice` tells what it speaks for: a "state" as a whole, one "body", or only itself ("own"). `country` is that of a
    state or a body, None where it is not known; `offices` the words that tell which body it is or speaks for, once
    for each way in which it is called; `owner` whoever owns an outlet; `own_reporting`: an outlet's people saw it or
    asked for it themselves; `office`: it holds an office of a state or a town; `copied`: it was
    found by following copied words to the report they come from; `headline`: it stands in a headline, which leaves out
    on whose word it is; `towns` and `states`: those words of its offices that are names of places and of countries;
    `agency`: it is an agency of a known state; `anybody`: a person of whom no report tells what they are; `through`:
    the keys of those on whose word alone it is that the origin said so, media aside; `secondhand`: why it cannot know
    it at first hand, empty where it may; `side`: a "client" whose words are those of who speaks for them, or an "agent"
    of whom nobody tells for whom they speak.
    """

    key: str
    name: str
    kind: OriginKind
    reason: str
    voice: Voice = "own"
    country: str | None = None
    offices: frozenset[frozenset[str]] = frozenset()
    owner: str | None = None
    own_reporting: bool = False
    office: bool = False
    copied: bool = False
    headline: bool = False
    towns: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    agency: bool = False
    anybody: bool = False
    through: frozenset[str] = frozenset()
    secondhand: str = ""
    side: str = ""

    @property
    def tells_news(self) -> bool:
        """Whether it is a news medium, which tells what it heard or saw and is no party to it."""
        return self.kind in ("agency", "outlet") and self.voice == "own"

    @property
    def is_medium(self) -> bool:
        """Whether it is a news medium that may only pass on what others said."""
        return self.tells_news and not self.own_reporting

    @property
    def carries(self) -> bool:
        """Whether it may only pass on what others know: a medium, or whoever cannot know it at first hand."""
        return self.is_medium or bool(self.secondhand)

    @property
    def known(self) -> bool:
        """Whether the origin can add independence."""
        return self.kind not in ("unknown", "unnamed")


@lru_cache(maxsize=4096)  # half of what reports tell: each time the same of one report
def nobodys(report: str, outlet: str | None) -> Trace:
    """Where that comes from which a report tells in its own voice, on nobody's word that is known."""
    name = f"{outlet or 'an unnamed outlet'} (source not named)"
    return Trace(f"voice:{report}", name, "unknown", "told in the outlet's own voice, no source named")


def of_state(country: str) -> str:
    """The key under which a state as a whole passes on what another said, whoever speaks for it."""
    return f"state:{country}"


def joined(a: Trace, b: Trace) -> Trace:
    """Two traces to one origin as one that tells what either does: its own reporting, its offices, its country."""
    if a is b or a == b:  # most origins behind an answer tell it once, or in one manner
        return a
    told = min(a, b, key=lambda t: (not t.own_reporting, t.country or "~", t.reason))
    owner = min((one for one in (a.owner, b.owner) if one), default=None)
    both = replace(
        told,
        offices=a.offices | b.offices,
        towns=a.towns | b.towns,
        states=a.states | b.states,
        agency=a.agency or b.agency,
        anybody=a.anybody and b.anybody,
        owner=owner,
        through=_through(a, b),
        secondhand=min(a.secondhand, b.secondhand, key=len),
    )
    return told if both == told else both


def _through(a: Trace, b: Trace) -> frozenset[str]:
    """On whose word alone it is that one of two traces to one origin spoke: nobody's, where either has it directly."""
    return a.through | b.through if a.through and b.through else frozenset()
