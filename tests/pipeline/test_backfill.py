"""Backfill: from archives to a dataset, the same from every engine and after every kill."""

from __future__ import annotations

import importlib.util
import json
import shutil
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from crosswire.app.backfill import Backfilling, load_into, run_backfill
from crosswire.app.knowledge import opened
from crosswire.errors import CrosswireError, NothingToReadError
from crosswire.model import Selection
from tests.archives import AT, Answer, page, write_archive
from tests.pipeline.backfills import WANTED, answers, asked, content, quiet, rows
from tests.pipeline.conftest import Made


def test_events_with_their_sources(made: Made) -> None:
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


def test_what_was_left_out_is_told(made: Made) -> None:
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


def test_loads_into_a_store(made: Made, tmp_path: Path) -> None:
    out, told = made
    assert load_into(out, str(tmp_path / "desk.db"), quiet) == told["read"]
    with opened(str(tmp_path / "desk.db")) as known:
        assert any(e.reports >= 3 for e in known.events(Selection(frame="weapons_test")).events)


@pytest.mark.parametrize("engine", ["processes", "ray"])
def test_each_engine_gives_the_same(archives: Path, made: Made, tmp_path: Path, engine: Any) -> None:
    if engine == "ray" and importlib.util.find_spec("ray") is None:
        pytest.skip("Ray is an extra")
    run_backfill(asked(archives, tmp_path / "data", engine=engine, workers=2), quiet)
    assert content(tmp_path / "data") == content(made[0])


def test_more_archives_are_added(archives: Path, made: Made, tmp_path: Path) -> None:
    first = Backfilling((str(archives / "one.warc.gz"),), tmp_path / "data", WANTED)
    run_backfill(first, quiet)
    run_backfill(asked(archives, tmp_path / "data"), quiet)
    assert content(tmp_path / "data") == content(made[0])


def test_other_options_need_another_folder(archives: Path, made: Made) -> None:
    with pytest.raises(CrosswireError, match="other options"):
        run_backfill(replace(asked(archives, made[0]), frames=("flood",)), quiet)


def test_other_kinds_of_events_of_ones_own_need_another_folder(archives: Path, tmp_path: Path) -> None:
    own = tmp_path / "frames"
    own.mkdir()
    work = asked(archives, tmp_path / "data", own_frames=own, look_only=True)
    told = run_backfill(work, quiet)
    assert run_backfill(work, quiet)["core_seconds"] == told["core_seconds"]
    shutil.copy(Path(str(files("crosswire.claims"))) / "frames" / "earthquake.toml", own)
    with pytest.raises(CrosswireError, match="other options"):
        run_backfill(work, quiet)


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


def test_archives_looked_through_need_not_be_kept(archives: Path, made: Made, tmp_path: Path) -> None:
    out, disk = tmp_path / "data", tmp_path / "disk"
    disk.mkdir()
    for name in ("one.warc.gz", "two.warc.gz"):
        shutil.copy(archives / name, disk)
        told = run_backfill(asked(disk, out, look_only=True), quiet)
        (disk / name).unlink()
    assert (told["archives"], told["events"]) == (2, 0)
    run_backfill(replace(asked(disk, out), sources=()), quiet)
    assert content(out) == content(made[0])


def test_an_archive_that_was_cut_takes_no_more_part_when_it_is_whole(
    archives: Path, made: Made, tmp_path: Path
) -> None:
    disk = shutil.copytree(archives, tmp_path / "disk")
    (disk / "two.warc.gz").write_bytes((archives / "two.warc.gz").read_bytes()[:-2_000])
    run_backfill(asked(disk, tmp_path / "data"), quiet)
    assert content(tmp_path / "data") != content(made[0])
    shutil.copy(archives / "two.warc.gz", disk)
    run_backfill(asked(disk, tmp_path / "data"), quiet)
    assert content(tmp_path / "data") == content(made[0])


def test_nothing_was_looked_through(tmp_path: Path) -> None:
    with pytest.raises(NothingToReadError, match="nothing was looked through"):
        run_backfill(Backfilling((), tmp_path / "data"), quiet)


def test_a_new_day_leaves_the_others_as_they_are(archives: Path, tmp_path: Path) -> None:
    out, more = tmp_path / "data", tmp_path / "more"
    run_backfill(asked(archives, out), quiet)
    before = {p: p.stat().st_mtime_ns for p in (out / "work").rglob("*.json") if p.name != "manifest.json"}
    later = [replace(a, url=f"{a.url}/later", at=AT + timedelta(days=200)) for a in answers("launch")]
    write_archive(
        more / "later.warc.gz", [replace(a, body=a.body.replace(b"2026-01-29", b"2026-08-17")) for a in later]
    )
    told = run_backfill(asked(more, out), quiet)
    assert told["archives"] == 3
    assert {p: p.stat().st_mtime_ns for p in before} == before
    both = shutil.copytree(archives, tmp_path / "both")
    shutil.copy(more / "later.warc.gz", both)
    run_backfill(asked(both, tmp_path / "anew"), quiet)
    assert content(out) == content(tmp_path / "anew")


HIT = "A drone hit the tanker Astra Dawn off Oman on {day}, killing two sailors, the coast guard said."
SHORE = "The port stayed shut and its harbour master told reporters that ships would wait for the week. " * 3


@pytest.mark.parametrize(
    ("at_first", "later_on", "events"),
    [
        ("Thursday", "January 29", 1),
        ("Wednesday", "January 28", 1),  # of that day there is no report
        ("Thursday", "February 26", 2),  # another one
        ("Thursday", "a day in winter", 2),  # nothing says that it is the same
    ],
)
def test_a_look_back_a_month_later_is_no_event_of_its_own(
    tmp_path: Path, at_first: str, later_on: str, events: int
) -> None:
    later = AT + timedelta(days=29)
    pages = [
        Answer("http://a.example/", page("Tanker hit off Oman", [HIT.format(day=at_first), SHORE], AT, "a")),
        Answer("http://b.example/", page("Drone hits tanker off Oman", [HIT.format(day=at_first), SHORE], AT, "b")),
        Answer("http://c.example/", page("Tanker attack", [HIT.format(day=later_on), SHORE], later, "c"), later),
    ]
    write_archive(tmp_path / "a.warc.gz", pages)
    run_backfill(Backfilling((str(tmp_path / "a.warc.gz"),), tmp_path / "data", ("ship_attack",)), quiet)
    found = [e for e in rows(tmp_path / "data", "events") if e["main"]]
    assert [e["day"] for e in found] == ["2026-01-29", "2026-02-27"][:events]
    assert sum(e["reports"] for e in found) == 3
    assert {c["event"] for c in rows(tmp_path / "data", "claims")} >= {e["id"] for e in found}
