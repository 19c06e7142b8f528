"""For those who run the server: is it well, and how much does it do."""

from __future__ import annotations

import time

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from crosswire import app
from crosswire.api.guard import Reads
from crosswire.api.problem import respond
from crosswire.api.state import state_of

router = APIRouter(tags=["health"])
PREFIX = "/api/v1"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)


class Measured:
    """Counts requests and how long they took, by route and status. A stream ends when its listener leaves."""

    def __init__(self, inner: ASGIApp, registry: CollectorRegistry) -> None:
        self.inner = inner
        self.count = Counter(
            "crosswire_requests", "Requests answered", ["method", "route", "status"], registry=registry
        )
        self.seconds = Histogram(
            "crosswire_request_seconds", "Time to the first byte", ["route"], buckets=SECONDS, registry=registry
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.inner(scope, receive, send)
            return
        began = time.perf_counter()

        async def watch(message: Message) -> None:
            if message["type"] == "http.response.start":
                route = _route(scope)
                self.count.labels(
                    scope["method"] if len(scope["method"]) < 8 else "other", route, message["status"]
                ).inc()
                self.seconds.labels(route).observe(time.perf_counter() - began)
            await send(message)

        await self.inner(scope, receive, watch)


def _route(scope: Scope) -> str:
    """The path as it was declared; one that names nothing is told as "none", so that guesses make no new rows."""
    path: str = getattr(scope.get("route"), "path", "none")
    return PREFIX + path if scope["path"].startswith(PREFIX) and not path.startswith(PREFIX) else path


def registry() -> CollectorRegistry:
    """The metrics of one server: its process, and what is added."""
    made = CollectorRegistry()
    ProcessCollector(registry=made)
    PlatformCollector(registry=made)
    return made


@router.get("/healthz", responses={503: {"description": "the store cannot be read"}})
def health(request: Request) -> Response:
    """200 where the store answers, else 503. Takes no key and tells nothing else."""
    try:
        state_of(request).desk.token()
    except app.CrosswireError:
        return respond(503, "the store cannot be read")
    return JSONResponse({"status": "ok", "version": app.__version__})


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
def metrics(request: Request, _: Reads) -> Response:
    """Prometheus metrics."""
    made: CollectorRegistry = request.app.state.metrics
    held = state_of(request).desk.tally()
    gauges: dict[str, Gauge] = request.app.state.gauges
    for name in ("reports", "claims", "events", "waiting", "token"):
        gauges[name].set(getattr(held, name))
    gauges["listening"].set(state_of(request).hub.listening)
    return Response(generate_latest(made), media_type=CONTENT_TYPE_LATEST)


def gauges(made: CollectorRegistry) -> dict[str, Gauge]:
    """What is read anew at each asking."""
    told = {"listening": "Open streams of changes", "token": "The newest token of changes"}
    names = ("reports", "claims", "events", "waiting", "token", "listening")
    return {n: Gauge(f"crosswire_{n}", told.get(n, f"How many {n} are stored"), registry=made) for n in names}
