"""The command line: exit codes, what goes to stdout and what to stderr, bad input, files written whole."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import IO, Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from crosswire import __version__, app, cli

from .brief.build import launch, reading

RUN = CliRunner()


def run(*args: str, data: str | None = None) -> Result:
    """Run the program in this process; a fault of ours is raised, not hidden."""
    return RUN.invoke(cli.cli, list(args), input=data, catch_exceptions=False)


def program(*args: str, **more: Any) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "crosswire", *args], capture_output=True, text=True, check=False, timeout=60, **more
    )


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The app answers with the example; what it was asked is kept."""
    kept: dict[str, Any] = {}

    def brief(
        paths: Sequence[str], given: app.Given, stdin: IO[bytes], frames: Path | None, progress: app.Progress
    ) -> Any:
        kept.update(paths=paths, given=given, stdin=stdin.read() if paths == ["-"] else None, frames=frames)
        progress(1, 2)
        return launch()

    def read(paths: Sequence[str], given: app.Given, stdin: IO[bytes], frames: Path | None) -> Iterator[Any]:
        kept.update(paths=paths, given=given, frames=frames)
        yield app.UnreadableInputError("a.bin", "is no text", "convert it")
        if "nothing" not in paths:
            yield reading()

    monkeypatch.setattr(app, "brief", brief)
    monkeypatch.setattr(app, "read", read)
    return kept


def test_version() -> None:
    assert run("--version").output == f"crosswire {__version__}\n"


@pytest.mark.parametrize("command", [(), ("brief",), ("read",)])
def test_help_has_examples_and_comes_at_once(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Example" in result.output


def test_help_loads_no_parser() -> None:
    code = "import sys, crosswire.cli; print([m for m in ('spacy', 'numpy', 'jinja2', 'lxml') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert done.stdout.strip() == "[]"


def test_help_is_fast() -> None:
    """In processor time, which other programs on a busy machine do not lengthen much."""
    best = 10.0
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        program("--help")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert best < 0.6  # measured 0.14 s on an idle machine


@pytest.mark.parametrize(
    "args",
    [
        ("brief",),
        ("read",),
        ("nosuch",),
        ("brief", "a.txt", "--format", "pdf"),
        ("brief", "a.txt", "--published", "yesterday"),
        ("brief", "a.txt", "--published", "2026-02-31"),
        ("brief", "a.txt", "--frames", "/nonexistent"),
        ("brief", "a.txt", "--out", "/nonexistent/brief.txt"),
        ("brief", "a.txt", "--nosuch"),
    ],
)
def test_wrong_usage_is_exit_code_2(args: tuple[str, ...], asked: dict[str, Any]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert result.stderr
    assert not asked


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_brief_prints_the_result_and_warns_on_stderr(form: str, asked: dict[str, Any]) -> None:
    result = run("brief", "a.txt", "b.txt", "--format", form)
    assert result.exit_code == 0
    assert "Northland fires short-range ballistic missiles" in result.stdout
    assert result.stderr == "warning: notes.bin: not a text; convert it to text first\n"
    assert asked["paths"] == ["a.txt", "b.txt"]
    if form == "json":
        assert json.loads(result.stdout)["crosswire"] == "0.1.0"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-01-28", "2026-01-28T00:00:00+00:00"),
        ("2026-01-28T09:30", "2026-01-28T09:30:00+00:00"),
        ("2026-01-28T09:30+09:00", "2026-01-28T09:30:00+09:00"),
        ("2026-01-28T00:30:00Z", "2026-01-28T00:30:00+00:00"),
    ],
)
def test_what_the_user_says_of_the_reports(written: str, meant: str, asked: dict[str, Any], tmp_path: Path) -> None:
    result = run("brief", "-", "--published", written, "--outlet", "Gazette", "--frames", str(tmp_path), data="hello")
    assert result.exit_code == 0
    assert asked["given"].outlet == "Gazette"
    assert asked["given"].published.isoformat() == meant
    assert asked["stdin"] == b"hello"
    assert asked["frames"] == tmp_path


def test_out_is_written_whole(asked: dict[str, Any], tmp_path: Path) -> None:
    out = tmp_path / "brief.html"
    out.write_text("old")
    result = run("brief", "a.txt", "--format", "html", "--out", str(out))
    assert result.exit_code == 0
    assert result.stdout == ""
    assert out.read_text(encoding="utf-8").endswith("</html>\n")
    assert list(tmp_path.iterdir()) == [out]
    assert asked


def test_out_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "brief.txt"
    out.write_text("old")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        app.save("new", out)
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_a_device_is_written_to_and_not_replaced() -> None:
    app.save("text", Path(os.devnull))
    assert not Path(os.devnull).is_file()


def test_nothing_to_read_is_exit_code_1(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: object) -> None:
        raise app.NothingToReadError("a.txt: is empty; give a text")

    monkeypatch.setattr(app, "brief", fails)
    result = run("brief", "a.txt")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "crosswire: a.txt: is empty; give a text\n")


def test_read_prints_one_line_a_report_and_warns_of_the_rest(asked: dict[str, Any]) -> None:
    result = run("read", "a.txt")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert len(lines) == 1
    assert set(json.loads(lines[0])) == {"report", "claims", "values"}
    assert result.stderr == "warning: a.bin: is no text; convert it\n"
    assert "350 kilometers" in run("read", "a.txt", "--format", "text").stdout
    assert asked


def test_read_of_nothing_is_exit_code_1(asked: dict[str, Any]) -> None:
    assert run("read", "nothing").exit_code == 1
    assert asked


def test_a_file_name_cannot_write_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: object) -> None:
        raise app.NothingToReadError("a\x1b[2J\t.txt: is empty")

    monkeypatch.setattr(app, "brief", fails)
    assert run("brief", "x").stderr == "crosswire: a [2J .txt: is empty\n"


def test_several_troubles_are_named_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: object) -> None:
        raise app.NothingToReadError("a.txt: is empty\nb.bin: is no text\nno report could be read")

    monkeypatch.setattr(app, "brief", fails)
    said = run("brief", "x").stderr
    assert said == "warning: a.txt: is empty\nwarning: b.bin: is no text\ncrosswire: no report could be read\n"


def broken(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    """The exit code when the work ends in an error nobody expects."""

    def fails(*args: object) -> None:
        raise error

    monkeypatch.setattr(app, "brief", fails)
    monkeypatch.setattr(sys, "argv", ["crosswire", "brief", "a.txt"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def test_a_fault_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("CROSSWIRE_DEBUG", raising=False)
    assert broken(monkeypatch, ZeroDivisionError("oh\nno")) == 70
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "ZeroDivisionError" in said
    assert "Traceback" not in said


def test_a_fault_shows_where_when_asked(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("CROSSWIRE_DEBUG", "1")
    assert broken(monkeypatch, ZeroDivisionError("oh")) == 70
    assert "Traceback" in capsys.readouterr().err


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert broken(monkeypatch, KeyboardInterrupt()) == 130
    assert capsys.readouterr().err.strip() == ""


def test_a_reader_that_leaves_early_is_no_error() -> None:
    code = "from crosswire.cli.output import emit\nfor _ in range(100): emit('x' * 100000)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 - ours
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        complaint = process.stderr.read().decode()
    assert "BrokenPipe" not in complaint


def test_the_whole_way_from_files_to_json(tmp_path: Path) -> None:
    (tmp_path / "gazette.txt").write_text(
        "A quake in Turkey\n\nBERLIN, March 3, 2026 (Northern Wire) -- A magnitude 5.8 earthquake struck near Izmir in "
        "Turkey on Tuesday, the U.S. Geological Survey said.\n\nAt least 12 people were killed, Turkey's Interior "
        "Ministry said.\n"
    )
    (tmp_path / "empty.txt").write_text("")
    done = program("brief", str(tmp_path), "--format", "json", "--published", "2026-03-04")
    assert done.returncode == 0, done.stderr
    assert "empty.txt" in done.stderr
    record = json.loads(done.stdout)
    jsonschema.validate(
        record, json.loads((files("crosswire.brief") / "brief.schema.json").read_text(encoding="utf-8"))
    )
    texts = {report["id"]: report["text"] for report in record["reports"]}
    assert record["claims"]
    assert "earthquake" in {event["frame"] for event in record["events"]}
    for claim in record["claims"]:
        span = claim["span"]
        assert texts[claim["report"]][span["start"] : span["end"]] == span["exact"]
