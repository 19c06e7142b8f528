"""An event as its page shows it: sheet, map, graph, clock of reports and changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from crosswire import app
from crosswire.app import page
from crosswire.app.desk_views import Told
from crosswire.web.draw.graph import End, Graph, graph
from crosswire.web.draw.place_map import PlaceMap, Spot, near_map
from crosswire.web.templating import dated, stamp

UNCOUNTED = ("unknown", "unnamed")
MOST_SPOTS = 8
ELSEWHERE = frozenset({"flag"})  # places that belong to somebody in the event; it did not happen there
FIRST = "First known here"  # the words of that change are the title, which the page has above


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the clock: when, what, and where it leads."""

    at: datetime
    words: str
    kind: str
    text: str
    link: str = ""
    more: tuple[str, ...] = ()


def view(told: Told) -> dict[str, Any]:
    """Everything the template takes."""
    brief = told.brief
    sheet = page.sheet_of(brief, datetime.now(UTC))
    event, story = brief.events[0], sheet.stories[0]
    facts = [f for f in brief.facts if f.event == event.id]
    drawing = near_map(list(_spots(facts)), 560, 350)
    return {
        "told_of": told,
        "event": event,
        "story": story,
        "sheet": sheet,
        "reports": [r.id for r in brief.reports],
        "standings": Counter(str(f.standing) for f in facts),
        "drawing": drawing,
        "net": net(brief, {o for f in facts for c in f.candidates for o in c.origins}),
        "clock_of": clock(brief, told.changes),
        "contents": _contents(sheet, story, drawing),
        "left_out": told.left_out,
        "voiced": voiced(brief),
    }


def voiced(brief: app.Brief) -> frozenset[str]:
    """Who has a page: outlets, and whoever is named as the one nearest to a fact."""
    nearest = (c.speakers[-1] for c in brief.claims if len(c.speakers) > 1)
    named = {s.canonical for s in nearest if s.kind != "unnamed"}
    return frozenset(named | {r.outlet for r in brief.reports if r.outlet})


def _contents(sheet: page.Sheet, story: page.Story, drawing: PlaceMap | None) -> list[tuple[str, str, bool]]:
    return [
        ("Facts", "facts", True),
        ("In dispute", "contrary", bool(story.contradictions)),
        ("Who said what", "said", bool(story.sayings)),
        ("Reactions", "reactions", bool(sheet.reactions)),
        ("What is expected", "expected", bool(sheet.ahead)),
        ("Background", "background", bool(sheet.background)),
        ("Where", "map", drawing is not None),
        ("Reports and changes", "time", True),
        ("Does it add up?", "checks", bool(sheet.checks)),
        ("Only opinion", "opinion", bool(sheet.opinions)),
        ("Origins", "origins", True),
        ("The reports", "reports", True),
    ]


def _spots(facts: Sequence[app.Fact]) -> Iterator[Spot]:
    """Each place that answers a question, once; what is told of it first decides its sign."""
    seen: set[tuple[str, str]] = set()
    for fact in facts:
        for candidate in fact.candidates if fact.attribute not in ELSEWHERE else ():
            value = candidate.value
            if value.type != "place" or value.lat is None or value.lon is None or value.relation == "outside":
                continue  # "outside the zone" is told of no point; a dot in the zone would say the opposite
            name = (value.name, value.relation or "")
            if name in seen or len(seen) == MOST_SPOTS:
                continue
            seen.add(name)
            words = page.in_words(value)
            yield Spot(value.lat, value.lon, value.radius_km or 0.0, words, fact.standing, value.relation or "")


def net(brief: app.Brief, cited: set[str]) -> Graph | None:
    """The origins that the event's facts rest on and the reports that carry them."""
    copies = {r.report: r.of for r in brief.reprints}
    used = [o for o in brief.origins if o.id in cited]
    origins = sorted(used, key=lambda o: (o.kind in UNCOUNTED, -len(o.reports), o.name))
    return graph(
        [End(o.id, o.name, "uncounted" if o.kind in UNCOUNTED else "counted", "", o.reports) for o in origins],
        [
            End(r.id, page.label(r), "paper", f"/reports/{r.id}", (copies[r.id],) if r.id in copies else ())
            for r in brief.reports
        ],
    )


def clock(brief: app.Brief, changes: Sequence[app.Change]) -> list[Entry]:
    """Reports by when they were published, changes by when they came about, the latest first."""
    texts: Mapping[str, app.Report] = {r.id: r for r in brief.reports}
    entries = [
        Entry(_aware(r.published), dated(r.published), "report", f"{page.label(r)}: {r.title}", f"/reports/{r.id}")
        for r in texts.values()
        if r.published is not None
    ]
    entries += [
        Entry(_aware(c.at), stamp(c.at), "change", FIRST if c.kind == "new" else c.words)
        for c in changes
        if c.at is not None
    ]
    return sorted(entries, key=lambda e: e.at, reverse=True)


def _aware(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)
