"""The halves of a divided country as a report of both calls them: "the North", "the South's foreign ministry"."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.claims.speakers.names import CountryForm, Generic, Names
from crosswire.claims.speakers.scan import Hit
from crosswire.claims.speakers.sheet import POSSESSIVE, Sheet

HALVES = {"North": "KP", "South": "KR"}


def with_halves(sheets: Sequence[Sheet], hits: Sequence[Sequence[Hit]], names: Names) -> list[list[Hit]]:
    """The known names of a report's passages, with those of the two Koreas by their half where it names both."""
    told = {h.meaning.country.code for row in hits for h in row if isinstance(h.meaning, CountryForm)}
    if not told.issuperset(HALVES.values()):
        return [list(row) for row in hits]
    return [
        sorted((*(_whose(sheet, hit, names) for hit in row), *_halves(sheet, row, names)), key=lambda hit: hit.start)
        for sheet, row in zip(sheets, hits, strict=True)
    ]


def _whose(sheet: Sheet, hit: Hit, names: Names) -> Hit:
    """A known name, "the South's foreign ministry" as that of the country."""
    country = names.countries.by_code(HALVES.get(sheet.words[hit.start], ""))
    if country is None or hit.end < hit.start + 3 or sheet.words[hit.start + 1] not in POSSESSIVE:
        return hit
    noun = sheet.slice(hit.start + 2, hit.end).lower()
    rows = names.index.get(noun.split(maxsplit=1)[0], ())
    generic = next((m for form, _, m in rows if form.lower() == noun and isinstance(m, Generic)), None)
    return hit if generic is None else Hit(hit.start, hit.end, names.of_country(country, generic))


def _halves(sheet: Sheet, row: Sequence[Hit], names: Names) -> list[Hit]:
    taken = {i for hit in row for i in range(hit.start, hit.end)}
    found = []
    for i, word in enumerate(sheet.words):
        country = names.countries.by_code(HALVES.get(word, ""))
        behind = sheet.words[i + 1] if i + 1 < len(sheet.words) else ""
        alone = i > 0 and sheet.lowers[i - 1] == "the" and not behind[:1].isupper() and behind != "-"
        if country is not None and alone and i not in taken:
            found.append(Hit(i, i + 1, CountryForm(country, "name")))
    return found
