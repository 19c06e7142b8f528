"""Addresses -> Fetched: pages and feeds over HTTP, with every limit that a stranger's server may not pass.

Bytes are capped as they come and again as they unfold, the whole request has a time, redirects are followed by hand and
few, each to an address that is checked anew (web_addresses). Nothing fetched is ever run.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import anyio
import httpcore2
import httpx2

from crosswire.errors import UnreadableInputError
from crosswire.sources.web_addresses import GuardedBackend

AGENT = "Crosswire/0.1 (news event reader)"
MB = 1_000_000
SCHEMES = ("http", "https")
MOVED = (301, 302, 303, 307, 308)
Unfold = Callable[[bytes, int], bytes]  # bytes, and how many may come out at most -> the unfolded bytes
PASSING = (408, 425, 429, 500, 502, 503, 504)  # may be well again soon


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost: bytes as sent and as unfolded, seconds in all, redirects in a row."""

    sent: int = 10 * MB
    unfolded: int = 20 * MB
    seconds: float = 20.0
    redirects: int = 5
    private: bool = False  # whether addresses of the own network may be reached


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: where it was found in the end, its status, headers in lower case, the unfolded body."""

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def unchanged(self) -> bool:
        """Whether nothing is new since the last request."""
        return self.status == 304

    @property
    def media(self) -> str:
        """The media type without its parameters, in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class PassingError(UnreadableInputError):
    """A trouble that may pass: no connection, no answer in time, a server at its limit. `wait` is its own word."""

    def __init__(self, where: str, why: str, remedy: str, wait: float | None = None) -> None:
        super().__init__(where, why, remedy)
        self.wait = wait


class Fetcher:
    """One HTTP client for many requests; made by `open_fetcher`."""

    def __init__(self, client: httpx2.AsyncClient, limits: Limits) -> None:
        self._client = client
        self.limits = limits

    async def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """What stands at an address. Raises UnreadableInputError; PassingError where a later try may do better."""
        try:
            with anyio.fail_after(self.limits.seconds):
                return await self._follow(url, dict(headers or {}))
        except TimeoutError:
            raise PassingError(
                url, f"gave no whole answer within {self.limits.seconds:g} s", "try again later"
            ) from None
        except (httpx2.TransportError, httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            raise PassingError(
                url, f"cannot be reached ({_reason(error)})", "check the address, or try again later"
            ) from None
        except (httpx2.InvalidURL, UnicodeError) as error:
            raise UnreadableInputError(url, f"is no address ({_reason(error)})", "check it") from None

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """Send a body to an address; redirects are not followed, what is answered is not read. Raises as `get` does."""
        check_address(url)
        try:
            with anyio.fail_after(self.limits.seconds):
                async with self._client.stream("POST", url, headers=dict(headers), content=body) as response:
                    told = {name.lower(): value for name, value in response.headers.items()}
                    return Answer(url, response.status_code, told)
        except TimeoutError:
            raise PassingError(url, f"gave no answer within {self.limits.seconds:g} s", "try again later") from None
        except (httpx2.TransportError, httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            raise PassingError(url, f"cannot be reached ({_reason(error)})", "check the address") from None
        except (httpx2.InvalidURL, UnicodeError) as error:
            raise UnreadableInputError(url, f"is no address ({_reason(error)})", "check it") from None

    async def _follow(self, url: str, headers: dict[str, str]) -> Answer:
        for _ in range(self.limits.redirects + 1):
            answer = await self._once(url, headers)
            target = answer.headers.get("location")
            if answer.status not in MOVED or target is None:
                return _judged(answer)
            url = urljoin(url, target)
        raise UnreadableInputError(url, f"is redirected more than {self.limits.redirects} times", "check the address")

    async def _once(self, url: str, headers: dict[str, str]) -> Answer:
        check_address(url)
        async with self._client.stream("GET", url, headers=headers) as response:
            told = {name.lower(): value for name, value in response.headers.items()}
            if response.status_code in MOVED or response.status_code == 304:
                return Answer(url, response.status_code, told)
            body = await self._body(url, response.aiter_raw(), told.get("content-encoding", ""))
            return Answer(url, response.status_code, told, body)

    async def _body(self, url: str, chunks: AsyncIterator[bytes], encoding: str) -> bytes:
        unfold = _unfolder(url, encoding)
        body, sent = bytearray(), 0
        async for chunk in chunks:
            sent += len(chunk)
            body += unfold(chunk, self.limits.unfolded + 1 - len(body))
            if sent > self.limits.sent or len(body) > self.limits.unfolded:
                limit = self.limits.sent if sent > self.limits.sent else self.limits.unfolded
                raise UnreadableInputError(url, f"is longer than {limit // MB} MB", "it is no article; leave it out")
        return bytes(body)


@asynccontextmanager
async def open_fetcher(limits: Limits | None = None) -> AsyncIterator[Fetcher]:
    """A fetcher for as long as the context lasts; its connections are closed at the end."""
    limits = limits or Limits()
    transport = httpx2.AsyncHTTPTransport(trust_env=False)
    # The transport takes no network backend of its own, so its pool is replaced by one that makes guarded connections.
    transport._pool = httpcore2.AsyncConnectionPool(
        ssl_context=httpx2.create_ssl_context(),
        max_connections=20,
        keepalive_expiry=5.0,
        network_backend=GuardedBackend(limits.private),
    )
    headers = {"user-agent": AGENT, "accept-encoding": "gzip, deflate", "accept": "*/*;q=0.8, text/html"}
    async with httpx2.AsyncClient(
        transport=transport, headers=headers, timeout=limits.seconds, follow_redirects=False, trust_env=False
    ) as client:
        yield Fetcher(client, limits)


def check_address(url: str) -> None:
    """Raises UnreadableInputError unless it is a http or https address with a host and no password in it."""
    try:
        parts = urlsplit(url)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        raise UnreadableInputError(url, "is no address", "give one that starts with https://") from None
    if parts.scheme.lower() not in SCHEMES or not parts.hostname or not port_is_fine:
        raise UnreadableInputError(url, "is no address of the web", "give one that starts with https://")
    if parts.username or parts.password:
        raise UnreadableInputError(url, "has a password in it", "give it without one")


def _judged(answer: Answer) -> Answer:
    if answer.status < 300 or answer.unchanged:
        return answer
    why = f"answers {answer.status}"
    if answer.status in PASSING:
        raise PassingError(answer.url, why, "try again later", _seconds(answer.headers.get("retry-after")))
    if answer.status in (401, 402, 403, 451):
        raise UnreadableInputError(answer.url, f"{why}: it is not for everybody", "leave it out")
    raise UnreadableInputError(answer.url, why, "check the address")


def _seconds(header: str | None) -> float | None:
    """A Retry-After in seconds; dates and nonsense are left to our own back-off."""
    return float(header) if header is not None and header.isdigit() and len(header) < 7 else None


def _unfolder(url: str, encoding: str) -> Unfold:
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return lambda chunk, _: chunk
    if name not in ("gzip", "x-gzip", "deflate"):
        raise UnreadableInputError(url, f"is sent as {name!r}, which was not asked for", "leave it out")
    return _Inflater(url)


class _Inflater:
    """Unfolds gzip and deflate, never more than asked for at once, so that a bomb stays folded."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._fresh = True
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)

    def __call__(self, chunk: bytes, most: int) -> bytes:
        try:
            out = self._inflate.decompress(chunk, max(1, most))
        except zlib.error:
            if not self._fresh:
                raise UnreadableInputError(self._url, "is packed wrongly", "try again later") from None
            # Some servers send deflate without its header.
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
            self._fresh = False
            return self(chunk, most)
        self._fresh = False
        return out


def _reason(error: Exception) -> str:
    words = " ".join(str(error).split())[:120]
    return words or type(error).__name__
