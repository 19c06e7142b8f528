"""A watch's alerts as a feed: Atom with GeoRSS points, JSON Feed 1.1, and a feed of CAP documents."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from lxml import etree

from crosswire.alerts.bodies import as_html, as_text, subject, what
from crosswire.alerts.cap import NS as CAP
from crosswire.alerts.cap import clean, moment

ATOM = "http://www.w3.org/2005/Atom"
GEORSS = "http://www.georss.org/georss"
NAMES = cast(dict[str, str], {None: ATOM, "georss": GEORSS})  # the stubs know no default namespace
# What of a CAP document its entry in a feed carries, in the document's order.
CARRIED = (
    "identifier", "sender", "sent", "status", "msgType", "references", "info/category", "info/event", "info/urgency",
    "info/severity", "info/certainty", "info/expires", "info/area/areaDesc", "info/area/polygon", "info/area/circle",
)  # fmt: skip
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Item:
    """One alert in a feed: its id, when it was made, its record, and the address of its CAP document."""

    id: str
    at: datetime
    record: Mapping[str, Any]
    cap: str | None = None


@dataclass(frozen=True, slots=True)
class AlertFeed:
    """A feed's own address and title, and its items, the newest first."""

    id: str
    url: str
    title: str
    items: Sequence[Item]

    @property
    def updated(self) -> datetime:
        """When its newest item was made."""
        return max((item.at for item in self.items), default=NEVER)


def as_atom(feed: AlertFeed) -> str:
    """Atom (RFC 4287) with a GeoRSS-Simple point where a position is known."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap=NAMES)
    _add(root, id=f"urn:crosswire:{feed.id}", title=feed.title, updated=moment(feed.updated))
    etree.SubElement(root, f"{{{ATOM}}}link", rel="self", href=feed.url, type="application/atom+xml")
    author = etree.SubElement(root, f"{{{ATOM}}}author")
    _add(author, name="Crosswire")
    for item in feed.items:
        _entry(root, item)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True).decode("utf-8")


def as_cap_feed(feed: AlertFeed, documents: Sequence[str]) -> str:
    """Atom whose entries lead to CAP documents and carry what a reader filters by, as public warning services publish
    them: https://docs.oasis-open.org/emergency/cap/v1.2/. `documents` are those of the items, in their order."""
    names = cast(dict[str, str], {None: ATOM, "cap": CAP})
    root = etree.Element(f"{{{ATOM}}}feed", nsmap=names)
    _add(root, id=feed.url, title=f"{feed.title} (CAP 1.2)", updated=moment(feed.updated))
    etree.SubElement(root, f"{{{ATOM}}}link", rel="self", href=feed.url, type="application/atom+xml")
    _add(etree.SubElement(root, f"{{{ATOM}}}author"), name="Crosswire")
    for item, document in zip(feed.items, documents, strict=True):
        _cap_entry(root, item, etree.fromstring(document.encode("utf-8")))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True).decode("utf-8")


def _cap_entry(root: etree._Element, item: Item, document: etree._Element) -> None:
    entry = etree.SubElement(root, f"{{{ATOM}}}entry")
    # The id of an entry is its own for ever, whatever the address under which the server is reached.
    _add(entry, id=f"urn:crosswire:{item.id}", title=subject(item.record), updated=moment(item.at))
    etree.SubElement(entry, f"{{{ATOM}}}link", rel="alternate", href=item.cap or "", type="application/cap+xml")
    _add(entry, summary=what(item.record))
    for path in CARRIED:
        for found in document.findall("/".join(f"{{{CAP}}}{name}" for name in path.split("/"))):
            etree.SubElement(entry, found.tag).text = found.text


def _entry(root: etree._Element, item: Item) -> None:
    entry = etree.SubElement(root, f"{{{ATOM}}}entry")
    _add(entry, id=f"urn:crosswire:{item.id}", title=subject(item.record), updated=moment(item.at))
    event = item.record["event"]
    if event["url"]:
        etree.SubElement(entry, f"{{{ATOM}}}link", rel="alternate", href=event["url"])
    if item.cap:
        etree.SubElement(entry, f"{{{ATOM}}}link", rel="enclosure", href=item.cap, type="application/cap+xml")
    _add(entry, summary=as_text(item.record))
    where = event["where"]
    if where and where["lat"] is not None and where["lon"] is not None:
        etree.SubElement(entry, f"{{{GEORSS}}}point").text = f"{where['lat']} {where['lon']}"


def _add(parent: etree._Element, **children: str) -> None:
    for name, text in children.items():
        etree.SubElement(parent, f"{{{ATOM}}}{name}").text = clean(text)


def as_json_feed(feed: AlertFeed) -> str:
    """JSON Feed 1.1."""
    items = [
        {
            "id": item.id,
            "url": item.record["event"]["url"],
            "title": subject(item.record),
            "content_text": as_text(item.record),
            "content_html": as_html(item.record, {}),
            "date_published": moment(item.at),
            "_crosswire": item.record,
        }
        for item in feed.items
    ]
    told = {"version": "https://jsonfeed.org/version/1.1", "title": feed.title, "feed_url": feed.url}
    return json.dumps({**told, "items": [{k: v for k, v in i.items() if v is not None} for i in items]})
