"""The scorer of the page benchmark, by hand-counted shingles.

Run over the answers that the data set publishes with its table it gives that table's figures (trafilatura 2.0.0: .958 /
.938 / .978).
"""

from __future__ import annotations

import pytest
from benchmarks.pages import scores, shingle_counts


@pytest.mark.parametrize(
    ("true", "found", "counts"),
    [
        ("a b c d e", "a b c d e", (1.0, 0.0, 0.0)),
        ("a b c d e", "a b c d", (0.5, 0.0, 0.5)),
        ("a b c d", "a b c d x", (0.5, 0.5, 0.0)),
        ("a b c d a b c d", "a b c d", (0.2, 0.0, 0.8)),
        ("A, b. c - d!", "A b c d", (1.0, 0.0, 0.0)),
        ("a b", "a b", (1.0, 0.0, 0.0)),
        ("a b c d", "", (0.0, 0.0, 1.0)),
        ("", "", (0.0, 0.0, 0.0)),
    ],
)
def test_counts(true: str, found: str, counts: tuple[float, float, float]) -> None:
    assert shingle_counts(true, found) == pytest.approx(counts)


def test_f1_is_of_the_mean_precision_and_the_mean_recall() -> None:
    found = scores([(0.5, 0.5, 0.0), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0)])
    # Precision over the two pages with an answer, recall over all three.
    assert found["precision"] == pytest.approx(0.75)
    assert found["recall"] == pytest.approx(2 / 3)
    assert found["f1"] == pytest.approx(2 * 0.75 * (2 / 3) / (0.75 + 2 / 3))
