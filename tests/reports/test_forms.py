"""Whole reports in the forms that real outlets give them, words changed: what they say of themselves, what is read."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from crosswire.reports.rules import Rules
from tests.reports.build import iso, kinds, of_text

TOLD = "The chief officers of three countries agreed Thursday to share what they learn, the ministry said."

FORMS = {
    "agency page": f"""North's missile moved to coast, no sign of launch: agency

June 21, 2016 / 4:46 AM / a year ago

Reuters Staff

1 Min Read

SEOUL (Reuters) - {TOLD}

Reporting by Jane Hee Doe; Writing by James Doe; Editing by Michael Doe

Our Standards: The Trust Principles.
""",
    "time before date": f"""Go to Contents
Chief visits key unit

17:17 November 10, 2022

SEOUL, Nov. 10 (Yonhap) -- {TOLD}

General Doe is briefed on Nov. 10, 2022, in this photo provided by the army. (PHOTO NOT FOR SALE) (Yonhap)

someone@example.org
(END)
""",
    "date in the last bracket": f"""You are here: Home» Top News

Earthquake jolts county

{TOLD}

(Xinhua News Agency December 10, 2008)
""",
    "byline runs into the date": f"""Officers vow stern action
By J. Doe Published : Feb. 11, 2016 - 15:35
{TOLD}
It was the first such talk. (Yonhap)
""",
    "headline twice": f"""Chief asks for help

Write : 2018-04-05 16:37:40 Update : 2018-04-05 16:50:30

Chief asks for help

{TOLD}
""",
    "source line": f"""Chairman visits island

SEOUL-- {TOLD}

Source: Yonhap News Agency

You may also like...
""",
    "town and colon": f"""India reviews sanctions
Updated: Jan 28, 2026 18:31 IST
New Delhi: {TOLD}
ALSO READ
Canada seeks more trade
Gold climbs as the dollar slips
(With inputs from agencies.)
""",
    "two byline lines": f"""Tanker boarded
By JON DOE
Associated Press
DUBAI, United Arab Emirates (AP) — {TOLD}
""",
    "labels before captions": f"""Storm kills four in town

{TOLD}

By Jane Doe
BBC News, Doeville

Image source, Getty Images
Image caption,
Homes near the shore were flooded

{TOLD}

More on this story
Storm warning for the coast

The outlet is not responsible for the content of external sites.
""",
}


class Said(NamedTuple):
    """What a form says of itself."""

    title: str
    published: str | None = None
    byline: str | None = None
    dateline: str | None = None
    credit: str | None = None


SAID = {
    "agency page": Said(
        "North's missile moved to coast, no sign of launch: agency",
        "2016-06-21T04:46:00+00:00",
        "Reuters Staff",
        "SEOUL (Reuters)",
        "Reuters",
    ),
    "time before date": Said(
        "Chief visits key unit",
        "2022-11-10T17:17:00+00:00",
        dateline="SEOUL, Nov. 10 (Yonhap)",
        credit="Yonhap News Agency",
    ),
    "date in the last bracket": Said("Earthquake jolts county", "2008-12-10T00:00:00+00:00", credit="Xinhua"),
    "byline runs into the date": Said(
        "Officers vow stern action", "2016-02-11T15:35:00+00:00", "J. Doe", credit="Yonhap News Agency"
    ),
    "headline twice": Said("Chief asks for help", "2018-04-05T16:37:00+00:00"),
    "source line": Said("Chairman visits island", dateline="SEOUL", credit="Yonhap News Agency"),
    "town and colon": Said("India reviews sanctions", "2026-01-28T18:31:00+05:30", dateline="New Delhi"),
    "two byline lines": Said(
        "Tanker boarded",
        byline="JON DOE, Associated Press",
        dateline="DUBAI, United Arab Emirates (AP)",
        credit="Associated Press",
    ),
    "labels before captions": Said(
        "Storm kills four in town", byline="Jane Doe, BBC News, Doeville", credit="BBC News"
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_forms(form: str, rules: Rules) -> None:
    report = of_text(FORMS[form], rules)
    found = Said(report.title, iso(report.published), report.byline, report.dateline, report.credit)
    assert found == SAID[form]
    assert report.outlet == report.credit


@pytest.mark.parametrize("form", FORMS)
def test_only_what_is_told_is_read(form: str, rules: Rules) -> None:
    read = [text for kind, text in kinds(of_text(FORMS[form], rules)) if kind in ("heading", "paragraph", "bullet")]
    assert set(read) <= {TOLD, "It was the first such talk. (Yonhap)"}
    assert TOLD in read
