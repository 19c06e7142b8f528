"""Files, folders and standard input: what is read, in what order, and what is said of the rest."""

from __future__ import annotations

import io
import json
import os
import socket
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from crosswire.errors import UnreadableInputError
from crosswire.model import Fetched, Given
from crosswire.sources.files import gather
from crosswire.sources.sniff import LIMIT, is_binary, sniff

NOTHING = io.BytesIO()


def read(*paths: Path | str, stdin: bytes = b"") -> list[Fetched | UnreadableInputError]:
    return list(gather([str(path) for path in paths], Given(), io.BytesIO(stdin)))


def texts(*paths: Path | str, stdin: bytes = b"") -> list[Fetched]:
    found = read(*paths, stdin=stdin)
    assert all(isinstance(item, Fetched) for item in found), found
    return [item for item in found if isinstance(item, Fetched)]


def error(*paths: Path | str, stdin: bytes = b"") -> UnreadableInputError:
    (found,) = read(*paths, stdin=stdin)
    assert isinstance(found, UnreadableInputError)
    assert found.where and found.why and found.remedy
    return found


@pytest.mark.parametrize(
    ("name", "media"),
    [("a.txt", "text"), ("a.TXT", "text"), ("a.md", "markdown"), ("a.html", "html"), ("a.htm", "html")],
)
def test_media_by_suffix(tmp_path: Path, name: str, media: str) -> None:
    (tmp_path / name).write_bytes(b"<b>Some</b> text")
    (found,) = texts(tmp_path / name)
    assert (found.media, found.content, found.where) == (media, b"<b>Some</b> text", str(tmp_path / name))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<!DOCTYPE html><p>x", "html"),
        (b"\xef\xbb\xbf\n<!-- saved --><html>", "html"),
        (b'<?xml version="1.0"?>\n<html>', "html"),
        (b"<3 is how it starts", "text"),
        (b'{"text": "x"}', "json"),
        (b'{"text": "x"}\n{"text": "y"}\n', "lines"),
        (b'{\n"text": "x"\n}', "json"),
        (b"[1]", "json"),
        (b"Plain words", "text"),
        (b"", "text"),
    ],
)
def test_sniff(content: bytes, kind: str) -> None:
    assert sniff(content) == kind


@pytest.mark.parametrize(
    ("content", "binary"),
    [
        (b"%PDF-1.7\n...", True),
        (b"\x89PNG\r\n\x1a\n", True),
        (bytes(range(256)) * 20, True),
        (b"word\0" * 400, True),
        (b"words " * 100 + b"\0" + b"words " * 100, False),
        ("Missile launch".encode("utf-16"), False),
        ("Missile launch over the sea".encode("utf-16-le"), False),
        ("Missile launch over the sea".encode("utf-16-be"), False),
        ("Fünf Tote".encode("latin-1"), False),
        ("북한이 미사일을".encode(), False),
    ],
)
def test_binary(content: bytes, binary: bool) -> None:
    assert is_binary(content) == binary


def test_folder_is_sorted_recursive_and_skips_hidden_and_unknown(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/.hidden.txt", ".git/c.txt", "d.pdf", "e", "c.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    found = read(tmp_path)
    assert [Path(item.where).name for item in found[:-1]] == ["b.txt", "z.md"]
    last = found[-1]
    assert isinstance(last, UnreadableInputError)
    assert "has 3 files of other kinds, not read: 1 .jpg, 1 .pdf, 1 without a suffix; save them as" in str(last)


def test_settings_and_code_beside_reports_are_passed_over_without_a_word(tmp_path: Path) -> None:
    for name in ("a.txt", "golden.toml", "b.py", "page.css", "c.YAML"):
        (tmp_path / name).write_text("words")
    assert [Path(item.where).name for item in read(tmp_path)] == ["a.txt"]
    (tmp_path / "a.txt").unlink()
    assert "has no files to read" in str(error(tmp_path))


def test_other_kinds_in_many_folders_are_told_once(tmp_path: Path) -> None:
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.pdf").write_text("words")
        (tmp_path / folder / "x.txt").write_text("words")
    told = [item for item in read(tmp_path) if isinstance(item, UnreadableInputError)]
    assert [str(item).split(": ")[1] for item in told] == ["has 3 files of other kinds, not read"]


def test_given_goes_with_every_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    given = Given(outlet="The Paper")
    assert [item.given for item in gather([str(tmp_path)], given, NOTHING) if isinstance(item, Fetched)] == [given]


@pytest.mark.parametrize(
    ("content", "media"),
    [(b"<!DOCTYPE html><html><p>x", "html"), (b'{"text": "x"}', "text"), (b"<b>bold</b> words", "text")],
)
def test_a_page_saved_as_text_is_a_page(tmp_path: Path, content: bytes, media: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert [item.media for item in texts(tmp_path / "a.txt")] == [media]


def test_a_file_of_unknown_suffix_is_read_when_named(tmp_path: Path) -> None:
    (tmp_path / "story").write_bytes(b"<html><p>x")
    (tmp_path / "wire.log").write_bytes(b'{"text": "x"}')
    assert [item.media for item in texts(tmp_path / "story", tmp_path / "wire.log")] == ["html", "record"]


@pytest.mark.parametrize("record", [{"text": "x"}, {"title": "t", "body": "x"}, {"text": "x", "items": [1]}])
def test_json_object(tmp_path: Path, record: object) -> None:
    (tmp_path / "a.json").write_text(json.dumps(record))
    (found,) = texts(tmp_path / "a.json")
    assert json.loads(found.content) == record


@pytest.mark.parametrize("wrap", [lambda items: items, lambda items: {"status": "ok", "articles": items}])
def test_json_list(tmp_path: Path, wrap: object) -> None:
    assert callable(wrap)
    (tmp_path / "a.json").write_text(json.dumps(wrap([{"text": "x"}, "no", {"text": "y"}])))
    first, second, third = read(tmp_path / "a.json")
    assert isinstance(first, Fetched) and isinstance(third, Fetched)
    assert isinstance(second, UnreadableInputError) and "(item 2): is no JSON object" in str(second)


def test_json_lines_tell_the_number_of_a_bad_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n\nnot json\n[1]\n{"text": "y"}')
    first, bad, no_object, last = read(tmp_path / "a.jsonl")
    assert isinstance(first, Fetched) and isinstance(last, Fetched)
    assert first.where.endswith("a.jsonl:1") and last.where.endswith("a.jsonl:5")
    assert "a.jsonl:3: is not valid JSON (column 1: " in str(bad) and "a.jsonl:4: is no JSON object" in str(no_object)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n\t", "is empty"),
        ("a.txt", b"%PDF-1.4 ...", "is no text"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "is no text"),
        ("a.txt", b"x" * (LIMIT + 1), "is longer than 8 MB"),
        ("a.json", b"{", "is not valid JSON (column 2: "),
        ("a.json", b"[]", "holds no report"),
        ("a.json", b'{"articles": []}', "holds no report"),
        ("a.json", b"7", "is no JSON object"),
        ("a.json", b"[" * 200_000, "is nested too deeply"),
        ("a.json", b"1" * 6000, "is not valid JSON"),
        ("a.json", b'{"text": "\xff"}', "not encoded as UTF-8"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.jsonl", b"[" * 200_000, "is nested too deeply"),
        ("a.jsonl", b"x" * (LIMIT + 5), "is longer than 8 MB"),
    ],
)
def test_bad_content(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(content)
    found = error(tmp_path / name)
    assert why in str(found) and name in found.where


def test_bad_paths(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").mkdir()
    assert "does not exist" in str(error(tmp_path / "missing.txt"))
    assert "link to nothing" in str(error(tmp_path / "gone"))
    assert "is a pipe or a device" in str(error(tmp_path / "pipe"))
    assert "is a pipe or a device" in str(error("/dev/zero"))
    assert "has no files to read" in str(error(tmp_path / "empty"))
    assert "not a valid path" in str(error("a\0b"))
    assert "cannot be read" in str(error("x" * 5000))


def test_names_that_are_no_text_can_be_shown(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text("words")
    (found,) = texts(tmp_path)
    assert found.where.endswith("caf?.txt") and found.content == b"words"
    missing = error(os.fsdecode(name.replace(b".txt", b"2.txt")))
    assert "caf?2.txt: does not exist" in str(missing)


def test_unreadable_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "a.txt").chmod(0)
    if os.access(tmp_path / "a.txt", os.R_OK):
        pytest.skip("this user may read everything")
    assert "may not be read" in str(error(tmp_path / "a.txt"))


def test_folder_does_not_hang_on_loops_pipes_sockets_and_dead_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text("words")
    with socket.socket(socket.AF_UNIX) as unix:
        monkeypatch.chdir(tmp_path)  # a socket's path must be short
        unix.bind("s.txt")
        found = read(tmp_path)
    assert [Path(item.where).name for item in found] == ["a.txt", "dead.txt", "self.txt"]
    assert [isinstance(item, Fetched) for item in found] == [True, False, False]


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (b"Some words", ["text"]),
        (b"<html><p>x", ["html"]),
        (b'{"text": "x"}', ["record"]),
        (b'[{"text": "x"}, {"text": "y"}]', ["record", "record"]),
        (b'{"text": "x"}\n{"text": "y"}', ["record", "record"]),
    ],
)
def test_standard_input(content: bytes, media: list[str]) -> None:
    found = texts("-", stdin=content)
    assert [item.media for item in found] == media
    assert found[0].where.startswith("standard input")


def test_standard_input_empty() -> None:
    assert "standard input: is empty" in str(error("-"))


def test_one_bad_file_does_not_end_the_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"words")
    first, second = read(tmp_path)
    assert isinstance(first, UnreadableInputError) and isinstance(second, Fetched)


def test_a_large_folder_is_not_held_in_memory(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number:04}.txt").write_bytes(b"word " * 20_000)
    tracemalloc.start()
    assert sum(isinstance(item, Fetched) for item in gather([str(tmp_path)], Given(), NOTHING)) == 300
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3_000_000  # the files are 30 million bytes


@for_all(st.binary(max_size=400))
def test_any_bytes_on_standard_input(content: bytes) -> None:
    for item in read("-", stdin=content):
        assert isinstance(item, Fetched) or str(item)


@for_all(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_any_json_on_standard_input(value: object) -> None:
    for item in read("-", stdin=json.dumps([value]).encode()):
        assert isinstance(item, UnreadableInputError) or isinstance(json.loads(item.content), dict)
