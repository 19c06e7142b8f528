"""What is written -> sent: at least once each, with its key, retried with back-off to a limit, then kept as failed.

A delivery is settled after it was sent: killed in between, it is sent once more under the same key, and a receiver that
looks at keys sees it once. Each destination has its own line, so that a dead one delays no other.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

import anyio
from jinja2 import TemplateError

from crosswire.alerts.areas import geojson
from crosswire.alerts.bodies import as_html, as_text, render, subject
from crosswire.model import Alert, Delivery, Destination, Watch
from crosswire.pipeline.keeping_watch import Alerting

FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(hours=2)
GIVEN_UP = timedelta(days=2)  # after the first attempt
AT_ONCE = 200  # deliveries looked at together
LINES = 50  # destinations sent to at the same time


class Sending(Protocol):
    """A way out, as the composition root gives it."""

    async def send(self, to: Destination, message: Any) -> None:
        """Send one message. Raises an error with `passing` and `wait`."""
        ...


@dataclass(frozen=True, slots=True)
class Deliverer:
    """What delivering works with. `pack` makes a way's message; `trouble` are the errors that ways raise."""

    store: Alerting
    ways: Mapping[str, Sending]
    pack: Callable[..., Any]
    trouble: type[Exception]
    templates: Mapping[str, str] = field(default_factory=dict)
    step: Callable[[str], None] = lambda _: None  # called between any two steps; tests end the process there


async def deliver_due(deliverer: Deliverer, now: Callable[[], datetime]) -> int:
    """Send all that is due now, each destination in its own line; how many were sent."""
    due = await anyio.to_thread.run_sync(deliverer.store.due_deliveries, now(), AT_ONCE)
    lines: dict[Destination, list[tuple[Delivery, Alert]]] = defaultdict(list)
    for delivery, alert in due:
        lines[delivery.destination].append((delivery, alert))
    watches = {w.id: w for w in await anyio.to_thread.run_sync(deliverer.store.watches)} if due else {}
    limit = anyio.CapacityLimiter(LINES)
    sent = [0]

    async def run(line: list[tuple[Delivery, Alert]]) -> None:
        async with limit:
            for delivery, alert in line:
                done = await _attempt(deliverer, delivery, alert, watches.get(alert.watch), now)
                sent[0] += done.state == "sent"
                if done.state != "sent":
                    return  # the rest of this line waits for its next turn

    async with anyio.create_task_group() as group:
        for line in lines.values():
            group.start_soon(run, line)
    return sent[0]


async def _attempt(
    deliverer: Deliverer, delivery: Delivery, alert: Alert, watch: Watch | None, now: Callable[[], datetime]
) -> Delivery:
    deliverer.step("before sending")
    try:
        message = _message(deliverer, delivery, alert, watch)
        await deliverer.ways[delivery.destination.way].send(delivery.destination, message)
        done = replace(delivery, state="sent", attempts=delivery.attempts + 1, trouble=None, sent=now())
    except (deliverer.trouble, TemplateError, KeyError) as error:
        done = after_failure(delivery, alert, error, now())
    deliverer.step("after sending")
    await anyio.to_thread.run_sync(deliverer.store.settle_delivery, done)
    deliverer.step("after settling")
    return done


def after_failure(delivery: Delivery, alert: Alert, error: Exception, now: datetime) -> Delivery:
    """The delivery after a failed attempt: due again after twice as long, or failed for good."""
    attempts = delivery.attempts + 1
    trouble = " ".join(str(error).split())[:500]
    over = now - alert.at > GIVEN_UP
    if over or not getattr(error, "passing", False):
        return replace(delivery, state="failed", attempts=attempts, trouble=trouble)
    wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(delivery.attempts, 20))
    asked = getattr(error, "wait", None)
    if asked is not None:
        wait = max(wait, min(LONGEST_WAIT, timedelta(seconds=asked)))
    return replace(delivery, due=now + wait, attempts=attempts, trouble=trouble)


def _message(deliverer: Deliverer, delivery: Delivery, alert: Alert, watch: Watch | None) -> Any:
    record = json.loads(alert.message)
    area = geojson(watch.area) if watch is not None and watch.area is not None else {}
    template = delivery.destination.template
    body = render(deliverer.templates[template], record, area, html=template == "html") if template else None
    return deliverer.pack(
        key=delivery.key,
        subject=subject(record),
        text=as_text(record),
        html=as_html(record, area),
        json=alert.message,
        body=body,
    )
