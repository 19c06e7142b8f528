"""Weighing: the table of standings, each row a set of reports a sceptical editor would sign the verdict of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.facts.align import Backed
from crosswire.facts.contested import answers_somebody
from crosswire.facts.origins import Ties, collect, independent, trace
from crosswire.facts.origins.copied import make_copies
from crosswire.facts.origins.people import people
from crosswire.facts.origins.voices import load_offices
from crosswire.facts.said import statements
from crosswire.facts.weigh import weigh
from crosswire.facts.weigh_rules import RULES, Setting
from crosswire.model import (
    Attribute,
    Claim,
    Copied,
    Fact,
    Granularity,
    Party,
    Place,
    Quantity,
    Report,
    Reprint,
    Span,
    Speaker,
    SpeakerKind,
    Taken,
    Text,
    Time,
)
from tests.builders import NOON, claim, count, official, report, unnamed

KILLED = Attribute("killed", "How many were killed?", "quantity", grows=True)
STRENGTH = Attribute("killed", "How strong?", "quantity")
POLICE, MAYOR = official("City Police"), official("The Mayor")


def scale(unit: str) -> tuple[str, float] | None:
    return None


TABLE = Ties(offices=load_offices())


def backed(of: Report, what: Claim, ties: Ties = TABLE) -> Backed:
    return Backed(what, trace(what, of, ties), of.published)


def told(outlet: str, n: float, *speakers: Speaker, hours: int = 0) -> Backed:
    of = report(outlet, f"{outlet} says {n}", NOON + timedelta(hours=hours))
    return backed(of, claim(of, count(n), *speakers))


def denied(outlet: str, speaker: Speaker) -> Backed:
    of = report(outlet, f"{speaker.name} denies it")
    return backed(of, claim(of, Text("denied", "attack"), speaker, stance="denies"))


def verdict(*claims: Backed, attribute: Attribute = KILLED) -> Fact:
    fact = weigh("event", attribute, claims, scale)
    assert fact is not None
    assert fact.reasons
    assert all(c.claims and c.origins for c in fact.candidates)
    return fact


def test_of_two_bounds_that_both_say_the_tighter_is_the_answer() -> None:
    def bounded(outlet: str, n: float, speaker: Speaker) -> Backed:
        of = report(outlet, f"{outlet} says {n}")
        return backed(of, claim(of, Quantity(f"over {n:g}", n, None, "at_least", "1", "person"), speaker))

    fact = verdict(bounded("A", 450, POLICE), bounded("B", 500, MAYOR), told("C", 534, POLICE))
    assert fact.value is not None
    assert (fact.standing, fact.value.text) == ("corroborated", "over 500")


def test_a_question_with_several_answers_is_not_disputed_by_another_one() -> None:
    several = replace(KILLED, several=True)
    claims = told("A", 12, POLICE), told("B", 30, MAYOR)
    assert verdict(*claims).standing == "disputed"
    fact = verdict(*claims, attribute=several)
    assert fact.standing == "reported"
    assert len(fact.candidates) == 2


WHEN = Attribute("when", "When?", "time")
DAY = datetime(2026, 5, 23, tzinfo=UTC)


def at(words: str, start: datetime, length: timedelta, grain: Granularity, speaker: Speaker) -> Backed:
    of = report(f"{words} paper", f"It came {words}")
    return backed(of, claim(of, Time(words, start, start + length, grain), speaker))


def test_what_two_tell_at_different_sizes_is_sure_as_far_as_both_say_it() -> None:
    """Noon is no word for the morning, but both say the day that somebody else gives; the hours stay as told."""
    noon = at("noon on Saturday", DAY + timedelta(hours=12), timedelta(minutes=1), "minute", POLICE)
    morning = at("on Saturday morning", DAY + timedelta(hours=6), timedelta(hours=6), "hour", MAYOR)
    day = at("on Saturday", DAY, timedelta(days=1), "day", unnamed("officials"))
    fact = verdict(noon, morning, day, attribute=WHEN)
    assert fact.value is not None
    assert (fact.standing, fact.value.text) == ("corroborated", "on Saturday")
    assert fact.candidates[0].finer is not None
    assert {c.value.text for c in fact.candidates} == {"on Saturday", "on Saturday morning"}
    assert verdict(noon, morning, attribute=WHEN).standing == "reported"
    assert verdict(noon, day, attribute=WHEN).standing == "reported"


def test_two_kinds_of_one_thing_are_sure_as_far_as_their_word_goes() -> None:
    def saw(words: str, name: str, speaker: Speaker) -> Backed:
        of = report(f"{words} paper", f"It was a {words}")
        return backed(of, claim(of, Text(words, name), speaker))

    vehicle = Attribute("killed", "What was it?", "text")
    express, passenger = saw("express train", "train", POLICE), saw("passenger train", "train", MAYOR)
    fact = verdict(express, passenger, attribute=vehicle)
    assert fact.value is not None
    assert (fact.standing, fact.value.text) == ("corroborated", "train")
    assert sorted(c.value.text for c in fact.candidates) in (["express train", "train"], ["passenger train", "train"])
    assert verdict(express, saw("lorry", "lorry", MAYOR), attribute=vehicle).standing == "reported"


def test_two_hours_that_exclude_each_other_are_a_dispute_where_one_report_sets_them_against_each_other() -> None:
    early = at("at seven on Saturday", DAY + timedelta(hours=7), timedelta(minutes=1), "minute", POLICE)
    late = at("at eight in the evening", DAY + timedelta(hours=20), timedelta(minutes=1), "minute", MAYOR)
    day = at("on Saturday", DAY, timedelta(days=1), "day", unnamed("officials"))
    fact = verdict(early, late, day, attribute=WHEN)
    assert (fact.standing, fact.credibility) == ("reported", 4)
    assert any("instead" in why for why in fact.reasons)
    there = replace(late, claim=replace(late.claim, report=early.claim.report))
    assert verdict(early, there, day, attribute=WHEN).standing == "disputed"
    far = replace(there, claim=replace(there.claim, span=Span(900, 922, late.claim.span.exact)))
    assert verdict(early, far, day, attribute=WHEN).standing == "reported"
    named = replace(there, claim=replace(there.claim, taken="named"))
    assert verdict(early, named, day, attribute=WHEN).standing == "reported"


def test_several_answers_are_of_different_things_and_have_no_word_in_common() -> None:
    noon = at("noon on Saturday", DAY + timedelta(hours=12), timedelta(minutes=1), "minute", POLICE)
    morning = at("on Saturday morning", DAY + timedelta(hours=6), timedelta(hours=6), "hour", MAYOR)
    day = at("on Saturday", DAY, timedelta(days=1), "day", unnamed("officials"))
    assert verdict(noon, morning, day, attribute=replace(WHEN, several=True)).standing == "reported"


def test_two_bodies_that_agree_corroborate() -> None:
    fact = verdict(told("A", 12, POLICE), told("B", 12, MAYOR))
    assert (fact.standing, fact.credibility) == ("corroborated", 1)


def test_one_body_in_ten_papers_is_one_origin() -> None:
    fact = verdict(*(told(f"Paper {i}", 12, POLICE) for i in range(10)))
    assert (fact.standing, fact.credibility) == ("reported", 3)
    assert "10 reports on its word" in " ".join(fact.reasons)


def test_own_voice_of_many_papers_is_never_corroboration() -> None:
    fact = verdict(*(told(f"Paper {i}", 12) for i in range(10)))
    assert (fact.standing, fact.credibility) == ("reported", 6)


def test_a_named_body_and_an_own_voice_are_one_known_origin() -> None:
    assert verdict(told("A", 12, POLICE), told("B", 12)).standing == "reported"


def test_a_report_that_names_nobody_is_no_echo_of_who_is_named() -> None:
    fact = verdict(told("A", 12, POLICE), told("B", 12))
    assert fact.reasons[0] == "rests on one origin, City Police (1 more adds no origin)"
    both = verdict(told("A", 12, POLICE), told("B", 12), told("C", 12, POLICE), told("D", 12))
    assert both.reasons[0] == "rests on one origin, City Police (2 reports on its word; 2 more add no origin)"


def test_unnamed_officials_never_add() -> None:
    assert verdict(told("A", 12, unnamed()), told("B", 12, unnamed()), told("C", 12, POLICE)).standing == "reported"


WEAPON = Attribute("weapon", "What was launched?", "text")


def armed(outlet: str, words: str, *speakers: Speaker) -> Backed:
    of = report(outlet, f"{outlet} says {words}", NOON)
    return backed(of, claim(of, Text(words, "missile"), *speakers))


def test_a_vaguer_word_confirms_only_itself() -> None:
    fact = verdict(
        armed("A", "intermediate-range ballistic missile", POLICE),
        armed("B", "ballistic missile", MAYOR),
        attribute=WEAPON,
    )
    assert fact.standing == "corroborated"
    assert fact.value is not None and fact.value.text == "ballistic missile"
    (only,) = fact.candidates
    assert only.independent is not None and len(only.independent) == 2
    assert only.finer is not None and only.finer.value.text == "intermediate-range ballistic missile"
    assert len(only.finer.origins) == 1


def test_the_precise_word_of_one_stands_where_nobody_known_is_vaguer() -> None:
    fact = verdict(armed("A", "short-range missile", POLICE), armed("B", "missile"), attribute=WEAPON)
    assert (fact.standing, fact.value and fact.value.text) == ("reported", "short-range missile")


def test_the_words_shown_are_those_of_a_known_origin() -> None:
    fact = verdict(
        armed("A", "cruise missile", POLICE),
        armed("B", "cruise missiles"),
        armed("C", "cruise missiles"),
        attribute=WEAPON,
    )
    assert fact.value is not None and fact.value.text == "cruise missile"


def test_who_says_less_is_named_as_not_counted() -> None:
    fact = verdict(
        armed("A", "short-range missile", POLICE),
        armed("B", "short-range missile", MAYOR),
        armed("C", "missile", official("The Navy")),
        attribute=WEAPON,
    )
    assert fact.value is not None and fact.value.text == "short-range missile"
    assert len(fact.candidates[0].independent or ()) == 2
    assert any("The Navy less exactly, as" in why for why in fact.reasons)


def test_a_joint_statement_has_each_of_its_named_speakers() -> None:
    joint = official("Police and mayor", POLICE, MAYOR)
    assert verdict(told("A", 12, joint)).standing == "corroborated"


def test_numbers_that_cannot_both_hold_are_a_dispute_with_both_sides() -> None:
    fact = verdict(told("A", 12, POLICE), told("B", 15, MAYOR))
    assert fact.standing == "disputed"
    assert fact.value is None
    assert {c.value.text for c in fact.candidates} == {"12", "15"}


def alone(of: Report, n: float, *speakers: Speaker) -> Backed:
    return backed(of, replace(claim(of, count(n), *speakers), id=f"{of.id}-{n}"))


def test_two_figures_of_one_reports_own_voice_are_no_dispute() -> None:
    """Ten in one district, 67 in all: a paper does not dispute with itself nor with another; two whom it names may."""
    one, other = report("A", "Ten died here, 67 in all."), report("B", "Sixty-seven died.")
    assert verdict(alone(one, 67), alone(one, 10)).standing == "reported"
    assert verdict(alone(other, 67), alone(one, 10), attribute=STRENGTH).standing == "reported"
    assert verdict(alone(one, 67, POLICE), alone(one, 10, MAYOR)).standing == "disputed"


def test_of_a_count_that_grows_two_figures_of_nobody_known_are_two_times() -> None:
    fact = verdict(told("A", 5), told("B", 5), told("C", 13))
    assert (fact.standing, fact.credibility, fact.value and fact.value.text) == ("reported", 6, "13")
    assert any("“5” instead" in why for why in fact.reasons)
    assert verdict(told("A", 5), told("C", 13), denied("D", MAYOR)).standing == "disputed"


def test_one_report_that_sets_two_against_each_other_tells_of_a_dispute() -> None:
    """Nobody can say who the activists are; that they say otherwise is a dispute all the same."""
    one = report("A", "Two died, police say; activists say thirty.")
    assert verdict(alone(one, 2, POLICE), alone(one, 30, unnamed("activists"))).standing == "disputed"
    assert verdict(alone(one, 2, unnamed("officers")), alone(one, 30, unnamed("activists"))).standing == "disputed"
    assert verdict(alone(one, 2, POLICE), told("B", 30, unnamed("activists"))).standing == "reported"


def test_of_one_body_the_higher_figure_of_a_count_that_grows_is_taken_for_the_later() -> None:
    """Three soldiers, then twenty, both of the army, both of 16 June: no paper says at what hour."""
    day = NOON.replace(hour=0)
    first, then = report("A", "three", day), report("B", "twenty", day)
    three, twenty = (backed(of, claim(of, count(n), POLICE)) for of, n in ((first, 3), (then, 20)))
    fact = verdict(three, twenty)
    assert (fact.standing, fact.value and fact.value.text) == ("reported", "20")
    assert any("taken to be replaced" in why for why in fact.reasons)
    assert verdict(three, twenty, attribute=STRENGTH).standing == "disputed"
    other = backed(then, claim(then, count(20), MAYOR))
    assert verdict(three, other).standing == "disputed"


def test_a_higher_toll_of_another_body_some_hours_later_is_a_count_that_grew() -> None:
    fact = verdict(told("A", 12, POLICE), told("B", 17, MAYOR, hours=4), told("Late", 12, POLICE, hours=5))
    assert (fact.standing, fact.value and fact.value.text) == ("reported", "17")
    assert verdict(told("A", 17, POLICE), told("B", 12, MAYOR, hours=4)).standing == "disputed"
    assert verdict(told("A", 12, POLICE), told("B", 17, hours=4)).value == count(12)


def test_two_figures_of_one_speaker_in_one_report_are_no_dispute() -> None:
    """Eight missiles, the remaining three: the ministry's, in one report, whoever else passes on the eight."""
    one = report("A", "Eight were fired, five were downed, the remaining three hit, police say.")
    eight, three = alone(one, 8, POLICE), alone(one, 3, POLICE)
    assert verdict(eight, three, told("B", 8, POLICE), attribute=STRENGTH).standing == "reported"
    assert verdict(told("B", 8, POLICE), told("C", 3, POLICE), attribute=STRENGTH).standing == "disputed"
    assert verdict(eight, told("B", 3, MAYOR), attribute=STRENGTH).standing == "disputed"


ACTOR = Attribute("who", "Who did it?", "party")


def did(outlet: str, country: str, speaker: Speaker, denies: bool = False) -> Backed:
    of = report(outlet, f"{outlet} on {country}" + (", which denies it" if denies else ""))
    value = Party(country, country, country[:2].upper(), "country")
    return backed(of, claim(of, value, speaker, stance="denies" if denies else "states"))


def test_who_denies_having_done_it_denies_no_others_deed() -> None:
    told_so = (did("A", "Northland", POLICE), did("B", "Northland", MAYOR))
    fact = verdict(*told_so, did("C", "Westmark", official("Westmark"), denies=True), attribute=ACTOR)
    assert (fact.standing, fact.credibility) == ("corroborated", 1)
    assert any("denies “Westmark”, which is another answer" in why for why in fact.reasons)
    itself = verdict(*told_so, did("C", "Northland", official("Northland"), denies=True), attribute=ACTOR)
    assert itself.standing == "disputed"


def test_a_figure_by_nobody_known_that_is_far_off_counts_something_else() -> None:
    """The dead of a quake eleven years before stand beside those of today's."""
    assert verdict(told("A", 304, POLICE), told("B", 250_000)).standing == "reported"
    assert verdict(told("A", 304, POLICE), told("B", 900)).credibility == 4
    assert verdict(told("A", 304, POLICE), told("B", 250_000, MAYOR)).standing == "disputed"
    assert verdict(told("A", 3, POLICE), told("B", 900), attribute=STRENGTH).credibility == 4


def test_a_later_higher_toll_of_the_same_body_replaces_the_earlier() -> None:
    fact = verdict(told("A", 12, POLICE), told("B", 15, POLICE, hours=5))
    assert fact.standing == "reported"
    assert fact.value is not None
    assert fact.value.text == "15"
    assert any("replaced" in reason for reason in fact.reasons)


def test_a_later_figure_of_the_same_body_replaces_even_downwards() -> None:
    fact = verdict(told("A", 6.4, POLICE), told("B", 6.1, POLICE, hours=2), attribute=STRENGTH)
    assert fact.value is not None
    assert fact.value.text == "6.1"


def dozens(outlet: str, speaker: Speaker, hours: int = 0) -> Backed:
    of = report(outlet, f"{outlet} says dozens", NOON + timedelta(hours=hours))
    return backed(of, claim(of, Quantity("dozens", 24, None, "at_least", "1", "person"), speaker))


def test_dozens_have_become_a_number() -> None:
    fact = verdict(dozens("A", POLICE), dozens("B", POLICE), told("C", 202, MAYOR, hours=24))
    assert fact.candidates[0].value.text == "202"
    assert any("replaced" in reason for reason in fact.reasons)


def test_dozens_of_the_same_hour_stand_beside_the_number() -> None:
    fact = verdict(dozens("A", POLICE), told("C", 202, MAYOR))
    assert len(fact.candidates) == 2


MISSING = Attribute("missing", "How many are missing?", "quantity", changes=True)


def test_the_missing_get_fewer_whoever_counts() -> None:
    fact = verdict(told("A", 151, POLICE), told("B", 128, MAYOR, hours=30), attribute=MISSING)
    assert fact.value is not None
    assert fact.value.text == "128"
    assert verdict(told("A", 151, POLICE), told("B", 128, MAYOR, hours=2), attribute=MISSING).standing == "disputed"
    assert verdict(told("A", 151, POLICE), told("B", 128, MAYOR, hours=30)).standing == "disputed"


def test_what_an_earlier_bound_leaves_open_does_not_make_a_later_figure_old() -> None:
    fact = verdict(
        dozens("C", MAYOR), told("A", 151, POLICE, hours=20), told("B", 128, MAYOR, hours=60), attribute=MISSING
    )
    assert fact.value is not None
    assert fact.value.text == "128"


CHIEF, CROWD = official("Cusco police chief"), official("Cusco hospital")


def test_what_one_body_corrects_by_another_mouth_is_no_dispute() -> None:
    """Two who speak for one body are one voice: the later count stands, also where it is lower."""
    police = official("Cusco police")
    fact = verdict(told("A", 127, CHIEF), told("B", 125, police, hours=40))
    assert (fact.standing, fact.value and fact.value.text) == ("reported", "125")
    assert verdict(told("A", 127, CHIEF), told("B", 125, CROWD, hours=40)).standing == "disputed"
    assert verdict(told("A", 127, CHIEF), told("B", 125, police)).standing == "disputed"


def test_the_words_shown_for_what_happened_hold_no_number_that_others_do_not_say() -> None:
    happened = Attribute("happened", "Did it happen?", "text")
    words = {"A": ("detained about 1,200 people", POLICE), "B": ("arrests", MAYOR)}
    claims = [
        backed(of := report(outlet, f"{outlet} says {text}", NOON), claim(of, Text(text, ""), who))
        for outlet, (text, who) in words.items()
    ]
    fact = verdict(*claims, attribute=happened)
    assert (fact.standing, fact.value and fact.value.text) == ("corroborated", "arrests")


def test_two_bodies_at_the_same_hour_are_no_growth() -> None:
    assert verdict(told("A", 12, POLICE), told("B", 15, MAYOR, hours=1)).standing == "disputed"


def test_a_date_without_an_hour_is_not_earlier_than_an_hour_of_that_day() -> None:
    old = report("A", "two hurt", NOON.replace(hour=0))
    fact = verdict(backed(old, claim(old, count(2), POLICE)), told("B", 3, MAYOR, hours=4))
    assert fact.standing == "disputed"


def test_a_denial_disputes_many_echoes_and_says_so() -> None:
    fact = verdict(*(told(f"Paper {i}", 12, POLICE) for i in range(9)), denied("B", MAYOR))
    assert fact.standing == "disputed"
    assert any("denied by The Mayor" in reason for reason in fact.reasons)


def test_what_its_only_origin_takes_back_is_withdrawn() -> None:
    of = report("B", "Police deny it", NOON + timedelta(hours=3))
    back = backed(of, claim(of, Text("denied", ""), POLICE, stance="denies"))
    fact = verdict(told("A", 12, POLICE), back)
    assert (fact.standing, fact.value) == ("withdrawn", None)
    assert verdict(told("A", 12, POLICE), told("C", 12, MAYOR), back).standing == "disputed"


def test_only_a_denial_is_no_fact() -> None:
    fact = verdict(denied("B", MAYOR))
    assert (fact.standing, fact.value) == ("disputed", None)


def test_what_a_reprint_tells_rests_on_what_it_copies() -> None:
    a, b = report("A", "one text"), report("B", "one text!")
    told = [claim(a, count(3)), claim(b, count(3))]
    copy = Reprint(b.id, a.id, 1.0, "", (Copied(Span.of(b.text, 0, 8), Span.of(a.text, 0, 8)),))
    ties = Ties(copies=make_copies([copy], {a.id: a, b.id: b}, told))
    claims = [backed(of, c, ties) for of, c in zip((a, b), told, strict=True)]
    assert {t.key for c in claims for t in c.traces} == {f"voice:{a.id}"}


def test_own_reporting_is_an_origin() -> None:
    of = report("The Herald", "A nurse told this newspaper that 12 had died.")
    (found,) = trace(claim(of, count(12)), of, Ties())
    assert (found.name, found.kind, found.known) == ("The Herald", "outlet", True)
    other = report("The Herald", "He told the newspaper Clarin that 12 had died.")
    assert not trace(claim(other, count(12)), other, Ties())[0].known


def test_origins_are_collected_once_with_their_reports() -> None:
    claims = [told("A", 12, POLICE), told("B", 12, POLICE), told("C", 12)]
    origins = collect((c.claim, t) for c in claims for t in c.traces)
    assert sorted((o.name, len(o.reports)) for o in origins) == [("C (source not named)", 1), ("City Police", 2)]


def state(name: str, country: str, kind: SpeakerKind = "official") -> Speaker:
    return Speaker(name, name, kind, country=country)


GUARDS, FOREIGN = state("Iran's Guards", "IR"), state("Iran's Foreign Ministry", "IR")
ONE_VOICE = {
    "a body and its website": (GUARDS, state("Iran's Guards' website", "IR", "document")),
    "a body and its government": (GUARDS, state("Iran's government", "IR")),
    "a body and its state's television": (GUARDS, state("Iran's state tv", "IR", "outlet")),
    "a state-run agency and its government": (state("Tasnim", "IR", "agency"), state("Iran's government", "IR")),
}
TWO_VOICES = {
    "two bodies of one state": (GUARDS, FOREIGN),
    "bodies of two states": (GUARDS, state("Oman's Foreign Ministry", "OM")),
    "a state's television and another state": (
        state("Iran's state tv", "IR", "outlet"),
        state("Oman's government", "OM"),
    ),
}
TIES = replace(TABLE, state={"Tasnim": "IR"}, owners={"Daily A": "Owner", "Daily B": "Owner"})


def groups(*speakers: Speaker) -> int:
    claims = [(of := report(f"Paper {i}", f"text {i}"), claim(of, count(1), s)) for i, s in enumerate(speakers)]
    return len(independent(t for of, c in claims for t in trace(c, of, TIES)))


@pytest.mark.parametrize("pair", ONE_VOICE.values(), ids=ONE_VOICE)
def test_what_speaks_for_one_state_counts_once(pair: tuple[Speaker, Speaker]) -> None:
    assert groups(*pair) == groups(*reversed(pair)) == 1


@pytest.mark.parametrize("pair", TWO_VOICES.values(), ids=TWO_VOICES)
def test_what_speaks_for_itself_counts(pair: tuple[Speaker, Speaker]) -> None:
    assert groups(*pair) == 2


def test_papers_of_one_owner_are_one() -> None:
    assert groups(state("Daily A", "FR", "outlet"), state("Daily B", "FR", "outlet")) == 1


# A report is published once: each outlet has its hour, whatever it tells.
claims_of_two_bodies = st.fixed_dictionaries({outlet: st.integers(0, 20) for outlet in "ABCDEF"}).flatmap(
    lambda at: st.lists(
        st.builds(
            lambda outlet, number, who: told(outlet, number, who, hours=at[outlet]),
            st.sampled_from("ABCDEF"),
            st.integers(1, 4),
            st.sampled_from([POLICE, MAYOR, unnamed()]),
        ),
        min_size=1,
        max_size=8,
        unique_by=lambda b: b.claim.id,
    )
)


@settings(deadline=None)  # a busy machine is no fault of the code
@given(claims_of_two_bodies, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_no_fact(claims: list[Backed], random: object) -> None:
    shuffled = sorted(claims, key=lambda c: hash((random, c.claim.id)))
    assert weigh("event", KILLED, claims, scale) == weigh("event", KILLED, shuffled, scale)


@settings(deadline=None)  # a busy machine is no fault of the code
@given(claims_of_two_bodies)
def test_one_more_echo_adds_no_weight(claims: list[Backed]) -> None:
    before = weigh("event", KILLED, claims, scale)
    first = claims[0]
    value = first.claim.value
    assert before is not None
    assert value is not None
    of = report("Echo", f"Echo of {value.text}", first.published)
    echo = backed(of, claim(of, value, *first.claim.speakers[1:]))
    after = weigh("event", KILLED, [*claims, echo], scale)
    assert after is not None
    assert (after.standing, after.credibility, after.value) == (before.standing, before.credibility, before.value)


def test_one_more_echo_does_not_decide_which_of_three_figures_replaces_which() -> None:
    claims = [
        told("A", 3, MAYOR),
        told("B", 4, POLICE, hours=3),
        told("C", 2, POLICE, hours=3),
        told("D", 4, POLICE, hours=3),
        told("E", 3, MAYOR, hours=3),
        told("F", 2, POLICE, hours=4),
    ]
    before = weigh("event", KILLED, claims, scale)
    after = weigh("event", KILLED, [*claims, told("Echo", 4, POLICE, hours=3)], scale)
    assert before is not None
    assert after is not None
    assert (after.standing, after.value) == (before.standing, before.value)


def test_what_each_origin_said_last_stands_and_the_rest_is_history() -> None:
    """The hospital stays with its 12; the police, who said so too, now say 15: two bodies differ, and that is shown."""
    hospital = official("Cusco Hospital")
    fact = verdict(
        told("A", 12, POLICE), told("B", 12, hospital, hours=1), told("C", 15, POLICE, hours=2), attribute=STRENGTH
    )
    assert fact.standing == "disputed"
    (earlier,) = fact.history
    assert (earlier.value.text, earlier.replaced_by.text, earlier.first) == ("12", "15", NOON)


def test_a_paper_that_is_late_does_not_call_an_old_figure_back() -> None:
    late = told("Late", 12, POLICE, hours=6)
    fact = verdict(told("A", 12, POLICE), told("B", 15, POLICE, hours=5), late)
    assert fact.value is not None
    assert fact.value.text == "15"
    assert fact.history[0].claims == tuple(sorted(c.claim.id for c in (told("A", 12, POLICE), late)))


def test_a_figure_without_a_known_time_replaces_none() -> None:
    of = report("B", "B says 15", None)
    fact = verdict(told("A", 12, POLICE), backed(of, claim(of, count(15), POLICE)), attribute=STRENGTH)
    assert (fact.standing, fact.history) == ("disputed", ())


def test_echoes_that_outnumber_a_denial_do_not_outweigh_it_and_that_is_said() -> None:
    fact = verdict(*(told(f"Paper {i}", 12, POLICE) for i in range(9)), denied("B", MAYOR))
    assert any("9 reports tell it on no more than one origin" in reason for reason in fact.reasons)
    both = verdict(told("A", 12, POLICE), told("C", 12, official("Cusco Hospital")), denied("B", MAYOR))
    assert both.standing == "disputed"
    assert not any("outweighs" in reason for reason in both.reasons)


def test_more_reports_for_one_of_two_single_origins_are_said_to_be_no_more_origins() -> None:
    fact = verdict(*(told(f"Paper {i}", 12, POLICE) for i in range(3)), told("B", 15, MAYOR))
    assert (fact.standing, fact.value) == ("disputed", None)
    assert any("more reports tell “12”, but on one origin" in reason for reason in fact.reasons)


def test_every_rule_is_told_to_the_reader() -> None:
    page = (Path(__file__).parents[2] / "docs" / "weighing.md").read_text("utf-8")
    rows = [row for row in page.splitlines() if row.startswith("|")]
    for rule in RULES:
        told_so = [row for row in rows if row.startswith(f"| {rule.words} |")]
        assert len(told_so) == 1, rule.words
        assert f"| {rule.standing} | {rule.credibility} |" in told_so[0]


@settings(deadline=None)  # a busy machine is no fault of the code
@given(claims_of_two_bodies)
def test_exactly_one_rule_decides_first(claims: list[Backed]) -> None:
    fact = weigh("event", KILLED, claims, scale)
    assert fact is not None
    assert any((rule.standing, rule.credibility) == (fact.standing, fact.credibility) for rule in RULES)


def test_a_figure_of_nobody_known_does_not_undo_two_origins_but_is_named() -> None:
    fact = verdict(told("A", 12, POLICE), told("B", 12, MAYOR), told("C", 15))
    assert (fact.standing, fact.credibility) == ("corroborated", 2)
    assert any("“15” instead" in reason for reason in fact.reasons)
    one = verdict(told("A", 12, POLICE), told("C", 15), attribute=STRENGTH)
    assert (one.standing, one.credibility, one.value and one.value.text) == ("reported", 4, "12")
    assert verdict(told("A", 12, POLICE), told("C", 15), denied("D", MAYOR)).standing == "disputed"
    assert (
        verdict(
            told("A", 12, POLICE), told("B", 12, MAYOR), told("C", 15), denied("D", official("Cusco Bank"))
        ).standing
        == "disputed"
    )


def test_an_agency_accuses_nobody() -> None:
    agency = Speaker("AP", "Associated Press", "agency")
    of = report("Paper", "crowds hailed the fall of a dynasty accused of theft")
    accused = replace(claim(of, Text("theft", "theft"), agency), act="accuse")
    told = replace(claim(of, Text("the fall", "fall"), agency), act="report")
    assert [s.act for s in statements([accused, told], {}, None, lambda c: c.report)] == ["report"]


def test_one_person_under_two_names_makes_one_statement() -> None:
    of = report("Paper", "it was calm")
    named = [Speaker(name, name, "person") for name in ("Ana Paz", "Paz", "Gil")]
    said = [replace(claim(of, Text(s.name, s.name), s), act="say") for s in named]
    known = people([s for c in said for s in c.speakers[1:]])
    found = statements(said, {}, None, lambda c: c.report, known)
    assert [(s.speaker.canonical, len(s.claims)) for s in found] == [("Ana Paz", 2), ("Gil", 1)]
    two = [*said, replace(claim(of, Text("z", "z"), Speaker("Luis Paz", "Luis Paz", "person")), act="say")]
    apart = statements(two, {}, None, lambda c: c.report, people([s for c in two for s in c.speakers[1:]]))
    assert [s.speaker.canonical for s in apart] == ["Ana Paz", "Paz", "Gil", "Luis Paz"]


def test_what_a_paper_denies_on_nobodys_word_is_no_side() -> None:
    def own(words: str) -> Backed:
        of = report("C", words)
        return backed(of, claim(of, Text("dismissed", ""), stance="denies"))

    plain = verdict(told("A", 12, POLICE), own("It was not so for political reasons"))
    assert plain.standing == "reported"
    assert any("tells otherwise, on nobody's word" in why for why in plain.reasons)
    assert verdict(told("A", 12, POLICE), own("Reports of it were false")).standing == "disputed"
    assert verdict(told("A", 12, POLICE), denied("C", MAYOR)).standing == "disputed"


def test_words_of_others_behind_what_is_denied_answer_nobody() -> None:
    for words, answers in (
        ("The ministry declined to look into the call that led to allegations", False),
        ("Despite allegations the ministry declined to look into the call", True),
        ("The ministry did not look into the call, contrary to reports", True),
    ):
        of = report("A", words)
        at = words.index("look")
        made = replace(claim(of, Text("look", ""), stance="denies"), words=Span.of(of.text, at, at + 4))
        assert answers_somebody(made) is answers, words


HAPPENED = Attribute("happened", "Did it happen?", "text")


def test_of_what_happened_somebody_says_it_outright() -> None:
    def said(outlet: str, speaker: Speaker, taken: Taken | None) -> Backed:
        of = report(outlet, f"{outlet} on it")
        return backed(of, replace(claim(of, Text("attack", "attack"), speaker), taken=taken, attribute="happened"))

    named = verdict(said("A", POLICE, "named"), said("B", MAYOR, "named"), attribute=HAPPENED)
    assert (named.standing, named.credibility) == ("reported", 2)
    assert verdict(said("A", POLICE, None), said("B", MAYOR, "named"), attribute=HAPPENED).standing == "corroborated"


WHERE = Attribute("where", "Where?", "text")


def test_two_names_of_nobody_known_are_no_dispute() -> None:
    def at(outlet: str, country: str, *speakers: Speaker) -> Backed:
        of = report(outlet, f"{outlet} on {country}")
        return backed(of, claim(of, Party(country, country, country[:2].upper(), "country"), *speakers))

    assert verdict(at("A", "Northland"), at("B", "Westmark"), attribute=WHERE).standing == "reported"
    one, two = at("A", "Northland", POLICE), at("B", "Westmark", MAYOR)
    assert verdict(one, two, attribute=WHERE).standing == "reported"
    there = replace(two, claim=replace(two.claim, report=one.claim.report))
    assert verdict(one, there, attribute=WHERE).standing == "disputed"


def test_an_answer_that_only_stands_for_another_is_called_by_its_name() -> None:
    def who(outlet: str, text: str, speaker: Speaker) -> Backed:
        of = report(outlet, f"{outlet} says {text} did it")
        return backed(of, claim(of, Party(text, "Norrail", None), speaker))

    named = verdict(who("A", "they", POLICE), who("B", "it", MAYOR))
    assert (named.standing, named.value and named.value.text) == ("corroborated", "Norrail")
    assert {c.value.text for c in named.candidates} == {"Norrail"}


WHOM = Attribute("whom", "Whom?", "text")


def somebody(outlet: str, word: str, *speakers: Speaker) -> Backed:
    of = report(outlet, f"{outlet} on the {word}")
    return backed(of, claim(of, Text(word, word.rsplit(maxsplit=1)[-1].lower()), *speakers))


def test_who_only_tells_that_it_was_somebody_gives_no_answer_beside_who_tells_more() -> None:
    one = verdict(somebody("A", "man"), somebody("B", "miner"), attribute=WHOM)
    assert [c.value.text for c in one.candidates] == ["miner"]
    assert not any("beside it" in why for why in one.reasons)
    sure = verdict(somebody("A", "woman", POLICE), somebody("B", "passenger Ana Ruiz"), attribute=WHOM)
    assert sure.value == Text("woman", "woman")
    assert verdict(somebody("A", "man"), attribute=WHOM).value == Text("man", "man")


def test_what_three_reports_tell_is_shown_before_what_one_has_from_somebody() -> None:
    land, bill = somebody("A", "land", POLICE), [somebody(outlet, "bill") for outlet in "BCD"]
    assert verdict(land, *bill, attribute=WHOM).value == Text("bill", "bill")
    assert verdict(land, *bill[:2], attribute=WHOM).value == Text("land", "land")


def test_other_words_for_those_whom_it_befell_are_no_doubt() -> None:
    fact = verdict(somebody("A", "hostage", POLICE), somebody("B", "passenger", MAYOR), attribute=WHOM)
    assert len(fact.candidates) == 2
    assert not any("beside it" in why for why in fact.reasons)


def test_of_what_is_disputed_who_only_names_it_confirms_nothing() -> None:
    def named(outlet: str, speaker: Speaker) -> Backed:
        of = report(outlet, f"{outlet} on it")
        return backed(of, replace(claim(of, Text("Ebola", "ebola"), speaker), taken="named", attribute="disease"))

    disease = Attribute("disease", "Which disease?", "text")
    told_so = (named("A", POLICE), named("B", MAYOR))
    assert verdict(*told_so, attribute=disease).standing == "corroborated"
    fact = weigh("event", disease, told_so, scale, Setting(disputed=True))
    assert fact is not None
    assert fact.standing == "reported"


@pytest.mark.parametrize(
    ("told_so", "shown"),
    [
        (["mother", "cheerful divorced mother", "mother"], "mother"),
        (["mother", "old mother", "old mother"], "old mother"),
        (["mother", "old mother"], "old mother"),  # each once: the one that tells more
        (["deputy", "Deputy Dan Roe", "deputy"], "deputy"),  # others' "deputy" is no word on a name
        (["boy Dan Roe", "boy Dan Roe", "cheerful little boy Dan Roe"], "boy Dan Roe"),
        (["missile", "ballistic missile", "missile", "ballistic test missile", "missile"], "ballistic missile"),
    ],
)
def test_words_are_shown_as_more_than_one_has_them(told_so: list[str], shown: str) -> None:
    victim = Attribute("victim", "Who was attacked?", "text", several=True)
    claims = []
    for i, text in enumerate(told_so):
        of = report(f"Paper {i}", f"Paper {i} tells of the {text}")
        claims.append(backed(of, claim(of, Text(text, text.rsplit(maxsplit=1)[-1].lower()))))
    fact = weigh("event", victim, claims, scale)
    assert fact is not None
    assert fact.value is not None
    assert fact.value.text == shown


def test_another_place_on_nobodys_word_is_no_contradiction_and_a_part_of_nobodys_is_no_reason() -> None:
    where = Attribute("where", "Where?", "place")

    def put(outlet: str, text: str, at: tuple[float, float], *speakers: Speaker) -> Backed:
        of = report(outlet, f"It was {text}")
        return backed(of, claim(of, Place(f"in {text}", text, None, *at, "in", "city", 5.0), *speakers))

    here, there = put("A", "Cusco", (-13.5, -71.9), POLICE), put("B", "Lyon", (45.7, 4.8))
    why = "; ".join(verdict(here, there, attribute=where).reasons)
    assert "also told is “in Lyon”" in why and "km apart" not in why
    named = "; ".join(verdict(here, put("B", "Lyon", (45.7, 4.8), MAYOR), attribute=where).reasons)
    assert "gives “in Lyon” instead" in named


def test_one_report_on_nobodys_word_is_not_told_as_the_only_one() -> None:
    assert verdict(told("A", 12)).reasons[0] == "no source found for it"
    assert verdict(told("A", 12), told("B", 12)).reasons[0].startswith("no source found for it in its 2 reports")
    assert verdict(told("A", 12, unnamed("officials"))).reasons[0] == "no named source found for it"


def test_a_speaker_is_shown_under_the_role_that_most_reports_give() -> None:
    roles = (("A", "Ana Paz, the former senator", "former senator"), ("B", "Paz", "minister"), ("C", "Paz", "minister"))
    said = [
        replace(
            claim(report(paper, "it was calm"), Text(name, name), Speaker(name, "Ana Paz", "person", role)), act="say"
        )
        for paper, name, role in roles
    ]
    (all_of_them,) = statements(said, {}, None, lambda c: c.report)
    assert all_of_them.speaker.role == "minister"
    (two,) = statements(said[:2], {}, None, lambda c: c.report)
    assert two.speaker.role == "former senator"


def test_who_only_reacts_is_named_as_not_counted_unless_it_is_of_a_body_that_is() -> None:
    def reacting(name: str) -> Backed:
        said = told("B", 12, official(name))
        return replace(said, traces=tuple(replace(t, secondhand="only reacts to it") for t in said.traces))

    assert any("only reacts" in why for why in verdict(told("A", 12, POLICE), reacting("Cusco Hospital")).reasons)
    assert not any("only reacts" in why for why in verdict(told("A", 12, POLICE), reacting("CITY POLICE")).reasons)
