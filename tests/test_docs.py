"""What the documents print is true: commands run, output is the program's own, links lead somewhere, examples load.

A block ```sh holds commands; ```console holds commands after "$ " and what they print, "..." standing for any lines
left out; ```python runs as it is. After a change of rules, paste the new output where a test here says so.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import pytest
import typer.main
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from crosswire import __version__, cli, model
from crosswire.claims import read as reading
from crosswire.claims.frames_load import load_frames
from crosswire.claims.parse import plain, sentence_case
from crosswire.claims.read import Reader

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DOCUMENTS = sorted([README, *(ROOT / "docs").rglob("*.md"), ROOT / "examples" / "README.md"])
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"^    (crosswire .+)$", re.MULTILINE)
INLINE = re.compile(r"`(crosswire [^`]+)`")
LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)\)")
RECIPE = re.compile(r"^brief:.*\n\t\$\(BIN\)/(crosswire .+)$", re.MULTILINE)
NAMED = re.compile(r"`([\w.*-]+/[\w./*-]*\.(?:py|toml|json|svg|z))`")
INVENTED = ("my_frames/", "frames/shared/")  # a user's own folder; a place told from the folder it stands in
ELSEWHERE = ("http:", "https:", "mailto:", "#")
OTHERS = ("make ", "pip ", "python ")  # commands of other programs, not run here


class Printed(NamedTuple):
    """A command that a document prints, and the lines it shows of what the command prints."""

    document: str
    command: str
    shown: tuple[str, ...] = ()


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of one language."""
    return [body for kind, body in BLOCK.findall(text) if kind == language]


def printed_in(document: Path) -> Iterator[Printed]:
    """Every command in a document: of its blocks, its indented lines, its sentences."""
    name, text = str(document.relative_to(ROOT)), document.read_text(encoding="utf-8")
    for body in blocks(text, "console"):
        for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
            command, *shown = part.splitlines()
            yield Printed(name, command, tuple(shown))
    prose = BLOCK.sub("", text)
    lines = [line for body in blocks(text, "sh") for line in body.splitlines() if line.strip()]
    for command in [*lines, *INDENTED.findall(prose), *INLINE.findall(prose)]:
        yield Printed(name, command)


PRINTED = [printed for document in DOCUMENTS for printed in printed_in(document)]
OURS = sorted({p for p in PRINTED if not p.command.startswith(OTHERS)})
SHOWN = [p for p in PRINTED if p.shown and p.command != "make test"]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks to a command like a fresh clone, with the README's own frame beside the examples."""
    folder = tmp_path_factory.mktemp("clone")
    (folder / "examples").symlink_to(ROOT / "examples")
    (folder / "my_frames").mkdir()
    (frame,) = blocks(README.read_text(encoding="utf-8"), "toml")
    (folder / "my_frames" / "product_recall.toml").write_text(frame, encoding="utf-8")
    return folder


@pytest.fixture
def here(place: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in that folder, with the parser and the large tables loaded once for all commands."""
    monkeypatch.chdir(place)
    for load, loaded in (("parser", reader.parser), ("gazetteer", reader.gazetteer), ("names", reader.names)):
        monkeypatch.setattr(reading, f"load_{load}", lambda *_, loaded=loaded: loaded)
    return place


def run(command: str) -> Result:
    """Run a command line in this process; of the shell it knows `cat FILE |` before and `> FILE` behind."""
    words = shlex.split(command, comments=True)
    data = b""
    if "|" in words:
        at = words.index("|")
        assert words[0] == "cat", command
        data = b"".join(Path(name).read_bytes() for name in words[1:at])
        words = words[at + 1 :]
    if ">" in words:
        words = words[: words.index(">")]
    assert words[0] == "crosswire", command
    return CliRunner().invoke(cli.cli, words[1:], input=data, catch_exceptions=False)


def is_name(command: str) -> bool:
    """Whether a sentence only names a command ("what `crosswire read --format jsonl` prints") and gives it no path."""
    return re.fullmatch(r"crosswire (?:(?:alert|key) )?\w+(?: --full| --[a-z]+ \S+)*", command) is not None


def exists(command: str) -> bool:
    """Whether the program has this command and its options."""
    _, name, *rest = command.split()
    if name in ("alert", "key") and rest:
        name, rest = f"{name} {rest[0]}", rest[1:]
    known = run(f"crosswire {name} --help")
    return known.exit_code == 0 and all(word in known.output for word in rest)


def first_missing(shown: tuple[str, ...], output: str) -> str | None:
    """The first shown line that the output lacks, or has in another order; None where all stand there.

    Blanks are not compared: how far a table's columns stand apart follows from its longest line, which may be left out.
    """
    rest = iter([line.split() for line in output.splitlines()])
    missing = (line for line in shown if line != "..." and line.split() not in rest)
    return next(missing, None)


def test_the_documents_print_commands() -> None:
    assert len(OURS) >= 8
    assert {p.document for p in SHOWN} >= {"README.md"}
    assert {p.command for p in PRINTED} >= {"make brief", "make test"}


@pytest.mark.parametrize("printed", OURS, ids=lambda p: f"{p.document}: {p.command}")
def test_every_printed_command_runs(printed: Printed, here: Path) -> None:
    if is_name(printed.command):
        assert exists(printed.command)
        return
    result = run(printed.command)
    assert result.exit_code == 0, result.stderr
    out = re.search(r"--out (\S+)", printed.command)
    assert (here / out[1]).stat().st_size if out else result.stdout.strip()


@pytest.mark.parametrize("printed", SHOWN, ids=lambda p: f"{p.document}: {p.command}")
def test_printed_output_is_real(printed: Printed, here: Path) -> None:
    command = printed.command
    if command == "make brief":
        recipe = RECIPE.search((ROOT / "Makefile").read_text(encoding="utf-8"))
        assert recipe is not None
        command = recipe[1]
    missing = first_missing(printed.shown, run(command).stdout)
    assert missing is None, f"{printed.document}: {command!r} no longer prints this line here; paste its output anew"


@pytest.mark.parametrize(
    ("shown", "missing"),
    [
        (("a", "...", "c"), None),
        (("...", "b", "..."), None),
        (("a", "d"), "d"),
        (("c", "a"), "a"),
        (("a b",), "a b"),
        (("a", " c  d"), None),
    ],
)
def test_lines_are_looked_for_in_their_order(shown: tuple[str, ...], missing: str | None) -> None:
    assert first_missing(shown, "a\nb\nc\nc d\n") == missing


def test_the_library_example_runs(here: Path) -> None:
    (example,) = blocks(README.read_text(encoding="utf-8"), "python")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - our own example
    assert "(corroborated: " in out.getvalue()
    assert here


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    prose = BLOCK.sub("", document.read_text(encoding="utf-8"))
    targets = [link for link in LINK.findall(prose) if not link.startswith(ELSEWHERE)]
    missing = [t for t in targets if not (document.parent / unquote(t.partition("#")[0])).exists()]
    assert not missing


def test_links_are_found_in_pictures_too() -> None:
    text = "[a](b.md) ![What `x [1]` prints](c.svg) [d][e] (f)"
    assert LINK.findall(text) == ["b.md", "c.svg"]


def test_the_frame_of_the_readme_is_one_of_its_own(place: Path) -> None:
    frame = load_frames(place / "my_frames").named("product_recall")
    assert frame.triggers
    assert {a.name for a in frame.attributes} == {"what", "how_many"}
    assert "product_recall" not in {f.name for f in load_frames(None).all}


def test_every_key_of_the_frames_example_loads(tmp_path: Path) -> None:
    (example,) = blocks((ROOT / "docs" / "frames.md").read_text(encoding="utf-8"), "toml")
    told = tomllib.loads(example)
    (tmp_path / f"{told['name']}.toml").write_text(example, encoding="utf-8")
    frame = load_frames(tmp_path).named(told["name"])
    assert (frame.title, frame.plover, frame.speech) == (told["title"], told["plover"], told["speech"])
    assert (frame.weight, dict(frame.same_if)) == (told["weight"], told["same_if"])
    assert frame.nouns >= set(told["nouns"])
    assert len(frame.triggers) == len(told["trigger"])
    for trigger, written in zip(frame.triggers, told["trigger"], strict=True):
        assert all(getattr(trigger, key) == set(words) for key, words in written.items())
    for name, written in told["attribute"].items():
        attribute = frame.attribute(name)
        assert attribute is not None
        assert (attribute.question, attribute.type, attribute.at) == (
            written["question"],
            written["type"],
            tuple(written["at"]),
        )
    assert frame.attribute("killed") is not None  # of the included file


def test_all_kinds_that_ship_are_listed() -> None:
    listed = set(
        re.findall(r"\w+", (ROOT / "docs" / "frames.md").read_text("utf-8").split("## The kinds that ship")[1])
    )
    assert {frame.name for frame in load_frames().all} <= listed


@pytest.mark.parametrize("command", [(), *((name,) for name in sorted(typer.main.get_command(cli.cli).commands))])  # type: ignore[attr-defined]
def test_help_shows_an_example(command: tuple[str, ...]) -> None:
    result = CliRunner().invoke(cli.cli, [*command, "--help"])
    assert result.exit_code == 0
    assert re.search(r"Examples?:\s+crosswire ", result.output)


@pytest.mark.parametrize(
    ("command", "named", "there"),
    [
        ("crosswire brief", True, True),
        ("crosswire read --format jsonl", True, True),
        ("crosswire read --format pdf", True, False),
        ("crosswire brief --nosuch x", True, False),
        ("crosswire nosuch", True, False),
        ("crosswire brief examples/launch --full", False, False),
    ],
)
def test_a_name_is_told_from_a_command_to_run(command: str, named: bool, there: bool) -> None:
    assert is_name(command) is named
    assert (named and exists(command)) is there


def test_licence_and_notice_are_there_and_say_what_ships() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert all(name in notice for name in ("GeoNames", "Creative Commons Attribution 4.0", "en_core_web_sm", "PLOVER"))


def test_the_picture_stands_alone() -> None:
    picture = ROOT / "docs" / "pictures" / "brief.svg"
    svg = picture.read_text(encoding="utf-8")
    assert picture.stat().st_size < 300_000
    assert set(re.findall(r"https?://[^\"' )]+", svg)) == {"http://www.w3.org/2000/svg"}
    assert "@import" not in svg
    assert "@font-face" not in svg


@given(st.text(st.characters() | st.sampled_from("“”‘’–…\u00a0\u202f\ud800 Aa")))
def test_decision_6_a_character_stands_for_a_character(text: str) -> None:
    for seen in (plain(text), sentence_case(text, frozenset({"a", "aa"}))):
        assert len(seen) == len(text)
    assert len(plain(text * 300)) == len(text) * 300


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_file_named_is_there(document: Path) -> None:
    names = [n for n in NAMED.findall(document.read_text(encoding="utf-8")) if not n.startswith(INVENTED)]
    names = [re.sub(r"\b[A-Z]{3,}\b", "*", name) for name in names]  # benchmarks/NAME.py
    homes = (ROOT, ROOT / "src", ROOT / "src" / "crosswire", document.parent)
    assert [n for n in names if not any(any(home.glob(n)) for home in homes)] == []


@pytest.mark.parametrize("noun", [name for name in model.__all__ if name[0].isupper()])
def test_every_noun_of_the_model_is_explained(noun: str) -> None:
    words = re.sub(r"(?:Kind|Name|Type)$", "", noun)
    phrase = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", words).lower()
    assert re.search(rf"\b{phrase}\b", (ROOT / "docs" / "words.md").read_text(encoding="utf-8").lower())


def test_figures_of_the_readme_are_those_of_the_document_on_accuracy() -> None:
    table = README.read_text(encoding="utf-8").partition("## How right it is")[2].partition("\n## ")[0]
    figures = set(re.findall(r"(?<!\d)\.\d{2,3}\b", table))
    told = "".join((ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("accuracy", "measurements"))
    known = set(re.findall(r"(?<!\d)\.\d{2,3}\b", told))
    assert len(figures) >= 10
    assert figures <= known


def test_the_changelog_tells_of_this_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "docs" / "changelog.md").read_text(encoding="utf-8")
