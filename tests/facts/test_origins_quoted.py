"""One quotation has one speaker, whomever reports give it to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosswire.facts.origins.quoted import one_speaker
from crosswire.model import Claim, Mode, Speaker, SpeakerKind
from tests.builders import claim, count, report

LONG = "Her brother was taken by the rebels and held for weeks in Karsk"
SHORT = "Her brother was taken by the rebels"


def said(outlet: str, words: str, name: str, kind: SpeakerKind = "person", mode: Mode = "quoted") -> Claim:
    of = report(outlet, words)
    return replace(claim(of, count(1), Speaker(name, name, kind)), mode=mode)


@pytest.mark.parametrize(
    ("one", "two", "who"),
    [
        (said("A", LONG, "Ana Paz"), said("B", f"{LONG}, she added", "fathers", "unnamed"), "Ana Paz"),
        (said("A", LONG, "Ana Paz"), said("B", LONG, "Karl Moe", mode="paraphrased"), "Ana Paz"),
        (said("A", LONG, "Ana Paz"), said("B", LONG.replace("Her", "My"), "fathers", "unnamed"), "Ana Paz"),
        (said("A", f"President Ana Paz: {LONG}", "Ana Paz"), said("B", LONG, "Karl Moe"), "Karl Moe"),
        (said("A", SHORT, "Ana Paz"), said("B", SHORT, "Karl Moe"), None),
        (said("A", f"{LONG}, says this false report", "Ana Paz"), said("B", LONG, "reports", "unnamed"), None),
        (said("A", f"{LONG}. This report is false", "Ana Paz"), said("B", LONG, "reports", "unnamed"), None),
        (said("A", LONG, "Ana Paz", mode="paraphrased"), said("B", LONG, "Karl Moe", mode="paraphrased"), None),
        (said("A", LONG, "Ana Paz"), said("A", LONG, "Karl Moe"), None),
        (said("A", LONG, "Ana Paz"), said("B", LONG, "Ana Paz"), None),
    ],
)
def test_whose_words_they_are(one: Claim, two: Claim, who: str | None) -> None:
    found = one_speaker((one, two))
    assert {speakers[-1].canonical for speakers in found.values()} == ({who} if who else set())
    assert one_speaker((two, one)) == found
