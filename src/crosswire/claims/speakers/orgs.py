"""Organisations that no table knows: which of the parser's names are one ("Ford", "Ford Motor Co."; "GM", "General
Motors").

Two forms are one organisation where they differ by words like "Inc." and "Motor" only, where the short one begins
exactly one longer name that the report gave before it, or where it is made of the longer one's initials.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosswire.claims.speakers.longer import is_model
from crosswire.claims.speakers.names import Body
from crosswire.claims.speakers.scan import STORMS, Hit
from crosswire.claims.speakers.sheet import POSSESSIVE, Sheet
from crosswire.claims.speakers.words import Words

LINKS = frozenset(("of", "the", "for", "and", "&", "in", "de"))
LABELS = ("ORG", "NORP")


def organisations(
    sheets: Sequence[Sheet], taken: Sequence[set[int]], others: frozenset[str], words: Words
) -> list[list[Hit]]:
    """The parser's organisations in each passage outside the tokens already taken, under one name each.

    `others` are names that are organisations whatever the parser takes them for.
    """
    found = [list(_spans(sheet, tokens, others, words)) for sheet, tokens in zip(sheets, taken, strict=True)]
    made = _products(sheets, found, words)
    found = [[s for s in row if sheet.slice(*s) not in made] for sheet, row in zip(sheets, found, strict=True)]
    names = merged((sheet.slice(*span) for sheet, row in zip(sheets, found, strict=True) for span in row), words)
    return [
        [Hit(start, end, Body(names[sheet.slice(start, end)], "organisation", None)) for start, end in row]
        for sheet, row in zip(sheets, found, strict=True)
    ]


def _products(sheets: Sequence[Sheet], found: Sequence[Sequence[tuple[int, int]]], words: Words) -> frozenset[str]:
    """Names of things that a firm makes, which begin with the firm's and have an article where that has none: "the
    Halden Phone" of Halden; not "the Halden Foundation"."""
    bare: set[str] = set()
    things: set[str] = set()
    for sheet, row in zip(sheets, found, strict=True):
        for start, end in row:
            one, head = end - start == 1, sheet.passage.doc[end - 1]
            article = start > 0 and sheet.lowers[start - 1] in ("the", "a", "an")
            if one and not article and head.dep_ in ("nsubj", "poss"):
                bare.add(sheet.words[start])
            body = sheet.lowers[end - 1] in words.bodies or sheet.lowers[end - 1] in words.trades
            if not one and article and not body and head.dep_ != "compound":
                things.add(sheet.slice(start, end))
    return frozenset(name for name in things if name.split()[0] in bare)


def _spans(sheet: Sheet, taken: set[int], others: frozenset[str], words: Words) -> Iterator[tuple[int, int]]:
    """Tokens of organisations' names, without article and "'s". In a headline's capitals the parser sees too many."""
    for start, end, label in sheet.entities:
        if label == "NORP" and not sheet.passage.doc[end - 1].tag_.endswith("S"):
            continue  # "the Republican nominee"
        last = sheet.lowers[end - 1]
        firm = label == "PERSON" and end - start > 1 and last in words.not_people and last not in words.no_bodies
        known = firm or label in LABELS or sheet.slice(start, end) in others
        if not known or sheet.capitals or not taken.isdisjoint(range(start, end)):
            continue
        while start < end and sheet.lowers[start] in ("the", "a", "an"):
            start += 1
        while end > start and (sheet.words[end - 1] in POSSESSIVE or not sheet.words[end - 1][-1].isalnum()):
            end -= 1
        if (
            "(" in sheet.words[start + 1 : end]
        ):  # "the Department of National Defense (DND": the short form is no part of it
            end = sheet.words.index("(", start + 1, end)
        plain = end - start == 1 and _no_name(sheet, start, words)
        if not STORMS.isdisjoint(sheet.lowers[start:end]):
            continue
        if start < end and sheet.words[start][0].isupper() and not plain and not is_model(sheet.words, end):
            yield start, end


def _no_name(sheet: Sheet, i: int, words: Words) -> bool:
    """Whether a single word is no organisation: half a title ("Finance Minister"), people of a trade, a town after
    "in", a dateline."""
    low, before = sheet.lowers[i], sheet.lowers[i - 1] if i else ""
    title = low in words.qualifiers or low in words.titles or low in words.honorifics
    trade = low in words.people and sheet.passage.doc[i].tag_ == "NNS"  # "Seismologists said"; "Democrats" are NNPS
    return title or trade or low in words.no_bodies or before in ("in", "near", "at") or _dateline(sheet, i)


def _dateline(sheet: Sheet, i: int) -> bool:
    """Whether a word in capitals begins the passage: "BRUSSELS, March 3"."""
    return i == 0 and sheet.words[0].isupper() and len(sheet.words[0]) > 4


def merged(forms: Iterable[str], words: Words) -> Mapping[str, str]:
    """Each form's one name: its own without "Inc.", or that of the longer form it shortens. Forms come as the text has
    them."""
    bare = {form: _bare(form, words.legal) for form in forms}
    starts: dict[str, dict[str, int]] = defaultdict(dict)
    initials: dict[str, dict[str, int]] = defaultdict(dict)
    for order, name in enumerate(dict.fromkeys(bare.values())):
        parts = name.split()
        starts[parts[0]][name] = order
        if len(parts) > 1:
            initials["".join(part[0] for part in parts if part.lower() not in LINKS)][name] = order
    return {form: _full(name, starts[name.split()[0]], initials.get(name, {}), words) for form, name in bare.items()}


def _bare(form: str, legal: frozenset[str]) -> str:
    """A name without the words that only tell a company's legal form."""
    parts = form.replace(",", "").split()
    while len(parts) > 1 and parts[-1].lower() in legal:
        parts.pop()
    return " ".join(parts) or form


def _full(name: str, longer: Mapping[str, int], initials: Mapping[str, int], words: Words) -> str:
    """The longer name that a one-word form shortens, if there is exactly one.

    "Chrysler Aspen" behind "Chrysler" is another thing, "Ford Motor" is not.
    """
    if " " in name or len(name) < 2:
        return name
    found = [
        other
        for other, order in longer.items()
        if other != name and (order < longer[name] or other.lower().split()[1] in words.trades)
    ]
    if name.isupper():
        found.extend(initials)
    return found[0] if len(found) == 1 else name
