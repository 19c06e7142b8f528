"""The measurement of copies: small, it finds what it made and nothing else; the wire labels are read as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import copies, wire

FIELDS = (
    "compartment filename level annotators publisher publication_date author title trump_count clinton_count credit"
)
HEADER = "\t".join([*FIELDS.split(), "wire"]) + "\n"


def test_what_was_copied_is_found_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSWIRE_KEPT", "2000")
    monkeypatch.setenv("CROSSWIRE_NEW", "100")
    found = copies.run(None, "dev")
    assert float(str(found["found"])) > 0.95
    assert found["false"] == 0
    assert float(str(found["weigh_seconds"])) < 5


def test_a_kept_report_is_made_again_as_it_was() -> None:
    library = copies.Library(50)
    rows = library.drawn(0)
    assert library.report("kept-7").text.split() == [library.words[i] for i in rows[7]]


def test_a_labelled_text_is_found_by_its_credit(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "train" / "text"
    folder.mkdir(parents=True)
    body = "The port of Ellis was closed on Tuesday after a ship ran aground, and the mayor asked for help."
    (folder / "a.txt").write_text(f"Port closed.\n\nPORT ELLIS, March 4 (Reuters) - {body}\n", "utf-8")
    (folder / "b.txt").write_text(f"Port closed.\n\n{body}\n", "utf-8")
    (folder / "c.txt").write_text(f"Port closed.\n\nPORT ELLIS (AP) - {body}\n", "utf-8")
    rows = [("a", "reuters"), ("b", "None"), ("c", "NA")]
    lines = "".join(f"train\t{name}\t\t\tp\t2016\t\tt\t0\t0\tNone\t{label}\n" for name, label in rows)
    (tmp_path / "data" / "metadata.tsv").write_text(HEADER + lines, "utf-8")
    assert wire.run(tmp_path, "dev") == {"n": 2, "labelled": 1, "found": 1.0, "right": 1.0, "precision": 1.0}
