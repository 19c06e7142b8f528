"""Drafts -> blocks: what each run of a report's text is on the page.

Judged by form alone (length, capitals, final punctuation, a phrase of the tables) and by what stands around; where the
form does not tell, a run is a paragraph, for a claim lost is worse than a dull line read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.model import Block, BlockKind
from crosswire.reports.byline import is_bio, is_desk_credit, read_byline
from crosswire.reports.credits import credit_line, is_credit
from crosswire.reports.dateline import Dateline, is_place_line, read_dateline
from crosswire.reports.dates import Written, written_dates
from crosswire.reports.header import Header, find_headers
from crosswire.reports.headline import HEAD, find_title
from crosswire.reports.lines import Draft
from crosswire.reports.links import name_links
from crosswire.reports.phrases import STOP, is_phrase, plain
from crosswire.reports.rules import Rules
from crosswire.reports.stamps import date_of_line

# How many blocks from the end a byline or a note on the author may stand.
TAIL = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text and what its furniture says: title, byline, dateline, date lines in order, credit lines,
    outlet and genre of its header lines."""

    blocks: tuple[Block, ...]
    title: str | None
    byline: str | None
    dateline: Dateline | None
    dates: tuple[Written, ...]
    credit: str | None
    outlet: str | None = None
    genre: str | None = None


def lay_out(text: str, drafts: Sequence[Draft], title: str | None, known: Mapping[str, str], rules: Rules) -> Layout:
    """The layout of a text whose title is given, or found in it where `title` is None."""
    heads = [text[draft.start : draft.end] for draft in drafts]
    open_heads = [
        "" if draft.kind in ("title", "heading", "bullet") else heads[i] for i, draft in enumerate(drafts[:HEAD])
    ]
    headers = find_headers(open_heads, known, rules)
    furniture = [
        _header_kind(headers.get(i)) or _furniture(heads[i], draft, i, len(drafts), rules)
        for i, draft in enumerate(drafts)
    ]
    top = find_title(text, drafts, furniture, title)
    if top is not None and title is None and read_dateline(heads[top], known, rules):
        top = None  # a report that starts with its dateline has no headline
    named = name_links(text, _name_all(text, drafts, furniture, top, rules), rules)
    dates = tuple(_dates(text, named, rules))
    byline = _byline(text, named, {drafts[i].start: header for i, header in headers.items()}, rules)
    named, dateline = _part_dateline(text, named, known, rules)
    return Layout(
        blocks=tuple(Block(d.kind or "paragraph", d.start, d.end) for d in named),
        title=heads[top] if top is not None else None,
        byline=byline,
        dateline=dateline or _place_line(text, named, rules),
        dates=dates,
        credit=credit_line(text, named, known, rules),
        outlet=next((header.outlet for header in headers.values() if header.outlet), None),
        genre=next((header.genre for header in headers.values() if header.genre), None),
    )


def _header_kind(header: Header | None) -> BlockKind | None:
    if header is None:
        return None
    if header.dated:
        return "dateline"
    return "byline" if header.outlet or header.byline else "boilerplate"


def _byline(text: str, drafts: Sequence[Draft], headers: Mapping[int, Header], rules: Rules) -> str | None:
    """The names of all bylines; `headers` by where their lines start."""
    signed = (d for d in drafts if d.kind == "byline" or d.start in headers)
    lines = (
        headers[d.start].byline if d.start in headers else read_byline(text[d.start : d.end], rules.bylines)
        for d in signed
    )
    return ", ".join(dict.fromkeys(line for line in lines if line)) or None


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
            stamped = date_of_line(text, draft.start, draft.end, rules)
            yield from stamped or (written_dates(text, draft.start, draft.end, rules) if told <= 2 else ())


def _place_line(text: str, drafts: Sequence[Draft], rules: Rules) -> Dateline | None:
    """The dateline on a line of its own ("SEOUL -")."""
    lines = (text[d.start : d.end] for d in drafts[:HEAD] if d.kind == "dateline")
    line = next((line for line in lines if is_place_line(line, rules)), None)
    return Dateline(line.rstrip(" —–-:"), len(line), None, None, None, None) if line else None


def _name_all(
    text: str, drafts: Sequence[Draft], furniture: Sequence[BlockKind | None], top: int | None, rules: Rules
) -> list[Draft]:
    """The drafts with their kinds; `top` is the place of the title."""
    heads = [text[draft.start : draft.end] for draft in drafts]
    byline: str | None = None
    named: list[Draft] = []
    for index, draft in enumerate(drafts):
        here = heads[index]
        kind: BlockKind | None = "title" if index == top else furniture[index]
        if kind is None and named and _announces_caption(text, named[-1]):
            kind = "caption"
        if kind is None and top is not None and index < HEAD and here == heads[top]:
            kind = "boilerplate"  # pages say their headline twice
        if kind is None and byline and index >= len(drafts) - TAIL and is_bio(here, byline, rules.bylines):
            kind = "boilerplate"
        if kind == "byline" and byline is None:
            byline = read_byline(here, rules.bylines)
        if kind is None and draft.kind is None:
            kind = _plain_kind(here, index, drafts, text, rules)
        named.append(draft.named(kind or draft.kind))
    return named


def _announces_caption(text: str, draft: Draft) -> bool:
    """Whether a block is a label with the caption behind it on the next line ("Image caption,")."""
    return draft.kind == "caption" and draft.end - draft.start < 20 and text[draft.end - 1] in ",:"


def _furniture(text: str, draft: Draft, index: int, count: int, rules: Rules) -> BlockKind | None:
    """What a block is if it is none of the text itself."""
    if len(text) > 400:
        return None
    words = plain(text)
    if is_phrase(words, rules.boilerplate) or is_desk_credit(text, rules.bylines):
        return "boilerplate"
    if is_phrase(words, rules.caption):
        return "caption"
    if index >= count - TAIL and is_credit(text, rules):
        return "boilerplate"
    near_edge = index < HEAD or index >= count - TAIL
    readable = len(text) <= 200 and draft.kind in (None, "paragraph")
    return _signature(text, index, rules) if near_edge and readable else None


def _signature(text: str, index: int, rules: Rules) -> BlockKind | None:
    """Whether a line near the top or the end says who wrote the report, or when and where."""
    if read_byline(text, rules.bylines) is not None:
        return "byline"
    dated = date_of_line(text, 0, len(text), rules) or (index < HEAD and is_place_line(text, rules))
    return "dateline" if dated else None


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
    # "The governor added:" speaks for the quotation below it.
    speaks = here[-1] == ":" and any(word.islower() and len(word) > 4 for word in here[:-1].split())
    return "paragraph" if speaks or here[-1] in ",;" else "heading"


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
