"""What the server is told: where it listens, what it may take, who may write."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Serving:
    """Settings of one server. `body_limit` is in bytes, the rates are requests a second of one client, with a burst.

    `names` are host names under which it may be asked, beside those of the loopback and its own address.
    """

    host: str = "127.0.0.1"
    port: int = 8787
    names: tuple[str, ...] = ()
    body_limit: int = 8_000_000
    reads: float = 40.0
    writes: float = 4.0
    burst: float = 5.0  # seconds of the rate that may come at once
    feeds: Path | None = None  # a list of feeds to watch besides
    private: bool = False  # whether feeds and webhooks may be of the own network

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether an address or name to listen on is this machine's own."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
