"""Features of how two mentions stand in reports: in headlines, in leads, in one report, in reports of one story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from crosswire.events.features.telling import TELLS
from crosswire.events.named import named_apart
from crosswire.events.pairs import TOPIC, Pair, Seen

DAY = timedelta(days=1)
TITLE, LEAD = 1.0, 0.8  # how prominent is what a headline and a first sentence tell
TOPICAL = 1.5
NAMED_TWO = -1.5
HARM, TOLL = frozenset({"killing", "deaths"}), 1.0


def headline(pair: Pair) -> Seen | None:
    """Both reports make it their topic: each mention stands in a title or lead."""
    if pair.same_report or min(pair.a.prominence, pair.b.prominence) < 0.8:
        return None
    return Seen(0.4, "the topic of both reports")


def story(pair: Pair) -> Seen | None:
    """The two reports tell one main story, so what they look back on or ahead to is mostly the same too; but for what
    one of them calls another one."""
    if pair.same_report or pair.a.another != pair.b.another:
        return None
    return Seen(0.8 if pair.a.frame == pair.b.frame else 0.4, "the reports tell one story")


def together(pair: Pair) -> Seen | None:
    """One report mostly speaks of one event of a kind, unless it tells them apart; most of all of its topic's kind."""
    if not pair.same_report:
        return None
    first, other = sorted((pair.a.prominence, pair.b.prominence), reverse=True)
    if pair.a.frame == pair.b.frame:
        if first >= TITLE and other >= LEAD:
            return Seen(TOPICAL, "told in one report's headline and lead")
        if first >= TOPIC and not pair.frame.repeats and not _have_no_name_in_common(pair):
            return Seen(TOPICAL, "told in one report, as its topic and besides")
        if _in_one_sentence(pair):
            return Seen(TOPICAL, "told in one sentence")
    return Seen(0.9, "told in one report")


def _have_no_name_in_common(pair: Pair) -> bool:
    """Whether both name somebody, somewhere or something, and nothing that the other names: "Halden's bid for Riva",
    and "the largest so far, Sild's purchase of Prell"."""
    left, right = pair.left.proper, pair.right.proper
    return bool(left and right) and left.isdisjoint(right) and set(pair.a.lands).isdisjoint(pair.b.lands)


def _in_one_sentence(pair: Pair) -> bool:
    """Whether one sentence tells both, and no answer to one question is two: "robbed a bank, making off with gold",
    not "shot a guard and shot a driver"."""
    if pair.a.sequence != pair.b.sequence or not (pair.a.sentences[:1] == pair.b.sentences[:1] != ()):
        return False
    return not any(
        said.isdisjoint(pair.right.texts[name]) for name, said in pair.left.texts.items() if name in pair.right.texts
    )


def named(pair: Pair) -> Seen | None:
    """Two that one report names for one question: its writer calls one doer by one name."""
    if not pair.same_report:
        return None
    found = named_apart(dict(pair.a.values), dict(pair.b.values), (pair.left.proper, pair.right.proper))
    return None if found is None else Seen(NAMED_TWO, "one report names {} and {}", found)


def toll(pair: Pair) -> Seen | None:
    """A bare count of the dead in a report is the toll of what its headline or lead tells, if that kills."""
    if not pair.same_report:
        return None
    counted, led = sorted((pair.a, pair.b), key=lambda n: (n.prominence, -n.order))
    if not counted.bare or led.prominence < LEAD or led.modality != "happened" or led.another:
        return None
    if counted.frame not in HARM:
        return None
    return Seen(TOLL, "a count of the dead without a day and a place of its own")


def leading(pair: Pair, seen: Sequence[tuple[str, Seen]]) -> Seen | None:
    """Of one kind the headlines and leads of two reports with one story tell one event, if something tells which one
    and nothing speaks against it: two ransomware attacks of a week are told in the same words."""
    if min(pair.a.prominence, pair.b.prominence) < TOPIC:
        return None
    if pair.a.frame != pair.b.frame:
        return _leading_of_a_family(pair, seen)
    if pair.a.another or pair.b.another or any(one.points < 0 for _, one in seen):
        return None
    if any(name in TELLS and one.points > 0 for name, one in seen):
        return Seen(0.6, "headline or lead of one story")
    dates = [n.published for n in (pair.a, pair.b) if n.published is not None]
    if len(dates) < 2 or abs(dates[0] - dates[1]) > DAY:
        return None
    return Seen(0.3, "headline or lead of one story, told within a day")


def _leading_of_a_family(pair: Pair, seen: Sequence[tuple[str, Seen]]) -> Seen | None:
    """The same told as two kinds of one family, "kills" and "attack": only the kinds speak against it."""
    told = [one for name, one in seen if name != "family"]
    if pair.face or pair.a.another or pair.b.another or any(one.points < 0 for one in told):
        return None
    if not any(name in TELLS and one.points > 0 for name, one in seen):
        return None
    return Seen(0.3, "headline or lead of one story")
