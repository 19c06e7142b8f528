"""What keeps two mentions apart before anything else is looked at is what judging finds."""

from __future__ import annotations

from itertools import combinations

from crosswire.claims.read import Reader, read
from crosswire.events.nodes import NEWS
from crosswire.events.pairs import VETO
from crosswire.events.score import Between, excluded
from crosswire.events.stream import nodes_of
from crosswire.events.told import told_of
from crosswire.pipeline.weigh import table_of
from tests.builders import report

TEXTS = (
    "A strong earthquake hit Palu in Indonesia on Tuesday.",
    "A strong earthquake hit Lima in Peru on Tuesday.",
    "An earthquake shook Indonesia on Tuesday. Buildings collapsed in Lima.",
    "Gunmen attacked a market in Kano on Tuesday, killing nine people.",
    "A bomb attack killed nine people in Lagos on Tuesday.",
    "The army seized power in Mali on Tuesday. Police arrested a man in Kenya.",
)


def test_who_is_excluded_is_judged_two(reader: Reader) -> None:
    table = table_of(reader)
    reports = [nodes_of(r, table) for r in read([report(f"P{i}", text) for i, text in enumerate(TEXTS)], reader)]
    seen = {True: 0, False: 0}
    for left, right in combinations(reports, 2):
        between = Between(told_of(left), told_of(right), table)
        for one in (n for n in left if n.frame != NEWS):
            for two in (n for n in right if n.frame != NEWS):
                out = excluded(one, two, table)
                seen[out] += 1
                judged = between.judged(one, two)
                assert not out or (judged.verdict, judged.score) == ("different", VETO), (one.phrases, two.phrases)
    assert all(seen.values()), seen
