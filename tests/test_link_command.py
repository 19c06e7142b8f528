"""`crosswire link` and `crosswire judge`, as they are run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crosswire.cli import cli

EXAMPLES = Path(__file__).parents[1] / "examples"
LAUNCH, SHIP = str(EXAMPLES / "launch"), str(EXAMPLES / "ship_attack")
WIRE, ARGUS = f"{LAUNCH}/peninsula_wire.txt", f"{LAUNCH}/morning_argus.md"
TITLES = {
    "a.txt": (
        "Council passes budget for schools\n\nBy Ana Smith\nMarch 3, 2026\n\n"
        "The Larkspur city council passed a budget of $40 million for schools after a debate between "
        "councillors Webb and Ortega that lasted nine hours."
    ),
    "b.txt": (
        "Larkspur schools get $40 million\n\nBy Bo Lee\nMarch 3, 2026\n\n"
        "Councillors in Larkspur voted for the school budget of $40 million after nine hours of debate "
        "between Webb and Ortega."
    ),
    "c.txt": (
        "Rovers lose at home again\n\nBy Cy Ray\nMarch 3, 2026\n\n"
        "Rovers lost three to one against Albion on Saturday, their fifth defeat in a row; the "
        "goalkeeper blamed the wet pitch."
    ),
}


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, list(arguments))
    assert result.exit_code == 0, result.output
    return result.stdout


def test_every_report_is_in_one_event() -> None:
    found = json.loads(run("link", LAUNCH, SHIP, "--format", "json"))
    told = [path for event in found["events"] for path in event["reports"]]
    assert len(told) == len(set(told)) == 12
    assert all(event["id"] and event["title"] and event["frame"] for event in found["events"])
    assert {event["frame"] for event in found["events"]} == {"weapons_test", "ship_attack"}


@pytest.fixture
def unframed(tmp_path: Path) -> Path:
    for name, text in TITLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_reports_of_no_kind_have_their_main_event_too(unframed: Path) -> None:
    found = json.loads(run("link", str(unframed), "--format", "json"))
    together = {tuple(Path(p).name for p in event["reports"]) for event in found["events"]}
    assert together == {("a.txt", "b.txt"), ("c.txt",)}
    assert {event["frame"] for event in found["events"]} <= {"news", "open", "policy"}


def test_a_brief_of_reports_of_no_kind_has_a_main_event(unframed: Path) -> None:
    found = json.loads(run("brief", str(unframed / "c.txt"), "--format", "json"))
    assert [(e["role"], e["title"]) for e in found["events"]] == [("main", "Rovers lose at home again")]


def test_what_joined_two_is_told_feature_by_feature() -> None:
    told = run("link", LAUNCH, "--explain", WIRE, ARGUS)
    assert told.startswith("one event")
    assert "text: the texts are alike by" in told and "days: published within a day" in told


def test_a_persons_word_wins_until_it_is_taken_back(tmp_path: Path) -> None:
    store = str(tmp_path / "desk.db")
    before = run("link", LAUNCH, "--store", _made(store))
    run("judge", WIRE, ARGUS, "different", "--by", "Ana", "--store", store)
    assert len(json.loads(run("link", LAUNCH, "--format", "json", "--store", store))["events"]) == 2
    assert "Ana judged them different" in run("link", LAUNCH, "--explain", WIRE, ARGUS, "--store", store)
    run("judge", WIRE, ARGUS, "different", "--undo", "--by", "Ana", "--store", store)
    assert run("link", LAUNCH, "--store", store) == before


def test_a_word_is_taken_back_as_it_was_given(tmp_path: Path) -> None:
    store = str(tmp_path / "desk.db")
    run("judge", WIRE, ARGUS, "different", "--by", "Ana", "--store", store)
    assert "takes back that" in (told := run("judge", WIRE, ARGUS, "same", "--undo", "--store", store))
    assert " different" in told
    again = CliRunner().invoke(cli, ["judge", WIRE, ARGUS, "same", "--undo", "--store", store])
    assert again.exit_code == 1
    assert "nothing to take back" in again.stderr


def story(folder: Path) -> str:
    """A collapse told on its day, three days later and after eleven, in reports that share ever less."""
    texts = {
        "first.txt": (
            "Bridge falls in Varna\n\nBy Ana Smith\nMay 4, 2026\n\n"
            "A road bridge collapsed in Varna, Bulgaria, early on Monday, killing at least three people, police said."
        ),
        "later.txt": (
            "Varna bridge collapse: toll at 21\n\nBy Bo Lee\nMay 12, 2026\n\n"
            "The death toll from the bridge collapse in Varna on May 4 has risen to 21, the fire service said. "
            "Divers searched the Devnya channel for two missing cyclists."
        ),
        "last.txt": (
            "Divers end search after bridge collapse\n\nBy Cy Ray\nMay 15, 2026\n\n"
            "The death toll from the bridge collapse stands at 21, the fire service said. "
            "Divers ended their search of the Devnya channel for two missing cyclists."
        ),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


def test_two_that_only_others_join_are_told_through_whom(tmp_path: Path) -> None:
    told = run("link", story(tmp_path), "--explain", "first", "last.txt")
    assert told.startswith("one event")
    assert "they meet through other reports\n  first.txt and later.txt: " in told
    assert "\n  later.txt and last.txt: " in told


BRIDGES = {
    "monday.txt": (
        "Motorway span gives way at rush hour\n\nGENOA, March 9, 2026 (Harbour Wire) -- A bridge collapsed in Genoa on "
        "Monday, officials said. Lorries plunged sixty metres on to railway tracks while commuters watched from "
        "neighbouring flats, and firefighters with dogs combed twisted girders until nightfall."
    ),
    "wednesday.txt": (
        "Footpath over stream closed by schoolchildren's parents\n\nROME, March 11, 2026 (Morning Post) -- A bridge "
        "collapsed in Genoa on Wednesday, officials said. Teachers had complained about rotten planks since autumn; "
        "gardeners fenced the ravine, ducks returned, and a scout troop volunteered to carry timber uphill."
    ),
    "undated.txt": (
        "Insurers count the cost of Ligurian infrastructure\n\nMILAN, March 12, 2026 (Coast Daily) -- A bridge "
        "collapsed in Genoa, officials said. Shares of toll operators slumped, rating agencies warned of litigation, "
        "and pension funds asked whether concessions would be renewed by parliament next year."
    ),
}


def test_what_keeps_two_apart_that_alone_are_one_is_told(tmp_path: Path) -> None:
    for name, text in BRIDGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    folder = str(tmp_path)
    told = run("link", folder, "--explain", "undated.txt", "wednesday.txt")
    assert told.startswith("two events")
    assert "compared alone they are one, but others of their events exclude each other" in told
    assert "monday.txt and wednesday.txt: different times" in told
    assert "exclude each other" not in run("link", folder, "--explain", "monday.txt", "wednesday.txt")


def _made(store: str) -> str:
    """A store with an unrelated word in it."""
    run("judge", "report-1", "report-2", "same", "--by", "Ana", "--store", store)
    return store


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["judge", "nowhere.txt", WIRE, "same"], "nowhere.txt: is neither a file nor an id"),
        (["judge", WIRE, WIRE, "same"], "are the same thing"),
        (["judge", f"{LAUNCH}/feeds.jsonl", WIRE, "same"], "holds 2 reports"),
        (["judge", "event-1", WIRE, "same"], "event-1: there is no such event"),
        (["judge", WIRE, ARGUS, "same", "--undo"], "nothing to take back"),
    ],
)
def test_what_names_nothing_is_told(arguments: list[str], said: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, [*arguments, "--store", str(tmp_path / "desk.db")])
    assert result.exit_code == 1
    assert said in result.stderr
