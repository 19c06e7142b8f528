"""Claims as linked data: schema.org Claim, and W3C Web Annotation for the words they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from crosswire.app.page import in_words, who
from crosswire.brief.record_values import CONTEXT
from crosswire.model import Brief, Claim, Event, Fact, Report, Span

ANNOTATION = "http://www.w3.org/ns/anno.jsonld"
SCHEMA = "https://schema.org"
KINDS = {
    "outlet": "NewsMediaOrganization",
    "agency": "NewsMediaOrganization",
    "official": "GovernmentOrganization",
    "organisation": "Organization",
    "person": "Person",
}


def as_schema(briefs: Iterable[Brief]) -> dict[str, Any]:
    """All claims on the events as schema.org Claim: no human has rated them, so none is a ClaimReview."""
    return {"@context": SCHEMA, "@graph": [node for brief in briefs for node in _claims(brief)]}


def _claims(brief: Brief) -> Iterator[dict[str, Any]]:
    reports = {r.id: r for r in brief.reports}
    standing = _standing(brief)
    events = {e.id: e for e in brief.events}
    for claim in of_main(brief):
        report, event = reports.get(claim.report), events.get(brief.claim_event.get(claim.id, ""))
        if report is not None:
            yield _claim(claim, report, event, standing.get(claim.id))


def _claim(claim: Claim, report: Report, event: Event | None, standing: str | None) -> dict[str, Any]:
    nearest = claim.speakers[-1] if claim.speakers else None
    node: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"urn:crosswire:{claim.id}",
        "text": claim.span.exact,
        "appearance": _article(report),
    }
    if nearest is not None:
        node["claimInterpreter"] = {"@type": KINDS.get(nearest.kind, "Thing"), "name": who(nearest)}
    if event is not None:
        node["about"] = {"@type": "Event", "@id": f"urn:crosswire:{event.id}", "name": event.title}
    if claim.value is not None:
        node["abstract"] = in_words(claim.value)
    if standing is not None:
        node["creativeWorkStatus"] = standing
    return node


def _article(report: Report) -> dict[str, Any]:
    node: dict[str, Any] = {"@type": "NewsArticle", "@id": f"urn:crosswire:{report.id}", "headline": report.title}
    if report.url:
        node["url"] = report.url
    if report.published is not None:
        node["datePublished"] = report.published.isoformat()
    if report.outlet:
        node["publisher"] = {"@type": "NewsMediaOrganization", "name": report.outlet}
    return node


def as_annotations(briefs: Iterable[Brief]) -> dict[str, Any]:
    """An annotation for each claim, on the report's text by position and by quotation, so that it can be found again
    when the text has been edited."""
    items: dict[str, dict[str, Any]] = {}
    for brief in briefs:
        reports = {r.id: r for r in brief.reports}
        for claim in of_main(brief):
            if claim.report in reports:
                items[claim.id] = _annotation(claim, reports[claim.report], brief.claim_event.get(claim.id))
    return {
        "@context": ANNOTATION,
        "type": "AnnotationPage",
        "id": "urn:crosswire:annotations",
        "items": list(items.values()),
    }


def of_main(brief: Brief) -> list[Claim]:
    """The claims on the brief's own event; those on its background are another event's."""
    return [c for c in brief.claims if brief.events and brief.claim_event.get(c.id) == brief.events[0].id]


def _annotation(claim: Claim, report: Report, event: str | None) -> dict[str, Any]:
    body = {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": _told(claim)}
    bodies: list[dict[str, Any]] = [body]
    if event is not None:
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": f"urn:crosswire:{event}"})
    return {
        "type": "Annotation",
        "id": f"urn:crosswire:{claim.id}",
        "motivation": "describing",
        "body": bodies,
        "target": {
            "source": report.url or f"urn:crosswire:{report.id}",
            "selector": _selectors(claim.span, report.text),
        },
    }


def _told(claim: Claim) -> str:
    chain = " citing ".join(who(s) for s in claim.speakers) or "unnamed"
    value = f": {claim.attribute or 'said'}: {in_words(claim.value)}" if claim.value is not None else ""
    return f"{chain} {claim.stance}{value}"


def _selectors(span: Span, text: str) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.exact,
            "prefix": text[max(0, span.start - CONTEXT) : span.start],
            "suffix": text[span.end : span.end + CONTEXT],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _standing(brief: Brief) -> dict[str, str]:
    found: dict[str, str] = {}
    for fact in brief.facts:
        _enter(fact, found)
    return found


def _enter(fact: Fact, found: dict[str, str]) -> None:
    for candidate in fact.candidates:
        found.update(dict.fromkeys(candidate.claims, fact.standing))
