"""Whole texts of ECB+ (Cybulska and Vossen, LREC 2014, CC BY 3.0), put together again from their tokens.

Data: `ECB+_LREC2014/ECB+/TOPIC/NAME.xml` as tommasoc80/EventStoryLine holds them. A text is its sentences, one to a
line; the first of a page of 2012 is its address, the next its headline and day, of the older ones headlines and
addresses were left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from lxml import etree

_GLUED = (
    (re.compile(r"``\s*"), "“"),
    (re.compile(r"\s*''"), "”"),
    (re.compile(r"\s+([,;:!?%)\]”’]|\.(?!\d)|n't\b|'(?:s|re|ve|ll|d|m)\b)"), r"\1"),
    (re.compile(r"([(\[$£€#“‘])\s+"), r"\1"),
    (re.compile(r"(?<=[A-Za-z])’\s+(s|t|re|ve|ll|d|m)\b"), r"’\1"),
    (re.compile(r"(?<=\w) - (?=\w)"), "-"),
)
_INITIALS = re.compile(r"\b((?:[A-Za-z]\.\s)+[A-Za-z]\.)")
_NUMBERS = (
    (re.compile(r"(?<=\d)\s?([.:])\s(?=\d)"), r"\1"),
    (re.compile(r"(?<=\d)\s?,\s(?=\d{3}(?!\d))"), ","),
)
_QUOTED = (
    (re.compile(r'"\s*([^"]*?)\s*"'), r'"\1"'),
    (re.compile(r"(?<=\w)\s'(?=s\b)"), "'"),
)


def sentences(path: Path) -> list[str]:
    """The sentences of a text, in order.

    Raises:
        OSError: there is no such file.
    """
    tokens: defaultdict[int, list[str]] = defaultdict(list)
    for token in etree.parse(path, None).iter("token"):
        tokens[int(token.get("sentence", "0"))].append(token.text or "")
    return [joined(tokens[number]) for number in sorted(tokens)]


def joined(tokens: list[str]) -> str:
    """Tokens as a page prints them, as far as that can be told: "55 - year" is "55-year", "p . m ." is "p.m."."""
    text = " ".join(tokens)
    for found, kept in _GLUED[:2]:
        text = found.sub(kept, text)
    if text.startswith("http"):
        return text.replace(" ", "")
    for found, kept in _GLUED[2:]:
        text = found.sub(kept, text)
    text = _INITIALS.sub(lambda match: match[1].replace(" ", ""), text)
    for found, kept in (*_NUMBERS, *_QUOTED):
        text = found.sub(kept, text)
    return text
