"""Reports from texts: outlet, date, credit and text, each with how it is known."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crosswire.errors import UnreadableInputError
from crosswire.model import Fetched, Given
from crosswire.reports.make import make_report
from crosswire.reports.rules import Rules
from tests.reports.build import KNOWN, iso, kind_of, kinds, of_text

LEAD = "North Korea fired several ballistic missiles toward the sea, South Korea's military said in a statement."
MORE = "Japan's Coast Guard said that a suspected missile had likely landed in the sea, and warned ships to stay away."


def body(*parts: str) -> str:
    return "\n\n".join(("Missiles fired over the sea", *parts))


INFERRED = "the one full date in its lead"


@pytest.mark.parametrize(
    ("text", "published", "basis", "by"),
    [
        (body("January 28, 2026", LEAD), "2026-01-28", "dateline", "date line"),
        (body("By Jane Doe Published: January 28, 2026", LEAD), "2026-01-28", "dateline", "date line"),
        (body("Updated: 29 Jan 2026 Published: 28 Jan 2026", LEAD), "2026-01-28", "dateline", "date line"),
        (body(f"SEOUL, Jan. 28, 2026 (AP) — {LEAD}"), "2026-01-28", "dateline", "dateline"),
        (
            body(f"SEOUL, Jan. 2 (AP) — {LEAD}", "It was the first since December 20, 2025."),
            "2026-01-02",
            "dateline",
            None,
        ),
        (body(f"SEOUL, Jan. 2 (AP) — {LEAD}", "It was the first since May 20, 2025."), None, "unknown", None),
        (body(f"SEOUL, Jan. 28 (AP) — {LEAD}"), None, "unknown", None),
        (body(f"On January 27, 2026, {LEAD}", MORE), "2026-01-27", "inferred", INFERRED),
        (body(f"On Tuesday, January 27, 2026, {LEAD}"), "2026-01-27", "inferred", None),
        (body(f"On January 27, 2026, {LEAD}", "In 2027, or by 2030, it will end."), None, "unknown", None),
        (body(f"On January 27, 2026, {LEAD}", "The goal is set to be met by 2030."), "2026-01-27", "inferred", None),
        (body(f"On January 27, 2016, {LEAD}", "Ten years on, in 2026, it goes on."), None, "unknown", None),
        (body(f"On January 27, 2016, {LEAD}", "It was told again on Friday."), None, "unknown", None),
        (body(f"The attacks of Sept. 11, 2001, changed it. {LEAD}"), None, "unknown", None),
        (body(f"On May 2, 2025, and on May 3, 2025, {LEAD}"), None, "unknown", None),
        (body(f"On January 27, 2026, {LEAD}", "The army said on Jan. 29 that it was ready."), None, "unknown", None),
        (body(f"On January 27, 2026, {LEAD}", "The party will meet on Feb. 3."), "2026-01-27", "inferred", None),
        (body(f"On Monday, January 27, 2026, {LEAD}"), None, "unknown", None),
        (
            body("A man who fled after a theft on January 27, 2026, was found, the town said.", LEAD),
            None,
            "unknown",
            None,
        ),
        (body("The notes, due on Nov. 1, 2034, were sold, the bank in Seoul said.", LEAD), None, "unknown", None),
        (body(f"{LEAD} A crash there on May 2, 2025, killed two.", MORE), None, "unknown", None),
        (
            body(f"Houses not selling. By JANE DOE Staff Writer March 30, 2026 NEWARK -- {LEAD}"),
            "2026-03-30",
            "dateline",
            None,
        ),
        (body(f"Houses not selling. Jane Doe jdoe@example.org March 30, 2026 {LEAD}"), "2026-03-30", "dateline", None),
        (body(f"It had to leave. By Friday March 6, 2026 The ship was gone. {LEAD}"), None, "unknown", None),
        (body(LEAD, MORE, MORE, "On January 27, 2026, it rained."), None, "unknown", None),
        (body(LEAD, "Copyright January 28, 2026, Thin Line News LLC"), None, "unknown", None),
        (body(LEAD, MORE, MORE, "Correction: January 29, 2026"), None, "unknown", None),
        (body("February 31, 2026", LEAD), None, "unknown", None),
        (body(LEAD), None, "unknown", None),
    ],
)
def test_published(text: str, published: str | None, basis: str, by: str | None, rules: Rules) -> None:
    report = of_text(text, rules)
    assert (report.published and f"{report.published:%Y-%m-%d}", report.date_basis) == (published, basis)
    assert by is None or report.known_by["published"] == by
    assert ("published" in report.known_by) == (published is not None)
    warned = any("publication date" in warning for warning in report.warnings)
    assert warned == (basis in ("inferred", "unknown"))


def test_given_wins(rules: Rules) -> None:
    given = Given("Another title", "the gazette", "https://example.org/1", datetime(2026, 2, 1, tzinfo=UTC))
    report = of_text(body("January 28, 2026", LEAD, "© 2024 Thin Line News LLC"), rules, given)
    assert (report.title, report.outlet, report.url) == ("Another title", "Northern Gazette", "https://example.org/1")
    assert (iso(report.published), report.date_basis) == ("2026-02-01T00:00:00+00:00", "given")
    assert {report.known_by[key] for key in ("title", "outlet", "url", "published")} == {"given"}


def test_a_given_date_without_a_zone_is_utc_and_an_absurd_one_is_none(rules: Rules) -> None:
    assert (
        iso(of_text(body(LEAD), rules, Given(published=datetime(2026, 2, 1))).published) == "2026-02-01T00:00:00+00:00"
    )
    assert of_text(body(LEAD), rules, Given(published=datetime(1, 1, 1))).published is None


def test_given_words_that_are_no_text(rules: Rules) -> None:
    report = of_text(body(LEAD), rules, Given(title="Caf\udce9", outlet="\udce9", url="\udce9"))
    assert (report.title, report.outlet, report.url) == ("Caf\ufffd", "\ufffd", "\ufffd")


@pytest.mark.parametrize(
    ("line", "outlet", "by"),
    [
        ("Copyright 2024, Thin Line News LLC", "Thin Line News", "copyright line"),
        ("© 2026 The Gazette. All rights reserved.", "Northern Gazette", "copyright line"),
        ("Copyright © 2019-2026 by Harbour Media Ltd", "Harbour Media", "copyright line"),
        ("(c) 2026 Cable News Network, Inc. All Rights Reserved.", "Cable News Network", "copyright line"),
        ("All rights reserved.", None, None),
        ("Copyright 2024", None, None),
        ("(AFP)", "Agence France-Presse", "agency credit"),
        ("Source: Xinhua", "Xinhua", "agency credit"),
        ("The council met.", None, None),
    ],
)
def test_outlet_of_a_last_line(line: str, outlet: str | None, by: str | None, rules: Rules) -> None:
    report = of_text(body(LEAD, MORE, line), rules)
    assert (report.outlet, report.known_by.get("outlet")) == (outlet, by)
    assert any("outlet unknown" in warning for warning in report.warnings) == (outlet is None)


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.bbc.co.uk/news/1", "BBC News"),
        ("https://news.bbc.co.uk/2", "BBC News"),
        ("http://www.example.org:80/x", "example.org"),
        ("https://notbbc.co.uk/", "notbbc.co.uk"),
        ("mailto:x", None),
        ("https://[broken", None),
    ],
)
def test_outlet_of_an_address(url: str, outlet: str | None, rules: Rules) -> None:
    assert of_text(body(LEAD), rules, Given(url=url)).outlet == outlet


@pytest.mark.parametrize(
    ("parts", "credit", "by"),
    [
        ((f"SEOUL (AP) — {LEAD}",), "Associated Press", "dateline"),
        (("By Jane Doe, Associated Press", LEAD), "Associated Press", "byline"),
        ((LEAD, "(AFP)"), "Agence France-Presse", "credit line"),
        ((LEAD, f"{MORE} (Xinhua)"), "Xinhua", "credit line"),
        ((LEAD, f"{MORE} PTI"), "Press Trust of India", "credit line"),
        ((LEAD, f"{MORE} – AFP"), "Agence France-Presse", "credit line"),
        ((LEAD, f"{MORE} PNA/Xinhua"), "Philippine News Agency", "credit line"),
        (("By Jane Doe in Seoul for Reuters", LEAD), "Reuters", "credit line"),
        (("Agence France-Presse in Seoul", LEAD), "Agence France-Presse", "credit line"),
        (("Source: Xinhua | 2026-01-28 | Editor: huaxia", LEAD), "Xinhua", "credit line"),
        ((f"Reuters - {LEAD}",), "Reuters", "credit line"),
        ((f"Seoul, Reuters. {LEAD}",), "Reuters", "credit line"),
        ((f"SEOUL, Jan 28 (EFE).- {LEAD}",), "EFE", "dateline"),
        ((LEAD, f"{MORE} © Agence France-Presse"), "Agence France-Presse", "credit line"),
        ((LEAD, f"{MORE} (Reuters/jd)"), "Reuters", "credit line"),
        ((LEAD, MORE, "(With inputs from PTI)"), "Press Trust of India", "credit line"),
        ((LEAD, MORE, "(HARBOUR 24 with AFP)"), "Agence France-Presse", "credit line"),
        (
            (LEAD, MORE, "(This story is not edited by our staff and comes from a syndicated feed from PTI.)"),
            "Press Trust of India",
            "credit line",
        ),
        (
            (LEAD, MORE, "This report by The Canadian Press was first published June 22, 2023."),
            "Canadian Press",
            "credit line",
        ),
        ((LEAD, MORE, "Associated Press writer Jane Doe in Seoul contributed."), "Associated Press", "credit line"),
        # whose picture it is, a state, partners, a sentence
        ((LEAD, MORE, "REUTERS/Jane Doe"), None, None),
        ((LEAD, MORE, "Image credit: AFP via Getty Images"), None, None),
        (("Pittsburgh, PA", LEAD), None, None),
        ((f"PITTSBURGH, PA - {LEAD}",), None, None),
        ((LEAD, f"{MORE} Channels showed it (partners of CNN)."), None, None),
        ((LEAD, f"{MORE} He spoke to Reuters."), None, None),
        (("By Jane Doe for Harbour Media", LEAD), None, None),
        ((LEAD, "He flew to the offices of AFP"), None, None),
        ((LEAD, f"{MORE} AFP asked him about it."), None, None),
        ((LEAD, f"{MORE} Harbour Media"), None, None),
        ((LEAD, "(Reporting by Jane Doe in Seoul; Editing by Li Wei.)"), "Reuters", "credit line"),
        ((LEAD, f"{MORE} (Reporting by Jane Doe; Writing by Li Wei; Editing by Ann Poe)"), "Reuters", "credit line"),
        ((LEAD, "Reporting by Jane Doe in Seoul and Li Wei in Tokyo"), None, None),
        ((LEAD, f"{MORE} Reporting by a newspaper; a study; others showed it."), None, None),
        # of some of the text, of a picture
        ((LEAD, MORE, "The Associated Press contributed to this report."), None, None),
        ((LEAD, MORE, "Jane Doe and Li Wei of Agence France-Presse contributed to this story."), None, None),
        ((LEAD, MORE, "Hide caption A launcher in Seoul on Tuesday. Jane Doe/AP"), None, None),
        ((LEAD, f"{MORE} Jane Doe/AFP"), None, None),
        (("toggle caption Jane Doe/Reuters /Picturia", LEAD), None, None),
        ((f"MOSCOW, January 27. /TASS/. {LEAD}",), "TASS", "dateline"),
        ((LEAD, MORE, "Jane Doe contributed to this report from Seoul."), None, None),
        ((LEAD, MORE, "© 2016 AFP"), "Agence France-Presse", "credit line"),
        ((LEAD, MORE, "© 2016 Harbour Media"), None, None),
        ((LEAD, "ASSOCIATED PRESS.", MORE, MORE, MORE), None, None),
        ((f"SEOUL — {LEAD}",), None, None),
        ((LEAD, "He was born in Altoona (Pa.)"), None, None),
    ],
)
def test_credit(parts: tuple[str, ...], credit: str | None, by: str | None, rules: Rules) -> None:
    report = of_text(body(*parts), rules)
    assert (report.credit, report.known_by.get("credit")) == (credit, by)


def test_dateline_is_parted_from_its_paragraph(rules: Rules) -> None:
    report = of_text(body(f"SEOUL, Jan. 28 (Yonhap) -- {LEAD}"), rules)
    assert report.dateline == "SEOUL, Jan. 28 (Yonhap)"
    assert kinds(report)[1:] == [("dateline", "SEOUL, Jan. 28 (Yonhap)"), ("paragraph", LEAD)]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Doe and Li Wei", "Jane Doe and Li Wei"),
        ("BY JANE VAN DER BERG", "JANE VAN DER BERG"),
        ("By Jane Doe | Reuters | January 28, 2026", "Jane Doe"),
        ("By Jane Doe in Seoul", "Jane Doe"),
        ("Jane Doe, Staff Writer", "Jane Doe"),
        ("Author: Jane Doe", "Jane Doe"),
        ("Reuters Staff", "Reuters Staff"),
        ("By Tuesday, the storm had moved on.", None),
        ("By 2030", None),
        ("Kim Jong Un, Supreme Leader", None),
    ],
)
def test_byline(line: str, byline: str | None, rules: Rules) -> None:
    assert of_text(body(line, LEAD, MORE), rules).byline == byline


@pytest.mark.parametrize(
    "text",
    [
        "  \n\n Missiles fired \r\n\r\n" + LEAD + " \n",
        f"Missiles\u00a0fired\n{LEAD}\t\n\n\n",
        f"Missiles \0 fired\n{LEAD}\0",
    ],
)
def test_the_text_stays_as_it_is(text: str, rules: Rules) -> None:
    assert of_text(text, rules).text == text
    assert of_text("\ufeff" + text, rules).text == text


def test_the_id_depends_on_the_content_only(rules: Rules) -> None:
    one, other = (
        make_report(Fetched(where, body(LEAD).encode(), "text"), KNOWN, rules) for where in ("a.txt", "b/c.txt")
    )
    assert one.id == other.id and one.path != other.path
    assert of_text(body(MORE), rules).id != one.id
    assert of_text(body(LEAD), rules, Given(outlet="X")).id != one.id


def test_dateline_on_a_line_of_its_own(rules: Rules) -> None:
    report = of_text(body("SEOUL —", LEAD), rules)
    assert report.dateline == "SEOUL"
    assert kinds(report)[1:] == [("dateline", "SEOUL —"), ("paragraph", LEAD)]


MARKDOWN = f"""# Missiles fired **over** the sea

![A missile](missile.jpg)

*January 28, 2026*

## What is known ##

- No ships were hit.

> {MORE}

What comes next
---------------

{LEAD}

---

[Subscribe](https://example.org)
"""


def test_markdown(rules: Rules) -> None:
    report = of_text(MARKDOWN, rules, markdown=True)
    assert report.text == MARKDOWN
    assert report.title == "Missiles fired **over** the sea"
    assert iso(report.published) == "2026-01-28T00:00:00+00:00"
    assert kind_of(report, "What is known") == kind_of(report, "What comes next") == "heading"
    assert ("bullet", "No ships were hit.") in kinds(report)
    assert ("paragraph", MORE) in kinds(report)
    assert not any(text.startswith(("---", "![", "#", ">")) for _, text in kinds(report))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Nordkorea hat am Dienstag mehrere Raketen ins Meer abgefeuert, sagte das Militär. Japan protestierte.",
            "German",
        ),
        ("북한이 화요일에 동해상으로 미사일 여러 발을 발사했다고 군이 밝혔다.", "Korean"),
        ("Северная Корея запустила несколько ракет в сторону моря, сообщили военные.", "Russian"),
        ("La Corée du Nord a tiré plusieurs missiles vers la mer mardi, a annoncé l'armée sud-coréenne.", "French"),
    ],
)
def test_other_languages_are_refused(text: str, language: str, rules: Rules) -> None:
    with pytest.raises(UnreadableInputError, match=f"a.txt: is in {language}; give an English text") as caught:
        of_text(text, rules)
    assert caught.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "Missiles fired",
        "Kim Jong Un",
        "Pyongyang",
        "1 2 3",
        "!!!",
        "Dodgers 4 Yankees 3 Red Sox 2 Rays 1 Astros 5 Marlins 0 Cubs 7 Mets 6 Padres 2 Braves 9 Twins 3",
        "Prime Minister Takaichi Sanae met Chief Cabinet Secretary Kihara Minoru in Tokyo, Nagatacho, Kantei.",
    ],
)
def test_short_and_odd_english_is_read(text: str, rules: Rules) -> None:
    assert of_text(text, rules).language == "en"


@pytest.mark.parametrize("content", [b"", b" \n\t", b"\xef\xbb\xbf\n"])
def test_empty(content: bytes, rules: Rules) -> None:
    with pytest.raises(UnreadableInputError, match="is empty"):
        make_report(Fetched("a.txt", content, "text"), {}, rules)
