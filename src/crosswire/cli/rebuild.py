"""`crosswire rebuild`: everything that follows from the recorded reports, derived anew."""

from __future__ import annotations

from crosswire.cli.options import Frames
from crosswire.cli.output import emit
from crosswire.cli.root import cli
from crosswire.cli.store import StoreUrl, knowledge


@cli.command()
def rebuild(store: StoreUrl = None, frames: Frames = None) -> None:
    """Derive all events, origins and facts anew from the recorded readings, by the rules of this version. Ids stay.

    \b
    Example:
      crosswire rebuild --store desk.db
    """
    with knowledge(store, frames) as known:
        known.rebuild()
        tally = known.tally()
    emit(f"{tally.events} events of {tally.reports} reports\n")
