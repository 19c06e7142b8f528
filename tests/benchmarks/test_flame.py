"""The flame graph: whose time it shows, and what it leaves out."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

from benchmarks.flame import draw, tree_of

START = "<module> (crosswire/__main__.py:6);Typer.__call__ (typer/main.py:1126)"
READ = f"{START};_read (crosswire/pipeline/backfill/run.py:9);_Run.stage (crosswire/pipeline/backfill/run.py:1)"
STACKS = (
    f"{READ};parse (crosswire/claims/parse.py:1);pipe (spacy/language.py:2);call (thinc/model.py:3) 60",
    f"{READ};parse (crosswire/claims/parse.py:1);pipe (spacy/language.py:2);make (crosswire/reports/make.py:3) 30",
    f"{START};_weigh (crosswire/pipeline/backfill/run.py:9) 10",
    f"{START};wait (threading.py:1) 900",  # the program only starts
)


def test_time_is_that_of_what_we_call() -> None:
    root = tree_of(iter(STACKS))
    assert root.count == 100
    assert {name: box.count for name, box in root.inner.items()} == {"run: _read": 90, "run: _weigh": 10}
    parse = root.inner["run: _read"].inner["parse: parse"]
    assert {(box.name, box.ours, box.count) for box in parse.inner.values()} == {
        ("spacy", False, 60),
        ("make: make", True, 30),
    }


def test_a_picture_of_it() -> None:
    picture = draw(tree_of(iter(STACKS)), "Time & more")
    words = [text.text for text in fromstring(picture).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314 - our own
    assert words[0] == "Time & more"
    assert {"run: _read", "spacy", "make: make"} <= set(words)
