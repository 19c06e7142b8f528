"""What each run of a text is, hits beside near misses; and that blocks lie in the text, in order, whatever it is."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from crosswire.errors import UnreadableInputError
from crosswire.model import Report
from crosswire.reports.lines import LONGEST, drafts
from crosswire.reports.rules import Rules
from tests.reports.build import kind_of, kinds, of_text

LEAD = "North Korea fired several ballistic missiles toward the sea on Tuesday, South Korea's military said."
MORE = "Japan's Coast Guard said that a suspected missile had likely landed in the sea, and warned ships to stay away."
WIRE = f"""North fires missiles into the sea

By Jane Doe and Li Wei
January 28, 2026

SEOUL, Jan. 28 (Yonhap) -- {LEAD}

Key points

• Several missiles were fired.
• No ships were hit.

{MORE}

(Photo by Jane Doe/Getty Images)

Watch:

What happens next?

The council meets on Friday, and several members have asked for new sanctions on the North's trade.

Related:

Seoul protests against drone flights
Tokyo warns ships

(Reporting by Jane Doe in Seoul; Editing by Li Wei)

Copyright 2024, Thin Line News LLC. All rights reserved.
"""


def test_a_whole_report(rules: Rules) -> None:
    assert kinds(of_text(WIRE, rules)) == [
        ("title", "North fires missiles into the sea"),
        ("byline", "By Jane Doe and Li Wei"),
        ("dateline", "January 28, 2026"),
        ("dateline", "SEOUL, Jan. 28 (Yonhap)"),
        ("paragraph", LEAD),
        ("heading", "Key points"),
        ("bullet", "Several missiles were fired."),
        ("bullet", "No ships were hit."),
        ("paragraph", MORE),
        ("caption", "(Photo by Jane Doe/Getty Images)"),
        ("boilerplate", "Watch:"),
        ("heading", "What happens next?"),
        (
            "paragraph",
            "The council meets on Friday, and several members have asked for new sanctions on the North's trade.",
        ),
        ("links", "Related:"),
        ("links", "Seoul protests against drone flights"),
        ("links", "Tokyo warns ships"),
        ("boilerplate", "(Reporting by Jane Doe in Seoul; Editing by Li Wei)"),
        ("boilerplate", "Copyright 2024, Thin Line News LLC. All rights reserved."),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "boilerplate"),
        ("ADVERTISEMENT", "boilerplate"),
        ("Most Recent Stories", "boilerplate"),
        ("Subscribe to our newsletter for more.", "boilerplate"),
        ("Sign up for The Morning, our daily letter", "boilerplate"),
        ("Share this article", "boilerplate"),
        ("We use cookies to make this site better.", "boilerplate"),
        ("READ MORE: Seoul answers drone claims", "boilerplate"),
        ("© 2026 Northern Gazette", "boilerplate"),
        ("Follow us on Twitter", "boilerplate"),
        ("https://example.org/story", "boilerplate"),
        ("* * *", "boilerplate"),
        ("3 min read", "boilerplate"),
        ("12:45", "boilerplate"),
        ("The Associated Press contributed to this report.", "boilerplate"),
        ("The council signed up for a share of the advertisement money, officials said.", "paragraph"),
        ("Watch officers on the bridge saw the missile fall, the coast guard said.", "paragraph"),
        ("Reporting by the newspaper has shown that the ministry knew of the plan.", "paragraph"),
        ("Subscribers were told that the paper would close.", "paragraph"),
        ("The drones entered the airspace without permission, the ministry said.", "paragraph"),
        ("The company changed its privacy policy after the attack, it said.", "paragraph"),
        ("Correction: An earlier version said 12 were killed; it was nine.", "paragraph"),
        ("FILE - Missiles are paraded in Pyongyang in 2021.", "caption"),
        ("A missile rises in this undated picture. (KCNA via REUTERS/Handout)", "caption"),
        ("REUTERS/Kim Hong-ji", "caption"),
        ("Jonathan Drake / Reuters.", "caption"),
        ("Clinton leads in the latest Reuters/Ipsos poll.", "paragraph"),
        ("The photo showed a tunnel, the ministry said.", "paragraph"),
        ("Shifting Alliances on the Korean Peninsula", "heading"),
        ("“Two states” doctrine", "heading"),
        ("BACKGROUND.", "heading"),
        ("What we know:", "heading"),
        ("The governor added:", "paragraph"),
        ("The minister writes:", "paragraph"),
        ("Police fled.", "paragraph"),
        ("Is this really the moment to step back from everything the two sides agreed?", "paragraph"),
        ("and then it fell into the sea", "paragraph"),
    ],
)
def test_one_line_among_paragraphs(line: str, kind: str, rules: Rules) -> None:
    report = of_text(f"Missiles fired\n\n{LEAD}\n\n{MORE}\n\n{line}\n\n{LEAD}\n\n{MORE}\n", rules)
    assert kind_of(report, line[:60]) == kind


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Missiles fired\n\n{LEAD}", "Missiles fired"),
        (f"Missiles fired over the sea.\n{LEAD}", "Missiles fired over the sea."),
        (f"WORLD NEWS\n\nMissiles fired over the sea\n\n{LEAD}", "Missiles fired over the sea"),
        (f"Advertisement\n\nBy Jane Doe\n\nMissiles fired\n\n{LEAD}", "Missiles fired"),
        (f"January 28, 2026\n\nMissiles fired\n\n{LEAD}", "Missiles fired"),
        (f"\ufeff\n\n   Missiles fired   \n\n{LEAD}", "Missiles fired"),
    ],
)
def test_titles(text: str, title: str, rules: Rules) -> None:
    report = of_text(text, rules)
    assert report.title == title
    assert report.known_by["title"] == "first line"
    assert kind_of(report, title) == "title"


@pytest.mark.parametrize(
    "text", [LEAD, f"{LEAD}\n\n{MORE}", f"SEOUL (Reuters) - {LEAD}\n\n{MORE}", f"It began at dawn. {LEAD}\n{MORE}"]
)
def test_texts_without_a_headline(text: str, rules: Rules) -> None:
    report = of_text(text, rules)
    assert "title" not in [kind for kind, _ in kinds(report)]
    assert report.known_by["title"] == "first words of the text"
    assert report.title.rstrip(" .") in text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The man who climbed the fence of the old mint ran through the hall into the tower room, guards in the town"
            " of Halden said on Monday, and was not stopped.",
            "The man who climbed the fence of the old mint ran through the hall into the tower room",
        ),
        (
            "Gov. Paz opened the new bridge over the river in St. Louis on Monday. It had cost the town 1,200 crowns a"
            " foot, which is more than any bridge before it.",
            "Gov. Paz opened the new bridge over the river in St. Louis on Monday.",
        ),
        (
            "On Thursday, in a long speech before the assembly of the nation and of all of its neighbours, the"
            " president of Halden said that he would go.",
            "On Thursday, in a long speech before the assembly of the nation and of all of its neighbours, the"
            " president of Halden ...",
        ),
    ],
)
def test_a_title_made_of_the_first_words_ends_where_a_clause_does(text: str, title: str, rules: Rules) -> None:
    assert of_text(text, rules).title == title


def test_hard_wrapped_lines_are_one_paragraph(rules: Rules) -> None:
    wrapped = (
        "Missiles fired over the sea\n\n"
        "North Korea fired several ballistic missiles toward the sea off its east\n"
        "coast on Tuesday, South Korea's military said. Japan said that a missile\n"
        "had likely landed outside its zone.\n\n"
        "The launches came days before a party congress at which the leader is to\n"
        "set out plans for the next five years.\n"
        "* No ships were hit.\n"
    )
    report = of_text(wrapped, rules)
    assert [kind for kind, _ in kinds(report)] == ["title", "paragraph", "paragraph", "bullet"]
    assert kinds(report)[1][1].startswith("North") and kinds(report)[1][1].endswith("zone.")


def test_wire_lines_with_indented_paragraphs(rules: Rules) -> None:
    wire = (
        "NORTH FIRES MISSILES INTO SEA\n"
        "   SEOUL, Jan 27 (Reuters) - North Korea fired several missiles toward\n"
        "the sea on Tuesday, South Korea's military said in a statement.\n"
        "   Japan said that a missile had likely landed in the sea outside of its\n"
        "exclusive economic zone, and warned ships.\n"
        '   "We protest," the prime minister said.\n'
    )
    report = of_text(wire, rules)
    assert [kind for kind, _ in kinds(report)] == ["title", "dateline", "paragraph", "paragraph", "paragraph"]
    assert report.dateline == "SEOUL, Jan 27 (Reuters)"


def test_bullets_of_two_lines(rules: Rules) -> None:
    text = (
        "Storm kills four\n\nFour people have died after a storm hit the town of Doeville on Monday,\n"
        "officials say, and more than 200 homes lost power.\n\n"
        " - cut power lines and closed both of the bridges that lead to the old\n   town\n - sank a boat\n"
    )
    assert [text.split()[-1] for kind, text in kinds(of_text(text, rules)) if kind == "bullet"] == ["town", "boat"]


def test_headlines_of_like_length_are_not_wrapped_lines(rules: Rules) -> None:
    lines = "Seoul protests against drones over its zone\nTokyo warns all ships to leave the wide sea\n"
    report = of_text(lines + "Paris calls for calm at the council meeting\n", rules)
    assert len(report.blocks) == 3


def test_each_line_is_a_paragraph_where_lines_are_not_wrapped(rules: Rules) -> None:
    report = of_text(f"Missiles fired\n{LEAD}\n{MORE}\n{LEAD}", rules)
    assert [kind for kind, _ in kinds(report)] == ["title", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize("mark", ["•", "-", "*", "1.", "2)", "–", "·"])
def test_bullets_leave_their_mark_outside(mark: str, rules: Rules) -> None:
    report = of_text(f"Missiles fired\n\n{LEAD}\n\n  {mark} No ships were hit.\n\n{MORE}", rules)
    assert ("bullet", "No ships were hit.") in kinds(report)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_any_line_end(end: str, rules: Rules) -> None:
    report = of_text(end.join(["Missiles fired", "", LEAD, "", MORE]), rules)
    assert kinds(report) == [("title", "Missiles fired"), ("paragraph", LEAD), ("paragraph", MORE)]


def test_links_end_at_the_next_paragraph(rules: Rules) -> None:
    report = of_text(
        f"Missiles fired\n\n{LEAD}\n\nMore stories\nSeoul protests\nTokyo warns\n\n{MORE}\n\nAnd then", rules
    )
    assert [kind for kind, _ in kinds(report)] == [
        "title",
        "paragraph",
        "links",
        "links",
        "links",
        "paragraph",
        "paragraph",
    ]


def test_headlines_left_over_at_the_end_are_links_but_a_list_of_headlines_is_a_text(rules: Rules) -> None:
    rest = "Seoul protests against drones\n\nTokyo warns ships in the zone\n\nWashington moves a carrier"
    assert [k for k, _ in kinds(of_text(f"Missiles fired\n\n{LEAD}\n\n{MORE}\n\n{rest}", rules))][-3:] == ["links"] * 3
    assert "links" not in [k for k, _ in kinds(of_text(rest, rules))]


def test_author_note_at_the_end(rules: Rules) -> None:
    report = of_text(f"Missiles fired\nBy Jane Doe\n{LEAD}\n{MORE}\nJane Doe is a reporter in Seoul.", rules)
    assert kind_of(report, "Jane Doe is") == "boilerplate"


def test_a_long_block_is_cut_at_sentence_ends(rules: Rules) -> None:
    report = of_text(f"Missiles fired\n\n{' '.join([LEAD] * 3000)}", rules)
    pieces = [text for kind, text in kinds(report) if kind == "paragraph"]
    assert all(len(piece) <= LONGEST and piece.endswith("said.") for piece in pieces)
    assert sum(piece.count("North Korea") for piece in pieces) == 3000


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "word ",
            "x",
            "A. ",
            "\n",
            "(",
            "- ",
            "By ",
            "a\n\n",
            "Jan. 27 (",
            "1 January ",
            '"',
            "\u0301",
            " \n",
            "By A, A\n",
        ),
        *(
            "Copyright" + " " * 380 + "x\n",
            "2026 January 1" + " " * 9000 + "x\n",
            "# x" + " " * 9000 + "x\n",
            "." + '"' * 999,
        ),
        *(
            "A" * 150 + " — A\n\n",
            "A " * 70 + "(AP)\n\n",
            "Reporting by " + "A " * 90 + "\n",
            "© " * 150 + "\n",
            "by    " * 20,
        ),
    ],
)
def test_long_texts_take_linear_time(unit: str, rules: Rules) -> None:
    text = "Missiles fired\n\n" + (unit * (80_000 // len(unit)))
    started = time.process_time()
    sound(of_text(text, rules))
    sound(of_text(text, rules, markdown=True))
    assert time.process_time() - started < 4


def test_a_million_characters_in_one_paragraph(rules: Rules) -> None:
    report = of_text("Missiles fired\n\n" + "word " * 200_000, rules)
    sound(report)
    assert max(block.end - block.start for block in report.blocks) <= LONGEST


def sound(report: Report) -> None:
    """Blocks lie in the text, in order, without overlap, none empty or edged with space; and miss no letter of it."""
    for block in report.blocks:
        text = report.text[block.start : block.end]
        assert text and text == text.strip()
    for one, other in pairwise(report.blocks):
        assert one.end <= other.start


@settings(deadline=None)
@for_all(st.lists(st.text(max_size=60) | st.sampled_from(WIRE.splitlines()), max_size=30).map("\n".join))
def test_any_text(rules: Rules, text: str) -> None:
    try:
        report = of_text(text, rules)
    except UnreadableInputError:
        return
    assert report.text == text.removeprefix("\ufeff")
    sound(report)


@settings(deadline=None)
@for_all(st.lists(st.text(max_size=30) | st.sampled_from(["# ", "> ", "---", "===", "![", "](x)", "\n"]), max_size=20))
def test_any_markdown(rules: Rules, parts: list[str]) -> None:
    text = "".join(parts)
    try:
        report = of_text(text, rules, markdown=True)
    except UnreadableInputError:
        return
    assert report.text == text.removeprefix("\ufeff")
    sound(report)


@for_all(st.text(alphabet="ab .\n\r\t-•1)\u2028", max_size=300))
def test_drafts_miss_no_letter(text: str) -> None:
    found = "".join(text[draft.start : draft.end] for draft in drafts(text))
    assert [c for c in found if c in "ab"] == [c for c in text if c in "ab"]
