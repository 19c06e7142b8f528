"""Ten thousand watches with polygons against an event, and from a report's arrival to a webhook's: needs no data.

Watches are triangles of two degrees all over the world, of which a few hold the event of the example launch or lie near
where it came down, kept in a store of their own. Measured: asking all of them about one event (indexed in memory, as a
running program has them), one look in which nothing changed, and the way of a report through
reading, linking, weighing, noticing and sending to a receiver on loopback.
"""

from __future__ import annotations

import json
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from crosswire import app
from crosswire.alerts.decide import decide
from crosswire.alerts.news import Look
from crosswire.alerts.watchlist import WatchList, ready
from crosswire.model import Area, Destination, Fetched, Picture, Selection, Watch
from crosswire.sources.files import gather

WATCHES = 10_000
RUNS = 5
LONG_AGO = timedelta(days=9999)  # the example's dates, seen from whenever this runs
FRESH = (
    "SEOUL, June 3, 2026 -- North Korea fired a short-range ballistic missile from Sunan on Wednesday, June 3, 2026, "
    "South Korea's Joint Chiefs of Staff said."
)
EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "launch"


def watches(to: Destination) -> list[Watch]:
    """So many triangles over the world; one that holds the launch is sent to the receiver."""
    found = []
    for number in range(WATCHES):
        lon, lat = -180 + 3.6 * (number % 100), -80 + 1.6 * (number // 100)
        ring = [[lon, lat], [lon + 2, lat], [lon + 2, lat + 2], [lon, lat]]
        area = Area(f"triangle {number}", json.dumps({"type": "Polygon", "coordinates": [ring]}))
        found.append(Watch(f"watch-{number}", f"watch {number}", area=area, recent=LONG_AGO))
    sunan = json.dumps({"type": "Point", "coordinates": [125.67, 39.22]})
    told = {"area": Area("Sunan", sunan, 50.0), "least_standing": "reported", "least_origins": 0, "recent": LONG_AGO}
    return [*found[:-1], Watch("watch-sunan", "Sunan", to=(to,), **told)]  # type: ignore[arg-type]  # a table of keys


@contextmanager
def receiver() -> Iterator[tuple[str, list[float]]]:
    """An HTTP server on loopback that notes when something came."""
    came: list[float] = []

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            came.append(time.perf_counter())
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/hook", came
        server.shutdown()


def asked(listed: WatchList, picture: Picture) -> int:
    """How many watches are to be told of an event."""
    look = Look()
    return sum(decide(watch, None, picture, look).tell for watch in listed.concerned(picture))


def best(work: Callable[[], object]) -> float:
    """Milliseconds of this process's own time, the best of some runs: the machine has others to serve."""
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return round(min(times) * 1000, 1)


def texts() -> list[Fetched]:
    """The reports of the example."""
    return [one for one in gather([str(EXAMPLE)], app.Given(), BytesIO()) if isinstance(one, Fetched)]


def run(_: Path | None, __: str) -> dict[str, object]:
    """Everything, at full size."""
    with tempfile.TemporaryDirectory() as folder, app.opened(f"{folder}/store.db") as known, receiver() as (url, came):
        app.set_watches(known, watches(Destination("webhook", url)))
        known.accept(texts())
        once = app.AlertsRun(app.AlertSettings(allow_private=True), lambda _: None, once=True)
        app.run_alerts(known, once)
        picture = launch(known)
        listed = ready(known.store.watches())
        found: dict[str, object] = {"n": WATCHES, "told": asked(listed, picture)}
        found["concerned"] = len(listed.concerned(picture))
        found["event_ms"] = best(lambda: asked(listed, picture))
        found["idle_look_ms"] = best(lambda: app.notice(known))
        before, started, own = len(came), time.perf_counter(), time.process_time()
        known.accept([Fetched("made:launch", FRESH.encode(), "text", app.Given(outlet="Made Gazette"))])
        found["accepted_s"] = round(time.perf_counter() - started, 2)
        app.run_alerts(known, once)
        found["arrival_s"] = round(came[before] - started, 2) if len(came) > before else None
        found["arrival_own_s"] = round(time.process_time() - own, 2)
    return found


def launch(known: app.Knowledge) -> Picture:
    """The launch itself, of all events of the example."""
    listings, _ = known.store.listings(Selection(), (None, 50))
    pictures = known.store.pictures([one.id for one in listings]).values()
    return max((p for p in pictures if p.event.frame == "weapons_test"), key=lambda p: len(p.event.reports))
