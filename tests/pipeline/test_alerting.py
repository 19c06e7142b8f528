"""From reports to messages: replayed in the order of publication, killed at every step, against dead receivers."""

from __future__ import annotations

import io
import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crosswire import app
from crosswire.model import Alert, Destination, Reading, Watch
from crosswire.pipeline.deliver import after_failure
from tests.notify.test_ways import Mailbox, mail_server, receiver

ROOT = Path(__file__).resolve().parents[2]
LATER = timedelta(days=9000)  # the examples' dates, seen from whenever the tests run
ANY = {"least_standing": "reported", "least_origins": 0, "recent": LATER}


def watch(name: str, *to: Destination, **told: object) -> Watch:
    return Watch(f"watch-{name}", name, to=to or (Destination("log"),), **{**ANY, **told})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def examples() -> dict[str, list[Reading]]:
    """The readings of each example, in the order of publication."""
    found = {}
    for name in ("launch", "earthquake", "ship_attack", "tariff"):
        read = app.read([str(ROOT / "examples" / name)], app.Given(), io.BytesIO(), None)
        readings = [one for one in read if isinstance(one, Reading)]
        found[name] = sorted(readings, key=lambda r: r.report.published or datetime.max.replace(tzinfo=UTC))
    return found


@pytest.fixture
def known(tmp_path: Path) -> Iterator[app.Knowledge]:
    with app.opened(str(tmp_path / "store.db")) as opened:
        yield opened


SEED = 27  # an order in which two events of the example become one
FRAMES = {"launch": "weapons_test", "earthquake": "earthquake", "ship_attack": "ship_attack", "tariff": "tariff"}


@pytest.mark.parametrize("name", FRAMES)
def test_an_event_replayed_gives_one_alert_and_then_updates(
    name: str, examples: dict[str, list[Reading]], known: app.Knowledge
) -> None:
    app.set_watches(known, [watch("it", frames=frozenset({FRAMES[name]}))])
    numbers: dict[str, list[int]] = {}
    for reading in examples[name]:
        known.ingest_readings([reading])
        for alert in app.notice(known, now=reading.report.published):
            numbers.setdefault(alert.event, []).append(alert.number)
            record = json.loads(alert.message)
            assert record["quotes"], "no message without its sources"
            assert (record["news"][0]["kind"] == "new") is (alert.number == 1)
            for quote in record["quotes"]:
                text = known.report(quote["report"]).reading.report.text
                assert text[quote["start"] : quote["end"]] == quote["exact"]
        assert app.notice(known, now=reading.report.published) == (), "nothing is told twice"
    assert numbers, "the event was told"
    assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())
    longest = max(numbers.values(), key=len)
    assert 1 <= len(longest) <= len(examples[name]) + 1, "at most one message a report about the event itself"


def paragraphs(of: list[Reading], folder: Path) -> list[Reading]:
    """Each longer paragraph below the title as a report of its own."""
    for n, (told, part) in enumerate(
        (r.report, p) for r in of for p in r.report.text.split("\n\n")[1:] if len(p) >= 120
    ):
        assert told.published is not None
        record = {"text": part, "outlet": f"{told.outlet} {n}", "published": told.published.isoformat()}
        (folder / f"{n:02}.json").write_text(json.dumps(record))
    return [one for one in app.read([str(folder)], app.Given(), io.BytesIO(), None) if isinstance(one, Reading)]


def test_an_event_that_becomes_one_with_another_is_not_told_anew(
    examples: dict[str, list[Reading]], known: app.Knowledge, tmp_path: Path
) -> None:
    """The example's quake, told paragraph by paragraph in an order in which it gets another id: a paragraph that comes
    later makes it one with an event that another mention had begun."""
    folder = tmp_path / "parts"
    folder.mkdir()
    parts = paragraphs(examples["earthquake"], folder)
    random.Random(SEED).shuffle(parts)  # noqa: S311 - an order, no secret
    app.set_watches(known, [Watch("w", "sure", frames=frozenset({"earthquake"}), recent=LATER)])
    told: list[Alert] = []
    for reading in parts:
        known.ingest_readings([reading])
        told += app.notice(known, now=reading.report.published)
    assert [a.number for a in told] == list(range(1, len(told) + 1))
    assert len({a.event for a in told}) > 1, "else this tests nothing"
    assert [a.replaces for a in told] == [None, *(a.id for a in told[:-1])]


def test_what_one_origin_tells_more_closely_stands_beside_what_two_confirm(
    examples: dict[str, list[Reading]], known: app.Knowledge
) -> None:
    app.set_watches(known, [watch("it", frames=frozenset({"ship_attack"}))])
    known.ingest_readings(examples["ship_attack"])
    told = max(app.notice(known), key=lambda alert: len(json.loads(alert.message)["reports"]))
    when = next(f for f in json.loads(told.message)["facts"] if f["attribute"] == "when")
    assert "05:40" in when["answer"] or any("05:40" in also["answer"] for also in when["also"])
    assert all(also["answer"] != when["answer"] for also in when["also"])
    assert "05:40" in app.text_of(told)


def test_never_on_one_unverified_item_unless_asked(examples: dict[str, list[Reading]], known: app.Knowledge) -> None:
    app.set_watches(known, [Watch("w1", "sure", recent=LATER), Watch("w2", "any", **ANY)])  # type: ignore[arg-type]
    known.ingest_readings(examples["launch"][:1])
    assert {a.watch for a in app.notice(known)} == {"w2"}
    known.ingest_readings(examples["launch"][1:])
    assert "w1" in {a.watch for a in app.notice(known)}


def test_quiet_hours_wait_and_then_tell_once(examples: dict[str, list[Reading]], known: app.Knowledge) -> None:
    from crosswire.model import Quiet  # noqa: PLC0415 - only here

    app.set_watches(known, [watch("night", frames=frozenset({"weapons_test"}), quiet=Quiet(22 * 60, 6 * 60, "UTC"))])
    night = datetime(2026, 5, 21, 23, 0, tzinfo=UTC)
    for reading in examples["launch"]:
        known.ingest_readings([reading])
        assert app.notice(known, now=night) == ()
    assert app.notice(known, now=night + timedelta(hours=6)) == ()
    morning = app.notice(known, now=night + timedelta(hours=7, minutes=1))
    assert len([a for a in morning if "launch" in a.message.lower() or "fires" in a.message.lower()]) >= 1
    assert len({a.event for a in morning}) == len(morning), "one message an event, however often it changed"


def test_a_dry_run_writes_nothing(examples: dict[str, list[Reading]], known: app.Knowledge) -> None:
    known.ingest_readings(examples["launch"])
    outcomes = list(app.dry_run(known, [watch("it")]))
    assert any(o.decision.tell for o in outcomes)
    assert all(o.decision.reasons for o in outcomes)
    assert app.alerts(known) == []
    assert app.list_watches(known) == []


# --- delivery -------------------------------------------------------------------------------------------------------


def test_killed_between_any_two_steps(examples: dict[str, list[Reading]], tmp_path: Path) -> None:
    """Every alert arrives by every way; a receiver that looks at keys sees each once."""
    place = tmp_path / "store.db"
    box = Mailbox()
    with receiver() as hook, mail_server(box) as server:
        to = (Destination("webhook", hook.url), Destination("mail", "duty@line.example"), Destination("log"))
        with app.opened(str(place)) as known:
            told = {"frames": frozenset({"weapons_test"}), "words": frozenset({"intermediate-range"})}
            app.set_watches(known, [watch("it", *to, **told)])
            known.ingest_readings(examples["launch"][:3])
        killed, step = 0, 0
        while True:
            step += 1
            command = [sys.executable, "-m", "tests.pipeline.alerts_killed", str(place), str(step), str(server.port)]
            command.append(str(tmp_path / "log.txt"))
            done = subprocess.run(command, cwd=ROOT, check=False, timeout=120, capture_output=True)  # noqa: S603 - ours
            if done.returncode == 0:
                break
            assert done.returncode == -signal.SIGKILL, done.stderr.decode()
            killed += 1
        assert killed >= 8, "before and after noticing, and before, after and behind sendings of each way"
        with app.opened(str(place)) as known:
            found = app.alerts(known)
            assert {d.state for _, deliveries in found for d in deliveries} == {"sent"}
            keys = {d.key for _, ds in found for d in ds if d.destination.way == "webhook"}
            mailed = {f"<{d.key}@localhost>" for _, ds in found for d in ds if d.destination.way == "mail"}
            logged = {d.key for _, ds in found for d in ds if d.destination.way == "log"}
    lines = (tmp_path / "log.txt").read_text("utf-8")
    assert logged
    assert all(key in lines for key in logged)
    assert hook.seen == keys
    assert {mail["Message-ID"] for mail in box.mails} == mailed
    assert len(hook.got) + len(box.mails) > len(keys) + len(mailed), "what was killed after sending came twice"


def test_a_dead_receiver_delays_no_other(examples: dict[str, list[Reading]], known: app.Knowledge) -> None:
    with receiver() as hook:
        dead = Destination("webhook", "http://127.0.0.1:9/dead")
        alive = Destination("webhook", hook.url)
        app.set_watches(known, [watch("it", dead, alive, Destination("log"), frames=frozenset({"weapons_test"}))])
        known.ingest_readings(examples["launch"])
        lines: list[str] = []
        settings = app.AlertSettings(allow_private=True)
        started = time.perf_counter()
        app.run_alerts(known, app.AlertsRun(settings, lines.append, once=True))
        assert time.perf_counter() - started < 10.0
        assert hook.got
        assert lines
        deliveries = [d for _, ds in app.alerts(known) for d in ds]
        assert {d.state for d in deliveries if d.destination == alive} == {"sent"}
        waiting = [d for d in deliveries if d.destination == dead]
        assert {d.state for d in waiting} == {"waiting"}
        assert any("cannot be reached" in (d.trouble or "") for d in waiting)


def test_a_receiver_that_fails_for_days_is_given_up_and_shown() -> None:
    from tests.contracts.test_alerting import ALERT, DELIVERY  # noqa: PLC0415 - only here

    class PassingTroubleError(Exception):
        passing, wait = True, None

    now, delivery = ALERT.at, DELIVERY
    attempts = 0
    while delivery.state == "waiting":
        delivery = after_failure(delivery, ALERT, PassingTroubleError("answers 500"), now)
        attempts += 1
        assert delivery.due > now or delivery.state == "failed"
        now = max(delivery.due, now + timedelta(seconds=1))
    assert delivery.state == "failed"
    assert ALERT.at + timedelta(days=1) < now < ALERT.at + timedelta(days=3), "a day of 500s is survived, a week is not"
    assert 20 < attempts < 60
    assert delivery.trouble == "answers 500"
    final = replace(DELIVERY)
    error = PassingTroubleError("answers 410")
    error.passing = False
    assert after_failure(final, ALERT, error, ALERT.at).state == "failed"


def test_from_arrival_to_a_webhook_in_three_seconds(examples: dict[str, list[Reading]], known: app.Knowledge) -> None:
    with receiver() as hook:
        app.set_watches(known, [watch("it", Destination("webhook", hook.url))])
        known.ingest_readings(examples["earthquake"][:1])
        run = app.AlertsRun(app.AlertSettings(allow_private=True), print, once=True)
        app.run_alerts(known, run)  # loads the tables, as a running program has
        before = len(hook.got)
        started = time.perf_counter()
        known.ingest_readings(examples["launch"][:1])
        app.run_alerts(known, run)
        assert len(hook.got) > before
        assert time.perf_counter() - started < 3.0


def test_documents_of_a_watch(examples: dict[str, list[Reading]], known: app.Knowledge) -> None:
    app.set_watches(known, [watch("it", frames=frozenset({"weapons_test"}))])
    with pytest.raises(app.UnknownIdError, match="nothing was told"):
        app.documents(known, "it", "cap", "http://a.example/")
    known.ingest_readings(examples["launch"])
    app.notice(known)
    assert "<entry>" in app.documents(known, "it", "atom", "http://a.example/")
    assert json.loads(app.documents(known, "it", "json", "http://a.example/"))["items"]
    assert "urn:oasis:names:tc:emergency:cap:1.2" in app.documents(known, "it", "cap", "http://a.example/")
    with pytest.raises(app.UnknownIdError):
        app.documents(known, "no", "atom", "http://a.example/")
