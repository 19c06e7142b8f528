"""What became of an event whose id leads to none any more: told from the log, which forgets nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from crosswire.errors import GoneIdError, UnknownIdError
from crosswire.model import Change, Listing

if TYPE_CHECKING:
    from crosswire.pipeline.keeping import Store

STORY = 500  # changes of one event that are looked at
NAMED = 5  # events that the words name


def gone(store: Store, eid: str) -> GoneIdError | None:
    """What to tell of an id that resolves to nothing; None where no event ever had it."""
    told = store.changes_of(eid, STORY)
    if not told:
        return None
    now = store.listed(_heirs(store, eid, told))
    story = _story(eid, told)
    return GoneIdError(_words(eid, story, list(now.values())), story, {i: one.title for i, one in now.items()})


@contextmanager
def unless_gone(store: Store, eid: str) -> Iterator[None]:
    """Raises GoneIdError where an UnknownIdError is of an id that an event once had."""
    try:
        yield
    except UnknownIdError as error:
        raise gone(store, eid) or error from error


def _heirs(store: Store, eid: str, told: list[Change]) -> list[str]:
    """The event it was merged into, else those that its reports tell of now."""
    heir = store.became(eid)
    while heir is not None:
        if (found := store.resolve(heir)) is not None:
            return [found]
        heir = store.became(heir)
    return sorted(set(store.homes_of(list(dict.fromkeys(r for c in told for r in c.reports))).values()))


def _story(eid: str, told: list[Change]) -> str:
    title = next((c.words for c in told if c.kind == "new"), eid)
    last = told[-1]
    when = f" since {last.at:%Y-%m-%d %H:%M} UTC" if last.at is not None else ""
    return f"“{title}” is no event of its own any more{when} ({last.words})"


def _words(eid: str, story: str, now: list[Listing]) -> str:
    if not now:
        return f"{eid}: {story}; its reports tell of no event now"
    named = "; ".join(f"{one.id} “{one.title}”" for one in now[:NAMED])
    return f"{eid}: {story}; its reports now tell of {named}" + (", and others" if len(now) > NAMED else "")
