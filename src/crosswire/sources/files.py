"""Files, folders and standard input -> Fetched, one at a time.

What cannot be read is yielded as an `UnreadableInputError` value, in its place, so that one bad file does not end the
run. A folder's names are held in memory, never its contents.
"""

from __future__ import annotations

import io
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from crosswire.errors import UnreadableInputError
from crosswire.model import Fetched, Given
from crosswire.sources.records import Found, read_json, read_lines
from crosswire.sources.sniff import BESIDE, KINDS, LIMIT, LIST_LIMIT, Kind, is_binary, sniff

STDIN = "-"
NAMES = ".txt, .md, .html, .json or .jsonl"


def gather(paths: Sequence[str], given: Given, stdin: BinaryIO) -> Iterator[Found]:
    """All texts that `paths` name, in the order given, folders sorted by name; "-" is standard input.

    `given` is what the user says about every one of them. Errors come as values; nothing is raised.
    """
    for path in paths:
        yield from _stdin(stdin, given) if path == STDIN else _path(path, given)


def _path(name: str, given: Given) -> Iterator[Found]:
    path = Path(name)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield _no_access(name, error)
        return
    if stat.S_ISDIR(mode):
        yield from _folder(path, given)
    elif stat.S_ISREG(mode):
        yield from _file(path, KINDS.get(path.suffix.lower()), given)
    else:
        remedy = "give a file or a folder, or use - for standard input"
        yield UnreadableInputError(_shown(name), "is a pipe or a device", remedy)


def _folder(root: Path, given: Given) -> Iterator[Found]:
    skipped: Counter[str] = Counter()
    empty = True
    for item in _walk(root):
        if isinstance(item, UnreadableInputError):
            yield item
        elif (kind := KINDS.get(item.suffix.lower())) is None:
            skipped.update([item.suffix.lower() or "without a suffix"] * (item.suffix.lower() not in BESIDE))
        else:
            empty = False
            yield from _file(item, kind, given)
    if skipped:
        yield UnreadableInputError(
            _shown(root), _count(skipped), f"save them as {NAMES}; a file named by itself is read whatever its suffix"
        )
    elif empty:
        yield UnreadableInputError(_shown(root), "has no files to read", f"put {NAMES} files there")


def _walk(root: Path) -> Iterator[Path | UnreadableInputError]:
    """Regular files under `root`, sorted, hidden ones left out. Linked folders are not entered: they may lead back."""
    failed: list[OSError] = []
    for folder, folders, files in os.walk(root, onerror=failed.append):
        yield from (_no_access(str(error.filename), error) for error in failed)
        failed.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from _regular(Path(folder), files)
    yield from (_no_access(str(error.filename), error) for error in failed)


def _regular(folder: Path, names: Iterable[str]) -> Iterator[Path | UnreadableInputError]:
    for name in sorted(name for name in names if not name.startswith(".")):
        path = folder / name
        try:
            regular = stat.S_ISREG(path.stat().st_mode)
        except OSError as error:
            yield _no_access(str(path), error)
            continue
        if regular:
            yield path


def _file(path: Path, kind: Kind | None, given: Given) -> Iterator[Found]:
    name = _shown(path)
    try:
        if kind == "lines":
            with path.open("rb") as lines:
                yield from read_lines(lines, name, given)
            return
        limit = LIST_LIMIT if kind in ("json", None) else LIMIT
        with path.open("rb") as stream:
            # A buffer of the file's size, not of the limit's; what tells no size (/proc) gets a plain one.
            content = stream.read(min(limit, max(os.fstat(stream.fileno()).st_size, 65_536)) + 1)
    except (OSError, ValueError) as error:
        yield _no_access(name, error)
        return
    # Pages are often saved as .txt; what starts as a page is one.
    page = kind is None or (kind == "text" and sniff(content) == "html")
    yield from _content(content, name, sniff(content) if page else kind or "text", given)


def _stdin(stdin: BinaryIO, given: Given) -> Iterator[Found]:
    try:
        content = stdin.read(LIST_LIMIT + 1)
    except (OSError, ValueError) as error:
        yield _no_access("standard input", error)
        return
    yield from _content(content, "standard input", sniff(content), given)


def _content(content: bytes, name: str, kind: Kind, given: Given) -> Iterator[Found]:
    limit = LIMIT if kind in ("text", "markdown", "html") else LIST_LIMIT
    if not content.strip():
        yield UnreadableInputError(name, "is empty", "give a file that has a text in it")
    elif len(content) > limit:
        yield UnreadableInputError(name, f"is longer than {limit // 1_000_000} MB", _shorter(kind))
    elif is_binary(content):
        yield UnreadableInputError(
            name, "is no text (an image, a PDF or another binary file)", "convert it to text or HTML first"
        )
    elif kind == "json":
        yield from read_json(content, name, given)
    elif kind == "lines":
        yield from read_lines(io.BytesIO(content), name, given)
    else:
        yield Fetched(where=name, content=content, media=kind, given=given)


def _shorter(kind: Kind) -> str:
    return "save it as .jsonl, one report a line" if kind == "json" else "split it into one file per report"


def _no_access(name: str, error: OSError | ValueError) -> UnreadableInputError:
    match error:
        case FileNotFoundError():
            why = _missing(name)
        case PermissionError():
            why = ("may not be read", "change its permissions or run as a user who may")
        case OSError(strerror=str() as reason):
            why = (f"cannot be read ({reason.lower()})", "check the path")
        case _:
            why = ("cannot be read (not a valid path)", "check the path")
    return UnreadableInputError(_shown(name), *why)


def _shown(path: Path | str) -> str:
    """A path for people and outputs: bytes of a file's name that are no text are replaced."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def _missing(name: str) -> tuple[str, str]:
    linked = Path(name).is_symlink()
    return ("is a link to nothing", "mend or remove the link") if linked else ("does not exist", "check the path")


def _count(skipped: Counter[str]) -> str:
    kinds = ", ".join(f"{skipped[kind]} {kind}" for kind in sorted(skipped)[:5]) + ", ..." * (len(skipped) > 5)
    total = skipped.total()
    return f"has {total} file{'s' * (total > 1)} of other kinds, not read: {kinds}"
