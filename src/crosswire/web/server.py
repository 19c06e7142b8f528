"""The server: pages and API over one store."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import uvicorn
from anyio import to_thread
from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from crosswire import api, app
from crosswire.api import health, problem
from crosswire.api.guard import Hosts, SameOrigin
from crosswire.api.health import Measured
from crosswire.api.hub import Hub
from crosswire.api.limits import BodyLimit, RateLimit
from crosswire.api.state import State
from crosswire.app.desk import Desk
from crosswire.web import files, guard
from crosswire.web.draw.atlas import SCALES, atlas
from crosswire.web.pages import about, check, coming, event, finding, judging, news, paste, report, watches
from crosswire.web.security import Blanks, Headers
from crosswire.web.templating import render, templates

log = logging.getLogger("crosswire")
THREADS = 6  # that answer at once: more than a few only take turns, each with its own briefs and pages of the database
LOCAL = ("localhost", "127.0.0.1", "::1")


def make_server(knowledge: app.Knowledge, serving: app.Serving, keys: app.Keyring) -> FastAPI:
    """The application; `knowledge` stays open for as long as it runs."""
    desk = Desk(knowledge)
    hub = Hub[app.Change](desk.changes, desk.token, lambda change: change.token)
    alerts = Hub[app.Alert](
        lambda since: app.alerts_since(knowledge, since), lambda: app.last_alert(knowledge), app.alert_moment
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        state = server.state.crosswire
        besides = [asyncio.create_task(work) for work in _besides(knowledge, serving, state)]
        server.state.crosswire.worker.thread.submit(_warm, desk)
        yield
        for task in besides:
            task.cancel()
        await asyncio.gather(*besides, return_exceptions=True)
        await hub.close()
        await alerts.close()
        server.state.crosswire.worker.thread.shutdown(wait=False, cancel_futures=True)

    server = FastAPI(
        title="Crosswire",
        version=app.__version__,
        description="What several outlets together say about an event: what is confirmed, by whom, what conflicts.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    server.state.crosswire = State(serving, desk, keys, hub, alerts)
    server.state.metrics = health.registry()
    server.state.gauges = health.gauges(server.state.metrics)
    _routes(server)
    _errors(server)
    _layers(server, serving)
    return server


def _besides(knowledge: app.Knowledge, serving: app.Serving, state: State) -> Iterator[Coroutine[Any, Any, object]]:
    """What the server does besides answering: alerts are sent, feeds watched. A fault of either is logged, no end."""
    own = f"http://{serving.host}:{serving.port}"
    settings = app.alert_settings(serving.private)
    settings = replace(settings, base_url=settings.base_url or own)
    yield _logged(app.run_alerts_async(knowledge, app.AlertsRun(settings, log.info)))
    if serving.feeds is not None:
        # What comes is read by the one thread that reads: two parsers at once would take both cores from the pages.
        take = state.worker.thread.submit
        how = app.Watching(
            serving.feeds, private=serving.private, take=lambda fetched: take(knowledge.accept, fetched).result()
        )
        yield _logged(app.watch_async(knowledge, how, lambda look: log.info("%s: %s new", look.feed.url, look.found)))


async def _logged(work: Coroutine[Any, Any, object]) -> None:
    try:
        await work
    except Exception:
        log.exception("what the server does besides has ended")


def _warm(desk: Desk) -> None:
    """What the first to ask would wait for: the tables of reading, the coasts, the templates.

    They stay for good: taken out of what the garbage collector walks, which stopped all answers for 0.2 s at a time.
    """
    desk.warm()
    for scale in SCALES:
        atlas(scale)
    for name in templates().list_templates(extensions=["html"]):
        templates().get_template(name)
    gc.collect()
    gc.freeze()


def _routes(server: FastAPI) -> None:
    server.include_router(api.router())
    for open_ in (health.router, files.router, guard.router):
        server.include_router(open_)
    for part in (news, event, report, finding, coming, judging, paste, check, watches, about):
        server.include_router(part.router, dependencies=[Depends(guard.page_reads)])


def _layers(server: FastAPI, serving: app.Serving) -> None:
    """The last one added is the first that a request passes."""
    names = (*LOCAL, *serving.names, serving.host.strip("[]").lower()) if serving.loopback or serving.names else ()
    server.add_middleware(GZipMiddleware, minimum_size=1500, compresslevel=5)
    server.add_middleware(Blanks)
    server.add_middleware(SameOrigin)
    server.add_middleware(BodyLimit, limit=serving.body_limit)
    server.add_middleware(RateLimit, serving=serving)
    server.add_middleware(Hosts, names=names)
    server.add_middleware(Measured, registry=server.state.metrics)
    server.add_middleware(Headers)


def _errors(server: FastAPI) -> None:
    """Problems for programs, pages for people."""
    problem.install(server)
    told = dict(server.exception_handlers)

    async def either(request: Request, error: Exception) -> Response:
        kind = next(k for k in type(error).__mro__ if k in told)
        response: Response = await told[kind](request, error)
        return response if not _for_people(request) else _page(response, error)

    for kind in (HTTPException, RequestValidationError, app.CrosswireError, Exception):
        server.add_exception_handler(kind, either)
    server.add_exception_handler(guard.SignInError, guard.to_sign_in)


def _for_people(request: Request) -> bool:
    return not request.url.path.startswith("/api/") and "text/html" in request.headers.get("accept", "")


def _page(response: Response, error: Exception) -> Response:
    detail = {404: "There is nothing at this address.", 500: "This is a fault of the program, and it is logged."}
    told = str(error.detail) if isinstance(error, HTTPException) else ""
    if isinstance(error, app.CrosswireError):
        told = (error.told if isinstance(error, app.GoneIdError) else str(error))[:1000]
    title = HTTPStatus(response.status_code).phrase
    if not told or told == title:
        told = detail.get(response.status_code, "This cannot be shown; something in the address or form is not right.")
    headers = {k: v for k, v in response.headers.items() if k in ("retry-after", "www-authenticate")}
    now = dict(error.now) if isinstance(error, app.GoneIdError) else None
    return HTMLResponse(render("error.html", "", title=title, detail=told, now=now), response.status_code, headers)


def run(serving: app.Serving, store: str | None) -> None:
    """Open the store and serve until interrupted. Raises StoreError, OSError."""
    with app.opened(store) as knowledge:
        server = make_server(knowledge, serving, app.Keyring(app.keys_file()))
        uvicorn.run(
            server,
            host=serving.host,
            port=serving.port,
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=2,
            server_header=False,
            limit_concurrency=400,
            timeout_keep_alive=20,
        )
