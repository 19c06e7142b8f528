"""Reports linked to events, why two are one or are not, and people's words on that."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

from crosswire.app.listing import as_plain
from crosswire.app.steps import Progress, load_steps
from crosswire.app.store import open_database
from crosswire.errors import BadDataError, StoreError, UnknownIdError
from crosswire.model import Event, Explained, Given, Judgement, LinkedEvent, Sameness, judgement, news_id

if TYPE_CHECKING:
    from crosswire.pipeline.keeping import Store

NODES = ("news-", "mention-")


@dataclass(frozen=True, slots=True)
class Linked:
    """What `link` found: the events, the path of each report, why two were joined where that was asked, warnings."""

    events: tuple[LinkedEvent, ...]
    paths: dict[str, str]
    explained: Explained | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is linked: paths, what is said of them, whose words count, and which two are to be explained."""

    paths: Sequence[str]
    given: Given
    store: str | None = None
    frames: Path | None = None
    explain: tuple[str, str] | None = None


def link(asked: Asked, stdin: IO[bytes], progress: Progress) -> Linked:
    """The reports at the paths linked. Raises NothingToReadError, UnknownIdError, StoreError."""
    steps = load_steps(asked.frames)
    links, warnings = steps.link(asked.paths, asked.given, stdin, _said(asked.store), progress)
    explained = links.explain(*asked.explain) if asked.explain else None
    return Linked(tuple(links.events), dict(links.paths), explained, tuple(warnings))


def judge(pair: tuple[str, str], verdict: Sameness, by: str, undo: bool, store: str | None) -> Judgement:
    """Record a person's word on two reports (paths or ids) or events. Raises BadDataError, and those of the store."""
    database = open_database(store)
    try:
        return judge_in(database, pair, verdict, by, undo)
    finally:
        database.close()


def judge_in(database: Store, pair: tuple[str, str], verdict: Sameness, by: str, undo: bool) -> Judgement:
    """The same in a store that is open. Raises as that does."""
    nodes = (_node(pair[0], database), _node(pair[1], database))
    if nodes[0] == nodes[1]:
        raise BadDataError(f"{pair[0]} and {pair[1]} are the same thing; give two")
    if undo:
        said = [word for word in database.judgements() if word.pair == tuple(sorted(nodes))]
        if not said or said[-1].undone:
            raise BadDataError(
                f"nothing is recorded of {pair[0]} and {pair[1]} in {database.where}: nothing to take back"
            )
        verdict = said[-1].verdict
    word = judgement(nodes, verdict, by, datetime.now(UTC), undo)
    database.judge(word)
    return word


def _said(store: str | None) -> tuple[Judgement, ...]:
    """The words recorded in a store; none where there is no store and none was named."""
    try:
        database = open_database(store, make=False)
    except StoreError:
        if store:
            raise
        return ()
    try:
        return database.judgements()
    finally:
        database.close()


def _node(name: str, store: Store) -> str:
    """The node that a path, an id of a report, event, or mention means. Raises UnknownIdError."""
    if name.startswith(NODES):
        return name
    if name.startswith("report-"):
        return news_id(name)
    if name.startswith("event-"):
        event = store.resolve(name)
        picture = store.pictures([event]).get(event) if event else None
        if picture is None or not picture.event.mentions:
            raise UnknownIdError(
                f"{name}: there is no such event in {store.where}; `crosswire events` lists those stored. "
                "Of an event that `crosswire link` prints, give the file of one of its reports"
            )
        return picture.event.mentions[0]
    if not Path(name).is_file():
        raise UnknownIdError(f"{name}: is neither a file nor an id of a report or an event")
    found, warnings = load_steps(None).reports([name], Given(), io.BytesIO())
    if len(found) != 1:
        raise UnknownIdError(
            "\n".join([*warnings, f"{name}: holds {len(found)} reports; give the id of the one meant"])
        )
    return news_id(found[0].id)


def as_json(found: Linked) -> str:
    """Events as JSON: those that reports are about, then those they tell of besides."""
    record: dict[str, object] = {
        "events": [_record(e, found) for e in found.events if e.about],
        "others": [_record(e, found) for e in found.events if not e.about],
    }
    if found.explained is not None:
        record["explain"] = as_plain(found.explained)
    return json.dumps(record, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n"


def _record(linked: LinkedEvent, found: Linked) -> dict[str, object]:
    event = linked.event
    return {
        "id": event.id,
        "title": event.title,
        "frame": event.frame,
        "when": as_plain(event.when),
        "reports": _paths(linked.about, found),
        "told_in": _paths(event.reports, found),
        "why": list(event.why),
    }


def _paths(reports: Sequence[str], found: Linked) -> list[str]:
    return sorted(found.paths.get(report, report) for report in reports)


def as_text(found: Linked, full: bool) -> str:
    """Events as a list: what each is, and the reports about it; with `full` also why, and the events told besides."""
    return "".join(
        line + "\n" for linked in found.events if linked.about or full for line in _lines(linked, found, full)
    )


def _lines(linked: LinkedEvent, found: Linked, full: bool) -> Iterator[str]:
    event = linked.event
    yield f"{event.id}  {_day(event)}  {event.title}"
    for path in _paths(linked.about, found):
        yield f"    {path}"
    beside = sorted(set(event.reports) - set(linked.about))
    for path in _paths(beside, found) if full else ():
        yield f"    told besides in {path}"
    for why in event.why if full else ():
        yield f"    joined: {why}"


def _day(event: Event) -> str:
    at = event.when and (event.when.start or event.when.end)
    return f"{at:%Y-%m-%d}" if at else " " * 10


def explain(found: Explained) -> str:
    """Why two are one event or are not, as a table a feature a line."""
    lines = [f"{'one event' if found.joined else 'two events'}; {found.needed:g} points are needed"]
    lines += ["no single comparison joined them: they meet through other reports"] if found.through else []
    lines += [f"  {_name(a)} and {_name(b)}: {why}" for a, b, why in found.through]
    lines += ["compared alone they are one, but others of their events exclude each other"] if found.apart else []
    lines += [f"  {_name(a)} and {_name(b)}: {why}" for a, b, why in found.apart]
    alone = not (found.joined or found.apart or found.said) and any(p.verdict == "same" for p in found.points)
    lines += ["compared alone they are one, but among all reports one is as near to another event"] if alone else []
    lines += [f"{word.by} judged them {word.verdict} on {word.at:%Y-%m-%d}, which decides" for word in found.said]
    for point in found.points:
        score = "a veto" if point.score is None else f"{point.score:+.2f}"
        lines += ["", f"“{point.a}” and “{point.b}”: {point.verdict}, {score}"]
        lines += [f"  {'veto' if p is None else f'{p:+.2f}':>6}  {name}: {why}" for name, p, why in point.seen]
    return "\n".join(lines) + "\n"


def _name(path: str) -> str:
    return Path(path).name
