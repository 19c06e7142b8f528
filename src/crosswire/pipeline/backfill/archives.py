"""The archives of a backfill: those named now, and those looked through before, which need not be kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosswire.model import stable_id
from crosswire.pipeline.backfill.shards import is_done
from crosswire.sources.reach import reach

GONE = -1  # the size of an archive that was named and is not there


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive under a name of its own, and its path or address; with another size it is another archive."""

    name: str
    place: str
    size: int

    def shard(self, looked: Path) -> Path:
        """Where what it gives is written."""
        return looked / f"{stable_id('archive', self.name, self.size)}.parquet"


def all_archives(
    known: Mapping[str, Sequence[str | int]], named: Iterable[tuple[str, Path]], looked: Path
) -> list[Archive]:
    """Those of before (name -> place, size) and those named now, by name.

    One of before that is not there any more stays where it was looked through to its end. One that is named again with
    another size takes the place of the former.
    """
    found: dict[str, Archive] = {}
    for name, (place, size) in known.items():
        archive = Archive(name, str(place), int(size))
        if is_done(archive.shard(looked)) or reach(archive.place).exists():
            found[name] = archive
    for name, path in named:
        archive = Archive(name, str(path), path.stat().st_size if path.exists() else GONE)
        if archive.size != GONE or name not in found:
            found[name] = archive
    return [found[name] for name in sorted(found)]
