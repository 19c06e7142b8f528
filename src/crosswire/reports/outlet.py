"""Who published a report, and how that is known: metadata, the web address, the copyright line, an agency's credit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from crosswire.model import Block
from crosswire.reports.dateline import canonical
from crosswire.reports.masthead import outlet_name
from crosswire.reports.rules import Rules

_COPYRIGHT = re.compile(
    r"(?i:copyright|©|\(c\)|℗)(?i:[\s,:.|©–-]|\(c\)|(?:19|20)\d\d|present\b|by\b)*+"
    r"(?P<name>[A-Z0-9][\w.&'’!-]*(?:[ ,]{1,2}(?:of|the|and|for|in|de|on|[A-Z0-9&(][\w.&'’!()-]*)){0,7})"
)
_LEGAL = re.compile(
    r"[\s,]+(?:L\.?L\.?C|Inc|Ltd|Limited|Corp|Corporation|Co|Company|GmbH|AG|P\.?L\.?C|S\.?A|B\.?V|LP|LLP|Pty|Pte|All|all|Rights|rights|Reserved|reserved)\.?(?=$|[\s,.])"
)

# "Seafarer missing after strike | The Port Ledger", "BBC News - Seafarer missing after strike".
_TITLED = (
    re.compile(r"(?P<title>\S.{9,})\s(?P<sign>[|·•–—-])\s(?P<name>[^|·•]{2,50})"),
    re.compile(r"(?P<name>[^|·•]{2,40}?)\s(?P<sign>[|·•–—-])\s(?P<title>\S.{9,})"),
)


def listed_domain(url: str | None, known: Mapping[str, str]) -> str | None:
    """The outlet whose domain a web address is in, None where no listed one is."""
    labels = (host_of(url) or "").split(".")
    names = (known.get(".".join(labels[i:])) for i in range(len(labels) - 1))
    return next((name for name in names if name), None)


def host_of(url: str | None) -> str | None:
    """The host of a web address without "www.", None where there is none."""
    try:
        host = urlsplit(url or "").hostname if "//" in (url or "") else None
    except ValueError:
        return None
    return (host or "").removeprefix("www.").strip(".") or None


def named(name: str, known: Mapping[str, str], rules: Rules) -> str:
    """The canonical name of an outlet or agency where it is known, also by its domain; else the name as given."""
    found = canonical(name, known, rules)
    if found is None and re.fullmatch(r"\S+\.\w{2,}(?:/\S*)?", name):
        found = listed_domain(name if "//" in name else f"//{name}", known)
    return found or name.strip()


def outlet_of_title(title: str, known: Mapping[str, str], rules: Rules, *, bars: bool) -> str | None:
    """The outlet named at the end or start of a title, set apart by a bar, or by a dash where `bars` is false.

    A dash also sets apart whose news a headline tells ("Kyiv gets jets - Tages-Anzeiger"), so it is asked last.
    """
    for form in _TITLED:
        match = form.fullmatch(title[:300])
        if match and (match["sign"] in "|·•") == bars:
            name = outlet_name(match["name"].strip(), known, rules, sure=bars)
            if name and not rules.header.genres.get(name.lower()):
                return name
    return None


def outlet_of_copyright(text: str, blocks: Sequence[Block]) -> str | None:
    """The owner that the last copyright line names, without its legal form; the line's year dates no report."""
    return next(filter(None, (_owner(line) for line in _copyright_lines(text, blocks))), None)


def _copyright_lines(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    for block in reversed(blocks):
        if block.kind in ("boilerplate", "caption", "links") and block.end - block.start <= 400:
            yield text[block.start : block.end]


def _owner(line: str) -> str | None:
    match = _COPYRIGHT.search(line)
    if match is None:
        return None
    name = re.split(r"\.\s|\s(?:All|all) (?:R|r)ights", match["name"])[0]
    name = _LEGAL.sub("", name).strip(" .,-")
    return name if len(name) > 1 and not name.isdigit() else None
