"""Whether a medium that others cite is an origin beside those who were asked."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crosswire.facts.align import Backed
from crosswire.facts.origins import independent
from crosswire.facts.origins.cited import cited
from crosswire.facts.origins.origin import Trace
from crosswire.model import Attribute, Report, Speaker, SpeakerKind
from tests.builders import claim, count, report

WHAT = Attribute("what", "What?", "text")
TOLL = Attribute("killed", "How many died?", "quantity", grows=True)
KINDS = {"herald": "outlet", "orbit": "outlet", "wire": "agency"}
OUTLETS: dict[str, SpeakerKind] = {"Herald": "outlet", "Orbit": "outlet", "Wire": "agency"}


def said(paper: str, text: str, *chain: str, key: str = "") -> tuple[Report, Backed]:
    """A claim of a paper on the word of a chain of speakers, the last of whom is its origin."""
    of = report(paper, text)
    speakers = [Speaker(name, name, OUTLETS.get(name, "person")) for name in chain]
    name = chain[-1]
    kind = OUTLETS.get(name, "person")
    found = Trace(key or f"named:{name}", name, kind if kind != "agency" else "agency", "attributed to it")
    return of, Backed(claim(of, count(1), *speakers), (found,), None)


def origins(told: Sequence[tuple[Report, Backed]], attribute: Attribute = WHAT) -> int:
    backed = [b for _, b in told]
    after = cited(backed, attribute, backed, {of.id: of for of, _ in told})
    return len(independent(t for b in after for t in b.traces))


COMPANY = said("Gazette", "The mill will close, Ana Paz said.", "Ana Paz")
HERALD = said("Courier", "The mill will close, the Herald reported.", "Herald")


def test_whom_another_outlet_cites_is_an_origin_beside_who_was_asked() -> None:
    assert origins([COMPANY, HERALD]) == 2
    assert origins([HERALD]) == 1


@pytest.mark.parametrize(
    "told",
    [
        [said("Gazette", "The mill will close, Ana Paz told the Herald.", "Ana Paz"), HERALD],
        [COMPANY, HERALD, said("Post", "It is so, Luis Gil told the Herald.", "Herald", "Ana Paz")],
        [COMPANY, HERALD, said("Herald", "The mill will close.", "Ana Paz")],
        [COMPANY, said("Courier", "The mill, Paz said, will close, the Herald wrote.", "Herald")],
        [COMPANY, said("Courier", "The mill will close, Luis Gil told of the Herald.", "Luis Gil", "Herald")],
        [COMPANY, said("Courier", "The mill will close, the wire reported.", "Wire")],
        [said("Gazette", "It will close, the Herald's Paz said.", "Herald editors"), HERALD],
        [said("Gazette", "It will close, a doctor said.", "a doctor", key="named:those of the hospital"), HERALD],
    ],
    ids=["names it", "spoke to it", "its own text", "from somebody", "through a person", "agency", "of it", "a trade"],
)
def test_who_may_have_it_from_somebody_is_none(told: Sequence[tuple[Report, Backed]]) -> None:
    assert origins(told) == 1


def test_all_media_that_are_cited_are_one() -> None:
    orbit = said("Post", "The mill will close, Orbit reported.", "Orbit")
    assert origins([COMPANY, HERALD, orbit]) == 2


def test_a_toll_a_medium_has_from_somebody() -> None:
    assert origins([COMPANY, HERALD], TOLL) == 1
