"""Who is behind what, from text to chain: bodies whose country the text leaves out, owners, statements, words side by
side; with near misses."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read
from tests.builders import report

# text -> the canonical names of the chain (the outlet left out) for each attribution, in the order of their cues
CASES: dict[str, list[list[str]]] = {
    # a coalition and half a word lend no ministry
    "An airstrike by a Saudi-led coalition killed 82 people in Sanaa, according to the Health Ministry.": [
        ["Yemen's Health Ministry"]
    ],
    "A Saudi ship was hit, the foreign ministry said.": [["Saudi Arabia's Foreign Ministry"]],
    # the one company named runs what is told of
    "A tanker managed by Norvik Shipping was hit. The vessel's owners said that two crew members had died.": [
        ["Norvik Shipping"]
    ],
    "A tanker managed by Norvik Shipping was hit. The shipping company said that two crew members had died.": [
        ["Norvik Shipping"]
    ],
    "Norvik Shipping and Calder Lines sail here. The vessel's owners said that two men had died.": [["unnamed owners"]],
    "The ferry agency and Norvik Shipping sail here, the Marine Trade Operations said. The company denied it.": [
        ["Marine Trade Operations"],
        ["Norvik Shipping"],
    ],
    # a statement taken up again
    "Norvik Shipping said in a statement that its ship was safe. The statement said that nobody was hurt.": [
        ["Norvik Shipping"],
        ["Norvik Shipping"],
    ],
    "The statement said that nobody was hurt.": [["unnamed statement"]],
    # beside one another, and all of it told by a third
    "The union said 90,000 people came, while police estimated 20,000, the papers said.": [
        ["unnamed papers", "unnamed union"],
        ["unnamed papers", "police"],
        ["unnamed papers"],
    ],
    "The union said that police had denied that shots were fired.": [["unnamed union"], ["unnamed union", "police"]],
    "China called for restraint, while France condemned the raid, and Mexico urged talks.": [
        ["China's government"],
        ["France's government"],
        ["Mexico's government"],
    ],
    "China called on the two sides to stop while France condemned the raid.": [
        ["China's government"],
        ["France's government"],
    ],
    # what another said before is the outlet's to tell; what happened before is still the speaker's
    "A rocket hit the clinic, the army said, hours after Norvik Shipping said that a rocket had killed two sailors.": [
        ["army"],
        ["Norvik Shipping"],
    ],
    "The army said that a rocket hit the clinic after police said so.": [["army"], ["army", "police"]],
    "The army said that a rocket hit the clinic after gunmen fired at it.": [["army"]],
    "Russia said the ship was empty, and Ukraine said it carried missiles.": [
        ["Russia's government"],
        ["Ukraine's government"],
    ],
    "The union said pay was low, and it warned the ministry that workers would leave.": [
        ["unnamed union"],
        ["unnamed union"],
    ],
    '"It was a mistake, and the army said so," the minister said.': [
        ["unnamed minister", "army"],
        ["unnamed minister"],
    ],
    "The mayor said that people stayed calm while police said nothing.": [
        ["unnamed mayor"],
        ["unnamed mayor", "police"],
    ],
    # passed on by an agency
    "Kim Jong Un was quoted by KCNA as saying that the talks were over.": [["KCNA", "Kim Jong Un"]],
    "Kim Jong Un was quoted as saying that the talks were over.": [["Kim Jong Un"]],
    '"The talks are over," the palace was quoted as saying.': [["unnamed palaces"], ["unnamed palaces"]],
    "The palace told a news briefing that the general had died.": [["unnamed palaces"]],
    "The court found the trader guilty on Monday, the Kremlin said.": [["Russia's government"]],
    "According to information from Norvik Shipping, the ship was safe.": [["Norvik Shipping"]],
    "Interfax reports with reference to Norvik Shipping that the ship was safe.": [
        ["Interfax"],
        ["Interfax", "Norvik Shipping"],
    ],
    "Citing first findings, the Kremlin said the general had died.": [["Russia's government"], ["Russia's government"]],
    # passives whose content the parser hangs on who does it
    "The officer was accused by France of spying for Moscow.": [["France's government"]],
    "It was announced by the Kremlin that the general had died.": [["Russia's government"]],
    "Concerns have been raised by Japan about the water.": [["Japan's government"]],
    "A warning was issued by Japan that the dam could break.": [["Japan's government"]],
    "Fears of a second wave are growing among doctors.": [["unnamed doctors"]],
    # trade operations are no person
    "The Gulf Marine Trade Operations said it had received reports.": [["Gulf Marine Trade Operations"]],
}


@pytest.mark.parametrize("text", CASES)
def test_chains(text: str, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    claims = [c for c in reading.claims if c.cue is not None and c.attribute is None and len(c.speakers) > 1]
    claims.sort(key=lambda c: c.cue.start if c.cue else 0)
    assert [[s.canonical for s in c.speakers[1:]] for c in claims] == CASES[text]
