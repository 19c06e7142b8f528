"""The brief of one stored event as a page shows it at once: what its own reports tell.

Of other events it has what these reports say of them, and leads on to their own pages; of an event that hundreds of
reports tell, those behind each answer and each origin, then the earliest. The whole is `dossier`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

from crosswire.model import Brief, Candidate, Event, Fact, Frame, Listing, Picture, Reading
from crosswire.pipeline.dossier import OTHERS, earlier, picture_of, role_of, told_of
from crosswire.pipeline.keeping import Store
from crosswire.pipeline.tables import Tables

MOST = 24  # reports of one page: each costs a millisecond, to be read from the store, traced and drawn


def glance(store: Store, eid: str, tables: Tables) -> tuple[Brief, dict[str, Listing]]:
    """The brief of the event that an id leads to, and the events beside it by id. Raises UnknownIdError."""
    main = picture_of(store, eid)
    readings = {r.report.id: r for r in store.readings(_chosen(store, main))}
    told = store.homes_of(list(readings), real=True)
    beside = store.listed(sorted(set(told.values()) - {main.event.id})[:OTHERS])
    beside |= {line.id: line for line in earlier(store, main) if line.id not in beside}
    first = replace(main.event, role="main")
    events = (first, *_events(beside.values(), first, (told, readings, tables.linking.frames)))
    copies = store.reprints(list(readings))
    brief = told_of(events, list(_shown(main, readings)), readings, (copies, tables))
    return (brief if len(readings) == len(main.event.reports) else _with_origins(brief, main)), beside


def _with_origins(brief: Brief, main: Picture) -> Brief:
    """With the origins as they were weighed, those among them that only reports left out carry."""
    cited = {o for f in main.facts for c in f.candidates for o in c.origins}
    weighed = {o.id: o for o in main.origins if o.id in cited}
    return replace(brief, origins=tuple(({o.id: o for o in brief.origins} | weighed).values()))


def _chosen(store: Store, main: Picture) -> list[str]:
    """The reports shown: of too many one behind each answer, one of each origin, then the earliest known."""
    reports = main.event.reports
    if len(reports) <= MOST:
        return list(reports)
    answers = [c.claims[0] for f in main.facts for c in f.candidates if c.claims]
    named = store.reports_of(answers)
    origins = (o.reports[0] for o in main.origins if o.reports and o.kind not in ("unknown", "unnamed"))
    wanted = dict.fromkeys(chain((named[c] for c in answers if c in named), origins, main.homes, reports))
    kept = set(list(wanted)[:MOST])
    return [r for r in reports if r in kept]


def _shown(main: Picture, readings: Mapping[str, Reading]) -> Iterable[Fact]:
    """The facts, with those of the claims behind them whose words are here."""
    if len(readings) == len(main.event.reports):
        return main.facts
    known = {c.id for r in readings.values() for c in r.claims}
    return (replace(f, candidates=tuple(_shown_answer(c, known) for c in f.candidates)) for f in main.facts)


def _shown_answer(answer: Candidate, known: set[str]) -> Candidate:
    return replace(answer, claims=tuple(c for c in answer.claims if c in known))


def _events(
    beside: Iterable[Listing],
    main: Event,
    told: tuple[Mapping[str, str], Mapping[str, Reading], Mapping[str, Frame]],
) -> Iterable[Event]:
    """The events beside, as far as the reports shown tell of them."""
    homes, readings, frames = told
    mentions: dict[str, list[tuple[str, str]]] = {}
    for reading in readings.values():
        for mention in reading.mentions:
            if mention.id in homes:
                mentions.setdefault(homes[mention.id], []).append((mention.id, reading.report.id))
    for line in beside:
        own = mentions.get(line.id, ())
        reports = tuple(dict.fromkeys(report for _, report in own))
        frame = frames.get(line.frame)
        event = Event(
            line.id, line.frame, "background", line.title, line.when, line.where, tuple(m for m, _ in own), reports
        )
        role = role_of(event, main, line.ahead, frame is not None and frame.response)
        yield replace(event, role=role)
