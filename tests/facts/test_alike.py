"""Who tells something of an event that another origin tells too, and who only speaks of something of its kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.facts.align import Backed
from crosswire.facts.alike import WHY, confirming
from crosswire.facts.origins.origin import Trace
from crosswire.model import Mention, Party, Place, Text, Value
from tests.builders import claim, count, day, mention, report

Told = dict[str, Value]
PORT: Told = {"target": Text("the port of Halden", "")}


def party(name: str) -> Party:
    return Party(name, name, None)


def land(name: str) -> Party:
    return Party(name, name, name[:2].upper(), "country")


def place(name: str, kind: str) -> Place:
    return Place(f"in {name}", name, "NL", 60.0, 20.0, "in", kind, 30.0 if kind != "city" else None)


def carried(*told: Told, first: Told | None = None, names: tuple[str, ...] = ()) -> list[bool]:
    """Of origins that each tell something in a report of their own, who only carries it; `first`: what the report of
    the last one tells in its first words; `names`: who they are."""
    backed: list[Backed] = []
    mentions: list[Mention] = []
    for i, values in enumerate(told):
        of = report(f"Paper {i}", f"text {i}, and something more of it")
        made = replace(mention(of, "attack"), id=f"m{i}", values=tuple(values.items()))
        name = names[i] if names else f"Body {i}"
        found = Trace(f"named:{name}", name, "official", "attributed to it", "own")
        backed.append(Backed(replace(claim(of, Text("attack", "")), mention=made.id), (found,), None))
        mentions.append(made)
        if first is not None and i == len(told) - 1:
            lead = replace(made, id="lead", values=tuple(first.items()), prominence=made.prominence + 1)
            mentions.append(lead)
    found_ = confirming(backed, mentions, lambda unit: None)
    assert all(not t.secondhand or t.secondhand == WHY for b in found_ for t in b.traces)
    return [b.traces[0].carries for b in found_]


ALIKE: dict[str, tuple[Told, Told]] = {
    "one day": ({"when": day("2026-11-18")}, {"when": day("2026-11-18")}),
    "one number": ({"killed": count(12)}, {"killed": count(12)}),
    "one name, as a target and as what burnt": (PORT, {"what": Text("Halden docks", "")}),
    "a name, and what he may be": ({"who": party("Luis Gil")}, {"who": party("gunman")}),
    "one town": ({"where": place("Halden", "city")}, {"where": place("Halden", "city")}),
    "a town, and its province": ({"where": place("Halden", "city")}, {"where": place("Norvik", "region")}),
    "one country, and one object": (
        {"who": land("Northland"), "what": Text("ferry", "ferry")},
        {"who": land("Northland"), "what": Text("old ferry", "ferry")},
    ),
    "one country, of which and in which": (
        {"who": land("Northland"), "where": place("Southland", "country")},
        {"who": land("Northland"), "where": place("Southland", "country")},
    ),
}


@pytest.mark.parametrize("pair", ALIKE.values(), ids=ALIKE)
def test_who_tells_something_alike_confirms(pair: tuple[Told, Told]) -> None:
    assert carried(*pair) == carried(*reversed(pair)) == [False, False]


APART: dict[str, tuple[Told, Told]] = {
    "two victims": ({"whom": party("Luis Gil")}, {"whom": party("Ana Paz")}),
    "two days": ({"when": day("2026-11-18")}, {"when": day("2026-11-02")}),
    "a place, and a number": (PORT, {"killed": count(12)}),
    "pronouns": ({"who": party("they")}, {"who": party("they")}),
    "a country alone": ({"who": land("Northland")}, {"who": land("Northland")}),
    "a country, and one of its people": (
        {"who": land("Northland")},
        {"who": Party("Ana Paz", "Ana Paz", "NO", "person")},
    ),
    "a country, and who may be anybody": ({"who": land("Northland")}, {"who": party("importers")}),
    "a scene in one country": ({"where": place("Northland", "country")}, {"where": place("Northland", "country")}),
    "one continent": ({"where": place("Africa", "continent")}, {"where": place("Halden", "city")}),
    "what many are": ({"who": party("protesters")}, {"who": party("protesters")}),
}


@pytest.mark.parametrize("pair", APART.values(), ids=APART)
def test_of_two_who_tell_nothing_alike_one_counts(pair: tuple[Told, Told]) -> None:
    assert sorted(carried(*pair)) == [False, True]


def test_the_most_that_hang_together_count() -> None:
    dated: Told = {"when": day("2026-11-18")}
    assert carried({"whom": party("Ana Paz")}, dated, {**dated, **PORT}, PORT) == [True, False, False, False]


def test_who_gives_no_day_place_or_name_speaks_of_what_the_report_tells_first() -> None:
    assert carried(PORT, {"killed": count(12)}, first=PORT) == [False, False]
    assert carried(PORT, {}, first=PORT) == [False, False]
    assert sorted(carried(PORT, {"whom": party("Ana Paz")}, first=PORT)) == [False, True]


def test_two_who_tell_their_own_deeds_tell_of_two() -> None:
    both = ("Anna Pazos", "Luis Gilmor")
    hers: Told = {"who": party("Anna Pazos"), "whom": party("Halden")}
    his: Told = {"who": party("Luis Gilmor"), "whom": party("Halden")}
    assert sorted(carried(hers, his, names=both)) == [False, True]
    assert carried(hers, his, names=("Anna Pazos", "Halden police")) == [False, False]
    met: Told = {"who": party("Luis Gilmor"), "whom": party("Pazos"), "where": Text("Halden hall", "")}
    assert carried({**hers, "where": Text("Halden hall", "")}, met, names=both) == [False, False]


def test_who_did_one_thing_and_suffered_another_is_no_name_of_both() -> None:
    assert sorted(carried({"by_whom": party("Halden")}, {"whom": party("Halden")})) == [False, True]


def test_one_origin_alone_is_left_as_it_is() -> None:
    assert carried({}) == [False]
