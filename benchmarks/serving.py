"""How fast the server answers: 20 requests a second over a big store, as readers send them.

`--data` is a store's file (`python -m benchmarks keeping` makes a big one). The server runs as a process of its own, as
a user starts it. Requests are sent on the clock, whether or not the ones before are answered, so that a stall is not
hidden: half of them pages of events (each another event, so that nothing is at hand), the rest searches for words of
titles, lists with filters, reports and voices. Milliseconds of the whole answer, by kind; `memory_mb` is the most that
the server held resident.
"""

from __future__ import annotations

import http.client
import random
import signal
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from crosswire import app

RATE = 20  # requests a second
SECONDS = 30
WARM = 40  # requests before, unmeasured: templates are compiled, the database's pages come in
HTML = {"accept": "text/html"}


@dataclass(frozen=True)
class Answered:
    """One request: its kind, the milliseconds, and whether it was answered as it should be."""

    kind: str
    ms: float
    fine: bool


def run(data: Path | None, split: str) -> dict[str, object]:
    """All kinds of request; `split` changes nothing."""
    if data is None:
        raise SystemExit("serving needs a store: --data STORE.db")
    paths = list(requests(data))
    with server(data) as (port, process):
        for kind, path in paths[:WARM]:
            ask(port, kind, path)
        answered = send(port, paths[WARM:])
        memory = peak(process.pid)
    tally = sizes(data)
    return {**tally, "rate": RATE, "memory_mb": memory, **figures(answered)}


def sizes(data: Path) -> dict[str, object]:
    """How big the store is."""
    with app.opened(str(data), make=False) as knowledge:
        held = knowledge.tally()
    return {"reports": held.reports, "claims": held.claims, "events": held.events}


def requests(data: Path) -> Iterator[tuple[str, str]]:
    """(kind, address) in a mixed order that is the same in every run."""
    rng = random.Random(7)  # noqa: S311 - which pages are asked for is no secret
    with app.opened(str(data), make=False) as knowledge:
        events = _events(knowledge, (SECONDS * RATE + WARM) // 2 * 3)
        reports = [r.id for r in knowledge.reports(limit=200).reports]
        voices = [v.name for v in knowledge.voices(limit=100).voices]
    rng.shuffle(events)
    words = sorted({w for e in events for w in e.title.split() if len(w) > 4})
    frames = sorted({e.frame for e in events})
    kinds: Sequence[tuple[str, int, Callable[[], str]]] = (
        ("event", 5, lambda: f"/events/{events.pop().id}"),
        ("search", 2, lambda: f"/search?q={quote(rng.choice(words))}"),
        ("list", 1, lambda: rng.choice(["/", f"/?frame={rng.choice(frames)}"])),
        ("report", 1, lambda: f"/reports/{rng.choice(reports)}"),
        ("voice", 1, lambda: f"/voices/show?name={quote(rng.choice(voices))}"),
    )
    for _ in range(SECONDS * RATE + WARM):
        kind, _, made = rng.choices(kinds, [weight for _, weight, _ in kinds])[0]
        if kind != "event" or events:
            yield kind, made()


def _events(knowledge: app.Knowledge, wanted: int) -> list[app.Listing]:
    """Events in the order of the store, spread over it by taking pages in turn."""
    found: list[app.Listing] = []
    after = None
    while len(found) < wanted:
        page = knowledge.events(app.Selection(), after, 500)
        found += page.events
        after = page.more
        if after is None:
            break
    return found


@contextmanager
def server(data: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """`crosswire serve` on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "crosswire", "serve", "--port", str(port), "--store", str(data), "--rate", "1000"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until and not ask(port, "health", "/healthz").fine:
            time.sleep(0.2)
        yield port, process
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(10)


def ask(port: int, kind: str, path: str) -> Answered:
    """One request over a connection of its own."""
    began = time.perf_counter()
    fine = False
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", path, headers=HTML)
        response = connection.getresponse()
        fine = response.status == 200 and bool(response.read())
        connection.close()
    except OSError:
        pass
    return Answered(kind, (time.perf_counter() - began) * 1000, fine)


def send(port: int, paths: Sequence[tuple[str, str]]) -> list[Answered]:
    """All of them, one every 1 / RATE seconds."""
    start = time.monotonic()
    with ThreadPoolExecutor(64) as pool:
        sent = []
        for number, (kind, path) in enumerate(paths):
            time.sleep(max(0.0, start + number / RATE - time.monotonic()))
            sent.append(pool.submit(ask, port, kind, path))
        return [one.result() for one in sent]


def peak(pid: int) -> int:
    """The most that a process held resident, in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return round(int(line.split()[1]) / 1000)


def figures(answered: Sequence[Answered]) -> dict[str, object]:
    """By kind: how many, the median and the 95th percentile; how many were not answered as they should be."""
    by_kind: defaultdict[str, list[float]] = defaultdict(list)
    for one in answered:
        by_kind[one.kind].append(one.ms)
    told: dict[str, object] = {"n": len(answered), "failed": sum(not one.fine for one in answered)}
    for kind, values in sorted(by_kind.items()):
        ordered = sorted(values)
        told[kind] = {
            "n": len(ordered),
            "p50": round(ordered[len(ordered) // 2]),
            "p95": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]),
        }
    return told
