"""What changed -> alerts, written before anything is sent.

One look takes the changes since the last look, asks the watches that they may concern, and files all that follows in
one transaction with the token it came to: killed before, it looks again; killed after, it goes on behind.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from crosswire.alerts.decide import ahead_from, decide
from crosswire.alerts.message import Material, compose
from crosswire.alerts.news import Look
from crosswire.alerts.watchlist import WatchList, quiet_until, ready
from crosswire.alerts.words import Wording, as_told
from crosswire.compare import Scale
from crosswire.model import (
    Alert,
    Brief,
    Change,
    Decision,
    Delivery,
    Filing,
    Listing,
    Outcome,
    Pending,
    Picture,
    Selection,
    Told,
    Watch,
    stable_id,
)
from crosswire.pipeline.keeping import Store

AT_ONCE = 500  # changes looked at together
STORY = 500  # changes of one event since a watch was told


@dataclass(frozen=True, slots=True)
class Noticer:
    """A store, what makes the brief of an event and the questions of a kind of event, the pages' address for links.

    The two functions are called only where there is something to tell: they load the tables of reading.
    """

    store: Store
    brief: Callable[[str], Brief]
    questions: Callable[[str], Mapping[str, str]]
    base: str | None = None
    words: Wording = as_told
    scale: Scale = lambda _: None


def notice(noticer: Noticer, now: datetime, watching: WatchList | None = None) -> tuple[Alert, ...]:
    """Look at all that changed since the last look and at what is pending; the alerts that were filed."""
    store = noticer.store
    if not store.changes(store.alert_token(), 1) and not store.pending(now):
        return ()  # most looks end here: ten thousand watches are not read for nothing
    watching = watching or ready(store.watches())
    if not watching.watches:
        return ()
    filed: list[Alert] = []
    while True:
        token = store.alert_token()
        changes = store.changes(token, AT_ONCE)
        waiting = store.pending(now)
        if not changes and not waiting:
            return tuple(filed)
        filing = _look(noticer, watching, changes, (token, waiting, now))
        store.file_alerts(filing)
        filed += filing.alerts


def _look(
    noticer: Noticer,
    watching: WatchList,
    changes: Sequence[Change],
    since: tuple[int, Sequence[Pending], datetime],
) -> Filing:
    token, waiting, now = since
    last = max([token, *(c.token for c in changes)])
    moved = {c.other: c.event for c in changes if c.kind == "merged" and c.other}
    events = dict.fromkeys([*(c.event for c in changes), *(p.event for p in waiting)])
    found: list[Outcome] = []
    told: list[Told] = []
    pending: list[Pending] = []
    pictures = noticer.store.pictures(list(events))
    for picture in pictures.values():
        merged = [old for old, new in moved.items() if new == picture.event.id]
        for outcome, new_told, again in _of_event(noticer, watching, picture, (last, now, merged)):
            found.append(outcome)
            told += [new_told] if new_told is not None else []
            pending += [again] if again is not None else []
    alerts = tuple(o.alert for o in found if o.alert is not None)
    watches = {w.id: w for w in watching.watches}
    return Filing(
        token=last,
        alerts=alerts,
        deliveries=tuple(d for a in alerts for d in _deliveries(a, watches[a.watch], now)),
        told=tuple(told),
        pending=tuple(pending),
        looked=tuple(waiting),
        moved=tuple(sorted(moved.items())),
    )


def _of_event(
    noticer: Noticer, watching: WatchList, picture: Picture, at: tuple[int, datetime, Sequence[str]]
) -> Iterable[tuple[Outcome, Told | None, Pending | None]]:
    """What each watch makes of an event: the outcome, what it then was told, and when it is to look again."""
    last, now, merged = at
    told_of = _told_of(noticer.store, picture.event.id, merged)
    story = [c for c in noticer.store.changes_of(picture.event.id, STORY) if c.token <= last]
    known = {w.id: w for w in (*watching.concerned(picture), *_told_before(watching, told_of))}
    for watch in sorted(known.values(), key=lambda w: w.id):
        told = told_of.get(watch.id)
        news = [c for c in story if told is None or c.token > told.token]
        decision = decide(watch, told, picture, Look(news, now, noticer.words, noticer.scale))
        until = quiet_until(watch.quiet, now)
        if decision.tell and until is not None:
            yield _outcome(watch, picture, decision), None, Pending(watch.id, picture.event.id, until)
            continue
        near = ahead_from(watch, picture)
        again = Pending(watch.id, picture.event.id, near) if near is not None and near > now else None
        alert = _alert(noticer, watch, decision, picture, now) if decision.tell else None
        marked = decision.told and replace(decision.told, token=last, alert=alert.id if alert else decision.told.alert)
        yield _outcome(watch, picture, decision, alert), marked, again


def _told_of(store: Store, event: str, merged: Sequence[str]) -> dict[str, Told]:
    """What each watch was told of an event, or of one that has just become one with it: else it would be told anew."""
    moved = {t.watch: replace(t, event=event) for old in merged for t in store.told(old)}
    return moved | {t.watch: t for t in store.told(event)}


def _outcome(watch: Watch, picture: Picture, decision: Decision, alert: Alert | None = None) -> Outcome:
    return Outcome(watch, picture.event.id, picture.event.title, decision, alert)


def _told_before(watching: WatchList, told: Mapping[str, Told]) -> list[Watch]:
    """Watches that were told of the event, also where it has since moved out of their area or kind."""
    return [w for w in watching.watches if w.id in told]


def _alert(noticer: Noticer, watch: Watch, decision: Decision, picture: Picture, now: datetime) -> Alert:
    told = decision.told
    assert told is not None  # noqa: S101 - a decision to tell always has it
    brief, questions = noticer.brief(picture.event.id), noticer.questions(picture.event.frame)
    record = compose(Material(watch, decision, picture, brief, questions, noticer.base, noticer.words))
    aid = stable_id("alert", watch.id, picture.event.id, told.number)
    record |= {"id": aid, "number": told.number, "replaces": told.alert, "at": now.isoformat()}
    message = json.dumps(record, ensure_ascii=False, sort_keys=True)
    return Alert(aid, watch.id, picture.event.id, told.number, decision.news, now, message, told.alert)


def _deliveries(alert: Alert, watch: Watch, now: datetime) -> Iterable[Delivery]:
    for to in watch.to:
        yield Delivery(stable_id("delivery", alert.id, to.way, to.to, to.template), alert.id, to, now)


# --- without sending anything ---------------------------------------------------------------------------------------


def dry_run(store: Store, watches: Sequence[Watch]) -> Iterable[Outcome]:
    """What these watches would be told of what is stored now, each event once; nothing is written."""
    watching = ready(watches)
    ids = [listing.id for listing in _all(store)]
    for start in range(0, len(ids), AT_ONCE):
        for picture in store.pictures(ids[start : start + AT_ONCE]).values():
            for watch in watching.concerned(picture):
                yield _outcome(watch, picture, decide(watch, None, picture, Look()))


def _all(store: Store) -> Iterable[Listing]:
    after: str | None = None
    while True:
        found, after = store.listings(Selection(), (after, AT_ONCE))
        yield from found
        if after is None:
            return
