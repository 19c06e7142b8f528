"""Pages that no reader ever sees, made or broken so that parsers take minutes over them: mended or told in linear time.

Real pages stay far below these bounds: of 181 news pages none has a tag with 50 attributes or an element with 300
children. The parser compares every attribute of a tag with all others, the extractor every child with its siblings.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

MOST_ATTRIBUTES = 500
MOST_CHILDREN = 10_000
# Possessive throughout: a tag that is no flood is left at its first odd character.
_FLOODED = re.compile(
    r"(<[a-zA-Z][^\s<>/]*+)"
    r"(?:[\s/]*+[^\s\"'<>/=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'<>]*+))?+)"
    rf"{{{MOST_ATTRIBUTES},}}+"
)
# What stands in a page and is none of its text.
_ASIDE = ("script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "svg", "iframe")


def without_floods(markup: str) -> str:
    """The page with tags of hundreds of attributes bared of them."""
    return _FLOODED.sub(r"\1", markup)


def is_flat(tree: HtmlElement, markup: str) -> bool:
    """Whether some element has thousands of children, which the extractor takes quadratic time over."""
    return markup.count("<") > MOST_CHILDREN and any(len(element) > MOST_CHILDREN for element in tree.iter())


def without_asides(tree: HtmlElement) -> HtmlElement:
    """The tree without scripts, menus and other things beside the text; the tree itself is changed."""
    etree.strip_elements(tree, *_ASIDE, with_tail=False)
    return tree
