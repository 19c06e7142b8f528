"""An alert's record -> a document of the Common Alerting Protocol 1.2 (OASIS, 2010).

The status is never "Actual" unless the operator has said so: what rests on public reports is no official warning. An
update or a cancel refers to the message it replaces, as the protocol wants it: sender, identifier and time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, cast

from lxml import etree

from crosswire.alerts.bodies import as_text, subject

UNPRINTABLE = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
NS = "urn:oasis:names:tc:emergency:cap:1.2"
NAMES = cast(dict[str, str], {None: NS})  # the stubs know no default namespace
Status = Literal["Actual", "Exercise", "System", "Test", "Draft"]
VALID_FOR = timedelta(hours=24)
# What a kind of event is for an alerting system; "Other" is none of these.
CATEGORY = {
    "earthquake": "Geo", "volcano": "Geo", "storm": "Met", "flood": "Met", "explosion": "Fire", "outbreak": "Health",
    "transport_accident": "Transport", "ship_attack": "Security", "attack": "Security", "weapons_test": "Security",
    "clash": "Security", "killing": "Security", "abduction": "Security", "airspace_violation": "Security",
    "exercise": "Security", "deployment": "Security", "cyber_attack": "Infra", "cable_damage": "Infra",
    "public_warning": "Safety", "demonstration": "Security",
}  # fmt: skip
CERTAINTY = {"corroborated": "Likely", "reported": "Possible", "disputed": "Possible", "withdrawn": "Unlikely"}


@dataclass(frozen=True, slots=True)
class Operator:
    """Who answers for the messages: the sender's name as CAP wants it (no spaces or commas), and the status."""

    sender: str = "crosswire@localhost"
    status: Status = "Test"


@dataclass(frozen=True, slots=True)
class Issue:
    """One message in a line of messages about an event: its identifier, when it was sent, what it replaces."""

    identifier: str
    sent: datetime
    replaces: tuple[str, datetime] | None = None
    is_cancel: bool = False


def as_cap(record: Mapping[str, Any], issue: Issue, operator: Operator, area: Mapping[str, Any] | None = None) -> str:
    """The CAP document of a message; `area` is the watch's shape as GeoJSON."""
    root = etree.Element(f"{{{NS}}}alert", nsmap=NAMES)
    kind = "Cancel" if issue.is_cancel else "Update" if issue.replaces else "Alert"
    _add(root, identifier=issue.identifier, sender=operator.sender, sent=moment(issue.sent))
    _add(root, status=operator.status, msgType=kind, source="Crosswire", scope="Public", note=record["note"])
    if issue.replaces is not None:
        _add(root, references=f"{operator.sender},{issue.replaces[0]},{moment(issue.replaces[1])}")
    info = etree.SubElement(root, f"{{{NS}}}info")
    _inform(info, record, issue, operator)
    _place(info, record, area or {})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True).decode("utf-8")


def _inform(info: etree._Element, record: Mapping[str, Any], issue: Issue, operator: Operator) -> None:
    event = record["event"]
    _add(info, language="en-US", category=CATEGORY.get(event["frame"], "Other"), event=event["frame"].replace("_", " "))
    _add(info, urgency="Past" if _is_past(record, issue.sent) else "Unknown", severity="Unknown")
    _add(info, certainty="Unlikely" if issue.is_cancel else CERTAINTY.get(record["standing"], "Unknown"))
    _add(info, expires=moment(issue.sent + VALID_FOR), senderName=operator.sender)
    # 160 characters: what fits a short message, as the standard recommends.
    _add(info, headline=clean(subject(record))[:160], description=clean(as_text(record)))
    if event["url"]:
        _add(info, web=event["url"])
    for name, value in (("standing", record["standing"]), ("independentOrigins", str(record["origins_count"]))):
        parameter = etree.SubElement(info, f"{{{NS}}}parameter")
        _add(parameter, valueName=name, value=value)


def _is_past(record: Mapping[str, Any], sent: datetime) -> bool:
    when = record["event"]["when"]
    return bool(when and when["end"] and datetime.fromisoformat(when["end"]) < sent)


def _place(info: etree._Element, record: Mapping[str, Any], shape: Mapping[str, Any]) -> None:
    """Where the event was, as a circle; without a position, the watch's own area."""
    where = record["event"]["where"]
    area = etree.SubElement(info, f"{{{NS}}}area")
    _add(area, areaDesc=clean((where or {}).get("name") or (record["area"] or {}).get("name") or "place not known"))
    if where and where["lat"] is not None and where["lon"] is not None:
        _add(area, circle=f"{where['lat']:.4f},{where['lon']:.4f} {where['radius_km'] or 0:g}")
        return
    for ring in _outlines(shape):
        _add(area, polygon=" ".join(f"{lat:.4f},{_turned(lon):.4f}" for lon, lat in ring))


def _outlines(shape: Mapping[str, Any]) -> Sequence[Sequence[Sequence[float]]]:
    match shape.get("type"):
        case "Polygon":
            return [shape["coordinates"][0]]
        case "MultiPolygon":
            return [polygon[0] for polygon in shape["coordinates"]]
    return []


def _turned(lon: float) -> float:
    return (lon + 180.0) % 360.0 - 180.0


def _add(parent: etree._Element, **children: str) -> None:
    """Children in the order of the arguments: the schema is a sequence."""
    for name, text in children.items():
        etree.SubElement(parent, f"{{{NS}}}{name}").text = clean(text)


def clean(text: str) -> str:
    """Without characters that XML cannot hold."""
    return UNPRINTABLE.sub("", text)


def moment(of: datetime) -> str:
    """A time as CAP wants it: to the second, with an offset in digits ("Z" is not allowed)."""
    return of.astimezone(UTC).isoformat(timespec="seconds").replace("Z", "+00:00")
