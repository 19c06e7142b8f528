"""One short form, several bodies: PTI is an Indian agency and a Pakistani party, AFP an agency and two forces.

An agency is told from, and names no officers: "according to PTI", "AFP reported", but "PTI chairman"; "the AFP" is a
force where the report names its country. Where the words around it do not tell, it is the body whose country the report
names; else the agency.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crosswire.claims.speakers.names import Body, CountryForm, Names
from crosswire.claims.speakers.scan import Hit
from crosswire.claims.speakers.sheet import Sheet

TELLS = frozenset({"told", "tell", "tells", "telling", "agency", "to", "by", "quoting", "citing"})
HEADED = frozenset(
    {
        "chief",
        "chairman",
        "chairwoman",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "commander",
        "commissioner",
        "general",
    }
)
REPORTS = frozenset({
    "reported", "reports", "report", "reporter", "reporters", "correspondent", "journalist", "photographer", "photo",
    "news", "quoted", "citing", "quoting", "video",
})  # fmt: skip


def settle_rivals(sheets: Sequence[Sheet], hits: Sequence[Sequence[Hit]], names: Names) -> list[list[Hit]]:
    """The hits of a report's passages, those of a form with several meanings as the one that fits."""
    if not any(_rivals(sheet, hit, names) for sheet, row in zip(sheets, hits, strict=True) for hit in row):
        return [list(row) for row in hits]
    named = Counter(hit.meaning.country.code for row in hits for hit in row if isinstance(hit.meaning, CountryForm))
    return [[_settled(sheet, hit, names, named) for hit in row] for sheet, row in zip(sheets, hits, strict=True)]


def _rivals(sheet: Sheet, hit: Hit, names: Names) -> tuple[Body, ...]:
    return names.rivals.get(sheet.slice(hit.start, hit.end), ())


def _settled(sheet: Sheet, hit: Hit, names: Names, named: Counter[str]) -> Hit:
    rivals = _rivals(sheet, hit, names)
    if not rivals:
        return hit
    agencies = [body for body in rivals if body.kind == "agency"]
    others = [body for body in rivals if body.kind != "agency"]
    kept = _fitting(sheet, hit, agencies, others, named)
    return Hit(hit.start, hit.end, max(kept, key=lambda body: named[body.country or ""]))


def _fitting(
    sheet: Sheet, hit: Hit, agencies: Sequence[Body], others: Sequence[Body], named: Counter[str]
) -> Sequence[Body]:
    """The rivals that the words around and the countries named leave."""
    if not agencies or not others:
        return agencies or others
    before = sheet.lowers[hit.start - 1] if hit.start else ""
    after = sheet.lowers[hit.end] if hit.end < len(sheet.lowers) else ""
    at_home = [body for body in others if named[body.country or ""]]
    if after in HEADED or (before == "the" and at_home):
        return others
    if before in TELLS or after in REPORTS or after in (")", "."):
        return agencies
    return at_home if at_home and not any(named[body.country or ""] for body in agencies) else agencies
