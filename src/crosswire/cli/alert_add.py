"""`crosswire alert add`: one watch from one line of options, tried at once on what is stored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from crosswire import app
from crosswire.cli.alert import group
from crosswire.cli.output import emit, one_line
from crosswire.cli.store import StoreUrl, knowledge

SHOWN = 5  # events of the dry run that are named
MANY: list[str] = []


def _option(metavar: str, words: str) -> Any:
    return typer.Option(metavar=metavar, help=words)


@group.command("add")
def add(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command
    name: Annotated[str, typer.Argument(metavar="NAME", help="What you call the watch.")],
    frame: Annotated[list[str], _option("KIND", "Kind of event, such as earthquake; any number. None: any.")] = MANY,
    actor: Annotated[list[str], _option("WHO", "Who must take part, such as Houthis; any of them.")] = MANY,
    word: Annotated[list[str], _option("WORD", "A word that must be in it; any of them.")] = MANY,
    place: Annotated[
        str | None, typer.Option("--in", metavar="PLACE", help='A country by its two letters, or a sea ("Red Sea").')
    ] = None,
    waters: Annotated[
        Literal["land", "territorial", "zone"], typer.Option(help="How far from a country's coast.")
    ] = "land",
    around: Annotated[str | None, _option("LAT,LON,KM", "A circle, such as 13.5,43.3,300.")] = None,
    route: Annotated[str | None, _option("LAT,LON LAT,LON ...", "A corridor, 100 km wide.")] = None,
    positions: Annotated[str | None, _option("CSV,KM", "Around each position of a CSV (lat, lon) or address.")] = None,
    near: Annotated[float, _option("KM", "Count what is up to so far outside, with its distance.")] = 0.0,
    least: Annotated[
        Literal["confirmed", "reported", "disputed"], typer.Option(help="How sure it must be.")
    ] = "confirmed",
    severity: Annotated[list[str], _option("NAME=NUMBER", "At least, such as magnitude=6 or killed=10.")] = MANY,
    quiet: Annotated[str | None, _option("HH:MM-HH:MM ZONE", "Hours in which nothing is sent.")] = None,
    to: Annotated[list[str], _option("WHERE", "A webhook's address or a mailbox; none: the log.")] = MANY,
    secret: Annotated[str | None, _option("NAME", "Environment variable with the webhooks' secret.")] = None,
    template: Annotated[str | None, _option("NAME", "slack, ntfy or one of your own.")] = None,
    dry: Annotated[bool, typer.Option("--dry-run", help="Only tell what it would have told; keep nothing.")] = False,
    store: StoreUrl = None,
) -> None:
    """Keep one watch, and tell at once what it would have told of what is stored.

    \b
    Examples:
      crosswire alert add "Quakes near Japan" --frame earthquake --in JP --waters zone --severity magnitude=6
      crosswire alert add "Ships off Yemen" --frame ship_attack --around 13.5,43.3,600 --to duty@line.example
      crosswire alert add "Our ships" --frame ship_attack --positions fleet.csv,200 --least reported --dry-run
    """
    told: dict[str, Any] = {"name": name, "frames": frame, "actors": actor, "words": word}
    told |= {"least_standing": "corroborated" if least == "confirmed" else least}
    told |= {"severity": dict(_measure(one) for one in severity), "to": [_way(one, secret, template) for one in to]}
    if area := _area({"in": place, "around": around, "route": route, "positions": positions}, waters):
        told["area"] = area | {"near_km": near}
    if quiet:
        told["quiet"] = _quiet(quiet)
    with knowledge(store, make=True) as known:
        watch = app.watch_from(known, told, folder=Path())
        outcomes = [o for o in app.dry_run(known, [watch]) if o.decision.tell]
        if not dry:
            app.set_watches(known, [watch])
    _show(watch, outcomes, dry)


def _show(watch: app.Watch, outcomes: Sequence[app.Outcome], dry: bool) -> None:
    what = ", ".join(sorted(watch.frames)).replace("_", " ") or "any kind of event"
    where = f" in {watch.area.name}" if watch.area else ""
    ways = ", ".join(f"{d.way} {d.to}".strip() for d in watch.to)
    emit(f"{'would keep' if dry else 'kept'}  {watch.name}: {what}{where}, {watch.least_standing}, to {ways}\n")
    emit(f"of what is stored it would have told {len(outcomes)} event{'s' * (len(outcomes) != 1)}\n")
    for one in outcomes[:SHOWN]:
        where = f" ({one_line(one.decision.where.why)})" if one.decision.where else ""
        emit(f"    {one_line(one.title)}{where}\n")
    if len(outcomes) > SHOWN:
        emit(f"    and {len(outcomes) - SHOWN} more; crosswire alert try tells all of a file's watches\n")


# --- what the options say -----------------------------------------------------------------------------------------


def _area(told: dict[str, str | None], waters: str) -> dict[str, Any]:
    given = {way: words for way, words in told.items() if words}
    if len(given) > 1:
        raise typer.BadParameter(f"--{' and --'.join(given)}: give one of them; a file of watches can hold several")
    for way, words in given.items():
        match way:
            case "in":
                return {"country": words, "waters": waters} if len(words) == 2 else {"sea": words}
            case "around":
                lat, lon, km = _numbers(words, 3, "--around")
                return {"circle": {"lat": lat, "lon": lon, "km": km}}
            case "route":
                return {"route": [[lon, lat] for lat, lon in (_numbers(p, 2, "--route") for p in words.split())]}
            case _:
                path, _, km_ = words.rpartition(",")
                return {"positions": path, "km": _numbers(km_, 1, "--positions")[0]}
    return {}


def _numbers(words: str, count: int, option: str) -> list[float]:
    try:
        found = [float(part) for part in words.split(",")]
    except ValueError:
        found = []
    if len(found) != count:
        raise typer.BadParameter(f"{option}: {words!r} is no {count} numbers parted by commas")
    return found


def _measure(words: str) -> tuple[str, float]:
    name, _, least = words.partition("=")
    return name.strip(), _numbers(least, 1, "--severity")[0]


def _way(words: str, secret: str | None, template: str | None) -> dict[str, str]:
    way = "webhook" if words.startswith(("http://", "https://")) else "mail" if "@" in words else "log"
    if way == "log" and words != "log":
        raise typer.BadParameter(f"--to: {words!r} is no webhook's address (https://...) and no mailbox; or write log")
    extras = {"secret": secret if way == "webhook" else None, "template": template}
    return {way: "" if way == "log" else words} | {key: value for key, value in extras.items() if value}


def _quiet(words: str) -> dict[str, str]:
    hours, _, zone = words.partition(" ")
    start, _, end = hours.partition("-")
    return {"from": start, "to": end, "zone": zone.strip() or "UTC"}
