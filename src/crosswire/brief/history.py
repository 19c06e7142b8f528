"""How a figure changed: what was told earlier, when first, by whom, and what replaced it."""

from __future__ import annotations

from crosswire.brief.index import Index
from crosswire.brief.moments import clock, day
from crosswire.brief.phrase import phrase
from crosswire.model import Earlier, Fact


def history(fact: Fact, index: Index) -> tuple[str, ...]:
    """One line for each answer that has been replaced, the earliest first."""
    return tuple(_line(earlier, index) for earlier in fact.history)


def _line(earlier: Earlier, index: Index) -> str:
    names = dict.fromkeys(index.origins[o].name for o in earlier.origins if o in index.origins)
    by = f" ({', '.join(names)})" if names else ""
    when = f"{day(earlier.first)}, {clock(earlier.first)}: " if earlier.first else ""
    return f"{when}{phrase(earlier.value, index.wording)}{by}, since then {phrase(earlier.replaced_by, index.wording)}"
