"""What is known, over a store: what every front asks for. Open it once, use it from any thread, close it.

Reading (the parser and its tables) is loaded when it is first needed: listing and searching never do.
"""

# ruff: noqa: PLC0415 - imported when they are first needed, see the package

from __future__ import annotations

import hashlib
import io
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from crosswire.app.gone import unless_gone
from crosswire.app.knowledge_views import (
    Events,
    EventView,
    Found,
    Ingested,
    Reports,
    ReportView,
    Said,
    Voices,
    VoiceView,
)
from crosswire.app.steps import Progress
from crosswire.app.store import open_database
from crosswire.errors import UnknownIdError, UnreadableInputError
from crosswire.model import (
    Arrival,
    Brief,
    Change,
    Fetched,
    Given,
    Judgement,
    Listing,
    Reading,
    Sameness,
    Selection,
    Tally,
)

if TYPE_CHECKING:
    from crosswire.claims import read as reading
    from crosswire.pipeline.keeping import Store
    from crosswire.pipeline.live import Live
    from crosswire.pipeline.read import Pipeline

AT_ONCE = 20  # reports recorded in one transaction
PAGE = 50
STORY = 500  # changes of one event that its page tells


class Knowledge:
    """An open store with the pipeline over it. Raises StoreError and its kinds, and UnknownIdError."""

    def __init__(self, url: str | None = None, frames: Path | None = None, make: bool = True) -> None:
        self._store: Store = open_database(url, make)
        self._frames = frames
        self._lock = threading.Lock()
        self._pipeline: Pipeline | None = None
        self._living: Live | None = None

    @property
    def where(self) -> str:
        """The place of the store, without a password."""
        return self._store.where

    @property
    def store(self) -> Store:
        """The store itself, for what watches feeds or keeps other things in it."""
        return self._store

    @property
    def steps(self) -> Pipeline:
        """The steps by which reports are read, loaded when they are first asked for."""
        return self._steps()

    def close(self) -> None:
        """Give back the store."""
        self._store.close()

    # --- taking in -------------------------------------------------------------------------------------------------

    def ingest(
        self,
        paths: Sequence[str],
        given: Given,
        stdin: BinaryIO | None,
        progress: Progress,
        private: bool = False,
    ) -> Ingested:
        """Read the reports at the paths and addresses, record them, and take them into the picture."""
        urls = [path for path in paths if path.startswith(("http://", "https://"))]
        if urls:
            return self._take(self._mixed(paths, given, stdin or io.BytesIO(), private), progress)
        return self._take(self._steps().read(paths, given, stdin or io.BytesIO()), progress)

    def _mixed(
        self, paths: Sequence[str], given: Given, stdin: BinaryIO, private: bool
    ) -> Iterator[Reading | UnreadableInputError]:
        """The readings of files and of pages, the files first."""
        from crosswire.app.fetch import fetch_pages

        files = [path for path in paths if not path.startswith(("http://", "https://"))]
        pages = [path for path in paths if path.startswith(("http://", "https://"))]
        if files:
            yield from self._steps().read(files, given, stdin)
        for page in pages:
            yield from self._steps().read_fetched(fetch_pages([page], private, given.outlet))

    def accept(self, fetched: Sequence[Fetched]) -> Ingested:
        """The same for what was fetched."""
        arrivals = {f.where: _arrival(f) for f in fetched}
        return self._take(self._steps().read_fetched(fetched), lambda *_: None, arrivals)

    def ingest_readings(self, readings: Iterable[Reading]) -> Ingested:
        """The same for what was read elsewhere."""
        return self._take(iter(readings), lambda *_: None)

    def _take(
        self,
        read: Iterator[Reading | UnreadableInputError],
        progress: Progress,
        arrivals: dict[str, Arrival] | None = None,
    ) -> Ingested:
        live, troubles, total, new, edited = self._live(), [], 0, 0, 0
        while some := list(islice(read, AT_ONCE)):
            troubles += [str(one) for one in some if isinstance(one, UnreadableInputError)]
            readings = [one for one in some if isinstance(one, Reading)]
            known = arrivals or {}
            fresh = live.record([(r, known.get(r.report.path or "") or _arrived(r)) for r in readings])
            new, edited = new + fresh[0], edited + fresh[1]
            total += len(readings)
            live.catch_up(datetime.now(UTC))
            progress(total, None)
        live.catch_up(datetime.now(UTC))
        return Ingested(new, total - new, tuple(troubles), self._store.tally().token, edited)

    def rebuild(self) -> None:
        """Derive everything anew from what is recorded, by the rules of this program; ids stay."""
        self._live().rebuild(datetime.now(UTC))

    def judge(self, pair: tuple[str, str], verdict: Sameness, by: str, undo: bool = False) -> Judgement:
        """A person's word on whether two events (or reports) are one; it wins over any score until it is undone."""
        from crosswire.app.linking import judge_in

        word = judge_in(self._store, pair, verdict, by, undo)
        self._live().catch_up(datetime.now(UTC))
        return word

    # --- asking ----------------------------------------------------------------------------------------------------

    def events(self, of: Selection = Selection(), after: str | None = None, limit: int = PAGE) -> Events:  # noqa: B008
        """The selected events; `after` is the `more` of the page before."""
        found, more = self._store.listings(of, (after, limit))
        return Events(tuple(found), more)

    def event(self, eid: str) -> EventView:
        """One event, by its id or one that it had before a merge. Raises GoneIdError for one that is no more."""
        from crosswire.pipeline.dossier import dossier

        with self._store.still(), unless_gone(self._store, eid):
            return self._view(dossier(self._store, eid, self._live().tables))

    def glance(self, eid: str) -> EventView:
        """The same as a page shows it first: of other events what its own reports tell, of many reports some."""
        from crosswire.pipeline.glance import glance

        with self._store.still(), unless_gone(self._store, eid):
            return self._view(*glance(self._store, eid, self._live().tables))

    def _view(self, brief: Brief, beside: dict[str, Listing] | None = None) -> EventView:
        now = brief.events[0].id
        listing = self._store.listed([now])[now]
        return EventView(listing, brief, tuple(self._store.changes_of(now, STORY)), beside or {})

    def report(self, rid: str) -> ReportView:
        """One report with all that was read from it."""
        from crosswire.pipeline.weigh import claim_homes

        found = self._store.readings([rid])
        if not found:
            raise UnknownIdError(f"{rid}: there is no such report in {self.where}")
        homes = self._store.homes_of([rid])
        listed = self._store.listed(sorted(set(homes.values())))
        return ReportView(
            found[0],
            self._store.versions(rid),
            claim_homes(homes, found[0].claims),
            listed,
            tuple(self._store.reprints([rid])),
        )

    def reports(self, outlet: str | None = None, after: str | None = None, limit: int = PAGE) -> Reports:
        """Reports, the last that arrived first; of one outlet where it is named."""
        found, more = self._store.filed(outlet, (after, limit))
        return Reports(tuple(found), more)

    def report_of_claim(self, claim: str) -> str:
        """The report that a claim stands in."""
        found = self._store.reports_of([claim])
        if not found:
            raise UnknownIdError(f"{claim}: there is no such claim in {self.where}")
        return found[claim]

    def search(self, words: str, after: str | None = None, limit: int = PAGE) -> Found:
        """Reports in which all of the words stand, the newest first, by the rules of `store.words`."""
        hits, more = self._store.search(words, (after, limit))
        return Found(tuple(hits), self._store.listed([e for h in hits for e in h.events]), more)

    def voices(self, kind: str | None = None, after: str | None = None, limit: int = PAGE) -> Voices:
        """Speakers and outlets, those with most claims first; `kind` as Speaker has them."""
        found, more = self._store.voices(kind, (after, limit))
        return Voices(tuple(found), more)

    def voice(self, name: str, after: str | None = None, limit: int = PAGE) -> VoiceView:
        """One speaker or outlet: what it said in its newest reports, and how its answers stand beside the others'."""
        from crosswire.pipeline.weigh import claim_homes

        voice = self._store.voice(name)
        if voice is None:
            raise UnknownIdError(f"{name}: nobody of this name is heard in {self.where}")
        ids, more = self._store.said_by(name, (after, limit))
        readings = self._store.readings(ids)
        homes = self._store.homes_of(ids)
        shares = self._store.answers_of(name, sorted(set(homes.values())))
        said = []
        for one in readings:
            of = claim_homes(homes, one.claims)
            for claim in one.claims:
                if one.report.outlet == name or (len(claim.speakers) > 1 and claim.speakers[-1].canonical == name):
                    event = of.get(claim.id)
                    said.append(Said(claim, one.report, event, shares.get((event or "", claim.attribute or ""))))
        return VoiceView(voice, tuple(said), self._store.listed(sorted(set(homes.values()))), more)

    def changes(self, since: int = 0, limit: int = 200) -> tuple[Change, ...]:
        """What changed after a token, the earliest first; the last one's token is where to go on."""
        return tuple(self._store.changes(since, limit))

    def coming(self, weeks: int = 6, now: datetime | None = None) -> tuple[Listing, ...]:
        """The events expected from now on in the coming weeks, the soonest first."""
        now = now or datetime.now(UTC)
        of = Selection(since=now, until=now + timedelta(weeks=weeks), ahead=True, order="soon")
        return self.events(of, limit=500).events

    def tally(self) -> Tally:
        """How much is stored."""
        return self._store.tally()

    def reader(self) -> reading.Reader:
        """The tables of reading, loaded when they are first needed."""
        return self._steps().reader

    # --- the pipeline ----------------------------------------------------------------------------------------------

    def _steps(self) -> Pipeline:
        with self._lock:
            if self._pipeline is None:
                from crosswire.pipeline.read import load_pipeline

                self._pipeline = load_pipeline(self._frames)
            return self._pipeline

    def _live(self) -> Live:
        with self._lock:
            if self._living is None:
                from crosswire.pipeline.live import Live
                from crosswire.pipeline.tables import load_tables

                self._living = Live(self._store, load_tables(self._frames))
            return self._living


@contextmanager
def opened(url: str | None = None, frames: Path | None = None, make: bool = True) -> Iterator[Knowledge]:
    """A store, open until the end of the block."""
    knowledge = Knowledge(url, frames, make)
    try:
        yield knowledge
    finally:
        knowledge.close()


def _arrival(fetched: Fetched) -> Arrival:
    digest = hashlib.blake2b(fetched.content, digest_size=16).hexdigest()
    return Arrival(datetime.now(UTC), fetched.where, fetched.media, len(fetched.content), digest)


def _arrived(reading: Reading) -> Arrival:
    return Arrival(datetime.now(UTC), reading.report.path)
