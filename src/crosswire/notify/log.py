"""The way out that only writes a line: for trying watches, and where another program reads the log."""

from __future__ import annotations

from collections.abc import Callable

from crosswire.model import Destination
from crosswire.notify.contract import Outgoing


class LogNotifier:
    """Writes with the function that it is given."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write

    async def send(self, to: Destination, message: Outgoing) -> None:
        """One line of key and subject, and the text below it."""
        self._write(f"{message.key}  {message.subject}\n{message.text}")
