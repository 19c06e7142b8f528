"""What only will or may happen is no fact that it happened, however many say so; what came about is."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from crosswire.claims.read import Reader
from crosswire.model import Given
from crosswire.pipeline.read import Pipeline, load_pipeline

TELLERS = ("Senator John Kelly", "the Green Party")
# what both tell, and how "Did it happen?" and "Is it expected?" then stand
TABLE = [
    ("the army will attack the port of Karsk", None, "corroborated"),
    ("the army has agreed to release the hostages", None, "corroborated"),
    ("the army was planning an attack on the port of Karsk", None, "corroborated"),
    ("the army may attack the port of Karsk", None, None),
    ("the army might soon attack the port of Karsk", None, None),
    ("to attack the port of Karsk would be wrong", None, None),
    ("the army would not attack the port of Karsk", None, None),
    ("the army attacked the port of Karsk", "corroborated", None),
    ("the army planned to wait but attacked the port of Karsk", "corroborated", None),
    ("the army agreed to release the hostages and released them on Sunday", "corroborated", None),
    ("the attack on the port of Karsk could lead to war", "corroborated", None),
]


@pytest.fixture(scope="module")
def pipeline(reader: Reader) -> Pipeline:
    """The pipeline with the session's reader."""
    return replace(load_pipeline(None), reader=reader)


def standings(pipeline: Pipeline, folder: Path, *texts: str) -> dict[str, str]:
    """How it stands with all events that these reports tell: whether they happened, whether they are expected."""
    path = folder / "reports.jsonl"
    rows = [{"outlet": f"Paper {n}", "text": text, "published": "2016-10-04"} for n, text in enumerate(texts)]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    made = pipeline.brief([str(path)], Given(), io.BytesIO(), lambda done, total: None)
    return {f.attribute: f.standing for f in made.facts if f.attribute in ("happened", "expected")}


@pytest.mark.parametrize(("told", "happened", "expected"), TABLE)
def test_what_both_tell(
    told: str, happened: str | None, expected: str | None, pipeline: Pipeline, tmp_path: Path
) -> None:
    texts = [f"{told[0].upper()}{told[1:]}, {teller} said on Monday." for teller in TELLERS]
    found = standings(pipeline, tmp_path, *texts)
    assert (found.get("happened"), found.get("expected")) == (happened, expected)


def test_a_visit_that_lies_ahead_of_its_reports_is_expected(pipeline: Pipeline, tmp_path: Path) -> None:
    texts = [
        f"President Ana Paz will visit Karsk in November, {teller} said. The visit was welcomed." for teller in TELLERS
    ]
    assert standings(pipeline, tmp_path, *texts) == {"expected": "corroborated"}


FLED = "The suspect ran through a field before he was arrested on Sunday"


def test_what_came_next_is_not_to_come(pipeline: Pipeline, tmp_path: Path) -> None:
    texts = [f"{FLED}, {teller} said on Monday." for teller in TELLERS]
    assert standings(pipeline, tmp_path, *texts).keys() == {"happened"}


@pytest.mark.parametrize(
    "told",
    [
        "Speculation is mounting that President Ana Paz has resigned",
        "There are rumours that President Ana Paz has resigned",
        "The planes could be used in an attack on the port of Karsk",
        "The party made its case against a ceasefire with the rebels",
        "Militants attack ports every year",
        "The dam in Karsk nearly collapsed",
    ],
)
def test_what_nobody_says_to_have_happened(told: str, pipeline: Pipeline, tmp_path: Path) -> None:
    assert standings(pipeline, tmp_path, *(f"{told}, {teller} said on Monday." for teller in TELLERS)) == {}


ABLE = "Fire crews were able to rescue three people in Karsk on Sunday"


def test_who_was_able_to_do_it_did_it(pipeline: Pipeline, tmp_path: Path) -> None:
    texts = [f"{ABLE}, {teller} said on Monday." for teller in TELLERS]
    assert standings(pipeline, tmp_path, *texts) == {"happened": "corroborated"}


def test_what_is_only_recalled_is_another_event(pipeline: Pipeline, tmp_path: Path) -> None:
    texts = [
        f"The army attacked the port of Karsk, {TELLERS[0]} said on Monday.",
        f"The march marks the anniversary of the attack on the port of Karsk, {TELLERS[1]} said on Monday.",
    ]
    assert standings(pipeline, tmp_path, *texts).get("happened") != "corroborated"


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("The mayor of Karsk will raise it at the summit of mayors in Goma.", None),
        ("The mayor of Karsk raised it at the summit of mayors in Goma.", "happened"),
    ],
)
def test_what_somebody_will_do_something_at_is_ahead(
    told: str, asked: str | None, pipeline: Pipeline, tmp_path: Path
) -> None:
    assert ("happened" in standings(pipeline, tmp_path, told, told)) is (asked == "happened")


def test_what_is_of_a_day_to_come_is_ahead(pipeline: Pipeline, tmp_path: Path) -> None:
    texts = [f"The runoff election in Karsk is on 9 October, {teller} said." for teller in TELLERS]
    assert "happened" not in standings(pipeline, tmp_path, *texts)
    texts = [f"The runoff election in Karsk was on 2 October, {teller} said." for teller in TELLERS]
    assert "happened" in standings(pipeline, tmp_path, *texts)
