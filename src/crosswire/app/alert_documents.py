"""A watch's alerts as documents: Atom, JSON Feed, CAP, and a feed of CAP documents."""

# ruff: noqa: PLC0415 - imported when they are first needed, see the package

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswire.app.alerting import AlertSettings
from crosswire.app.knowledge import Knowledge
from crosswire.errors import UnknownIdError
from crosswire.model import Alert, Watch

MOST = 100  # alerts of a feed
EVERY = 10_000


def documents(known: Knowledge, watch: str, form: str, url: str, settings: AlertSettings | None = None) -> str:
    """A watch's alerts: "atom", "json" (JSON Feed), "cap.atom" (a feed of CAP documents), or the newest as "cap".

    Raises UnknownIdError.
    """
    found = next((w for w in known.store.watches() if watch in (w.id, w.name)), None)
    if found is None:
        raise UnknownIdError(f"{watch}: there is no such watch in {known.where}; crosswire alert list shows them")
    told, settings = known.store.alerts(found.id, MOST), settings or AlertSettings()
    if form != "cap":
        return _feed(_Feed(found, told, url, settings), form)
    if not told:
        raise UnknownIdError(f"{watch}: nothing was told to this watch yet")
    return _cap(told[0], {a.id: a for a in told}, found, settings)


@dataclass(frozen=True, slots=True)
class _Feed:
    watch: Watch
    told: Sequence[Alert]
    url: str
    settings: AlertSettings


def _feed(of: _Feed, form: str) -> str:
    from crosswire.alerts import feeds_out

    base = of.settings.base_url or ""
    items = [feeds_out.Item(a.id, a.at, json.loads(a.message), f"{base}/api/v1/alerts/{a.id}/cap") for a in of.told]
    feed = feeds_out.AlertFeed(of.watch.id, of.url, f"Crosswire: {of.watch.name}", items)
    if form == "cap.atom":
        every = {a.id: a for a in of.told}
        return feeds_out.as_cap_feed(feed, [_cap(a, every, of.watch, of.settings) for a in of.told])
    return feeds_out.as_atom(feed) if form == "atom" else feeds_out.as_json_feed(feed)


def cap_of(known: Knowledge, alert: str, settings: AlertSettings | None = None) -> str:
    """The CAP document of one alert, by its id. Raises UnknownIdError."""
    every = {a.id: a for a in known.store.alerts(None, EVERY)}
    if alert not in every:
        raise UnknownIdError(f"{alert}: there is no such alert in {known.where}")
    watch = next((w for w in known.store.watches() if w.id == every[alert].watch), None)
    return _cap(every[alert], every, watch, settings or AlertSettings())


def _cap(one: Alert, every: Mapping[str, Alert], watch: Watch | None, settings: AlertSettings) -> str:
    from crosswire.alerts.areas import geojson
    from crosswire.alerts.cap import Issue, Operator, as_cap

    before = every.get(one.replaces or "")
    record = json.loads(one.message)
    issue = Issue(one.id, one.at, (before.id, before.at) if before else None, bool(record.get("cancel")))
    operator = Operator(settings.cap_sender, settings.cap_status)  # type: ignore[arg-type]  # checked by the schema
    return as_cap(record, issue, operator, geojson(watch.area) if watch and watch.area else None)
