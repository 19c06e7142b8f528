"""Who is behind what, from text to chain: bodies whose country the text leaves out, owners, statements, words side by
side; with near misses."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read
from crosswire.model import Block, Report
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
    "The army said that a rocket hit the clinic after police said so.": [["army"]],
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
        ["unnamed minister"],
    ],
    "The mayor said that people stayed calm while police said nothing.": [
        ["unnamed mayor"],
        ["unnamed mayor", "police"],
    ],
    # passed on by an agency
    "Kim Jong Un was quoted by KCNA as saying that the talks were over.": [["KCNA", "Kim Jong Un"]],
    "Kim Jong Un was quoted as saying that the talks were over.": [["Kim Jong Un"]],
    '"The talks are over," the palace was quoted as saying.': [["unnamed palaces"]],
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
    # the subject behind the verb, where what stands before it is an aside; one of many who has a name
    "Nine people came in, most of them with bruises and one hit in the eye, said Dr Ana Paz, who heads the ward.": [
        ["Ana Paz"]
    ],
    "One of the freed miners, driller Ivan Paz, said 33 men had been down there.": [["Ivan Paz"]],
    "One of the freed miners said 33 men had been down there.": [["unnamed miners"]],
    # whom his own words bring in does not say them
    '"They shot at us," Ivan Paz wrote on Monday. One clerk died and three were hurt, he said.': [
        ["Ivan Paz"],
        ["Ivan Paz"],
    ],
    'The clerk ran. "They shot at us," Ivan Paz wrote. The clerk was hurt, Paz said.': [["Ivan Paz"], ["Ivan Paz"]],
    # what a name is explained by comes before what was named last
    "A deal was reached, the union Kastel Finland said. Boeing confirmed it. Pay will go up, according to the union.": [
        ["Kastel Finland"],
        ["Boeing"],
        ["Kastel Finland"],
    ],
    "Two died, the disaster agency Kastel said. The state news agency counted three, it said.": [
        ["Kastel"],
        ["unnamed agency"],
    ],
    "The miners' union said that two had died. It was late, Ivan Paz of the union Kastel Finland added.": [
        ["Kastel Finland"],
        ["Ivan Paz"],
    ],
    "Boeing said that one of two Airbus A320s had turned back. The company said there were 148 people aboard.": [
        ["Boeing"],
        ["Boeing"],
    ],
    "A mine fell in. The mine's owner speaks of a roof fall, the union Naden-Sen of a gas outburst.": [
        ["unnamed owners"]
    ],
    "Merle Vista, a chain of laboratories, said that data had been stolen. Names were copied, the company said.": [
        ["Merle Vista"],
        ["Merle Vista"],
    ],
    "Ana Paz, a company director, said that data had been stolen.": [["Ana Paz"]],
    # a part of a country has a government of its own
    "It rained in Peru. The Puno state government said two had died. The state government counted three, it said.": [
        ["Puno state government"],
        ["Puno state government"],
    ],
    "It rained in Peru. The city administration said two had died.": [["unnamed administration"]],
    "It rained in Peru. The government said two had died.": [["Peru's government"]],
    # a country's private people are none of its state's
    "A Peruvian official said 17 died. A Peruvian doctor said nine.": [["Peru's government"], ["unnamed doctors"]],
    # figures given, and counts joined to what is reported
    "The Red Cross gave the number of dead as 16.": [["ICRC"]],
    "The Red Cross gave blood as a present.": [],
    # brought in without a name, and named in the next breath
    "A doctor there has told Radio Nine that 17 had died. It was late, said Dr Ana Paz, who heads the ward.": [
        ["Ana Paz"],
        ["Ana Paz"],
    ],
    "Doctors said that 17 had died. It was late, said Dr Ana Paz, who heads the ward.": [
        ["unnamed doctors"],
        ["Ana Paz"],
    ],
    "It was late, said Dr Ana Paz, who heads the ward. A doctor said that 17 had died.": [
        ["Ana Paz"],
        ["unnamed doctors"],
    ],
    "A doctor said that 17 had died. A farmer, Ana Paz, said it was late.": [["unnamed doctors"], ["Ana Paz"]],
    # a number in a name ends no sentence
    "The town's hospital No. 6 said that it had admitted three men.": [["unnamed hospital"]],
    # known, and named right behind by nothing but the name; not who is told what they are, nor who was named before
    "The regional governor said two had died. 'It was late,' Ana Paz wrote online. A fire broke out, she said.": [
        ["Ana Paz"],
        ["Ana Paz"],
        ["Ana Paz"],
    ],
    "The regional governor said two had died. 'It was late,' farmer Ana Paz said.": [
        ["unnamed regional governor"],
        ["Ana Paz"],
    ],
    "Ana Paz came. The regional governor said two had died. 'It was late,' Ana Paz said.": [
        ["unnamed regional governor"],
        ["Ana Paz"],
    ],
    "Governors said two had died. 'It was late,' Ana Paz said.": [["unnamed governors"], ["Ana Paz"]],
    "It rained in Peru. A Peruvian governor said that two had died.": [["unnamed governors"]],
    # two companies, of a sentence that names two
    "Norvik Shipping will buy Calder Lines, the two companies said.": [["Norvik Shipping and Calder Lines"]],
    "Norvik Shipping, Calder Lines and Acme Airlines will merge, the two companies said.": [["unnamed companies"]],
    # an agency of which only the letters are told, and which spoke last
    "The KVU confirmed two deaths. A knife was found, the agency said.": [["KVU"], ["KVU"]],
    "The KVU confirmed two deaths. Norvik Shipping said it was late. A knife was found, the agency said.": [
        ["KVU"],
        ["Norvik Shipping"],
        ["unnamed agency"],
    ],
    "The plane had left at noon, the KVU authority said.": [["KVU"]],
    # a founder who runs it is one, a mayor and a chief are two
    "The app was stopped, Norvik Shipping's founder and CEO said.": [["Norvik Shipping"]],
    "The app was stopped, the mayor and the governor said.": [["unnamed mayor and unnamed governor"]],
    # a unit with letters of both sizes
    "Four boys were freed, the Thai navy SEALs said.": [["Thai navy SEALs"]],
    "Commander Num Chaiyo said that the talks were over.": [["Num Chaiyo"]],
    # trade operations are no person
    "The Gulf Marine Trade Operations said it had received reports.": [["Gulf Marine Trade Operations"]],
}


@pytest.mark.parametrize("text", CASES)
def test_chains(text: str, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    claims = [c for c in reading.claims if c.cue is not None and c.attribute is None and len(c.speakers) > 1]
    claims.sort(key=lambda c: c.cue.start if c.cue else 0)
    assert [[s.canonical for s in c.speakers[1:]] for c in claims] == CASES[text]


def test_counts_joined_to_what_is_reported(reader: Reader) -> None:
    (reading,) = read([report(text="The Red Cross reported 17 dead and 33 injured.")], reader)
    said = next(c for c in reading.claims if c.attribute is None)
    assert said.span.exact == "17 dead and 33 injured"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("No group has said that it was behind the attack.", "doubts"),
        ("A group has said that it was behind the attack.", "states"),
        ("The army has said that no group was behind the attack.", "states"),
    ],
)
def test_what_nobody_says(text: str, stance: str, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    assert {c.stance for c in reading.claims if c.attribute is None} == {stance}


@pytest.mark.parametrize(
    ("title", "text", "who"),
    [
        ("Halden lab chain says data stolen", "Merle Vista, a chain of laboratories, lost data.", "Merle Vista"),
        ("Halden lab chain says data stolen", "Merle Vista, a clinic, lost data.", "unnamed chains"),
        ("Drones hit plant, Peruvian governor says", "Two had died, governor Ana Paz said.", "Ana Paz"),
        ("Peru: two miners describe how rebels held them", "The miners came home on Monday.", "unnamed miners"),
        ("Peru: drones hit our plant", "The miners came home on Monday.", "Peru's government"),
    ],
)
def test_who_speaks_in_a_headline(title: str, text: str, who: str, reader: Reader) -> None:
    body = f"{title}\n\n{text}"
    blocks = (Block("title", 0, len(title)), Block("paragraph", len(title) + 2, len(body)))
    (reading,) = read([Report("r", body, blocks, title, "Paper", None, "unknown", "en")], reader)
    told = [c for c in reading.claims if c.cue is not None and c.cue.end <= len(title)]
    assert {c.speakers[-1].canonical for c in told} == {who}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The premier vowed to fight the nomination of Ana Paz.", False),
        ("The premier urged the police to look into the arrest of two men.", False),
        ("The premier vowed to carry out the arrest of two men.", True),
        ("The premier said that the arrest of two men took place.", True),
        ("The rebels claimed to have carried out the attack on Lima.", True),
    ],
)
def test_what_is_only_to_be_acted_upon(text: str, told: bool, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    told_of = [c for c in reading.claims if c.attribute in ("happened", "whom", "where")]
    assert any(len(c.speakers) > 1 for c in told_of) is told


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Two died, said Luis Gil, president since 2010.", "president"),
        ("Two died, said Luis Gil, a day after the president left.", None),
    ],
)
def test_what_somebody_is_ends_where_a_time_begins(text: str, role: str | None, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    assert {c.speakers[-1].role for c in reading.claims if c.attribute is None and len(c.speakers) > 1} == {role}


def test_what_a_verb_of_saying_is_done_to_stands_in_its_sentence(reader: Reader) -> None:
    (reading,) = read([report(text="Prosecutor Ana Paz has filed charges against minister Luis Gil.")], reader)
    (whom,) = [c for c in reading.claims if c.attribute == "whom"]
    assert whom.span.exact == reading.report.text


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The photo taken in the lost camp in Lima shows Ana Paz, held over the attack in Lima.", set()),
        ("Ana Paz put a brave face on it after the election in Lima.", set()),
        ("Ana Paz put the number of dead in the attack in Lima at 12.", {"Ana Paz"}),
    ],
)
def test_who_is_shown_or_puts_on_a_face_tells_nothing(text: str, who: set[str], reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    assert {c.speakers[-1].canonical for c in reading.claims if c.attribute and len(c.speakers) > 1} == who


def test_what_is_called_this_or_that_is_taken_for_granted(reader: Reader) -> None:
    (reading,) = read([report(text="Ana Paz said that the arrest of two men was an attempt to stop the vote.")], reader)
    assert {c.taken for c in reading.claims if c.attribute == "happened"} == {"named"}


def test_a_headlines_object_is_what_is_denied(reader: Reader) -> None:
    title = "Puno miners home, owners deny ransom"
    text = f"{title}\n\nThe miners came home on Monday."
    blocks = (Block("title", 0, len(title)), Block("paragraph", len(title) + 2, len(text)))
    (reading,) = read([Report("r", text, blocks, title, "Paper", None, "unknown", "en")], reader)
    assert [c.span.exact for c in reading.claims if c.cue is not None and c.cue.exact == "deny"] == ["ransom"]
