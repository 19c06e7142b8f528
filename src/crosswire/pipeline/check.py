"""A sentence and paths -> its verdict: the sentence is read by the same steps as a report, then put to what all say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO

from crosswire.claims import read as reading
from crosswire.errors import NothingToReadError, UnreadableInputError
from crosswire.events.words import load_words as words_table
from crosswire.events.words import telling as how_telling
from crosswire.facts.check import RULES as CHECK_RULES
from crosswire.facts.check import Sentence, check
from crosswire.facts.check.evidence import Evidence, Known, make_evidence
from crosswire.facts.check.words import load_words
from crosswire.model import Block, Checked, ClaimCheck, Clause, Given, Mention, Reading, Report, Span, stable_id
from crosswire.pipeline.origins import public_claims, teller_of, ties_of
from crosswire.pipeline.read import Pipeline, Progress
from crosswire.pipeline.weigh import frames_by_name, scale_of, weigh_all


def check_paths(
    pipeline: Pipeline, claim: str, sources: tuple[Sequence[str], Given, BinaryIO], progress: Progress
) -> ClaimCheck:
    """The verdict on each sentence of `claim` by the reports at the paths. Raises NothingToReadError.

    Relative times in the claim count from the time of publication that is given, else from the latest report's.
    """
    read: dict[str, tuple[Reading, tuple[Clause, ...]]] = {}
    warnings: list[str] = []
    for one in pipeline.closely(*sources):
        if isinstance(one, UnreadableInputError):
            warnings.append(str(one))
        else:
            read.setdefault(one[0].report.id, one)
            progress(len(read), None)
    if not read:
        raise NothingToReadError("\n".join([*warnings, "no report could be read; give at least one text in English"]))
    evidence = evidence_of(list(read.values()), pipeline.reader, warnings)
    when = sources[1].published
    return ClaimCheck(claim, tuple(check_sentences(claim, when, evidence, pipeline.reader)), evidence.brief)


def evidence_of(
    read: Sequence[tuple[Reading, tuple[Clause, ...]]], reader: reading.Reader, warnings: Sequence[str] = ()
) -> Evidence:
    """What the reports say, ready to be asked many times."""
    readings = [one for one, _ in read]
    brief = weigh_all(readings, reader, warnings)
    brief = replace(brief, rules={**brief.rules, "check": CHECK_RULES})
    reports = {r.report.id: r.report for r in readings}
    ties = ties_of(brief.reprints, reports, brief.claims)
    families = {f.name: f.family for f in reader.frames.all if f.family}
    counted = [a for f in reader.frames.all for a in f.attributes if a.type == "quantity"]
    near = {name: frozenset(w for a in counted if a.name == name for w in a.near) for name in {a.name for a in counted}}
    done = {name: frozenset(w for a in counted if a.name == name for w in a.verb) for name in near}
    telling = words_table()
    words = replace(load_words(), near=_told(near), done=_told(done), worth=lambda word: how_telling(word, telling))
    public = public_claims(brief.claims, brief.claim_event, brief.events, frames_by_name(reader))
    called = {f.name: f.nouns for f in reader.frames.all}
    known = Known(ties, teller_of(reports, ties), scale_of(reader), words, families, public, called)
    clauses = [c for _, own in read for c in own]
    mentions: list[Mention] = [m for one in readings for m in one.mentions]
    return make_evidence(brief, clauses, mentions, known)


def _told(words: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The frames' questions after a number that have words at all: beside the number, or of what is done to it."""
    return {name: told for name, told in words.items() if told}


def check_sentences(
    claim: str, published: datetime | None, evidence: Evidence, reader: reading.Reader
) -> Iterator[Checked]:
    """Each sentence of the claim with its verdict."""
    dates = [r.published for r in evidence.brief.reports if r.published is not None]
    when = published or max(dates, default=None)
    known = [event.frame for event in evidence.brief.events for _ in event.reports]
    for sentence in sentences(claim, when, reader, known):
        yield check(sentence, evidence)


def sentences(claim: str, when: datetime | None, reader: reading.Reader, known: Sequence[str] = ()) -> list[Sentence]:
    """The claim's sentences, read together as one report so that "it" is who was named before.

    `known` are the kinds of the events that the reports tell of: who asks for "the crash" means one of them.
    """
    report = _as_report(" ".join(claim.split()), when)
    ((read, clauses),) = reading.read_closely([report], reader, known)
    spans = list(dict.fromkeys(c.sentence for c in clauses)) or [Span.of(report.text, 0, len(report.text))]
    return [
        Sentence(
            span,
            tuple(c for c in clauses if c.sentence == span),
            tuple(c for c in read.claims if span.overlaps(c.span)),
            tuple(m for m in read.mentions if span.covers(m.trigger)),
        )
        for span in spans
    ]


def _as_report(text: str, when: datetime | None) -> Report:
    blocks = (Block("paragraph", 0, len(text)),)
    report = Report(stable_id("report", text), text, blocks, text[:60], None, when, "unknown", "en")
    return replace(report, date_basis="given") if when is not None else report
