"""Who said what: speakers, attributions, claims, mentions of events, and the reading of one report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crosswire.model.reports import BlockKind, Report, Span
from crosswire.model.values import Recognised, Time, Value

SpeakerKind = Literal["outlet", "agency", "official", "organisation", "person", "document", "unnamed"]
ClaimKind = Literal["fact", "statement", "assessment", "expectation"]
Mode = Literal["quoted", "paraphrased", "narrated"]
Stance = Literal["states", "denies", "doubts"]
Order = Literal["before", "after"]
Taken = Literal["judged", "named"]
Telling = Literal["told", "known", "aside"]
View = Literal["judges", "foresees", "announces"]
Modality = Literal["happened", "expected", "hypothetical", "negated", "general"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody to whom words are attributed. `span` is where the text names the speaker: None for the outlet itself.

    `members` are the single speakers of a joint one ("Seoul and Tokyo said"); each has its own canonical name.
    """

    name: str
    canonical: str
    kind: SpeakerKind
    role: str | None = None
    span: Span | None = None
    country: str | None = None
    members: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words given to somebody: content (one span, or several when the quotation is split), cue and speakers.

    `speakers` run from the one nearest the outlet to the one nearest the fact, the outlet itself not among them.
    `content` is empty where the act has no words ("lodged a protest"); `cue` is None for a bare agency credit.
    """

    content: tuple[Span, ...]
    cue: Span | None
    speakers: tuple[Speaker, ...]
    mode: Mode
    stance: Stance
    lemma: str = "say"


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion found in one span of one report.

    `span` is the attributed content, or the sentence where the outlet speaks itself; `words` is where the value
    stands. `parts` are all spans of a split quotation. `mention` is the event mention it is about. `taken`: whoever
    speaks tells none of it, but takes it for granted: judges it ("condemned the launch") or only names it. `view`: its
    words are a whole clause that judges, foresees or announces what is to come; then `value` may be the coming time.
    """

    id: str
    report: str
    mention: str | None
    attribute: str | None
    kind: ClaimKind
    mode: Mode
    stance: Stance
    speakers: tuple[Speaker, ...]
    value: Value | None
    span: Span
    cue: Span | None = None
    words: Span | None = None
    parts: tuple[Span, ...] = ()
    act: str | None = None
    taken: Taken | None = None
    view: View | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in one report that tells of an event of some frame; its claims carry what is said of it.

    `refers` is the earlier mention that a definite reference ("the launches") takes up; `block` says where it stands.
    `phrase` is the trigger with its object; `sequence` tells that the sentence sets it before or after another event;
    `another`: the report says that it is none told before; `values` are the answers found for it, by attribute;
    `telling`: whether its words tell that it came about, take it for known, or only name it by the way.
    """

    id: str
    report: str
    frame: str
    trigger: Span
    phrase: Span
    sentence: Span
    modality: Modality
    prominence: float
    block: BlockKind = "paragraph"
    refers: str | None = None
    when: Time | None = None
    sequence: Order | None = None
    another: bool = False
    values: tuple[tuple[str, Value], ...] = ()
    telling: Telling = "told"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the claims step takes from one report, in the order of the text."""

    report: Report
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    values: tuple[Recognised, ...]
