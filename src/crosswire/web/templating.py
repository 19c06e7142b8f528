"""Templates with what all of them may call: words for values, addresses of pages, files with their version."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from crosswire import app
from crosswire.app import page

TICKS = re.compile("`([^`]+)`")
STANDINGS = (
    ("corroborated", "confirmed"),
    ("reported", "unconfirmed"),
    ("disputed", "disputed"),
    ("withdrawn", "withdrawn"),
)


@cache
def templates() -> Environment:
    """The templates of the package, compiled once; what is put in is escaped and freed of control characters."""
    made = Environment(
        loader=PackageLoader("crosswire.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
        auto_reload=False,
    )
    made.filters["code"] = code
    made.globals.update(
        bare=bare,
        count=page.count,
        dated=dated,
        kind_words=kind_words,
        location=lambda place: page.location(place, page.wording()),
        moment=page.moment,
        place=place,
        resting=page.resting,
        stamp=stamp,
        standing_words=STANDINGS,
        static=static,
        tally=tally,
        told=page.told,
        version=app.__version__,
        voice=voice,
        voiced=frozenset(),
        web_link=web_link,
        who=page.who,
        in_words=page.in_words,
    )
    return made


def render(name: str, here: str, **values: Any) -> str:
    """A page; `here` is the address of its entry in the head."""
    return templates().get_template(name).render(here=here, **values)


def kind_words(frame: str) -> str:
    """ "weapons_test" as a reader reads it."""
    return frame.replace("_", " ").capitalize()


def code(text: str) -> Markup:
    """What stands between backticks as code."""
    return Markup(TICKS.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped first


def stamp(at: datetime) -> str:
    """A time of ours, in UTC: "27 Jan 2026, 21:40 UTC"."""
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return f"{at.day} {at:%b} {at.year}, {at:%H:%M} UTC"


def dated(at: datetime) -> str:
    """When a report was published: the day alone where no more than a day is known, which is kept as its midnight."""
    return f"{at.day} {at:%b} {at.year}" if (at.hour, at.minute, at.second) == (0, 0, 0) else stamp(at)


def tally(standings: Mapping[str, int]) -> str:
    """How many facts stand how: "6 confirmed, 3 unconfirmed"."""
    return (
        ", ".join(f"{standings.get(name, 0)} {word}" for name, word in STANDINGS if standings.get(name, 0))
        or "no facts yet"
    )


def voice(name: str) -> str:
    """The page of a speaker or outlet; the role behind a name and the note on an origin are not part of it."""
    return "/voices/show?name=" + quote(bare(name), safe="")


def bare(name: str) -> str:
    """A name without the role or the note that is shown behind it."""
    return name.partition(" (")[0]


def place(report: str, item: page.Evidence) -> str:
    """Where in a report's page the words stand."""
    return f"/reports/{report}#at-{item.around[0].start if item.around else item.place.start}"


def web_link(url: str | None) -> str:
    """An address where it is one of the web; `javascript:` and the like are nothing to click on."""
    return url if url and url.lower().startswith(("http://", "https://")) else ""


@cache
def static(name: str) -> str:
    """The address of one of our files with a part of its hash, so that it may be kept for ever."""
    content = (files("crosswire.web") / "static" / name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:10]}"


def _finalize(value: object) -> object:
    return page.showable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
