"""Contradiction told by the way: "a statement the operator rejects", "a number at odds with that of the hospital", and
who is named for an accusation: "the allegations by Ana Lund"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from crosswire.brief.contrary.told import Told, is_meant
from crosswire.brief.contrary.words import GIVER, MADE, patterns
from crosswire.brief.evidence import label
from crosswire.brief.sentence import sentence
from crosswire.model import Claim, Report, Span

NAME = r"(?:(?:Mr|Ms|Mrs|Dr|Sen|Rep|Gov)\. )?(?:[A-Z][\w'’-]+ ){0,3}[A-Z][\w'’-]+"
SUBJECT = re.compile(
    r"(?:The )?((?:[\w.&'’-]+ ){1,4}?)(?:has |have |had )?"
    r"(?:attributed|blamed|said|says|claims?|claimed|called|described|put)\b"
)
TOLD = 2  # the outlet, and of whom it tells
PRONOUN = re.compile(r"(?:he|she|it|they|who|which|that|we|i|you|also|is|was|are|were)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Aside:
    """A sentence that tells by the way that somebody contradicts what it tells: who, as it names him, and where."""

    report: str
    sentence: Span
    cue: Span
    name: str


@cache
def _denied_behind() -> re.Pattern[str]:
    """ "..., a statement (that) the operator (strongly) rejects"."""
    known = patterns()
    tale = f"(?:{known['blame']}|{known['tale']})"
    verb = f"(?:{known['deny']}|{known['reject']})"
    return re.compile(
        rf"(?:,|\s[\u2013\u2014-]+)\s*(?:(?:an?|all|the|both|which are|which is) )?"
        rf"(?:[\w-]+ )?{tale},?(?: that| which)? "
        rf"((?:[\w.'’&-]+ ){{1,7}}?)(?:\w+ly )?(?:has |have |had )?(?:\w+ly )?({verb})(?=\W*(?:[.,;]|$))"
    )


@cache
def _at_odds() -> re.Pattern[str]:
    """ "at odds with that given by the local hospital"."""
    known = patterns()
    given = rf"(?:that|those|the [\w-]+|an? [\w-]+)\s+{known['given']}\s+{GIVER}"
    what = rf"what ((?:[\w.&'’-]+ ){{1,5}}?)(?:has |have |had )?{known['admit']}\b"
    return re.compile(
        rf"\b(at odds with|contradict(?:s|ed|ing)|in conflict with)\s+{given}|\b({known['than']})\s+{what}",
        re.IGNORECASE,
    )


@cache
def _open() -> re.Pattern[str]:
    known = patterns()
    subject = rf"(?:{known['question']}[^.;!?\n]{{0,120}}? {known['disputed']}|what {known['disputed']} is)"
    return re.compile(rf"(?<![\w’'])(?:{subject}|{known['differ']})", re.IGNORECASE)


def open_between(report: Report) -> Iterator[Aside]:
    """What a report itself tells as disputed, with what its paragraph tells of it then."""
    for match in _open().finditer(report.text):
        whole = sentence(report, match.start(), match.end())
        if whole is None or any(
            b.kind in ("title", "heading") and b.start <= whole.start < b.end for b in report.blocks
        ):
            continue
        block = next((b for b in report.blocks if b.start <= whole.start < b.end), None)
        rest = whole if block is None else sentence(report, whole.start, block.end)
        cue = Span.of(report.text, match.start(), match.end())
        yield Aside(report.id, rest or whole, cue, "")


@cache
def _by_name() -> re.Pattern[str]:
    known = patterns()
    return re.compile(rf"\b({known['blame']})\s+{MADE}(?:by|from)\s+({NAME})")


def asides(report: Report) -> Iterator[Aside]:
    """Who denies by the way what a sentence tells."""
    for match in _denied_behind().finditer(report.text):
        name = match[1].strip()
        whole = sentence(report, match.start(), match.end())
        if whole is not None and not PRONOUN.match(name):
            yield Aside(report.id, whole, Span.of(report.text, match.start(2), match.end(2)), name)


def at_odds(report: Report) -> Iterator[Aside]:
    """Whom what a sentence tells contradicts."""
    for match in _at_odds().finditer(report.text):
        whole = sentence(report, match.start(), match.end())
        cue, name = (1, match[2]) if match[1] else (3, match[4])
        if whole is not None and not PRONOUN.match(name.strip()):
            yield Aside(report.id, whole, Span.of(report.text, *match.span(cue)), name.strip(" .,;"))


@cache
def _falsely() -> re.Pattern[str]:
    """ "claimed, falsely, that"; "falsely claimed"; "said without evidence"."""
    say = patterns()["say"]
    bare = r"without (?:any |offering |providing |citing )?(?:evidence|proof)"
    return re.compile(rf"\b(?:falsely,? {say}|{say},? (?:falsely|{bare}))\b", re.IGNORECASE)


def falsely_said(report: Report, told: Told) -> Iterator[tuple[Claim, Aside]]:
    """What an outlet says was said falsely, in its own words; who says so of another in a quotation is another."""
    own = [c for c in told.by_report.get(report.id, ()) if c.cue is not None]
    for match in _falsely().finditer(report.text):
        at = Span.of(report.text, *match.span())
        said = next(
            (c for c in own if c.cue is not None and c.cue.overlaps(at) and c.speakers[-1].kind == "person"), None
        )
        if said is None or len(said.speakers) != TOLD or any(c is not said and c.span.covers(at) for c in own):
            continue
        whole = sentence(report, min(at.start, said.span.start), max(at.end, said.span.end))
        if whole is not None:
            yield said, Aside(report.id, whole, at, label(report))


def subject(aside: Aside) -> str | None:
    """Who tells it, as the sentence begins: "The army has attributed the blast to"."""
    match = SUBJECT.match(aside.sentence.exact)
    return None if match is None or PRONOUN.match(match[1]) else match[1].strip()


def blamed_by(aside: Aside) -> str | None:
    """Who is named for the accusation that the sentence tells."""
    match = _by_name().search(aside.sentence.exact)
    return None if match is None else match[2]


def teller(aside: Aside, told: Told) -> Claim | None:
    """Who is said to say what the sentence tells before the aside."""
    own = (c for c in told.by_report.get(aside.report, ()) if c.cue is not None)
    here = [c for c in own if aside.sentence.start <= c.span.start and c.span.start < aside.cue.start]
    return next((c for c in here if c.act is not None and not is_meant(c.speakers[-1])), None)


def accusers(told: Told) -> Iterator[tuple[str, str, Span]]:
    """Who is named for an accusation: name, report, sentence."""
    for report in told.reports.values():
        for match in _by_name().finditer(report.text):
            whole = sentence(report, match.start(), match.end())
            if whole is not None:
                yield match[2], report.id, whole
