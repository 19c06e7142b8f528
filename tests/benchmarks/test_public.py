"""The annotation of real events over public texts is whole, and a text is read as it says."""

import tomllib
from collections import Counter

import pytest
from benchmarks.clusters_told import load
from benchmarks.public import HERE, LONG, beginning

CLUSTERS = list(load(HERE))


def test_there_are_as_many_as_the_readme_says() -> None:
    assert Counter(c.split for c in CLUSTERS) == {"report": 16, "dev": 8}
    asked = [a for c in CLUSTERS for a in c.asked]
    assert (len(asked), sum(a.has_to_be_found for a in asked)) == (225, 37)


@pytest.mark.parametrize("cluster", CLUSTERS, ids=lambda c: c.event)
def test_every_place_and_origin_is_given(cluster: object) -> None:
    row = tomllib.loads((HERE / f"{cluster.event}.toml").read_text("utf-8"))  # type: ignore[attr-defined]
    ids = {r["id"] for r in row["report"]}
    assert len(ids) == len(row["report"]) >= 4
    assert all(r["source"].split("/")[0] in ("giveme5w1h", "fnc-1") for r in row["report"])
    for fact in row["fact"]:
        for answer in fact["answer"]:
            for claim in answer["claims"]:
                assert claim["report"] in ids
                assert claim["origin"]
                assert 0 < len(claim["exact"].split()) <= 9
        if fact["standing"] == "corroborated":
            assert max(len({c["origin"] for c in a["claims"]} - {"unknown"}) for a in fact["answer"]) >= 2


def test_a_text_is_read_up_to_a_sentences_end() -> None:
    sentence = "The bridge fell on Monday. "
    long = sentence * 200
    read = beginning(long)
    assert read.endswith("Monday.")
    assert LONG - len(sentence) < len(read) <= LONG
    assert beginning("  Short. ") == "Short."
