"""Consistency checks: what fits, what does not, and what these reports cannot settle."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from crosswire.facts.checks import Known, check_all
from crosswire.model import Check, Claim, Event, Mention, Place, Quantity, Report, Role, Span, Time, Value
from tests.builders import claim, day, mention, report

KM = {"km": ("length", 1000.0), "mi": ("length", 1609.344)}


def scale(unit: str) -> tuple[str, float] | None:
    return KM.get(unit)


def event(of: Mention, when: Time | None, role: Role = "main") -> Event:
    return Event(f"event-{of.id}", of.frame, role, f"{of.frame} of {of.report}", when, None, (of.id,), (of.report,))


def answer(of: Report, at: Mention, attribute: str, value: Value) -> Claim:
    made = claim(of, value)
    return replace(made, id=f"{made.id}-{attribute}", mention=at.id, attribute=attribute)


def checks(*told: tuple[Event, Mention, list[Claim]]) -> list[Check]:
    known = Known(
        [e for e, _, _ in told],
        {e.id: claims for e, _, claims in told},
        {m.id: m for _, m, _ in told},
        scale,
    )
    return list(check_all(known))


def said_on(words: str, iso: str) -> Time:
    start = datetime.fromisoformat(iso).replace(tzinfo=UTC)
    return Time(words, start, start + timedelta(days=1), "day")


def dated(words: str, iso: str, other: str = "") -> list[tuple[str, str]]:
    of = report("A", "It fell on that day.")
    m = mention(of, "weapons_test", day(iso))
    claims = [answer(of, m, "when", said_on(words, iso))]
    if other:
        b = report("B", "Told elsewhere.")
        claims.append(answer(b, m, "when", said_on(other, iso)))
    return [(c.kind, c.verdict) for c in checks((event(m, day(iso)), m, claims))]


def test_a_weekday_beside_its_date() -> None:
    assert dated("Tuesday, Jan. 27, 2026", "2026-01-27") == [("weekday", "consistent")]
    assert dated("Monday, Jan. 27, 2026", "2026-01-27") == [("weekday", "inconsistent")]


def test_a_weekday_in_one_report_and_the_date_in_another() -> None:
    assert dated("Tuesday", "2026-01-27", "January 27, 2026") == [("weekday", "consistent")]
    assert dated("Tuesday", "2026-01-27") == []


def ordinal(text: str, *earlier: str) -> list[tuple[str, str]]:
    of = report("A", text)
    at = text.index("test")
    m = replace(mention(of, "weapons_test", day("2026-03-04")), trigger=Span.of(text, at, at + 4))
    told = [(event(m, day("2026-03-04")), m, [answer(of, m, "when", day("2026-03-04"))])]
    for i, iso in enumerate(earlier):
        b = report(f"B{i}", f"Earlier {iso}")
        past = mention(b, "weapons_test", day(iso))
        told.append((event(past, day(iso), "background"), past, []))
    return [(c.kind, c.verdict) for c in checks(*told)]


def test_the_second_this_year_is_counted() -> None:
    text = "It was the second missile test this year."
    assert ordinal(text, "2026-01-05") == [("ordinal", "consistent")]
    assert ordinal(text) == [("ordinal", "unchecked")]
    assert ordinal(text, "2026-01-05", "2026-02-05") == [("ordinal", "inconsistent")]
    assert ordinal(text, "2025-12-05") == [("ordinal", "unchecked")]


def test_an_ordinal_behind_the_act_it_counts() -> None:
    assert ordinal("The test is the second of its kind this year.", "2026-01-05") == [("ordinal", "consistent")]
    assert ordinal("It made the test in the north, in its second launch this year.", "2026-01-05") == [
        ("ordinal", "consistent")
    ]


def test_an_ordinal_over_weeks_back() -> None:
    text = "It was the second test in a week."
    assert ordinal(text, "2026-02-26") == [("ordinal", "consistent")]
    assert ordinal(text, "2026-01-05") == [("ordinal", "unchecked")]
    assert ordinal("It was the third test in as many weeks.", "2026-02-20", "2026-02-25") == [("ordinal", "consistent")]
    assert ordinal("It was the second test in months.", "2026-02-20") == []


def test_an_ordinal_of_something_else_is_not_counted() -> None:
    assert ordinal("After the test the second storm this year came.", "2026-01-05") == []


def place(name: str, lat: float, lon: float, radius: float = 10.0) -> Place:
    return Place(name, name, None, lat, lon, "from", "city", radius)


def flight(km: float, radius: float = 10.0) -> list[str]:
    of = report("A", "It flew.")
    m = mention(of, "weapons_test", day("2026-03-04"))
    claims = [
        answer(of, m, "from", place("Pyongyang", 39.03, 125.75)),
        answer(of, m, "landed", place("Wonsan", 39.15, 127.44, radius)),
        answer(of, m, "distance", Quantity(f"{km} km", km, km, "about", "km")),
    ]
    return [c.verdict for c in checks((event(m, day("2026-03-04")), m, claims)) if c.kind == "distance"]


def test_a_distance_against_the_places() -> None:
    assert flight(150) == ["consistent"]
    assert flight(900) == ["inconsistent"]
    assert flight(20) == ["inconsistent"]


def test_a_sea_fits_nearly_any_distance() -> None:
    assert flight(600, 700) == ["unchecked"]
    assert flight(600, 20) == ["inconsistent"]
    assert flight(2000, 700) == ["inconsistent"]


def parts(text: str) -> list[tuple[str, str]]:
    of = report("A", text)
    m = mention(of, "attack", day("2026-03-04"))
    return [(c.kind, c.verdict) for c in checks((event(m, day("2026-03-04")), m, []))]


def test_parts_against_the_whole() -> None:
    assert parts("It killed 12 people, including 3 children.") == [("arithmetic", "consistent")]
    assert parts("It killed 12 people, including 30 children.") == [("arithmetic", "inconsistent")]
    assert parts("It killed 12 people.") == []
