"""What somebody did by saying something: the act, a question called one, and what was not done or not said at all."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read
from tests.builders import report

CASES = {
    # who asks has said nothing
    "Marta Ruiz asked why the gate was open.": [("Marta Ruiz", "ask")],
    "Marta Ruiz wondered whether the dam would hold.": [("Marta Ruiz", "ask")],
    "Marta Ruiz questioned whether the bridge was safe.": [("Marta Ruiz", "concern")],
    # near misses: told, asked for, and asked of her
    "Marta Ruiz said why the gate was open.": [("Marta Ruiz", "say")],
    "Marta Ruiz laughed when asked what she had missed most.": [],
    # done by saying it
    "Marta Ruiz condemned the raid.": [("Marta Ruiz", "condemn")],
    "Marta Ruiz demanded an inquiry.": [("Marta Ruiz", "demand")],
    # not done: called for, only possible, proud to
    "Marta Ruiz should do the decent thing and condemn the raid.": [],
    "Marta Ruiz can confirm the appointment next week.": [],
    "Marta Ruiz would be proud to take responsibility for the raid.": [],
    # told by the way, without words, or turned down
    "The haul is twice what Veltra admits.": [],
    "Losses were greater than Veltra acknowledged.": [],
    "Marta Ruiz tweeted a photo.": [],
    "Marta Ruiz gave a statement on Monday.": [],
    "Marta Ruiz was denied a visa.": [],
    "Veltra denied her request.": [],
    "The Senate confirmed the nominee on Friday.": [],
    # somebody else's
    "Marta Ruiz said a watchdog had been asked to look into the accusations of fraud.": [("Marta Ruiz", "say")],
    "Marta Ruiz has not quieted calls for an inquiry.": [],
    "Marta Ruiz gave in to the opposition's demand for an inquiry.": [("unnamed oppositions", "demand")],
    "Veltra denied all accusations against Marta Ruiz.": [("Veltra", "deny")],
    "Veltra called the accusation absurd.": [],
    "Veltra said that it was alarmed by Marta Ruiz's call for a boycott.": [("Veltra", "say")],
    "Several rivals have accused Marta Ruiz of fraud, according to the Harbour Post.": [("Harbour Post", "say")],
    "A member of Veltra demanding an inquiry spoke on Monday.": [("unnamed members", "demand")],
    # not yet, or only thought of
    "Marta Ruiz may be siding with Veltra in demanding a wider inquiry.": [],
    "Marta Ruiz could have ended it if Veltra had demanded an inquiry.": [],
    "Marta Ruiz is committed to recommending the sale.": [],
    'Marta Ruiz added: "We will ask the court to hold him."': [("Marta Ruiz", "say")],
    # a cause, a turn to speak, good manners, a doubt
    "Veltra blamed a broken valve.": [("Veltra", "say")],
    "Marta Ruiz interrupted, calling on Ms. Okoye, who disputed the numbers.": [],
    "Marta Ruiz thanked Ms. Okoye for the call.": [],
    # near misses
    "Veltra blamed the airline.": [("Veltra", "accuse")],
    "Marta Ruiz called on Ms. Okoye to resign.": [("Marta Ruiz", "urge")],
    "Veltra called on those responsible to come forward.": [("Veltra", "urge")],
    "Marta Ruiz won the seat with promises to cut taxes.": [("Marta Ruiz", "promise")],
    "Veltra lodged strong protests.": [("Veltra", "protest")],
    "Marta Ruiz sent a letter to members of Parliament congratulating Ms. Okoye.": [("Marta Ruiz", "praise")],
    "Three witnesses sent statements to the Committee denying any memory of it.": [("unnamed witnesses", "deny")],
    "Marta Ruiz repeated her demand for an inquiry.": [("Marta Ruiz", "demand")],
    "Veltra confirmed the sale.": [("Veltra", "confirm")],
    "Veltra denied the allegation.": [("Veltra", "deny")],
    "Veltra denied that it had known of the leak.": [("Veltra", "deny")],
}


@pytest.mark.parametrize("text", CASES)
def test_acts(text: str, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    said = [c for c in reading.claims if c.act is not None and len(c.speakers) > 1]
    assert [(c.speakers[-1].canonical, c.act) for c in said] == CASES[text]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Marta Ruiz stopped short of calling on the mayor to resign.", "doubts"),
        ("Marta Ruiz did not call on the mayor to resign.", "doubts"),
        ("Marta Ruiz stopped at the gate and called on the mayor to resign.", "states"),
    ],
)
def test_what_was_not_asked_for_is_not(text: str, stance: str, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    assert {c.stance for c in reading.claims if c.act == "urge"} == {stance}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Marta Ruiz told "Morning Hour" that the terms were clear.', "that the terms were clear"),
        ("Marta Ruiz told the Herald on Monday the claim was absurd.", "the claim was absurd"),
        ('Marta Ruiz told the Herald: "The claim is absurd."', '"The claim is absurd."'),
    ],
)
def test_whom_it_was_told_is_none_of_it(text: str, words: str, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    assert [c.span.exact for c in reading.claims if c.act == "say"] == [words]


WHOLE = {
    # a second clause of the cue that begins where the first ends is the rest of it
    "Marta Ruiz said that all the boys rescued on Monday and Sunday are well.": [
        "that all the boys rescued on Monday and Sunday are well"
    ],
    "Marta Ruiz said that crews know the site. The vote was late.": ["that crews know the site"],
    # what "which" stands for
    "Protesters condemned the video, which they said insulted their faith.": ["the video", "insulted their faith"],
}


@pytest.mark.parametrize("text", WHOLE)
def test_the_words_are_whole(text: str, reader: Reader) -> None:
    (reading,) = read([report(text=text)], reader)
    said = next(c for c in reading.claims if c.act == "say" and len(c.speakers) > 1)
    assert [part.exact for part in said.parts or (said.span,)] == WHOLE[text]
