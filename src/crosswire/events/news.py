"""What a report is about, as a node of its own: every report has one, also where no frame takes its event."""

from __future__ import annotations

from crosswire.events.days import told_days
from crosswire.events.nodes import NEWS, Node
from crosswire.events.words import Lexicon, part, whole
from crosswire.model import Reading, news_id

TOLD = ("title", "heading", "paragraph", "bullet")  # not who wrote it, whose it is, and what else is on the page
LEAD = 600  # characters of the first paragraphs that tell what the news is


def make_news(reading: Reading, words: Lexicon) -> Node:
    """The node for what a report is about: the words that tell it from others, its headline, the days it names."""
    report = reading.report
    told = [(b.kind, report.text[b.start : b.end]) for b in report.blocks if b.kind in TOLD]
    lead = " ".join(text for kind, text in told if kind in ("paragraph", "bullet"))[:LEAD]
    return Node(
        id=news_id(report.id),
        report=report.id,
        frame=NEWS,
        published=report.published,
        prominence=1.0,
        phrases=(report.title,),
        about=(
            whole(report.title, " ".join(text for _, text in told), words),
            part(lead, words),
            part(report.title, words),
            told_days(reading),
        ),
    )
