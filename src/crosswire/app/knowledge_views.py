"""What an open store is asked for: pages of lists, one event, one report, one voice, what was taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crosswire.model import Brief, Change, Claim, Filed, Hit, Listing, Reading, Report, Reprint, Version, Voice


@dataclass(frozen=True, slots=True)
class Events:
    """A page of a list of events; `more` is where the next begins, None at the end."""

    events: tuple[Listing, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of reports found by their words; `events` are those that they tell of, by id."""

    hits: tuple[Hit, ...]
    events: dict[str, Listing]
    more: str | None


@dataclass(frozen=True, slots=True)
class Reports:
    """A page of a list of reports."""

    reports: tuple[Filed, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class Voices:
    """A page of a list of speakers and outlets."""

    voices: tuple[Voice, ...]
    more: str | None


@dataclass(frozen=True, slots=True)
class EventView:
    """One event: its line in a list, the brief of it (its first event), and how that came to be.

    `beside` are other events of the brief, where they are known by their lines alone.
    """

    listing: Listing
    brief: Brief
    changes: tuple[Change, ...]
    beside: Mapping[str, Listing] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report with all that was read from it: its versions, the event of each claim, what it copies."""

    reading: Reading
    versions: tuple[Version, ...]
    claim_event: dict[str, str]
    events: dict[str, Listing]
    reprints: tuple[Reprint, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One claim of a voice, the event it is about, and how the voice's answer stands: alone, echoed, contradicted."""

    claim: Claim
    report: Report
    event: str | None
    share: str | None


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One speaker or outlet with what it said, the newest first."""

    voice: Voice
    said: tuple[Said, ...]
    events: dict[str, Listing]
    more: str | None


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of what was given: reports that were new, those already stored, what could not be read.

    `edited` of the new ones are newer versions of reports that were stored.
    """

    new: int
    known: int
    troubles: tuple[str, ...]
    token: int
    edited: int = 0
