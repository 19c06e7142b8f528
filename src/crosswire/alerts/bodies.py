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
SHIPPED = ("text", "html", "slack", "ntfy")
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
    environment.filters["json"] = lambda value: json.dumps(value, ensure_ascii=False)
    body = environment.from_string(source).render(m=record, map=minimap(record["event"]["where"], area) if html else "")
    return str(body)[:LONGEST]


def subject(record: Record) -> str:
    """One line that tells the most: what is news, and how it stands."""
    standing = {"corroborated": "confirmed", "reported": "unconfirmed"}.get(record["standing"], record["standing"])
    first = record["news"][0]["kind"] if record["news"] else "new"
    update = "" if first == "new" else f"Update ({first}): "
    return " ".join(f"[{standing}] {update}{record['event']['title']}".split())[:200]


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
    "event": {"id": "event-0", "title": "An event", "frame": "news", "when": None, "where": None, "url": None},
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
        "url": "http://127.0.0.1:8000/events/event-0123456789abcdef",
    },
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
