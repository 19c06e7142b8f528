"""Parts of a brief as JSON values, in the form of brief.schema.json."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from crosswire.brief.checked import as_check_record as check
from crosswire.brief.record import as_record, dumps, origin_record, report_record
from crosswire.brief.record import claim_record as claim
from crosswire.brief.record import fact_record as fact
from crosswire.brief.record_values import Record, value_record
from crosswire.claims.frames_load import load_frames
from crosswire.model import Brief, Value

__all__ = ["brief", "brief_schema", "check", "claim", "dumps", "fact", "frames", "origin", "plover", "report", "value"]

origin, report = origin_record, report_record


@cache
def _codes() -> dict[str, str | None]:
    return {frame.name: frame.plover for frame in load_frames(None).all}


def plover(frame: str) -> str | None:
    """The PLOVER code of a kind of event, where it has one."""
    return _codes().get(frame)


def frames() -> tuple[str, ...]:
    """The names of all kinds of event."""
    return tuple(sorted(_codes()))


def value(of: Value | None) -> Record | None:
    """A value, or null."""
    return None if of is None else value_record(of)


def brief(of: Brief) -> Record:
    """A whole brief."""
    return as_record(of, {name: code for name, code in _codes().items() if code})


@cache
def brief_schema() -> dict[str, Any]:
    """The JSON schema of a brief."""
    found: dict[str, Any] = json.loads((files("crosswire.brief") / "brief.schema.json").read_text(encoding="utf-8"))
    return found
