"""All watches ready to be asked: which of ten thousand may an event concern?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from crosswire.alerts.areas import AreaIndex, Scene, index_areas
from crosswire.alerts.scenes import scenes_of
from crosswire.model import Picture, Quiet, Watch

DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class WatchList:
    """The watches that are not paused, indexed by their areas."""

    watches: tuple[Watch, ...]
    areas: AreaIndex

    def concerned(self, picture: Picture) -> Sequence[Watch]:
        """The watches that an event may concern by its place and kind; whether it does, `decide` tells."""
        frame = picture.event.frame
        scenes: list[Scene | None] = [scene for _, scene in scenes_of(picture)]
        found = sorted({number for scene in scenes or [None] for number in self.areas.candidates(scene)})
        return [w for i in found if not (w := self.watches[i]).frames or frame in w.frames]


def ready(watches: Iterable[Watch]) -> WatchList:
    """The list of those watches that are not paused."""
    live = tuple(w for w in watches if not w.paused)
    return WatchList(live, index_areas(w.area for w in live))


def quiet_until(quiet: Quiet | None, now: datetime) -> datetime | None:
    """When the quiet hours that `now` falls into end; None outside of them."""
    if quiet is None or quiet.start == quiet.end:
        return None
    local = now.astimezone(ZoneInfo(quiet.zone))
    minute = local.hour * 60 + local.minute
    if (minute - quiet.start) % DAY >= (quiet.end - quiet.start) % DAY:
        return None
    since = timedelta(seconds=local.second, microseconds=local.microsecond)
    return (local + timedelta(minutes=(quiet.end - minute) % DAY) - since).astimezone(now.tzinfo)
