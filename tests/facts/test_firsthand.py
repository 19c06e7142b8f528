"""Who cannot know at first hand what they tell: who only reacts, and who is no body that could."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.claims.frames_load import load_frames
from crosswire.facts.firsthand import knowing
from crosswire.facts.origins import Ties, trace
from crosswire.facts.origins.people import people
from crosswire.facts.origins.voices import independent, load_offices
from crosswire.facts.weigh import secondhand
from crosswire.model import Claim, Span, Speaker, SpeakerKind, Taken
from tests.builders import claim, count, report

LANDS = {"norway": "NO", "norwegian": "NO", "norwegians": "NO", "iran": "IR", "iranian": "IR"}
TIES = Ties(offices=load_offices(), lands=LANDS)


def body(name: str, country: str | None = None, kind: SpeakerKind = "official") -> Speaker:
    return Speaker(name, name, kind, country=country)


def person(name: str, role: str, country: str | None = None) -> Speaker:
    return Speaker(name, name, "person", role, country=country)


def told(speaker: Speaker, said: str, words: str, attribute: str, taken: Taken | None = None) -> tuple[Claim, Ties]:
    """A claim of somebody in a report that is about Iran."""
    of = report("Paper", f"{speaker.name} said {said}.")
    at = of.text.index(words, len(speaker.name))
    made = claim(of, count(40), speaker)
    span = Span.of(of.text, len(speaker.name) + 6, len(of.text) - 1)
    made = replace(made, span=span, words=Span.of(of.text, at, at + len(words)), attribute=attribute, taken=taken)
    return made, replace(TIES, scenes={of.id: frozenset(("IR",))}, people=people((speaker,)))


def reason(*what: object) -> str:
    made, ties = told(*what)  # type: ignore[arg-type]
    (found,) = trace(made, report("Paper", f"{made.speakers[-1].name} said {made.span.exact}."), ties)
    assert found.carries is bool(found.secondhand)
    return found.secondhand


REACTING = "the launch by Iran"
REACTIONS = {
    "a third state that condemns it": (body("Norway's government", "NO"), True),
    "a body of many states": (body("European Union"), True),
    "the head of one": (person("Ana Paz", "UN Secretary-General"), True),
    "a member of a third state's parliament": (person("Ana Paz", "head of the Norwegian parliament"), True),
    "a singer": (person("Ana Paz", "singer"), True),
    "the state it is about": (body("Iran's government", "IR"), False),
    "a body of no known country": (body("police"), False),
    "a third state's army, which has radars": (body("Norway's military", "NO"), False),
    "a spokesman of a company": (person("Ana Paz", "spokesman for Halden Oil"), False),
}


@pytest.mark.parametrize(("speaker", "third"), REACTIONS.values(), ids=REACTIONS)
def test_who_only_reacts(speaker: Speaker, third: bool) -> None:
    assert bool(reason(speaker, f"it condemned {REACTING}", "Iran", "who", "judged")) is third
    assert not reason(speaker, f"it saw {REACTING}", "Iran", "who")


def test_who_only_names_it() -> None:
    proves = "the new launch by Iran proves it"
    for speaker in (body("Norway's government", "NO"), person("Ana Paz", "opposition leader")):
        assert reason(speaker, proves, "Iran", "who", "named") == "only names it in words about something else" or (
            "a politician" in reason(speaker, proves, "Iran", "who", "named")
        )
    assert not reason(person("Ana Paz", "shopkeeper"), proves, "Iran", "who", "named")
    assert not reason(person("Ana Paz", "lawyer"), proves, "Iran", "who", "named")
    assert not reason(body("Halden Oil", None, "organisation"), proves, "Iran", "who", "named")
    assert reason(person("Ana Paz", "comedian"), proves, "Iran", "who", "named")
    assert not reason(person("Ana Paz", "comedian"), "gunmen of Iran fired", "Iran", "who")
    assert not reason(person("Ana Paz", "opposition leader"), "gunmen of Iran fired", "Iran", "who")


def test_a_party_to_it_knows() -> None:
    embassy = "it condemned the attack on its embassy in Tabriz"
    assert not reason(body("Norway's government", "NO"), embassy, "in Tabriz", "where", "judged")
    market = "it condemned the attack on a market in Tabriz, and told its people so"
    assert reason(body("Norway's government", "NO"), market, "in Tabriz", "where", "judged")
    assert not reason(body("Norway's government", "NO"), "it mourned 40 of its soldiers", "40", "killed", "judged")


DIED = "40 people died"
KNOWN = {
    "a survey counts no dead": (body("Geological Survey"), DIED, "40", "killed", True),
    "and measures": (body("Geological Survey"), "it had a magnitude of 40", "40", "magnitude", False),
    "an agency for disasters and quakes counts them": (
        body("Disaster and Seismological Agency"),
        DIED,
        "40",
        "killed",
        False,
    ),
    "nor tells that somebody died": (body("Geological Survey"), DIED, "died", "happened", True),
    "and tells that it shook": (body("Geological Survey"), "a quake shook it", "quake", "happened", False),
    "a weather service counts no dead": (person("Ana Paz", "meteorologist"), DIED, "40", "killed", True),
    "and knows the wind": (person("Ana Paz", "meteorologist"), "winds reached 40", "40", "wind_speed", False),
    "who tracks flights counts no dead": (body("Flightradar24", None, "organisation"), DIED, "40", "killed", True),
    "an election commission counts votes": (body("Election Commission"), "40 votes were cast", "40", "votes", False),
    "and no dead": (body("Election Commission"), DIED, "40", "killed", True),
    "a hospital counts its dead": (body("Jinnah Hospital"), DIED, "40", "killed", False),
    "and not the votes": (body("Jinnah Hospital"), "40 voted", "40", "turnout", True),
    "a resident may count the dead": (person("Ana Paz", "resident"), DIED, "40", "killed", False),
    "and measures no quake": (person("Ana Paz", "resident"), "it had 40", "40", "magnitude", True),
    "an analyst knows nothing of it": (person("Ana Paz", "analyst at Halden"), DIED, "40", "killed", True),
    "nor does who was in office once": (person("Ana Paz", "former police commander"), DIED, "40", "killed", True),
    "but a former worker may": (person("Ana Paz", "former employee"), DIED, "40", "killed", False),
    "nor does a think tank": (body("Atlantic Council", None, "organisation"), DIED, "40", "killed", True),
    "unless it shows how": (body("Atlantic Council"), "satellite images showed 40 dead", "40", "killed", False),
    "or it is his own": (person("Ana Paz", "analyst"), "he and 40 were held", "he", "whom", False),
    "a foreign ministry counts no dead abroad": (body("Norway's Foreign Ministry", "NO"), DIED, "40", "killed", True),
    "but its own people": (body("Norway's Foreign Ministry", "NO"), "40 Norwegians died", "40", "killed", False),
    "and the dead at home": (body("Iran's Foreign Ministry", "IR"), DIED, "40", "killed", False),
    "and what it was told of": (body("Norway's Foreign Ministry", "NO"), "Iran fired it", "Iran", "who", False),
    "an army may abroad": (body("Norway's Defense Ministry", "NO"), DIED, "40", "killed", False),
    "the police of nowhere may": (body("police"), DIED, "40", "killed", False),
    "a rescue service may": (person("Ana Paz", "rescuer"), DIED, "40", "killed", False),
}


@pytest.mark.parametrize(("speaker", "said", "words", "attribute", "unknown"), KNOWN.values(), ids=KNOWN)
def test_what_a_kind_of_body_knows(speaker: Speaker, said: str, words: str, attribute: str, unknown: bool) -> None:
    assert bool(reason(speaker, said, words, attribute)) is unknown


def test_who_cannot_know_counts_alone_and_not_beside_others() -> None:
    survey, ties = told(body("Geological Survey"), DIED, "40", "killed")
    police, _ = told(body("police"), DIED, "40", "killed")
    (one,) = trace(survey, report("Paper", survey.span.exact), ties)
    (other,) = trace(police, report("Paper", police.span.exact), TIES)
    assert [group[0].name for group in independent((one,))] == ["Geological Survey"]
    assert [group[0].name for group in independent((one, other))] == ["police"]
    assert list(secondhand((one, other))) == [
        "Geological Survey cannot know it at first hand (a geological survey): no origin beside others"
    ]
    knows = replace(one, secondhand="")  # the same, where it may know
    assert len(independent((one, knows, other))) == 2
    assert not list(secondhand((one, knows, other)))


def test_every_row_names_questions_that_frames_ask() -> None:
    asked = {a.name for frame in load_frames().all for a in frame.attributes} | {"*", "charges"}
    told_of = {one for kind in knowing().kinds for one in kind.cannot}
    assert told_of <= asked
