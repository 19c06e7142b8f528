"""Whose officer somebody in office is of whom no report says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.model import Claim, Place, Report, Speaker
from crosswire.pipeline.origins import Tracing, ties_of
from tests.builders import claim, count, report

MAYOR = Speaker("Ana Paz", "Ana Paz", "person", "the mayor of Sunfield")
RESIDENT = Speaker("Luis Gil", "Luis Gil", "person", "shopkeeper")


def country_of(speaker: Speaker, *countries: str) -> str | None:
    """The country that an officer is traced to, in a report with a place in each of these."""
    of: Report = report("A", "It fell.")
    told: list[Claim] = [claim(of, count(3), speaker)]
    for code in countries:
        place = Place(f"in {code}", code, code, 0.0, 0.0, "in", "city")
        told.append(replace(claim(of, place), id=code, attribute="where"))
    tracing = Tracing({of.id: of}, ties_of((), {of.id: of}, told))
    (found,) = tracing.of(told[0])
    return found.country


@pytest.mark.parametrize(
    ("speaker", "countries", "of"),
    [
        (MAYOR, ("PT",), "PT"),
        (MAYOR, ("PT", "ES"), None),  # it may be either's
        (MAYOR, (), None),
        (RESIDENT, ("PT",), None),  # in no office
        (replace(MAYOR, role="Sunfield police chief"), ("PT",), "PT"),
    ],
)
def test_an_officer_of_no_told_country_is_of_the_one_the_report_is_set_in(
    speaker: Speaker, countries: tuple[str, ...], of: str | None
) -> None:
    assert country_of(speaker, *countries) == of
