"""What the server and its pages ask: the store's knowledge, with what is asked often kept at hand."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from crosswire.app.checking import CloseReading, near_pairs, origins_of
from crosswire.app.desk_views import Heard, Listed, Pair, Seen, Stands, Taken, Told
from crosswire.app.exports.rows import Known
from crosswire.app.fetch import fetch_pages
from crosswire.app.gone import gone
from crosswire.app.knowledge import Knowledge
from crosswire.app.knowledge_views import EventView, VoiceView
from crosswire.app.pasted import as_fetched, examples
from crosswire.app.records import plover
from crosswire.errors import CrosswireError, UnknownIdError, UnreadableInputError
from crosswire.model import (
    Change,
    ClaimCheck,
    Filed,
    Given,
    Hit,
    Listing,
    Selection,
    Tally,
    Voice,
)

if TYPE_CHECKING:
    from crosswire.pipeline.unsure import Unsure

AT_HAND = 24  # briefs of events that were asked for last; one is a megabyte where its reports are long
FRESH = 5.0  # seconds that counts may be old: counting a million rows takes a tenth of a second
COMING = 500  # expected events looked at, those that are over soonest
TOUCHED = 60  # events that an answer to new reports names


class BadPageError(CrosswireError):
    """What is said to be the end of a page is none."""


@dataclass
class Desk:
    """Everything that is asked, from any thread."""

    knowledge: Knowledge
    at_hand: OrderedDict[tuple[str, str], tuple[int, Told]] = field(default_factory=OrderedDict)
    counted: tuple[float, Tally] | None = None
    unsure: tuple[int, list[Unsure]] | None = None
    lock: Lock = field(default_factory=Lock)
    close: CloseReading = field(init=False)

    def __post_init__(self) -> None:
        self.close = CloseReading(self.knowledge)

    def warm(self) -> None:
        """Load what reading needs, before anybody waits for it."""
        _ = self.knowledge.steps

    # --- events ----------------------------------------------------------------------------------------------------

    def events(self, of: Selection, after: str | None, limit: int) -> Listed[Listing]:
        """A page of the events of a selection. Raises BadPageError."""
        try:
            found = self.knowledge.events(of, after, limit)
        except (ValueError, OverflowError) as error:
            raise BadPageError("after: this is not the 'next' of a page before") from error
        return Listed(found.events, found.more)

    def ids(self, of: Selection, most: int) -> list[str]:
        """The ids of the first events of a selection."""
        ids: list[str] = []
        after = None
        while len(ids) < most:
            found = self.events(of, after, min(500, most - len(ids)))
            ids += [e.id for e in found.items]
            after = found.next
            if after is None:
                break
        return ids

    def resolve(self, event: str) -> str | None:
        """The id that an event has now."""
        return self.knowledge.store.resolve(event)

    def event(self, event: str) -> Told | None:
        """One event, by any id it ever had. It is kept at hand until it changes. Raises GoneIdError."""
        return self._told(event, self.knowledge.event)

    def glance(self, event: str) -> Told | None:
        """The same as its page shows it first."""
        return self._told(event, self.knowledge.glance)

    def _told(self, event: str, ask: Callable[[str], EventView]) -> Told | None:
        current = self.resolve(event)
        if current is None:
            if (error := gone(self.knowledge.store, event)) is not None:
                raise error
            return None
        listing = self.knowledge.store.listed([current]).get(current)
        token, key = (listing.token if listing else -1), (current, ask.__name__)
        with self.lock:
            kept = self.at_hand.get(key)
        if kept is not None and kept[0] == token:
            return kept[1]
        try:
            view = ask(current)
        except UnknownIdError:
            return None
        left_out = max(0, view.listing.reports - len(view.brief.reports))
        told = Told(view.listing.id, view.brief, view.changes, left_out, view.beside)
        with self.lock:
            self.at_hand[key] = (token, told)
            while len(self.at_hand) > AT_HAND:
                self.at_hand.popitem(last=False)
        return told

    def listings(self, ids: Sequence[str]) -> dict[str, Listing]:
        """The lines of some events."""
        return self.knowledge.store.listed(list(dict.fromkeys(ids)))

    def known(self, ids: Sequence[str]) -> list[Known]:
        """Events with their facts, for exports and lists of facts."""
        listed, pictures = self.listings(ids), self.knowledge.store.pictures(list(ids))
        return [
            Known(listed[i], pictures[i].facts, plover(listed[i].frame)) for i in ids if i in listed and i in pictures
        ]

    def coming(self, since: datetime, until: datetime, limit: int) -> tuple[Listing, ...]:
        """What is expected between two times, the soonest first."""
        of = Selection(since=since, until=until, ahead=True, order="soon")
        soonest = [e for e in self.events(of, None, COMING).items if e.when is not None and e.when.start is not None]
        return tuple(sorted(soonest, key=lambda e: e.when.start if e.when and e.when.start else since))[:limit]

    # --- reports, voices -------------------------------------------------------------------------------------------

    def report(self, report: str) -> Seen | None:
        """One report with its claims."""
        try:
            view = self.knowledge.report(report)
        except UnknownIdError:
            return None
        homes = sorted(set(view.claim_event.values()))
        pictures = self.knowledge.store.pictures(homes)
        facts = [fact for picture in pictures.values() for fact in picture.facts]
        standing = {c: f.standing for f in facts for candidate in f.candidates for c in candidate.claims}
        copies = next((r for r in view.reprints if r.report == report), None)
        return Seen(
            view.reading.report,
            view.reading.claims,
            view.claim_event,
            {i: e for i, e in view.events.items() if i in homes},
            {c.id: standing[c.id] for c in view.reading.claims if c.id in standing},
            view.versions,
            copies,
        )

    def claim(self, claim: str) -> Stands | None:
        """One claim with the text it stands in."""
        try:
            view = self.knowledge.report(self.knowledge.report_of_claim(claim))
        except UnknownIdError:
            return None
        report = view.reading.report
        found = next((c for c in view.reading.claims if c.id == claim), None)
        return None if found is None else Stands(found, report.id, "", report.text, view.claim_event.get(claim))

    def reports(self, outlet: str | None, after: str | None, limit: int) -> Listed[Filed]:
        """Reports, the last that arrived first. Raises BadPageError."""
        try:
            found = self.knowledge.reports(outlet, after, limit)
        except (ValueError, OverflowError) as error:
            raise BadPageError("after: this is not the 'next' of a page before") from error
        return Listed(found.reports, found.more)

    def search(self, words: str, after: str | None, limit: int) -> Listed[Hit]:
        """Reports in which words stand. Raises BadPageError."""
        try:
            found = self.knowledge.search(words, after, limit)
        except (ValueError, OverflowError) as error:
            raise BadPageError("after: this is not the 'next' of a page before") from error
        return Listed(found.hits, found.more)

    def voices(self, kind: str | None, after: str | None, limit: int) -> Listed[Voice]:
        """Speakers and outlets. Raises BadPageError."""
        try:
            found = self.knowledge.voices(kind, after, limit)
        except (ValueError, OverflowError) as error:
            raise BadPageError("after: this is not the 'next' of a page before") from error
        return Listed(found.voices, found.more)

    def voice(self, name: str, after: str | None) -> Heard | None:
        """One speaker or outlet with what it said. Raises BadPageError."""
        try:
            view = self.knowledge.voice(name, after, 20)
        except UnknownIdError:
            return None
        except (ValueError, OverflowError) as error:
            raise BadPageError("after: this is not the 'next' of a page before") from error
        return Heard(view.voice, tuple(self._stands(view)), view.more)

    def _stands(self, view: VoiceView) -> list[Stands]:
        return [
            Stands(
                s.claim,
                s.report.id,
                s.report.outlet or "unnamed outlet",
                s.report.text,
                s.event,
                view.events[s.event].title if s.event in view.events else "",
                s.share,
            )
            for s in view.said
        ]

    # --- changes ---------------------------------------------------------------------------------------------------

    def changes(self, since: int, limit: int = 200) -> tuple[Change, ...]:
        """What changed after a token."""
        return self.knowledge.changes(since, limit)

    def token(self) -> int:
        """The newest token, by the event that changed last: the store's own count goes over all of its rows."""
        newest = self.knowledge.events(Selection(), None, 1).events
        return newest[0].token if newest else 0

    def tally(self) -> Tally:
        """How much is stored, at most some seconds old."""
        now = time.monotonic()
        if self.counted is None or now - self.counted[0] > FRESH:
            self.counted = (now, self.knowledge.tally())
        return self.counted[1]

    # --- taking in ----------------------------------------------------------------------------------------

    def ingest(self, texts: Sequence[tuple[str, Given]], urls: Sequence[str]) -> Taken:
        """Take in texts and pages; what cannot be read is told and loses nothing else."""
        fetched = as_fetched(texts)
        errors: list[str] = []
        for page in fetch_pages(urls) if urls else ():
            if isinstance(page, UnreadableInputError):
                errors.append(str(page))
            else:
                fetched.append(page)
        before = self.token()
        taken = self.knowledge.accept(fetched)
        return self._taken(before, taken.new, taken.known, (*errors, *taken.troubles))

    def ingest_examples(self) -> Taken:
        """Take in the examples that ship with the program."""
        folder = examples()
        if folder is None:
            raise CrosswireError("the examples are not installed; they stand in the folder examples/ of the source")
        before = self.token()
        paths = [str(path) for path in sorted(folder.iterdir()) if path.is_dir()]
        taken = self.knowledge.ingest(paths, Given(), None, lambda *_: None)
        return self._taken(before, taken.new, taken.known, taken.troubles)

    def _taken(self, before: int, new: int, known: int, errors: Sequence[str]) -> Taken:
        self.counted = None
        touched = list(dict.fromkeys(c.event for c in self.changes(before, 2000)))
        current = [i for i in map(self.resolve, touched) if i is not None]
        listed = self.listings(current[:TOUCHED])
        return Taken(new, known, tuple(listed.values()), tuple(errors))

    # --- asking, judging -------------------------------------------------------------------------------------------

    def check(self, text: str) -> ClaimCheck:
        """A text put to the reports that have its words. Reads them closely: call it from the worker."""
        return self.close.check(text)

    def origins(self, texts: Sequence[tuple[str, Given]]) -> tuple[dict[str, Any], tuple[str, ...]]:
        """Who rests on whom in some texts, as the values of the graph, and what could not be read. Keeps nothing."""
        return origins_of(self.knowledge.steps, as_fetched(texts))

    def judge(self, a: str, b: str, verdict: Literal["same", "different", "undone"], by: str) -> None:
        """Keep a person's word on two events, and draw the picture anew by it. Raises UnknownIdError."""
        self.knowledge.judge((a, b), "different" if verdict == "different" else "same", by, verdict == "undone")
        self.unsure = None

    def pairs(self, limit: int) -> list[Pair]:
        """Pairs of events that are nearly one: where a person's word helps most. At hand until something changes."""
        token = self.token()
        if self.unsure is None or self.unsure[0] != token:
            self.unsure = (token, near_pairs(self.knowledge.store, self.knowledge.steps.reader))
        found = self.unsure[1][:limit]
        listed = self.listings([i for p in found for i in (p.a, p.b)])
        return [Pair(listed[p.a], listed[p.b], p.why) for p in found if p.a in listed and p.b in listed]

    @property
    def has_examples(self) -> bool:
        """Whether the examples are at hand."""
        return examples() is not None
