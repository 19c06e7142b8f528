"""A passage's tokens as plain lists."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens

from crosswire.claims.parse import Passage, in_full, text_of

COLUMNS: list[int | str] = ["IDX", "LENGTH", "POS", "SENT_START"]
POSSESSIVE = ("'s", "'")
DASHES = ("-", "\u2010", "\u2011", "\u2013")
MARKS = frozenset(('"', "``", "''"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A passage's tokens as plain lists: asking the parser's tokens one by one is ten times as slow."""

    passage: Passage
    text: str
    words: Sequence[str]
    lowers: Sequence[str]
    starts: Sequence[int]
    nouns: frozenset[int]  # tokens that are common nouns
    sentences: frozenset[int]  # tokens that begin a sentence
    entities: Sequence[tuple[int, int, str]]  # first token, end token, label; in the order of the text
    marks: Sequence[int]  # tokens that are quotation marks
    capitals: bool  # a headline whose words nearly all begin with a capital

    def entity_at(self, token: int) -> tuple[int, int, str] | None:
        """The name that the parser sees over a token."""
        k = bisect_right(self.entities, (token, len(self.words) + 1, "")) - 1
        return self.entities[k] if k >= 0 and self.entities[k][1] > token else None

    def quoted(self, token: int) -> bool:
        """Whether a token stands inside quotation marks."""
        return bisect_right(self.marks, token) % 2 == 1

    def between(self, first: int, last: int) -> tuple[int, int]:
        """The tokens that characters [first, last) of the passage touch."""
        start = max(0, bisect_right(self.starts, first) - 1)
        return start, max(start + 1, bisect_left(self.starts, last))

    def slice(self, start: int, end: int) -> str:
        """The passage's characters from one token up to (not with) another."""
        if end <= start:
            return ""
        return in_full(self.text[self.starts[start] : self.starts[end - 1] + len(self.words[end - 1])])


def sheet_of(passage: Passage) -> Sheet:
    """The lists of one passage."""
    doc, text = passage.doc, text_of(passage.doc)
    noun = doc.vocab.strings["NOUN"]
    starts, lengths, tags, firsts = doc.to_array(COLUMNS).T.tolist()
    words = [text[start : start + length] for start, length in zip(starts, lengths, strict=True)]
    return Sheet(
        passage=passage,
        text=text,
        words=words,
        lowers=[word.lower() for word in words],
        starts=starts,
        nouns=frozenset(i for i, tag in enumerate(tags) if tag == noun),
        sentences=frozenset(i for i, first in enumerate(firsts) if first == 1),
        entities=[(entity.start, _without_score(entity), entity.label_) for entity in doc.ents],
        capitals=_capitals(words),
        marks=[i for i, word in enumerate(words) if word in MARKS],
    )


def _capitals(words: Sequence[str]) -> bool:
    """Whether it is a headline in title case, where a capital tells no name."""
    if len(words) > 40 or (words and words[-1] in (".", '."')):
        return False
    long = [word for word in words if word.isalpha() and len(word) > 3]
    return len(long) > 1 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _without_score(name: Tokens) -> int:
    """The index behind a name, without the score that the parser takes for a part of it: "Easton 2-0"."""
    end = name.end
    scored = end - name.start > 3 and name[-1].like_num and name[-3].like_num and name[-2].text in DASHES
    return end - 3 if scored else end
