"""Webhooks, signed as Standard Webhooks asks: the receiver can tell who sent it and whether it had it before."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from standardwebhooks import Webhook

from crosswire.errors import UnreadableInputError
from crosswire.model import Destination
from crosswire.notify.contract import NotSentError, Outgoing

GONE = (404, 410)  # the address is no more; what else is refused may be mended at the other end


@dataclass(frozen=True, slots=True)
class Answered:
    """A receiver's answer: its status, and how many seconds it asks to be left alone."""

    status: int
    wait: float | None = None


# Sends a body to an address with headers; raises UnreadableInputError where that cannot be reached or may not be.
Post = Callable[[str, Mapping[str, str], bytes], Awaitable[Answered]]


class WebhookNotifier:
    """Posts the message as JSON, or what the destination's template made of it."""

    def __init__(self, post: Post, secret: Callable[[str], str | None]) -> None:
        self._post = post
        self._secret = secret

    async def send(self, to: Destination, message: Outgoing) -> None:
        """Post it once. Raises NotSentError."""
        body = (message.body if message.body is not None else message.json).encode("utf-8")
        headers = {"content-type": "application/json", **message.headers, **self._signed(to, message.key, body)}
        try:
            answered = await self._post(to.to, headers, body)
        except UnreadableInputError as error:
            # An address of the own network stays one; no connection may come back.
            raise NotSentError(error.where, error.why, passing="no public address" not in error.why) from None
        if not 200 <= answered.status < 300:
            passing = answered.status not in GONE
            raise NotSentError(to.to, f"answers {answered.status}", passing, answered.wait)

    def _signed(self, to: Destination, key: str, body: bytes) -> dict[str, str]:
        """The three headers of Standard Webhooks; the signature only where there is a secret."""
        now = datetime.now(UTC)
        headers = {"webhook-id": key, "webhook-timestamp": str(int(now.timestamp()))}
        if to.secret is None:
            return headers
        secret = self._secret(to.secret)
        if not secret:
            raise NotSentError(to.to, f"its secret {to.secret!r} is not set in the environment", passing=True)
        return headers | {"webhook-signature": Webhook(usable(secret)).sign(key, now, body.decode("utf-8"))}


def usable(secret: str) -> str:
    """A secret as the standard writes it (base64 behind "whsec_"); any other words are so encoded."""
    plain = secret.removeprefix("whsec_")
    try:
        base64.b64decode(plain, validate=True)
    except (binascii.Error, ValueError):
        return "whsec_" + base64.b64encode(secret.encode("utf-8")).decode("ascii")
    return "whsec_" + plain
