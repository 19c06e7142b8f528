"""What sentences that do not name an event tell of it: what who did it had in hand, what was found, who people are."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read
from crosswire.model import Block, Report

SHOT = "A gunman shot three people at an office in Graz on Friday, police said. The mayor spoke to the press."
HELD = f"{SHOT} Luis Hart, 34, was arrested near the river."
FAR = " ".join(["The river was calm."] * 12)
POLICE = "A police officer shot Ted Cox, 19, in Graz on Friday. The mayor spoke to the press."


def told(text: str, reader: Reader) -> set[tuple[str, str, str]]:
    """Question, answer and the last to tell it, of all claims on killings and attacks."""
    report = Report("a", text, (Block("paragraph", 0, len(text)),), "", "Paper", None, "unknown", "en")
    (reading,) = read([report], reader)
    own = {m.id for m in reading.mentions if m.frame in ("killing", "attack")}
    return {
        (c.attribute, c.value.text.lower(), c.speakers[-1].canonical if c.speakers else "")
        for c in reading.claims
        if c.mention in own and c.attribute is not None and c.value is not None
    }


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (f"{SHOT} The suspect used a pistol, prosecutor Ana Paz said.", ("weapon", "pistol", "Ana Paz")),
        (f"{SHOT} {FAR} The gunman carried a rifle, prosecutor Ana Paz said.", ("weapon", "rifle", "Ana Paz")),
        (f"{HELD} Hart entered the office with a shotgun, prosecutor Ana Paz said.", ("weapon", "shotgun", "Ana Paz")),
        (f"{HELD} Hart was armed with a knife, prosecutor Ana Paz said.", ("weapon", "knife", "Ana Paz")),
        (f"{HELD} Hart hid the gun in a bag, Mary Beck told reporters.", ("weapon", "gun", "Mary Beck")),
        (f"{HELD} Officers found a pistol in his car, sheriff Tom Brand said.", ("weapon", "pistol", "Tom Brand")),
        (f"{HELD} A handgun was recovered near the river, sheriff Tom Brand said.", ("weapon", "handgun", "Tom Brand")),
        (f"{SHOT} {FAR} The suspect, Luis Hart, was out, prosecutor Ana Paz said.", ("who", "luis hart", "Ana Paz")),
        (f"{SHOT} {FAR} Coroner Ina Moss identified the victim as Mary Beck.", ("victim", "mary beck", "Ina Moss")),
        # again, where somebody else has said it
        (
            f"{SHOT} The victim was Mary Beck, police said. The victim was a clerk, lawyer Dan Wood said.",
            ("victim", "clerk", "Dan Wood"),
        ),
    ],
)
def test_who_did_it_is_told_of_in_other_sentences(text: str, answer: tuple[str, str, str], reader: Reader) -> None:
    assert answer in told(text, reader)


@pytest.mark.parametrize(
    ("text", "question", "words"),
    [
        (f"{HELD} A clerk carried a rifle, prosecutor Ana Paz said.", "weapon", "rifle"),
        (f"{HELD} Another suspect used a knife, prosecutor Ana Paz said.", "weapon", "knife"),
        (f"{HELD} Hart did not use a knife, prosecutor Ana Paz said.", "weapon", "knife"),
        (f"{HELD} Hart may have carried a knife, prosecutor Ana Paz said.", "weapon", "knife"),
        (f"{HELD} Hart tried to grab a rifle, prosecutor Ana Paz said.", "weapon", "rifle"),
        (f"{HELD} Hart was banned from carrying a rifle, prosecutor Ana Paz said.", "weapon", "rifle"),
        (f"{HELD} Hart carried a bag, prosecutor Ana Paz said.", "weapon", "bag"),
        # killers of other deeds, and killers at large
        (f"{SHOT} The Halden school shooter stole a rifle, lawyer Dan Wood said.", "weapon", "rifle"),
        (f"{SHOT} No law stops killers who steal a rifle, lawyer Dan Wood said.", "weapon", "rifle"),
        # what police find where police shot is not theirs
        (f"{POLICE} A pistol was recovered at the scene, chief Tom Brand said.", "weapon", "pistol"),
        (f"{POLICE} Cox had a pistol, chief Tom Brand said.", "weapon", "pistol"),
        (f"{SHOT} The brother of the gunman, Eric Hart, spoke to reporters.", "who", "eric hart"),
        (f"{SHOT} Police are looking for another suspect, Ted Cox.", "who", "ted cox"),
    ],
)
def test_what_others_do_and_what_was_not_done_is_no_answer(
    text: str, question: str, words: str, reader: Reader
) -> None:
    assert not any(asked == question and words in value for asked, value, _ in told(text, reader))
