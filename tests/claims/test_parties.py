# ruff: noqa: E501 - a table of cases reads best with one case a line
"""Who acts: each case gives all actors of a text, in order, as words, canonical name, kind and country."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.claims.countries import load_countries
from crosswire.claims.parse import Passage, plain
from crosswire.claims.parties import find_parties, party_at
from crosswire.claims.read import Reader
from crosswire.claims.speakers.resolve import Names, build_roster, load_names
from crosswire.model import Party, Recognised


@pytest.fixture(scope="module")
def names() -> Names:
    return load_names(load_countries())


def parties_of(text: str, reader: Reader, names: Names) -> tuple[Recognised, ...]:
    passages, start = [], 0
    for line in text.split("\n"):
        passages.append(Passage(reader.parser(plain(line)), start, "paragraph"))
        start += len(line) + 1
    return find_parties(text, passages, build_roster(text, passages, names))


ACTORS = [
    ("North Korea fired missiles.", [("North Korea", "North Korea", "country", "KP")]),
    ("Seoul protested.", [("Seoul", "South Korea", "country", "KR")]),
    ("Talks with Seoul failed.", [("Seoul", "South Korea", "country", "KR")]),
    ("The North Korean test failed.", [("North Korean", "North Korea", "country", "KP")]),
    ("Israeli forces struck at dawn.", [("Israeli forces", "Israel", "forces", "IL")]),
    ("Russian troops advanced.", [("Russian troops", "Russia", "forces", "RU")]),
    ("Israeli special forces struck.", [("Israeli special forces", "Israel", "forces", "IL")]),
    ("Ukrainian drones struck a depot.", [("Ukrainian drones", "Ukraine", "forces", "UA")]),
    ("France's navy seized a tanker.", [("France's navy", "France", "forces", "FR")]),
    ("The Turkish army advanced.", [("Turkish army", "Turkey", "forces", "TR")]),
    ("The Iraqi government resigned.", [("Iraqi government", "Iraq", "country", "IQ")]),
    ("Japan's Coast Guard warned ships.", [("Japan's Coast Guard", "Japan's Coast Guard", "body", "JP")]),
    ("Houthi rebels seized a ship.", [("Houthi rebels", "Houthis", "body", "YE")]),
    ("Hamas fighters fled.", [("Hamas fighters", "Hamas", "body", "PS")]),
    ("Gunmen killed nine people.", [("Gunmen", "gunmen", "group", None)]),
    ("Protesters gathered at noon.", [("Protesters", "protesters", "group", None)]),
    ("Nigerian gunmen fled.", [("Nigerian gunmen", "Nigerian gunmen", "group", "NG")]),
    ("Kim Jong Un visited a base. Kim smiled.", [("Kim Jong Un", "Kim Jong Un", "person", "KP"), ("Kim", "Kim Jong Un", "person", "KP")]),
    ("Boeing fell. The company laid off staff.", [("Boeing", "Boeing", "body", "US"), ("company", "Boeing", "body", "US")]),
    ("The Saudi-led coalition spoke. Coalition forces left.", [("Saudi-led coalition", "Saudi-led coalition", "body", "SA"), ("Coalition forces", "Saudi-led coalition", "body", "SA")]),
    ("The Saudi-led coalition spoke. Rival forces left.", [("Saudi-led coalition", "Saudi-led coalition", "body", "SA")]),
    # near misses: places, things and parts of names are no actors
    ("It rained in Seoul.", []),
    ("The missile flew north of Pyongyang.", []),
    ("The plane left from Tehran.", []),
    ("North Korea's missiles fell.", [("North Korea", "North Korea", "country", "KP")]),
    ("Their military strength grew.", []),
    ("He fell into the Sea of Japan.", []),
    ("Paris Hilton smiled.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors"), ACTORS)
def test_actors(text: str, actors: list[tuple[str, str, str, str | None]] | None, reader: Reader, names: Names) -> None:
    found = [(r.span.exact, r.value) for r in parties_of(text, reader, names)]
    rows = [(exact, v.name, v.kind, v.country) for exact, v in found if isinstance(v, Party)]
    if actors is None:
        assert all(country is None for *_, country in rows)
    else:
        assert rows == actors


AT = [
    ("South Korea said it fired.", "it", "South Korea", "country"),
    ("Israel's army struck. It advanced.", "It", "Israel Defense Forces", "body"),
    ("Russian troops advanced.", "troops", "Russia", "forces"),
    ("Kim Jong Un, who fired it, smiled.", "who", "Kim Jong Un", "person"),
    ("Gunmen fled. They killed nine.", "They", "gunmen", "group"),
    ("Hamas fired. The group fled.", "group", "Hamas", "body"),
    ("The missile flew. It fell.", "It", None, None),
    ("A stone fell.", "stone", None, None),
]


@pytest.mark.parametrize("case", AT)
def test_the_actor_at_a_token(case: tuple[str, str, str | None, str | None], reader: Reader, names: Names) -> None:
    text, word, name, kind = case
    passages = [Passage(reader.parser(text), 0, "paragraph")]
    roster = build_roster(text, passages, names)
    token = [token for token in passages[0].doc if token.text == word][-1]
    found = party_at(roster, 0, token)
    assert (name, kind) == (None, None) if found is None else (found.name, found.kind) == (name, kind)


ANY = st.one_of(st.text(max_size=60), st.text(st.sampled_from("Israeli forces' Kim the company, U.S.\n-"), max_size=60))


@settings(max_examples=30, deadline=None)
@given(text=ANY)
def test_spans_are_exact_and_apart(text: str, reader: Reader, names: Names) -> None:
    end = 0
    for found in parties_of(text, reader, names):
        assert text[found.span.start : found.span.end] == found.span.exact
        assert found.span.start >= end
        assert found.value.text == found.span.exact
        end = found.span.end
