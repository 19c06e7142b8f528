"""`crosswire events`: what happened, as far as the store knows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

import typer

from crosswire import app
from crosswire.cli.options import moment
from crosswire.cli.output import emit, fail, note
from crosswire.cli.root import cli
from crosswire.cli.store import Limit, StoreUrl, as_json, knowledge


@cli.command()
def events(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command
    store: StoreUrl = None,
    frame: Annotated[str | None, typer.Option(metavar="NAME", help="A kind of event: earthquake, attack, ...")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="A place or country, by name or ISO code.")] = None,
    since: Annotated[datetime | None, typer.Option(parser=moment, metavar="DATE", help="Not over before.")] = None,
    until: Annotated[datetime | None, typer.Option(parser=moment, metavar="DATE", help="Begun before.")] = None,
    near: Annotated[str | None, typer.Option(metavar="LAT,LON,KM", help="Within so many km of a point.")] = None,
    limit: Limit = 20,
    form: Annotated[
        Literal["text", "json", "jsonl"], typer.Option("--format", help="A list, an array, or one object a line.")
    ] = "text",
) -> None:
    """List stored events, those that changed last first.

    \b
    Examples:
      crosswire events --store desk.db
      crosswire events --frame earthquake --since 2026-01-01 --store desk.db
      crosswire events --near 15.5,42.0,300 --format json --store desk.db
    """
    of = app.Selection(frame=frame, place=place, since=_utc(since), until=_utc(until), near=_near(near))
    with knowledge(store) as known:
        listed = known.events(of, limit=limit)
        waiting = known.tally().waiting
    found = listed.events
    if form == "json":
        emit(as_json(app.as_plain(found)))
    elif form == "jsonl":
        emit("".join(as_json(app.as_plain(one), indent=None) for one in found))
    elif not found:
        fail(f"no stored event is like that{_no_kind(frame)}{_waiting(waiting)}", 1)
    else:
        emit(app.list_events(found))
        if listed.more:
            note(f"these are the first {len(found)}; --limit shows more")


def _no_kind(frame: str | None) -> str:
    """What kinds there are, where the one that was asked for is none of them."""
    from crosswire.app import records  # noqa: PLC0415 - loads the kinds, which a list does not need

    kinds = records.frames()
    return "" if frame is None or frame in kinds else f"; {frame} is no kind of event; the kinds are {', '.join(kinds)}"


def _waiting(reports: int) -> str:
    """What a program that was killed between recording and deriving left to do."""
    if not reports:
        return ""
    return f"; {reports} report{' waits' if reports == 1 else 's wait'} to be taken in: crosswire rebuild does that"


def _utc(at: datetime | None) -> datetime | None:
    return at.replace(tzinfo=UTC) if at is not None and at.tzinfo is None else at


def _near(words: str | None) -> app.Near | None:
    if words is None:
        return None
    try:
        lat, lon, km = (float(word) for word in words.split(","))
    except ValueError:
        raise typer.BadParameter("give three numbers: LAT,LON,KM", param_hint="--near") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and 0 < km <= 20_040):
        raise typer.BadParameter("latitude to 90, longitude to 180, a distance above 0 km", param_hint="--near")
    return app.Near(lat, lon, km)
