"""Watches and alerts over a store: set, tried, noticed, delivered."""

# ruff: noqa: PLC0415 - imported when they are first needed, see the package

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crosswire.app.knowledge import Knowledge
from crosswire.errors import BadDataError, UnknownIdError, UnreadableInputError
from crosswire.model import Alert, Delivery, Filing, Outcome, Place, Watch

if TYPE_CHECKING:
    from crosswire.alerts.areas_read import Around
    from crosswire.alerts.watches import Known
    from crosswire.pipeline.alerting import Noticer
    from crosswire.pipeline.deliver import Deliverer
    from crosswire.sources.web import Fetcher

BEAT = 0.5  # seconds between two looks for changes and due deliveries


@dataclass(frozen=True, slots=True)
class AlertSettings:
    """What the operator sets for alerts; `from_environment` reads CROSSWIRE_MAIL_HOST, CROSSWIRE_BASE_URL, ..."""

    base_url: str | None = None
    mail_host: str = "localhost"
    mail_port: int = 25
    mail_from: str = "crosswire@localhost"
    mail_user: str | None = None
    mail_password: str | None = None
    mail_tls: str = "none"
    cap_sender: str = "crosswire@localhost"
    cap_status: str = "Test"
    allow_private: bool = False
    templates: Path | None = None


def alert_settings(allow_private: bool = False) -> AlertSettings:
    """The settings of the environment. Raises BadDataError for one that is wrong."""
    told = {f.name: value for f in fields(AlertSettings) if (value := os.environ.get(f"CROSSWIRE_{f.name.upper()}"))}
    port, tls = told.pop("mail_port", "25"), told.get("mail_tls", "none")
    if not port.isdigit() or not 0 < int(port) < 65_536:
        raise BadDataError(f"CROSSWIRE_MAIL_PORT: {port!r} is no port; give a number such as 587")
    if tls not in ("none", "starttls", "tls"):
        raise BadDataError(f"CROSSWIRE_MAIL_TLS: {tls!r} is not known; give none, starttls or tls")
    if told.get("cap_status", "Test") not in ("Actual", "Exercise", "System", "Test", "Draft"):
        raise BadDataError("CROSSWIRE_CAP_STATUS: give Test, Exercise, System, Draft or Actual")
    private = allow_private or told.pop("allow_private", "") in ("1", "true", "yes")
    templates = Path(folder) if (folder := told.pop("templates", None)) else None
    return AlertSettings(mail_port=int(port), allow_private=private, templates=templates, **told)


@dataclass(frozen=True, slots=True)
class AlertsRun:
    """How alerts are run: the operator's settings, where log lines go, once or for ever; `step` is for tests."""

    settings: AlertSettings = field(default_factory=AlertSettings)
    write: Callable[[str], None] = print
    once: bool = False
    step: Callable[[str], None] = lambda _: None


def watches_from(known: Knowledge, path: Path, settings: AlertSettings | None = None) -> tuple[Watch, ...]:
    """The watches of a TOML file, checked. Raises BadDataError for the first thing that is wrong."""
    from crosswire.alerts.watches import read_watches

    try:
        content = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadDataError(f"{path}: cannot be read ({error}); check the path") from None
    return read_watches(content, str(path), _may_name(known, settings), _around(known, path.parent))


def watch_from(
    known: Knowledge, told: Mapping[str, Any], settings: AlertSettings | None = None, folder: Path | None = None
) -> Watch:
    """One watch as JSON tells it; files are read only where a folder is given. Raises BadDataError."""
    from crosswire.alerts.watches import read_watch

    return read_watch(dict(told), "watch", _may_name(known, settings), _around(known, folder))


def set_watches(known: Knowledge, watches: Sequence[Watch]) -> None:
    """Keep watches, each in the place of the one of its name. The first ones are told of what comes from now on."""
    if not known.store.watches():
        known.store.file_alerts(Filing(known.store.tally().token))
    known.store.save_watches(watches)


def list_watches(known: Knowledge) -> list[Watch]:
    """All watches, by name."""
    return known.store.watches()


def remove_watch(known: Knowledge, name: str) -> None:
    """Remove a watch by its name or id. Raises UnknownIdError."""
    found = next((w for w in known.store.watches() if name in (w.id, w.name)), None)
    if found is None or not known.store.remove_watch(found.id):
        raise UnknownIdError(f"{name}: there is no such watch in {known.where}; crosswire alert list shows them")


def alerts(known: Knowledge, watch: str | None = None, limit: int = 50) -> list[tuple[Alert, list[Delivery]]]:
    """The last alerts with how their deliveries stand, the newest first."""
    found = known.store.alerts(watch, limit)
    return [(alert, known.store.deliveries(alert.id)) for alert in found]


def alerts_since(known: Knowledge, moment: int, limit: int = 200) -> list[Alert]:
    """Alerts that were made after a moment (microseconds since 1970), the earliest first."""
    found = [a for a in known.store.alerts(None, limit) if alert_moment(a) > moment]
    return sorted(found, key=lambda a: (a.at, a.id))


def last_alert(known: Knowledge) -> int:
    """When the newest alert was made, in microseconds since 1970; 0 without any."""
    return max((alert_moment(a) for a in known.store.alerts(None, 1)), default=0)


def alert_moment(alert: Alert) -> int:
    """When an alert was made, in microseconds since 1970: what a stream goes on after. Those of one look share it."""
    return round(alert.at.timestamp() * 1_000_000)


def message_of(alert: Alert) -> dict[str, Any]:
    """What an alert says, as its record."""
    found: dict[str, Any] = json.loads(alert.message)
    return found


def headline(alert: Alert) -> str:
    """The first line of an alert: how it stands, what, where, when."""
    from crosswire.alerts.bodies import subject

    return subject(message_of(alert))


def text_of(alert: Alert) -> str:
    """An alert as it is sent in plain text."""
    from crosswire.alerts.bodies import as_text

    return as_text(message_of(alert))


def dry_run(known: Knowledge, watches: Sequence[Watch]) -> Iterator[Outcome]:
    """What these watches would be told of what is stored now; nothing is written or sent."""
    from crosswire.pipeline import alerting

    yield from alerting.dry_run(known.store, watches)


def notice(known: Knowledge, settings: AlertSettings | None = None, now: datetime | None = None) -> tuple[Alert, ...]:
    """Look at all that changed since the last look, and write the alerts that follow."""
    from crosswire.pipeline import alerting

    return alerting.notice(_noticer(known, settings or AlertSettings()), now or datetime.now(UTC))


def run_alerts(known: Knowledge, run: AlertsRun) -> int:
    """Notice and deliver until stopped, or once; how many were sent."""
    import anyio

    return anyio.run(run_alerts_async, known, run)


async def run_alerts_async(known: Knowledge, run: AlertsRun) -> int:
    """The same inside a running loop, beside a watcher of feeds or a server."""
    import anyio

    from crosswire.pipeline.deliver import deliver_due
    from crosswire.sources.web import Limits, open_fetcher

    sent = 0
    async with open_fetcher(Limits(seconds=10.0, private=run.settings.allow_private)) as fetcher:
        deliverer = _deliverer(known, run, fetcher)
        while True:
            run.step("before noticing")
            await anyio.to_thread.run_sync(notice, known, run.settings)
            run.step("after noticing")
            sent += await deliver_due(deliverer, lambda: datetime.now(UTC))
            if run.once:
                return sent
            await anyio.sleep(BEAT)


# --- putting it together ----------------------------------------------------------------------------------------------


def _noticer(known: Knowledge, settings: AlertSettings) -> Noticer:
    from crosswire.app.page import in_words
    from crosswire.pipeline.alerting import Noticer
    from crosswire.pipeline.weigh import scale_of

    def questions(frame: str) -> Mapping[str, str]:
        return {a.name: a.question for a in known.reader().frames.named(frame).attributes}

    def scale(unit: str) -> tuple[str, float] | None:
        return scale_of(known.reader())(unit)

    return Noticer(known.store, lambda event: known.glance(event).brief, questions, settings.base_url, in_words, scale)


def _deliverer(known: Knowledge, run: AlertsRun, fetcher: Fetcher) -> Deliverer:
    from crosswire.alerts.bodies import load_templates
    from crosswire.notify.contract import NotSentError, Outgoing
    from crosswire.notify.log import LogNotifier
    from crosswire.notify.mail import MailNotifier, Server
    from crosswire.notify.webhook import Answered, WebhookNotifier
    from crosswire.pipeline.deliver import Deliverer, Sending

    async def post(url: str, headers: Mapping[str, str], body: bytes) -> Answered:
        answer = await fetcher.post(url, headers, body)
        wait = answer.headers.get("retry-after", "")
        return Answered(answer.status, float(wait) if wait.isdigit() and len(wait) < 7 else None)

    s = run.settings
    server = Server(s.mail_host, s.mail_port, s.mail_from, s.mail_user, s.mail_password, s.mail_tls)
    ways: dict[str, Sending] = {
        "log": LogNotifier(run.write),
        "webhook": WebhookNotifier(post, os.environ.get),
        "mail": MailNotifier(server),
    }
    return Deliverer(known.store, ways, Outgoing, NotSentError, load_templates(s.templates), run.step)


def _may_name(known: Knowledge, settings: AlertSettings | None) -> Known:
    from crosswire.alerts.bodies import load_templates
    from crosswire.alerts.watches import Known

    frames = known.reader().frames.all
    templates = load_templates((settings or AlertSettings()).templates)
    return Known(
        frozenset(f.name for f in frames if not f.speech),
        frozenset(a.name for f in frames for a in f.attributes),
        frozenset(templates),
    )


def _around(known: Knowledge, folder: Path | None) -> Around:
    from crosswire.alerts.areas_read import Around
    from crosswire.app.fetch import fetch_pages
    from crosswire.app.page import wording
    from crosswire.claims.places.gazetteer import fold

    def load(name: str) -> bytes:
        if name.startswith(("http://", "https://")):
            got = fetch_pages([name])[0]
            if isinstance(got, UnreadableInputError):
                raise BadDataError(str(got))
            return got.content
        if folder is None:
            raise BadDataError(f"{name}: files are only read from a list on the operator's own machine; give the shape")
        try:
            return (folder / name).read_bytes()
        except OSError as error:
            raise BadDataError(f"{folder / name}: cannot be read ({error.strerror}); check the path") from None

    def seas(name: str) -> Place | None:
        spots = known.reader().gazetteer.features.get(fold(name)) or ()
        found = next((s for s in spots if s.lat is not None), None)
        if found is None:
            return None
        return Place(name, found.name, found.country, found.lat, found.lon, None, found.kind, found.radius_km)

    return Around(seas, load, lambda code: wording().countries.get(code, code))
