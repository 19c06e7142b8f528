"""What is kept at hand of who stands near whom tells what the store would, whatever was put in and taken out."""

from __future__ import annotations

from bisect import bisect_left, insort
from pathlib import Path
from random import Random

import pytest

from crosswire.pipeline.shelves import Shelves
from crosswire.store.store import SqlStore

Place = tuple[float, str]
KEYS = (("attack", 2), ("attack|Eskeport", 3))


@pytest.mark.parametrize("seed", range(4))
def test_shelves_tell_what_stands_around(seed: int, tmp_path: Path) -> None:
    rng = Random(seed)  # noqa: S311
    store = SqlStore(str(tmp_path / "store.db"))
    known: list[Place] = []
    with store.turn() as turn:
        shelves = Shelves()
        for step in range(400):
            at = (float(rng.randrange(60)), f"node-{step:03}")
            if step % 50 == 0:
                shelves = Shelves()  # another program had a turn in between
            if known and rng.random() < 0.25:
                gone = known.pop(rng.randrange(len(known)))
                turn.links.displace(gone, [key for key, _ in KEYS])
                shelves.drop(gone, [key for key, _ in KEYS])
            for (_, width), (before, after) in zip(KEYS, shelves.around(at, KEYS, turn.links), strict=True):
                place = bisect_left(known, at)
                assert before == known[max(0, place - width) : place][::-1]
                assert after == known[place : place + width]
            turn.links.place(at, [key for key, _ in KEYS])
            shelves.put(at, [key for key, _ in KEYS])
            insort(known, at)
            a, b = rng.choice(known), rng.choice(known)
            near = abs(known.index(a) - known.index(b)) <= 2
            assert a == b or shelves.near(a, b, KEYS[0], turn.links) == near
    store.close()
