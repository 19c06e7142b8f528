"""The generated sets: the same each time, true to what they say of themselves, and few enough false verdicts."""

from __future__ import annotations

from benchmarks.corroboration import SEEDS, measure, summary
from benchmarks.corroboration_made import Maker, sets


def test_a_set_is_the_same_each_time_and_each_is_another() -> None:
    one, two = list(sets(7, 4, True)), list(sets(7, 4, True))
    assert one == two
    assert len({s.reports[0].text for s in one}) == 4


def test_dev_never_uses_the_phrases_kept_for_reporting() -> None:
    dev, full = Maker(1, True).table, Maker(1, False).table
    kept = full["phrases"]["said"][2::3]
    assert kept
    assert not set(kept) & set(dev["phrases"]["said"])


def test_a_copied_sentence_keeps_its_truth() -> None:
    for made in sets(SEEDS["dev"], 12, True):
        origins: dict[int, set[str | None]] = {}
        for report in made.reports:
            for sentence in report.sentences:
                assert sentence.text in report.text
                origins.setdefault(sentence.id, set()).add(sentence.origin)
        assert all(len(found) == 1 for found in origins.values())


def test_hardly_anything_of_one_origin_is_called_corroborated() -> None:
    tally = measure(30, "dev")
    counted = summary(tally)
    assert tally.corroborated > 40
    assert tally.false <= 1, tally.examples
    assert float(str(counted["found"])) >= 0.7
    assert float(str(counted["reprint_f1"])) >= 0.93
