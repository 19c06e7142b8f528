"""A brief built by hand: a launch told by two invented outlets, and a third that copies one of them.

`launch()` is the whole; `Desk` builds others: it finds each span by its words, so that no offset is counted by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from crosswire.model import (
    Ahead,
    Block,
    Brief,
    Candidate,
    Check,
    Claim,
    Event,
    Fact,
    Given,
    Origin,
    Party,
    Place,
    Quantity,
    Reading,
    Recognised,
    Report,
    Reprint,
    Span,
    Speaker,
    Statement,
    Text,
    Time,
    Value,
    stable_id,
)

GAZETTE = """Northland fires missiles into the Pale Sea

PORT ELLIN, Jan. 27 — Northland launched several short-range ballistic missiles on Tuesday from north of Karsk \
toward the Pale Sea, Southland's Joint Staff said. They flew about 350 kilometers, it said.

“Our forces are keeping a firm watch,” the Joint Staff said, “and share what we know with our partners.”

Southland and Westmark condemned the launch. Westmark's Coast Guard said two fishing boats were damaged.

Northland tested a new cruise missile in early January. Its party congress is expected in the coming weeks.

The launch feels like a gamble by a leadership short of friends.

Copyright 2024, Harbour Gazette
"""

COURIER = """Missiles over the Pale Sea as congress nears

• Westmark's Defense Ministry detected a launch by Northland on January 27, 2026.

The missiles were fired from the area northeast of Karsk, the ministry said. Five fishing boats were damaged, \
Northland's state radio reported, calling it an accident.

Northland denied that any boat was hit.

Analysts said the test could be meant for the congress.
"""


@dataclass
class Desk:
    """What goes into a brief, as it is put together."""

    reports: list[Report] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def report(self, outlet: str | None, text: str, published: datetime | None = None, **more: Any) -> Report:
        """A report of blocks split at blank lines, the first of them its title."""
        title = text.split("\n", 1)[0]
        made = Report(
            id=stable_id("report", outlet, text),
            text=text,
            blocks=blocks(text),
            title=title,
            outlet=outlet,
            published=published,
            language="en",
            **{"date_basis": "unknown", **more},
        )
        self.reports.append(made)
        return made

    def claim(self, report: Report, content: str, *via: Speaker, words: str = "", **more: Any) -> Claim:
        """A claim of the outlet, or of the speakers it credits, nearest the outlet first."""
        span = find(report, content)
        at = report.text.find(words, span.start) if words else -1
        outlet = report.outlet or report.path or "?"
        chain = (Speaker(outlet, outlet, "outlet"), *via)
        shape: dict[str, Any] = {"kind": "fact", "mode": "paraphrased" if via else "narrated", "stance": "states"}
        made = Claim(
            id=stable_id("claim", report.id, content, words, *more.values()),
            report=report.id,
            speakers=chain,
            span=span,
            words=Span.of(report.text, at, at + len(words)) if at >= 0 else None,
            **{"mention": None, "attribute": None, "value": None, **shape, **more},
        )
        self.claims.append(made)
        return made


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of a text; the first is its title, and a copyright line is nobody's claim."""
    out: list[Block] = []
    at = 0
    for piece in text.split("\n\n"):
        kind: Any = "paragraph" if out else "title"
        kind = "boilerplate" if piece.startswith("Copyright") else "bullet" if piece.startswith("•") else kind
        out.append(Block(kind, at, at + len(piece.rstrip("\n"))))
        at += len(piece) + 2
    return tuple(out)


def find(report: Report, words: str) -> Span:
    """The span of the words' first occurrence; fails where they are not in the text."""
    at = report.text.index(words)
    return Span.of(report.text, at, at + len(words))


def day(year: int, month: int, date: int, text: str = "") -> Time:
    """A whole day in UTC."""
    start = datetime(year, month, date, tzinfo=UTC)
    return Time(text or f"{date}.{month}.", start, start + timedelta(days=1), "day")


def several(text: str, noun: str) -> Quantity:
    """A number that the text does not give."""
    return Quantity(text, None, None, "vague", "1", noun)


def exactly(text: str, number: float, noun: str) -> Quantity:
    """A plain count."""
    return Quantity(text, number, number, "exact", "1", noun)


STAFF = Speaker("Southland's Joint Staff", "Southland's Joint Staff", "official", country="XS")
MINISTRY = Speaker("Westmark's Defense Ministry", "Westmark's Defense Ministry", "official")
GUARD = Speaker("Westmark's Coast Guard", "Westmark's Coast Guard", "official")
RADIO = Speaker("Northland's state radio", "Radio Northland", "agency", role="state radio")
NORTH = Speaker("Northland", "Northland", "official")
TUESDAY = day(2026, 1, 27, "Tuesday")
SITE = Place("north of Karsk", "Karsk", None, 39.0, 125.7, "north of", "city")
SITE_2 = Place("the area northeast of Karsk", "Karsk", None, 39.0, 125.7, "northeast of", "city")
SEA = Place("the Pale Sea", "Pale Sea", None, None, None, "toward", "sea")


@dataclass
class Launch:
    """The parts of the example, kept by name while it is put together."""

    desk: Desk
    gazette: Report
    courier: Report
    copy: Report
    said: dict[str, Claim]
    origins: dict[str, Origin]


def launch() -> Brief:
    """The example: facts of every standing, a reprint, a denial, an inconsistent check, every kind of note."""
    parts = _told()
    main = _event(parts, "launch", "main", "Northland fires short-range ballistic missiles toward the Pale Sea")
    past = replace(
        _event(parts, "launch", "background", "Northland tests a new cruise missile"),
        when=Time("early January", datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 11, tzinfo=UTC), "month"),
        where=None,
        reports=(parts.gazette.id,),
    )
    said = parts.said
    return Brief(
        version="0.1.0",
        rules={"read": "read.v1", "weigh": "weigh.v1"},
        reports=tuple(parts.desk.reports),
        reprints=(Reprint(parts.copy.id, parts.gazette.id, 0.97, "the same sentences in the same order"),),
        claims=tuple(parts.desk.claims),
        claim_event={c.id: past.id if name == "past" else main.id for name, c in said.items() if name != "opinion"},
        events=(main, past),
        facts=_facts(parts, main.id),
        origins=tuple(parts.origins.values()),
        statements=_statements(said, main.id),
        ahead=(Ahead("The party congress is expected", _weeks(), (said["congress"].id,)),),
        checks=_checks(said),
        warnings=("notes.bin: not a text; convert it to text first",),
    )


def reading() -> Reading:
    """What is read from one of its reports."""
    parts = _told()
    own = tuple(c for c in parts.desk.claims if c.report == parts.gazette.id)
    span = find(parts.gazette, "350 kilometers")
    return Reading(parts.gazette, own, (), (Recognised(span, Quantity("350 kilometers", 350, 350, "about", "km")),))


def given() -> Given:
    """What a user may say of a text."""
    return Given(outlet="Harbour Gazette", published=datetime(2026, 1, 28, tzinfo=UTC))


def _told() -> Launch:
    desk = Desk()
    late = datetime(2026, 1, 28, tzinfo=UTC)
    gazette = desk.report("Harbour Gazette", GAZETTE, late, date_basis="dateline", path="gazette.txt")
    courier = desk.report(None, COURIER, path="in/courier.txt", warnings=("no date found",))
    copy = desk.report(
        "Inland Post", GAZETTE + "\n", late, date_basis="metadata", url="https://inland.example/1?a=1&b=2"
    )
    said = {**_gazette_claims(desk, gazette), **_courier_claims(desk, courier)}
    origins = {
        "staff": Origin("o-1", STAFF.canonical, "official", (gazette.id, copy.id), ("named in both reports",)),
        "ministry": Origin("o-2", MINISTRY.canonical, "official", (courier.id,), ("named as who detected it",)),
        "guard": Origin("o-3", GUARD.canonical, "official", (gazette.id,), ("named",)),
        "radio": Origin("o-4", RADIO.canonical, "agency", (courier.id,), ("named",)),
        "courier": Origin(
            "o-5",
            "an unnamed outlet (source not named)",
            "unknown",
            (courier.id,),
            ("the report names no source for it",),
        ),
    }
    return Launch(desk, gazette, courier, copy, said, origins)


def _gazette_claims(desk: Desk, report: Report) -> dict[str, Claim]:
    fired = (
        "Northland launched several short-range ballistic missiles on Tuesday from north of Karsk toward the Pale Sea"
    )

    def of(words: str, value: Value) -> Claim:
        return desk.claim(report, fired, STAFF, words=words, value=value)

    quoted = desk.claim(report, "“Our forces are keeping a firm watch,”", STAFF, mode="quoted", kind="statement")
    second = find(report, "“and share what we know with our partners.”")
    desk.claims[-1] = quoted = replace(quoted, parts=(quoted.span, second))
    return {
        "who": of("Northland", Party("Northland", "Northland", None, "country")),
        "when": of("Tuesday", TUESDAY),
        "many": of("several", several("several", "missile")),
        "site": of("north of Karsk", SITE),
        "sea": of("toward the Pale Sea", SEA),
        "far": desk.claim(
            report,
            "They flew about 350 kilometers",
            STAFF,
            words="about 350 kilometers",
            value=Quantity("about 350 kilometers", 350, 350, "about", "km"),
        ),
        "boats": desk.claim(
            report,
            "two fishing boats were damaged",
            GUARD,
            words="two",
            value=exactly("two fishing boats", 2, "fishing boat"),
        ),
        "quoted": quoted,
        "condemn": desk.claim(report, "Southland and Westmark condemned the launch.", kind="statement", act="condemn"),
        "past": desk.claim(report, "Northland tested a new cruise missile in early January.", words="in early January"),
        "congress": desk.claim(report, "Its party congress is expected in the coming weeks.", kind="expectation"),
        "opinion": desk.claim(
            report,
            "The launch feels like a gamble by a leadership short of friends.",
            kind="assessment",
            view="judges",
        ),
    }


def _courier_claims(desk: Desk, report: Report) -> dict[str, Claim]:
    detected = "Westmark's Defense Ministry detected a launch by Northland on January 27, 2026."
    return {
        "who2": desk.claim(report, detected, words="Northland", value=Party("Northland", "Northland", None, "country")),
        "when2": desk.claim(report, detected, words="January 27, 2026", value=TUESDAY),
        "site2": desk.claim(
            report,
            "The missiles were fired from the area northeast of Karsk",
            MINISTRY,
            words="the area northeast of Karsk",
            value=SITE_2,
        ),
        "boats2": desk.claim(
            report,
            "Five fishing boats were damaged",
            RADIO,
            words="Five",
            value=exactly("Five fishing boats", 5, "fishing boat"),
        ),
        "hit": desk.claim(
            report,
            "any boat was hit",
            NORTH,
            stance="denies",
            words="boat",
            value=Text("a boat was hit", "boat hit"),
        ),
        "guess": desk.claim(
            report,
            "the test could be meant for the congress",
            Speaker("Analysts", "analysts", "unnamed"),
            kind="assessment",
            view="foresees",
        ),
    }


def _event(parts: Launch, frame: str, role: Any, title: str) -> Event:
    return Event(
        id=stable_id("event", title),
        frame=frame,
        role=role,
        title=title,
        when=TUESDAY,
        where=SITE,
        mentions=(),
        reports=tuple(r.id for r in parts.desk.reports),
        why=("same kind of event, same actor, same day",),
    )


def _facts(parts: Launch, event: str) -> tuple[Fact, ...]:
    said, origins = parts.said, {name: o.id for name, o in parts.origins.items()}
    both = (origins["staff"], origins["ministry"])

    def one(name: str, question: str, value: Value, *claims: str, by: tuple[str, ...] = both) -> Fact:
        candidate = Candidate(value, tuple(said[c].id for c in claims), by)
        sure = len(by) > 1
        why = f"{len(by)} independent origins give it" if sure else "only one origin gives it"
        standing: Any = "corroborated" if sure else "reported"
        return Fact(event, name, question, standing, 1 if sure else 3, value, (candidate,), (why,))

    staff = (origins["staff"],)
    return (
        one("far", "How far did they fly?", Quantity("about 350 kilometers", 350, 350, "about", "km"), "far", by=staff),
        one("who", "Who launched?", Party("Northland", "Northland", None, "country"), "who", "who2"),
        one("when", "When?", TUESDAY, "when", "when2"),
        one("many", "How many?", several("several", "missile"), "many", by=staff),
        one("site", "From where?", SITE, "site", "site2"),
        one("sea", "Toward where?", SEA, "sea", by=staff),
        Fact(
            event,
            "boats",
            "How many boats were damaged?",
            "disputed",
            5,
            None,
            (
                Candidate(exactly("two fishing boats", 2, "fishing boat"), (said["boats"].id,), (origins["guard"],)),
                Candidate(exactly("Five fishing boats", 5, "fishing boat"), (said["boats2"].id,), (origins["radio"],)),
            ),
            ("2 and 5 cannot both hold", "neither side has more independent origins"),
        ),
    )


def _statements(said: dict[str, Claim], event: str) -> tuple[Statement, ...]:
    south, west = Speaker("Southland", "Southland", "official"), Speaker("Westmark", "Westmark", "official")
    return (
        Statement(STAFF, "say", event, (said["quoted"].id,), "reported"),
        Statement(south, "condemn", event, (said["condemn"].id,), "reported"),
        Statement(west, "condemn", event, (said["condemn"].id,), "reported"),
        Statement(NORTH, "deny", event, (said["hit"].id,), "disputed"),
    )


def _weeks() -> Time:
    return Time("in the coming weeks", datetime(2026, 1, 28, tzinfo=UTC), None, "vague")


def _checks(said: dict[str, Claim]) -> tuple[Check, ...]:
    return (
        Check("weekday", "consistent", "27 January 2026 was a Tuesday.", (said["when"].id, said["when2"].id)),
        Check("arithmetic", "inconsistent", "Two boats and five boats are not one number.", (said["boats"].id,)),
        Check("distance", "unchecked", "No landing place is named.", ()),
    )
