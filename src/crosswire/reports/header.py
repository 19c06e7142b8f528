"""The lines around a title that say who publishes, who wrote, when, and what kind of piece it is.

"Straits Monitor | March 3, 2026 | By Colin Reyes", "**Harbour View** - opinion - 4 March 2026", "Coastline Daily". A
name is believed where it is a known one, or has the form of a paper's ("... Courier") beside a date, a byline or a
title; "Hard Times" and "World News" name no paper.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from crosswire.reports.byline import read_byline
from crosswire.reports.dateline import agency
from crosswire.reports.dates import written_dates
from crosswire.reports.genre import genre_of_section
from crosswire.reports.masthead import known_name, outlet_name
from crosswire.reports.rules import Rules
from crosswire.reports.stamps import date_of_line

LONGEST = 140
# of emphasis and headings; within a word they are a part of it
_MARKS = re.compile(r"(?<![^\W_])[*_`]{1,3}|[*_`]{1,3}(?![^\W_])|^#{1,6}\s")
_DIVIDER = re.compile(r"\s+[-–—·•/]+\s+|\s*[|•·‖►]\s*|,\s+|\s*;\s+|:\s+")
_FIELD = re.compile(r"(?P<label>[A-Za-z][A-Za-z -]{1,18}):\s*(?P<value>.*)")
_BY_FIRST = re.compile(r"(?i)^by\s+")
_POST = re.compile(r"(?: (?:Staff|Senior|Foreign|Special|Chief|Writer|Reporter|Correspondent|Editor|Bureau))+$")
_TOKEN = re.compile(r"[^\W\d_]+")
_BY = re.compile(r"(?P<what>[\w -]{0,24}?)\s*\b(?:[Bb]y|BY)\s+(?P<names>\S.*)")
_PERSON = re.compile(r"[A-Z][\w.'’-]*(?: (?:de|van|von|al|bin|[A-Z][\w.'’-]*)){1,3}")


@dataclass(frozen=True, slots=True)
class Header:
    """What a header line says, each None where it does not; `dated`: whether it has a full date."""

    outlet: str | None = None
    byline: str | None = None
    genre: str | None = None
    dated: bool = False


def find_headers(lines: Sequence[str], known: Mapping[str, str], rules: Rules) -> dict[int, Header]:
    """The header lines among the first lines of a text, by their place; none stands below the first paragraph.

    A line given as "" is known to be something else.
    """
    top = list(takewhile(lambda line: not _is_prose(line), lines))
    signed = [_is_signature(line, rules) for line in top]
    found: dict[int, Header] = {}
    for index, line in enumerate(top):
        beside = any(signed[max(0, index - 1) : index + 2])
        header = read_field(line, known, rules)
        if header is not None:
            found[index] = header
            continue
        header = read_header(line, known, rules, beside=beside)
        if header is not None and _stands_right(header, line, index, rules, beside=beside):
            found[index] = header
    return found


def read_field(line: str, known: Mapping[str, str], rules: Rules) -> Header | None:
    """What a labelled line of an export says: "Source: Rhine Courier", "SECTION: Opinion"; None for other lines.

    "Source: people who saw it" names nobody, and such a line is text.
    """
    match = _FIELD.fullmatch(_MARKS.sub("", line).strip()) if line and len(line) <= LONGEST else None
    field = rules.header.labels.get(match["label"].lower()) if match else None
    if match is None or field is None:
        return None
    value = match["value"].strip()
    if field == "outlet":
        name = outlet_name(value, known, rules, sure=True)
        return Header(outlet=name) if name else None
    if field == "byline":
        names = read_byline(f"By {_BY_FIRST.sub('', value)}", rules.bylines)
        return Header(byline=names) if names else None
    return Header(genre=genre_of_section(value, rules.header) if field == "genre" else None)


def read_header(line: str, known: Mapping[str, str], rules: Rules, *, beside: bool = False) -> Header | None:
    """What a line says, if every part of it is a name of an outlet, a date, a byline, a genre or a section.

    `beside`: whether the line stands next to a date line or byline. None where it names neither outlet nor genre.
    """
    if not line or len(line) > LONGEST:
        return None
    bare = _MARKS.sub("", line).strip(" ()[]")
    parts, dated = _parts(bare, rules)
    # "Quake kills 12, Gulf Herald, 3 May" may be a headline; what has a verb's small letters is no part of a header.
    heads = [_part(part, known, rules, sure=dated or beside or "By " in bare) for part in parts]
    strangers = [part for part, head in zip(parts, heads, strict=True) if head is None]
    told = [head for head in heads if head is not None]
    outlet = next((head.outlet for head in told if head.outlet), None)
    genre = next((head.genre for head in told if head.genre), None)
    writers = [head.byline for head in told if head.byline]
    if len(strangers) == 1 and outlet and dated and not writers and _PERSON.fullmatch(strangers[0]):
        writers, strangers = strangers, []  # "Jane Doe | Straits Monitor | 3 March 2026"
    if strangers or not (outlet or genre):
        return Header(dated=dated) if parts and all(part.lower() in rules.header.beside for part in parts) else None
    return Header(outlet, ", ".join(writers) or None, genre, dated)


def _stands_right(header: Header, line: str, index: int, rules: Rules, *, beside: bool) -> bool:
    """Whether a line that is nothing but a name or a label stands where one does: first, or beside a date or byline."""
    if header.dated or header.byline:
        return True
    if header.outlet:
        return beside or index == 0
    label = _MARKS.sub("", line).strip(" :.|()[]").lower()
    return index == 0 or label not in rules.header.buttons


def _is_prose(line: str) -> bool:
    return len(line) > 2 * LONGEST or (line.endswith((".", '."', ".”")) and len(line.split()) >= 12)


def _is_signature(line: str, rules: Rules) -> bool:
    """Whether a line is a date line or a byline."""
    bare = _MARKS.sub("", line).strip()
    if not bare or len(bare) > LONGEST:
        return False
    if date_of_line(bare, 0, len(bare), rules):
        return True
    match = _BY.match(bare)
    return match is not None and read_byline(f"By {match['names']}", rules.bylines) is not None


def _parts(bare: str, rules: Rules) -> tuple[list[str], bool]:
    """The parts of a line between its dividing signs and dates, and whether it has dates."""
    left = bare
    found = sorted(written_dates(bare, 0, len(bare), rules), key=lambda written: written.start, reverse=True)
    for written in found:
        left = left[: written.start] + " | " + left[written.end :]
    parts = (part.strip(" .,:-–—|/()") for part in _DIVIDER.split(left))
    return [part for part in parts if part], bool(found)


def _part(part: str, known: Mapping[str, str], rules: Rules, *, sure: bool) -> Header | None:
    """What one part of a line says; None for words that are no part of a header."""
    if genre := rules.header.genres.get(part.lower()):
        return Header(genre=genre)
    if byline := _BY.fullmatch(part):
        what = byline["what"].strip().lower()
        names = read_byline(f"By {byline['names']}", rules.bylines)
        return (
            Header(byline=names, genre=rules.header.genres.get(what)) if names and _opens_byline(what, rules) else None
        )
    if agency(part, known, rules):
        return Header(byline=part)
    if name := outlet_name(part, known, rules, sure=sure):
        return Header(outlet=name)
    return _beside(part, known, rules)


def _beside(part: str, known: Mapping[str, str], rules: Rules) -> Header | None:
    """What a part says that is no name: words of stamps, sections, towns say nothing; a post may name its paper."""
    words = [word.lower() for word in _TOKEN.findall(part)]
    if part.lower() in rules.header.beside or part.lower() in rules.cities or all(w in rules.line_words for w in words):
        return Header()
    if not part.endswith(rules.header.posts) or not part[0].isupper():
        return None
    return Header(outlet=known_name(_POST.sub("", part), known))  # "Washington Post Staff Writer"


def _opens_byline(what: str, rules: Rules) -> bool:
    return not what or what in rules.header.genres or what in rules.header.openings
