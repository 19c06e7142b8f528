"""How a pair is told: as happened, coming, denied, in general; and whether one report calls it another one."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from crosswire.events.nodes import CLOCKS, Node
from crosswire.events.pairs import TOPIC, VETO, Pair, Seen
from crosswire.model import Modality

ANOTHER = -1.2  # "another carrier was attacked" is mostly not the one that the other report tells of
DENIED = -1.2  # nor is what one says did not happen what the other says did
ANSWERED = 0.6  # who leads with it that something did not happen answers whoever told that it did
DENIED_FIRST = 0.4  # what did not happen counts half as prominent: so much in the first two paragraphs
LONG_WORD, STEM = re.compile(r"[A-Za-z]{4,}"), 4


def kind_of_telling(pair: Pair) -> Seen | None:
    """General statements ("tests over the past year") are no occurrence; an expected event is not one that happened."""
    if pair.a.modality == pair.b.modality == "happened" and not pair.same_report:
        return _another(pair)
    modalities = {pair.a.modality, pair.b.modality}
    if modalities & {"general", "hypothetical"}:
        return Seen(VETO, "one speaks in general or hypothetically")
    if pair.same_report and max(pair.a, pair.b, key=lambda n: n.order).another:
        return Seen(VETO, "the report calls it another one")
    if _is_put_beside(pair):
        return Seen(VETO, "one sentence puts one before the other")
    if pair.same_report and pair.a.several != pair.b.several and pair.frame.repeats:
        return Seen(VETO, "one of them is a row of such")
    return _of_two_modalities(pair, modalities)


def _is_put_beside(pair: Pair) -> bool:
    """Whether one sentence tells of both, one before or after the other: "withdrew it after it had launched it"."""
    if not pair.same_report or pair.a.frame != pair.b.frame:
        return False
    first, later = sorted((pair.a, pair.b), key=lambda n: n.order)
    apart = later.sequence is not None and later.sequence != first.sequence
    return apart and not set(later.sentences).isdisjoint(first.sentences)


def _another(pair: Pair) -> Seen | None:
    """Whether only one report tells of a row of such, or calls it another one."""
    if pair.a.several != pair.b.several and pair.frame.repeats:
        return Seen(ANOTHER, "one report tells of several such")
    return Seen(ANOTHER, "one report calls it another one") if pair.a.another != pair.b.another else None


def _of_two_modalities(pair: Pair, modalities: set[Modality]) -> Seen | None:
    if modalities == {"happened", "expected"}:
        return _past_and_coming(pair)
    if modalities == {"happened", "negated"}:
        if _denies_another(pair) or _tells_both(pair):
            return Seen(DENIED, "one says that something else did not happen")
        return Seen(ANSWERED, "one denies what the other tells") if _answers(pair) else None
    if modalities == {"expected"} and not pair.same_report:
        return Seen(0.8, "both tell of it as coming")
    return None


def _denies_another(pair: Pair) -> bool:
    """Whether what one says did not happen, below its lead, is called by no word of the other: "no distress call was
    sent" does not deny the crash."""
    denied, other = (pair.a, pair.b) if pair.a.modality == "negated" else (pair.b, pair.a)
    return denied.prominence < TOPIC and _stems(denied).isdisjoint(_stems(other))


def _tells_both(pair: Pair) -> bool:
    """Whether one report leads with what happened, and tells below that something of the kind did not."""
    denied, other = (pair.a, pair.b) if pair.a.modality == "negated" else (pair.b, pair.a)
    return pair.same_report and denied.prominence < TOPIC <= other.prominence


def _answers(pair: Pair) -> bool:
    """Whether both reports lead with it, in words of one stem: one that it happened, the other that it did not."""
    denied, other = (pair.a, pair.b) if pair.a.modality == "negated" else (pair.b, pair.a)
    if pair.same_report or denied.prominence < DENIED_FIRST or other.prominence < TOPIC:
        return False
    return not _stems(pair.a).isdisjoint(_stems(pair.b))


def _stems(node: Node) -> set[str]:
    return {word.lower()[:STEM] for phrase in node.phrases for word in LONG_WORD.findall(phrase)}


def _past_and_coming(pair: Pair) -> Seen | None:
    """An expected congress becomes the congress: of what was announced for a day that is over, time decides."""
    coming, past = (pair.a, pair.b) if pair.a.modality == "expected" else (pair.b, pair.a)
    if not _is_to_come(coming):
        return Seen(-0.4, "one tells of it as past, the other as coming")
    return None if _is_over(coming, past.published) else Seen(VETO, "one is past, the other is dated to come")


def _is_to_come(node: Node) -> bool:
    """Whether its own time lies after its report."""
    when, published = node.when, node.published
    return bool(when and when.start and published and when.start >= published.replace(tzinfo=UTC) + CLOCKS)


def _is_over(coming: Node, published: datetime | None) -> bool:
    """Whether what one report expects was to begin before another was published."""
    when = coming.when
    return bool(when and when.start and published and when.start < published.replace(tzinfo=UTC) + CLOCKS)
