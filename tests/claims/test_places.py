"""Places from text to value: namesakes, names that are no places, unnamed places, and any text at all."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from crosswire.claims.parse import Passage, load_parser, parse
from crosswire.claims.places.find import Gazetteer, Places, find_places, load_gazetteer, read_places
from crosswire.model import Block, Place, Recognised, Report


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture(scope="module")
def parser() -> Language:
    return load_parser()


def read(text: str, parser: Language, gazetteer: Gazetteer, dateline: str | None = None) -> Places:
    """All places of a text of one paragraph."""
    report = Report("r", text, (Block("paragraph", 0, len(text)),), "", None, None, "unknown", "en")
    ((_, passages),) = parse([report], parser)
    return read_places(text, passages, gazetteer, dateline)


def values(found: Sequence[Recognised]) -> list[tuple[str, str | None, str | None]]:
    """Words, country and kind of each."""
    return [(r.span.exact, r.value.country, r.value.kind) for r in found if isinstance(r.value, Place)]


@pytest.mark.parametrize(
    ("text", "words", "lat", "lon"),
    [
        ("Police in Springfield, Ill., arrested a man on Monday.", "Springfield", 39.8, -89.6),
        ("Police in Springfield, Mass., arrested a man on Monday.", "Springfield", 42.1, -72.6),
        ("She moved from Paris, Texas, to Dallas.", "Paris", 33.66, -95.56),
        ("She moved from Paris to Marseille.", "Paris", 48.85, 2.35),
        ("He was born in Birmingham, Alabama.", "Birmingham", 33.5, -86.8),
        ("He was born in Birmingham and works in Manchester, England.", "Birmingham", 52.5, -1.9),
        ("The army entered Georgia near Tbilisi after Russia closed the border.", "Georgia", 42.0, 43.5),
        ("The trial in Atlanta, Georgia, went on.", "Georgia", 32.75, -83.5),
        ("Protesters marched in New York and Chicago.", "New York", 40.7, -74.0),
        ("Officials in Washington met officials from Seoul.", "Washington", 38.9, -77.0),
        ("Rescuers reached the Turkish city of Gaziantep.", "Gaziantep", 37.06, 37.38),
        ("Shells hit Kiev overnight.", "Kiev", 50.45, 30.5),
    ],
)
def test_namesakes(  # noqa: PLR0917 - a table of many columns
    text: str, words: str, lat: float, lon: float, parser: Language, gazetteer: Gazetteer
) -> None:
    (found,) = [r.value for r in read(text, parser, gazetteer).located if r.span.exact == words]
    assert isinstance(found, Place)
    assert found.lat == pytest.approx(lat, abs=0.5)
    assert found.lon == pytest.approx(lon, abs=0.5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They were seen in Jordan by Chad Johnson.", "Chad"),
        ("May said in March that Reading is fun.", "May"),
        ("The Kansas City Star reported it from Topeka.", "Kansas City"),
        ("He studied at the University of Texas.", "Texas"),
        ("The Georgia Supreme Court ruled on Monday.", "Georgia"),
        ("Japanese officials met in Osaka.", "Japanese"),
        ("The crowd was mobile and nice.", "mobile"),
        ("IN 2024 OR later, he said OK.", "IN"),
        ("Mr. Houston said no.", "Houston"),
    ],
)
def test_what_is_no_place(text: str, words: str, parser: Language, gazetteer: Gazetteer) -> None:
    assert words not in [r.span.exact for r in read(text, parser, gazetteer).located]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The plane crashed at San Francisco International Airport on Monday.", "at"),
        ("The van stopped outside Ankara central railway station.", "outside"),
        ("The San Francisco International Airport was closed.", "of"),
        ("He studied at San Francisco State University.", "of"),
    ],
)
def test_what_is_at_an_airport_is_there(text: str, relation: str, parser: Language, gazetteer: Gazetteer) -> None:
    found = read(text, parser, gazetteer)
    places = [r.value for r in (*found.located, *found.associated) if isinstance(r.value, Place)]
    assert [p.relation for p in places][:1] == [relation]


def test_adjectives_are_associated(parser: Language, gazetteer: Gazetteer) -> None:
    found = read("Japanese and South Korean officials met Scottish ones.", parser, gazetteer)
    assert values(found.located) == []
    assert [v[:2] for v in values(found.associated)] == [("Japanese", "JP"), ("South Korean", "KR"), ("Scottish", "GB")]
    assert all(isinstance(r.value, Place) and r.value.relation == "of" for r in found.associated)


@pytest.mark.parametrize(
    ("text", "words", "name", "relation", "kind", "country"),
    [
        (
            "North Korea fired missiles off its east coast.",
            "its east coast", "North Korea's east coast", "off", "coast", "KP",
        ),
        (
            "Japan said North Korea's missile fell off its eastern coast.",
            "its eastern coast", "North Korea's eastern coast", "off", "coast", "KP",
        ),
        (
            "North Korea accused South Korea of flying drones into its airspace.",
            "its airspace", "North Korea's airspace", "into", "zone", "KP",
        ),
        ("The jets entered Taiwanese airspace.", "Taiwanese airspace", "Taiwan's airspace", None, "zone", "TW"),
        ("Japan said it fell outside its EEZ.", "its EEZ", "Japan's exclusive economic zone", "outside", "zone", "JP"),
        ("It fell into the sea.", "the sea", "sea", "into", "sea", None),
        ("The crew was rescued at sea.", "at sea", "sea", "at", "sea", None),
        ("It fell into the Sea of Japan.", "Sea of Japan", "Sea of Japan", "into", "sea", None),
        ("It fell into the East Sea.", "East Sea", "Sea of Japan", "into", "sea", None),
        ("A ship was hit in the Bab al-Mandab Strait.", "Bab al-Mandab Strait", "Bab el-Mandeb", "in", "strait", None),
        ("Clashes broke out in Kashmir.", "Kashmir", "Kashmir", "in", "region", "IN"),
    ],
)  # fmt: skip
def test_seas_coasts_and_zones(  # noqa: PLR0917 - a table of many columns
    text: str,
    words: str,
    name: str,
    relation: str | None,
    kind: str,
    country: str | None,
    parser: Language,
    gazetteer: Gazetteer,
) -> None:
    (found,) = [r.value for r in read(text, parser, gazetteer).located if r.span.exact == words]
    assert isinstance(found, Place)
    assert (found.name, found.relation, found.kind, found.country) == (name, relation, kind, country)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "It fell outside Japanese territory and its EEZ.",
            [("Japan", "outside"), ("Japan's exclusive economic zone", "outside")],
        ),
        ("The drone crashed on Ukrainian soil.", [("Ukraine", "on")]),
        ("Chinese territory claims worry others.", []),
        ("Fires burned across the West Coast.", [("West Coast of the United States", "across")]),
        ("A gale hit the West Coast of Norway.", [("Norway", "on")]),
        ("New Zealand's West Coast was flooded.", [("New Zealand", None)]),
        ("A quake hit South Sumatra and West Java.", [("South Sumatra", None), ("West Java", None)]),
    ],
)  # fmt: skip
def test_names_and_relations(
    text: str, wanted: list[tuple[str, str | None]], parser: Language, gazetteer: Gazetteer
) -> None:
    found = [r.value for r in read(text, parser, gazetteer).located]
    assert [(place.name, place.relation) for place in found if isinstance(place, Place)] == wanted


@pytest.mark.parametrize("text", ["It sank off its east coast.", "The coast of the island was empty.", "the EEZ"])
def test_nobodys_coast(text: str, parser: Language, gazetteer: Gazetteer) -> None:
    assert values(read(text, parser, gazetteer).located) == []


def test_a_joined_place_shares_the_relation(parser: Language, gazetteer: Gazetteer) -> None:
    found = read("Soldiers fought in the Gaza Strip and the West Bank.", parser, gazetteer).located
    assert [r.value.relation for r in found if isinstance(r.value, Place)] == ["in", "in"]


@pytest.mark.parametrize(
    ("town", "country"),
    [
        ("Seville", "ES"),
        ("Cologne", "DE"),
        ("Hanover", "DE"),
        ("Calcutta", "IN"),
        ("Odessa", "UA"),
        ("Venice", "IT"),
        ("Santiago", "CL"),
        ("Manchester", "GB"),
        ("Cordoba", "AR"),
    ],
)
def test_a_town_of_many_namesakes_where_nothing_tells(
    town: str, country: str, parser: Language, gazetteer: Gazetteer
) -> None:
    text = f"A bridge collapsed in {town} on Monday, officials said."
    assert [(words, code) for words, code, _ in values(read(text, parser, gazetteer).located)] == [(town, country)]


def test_one_sense_in_a_report(parser: Language, gazetteer: Gazetteer) -> None:
    text = "A fire burned in Springfield, Ill., on Monday. Springfield has seen many fires. He left Springfield."
    found = [r.value for r in read(text, parser, gazetteer).located if r.span.exact == "Springfield"]
    assert len(found) == 3
    assert len({(v.lat, v.lon) for v in found if isinstance(v, Place)}) == 1


@pytest.mark.parametrize(("dateline", "country"), [("LONDON, Ontario", "CA"), ("LONDON, England", "GB"), (None, "CA")])
def test_a_dateline_speaks_for_what_lies_there(
    dateline: str | None, country: str, parser: Language, gazetteer: Gazetteer
) -> None:
    found = values(read("Police in Windsor arrested a man.", parser, gazetteer, dateline).located)
    assert found == [("Windsor", country, "city")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Peru declared an emergency. Puno saw clashes on Monday. Clashes at Puno killed 17.",
            ["Peru", "Puno", "Puno"],
        ),
        ("Peru declared an emergency. Puno saw clashes on Monday.", ["Peru"]),  # it may be a person
    ],
)
def test_a_place_elsewhere_in_the_report(text: str, places: list[str], parser: Language, gazetteer: Gazetteer) -> None:
    assert [words for words, _, _ in values(read(text, parser, gazetteer).located)] == places


def test_typographic_text_keeps_its_offsets(parser: Language, gazetteer: Gazetteer) -> None:
    text = "“Aid” reached Côte d’Ivoire — and St. John’s, in Newfoundland."
    found = read(text, parser, gazetteer).located
    assert ("Côte d’Ivoire", "CI", "country") in values(found)
    assert all(text[r.span.start : r.span.end] == r.span.exact for r in found)


PIECES = [
    *",(-É",
    "Paris",
    "Texas",
    "St.",
    "U.S.",
    "'s",
    "\u2019s",
    "of",
    "the",
    "in",
    "Al",
    "its",
    "coast",
    "at",
    "sea",
]
SHIPPED = (load_parser(), load_gazetteer())


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_string_of_words(words: list[str]) -> None:
    text = " ".join(words)
    found = read(text, *SHIPPED)
    for one in (*found.located, *found.associated):
        assert text[one.span.start : one.span.end] == one.span.exact
    starts = [r.span.start for r in found.located]
    assert starts == sorted(starts)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=80))
def test_any_text(text: str) -> None:
    found = read(text, *SHIPPED)
    assert all(text[r.span.start : r.span.end] == r.span.exact for r in (*found.located, *found.associated))


@pytest.mark.parametrize("unit", ["Aa", "Paris ", "St. ", "of the ", "A-", "U.S. ", "Paris, Texas, ", "the sea "])
def test_time_is_linear(unit: str, parser: Language, gazetteer: Gazetteer) -> None:
    """Without the tagger: ten times the text takes about ten times as long, not a hundred."""
    took = [min(blank_read(unit * n, parser, gazetteer) for _ in range(2)) for n in (200, 2_000)]
    assert took[1] < 40 * max(took[0], 0.005)


def blank_read(text: str, parser: Language, gazetteer: Gazetteer) -> float:
    """Seconds of this process's own time to find the places of an untagged text: other processes have the rest."""
    passage = Passage(parser.make_doc(text), 0, "paragraph")
    started = time.process_time()
    find_places(text, [passage], gazetteer)
    return time.process_time() - started
