"""Numbers that are no quantities: parts of names, labels, years, clock times and dates a reader of times has left."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from crosswire.claims.quantities.codes import OF_UNIT
from crosswire.claims.quantities.number_words import Number
from crosswire.claims.quantities.units import any_of

PROPER = frozenset({"NNP", "NNPS"})
NO_MODEL = frozenset({"GPE", "LOC", "FAC", "NORP", "PERSON", "DATE", "TIME", "EVENT"})


# "from 6 to 8 p.m.", "2-3 p.m.", "at 11, 12, 1 and 4 p.m."
LATER_HOUR = r"(?:(?: ?(?:-|to|and|or) ?|, )\d{1,2}(?::\d\d)?)"


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words that make the number beside them a label, a year or a part of a name (quantities.toml, [names])."""

    heads: frozenset[str]
    compounds: frozenset[str]
    one_before: frozenset[str]
    one_after: frozenset[str]
    year_before: frozenset[str]
    months: frozenset[str]
    ranks: frozenset[str]
    behind: re.Pattern[str]
    clock: re.Pattern[str]
    later_day: re.Pattern[str]


def name_words(data: Mapping[str, list[str]]) -> NameWords:
    """The name words of a parsed quantities.toml."""
    months = any_of(data["months"])
    return NameWords(
        heads=frozenset(data["heads"]),
        compounds=frozenset(data["compounds"]),
        one_before=frozenset(data["one_before"]),
        one_after=frozenset(data["one_after"]),
        year_before=frozenset(data["year_before"]),
        months=frozenset(data["months"]),
        ranks=frozenset(data["ranks"]),
        behind=re.compile(rf" (?:{any_of(data['behind'])})\b", re.IGNORECASE),
        later_day=re.compile(rf"\b(?:{months})\.? \d{{1,2}} ?(?:-|to|and) ?$", re.IGNORECASE),
        clock=re.compile(
            rf"{LATER_HOUR}{{0,6}} ?(?:[ap]\.m\.|[ap]m\b|[AP]M\b|o'clock|GMT|UTC"
            rf"|(?!may\b|march\b)(?i:(?:{months})\b))|'?s\b"
        ),
    )


def is_label(text: str, number: Number, words: NameWords, *, measured: bool) -> bool:
    """Whether the text right beside the number makes it a name, a date or a time of day, whatever the grammar."""
    before = LAST_WORD.search(text, max(0, number.start - 24), number.start)
    previous = before[1].lower() if before else ""
    if number.form == "digits":
        if _is_reference(text, number):
            return True
        return _dated(text, number, previous, words) or (
            not measured and (_listed(text, number) or _compounded(text, number, words))
        )
    return not measured and (_compounded(text, number, words) or _is_no_count(text, number, previous, words))


def _is_reference(text: str, number: Number) -> bool:
    """Whether it points to a list of sources: "as shown before [9, 12]"."""
    if text[number.end : number.end + 1] not in BRACKETED:
        return False
    marks = REFERENCE.finditer(text, max(0, number.start - 24), number.end + 24)
    return any(mark.start() < number.start < mark.end() for mark in marks)


def _dated(text: str, number: Number, previous: str, words: NameWords) -> bool:
    """Whether it is an hour, a day of a month or an address: "5 p.m.", "6 to 8 p.m.", "May 4-8", "2400 block"."""
    clock = words.clock.match(text, number.end)
    if (
        words.behind.match(text, number.end)
        or (clock and not (clock[0] == "s" and "." in text[number.start : number.end]))
        or previous.rstrip(".") in words.months
    ):
        return True
    if previous in MILITARY_BEFORE and MILITARY.match(text, number.start):
        return True
    return words.later_day.search(text, max(0, number.start - 16), number.start) is not None


def _compounded(text: str, number: Number, words: NameWords) -> bool:
    """Whether a hyphen makes it a word of its own: "two-state", "one-off", "737-MAX"; not "15-member"."""
    after = COMPOUND.match(text, number.end)
    if after is None:
        return False
    return after[1].lower() in words.compounds or not after[1].islower() or (number.low == 1 and number.form == "words")


def _listed(text: str, number: Number) -> bool:
    """Whether it numbers an item of a list: "1) ...", "(2) ..."."""
    return (
        text[number.end : number.end + 1] == ")"
        and number.end - number.start <= 2
        and (text[number.start - 1 : number.start] == "(" or "(" not in text[max(0, number.start - 80) : number.start])
    )


def is_headed(text: str, number: Number, words: NameWords, counts: bool) -> bool:
    """Whether the word before makes a bare number a label: "Article 5", and "the top three" where it counts nothing."""
    before = LAST_WORD.search(text, max(0, number.start - 24), number.start)
    before = before or LIST_BEFORE.search(text, max(0, number.start - 24), number.start)
    if before is None:
        return False
    word = before[1].lower()
    if number.form == "digits" and (word in JOINTS or word.isdigit()):
        first = LABELLED.search(text, max(0, number.start - 48), number.start)
        word = first[1].lower() if first is not None else word
    if (number.form == "digits" or word == "number") and word in words.heads:
        return True
    if text.endswith(" to top ", 0, number.start):
        return False  # "is expected to top 100"
    rank = not counts or text.startswith(" of ", number.end)  # "on day 12 of the war"
    return rank and (word in words.ranks or word.removesuffix("s") in words.heads | words.ranks)


def is_year(text: str, number: Number, words: NameWords) -> bool:
    """Whether four bare digits are a year: 1800 to 2100, not round unless a preposition of time stands before them.

    Older years are so only where nothing follows that they could count: "In 1723, the colony".
    """
    digits = text[number.start : number.end]
    if not (len(digits) == 4 and digits.isdigit() and 1000 <= int(digits) <= 2100):
        return False
    before = LAST_WORD.search(text, max(0, number.start - 24), number.start)
    previous = before[1].lower() if before is not None else ""
    if _is_ranged(text, number):
        return False
    if int(digits) < 1800:
        return previous in OLD_YEARS and text[number.end : number.end + 1] in (",", ".", ")", "")
    return int(digits) % 100 != 0 or previous in words.year_before


def _is_ranged(text: str, number: Number) -> bool:
    """Whether it is an end of a range of something: "1850-1900 K", "1500 to 2000 homes"; not "in 1850 people fled"."""
    ranged = RANGED.match(text, number.end)
    if ranged is not None:
        return OF_UNIT.match(text, ranged.end()) is not None
    return bool(OF_UNIT.match(text, number.end) and RANGE_BEFORE.search(text, max(0, number.start - 12), number.start))


def is_name(number: Token, noun: Token | None, first: Token) -> bool:
    """Whether grammar makes the number part of a name: "Falcon 9", "Boeing 737 jets", "Group of Seven"."""
    if first.i == 0:
        return False
    before = first.nbor(-1)
    if first.text[0].isalpha() and first.text[0].isupper():
        return not (first.is_sent_start or before.is_punct or before.is_space or first.text.isupper())
    if number.text[0].isdigit() and noun is not None and noun.tag_ == "NNP" and number.nbor().tag_ in PROPER:
        return True  # "the 787 Dreamliner"
    if _is_model(number, before) or not _may_name(before):
        return _is_model(number, before)
    if noun is None or number.head == before or (noun.tag_ in ("NN", "NNP") and number.text[0].isdigit()):
        return True
    return before.head == noun and before.dep_ in ("compound", "nmod", "amod")


def _may_name(before: Token) -> bool:
    """Whether a word may begin a name that a number ends; not the day of "on Monday 7 people"."""
    day = before.ent_type_ == "DATE" and before.lower_.endswith("day")
    return before.tag_ in PROPER and not before.text.endswith(".") and before.text[0].isalnum() and not day


def _is_model(number: Token, before: Token) -> bool:
    """Whether a number says which model of a thing it is: "its Galaxy Note 7 smartphones"; in "in Kabul 7 people" it
    counts."""
    named = before.text[0].isupper() and not before.is_sent_start and before.pos_ in ("PROPN", "NOUN")
    name = named and before.ent_type_ not in NO_MODEL and before.i + 1 == number.i
    behind = number.nbor().tag_ if number.i + 1 < len(number.doc) else ""
    return name and number.text.isdigit() and len(number.text) < 4 and behind in ("NNS", "VBN", "VBD", "VBZ")


def _is_no_count(text: str, number: Number, previous: str, words: NameWords) -> bool:
    if number.low != 1 or number.form != "words":
        return False
    after = NEXT_WORD.match(text, number.end)
    if after is not None and after[1].lower() == "of":
        return False  # "that one of the ships"
    if previous == "only" and not THE_ONLY.search(text, 0, number.start):
        return after is None or after[1].lower() in words.one_after  # "only one round of voting"
    return previous in words.one_before or after is None or after[1].lower() in words.one_after


LIST_BEFORE = re.compile(r"(\d+), $")
JOINTS = frozenset({"and", "or", "to"})
LABELLED = re.compile(r"([A-Za-z.&']+) (?:\d+(?:, and |, | and | or | to |-))+$")
BRACKETED = frozenset({"]", ",", "-"})
REFERENCE = re.compile(r"\[\d+(?: ?[,-] ?\d+)*\]")
RANGED = re.compile(r"(?: ?- ?| to | and | or )\d{3,5}(?![\d.,])")
RANGE_BEFORE = re.compile(r"\b\d{3,5}(?: ?- ?| to | and | or )$")
# "at 1500 hrs"
MILITARY = re.compile(r"[0-2]\d[0-5]\d ?(?:hrs|hours)\b")
MILITARY_BEFORE = frozenset({"at", "until", "from", "by", "about", "around", "and", "to"})
THE_ONLY = re.compile(r"\b(?:the|an|its|their|his|her) only $", re.IGNORECASE)
OLD_YEARS = frozenset({"in", "since", "until", "before", "after", "circa"})
LAST_WORD = re.compile(r"([\w.']+) $")
NEXT_WORD = re.compile(r"(?: |(?='))('?\w+)")
COMPOUND = re.compile(r"-(?!to-|plus\b)([A-Za-z]+)")
