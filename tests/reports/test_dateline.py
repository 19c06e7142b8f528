"""Datelines: hits of many agencies beside what only looks like one."""

from __future__ import annotations

import pytest

from crosswire.reports.dateline import agency_of_byline, is_place_line, read_dateline
from crosswire.reports.rules import Rules


@pytest.mark.parametrize(
    ("paragraph", "text", "credit", "date"),
    [
        ("SEOUL, Jan. 27 (Yonhap) -- North", "SEOUL, Jan. 27 (Yonhap)", "Yonhap News Agency", (1, 27, None)),
        ("PARIS | TASS | Russia said", "PARIS | TASS", "TASS", (None, None, None)),
        ("KYIV (Reuters) - Russia", "KYIV (Reuters)", "Reuters", (None, None, None)),
        ("SEOUL/TOKYO, Jan 27 (Reuters) - North", "SEOUL/TOKYO, Jan 27 (Reuters)", "Reuters", (1, 27, None)),
        ("(AP) — The", "(AP)", "Associated Press", (None, None, None)),
        ("(CNN)The president", "(CNN)", "CNN", (None, None, None)),
        ("PALM BEACH, Fla. (AP) — A", "PALM BEACH, Fla. (AP)", "Associated Press", (None, None, None)),
        ("RIO DE JANEIRO (AP) _ The", "RIO DE JANEIRO (AP)", "Associated Press", (None, None, None)),
        ("Seoul, South Korea (AFP) — North", "Seoul, South Korea (AFP)", "Agence France-Presse", (None, None, None)),
        ("New Delhi, Jan 27 (PTI) The", "New Delhi, Jan 27 (PTI)", "Press Trust of India", (1, 27, None)),
        ("MOSCOW, January 27. /TASS/. Russia", "MOSCOW, January 27. /TASS/", "TASS", (1, 27, None)),
        (
            "ABU DHABI, 27th January, 2026 (WAM) -- A",
            "ABU DHABI, 27th January, 2026 (WAM)",
            "WAM",
            (1, 27, 2026),
        ),
        ("NEW YORK CITY, NEW YORK: Iran fired", "NEW YORK CITY, NEW YORK", None, (None, None, None)),
        (
            "NEW YORK, Jan. 27, 2026 /PRNewswire/ -- A",
            "NEW YORK, Jan. 27, 2026 /PRNewswire/",
            "PR Newswire",
            (1, 27, 2026),
        ),
        ("Jan. 27 (UPI) -- North Korea", "Jan. 27 (UPI)", "United Press International", (1, 27, None)),
        ("Tehran, IRNA – Iran", "Tehran, IRNA", "IRNA", (None, None, None)),
        ("ATLANTA (WXIA) — Police", "ATLANTA (WXIA)", "WXIA", (None, None, None)),
        ("WASHINGTON — The U.S. military", "WASHINGTON", None, (None, None, None)),
        ("WASHINGTON, May 29, 2009 -- Wires", "WASHINGTON, May 29, 2009", None, (5, 29, 2009)),
        ("ST. LOUIS, Mo. — Police", "ST. LOUIS, Mo.", None, (None, None, None)),
        ("NEW DELHI: The minister", "NEW DELHI", None, (None, None, None)),
        ("Beirut — Israel struck", "Beirut", None, (None, None, None)),
        ('TOKYO — "We protest," he said', "TOKYO", None, (None, None, None)),
        (
            "GOMA (DR Congo), 3 May (AFP / AP) - Fighters",
            "GOMA (DR Congo), 3 May (AFP / AP)",
            "Agence France-Presse",
            (5, 3, None),
        ),
        ("BEIRUT (Lebanon) (AP) - Fighters", "BEIRUT (Lebanon) (AP)", "Associated Press", (None, None, None)),
        ("GOMA (DR Congo), 3 May - Fighters", "GOMA (DR Congo), 3 May", None, (5, 3, None)),
        ("GOMA (Uganda) - Fighters", "GOMA (Uganda)", None, (None, None, None)),
        ("SAN FRANCISCO, July 7 U.S. officials examined", "SAN FRANCISCO, July 7", None, (7, 7, None)),
        ("July 6 An airliner crashed", "July 6", None, (7, 6, None)),
        ("MANILA \u2022 A volcano spewed", "MANILA", None, (None, None, None)),
        ("MOSUL, May 3 (Reuters with AFP) - Troops", "MOSUL, May 3 (Reuters with AFP)", "Reuters", (5, 3, None)),
    ],
)
def test_datelines(
    paragraph: str, text: str, credit: str | None, date: tuple[int | None, int | None, int | None], rules: Rules
) -> None:
    found = read_dateline(paragraph, {}, rules)
    assert found is not None
    assert (found.text, found.credit, (found.month, found.day, found.year)) == (text, credit, date)
    assert paragraph[: found.length].startswith(text)
    assert paragraph[found.length :][:1].strip()


@pytest.mark.parametrize(
    "paragraph",
    [
        "North Korea (DPRK) said it would",
        "The Islamic State (IS) - The group",
        "The Pentagon (AP) said",
        "NATO — the alliance — met",
        "UPDATE - The storm",
        "BREAKING NEWS — A plane",
        "JCS: North fired missiles",
        "Moscow — which denies it — said",
        "Berlin: The chancellor",
        "Kim Jong Un — The leader",
        "IOWA POLLS NOT NECESSARILY WRONG, JUST TOO EARLY - Jane Doe",
        "MISSILE-LAUNCH tests went on",
        "SIEGEL--Jane, of Doeville",
        "Los Angeles (Reuters)",
        "July 4 Parade marchers were hurt",
        "July 6 was a Saturday",
        "San Francisco, July 7 Police said",
        "",
        "(",
        "A" * 5000,
    ],
)
def test_no_datelines(paragraph: str, rules: Rules) -> None:
    assert read_dateline(paragraph, {}, rules) is None


@pytest.mark.parametrize(
    ("paragraph", "leads", "text"),
    [
        ("August 10, 2018 - Dozens of children were killed", True, "August 10, 2018"),
        ("10 August 2018: Dozens of children were killed", True, "10 August 2018"),
        ("August 10, 2018 - Dozens of children were killed", False, None),
        ("August 10 - Dozens of children were killed", True, None),
        ("August 10, 2018 was a black day", True, None),
        ("Haiti: At least 30 people died", True, "Haiti"),
        ("Sri Lanka: The president resigned", True, "Sri Lanka"),
        ("Haiti: At least 30 people died", False, None),  # further down it may be who speaks
        ("Iran: “We will answer”", True, None),
        ("Iran: we will answer", True, None),
        ("Haiti, Cuba: Rain fell", True, None),
        ("Police: A man died", True, None),
        ("Haiti - At least 30 people died", True, None),
    ],
)
def test_a_country_heads_a_report_with_a_colon(paragraph: str, leads: bool, text: str | None, rules: Rules) -> None:
    found = read_dateline(paragraph, {}, rules, leads=leads)
    assert (found.text if found else None) == text


def test_a_known_outlet_is_an_agency_too(rules: Rules) -> None:
    found = read_dateline("Springfield (The Gazette) The mayor", {"the gazette": "Northern Gazette"}, rules)
    assert found is not None and found.credit == "Northern Gazette"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("SEOUL —", True),
        ("SEOUL", True),
        ("Kyiv, Ukraine", True),
        ("Moscow", False),
        ("MISSILES", False),
        ("WHO", False),
        ("", False),
        ("—", False),
    ],
)
def test_place_lines(line: str, expected: bool, rules: Rules) -> None:
    assert is_place_line(line, rules) == expected


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("Reuters", "Reuters"),
        ("By Jane Doe, Associated Press", "Associated Press"),
        ("Tom Writer, AP Business Writer", "Associated Press"),
        ("Jane Doe | AFP", "Agence France-Presse"),
        ("Jane Doe", None),
        ("Pa. Staff", None),
        ("", None),
    ],
)
def test_agency_of_byline(byline: str, agency: str | None, rules: Rules) -> None:
    assert agency_of_byline(byline, {}, rules) == agency


@pytest.mark.parametrize("bracket", ["Sumatra", "Kerala", "New South Wales", "Nairobi"])
def test_a_region_in_brackets_is_no_agency(bracket: str, rules: Rules) -> None:
    found = read_dateline(f"SIMALUNGUN ({bracket}) - Divers joined the search.", {}, rules)
    assert found is None or found.credit is None
