"""Pictures of one event for the tests of alerting: the quake off Karsk, told by so many origins."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from crosswire.model import (
    Candidate,
    Change,
    Event,
    Fact,
    Origin,
    Party,
    Picture,
    Place,
    Quantity,
    StandingName,
    Text,
    Time,
    Value,
    Watch,
)

NOW = datetime(2026, 1, 28, 9, 0, tzinfo=UTC)
KARSK = Place("off Karsk", "Karsk", "NO", 70.0, 31.0, "in", "city", 5.0)
DAY = timedelta(days=1)


def number(low: float, text: str | None = None) -> Quantity:
    """A plain number."""
    return Quantity(text or f"{low:g}", low, low, "exact", "1")


def fact(attribute: str, value: Value, standing: StandingName = "corroborated", origins: int = 2) -> Fact:
    """One question answered by so many independent origins."""
    ids = tuple(f"origin-{i}" for i in range(origins))
    candidate = Candidate(value, (), ids, ids)
    credibility = {"corroborated": 1, "reported": 3, "disputed": 4, "withdrawn": 5}[standing]
    return Fact(
        "event-1", attribute, f"{attribute}?", standing, credibility, value, (candidate,), (f"{origins} origins",)
    )


def picture(
    *facts: Fact,
    standing: StandingName = "corroborated",
    origins: int = 2,
    frame: str = "earthquake",
    ahead: bool = False,
    when: datetime = NOW - DAY,
    real: bool = True,
) -> Picture:
    """What is known of the quake."""
    time = Time("then", when, when + DAY, "day")
    event = Event("event-1", frame, "ahead" if ahead else "main", "Earthquake off Karsk", time, KARSK, ("m",), ("r",))
    named = tuple(Origin(f"origin-{i}", f"Origin {i}", "official", ("r",), ()) for i in range(origins))
    happened = fact("happened", Text("struck", ""), standing, origins)
    who = fact("who", Party("Northland", "Northland", "NO"))
    return Picture(event, ("r",), (happened, who, *facts), named, ahead=ahead, real=real)


def watch(**told: object) -> Watch:
    """A watch for anything confirmed."""
    return Watch("watch-1", "All", **told)  # type: ignore[arg-type]  # tests give what they like


def change(kind: str, attribute: str | None = None, token: int = 9, **told: object) -> Change:
    """One change of the quake."""
    words = f"{attribute or 'it'}: {kind}"
    return Change("event-1", kind, words, attribute, token=token, **told)  # type: ignore[arg-type]  # as above
