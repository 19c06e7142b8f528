"""What a brief shows, in a reader's words and order, before any format.

The text, Markdown and HTML pages only lay it out. Nothing here is an id to be shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from crosswire.model import Report, Span, StandingName, Verdict


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a report's words, letter for letter; `marked` where they carry the value."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of one claim in one report. `report` is its number in the list of reports.

    `place` is where to look in the report's text: the words of the value, else all of them; `around` all of them.
    `via` are those the outlet credits, nearest the outlet first. `quoted` says that the words stand in quotation
    marks in the report; only then may a page set them in quotation marks. `same` are the same words in other reports.
    """

    report: int
    outlet: str
    via: tuple[str, ...]
    pieces: tuple[Piece, ...]
    place: Span
    around: tuple[Span, ...]
    quoted: bool = False
    stance: str = "states"
    same: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a question: the value in words, who it rests on, the words it rests on."""

    answer: str
    origins: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class More:
    """A more precise form of an answer, with how it stands and who gives it."""

    answer: str
    label: str
    origins: tuple[str, ...]

    @property
    def words(self) -> str:
        """ "07:24 local time (South Korea's Joint Chiefs of Staff)"."""
        return f"{self.answer} ({'; '.join(self.origins) or self.label})"


@dataclass(frozen=True, slots=True)
class Line:
    """One fact: its question, the best answer, all answers, and why it stands as it does; `finer`: what fewer say."""

    question: str
    answer: str
    standing: StandingName
    label: str
    credibility: int
    origins: tuple[str, ...]
    sides: tuple[Side, ...]
    also: tuple[str, ...]
    reasons: tuple[str, ...]
    history: tuple[str, ...] = ()
    finer: More | None = None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words under all its answers."""
        return tuple(e for side in self.sides for e in side.evidence)


@dataclass(frozen=True, slots=True)
class Saying:
    """Who said or did what: `act` in the past tense, `about` the event where it is not the main one.

    `held` is how it is to be taken where it is no plain statement: "an opinion", or "with reserve".
    """

    who: str
    act: str
    about: str
    held: str
    disputed: bool
    evidence: tuple[Evidence, ...]

    @property
    def tags(self) -> tuple[str, ...]:
        """What a reader is told of it in brackets."""
        return tuple(tag for tag, on in ((self.held, self.held), ("disputed", self.disputed)) if on)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two that contradict each other, as reports tell it: who, whom, and the sentences, those that deny last.

    Nobody is named where a report tells that something is disputed: its words say between whom.
    """

    who: str
    whom: str
    evidence: tuple[Evidence, ...]

    @property
    def parts(self) -> tuple[str, str, str]:
        """Who, how and whom in words."""
        return (self.who, " against ", self.whom) if self.who else ("", "Told as disputed", "")


@dataclass(frozen=True, slots=True)
class Story:
    """An event with its facts; `outlets` tell of it, `copies` of its reports reprint another of them."""

    title: str
    when: str
    where: str
    outlets: tuple[str, ...]
    reports: int
    copies: int
    origins: tuple[str, ...]
    lines: tuple[Line, ...]
    sayings: tuple[Saying, ...] = ()
    why: tuple[str, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Another event, or what is expected: when, what, how it stands, the words it rests on; `event` is its id."""

    when: str
    what: str
    label: str
    evidence: tuple[Evidence, ...]
    lines: tuple[Line, ...] = ()
    event: str = ""


@dataclass(frozen=True, slots=True)
class Opinion:
    """An assessment or a forecast, and whose it is."""

    whose: str
    kind: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Checked:
    """A consistency check in words."""

    verdict: Verdict
    label: str
    explain: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One report in the list of where it all comes from.

    `details` are its date with how it is known, what it reprints, its warnings, its file or address.
    """

    number: int
    report: Report
    name: str
    title: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """One origin: its name, what kind it is, the outlets that carry it, and why it is counted as one."""

    name: str
    kind: str
    outlets: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Words that two reports have in common: the passages as they stand in the copy and in its source.

    `copy` and `source` are numbers in the list of reports; where not `directed`, nobody knows which is which.
    """

    copy: int
    copy_name: str
    source: int
    source_name: str
    directed: bool
    reason: str
    passages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole of a brief as it is read; `picture` is the SVG of who rests on whom, empty where there is too much."""

    version: str
    stories: tuple[Story, ...]
    sayings: tuple[Saying, ...]
    reactions: tuple[Note, ...]
    background: tuple[Note, ...]
    ahead: tuple[Note, ...]
    opinions: tuple[Opinion, ...]
    checks: tuple[Checked, ...]
    rows: tuple[Row, ...]
    roots: tuple[Root, ...]
    warnings: tuple[str, ...]
    headings: tuple[tuple[StandingName, str], ...]
    shared: tuple[Shared, ...] = ()
    picture: str = ""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All the words it shows, each once, in the order in which it shows them."""
        lines = [line for story in self.stories for line in story.lines]
        sayings = [*(saying for story in self.stories for saying in story.sayings), *self.sayings]
        notes = [*self.reactions, *self.background, *self.ahead]
        contrary = [one for story in self.stories for one in story.contradictions]
        parts: list[Line | Contradiction | Saying | Note] = [*lines, *contrary, *sayings, *notes]
        shown = [e for part in parts for e in part.evidence]
        shown += [e for note in notes for line in note.lines for e in line.evidence]
        shown += [opinion.evidence for opinion in self.opinions]
        shown += [e for check in self.checks for e in check.evidence]
        return tuple(dict.fromkeys(one for e in shown for one in (e, *e.same)))
