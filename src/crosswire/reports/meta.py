"""What a page says of itself in its head: linked data (JSON-LD), meta tags, time elements, its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any

from htmldate import find_date
from lxml.html import HtmlElement

from crosswire.reports.dates import parse_moment
from crosswire.reports.rules import Places, Rules

# Bytes of linked data worth parsing: whole catalogues stand in some pages.
LONGEST = 500_000
LONGEST_TITLE = 300
_COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|/\*\]\]>\*/)\s*$")
_TAIL = re.compile(r"\s+[|\u2013\u2014·»-]\s+(?P<site>[^|\u2013\u2014·»]{2,50})$")


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says of one thing, and where it says so."""

    value: str
    by: str


def read_meta(tree: HtmlElement, places: Places) -> dict[str, Told]:
    """Title, outlet, url, byline and published as the page's head tells them, each where it is there; linked data
    first."""
    told = _of_article(next(iter(_articles(tree, places.endings)), {}), places)
    tags = _tags(tree)
    for key, names in places.meta.items():
        if key not in told and (
            name := next((name for name in names if _tells(key, tags.get(name, ""), places)), None)
        ):
            told[key] = Told(_clean(tags[name]), f"meta {name}")
    return _completed(tree, told)


def date_of(tree: HtmlElement, told: Mapping[str, Told], rules: Rules) -> tuple[datetime | None, str]:
    """The publication time and where the page tells it: its head, a marked time element, or a search of it all."""
    if "published" in told and (moment := parse_moment(told["published"].value, rules)):
        return moment, told["published"].by
    for element in tree.xpath(
        "//time[@pubdate or @itemprop='datePublished' or ancestor::header or ancestor::article][@datetime]"
    )[:3]:
        if moment := parse_moment(element.get("datetime"), rules):
            return moment, "time element"
    address = told["url"].value if "url" in told else None
    found = find_date(tree, extensive_search=False, original_date=True, outputformat="%Y-%m-%d", url=address)
    return parse_moment(found, rules), "date in the page"


def _articles(tree: HtmlElement, endings: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        text = script.text or ""
        if len(text) <= LONGEST:
            yield from (item for item in _objects(_parsed(text)) if _is_article(item, endings))


def _parsed(text: str) -> object:
    try:
        return json.loads(_COMMENT.sub("", text).strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    """The objects of a linked data script: itself, those of a list, those of its graph and its main entity."""
    waiting = [value]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item[:200])
        elif isinstance(item, dict):
            yield item
            waiting.extend(
                item[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(item.get(key), dict | list)
            )


def _is_article(item: Mapping[str, Any], endings: Sequence[str]) -> bool:
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(tuple(endings)) for name in names)


def _of_article(item: Mapping[str, Any], places: Places) -> dict[str, Told]:
    found = {
        "title": next((item[key] for key in places.linked["title"] if item.get(key)), None),
        "published": next((item[key] for key in places.linked["published"] if item.get(key)), None),
        "outlet": item.get("publisher"),
        "byline": item.get("author") or item.get("creator"),
        "url": item.get("url"),
        "genre": [name for key in ("@type", "articleSection", "genre") for name in _names(item.get(key))],
    }
    names = {key: _clean(", ".join(dict.fromkeys(_names(value)))) for key, value in found.items()}
    return {key: Told(name, "linked data") for key, name in names.items() if _tells(key, name, places)}


def _names(value: object) -> Iterator[str]:
    """The names in a value of linked data: a string, an object with a name, or a list of them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _names(value.get("name") if not isinstance(value.get("name"), dict) else None)
    elif isinstance(value, list):
        for item in value[:10]:
            yield from _names(item) if not isinstance(item, list) else ()


def _tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = (element.get("content") or "").strip()
        if name and content:
            tags.setdefault(name, content)
    return tags


def _tells(key: str, value: str, places: Places) -> bool:
    """Whether a value can be what its place promises: author fields hold addresses and handles, titles may be empty."""
    if not value or len(value) > 500:
        return False
    if key in ("byline", "outlet"):
        return (
            len(value) < 150
            and value.lower() not in places.platforms
            and not value.startswith(("http", "@", "{"))
            and not value.isdigit()
        )
    return key != "url" or value.startswith("http")


def _completed(tree: HtmlElement, told: dict[str, Told]) -> dict[str, Told]:
    """With the canonical link, and a title from the heading or the title element where the head tells none."""
    links = [link for link in tree.xpath("//link[@rel='canonical']/@href") if str(link).startswith("http")]
    if "url" not in told and links:
        told["url"] = Told(str(links[0]), "canonical link")
    headings = [
        text for element in tree.iter("h1") if 0 < len(text := _clean(str(element.text_content()))) <= LONGEST_TITLE
    ]
    named = _clean(str(tree.findtext(".//title") or ""))[:LONGEST_TITLE]
    if "title" not in told and len(headings) == 1:
        told["title"] = Told(headings[0], "heading of the page")
    elif "title" not in told and named:
        told["title"] = Told(named, "title of the page")
    if "title" in told:
        told["title"] = Told(_without_site(told, headings), told["title"].by)
    return told


def _without_site(told: Mapping[str, Told], headings: Sequence[str]) -> str:
    """The title without the outlet's name behind it ("... | BBC News"), where it is shown to be one."""
    title = told["title"].value
    tail = _TAIL.search(title)
    if tail is None:
        return title
    site = tail["site"].lower()
    outlet = told["outlet"].value.lower() if "outlet" in told else ""
    short = title[: tail.start()].strip()
    return short if (outlet and (site in outlet or outlet in site)) or short in headings else title


def _clean(text: str) -> str:
    """The text in one line; linked data often holds character references that markup has resolved elsewhere."""
    return " ".join(unescape(text).split())
