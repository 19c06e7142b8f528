"""A sheet as one HTML file: no script, no request to anywhere; each line's words open in the report they stand in."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crosswire.brief.evidence import cited
from crosswire.brief.letters import showable
from crosswire.brief.marked import anchor, marked
from crosswire.brief.sheet import Evidence, Row, Sheet
from crosswire.brief.wording import CONTRARY, UNASKED, resting, told


def as_html(sheet: Sheet) -> str:
    """The brief as a page that stands alone."""
    pages = Environment(
        loader=PackageLoader("crosswire.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    pages.globals.update(anchor=anchor, cited=cited, picture=Markup, link=link, resting=resting, told_by=told)
    return pages.get_template("brief.html").render(sheet=sheet, texts=_texts(sheet), unasked=UNASKED, contrary=CONTRARY)


def link(row: Row) -> str:
    """The report's address where it is one of the web; a `javascript:` address is nothing to click on."""
    url = row.report.url or ""
    try:
        web = urlsplit(url).scheme in ("http", "https")
    except ValueError:
        web = False
    return url if web else ""


def _texts(sheet: Sheet) -> list[tuple[Row, Markup]]:
    shown: dict[int, list[Evidence]] = defaultdict(list)
    for item in sheet.evidence:
        shown[item.report].append(item)
    return [(row, marked(row.report, shown[row.number])) for row in sheet.rows]


def _finalize(value: object) -> object:
    """What is put into the page, without control characters; autoescaping comes after."""
    return showable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
