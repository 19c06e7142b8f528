"""A user's watches as TOML -> Watch. What is misspelt is named with what would be right.

```toml
[[watch]]
name = "Ships off Yemen"
frames = ["ship_attack", "weapons_test"]
actors = ["Houthis"]                  # any of them, in any part
words = ["tanker", "bulk carrier"]    # any of them, in the title or the words of its claims
least_standing = "corroborated"       # or "reported", "disputed"
least_origins = 2
least_chance = 0.1                    # of a place told only roughly, how much must lie in the area; 1: all
news = ["new", "up", "down", "disputed", "value", "withdrawn", "ahead"]
severity = { killed = 10 }            # at least
bounds = { magnitude = 0.3 }          # a value's change below this is no news
quiet = { from = "22:00", to = "06:00", zone = "Europe/Berlin" }
ahead = "1d"                          # how long before a coming event it is told once more
recent = "30d"                        # what was over longer ago is no news

[watch.area]
circle = { lat = 13.5, lon = 43.3, km = 300 }

[[watch.to]]
webhook = "https://desk.example/hook"
secret = "DESK_SECRET"                # the name of the environment variable that holds it
```
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from crosswire.alerts.areas_read import Around, read_area
from crosswire.errors import BadDataError
from crosswire.model import Destination, NewsKind, Quiet, StandingName, Watch, stable_id
from crosswire.model.alerting import ALL_NEWS, Way

KEYS = {
    "name", "frames", "actors", "words", "area", "least_standing", "least_origins", "severity", "bounds", "news",
    "quiet", "ahead", "recent", "to", "paused", "least_chance",
}  # fmt: skip
WAYS: tuple[Way, ...] = ("log", "webhook", "mail")
STANDINGS: tuple[StandingName, ...] = ("corroborated", "reported", "disputed")
CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
LENGTH = re.compile(r"(\d{1,4})\s*(m|h|d)")
UNITS = {"m": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True, slots=True)
class Known:
    """What a watch may name: the kinds of events, and their attributes."""

    frames: frozenset[str]
    attributes: frozenset[str]
    templates: frozenset[str] = frozenset()


def read_watches(content: str, where: str, known: Known, around: Around) -> tuple[Watch, ...]:
    """The watches of a TOML text. Raises BadDataError for the first thing that is wrong."""
    try:
        table = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise BadDataError(f"{where}: is no valid TOML ({error}); mend it") from None
    if unknown := sorted(set(table) - {"watch"}):
        raise BadDataError(f"{where}: {unknown[0]!r} is not known; write [[watch]]")
    told = enumerate(table.get("watch", ()), 1)
    found = [read_watch(one, f"{where}: watch {number}", known, around) for number, one in told]
    if not found:
        raise BadDataError(f"{where}: has no [[watch]]")
    names = [w.name for w in found]
    if doubled := next((n for n in names if names.count(n) > 1), None):
        raise BadDataError(f"{where}: two watches are named {doubled!r}; each has a name of its own")
    return tuple(found)


def read_watch(told: object, where: str, known: Known, around: Around) -> Watch:
    """One watch, as TOML or JSON tells it. Raises BadDataError."""
    if not isinstance(told, Mapping):
        raise BadDataError(f"{where}: is no table")
    table = cast(Mapping[str, Any], told)
    if unknown := sorted(set(table) - KEYS):
        raise BadDataError(f"{where}: {unknown[0]!r} is not known; use {', '.join(sorted(KEYS))}")
    name = str(table.get("name") or "").strip()
    if not name:
        raise BadDataError(f'{where}: has no name; add name = "..."')
    return Watch(
        id=stable_id("watch", name),
        name=name,
        frames=_chosen(table.get("frames", ()), known.frames, f"{where}: frames"),
        actors=_strings(table.get("actors", ()), f"{where}: actors"),
        words=frozenset(w.lower() for w in _strings(table.get("words", ()), f"{where}: words")),
        area=read_area(table["area"], f"{where}: area", around) if "area" in table else None,
        least_standing=_one_of(table.get("least_standing", "corroborated"), STANDINGS, f"{where}: least_standing"),
        least_origins=int(_number(table.get("least_origins", _origins(table)), f"{where}: least_origins")),
        severity=_numbers(table.get("severity", {}), known, f"{where}: severity"),
        bounds=_numbers(table.get("bounds", {}), known, f"{where}: bounds"),
        news=cast(frozenset[NewsKind], _chosen(table.get("news", ALL_NEWS), frozenset(ALL_NEWS), f"{where}: news")),
        quiet=_quiet(table["quiet"], f"{where}: quiet") if "quiet" in table else None,
        ahead=_length(table.get("ahead", "1d"), f"{where}: ahead"),
        recent=_length(table.get("recent", "30d"), f"{where}: recent"),
        to=tuple(_destinations(table.get("to", ()), f"{where}: to", known)) or (Destination("log"),),
        paused=bool(table.get("paused", False)),
        least_chance=_share(table.get("least_chance", 0.1), f"{where}: least_chance"),
    )


def _origins(table: Mapping[str, Any]) -> int:
    """Two origins unless the user asks for less than corroboration."""
    return 2 if table.get("least_standing", "corroborated") == "corroborated" else 0


def _destinations(told: object, where: str, known: Known) -> Iterator[Destination]:
    if not isinstance(told, Sequence) or isinstance(told, str):
        raise BadDataError(f"{where}: write [[watch.to]]")
    for number, one in enumerate(told, 1):
        place = f"{where} {number}"
        if not isinstance(one, Mapping):
            raise BadDataError(f"{place}: is no table")
        ways = [way for way in WAYS if way in one]
        if len(ways) != 1 or (set(one) - {*WAYS, "secret", "template"}):
            raise BadDataError(f"{place}: name one of {', '.join(WAYS)}, and at most a secret and a template")
        template = one.get("template")
        if template is not None and template not in known.templates:
            raise BadDataError(f"{place}: there is no template {template!r}; there are {_listed(known.templates)}")
        way = ways[0]
        target = str(one[way]) if not isinstance(one[way], bool) else ""
        if way in ("webhook", "mail") and not target:
            raise BadDataError(f'{place}: {way} needs where to: {way} = "..."')
        yield Destination(way, target, str(one["secret"]) if "secret" in one else None, template)


def _quiet(told: object, where: str) -> Quiet:
    if not isinstance(told, Mapping) or set(told) != {"from", "to", "zone"}:
        raise BadDataError(f'{where}: write {{ from = "22:00", to = "06:00", zone = "Europe/Berlin" }}')
    try:
        ZoneInfo(str(told["zone"]))
    except (ZoneInfoNotFoundError, ValueError):
        raise BadDataError(f'{where}: {told["zone"]!r} is no time zone; write one such as "Europe/Berlin"') from None
    return Quiet(_minutes(told["from"], where), _minutes(told["to"], where), str(told["zone"]))


def _minutes(told: object, where: str) -> int:
    match = CLOCK.fullmatch(str(told))
    if match is None:
        raise BadDataError(f'{where}: {told!r} is no time of day; write "22:00"')
    return int(match[1]) * 60 + int(match[2])


def _length(told: object, where: str) -> timedelta:
    match = LENGTH.fullmatch(str(told).strip())
    if match is None:
        raise BadDataError(f'{where}: {told!r} is no length of time; write "90m", "12h" or "2d"')
    return timedelta(**{UNITS[match[2]]: int(match[1])})


def _numbers(told: object, known: Known, where: str) -> Mapping[str, float]:
    if not isinstance(told, Mapping):
        raise BadDataError(f"{where}: write {{ magnitude = 6 }}")
    _chosen(list(told), known.attributes, where)
    return {str(name): _number(value, f"{where}: {name}") for name, value in told.items()}


def _number(told: object, where: str) -> float:
    if isinstance(told, bool) or not isinstance(told, int | float) or not 0 <= told < 1e12:
        raise BadDataError(f"{where}: {told!r} is no number from 0 up")
    return float(told)


def _share(told: object, where: str) -> float:
    share = _number(told, where)
    if share > 1:
        raise BadDataError(f"{where}: {told!r} is no share; write a number from 0 to 1, such as 0.25")
    return share


def _chosen(told: object, allowed: frozenset[str], where: str) -> frozenset[str]:
    names = _strings(told, where)
    if unknown := sorted(names - allowed):
        raise BadDataError(f"{where}: {unknown[0]!r} is not known; there are {_listed(allowed)}")
    return names


def _strings(told: object, where: str) -> frozenset[str]:
    if isinstance(told, str) or not isinstance(told, Sequence | frozenset):
        raise BadDataError(f'{where}: write a list of words, ["...", "..."]')
    return frozenset(str(one).strip() for one in told if str(one).strip())


def _one_of(told: object, allowed: tuple[StandingName, ...], where: str) -> StandingName:
    found = next((a for a in allowed if a == told), None)
    if found is None:
        raise BadDataError(f"{where}: {told!r} is not known; write {', '.join(allowed)}")
    return found


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "none"
