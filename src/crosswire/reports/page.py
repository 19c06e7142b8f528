"""HTML -> Raw: the article of a page, with what the page says of itself.

The article is found by trafilatura; its elements tell headings, lists and quotations from paragraphs. Imported late, by
make.py: loading the extractor takes up to 0.4 s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html

from crosswire.errors import UnreadableInputError
from crosswire.model import BlockKind
from crosswire.reports.decode import decode
from crosswire.reports.floods import is_flat, without_asides, without_floods
from crosswire.reports.genre import genre_of_section
from crosswire.reports.lines import Draft, cut
from crosswire.reports.meta import date_of, read_meta
from crosswire.reports.raw import Raw
from crosswire.reports.rules import Rules

_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})")
# Elements of the extractor's tree that are blocks of their own, and what each is.
_KINDS: dict[str, BlockKind | None] = {
    "head": "heading",
    "p": None,
    "item": "bullet",
    "quote": None,
    "row": None,
    "code": None,
    "ab": None,
}
# The same of a page itself, for pages whose article is not looked for.
_PAGE_KINDS: dict[str, BlockKind | None] = {
    **dict.fromkeys(("p", "blockquote", "pre", "tr", "div", "section", "article", "td", "figcaption", "dd", "dt")),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "bullet",
}
# Words an article must have at least: shorter pages are notices ("Page not found").
FEWEST_WORDS = 12
Piece = tuple[BlockKind | None, str]


def read_page(content: bytes | str, where: str, rules: Rules) -> Raw:
    """The article of a page: title, blank line, paragraphs parted by blank lines.

    Raises UnreadableInputError where the page has no article.
    """
    markup, warnings = (content, ()) if isinstance(content, str) else _markup(content, where)
    markup = without_floods(_without_controls(markup))
    tree = load_html(markup)
    if tree is None:
        raise _no_article(where)
    told = read_meta(tree, rules.places)
    published, dated_by = date_of(tree, told, rules)
    title = told["title"].value if "title" in told else None
    body = without_asides(tree) if is_flat(tree, markup) else _article(tree)
    pieces = _pieces(body, _PAGE_KINDS if body is tree else _KINDS, title)
    if sum(len(text.split()) for _, text in pieces) < FEWEST_WORDS:
        raise _no_article(where)
    text, drafts = _written(pieces, title)
    known_by = {key: item.by for key, item in told.items()} | {"published": dated_by}
    genre = genre_of_section(told["genre"].value, rules.header) if "genre" in told else None
    named = {key: told[key].value for key in ("title", "outlet", "url") if key in told}
    byline = re.sub(r"(?i)^by\s+", "", told["byline"].value) if "byline" in told else None
    found = Raw(text, drafts, published=published, known_by=known_by, warnings=warnings, byline=byline, **named)
    return replace(found, genre=genre)


def _markup(content: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """The page's characters: UTF-8 where they are that, else as the page says, else by detection."""
    declared = _CHARSET.search(content[:4096])
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    try:
        return content.decode(declared[1].decode() if declared else "utf-8"), ()
    except (UnicodeDecodeError, LookupError):
        return decode(content, where)


def _without_controls(markup: str) -> str:
    """The page without NULs, which end the parse, and lone surrogates, which no parser takes."""
    return markup.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _article(tree: HtmlElement) -> Any:
    """The element that holds the article, as the extractor builds it; None where it finds none."""
    try:
        found = bare_extraction(tree, fast=True, include_comments=False, include_tables=True, with_metadata=False)
    except (RecursionError, ValueError, etree.LxmlError):
        return None
    return getattr(found, "body", None)


def _pieces(body: Any, kinds: Mapping[str, BlockKind | None], title: str | None) -> list[Piece]:
    """The article's blocks in order, without a first heading that says the title again."""
    pieces = [piece for piece in _blocks(body, kinds) if piece[1]] if body is not None else []
    said = _plain(title or "")
    return [piece for i, piece in enumerate(pieces) if not (i < 3 and said and _plain(piece[1]) == said)]


def _blocks(body: Any, names: Mapping[str, BlockKind | None]) -> Iterator[Piece]:
    """Walk the tree; text belongs to the innermost block element around it, and a double line break ends a block."""
    kinds: list[BlockKind | None] = [None]
    words: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        is_block = element.tag in names
        if is_block or (event == "end" and element is body):
            yield from _split(kinds[-1], "".join(words))
            words.clear()
        if event == "start":
            if is_block:
                kinds.append(names[element.tag] or (kinds[-1] if kinds[-1] == "bullet" else None))
            words.append(("\n" if element.tag == "lb" else " " if element.tag == "cell" else "") + (element.text or ""))
        else:
            if is_block:
                kinds.pop()
            words.append(element.tail or "" if element is not body else "")


def _split(kind: BlockKind | None, text: str) -> Iterator[Piece]:
    """A block's text, parted at line breaks that end a sentence or stand double; else a break is a space."""
    for part in re.split(r"\n[ \t]*\n\s*|(?<=[.!?:”\"])[ \t]*\n\s*", text):
        yield kind, " ".join(part.split())


def _written(pieces: Sequence[Piece], title: str | None) -> tuple[str, tuple[Draft, ...]]:
    """The text, and the drafts that stand in it."""
    parts: list[Piece] = [("title", title), *pieces] if title else list(pieces)
    drafts: list[Draft] = []
    start = 0
    for kind, text in parts:
        drafts.append(Draft(start, start + len(text), kind))
        start += len(text) + 2
    text = "\n\n".join(text for _, text in parts)
    return text, tuple(piece for draft in drafts for piece in cut(text, draft))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _no_article(where: str) -> UnreadableInputError:
    return UnreadableInputError(
        where, "is a page without an article", "save the article's own page, or its text as .txt"
    )
