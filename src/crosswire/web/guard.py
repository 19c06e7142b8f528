"""Who may see and use the pages: on the loopback everyone, elsewhere those who signed in with a key."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from crosswire import app
from crosswire.api.guard import COOKIE, allowed
from crosswire.api.state import state_of
from crosswire.web.templating import render

router = APIRouter(include_in_schema=False)
DAYS = 30


class SignInError(Exception):
    """The page takes a key that the request does not carry."""


def page_reads(request: Request) -> None:
    """Reading pages."""
    if not state_of(request).serving.loopback:
        _signed_in(request, "read")


def page_writes(request: Request) -> None:
    """Changing something from a page; that it comes from one of ours is checked before (`SameOrigin`)."""
    if not state_of(request).serving.loopback:
        _signed_in(request, "write")


PageReads = Annotated[None, Depends(page_reads)]
PageWrites = Annotated[None, Depends(page_writes)]


def _signed_in(request: Request, scope: app.Scope) -> None:
    if not request.cookies.get(COOKIE):
        raise SignInError
    allowed(request, scope)


async def to_sign_in(request: Request, _: Exception) -> Response:
    """Where a page takes a key."""
    return RedirectResponse("/sign-in", status_code=303)


@router.get("/sign-in", response_class=HTMLResponse)
def sign_in(wrong: bool = False) -> str:
    """The form for a key."""
    return render("sign_in.html", "", wrong=wrong)


@router.post("/sign-in")
def signed_in(request: Request, key: Annotated[str, Form(max_length=200)]) -> Response:
    """Keep the key in a cookie that no script can read and no other site can send."""
    if app.known_key(state_of(request).keys, key.strip()) is None:
        return RedirectResponse("/sign-in?wrong=true", status_code=303)
    response = RedirectResponse("/", status_code=303)
    secure = request.url.scheme == "https"
    response.set_cookie(
        COOKIE, key.strip(), max_age=DAYS * 86400, httponly=True, secure=secure, samesite="strict", path="/"
    )
    return response


@router.post("/sign-out")
def sign_out() -> Response:
    """Forget the key."""
    response = RedirectResponse("/sign-in", status_code=303)
    response.delete_cookie(COOKIE)
    return response
