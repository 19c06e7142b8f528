"""The examples end to end: golden briefs line by line, and what must hold of every brief."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crosswire.brief.compose import compose
from crosswire.brief.wording import load_wording
from crosswire.claims.read import Reader
from crosswire.model import Brief, Claim, Given, Reading, Span, Speaker
from crosswire.pipeline.read import Pipeline, load_pipeline
from crosswire.pipeline.weigh import weigh_all
from tests.golden import EXAMPLES, brief_of, compare, load

FOLDERS = sorted(folder.name for folder in EXAMPLES.iterdir() if folder.is_dir())
FLOORS = json.loads((Path(__file__).parent / "gold" / "floors.json").read_text("utf-8"))["golden"]


@pytest.fixture(scope="module")
def pipeline(reader: Reader) -> Pipeline:
    return replace(load_pipeline(None), reader=reader)


@pytest.fixture(scope="module")
def briefs(pipeline: Pipeline) -> dict[str, Brief]:
    return {name: brief_of(EXAMPLES / name, pipeline) for name in FOLDERS}


@pytest.fixture(scope="module")
def readings(pipeline: Pipeline) -> dict[str, list[Reading]]:
    found = {}
    for name in FOLDERS:
        read = pipeline.read([str(EXAMPLES / name)], Given(), io.BytesIO())
        found[name] = [one for one in read if isinstance(one, Reading)]
    return found


def test_there_are_four_examples_of_different_frames(briefs: dict[str, Brief]) -> None:
    assert len({b.events[0].frame for b in briefs.values()}) >= 4
    assert all(len({r.outlet for r in b.reports}) >= 4 for b in briefs.values())


@pytest.mark.parametrize("name", FOLDERS)
def test_the_golden_brief_holds_to_its_floor(name: str, briefs: dict[str, Brief]) -> None:
    lines = compare(load(EXAMPLES / name), briefs[name])
    broken = "\n".join(f"{line.what}: got {line.got}" for line in lines if not line.holds)
    assert sum(line.holds for line in lines) >= FLOORS[name], broken


def spans(claim: Claim) -> Iterator[Span]:
    yield claim.span
    yield from (span for span in (claim.cue, claim.words, *claim.parts) if span is not None)
    for speaker in claim.speakers:
        yield from speaker_spans(speaker)


def speaker_spans(speaker: Speaker) -> Iterator[Span]:
    if speaker.span is not None:
        yield speaker.span
    for member in speaker.members:
        yield from speaker_spans(member)


@pytest.mark.parametrize("name", FOLDERS)
def test_every_claim_is_a_verified_span(name: str, briefs: dict[str, Brief]) -> None:
    texts = {r.id: r.text for r in briefs[name].reports}
    for claim in briefs[name].claims:
        for span in spans(claim):
            assert texts[claim.report][span.start : span.end] == span.exact


@pytest.mark.parametrize("name", FOLDERS)
def test_every_id_resolves(name: str, briefs: dict[str, Brief]) -> None:
    brief = briefs[name]
    claims, events = {c.id for c in brief.claims}, {e.id for e in brief.events}
    origins, reports = {o.id for o in brief.origins}, {r.id for r in brief.reports}
    for fact in brief.facts:
        assert fact.event in events
        for candidate in fact.candidates:
            assert set(candidate.claims) <= claims
            assert set(candidate.origins) <= origins
    used = [s.claims for s in brief.statements] + [a.claims for a in brief.ahead] + [c.claims for c in brief.checks]
    assert all(set(ids) <= claims for ids in used)
    assert all(set(e.reports) <= reports for e in brief.events)


def test_reading_again_changes_no_id(pipeline: Pipeline, briefs: dict[str, Brief]) -> None:
    again = brief_of(EXAMPLES / FOLDERS[0], pipeline)
    assert again == briefs[FOLDERS[0]]


@pytest.mark.parametrize("name", FOLDERS)
def test_the_order_of_reports_changes_no_fact(name: str, readings: dict[str, list[Reading]], reader: Reader) -> None:
    one = weigh_all(readings[name], reader, ())
    for seed in range(8):
        order = random.Random(seed).sample(readings[name], len(readings[name]))  # noqa: S311 - no secret
        other = weigh_all(order, reader, ())
        assert set(one.facts) == set(other.facts)
        assert set(one.events) == set(other.events)
        assert set(one.origins) == set(other.origins)
        assert one.events[0] == other.events[0]


def test_an_agency_that_only_passes_on_has_no_line_of_its_own(briefs: dict[str, Brief]) -> None:
    """The North said ..., KCNA reported: the statement is the North's."""
    story = compose(briefs["launch"], load_wording()).stories[0]
    told = {
        saying.who: [w.around[0].exact for w in saying.evidence] for saying in story.sayings if saying.act == "said"
    }
    assert not any("North Korea said" in words for words in told.get("KCNA", ()))
    assert any("had successfully tested" in words for words in told["North Korea's government"])


def test_words_within_an_opinion_are_not_shown_again(briefs: dict[str, Brief]) -> None:
    for brief in briefs.values():
        shown = [
            (o.evidence.report, span) for o in compose(brief, load_wording()).opinions for span in o.evidence.around
        ]
        assert not any(r == s and a != b and a.covers(b) for r, a in shown for s, b in shown)
