"""What a clause says, taken apart into slots, and whether a report's phrase fills one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.facts.check_values import Measure, Stand, stand
from crosswire.facts.check_words import Words
from crosswire.model import Clause, Party, Phrase, Place, Quantity, Span, Time, Value

WORD = re.compile(r"[a-z0-9]+(?:\.\d+)?")
SOURCE = ("from", "out of")
ORDERED = frozenset(("before", "after", "since", "until", "till", "by", "through", "following", "despite", "without"))
ANAPHORS = frozenset(
    ("it", "them", "they", "this", "that", "these", "those", "action", "move", "act", "incident", "step", "event")
)
CAUSE = ("agent", "in", "by", "from", "with", "during", "of", "after")
PLACES = frozenset(
    [
        "in",
        "at",
        "near",
        "on",
        "off",
        "to",
        "into",
        "toward",
        "towards",
        "onto",
        "over",
        "inside",
        "outside",
        "within",
        "around",
        "across",
        "along",
        "through",
        "throughout",
        "patient",
        "of",
        "mod",
        "agent",
        "against",
        "for",
    ]
)
PAIRS = frozenset(
    frozenset(pair.split("~"))
    for pair in [
        "patient~of",
        "patient~mod",
        "agent~of",
        "agent~mod",
        "patient~is",
        "of~mod",
        "to~for",
        "to~toward",
        "to~towards",
        "toward~towards",
        "into~in",
        "into~toward",
        "into~to",
        "on~against",
        "at~against",
        "at~on",
        "in~at",
        "in~on",
        "near~off",
        "with~using",
        "with~by",
        "on~patient",
        "against~patient",
        "to~patient",
        "at~patient",
        "about~on",
        "about~over",
        "over~on",
        "for~over",
    ]
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One slot of a sentence: a value, or words with their head; `attribute` is the frame's question it answers."""

    role: str
    at: Span
    value: Value | None = None
    words: frozenset[str] = frozenset()
    head: str = ""
    front: bool = False
    attribute: str | None = None

    @property
    def name(self) -> str:
        """What to call it to a reader."""
        if self.attribute:
            return self.attribute.replace("_", " ")
        if isinstance(self.value, Time):
            return "when"
        if isinstance(self.value, Place):
            return "where"
        if isinstance(self.value, Quantity):
            return "number"
        return {"agent": "who", "patient": "what", "is": "what", "how": "how", "at": "what", "mod": "what"}.get(
            self.role, f"{self.role} what"
        )


def wanted(clause: Clause) -> Iterator[Wanted]:
    """The slots of a clause, its act apart."""
    seen: set[tuple[int, int, str]] = set()
    for phrase in clause.phrases:
        key = (phrase.at.start, phrase.at.end, "")
        if key in seen:
            continue
        seen.add(key)
        values = [*([phrase.named] if phrase.named is not None else []), *phrase.values]
        for value in values:
            if not _inside_name(value, phrase):
                yield Wanted(phrase.role, phrase.at, value, head=phrase.head, front=phrase.front)
        words = _lexical(phrase)
        if words:
            yield Wanted(phrase.role, phrase.at, None, words, phrase.head, phrase.front)


def _inside_name(value: Value, phrase: Phrase) -> bool:
    """A value that is only part of the phrase's name: Japan in "Japan's Defense Ministry"."""
    if not isinstance(value, Party | Place):
        return False
    others = [v for v in (phrase.named, *phrase.values) if v is not None and v is not value]
    return any(isinstance(o, Party | Place) and value.text in o.text and len(value.text) < len(o.text) for o in others)


def _lexical(phrase: Phrase) -> frozenset[str]:
    """The words that have to be found: not the unit of a measure."""
    units: set[str] = set()
    for value in (phrase.named, *phrase.values):
        if isinstance(value, Quantity) and value.unit not in ("1", ""):
            units.update(_tokens(value.text))
            units.add(phrase.head if value.noun is None and phrase.head in _tokens(value.text) else "")
        elif isinstance(value, Time | Place):
            units.update(_tokens(value.text))
    return frozenset(w for w in phrase.words if w not in units and not w.isdigit())


def _tokens(text: str) -> set[str]:
    found = set(WORD.findall(text.lower()))
    return found | {w.removesuffix("s") for w in found} | {w.removesuffix("es") for w in found}


def fills(slot: Wanted, phrase: Phrase, measure: Measure) -> Stand:
    """Whether a phrase of a report's clause gives what a slot asks for, at the same place of the clause."""
    if slot.value is None:
        return _words_fill(slot, phrase, measure.words) if roles_fit(slot, phrase) else "silent"
    found: Stand = "silent"
    for value in (phrase.named, *phrase.values):
        if value is None or not _value_roles_fit(slot, phrase, value):
            continue
        outcome = stand(slot.value, value, measure)
        if outcome == "supports":
            return "supports"
        found = outcome if outcome == "excludes" else found
    return found


def roles_fit(slot: Wanted, phrase: Phrase) -> bool:
    """Whether the two stand at the same place: prepositions that tell the same count as one."""
    a, b = slot.role, phrase.role
    if slot.front != phrase.front and not {a, b} <= {"agent", "patient", "of", "mod"}:
        return False
    return (
        a == b or frozenset((a, b)) in PAIRS or (a in CAUSE and b in CAUSE and "agent" in (a, b) and slot.value is None)
    )


def _value_roles_fit(slot: Wanted, phrase: Phrase, value: Value) -> bool:
    a, b = slot.role, phrase.role
    if isinstance(value, Time):
        return a == b or not {a, b} & ORDERED
    if slot.front != phrase.front:
        return False
    if isinstance(value, Place) and isinstance(slot.value, Place):
        if (a in SOURCE) != (b in SOURCE):
            return False
        return (a in PLACES.union(SOURCE) and b in PLACES.union(SOURCE)) or a == b
    if isinstance(value, Quantity) and value.unit not in ("1", ""):
        return a == b or not {a, b} & {"from", "to", "agent"}
    return roles_fit(slot, phrase)


def _words_fill(slot: Wanted, phrase: Phrase, words: Words) -> Stand:
    told = bag(phrase)
    if slot.head in slot.words and not any(words.holds(w, slot.head) for w in _heads(phrase)):
        return "silent"
    return "supports" if all(holds(w, told, words) for w in slot.words) else "silent"


def holds(word: str, told: Sequence[str] | set[str], words: Words) -> bool:
    """Whether a word, or another for it, is among those told."""
    return word in told or any(words.holds(t, word) for t in told)


def bag(phrase: Phrase) -> set[str]:
    """All words of a phrase, singular and as they stand."""
    return set(phrase.words) | {phrase.head} | _tokens(phrase.at.exact)


def _heads(phrase: Phrase) -> set[str]:
    """What a phrase answers to: its head, and the head of its name ("Japan's Defense Ministry" is a ministry)."""
    heads = {phrase.head}
    if isinstance(phrase.named, Party):
        heads |= set(phrase.named.name.lower().split()[-1:])
    return heads
