"""Paths -> readings -> the brief of what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from crosswire.claims import read as reading
from crosswire.errors import NothingToReadError, UnreadableInputError
from crosswire.model import Brief, Clause, Fetched, Given, Judgement, Party, Place, Reading, Report, Time
from crosswire.pipeline.link import Links, link_all
from crosswire.pipeline.weigh import weigh_all
from crosswire.reports.make import make_report
from crosswire.reports.rules import Rules, load_rules
from crosswire.sources.files import gather
from crosswire.sources.outlets import load_outlets

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The steps with their tables loaded."""

    reader: reading.Reader
    rules: Rules
    outlets: Mapping[str, str]

    def read(self, paths: Sequence[str], given: Given, stdin: BinaryIO) -> Iterator[Reading | UnreadableInputError]:
        """The reading of each report in the order of the paths, and the error of each input that cannot be read."""
        yield from self.read_fetched(gather(paths, given, stdin))

    def read_fetched(
        self, fetched: Iterable[Fetched | UnreadableInputError]
    ) -> Iterator[Reading | UnreadableInputError]:
        """The reading of each thing fetched, and in its place the error of each that cannot be read."""
        errors: list[UnreadableInputError] = []
        for one in reading.read(self._reports(fetched, errors), self.reader):
            yield from _drained(errors)
            yield one
        yield from _drained(errors)

    def closely(
        self, paths: Sequence[str], given: Given, stdin: BinaryIO
    ) -> Iterator[tuple[Reading, tuple[Clause, ...]] | UnreadableInputError]:
        """As `read`, each reading with its clauses, for comparing sentences."""
        errors: list[UnreadableInputError] = []
        for one in reading.read_closely(self._reports(gather(paths, given, stdin), errors), self.reader):
            yield from _drained(errors)
            yield one
        yield from _drained(errors)

    def brief(self, paths: Sequence[str], given: Given, stdin: BinaryIO, progress: Progress) -> Brief:
        """The brief of all reports at the paths. Raises NothingToReadError where none is left."""
        readings, warnings = self.read_all(paths, given, stdin, progress)
        return weigh_all(readings, self.reader, warnings)

    def read_all(
        self, paths: Sequence[str], given: Given, stdin: BinaryIO, progress: Progress
    ) -> tuple[tuple[Reading, ...], list[str]]:
        """The readings of all reports at the paths, each report once, and the warnings; as `brief` raises."""
        readings: dict[str, Reading] = {}
        warnings: list[str] = []
        for one in self.read(paths, given, stdin):
            if isinstance(one, UnreadableInputError):
                warnings.append(str(one))
            elif one.report.id in readings:
                same = readings[one.report.id].report
                warnings.append(f"{one.report.path}: is the same report as {same.path}; it is counted once")
            else:
                readings[one.report.id] = _lean(one)
                progress(len(readings), None)
        if not readings:
            raise NothingToReadError(
                "\n".join([*warnings, "no report could be read; give at least one text in English"])
            )
        return tuple(readings.values()), warnings

    def link(
        self, paths: Sequence[str], given: Given, stdin: BinaryIO, words: Iterable[Judgement], progress: Progress
    ) -> tuple[Links, list[str]]:
        """The events of all reports at the paths, with what people said before, and the warnings; as `brief` raises."""
        readings, warnings = self.read_all(paths, given, stdin, progress)
        return link_all(readings, self.reader, words), warnings

    def reports(self, paths: Sequence[str], given: Given, stdin: BinaryIO) -> tuple[list[Report], list[str]]:
        """The reports at the paths, their claims unread, and the warnings."""
        errors: list[UnreadableInputError] = []
        found = list(self._reports(gather(paths, given, stdin), errors))
        return found, [str(error) for error in errors]

    def _reports(
        self, found: Iterable[Fetched | UnreadableInputError], errors: list[UnreadableInputError]
    ) -> Iterator[Report]:
        for fetched in found:
            if isinstance(fetched, UnreadableInputError):
                errors.append(fetched)
                continue
            try:
                yield make_report(fetched, self.outlets, self.rules)
            except UnreadableInputError as error:
                errors.append(error)


def load_pipeline(frames: Path | None = None) -> Pipeline:
    """The steps with the shipped tables, and a user's folder of frames. Raises BadDataError."""
    return Pipeline(reading.load_reader(frames, load_outlets().all), load_rules(), _outlet_names())


def _outlet_names() -> dict[str, str]:
    """Every name, alias and domain of the outlet table -> the outlet's one name."""
    return {form: o.name for o in load_outlets().all for form in (*o.domains, *o.aliases, o.name)}


def _lean(reading: Reading) -> Reading:
    """The reading without the values that neither linking nor weighing asks for.

    Linking looks at places and at whose country a sentence names: without them a brief told of other events than the
    store, which keeps all (a dam's collapse in seven reports fell into pieces).
    """
    return replace(reading, values=tuple(v for v in reading.values if isinstance(v.value, Time | Place | Party)))


def _drained(errors: list[UnreadableInputError]) -> Iterator[UnreadableInputError]:
    while errors:
        yield errors.pop(0)
