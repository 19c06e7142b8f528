"""Fetched -> Report: decode, part into blocks, and find who published it and when, each with how it is known."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from crosswire.errors import UnreadableInputError
from crosswire.model import Fetched, Given, Report, stable_id
from crosswire.reports.blocks import Layout, lay_out
from crosswire.reports.cards import without_cards
from crosswire.reports.dateline import agency_of_byline
from crosswire.reports.decode import decode, well_formed
from crosswire.reports.genre import genre_of_address, genre_of_title
from crosswire.reports.language import ENGLISH, language_of, refuse_foreign
from crosswire.reports.lines import drafts
from crosswire.reports.markdown import markdown_drafts
from crosswire.reports.outlet import host_of, listed_domain, named, outlet_of_copyright, outlet_of_title
from crosswire.reports.phrases import INNER_STOP
from crosswire.reports.published import Dated, date_report
from crosswire.reports.raw import Raw
from crosswire.reports.record import page_of, read_record
from crosswire.reports.rules import Rules, load_rules

# Characters of a title made from a text that has none.
TITLE_LONGEST = 120
TITLE_SHORTEST = 40
# Where a sentence may end before its end: "..., which", "... who", "... after"; not in "1,200".
BREAK = re.compile(r"[,;:](?= )| [-–—] | (?=(?:after|as|because|while|which|who|where|when|amid|following|despite)\b)")
# What opens with these has its main clause behind a comma.
LED_UP = re.compile(
    r"(?:After|Although|Amid|As|At|Before|By|Despite|During|Following|For|From|If|In|On|Since|Though|Under|When|While|With)\b"
)
FULL = 4  # letters of a word before a full stop that ends a sentence: "St. Louis", "Gov. Paz"


@dataclass(frozen=True, slots=True)
class Known:
    """A piece of metadata and how it is known; both None where it is not."""

    value: str | None = None
    by: str | None = None


def make_report(fetched: Fetched, known: Mapping[str, str], rules: Rules | None = None) -> Report:
    """The report in what was fetched; `known` maps names, aliases and domains of outlets to their canonical names.

    `rules` are those of `load_rules()`: who reads many reports loads them once and passes them. Raises
    UnreadableInputError for what is no English text.
    """
    rules = rules or load_rules()
    report = read_report(fetched, known, rules)
    refuse_foreign(report.language, fetched.where, rules)
    return report


def read_report(fetched: Fetched, known: Mapping[str, str], rules: Rules) -> Report:
    """The report in what was fetched, in whatever language it is. Raises UnreadableInputError for what is no text."""
    fetched = replace(fetched, given=_mended(fetched.given))
    raw = _read(fetched, rules)
    layout = lay_out(raw.text, raw.drafts, fetched.given.title or raw.title, known, rules)
    found = {
        "title": _title(fetched.given, raw, layout),
        "outlet": _outlet(fetched.given, raw, layout, known, rules),
        "url": _first(Known(fetched.given.url, "given"), Known(raw.url, raw.known_by.get("url"))),
        "byline": _first(Known(raw.byline, raw.known_by.get("byline")), Known(layout.byline, "byline")),
        "dateline": Known(layout.dateline.text if layout.dateline else None, "head of the first paragraph"),
        "credit": _credit(raw, layout, known, rules),
        "language": Known(language_of(_opening(raw.text, layout), rules), "words of the text"),
    }
    return _report(fetched, raw, layout, (found, date_report(fetched.given, raw, layout, rules)), rules)


def _mended(given: Given) -> Given:
    """What the user says, without characters that no encoding can write (a command line may hold such)."""
    said = (given.title, given.outlet, given.url)
    title, outlet, url = (well_formed(word)[0] if word else None for word in said)
    return replace(given, title=title, outlet=outlet, url=url)


def _report(
    fetched: Fetched, raw: Raw, layout: Layout, known: tuple[Mapping[str, Known], Dated], rules: Rules
) -> Report:
    found, dated = known
    title, outlet, url = found["title"].value or "", found["outlet"].value, found["url"].value
    known_by = {key: known.by for key, known in found.items() if known.value and known.by}
    if genre := _genre(raw, layout, title, url, rules):
        known_by["genre"] = genre
    told = (dated.warning, None if outlet else "outlet unknown: name it if you know it")
    return Report(
        id=stable_id("report", outlet or "", url or "", title, raw.text),
        text=raw.text,
        blocks=layout.blocks,
        title=title,
        outlet=outlet,
        published=dated.moment,
        date_basis=dated.basis,
        language=found["language"].value or ENGLISH,
        path=fetched.where,
        url=url,
        byline=found["byline"].value,
        dateline=found["dateline"].value,
        credit=found["credit"].value,
        known_by={**known_by, "published": dated.by} if dated.by else known_by,
        warnings=(*raw.warnings, *(f"{fetched.where}: {warning}" for warning in told if warning)),
    )


def _read(fetched: Fetched, rules: Rules) -> Raw:
    content, where = fetched.content, fetched.where
    if fetched.media == "html":
        return _read_page(content, where, rules)
    if fetched.media == "record":
        page = page_of(content, where, rules)
        return read_record(content, where, rules) if page is None else _read_page(page, where, rules)
    text, warnings = decode(content, where)
    text = without_cards(text)
    if not text.strip():
        raise UnreadableInputError(where, "is empty", "give a file that has a text in it")
    found = markdown_drafts(text) if fetched.media == "markdown" else drafts(text)
    return Raw(text, tuple(found), warnings=warnings)


def _read_page(content: bytes | str, where: str, rules: Rules) -> Raw:
    # The one late import: the page reader takes up to 0.4 s to load, which texts and records must not pay.
    page = importlib.import_module("crosswire.reports.page")
    raw: Raw = page.read_page(content, where, rules)
    return raw


def _opening(text: str, layout: Layout) -> str:
    """The beginning of what the report tells, without furniture: what its language is told by."""
    told = (
        text[b.start : min(b.end, b.start + 4000)]
        for b in layout.blocks[:60]
        if b.kind in ("title", "heading", "paragraph", "bullet")
    )
    return "\n".join(told) or text


def _genre(raw: Raw, layout: Layout, title: str, url: str | None, rules: Rules) -> str | None:
    """What kind of piece it says it is: in its metadata, a header line, its title, its address."""
    words = rules.header
    return raw.genre or layout.genre or genre_of_title(title, words) or genre_of_address(url, words)


def _first(*ways: Known) -> Known:
    return next((way for way in ways if way.value), Known())


def _title(given: Given, raw: Raw, layout: Layout) -> Known:
    told = (b for b in layout.blocks if b.kind in ("paragraph", "bullet", "heading"))
    first = next((raw.text[b.start : b.end] for b in told), raw.text.strip()[:TITLE_LONGEST])
    return _first(
        Known(given.title, "given"),
        Known(raw.title, raw.known_by.get("title")),
        Known(layout.title, "first line"),
        Known(_shortened(first), "first words of the text"),
    )


def _shortened(text: str) -> str:
    """The first sentence, to where a clause or an aside begins if it is long; cut in a phrase only where there is
    none."""
    words = " ".join(text[: 4 * TITLE_LONGEST].split())
    stops = (m.end() for m in INNER_STOP.finditer(words) if len(words[: m.start() + 1].split()[-1]) >= FULL)
    stop = next((at for at in stops if at > TITLE_SHORTEST), None)
    words = words[: stop - 1].rstrip(" \"“‘'(") if stop is not None else words
    if len(words) <= TITLE_LONGEST:
        return words
    breaks = () if LED_UP.match(words) else BREAK.finditer(words, TITLE_SHORTEST, TITLE_LONGEST + 1)
    ends = [m.start() for m in breaks]
    return words[: ends[-1]] if ends else words[:TITLE_LONGEST].rsplit(" ", 1)[0] + " ..."


def _outlet(given: Given, raw: Raw, layout: Layout, known: Mapping[str, str], rules: Rules) -> Known:
    url, title = given.url or raw.url, given.title or raw.title or layout.title or ""
    listed = Known(listed_domain(url, known), "web address")
    found = _first(
        Known(given.outlet, "given"),
        Known(raw.outlet if raw.known_by.get("outlet") == "record" else None, "record"),
        # Pages name their edition or section as often as their outlet; a listed domain is surer.
        listed,
        Known(raw.outlet, raw.known_by.get("outlet")),
        Known(layout.outlet, "header line"),
        Known(host_of(url), "web address"),
        Known(outlet_of_title(title, known, rules, bars=True), "title"),
        Known(outlet_of_copyright(raw.text, layout.blocks), "copyright line"),
        Known(_credit(raw, layout, known, rules).value, "agency credit"),
        Known(outlet_of_title(title, known, rules, bars=False), "title"),
    )
    return Known(named(found.value, known, rules), found.by) if found.value and found != listed else found


def _credit(raw: Raw, layout: Layout, known: Mapping[str, str], rules: Rules) -> Known:
    of_dateline = layout.dateline.credit if layout.dateline else None
    author = agency_of_byline(raw.byline or layout.byline or "", known, rules)
    return _first(Known(of_dateline, "dateline"), Known(author, "byline"), Known(layout.credit, "credit line"))
