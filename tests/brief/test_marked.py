"""A report's text as HTML: nothing is lost, marks nest, anchors open."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from crosswire.brief.letters import showable
from crosswire.brief.marked import anchor, marked
from crosswire.brief.sheet import Evidence
from crosswire.model import Block, Report, Span

TAG = re.compile(r"<[^>]*>")


def report(text: str, blocks: tuple[Block, ...] | None = None) -> Report:
    """A report of one paragraph, or of the blocks given."""
    whole = (Block("paragraph", 0, len(text)),)
    return Report("r", text, whole if blocks is None else blocks, "t", None, None, "unknown", "en")


def item(text: str, place: tuple[int, int], around: tuple[int, int] | None = None) -> Evidence:
    """Evidence at some characters of a text."""
    return Evidence(1, "o", (), (), Span.of(text, *place), (Span.of(text, *(around or place)),))


class Balance(HTMLParser):
    """Fails where elements do not nest; keeps their anchors."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.names += [value for name, value in attrs if name == "id" and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_value_words_stand_in_an_element_of_their_own_inside_their_sentence() -> None:
    text = "Two boats sank."
    html = str(marked(report(text), [item(text, (0, 3), (0, 15))]))
    assert html == '<p class="paragraph"><span><mark id="r1-0-3">Two</mark> boats sank.</span></p>'


def test_crossing_words_both_get_an_anchor() -> None:
    text = "from north of Karsk on Tuesday"
    shown = [item(text, (5, 19)), item(text, (14, 30))]
    html = str(marked(report(text), shown))
    assert 'id="r1-5-19"' in html
    assert 'id="r1-14-30">Karsk on Tuesday</mark>' in html


def test_a_quotation_over_two_paragraphs_has_one_anchor() -> None:
    text = "“One.\n\n“Two.”"
    blocks = (Block("paragraph", 0, 5), Block("paragraph", 7, 13))
    html = str(marked(report(text, blocks), [item(text, (0, 13))]))
    assert html.count('id="') == 1
    assert html.count("<mark") == 2


def test_what_no_block_holds_is_kept() -> None:
    text = "Title\nstray\nBody"
    html = str(marked(report(text, (Block("title", 0, 5), Block("paragraph", 12, 16))), []))
    assert "stray" in html
    assert html.startswith('<h4 class="title">Title</h4>')


def test_a_dash_between_two_blocks_stays_with_the_first() -> None:
    text = "PORT ELLIN -- Two boats sank."
    html = str(marked(report(text, (Block("dateline", 0, 10), Block("paragraph", 14, 29))), []))
    assert html == '<p class="dateline">PORT ELLIN -- </p>\n<p class="paragraph">Two boats sank.</p>'


def test_a_report_without_blocks_is_shown_whole() -> None:
    assert "all of it" in marked(report("all of it", ()), [])


def test_hostile_text_is_text() -> None:
    text = '<script>alert("x")</script> & \x1b[2J'
    html = str(marked(report(text), [item(text, (0, 8))]))
    assert "<script" not in html
    assert "\x1b" not in html


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, tuple[Block, ...], list[tuple[int, int]]]:
    """A text, any blocks in it, any spans in it."""
    text = draw(st.text(st.sampled_from('ab <&>"\n'), min_size=1, max_size=60))
    edge = st.integers(0, len(text))
    pairs = st.tuples(edge, edge).map(lambda pair: (min(pair), max(pair))).filter(lambda pair: pair[0] < pair[1])
    blocks = tuple(Block("paragraph", *pair) for pair in draw(st.lists(pairs, max_size=4)))
    return text, blocks, draw(st.lists(pairs, max_size=8))


@given(marked_texts())
def test_any_spans_in_any_blocks(case: tuple[str, tuple[Block, ...], list[tuple[int, int]]]) -> None:
    text, blocks, spans = case
    shown = [item(text, span) for span in spans]
    html = str(marked(report(text, blocks), shown))
    parser = Balance()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    letters = re.sub(r"\s", "", unescape(TAG.sub("", html)))
    assert letters == re.sub(r"\s", "", text)
    assert len(parser.names) == len(set(parser.names))
    visible = {anchor(one) for one, (start, end) in zip(shown, spans, strict=True) if text[start:end].strip()}
    assert visible <= set(parser.names)


@given(st.text())
def test_showable_keeps_the_length(text: str) -> None:
    assert len(showable(text)) == len(text)
