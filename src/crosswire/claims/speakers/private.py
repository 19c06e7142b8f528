"""People who hold no office: what a text tells of them by a clause or by their age, where it gives no title.

"Ana Paz, who lives across the street, said", "Ana Paz, 34, said": news gives the age of private people, hardly ever
that of a spokesman. So it is told what they are, and nobody has to take them for somebody of the police.
"""

from __future__ import annotations

import re

from crosswire.claims.speakers.people import PersonName
from crosswire.claims.speakers.sheet import Sheet
from crosswire.claims.speakers.words import Words

SHOWN = 6  # words that are kept of a clause too long to be kept whole as what somebody is,
WHOLE = 14  # and the most that are kept whole
CUT = frozenset(("DET", "ADP", "PRON", "CCONJ", "PUNCT", "AUX", "SCONJ", "PART", "NUM"))  # nothing ends with these
AGE = re.compile(r"[1-9]\d")
AGED = re.compile(r"[1-9]\d?[ -]*year[ -]*old$")  # "34-year-old Ana Paz"


def private_of(sheet: Sheet, person: PersonName, words: Words) -> str | None:
    """What a passage tells that somebody is without a title: "who saw the blast", "34"; None where it tells nothing."""
    if sheet.passage.kind in ("title", "heading"):
        return None
    aged = AGED.search(sheet.slice(max(0, person.start - 5), person.start).rstrip())
    if aged is not None:
        return aged.group()
    start = person.end + 1
    if start >= len(sheet.words) or sheet.words[person.end] != ",":
        return None
    age = AGE.fullmatch(sheet.words[start]) is not None and sheet.words[start + 1 : start + 2] in ([","], ["."])
    clause = start + 2 * age
    if _tells(sheet, clause, words):
        return _clause(sheet, clause)
    return sheet.words[start] if age and not _goes_on(sheet, clause) else None


def _tells(sheet: Sheet, start: int, words: Words) -> bool:
    """Whether a clause tells of somebody's own life: "who lives", "who was asleep", "whose brother"."""
    first, rest = sheet.lowers[start : start + 1], sheet.lowers[start + 1 : start + 4]
    if first == ["whose"]:
        return bool(rest) and rest[0] in words.kin
    return first == ["who"] and any(" ".join(rest[:n]) in words.lives for n in (1, 2, 3))


def _clause(sheet: Sheet, start: int) -> str:
    """A clause up to its end; of a long one the first words that say something."""
    end = start
    while end < min(len(sheet.words), start + WHOLE) and sheet.words[end] not in (",", ".", ";"):
        end += 1
    if end == start + WHOLE:
        end = start + SHOWN
        while end > start + 2 and sheet.passage.doc[end - 1].pos_ in CUT:
            end -= 1
    return sheet.slice(start, end)


def _goes_on(sheet: Sheet, start: int) -> bool:
    """Whether more is told behind an age, which nobody reads here: "Ana Paz, 58, who heads the force"."""
    return sheet.lowers[start : start + 1] in (["who"], ["whose"], ["which"], ["a"], ["an"], ["the"])
