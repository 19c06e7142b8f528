"""How far a reading agrees with the gold passages: one number a step, F1 unless its name says otherwise.

Spans agree where they overlap (contents: where they share half of the longer one); each is matched once, in the order
of the text. All counts are pooled over the corpus.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from crosswire.claims.frames_load import load_frames
from crosswire.model import Claim, Mention, Place, Quantity, Reading, Recognised, Span, Time
from tests.gold.corpus import Annotated, Passage, Said

G = TypeVar("G")
F = TypeVar("F")

OPEN = "open"  # what no frame knows: scored in the passages that annotate it
SPEECH = frozenset(frame.name for frame in load_frames().all if frame.speech)
OUTLOOK = {"assessment", "expectation"}


def score(pairs: Sequence[tuple[Passage, Reading]]) -> dict[str, float]:
    """The measures by name, rounded to three digits, over passages and what was read from each."""
    counts: Counter[str] = Counter()
    for passage, reading in pairs:
        counts.update(_attributions(passage, reading))
        counts.update(_values(passage, reading))
        counts.update(_frames(passage, reading))
        counts.update(_kinds(passage, reading))
    return {name: round(value, 3) for name, value in _measures(counts)}


def _measures(counts: Counter[str]) -> Iterator[tuple[str, float]]:
    for name in ("content", "cue", "time", "quantity", "place", "frame", "answer"):
        right, gold, found = (counts[f"{name} {what}"] for what in ("right", "gold", "found"))
        yield name, 2 * right / (gold + found) if gold + found else 1.0
    for name in ("speaker", "stance", "mode", "act", "modality", "kind"):
        yield f"{name} accuracy", counts[f"{name} right"] / max(1, counts[f"{name} asked"])
    yield "party recall", counts["party right"] / max(1, counts["party gold"])


def match(gold: Sequence[G], found: Sequence[F], agree: Callable[[G, F], bool]) -> list[tuple[G, F]]:
    """Pairs of items that agree, each item in one pair at most."""
    left = list(found)
    pairs = []
    for item in gold:
        for other in left:
            if agree(item, other):
                pairs.append((item, other))
                left.remove(other)
                break
    return pairs


# --- attributions -------------------------------------------------------------------------------------------------


def attributed(reading: Reading) -> list[Claim]:
    """The claims that say who said what, one for each set of words and speaker."""
    return [c for c in reading.claims if c.act is not None and len(c.speakers) > 1]


def _attributions(passage: Passage, reading: Reading) -> Iterator[str]:
    claims = attributed(reading)
    yield from _tally("content", len(passage.attributions), len(claims))
    cues = [said.cue for said in passage.attributions if said.cue is not None]
    told = [c.cue for c in claims if c.cue is not None]
    yield from _tally("cue", len(cues), len(told))
    yield from ("cue right" for _ in match(cues, told, Span.overlaps))
    for said, claim in match(passage.attributions, claims, _same_content):
        yield "content right"
        if said.content:
            yield from _ask("stance", said.stance == claim.stance)
            yield from _ask("mode", said.mode == claim.mode)
        yield from _ask("act", (said.act or "say") == claim.act)
        if said.who is not None:
            yield from _ask("speaker", said.who == claim.speakers[-1].canonical)


def _same_content(said: Said, claim: Claim) -> bool:
    if said.cue is not None and claim.cue is not None and not said.cue.overlaps(claim.cue):
        return False
    if not said.content:
        return said.cue is not None and claim.cue is not None
    gold, found = _characters(said.content), _characters(claim.parts or (claim.span,))
    return len(gold & found) * 2 >= max(len(gold), len(found), 1)


def _characters(spans: Sequence[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


# --- values -------------------------------------------------------------------------------------------------------


def _values(passage: Passage, reading: Reading) -> Iterator[str]:
    kinds = {"time": ("times", same_time), "quantity": ("quantities", same_quantity), "place": ("places", same_place)}
    for kind, (key, same) in kinds.items():
        gold = passage.values[key]
        found = [v for v in reading.values if v.value.type == kind and not _acts(v, passage, gold)]
        yield from _tally(kind, len(gold), len(found))
        yield from (f"{kind} right" for _ in match(gold, found, same))
    parties = [v for v in reading.values if v.value.type == "party"]
    gold = passage.values["parties"]
    yield from ("party gold" for _ in gold)
    yield from ("party right" for _ in match(gold, parties, _same_party))


def _acts(value: Recognised, passage: Passage, gold: Sequence[Annotated]) -> bool:
    """Whether a place found is a country, or somebody's name, that no one noted as a place."""
    if not isinstance(value.value, Place) or any(note.span.overlaps(value.span) for note in gold):
        return False
    sources = [said.source for said in passage.attributions if said.source is not None]
    parties = [note.span for note in passage.values["parties"]]
    return value.value.kind == "country" or any(span.overlaps(value.span) for span in (*sources, *parties))


def same_time(gold: Annotated, found: Recognised) -> bool:
    """Whether a found time is the annotated one: the same ends, or the same length or repetition."""
    value = found.value
    if not isinstance(value, Time) or not gold.span.overlaps(found.span):
        return False
    if "duration" in gold.notes or "repeats" in gold.notes:
        return (value.duration, value.repeats) == (gold.notes.get("duration"), gold.notes.get("repeats"))
    start, end = gold.notes.get("start"), gold.notes.get("end")
    early = start is not None and (value.start is None or value.start.astimezone(UTC) < _moment(start))
    late = end is not None and (value.end is None or value.end.astimezone(UTC) > _moment(end))
    return not early and not late and (start is not None or end is not None)


def _moment(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


def same_quantity(gold: Annotated, found: Recognised) -> bool:
    """Whether a found quantity is the annotated one: number, bound and unit."""
    value = found.value
    if not isinstance(value, Quantity) or not gold.span.overlaps(found.span):
        return False
    notes = gold.notes
    if notes.get("bound", "exact") != value.bound or notes.get("unit", "1") != value.unit:
        return False
    low = notes.get("low")
    told = value.low if value.low is not None else value.high
    return low == told or (low is not None and told is not None and abs(low - told) < abs(low) / 1000)


def same_place(gold: Annotated, found: Recognised) -> bool:
    """Whether a found place is the annotated one: the same country, where one was noted."""
    value = found.value
    if not isinstance(value, Place) or not gold.span.overlaps(found.span):
        return False
    return "country" not in gold.notes or gold.notes["country"] == value.country


def _same_party(gold: Annotated, found: Recognised) -> bool:
    return gold.span.overlaps(found.span) and getattr(found.value, "name", None) == gold.notes["name"]


# --- frames and kinds ---------------------------------------------------------------------------------------------


def events(reading: Reading) -> list[Mention]:
    """The event mentions that are no mere references and no speech acts."""
    return [m for m in reading.mentions if m.refers is None and m.frame not in SPEECH]


def _frames(passage: Passage, reading: Reading) -> Iterator[str]:
    opened = any(gold.notes["frame"] == OPEN for gold in passage.frames)
    mentions = [m for m in events(reading) if m.frame != OPEN or opened]
    yield from _tally("frame", len(passage.frames), len(mentions))
    for gold, mention in match(passage.frames, mentions, _same_frame):
        yield "frame right"
        yield from _ask("modality", gold.notes.get("modality", "happened") == mention.modality)
        wanted: Mapping[str, Any] = gold.notes.get("values", {})
        given = _answers(reading, mention)
        yield from _tally("answer", len(wanted), len(given))
        yield from ("answer right" for name in wanted if _agrees(wanted[name], given.get(name, "")))


def _same_frame(gold: Annotated, mention: Mention) -> bool:
    return gold.notes["frame"] == mention.frame and gold.span.overlaps(mention.trigger)


def _answers(reading: Reading, mention: Mention) -> dict[str, str]:
    own = [c for c in reading.claims if c.mention == mention.id and c.attribute not in (None, "happened")]
    return {c.attribute: c.words.exact for c in own if c.attribute is not None and c.words is not None}


def _agrees(gold: str, found: str) -> bool:
    return bool(found) and (found.casefold() in gold.casefold() or gold.casefold() in found.casefold())


def _kinds(passage: Passage, reading: Reading) -> Iterator[str]:
    """Fact and statement count as one: which of them a sentence is depends on whether its words or its act is asked."""
    starts = [start for _, start in passage.sentences] + [len(passage.text)]
    for (kind, start), end in zip(passage.sentences, starts[1:], strict=True):
        inside = [c for c in reading.claims if start <= c.span.start < end]
        told = [c.kind for c in inside if c.attribute in (None, "happened")]
        found = next((k for k in told if k in OUTLOOK), "fact")
        yield from _ask("kind", found == (kind if kind in OUTLOOK else "fact"))


def _tally(name: str, gold: int, found: int) -> Iterator[str]:
    yield from (f"{name} gold" for _ in range(gold))
    yield from (f"{name} found" for _ in range(found))


def _ask(name: str, right: bool) -> Iterator[str]:
    yield f"{name} asked"
    if right:
        yield f"{name} right"
