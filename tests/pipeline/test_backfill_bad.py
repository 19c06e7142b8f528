"""Backfill of the worst that archives hold: every good page behind each bad one is read, in little time and memory."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.archives import AT, Answer, page, write_archive
from tests.pipeline.backfills import rows

TOWNS = ("Palu", "Izmir", "Lima", "Quito", "Osaka", "Davao", "Oran", "Split", "Haifa", "Basra", "Accra", "Tunis")
MORE = "Shops in the town stayed shut and the schools will be closed until the end of the week. " * 3
TYPE = ("Content-Type", "text/html; charset=utf-8")
MEMORY = 1_000  # megabytes; 1,500 are allowed to a worker
BIG = b"<p>" + b"a" * 200_000_000


def quake(town: str, then: str = MORE) -> bytes:
    """A page on a quake in a town."""
    return page(f"Earthquake in {town} kills 12", [f"A magnitude 6.1 quake shook {town}, the mayor said.", then], AT)


BAD: Mapping[str, Answer] = {
    "wrong length": Answer("http://bad.example/length", quake("Nowhere"), length=90_000),
    "no wanted event": Answer("http://bad.example/other", page("Cake", [MORE])),
    "revisit record": Answer("http://bad.example/revisit", b"", kind="revisit"),
    "request record": Answer("http://bad.example/request", b"", kind="request"),
    "metadata record": Answer("http://bad.example/metadata", b"", kind="metadata"),
    "too long": Answer("http://bad.example/50mb", quake("Nowhere", MORE) + b"a" * 50_000_000),
    "nested too deeply": Answer("http://bad.example/deep", b"<div>" * 100_000 + quake("Nowhere")),
    "no article": Answer("http://bad.example/nothing", b"\0" * 5_000),
}
BOMBS = (
    Answer("http://bad.example/bomb", gzip.compress(BIG), headers=(TYPE, ("Content-Encoding", "gzip"))),
    Answer("http://bad.example/member", BIG),  # the record itself is small in the archive
)
TWISTED = {
    "Palu": Answer("http://twisted.example/nul", quake("Palu").replace(b"shook", b"sho\0ok")),
    "Lima": Answer(
        "http://twisted.example/lie",
        quake("Lima", f"The café is shut. {MORE}").decode().encode("cp1252"),
        headers=(TYPE,),
    ),
    "Quito": Answer(
        "http://twisted.example/other-lie",
        quake("Quito", f"The café is shut. {MORE}"),
        headers=(("Content-Type", "text/html; charset=iso-8859-5"),),
    ),
}


@pytest.fixture(scope="module")
def worst(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, Any]]:
    """The dataset made of the worst archives, by the command in a process of its own, and what was told of it."""
    folder = tmp_path_factory.mktemp("worst")
    bad = [*BAD.values(), *BOMBS]
    good = [Answer(f"http://good.example/{n}", quake(t)) for n, t in enumerate(TOWNS) if t not in TWISTED]
    mixed = [
        a for n, one in enumerate(bad) for a in (one, replace(good[n % len(good)], url=f"http://good.example/b{n}"))
    ]
    write_archive(folder / "mixed.warc.gz", [*TWISTED.values(), *mixed])
    whole = write_archive(folder / "cut.warc.gz", good[:3]).read_bytes()
    (folder / "cut.warc.gz").write_bytes(whole[:-200])
    (folder / "empty.warc.gz").write_bytes(b"")
    command = [sys.executable, "-m", "crosswire", "backfill", str(folder), "--out", str(folder / "data")]
    made = subprocess.run(  # noqa: S603 - our own program
        [*command, "--frames", "earthquake"], capture_output=True, text=True, check=False, timeout=250
    )
    assert made.returncode == 0, made.stderr
    assert "Traceback" not in made.stderr
    return folder / "data", json.loads((folder / "data" / "report.json").read_text())


Worst = tuple[Path, Mapping[str, Any]]


def test_every_good_page_behind_a_bad_one_is_read(worst: Worst) -> None:
    urls = {r["url"] for r in rows(worst[0], "reports")}
    assert {u for u in urls if "bad." in u} == set()
    assert len([u for u in urls if "/b" in u]) == len(BAD) + len(BOMBS)
    assert {"http://good.example/1", "http://good.example/4"} <= urls, "those before the cut"


@pytest.mark.parametrize("why", [*BAD, "empty file"])
def test_each_is_counted(worst: Worst, why: str) -> None:
    many = {"too long": 1 + len(BOMBS), "wrong length": 2, "no wanted event": 1}
    assert worst[1]["dropped"][why] == many.get(why, 1)


def test_what_is_broken_is_named(worst: Worst) -> None:
    named = "\n".join(worst[1]["named"])
    assert named.count("too long") == 3
    assert "empty.warc.gz: empty file" in named
    assert "cut.warc.gz:" in named
    assert not worst[1]["failed"]


@pytest.mark.parametrize("town", TWISTED)
def test_twisted_pages_are_read_as_they_were_meant(worst: Worst, town: str) -> None:
    mine = {r["id"] for r in rows(worst[0], "reports") if r["url"] == TWISTED[town].url}
    quotes = [c["quote"] for c in rows(worst[0], "claims") if c["report"] in mine]
    assert any(f"quake shook {town}" in quote for quote in quotes)
    if town != "Palu":
        assert any("café" in quote for quote in quotes)


def test_it_takes_little_memory(worst: Worst) -> None:
    assert max(worst[1]["peak_mb"].values()) < MEMORY
