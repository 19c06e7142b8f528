"""Places: paths of this machine and addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosswire.errors import CrosswireError
from crosswire.sources.reach import is_address, is_local, reach
from crosswire.sources.warc import find_archives


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("s3://bucket/a.warc.gz", True),
        ("https://archive.example/a.warc.gz", True),
        ("file:///data/a.warc.gz", True),
        ("data/a.warc.gz", False),
        ("a: b.warc.gz", False),
        ("C:/data/a.warc.gz", False),
        ("://a", False),
    ],
)
def test_addresses_and_paths(text: str, address: bool) -> None:
    assert is_address(text) is address


def test_a_file_address_is_a_path(tmp_path: Path) -> None:
    named = tmp_path / "two words.warc.gz"
    assert reach(named.as_uri()) == named
    assert is_local(reach(named.as_uri()))


def test_an_object_answers_as_a_path_does() -> None:
    place = reach("memory://reach/folder") / "a.json"
    assert not is_local(place)
    assert not place.exists()
    place.write_bytes(b"{}")
    assert place.exists()
    assert (place.name, place.stem, place.read_text("utf-8")) == ("a.json", "a", "{}")
    assert [p.name for p in place.parent.glob("*.json")] == ["a.json"]


def test_what_nothing_opens_is_told() -> None:
    with pytest.raises(CrosswireError, match=r"crosswire\[objects\]"):
        reach("nosuchstore://a/b")


def test_archives_of_a_folder_and_a_list_of_objects(tmp_path: Path) -> None:
    folder = reach("memory://reach/archives")
    for name in ("b.warc.gz", "deep/a.warc.gz", "notes.txt"):
        (folder / name).write_bytes(b"x")
    assert [p.name for p in find_archives(folder)] == ["b.warc.gz", "a.warc.gz"]
    named = tmp_path / "list.txt"
    named.write_text("# January\nmemory://reach/archives/b.warc.gz\n\nhere.warc.gz\n")
    assert [str(p) for p in find_archives(named)] == [
        str(reach("memory://reach/archives/b.warc.gz")),
        str(tmp_path / "here.warc.gz"),
    ]
