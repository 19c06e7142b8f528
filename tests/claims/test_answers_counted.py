"""What a count is said to be of, however the sentence says it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crosswire.claims.read import Reader, read
from crosswire.model import Block, Report

PUBLISHED = datetime(2026, 3, 12, 12, tzinfo=UTC)


def told(text: str, reader: Reader, attribute: str) -> set[str]:
    """What a report of these paragraphs answers for a question, of whatever event."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    report = Report("1", text, tuple(blocks), "", "Paper", PUBLISHED, "given", "en")
    reading = next(iter(read([report], reader)))
    return {c.value.text for c in reading.claims if c.attribute == attribute and c.value is not None}


MARCH = "Police arrested dozens of people at a march in Lima on Monday."
RAID = "Gunmen abducted pupils from a school in Kaduna on Monday."
LANDING = "A plane made an emergency landing at Oslo on Tuesday."
SHOOTING = "Police shot a man dead in Lima on Monday."
CABLE = "An undersea cable off Crete was cut on Monday."
RECALL = "The toy maker Nordleg recalled 46,000 scooters on Wednesday."
FIRE = "A fire at a mill in Lahore killed workers on Saturday."


@pytest.mark.parametrize(
    ("before", "sentence", "attribute", "value"),
    [
        (MARCH, "He put the number of detainees at 84.", "how_many", "84"),
        (MARCH, "The figure of those detained has risen to 91, the minister said.", "how_many", "91"),
        (RAID, "Police put the number missing at 52.", "missing", "52"),
        (RAID, "Fifty-two pupils were unaccounted for, a spokesman said.", "missing", "Fifty-two pupils"),
        (RAID, "Nine pupils of the Girls School, near Zaria, were missing after the raid.", "missing", "Nine pupils"),
        (RAID, "One man, a guard, was killed.", "killed", "One man"),
        (SHOOTING, "A neighbour said she heard three shots.", "shots", "three shots"),
        (CABLE, "Some 12,500 homes were without a connection, the operator said.", "affected", "Some 12,500 homes"),
        (LANDING, "Nine men with burns were admitted to hospital.", "injured", "Nine men"),
        (RECALL, "Eleven cases of overheating have been reported, it said.", "incidents", "Eleven cases"),
        (LANDING, "The airline put the number of people on board at 154.", "aboard", "154"),
        (FIRE, "The ministry gave the number of dead as 44.", "killed", "44"),
    ],
)
def test_a_count_is_of_those_whom_the_sentence_names(
    before: str, sentence: str, attribute: str, value: str, reader: Reader
) -> None:
    assert value in told(f"{before}\n\n{sentence}", reader, attribute)


@pytest.mark.parametrize(
    ("before", "sentence", "attribute", "value"),
    [
        (MARCH, "He put the number of officers at 84.", "how_many", "84"),
        (RAID, "The principal put the number of boarders at 240.", "how_many", "240"),
        (RAID, "Four members of the staff were unaccounted for after the raid.", "missing", "Four members"),
        (SHOOTING, "He wrote three rounds of letters.", "shots", "three rounds"),
        (RECALL, "The court heard eleven cases on Monday.", "incidents", "eleven cases"),
        (LANDING, "The airline put the number of flights at 154.", "aboard", "154"),
        (FIRE, "The ministry gave the number of exits as 4.", "killed", "4"),
    ],
)
def test_a_count_of_others_answers_nothing(
    before: str, sentence: str, attribute: str, value: str, reader: Reader
) -> None:
    assert value not in told(f"{before}\n\n{sentence}", reader, attribute)


def test_whoever_is_freed_is_free_and_not_only_taken(reader: Reader) -> None:
    text = "Gunmen have released 31 passengers who were seized weeks ago on the road to Minna, the state said."
    report = Report("1", text, (Block("paragraph", 0, len(text)),), "", "Paper", PUBLISHED, "given", "en")
    reading = next(iter(read([report], reader)))
    assert {"release", "abduction"} <= {m.frame for m in reading.mentions}
