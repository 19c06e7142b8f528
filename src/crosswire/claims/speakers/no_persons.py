"""Names that the parser takes for a person's, and that are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crosswire.claims.speakers.sheet import Sheet
from crosswire.claims.speakers.words import Words

BROUGHT_IN = ((",", "a"), (",", "an"))


def not_persons(sheets: Sequence[Sheet], words: Words) -> frozenset[str]:
    """Names that are no person's: words that the parser takes for an organisation more often than for a person in a
    report, and what the report explains by a body: "Merle Vista, a chain of laboratories"."""
    votes: Counter[str] = Counter()
    for sheet in sheets:
        for start, end, label in sheet.entities:
            if label == "PERSON" and end - start > 1 and _is_explained(sheet, end, words):
                votes[sheet.slice(start, end)] += 1000
            if label == "PERSON":
                votes[sheet.words[end - 1]] -= 1 if end - start == 1 else 100
            elif label == "ORG" and end - start == 1:
                votes[sheet.words[start]] += 1
    return frozenset(word for word, count in votes.items() if count > 0)


def _is_explained(sheet: Sheet, end: int, words: Words) -> bool:
    """Whether behind a name and a comma "a" brings in what kind of body it is."""
    if tuple(sheet.lowers[end : end + 2]) not in BROUGHT_IN:
        return False
    noun = sheet.passage.doc[end + 1].head
    kinds = words.body_kinds["companies"] | {"chain"}
    return noun.i > end + 1 and noun.dep_ == "appos" and noun.lower_ in kinds
