"""Under which words a reader is told that something happened, where its reports put it in several ways."""

from __future__ import annotations

import pytest

from crosswire.facts.align import Answer, Backed
from crosswire.facts.origins.origin import Trace
from crosswire.facts.told_as import as_most_say
from crosswire.model import Text
from tests.builders import claim, report


def shown(words: str, *told: tuple[str, str]) -> str:
    """How an answer that is put as `words` is shown, told by reports in sentences, each with its words for it."""
    backed = []
    for i, (sentence, its) in enumerate(told):
        of = report(f"Paper {i}", sentence)
        found = Trace(f"named:Body {i}", f"Body {i}", "official", "attributed to it")
        backed.append(Backed(claim(of, Text(its, "")), (found,), None))
    return as_most_say(Answer(Text(words, ""), tuple(backed), tuple(backed))).value.text


SHOT = ("Two men shot at the ferry in Halden.", "shot")
STRUCK = ("The shooting in Halden hit the galley of the ferry.", "hit the galley")
ATTACKED = ("Gunmen attacked the boat.", "attacked the boat")
HIM = (("It shot him, in Halden.", "shot him"), ("It shot him.", "shot him"))
FERRY = ("A ferry was shot at in Halden, the harbour master said.", "shot")

CASES = {
    "one report's part of it": ("hit the galley", (SHOT, STRUCK, FERRY), "shot"),
    "what most say stays": ("shot at the ferry", (SHOT, STRUCK, FERRY), "shot at the ferry"),
    "one report alone": ("hit the galley", (STRUCK,), "hit the galley"),
    "no words that most have": ("hit the galley", (STRUCK, ATTACKED), "hit the galley"),
    "no pronoun is a name": ("hit the galley", (STRUCK, *HIM), "hit the galley"),
}


@pytest.mark.parametrize(("words", "told", "expected"), CASES.values(), ids=CASES)
def test_it_is_told_in_words_that_most_reports_have(
    words: str, told: tuple[tuple[str, str], ...], expected: str
) -> None:
    assert shown(words, *told) == expected
