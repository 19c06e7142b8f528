"""What a clause says, taken apart into slots, and whether a report's phrase fills one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from crosswire.facts.check.context import QUALIFIERS, qualified
from crosswire.facts.check.values import bearings, stand
from crosswire.facts.check.words import Measure, Stand, Words
from crosswire.model import Clause, Party, Phrase, Place, Quantity, Span, Time, Value

WORD = re.compile(r"[a-z0-9]+(?:\.\d+)?")
PART = re.compile(r"\s*of (?:them|whom|which|these|those)\b")
BOUND = re.compile(r" (?:at|by|with|from) ")  # a partner at the administrators is none of them
SOURCE = ("from", "out of")
ORDERED = frozenset(("before", "after", "since", "until", "till", "by", "through", "following", "despite", "without"))
ANAPHORS = frozenset(
    (
        "it",
        "them",
        "they",
        "this",
        "that",
        "these",
        "those",
        "action",
        "move",
        "act",
        "incident",
        "step",
        "event",
        "decision",
        "measure",
    )
)
ACTING = ("agent", "by", "with", "to", "of")
# What a measure says besides: "10 km deep", "an earthquake of magnitude 6.3".
MEASURED = frozenset(("deep", "long", "high", "tall", "wide", "old", "away", "magnitude"))
ANY = frozenset(("any", "some", "all", "many", "most", "one", "none", "both"))
NUMERALS = frozenset(("hundred", "thousand", "million", "dozen", "ten", "score"))
EVERYBODY = frozenset(("people", "person", "life"))
LANDS = frozenset(("province", "state", "city", "town", "village", "district", "region", "county", "island", "area"))
SIDES = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
TURNED = frozenset(w for side in SIDES for w in (side, f"{side}ern"))
BOUNDING = frozenset(
    ("more", "than", "over", "least", "about", "around", "nearly", "almost", "some", "up", "fewer", "less")
)
CAUSE = ("agent", "in", "by", "from", "with", "during", "of", "after")


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
    maybe: frozenset[str] = frozenset()  # the questions that a bare number may answer
    inner: bool = False  # the value only describes whom the phrase names: Japan in "Japan's prime minister"

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
                inner = value is not phrase.named or _only_its_land(value, phrase)
                yield Wanted(phrase.role, phrase.at, value, head=phrase.head, front=phrase.front, inner=inner)
        words = _lexical(phrase)
        if words:
            yield Wanted(phrase.role, phrase.at, None, words, phrase.head, phrase.front)


def _only_its_land(value: Value, phrase: Phrase) -> bool:
    """Whether a phrase is named by a country that only tells whose it is: "Norway's prime minister"."""
    country = isinstance(value, Place) and value.kind == "country" and not value.relation
    return country and phrase.at.exact.lower().startswith(f"{value.text.lower()}'s ")


def _inside_name(value: Value, phrase: Phrase) -> bool:
    """A value that is only part of the phrase's name: Japan in "Japan's Defense Ministry", the future in "Future
    Forward"; not the Swiss in "the Swiss Alps", which are others' as well."""
    if not isinstance(value, Party | Place | Time):
        return False
    others = [v for v in (phrase.named, *phrase.values) if isinstance(v, Party | Place) and v is not value]
    around = [o for o in others if value.text.lower() in f"the {o.text}".lower() and len(value.text) < len(o.text)]
    tells = isinstance(value, Party) and value.country and all(isinstance(o, Place) and not o.country for o in around)
    return bool(around) and not tells


def _lexical(phrase: Phrase) -> frozenset[str]:
    """The words that have to be found: not the unit of a measure."""
    units: set[str] = set()
    for value in (phrase.named, *phrase.values):
        if isinstance(value, Quantity) and value.unit not in ("1", ""):
            units.update(_tokens(value.text) | MEASURED)
            units.add(phrase.head if value.noun is None and phrase.head in _tokens(value.text) else "")
        elif isinstance(value, Time | Place):
            units.update(_tokens(value.text) - (TURNED if isinstance(value, Place) and not bearings(value) else set()))
            units |= LANDS if isinstance(value, Place) else set()
        elif isinstance(value, Quantity):
            units |= _tokens(value.text) & BOUNDING  # "more than 300 drones" are drones; the number is asked by itself
            units |= EVERYBODY & (
                {phrase.head} | (phrase.words if phrase.head in NUMERALS else frozenset())
            )  # "12 people" are 12, whatever the report calls them
    if any(isinstance(v, Quantity) for v in phrase.values):
        units |= NUMERALS
    return frozenset(w for w in phrase.words if w not in units and any(c.isalnum() for c in w))


def _tokens(text: str) -> set[str]:
    found = set(WORD.findall(text.lower()))
    return found | {w.removesuffix("s") for w in found} | {w.removesuffix("es") for w in found}


def fills(slot: Wanted, phrase: Phrase, measure: Measure) -> Stand:
    """Whether a phrase of a report's clause gives what a slot asks for, at the same place of the clause."""
    if slot.value is None:
        return _words_fill(slot, phrase, measure.words) if roles_fit(slot, phrase, measure.words) else "silent"
    found: Stand = "silent"
    for value in (phrase.named, *phrase.values):
        if value is None or is_part(value, phrase) or not _value_roles_fit(slot, phrase, value, measure.words):
            continue
        outcome = stand(slot.value, value, measure)
        if outcome == "supports" and not only_a_capital(slot, phrase):
            return "supports"
        found = "excludes" if outcome == "excludes" else found
    return "supports" if found == "silent" and _named_so(slot, phrase, measure.words) else found


def is_part(value: Value, phrase: Phrase) -> bool:
    """Whether a number counts only some of those told of: "94 were injured, 35 of them in a serious condition"."""
    _, found, behind = phrase.at.exact.partition(value.text)
    return isinstance(value, Quantity) and bool(found) and PART.match(behind.lower()) is not None


def only_a_capital(slot: Wanted, phrase: Phrase) -> bool:
    """ "Ankara" acts for Turkey, but what struck Turkey has not struck Ankara."""
    value = slot.value
    if not isinstance(value, Party) or value.kind != "country" or slot.role in ACTING:
        return False
    other = value.text[:3].lower() != value.name[:3].lower() and not value.text.isupper() and "." not in value.text
    return other and not set(WORD.findall(value.text.lower())) <= bag(phrase)


def _named_so(slot: Wanted, phrase: Phrase, words: Words) -> bool:
    """Whether the phrase, which was read as no value, has the name for its words: "in Bergen"; or whom it names is
    described so: Suga is told to be Japan's prime minister."""
    if not isinstance(slot.value, Place | Party) or not roles_fit(slot, phrase, words):
        return False
    name = set(WORD.findall(slot.value.name.lower()))
    if phrase.named is not None:
        return slot.inner and isinstance(phrase.named, Party) and bool(name) and name <= phrase.words
    if slot.inner and set(WORD.findall(slot.value.text.lower())) <= bag(phrase):
        return True  # "UN resolutions" are those of its Security Council
    if isinstance(slot.value, Party) and words.holds(phrase.head, slot.value.name.lower()):
        return True  # the police are its officers
    return bool(name) and name <= bag(phrase) and (phrase.head in name or name <= phrase.words)


def roles_fit(slot: Wanted, phrase: Phrase, words: Words) -> bool:
    """Whether the two stand at the same place: prepositions that tell the same count as one."""
    a, b = slot.role, phrase.role
    if a == "mod" and not slot.head:
        return True
    if slot.front != phrase.front and not {a, b} <= {"agent", "patient", "of", "mod"}:
        return False
    return a == b or words.same_role(a, b) or (a in CAUSE and b in CAUSE and "agent" in (a, b) and slot.value is None)


def _value_roles_fit(slot: Wanted, phrase: Phrase, value: Value, words: Words) -> bool:
    a, b = slot.role, phrase.role
    if isinstance(value, Time):
        return a == b or not {a, b} & ORDERED
    hung = isinstance(value, Quantity) and value.unit in ("1", "") and b == "at" and value is phrase.named and a != b
    if hung or slot.front != phrase.front:
        return False  # of "140 were killed and over 500 injured" the parser hangs the second number anywhere
    if isinstance(value, Place) and isinstance(slot.value, Place):
        if (a in SOURCE) != (b in SOURCE):
            return False
        return (a in words.places and b in words.places) or a == b
    if isinstance(value, Quantity) and value.unit not in ("1", ""):
        return a == b or not {a, b} & {"from", "to", "agent"}
    return roles_fit(slot, phrase, words)


def _words_fill(slot: Wanted, phrase: Phrase, words: Words) -> Stand:
    told = as_titled(phrase, slot.words)
    if slot.head in slot.words and not any(words.holds(w, slot.head) for w in _heads(phrase) & told):
        return "silent"
    return "supports" if all(holds(w, told, words) for w in slot.words) else "silent"


def holds(word: str, told: Sequence[str] | Set[str], words: Words) -> bool:
    """Whether a word, or another for it, is among those told."""
    return word in told or any(words.holds(t, word) for t in told)


def bag(phrase: Phrase) -> set[str]:
    """All words of a phrase, singular and as they stand."""
    return set(phrase.words) | {phrase.head} | _tokens(BOUND.split(phrase.at.exact)[0])


def as_titled(phrase: Phrase, asked: Set[str]) -> set[str]:
    """The words of a phrase without those that it makes into other titles: "president" of the ex-president."""
    keep = bool(asked & QUALIFIERS)
    return {w for w in bag(phrase) if keep or w not in asked or not qualified(w, phrase.at.exact)}


def _heads(phrase: Phrase) -> set[str]:
    """What a phrase answers to: its head, and the head of its name ("Japan's Defense Ministry" is a ministry)."""
    heads = {phrase.head, *phrase.at.exact.lower().split("-")[:1]}  # "Digne" is Digne-les-Bains
    if phrase.head in ANY:
        heads |= phrase.words
    if isinstance(phrase.named, Party):
        heads |= set(phrase.named.name.lower().split()[-1:])
        heads |= phrase.words if phrase.named.kind == "person" else set()  # "the minister" is Suga
    return heads
