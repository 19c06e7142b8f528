"""One sentence laid beside reports, for the tests of check_align and what it is made of: everything has a default."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache

from crosswire.claims.read import Reader, load_reader, read_closely
from crosswire.facts.check.align import Aligned, _anchors, align
from crosswire.facts.check.asked import Asked, asked_of, with_persons
from crosswire.facts.check.cover import covers
from crosswire.facts.check.evidence import Evidence
from crosswire.facts.check.words import Stand
from crosswire.model import Block, Checked, Report, stable_id
from crosswire.pipeline.check import check_sentences, evidence_of, sentences

BEST: tuple[Stand, ...] = ("supports", "excludes")
PUBLISHED = datetime(2026, 3, 19, 18, tzinfo=UTC)  # a Thursday


@cache
def _reader() -> Reader:
    return load_reader()


def _report(number: int, text: str) -> Report:
    block = Block("paragraph", 0, len(text))
    key = stable_id("report", number, text)
    return Report(key, text, (block,), text[:40], f"Paper {number}", PUBLISHED, "given", "en")


@lru_cache(maxsize=32)
def evidence(reports: tuple[str, ...]) -> Evidence:
    """What invented reports of one day say."""
    made = [_report(n, text) for n, text in enumerate(reports)]
    return evidence_of(list(read_closely(made, _reader())), _reader())


def asked(sentence: str, beside: Evidence) -> Asked:
    """The clause of a sentence that has to be found: its main one."""
    (one,) = sentences(sentence, PUBLISHED, _reader())
    return with_persons(asked_of(one.clauses, one.claims, one.mentions, beside.measure.words)[0], beside.persons)


def laid(sentence: str, reports: Sequence[str]) -> Aligned:
    """The sentence laid beside the reports."""
    known = evidence(tuple(reports))
    return align(asked(sentence, known), known)


def outcome(sentence: str, reports: Sequence[str]) -> str:
    """What comes of it in a word: told, denied, excluded or nothing."""
    found = laid(sentence, reports)
    if found.support:
        return "told"
    return "denied" if found.against else ("excluded" if found.excluded else "nothing")


def stands(sentence: str, words: str, reports: Sequence[str]) -> Stand:
    """How the reports stand to the slot of the sentence that has the words: the best of all clauses with its act."""
    known = evidence(tuple(reports))
    found = set(_outcomes(asked(sentence, known), words, known))
    return next((o for o in BEST if o in found), "silent")


def _outcomes(one: Asked, words: str, known: Evidence) -> Iterator[Stand]:
    slots = [s for s in one.slots if s.value is not None and words in s.value.text]
    slots = slots or [s for s in one.slots if words in s.at.exact]
    assert slots, [(s.role, s.at.exact, s.words, s.value) for s in one.slots]
    for beside, _ in _anchors(one, known):
        yield from (covers(slot, beside) for slot in slots)


def checked(sentence: str, reports: Sequence[str]) -> Checked:
    """The verdict on the sentence by the reports."""
    (one,) = check_sentences(sentence, PUBLISHED, evidence(tuple(reports)), _reader())
    return one
