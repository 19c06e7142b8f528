"""What a report tells of its events across sentences: whose a toll is that is told far from any event."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read
from crosswire.model import Quantity
from tests.builders import report

FAR = "Rescuers dug. They used dogs. It rained. The road was blocked. Trucks came. Food was short. Schools shut. "
QUAKE = "A strong earthquake hit Palu on Tuesday. "

# text -> the kinds of event with the numbers killed that each has, in their order
TOLLS: dict[str, dict[str, list[float]]] = {
    # far from its event
    QUAKE + FAR + FAR + "By Wednesday evening the death toll stood at 47.": {"earthquake": [47]},
    QUAKE + FAR + FAR + "By Wednesday evening the death toll in Kano stood at 47. Gunmen had killed six there.": {
        "earthquake": [47],
        "killing": [6],
    },
    # a later count beside the first
    "A bus plunged into a ravine near Cusco on Monday, killing 12 people. The toll later rose to 15.": {
        "transport_accident": [12, 15]
    },
    "A blast killed five people in Kano on Monday. In 2011 the toll of such attacks was 500.": {"explosion": [5]},
    "A bus plunged into a ravine near Cusco on Monday, killing 12 people. The toll on the bridge rose to 15 dollars.": {
        "transport_accident": [12]
    },
    # the dead of a headline's event, counted again; not those of another count, or whom somebody else kills
    "A crowd crush killed 151 people in Kano. At least 151 people died in Kano on Saturday, officials said.": {
        "crush": [151]
    },
    "There was a crowd crush in Kano. At least 151 people died in Kano on Saturday, officials said.": {"crush": [151]},
    "A crowd crush killed 151 people in Kano. Nine people died in Lagos on Saturday, officials said.": {
        "crush": [151],
        "deaths": [9],
    },
    "There was a flood in Kano. Gunmen killed two people in Kano on Monday.": {"killing": [2]},
    # people joined by "and" are counted together, those without a number or who are no people are not
    "An officer and two soldiers were killed by gunmen in Kano.": {"killing": [3]},
    "Gunmen killed two guards and a driver in Kano.": {"killing": [3]},
    "At least five villagers and two policemen were killed by bandits in Kano.": {"killing": [7]},
    "Gunmen killed two guards and several bystanders in Kano.": {"killing": [2]},
    "Gunmen killed two guards and a dog in Kano.": {"killing": [2]},
    # those of another quake, whatever the sentence is about; some of an event's own
    QUAKE + "It came two weeks after another quake left 90 dead in the south.": {},
    # those that a record is counted from
    "A boat sank off Tunisia on Friday, killing 65 people. It is the highest loss of life since 117 died in May.": {
        "transport_accident": [65]
    },
    QUAKE + "It struck weeks after a more powerful one killed 61 people.": {},
    "Two quakes hit Palu on Tuesday. One of them killed 61 people.": {"earthquake": [61]},
    # houses that collapse behind a quake are no event of their own dead
    QUAKE + "Many houses collapsed. The death toll rose to 51.": {"earthquake": [51]},
    "A bridge collapsed in Kano on Tuesday. The death toll rose to 51.": {"collapse": [51]},
}


@pytest.mark.parametrize("text", TOLLS)
def test_whose_a_toll_is(text: str, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    killed: dict[str, list[float]] = {}
    for mention in reading.mentions:
        for name, value in mention.values:
            if name == "killed" and isinstance(value, Quantity) and value.low is not None:
                killed.setdefault(mention.frame, []).append(value.low)
    assert killed == TOLLS[text]


# text -> of each event word the number killed that it has
SIDES = {
    "The crash came a week after a bus fell into a ravine, killing 20 people.": {"crash": None, "fell": 20},
    "The attack comes after Israel struck a consulate in Damascus, killing 13 people.": {"attack": None, "struck": 13},
    "The attack follows Israel's strike on a base in Damascus that killed 13 people.": {"attack": None, "strike": 13},
    # near misses: it looks back to nothing, or from no event
    "The attack came on Monday and killed 13 people.": {"attack": 13},
    "The bus fell into a ravine after its brakes failed, killing 20 people.": {"fell": 20},
    "A bus that fell into a ravine came to rest after 200 metres, killing 20 people.": {"fell": 20},
}


@pytest.mark.parametrize("text", SIDES)
def test_what_was_before_has_its_own_dead(text: str, reader: Reader) -> None:
    (reading,) = read([report(text="A bus crashed. Rebels attacked Kano on Monday. " + text)], reader)
    killed = {}
    for mention in reading.mentions:
        if mention.frame in ("attack", "transport_accident") and mention.trigger.start > 46:
            numbers = (v.low for name, v in mention.values if name == "killed" and isinstance(v, Quantity))
            killed[mention.trigger.exact] = next(numbers, None)
    assert killed == SIDES[text]


CRASH = "A bus plunged into a ravine in Nepal, killing 12 people. "
SHOT = "Gunmen shot dead nine people at a mosque. "
# what is told behind an event -> the kind of event whose when it tells, None where it tells of none
TAKEN_UP = {
    CRASH + "The accident happened at 6 a.m. on Thursday.": "transport_accident",
    CRASH + "The incident occurred at 6 a.m. on Thursday, police said.": "transport_accident",
    CRASH + "It took place at 6 a.m. on Thursday.": "transport_accident",
    CRASH + "The tragedy began at 6 a.m. on Thursday.": "transport_accident",
    SHOT + "The attack started at 6 a.m. on Thursday.": "killing",
    SHOT + "The assault took place at 6 a.m. on Thursday.": "killing",
    # near misses: no such event was told, an accident is no shooting, another one, no time or place
    "The president met the king. The incident happened at 6 a.m. on Thursday.": None,
    SHOT + "The accident happened at 6 a.m. on Thursday.": None,
    CRASH + "An incident happened at 6 a.m. on Thursday.": None,
    CRASH + "It took weeks to mend the road in May.": None,
    CRASH + "It happens in Nepal every year.": None,
    CRASH + "The incident took its toll on Thursday.": None,
}


@pytest.mark.parametrize("text", TAKEN_UP)
def test_what_happened_takes_up_what_was_told(text: str, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    dated = [m.frame for m in reading.mentions for name, _ in m.values if name == "when"]
    assert dated == ([TAKEN_UP[text]] if TAKEN_UP[text] else [])


# sentence -> the kind of event that its day is of, None where it is of none
COSTS = {
    "Twelve people were killed on Friday after a bus plunged into a ravine in Nepal.": "transport_accident",
    "About 70 people were trapped on Friday after a hotel collapsed in Kano.": "collapse",
    "Seven people were killed on Friday after an explosion at a market in Kano.": "explosion",
    "Seven people were injured on Friday following an explosion at a market in Kano.": "explosion",
    "People were sleeping on Friday when the quake struck Albania.": "earthquake",
    # near misses: one who dies later, no harm, a day of its own
    "He died on Friday after a bus plunged into a ravine in Nepal.": None,
    "Relatives gathered on Friday after a bus plunged into a ravine in Nepal.": None,
    "Three people died on Friday after a bus plunged into a ravine on Monday.": "transport_accident",
}


@pytest.mark.parametrize("text", COSTS)
def test_whom_it_cost_tells_the_day(text: str, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    framed = (m for m in reading.mentions if m.frame != "open")
    dated = {m.frame: v.text for m in framed for name, v in m.values if name == "when"}
    day = "Monday" if "Monday" in text else "Friday"
    assert dated == ({COSTS[text]: day} if COSTS[text] else {})
