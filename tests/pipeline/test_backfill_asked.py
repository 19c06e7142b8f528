"""The dataset asked as its documents show: with DuckDB, with pandas, each column told."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pandas
import pytest

from crosswire.pipeline.backfill.rows import TABLES
from tests.pipeline.conftest import Made

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    """What the document shows in a language."""
    return [body for kind, body in BLOCK.findall((DOCS / "backfill.md").read_text("utf-8")) if kind == language]


def asked_in_duckdb(number: int) -> pandas.DataFrame:
    """What a query of the document finds."""
    return duckdb.connect().execute(blocks("sql")[number]).df()


@pytest.fixture
def beside(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dataset as `events` in the folder at hand."""
    (tmp_path / "events").symlink_to(made[0])
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("beside")
def test_every_launch_quake_and_attack_with_its_sources() -> None:
    found = asked_in_duckdb(0)
    assert found.frame.value_counts().to_dict() == {"weapons_test": 1, "earthquake": 1}
    assert (found.urls.map(len) >= 3).all()
    assert set(found.happened) == {"corroborated"}


@pytest.mark.usefixtures("beside")
def test_a_launch_with_its_answers_as_columns() -> None:
    found = asked_in_duckdb(1).iloc[0]
    assert (found.who, found.how_many, found.km) == ("North Korea", 1, 1100)
    assert "missile" in found.what
    assert (found.carried, len(found.sources)) == (5, 4)  # one of them a copy


@pytest.mark.usefixtures("beside")
def test_the_sentences_behind_each_answer() -> None:
    found = asked_in_duckdb(2)
    assert {"magnitude", "killed", "happened"} <= set(found.attribute)
    assert (found.quote.map(len) > 0).all()
    assert found.url.str.startswith("http").all()


@pytest.mark.usefixtures("beside")
def test_pandas_finds_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(blocks("py")[0], "backfill.md", "exec"), {})  # noqa: S102 - our own document
    printed = capsys.readouterr().out
    titles = asked_in_duckdb(0).title
    assert all(title in printed for title in titles)
    assert len(printed.splitlines()) == len(titles) + 1


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_column_is_documented(table: str, made: Made) -> None:
    section = (DOCS / "backfill-columns.md").read_text("utf-8").partition(f"\n## {table}\n")[2].partition("\n## ")[0]
    told = [name for line in section.splitlines() if line.startswith("| `") for name in line.split("|")[1].split(",")]
    assert [name.strip(" `") for name in told] == list(TABLES[table])
    assert list(pandas.read_parquet(made[0] / table).columns) == list(TABLES[table])
