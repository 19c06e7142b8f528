"""The dateline at the head of a report: "SEOUL, Jan. 27 (Yonhap) --", "KYIV (Reuters) -", "(AP)", "MOSCOW, January 27.
/TASS/.".

It names where and when the report was written and whose text it is, and makes no claim of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.reports.dates import MONTHS
from crosswire.reports.rules import Rules

# A dateline is short: what comes later in the paragraph is none.
LONGEST = 140
_WORD = r"[^\W\d_](?:[\w.'’]|-(?=\w))*"
_TOWN = rf"(?P<town>{_WORD}(?:[ /-]{_WORD}){{0,4}})"
_REGION = rf"(?P<region>(?:,[ ]?{_WORD}(?:[ ]{_WORD}){{0,3}}){{0,2}}?)"
_MONTH = rf"(?:{MONTHS})\.?"
_WHEN = rf"(?:,?[ ]*(?P<when>(?:{_MONTH}[ ]+\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?[ ]+{_MONTH})(?:,?[ ]+\d{{4}})?))"
_DASH = r"(?P<dash>[ ]*(?:-{1,2}|[–—―_•]|:)[ ]*)"
_CREDIT = r"(?:\((?P<paren>[^()\n]{2,60})\)|/(?P<slash>[^/\n]{2,30})/\.?(?!\w)|\|[ ]*(?P<pipe>[^|\n]{2,30}?)[ ]*\|)"
_WITHIN = rf"[ ]\((?P<region>{_WORD}(?:[ ]{_WORD}){{0,3}})\)"
_PLACED = re.compile(
    rf"{_TOWN}{_WITHIN}{_WHEN}?[.,]?[ ]*{_CREDIT}(?:{_DASH}|[ ]*)"
)  # "GOMA (DR Congo), 3 May (AFP / AP)"
_SIGNED = re.compile(rf"(?:{_TOWN}{_REGION})?{_WHEN}?[.,]?[ ]*{_CREDIT}(?:\.?{_DASH}|[ ]*)")
_BARE = re.compile(rf"{_TOWN}{_REGION}{_WHEN}?{_DASH}")
_PLACED_BARE = re.compile(rf"{_TOWN}{_WITHIN}{_WHEN}?{_DASH}")
# "SAN FRANCISCO, July 7 U.S. officials said", as Reuters' pages have it
_RUN_IN = re.compile(rf"(?:{_TOWN}{_REGION},[ ]+)?(?P<when>{_MONTH}[ ]+\d{{1,2}})[ ]+(?=[A-Z])")
# "August 10, 2018 - Dozens of children": a day alone opens the report only with its year
_DAYED = re.compile(
    rf"(?P<town>)(?P<region>)(?P<when>(?:{_MONTH}[ ]+\d{{1,2}}|\d{{1,2}}[ ]+{_MONTH}),?[ ]+\d{{4}}){_DASH}"
)
_DASHED = re.compile(r"\s[-\u2013\u2014]+\s")
_STARTS = re.compile(r"[\"“‘'«(\[]{0,2}[A-Z0-9]")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_YEAR = re.compile(r"\d{4}")
_LETTERS = re.compile(r"[A-Za-z]{3,}")
_NAME = re.compile(r"[A-Z][\w.&'’ -]*(?:[/|,] ?[A-Z][\w.&'’ -]*)*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline of `length` characters: the agency it credits, and the day it names, with the year if it is there."""

    text: str
    length: int
    credit: str | None
    month: int | None
    day: int | None
    year: int | None


def read_dateline(paragraph: str, known: Mapping[str, str], rules: Rules, *, leads: bool = False) -> Dateline | None:
    """The dateline at the start of a paragraph, None if it starts otherwise.

    A place in capitals or of the town list needs a dash or colon behind it and a capital behind that; "North Korea
    (DPRK) said" has neither an agency in its brackets nor a dash. `leads`: whether it is the first paragraph, where a
    town in small letters and a colon ("New Delhi: ") open the report and name no speaker.
    """
    head = paragraph[:LONGEST].replace("\u00a0", " ")
    for form in (_PLACED, _SIGNED):
        if (signed := form.match(head)) and _is_signed(signed, head, known, rules):
            return _dateline(signed, known, rules)
    dayed = _DAYED.match(head) if leads else None
    if dayed is not None and _STARTS.match(head, dayed.end()) and dayed["dash"][-1:] == " ":
        return _dateline(dayed, known, rules)
    placed = _PLACED_BARE.match(head)
    lands = rules.countries | rules.regions
    within = placed is not None and (placed["when"] or placed["region"].lower() in lands)
    bare = placed if within else _BARE.match(head)
    if bare and _is_bare(bare, head, rules, leads):
        return _dateline(bare, known, rules)
    run_in = _RUN_IN.match(head)
    return _dateline(run_in, known, rules) if run_in and _is_run_in(run_in, head, rules, leads) else None


def is_place_line(line: str, rules: Rules) -> bool:
    """Whether a line is a dateline by itself: a town of the list or one in capitals with its region, with or without a
    dash."""
    place = line.rstrip(" —–-:")
    town = place.split(",")[0]
    if not town or len(place) > 60 or town in rules.no_place or _DASHED.search(place):
        return False
    return town.lower() in rules.cities and (town.isupper() or place != line or "," in place)


def canonical(credit: str, known: Mapping[str, str], rules: Rules) -> str | None:
    """The full name of an agency, None for a word that is none."""
    name = credit.strip(" ,-–—")
    return known.get(name) or known.get(name.lower()) or agency(name, known, rules)


def agency(name: str, known: Mapping[str, str], rules: Rules) -> str | None:
    """The full name of a listed agency, as `known` has it where it knows it; None for outlets and other words."""
    full = rules.agencies.get(name) or rules.agencies.get(name.lower())
    return known.get(full, full) if full else None


def agency_of_byline(byline: str, known: Mapping[str, str], rules: Rules) -> str | None:
    """The agency that a byline names alone or behind its authors: "Reuters", "Jane Doe, AP Business Writer"."""
    parts = [part.strip() for part in re.split(r"[,|]| - |(?<=\w{3})\. ", byline.removeprefix("By "))]
    posts = (part.split()[0] if part.endswith((" Writer", " Correspondent")) else part for part in reversed(parts))
    return next((found for name in posts if (found := agency(name, known, rules))), None)


def _is_signed(match: re.Match[str], head: str, known: Mapping[str, str], rules: Rules) -> bool:
    credit = match["paren"] or match["slash"] or match["pipe"]
    credited = any(canonical(part, known, rules) for part in _parts(credit))
    following = _STARTS.match(head, match.end())
    if match["town"] and match["town"].upper() in rules.no_place and not credited:
        return False
    if credited:
        return bool(following or match["dash"])
    # A bracket nobody knows ("SEOUL (Newsis) -"): believed only behind a place and before a dash.
    named = _NAME.fullmatch(credit) and credit.lower() not in rules.countries | rules.regions | rules.cities
    return bool(match["town"] and match["dash"] and following and named and _is_place(match, rules))


def _is_bare(match: re.Match[str], head: str, rules: Rules, leads: bool) -> bool:
    if leads and _is_country(match, rules):
        return match["dash"].strip() == ":" and head[match.end() : match.end() + 1].isupper()
    if not _STARTS.match(head, match.end()) or not _is_place(match, rules):
        return False
    listed = match["town"].lower() in rules.cities
    # Hyphens without a space join words ("DEL-RIO"); a colon follows speakers and topics too ("JCS: North fired").
    dash = match["dash"]
    if dash.strip() == ":":
        capitals = match["town"].isupper() and (match["region"] or "").isupper()  # "NEW YORK CITY, NEW YORK: "
        return (capitals or (listed and (leads or match["town"].isupper()))) and dash.endswith(" ")
    sure = listed or bool(match["region"] or match["when"])
    return dash[:1] == " " or dash.strip() in ("—", "–") or (sure and dash.strip() == "--")


def _is_run_in(match: re.Match[str], head: str, rules: Rules, leads: bool) -> bool:
    """Whether a day, mostly behind a town in capitals, opens a paragraph that goes on without a dash."""
    if match["town"] is None:
        return leads or head[match.end() :].startswith(("A ", "An ", "The "))
    return match["town"].isupper() and _is_place(match, rules)


def _is_place(match: re.Match[str], rules: Rules) -> bool:
    town, region = match["town"], match["region"] or ""
    if town.upper() in rules.no_place or len(region.split()) > 4:
        return False
    in_capitals = (
        town.isupper() and len(town.split()) <= 4 and not (region.isupper() and len(region.strip(" ,").split()) > 2)
    )
    return town.lower() in rules.cities or (in_capitals and (len(town) > 3 or bool(match["when"])))


def _is_country(match: re.Match[str], rules: Rules) -> bool:
    """Whether it is a country alone; a speaker's words would follow its colon in quotation marks or small letters."""
    return match["town"].lower() in rules.countries - rules.cities and not (match["region"] or match["when"])


def _parts(credit: str | None) -> list[str]:
    return [part for part in re.split(r"\s*[/|,]\s*| (?:and|with) ", credit) if part] if credit else []


def _dateline(match: re.Match[str], known: Mapping[str, str], rules: Rules) -> Dateline:
    groups = match.groupdict()
    # "Tehran, IRNA - " has the agency where others have the country.
    credit = groups.get("paren") or groups.get("slash") or groups.get("pipe") or _agency(match["region"], known, rules)
    names = [canonical(part, known, rules) or part for part in _parts(credit)]
    month, day, year = _when(match["when"] or "", rules)
    text = match.group().strip().rstrip("-–—―_•:| ")
    return Dateline(
        text.removesuffix("/.") + "/" * text.endswith("/."), match.end(), names[0] if names else None, month, day, year
    )


def _agency(region: str | None, known: Mapping[str, str], rules: Rules) -> str | None:
    # "PITTSBURGH, PA -" is in Pennsylvania
    return next((part for part in _parts(region) if len(part.strip(" ,")) > 2 and canonical(part, known, rules)), None)


def _when(when: str, rules: Rules) -> tuple[int | None, int | None, int | None]:
    """Month, day and year of a dateline's date, each None where it is not there."""
    name, day, year = _LETTERS.search(when), _DAY.search(when), _YEAR.search(when)
    month = rules.months[name.group().lower()] if name else None
    return month, int(day.group()) if day else None, int(year.group()) if year else None
