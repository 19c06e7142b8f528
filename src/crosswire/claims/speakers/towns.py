"""A capital as a town of its own: "Ottawa police" are no nation's police, "the mayor of Paris" is none of France's."""

from __future__ import annotations

from crosswire.claims.speakers.sheet import POSSESSIVE, Sheet
from crosswire.claims.speakers.words import Words

ARTICLES = frozenset(("the", "a", "an"))
BETWEEN = 2  # words between a town and what is its own: "the Paris public prosecutor", "Kabul's largest hospital"


def is_town(sheet: Sheet, start: int, end: int, words: Words) -> bool:
    """Whether a capital, tokens [start, end), is told as the town: what is a town's own stands right behind it, or
    before "of" or "in"."""
    return _owns(sheet, end, words) or _placed(sheet, start, words)


def _owns(sheet: Sheet, end: int, words: Words) -> bool:
    """ "Ottawa police", "Kabul's largest hospital"; not "the Moscow government's police"."""
    first = end + (end < len(sheet.words) and sheet.words[end] in POSSESSIVE)
    for i in range(first, min(len(sheet.words), first + BETWEEN + 1)):
        if sheet.lowers[i] in words.towns:
            return not _leads_to_a_name(sheet, i)
        if sheet.passage.doc[i].pos_ not in ("ADJ", "NOUN", "PROPN") or sheet.lowers[i] in words.bodies:
            return False
    return False


def _leads_to_a_name(sheet: Sheet, i: int) -> bool:
    """Whether a word is part of a person's title, who is of the country all the same: "Ottawa Police Chief Ann Roy"."""
    behind = i + 1 + (i + 1 < len(sheet.words) and sheet.words[i + 1] == ",")
    return behind < len(sheet.words) and sheet.words[i].istitle() and sheet.words[behind].istitle()


def _placed(sheet: Sheet, start: int, words: Words) -> bool:
    """ "The mayor of Ottawa", "a hospital in Kabul", "a police spokesman in Seoul"."""
    link = start - 1
    while link > 0 and sheet.lowers[link] in ARTICLES:
        link -= 1
    if link < 1 or sheet.lowers[link] not in ("of", "in"):
        return False
    head = link - 1
    told = sheet.lowers[head] in words.people or sheet.lowers[head] in words.spokes
    return sheet.lowers[head] in words.towns or (told and head > 0 and sheet.lowers[head - 1] in words.towns)
