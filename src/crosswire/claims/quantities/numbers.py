"""Numbers as news writes them, in digits and in words: where they stand and what they are worth, nothing else.

"5.4 million", "two dozen", "half a million", "two-thirds", "one in five", "hundreds of thousands", "several hundred".
What a number counts, its unit and its bound are read by quantities.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosswire.claims.quantities.codes import is_money, is_picture, within_code
from crosswire.claims.quantities.number_words import Number, NumberWords
from crosswire.claims.quantities.pattern import GLYPHS, LEAD, RAISED, small

WORD = re.compile(r"[A-Za-z]+")


def numbers(text: str, table: NumberWords) -> Iterator[Number]:
    """Every number of a text, from left to right, none inside another.

    The pattern is tried only around digits and number words: to search with it takes twenty times as long.
    """
    position = 0
    for anchor in table.anchors.finditer(small(text)):
        at = anchor.start()
        starts = range(max(position, at - LEAD), at + 1) if at >= position else ()
        match = next(filter(None, (table.pattern.match(text, start) for start in starts)), None)
        if match is not None:
            number = _read(match, table)
            if number is not None:
                yield number
            position = match.end() if number is None else max(number.end, match.start() + 1)


def _read(match: re.Match[str], table: NumberWords) -> Number | None:
    for form, read in READERS:
        if match[form] is not None:
            return read(match, table)
    return None


def _digits(match: re.Match[str], table: NumberWords) -> Number | None:
    text, start, end = match.string, match.start(), match.end()
    if within_code(text, start, match.end("digits"), table) or is_picture(text, start):
        return None
    value = sum(map(_plain, match["digits"].replace(", ", "").replace("-", " ").split()))
    places = len(match["digits"].partition(".")[2]) if "/" not in match["digits"] else 0
    value += GLYPHS.get((match["glyph"] or "").strip(), 0.0) / 10.0**places  # "$5.42½" is half a cent more
    power = _power(match)
    if match["power"] and power is None:
        end = match.end("glyph") if match["glyph"] else match.end("digits")  # "66.5 x 107 mm"
        return Number(start, end, value, value, "digits")
    value *= 10.0 ** (power or 0)
    scale = 1.0
    if match["scale"] or match["spaced"]:
        scale = {**table.magnitudes, **table.suffixes}[(match["scale"] or match["spaced"]).lower()]
    elif match["suffix"] and _is_scale(match, table):
        scale = table.suffixes[match["suffix"].lower()]
    elif match["suffix"]:
        end = max(match.end("digits"), match.end("glyph"), match.end("power"))
    number = Number(start, end, value * scale, value * scale, "digits", scale)
    return _ratio_of(text, number, table) or number


def _power(match: re.Match[str]) -> int | None:
    """The power of ten a number is times; None for a size ("66.5 x 107 mm", "4 x 100 m") and a name ("2E5").

    Where neither a sign nor a raised digit tells, only "×" behind a decimal below ten does: "1.496×108 km".
    """
    written = match["exponent"] or match["shift"]
    if written is None:
        return None
    power = int(written.lstrip("^*").translate(RAISED))
    shifted = "." in match["digits"] and match["digits"].find(".") < 2
    told = not written.isascii() or not written.isdigit()
    sure = told or (shifted and (match["exponent"] is None or "×" in match["power"]))
    return power if sure and 0 < abs(power) <= FARTHEST else None


def _plain(digits: str) -> float:
    above, slash, below = digits.replace(",", "").replace("⁄", "/").partition("/")
    return float(above) / float(below) if slash else float(above)


def _is_scale(match: re.Match[str], table: NumberWords) -> bool:
    """Whether a letter behind digits is a magnitude: "m" is metres, "t" tonnes, unless of money or things counted."""
    if match["suffix"].lower() not in ("m", "mm", "t", "b") or is_money(match.string, match.start(), table):
        return True
    if match["suffix"].lower() == "m" and OF_THEM.match(match.string, match.end()):
        return True
    return match["suffix"].lower() not in ("t", "mm") and COUNTED.match(match.string, match.end()) is not None


def _half(match: re.Match[str], table: NumberWords) -> Number:
    scale = table.magnitudes[match["halved"].lower()]
    value = scale * (0.25 if "quarter" in match["half"].lower() else 0.5)
    return Number(match.start(), match.end(), value, value, "words", scale)


def _bit(match: re.Match[str], table: NumberWords) -> Number:
    """Half or a quarter of a measure: "half an hour", "a quarter of a percent"; a number only if a unit follows."""
    value = 0.25 if "quarter" in match["bit"].lower() else 0.5
    return Number(match.start(), match.end(), value, value, "bit")


def _slice(match: re.Match[str], table: NumberWords) -> Number:
    """A part of a measure without "of": "a half-mile", "one-third inch"; a number only if a unit follows."""
    words = match["slice"].lower().replace("-", " ").split()
    count = table.words.get(words[0], 1)
    value = count / table.fractions[words[-1]]
    return Number(match.start(), match.end(), value, value, "bit")


def _rest(match: re.Match[str], table: NumberWords) -> Number:
    """The half of "a mile and a half", a number only where a unit stands before."""
    return Number(match.start(), match.end(), 1.5, 1.5, "rest")


def _several(match: re.Match[str], table: NumberWords) -> Number:
    low = table.vague_floor * table.magnitudes[match["severals"].lower()] if match["severals"] else None
    return Number(match.start(), match.end(), low, None, "vague")


def _plural(match: re.Match[str], table: NumberWords) -> Number | None:
    first, _, second = match["plural"].lower().partition(" of ")
    of = match.string[match.end() : match.end() + 4].lower() == " of "
    # "test scores", "four dozens", "in their tens": without "of" only the large ones count on their own
    if not of and not second and first in ("scores", "tens"):
        return None
    low = table.plurals[first] * (table.plurals[second] / 2 if second else 1)
    return Number(match.start(), match.end(), low, None, "vague")


def _part(match: re.Match[str], table: NumberWords) -> Number | None:
    """A fraction as a percentage, so that it compares with one."""
    count, _, name = match[0].lower().replace("-", " ").rpartition(" ")
    before = LAST_WORD.search(match.string, max(0, match.start() - 12), match.start())
    if before is not None and NOT_A_PART.fullmatch(before[0]):
        return None
    if name.startswith("quarter") and match["share"] and "-" not in match[0] and count != "three":
        return None  # "two quarters", "one quarter": of a year
    value = 100 * table.words.get(count, 1) / table.fractions[name]
    return Number(match.start(), match.end(), value, value, "part") if value <= 100 else None


def _pair(match: re.Match[str], table: NumberWords) -> Number:
    scale = table.magnitudes[match["couple"].lower()] if match["couple"] else 1.0
    return Number(match.start(), match.end(), 2 * scale, 2 * scale, "pair", scale)


def _words(match: re.Match[str], table: NumberWords) -> Number | None:
    start, text = match.start("words"), match.string
    words = [(w[0].lower(), start + w.end()) for w in WORD.finditer(match["words"])]
    value, scale, end = _add_up(words, table)
    if match["more"] and end == match.end("words"):
        end = match.end("more")
        scale = table.magnitudes[match["mores"].lower()] if match["mores"] else scale
        value = (value + 0.5) * scale if match["mores"] else value + 0.5 * scale
    if match["decimals"] and end == match.end("words") and not text.endswith(("at ", "At "), 0, match.start()):
        value, scale, end = _decimal(match, value, table)
    if YEAR_IN_WORDS.fullmatch(match["words"]) or _hangs_on(text, match.start()):
        return None
    if value == 0 and DEGREES.search(text, max(0, start - 24), start):
        return None  # "15 degrees below zero" is one number
    number = Number(match.start(), end, value, value, "words", scale)
    return _ratio_of(text, number, table) or number


def _decimal(match: re.Match[str], whole: float, table: NumberWords) -> tuple[float, float, int]:
    """The value, magnitude and end of "one point six billion"."""
    digits = "".join(str(int(table.words[w[0].lower()])) for w in WORD.finditer(match["decimals"]))
    scale = table.magnitudes[match["pointed"].lower()] if match["pointed"] else 1.0
    return float(f"{whole:.0f}.{digits}") * scale, scale, match.end("point")


def _hangs_on(text: str, start: int) -> bool:
    """Whether a hyphen makes the word part of another: "thirty-one-two", "low-twenties", "one-on-one", "7-Eleven"."""
    before = text[start - 2 : start - 1]
    return text[start - 1 : start] == "-" and (before.isalpha() or (before.isdigit() and text[start].isupper()))


def _add_up(words: Sequence[tuple[str, int]], table: NumberWords) -> tuple[float, float, int]:
    """The value of as many words as make one number ("two hundred and five"), its magnitude, and where that ends."""
    total, current, scale, end = 0.0, 0.0, 1.0, words[0][1]
    last: float | None = None
    after_and = False
    for word, stop in words:
        if word == "and":
            if scale < 100:
                break  # "two and three"
            after_and = True
            continue
        if word in table.magnitudes:
            scale = table.magnitudes[word]
            current = (current if last is not None else 1) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
            last = scale
        else:
            value = table.words[word]
            if last is not None and not _may_follow(value, last):
                break
            if last is not None and last >= 100 and not after_and and scale < 1000 and value >= 100:
                break
            current, last = current + value, value
        end, after_and = stop, False
    return total + current, scale, end


def _may_follow(value: float, last: float) -> bool:
    """Whether a small number adds to the one before it: "twenty five" and "hundred five", but not "two three"."""
    return (last >= 20 and last < 100 and 0 < value < 10) or (last >= 100 and last != 12)


def _ratio_of(text: str, number: Number, table: NumberWords) -> Number | None:
    """ "one in five" and "nine out of ten" as a percentage; "five in two attacks" and "two in 10 days" are none."""
    match = table.ratio.match(text, number.end)
    if match is None or number.high is None or (match["what"] and (number.high != 1 or match["told"] is None)):
        return None
    of = table.words.get(match["of"].lower()) or float(match["of"].replace(",", "") if match["of"][0].isdigit() else 0)
    if number.high >= of or of > 100000 or 1900 <= of <= 2100:
        return None
    shared = match["how"].startswith("out") or "every" in match["how"]
    if (
        not shared
        and number.high != 1
        and of not in (10, 100, 1000)
        and ABOUT.search(text, max(0, number.start - 10), number.start) is None
    ):
        return None
    if not shared and SPAN_OF_TIME.match(text, match.end()) is not None:
        return None
    value = 100 * number.high / of
    return Number(number.start, match.end(), value, value, "part")


FARTHEST = 40  # powers of ten: from the Planck mass to the mass of the Sun
YEAR_IN_WORDS = re.compile(
    r"(?:nineteen|twenty) (?:ten|eleven|twelve|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -][a-z]+)?)",
    re.IGNORECASE,
)
DEGREES = re.compile(r"(?:\d|degrees?|Celsius|Fahrenheit|[CF]) (?:below|above) $")
COUNTED = re.compile(
    r"(?:-plus)?"
    r"(?:(?: ?- ?| to | and | or )[\d.,]*\d ?[mbMB]n?\b)? (?:[A-Za-z][a-z]+ )?(?!was\b|has\b|its\b|this\b|across\b)"
    r"(?:(?!hurdles\b)[a-z]{2,}s|people|children|men|women)\b(?! (?:high|tall|long|wide|deep|away|an?|its|two|three)\b)"
)
OF_THEM = re.compile(r" of (?:them|whom|these|those)\b")
ABOUT = re.compile(r"(?:nearly|almost|about|around|roughly|than) $", re.IGNORECASE)
LAST_WORD = re.compile(r"\S+ ?$")
NOT_A_PART = re.compile(r"(?:first|second|last|latter|other|next|this|that|better|final|opening|time) ?", re.IGNORECASE)
SPAN_OF_TIME = re.compile(r" (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b", re.IGNORECASE)
READERS = (
    ("digits", _digits),
    ("half", _half),
    ("bit", _bit),
    ("slice", _slice),
    ("rest", _rest),
    ("several", _several),
    ("plural", _plural),
    ("part", _part),
    ("share", _part),
    ("pair", _pair),
    ("words", _words),
)
