"""Parsed passages -> who said, thinks or wants what: cue, content and source, each with its exact span.

A cue's reading on the parse gives a first content; quotation marks, which are surer than the parse, then widen it: a content that
cuts a quotation takes it whole, and a quotation that nobody has is given to the nearest cue or to who spoke last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.claims.attribution_cues import CueTable, load_cues
from crosswire.claims.attribution_spans import Range, noun_phrase, source_of
from crosswire.claims.attribution_tree import Tree, tree_of
from crosswire.claims.attribution_verbs import Reading, lemma_of, readings
from crosswire.claims.parse import Passage
from crosswire.model import Mode, Span, Stance

__all__ = ["CueTable", "Found", "find_attributions", "load_cues"]


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution before its speaker is known.

    `source_token` is the head of the source: (index of the passage, index of the token). `parent` is the index, in the same
    answer, of the attribution whose content holds this one. `negated`: the act itself is denied ("did not say").
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    source_token: tuple[int, int] | None
    mode: Mode
    stance: Stance
    lemma: str
    negated: bool
    parent: int | None = None


def find_attributions(text: str, passages: Sequence[Passage], cues: CueTable) -> tuple[Found, ...]:
    """All attributions of one report, in the order of their cues; spans count in `text`."""
    found: list[Found] = []
    for number, passage in enumerate(passages):
        tree = tree_of(passage)
        found.extend(_in_passage(text, number, tree, cues))
    return tuple(found)


def _in_passage(text: str, number: int, tree: Tree, cues: CueTable) -> list[Found]:
    found: list[Found] = []
    for i, pos in enumerate(tree.pos):
        if pos == "VERB":
            cue = cues.verbs.get(lemma_of(tree, i))
            reading = cue and next((r for r in readings(tree, i) if r.pattern in cue.takes), None)
            if cue and reading:
                found.append(_found(text, number, tree, reading, cue.stance))
    return found


def _found(text: str, number: int, tree: Tree, reading: Reading, stance: Stance) -> Found:
    source = reading.source if reading.source is not None else source_of(tree, reading.word)
    return Found(
        content=tuple(_span(text, tree, r) for r in reading.content),
        cue=_span(text, tree, reading.cue),
        source=None if source is None else _span(text, tree, noun_phrase(tree, source)),
        source_token=None if source is None else (number, source),
        mode="paraphrased",
        stance=stance,
        lemma=tree.lemma[reading.word],
        negated=tree.kid(reading.word, "neg") is not None,
    )


def _span(text: str, tree: Tree, tokens: Range) -> Span:
    return Span.of(text, tree.start[tokens[0]], tree.end[tokens[1]])
