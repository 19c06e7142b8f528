"""Running stories: which groups of reports are taken for one, and what their words then count."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from crosswire.events.facets import facets
from crosswire.events.nodes import NEWS, Node
from crosswire.events.pairs import Facets
from crosswire.events.running import MOST, POWER, is_running, within, worths
from crosswire.events.words import like, load_words, part, whole

WORDS = load_words()
STORY = "Bergdahl prisoner swap Taliban Guantanamo sergeant captivity Idaho platoon Qatar detainees exchange"
NEWS_OF = (
    "Senators demand hearings on whether lawyers were consulted",
    "Video shows helicopter landing in a dusty valley",
    "Hometown cancels its parade, fearing protesters",
    "General vows inquiry into desertion",
    "Hagel defends secrecy before a House committee",
)


def told(opening: str) -> Facets:
    title, text = opening.split(",", maxsplit=1)[0], f"{opening}. {STORY}"
    about = (whole(title, text, WORDS), part(opening, WORDS), part(title, WORDS))
    return facets(Node(id=opening, report=opening, frame=NEWS, published=None, prominence=1.0, about=about))


@pytest.mark.parametrize(
    ("openings", "running"),
    [
        (NEWS_OF, True),
        (NEWS_OF[:3], False),  # three are too few to know what their story says
        ([f"{NEWS_OF[0]}, aides {word}" for word in ("say", "confirm", "add", "note")], False),
    ],
)
def test_reports_that_open_unlike_are_a_running_story(openings: Sequence[str], running: bool) -> None:
    assert is_running([told(opening) for opening in openings]) is running


def test_what_most_say_counts_less_and_what_one_says_all_it_did() -> None:
    worth = worths([told(opening) for opening in NEWS_OF])
    assert worth["taliban"] == pytest.approx((1 - 4 / 15) ** POWER)
    assert "helicopter" not in worth
    assert min(worth.values()) >= (1 - MOST) ** POWER


def test_two_reports_of_two_events_of_a_story_are_less_alike_within_it_and_the_same_news_is_not() -> None:
    reports = [told(opening) for opening in NEWS_OF]
    worth = worths(reports)
    one, two, again = reports[0], reports[1], told(f"{NEWS_OF[0]}, aides say")
    assert like(within(one, worth).weights[0], within(two, worth).weights[0]) < like(one.weights[0], two.weights[0])
    told_again = like(one.weights[1], again.weights[1])
    assert like(within(one, worth).weights[1], within(again, worth).weights[1]) == pytest.approx(told_again, abs=0.05)
