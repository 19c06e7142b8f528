"""The PolNeAR loader and scorer on examples counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.polnear import Marked, Pieces, Score, add, figures, load_gold, match, read_annotations, tidy

TEXT = 'Ann said "we won".\nBob denied it.\n'
FIRST = """T1\tSource 0 3\tAnn
T2\tCue 4 8\tsaid
T3\tContent 9 17\t"we won"
T4\tAttribution 4 8\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tDiscuss 0 8\tAnn said
"""
SECOND = (
    FIRST
    + """T6\tSource 19 22\tBob
T7\tCue 23 29\tdenied
T8\tContent 30 32\tit
T9\tAttribution 23 29\tdenied
E2\tAttribution:T9 Content:T8 Cue:T7 Source:T6
T10\tAttribution-no-source 23 29\tdenied
E3\tAttribution-no-source:T10 Cue:T7
"""
)


def marked(content: Pieces, source: Pieces = (), cue: Pieces = ()) -> Marked:
    return Marked(content, source, cue)


def test_an_annotation_file_is_read() -> None:
    assert list(read_annotations(SECOND, TEXT)) == [
        marked(((9, 17),), ((0, 3),), ((4, 8),)),
        marked(((30, 32),), ((19, 22),), ((23, 29),)),
    ]  # the third event has no content and is unfinished


def test_a_line_break_inside_a_span_is_no_new_record() -> None:
    text = "Ann said a\nb."
    standoff = "T1\tContent 9 10;11 12\ta\nTb\nT2\tCue 4 8\tsaid\nE1\tAttribution:T2 Content:T1 Cue:T2\n"
    assert list(read_annotations(standoff, text)) == [marked(((9, 12),), (), ((4, 8),))]


def test_two_annotators_make_the_union(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "attributions" / "one_aaaa.ann").write_text(FIRST, "utf-8")
    (tmp_path / "attributions" / "one_bbbb.ann").write_text(SECOND, "utf-8")
    (tmp_path / "attributions" / "one-more_aaaa.ann").write_text(SECOND, "utf-8")
    assert len(load_gold(tmp_path / "text" / "one.txt", TEXT)) == 2


def test_pieces_are_trimmed_and_joined_over_white_space() -> None:
    assert tidy([(0, 2), (3, 6), (9, 12)], "ab cd  xy z ") == ((0, 5), (10, 11))


@pytest.mark.parametrize(
    ("gold", "found", "pairs"),
    [
        ([((0, 10),)], [((5, 10),)], {0: 0}),  # half of the longer one
        ([((0, 10),)], [((6, 10),)], {}),
        ([((0, 10),)], [((0, 21),)], {}),
        ([((0, 10),), ((0, 8),)], [((0, 9),)], {0: 0}),  # one to one, the best pair first
        ([((0, 5), (20, 25))], [((0, 5),)], {0: 0}),
    ],
)
def test_matching(gold: list[Pieces], found: list[Pieces], pairs: dict[int, int]) -> None:
    assert match(gold, found) == pairs


def test_the_figures_of_an_example_counted_by_hand() -> None:
    # Three contents of 10, 10 and 20 characters; found: one exact, one by its half (5 of 10), one where nothing is.
    gold = [
        marked(((0, 10),), ((50, 53),), ((60, 64),)),
        marked(((100, 110),), ((150, 153),), ((160, 164),)),
        marked(((200, 220),)),
    ]
    found = [
        marked(((0, 10),), ((50, 53),), ((60, 64),)),
        marked(((100, 105),), ((170, 173),), ((160, 165),)),
        marked(((300, 310),)),
    ]
    score = Score()
    add(score, gold, found)
    figure = figures(score)
    assert figure["content_exact"] == round(2 * 1 / 6, 4)
    assert figure["content_overlapping"] == round(2 * 2 / 6, 4)
    assert figure["content_soft"] == round(2 * 15 / (40 + 25), 4)
    assert figure["source_exact"] == 0.5
    assert figure["cue_exact"] == 0.5
    assert figure["cue_overlapping"] == 1.0
    assert (figure["right_source"], figure["right_source_where_named"]) == (0.5, 0.5)
    assert (figure["content_precision"], figure["content_recall"]) == (0.6667, 0.6667)
