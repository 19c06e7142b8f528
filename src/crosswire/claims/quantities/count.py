"""A bare number: what it counts, whose age it is, or whether it is no quantity at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from crosswire.claims.quantities.names import NameWords, is_headed, is_name
from crosswire.claims.quantities.nouns import Counted, NounWords, counted
from crosswire.claims.quantities.number_words import Number
from crosswire.claims.quantities.page import Page
from crosswire.claims.quantities.ranges import Measure


@dataclass(frozen=True, slots=True)
class Count:
    """The lemma that a number counts (None if left out), where its words end, and the unit: "1", or "a" for an age."""

    noun: str | None
    end: int
    unit: str = "1"


def count_of(page: Page, measure: Measure, nouns: NounWords, names: NameWords) -> Count | None:
    """The count that a number without a unit is; None where it is part of a name, a label or a score."""
    number = measure.number
    compound = COMPOUND.match(page.text, number.end)
    if compound is not None:
        return Count(nouns.same.get(compound[1], compound[1]), compound.end())
    tokens = page.doc.char_span(number.start, number.end, alignment_mode="expand")
    if tokens is None:
        return None
    first, last = tokens[0], tokens[-1]
    if _named_age(number, first, last) or _ages_of_several(number, first, last):
        return Count("age", number.end, "a")
    if measure.hyphened and last.i + 1 < len(last.doc) and last.nbor().lower_ in SPANS:
        return Count(None, number.end)  # "in the 40-45 range"
    found = counted(last, nouns)
    return None if _is_none(page, measure, found, first, names) else _told(page, number, found, last)


def _told(page: Page, number: Number, found: Counted | None, last: Token) -> Count:
    if found is not None:
        return Count(found.lemma, max(found.end, number.end))
    age = _is_age(number, last) or _of_ages(page.text, number)
    return Count("age", number.end, "a") if age else Count(None, number.end)


def _is_none(page: Page, measure: Measure, found: Counted | None, first: Token, names: NameWords) -> bool:
    """Whether the number is part of a name, a label or a score."""
    number = measure.number
    signed = measure.signed(page.text)  # "Minus 12 was given"
    sliced = measure.ranged and (number.low or 0) % 1 != 0  # "a confidence interval, CI 1.11-1.62"
    if page.kind in ("paragraph", "bullet") and not signed and not sliced:
        last = page.doc.char_span(number.start, number.end, alignment_mode="expand")
        if last is not None and is_name(last[-1], found.token if found else None, first):
            return True
    return is_headed(page.text, number, names, found is not None) or not _counts(number, measure, found, first)


def _counts(number: Number, measure: Measure, noun: Counted | None, first: Token) -> bool:
    """Whether the number counts: vague words and "one" need a noun; "2-1" with none is a score."""
    if noun is None:
        vague = number.form in ("vague", "pair") or (number.low == 1 and number.form == "words")
        whole = (number.low or 0) % 1 == 0 == (number.high or 0) % 1  # "2-1" is a score, "1.66-4.88" none
        return not (measure.hyphened and whole) and not vague
    if number.form == "words" and number.low == 1:
        return (first.tag_ == "CD" or _of(first)) and (noun.token is None or noun.token.tag_ in ("NN", "NNS", "NNP"))
    return not measure.hyphened or noun.token is None or noun.token.tag_ in ("NNS", "NNPS")


def _of(token: Token) -> bool:
    """Whether "of" follows: "one of the computers"."""
    return token.i + 1 < len(token.doc) and token.nbor().lower_ == "of"


def _is_age(number: Number, token: Token) -> bool:
    """Whether a bare number is what a person is: "she was 84", "he will turn 18"."""
    verb = token.head
    if number.low is None or not 1 <= number.low <= OLDEST or verb.lemma_ not in ("be", "turn") or token.i < verb.i:
        return False
    if token.i + 1 < len(token.doc) and token.nbor().lower_ in ("under", "over", "up", "down"):
        return False  # "he was 10 under par"
    subjects = (c for c in verb.children if c.dep_ == "nsubj")
    return any(s.lower_ in PERSONS or s.ent_type_ == "PERSON" for s in subjects)


def _named_age(number: Number, first: Token, last: Token) -> bool:
    """Whether a bare number is somebody's age, where the text has lost its commas: "Jane Doe 44 has spent"."""
    if number.form != "digits" or number.low is None or not 16 <= number.low <= 99 or number.low % 1 or first.i < 2:
        return False
    if first.nbor(-1).ent_type_ != "PERSON" or not first.nbor(-1).is_alpha or last.i + 1 == len(last.doc):
        return False
    return last.nbor().tag_ in AFTER_NAME and last.nbor().lower_ not in ("to", "for")


def _ages_of_several(number: Number, first: Token, last: Token) -> bool:
    """Whether it is how old several are who are told of together: "Roe and Ash, both 51, died", "two brothers, 17 and
    22, were held", or one: "her son, 5"; not "the survivors, 17 and counting"."""
    if number.form != "digits" or number.low is None or not 1 <= number.low <= OLDEST or number.low % 1 or not first.i:
        return False
    doc = last.doc
    if first.nbor(-1).lower_ in ("both", "all") and first.i > 1 and first.nbor(-2).text in (",", "("):
        return last.i + 1 == len(doc) or last.nbor().text in CLOSING
    start, end = _row(first)
    closed = end == len(doc) or doc[end].text in CLOSING
    if start < 2 or doc[start - 1].text != "," or not closed:
        return False
    of = doc[start - 2]
    kin = of.lemma_.lower() in SIDE_BY_SIDE
    if end - start == 1:
        return kin and of.tag_ == "NN"  # "her son, 5, survived"
    return doc[end - 2].lower_ == "and" and (of.ent_type_ == "PERSON" or (kin and of.tag_ == "NNS"))


def _row(number: Token) -> tuple[int, int]:
    """Where a row of whole numbers around one starts and ends: "17 and 22", "4, 7 and 9"."""
    doc, start, end = number.doc, number.i, number.i + 1
    while start > 1 and doc[start - 1].lower_ in ("and", ",") and doc[start - 2].text.isdigit() and end - start < ROW:
        start -= 2
    while end + 1 < len(doc) and doc[end].lower_ in ("and", ",") and doc[end + 1].text.isdigit() and end - start < ROW:
        end += 2
    return start, end


def _of_ages(text: str, number: Number) -> bool:
    """Whether a bare number is an age of many: "the average age is 35", "life expectancy rose to 73"."""
    if number.low is None or not 1 <= number.low <= OLDEST:
        return False
    return AGES.search(text, max(0, number.start - 80), number.start) is not None


def is_sterling(text: str, number: Number, end: int, near: re.Pattern[str]) -> bool:
    """Whether "pounds" are money: "20 million pounds", "fined 500 pounds"; not "5,000 pounds of explosives"."""
    if "pound" not in text[number.end : end].lower() or text.startswith((" of ", "-"), end):
        return False  # "5 lb"
    return number.scale >= 1e6 or near.search(text, max(0, number.start - 40), number.start) is not None


AFTER_NAME = frozenset({"VBD", "VBZ", "VBP", "MD", "WP"})
SPANS = frozenset({"range", "band", "bracket"})
OLDEST = 115
ROW = 12  # tokens of a row of numbers
CLOSING = frozenset({",", ".", ";", ")", "!", "?"})
SIDE_BY_SIDE = frozenset((
    "man", "woman", "boy", "girl", "child", "kid", "brother", "sister", "son", "daughter", "sibling", "twin",
    "teenager", "teen", "youth", "suspect", "victim", "student", "pupil", "friend", "cousin", "parent",
))  # fmt: skip
AGES = re.compile(
    r"\b(?:age|life (?:expectancy|span)|lifespan) (?!group|limit|bracket|gap)[^.;:!?]{0,60}?"
    r"\b(?:is|was|are|were|be|of|to|at|from|reached|hit)(?: (?:about|around|just|only|nearly|almost|roughly))? $",
    re.IGNORECASE,
)
COMPOUND = re.compile(r"-(?!to-|odd\b|some\b|plus\b)([a-z]{2,})\b")
PERSONS = frozenset({"he", "she", "who", "i"})
