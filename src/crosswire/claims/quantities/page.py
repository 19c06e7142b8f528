"""A passage with its text at hand: spaCy builds `doc.text` anew, token by token, each time it is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from crosswire.claims.parse import Passage, plain
from crosswire.model import BlockKind


@dataclass(frozen=True, slots=True)
class Page:
    """The parse of one passage and its text in plain characters; offsets count in this text."""

    doc: Doc
    text: str
    kind: BlockKind


def page_of(text: str, passage: Passage) -> Page:
    """The passage's page, cut from the report's text: character i of the one is character i of the other."""
    doc = passage.doc
    length = doc[-1].idx + len(doc[-1]) if len(doc) else 0
    return Page(doc, plain(text[passage.offset : passage.offset + length]), passage.kind)
