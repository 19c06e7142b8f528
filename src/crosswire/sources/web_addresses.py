"""Which addresses may be fetched: names are resolved once, and only what is global is connected to.

A page fetched by a server can point it at its own network: a redirect to 127.0.0.1, a name whose address changes
between the check and the connection. So the check stands where the connection is made, and the connection goes to the
very address that was checked.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from typing import Any

import anyio
import httpcore2

from crosswire.errors import UnreadableInputError

REMEDY = "only public addresses are fetched; --allow-private lets this program reach its own network"


def is_global(address: str) -> bool:
    """Whether an IP address is one of the open internet: no loopback, private, link-local, multicast or reserved one.

    An IPv4 address inside an IPv6 one (mapped, 6to4, Teredo, NAT64) is judged by itself.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        return _is_global(ip.ipv4_mapped)
    return all(_is_global(one) for one in (ip, *_inside(ip)))


def _is_global(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback)


def _inside(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> Iterable[ipaddress.IPv4Address]:
    if not isinstance(ip, ipaddress.IPv6Address):
        return ()
    nat64 = ipaddress.IPv6Network("64:ff9b::/96")
    found = [ip.sixtofour, *(ip.teredo or ())]
    if ip in nat64:
        found.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return [one for one in found if one is not None]


class GuardedBackend(httpcore2.AsyncNetworkBackend):
    """Makes the connections of an HTTP client, to global addresses only unless `private` ones are allowed."""

    def __init__(self, private: bool) -> None:
        self._private = private
        self._inner = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Resolve, check every address, connect to the first that answers. Raises as the client does."""
        addresses = await resolve(host, port)
        if not self._private and (bad := next((a for a in addresses if not is_global(a)), None)):
            raise UnreadableInputError(host, f"leads to {bad}, which is no public address", REMEDY)
        failed: Exception = httpcore2.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
        raise failed

    async def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore2.AsyncNetworkStream:
        """Never: no address of a page is a socket of this machine."""
        raise httpcore2.ConnectError("sockets of this machine are not fetched")

    async def sleep(self, seconds: float) -> None:
        """Wait, as the client's own retries ask."""
        await anyio.sleep(seconds)


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name, each once. Raises httpcore2.ConnectError where it has none."""
    try:
        found = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore2.ConnectError(f"{host} is no known name ({error})") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
