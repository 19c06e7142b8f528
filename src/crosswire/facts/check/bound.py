"""Names and figures by the word that stands right beside them: "the town of Kati, near the capital Bamako" tells of no
town of Bamako.

Two names of one phrase have no place of their own in the clause, so what each is called tells them apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

# "Norway and Sweden" stand together: who began it with whom is not told by which stands nearer to the verb.
NAME = re.compile(r"[A-Z][\w’'-]*\w(?:(?: and)? [A-Z][\w’'-]*\w)*|\d[\d.,]*\d|\d")
BEFORE = re.compile(r"([^\W\d_][\w’'-]*)\.?( of(?: the)?)? $")
BEHIND = re.compile(r"(?:['’]s?)? ([a-z][\w-]+)")
POSSESSIVE = re.compile(r"['’]s?$")
# Words beside which any name may stand.
LOOSE = frozenset(
    ("a", "about", "after", "all", "an", "and", "are", "around", "as", "at", "before", "between", "but", "by",
     "during", "for", "from", "had", "has", "have", "he", "her", "his", "if", "in", "including", "into", "is",
     "it", "its", "least", "meet", "met", "near", "nor", "not", "of", "off", "on", "onto", "or", "over", "said",
     "says", "she", "since", "some", "than", "that", "the", "their", "they", "this", "through", "to", "told",
     "toward", "towards", "under", "until", "was", "were", "when", "where", "which", "while", "who", "will",
     "with", "within", "would")
)  # fmt: skip

Beside = tuple[str, str]  # on which side of a name, the word


def otherwise_bound(asked: str, told: str) -> bool:
    """Whether a word stands right beside a name or figure in the sentence, and beside another of its names in a
    report's."""
    wanted, found = _bound(asked), _bound(told)
    here, there = _all(wanted), _all(found)
    return any(
        not names & found[key] and names & there and found[key] & here for key, names in wanted.items() if key in found
    )


def _bound(text: str) -> dict[Beside, frozenset[str]]:
    rows: dict[Beside, set[str]] = defaultdict(set)
    for key, words in _rows(text):
        rows[key] |= words
    return {key: frozenset(words) for key, words in rows.items()}


def _rows(text: str) -> Iterator[tuple[Beside, frozenset[str]]]:
    for match in NAME.finditer(text):
        words = frozenset(POSSESSIVE.sub("", w) for w in match.group().split())
        yield ("", ""), words
        before, behind = BEFORE.search(text[: match.start()]), BEHIND.match(text, match.end())
        if before is not None and before[1].lower() not in LOOSE:
            yield ("before", before[1].lower() + (" of" if before[2] else "")), words
        if behind is not None and behind[1] not in LOOSE and not match.group()[0].isdigit():
            yield ("behind", behind[1].rstrip("s")), words


def _all(rows: dict[Beside, frozenset[str]]) -> frozenset[str]:
    return rows.pop(("", ""), frozenset())
