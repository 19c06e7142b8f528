"""Nodes that nothing has asked for lately, in a file of their own that is gone with the process."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Sequence

from crosswire.events.nodes import Node


class Resting:
    """An `events.memory.Rest` over a temporary file, a context; of each report only its place there stays in memory."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as this lives
        self._places: dict[str, int] = {}
        self._end = 0

    def __enter__(self) -> Resting:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def lay(self, report: str, nodes: Sequence[Node]) -> None:
        """See `Rest`."""
        if report in self._places:
            return
        packed = pickle.dumps(nodes, pickle.HIGHEST_PROTOCOL)
        self._file.seek(self._end)
        self._file.write(packed)
        self._places[report] = self._end
        self._end += len(packed)

    def wake(self, report: str) -> Sequence[Node]:
        """See `Rest`."""
        self._file.seek(self._places[report])
        nodes: Sequence[Node] = pickle.load(self._file)  # noqa: S301 - written by `lay`
        return nodes

    def forget(self, report: str) -> None:
        """See `Rest`."""
        self._places.pop(report, None)
