"""The processes that a test has started, and their ends."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path


def children(pid: int) -> Iterator[int]:
    """The processes that a process has started, and those that they have."""
    own = [int(p.name) for p in Path("/proc").iterdir() if p.name.isdigit() and _parent(p) == pid]
    for child in own:
        yield child
        yield from children(child)


def words(pid: int) -> str:
    """The command line of a process; none where it has ended."""
    try:
        return (Path("/proc") / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""


def kill(pid: int) -> None:
    """End a process at once, where it is still there."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1])
    except OSError:
        return -1
