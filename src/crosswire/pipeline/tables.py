"""What deriving needs of the shipped tables: much less than reading, and no parser."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from crosswire.claims.countries import Countries, load_countries
from crosswire.claims.frames_load import Frames, load_frames
from crosswire.claims.quantities.units import Units, load_units
from crosswire.compare import Scale
from crosswire.events.score import Table
from crosswire.pipeline.weigh import scale_of, table_of


@dataclass(frozen=True)
class Tables:
    """The tables, loaded once."""

    frames: Frames
    units: Units
    countries: Countries

    @cached_property
    def linking(self) -> Table:
        """What linking needs."""
        return table_of(self)

    @cached_property
    def scale(self) -> Scale:
        """How units convert."""
        return scale_of(self)


def load_tables(frames: Path | None = None) -> Tables:
    """The shipped tables with a user's folder of frames. Raises BadDataError."""
    return Tables(load_frames(frames), load_units(), load_countries())
