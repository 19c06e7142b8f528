"""Events of a store, written for other programs."""

# ruff: noqa: PLC0415 - imported when they are first needed, see the package

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from crosswire.app.exports.kinds import ExportFormat
from crosswire.app.knowledge import Knowledge
from crosswire.errors import UnknownIdError
from crosswire.model import Selection


def exported(knowledge: Knowledge, events: Sequence[str], of: Selection, most: int, form: ExportFormat) -> bytes:
    """These events, or those of a selection where none is named. Raises UnknownIdError."""
    from crosswire.app.desk import Desk
    from crosswire.app.exports.forms import export

    desk = Desk(knowledge)
    ids = []
    for event in events:
        current = desk.resolve(event)
        if current is None:
            raise UnknownIdError(f"{event}: there is no such event in {knowledge.where}; crosswire events lists them")
        ids.append(current)
    return export(desk, ids or desk.ids(of, most), form)


def save_bytes(content: bytes, path: Path) -> None:
    """Write a file whole or not at all. Raises OSError."""
    path = path.resolve()
    beside = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
