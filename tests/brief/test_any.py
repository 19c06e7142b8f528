"""Any text, any spans, any values: every format is made, and nothing in them can act."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC
from html.parser import HTMLParser
from typing import Any

import jsonschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosswire.brief.compose import compose
from crosswire.brief.html import as_html
from crosswire.brief.markdown import as_markdown
from crosswire.brief.record import as_json
from crosswire.brief.text import Page, as_text
from crosswire.brief.wording import load_wording
from crosswire.model import Brief, Candidate, Claim, Event, Fact, Party, Place, Quantity, Span, Text, Time, Value

from .build import STAFF, Desk
from .test_pages import schema

WORDS = load_wording()
VALID = jsonschema.Draft202012Validator(schema())
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
VOID = {"meta", "br"}

texts = st.text(min_size=1, max_size=80) | st.text("ab “”\"'<>&[]|*\n", min_size=1, max_size=80)
small = st.text(max_size=12)
numbers = st.none() | st.floats()
moments = st.none() | st.datetimes(timezones=st.just(UTC))
grains = st.sampled_from(["minute", "day", "week", "month", "quarter", "year", "decade", "vague"])
bounds = st.sampled_from(["exact", "about", "at_least", "at_most", "between", "vague"])
values: st.SearchStrategy[Value] = st.one_of(
    st.builds(Quantity, small, numbers, numbers, bounds, st.sampled_from(["1", "km", "USD", "%"]), st.none() | small),
    st.builds(Time, small, moments, moments, st.none() | grains),
    st.builds(Place, small, small, st.none() | small, st.none(), st.none(), st.none() | small),
    st.builds(Party, small, small, st.none() | small),
    st.builds(Text, small, small),
)


class Nested(HTMLParser):
    """Fails where elements do not nest, or where one could act."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("script", "img", "iframe", "object", "link")
        assert not [name for name, value in attrs if name.startswith("on") or (value or "").startswith("javascript:")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def spans(text: str) -> st.SearchStrategy[Span]:
    edges = st.integers(0, len(text) - 1)
    return st.tuples(edges, edges).map(lambda pair: Span.of(text, min(pair), max(pair) + 1))


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Two reports of any words, with claims at any places in them, one event and one fact of all of them."""
    desk = Desk()
    claims: list[Claim] = []
    for number in range(2):
        text = draw(texts)
        report = desk.report(draw(st.none() | small), text, url=draw(st.none() | small), path=str(number))
        for count in range(draw(st.integers(0, 3))):
            claim = desk.claim(report, "", *draw(st.sampled_from([(), (STAFF,)])))
            shape: dict[str, Any] = {
                "mode": draw(st.sampled_from(["quoted", "paraphrased", "narrated"])),
                "stance": draw(st.sampled_from(["states", "denies", "doubts"])),
                "kind": draw(st.sampled_from(["fact", "statement", "assessment", "expectation"])),
            }
            span = draw(spans(text))
            parts = tuple(draw(st.lists(spans(text), max_size=2)))
            words = draw(st.none() | spans(text))
            value = draw(st.none() | values)
            id_ = f"claim-{number}-{count}"
            claims.append(replace(claim, id=id_, span=span, parts=parts, words=words, value=value, **shape))
    title = draw(small)
    event = Event("event-1", "any", "main", title, None, None, (), tuple(r.id for r in desk.reports))
    candidates = tuple(Candidate(claim.value, (claim.id,), ("o",)) for claim in claims if claim.value is not None)
    standing: Any = draw(st.sampled_from(["corroborated", "reported", "disputed", "withdrawn"]))
    facts = (Fact("event-1", "any", title, standing, 3, None, candidates, (title or "why",)),) if candidates else ()
    return Brief(
        "0.1.0", {}, tuple(desk.reports), (), tuple(claims), {}, (event,), facts, (), (), (), (), (title,)
    )  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(briefs())
def test_any_brief_is_shown_in_every_format(brief: Brief) -> None:
    sheet = compose(brief, WORDS)
    assert not CONTROL.search(as_text(sheet, Page(width=40)))
    assert not CONTROL.search(as_markdown(sheet))
    page = Nested()
    page.feed(as_html(sheet))
    page.close()
    assert page.open == []
    VALID.validate(json.loads(as_json(brief)))
