"""Watches as TOML: what may be said, and what is said to mistakes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from crosswire.alerts.areas_read import Around
from crosswire.alerts.watches import Known, read_watches
from crosswire.errors import BadDataError
from crosswire.model import Destination, Quiet

KNOWN = Known(frozenset({"earthquake", "ship_attack"}), frozenset({"magnitude", "killed"}), frozenset({"slack"}))
AROUND = Around(lambda _: None, lambda _: b"")
GOOD = """
[[watch]]
name = "Quakes"
frames = ["earthquake"]
actors = ["Northland"]
words = ["Old Town"]
least_standing = "reported"
severity = { magnitude = 6, killed = 10 }
bounds = { magnitude = 0.3 }
quiet = { from = "22:00", to = "06:00", zone = "Europe/Berlin" }
ahead = "12h"
recent = "7d"
[watch.area]
circle = { lat = 13.5, lon = 43.3, km = 300 }
[[watch.to]]
webhook = "https://desk.example/hook"
secret = "DESK_SECRET"
template = "slack"
[[watch.to]]
mail = "desk@example.org"
[[watch]]
name = "Everything"
"""


def test_a_list() -> None:
    quakes, everything = read_watches(GOOD, "w.toml", KNOWN, AROUND)
    assert quakes.words == {"old town"}
    assert quakes.severity == {"magnitude": 6, "killed": 10}
    assert quakes.quiet == Quiet(1320, 360, "Europe/Berlin")
    assert (quakes.ahead, quakes.recent) == (timedelta(hours=12), timedelta(days=7))
    assert quakes.to == (
        Destination("webhook", "https://desk.example/hook", "DESK_SECRET", "slack"),
        Destination("mail", "desk@example.org"),
    )
    assert (quakes.least_standing, quakes.least_origins) == ("reported", 0)
    assert (everything.least_standing, everything.least_origins) == ("corroborated", 2)
    assert everything.to == (Destination("log"),)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("", "has no"),
        ("[[watch]]", "has no name"),
        ("[[watches]]", "'watches' is not known"),
        ('[[watch]]\nname = "a"\nframe = ["earthquake"]', "'frame' is not known"),
        ('[[watch]]\nname = "a"\nframes = ["earthquakes"]', "'earthquakes' is not known; there are earthquake"),
        ('[[watch]]\nname = "a"\nframes = "earthquake"', "write a list"),
        ('[[watch]]\nname = "a"\nseverity = { size = 6 }', "'size' is not known"),
        ('[[watch]]\nname = "a"\nseverity = { magnitude = "big" }', "no number"),
        ('[[watch]]\nname = "a"\nleast_standing = "sure"', "'sure' is not known"),
        ('[[watch]]\nname = "a"\nleast_origins = -1', "no number"),
        ('[[watch]]\nname = "a"\nquiet = { from = "25:00", to = "06:00", zone = "UTC" }', "no time of day"),
        ('[[watch]]\nname = "a"\nquiet = { from = "22:00", to = "06:00", zone = "Mars/Base" }', "no time zone"),
        ('[[watch]]\nname = "a"\nquiet = "night"', "write"),
        ('[[watch]]\nname = "a"\nahead = "soon"', "no length of time"),
        ('[[watch]]\nname = "a"\nnews = ["all"]', "'all' is not known"),
        ('[[watch]]\nname = "a"\n[[watch.to]]\npigeon = "x"', "name one of"),
        ('[[watch]]\nname = "a"\n[[watch.to]]\nwebhook = ""', "where to"),
        ('[[watch]]\nname = "a"\n[[watch.to]]\nmail = "a@b"\ntemplate = "nice"', "no template"),
        ('[[watch]]\nname = "a"\n[watch.area]\ncountry = "Atlantis"', "two letters"),
        ('[[watch]]\nname = "a"\n[[watch]]\nname = "a"', "two watches"),
        ("[[watch", "no valid TOML"),
    ],
)
def test_what_is_wrong_is_named(told: str, words: str) -> None:
    with pytest.raises(BadDataError, match=words):
        read_watches(told, "w.toml", KNOWN, AROUND)
