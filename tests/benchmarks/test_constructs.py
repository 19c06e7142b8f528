"""The sentences of `constructs` are what their tables say, and an answer counts as it is told."""

from __future__ import annotations

from benchmarks.constructs import Sentence, outcome, quarter_of, readings, sentences


def _one(text: str, **answers: str) -> dict[str, str]:
    asked = ("happened", "when", "where", *answers)
    made = Sentence("bus", ("transport_accident",), "plain", text, False, asked, answers, "Narok", "where")
    [(sentence, reading)] = readings([made])
    return outcome(sentence, reading)


def test_what_is_told_is_right_and_what_is_not_is_missed() -> None:
    found = _one("A bus crashed in Narok on Saturday.", vehicle="bus", killed="4")
    assert found == {"happened": "right", "when": "right", "where": "right", "vehicle": "right", "killed": "missed"}


def test_another_day_and_another_place_are_wrong() -> None:
    found = _one("A bus crashed in Nairobi on Sunday.", vehicle="lorry")
    assert found == {"happened": "right", "when": "wrong", "where": "wrong", "vehicle": "wrong"}


def test_no_slot_is_left_and_every_quarter_has_its_sentences() -> None:
    table = list(sentences())
    assert not [s.text for s in table if "{" in s.text or "  " in s.text or " ." in s.text]
    assert len({s.text for s in table}) > 0.95 * len(table)
    counts = {name: sum(quarter_of(s) == name for s in table) for name in ("read", "new_event", "new_construct")}
    assert all(count > 200 for count in counts.values()), counts
