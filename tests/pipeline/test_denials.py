"""What a denial stands against, from text to fact."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from crosswire.claims.read import Reader
from crosswire.model import Brief, Fact, Given
from crosswire.pipeline.read import load_pipeline

STRUCK = "SANAA — Coalition jets bombed a hospital in Sanaa on Saturday, the United Nations said."
SAME = "Coalition jets bombed a hospital in Sanaa on Saturday, the Red Cross said."
DENIED = "The Saudi-led coalition has denied bombing a hospital in Sanaa on Saturday."


@pytest.fixture(scope="module")
def facts(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Fact]:
    """The main event's facts by their attribute."""
    return facts_of(reader, tmp_path_factory, STRUCK, SAME, DENIED)


def facts_of(reader: Reader, tmp_path_factory: pytest.TempPathFactory, *told: str) -> dict[str, Fact]:
    path = tmp_path_factory.mktemp("denied") / "reports.jsonl"
    texts = enumerate(told)
    rows = [{"outlet": f"Paper {n}", "text": text, "published": "2016-10-08"} for n, text in texts]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    pipeline = replace(load_pipeline(None), reader=reader)
    made: Brief = pipeline.brief([str(path)], Given(), io.BytesIO(), lambda done, total: None)
    if len(told) == 1:
        return {f.attribute: f for f in made.facts}
    main = next(e.id for e in made.events if e.role == "main")
    return {f.attribute: f for f in made.facts if f.event == main}


def test_the_act_and_its_actor_are_denied(facts: dict[str, Fact]) -> None:
    assert facts["happened"].standing == "disputed"


def test_where_and_when_are_not(facts: dict[str, Fact]) -> None:
    assert facts["where"].standing == "corroborated"
    assert facts["target"].standing == "corroborated"
    assert facts["when"].standing == "corroborated"


def test_who_denies_is_named(facts: dict[str, Fact]) -> None:
    assert any("denied by Saudi-led coalition" in reason for reason in facts["happened"].reasons)
    assert not any("source not named" in reason for reason in facts["who"].reasons if "denied" in reason)


def test_of_what_nobody_says_that_it_happened_nothing_else_is_disputed(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert set(facts_of(reader, tmp_path_factory, DENIED)) == {"happened"}


def test_people_are_no_answer_to_who(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> None:
    arrests = (
        "Police arrested 40 people in Lima on Sunday.",
        "People were arrested in Lima on Sunday, the mayor said.",
    )
    found = facts_of(reader, tmp_path_factory, *arrests)
    assert "happened" in found
    assert "whom" not in found
