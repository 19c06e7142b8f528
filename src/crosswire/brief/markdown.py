"""A sheet as Markdown that stands alone: the lines first, the words they rest on as footnotes at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosswire.brief.evidence import cited
from crosswire.brief.letters import printable
from crosswire.brief.sheet import Contradiction, Evidence, Line, Note, Saying, Sheet, Story
from crosswire.brief.wording import CONTRARY, UNASKED, resting, told

SPECIAL = re.compile(r"[\\`*_\[\]|~#]|[<>]|&(?=#?\w+;)")
ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
Notes = Mapping[Evidence, int]


def as_markdown(sheet: Sheet) -> str:
    """The brief as Markdown (CommonMark with tables and footnotes)."""
    repeated = {same for item in sheet.evidence for same in item.same}
    notes = {item: number for number, item in enumerate((e for e in sheet.evidence if e not in repeated), 1)}
    # what one line shows as a copy of other words, another line may show by itself: it has the same footnote
    copies = {same: number for item, number in notes.items() for same in item.same}
    marks = {**copies, **notes}
    parts = [*_stories(sheet, marks), *_other(sheet, marks), *_sources(sheet), *_words(notes)]
    return "\n".join(parts).strip("\n") + "\n"


def escape(text: str) -> str:
    """Foreign text as text: nothing in it is markup, and it stays on its line."""
    return SPECIAL.sub(lambda m: ENTITIES.get(m[0]) or f"\\{m[0]}", printable(text).strip())


def _stories(sheet: Sheet, notes: Notes) -> Iterator[str]:
    if not sheet.stories:
        yield "# No event of a known kind is told in these reports"
    for story in sheet.stories:
        yield from _head(story)
        for standing, heading in sheet.headings:
            told = [line for line in story.lines if line.standing == standing]
            yield from _section(heading, (part for line in told for part in _fact(line, notes)))
        yield from _section(CONTRARY, (_contradiction(one, notes) for one in story.contradictions))
        yield from _section("Who said what", (_saying(saying, notes) for saying in story.sayings))


def _head(story: Story) -> Iterator[str]:
    where = "; ".join(escape(part) for part in (story.when, story.where) if part)
    outlets = escape(", ".join(story.outlets))
    yield f"\n# {escape(story.title)}\n"
    if where:
        yield f"**{where}**\n"
    yield f"{told(story.reports, story.copies)} ({outlets}){resting(len(story.origins))}\n"
    if not story.lines:
        yield UNASKED
        return
    yield "| Question | Answer | Standing |\n|---|---|---|"
    for line in story.lines:
        yield f"| {escape(line.question)} | **{escape(line.answer)}** | {_standing(line)} |"
        if line.finer:
            by = (
                f"{line.finer.label}: {escape('; '.join(line.finer.origins))}"
                if line.finer.origins
                else line.finer.label
            )
            yield f"| more precisely | {escape(line.finer.answer)} | {by} |"


def _standing(line: Line) -> str:
    """The standing, with the name of the one origin where there is but one."""
    if line.standing == "reported" and line.origins:
        return f"{line.label}: {escape('; '.join(line.origins))}"
    return line.label


def _fact(line: Line, notes: Notes) -> Iterator[str]:
    several = len(line.sides) > 1
    marks = "" if several else _marks(line.evidence, notes)
    yield f"- {escape(line.question)} **{escape(line.answer)}**{marks}"
    if line.finer:
        yield f"  - more precisely {escape(line.finer.words)}"
    if line.also:
        yield f"  - also told as: {escape('; '.join(line.also))}"
    if several:
        for side in line.sides:
            yield f"  - **{escape(side.answer)}**{_by(side.origins)}{_marks(side.evidence, notes)}"
    elif line.origins:
        yield f"  - on the word of {escape('; '.join(line.origins))}"
    yield f"  - why: {escape('; '.join(line.reasons))}"


def _by(origins: Sequence[str]) -> str:
    return f" ({escape('; '.join(origins))})" if origins else ""


def _marks(evidence: Iterable[Evidence], notes: Notes) -> str:
    return "".join(f" [^{notes[item]}]" for item in evidence)


def _saying(saying: Saying, notes: Notes) -> str:
    """Who did what; a short quotation stands in the line itself, anything else is told by its footnote."""
    tail = f" ({', '.join(saying.tags)})" if saying.tags else ""
    about = f", on: {escape(saying.about)}" if saying.about else ""
    first = saying.evidence[0] if saying.evidence else None
    words = f": {_quote(first)}" if first is not None else ""
    return f"- **{escape(saying.who)}** {saying.act}{about}{tail}{words}{_marks(saying.evidence, notes)}"


def _contradiction(one: Contradiction, notes: Notes) -> str:
    said = "".join(f"\n  - {escape(item.outlet)}: {_quote(item)}{_marks([item], notes)}" for item in one.evidence)
    who, how, whom = one.parts
    return f"- {_bold(who)}{how}{_bold(whom)}{said}"


def _bold(name: str) -> str:
    return f"**{escape(name)}**" if name else ""


def _note(note: Note, notes: Notes) -> str:
    label = f" ({note.label})" if note.label else ""
    if not note.what and note.evidence:
        when = f"{escape(note.when)}: " if note.when else ""
        return f"- {when}{escape(cited(note.evidence[0]))}: {_quote(note.evidence[0])}{_marks(note.evidence, notes)}"
    when = f"{escape(note.when)}: " if note.when else ""
    return f"- {when}**{escape(note.what)}**{label}{_marks(note.evidence, notes)}"


def _other(sheet: Sheet, notes: Notes) -> Iterator[str]:
    yield from _section("Who said what, on other matters", (_saying(s, notes) for s in sheet.sayings))
    yield from _section("Reactions", (_note(n, notes) for n in sheet.reactions))
    yield from _section("Background", (_note(n, notes) for n in sheet.background))
    yield from _section("What is expected next", (_note(n, notes) for n in sheet.ahead))
    opinions = (
        f"- {o.kind} of {escape(o.whose)}: {_quote(o.evidence)}{_marks([o.evidence], notes)}" for o in sheet.opinions
    )
    yield from _section("Only opinion", opinions)
    checks = (f"- **{c.label}**: {escape(c.explain)}{_marks(c.evidence, notes)}" for c in sheet.checks)
    yield from _section("Does it add up?", checks)


def _sources(sheet: Sheet) -> Iterator[str]:
    reports = (
        f"{row.number}. **{escape(row.name)}**: {escape(row.title)} ({escape('; '.join(row.details))})"
        for row in sheet.rows
    )
    yield from _section("The reports", reports)
    origins = (
        f"- **{escape(root.name)}** ({escape(root.kind)}), in {escape(', '.join(root.outlets))}: "
        f"{escape('; '.join(root.reasons))}"
        for root in sheet.roots
    )
    yield from _section("Where it comes from", origins)
    yield from _section("Warnings", (f"- {escape(warning)}" for warning in sheet.warnings))


def _words(notes: Notes) -> Iterator[str]:
    """The footnotes: report, whom it credits, its words."""
    yield from _section(
        "The words",
        (f"[^{number}]: ({_numbers(item)}) {escape(cited(item))}: {_quote(item)}\n" for item, number in notes.items()),
    )


def _numbers(item: Evidence) -> str:
    """The report of the words, and those that have the same words."""
    return ", ".join(str(number) for number in dict.fromkeys([item.report, *(e.report for e in item.same)]))


def _quote(item: Evidence) -> str:
    """The words with those of the value in bold; in quotation marks only where the report quotes."""
    words = "".join(_piece(piece.text, piece.marked) for piece in item.pieces).strip()
    return f"“{words}”" if item.quoted else words


def _piece(text: str, marked: bool) -> str:
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    words = escape(text)
    return f"{before}**{words}**{after}" if marked and words else f"{before}{words}{after}"


def _section(heading: str, parts: Iterable[str]) -> Iterator[str]:
    found = list(parts)
    if found:
        yield f"\n## {heading}\n"
        yield from found
