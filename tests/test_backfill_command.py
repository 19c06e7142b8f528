"""`crosswire backfill`: what it prints, its exit codes, no traceback for bad input."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from crosswire.cli import cli
from tests.archives import AT, Answer, page, write_archive

TEXT = "A magnitude 6.1 earthquake shook Palu on Wednesday and killed 12 people, the mayor said."
MORE = "Shops in the town stayed shut and the schools will be closed until the end of the week. " * 3


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["backfill", *words], catch_exceptions=False)


def test_an_archive_to_a_dataset_and_a_store(tmp_path: Path) -> None:
    html = page("Earthquake in Palu kills 12", [TEXT, MORE], AT)
    archive = write_archive(tmp_path / "a.warc.gz", [Answer("http://a.example/1", html)])
    out, store = str(tmp_path / "data"), str(tmp_path / "desk.db")
    result = run(str(archive), "--out", out, "--frames", "earthquake", "--into", store)
    assert result.exit_code == 0, result.stderr
    assert "1 page of 1 archive; 1 may carry a wanted event; 1 read" in result.stdout
    assert "1 event, " in result.stdout
    assert "1 reports new in the store" in result.stdout
    assert (tmp_path / "data" / "events" / "2026-01-29.parquet").exists()
    again = run(str(archive), "--out", out, "--frames", "earthquake")
    assert "1 event, " in again.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("missing.warc.gz",), "no such file"),
        (("a.warc.gz", "--frames", "picnic"), "no kind of event"),
        (("empty.warc.gz",), "no page could be read"),
        (("a.warc.gz", "--engine", "ray", "--address", "127.0.0.1:1"), "ray"),
    ],
)
def test_what_cannot_be_done_is_told(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    write_archive(tmp_path / "a.warc.gz", [Answer("http://a.example/1", page("Quake", [MORE]))])
    (tmp_path / "empty.warc.gz").write_bytes(b"")
    name, *rest = words
    result = run(str(tmp_path / name), *rest, "--out", str(tmp_path / "data"))
    assert result.exit_code == 1
    assert told.lower() in result.stderr.lower()


@pytest.mark.parametrize("words", [(), ("a.warc.gz",), ("a.warc.gz", "--out", "o", "--engine", "magic")])
def test_wrong_usage(words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_archives_looked_through_one_by_one(tmp_path: Path) -> None:
    out, archive = str(tmp_path / "data"), tmp_path / "a.warc.gz"
    html = page("Earthquake in Palu kills 12", [TEXT, MORE], AT)
    write_archive(archive, [Answer("http://a.example/1", html)])
    looked = run(str(archive), "--out", out, "--frames", "earthquake", "--look")
    assert "1 may carry a wanted event; 0 read" in looked.stdout
    archive.unlink()
    made = run("--out", out, "--frames", "earthquake")
    assert (made.exit_code, looked.exit_code) == (0, 0)
    assert "1 event, " in made.stdout


def test_nothing_was_named_and_nothing_is_there(tmp_path: Path) -> None:
    result = run("--out", str(tmp_path / "data"))
    assert result.exit_code == 1
    assert "nothing was looked through yet" in result.stderr
