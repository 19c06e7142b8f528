"""What is decoded equals what was encoded, whatever the reading."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosswire.model import (
    Answered,
    Block,
    Change,
    Claim,
    Edit,
    Event,
    Fact,
    Mention,
    Order,
    Origin,
    Party,
    Picture,
    Place,
    Quantity,
    Reading,
    Recognised,
    Report,
    Reprint,
    Span,
    Speaker,
    SpeakerKind,
    Text,
    Time,
)
from crosswire.store import codec, codec_known

words = st.text(max_size=12)
zones = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
moments = st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=zones).map(lambda at: at.replace(fold=0))
KINDS: tuple[SpeakerKind, ...] = ("outlet", "official", "unnamed")
ORDERS: tuple[Order | None, ...] = (None, "after")
numbers = st.one_of(st.none(), st.integers(-(10**9), 10**9).map(float), st.floats(allow_nan=False))
maybe = st.one_of(st.none(), words)
values = st.one_of(
    st.builds(Quantity, words, numbers, numbers, st.sampled_from(["exact", "about", "vague"]), words, maybe),
    st.builds(Time, words, st.none() | moments, st.none() | moments, st.sampled_from([None, "day"]), maybe, maybe),
    st.builds(Place, words, words, maybe, numbers, numbers, maybe, maybe, numbers, maybe),
    st.builds(Party, words, words, maybe, maybe),
    st.builds(Text, words, words),
)
times = st.builds(Time, words, st.none() | moments, st.none() | moments, st.sampled_from([None, "day"]), maybe, maybe)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A reading of an arbitrary text; one span in ten does not quote it, which the model does not forbid."""
    text = draw(st.text(max_size=80))

    def span() -> Span:
        a, b = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        return Span(a, b, draw(words)) if draw(st.integers(0, 9)) == 0 else Span.of(text, a, b)

    def speaker(deep: bool = True) -> Speaker:
        members = tuple(speaker(False) for _ in range(draw(st.integers(0, 2)))) if deep else ()
        kind: SpeakerKind = draw(st.sampled_from(KINDS))
        at = span() if draw(st.booleans()) else None
        return Speaker(draw(words), draw(words), kind, draw(maybe), at, draw(maybe), members)

    def claim(i: int) -> Claim:
        told = draw(st.none() | values)
        chain = tuple(speaker() for _ in range(draw(st.integers(1, 3))))
        parts = tuple(span() for _ in range(draw(st.integers(0, 2))))
        cue, of_value = (span() if draw(st.booleans()) else None for _ in range(2))
        home = draw(st.sampled_from(["r", "another"]))
        cid, about, attribute = f"c{i}", draw(maybe), draw(maybe)
        spoken = (chain, told, span(), cue, of_value, parts, draw(maybe))
        return Claim(cid, home, about, attribute, "fact", "quoted", "states", *spoken)

    def mention(i: int) -> Mention:
        told = tuple((draw(words), draw(values)) for _ in range(draw(st.integers(0, 2))))
        spans = (span(), span(), span())
        return Mention(
            f"m{i}",
            "r",
            draw(words),
            *spans,
            "happened",
            draw(st.floats(0, 2)),
            refers=draw(maybe),
            when=draw(st.none() | times),
            sequence=draw(st.sampled_from(ORDERS)),
            another=draw(st.booleans()),
            values=told,
        )

    report = Report(
        id="r",
        text=text,
        blocks=tuple(Block("paragraph", 0, draw(st.integers(0, 9))) for _ in range(draw(st.integers(0, 2)))),
        title=draw(words),
        outlet=draw(maybe),
        published=draw(st.none() | moments),
        date_basis="given",
        language="en",
        url=draw(maybe),
        known_by=draw(st.dictionaries(words, words, max_size=2)),
        warnings=tuple(draw(st.lists(words, max_size=2))),
    )
    claims = tuple(claim(i) for i in range(draw(st.integers(0, 2))))
    mentions = tuple(mention(i) for i in range(draw(st.integers(0, 2))))
    return Reading(report, claims, mentions, tuple(Recognised(span(), draw(values)) for _ in range(2)))


@settings(max_examples=200, deadline=None)
@given(readings())
def test_a_reading_comes_back_as_it_was(reading: Reading) -> None:
    packed = codec.reading(reading)
    back = codec.reading_of(packed)
    assert back == reading
    assert repr(back) == repr(reading)  # 1 and 1.0 are equal to Python, and told apart by a page
    assert codec.report_of(packed) == reading.report


# All moments of ours have a zone, whose fold means nothing; no number of ours is NaN.
st.register_type_strategy(datetime, moments)
st.register_type_strategy(float, st.floats(allow_nan=False))
SLOW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
# From the types themselves, so that a field that is added to a noun and forgotten in the codec is found.


@SLOW
@given(st.from_type(Fact))
def test_a_fact_comes_back_as_it_was(fact: Fact) -> None:
    assert codec_known.facts_of(codec_known.facts([fact])) == (fact,)


@SLOW
@given(st.from_type(Origin))
def test_an_origin_comes_back_as_it_was(origin: Origin) -> None:
    assert codec_known.origins_of(codec_known.origins([origin])) == (origin,)


@SLOW
@given(st.from_type(Event), st.from_type(Answered), st.booleans(), maybe)
def test_a_picture_comes_back_as_it_was(event: Event, answered: Answered, ahead: bool, family: str | None) -> None:
    names = event.mentions, event.reports
    picture = Picture(event, names[0], (), (), (answered,), names[1], names[0], ahead, not ahead, ahead, family)
    parts = codec_known.told(picture), codec_known.facts(()), codec_known.origins(())
    assert codec_known.picture_of(*parts) == picture


@SLOW
@given(st.from_type(Reprint), st.from_type(Change), st.from_type(Edit))
def test_copies_changes_and_edits_come_back_as_they_were(reprint: Reprint, change: Change, edit: Edit) -> None:
    assert codec_known.reprint_of(codec_known.reprint(reprint)) == reprint
    whole = (change.words, change.before, change.after, change.was, change.now, change.reports)
    assert codec_known.change_of(codec_known.change(change)) == whole
    assert codec_known.edits_of(codec_known.edits([edit])) == (edit,)
