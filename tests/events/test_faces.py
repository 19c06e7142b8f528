"""What one report tells under several kinds: faces of one occurrence, or two events."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crosswire.claims.frames_load import load_frames
from crosswire.claims.read import Reader, read
from crosswire.events.faces import load_faces
from crosswire.events.tell import make_events
from crosswire.pipeline.weigh import table_of
from tests.builders import report

WEDNESDAY = datetime(2026, 3, 4, 12, tzinfo=UTC)

# text -> two kinds told in it -> whether they are one event
CASES: dict[str, tuple[str, str, bool]] = {
    # one sentence tells what happened and what came of it
    "A strong earthquake hit Palu on Tuesday and a hotel collapsed.": ("earthquake", "collapse", True),
    "The army seized power in Mali on Tuesday and arrested President Ibrahim Keita.": ("coup", "arrest", True),
    "Gunmen attacked a school in Kankara on Tuesday and abducted 300 students.": ("attack", "abduction", True),
    "A train derailed in Lac-Megantic on Tuesday and its tankers exploded.": ("transport_accident", "explosion", True),
    "Donald Trump met Kim Jong Un in Singapore on Friday and both signed a declaration.": (
        "meeting",
        "agreement",
        True,
    ),
    # two sentences with one toll
    "At least 65 migrants drowned off Tunisia on Tuesday. A boat capsized off Tunisia, killing at least 65 people.": (
        "accident",
        "transport_accident",
        True,
    ),
    # what a sentence sets before, or tells of another one
    "Soldiers seized power in Mali on Tuesday, weeks after police arrested an opposition leader in Mali.": (
        "coup",
        "arrest",
        False,
    ),
    "An earthquake hit Haiti on Tuesday, days after buildings collapsed in Haiti.": ("earthquake", "collapse", False),
    "A dam collapsed in Brazil on Friday, leaving 200 people missing. The incident comes four years after another iron "
    "ore dam collapse in Brazil owned by Vale, which killed 17 people and is described as the worst environmental "
    "disaster in its history.": ("collapse", "killing", False),
    # other days, other places, what follows days later, and kinds that are no faces of one thing
    "The army seized power in Mali on Sunday. Police arrested ten protesters in Bamako on Tuesday.": (
        "coup",
        "arrest",
        False,
    ),
    "A boat sank off Tunisia on Tuesday. A fire killed nine people in Lagos on Sunday.": (
        "transport_accident",
        "explosion",
        False,
    ),
    "A bomb attack hit a market in Kano on Monday. Police arrested two men in Lagos on Tuesday.": (
        "attack",
        "arrest",
        False,
    ),
    "A strong earthquake hit Palu on Monday. A mine collapsed in Kano on Tuesday, trapping nine workers.": (
        "earthquake",
        "collapse",
        False,
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.items(), ids=lambda v: v[:40] if isinstance(v, str) else "")
def test_faces_of_one_occurrence(text: str, wanted: tuple[str, str, bool], reader: Reader) -> None:
    (reading,) = read([report(text=text, published=WEDNESDAY)], reader)
    kinds = {m.id: m.frame for m in reading.mentions}
    events = [{kinds[m] for m in e.mentions} for e in make_events([reading], table_of(reader))]
    one, two, same = wanted
    assert any(one in told for told in events) and any(two in told for told in events), events
    assert ({one, two} <= events[0]) is same, events


def test_all_faces_are_kinds() -> None:
    kinds = {frame.name for frame in load_frames().all}
    assert {kind for pair in load_faces() for kind in pair} <= kinds


def test_faces_go_both_ways() -> None:
    faces = load_faces()
    assert all(faces[two, one] is face for (one, two), face in faces.items())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers arrested President Ibrahim Keita and seized power in Mali on Tuesday.", "coup"),
        ("Gunmen abducted 300 students in Kankara on Tuesday.", "abduction"),
    ],
)
def test_an_event_is_called_by_what_set_it_off(text: str, kind: str, reader: Reader) -> None:
    readings = list(read([report(text=text, published=WEDNESDAY)], reader))
    assert make_events(readings, table_of(reader))[0].frame == kind
