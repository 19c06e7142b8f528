"""`crosswire key`, `crosswire export`, and what `crosswire serve` will not begin."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crosswire.cli import cli
from tests.served import Kept, kept

__all__ = ["kept"]


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "data" / "keys.json"
    monkeypatch.setenv("CROSSWIRE_KEYS", str(path))
    return path


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, list(words))
    return result.exit_code, result.stdout, result.stderr


def test_keys_are_made_listed_and_ended(keys: Path) -> None:
    code, token, told = run("key", "add", "desk", "--write")
    assert code == 0
    assert token.startswith("cw_")
    assert "reading and writing" in told
    assert token.strip() not in keys.read_text()
    code, listed, _ = run("key", "list")
    assert "desk" in listed
    assert "write" in listed
    assert token.strip() not in listed
    assert run("key", "add", "desk")[0] == 1
    assert run("key", "revoke", "desk")[0] == 0
    assert "revoked" in run("key", "list")[1]
    code, _, told = run("key", "revoke", "desk")
    assert code == 1
    assert "crosswire key list" in told


def test_no_keys_yet() -> None:
    code, out, told = run("key", "list")
    assert (code, out) == (0, "")
    assert "crosswire key add" in told


def test_a_broken_file_of_keys_is_told(keys: Path) -> None:
    keys.parent.mkdir(parents=True)
    keys.write_text("{")
    for words in (("key", "list"), ("key", "add", "x"), ("key", "revoke", "x")):
        code, _, told = run(*words)
        assert code == 1
        assert "holds no keys" in told
        assert "Traceback" not in told


@pytest.mark.parametrize(
    ("form", "begins"),
    [("csv", "id,title,"), ("geojson", '{"type": "FeatureCollection"'), ("jsonl", '{"id": "event-'), ("json", "{")],
)
def test_a_selection_is_exported(kept: Kept, form: str, begins: str) -> None:
    code, out, _ = run("export", "--format", form, "--frame", "earthquake", "--store", str(kept.path))
    assert code == 0
    assert out.startswith(begins)


def test_one_event_is_exported_to_a_file(kept: Kept, tmp_path: Path) -> None:
    _, out, _ = run("export", "--frame", "earthquake", "--store", str(kept.path))
    event = next(csv.DictReader(io.StringIO(out)))["id"]
    path = tmp_path / "notes.jsonld"
    code, _, _ = run("export", event, "--format", "annotations", "--out", str(path), "--store", str(kept.path))
    assert code == 0
    assert json.loads(path.read_text())["type"] == "AnnotationPage"
    code, _, told = run("export", "event-nope", "--store", str(kept.path))
    assert code == 1
    assert "crosswire events" in told
    code, _, told = run("export", event, "--out", str(tmp_path / "no" / "x.csv"), "--store", str(kept.path))
    assert code == 1
    assert "cannot be written" in told


def test_no_server_for_others_without_a_key(kept: Kept) -> None:
    code, _, told = run("serve", "--host", "0.0.0.0", "--store", str(kept.path))  # noqa: S104
    assert code == 1
    assert "crosswire key add" in told


def test_no_server_over_what_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "no.db"
    path.write_bytes(b"this is no database" * 100)
    code, _, told = run("serve", "--store", str(path))
    assert code == 1
    assert "Traceback" not in told
