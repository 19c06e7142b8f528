"""Who publishes: the table of outlets, agencies and official bodies, looked up by name or by host."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal

from crosswire.errors import BadDataError
from crosswire.model import Outlet

KINDS: tuple[Literal["outlet", "agency", "official"], ...] = ("outlet", "agency", "official")
NOWHERE = "world"  # where the table keeps bodies of no one country


@dataclass(frozen=True, slots=True)
class Outlets:
    """The table with its indexes; built once by `load_outlets` and passed on."""

    all: tuple[Outlet, ...]
    names: Mapping[str, Outlet]
    domains: Mapping[str, Outlet]

    def by_name(self, name: str) -> Outlet | None:
        """The outlet of a name or another name, whatever the case and the article: "the new york times", "AFP"."""
        return self.names.get(_key(name))

    def by_domain(self, host: str) -> Outlet | None:
        """The outlet that publishes at a host: "www.bbc.co.uk" is the BBC, the longest domain wins ("news.sky.com")."""
        labels = host.lower().rstrip(".").partition(":")[0].split(".")
        return next(
            (self.domains[d] for d in (".".join(labels[i:]) for i in range(len(labels))) if d in self.domains), None
        )


def load_outlets() -> Outlets:
    """The shipped table. Raises `BadDataError` if two outlets claim one name or one domain."""
    table = tomllib.loads((files("crosswire.sources") / "outlets.toml").read_text("utf-8"))
    outlets = tuple(_outlets(table))
    return Outlets(
        all=outlets,
        names=_index("name", ((_key(form), o) for o in outlets for form in (o.name, *o.aliases))),
        domains=_index("domain", ((domain, o) for o in outlets for domain in o.domains)),
    )


def _outlets(table: Mapping[str, Any]) -> Iterator[Outlet]:
    for kind in KINDS:
        for code, rows in table[kind].items():
            for name, row in rows.items():
                yield Outlet(
                    name=name,
                    kind=kind,
                    country=None if code == NOWHERE else code,
                    owner=row.get("owner"),
                    state=row.get("state", False),
                    domains=_parts(row, "domains"),
                    aliases=_parts(row, "also"),
                    feeds=_parts(row, "feeds"),
                )


def _parts(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(part for part in row.get(key, "").split("|") if part)


def _index(what: str, pairs: Iterator[tuple[str, Outlet]]) -> dict[str, Outlet]:
    index: dict[str, Outlet] = {}
    for key, outlet in pairs:
        if index.setdefault(key, outlet) is not outlet:
            raise BadDataError(f"outlets.toml: {index[key].name} and {outlet.name} share the {what} {key!r}")
    return index


def _key(name: str) -> str:
    """A name for look-up: case folded, one kind of blank and apostrophe, without the article."""
    return " ".join(name.replace("\u2019", "'").casefold().split()).removeprefix("the ")
