"""What speaks for or against a run of words being meant as a place: the words around it, and what the tagger says.

A clue is the name of a weight (`weights` of data/places.toml); the lists of words are there too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from crosswire.claims.places.words import Word

FOLLOWERS = ("street", "facility", "body", "said", "where")
LABELS = frozenset({"GPE", "LOC", "ORG", "PERSON", "FAC", "NORP"})
PARTS = (*(f"tag_{label}_part" for label in ("ORG", "FAC", "PERSON", "NORP", "OTHER")), "tag_PERSON_last")


class Entity(NamedTuple):
    """What the tagger found, by passage offsets."""

    start: int
    end: int
    label: str


def entities_of(doc: Doc) -> list[Entity]:
    """What the tagger found in a passage, in the order of its text."""
    return [Entity(e.start_char, e.end_char, e.label_) for e in doc.ents]


def is_inside(clues: Collection[str]) -> bool:
    """Whether a name is part of another: "Georgia Supreme Court", "University of Calgary", "Columbia Road"."""
    joined = "capital_after" in clues
    if joined and any(f"followed_{name}" in clues for name in ("street", "facility", "body")):
        return True
    part = any(clue in clues for clue in PARTS)
    return part and (joined or "capital_before" in clues or "behind_of" in clues)


def clues_of(
    text: str,
    words: Sequence[Word],
    at: tuple[int, int],
    entities: Sequence[Entity],
    lists: Mapping[str, frozenset[str]],
) -> Iterator[str]:
    """What speaks for or against words[i:j] being meant as a place, as names of weights."""
    i, j = at
    start, end = words[i].start, words[j - 1].end
    yield tagged(start, end - text[start:end].endswith("."), entities)
    before = words[i - 1] if i and text[words[i - 1].end : start] == " " else None
    after = words[j] if j < len(words) and text[words[j - 1].end : words[j].start] == " " else None
    if before is None:
        yield "starts"
    elif before.capital:
        yield from (name for name in ("titles", "before_name") if before.key in lists[name])
        if before.key not in lists["never_first"]:
            yield "capital_before"
    yield from (f"behind_{name}" for name in ("locative", "of", "link", "said") if before and before.key in lists[name])
    if after:
        yield from (f"followed_{name}" for name in FOLLOWERS if after.key in lists[name])
        if after.capital:
            yield "capital_after"
    if text[end : end + 2] == "'s":
        yield "possessive"
    elif text[end : end + 2] == ", ":
        yield "comma"
    if j - i > 1:
        yield "long"
    elif words[i].text.isupper() and len(words[i].key) > 3:
        yield "shouted"


def tagged(start: int, end: int, entities: Sequence[Entity]) -> str:
    """What the tagger took the words for: a label, with "_part" where they are a piece of a longer name."""
    for entity in entities:
        if entity.start < end and start < entity.end:
            label = entity.label if entity.label in LABELS else "OTHER"
            if entity.start + 4 < start:
                return f"tag_{label}_part" if label != "PERSON" or end + 2 < entity.end else "tag_PERSON_last"
            return f"tag_{label}_part" if end + 2 < entity.end else f"tag_{label}"
    return "tag_none"
