"""People and media without a name who are one certain body all the same, and near misses who are nobody certain."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.facts.origins import Ties, trace
from crosswire.facts.origins.described import certain, is_bare_description, only_passes_on
from crosswire.facts.origins.origin import Trace
from crosswire.facts.origins.voices import Offices, independent, load_offices, one_voice
from crosswire.model import Speaker
from tests.builders import claim, count, report

CASES = [
    ("officials at the local disaster management office in Chamoli", "unnamed officials", "disaster agency"),
    ("a spokesman for the fire department", "unnamed spokesmen", "fire"),
    ("officials from the emergency service", "unnamed officials", "emergency"),
    ("an official at the Kosovo Institute", "unnamed officials", "kosovo institute"),
    ("a doctor at the hospital", "unnamed doctors", ""),  # which hospital, nobody can say
    ("people at the health department", "unnamed people", ""),  # who is there does not speak for it
    ("officials in the capital", "unnamed officials", ""),
    ("officials of the party in the fire department", "unnamed officials", ""),
    ("a spokesman for the governor", "unnamed spokesmen", ""),
    ("the governor of the state of Hidalgo", "unnamed governor", "governor hidalgo"),
    ("the governor of Idlib province", "unnamed governor", "governor idlib"),
    ("the governor", "unnamed governor", "governor"),
    ("governors", "unnamed governors", ""),
    ("a mayor of the region", "unnamed mayors", ""),
]


@pytest.fixture(scope="module")
def offices() -> Offices:
    return load_offices()


@pytest.mark.parametrize(("name", "role", "words"), CASES)
def test_who_is_described(name: str, role: str, words: str, offices: Offices) -> None:
    found = certain(Speaker(name, role, "unnamed", role), offices, frozenset(), frozenset())
    assert (found.offices if found else frozenset()) == (
        frozenset([frozenset(words.split())]) if words else frozenset()
    )
    assert found is None or (found.known and found.voice == "body")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("firefighters", "fire"),
        ("Fire officials", "fire"),
        ("a fire official", "fire"),
        ("the local fire chief", "fire"),
        ("rescue workers at the scene", "rescue"),
        ("the hospital", "hospital"),
        ("a hospital spokesman", "hospital"),
        ("city prosecutors", "prosecutor"),
        ("the coroner", "coroner"),
        ("cops", "police"),
        ("investigators", "investigator"),
        ("federal investigators", "investigator"),
        ("an investigator", None),
        ("private investigators", None),
        ("a firefighter", None),  # one of them is nobody certain
        ("two doctors", None),
        ("former prosecutors", None),
        ("a hospital", None),
        ("officials", None),
        ("residents", None),
        ("relief workers", None),
    ],
)
def test_who_is_at_the_scene(name: str, kind: str | None, offices: Offices) -> None:
    noun = name.rsplit(maxsplit=1)[-1] if "scene" not in name else "workers"
    found = certain(Speaker(name, f"unnamed {noun}", "unnamed"), offices, frozenset(), frozenset())
    assert (found.key if found else None) == (kind and f"named:those of the {kind}")


@pytest.mark.parametrize(
    ("one", "other", "voices"),
    [
        ("firefighters", "the coroner", 2),
        ("firefighters", "a fire official", 1),
        ("charges", "detectives", 2),
        ("charges", "prosecutors", 1),
        ("court documents", "detectives", 1),
        ("court documents", "charges", 1),
        ("investigators", "detectives", 1),
        ("investigators", "prosecutors", 1),
        ("investigators", "firefighters", 1),
        ("investigators", "the hospital", 2),
        ("firefighters", "rescue workers", 1),
        ("emergency services", "firefighters", 1),
        ("prosecutors", "the hospital", 2),
        ("health officials", "the hospital", 1),
    ],
)
def test_trades_that_may_be_one_count_once(one: str, other: str, voices: int, offices: Offices) -> None:
    told = [
        certain(Speaker(n, f"unnamed {n.split()[-1]}", "unnamed"), offices, frozenset(), frozenset())
        for n in (one, other)
    ]
    assert len(independent([t for t in told if t is not None])) == voices


@pytest.mark.parametrize(
    ("name", "canonical", "grounds", "country"),
    [
        ("state media", "unnamed media", {"CN"}, "CN"),
        ("State-run television", "unnamed television", {"CN"}, "CN"),
        ("the state news agency", "unnamed agency", {"CN"}, "CN"),
        ("state media", "unnamed media", {"CN", "JP"}, None),  # whose, nobody says
        ("state media", "unnamed media", set(), None),
        ("local media", "unnamed media", {"CN"}, None),
        ("the news agency", "unnamed agency", {"CN"}, None),
        ("state officials", "unnamed officials", {"CN"}, None),
    ],
)
def test_a_states_media_are_the_state(
    name: str, canonical: str, grounds: set[str], country: str | None, offices: Offices
) -> None:
    found = certain(Speaker(name, canonical, "unnamed"), offices, frozenset(), frozenset(grounds))
    assert (found.country if found else None) == country
    assert found is None or (found.voice == "state" and not found.carries)


@pytest.mark.parametrize(
    ("teller", "role", "twice"),
    [
        ("unnamed officials", "unnamed officials", True),  # "French officials say ..., according to officials"
        ("unnamed media", "unnamed officials", True),
        ("unnamed sources", "unnamed officials", False),
        ("unnamed witnesses", None, False),
    ],
)
def test_the_same_people_named_twice_tell_it_once(teller: str, role: str | None, twice: bool) -> None:
    who = Speaker("French officials", "France's government", "unnamed", role, country="FR")
    assert only_passes_on(Speaker(teller, teller, "unnamed"), who) is twice


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("a Kenyan religious group", True),
        ("the country's top crime fighting agency", True),
        ("Kenya aid agency", True),
        ("the Kenya office of the Kenyan-owned company that manages the ship", True),
        ("the Kenyan Red Cross", False),
        ("aid group", False),
    ],
)
def test_an_organisation_that_is_only_described(name: str, bare: bool) -> None:
    offices = load_offices({"kenyan": "kenya"})
    assert is_bare_description(Speaker(name, name, "organisation", country="KE"), offices) is bare


BODIES = frozenset(
    {"Halden police", "Halden County Sheriff", "the district attorney", "the Lima court", "the hospital"}
)
ALONE = [
    ("the medical examiner's office", "unnamed office", "those of the coroner"),
    ("a fire department spokesman", "unnamed spokesmen", "those of the fire"),
    ("his mother", "unnamed mothers", "those of the family"),
    ("the victim's family", "unnamed families", "those of the family"),
    ("the mother", "unnamed mothers", "those of the family"),
    ("a mother", "unnamed mothers", None),
    ("deputies", "unnamed deputies", "those of the police"),
    ("Marion County deputies", "unnamed deputies", "those of the marion police"),
    ("the Halden County firefighters", "unnamed firefighters", "those of the halden fire"),
    ("a Marion County deputy", "unnamed deputies", None),
    ("former Marion County deputies", "unnamed deputies", None),
    ("Two doctors", "unnamed doctors", None),
    ("Several Prosecutors", "unnamed prosecutors", None),
    ("relatives", "unnamed relatives", None),
    ("police accounts", "unnamed accounts", "those of the police"),
    ("court records", "unnamed records", "those of the filed"),
    ("charges filed on Monday", "unnamed charges", "those of the charged"),
    ("the indictment", "unnamed indictment", "those of the charged"),
    ("Peru's seismologic center", "unnamed centers", "center seismology"),
    ("The mine's main center", "unnamed centers", None),
    ("bank records", "unnamed records", None),
    ("the lawsuit", "unnamed lawsuit", None),
    ("a report", "unnamed report", None),
    ("a foundation spokesman", "unnamed spokesmen", None),
    ("the office", "unnamed office", None),
    ("an examiner", "unnamed examiners", None),
]


@pytest.mark.parametrize(
    ("name", "head", "known"),
    [
        ("an arrest affidavit", "affidavit", True),
        ("a criminal complaint", "complaint", True),
        ("a study", "study", False),
    ],
)
def test_one_paper_of_those_who_charge_somebody_is_theirs(name: str, head: str, known: bool, offices: Offices) -> None:
    paper = Speaker(name, f"unnamed {head}", "document", head)
    found = certain(paper, offices, frozenset(), frozenset())
    assert (found is not None) is known
    others = {
        n: Trace(f"named:{n}", n, "official", "", "body", offices=frozenset([offices.of_body(n)])) for n in BODIES
    }
    assert found is None or {n for n, other in others.items() if one_voice(found, other)} == BODIES - {"the hospital"}


@pytest.mark.parametrize(("name", "role", "who"), ALONE)
def test_who_is_one_party_without_a_name(name: str, role: str, who: str | None, offices: Offices) -> None:
    found = certain(Speaker(name, role, "unnamed", role), offices, frozenset(), frozenset())
    assert (found.key.removeprefix("named:") if found else None) == who


@pytest.mark.parametrize(
    ("outlet", "known"),
    [
        ("Halden County District Attorney", True),
        ("Halden Police Department", True),
        ("Ministry of Transport", True),
        ("Halden Navy", True),  # of the table
        ("Police Gazette", False),
        ("Halden Ministry Times", False),
        ("City Press", False),
        ("Paper", False),
    ],
)
def test_an_official_body_that_publishes_tells_on_its_own_word(outlet: str, known: bool, offices: Offices) -> None:
    ties = Ties(offices=offices, bodies={"Halden Navy": "NO"})
    of = report(outlet)
    (found,) = trace(claim(of, count(1)), of, ties)
    assert found.known is known
    agency = replace(of, credit="Reuters")
    (found,) = trace(claim(agency, count(1)), agency, ties)
    assert found.name == "Reuters"


@pytest.mark.parametrize(
    ("letters", "country", "name", "one"),
    [
        ("KVUD", None, "Peru's aviation authority", True),
        ("KVUD", None, "Peru's aviation ministry", False),
        ("KVUD", None, "Peru's National Aviation Authority", False),
        ("KVUD", "CL", "Peru's aviation authority", False),
        ("NATO", None, "Peru's aviation authority", False),
        ("Kvudex", None, "Peru's aviation authority", False),
    ],
)
def test_letters_that_nobody_explains(letters: str, country: str | None, name: str, one: bool) -> None:
    short = Trace(f"named:{letters}", letters, "organisation", "", country=country)
    assert one_voice(short, Trace(f"named:{name}", name, "official", "", "body", "PE")) is one
