"""Signs that mean several units ("20 C", "50p", "10'", "¥300"): the words of the text near tell which is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

NEAR = 90  # characters to each side: a sentence of news, mostly


@dataclass(frozen=True, slots=True)
class Sign:
    """What a sign can mean: unit codes with the words that tell of each; `plain` is meant where no word does."""

    plain: str | None
    near: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Signs:
    """All such signs, the pattern that finds one behind a number, and the money signs before one."""

    signs: Mapping[str, Sign]
    behind: re.Pattern[str]


def signs_of(rows: Iterable[Mapping[str, object]]) -> Signs:
    """The signs of a parsed units.toml ([[ambiguous]])."""
    found: dict[str, Sign] = {}
    for row in rows:
        near: Mapping[str, list[str]] = row["near"]  # type: ignore[assignment]
        written: list[str] = row["signs"]  # type: ignore[assignment]
        sign = Sign(str(row["plain"]) if "plain" in row else None, {code: _any(words) for code, words in near.items()})
        found.update(dict.fromkeys(written, sign))
    longest = sorted(found, key=len, reverse=True)
    return Signs(found, re.compile(rf" ?({'|'.join(map(re.escape, longest))})(?!\w|[-/]\w)"))


def meant(sign: str, text: str, at: int, signs: Signs) -> str | None:
    """The code that a sign written at a place of the text means; None where nothing tells."""
    known = signs.signs[sign]
    around = text[max(0, at - NEAR) : at + NEAR]
    told = {code: len(set(words.findall(around))) for code, words in known.near.items()}
    best = max(told, key=lambda code: told[code])
    return best if told[best] else known.plain


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})", re.IGNORECASE)
