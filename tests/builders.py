"""Small builders of nouns for tests: everything has a default, a test names only what it is about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from crosswire.model import (
    Block,
    Claim,
    Mention,
    Modality,
    Mode,
    Party,
    Quantity,
    Reading,
    Report,
    Span,
    Speaker,
    Stance,
    Time,
    Value,
    stable_id,
)

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def report(
    outlet: str | None = "Paper", text: str = "Something happened.", published: datetime | None = NOON
) -> Report:
    """A report of one paragraph."""
    blocks = (Block("paragraph", 0, len(text)),)
    rid = stable_id("report", outlet, text)
    return Report(rid, text, blocks, text[:40], outlet, published, "given" if published else "unknown", "en")


def official(name: str, *members: Speaker) -> Speaker:
    """A named official body, or a joint speaker."""
    return Speaker(name, name, "official", members=members)


def unnamed(name: str = "officials") -> Speaker:
    """Somebody whom nobody names."""
    return Speaker(name, f"unnamed {name}", "unnamed")


def count(n: float, text: str | None = None) -> Quantity:
    """An exact count."""
    return Quantity(text or f"{n:g}", n, n, "exact", "1", "person")


def claim(of: Report, value: Value | None = None, *speakers: Speaker, stance: Stance = "states") -> Claim:
    """A claim of a report on the attribute "killed", by the outlet and the speakers behind it."""
    outlet = Speaker(of.outlet or "unnamed outlet", of.outlet or "unnamed outlet", "outlet")
    chain = (outlet, *speakers)
    cid = stable_id("claim", of.id, value, [s.canonical for s in chain], stance)
    span = Span.of(of.text, 0, len(of.text))
    mode: Mode = "paraphrased" if speakers else "narrated"
    return Claim(cid, of.id, "m", "killed", "fact", mode, stance, chain, value, span)


def day(iso: str, days: int = 1) -> Time:
    """A day, or several."""
    start = datetime.fromisoformat(iso).replace(tzinfo=UTC)
    return Time(iso, start, start + timedelta(days=days), "day" if days == 1 else "month")


def mention(  # noqa: PLR0917 - the order is that of the noun
    of: Report,
    frame: str = "attack",
    when: Time | None = None,
    values: tuple[tuple[str, Value], ...] = (),
    modality: Modality = "happened",
    prominence: float = 0.9,
) -> Mention:
    """An event mention that stands on the report's whole text."""
    span = Span.of(of.text, 0, len(of.text))
    timed = (*values, ("when", when)) if when is not None else values
    mid = stable_id("mention", of.id, frame, timed, modality, prominence)
    return Mention(mid, of.id, frame, span, span, span, modality, prominence, when=when, values=timed)


def who(name: str, country: str | None) -> tuple[str, Value]:
    """The answer to "who"."""
    return ("who", Party(name, name, country, "country"))


def reading(of: Report, *mentions: Mention) -> Reading:
    """A reading with mentions and no claims."""
    return Reading(of, (), mentions, ())
