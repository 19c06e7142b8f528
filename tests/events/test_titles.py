"""What an event is called says what it was; a bare word of its kind is told with more."""

from __future__ import annotations

import pytest

from crosswire.claims.frames_load import load_frames
from crosswire.events.nodes import Node
from crosswire.events.titles import is_telling, naming, title
from crosswire.model import Party, Place, Text, Value

YEMEN = Place("from Yemen", "Yemen", "YE", 15.0, 48.0, "from", "country")
WAJIMA = Place("in Wajima", "Wajima", "JP", 37.4, 136.9, "in", "city")
NORTH = Party("North Korea", "North Korea", "KP", "country")
SILD, STATES = Party("Ana Sild", "Ana Sild", "EE", "person"), Party("Washington", "United States", "US", "country")
PREMIER, NUCLEAR = Text("prime minister", "minister"), Text("nuclear deal", "deal")
ORDERED = "Ana Sild orders investigation of nuclear deal"
MANY, LIFTED = "Authorities investigate", "United States lifts sanctions on North Korea"
MISSILE, BARE = Text("ballistic missile", "missile"), Text("warning", "warning")


@pytest.mark.parametrize(
    ("frame", "values", "phrases", "called"),
    [
        ("weapons_test", [("who", NORTH), ("what", MISSILE)], ["fired"], "North Korea fires ballistic missile"),
        ("weapons_test", [("what", MISSILE), ("from", YEMEN)], ["launched"], "Launch of ballistic missile"),
        ("weapons_test", [("from", YEMEN)], ["launched"], "Launch in Yemen"),
        ("weapons_test", [("who", NORTH)], ["fired"], "North Korea: firing"),
        ("weapons_test", [], ["launched", "the failed launch"], "Failed launch"),
        ("killing", [], ["killed"], "Killing"),
        ("arrest", [("who", NORTH)], ["arrested him"], "North Korea: arrest"),  # a pronoun names nobody
        ("theft", [], ["stole it", "the jewel theft"], "Jewel theft"),
        ("killing", [("where", WAJIMA)], ["killed"], "Killing in Wajima"),
        ("explosion", [("where", WAJIMA)], ["massive blast"], "Explosion in Wajima"),
        ("explosion", [("where", WAJIMA)], ["warehouse blaze"], "Fire in Wajima"),
        ("explosion", [], [], "Explosion"),
        ("explosion", [("where", WAJIMA)], ["destroyed a shop"], "Fire in Wajima"),  # only a fire's verb stands alone
        ("explosion", [("where", WAJIMA)], ["devastating explosion"], "Explosion in Wajima"),
        ("appointment", [("whom", SILD), ("post", PREMIER)], ["resigns"], "Resignation of Ana Sild (prime minister)"),
        ("appointment", [("whom", SILD)], ["was sworn in"], "Inauguration of Ana Sild"),
        ("appointment", [("whom", SILD)], ["taking office"], "Inauguration of Ana Sild"),
        ("appointment", [("whom", SILD)], ["take over"], "Appointment of Ana Sild"),
        ("appointment", [("whom", SILD)], ["nominated"], "Nomination of Ana Sild"),
        ("appointment", [("whom", SILD)], ["leaves office"], "Departure of Ana Sild"),
        ("theft", [("what", MISSILE)], ["robbed"], "Robbery of ballistic missile"),
        ("policy", [("what", NUCLEAR), ("who", STATES)], ["signed"], "Signing of nuclear deal by the United States"),
        (
            "policy",
            [("what", Text("ban", "ban")), ("who", NORTH)],
            ["extended its ban"],
            "Extension of ban by North Korea",
        ),
        ("investigation", [("ordered", SILD), ("what", NUCLEAR)], ["ordered a probe"], ORDERED),
        ("appointment", [("post", PREMIER)], ["step"], "Resignation (prime minister)"),
        ("agreement", [("who", NORTH), ("with_whom", NORTH)], ["deal"], "Deal of North Korea"),
        ("agreement", [("who", NORTH), ("with_whom", STATES)], ["deal"], "Deal of North Korea with the United States"),
        ("agreement", [("what", NUCLEAR), ("who", NORTH)], ["deal"], "Nuclear deal of North Korea"),
        ("investigation", [("who", Party("Authorities", "Authorities", None, "body"))], ["investigate"], MANY),
        ("investigation", [("who", NORTH)], ["investigates"], "North Korea investigates"),
        ("ruling", [("court", Text("Supreme Court", "court"))], ["ruled"], "Supreme Court rules"),
        ("ruling", [("court", Text("court", "court")), ("whom", SILD)], ["convicted"], "Court convicts Ana Sild"),
        ("ruling", [("court", Text("court", "court"))], ["overturned the conviction"], "Court annuls"),
        ("charges", [("whom", SILD)], ["indicted"], "Ana Sild charged"),
        ("charges", [("whom", SILD)], ["dropped charges"], "Ana Sild no longer charged"),
        (
            "sanction",
            [("who", STATES), ("against", NORTH)],
            ["imposed sanctions"],
            "United States sanctions North Korea",
        ),
        ("sanction", [("who", STATES), ("against", NORTH)], ["lifted sanctions"], LIFTED),
        ("market_move", [("which", Text("Shares", "share"))], ["fall"], "Shares fall"),
        ("market_move", [("which", Text("Nasdaq", "nasdaq"))], ["fall"], "Nasdaq falls"),
        ("meeting", [("with_whom", NORTH)], ["met"], "Meeting with North Korea"),
        ("killing", [("where", WAJIMA)], ["shot dead"], "Shooting in Wajima"),
        ("siege", [("where", WAJIMA)], ["siege"], "Siege in Wajima"),
        ("volcano", [("where", WAJIMA)], ["kills at least 62"], "Volcano erupts in Wajima"),
        ("closure", [("what", Text("Airport", "airport"))], ["reopened"], "Airport reopened"),
        ("public_warning", [("who", NORTH), ("what", Text("red alert", "alert"))], ["x"], "Red alert by North Korea"),
        ("public_warning", [("who", NORTH), ("what", BARE)], ["warning"], "Public warning by North Korea"),
    ],
)
def test_titles(frame: str, values: list[tuple[str, Value]], phrases: list[str], called: str) -> None:
    told = tuple((name, (value,)) for name, value in values)
    node = Node("node-1", "report-1", frame, None, 1.0, phrases=tuple(phrases), values=told)
    assert title(load_frames(None).named(frame), [node]) == called


@pytest.mark.parametrize(
    ("frame", "values", "phrase", "telling"),
    [
        ("killing", [("where", WAJIMA)], "shot dead", True),
        ("killing", [], "shot dead", False),
        ("killing", [("victim", Text("clerk", "clerk"))], "shot dead", False),
        ("appointment", [("whom", SILD)], "was sworn in", True),
        ("appointment", [("post", PREMIER)], "steps down", False),
        ("ruling", [("court", Text("Supreme Court", "court"))], "ruled", False),  # on what?
        ("ruling", [("court", Text("court", "court")), ("whom", SILD)], "convicted", True),
        ("weapons_test", [("who", NORTH), ("what", MISSILE)], "fired", True),
        ("weapons_test", [("who", Text("troops", "troop")), ("what", MISSILE)], "fired", False),
        ("agreement", [("what", NUCLEAR)], "deal", False),
        ("agreement", [("what", NUCLEAR), ("who", NORTH)], "deal", True),
    ],
)
def test_a_title_that_names_nothing_tells_nothing(
    frame: str, values: list[tuple[str, Value]], phrase: str, telling: bool
) -> None:
    told = tuple((name, (value,)) for name, value in values)
    node, kind = Node("n", "r", frame, None, 1.0, phrases=(phrase,), values=told), load_frames(None).named(frame)
    assert is_telling(kind, title(kind, [node]), [node]) is telling


HER, HEAD = Party("her", "Ana Sild", "EE", "person"), Party("its inspector general", "Ana Sild", "EE", "person")
CLERK, POLICE = Text("clerk", "clerk"), Party("Police", "police", None, "group")


@pytest.mark.parametrize(
    ("frame", "values", "phrases", "stands"),
    [
        ("killing", [("where", WAJIMA)], ["shot dead"], "title"),
        ("killing", [], ["shot dead"], "nothing"),
        ("arrest", [("whom", SILD)], ["arrested"], "title"),
        ("arrest", [("whom", HER)], ["arrested her"], "words"),
        ("arrest", [("whom", HEAD)], ["arrested"], "words"),
        ("arrest", [("whom", CLERK)], ["arrested"], "words"),
        ("arrest", [("who", NORTH)], ["arrested him"], "nothing"),
        ("theft", [], ["jewel theft"], "nothing"),
        ("investigation", [("who", POLICE)], ["investigate"], "words"),
        ("open", [("happened", Text("It was slipped", "slip"))], ["slipped"], "nothing"),
    ],
)
def test_beside_another_an_event_has_only_a_title_that_is_sure(
    frame: str, values: list[tuple[str, Value]], phrases: list[str], stands: str
) -> None:
    told = tuple((name, (value,)) for name, value in values)
    node, kind = Node("n", "r", frame, None, 1.0, phrases=tuple(phrases), values=told), load_frames(None).named(frame)
    assert naming(kind, [node], is_real=True, is_dated=False) == stands
    dated = naming(kind, [node], is_real=True, is_dated=True)
    assert dated == (stands if stands == "title" else "words")
    assert naming(kind, [node], is_real=False, is_dated=True) == ("title" if stands == "title" else "nothing")


def test_what_two_reports_tell_in_common_nouns_is_a_title() -> None:
    kind = load_frames(None).named("arrest")
    nodes = [Node(r, r, "arrest", None, 1.0, phrases=("arrested",), values=(("whom", (CLERK,)),)) for r in ("a", "b")]
    assert naming(kind, nodes, is_real=True, is_dated=False) == "title"


def test_a_part_in_brackets_names_nobody_for_a_pronoun() -> None:
    kind = load_frames(None).named("arrest")
    told: tuple[tuple[str, tuple[Value, ...]], ...] = (("whom", (CLERK,)), ("who", (HER,)), ("where", (WAJIMA,)))
    one = Node("n", "r", "arrest", None, 1.0, phrases=("arrested",), values=told)
    two = Node("m", "s", "arrest", None, 1.0, phrases=("arrested",), values=(("who", (SILD,)),))
    assert title(kind, [one]) == "Arrest of clerk in Wajima"
    assert title(kind, [one, two]) == "Arrest of clerk by Ana Sild in Wajima"
