"""Years, decades and centuries, in digits and in words."""

from __future__ import annotations

from datetime import date

from crosswire.claims.times.calendar import midnight
from crosswire.claims.times.context import Context, modified, of_unit
from crosswire.claims.times.count import amount, integer, ordinal
from crosswire.claims.times.scan import Phrase
from crosswire.model import Time

TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def read_year(phrase: Phrase, context: Context) -> Time | None:
    """Reads "2021", "early 2013", "fiscal 1989"; not behind words like "Section"."""
    if not _is_year(phrase):
        return None
    return modified(of_unit("year", date(int(phrase.word("year")), 1, 1)), phrase.word("mod"), context)


def read_shortyear(phrase: Phrase, context: Context) -> Time | None:
    """Reads "since '82", "the class of '08"."""
    if not phrase.beside(-1, "dated"):
        return None
    year = int(phrase.word("year")[1:])
    return of_unit("year", date(year + (2000 if year < 30 else 1900), 1, 1))


def read_years(phrase: Phrase, context: Context) -> Time | None:
    """Reads "2019-2021", "1989-90"."""
    first, last = int(phrase.word("year")), int(phrase.word("until"))
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 200:
        return None
    return Time("", midnight(date(first, 1, 1)), midnight(date(last + 1, 1, 1)), "year")


def read_spelled(phrase: Phrase, context: Context) -> Time | None:
    """Reads "nineteen ninety-seven": years only, from 1700 to 2099."""
    year = spoken_year(phrase)
    return of_unit("year", date(int(year), 1, 1)) if year else None


def spoken_year(phrase: Phrase) -> str:
    """The year that number words say, as digits; '' if they say none."""
    words = [word for word in phrase.words("spoken") if word not in ("-", "and")]
    if "thousand" in words or "hundred" in words:
        year = amount(words)
        return str(int(year)) if year and 1000 <= year < 2200 else ""
    values = [integer(word) or 0 for word in words]
    if not values or values[0] not in (17, 18, 19, 20):
        return ""
    return str(values[0] * 100 + sum(values[1:])) if 10 <= sum(values[1:]) <= 99 else ""


def read_decade(phrase: Phrase, context: Context) -> Time | None:
    """Reads "the 1990s", "the early '80s", "the nineties"."""
    word = phrase.word("decade").removesuffix("s").lstrip("'")
    alone = phrase.match.end() - phrase.match.start() == 1
    if phrase.beside(-1, "owner") or (alone and len(word) == 2 and phrase.word("decade")[0] != "'"):
        return None  # "in her thirties", "temperatures above 70s"
    if phrase.word("decade").isdigit() and (int(word) % 10 or phrase.first != "the"):
        return None  # "2012's" is a year; "the 1980's" a decade
    if word.isdigit():
        year = int(word) if len(word) == 4 else 1900 + int(word) if int(word) > 20 else 2000 + int(word)
    else:
        year = 1920 + 10 * TENS.index(phrase.word("decade"))
    return modified(of_unit("decade", date(year, 1, 1)), phrase.word("mod"), context)


def read_century(phrase: Phrase, context: Context) -> Time | None:
    """Reads "the 19th century", as the years 1801 to 1900 are commonly cut: 1800 to 1899."""
    number = ordinal(phrase.word("nth"))
    if number is None or not 2 <= number <= 30 or phrase.words("nth") == [] or phrase.match[0][-1:] == "":
        return None
    return modified(of_unit("century", date((number - 1) * 100, 1, 1)), phrase.word("mod"), context)


def _is_year(phrase: Phrase) -> bool:
    """Whether four digits are a year, not a count ("1500 people") or part of a name ("Boeing 1990-X")."""
    year, after = int(phrase.word("year")), phrase.near(1)
    place = -2 if phrase.near(-1) == "." else -1
    if phrase.word("mod"):
        return True
    if phrase.beside(place, "number") or after in ("%", ":"):
        return False
    if phrase.near(-1) == "-" and phrase.near(-2)[:1].isdigit():  # "1.1712-1714 dollars"
        return False
    if phrase.near(-1) == "of" and phrase.beside(-2, "sums"):
        return False
    if year % 100 == 0 or not 1700 <= year <= 2100:
        return phrase.beside(place, "dated") and not (
            (after.islower() and after[-1] == "s") or phrase.beside(1, "people")
        )
    return True
