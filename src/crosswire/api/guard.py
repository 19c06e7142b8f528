"""Who may ask: host names, pages of other sites, keys.

On the loopback reading is free and writing through the API takes a key; the pages write without one, but only from the
server's own pages (no other site can send a form). On any other address everything but /healthz takes a key.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from crosswire import app
from crosswire.api.limits import SAFE
from crosswire.api.problem import Problem, respond
from crosswire.api.state import state_of

COOKIE = "crosswire"
HOW = "send a key as 'Authorization: Bearer KEY'; 'crosswire key add NAME' makes one"


class Hosts:
    """Refuses requests that name another host: a name that some site lets point to this machine (DNS rebinding)."""

    def __init__(self, inner: ASGIApp, names: Collection[str]) -> None:
        self.inner = inner
        self.names = frozenset(names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self.names and _host(scope) not in self.names:
            said = "this server does not go by that name; start it with --name to allow one more"
            await respond(421, said)(scope, receive, send)
            return
        await self.inner(scope, receive, send)


def _host(scope: Scope) -> str:
    try:
        return (urlsplit("//" + Headers(scope=scope).get("host", "")).hostname or "").lower()
    except ValueError:
        return ""


class SameOrigin:
    """Refuses what another site's page sends: changing requests without a key whose origin is not this server."""

    def __init__(self, inner: ASGIApp) -> None:
        self.inner = inner

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in SAFE and _foreign(Headers(scope=scope)):
            await respond(403, "this came from another site's page")(scope, receive, send)
            return
        await self.inner(scope, receive, send)


def _foreign(headers: Headers) -> bool:
    """Browsers tell where a request comes from; a program tells nothing, and where it must, it has a key."""
    if headers.get("sec-fetch-site") not in (None, "same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def key_of(request: Request) -> str | None:
    """The key a request carries: in its header, else in the cookie that the page for signing in has set."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    return request.headers.get("x-api-key") or request.cookies.get(COOKIE)


def allowed(request: Request, scope: app.Scope) -> app.Key | None:
    """The key that allows a request. Raises Problem: 401 without a key that is known, 403 if it is not for this."""
    token = key_of(request)
    if not token:
        raise Problem(401, f"this takes a key; {HOW}", {"WWW-Authenticate": "Bearer"})
    key = app.known_key(state_of(request).keys, token)
    if key is None:
        raise Problem(401, f"this key is not known or was revoked; {HOW}", {"WWW-Authenticate": "Bearer"})
    if scope == "write" and key.scope != "write":
        raise Problem(403, f"the key {key.name!r} is for reading only; 'crosswire key add NAME --write' makes another")
    return key


def may_read(request: Request) -> None:
    """Reading: free on the loopback."""
    if not state_of(request).serving.loopback:
        allowed(request, "read")


def may_write(request: Request) -> None:
    """Writing through the API: always a key."""
    allowed(request, "write")


Reads = Annotated[None, Depends(may_read)]
Writes = Annotated[None, Depends(may_write)]
