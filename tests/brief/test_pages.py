"""The brief as text, Markdown, HTML and JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len

from crosswire.brief.compose import compose
from crosswire.brief.html import as_html
from crosswire.brief.listing import as_listing
from crosswire.brief.markdown import as_markdown
from crosswire.brief.record import as_json, as_reading, as_record, dumps, json_pieces
from crosswire.brief.text import Page, as_text
from crosswire.brief.wording import load_wording
from crosswire.model import Brief

from .build import Desk, launch, reading

WORDS = load_wording()
ORDER = [
    "Northland fires short-range ballistic missiles toward the Pale Sea",
    "Tuesday 27 January 2026",
    "3 reports, 1 of them a copy (Harbour Gazette, unnamed outlet, Inland Post)",
    "Who launched?",
    "CONFIRMED:",
    "REPORTED:",
    "DISPUTED:",
    "WHO SAID WHAT",
    "BACKGROUND",
    "WHAT IS EXPECTED NEXT",
    "ONLY OPINION",
    "DOES IT ADD UP?",
    "THE REPORTS",
    "WHERE IT COMES FROM",
    "WARNINGS",
]
EMPTY = Brief("0.1.0", {}, (), (), (), {}, (), (), (), (), (), (), ())


def text(brief: Brief, **page: Any) -> str:
    return as_text(compose(brief, WORDS), Page(**page))


def every_format(brief: Brief) -> dict[str, str]:
    sheet = compose(brief, WORDS)
    return {"text": as_text(sheet, Page()), "md": as_markdown(sheet), "html": as_html(sheet)}


def squeezed(words: str) -> str:
    return " ".join(words.split())


# --- text ---------------------------------------------------------------------------------------------------------


def test_the_order_of_the_parts() -> None:
    shown = text(launch(), full=True)
    places = [shown.find(part) for part in ORDER]
    assert -1 not in places
    assert places == sorted(places)


def test_the_first_screen_has_the_essence() -> None:
    first = squeezed("\n".join(text(launch(), width=80).splitlines()[:24]))
    for part in (
        "Northland fires",
        "confirmed, 2 origins",
        "about 350 km",
        "several (no number given)",
        "disputed",
        "2 independent origins",  # behind one answer; four in all
        "Southland's Joint Staff",
        "Two boats and five boats are not one number.",
    ):
        assert part in first


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    brief = launch()
    wide = replace(brief, warnings=("日本語" * 60, "x" * 300))
    assert max(cell_len(line) for line in text(wide, width=width).splitlines()) <= width


def test_plain_text_has_no_colour_codes_and_no_drawn_boxes() -> None:
    shown = text(launch(), width=80)
    assert "\x1b" not in shown
    assert not re.search("[\u2500-\u257f]", shown)
    assert "*Northland* launched" in shown


def test_colour_replaces_the_asterisks() -> None:
    shown = text(launch(), width=80, colour=True)
    assert "\x1b[" in shown
    assert "*Northland*" not in shown


def test_long_lists_are_cut_and_say_so() -> None:
    brief = launch()
    many = replace(brief, checks=brief.checks * 4)
    assert "and 7 more (--full)" in text(many)
    assert "--full" not in text(many, full=True)


def test_one_item_too_many_is_shown_rather_than_counted() -> None:
    brief = launch()
    assert "--full" not in text(replace(brief, checks=brief.checks * 2))


def test_denials_stand_beside_what_they_deny() -> None:
    shown = squeezed(text(launch()))
    assert "Northland denied (disputed) [2] unnamed outlet: any *boat* was hit" in shown


def test_a_speaker_is_not_named_twice_in_one_line() -> None:
    assert "Southland's Joint Staff said [1] Harbour Gazette: “Our forces" in squeezed(text(launch()))


def test_joint_statements_are_one_line() -> None:
    assert "Southland and Westmark condemned" in text(launch())


# --- all pages ----------------------------------------------------------------------------------------------------


def test_no_ids_are_shown() -> None:
    brief = launch()
    ids = [x.id for group in (brief.reports, brief.claims, brief.events, brief.origins) for x in group]
    for form, page in every_format(brief).items():
        assert not [id_ for id_ in ids if id_ in page], form


def test_a_paraphrase_is_never_in_quotation_marks() -> None:
    for form, page in every_format(launch()).items():
        assert "“They flew" not in page, form
        assert "“Our forces are keeping a firm watch … and share what we know with our partners.”" in squeezed(
            re.sub(r"\n +", " ", page)
        ), form


def test_an_empty_brief_says_so() -> None:
    for form, page in every_format(EMPTY).items():
        assert "No event of a known kind" in page, form


def test_several_main_events_each_have_a_headline() -> None:
    brief = launch()
    second = replace(brief.events[0], id="other", title="A ferry runs aground", when=None, where=None)
    for form, page in every_format(replace(brief, events=(*brief.events, second))).items():
        assert "A ferry runs aground" in page, form


def test_hostile_words_stay_words() -> None:
    brief = launch()
    title = "<script>alert(1)</script> [x](javascript:y) **b** \x1b[31m\u202e |\n# h"
    event = replace(brief.events[0], title=title)
    report = replace(brief.reports[0], title=title, outlet="<b>\x07", url="javascript:alert(1)")
    pages = every_format(replace(brief, events=(event,), reports=(report, *brief.reports[1:])))
    assert "\x1b" not in pages["text"]
    assert "\x07" not in pages["text"]
    assert "<script" not in pages["md"]
    assert "[x](" not in pages["md"].replace("\\", "\\\\")
    assert "<script" not in pages["html"]
    assert 'href="javascript' not in pages["html"]
    assert "\u202e" not in "".join(pages.values())


# --- Markdown -----------------------------------------------------------------------------------------------------


def test_every_footnote_is_defined_once_and_used() -> None:
    page = as_markdown(compose(launch(), WORDS))
    defined = re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", page))
    assert len(defined) == len(set(defined))
    assert used == set(defined)


# --- HTML ---------------------------------------------------------------------------------------------------------


def test_every_link_inside_the_page_opens_something() -> None:
    page = as_html(compose(launch(), WORDS))
    names = re.findall(r'id="([^"]+)"', page)
    assert len(names) == len(set(names))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(names)


def test_the_page_needs_nothing_from_outside() -> None:
    page = as_html(compose(launch(), WORDS))
    assert "<script" not in page
    assert not re.search(r"(?:src|srcset|action)=|<link|@import|url\(", page)
    assert re.findall(r'href="(https?:[^"]+)"', page) == ["https://inland.example/1?a=1&amp;b=2"]


def test_each_report_is_in_the_page_in_full() -> None:
    page = as_html(compose(launch(), WORDS))
    for words in ("Copyright 2024, Harbour Gazette", "Analysts said ", "could be meant for the congress"):
        assert words in page


# --- JSON ---------------------------------------------------------------------------------------------------------


def schema() -> Any:
    return json.loads((files("crosswire.brief") / "brief.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("brief", [launch(), EMPTY])
def test_json_is_valid(brief: Brief) -> None:
    jsonschema.validate(json.loads(as_json(brief)), schema(), format_checker=jsonschema.FormatChecker())


def test_every_span_is_the_text_of_its_report() -> None:
    record = json.loads(as_json(launch()))
    texts = {r["id"]: r["text"] for r in record["reports"]}
    for claim in record["claims"]:
        whole = texts[claim["report"]]
        for span in (claim["span"], claim["words"], *claim["parts"]):
            if span is not None:
                assert whole[span["start"] : span["end"]] == span["exact"]
                assert (span["prefix"] + span["exact"] + span["suffix"]) in whole


def test_facts_stand_in_their_events_and_claims_know_theirs() -> None:
    record = json.loads(as_json(launch(), {"launch": "MOBILIZE/weapons"}))
    main = record["events"][0]
    assert len(main["facts"]) == 7
    assert main["plover"] == "MOBILIZE/weapons"
    assert {c["event"] for c in record["claims"]} == {e["id"] for e in record["events"]} | {None}
    assert [r["reprint_of"] for r in record["reports"]] == [None, None, record["reports"][0]["id"]]


def test_times_have_an_offset() -> None:
    record = json.loads(as_json(launch()))
    assert record["reports"][0]["published"] == "2026-01-28T00:00:00+00:00"
    assert record["events"][0]["when"]["end"] == "2026-01-28T00:00:00+00:00"


def test_what_json_cannot_write_is_replaced() -> None:
    assert dumps({"a": "\ud800"}) == '{"a": "?"}'
    with pytest.raises(ValueError, match="Out of range"):
        dumps({"a": float("nan")})


def test_a_reading_has_report_claims_and_values() -> None:
    record = as_reading(reading())
    assert list(record) == ["report", "claims", "values"]
    assert record["values"][0]["value"]["low"] == 350
    assert record["values"][0]["span"]["exact"] == "350 kilometers"
    assert record["report"]["reprint_of"] is None
    part = {**schema(), "$ref": "#/$defs/claim"}
    for key in ("type", "required", "properties"):
        del part[key]
    for claim in record["claims"]:
        jsonschema.validate(claim, part)


def test_a_listing_names_each_claim_and_value() -> None:
    listing = as_listing(reading(), WORDS)
    assert "350 kilometers -> quantity: about 350 km" in listing
    assert "Harbour Gazette, citing Southland's Joint Staff [fact, paraphrased, states]: They flew" in listing


# --- what stands behind an origin ---------------------------------------------------------------------------------


def test_unknown_origins_are_not_counted() -> None:
    brief = launch()
    fact = brief.facts[0]
    unknown = brief.origins[-1].id
    alone = replace(fact, candidates=(replace(fact.candidates[0], origins=(unknown,)),))
    story = compose(replace(brief, facts=(alone,)), WORDS).stories[0]
    assert story.origins == ()
    assert story.lines[0].label == "as reported"


def test_whether_it_happened_is_answered_with_yes() -> None:
    brief = launch()
    happened = replace(brief.facts[0], attribute="happened", question="Did it happen?")
    line = compose(replace(brief, facts=(happened,)), WORDS).stories[0].lines[0]
    assert (line.question, line.answer) == ("Did it happen?", "yes")


def test_the_builder_finds_what_it_is_told_to_find() -> None:
    desk = Desk()
    with pytest.raises(ValueError, match="substring"):
        desk.claim(desk.report("A", "one"), "two")


def test_two_sides_stand_side_by_side_where_there_is_room() -> None:
    def together(width: int) -> bool:
        lines = text(launch(), width=width).splitlines()
        return any("2 fishing boats (Westmark" in line and "5 fishing boats (Radio" in line for line in lines)

    assert together(100)
    assert not together(60)


def test_json_in_pieces_is_the_whole_record() -> None:
    pieces = list(json_pieces(launch()))
    assert len(pieces) > len(launch().claims)
    assert "".join(pieces) == json.dumps(as_record(launch(), {}), ensure_ascii=False, indent=2)


def test_an_event_that_has_only_a_day_for_a_name_leaves_no_empty_one() -> None:
    main, past = launch().events
    brief = replace(launch(), events=(main, replace(past, naming="words")))
    pages = every_format(brief)
    assert "Northland tests a new cruise missile" in every_format(launch())["html"]
    assert "Northland tests a new cruise missile" not in pages["html"]
    assert "<h3>early January 2026</h3>" in pages["html"]
    assert "****" not in pages["md"]
