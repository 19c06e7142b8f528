"""What a report is about, as a node of its own: every report has one, also where no frame takes its event."""

from __future__ import annotations

from crosswire.events.nodes import NEWS, Node
from crosswire.events.words import Words, forms, stem, telling, terms
from crosswire.model import Reading, news_id

TOLD = ("title", "heading", "paragraph", "bullet")  # not who wrote it, whose it is, and what else is on the page
TELLING = 1.2  # a word of a headline this much rarer than the common ones tells which news it is


def make_news(reading: Reading, words: Words) -> Node:
    """The node for what a report is about: the words that tell it from others, its headline, its day."""
    report = reading.report
    body = " ".join(report.text[b.start : b.end] for b in report.blocks if b.kind in TOLD)
    found, weights = terms(report.title, body, words)
    return Node(
        id=news_id(report.id),
        report=report.id,
        frame=NEWS,
        published=report.published,
        prominence=1.0,
        phrases=(report.title,),
        words=found,
        weights=weights,
        names=title_words(report.title, words),
    )


def title_words(title: str, words: Words) -> tuple[str, ...]:
    """The words of a headline that tell something, without their endings."""
    return tuple(sorted({stem(form) for form in forms(title) if telling(form, words) >= TELLING}))
