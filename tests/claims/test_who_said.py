# ruff: noqa: E501 - a table of cases reads best with one case a line
"""Who is meant where somebody else stands near: the last attribution of a text of our own, and its nearest speaker."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read
from crosswire.model import Report
from tests.builders import report

# text -> the canonical name of the nearest speaker of the text's last claim that has one; None: of none
CASES: list[tuple[str, str | None]] = [
    # two of one family: the child whom the report calls by the first name is not "Mr Lund"
    (
        "Peter Lund met his son Tim Lund at the fair. Tim fell. Tim cried, and Tim ran off. Mr Lund said it was a joke.",
        "Peter Lund",
    ),
    ("Peter Lund met his wife Emma Lund at the fair. Emma fell. Lund said that he was sorry.", "Peter Lund"),
    ("Peter Lund met Emma Lund at the fair. Mrs Lund said it was late.", "Emma Lund"),
    ("Peter Lund left. Emma Lund came. Lund said the house was cold.", "Emma Lund"),
    # a medium's name that is somebody's
    ("Mayor Hugo Bloomberg left early. Mr. Bloomberg said he was tired.", "Hugo Bloomberg"),
    ("Mayor Hugo Bloomberg left early. Bloomberg said he was tired.", "Hugo Bloomberg"),
    ("Mayor Hugo Bloomberg left early. The bank lost 3 million euros, Bloomberg reported.", "Bloomberg"),
    ("The bank lost 3 million euros, Bloomberg said.", "Bloomberg"),
    # a paper's edition is no government
    ("A man ate 12 pies, Vogue UK reported.", "Vogue UK"),
    ("The ship was seized on Monday, the UK said.", "UK government"),
    # what a firm makes
    (
        "Apple unveiled the Apple Lamp in May. Apple said the Apple Lamp costs 90 euros. The company said it would sell it in June.",
        "Apple",
    ),
    # of another, of a part, of a trade of its own
    ("Norvik Air is on strike. The operator of Tolvajarvi airport said it was open.", "operator of Tolvajarvi airport"),
    ("Norvik Air is on strike. The airline said it was sorry.", "Norvik Air"),
    (
        "Canada's police said it was calm. The province's police watchdog said three shots were fired.",
        "unnamed watchdog",
    ),
    ("Canada's police said it was calm. The police said three shots were fired.", "Royal Canadian Mounted Police"),
    ("Norvik Air sacked 40 pilots, chief Ana Paz told Halden Media. The company said it was sorry.", "Norvik Air"),
    # who was brought in last without a name
    (
        "Luis Gil, an FBI official, said it was terror. An airline official told AFP that it was late. The official said the plane was old.",
        "unnamed officials",
    ),
    ("Luis Gil, an FBI official, said it was terror. The official said the plane was old.", "Luis Gil"),
    # an office to come
    ("President-elect Ana Lopez beat President Luis Gil. The president-elect said she was glad.", "Ana Lopez"),
    ("President-elect Ana Lopez beat President Luis Gil. The president said he was sad.", "Luis Gil"),
    # "it" of who says something, and of nobody
    ("Police say they held 143. The Wardens' Roll insists on 200. It also says that two are missing.", "Wardens' Roll"),
    ("The navy sank a boat. It also says that two are missing.", "navy"),
    ("Norvik Air is in trouble. It seems that the pilots knew of it.", None),
    ("Norvik Air is in trouble. It said that the pilots knew of it.", "Norvik Air"),
    # all of them, and who
    (
        "The court has the statements of seven witnesses, and all of them have confirmed that they were hit.",
        "unnamed witnesses",
    ),
    (
        "It was calm, according to two officials familiar with the meeting who said that nobody shouted.",
        "unnamed officials",
    ),
    ("Tim Roe slept. In her letter, Emma Lund described the flight as calm.", "Emma Lund"),
    # beside it
    ("He ran into the hall, according to the sheriff, confirming that the door was open.", "unnamed sheriffs"),
    ("That supplier, Danish pump maker Kolding Vand, rejected the accusation.", "Kolding Vand"),
    # who spoke goes on, and not who was only told of, or is quoted within
    (
        'Emma Lund praised the crew, but argued that Tim Roe was wrong and that he would lose. "I am a sailor," she said.',
        "Emma Lund",
    ),
    ('Peter Lund rose and argued that Tim Roe was a fool who would lose. "I am a sailor," he said.', "Peter Lund"),
    ("In a post seen by Halden Bank, Norvik Air said it was sorry. The company denied a leak.", "Norvik Air"),
    # who is quoted says it, whomever he cites
    ('"The pilots must go," Peter Lund said in a letter, citing Emma Roe.', "Peter Lund"),
    # the "I" of a quotation whose speaker is not told
    ("'I was off sick, and I said that I was leaving.", "unnamed speaker"),
]


def of(text: str) -> Report:
    return report("Harbour Gazette", text)


@pytest.mark.parametrize(("text", "name"), CASES)
def test_who_said_it(text: str, name: str | None, reader: Reader) -> None:
    (reading,) = read([of(text)], reader)
    said = [c for c in reading.claims if c.cue is not None and len(c.speakers) > 1]
    assert (max(said, key=lambda c: c.cue.start if c.cue else 0).speakers[-1].canonical if said else None) == name
