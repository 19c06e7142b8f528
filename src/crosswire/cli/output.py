"""How the command line speaks: results on stdout or into a file, warnings and progress on stderr."""

# ruff: noqa: PLC0415 - rich is slow to import, and `--help` and most commands draw no bar

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from crosswire import app

READABLE = 120  # columns; longer lines are hard to read however wide the terminal
PATIENCE = 3.0  # seconds of work before a progress bar is worth showing; two reports take less


def page(out: Path | None, full: bool) -> app.Page:
    """The page that text goes to: colour only on a terminal that wants it."""
    terminal = out is None and sys.stdout.isatty()
    colour = terminal and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    columns = shutil.get_terminal_size().columns if terminal or "COLUMNS" in os.environ else 80
    return app.Page(max(40, min(columns, READABLE)), colour, full)


def emit(text: Iterable[str], out: Path | None = None) -> None:
    """Print a result, whole or in pieces, or save it. A reader that closes the pipe early ends the program quietly."""
    if out is not None:
        try:
            app.save(text, out)
        except OSError as error:
            fail(f"{out}: cannot be written ({error.strerror}); choose another place with --out", 1)
        return
    try:
        for piece in (text,) if isinstance(text, str) else text:
            sys.stdout.buffer.write(piece.encode("utf-8", "replace"))
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would flush once more at exit and complain: give it somewhere to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def warn(messages: Iterable[object]) -> None:
    """Warnings, one a line, on stderr."""
    for message in messages:
        typer.echo(f"warning: {one_line(message)}", err=True)


def note(message: object) -> None:
    """What is worth knowing of what was printed, on stderr where it spoils no list."""
    typer.echo(one_line(message), err=True)


def fail(message: object, code: int) -> None:
    """Say what is wrong and end with this exit code; a message of several lines names the single troubles first."""
    *troubles, end = str(message).splitlines() or [""]
    warn(troubles)
    typer.echo(f"crosswire: {one_line(end)}", err=True)
    raise typer.Exit(code)


@contextmanager
def progress() -> Iterator[app.Progress]:
    """A progress bar on stderr where somebody watches it and the work is long; else nothing."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    bar = Progress(
        SpinnerColumn(),
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    task = bar.add_task("read", total=None)
    started = time.monotonic()

    def show(done: int, total: int | None) -> None:
        bar.update(task, completed=done, total=total)
        if time.monotonic() - started > PATIENCE:
            bar.start()

    try:
        yield show
    finally:
        bar.stop()


def one_line(message: object) -> str:
    """A message without line breaks or control characters: it may quote a file's name, which may hold anything."""
    return "".join(c if c.isprintable() else " " for c in str(message))
