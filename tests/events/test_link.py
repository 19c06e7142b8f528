"""Same event or not: pairs with what must come out, and the part each event plays."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from crosswire.events.facets import facets
from crosswire.events.features.telling import numbers
from crosswire.events.nodes import NEWS, Node
from crosswire.events.pairs import Pair
from crosswire.events.score import Table
from crosswire.events.stream import nodes_of
from crosswire.events.tell import link, make_events
from crosswire.events.words import load_words
from crosswire.model import Frame, Place, Reading, Span, Text, Time, Value, news_id
from tests.builders import NOON, count, day, mention, reading, report, who

ATTACK = Frame("attack", "{who} attacks", (), (), same_if={"who": "equal", "where": "near"}, family="violence")
LAUNCH = Frame("weapons_test", "{who} fires", (), (), same_if={"who": "equal", "from": "near"})
SHIP = Frame("ship_attack", "{vessel} attacked", (), (), same_if={"where": "near"}, family="violence")
BLAST = Frame("explosion", "Explosion", (), (), family="violence")
QUAKE = Frame("earthquake", "Quake", (), (), same_if={"where": "near"})
FRAMES = {f.name: f for f in (ATTACK, BLAST, QUAKE, LAUNCH, SHIP)}
TUESDAY, WEDNESDAY = day("2026-03-03"), day("2026-03-04")


def scale(unit: str) -> tuple[str, float] | None:
    return None


def at(name: str, lat: float, lon: float, country: str = "UA") -> tuple[str, Value]:
    return ("where", Place(name, name, country, lat, lon, "in", "city", 15.0))


KYIV, ODESA = at("Kyiv", 50.45, 30.52), at("Odesa", 46.48, 30.73)
RUSSIA, ISRAEL = who("Russia", "RU"), who("Israel", "IL")


def node_of(outlet: str, when: Time | None, *values: tuple[str, Value], frame: str = "attack") -> Reading:
    of = report(outlet, f"{outlet} tells it")
    return reading(of, mention(of, frame, when, values))


def launch(outlet: str, town: tuple[str, Value], number: int) -> Reading:
    """A launch by one country on Tuesday."""
    return node_of(
        outlet, TUESDAY, ("from", town[1]), who("North Korea", "KP"), ("how_many", count(number)), frame=LAUNCH.name
    )


def ship(outlet: str, when: Time | None, vessel: str) -> Reading:
    """An attack on a ship, told without its place."""
    return node_of(outlet, when, ("vessel", Text(vessel, "tanker")), frame=SHIP.name)


TABLE = Table(FRAMES, scale, load_words())


def clusters(*readings: Reading) -> list[list[Node]]:
    """The mentions of each event that has any."""
    told = [[n for n in linked.nodes if n.frame != NEWS] for linked in link(readings, TABLE).all()]
    return [nodes for nodes in told if nodes]


SAME = {
    "one day, one place, one actor": (node_of("A", TUESDAY, KYIV, RUSSIA), node_of("B", TUESDAY, KYIV, RUSSIA)),
    "one is silent on who": (node_of("A", TUESDAY, KYIV, RUSSIA), node_of("B", TUESDAY, KYIV)),
    "an undated topic of the same days": (node_of("A", None, KYIV, RUSSIA), node_of("B", TUESDAY, KYIV, RUSSIA)),
    "told as an attack and as an explosion": (
        node_of("A", TUESDAY, KYIV, ("killed", count(9))),
        node_of("B", TUESDAY, KYIV, ("killed", count(9)), frame="explosion"),
    ),
}
WONSAN, SUNAN = at("Wonsan", 39.15, 127.44, "KP"), at("Sunan", 39.2, 125.67, "KP")
SAME |= {
    "one launch, from one town": (launch("A", WONSAN, 2), launch("B", WONSAN, 2)),
    "one ship by its name": (
        ship("A", TUESDAY, "the oil tanker Mercer Street"),
        ship("B", TUESDAY, "Mercer Street petroleum tanker"),
    ),
}
APART = {
    "two launches of one country on one day": (launch("A", WONSAN, 2), launch("B", SUNAN, 2)),
    "two ships of one day": (ship("A", TUESDAY, "the tanker Cape Lark"), ship("B", TUESDAY, "the tanker Astra Dawn")),
    "the same place and kind a week later": (
        node_of("A", day("2026-02-24"), KYIV, RUSSIA),
        node_of("B", TUESDAY, KYIV, RUSSIA),
    ),
    "another actor": (node_of("A", TUESDAY, KYIV, RUSSIA), node_of("B", TUESDAY, KYIV, ISRAEL)),
    "another town": (node_of("A", TUESDAY, KYIV, RUSSIA), node_of("B", TUESDAY, ODESA, RUSSIA)),
    "another kind of event": (node_of("A", TUESDAY, KYIV), node_of("B", TUESDAY, KYIV, frame="earthquake")),
    "nothing in common but the day": (node_of("A", TUESDAY), node_of("B", TUESDAY)),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_one_event(pair: tuple[Reading, Reading]) -> None:
    assert len(clusters(*pair)) == 1
    events = make_events(pair, TABLE)
    assert events[0].why


@pytest.mark.parametrize("pair", APART.values(), ids=APART)
def test_two_events(pair: tuple[Reading, Reading]) -> None:
    assert len(clusters(*pair)) == 2


def test_a_people_is_no_ships_name_and_a_name_is() -> None:
    (node,) = (n for n in nodes_of(ship("A", TUESDAY, "the Iranian tanker Mercer Street"), TABLE) if n.frame != NEWS)
    assert facets(node).called == {"vessel": frozenset({"Mercer", "Street"})}


def test_a_reprint_that_tells_the_same_sentence_is_of_the_same_event() -> None:
    """No place, no actor, another day's paper: the sentence itself is what they have in common."""
    words = "Police said that seven people had been taken to the hospital after a blast at the old mill"
    made = []
    for outlet in ("A", "B"):
        of = report(outlet, f"{words}.", NOON)
        whole = mention(of, "explosion", None, (), prominence=0.6)
        made.append(reading(of, replace(whole, sentence=Span(0, len(words), words))))
    assert len(clusters(*made)) == 1


def test_general_talk_joins_nothing() -> None:
    a, b = report("A", "a"), report("B", "b")
    general = mention(a, "attack", day("2026-03-01", 30), (RUSSIA, KYIV), modality="general")
    assert len(clusters(reading(a, general), reading(b, mention(b, "attack", TUESDAY, (RUSSIA, KYIV))))) == 2


def test_one_report_tells_two_attacks_apart_and_its_references_fold_in() -> None:
    of = report("A", "Two attacks and a word on the first")
    first = mention(of, "attack", TUESDAY, (RUSSIA, KYIV))
    second = mention(of, "attack", day("2026-02-03"), (RUSSIA, KYIV), prominence=0.5)
    again = replace(mention(of, "attack", None, (("killed", count(9)),), prominence=0.4), refers=first.id)
    found = clusters(reading(of, first, second, again))
    assert sorted(len(nodes[0].mentions) for nodes in found) == [1, 2]


def test_a_cluster_takes_no_node_that_a_member_excludes() -> None:
    """An undated report agrees with Tuesday and with Thursday's: it joins one of them and never bridges both."""
    thursday = day("2026-03-05")
    found = clusters(
        node_of("A", TUESDAY, KYIV, RUSSIA), node_of("B", thursday, KYIV, RUSSIA), node_of("C", None, KYIV, RUSSIA)
    )
    for nodes in found:
        days = {n.when.start for n in nodes if n.when}
        assert len(days) <= 1


def test_roles_follow_time_and_modality() -> None:
    of = report("A", "News of the attack")
    main = mention(of, "attack", TUESDAY, (RUSSIA, KYIV), prominence=1.0)
    past = mention(of, "attack", day("2026-01-03"), (RUSSIA, KYIV), prominence=0.5)
    coming = mention(of, "earthquake", None, (), modality="expected", prominence=0.4)
    events = make_events([reading(of, main, past, coming)], TABLE)
    roles = {(e.frame, e.role) for e in events}
    assert roles == {("attack", "main"), ("attack", "background"), ("earthquake", "ahead")}
    assert events[0].title == "News of the attack"  # "Russia attacks" tells of no one attack


def test_what_was_announced_for_a_day_is_what_that_day_brought() -> None:
    """An expected congress becomes the congress; the one of next week is not the one that was."""
    early = report("A", "They will meet", NOON - timedelta(days=5))
    late = report("B", "They met", NOON)
    announced = mention(early, "attack", TUESDAY, (KYIV, RUSSIA), modality="expected")
    assert (
        len(clusters(reading(early, announced), reading(late, mention(late, "attack", TUESDAY, (KYIV, RUSSIA))))) == 1
    )
    coming = mention(early, "attack", day("2026-03-10"), (KYIV, RUSSIA), modality="expected")
    assert len(clusters(reading(early, coming), reading(late, mention(late, "attack", TUESDAY, (KYIV, RUSSIA))))) == 2


@pytest.mark.parametrize(("hour", "modality"), [(23, "happened"), (1, "expected")])
def test_the_morning_of_the_4th_in_seoul_is_told_on_the_evening_of_the_3rd(hour: int, modality: str) -> None:
    """In the past tense a day that begins within fourteen hours has begun somewhere; a day further off is to come."""
    of = report("A", "On Tuesday, October 4, the North launched a missile.", NOON.replace(hour=hour))
    told = mention(of, "attack", day((NOON + timedelta(days=1)).date().isoformat()))
    (node,) = (n for n in nodes_of(reading(of, told), TABLE) if n.frame != NEWS)
    assert node.modality == modality


@pytest.mark.parametrize(
    ("aboard", "against"),
    [
        ((456, 458), False),  # the first counts of one ship
        ((456, 520), True),
        ((6, 7), True),  # of so few each counts
    ],
)
def test_counts_that_are_nearly_the_same_are_nothing_against(aboard: tuple[int, int], against: bool) -> None:
    a, b = (node_of(name, TUESDAY, KYIV, ("killed", count(n))) for name, n in zip("AB", aboard, strict=True))
    one, two = (next(n for n in nodes_of(told, TABLE) if n.frame != NEWS) for told in (a, b))
    seen = numbers(Pair(one, two, facets(one), facets(two), ATTACK, scale))
    assert (seen is not None and seen.points < 0) is against


DROWNED = Frame("drowning", "Drowning", (), ())
SAILED = Frame("sinking", "Sinking", (), ())


@pytest.mark.parametrize(
    ("kinds", "main"),
    [
        (("sinking", "sinking", "drowning", None, None, None), "sinking"),  # in pieces: the kind that most lead with
        (("sinking", "drowning", None, None, None, None), NEWS),  # one report each: no kind stands for the story
        ((None, None, None, None, None, None), NEWS),
    ],
)
def test_a_story_told_under_several_kinds_is_the_event_that_most_lead_with(
    kinds: tuple[str | None, ...], main: str
) -> None:
    table = Table({f.name: f for f in (DROWNED, SAILED)}, scale, load_words())
    text = "Sixty-five migrants drowned as an overcrowded boat from Zuwara sank off Zarzis, survivors said."
    told = []
    for name, kind in zip("ABCDEF", kinds, strict=True):
        of = report(name, f"Boat sinks off Zarzis\n\n{text}")
        told.append(reading(of, *([mention(of, kind, TUESDAY, ())] if kind else [])))
    first = make_events(told, table)[0]
    assert (first.role, first.frame) == ("main", main)


@pytest.mark.parametrize(
    ("weight", "prominence", "when", "dated", "main"),
    [
        (0.6, 0.54, TUESDAY, True, "resignation"),  # the lead tells of this week: no mention of its kind weighs more
        (0.6, 0.54, day("2026-02-01"), True, NEWS),  # what it looks back on
        (0.6, 0.54, None, True, "resignation"),  # undated, and the headlines are about it
        (0.6, 0.3, TUESDAY, True, NEWS),  # below the lead
        (1.0, 0.54, TUESDAY, True, NEWS),  # of this kind the lead weighs more
        (0.6, 0.54, TUESDAY, False, "resignation"),  # nobody knows the reports' days
    ],
)
def test_a_kind_that_weighs_little_is_the_story_where_reports_lead_with_it_as_fresh(
    weight: float, prominence: float, when: Time | None, dated: bool, main: str
) -> None:
    left = Frame("resignation", "Resignation", (), (), weight=weight)
    table = Table({left.name: left}, scale, load_words())
    text = "The harbour master of Brockenhurst left his post over the leaking lock gates, his deputy told reporters."
    told = []
    for name in "ABCD":
        of = report(name, f"Harbour master leaves\n\n{text}", NOON if dated else None)
        told.append(reading(of, mention(of, left.name, when, (), prominence=prominence)))
    first = make_events(told, table)[0]
    assert (first.role, first.frame) == ("main", main)


def test_a_story_weighs_no_less_for_the_event_that_it_tells() -> None:
    """What the reports look back on weighs more by its kind, and yet is not what they are about."""
    left = Frame("resignation", "Resignation", (), (), weight=0.6)
    table = Table({**FRAMES, left.name: left}, scale, load_words())
    text = "The harbour master of Brockenhurst left his post over the blast that wrecked the lock gates last month."
    told = []
    for name in "ABCD":
        of = report(name, f"Harbour master leaves\n\n{text}", NOON)
        back = mention(of, BLAST.name, day("2026-02-01"), (), prominence=0.6)
        told.append(reading(of, mention(of, left.name, TUESDAY, (), prominence=0.54), back))
    assert make_events(told, table)[0].frame == left.name


VOTE = (
    "Senators confirmed Rosalind Harcastle as chief justice after a filibuster collapsed. The caucus cheered her from "
    "the gallery. Harcastle vowed impartial jurisprudence. Pollsters expect turnout to surge. {}"
)
FLOOD = (
    "Rescuers winched villagers off rooftops as the dam at Brockenhurst overflowed. Sandbags ran out by dusk. "
    "Meteorologists foresee torrential downpours. Farmers mourned drowned livestock. {}"
)


@pytest.mark.parametrize(("texts", "events"), [((VOTE, FLOOD), 2), ((VOTE, VOTE), 1)])
def test_two_stories_that_share_a_mention_are_two_events(texts: tuple[str, str], events: int) -> None:
    """Each of two reports; all tell of one attack in passing words, and of what else they are about."""
    readings = []
    for i, outlet in enumerate(("North", "South", "East", "West")):
        of = report(outlet, texts[i // 2].format(f"{outlet} had it that Russia struck Kyiv."))
        readings.append(reading(of, mention(of, "attack", TUESDAY, (RUSSIA, KYIV))))
    linker = link(readings, TABLE)
    assert len({linker.index.event(news_id(r.report.id)) for r in readings}) == events


@pytest.mark.parametrize(("leading", "events"), [(0, 2), (1, 2), (2, 1), (4, 1)])
def test_a_story_is_the_event_that_more_than_a_third_of_its_reports_lead_with(leading: int, events: int) -> None:
    """All four tell in passing of one attack: that makes their story no attack."""
    readings = []
    for i, outlet in enumerate(("North", "South", "East", "West")):
        of = report(outlet, VOTE.format(f"{outlet} had it that Russia struck Kyiv."))
        told = mention(of, "attack", TUESDAY, (RUSSIA, KYIV), prominence=0.9 if i < leading else 0.5)
        readings.append(reading(of, told))
    assert len(link(readings, TABLE).all()) == events


@pytest.mark.parametrize(("late", "main"), [(1, "attack"), (3, "explosion")])
def test_a_copy_printed_weeks_later_makes_no_event_old(late: int, main: str) -> None:
    """An event is one that its reports look back on only where most of them do."""
    told = [node_of(f"Paper {i}", TUESDAY, RUSSIA, KYIV) for i in range(3)]
    weeks = NOON + timedelta(days=40)
    told = [replace(r, report=replace(r.report, published=weeks)) if i < late else r for i, r in enumerate(told)]
    of = report("Other", "Other tells it")
    other = reading(replace(of, published=weeks), mention(of, "explosion", None, (ODESA,)))
    assert make_events([*told, other], TABLE)[0].frame == main
