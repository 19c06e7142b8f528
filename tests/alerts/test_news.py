"""What is said to be news, in which words, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.alerts.decide import decide
from crosswire.alerts.news import Look
from crosswire.model import Change, Fact, Picture, Place, Quantity, Text, Told, Value, Watch
from tests.alerts.build import NOW, change, fact, number, picture, watch

ONE_ORIGIN = watch(least_standing="reported", least_origins=0)
SOMEBODY = watch(least_standing="reported", least_origins=1)
KM_10, MILES_6 = Quantity("10 km", 10, 10, "exact", "km"), Quantity("6.2 miles", 6.2, 6.2, "exact", "mi")
SEA = Place("in the Pale Sea", "Pale Sea", None, 70.0, 31.0, "in", "sea", 500.0)
SPOT = Place("40 km north of Karsk", "Karsk", "NO", 70.4, 31.0, "north of", "city", 8.0)


def scale(unit: str) -> tuple[str, float] | None:
    return {"km": ("length", 1.0), "mi": ("length", 1.609)}.get(unit)


def told(known: Picture, asked: Watch) -> Told:
    found = decide(asked, None, known, Look(now=NOW)).told
    assert found is not None
    return found


def news(asked: Watch, before: Picture, after: Picture, *changes: Change) -> list[tuple[str, str]]:
    look = Look(changes, NOW, scale=scale)
    return list(decide(asked, told(before, asked), after, look).news)


def rose(attribute: str, before: Value, after: Value) -> Change:
    return change("value", attribute, before=before, after=after)


def sides(attribute: str, *values: Value) -> Fact:
    """A dispute, each side on an origin of its own."""
    made = fact(attribute, values[0], "disputed", 2)
    told_by = [
        replace(made.candidates[0], value=v, independent=(f"origin-{i}",), origins=(f"origin-{i}",))
        for i, v in enumerate(values)
    ]
    return replace(made, candidates=tuple(told_by))


@pytest.mark.parametrize(
    ("asked", "before", "after", "changes", "said"),
    [
        # an answer that is new is news where it stands as asked
        (watch(), picture(), picture(fact("killed", number(2))), (), ["Told now, confirmed by 2 independent origins"]),
        (watch(), picture(), picture(fact("killed", number(2), "reported", 1)), (), []),
        (
            ONE_ORIGIN,
            picture(),
            picture(fact("killed", number(2), "reported", 1)),
            (),
            ["on one origin only (Origin 0)"],
        ),
        (SOMEBODY, picture(), picture(fact("killed", number(2), "reported", 1)), (), ["one origin only (Origin 0)"]),
        (SOMEBODY, picture(), picture(fact("killed", number(2), "reported", 0)), (), []),
        # what no answer holds to is news to nobody who was told none
        (ONE_ORIGIN, picture(), picture(replace(sides("toward", SEA, SPOT), value=None)), (), []),
        # a dispute names its sides
        (
            watch(),
            picture(fact("killed", number(2))),
            picture(sides("killed", number(2), number(9))),
            (),
            ["killed? disputed: 2 (Origin 0) against 9 (Origin 1)"],
        ),
        # all that the same origins confirm now, in one line
        (
            ONE_ORIGIN,
            picture(fact("killed", number(2), "reported", 1), fact("hurt", number(5), "reported", 1)),
            picture(fact("killed", number(2)), fact("hurt", number(6))),
            (),
            ["Now confirmed by 2 independent origins (Origin 0, Origin 1): killed? 2. hurt? 6 (before: 5)."],
        ),
        (
            watch(),
            picture(fact("killed", number(2))),
            picture(fact("killed", number(2), "reported", 1)),
            (),
            ["killed? 2: now on one origin only (Origin 0); it was confirmed"],
        ),
        # a number on one origin that grew is news also to whoever asks for what is confirmed
        (
            watch(),
            picture(fact("killed", number(2), "reported", 1)),
            picture(fact("killed", number(9), "reported", 1)),
            (rose("killed", number(2), number(9)),),
            ["killed? 9, before: 2 (on one origin only (Origin 0))"],
        ),
        # the same in another unit or in fewer words is none
        (
            watch(),
            picture(fact("depth", KM_10)),
            picture(fact("depth", MILES_6)),
            (rose("depth", KM_10, MILES_6),),
            [],
        ),
        (
            watch(),
            picture(fact("where", SPOT)),
            picture(fact("where", SEA)),
            (rose("where", SPOT, SEA),),
            [],
        ),
        (
            watch(),
            picture(fact("where", SEA)),
            picture(fact("where", SPOT)),
            (rose("where", SEA, SPOT),),
            ["where? 40 km north of Karsk, before: in the Pale Sea"],
        ),
        # one is the other with a word more
        (
            watch(),
            picture(fact("vessel", Text("Astra Dawn", "dawn"))),
            picture(fact("vessel", Text("bulk carrier Astra Dawn", "carrier"))),
            (rose("vessel", Text("Astra Dawn", "dawn"), Text("bulk carrier Astra Dawn", "carrier")),),
            [],
        ),
        # what is told of the event no more, where the reader could rely on it
        (
            watch(),
            picture(fact("killed", number(2))),
            picture(),
            (replace(change("withdrawn", "killed"), words="killed? No report answers it any more"),),
            ["killed? “2” is told of this event no more"],
        ),
        (
            watch(),
            picture(fact("killed", number(2), "reported", 1)),
            picture(),
            (replace(change("withdrawn", "killed"), words="killed? No report answers it any more"),),
            [],
        ),
        # that it happened at all, in other words, is no news
        (watch(), picture(), picture(), (rose("happened", Text("struck", ""), Text("hit", "")),), []),
    ],
)
def test_what_is_said(
    asked: Watch, before: Picture, after: Picture, changes: tuple[Change, ...], said: list[str]
) -> None:
    found = news(asked, before, after, *changes)
    assert len(found) == len(said), found
    for (_, words), wanted in zip(found, said, strict=True):
        assert wanted in words


def test_what_undoes_something_comes_first() -> None:
    before = picture(fact("killed", number(2)), fact("hurt", number(5), "reported", 1))
    after = picture(sides("killed", number(2), number(9)), fact("hurt", number(5)))
    assert [kind for kind, _ in news(watch(), before, after)] == ["disputed", "up"]


def test_slow_drift_adds_up_to_the_bound() -> None:
    """Each step is below the bound; what the reader was told is not."""
    asked = watch(bounds={"killed": 3})
    was = told(picture(fact("killed", number(2))), asked)
    for count in (3, 4):
        step = rose("killed", number(count - 1), number(count))
        assert not decide(asked, was, picture(fact("killed", number(count))), Look((step,), NOW)).tell
    last = rose("killed", number(4), number(5))
    assert decide(asked, was, picture(fact("killed", number(5))), Look((last,), NOW)).tell
