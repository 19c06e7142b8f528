"""An alert's record -> bodies: text, HTML, JSON, and what a user's own template makes of it.

Templates are Jinja2 in its sandbox; one that fails on a sample is refused when it is saved, not when it is sent.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from crosswire.alerts.message import NOTE
from crosswire.alerts.minimap import minimap
from crosswire.errors import BadDataError

Record = Mapping[str, Any]
STANDS = {"corroborated": "CONFIRMED", "reported": "UNCONFIRMED", "disputed": "DISPUTED", "withdrawn": "WITHDRAWN"}
SHIPPED = ("text", "html", "slack", "ntfy")
KILLED = "killed"  # the question whose answer is said in the first line
NOBODY = ("no ", "none", "nobody", "0")
SUFFIX = ".j2"
LONGEST = 200_000  # characters of a body


@lru_cache(maxsize=1)
def _shipped() -> Mapping[str, str]:
    folder = files("crosswire.alerts") / "templates"
    return {name: (folder / f"{name}{SUFFIX}").read_text("utf-8") for name in SHIPPED}


def load_templates(folder: Path | None) -> dict[str, str]:
    """The shipped templates and those of a user's folder (NAME.j2), each tried on a sample. Raises BadDataError."""
    found = dict(_shipped())
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder is not None else ():
        try:
            source = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadDataError(f"{path}: cannot be read ({error}); mend or remove it") from None
        check_template(source, str(path))
        found[path.name.removesuffix(SUFFIX)] = source
    return found


def check_template(source: str, where: str) -> None:
    """Try a template on messages of all shapes. Raises BadDataError, which tells the line."""
    for sample in (SAMPLE, BARE):
        try:
            render(source, sample, {}, html=False)
        except TemplateError as error:
            number = getattr(error, "lineno", None)  # only mistakes of syntax know theirs
            line = f", line {number}" if number else ""
            raise BadDataError(f"{where}{line}: {' '.join(str(error).split())[:200]}; mend the template") from None
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise BadDataError(f"{where}: {type(error).__name__}: {str(error)[:200]}; mend the template") from None


def render(source: str, record: Record, area: Record, html: bool) -> str:
    """A template filled with a message; `area` is the watch's shape as GeoJSON, for the small map."""
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=html, trim_blocks=True, lstrip_blocks=True)
    record = _complete(record)
    environment.filters["json"] = lambda value: json.dumps(value, ensure_ascii=False)
    environment.globals["headline"] = subject(record)
    environment.globals["geo"] = geo(record["event"]["where"])
    drawn = minimap(record["event"]["where"], area, record["event"].get("places", ())) if html else ""
    body = environment.from_string(source).render(m=record, map=drawn)
    return str(body)[:LONGEST]


def _complete(record: Record) -> Record:
    """What records of before 28 November 2026 lack."""
    facts = [{"sides": [], "also": [], **fact} for fact in record["facts"]]
    return {"who": [], "cancel": False, **record, "facts": facts}


def subject(record: Record) -> str:
    """The first line of every body: how it stands, what, where, when; of an update, the number too."""
    number = record.get("number", 1)
    parts = [f"UPDATE {number}" if number > 1 else "", STANDS.get(record["standing"], record["standing"].upper())]
    if record.get("cancel"):
        parts = ["WITHDRAWN"]
    return " ".join(f"{', '.join(p for p in parts if p)}: {what(record)}".split())[:200]


def what(record: Record) -> str:
    """What, how many died, where, when; a place that the title names is not said again."""
    event = record["event"]
    where, when = event["where"], event["when"]
    place = where["name"] if where else ""
    name = place.rpartition(" of ")[2].rpartition(" in ")[2].partition(",")[0].strip()
    near = place if place and name not in event["title"] else ""
    told = [event["title"], _toll(record), near, when["text"] if when else ""]
    return ", ".join(part for part in told if part)


def _toll(record: Record) -> str:
    """ "3 people killed", with how that stands where it is less sure than the event; nothing where nobody died."""
    fact = next((f for f in record["facts"] if f["attribute"] == KILLED and f["answer"]), None)
    if fact is None or fact["standing"] == "withdrawn" or fact["answer"].lower().startswith(NOBODY):
        return ""
    rivals = [fact["answer"], *fact["others"]] if fact["standing"] == "disputed" else [fact["answer"]]
    sure = {"corroborated": "", "reported": "unconfirmed"}.get(fact["standing"], fact["standing"])
    weaker = sure if record["standing"] == "corroborated" or fact["standing"] == "disputed" else ""
    return f"{' or '.join(rivals)} killed" + (f" ({weaker})" if weaker else "")


def geo(where: Record | None) -> str:
    """The address of a position that maps on phones and desktops open (RFC 5870), with how far it may be off in m."""
    if where is None or where["lat"] is None or where["lon"] is None:
        return ""
    unsure = f";u={where['radius_km'] * 1000:.0f}" if where["radius_km"] else ""
    return f"geo:{where['lat']:.4f},{where['lon']:.4f}{unsure}"


def as_text(record: Record) -> str:
    """The plain text of a message."""
    return render(_shipped()["text"], record, {}, html=False)


def as_html(record: Record, area: Record) -> str:
    """The HTML of a message, with a small map; it stands alone."""
    return render(_shipped()["html"], record, area, html=True)


def as_json(record: Record) -> str:
    """The record itself."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


BARE: Record = {
    "watch": "All",
    "news": [],
    "event": {
        "id": "event-0",
        "title": "An event",
        "frame": "news",
        "when": None,
        "where": None,
        "places": [],
        "url": None,
    },
    "cancel": False,
    "who": [],
    "area": None,
    "standing": "reported",
    "origins_count": 0,
    "credibility": None,
    "origins": [],
    "facts": [],
    "quotes": [],
    "unknown": [],
    "reports": [],
    "note": NOTE,
}
SAMPLE: Record = {
    **BARE,
    "watch": "Ships in the Pale Sea",
    "news": [{"kind": "new", "words": "Tanker hit off Karsk"}],
    "event": {
        "id": "event-0123456789abcdef",
        "title": "Tanker hit off Karsk",
        "frame": "ship_attack",
        "when": {"text": "Tuesday", "start": "2026-01-27T00:00:00+00:00", "end": "2026-01-28T00:00:00+00:00"},
        "where": {"name": "off Karsk", "country": "NO", "lat": 70.1, "lon": 30.2, "radius_km": 10.0},
        "places": [],
        "url": "http://127.0.0.1:8000/events/event-0123456789abcdef",
    },
    "who": ["Northland's Coast Guard", "the owner"],
    "area": {"name": "the Pale Sea", "relation": "inside", "km": 0.0, "why": "inside the Pale Sea"},
    "standing": "corroborated",
    "origins_count": 2,
    "credibility": {"grade": 1, "words": "confirmed", "reasons": ["2 independent origins"]},
    "origins": [{"name": "Northland's Coast Guard", "kind": "official"}, {"name": "the owner", "kind": "organisation"}],
    "facts": [
        {
            "attribute": "killed",
            "question": "How many were killed?",
            "answer": "two",
            "others": ["three"],
            "also": [],
            "sides": [
                {"answer": "two", "origins": ["Northland's Coast Guard"]},
                {"answer": "three", "origins": ["the owner"]},
            ],
            "standing": "disputed",
            "origins": ["Northland's Coast Guard"],
        }
    ],
    "quotes": [
        {
            "exact": "a tanker was hit off Karsk",
            "start": 10,
            "end": 36,
            "mode": "paraphrased",
            "chain": ["Harbour Gazette", "Northland's Coast Guard"],
            "outlet": "Harbour Gazette",
            "title": "Tanker hit",
            "url": "https://gazette.example/tanker",
            "published": "2026-01-27T09:00:00+00:00",
            "report": "report-0",
        }
    ],
    "unknown": ["Who attacked?"],
    "reports": [
        {
            "outlet": None,
            "title": "Tanker hit",
            "url": None,
            "published": None,
            "report": "report-0",
        }
    ],
}
