"""`crosswire check`: verdicts by exit code, text and JSON, bad input."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from crosswire import cli

SCHEMA = json.loads((files("crosswire.brief") / "brief.schema.json").read_text(encoding="utf-8"))
RUN = CliRunner()
REPORT = (
    "Iran fired three missiles toward the Black Sea on Wednesday, Turkey's Defense Ministry said. "
    "Russia condemned the launch."
)
DATED = ("--published", "2026-03-19")


def run(claim: str, *args: str, data: str | None = REPORT) -> Result:
    return RUN.invoke(cli.cli, ["check", claim, "-", *args], input=data, catch_exceptions=False)


@pytest.mark.parametrize(
    ("claim", "code", "verdict"),
    [
        ("Iran fired three missiles on March 18.", 3, "reported"),
        ("Iran fired five missiles on March 18.", 5, "contradicted"),
        ("Iraq sold its gold.", 6, "not found"),
        ("Turkey's Defense Ministry said Iran fired three missiles.", 3, "reported"),
        ("Did Iran fire three missiles?", 6, "a question asserts nothing"),
        ("Three missiles.", 6, "no verb"),
        ("Der Iran hat drei Raketen abgefeuert.", 6, "not found"),
        ("Iran fired three missiles. Iran fired nine missiles.", 5, "contradicted"),
    ],
)
def test_the_exit_code_tells_the_verdict(claim: str, code: int, verdict: str) -> None:
    result = run(claim, *DATED)
    assert result.exit_code == code, result.output
    assert verdict in result.output


def test_each_sentence_is_told() -> None:
    result = run("Iran fired three missiles. Iran fired nine missiles.", *DATED)
    assert "Iran fired three missiles." in result.output
    assert "Iran fired nine missiles." in result.output
    assert result.output.index("reported:") < result.output.index("contradicted:")


def test_text_tells_whose_words_they_are() -> None:
    result = run("Iran fired three missiles.", *DATED)
    assert "For" in result.output
    assert "Turkey's Defense Ministry" in result.output


def test_json_is_in_the_form_of_the_schema() -> None:
    made: dict[str, Any] = json.loads(run("Iran fired three missiles on March 18.", *DATED, "--format", "json").stdout)
    assert made["verdict"] == "reported"
    assert made["claim"] == "Iran fired three missiles on March 18."
    assert made["reasons"]
    assert made["origins"]
    for name, found in (("claim", made["claims"]), ("origin", made["origins"])):
        for one in found:
            jsonschema.validate(one, {**SCHEMA, "$ref": f"#/$defs/{name}", "required": [], "properties": {}})
    for claim in made["claims"]:
        span = claim["span"]
        assert REPORT[span["start"] : span["end"]] == span["exact"]


def test_relative_times_count_from_the_given_day() -> None:
    assert run("Iran fired three missiles yesterday.", *DATED).exit_code == 3
    assert run("Iran fired three missiles yesterday.", "--published", "2026-03-21").exit_code != 0


@pytest.mark.parametrize("claim", ["", "   ", "...", "x" * 3000])
def test_what_is_no_sentence_is_wrong_usage(claim: str) -> None:
    assert run(claim).exit_code == 2


def test_nothing_to_read_is_one() -> None:
    assert run("Iran fired three missiles.", data="").exit_code == 1


@pytest.mark.parametrize(("words", "code"), [("said that", 0), ("could not confirm that", 3)])
def test_who_does_not_vouch_for_it_confirms_nothing(words: str, code: int, tmp_path: Path) -> None:
    """Where a claim comes from is told in one place, for the brief and for a sentence put to the reports."""
    there = "A bomb exploded in a market in Karachi on Friday."
    (tmp_path / "a.txt").write_text(f"{there} Police said that 23 people had been killed in the blast.")
    (tmp_path / "b.txt").write_text(f"{there} Jinnah Hospital {words} 23 people had been killed in the blast.")
    done = RUN.invoke(cli.cli, ["check", "23 people were killed in Karachi.", str(tmp_path)], catch_exceptions=False)
    assert done.exit_code == code, done.stdout


BOMB = "A bomb exploded in a market in Karachi on Friday. "
QUAKE = "An earthquake of magnitude 6.1 struck near Tabriz in Iran on Friday. "
DEAD, SHAKEN = "23 people were killed in Karachi.", "12 people were killed in the earthquake."
POLICE = f"{BOMB}Police said that 23 people had been killed in the blast."
RESCUE = f"{QUAKE}Police in Tabriz said that the earthquake killed 12 people."
FIRED = "Iran fired a missile into the Black Sea on Wednesday, Turkey's Defense Ministry said. "
OPPOSED = "Iran fired a missile on Wednesday. Norway's government said it opposed the missile launch by Iran."
SURVEY = "cannot know it at first hand (a geological survey)"


@pytest.mark.parametrize(
    ("claim", "reports", "why"),
    [
        (DEAD, (POLICE, f"{BOMB}Norway's government said it mourned the 23 people killed in the blast."), "Norway's"),
        (DEAD, (POLICE, f"{BOMB}Jinnah Hospital said it mourned the 23 people killed in the blast."), ""),
        (SHAKEN, (RESCUE, f"{QUAKE}The US Geological Survey said that the earthquake killed 12 people."), SURVEY),
        (SHAKEN, (RESCUE, f"{QUAKE}The Red Crescent said that the earthquake killed 12 people."), ""),
        ("Iran fired a missile.", (FIRED, OPPOSED), "Turkey's Defense Ministry alone"),
        ("Iran fired a missile.", (FIRED, "Norway's army said that Iran fired a missile on Wednesday."), ""),
    ],
)
def test_who_cannot_know_it_is_no_second_origin(claim: str, reports: tuple[str, str], why: str, tmp_path: Path) -> None:
    for i, text in enumerate(reports):
        (tmp_path / f"{i}.txt").write_text(text)
    done = RUN.invoke(cli.cli, ["check", claim, str(tmp_path), *DATED], catch_exceptions=False)
    assert done.exit_code == (3 if why else 0), done.stdout
    assert why in " ".join(done.stdout.split())
