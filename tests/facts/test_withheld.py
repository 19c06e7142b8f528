"""Who speaks of something without vouching for it is no origin of it; who hedges is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.facts.withheld import is_misgiven, withholds
from crosswire.model import Claim, Quantity, Span, Speaker
from tests.builders import claim, official, report

DEAD = Quantity("23", 23, 23, "exact", "1")


def told(text: str, cue: str, said: str) -> tuple[Claim, str]:
    """A claim of the hospital: its cue and what is said, both words of the text."""
    of = report("Paper", text)
    who = replace(official("the hospital"), span=Span.of(text, 0, len("The hospital")))
    made = claim(of, DEAD, who)
    spans = (Span(text.index(words), text.index(words) + len(words), words) for words in (said, cue))
    span, at = spans
    return replace(made, span=span, cue=at), text


@pytest.mark.parametrize(
    ("before", "cue", "said", "withheld"),
    [
        ("The hospital ", "could not confirm", " that 23 died", True),
        ("The hospital ", "could confirm", " that 23 died", False),
        ("The hospital ", "has yet to confirm", " that 23 died", True),
        ("The hospital ", "declined to confirm", " that 23 died", True),
        ("The hospital ", "noted", " that 23 died", False),  # no "not"
        ("The hospital ", "doubted", " that 23 died", True),
        ("The hospital ", "believes", " that 23 died", False),  # a hedge
        ("The hospital was aware of ", "reports", " that 23 died", True),
        ("The hospital confirmed its ", "report", " that 23 died", False),
        ("The hospital ", "reports", " that 23 died", False),
        ("The hospital still ", "claims", " that 23 died", False),
        ("The hospital, which the army runs, ", "claims", " that 23 died", False),
        ("The hospital cited army ", "claims", " that 23 died", True),
        ("The hospital denied the ", "claims", " that 23 died", True),
        ("The hospital thought it too early ", "to say", " that 23 died", True),
        ("The hospital went on ", "to say", " that 23 died", False),
        ("The hospital ", "said", " it was shocked that 23 died", True),
        ("The hospital ", "said", " it was certain that 23 died", False),
        ("The hospital ", "said", " it was possible that 23 died", True),
        ("The hospital ", "said", " “23 died. This report is entirely false”", True),
        ("The hospital ", "said", " “23 died. The report that 40 did is false”", False),
        ("The hospital ", "said", " “23 died. The gate was false”", False),
    ],
)
def test_who_does_not_vouch(before: str, cue: str, said: str, withheld: bool) -> None:
    made, text = told(before + cue + said, cue, said.strip())
    assert withholds(made, text) is withheld


@pytest.mark.parametrize(
    ("speaker", "said", "misgiven"),
    [
        ("Ana Paz", "President Paz is taking a risk by hosting him", True),
        ("Ana Paz", "President Ana Paz is taking a risk", True),
        ("Ana Paz", "President Karl Paz is taking a risk", False),
        ("Ana Paz", "President Pazos is taking a risk", False),
        ("Ana Paz", "Ms. Paz was my mother", False),
        ("Ana Paz", "I am taking a risk", False),
        ("Ana Paz", "the shots that killed Ana Paz were recorded", True),
        ("Ana Paz", "I am Ana Paz and I saw it", False),
        ("Ana Paz", "the shots that killed Ana Pazos were recorded", False),
    ],
)
def test_who_speaks_does_not_call_himself_by_a_title(speaker: str, said: str, misgiven: bool) -> None:
    made = replace(claim(report("Paper", said), DEAD, Speaker(speaker, speaker, "person", None)), mode="quoted")
    assert is_misgiven(made) is misgiven


def test_words_with_their_own_cue_are_no_quotation() -> None:
    of = report("Paper", "President Ana Paz backed Karl Moe, saying he has courage")
    made = replace(claim(of, DEAD, Speaker("Ana Paz", "Ana Paz", "person", None)), mode="quoted")
    assert is_misgiven(made)
    assert not is_misgiven(replace(made, cue=Span.of(of.text, 18, 24)))


def test_a_body_is_called_as_it_is() -> None:
    made = claim(report("Paper", "General Staff says so"), DEAD, official("General Staff"))
    assert not is_misgiven(made)
