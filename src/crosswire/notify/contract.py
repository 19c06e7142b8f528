"""What every way out does: send one message, or say why it could not and whether a later try may do better."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from crosswire.errors import CrosswireError
from crosswire.model import Destination


class NotSentError(CrosswireError):
    """A message was not sent. `passing`: a later try may do better; `wait`: seconds that the receiver asked for."""

    def __init__(self, where: str, why: str, passing: bool, wait: float | None = None) -> None:
        super().__init__(f"{where}: {why}")
        self.passing = passing
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message in all its bodies; `key` is the same in every attempt. `body` is what a template made of it."""

    key: str
    subject: str
    text: str
    html: str
    json: str
    body: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


class Notifier(Protocol):
    """One way out."""

    async def send(self, to: Destination, message: Outgoing) -> None:
        """Send it. Raises NotSentError."""
        ...
