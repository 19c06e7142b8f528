"""How much one client may ask: the size of a request's body, and requests a second."""

from __future__ import annotations

import contextlib
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from crosswire.api.problem import respond
from crosswire.app import Serving

REMEMBERED = 10_000  # clients; the one not heard of for longest is forgotten first
SAFE = ("GET", "HEAD", "OPTIONS")


class _TooLargeError(Exception):
    """The body went over the limit while it was read."""


class BodyLimit:
    """Refuses a body over the limit, announced or not, before more of it is kept."""

    def __init__(self, inner: ASGIApp, limit: int) -> None:
        self.inner = inner
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.inner(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdigit() and int(announced) > self.limit:
            await self._refuse(scope, receive, send)
            return
        await self._counted(scope, receive, send)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The server may take the error for a broken body and answer that; what counts is that it was too large."""
        taken = 0
        begun = False

        async def count() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.limit:
                raise _TooLargeError
            return message

        async def watch(message: Message) -> None:
            nonlocal begun
            if begun or taken <= self.limit:
                begun = True
                await send(message)

        with contextlib.suppress(_TooLargeError):
            await self.inner(scope, count, watch)
        if taken > self.limit and not begun:
            await self._refuse(scope, receive, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        said = f"the body is over {self.limit:,} bytes; send it in parts"
        response = respond(413, said)
        response.headers["connection"] = "close"
        await response(scope, receive, send)


@dataclass
class Bucket:
    """What a client may still ask for, and when that was reckoned."""

    left: float
    at: float


@dataclass
class Buckets:
    """A token bucket for each client: `rate` requests a second, `size` at once."""

    rate: float
    size: float
    clock: Callable[[], float] = time.monotonic
    known: OrderedDict[str, Bucket] = field(default_factory=OrderedDict)

    def take(self, client: str) -> float:
        """Seconds to wait: 0 where the request may go on."""
        now = self.clock()
        bucket = self.known.pop(client, None) or Bucket(self.size, now)
        left = min(self.size, bucket.left + (now - bucket.at) * self.rate)
        wait = 0.0 if left >= 1 else (1 - left) / self.rate
        self.known[client] = Bucket(left - 1 if wait == 0 else left, now)
        while len(self.known) > REMEMBERED:
            self.known.popitem(last=False)
        return wait


class RateLimit:
    """Answers 429 with Retry-After to a client that asks too often; files of the pages themselves are not counted."""

    def __init__(self, inner: ASGIApp, serving: Serving) -> None:
        self.inner = inner
        self.reads = Buckets(serving.reads, serving.reads * serving.burst)
        self.writes = Buckets(serving.writes, serving.writes * serving.burst)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self.inner(scope, receive, send)
            return
        buckets = self.reads if scope["method"] in SAFE else self.writes
        wait = buckets.take(client_of(Request(scope)))
        if wait == 0:
            await self.inner(scope, receive, send)
            return
        response = respond(429, f"too many requests; ask again in {wait:.1f} seconds")
        response.headers["retry-after"] = str(max(1, round(wait)))
        await response(scope, receive, send)


def client_of(request: Request) -> str:
    """The address a request comes from."""
    return request.client.host if request.client else "unknown"
