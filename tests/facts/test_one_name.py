"""Whom a name means within one event."""

from __future__ import annotations

import pytest

from crosswire.facts.align import Backed
from crosswire.facts.one_name import one_name
from crosswire.model import Party, Speaker, Text, Value
from tests.builders import claim, report

NICKNAMES = {"bill": "william"}


def told(*names: str, by: str = "") -> dict[str, list[Backed]]:
    """Answers that name people in words, each in a report of its own, on somebody's word."""
    speakers = [Speaker(by, by, "person")] if by else []
    return {
        "whom": [
            Backed(claim(report(f"Paper {i}", name), words(name), *speakers), (), None) for i, name in enumerate(names)
        ]
    }


def words(name: str) -> Text:
    return Text(name, name.rsplit(maxsplit=1)[-1].lower())


def person(name: str) -> Party:
    return Party(name.rsplit(maxsplit=1)[-1], name, None, "person")


@pytest.mark.parametrize(
    ("form", "named"),
    [
        ("Lund", "Fred Lund"),
        ("Mr. Lund", "Fred Lund"),
        ("Frederick C. Lund", "Fred Lund"),
        ("councilman Fred Lund", "councilman Fred Lund"),
        ("former Mayor Frederick Lund", "former Mayor Fred Lund"),
        ("Rovers Fred Lund", "Fred Lund"),
    ],
)
def test_forms_of_one_name_are_put_as_the_one_told_most(form: str, named: str) -> None:
    event = told("Fred Lund", "Fred Lund", form)
    assert one_name(event, NICKNAMES)(words(form)) == Text(named, "lund")


def test_a_name_with_a_capital_inside_and_a_short_first_name() -> None:
    event = told("Bill McRae", "Bill McRae", "William McRae", "McRae")
    assert {one_name(event, NICKNAMES)(words(form)).text for form in ("William McRae", "McRae")} == {"Bill McRae"}


@pytest.mark.parametrize(
    ("names", "form"),
    [
        (("Fred Lund", "Fred Lund", "Ada Lund", "Lund"), "Lund"),
        (("Fred Lund", "Fred Lund", "wife, Ada Lund"), "wife, Ada Lund"),
        (("Fred Lund", "Fred Lund", "Fred Lund Jr."), "Fred Lund Jr."),
        (("Fred Lund Sr.", "Fred Lund Sr.", "Fred Lund Jr."), "Fred Lund Jr."),
        (("Fred Lund", "Fred Lund", "Lund Jr."), "Lund Jr."),
        (("Fred Lund", "Fred Lund", "Frida Lund"), "Frida Lund"),
        (("Fred Lund", "Fred Lund", "Luisa Paz"), "Luisa Paz"),
        (("U.S. Senate", "Senate"), "Senate"),
        (("oil tanker", "tanker"), "tanker"),
    ],
)
def test_others_of_one_last_name_stay_who_they_are(names: tuple[str, ...], form: str) -> None:
    assert one_name(told(*names), NICKNAMES)(words(form)).text == form


def test_a_last_name_that_a_speaker_bears_too_is_nobodys() -> None:
    event = told("Fred Lund", "Lund", by="Ike Lund")
    assert one_name(event, NICKNAMES)(words("Lund")).text == "Lund"


def test_parties_of_one_person_have_one_name() -> None:
    of = [report(f"Paper {i}", "He shot them.") for i in range(3)]
    values: list[Value] = [person("Carl Gil"), person("Carl Gil"), person("Carl Luis Gil")]
    event = {"who": [Backed(claim(r, v), (), None) for r, v in zip(of, values, strict=True)]}
    name = one_name(event, NICKNAMES)
    assert name(person("Carl Luis Gil")) == Party("Gil", "Carl Gil", None, "person")
    assert name(Party("Gil", "Gil Shipping", None, "organisation")).text == "Gil"
