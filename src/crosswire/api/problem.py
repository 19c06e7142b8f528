"""Errors as problem+json (RFC 9457): what is wrong and what can be done, never a traceback."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from crosswire import app

MEDIA = "application/problem+json"
SHOWN = 20  # of the faults of one request: a list of a million wrong items is told by its first


class Problem(HTTPException):
    """A request that cannot be answered: the status, what is wrong, and what would be right."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, detail, dict(headers or {}))


def problem(status: int, detail: str, more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The members of a problem."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **(more or {}),
    }


def respond(status: int, detail: str, more: Mapping[str, Any] | None = None) -> Response:
    """A problem as a response."""
    return JSONResponse(problem(status, detail, more), status, media_type=MEDIA)


def install(server: FastAPI) -> None:
    """Tell every error of the server this way."""
    server.add_exception_handler(HTTPException, _http)
    server.add_exception_handler(RequestValidationError, _invalid)
    server.add_exception_handler(app.CrosswireError, _ours)
    server.add_exception_handler(Exception, _fault)


async def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what it is registered for
    response = respond(error.status_code, str(error.detail))
    response.headers.update(error.headers or {})
    return response


async def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - what it is registered for
    faults = [{"where": ".".join(str(p) for p in e["loc"])[:200], "what": str(e["msg"])[:300]} for e in error.errors()]
    first = f"{faults[0]['where']}: {faults[0]['what']}" if faults else "the request does not fit its description"
    return respond(422, first, {"errors": faults[:SHOWN]})


async def _ours(_: Request, error: Exception) -> Response:
    if isinstance(error, app.GoneIdError):
        return respond(410, str(error)[:2000], {"now": list(error.now)})
    return respond(404 if isinstance(error, app.UnknownIdError) else 422, str(error)[:2000])


async def _fault(_: Request, error: Exception) -> Response:
    return respond(
        500, f"a fault of the program ({type(error).__name__}); the log of the server says where it happened"
    )
