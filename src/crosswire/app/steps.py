"""The steps in their order, imported when they are first needed."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Protocol, cast

from crosswire.errors import UnreadableInputError
from crosswire.model import Brief, Given, Reading

Progress = Callable[[int, int | None], None]  # how many reports are read, and of how many where that is known


class Pipeline(Protocol):
    """The steps in their order, as crosswire.pipeline puts them together."""

    def read(
        self, paths: Sequence[str], given: Given, stdin: IO[bytes]
    ) -> Iterator[Reading | UnreadableInputError]: ...

    def brief(self, paths: Sequence[str], given: Given, stdin: IO[bytes], progress: Progress) -> Brief: ...


def load_steps(frames: Path | None) -> Pipeline:
    """The pipeline with the frames that ship and those of the user's folder."""
    return cast(Pipeline, importlib.import_module("crosswire.pipeline").load_pipeline(frames))
