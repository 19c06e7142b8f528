"""The first look: which pages can carry a wanted event, by words alone."""

from __future__ import annotations

import time

import pytest

from crosswire.claims.frames_load import load_frames
from crosswire.pipeline.backfill.look import (
    Dates,
    Looking,
    decoded,
    irregular_forms,
    marks_of,
    told_near,
    without_scripts,
)
from crosswire.pipeline.backfill.read import LIKE
from crosswire.pipeline.first_look import Look, forms, look, make_first_look
from crosswire.reports.rules import load_rules
from tests.archives import page

FILL = (
    "The council met in the town hall in the evening and spoke of the budget of the schools for the coming year. " * 4
)


@pytest.fixture(scope="module")
def looking() -> Looking:
    wanted = ("weapons_test", "earthquake", "ship_attack")
    return Looking(make_first_look(load_frames(), wanted, irregular_forms()), load_rules(), Dates())


def seen(looking: Looking, sentence: str, title: str = "News") -> Look:
    return look(page(title, [FILL, sentence, FILL]).decode(), looking.looker, looking.rules)


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("North Korea fired two missiles into the sea.", True),
        ("The North has test-launched a new rocket.", True),
        ("A quake shook the town at noon.", True),
        ("Pirates struck a tanker off Yemen.", True),  # no rule makes "struck"
        ("The frigate was sunk.", True),
        ("The company fired two managers.", False),
        ("Earthquakes are taught in the third year.", True),  # deep reading will tell that it is none
        ("He launched a website.", False),
        ("Quakers met in the hall.", False),
        ("The missilery museum is open.", False),
    ],
)
def test_pages_that_pass(looking: Looking, sentence: str, passes: bool) -> None:
    assert bool(seen(looking, sentence).hits) is passes


def test_company_must_stand_near(looking: Looking) -> None:
    assert seen(looking, f"They fired a missile. {FILL}").hits
    assert not seen(looking, f"They fired the manager. {FILL}{FILL} A missile is shown in the museum.").hits


def test_a_flash_is_an_article(looking: Looking) -> None:
    flash = "<p>North Korea fired two missiles from Wonsan into the sea on Tuesday, Seoul said.</p>"
    assert look(flash, looking.looker, looking.rules).hits


def test_the_title_counts(looking: Looking) -> None:
    assert seen(looking, "More follows.", "Strong quake off Chile").hits


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ("<p>Page not found</p>", "no article"),
        ("", "no article"),
        ("<p>" + "Das Wetter wird morgen schön und die Sonne scheint über dem ganzen Land. " * 8, "another language"),
        (f"<p>{FILL}", "no wanted event"),
        ("<div>" * 200_000 + FILL, "nested too deeply"),
        (("<div>" * 2_000 + "a" + "</div>" * 2_000) * 2 + FILL, "nested too deeply"),
    ],
)
def test_why_pages_fall(looking: Looking, markup: str, why: str) -> None:
    started = time.process_time()
    assert look(markup, looking.looker, looking.rules).dropped == why
    assert time.process_time() - started < 2


def test_many_elements_are_not_deep(looking: Looking) -> None:
    rows = "<div><span>a</span><br><img src=x></div>" * 5_000
    assert look(f"{rows}<p>{FILL} A quake shook it.", looking.looker, looking.rules).hits


@pytest.mark.parametrize(
    ("content", "charset", "text"),
    [
        ("naïve".encode(), None, "naïve"),
        ("naïve".encode(), "iso-8859-5", "naïve"),  # a lie: what is UTF-8 is that
        ("naïve café".encode("latin-1"), "latin-1", "naïve café"),
        ("Привет всем".encode("cp1251"), "windows-1251", "Привет всем"),
        (b'<meta charset="windows-1251">' + "Привет".encode("cp1251"), None, '<meta charset="windows-1251">Привет'),
        ("naïve".encode("latin-1"), "no-such-charset", "naïve"),
        ("hello".encode("utf-16"), None, "hello"),
        (b"he\0llo", "utf-8", "hello"),
    ],
)
def test_charsets(content: bytes, charset: str | None, text: str) -> None:
    assert decoded(content, charset) == text


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("fire", "firing"),
        ("hit", "hitting"),
        ("carry", "carried"),
        ("ferry", "ferries"),
        ("crash", "crashes"),
        ("knife", "knives"),
        ("torpedo", "torpedoed"),
    ],
)
def test_forms(word: str, form: str) -> None:
    assert form in forms(word)


def test_copies_tell_the_same_names_and_numbers(looking: Looking) -> None:
    first = seen(looking, "A quake killed 12 people in Palu.")
    menu = look(
        page("News", [FILL, "A quake killed 12 people in Palu.", FILL]).decode().replace("Section 3", "Sport"),
        looking.looker,
        looking.rules,
    )
    later = seen(looking, "A quake killed 15 people in Palu.")
    assert told_near(first) == told_near(menu)
    assert told_near(first) != told_near(later)
    assert _likeness(first.text, later.text) >= LIKE  # their words alone would make them copies
    assert _likeness(first.text, FILL.replace("town", "city").replace("spoke", "argued")) < LIKE


def _likeness(a: str, b: str) -> float:
    one, two = marks_of(a), marks_of(b)
    return sum(x == y for x, y in zip(one, two, strict=True)) / len(one)


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<p>a</p><script>var a = '<p>b</p>';</script><p>c</p>", "<p>a</p><p>c</p>"),
        ('<STYLE media="all">p{}</STYLE ><p>c</p>', "<p>c</p>"),
        (
            '<script type="application/ld+json">{"a": 1}</script>',
            '<script type="application/ld+json">{"a": 1}</script>',
        ),
        ("<!-- <script> --><p>b</p><script>1</script>", "<!-- <script> --><p>b</p>"),
        ("<scripture>a</scripture><styled>b</styled>", "<scripture>a</scripture><styled>b</styled>"),
        ("<p>a</p><script>never closed <p>b</p>", "<p>a</p><script>never closed <p>b</p>"),
    ],
)
def test_scripts_and_styles_are_left_out(markup: str, kept: str) -> None:
    assert without_scripts(markup) == kept


@pytest.mark.parametrize("part", ["<script>", "<!--", "<style>a", "<script></style>"])
def test_leaving_out_takes_no_quadratic_time(part: str) -> None:
    started = time.process_time()
    without_scripts(part * 300_000)
    assert time.process_time() - started < 5
