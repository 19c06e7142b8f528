"""Whether an event's words tell that it came about, take it for known, or name it by the way."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, read
from crosswire.model import Block, Report


@pytest.mark.parametrize(
    ("text", "frame", "telling"),
    [
        # a tense in a main clause, or in what somebody says
        ("Police arrested a baker in Rimford.", "arrest", "told"),
        ("A baker has been arrested in Rimford.", "arrest", "told"),
        ("The mayor said that police had arrested a baker.", "arrest", "told"),
        ("Troops sealed the road and arrested a baker.", "arrest", "told"),
        ("A baker is being investigated by the police.", "investigation", "told"),
        ("Troops managed to arrest a baker.", "arrest", "told"),
        # a noun that is done or happens there
        ("Prosecutors opened an investigation into the bakery.", "investigation", "told"),
        ("An explosion killed three bakers in Rimford.", "explosion", "told"),
        ("There was an explosion at a bakery in Rimford.", "explosion", "told"),
        ("The premier called an urgent meeting with the bakers.", "meeting", "told"),
        # taken for known: another noun, a clause of when or which
        ("The explosion at the bakery shocked Rimford.", "explosion", "known"),
        ("The town mourned after police arrested a baker.", "arrest", "known"),
        ("The baker, who was arrested on Monday, sold bread.", "arrest", "known"),
        ("The mayor deplored the explosion at the bakery.", "explosion", "known"),
        # by the way: no tense, or a habit
        ("The mayor praised the constables for arresting the baker.", "arrest", "aside"),
        ("The baker arrested on Monday sold bread.", "arrest", "aside"),
        ("The bureau, which investigates deaths, was founded in 1990.", "investigation", "aside"),
    ],
)
def test_how_words_tell(text: str, frame: str, telling: str, reader: Reader) -> None:
    blocks = (Block("paragraph", 0, len(text)),)
    (made,) = read([Report("r", text, blocks, text, "Gazette", None, "unknown", "en")], reader)
    assert {m.telling for m in made.mentions if m.frame == frame} == {telling}


def test_a_headline_tells_in_the_present(reader: Reader) -> None:
    text = "Police arrest baker in Rimford"
    blocks = (Block("title", 0, len(text)),)
    (made,) = read([Report("r", text, blocks, text, "Gazette", None, "unknown", "en")], reader)
    assert [m.telling for m in made.mentions if m.frame == "arrest"] == ["told"]
