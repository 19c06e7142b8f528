"""Reports in; readings or a brief out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from crosswire.app.steps import Progress, load_steps
from crosswire.errors import UnreadableInputError
from crosswire.model import Brief, Given, Reading


def brief(paths: Sequence[str], given: Given, stdin: IO[bytes], frames: Path | None, progress: Progress) -> Brief:
    """The brief of the reports at `paths` ("-" is `stdin`). Raises NothingToReadError if no report is left."""
    return load_steps(frames).brief(paths, given, stdin, progress)


def read(
    paths: Sequence[str], given: Given, stdin: IO[bytes], frames: Path | None
) -> Iterator[Reading | UnreadableInputError]:
    """The reading of each report, in the order of the paths, and in its place the error of one that cannot be read."""
    return load_steps(frames).read(paths, given, stdin)
