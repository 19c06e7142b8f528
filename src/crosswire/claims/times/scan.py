"""Text -> phrases that may be times: tokens with kinds, then forms over the kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crosswire.claims.times.table import TimeTable

WRITTEN = frozenset({"word", "mark"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens that one form took; `match` counts in tokens of the island that begins at token `base`."""

    rule: str
    tokens: list[re.Match[str]]
    base: int
    match: re.Match[str]
    table: TimeTable

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens[self.base + self.match.start()].start()

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.tokens[self.base + self.match.end() - 1].end()

    def words(self, group: str) -> list[str]:
        """The lower-case words of a group, empty if the form has no such group or it took nothing."""
        names = self.match.re.groupindex
        for n in range(1, 9):
            name = f"{group}_{n}"
            if name not in names:
                break
            if self.match[name] is not None:
                first, last = self.match.span(name)
                return [token[0].lower() for token in self.tokens[self.base + first : self.base + last]]
        return []

    def word(self, group: str) -> str:
        """The first word of a group, or ''."""
        words = self.words(group)
        return words[0] if words else ""

    @property
    def first(self) -> str:
        """The first word, in lower case."""
        return self.tokens[self.base + self.match.start()][0].lower()

    def near(self, offset: int) -> str:
        """The token `offset` places before (negative) or behind (from 1) the phrase, as written; '' beyond the text."""
        edge = self.match.start() if offset < 0 else self.match.end() - 1
        index = self.base + edge + offset
        return self.tokens[index][0] if 0 <= index < len(self.tokens) else ""

    def beside(self, offset: int, listed: str) -> bool:
        """Whether the token that `near` gives is in one of the table's lists of neighbours."""
        return self.near(offset).lower() in self.table.beside[listed]


def scan(text: str, table: TimeTable) -> Iterator[list[Phrase]]:
    """Candidates in the order of the text, grouped by the token they begin at, the longest first."""
    tokens, kinds = _tokens(text, table)
    for base, run in _islands(kinds, table):
        found: dict[int, list[tuple[int, int, Phrase]]] = {}
        for form in table.forms:
            for match in form.pattern.finditer(run):
                phrase = Phrase(form.rule, tokens, base, match, table)
                found.setdefault(match.start(), []).append((-match.end(), form.rank, phrase))
        for start in sorted(found):
            yield [phrase for _, _, phrase in sorted(found[start], key=lambda item: item[:2])]


def _islands(kinds: str, table: TimeTable) -> Iterator[tuple[int, str]]:
    other = table.letters["other"]
    for match in re.finditer(f"[^{other}]+", kinds):
        if table.heads.search(match[0]):
            yield match.start(), match[0]


def _tokens(text: str, table: TimeTable) -> tuple[list[re.Match[str]], str]:
    tokens = list(table.lexer.finditer(text))
    kinds: list[str] = []
    letters, known, other = table.letters, table.kinds, table.letters["other"]
    for match in tokens:
        look, word = match.lastgroup, match[0]
        if look in WRITTEN:
            kinds.append(known.get(word, other))
        elif look == "phrase":
            kinds.append(letters["holiday" if word.lower() in table.holidays else "phrase"])
        elif look == "number":
            kinds.append(letters[_number_kind(text, match)])
        else:
            kinds.append(letters[look or "other"])
    return tokens, "".join(kinds)


def _number_kind(text: str, match: re.Match[str]) -> str:
    word, before, after = match[0], text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if before.isalpha() or before in ("$", "#", "€", "£") or after == "%" or (after.isalpha() and after not in "apAP"):
        return "other"
    if not word.isascii() or not word.isdigit() or len(word) > 4:
        return "number"
    if len(word) <= 2:
        return "day" if 1 <= int(word) <= 31 else "two"
    return "year" if len(word) == 4 and 1000 <= int(word) < 2200 else "number"
