"""A sentence and reports in; a verdict out."""

# ruff: noqa: PLC0415 - imported when they are first needed, see the package

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import IO, cast

from crosswire.app.forms import CheckFormat
from crosswire.app.rendering import Page
from crosswire.app.steps import Progress, load_steps
from crosswire.model import ClaimCheck, Given


def check(
    claim: str, sources: tuple[Sequence[str], Given, IO[bytes]], frames: Path | None, progress: Progress
) -> ClaimCheck:
    """The verdict on each sentence of `claim` by the reports of `sources`: paths ("-" is stdin), what is given of them,
    and stdin. Raises NothingToReadError if no report is left."""
    steps = load_steps(frames)
    return cast(
        ClaimCheck, importlib.import_module("crosswire.pipeline.check").check_paths(steps, claim, sources, progress)
    )


def render_check(of: ClaimCheck, form: CheckFormat, page: Page) -> str:
    """A verdict in one of the formats, ending in a line break."""
    if form == "json":
        from crosswire.brief.checked import as_check_record
        from crosswire.brief.record import dumps

        return dumps(as_check_record(of), indent=2) + "\n"
    from crosswire.brief.checked import as_check_text

    return as_check_text(of, page.width, page.colour)
