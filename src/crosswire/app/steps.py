"""The steps in their order, imported when they are first needed."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Protocol, cast

from crosswire.errors import UnreadableInputError
from crosswire.model import Brief, Explained, Given, Judgement, LinkedEvent, Reading, Report

Progress = Callable[[int, int | None], None]  # how many reports are read, and of how many where that is known


class Links(Protocol):
    """Reports linked, as crosswire.pipeline.link links them."""

    @property
    def events(self) -> Sequence[LinkedEvent]: ...

    @property
    def paths(self) -> Mapping[str, str]: ...

    def explain(self, a: str, b: str) -> Explained: ...


class Pipeline(Protocol):
    """The steps in their order, as crosswire.pipeline puts them together."""

    def read(
        self, paths: Sequence[str], given: Given, stdin: IO[bytes]
    ) -> Iterator[Reading | UnreadableInputError]: ...

    def brief(self, paths: Sequence[str], given: Given, stdin: IO[bytes], progress: Progress) -> Brief: ...

    def reports(self, paths: Sequence[str], given: Given, stdin: IO[bytes]) -> tuple[list[Report], list[str]]: ...

    def link(
        self, paths: Sequence[str], given: Given, stdin: IO[bytes], words: Iterable[Judgement], progress: Progress
    ) -> tuple[Links, list[str]]: ...


def load_steps(frames: Path | None) -> Pipeline:
    """The pipeline with the frames that ship and those of the user's folder."""
    return cast(Pipeline, importlib.import_module("crosswire.pipeline.read").load_pipeline(frames))
