"""What every store must do, tried on each kind."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from crosswire.model import Arrival, Event, Feed, FeedState, Kept, Picture, Reading, Report, Selection, Time
from crosswire.pipeline.keeping import Store
from crosswire.store.database import Database
from crosswire.store.store import SqlStore
from crosswire.store.tables import metadata
from tests.builders import NOON, claim, count, mention, official, reading, report

LATER = NOON + timedelta(hours=1)


def kept(of: Reading, line: str | None = None, at: datetime = NOON) -> Kept:
    """A reading on its way into the store."""
    return Kept(of, Arrival(at, "a.txt", "text", 10, "d"), line or of.report.id)


def told(text: str = "Two people were killed.", outlet: str | None = "Paper") -> Reading:
    """A reading with one claim by an official and one mention."""
    of = report(outlet, text)
    return Reading(of, (claim(of, count(2), official("Police")),), (mention(of),), ())


def test_sqlstore_is_a_store(store: SqlStore) -> None:
    contract: Store = store
    assert contract.tally().reports == 0


def test_the_tables_are_those_that_the_migrations_made(url: str) -> None:
    SqlStore(url).close()
    database = Database(url)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": "crosswire_version"})
        found = [d for d in compare_metadata(context, metadata) if "report_words" not in str(d)]
    database.close()
    assert found == []


def test_a_reading_is_kept_once(store: SqlStore) -> None:
    one = told()
    assert store.keep([kept(one), kept(one)]) == 1
    assert store.keep([kept(one)]) == 0
    assert store.known([one.report.id, "report-no"]) == {one.report.id}
    assert store.readings([one.report.id, "report-no"]) == (one,)
    assert store.report(one.report.id) == one.report
    assert store.report("report-no") is None
    assert store.tally().reports == store.tally().claims == store.tally().waiting == 1


@pytest.mark.parametrize(
    "text",
    [
        "nul \0 in it",
        "lone \ud800 surrogate",
        "'; DROP TABLE reports; --",
        "\u202e<script>alert(1)</script>",
        "é" * 400_000,
    ],
)
def test_any_text_is_kept_letter_for_letter(store: SqlStore, text: str) -> None:
    of = Report("report-1", text, (), text[:3000], text[:3000], None, "unknown", "en", url=text[:3000])
    assert store.keep([kept(Reading(of, (), (), ()))]) == 1
    assert store.report("report-1") == of
    assert len(store.filed(None, (None, 9))[0]) == 1


@pytest.mark.parametrize("year", [1, 9999])
def test_any_date_is_kept(store: SqlStore, year: int) -> None:
    of = report(published=datetime(year, 12, 31, tzinfo=UTC))
    store.keep([kept(reading(of))])
    assert store.filed(None, (None, 9))[0][0].published == of.published


def test_versions_of_one_line_follow_their_publication(store: SqlStore) -> None:
    new = report(text="Three were killed.", published=LATER)
    old = report(text="Two were killed.")
    store.keep([kept(reading(new), "line")])
    store.keep([kept(reading(old), "line", LATER)])
    assert [(v.report, v.number, v.current) for v in store.versions(old.id)] == [(old.id, 1, False), (new.id, 2, True)]
    assert store.current_of(["line", "no"]) == {"line": new.id}
    assert [f.id for f in store.filed(None, (None, 9))[0]] == [new.id]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("missiles", True),
        ("missile", True),
        ("fired missiles", True),
        ('"fired missiles"', True),
        ('"missiles fired"', False),
        ("missile -sea", False),
        ("missile -lake", True),
        ("lake", False),
        ("", False),
        ("-missile", False),
        ('"', False),
        ("OR AND NOT (", False),
        ("SEA", True),
        ("café", False),
        ("pale NEAR/3 sea", False),
        ("lake OR sea", True),
        ("lake or sea", False),
        ("lake OR river", False),
        ("lake OR missile -sea", False),
        ("lake OR missile -river", True),
        ('"missiles fired" OR "pale sea"', True),
        ("OR sea OR", True),
        ("OR", False),
        ("-OR sea", True),
        ("-lake OR sea", True),
    ],
)
def test_reports_are_found_by_their_words(store: SqlStore, words: str, found: bool) -> None:
    store.keep([kept(reading(report(text="Northland fired missiles into the Pale Sea.")))])
    hits, more = store.search(words, (None, 5))
    assert bool(hits) is found
    assert more is None
    if found:
        assert "".join(p.text for p in hits[0].parts) == "Northland fired missiles into the Pale Sea."
        assert any(p.marked for p in hits[0].parts)


def test_pages_follow_one_another(store: SqlStore) -> None:
    store.keep([kept(reading(report(text=f"Storm number {i}."))) for i in range(7)])
    for ask in (_filed, _found):
        seen, after = ask(store, None)
        while after is not None:
            more, after = ask(store, after)
            seen += more
        assert len(seen) == len(set(seen)) == 7


def _filed(store: SqlStore, after: str | None) -> tuple[list[str], str | None]:
    filed, more = store.filed(None, (after, 3))
    return [f.id for f in filed], more


def _found(store: SqlStore, after: str | None) -> tuple[list[str], str | None]:
    hits, more = store.search("storm", (after, 3))
    return [h.report.id for h in hits], more


def test_voices_are_counted(store: SqlStore) -> None:
    store.keep([kept(told()), kept(told("Two people died, police said."))])
    found, _ = store.voices(None, (None, 9))
    assert {(v.name, v.kind, v.claims) for v in found} == {("Police", "official", 2), ("Paper", "outlet", 2)}
    assert [v.name for v in store.voices("official", (None, 9))[0]] == ["Police"]
    assert len(store.said_by("Police", (None, 9))[0]) == len(store.said_by("Paper", (None, 9))[0]) == 2
    assert store.voice("Nobody") is None


def test_feeds_and_what_was_seen_are_kept(store: SqlStore) -> None:
    state = FeedState("https://a.example/feed", NOON, LATER, '"etag"', None, 2, "timed out", 7)
    store.save_feed_state(FeedState(Feed("https://a.example/feed").url, NOON))
    store.save_feed_state(state)
    assert store.feed_states() == [state]
    store.mark_seen(["a", "b", "a"])
    store.mark_seen(["b"])
    assert store.unseen(["a", "c"]) == {"c"}


def test_a_turn_that_fails_leaves_nothing(store: SqlStore) -> None:
    one = told()
    store.keep([kept(one)])
    with pytest.raises(ZeroDivisionError), store.turn() as turn:
        turn.settle([one.report.id])
        raise ZeroDivisionError
    assert store.tally().waiting == 1


def test_events_take_one_anothers_ids(store: SqlStore) -> None:
    with store.turn() as turn:
        turn.links.save_slots(
            [(n, "r", i, n, 0, e) for i, (n, e) in enumerate([("a", "one"), ("b", "two"), ("c", "three")])]
        )
        turn.links.rename({"one": "two", "two": "one", "three": "four"})
        turn.links.save_fates({"three": ("four", None)})
        assert turn.links.all_held() == {"two": ["a"], "one": ["b"], "four": ["c"]}
    assert (store.became("three"), store.became("four")) == ("four", None)


def test_neighbours_stand_in_their_order(store: SqlStore) -> None:
    places = [(1.0, "a"), (2.0, "b"), (2.0, "c"), (3.5, "d")]
    with store.turn() as turn:
        for place in places:
            turn.links.place(place, ["key", "other"])
        turn.links.displace((1.0, "a"), ["other"])
        found = turn.links.neighbours((2.0, "c"), [("key", 2), ("other", 9), ("none", 1)])
    assert found == [(places[:2][::-1], places[2:]), ([places[1]], places[2:]), ([], [])]


def expected(number: int, ahead: bool = True) -> Picture:
    """The picture of an event that goes on for two days from that day on."""
    start = NOON + timedelta(days=number)
    when = Time("then", start, start + timedelta(days=2), "day")
    event = Event(f"event-{number}-{ahead}", "meeting", "ahead" if ahead else "main", "A meeting", when, None, (), ())
    return Picture(event, (), (), (), ahead=ahead)


def test_what_is_coming_is_listed_the_soonest_over_first(store: SqlStore) -> None:
    pictures = [expected(n) for n in (9, 3, 7, 5, 1)] + [expected(4, ahead=False)]
    with store.turn() as turn:
        turn.put(pictures, {}, NOON)
    coming = Selection(since=NOON + timedelta(days=4), until=NOON + timedelta(days=9), ahead=True, order="soon")
    first, more = store.listings(coming, (None, 2))
    rest, none = store.listings(coming, (more, 2))
    assert [e.id for e in (*first, *rest)] == ["event-3-True", "event-5-True", "event-7-True"]
    assert none is None


def test_questions_within_one_stand_still(store: SqlStore, url: str) -> None:
    store.keep([kept(told("One was killed."))])
    other = SqlStore(url)
    with store.still():
        assert store.tally().reports == 1
        other.keep([kept(told("Two were killed."))])
        seen = store.tally().reports
    assert seen == (1 if Database(url).is_lite else 2)  # PostgreSQL shows each question what is committed by then
    assert store.tally().reports == 2
    other.close()
