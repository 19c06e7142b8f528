"""A report's text as HTML, each claim's words in an element of their own that a link can open."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from crosswire.brief.letters import showable
from crosswire.brief.sheet import Evidence
from crosswire.model import Block, Report, Span

TAGS = {"title": "h4", "heading": "h4", "bullet": "p", "caption": "p", "boilerplate": "p", "links": "p"}


@dataclass(frozen=True, slots=True)
class Region:
    """Characters [start, end) to be wrapped; `name` is the anchor, empty for the words around a value."""

    start: int
    end: int
    name: str = ""


def anchor(item: Evidence) -> str:
    """The name that links to the words of a claim use; claims that share their words share it."""
    return f"r{item.report}-{item.place.start}-{item.place.end}"


def marked(report: Report, shown: Iterable[Evidence]) -> Markup:
    """The text block by block, with the words of the evidence marked; text between blocks is kept."""
    regions = _nested(list(shown))
    out: list[Markup] = []
    going: list[Region] = []
    named: set[str] = set()
    for block in whole(report):
        while regions and regions[0].start < block.end:
            going.append(regions.popleft())
        going = [region for region in going if region.end > block.start]
        out.append(_block(report.text, block, going, named))
        named.update(region.name for region in going)
    return Markup("\n").join(out)


def whole(report: Report) -> list[Block]:
    """The blocks in order, with what no block holds as boilerplate, so that every letter is on the page.

    A dash or the like between two blocks (after a dateline) stays with the first.
    """
    out: list[Block] = []
    at = 0
    for block in sorted(report.blocks, key=lambda b: (b.start, b.end)):
        if block.end <= at:
            continue
        gap = report.text[at : block.start].strip()
        if out and gap and not any(c.isalnum() for c in gap):
            out[-1] = replace(out[-1], end=block.start)
        elif gap:
            out.append(Block("boilerplate", at, block.start))
        out.append(replace(block, start=max(at, block.start)))
        at = block.end
    if report.text[at:].strip():
        out.append(Block("boilerplate", at, len(report.text)))
    return out


def _nested(shown: Sequence[Evidence]) -> deque[Region]:
    """Regions none of which crosses another, outer ones first: where two cross, the first grows over the second."""
    sentences = _union([*(span for item in shown for span in item.around), *(item.place for item in shown)])
    names = {anchor(item): item.place for item in shown}
    regions = [Region(s.start, s.end) for s in sentences]
    regions += [Region(place.start, place.end, name) for name, place in names.items()]
    ordered = sorted(regions, key=lambda r: (r.start, -r.end, bool(r.name)))
    open_: list[int] = []
    for at, region in enumerate(ordered):
        while open_ and ordered[open_[-1]].end <= region.start:
            open_.pop()
        for outer in open_:
            if ordered[outer].end < region.end:
                ordered[outer] = replace(ordered[outer], end=region.end)
        open_.append(at)
    return deque(ordered)


def _union(spans: Iterable[Span]) -> list[Region]:
    out: list[Region] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if out and span.start < out[-1].end:
            out[-1] = replace(out[-1], end=max(out[-1].end, span.end))
        else:
            out.append(Region(span.start, span.end))
    return out


def _block(text: str, block: Block, regions: Sequence[Region], named: Set[str]) -> Markup:
    """One block; a region that was named in an earlier block goes on here without its name."""
    tag = TAGS.get(block.kind, "p")
    out = [f'<{tag} class="{block.kind}">']
    closing: list[tuple[int, str]] = []
    at = block.start
    for region in regions:
        at = _close(text, at, max(region.start, at), closing, out)
        element = "mark" if region.name else "span"
        name = f' id="{region.name}"' if region.name and region.name not in named else ""
        out.append(f"<{element}{name}>")
        closing.append((min(region.end, block.end), f"</{element}>"))
    _close(text, at, block.end, closing, out)
    out += [tag for _, tag in reversed(closing)]
    return Markup("".join([*out, f"</{tag}>"]))  # noqa: S704 - tags are ours, text is escaped in _close


def _close(text: str, at: int, until: int, closing: list[tuple[int, str]], out: list[str]) -> int:
    """Write the text up to `until`, closing on the way each element that ends there or before; returns `until`."""
    while closing and closing[-1][0] <= until:
        end, tag = closing.pop()
        out += [str(escape(showable(text[at:end]))), tag]
        at = max(at, end)
    out.append(str(escape(showable(text[at:until]))))
    return until
