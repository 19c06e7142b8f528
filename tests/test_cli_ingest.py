"""`crosswire ingest` of files and of pages on a real server."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crosswire import cli
from crosswire.model import Arrival, Kept
from crosswire.store.store import SqlStore
from tests.builders import reading, report
from tests.pipeline.test_watch import story
from tests.sources.web_server import serve


def test_pages_and_files_together(tmp_path: Path) -> None:
    store, file = str(tmp_path / "store.db"), tmp_path / "a.txt"
    file.write_text("Flood in Lisbon\n\nTwo people drowned in Lisbon on Tuesday, police said.\n", encoding="utf-8")
    with serve({"/one": story("one")}) as site:
        args = ["ingest", str(file), f"{site.url}/one", f"{site.url}/none", "--store", store, "--format", "json"]
        refused = CliRunner().invoke(cli.cli, args)
        assert json.loads(refused.stdout)["new"] == 1, "the own network is refused unless allowed"
        done = CliRunner().invoke(cli.cli, [*args, "--allow-private"])
        told = json.loads(done.stdout)
    assert (told["new"], told["known"]) == (1, 1)
    assert any("answers 404" in trouble for trouble in told["troubles"])
    listed = CliRunner().invoke(cli.cli, ["search", "earthquake", "--store", store, "--format", "json"])
    assert f"{site.url}/one" in listed.stdout


QUAKE = (
    "Quake hits Lima\n\nA magnitude 6.4 earthquake struck near Lima on Tuesday, police said. {n} people were killed.\n"
)


def test_an_edited_report_is_told_as_one(tmp_path: Path) -> None:
    store, file = str(tmp_path / "store.db"), tmp_path / "a.txt"
    told = []
    for killed in (12, 19, 19):
        file.write_text(QUAKE.format(n=killed), encoding="utf-8")
        known = ["--outlet", "Paper", "--published", "2026-06-03"]
        told.append(CliRunner().invoke(cli.cli, ["ingest", str(file), *known, "--store", store]).stdout)
    assert told == [
        "1 new, 0 already stored\n",
        "1 new (1 an edited version of one stored), 0 already stored\n",
        "0 new, 1 already stored\n",
    ]


def test_show_tells_what_an_edit_changed(tmp_path: Path) -> None:
    store, file = str(tmp_path / "store.db"), tmp_path / "a.txt"
    for killed in (12, 19):
        file.write_text(QUAKE.format(n=killed), encoding="utf-8")
        known = ["--outlet", "Paper", "--published", "2026-06-03"]
        CliRunner().invoke(cli.cli, ["ingest", str(file), *known, "--store", store])
    found = CliRunner().invoke(cli.cli, ["search", "quake", "--store", store, "--format", "json"])
    first, *_ = sorted(hit["report"]["id"] for hit in json.loads(found.stdout)["hits"])
    told = CliRunner().invoke(cli.cli, ["show", first, "--store", store]).stdout.splitlines()
    versions = [n for n, line in enumerate(told) if line.startswith("    version ")]
    assert [told[n].split()[1] for n in versions] == ["1", "2"]
    assert "12" in told[versions[1] + 1]
    assert "19" in told[versions[1] + 1]
    plain = json.loads(CliRunner().invoke(cli.cli, ["show", first, "--store", store, "--format", "json"]).stdout)
    assert [version["current"] for version in plain["versions"]] == [False, True]
    assert CliRunner().invoke(cli.cli, ["show", first, "--store", store, "--format", "html"]).exit_code == 2


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["search", ""], 2, "at least one word"),
        (["search", "..."], 2, "at least one word"),
        (["search", "xyzzy"], 1, "no stored report"),
        (["search", "xyzzy OR quake"], 0, ""),
        (["events", "--since", "2026-02-30"], 2, "is no date; give one such as"),
        (["events", "--until", "9999-12-31"], 0, ""),
        (["events", "--frame", "nosuch"], 1, "no stored event is like that; nosuch is no kind of event; the kinds are"),
        (["events", "--frame", "launch", "--place", "Peru"], 1, "no stored event is like that"),
        (["events", "--limit", "1"], 0, "these are the first 1; --limit shows more"),
        (["show", "event-0"], 1, "there is no such event"),
        (["show", "report-0"], 1, "there is no such report"),
    ],
)
def test_a_store_is_asked(asked: str, words: list[str], code: int, told: str) -> None:
    result = CliRunner().invoke(cli.cli, [*words, "--store", asked])
    assert result.exit_code == code
    assert told in " ".join(result.stderr.replace("│", " ").split())


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("asked")
    (folder / "a.txt").write_text(QUAKE.format(n=12), encoding="utf-8")
    flood = "Flood in Lisbon\n\nA flood hit Lisbon on Monday, 4 May 2026. Two people drowned, police said.\n"
    (folder / "b.txt").write_text(flood, encoding="utf-8")
    CliRunner().invoke(cli.cli, ["ingest", str(folder), "--outlet", "Paper", "--store", str(folder / "s.db")])
    return str(folder / "s.db")


def test_what_was_recorded_and_not_taken_in_is_told(tmp_path: Path) -> None:
    store = tmp_path / "s.db"
    with closing(SqlStore(str(store))) as kept:
        kept.keep([Kept(reading(report(text="A storm.")), Arrival(datetime(2026, 5, 4, tzinfo=UTC)), "line")])
    result = CliRunner().invoke(cli.cli, ["events", "--store", str(store)])
    assert (result.exit_code, "1 report waits to be taken in" in result.stderr) == (1, True)
