"""Digits that are part of a name, a date, a telephone number or a picture's size, and count nothing."""

from __future__ import annotations

import re

from crosswire.claims.quantities.number_words import NumberWords

CODE = re.compile(r"[,.:/']\d|-[A-Z]|-\d+-\d|\d{0}-\d{4}(?![\d.])|\) \d{3}-|-? ?\d{3}-\d{4}")
PHONE_SPACED = re.compile(r"(?<![\d.,])0\d{1,4}(?: \d{3,4}){0,2}$")  # "020 7946 0000"
PHONE = re.compile(r"-\d{4}(?!\d)")
# what makes four digits no year
PHONE_DASH = re.compile(r".*?\d{3}-$")
CHAIN = re.compile(r"-\d")
YEAR_DASH = re.compile(r".*?(?:(?:1[89]|20)\d\d|\d-\d{1,3})-$")
MEASURED = re.compile(r"\d ?(?:k|[mb]n?|[ck]?m|mm|k?g|ft|in|lb|p|kW|MW|GW|GB|TB|[CF])-$")
# how tall somebody is: "5'11"", "6' 2""
FEET = re.compile(r"[3-8](?=' ?(?:\d|1[01])(?:\"|''|(?![\w'])))")
INCHES = re.compile(r"(?<![\w'.,])[3-8]' ?(?:\d|1[01])(?:\"|''|(?![\w']))")
# what makes four digits no year
OF_UNIT = re.compile(
    r" ?(?:°|%|(?:[kcmn]m|m|ft|k?g|K|C|F|[kMG]?W|[kMG]?Hz|lbs?|hp|[bn]hp|rpm|mph|nits|mAh|kcal|cal|sq|cc|mL|L)\b)"
    r"| (?:met(?:re|er)s|feet|foot|miles|kilomet\w+|pounds|tonnes|tons|dollars|euros|calories|people|men|women|troops"
    r"|soldiers|homes|houses|jobs|cases|square|cubic|degrees|words|points|years)\b"
)
# "a 4K screen", "1080p video": how fine a picture is
PICTURE = re.compile(
    r"(?:[1-8](?:\.\d)?K(?= (?:tv|television|video|screen|display|resolution|monitor|footage|camera|content|panel|ultra"
    r"|hdr|uhd|blu|projector|streaming|image|movie|stream)|(?<=\bin \dK))|(?:480|720|1080|1440|2160|4320)p\b)",
    re.IGNORECASE,
)


def within_code(text: str, start: int, end: int, table: NumberWords) -> bool:
    """Whether the digits are part of a time, a date, a version or a name ("10:38", "9/11", "F-35", "S23")."""
    before, behind = text[max(0, start - 5) : start], text[end : end + 12]
    if before[-1:].isalnum() or before[-1:] in ("_", "#", "@", "/", "'"):
        return not (is_money(text, start, table) or _is_inches(text, start, end))
    if before[-1:] in (",", ".", ":") and before[-2:-1].isdigit():
        return True
    if before[-1:] == "-" and before[-2:-1].isalnum():
        return _behind_hyphen(text, (start, end), before, behind)
    if PHONE_SPACED.search(text, max(0, start - 11), end) or (before[-2:] == ") " and PHONE.match(behind)):
        return True
    code = CODE.match(behind)
    if code is None or (code.end() == 5 and OF_UNIT.match(text, end + 5)):
        return False
    return not (end - start == 1 and FEET.match(text, start))


def _behind_hyphen(text: str, place: tuple[int, int], before: str, behind: str) -> bool:
    """Whether a hyphen makes it a name ("F-35") or a date ("2026-01-27", "2025-26"); "10-15" can be a range."""
    start, end = place
    # "a magnitude-6.1 quake", "5m-7m"
    named = (
        before[-2].isalpha()
        and not before.endswith(("-to-", "tude-", "inus-", "foot-"))
        and not MEASURED.search(before)
    )
    if named or CHAIN.match(behind) is not None:
        return True
    if OF_UNIT.match(text, end) is not None:
        return False  # "1500-2000 m" are no years, and no telephone
    # "555-0123"; "200-300 people" and "40,000-50,000" are a range
    phone = end - start > 3 and text[start:end].isdigit() and PHONE_DASH.match(before) is not None
    return phone or YEAR_DASH.match(before) is not None


def _is_inches(text: str, start: int, end: int) -> bool:
    """Whether the digits are the inches of a height: "5'11""."""
    return text[start - 1 : start] == "'" and INCHES.search(text, max(0, start - 4), end + 2) is not None


def is_picture(text: str, start: int) -> bool:
    """Whether digits say how fine a picture is: "a 4K screen", "1080p video"."""
    return text[start : start + 1] in tuple("1245678") and PICTURE.match(text, start) is not None


def is_money(text: str, start: int, table: NumberWords) -> bool:
    """Whether a currency stands before the digits."""
    return table.money.search(text, max(0, start - 8), start) is not None
