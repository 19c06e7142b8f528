"""What changed from one picture of an event to the next, told to a reader."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.compare import Scale, compare
from crosswire.model import Change, ChangeType, Fact, Picture, StandingName, Value

HEIGHT: dict[StandingName, int] = {"withdrawn": 0, "disputed": 1, "reported": 2, "corroborated": 3}


def changes(before: Picture | None, after: Picture, scale: Scale) -> tuple[Change, ...]:
    """The changes of one event, none where nothing a reader is told has changed; of what is not listed, none."""
    if not after.real:
        return (Change(after.event.id, "gone", "no report tells of it as an event any more"),) if _real(before) else ()
    fresh = tuple(r for r in after.event.reports if before is None or r not in before.event.reports)
    if before is None or not before.real:
        return (Change(after.event.id, "new", after.event.title, reports=fresh),)
    found = tuple(_facts(before, after, fresh, scale))
    if not found and fresh:
        more = "one more report" if len(fresh) == 1 else f"{len(fresh)} more reports"
        found = (Change(after.event.id, "report", f"{more}; nothing known has changed", reports=fresh),)
    return found


def _real(picture: Picture | None) -> bool:
    return picture is not None and picture.real


def _facts(before: Picture, after: Picture, fresh: tuple[str, ...], scale: Scale) -> Iterator[Change]:
    old = {f.attribute: f for f in before.facts}
    new = {f.attribute: f for f in after.facts}
    for name, fact in new.items():
        change = _fact(old.get(name), fact, fresh, scale)
        if change is not None:
            yield change
    for name in old.keys() - new.keys():
        fact = old[name]
        words = f"{fact.question} No report answers it any more"
        yield Change(fact.event, "withdrawn", words, name, fact.value, None, fact.standing, None, fresh)


def _fact(old: Fact | None, new: Fact, fresh: tuple[str, ...], scale: Scale) -> Change | None:
    was = old.standing if old else None
    before = old.value if old else None
    if was == new.standing and _same(before, new.value, scale):
        return None
    kind = _kind(old, new)
    answer = new.value.text if new.value else "no answer holds"
    told = f"{new.question} {answer}: {new.standing}" + (f", was {was}" if was and was != new.standing else "")
    words = f"{told}; {new.reasons[0]}" if new.reasons else told
    return Change(new.event, kind, words, new.attribute, before, new.value, was, new.standing, fresh)


def _same(a: Value | None, b: Value | None, scale: Scale) -> bool:
    """Whether a reader is told the same answer: "about 350 km" and "some 217 miles" are no change."""
    return a == b or (a is not None and b is not None and compare(a, b, scale).relation == "same")


def _kind(old: Fact | None, new: Fact) -> ChangeType:
    if old is not None and old.standing == new.standing:
        return "value"
    if new.standing in ("disputed", "withdrawn"):
        return "disputed" if new.standing == "disputed" else "withdrawn"
    return "up" if old is None or HEIGHT[new.standing] > HEIGHT[old.standing] else "down"
