"""What somebody takes for granted who speaks of something else: judged, only named, or told."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read
from tests.builders import report

# sentence -> the answers of somebody quoted, each with how it is taken
TOLD: dict[str, dict[str, str | None]] = {
    # a judgement
    "Norway said it strongly condemned the missile launch by Iran.": {"who": "judged", "what": "judged"},
    "Norway said it opposed the missile launch by Iran.": {"who": "judged", "what": "judged"},
    "The ministry in Oslo said it was deeply worried about the kidnapping of nine nurses in Kano.": {
        "how_many": "judged"
    },
    "The ministry in Oslo said the nation mourned the 40 killed in the attack in Kano.": {"killed": "judged"},
    "Ana Paz said her thoughts were with the families of the 40 people killed in the attack in Kano.": {
        "killed": "judged"
    },
    "Ana Paz said she regretted that 40 people were killed in Kano.": {"killed": "judged"},
    "Ana Paz is pleased that Iran launched a missile from Tabriz.": {"who": "judged", "from": "judged"},
    "Ana Paz said the missile launch by Iran shocked the crew.": {"who": None},
    "Ana Paz protested that Iran launched a missile from Tabriz.": {"who": None, "from": None},
    "Ana Paz said the missile launch by Iran undermines the talks.": {"who": "judged", "what": "judged"},
    "Ana Paz said data from the missile launch by Iran confirm the range.": {"who": "named"},
    # only named, in words about something else
    "Norway fired a missile at sea. Ana Paz said the missile launch by Norway left her speechless.": {
        "who": "named",
        "what": "named",
    },
    # told, whatever stands beside it
    "Norway said that Iran launched a missile from Tabriz.": {"who": None, "what": None, "from": None},
    "The army said the attack on the school killed 40 people.": {"killed": None},
    "Norway said it condemned the strike and that Iran launched a missile from Tabriz.": {"from": None},
    "Norway said the worried crew saw that Iran launched a missile.": {"who": None},
    "Police said the protest against the governor left 40 people dead in Kano.": {"killed": None},
    "Police said a bomb killed 40 people in the heart of Kano.": {"killed": None, "where": None},
    "Norway condemned the missile launch by Iran.": {},  # the outlet's own words
}


@pytest.mark.parametrize("text", TOLD)
def test_what_is_taken_for_granted(text: str, reader: Reader) -> None:
    claims = next(read([report("Paper", text)], reader)).claims
    quoted = {c.attribute or "": c.taken for c in claims if len(c.speakers) > 1 and c.attribute}
    assert {name: quoted.get(name, "missing") for name in TOLD[text]} == TOLD[text]
