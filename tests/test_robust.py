"""Anything may come in as a text: spans stay exact, nothing crashes, time grows with the length and no faster.

Everything goes from bytes through the reports step and reading to the printed line, as in `crosswire read`.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from crosswire import app
from crosswire.claims.read import Reader, read
from crosswire.errors import UnreadableInputError
from crosswire.model import Fetched, Given, Reading, Report, Span, Speaker
from crosswire.reports.lines import LONGEST
from crosswire.reports.make import read_report
from crosswire.reports.rules import Rules, load_rules

EXAMPLES = Path(__file__).parent.parent / "examples"
PUBLISHED = datetime(2026, 5, 20, 3, tzinfo=UTC)
ANY = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@pytest.fixture(scope="module")
def rules() -> Rules:
    """The tables of the reports step."""
    return load_rules()


@pytest.fixture(scope="module")
def story() -> str:
    """The plain-text example reports, one after another."""
    return "\n\n".join(p.read_text("utf-8") for p in sorted(EXAMPLES.glob("*/*.txt")))


def report_of(text: str, rules: Rules) -> Report | None:
    """The text as a report in whatever language; None where it is refused as no text."""
    fetched = Fetched("any.txt", text.encode("utf-8", "surrogatepass"), "text", Given(published=PUBLISHED))
    try:
        return read_report(fetched, {}, rules)
    except UnreadableInputError:
        return None


def check(reading: Reading) -> None:
    """Every span of a reading is its report's text, and the reading can be printed and parsed again."""
    text = reading.report.text
    for span in spans(reading):
        assert 0 <= span.start <= span.end <= len(text)
        assert text[span.start : span.end] == span.exact
    for block in reading.report.blocks:
        assert 0 <= block.start <= block.end <= len(text)
    printed = json.loads(app.render_reading(reading, "jsonl"))
    assert len(printed["claims"]) == len(reading.claims)
    assert len({c.id for c in reading.claims}) == len(reading.claims)


def spans(reading: Reading) -> Iterator[Span]:
    """All spans of a reading."""
    for claim in reading.claims:
        yield from (s for s in (claim.span, claim.cue, claim.words, *claim.parts) if s is not None)
        yield from speaker_spans(claim.speakers)
    for mention in reading.mentions:
        yield from (mention.trigger, mention.phrase, mention.sentence)
    yield from (value.span for value in reading.values)


def speaker_spans(speakers: Iterable[Speaker]) -> Iterator[Span]:
    """Where speakers and their members stand."""
    for speaker in speakers:
        if speaker.span is not None:
            yield speaker.span
        yield from speaker_spans(speaker.members)


def read_text(text: str, reader: Reader, rules: Rules) -> Reading | None:
    """The checked reading of a text."""
    report = report_of(text, rules)
    if report is None:
        return None
    (reading,) = read([report], reader)
    check(reading)
    return reading


# --- any text -----------------------------------------------------------------------------------------------------

FRAGMENTS = [
    "North Korea fired two missiles", "said", "“", "”", '"', "'", "’s", "the minister", "on Tuesday", ",", ".", "\n",
    "\n\n", "- ", "350 km", "$5.4 million", "at 3:50 p.m. (0650 GMT)", "according to", "Reuters", "(AP)", "that",
    "SEOUL, May 20", "—", "2026-05-20", "at least 12 people were killed", "denied", "who", "near Izmir", "“We", "he",
    "off the coast of", "9" * 400, "1,2,3,4", "10-20-30", "½", "٣", "½%", "-", "(", ")", "[", "]", "…", "e.g.", ":",
    "\u0000", "\u200b", "\u202e", "\ufeff", "😀", "👨\u200d👩\u200d👧", "ﬁ", "İ", "ß", "Ǆ", "שלום", "مرحبا", "北京",
    "\u0301", "\ud800", "first", "twenty-", "one hundred and", "Jan. 32", "0/0/0", "Feb. 30, 2025", "year 99999", "a",
    "the 0th century", "1e999", "°", "Mr.", ";", "U.S.", "of", "to",
]  # fmt: skip


@given(text=st.text(max_size=400))
@ANY
def test_any_unicode(reader: Reader, rules: Rules, text: str) -> None:
    read_text(text, reader, rules)


@given(parts=st.lists(st.sampled_from(FRAGMENTS), max_size=40), glue=st.sampled_from([" ", "", " \u00a0"]))
@ANY
def test_any_salad_of_what_the_rules_look_for(reader: Reader, rules: Rules, parts: list[str], glue: str) -> None:
    read_text(glue.join(parts), reader, rules)


@given(seed=st.integers(0, 10**9), foreign=st.text(min_size=1, max_size=8), share=st.sampled_from([1, 5, 25]))
@settings(ANY, max_examples=40)
def test_reports_with_anything_strewn_in(  # noqa: PLR0917 - each is a fixture or drawn
    reader: Reader, rules: Rules, story: str, seed: int, foreign: str, share: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's choice, no secret
    start = chance.randrange(len(story))
    letters = list(story[start : start + 600])
    for _ in range(max(1, len(letters) * share // 100)):
        letters.insert(chance.randrange(len(letters) + 1), foreign)
    read_text("".join(letters), reader, rules)


# --- mangled reports ----------------------------------------------------------------------------------------------


def cut_words(text: str) -> str:
    """A line break in the middle of every fourth word."""
    words = text.split(" ")
    return " ".join(w[: len(w) // 2] + "\n" + w[len(w) // 2 :] if i % 4 == 0 else w for i, w in enumerate(words))


MANGLED: dict[str, Callable[[str], str]] = {
    "cut in a word": lambda t: t[: len(t) // 2 - 3],
    "broken words": cut_words,
    "quotation never closed": lambda t: t.replace("”", "").replace("”", "") + " “and then",
    "quotation never opened": lambda t: t.replace("“", ""),
    "every quotation mark turned": lambda t: t.replace("“", "”").replace('"', "“"),
    "capitals": str.upper,
    "small letters": str.lower,
    "no spaces": lambda t: t.replace(" ", ""),
    "no line breaks": lambda t: " ".join(t.split()),
    "a line a word": lambda t: "\n\n".join(t.split()),
    "tabs": lambda t: t.replace(" ", "\t"),
    "no punctuation": lambda t: "".join(c for c in t if c.isalnum() or c.isspace()),
    "only punctuation": lambda t: "".join(c for c in t if not c.isalnum()),
    "two thousand quotation marks": lambda t: t[:200] + ' "' * 2000 + t[200:400],
    "five hundred quotations": lambda t: '"No," he said. ' * 500 + t[:200],
    "nested parentheses": lambda t: "(" * 1000 + t[:400] + ")" * 1000,
    "nested commas": lambda t: t[:300] + ", the man who said" * 300,
    "markup": lambda t: "".join(f"<p class='x'>{line}</p><br/>&nbsp;&#8220;\n" for line in t.split("\n")),
    "right to left": lambda t: "\u202e" + t.replace(" ", " \u200f") + " قال الوزير",
    "emoji": lambda t: t.replace(" ", " 👩🏽‍🚀"),
    "zero width": lambda t: t.replace("", "\u200b")[:1500],
    "combining": lambda t: "".join(c + "\u0301" for c in t[:800]),
    "full width": lambda t: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in t[:800]),
    "NUL": lambda t: t.replace(" ", " \0 ", 50),
    "control characters": lambda t: "".join(chr(i % 32) + w for i, w in enumerate(t.split(" "))),
    "lone surrogates": lambda t: t.replace("e", "\udc80", 50),
    "carriage returns": lambda t: t.replace("\n", "\r"),
    "line separators": lambda t: t.replace("\n", "\u2028"),
    "one long word": lambda t: t[:200] + "a" * 30_000 + t[200:400],
    "one long number": lambda t: t[:200] + " killed " + "9" * 5000 + " people " + t[200:400],
    "five hundred numbers": lambda t: t[:200] + " ".join(str(i) for i in range(500)),
    "five hundred dates": lambda t: " ".join(f"on May {i % 31 + 1}, {i}," for i in range(500)),
    "five hundred names": lambda t: ", ".join(f"Ann Bo{chr(97 + i % 26)}{i}" for i in range(500)) + " said no.",
    "hyphens": lambda t: t[:200] + "-" * 3000 + "twenty-" * 1000,
    "the same a hundred times": lambda t: (t[:250] + "\n\n") * 20,
}  # fmt: skip


@pytest.mark.parametrize("name", MANGLED)
def test_mangled_reports(reader: Reader, rules: Rules, story: str, name: str) -> None:
    read_text(MANGLED[name](story[:3000]), reader, rules)


def test_a_mangled_report_is_still_read(reader: Reader, rules: Rules, story: str) -> None:
    for name in ("cut in a word", "no line breaks", "emoji", "NUL", "carriage returns"):
        reading = read_text(MANGLED[name](story[:3000]), reader, rules)
        assert reading is not None
        assert reading.mentions, name


# --- time ---------------------------------------------------------------------------------------------------------


class Remembering:
    """A parser that parses equal texts once and knows how long it took: what is timed is our reading alone."""

    def __init__(self, parser: Language) -> None:
        self._parser = parser
        self._known: dict[str, Doc] = {}
        self.spent = 0.0

    def pipe(self, jobs: Iterable[tuple[str, Any]], as_tuples: bool, batch_size: int) -> Iterator[tuple[Doc, Any]]:
        """Like the parser's; every text has a Doc of its own."""
        assert as_tuples
        assert batch_size
        for text, context in jobs:
            started = time.process_time()
            if text not in self._known:
                self._known[text] = self._parser(text)
            doc = self._known[text].copy()
            self.spent += time.process_time() - started
            yield doc, context


@pytest.fixture(scope="module")
def remembering(reader: Reader) -> Reader:
    """A reader whose parser is a `Remembering` one."""
    return replace(reader, parser=cast(Language, Remembering(reader.parser)))


def seconds(text: str, reader: Reader, rules: Rules) -> float:
    """Processor time of making a report and reading it, without the parser's."""
    parser = cast(Remembering, reader.parser)
    started, spent = time.process_time(), parser.spent
    report = report_of(text, rules)
    assert report is not None
    list(read([report], reader))
    return time.process_time() - started - (parser.spent - spent)


def assert_linear(piece: str, size: int, reader: Reader, rules: Rules) -> None:
    """Twice the text takes less than three times as long."""
    one, two = ((piece * (size * times // len(piece) + 1))[: size * times] for times in (1, 2))
    short, long = seconds(one, reader, rules), seconds(two, reader, rules)
    for _ in range(2):  # a pause of the machine in one of the runs is no growth: the best of three decides
        if long >= 3 * max(short, 0.1):
            short, long = min(short, seconds(one, reader, rules)), min(long, seconds(two, reader, rules))
    # Below a tenth of a second the clock and the other work of the machine decide.
    assert long < 3 * max(short, 0.1), f"{short:.2f} s for {size:,} characters, {long:.2f} s for twice as many"


def test_long_reports_take_time_by_their_length(remembering: Reader, rules: Rules, story: str) -> None:
    assert_linear(story + "\n\n", 200_000, remembering, rules)


def test_a_text_without_line_breaks_takes_time_by_its_length(remembering: Reader, rules: Rules, story: str) -> None:
    # A sentence's end at every 20,000 characters, so that the cut blocks are equal and parsed once.
    block = " ".join(story.split())[: LONGEST - 10].rsplit(". ", 1)[0]
    assert_linear(block.ljust(LONGEST - 2, "a") + ". ", 2 * LONGEST, remembering, rules)


# Blocks are cut at 20,000 characters: no more can stand in one sentence. The size is that of the smaller text.
SENTENCES: dict[str, tuple[int, str]] = {
    "one quotation over all paragraphs": (10_000, "“We will not go, and we have said so in May.\n\n"),
    "quotations without end": (2_000, 'He said: "We saw 12 people off Wonsan on Monday, '),
    "open parentheses": (6_000, "(at least 12 "),
    "dates": (10_000, "from May 3 to June 5, 2025, at 3:50 p.m. "),
    "numbers": (10_000, "between 12,000 and 3.5 million people, "),
    "places": (10_000, "north of Pyongyang, off the coast of Japan, "),
    "names": (4_000, "Ann Miller and Kim Jong Un, the minister, who said "),
    "attributions": (4_000, "Yonhap reported that the minister said that "),
    "no words": (20_000, " \n . \n"),
    "one word": (100_000, "a"),
}


# Known to take the square of the sentence's length; a block's limit bounds it. Whoever mends one takes it out here.
SQUARE = {
    "names": "the sentence's start and the phrase's head are sought anew (grammar, speakers_phrase)",
    "attributions": "the sentence's start and a verb's own words are sought anew (grammar, stance_opinion)",
}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_without_end_takes_time_by_its_length(
    request: pytest.FixtureRequest, remembering: Reader, rules: Rules, name: str
) -> None:
    if name in SQUARE:
        request.applymarker(pytest.mark.xfail(reason=SQUARE[name], raises=AssertionError, strict=False))
    size, piece = SENTENCES[name]
    assert_linear(piece, size, remembering, rules)
