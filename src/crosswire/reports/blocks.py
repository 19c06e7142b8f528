"""Drafts -> blocks: what each run of a report's text is on the page.

Judged by form alone (length, capitals, final punctuation, a phrase of the tables) and by what stands around; where the
form does not tell, a run is a paragraph, for a claim lost is worse than a dull line read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.model import Block, BlockKind
from crosswire.reports.byline import is_bio, is_desk_credit, read_byline
from crosswire.reports.dateline import Dateline, agency, is_place_line, read_dateline
from crosswire.reports.dates import Written, written_dates
from crosswire.reports.lines import Draft
from crosswire.reports.links import name_links
from crosswire.reports.phrases import INNER_STOP, STOP, is_phrase, plain
from crosswire.reports.rules import Rules
from crosswire.reports.stamps import date_of_line

_CREDIT = re.compile(r"(?i)^(?:source|credit)s?:\s*")
_BRACKET = re.compile(r"\(([^()\n]{2,50})\)\.?$")
# How many blocks from either end a byline or a date line may stand.
HEAD = 9
TAIL = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text and what its furniture says: title, byline, dateline, date lines in order, credit lines."""

    blocks: tuple[Block, ...]
    title: str | None
    byline: str | None
    dateline: Dateline | None
    dates: tuple[Written, ...]
    credit: str | None


def lay_out(text: str, drafts: Sequence[Draft], title: str | None, known: Mapping[str, str], rules: Rules) -> Layout:
    """The layout of a text whose title is given, or found in it where `title` is None."""
    named = _name_all(text, drafts, title, known, rules)
    named = name_links(text, named, rules)
    lines = [read_byline(text[d.start : d.end], rules.bylines) for d in named if d.kind == "byline"]
    byline = ", ".join(dict.fromkeys(line for line in lines if line)) or None
    dates = tuple(_dates(text, named, rules))
    named, dateline = _part_dateline(text, named, known, rules)
    found = next((text[d.start : d.end] for d in named if d.kind == "title"), None)
    blocks = tuple(Block(d.kind or "paragraph", d.start, d.end) for d in named)
    return Layout(blocks, found, byline, dateline, dates, _credit_line(text, named, known, rules))


def _dates(text: str, drafts: Sequence[Draft], rules: Rules) -> Iterator[Written]:
    """The dates of the date lines and bylines over the text, and of a bracket under it ("(Xinhua, May 2, 2026)").

    Other dates below the text are those of corrections and of other stories.
    """
    told = 0
    for draft in drafts:
        told += draft.kind == "paragraph"
        if told <= 2 and draft.kind == "byline":
            yield from written_dates(text, draft.start, draft.end, rules)
        elif draft.kind == "dateline" and (told <= 2 or text[draft.start] == "("):
            yield from date_of_line(text, draft.start, draft.end, rules)


def is_headline(text: str) -> bool:
    """Whether a line can be a headline: one sentence at most, short, and no list or address."""
    if len(text) > 200 or INNER_STOP.search(text) or text.endswith((",", ";", ":")):
        return False
    # Headlines seldom end in a full stop; those that do are shorter than leads, or have capitals on most words.
    words = text.split()
    return not text.endswith(".") or len(words) <= 10 or sum(not w[0].islower() for w in words) > 0.6 * len(words)


def _name_all(
    text: str, drafts: Sequence[Draft], title: str | None, known: Mapping[str, str], rules: Rules
) -> list[Draft]:
    top = _title_index(text, drafts, title, known, rules)
    headline = None if top is None else text[drafts[top].start : drafts[top].end]
    byline: str | None = None
    named: list[Draft] = []
    for index, draft in enumerate(drafts):
        here = text[draft.start : draft.end]
        kind: BlockKind | None = "title" if index == top else _furniture(here, draft, index, len(drafts), rules)
        if kind is None and here == headline and index < HEAD:
            kind = "boilerplate"  # pages say their headline twice
        if kind is None and byline and index >= len(drafts) - TAIL and is_bio(here, byline, rules.bylines):
            kind = "boilerplate"
        if kind == "byline" and byline is None:
            byline = read_byline(here, rules.bylines)
        if kind is None and draft.kind is None:
            kind = _plain_kind(here, index, drafts, text, rules)
        named.append(replace(draft, kind=kind or draft.kind))
    return named


def _title_index(
    text: str, drafts: Sequence[Draft], title: str | None, known: Mapping[str, str], rules: Rules
) -> int | None:
    """Which draft is the title: the one that says the given title, else the first that can be a headline."""
    if title is not None:
        wanted = _words(title)
        return next(
            (
                i
                for i, d in enumerate(drafts[:HEAD])
                if d.end - d.start < 400 and _words(text[d.start : d.end]) == wanted
            ),
            None,
        )
    for index, draft in enumerate(drafts[:HEAD]):
        here = text[draft.start : draft.end]
        if draft.kind == "title":
            return index
        if _furniture(here, draft, index, len(drafts), rules) is not None:
            continue
        if draft.kind == "bullet" or not is_headline(here) or len(drafts) == 1 or read_dateline(here, known, rules):
            return None
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        if following and _is_kicker(here) and _is_open_headline(text[following.start : following.end]):
            continue
        return index
    return None


def _is_open_headline(text: str) -> bool:
    return is_headline(text) and len(text.split()) > 2 and not text.endswith(".")


def _is_kicker(text: str) -> bool:
    """A section's name over the headline: "WORLD NEWS", "Politics"."""
    words = text.split()
    return len(words) <= 2 and not text.endswith((".", "?", "!"))


def _furniture(text: str, draft: Draft, index: int, count: int, rules: Rules) -> BlockKind | None:
    """What a block is if it is none of the text itself."""
    if len(text) > 400:
        return None
    words = plain(text)
    if is_phrase(words, rules.boilerplate) or is_desk_credit(text, rules.bylines):
        return "boilerplate"
    if is_phrase(words, rules.caption):
        return "caption"
    near_edge = index < HEAD or index >= count - TAIL
    if near_edge and len(text) <= 200 and draft.kind in (None, "paragraph"):
        if read_byline(text, rules.bylines) is not None:
            return "byline"
        if date_of_line(text, 0, len(text), rules) or (index < HEAD and is_place_line(text, rules)):
            return "dateline"
    return None


def _plain_kind(here: str, index: int, drafts: Sequence[Draft], text: str, rules: Rules) -> BlockKind | None:
    """Heading or paragraph, for a draft whose markup says nothing."""
    if len(here) > rules.heading_longest or len(here.split()) > rules.heading_most_words:
        return "paragraph"
    if index + 1 == len(drafts) or not (here[0].isupper() or here[0].isdigit() or here[0] in "\"'“‘"):
        return "paragraph"
    stop = STOP.search(here)
    # "What happens next?" over a paragraph is a heading; "Police fled." is a sentence.
    if stop and not (here.endswith("?") and len(here.split()) <= 8) and not (here.isupper() and len(here.split()) <= 4):
        return "paragraph"
    return "heading" if here[-1] not in ",;" else "paragraph"


def _part_dateline(
    text: str, drafts: Sequence[Draft], known: Mapping[str, str], rules: Rules
) -> tuple[list[Draft], Dateline | None]:
    """The drafts with the dateline parted from the first paragraph that has one, and that dateline."""
    opening = [i for i, d in enumerate(drafts) if d.kind == "paragraph"][:4]
    for place, index in enumerate(opening):
        draft = drafts[index]
        head = text[draft.start : min(draft.end, draft.start + 200)]
        if (found := read_dateline(head, known, rules, leads=place == 0)) is not None:
            line = Draft(draft.start, draft.start + len(found.text), "dateline", draft.gap)
            rest = [replace(draft, start=draft.start + found.length, gap=False)] if found.length < len(head) else []
            return [*drafts[:index], line, *rest, *drafts[index + 1 :]], found
    return list(drafts), None


def _credit_line(text: str, drafts: Sequence[Draft], known: Mapping[str, str], rules: Rules) -> str | None:
    """The agency that a line of its own or a last bracket names: "(AFP)", "Source: Xinhua", "-- Reuters"."""
    for draft in [d for d in drafts if d.kind != "title"][-TAIL:]:
        here = text[max(draft.start, draft.end - 60) : draft.end]
        bracket = _BRACKET.search(here)
        whole = _CREDIT.sub("", here).strip("()[]/ -–—.") if draft.end - draft.start <= 60 else ""
        for words in (whole, bracket[1] if bracket else ""):
            if name := agency(_undated(words, rules), known, rules):
                return name
    return None


def _undated(words: str, rules: Rules) -> str:
    """The words without a date behind them: "Xinhua News Agency December 10, 2008"."""
    dates = [written.start for written in written_dates(words, 0, len(words), rules)]
    return words[: min(dates, default=len(words))].strip(" ,")


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
