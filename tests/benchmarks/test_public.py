"""The annotation of real events over public texts is whole, and a text is read as it says."""

import tomllib
from collections import Counter

import pytest
from benchmarks.clusters_told import Cluster, load
from benchmarks.ecb_whole import joined
from benchmarks.public import LONG, SETS, beginning

CLUSTERS = [(name, c) for name, folder in SETS.items() for c in load(folder)]
WORDS = {"articles": 9, "us_news": 9, "ecb": 13, "ecb_more": 14}  # ECB+ is free to copy, CC BY 3.0
SOURCES = {"articles": {"giveme5w1h", "fnc-1"}, "us_news": {"abp"}, "ecb": {"ecb+"}, "ecb_more": {"ecb+"}}


def test_there_are_as_many_as_the_readme_says() -> None:
    assert Counter((name, c.split) for name, c in CLUSTERS) == {
        ("articles", "report"): 8,
        ("articles", "dev"): 16,
        ("us_news", "report"): 16,
        ("ecb", "report"): 16,
        ("ecb", "dev"): 10,
        ("ecb_more", "report"): 13,
        ("ecb_more", "dev"): 40,
    }
    counts = (("articles", 225, 37), ("us_news", 157, 17), ("ecb", 240, 56), ("ecb_more", 448, 85))
    for name, asked, to_find in counts:
        questions = [a for one, c in CLUSTERS if one == name for a in c.asked]
        assert (len(questions), sum(a.has_to_be_found for a in questions)) == (asked, to_find)


@pytest.mark.parametrize(("name", "cluster"), CLUSTERS, ids=lambda c: getattr(c, "event", c))
def test_every_place_and_origin_is_given(name: str, cluster: Cluster) -> None:
    row = tomllib.loads((SETS[name] / f"{cluster.event}.toml").read_text("utf-8"))
    ids = {r["id"] for r in row["report"]}
    assert len(ids) == len(row["report"]) >= 4
    assert {r["source"].split("/")[0] for r in row["report"]} <= SOURCES[name]
    for fact in row["fact"]:
        for answer in fact["answer"]:
            for claim in answer["claims"]:
                assert claim["report"] in ids
                assert claim["origin"]
                assert 0 < len(claim["exact"].split()) <= WORDS[name]
        if fact["standing"] == "corroborated":
            assert max(len({c["origin"] for c in a["claims"]} - {"unknown"}) for a in fact["answer"]) >= 2


def test_a_text_is_read_up_to_a_sentences_end() -> None:
    sentence = "The bridge fell on Monday. "
    long = sentence * 200
    read = beginning(long)
    assert read.endswith("Monday.")
    assert LONG - len(sentence) < len(read) <= LONG
    assert beginning("  Short. ") == "Short."


def test_tokens_are_put_together_as_a_page_prints_them() -> None:
    told = "`` It is n't over , '' said the 55 - year - old mayor of St . Ives ( 3 . 5 km away ) at 5 : 30 p . m ."
    assert joined(told.split()) == "“It isn't over,” said the 55-year-old mayor of St. Ives (3.5 km away) at 5:30 p.m."
    assert joined(["http", ":", "/", "/", "a", ".", "example", "/", "b"]) == "http://a.example/b"
    assert joined(["on", "May", "2", ",", "2013", ",", "10", ",", "000", "people"]) == "on May 2, 2013, 10,000 people"
