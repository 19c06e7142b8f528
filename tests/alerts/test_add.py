"""`crosswire alert add`: one line of options becomes a watch, tried at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from crosswire import app
from crosswire.cli import cli

ROOT = Path(__file__).resolve().parents[2]


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, ["alert", *words])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the example of an attack at sea."""
    place = str(tmp_path_factory.mktemp("store") / "desk.db")
    assert CliRunner().invoke(cli, ["ingest", str(ROOT / "examples" / "ship_attack"), "--store", place]).exit_code == 0
    return place


def test_it_is_tried_at_once_and_kept(store: str) -> None:
    line = ["Ships off Yemen", "--frame", "ship_attack", "--around", "13.5,43.3,600", "--store", store]
    code, told, _ = run("add", *line, "--dry-run")
    assert code == 0
    assert "would have told 1 event\n" in told
    assert "inside 600 km around 13.5, 43.3" in told
    assert "no watch" in run("list", "--store", store)[1]
    code, told, _ = run("add", *line, "--to", "duty@line.example", "--to", "https://desk.example/hook", "--secret", "S")
    assert code == 0
    assert told.startswith("kept  Ships off Yemen: ship attack in 600 km around 13.5, 43.3, corroborated, to mail duty")
    with app.opened(store) as known:
        (watch,) = app.list_watches(known)
    assert [(d.way, d.to, d.secret) for d in watch.to] == [
        ("mail", "duty@line.example", None),
        ("webhook", "https://desk.example/hook", "S"),
    ]


def test_every_option_reaches_the_watch(store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fleet.csv").write_text("lat,lon\n13.5,43.3\n", encoding="utf-8")
    code, told, err = run(
        "add", "All", "--actor", "Houthis", "--word", "tanker", "--positions", "fleet.csv,200", "--near", "50",
        "--least", "disputed", "--severity", "killed=10", "--quiet", "22:00-06:00 Europe/Berlin", "--store", store,
    )  # fmt: skip
    assert code == 0, err
    assert "200 km around the positions in fleet.csv" in told
    with app.opened(store) as known:
        watch = next(w for w in app.list_watches(known) if w.name == "All")
    assert (watch.actors, watch.words) == (frozenset({"Houthis"}), frozenset({"tanker"}))
    assert watch.severity == {"killed": 10}
    assert watch.quiet is not None
    assert (watch.quiet.start, watch.quiet.end, watch.quiet.zone) == (1320, 360, "Europe/Berlin")
    assert watch.area is not None
    assert watch.area.near_km == 50


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["X", "--to", "nowhere"], "no mailbox"),
        (["X", "--frame", "quake"], "there are abduction"),
        (["X", "--around", "1,2"], "parted by commas"),
        (["X", "--around", "1,2,3", "--in", "JP"], "give one of them"),
        (["X", "--in", "Nowhere Sea"], "no sea or region known"),
        (["X", "--severity", "killed"], "--severity"),
        (["X", "--quiet", "late"], "is no time"),
        (["X", "--positions", "none.csv,10"], "cannot be read"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_kept(line: list[str], words: str, store: str) -> None:
    code, _, told = run("add", *line, "--store", store)
    assert code in (1, 2)
    assert words in " ".join(told.split())
    with app.opened(store) as known:
        assert "X" not in [w.name for w in app.list_watches(known)]


def test_the_examples_can_be_kept(store: str) -> None:
    code, told, err = run("try", str(ROOT / "examples" / "watches.toml"), "--store", store)
    assert code == 0, err
    assert "would tell  Our route through the Red Sea: Astra Dawn attacked" in told
