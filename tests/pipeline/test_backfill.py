"""Backfill: from archives to a dataset, the same from every engine and after every kill."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from crosswire.app.backfill import Backfilling, load_into, run_backfill
from crosswire.app.knowledge import opened
from crosswire.errors import CrosswireError, NothingToReadError
from crosswire.model import Selection
from tests.archives import AT, Answer, page, write_archive

EXAMPLES = Path(__file__).parents[2] / "examples"
WANTED = ("weapons_test", "earthquake")
TABLES = ("reports", "claims", "events", "facts", "origins", "readings")
RECIPE = "Mix the flour with the eggs and the butter and stir it for ten minutes until it is smooth. " * 5
WEATHER = "Das Wetter wird morgen schön und die Sonne scheint über dem Land, aber am Abend kommt der Regen. " * 6


def quiet(*_: object) -> None:
    """Show nothing."""


def answers(example: str) -> list[Answer]:
    """An example's reports as pages of their own outlets."""
    found = []
    for path in sorted((EXAMPLES / example).glob("*.txt")):
        title, *rest = [p for p in path.read_text("utf-8").split("\n\n") if p.strip()]
        found.append(Answer(f"http://{path.stem}.example/a", page(title, rest, AT, path.stem)))
    for path in sorted((EXAMPLES / example).glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            told = json.loads(line)
            body = page(told["title"], told["text"].split("\n\n"), AT, told["outlet"])
            found.append(Answer(f"http://desk.example/{len(found)}", body))
    return found


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archives")
    launch, quake = answers("launch"), answers("earthquake")
    copy = replace(launch[0], url="http://copy.example/b", at=AT + timedelta(hours=1))
    other = [
        Answer("http://kitchen.example/", page("Cake", [RECIPE])),
        Answer("http://wetter.example/", page("Wetter", [WEATHER])),
    ]
    write_archive(folder / "one.warc.gz", [*launch[:2], quake[0], *other])
    write_archive(folder / "two.warc.gz", [*launch[2:], *quake[1:], copy])
    return folder


def asked(archives: Path, out: Path, **more: Any) -> Backfilling:
    return Backfilling((str(archives),), out, WANTED, **more)


@pytest.fixture(scope="module")
def made(archives: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, Any]]:
    out = tmp_path_factory.mktemp("made") / "data"
    return out, run_backfill(asked(archives, out), quiet)


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    """All rows of a table of the dataset."""
    return [row for path in sorted((out / table).glob("*.parquet")) for row in pq.read_table(path).to_pylist()]


def content(out: Path) -> dict[str, bytes]:
    """Every file of the dataset, byte for byte."""
    return {f"{t}/{p.name}": p.read_bytes() for t in TABLES for p in sorted((out / t).glob("*.parquet"))}


def test_events_with_their_sources(made: tuple[Path, Mapping[str, Any]]) -> None:
    out, _ = made
    events = rows(out, "events")
    assert {e["frame"] for e in events} <= set(WANTED)
    launch = max((e for e in events if e["frame"] == "weapons_test"), key=lambda e: e["reports"])
    assert launch["reports"] >= 3
    assert launch["copies"] == 1
    reports = {r["id"]: r for r in rows(out, "reports")}
    claims = {c["id"]: c for c in rows(out, "claims")}
    facts = [f for f in rows(out, "facts") if f["event"] == launch["id"]]
    assert any(f["standing"] == "corroborated" for f in facts)
    assert all(claims[c]["report"] in reports for f in facts for c in f["claims"])
    assert {c["event"] for c in claims.values()} - {None} >= {launch["id"]}
    assert all(o["reports"] for o in rows(out, "origins"))


def test_what_was_left_out_is_told(made: tuple[Path, Mapping[str, Any]]) -> None:
    out, told = made
    assert told["dropped"] == {
        "another language": 1,
        "exact copy": 1,
        "no wanted event": 1,
        "warcinfo record": 2,
    }
    assert told["languages"]["de"] == 1
    assert told["pages"] == told["read"] + 3
    assert json.loads((out / "report.json").read_text()) == told
    copies = [r for r in rows(out, "reports") if r["copy_of"]]
    assert [c["url"] for c in copies] == ["http://copy.example/b"]


def test_loads_into_a_store(made: tuple[Path, Mapping[str, Any]], tmp_path: Path) -> None:
    out, told = made
    assert load_into(out, str(tmp_path / "desk.db"), quiet) == told["read"]
    with opened(str(tmp_path / "desk.db")) as known:
        assert any(e.reports >= 3 for e in known.events(Selection(frame="weapons_test")).events)


@pytest.mark.parametrize("engine", ["processes", "ray"])
def test_each_engine_gives_the_same(
    archives: Path, made: tuple[Path, Mapping[str, Any]], tmp_path: Path, engine: Any
) -> None:
    if engine == "ray" and importlib.util.find_spec("ray") is None:
        pytest.skip("Ray is an extra")
    run_backfill(asked(archives, tmp_path / "data", engine=engine, workers=2), quiet)
    assert content(tmp_path / "data") == content(made[0])


def test_goes_on_after_a_kill(archives: Path, made: tuple[Path, Mapping[str, Any]], tmp_path: Path) -> None:
    out = tmp_path / "data"
    command = [sys.executable, "-m", "crosswire", "backfill", str(archives), "--out", str(out)]
    command += ["--frames", ",".join(WANTED)]
    for stage in ("looked", "read"):  # killed as soon as the stage has finished its first file
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True) as driver:  # noqa: S603
            while not list((out / "work" / stage).glob("*.json")) and driver.poll() is None:
                time.sleep(0.01)
            os.killpg(driver.pid, signal.SIGKILL)
    kept = {p: p.stat().st_mtime_ns for p in (out / "work").glob("looked/*.json")}
    run_backfill(asked(archives, out), quiet)
    assert kept.items() <= {p: p.stat().st_mtime_ns for p in kept}.items()
    assert content(out) == content(made[0])


def test_more_archives_are_added(archives: Path, made: tuple[Path, Mapping[str, Any]], tmp_path: Path) -> None:
    first = Backfilling((str(archives / "one.warc.gz"),), tmp_path / "data", WANTED)
    run_backfill(first, quiet)
    run_backfill(asked(archives, tmp_path / "data"), quiet)
    assert content(tmp_path / "data") == content(made[0])


def test_other_options_need_another_folder(archives: Path, made: tuple[Path, Mapping[str, Any]]) -> None:
    with pytest.raises(CrosswireError, match="other options"):
        run_backfill(replace(asked(archives, made[0]), frames=("flood",)), quiet)


def test_days_of_capture(archives: Path, tmp_path: Path) -> None:
    told = run_backfill(asked(archives, tmp_path / "data", since=date(2026, 2, 1)), quiet)
    assert (told["read"], told["events"]) == (0, 0)
    assert told["dropped"]["outside the dates"] == told["pages"]


@pytest.mark.parametrize("source", ["missing.warc.gz", "."])
def test_nothing_to_read(tmp_path: Path, source: str) -> None:
    with pytest.raises(NothingToReadError):
        run_backfill(Backfilling((str(tmp_path / source),), tmp_path / "data"), quiet)


def test_an_unknown_kind_of_event(archives: Path, tmp_path: Path) -> None:
    with pytest.raises(CrosswireError, match="no kind of event"):
        run_backfill(Backfilling((str(archives),), tmp_path / "data", ("picnic",)), quiet)


def test_bad_files_cost_only_themselves(archives: Path, tmp_path: Path) -> None:
    good = (archives / "one.warc.gz").read_bytes()
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "empty.warc.gz").write_bytes(b"")
    (folder / "cut.warc.gz").write_bytes(good[:-300])
    (folder / "noise.warc.gz").write_bytes(b"no archive at all " * 100)
    told = run_backfill(asked(folder, tmp_path / "data"), quiet)
    assert told["read"] == 3
    assert sum("empty file" in n or "broken" in n or "wrong length" in n for n in told["named"]) == 3
