"""A sheet on a terminal: the essence on the first screen, then each line with the words it rests on.

Plain where it is piped: no colour codes and no drawn boxes, and the words that carry a value stand between asterisks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from typing import TypeVar

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crosswire.brief.evidence import cited, clip
from crosswire.brief.letters import printable
from crosswire.brief.sheet import Contradiction, Evidence, Line, Note, Root, Row, Saying, Sheet, Side, Story
from crosswire.brief.wording import CONTRARY, UNASKED, count, listed, resting, told

T = TypeVar("T")

STYLES = {"corroborated": "green", "reported": "yellow", "disputed": "bold red", "withdrawn": "magenta"}
VERDICTS = {"consistent": "green", "inconsistent": "bold red", "unchecked": "yellow"}
ROOM_FOR_TWO = 72  # columns; narrower halves are hard to read
LINES_OF_WORDS = 2  # a piece of evidence is cut to about this many lines


@dataclass(frozen=True, slots=True)
class Page:
    """How to print: columns, whether colour codes may be written, whether to leave anything out."""

    width: int = 80
    colour: bool = False
    full: bool = False


def as_text(sheet: Sheet, page: Page) -> str:
    """The brief as text, every line at most `page.width` columns wide."""
    out = StringIO()
    console = Console(
        file=out,
        width=page.width,
        force_terminal=page.colour,
        color_system="standard" if page.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for part in _parts(sheet, page):
        console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).strip("\n") + "\n"


def _parts(sheet: Sheet, page: Page) -> Iterator[RenderableType]:
    stories, rest = _some(sheet.stories, 3, page)
    for story in stories:
        yield from _head(story, page)
        if story is sheet.stories[0]:
            yield from _contents(sheet)
        for standing, heading in sheet.headings:
            told = [line for line in story.lines if line.standing == standing]
            yield from _section(heading, (part for line in told for part in _fact(line, page)))
        yield from _listed(CONTRARY, story.contradictions, 8, page, _contradiction)
        yield from _listed("Who said what", story.sayings, 8, page, _saying)
    if rest:
        yield Text(rest)
    if not stories:
        yield Text("No event of a known kind is told in these reports.", style="bold")
    yield from _other(sheet, page)
    yield from _sources(sheet, page)


def _head(story: Story, page: Page) -> Iterator[RenderableType]:
    yield Text("")
    yield Text(printable(story.title), style="bold")
    where = "; ".join(part for part in (story.when, story.where) if part)
    if where:
        yield Text(printable(where))
    outlets, more = _some(story.outlets, 6, page)
    named = printable(", ".join(outlets)) + (f", {more}" if more else "")
    yield Text(f"{told(story.reports, story.copies)} ({named}){resting(len(story.origins))}")
    if not story.lines:
        yield Padding(Text(UNASKED, style="dim"), (1, 0, 0, 2))
        return
    yield Padding(_glance(story.lines), (1, 0, 0, 2))
    yield from _on_whose_word(story.lines)


def _on_whose_word(lines: Sequence[Line]) -> Iterator[RenderableType]:
    """The origins behind the table, by name: a reader of the first screen must know whom it rests on. Answers that rest
    on one each may rest on several together, which do not confirm one another."""
    for standing, lead in (("corroborated", "Confirmed by"), ("reported", "One origin")):
        names = dict.fromkeys(name for line in lines if line.standing == standing for name in line.origins)
        if names:
            each = " each" if standing == "reported" and len(names) > 1 else ""
            yield Padding(Text(f"{lead}{each}: {printable('; '.join(names))}."), (0, 0, 0, 2))


def _glance(lines: Sequence[Line]) -> Table:
    """One row a fact: the question, the answer, how it stands."""
    table = Table.grid(padding=(0, 2), expand=False)
    table.add_column(max_width=30, overflow="fold")
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True)
    for line in lines:
        answer = Text(printable(line.answer), style="bold")
        table.add_row(printable(line.question), answer, Text(line.label, style=STYLES[line.standing]))
        if line.finer:
            told = printable(line.finer.answer)
            table.add_row("  more precisely", told, Text(line.finer.label, style=STYLES["reported"]))
    return table


def _contents(sheet: Sheet) -> Iterator[RenderableType]:
    """What else there is, and first of all what does not add up."""
    for check in sheet.checks:
        if check.verdict == "inconsistent":
            yield Padding(Text(f"! {printable(check.explain)}", style=VERDICTS[check.verdict]), (1, 0, 0, 2))
    sayings = sum(len(story.sayings) for story in sheet.stories) + len(sheet.sayings)
    counts = (
        (sum(len(story.contradictions) for story in sheet.stories), "contradiction"),
        (sayings, "statement"),
        (len(sheet.background), "background event"),
        (len(sheet.ahead), "expected event"),
        (len(sheet.opinions), "opinion"),
        (len(sheet.warnings), "warning"),
    )
    below = ", ".join(count(n, noun) for n, noun in counts if n)
    if below:
        yield Padding(Text(f"Below: {below}.", style="dim"), (1, 0, 0, 2))


def _fact(line: Line, page: Page) -> Iterator[RenderableType]:
    alone = line.standing == "reported"
    word = f", on the word of {printable('; '.join(line.origins))}" if line.origins else f", {line.label}"
    yield _row(2, Text.assemble(printable(line.question), " ", (printable(line.answer), "bold"), word if alone else ""))
    if line.finer:
        yield _row(4, Text(f"more precisely {printable(line.finer.words)}"))
    if line.also:
        also, more = _some(line.also, 3, page)
        yield _row(4, Text(f"also told as: {printable('; '.join([*also, *([more] if more else [])]))}"))
    yield from _sides(line, page)
    yield _row(4, Text(f"why: {printable('; '.join(line.reasons))}", style="dim"))


def _sides(line: Line, page: Page) -> Iterator[RenderableType]:
    """The words under the answers; two that exclude each other stand side by side where there is room."""
    if len(line.sides) == 1:
        if line.origins and line.standing != "reported":
            yield _row(4, Text(printable("; ".join(line.origins)), style="cyan"))
        yield from _words(line.sides[0].evidence, 4, page)
    elif len(line.sides) == 2 and line.standing == "disputed" and page.width >= ROOM_FOR_TWO:
        table = Table.grid(padding=(0, 3, 0, 0), expand=True)
        table.add_column(ratio=1)
        table.add_column(ratio=1)
        half = replace(page, width=page.width // 2)
        table.add_row(*(Group(*_side(side, line, 0, half)) for side in line.sides))
        yield Padding(table, (0, 0, 0, 4))
    else:
        for side in line.sides:
            yield from _side(side, line, 4, page)


def _side(side: Side, line: Line, indent: int, page: Page) -> Iterator[RenderableType]:
    yield _row(indent, Text.assemble((printable(side.answer), STYLES[line.standing]), _by(side.origins)))
    yield from _words(side.evidence, indent + 2, page)


def _by(origins: Sequence[str]) -> str:
    return f" ({printable('; '.join(origins))})" if origins else ""


def _words(evidence: Sequence[Evidence], indent: int, page: Page) -> Iterator[RenderableType]:
    shown, more = _some(evidence, 2, page)
    for item in shown:
        yield _row(indent, _quote(item, page))
    if more:
        yield _row(indent, Text(more, style="dim"))


def _quote(item: Evidence, page: Page) -> Text:
    """ "[1] Outlet, citing somebody: the words", quoted only where the report quotes."""
    text = Text(f"[{item.report}] {printable(cited(item))}: ", style="dim")
    room = 10**9 if page.full else max(60, LINES_OF_WORDS * (page.width - 8) - len(text))
    text.append("“" if item.quoted else "", style="not dim")
    for piece in clip(item.pieces, room):
        words = _line(piece.text)
        if piece.marked:
            text.append(words if page.colour else f"*{words}*", style="not dim bold underline")
        else:
            text.append(words, style="not dim")
    text.append("”" if item.quoted else "", style="not dim")
    if item.same:
        text.append(f" (so too in {listed([f'[{n}]' for n in dict.fromkeys(e.report for e in item.same)])})")
    return text


def _line(text: str) -> str:
    """Printable, but keeping the single spaces at the edges of a piece."""
    edge = (" " if text[:1].isspace() else "", " " if text[-1:].isspace() and text.strip() else "")
    return edge[0] + printable(text).strip() + edge[1]


def _saying(saying: Saying, page: Page) -> Iterator[RenderableType]:
    tail = f" ({', '.join(saying.tags)})" if saying.tags else ""
    about = f", on: {printable(saying.about)}" if saying.about else ""
    yield _row(2, Text.assemble((printable(saying.who), "bold"), f" {saying.act}{about}{tail}"))
    yield from _words(saying.evidence, 4, page)


def _contradiction(one: Contradiction, page: Page) -> Iterator[RenderableType]:
    who, how, whom = one.parts
    yield _row(2, Text.assemble((printable(who), "bold"), how, (printable(whom), "bold")))
    for item in one.evidence:  # all of them: half of a contradiction is none
        yield _row(4, _quote(item, page))


def _note(note: Note, page: Page) -> Iterator[RenderableType]:
    label = f" ({note.label})" if note.label else ""
    when = printable(note.when) + (": " if note.when and note.what else "")
    if when or note.what:
        yield _row(2, Text.assemble(when, (printable(note.what), "bold"), label))
    yield from _words(note.evidence[: None if page.full else 1], 4 if when or note.what else 2, page)


def _other(sheet: Sheet, page: Page) -> Iterator[RenderableType]:
    yield from _listed("Who said what, on other matters", sheet.sayings, 5, page, _saying)
    yield from _listed("Reactions", sheet.reactions, 6, page, _note)
    yield from _listed("Background", sheet.background, 6, page, _note)
    yield from _listed("What is expected next", sheet.ahead, 5, page, _note)
    opinions, more = _some(sheet.opinions, 5, page)
    parts = [_row(2, Text.assemble((f"{o.kind}: ", "italic"), _quote(o.evidence, page))) for o in opinions]
    yield from _section("Only opinion", [*parts, *_more(more)])
    checks, more = _some(sheet.checks, 5, page)
    parts = [_row(2, Text.assemble((f"{c.label}: ", VERDICTS[c.verdict]), printable(c.explain))) for c in checks]
    yield from _section("Does it add up?", [*parts, *_more(more)])


def _sources(sheet: Sheet, page: Page) -> Iterator[RenderableType]:
    yield from _listed("The reports", sheet.rows, 10, page, _report)
    yield from _listed("Where it comes from", sheet.roots, 8, page, _root)
    yield from _section("Warnings", [_row(2, Text(printable(w))) for w in sheet.warnings])


def _report(row: Row, page: Page) -> Iterator[RenderableType]:
    yield _row(2, Text.assemble((f"[{row.number}] {printable(row.name)}", "bold"), f": {printable(row.title)}"))
    yield _row(6, Text(printable("; ".join(row.details)), style="dim"))


def _root(root: Root, page: Page) -> Iterator[RenderableType]:
    outlets, more = _some(root.outlets, 6, page)
    told = ", ".join([*outlets, *([more] if more else [])])
    yield _row(2, Text.assemble((printable(root.name), "bold"), f" ({root.kind}), in {printable(told)}"))
    reasons, more = _some(root.reasons, 2, page)
    yield _row(6, Text(printable("; ".join([*reasons, *([more] if more else [])])), style="dim"))


def _listed(
    heading: str, items: Sequence[T], limit: int, page: Page, show: Callable[[T, Page], Iterable[RenderableType]]
) -> Iterator[RenderableType]:
    shown, more = _some(items, limit, page)
    yield from _section(heading, [*(part for item in shown for part in show(item, page)), *_more(more)])


def _section(heading: str, parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """A heading and what stands under it; nothing at all where there is nothing."""
    found = list(parts)
    if found:
        name, colon, rest = heading.partition(":")
        yield Padding(Text.assemble((name.upper(), "bold"), colon + rest), (1, 0, 0, 0))
        yield from found


def _some(items: Sequence[T], limit: int, page: Page) -> tuple[Sequence[T], str]:
    """The first items and how many are left out; the last one is not left out alone, it takes no more room."""
    if page.full or len(items) <= limit + 1:
        return items, ""
    return items[:limit], f"and {len(items) - limit} more (--full)"


def _more(more: str) -> list[Padding]:
    return [_row(2, Text(more, style="dim"))] if more else []


def _row(indent: int, text: Text) -> Padding:
    return Padding(text, (0, 0, 0, indent))
