"""Frames: kinds of events as data (docs/frames.md says what each key means)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

ValueType = Literal["party", "quantity", "time", "duration", "place", "text"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that tell of an event: a verb or noun lemma with the company it must keep (empty: any)."""

    verb: frozenset[str] = frozenset()
    noun: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    not_object: frozenset[str] = frozenset()
    not_subject: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()  # verbs behind whose "in", "by" or "from" a noun must stand
    subject_type: str | None = None
    object_type: str | None = None
    with_prep: frozenset[str] = frozenset()
    with_head: frozenset[str] = frozenset()
    score: bool = False  # a score beside it: "beat United 3-1"
    with_place: bool = False  # the noun behind the preposition must be a country or town by name
    not_prep: frozenset[str] = frozenset()  # no phrase of these may hang on it, but of a time


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a sentence that does not name an event tells of it: verbs, the places there where the answer stands, what
    it must be (`noun`), and by nouns who does that; where none are given, whoever did what the event is ("he used a
    pistol")."""

    verb: frozenset[str]
    at: tuple[str, ...]
    noun: frozenset[str]
    by: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Attribute:
    """A question about an event and where in the grammar its answers stand."""

    name: str
    question: str
    type: ValueType
    at: tuple[str, ...] = ()
    verb: frozenset[str] = frozenset()
    verb_at: tuple[str, ...] = ()
    verb_subject: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()  # what a count is said to be of: "the number of detainees rose to 40"
    noun: frozenset[str] = frozenset()
    unit: str | None = None
    grows: bool = False
    changes: bool = False  # a count that may fall as well: of the missing
    coming: bool = False
    total: bool = False
    not_noun: frozenset[str] = frozenset()
    not_trigger: frozenset[str] = frozenset()  # at these trigger words the places of `at` hold something else
    not_object: frozenset[str] = frozenset()  # nor is the object of these: what is launched is no target
    several: bool = False
    public: bool = False
    found: bool = False  # by a laboratory or the like: whoever else tells it has it from there
    lasting: bool = False  # holds of a thing wherever it is told: a ship's flag, not where it was hit
    person: bool = False  # whom it befalls: of "the Belgian minister was jailed" the minister, not Belgium
    at_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # other places at some triggers: who "lost to"
    called: frozenset[str] = frozenset()  # what the answer is called: "the cause was a heater", "the suspect, Dan Roe"
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # words that tell it, with where it stands there
    said_noun: frozenset[str] = frozenset()  # what it must be there, if given
    degrees: Mapping[str, frozenset[str]] = field(default_factory=dict)  # how harm is told, each in one word for many
    elsewhere: tuple[Elsewhere, ...] = ()  # what sentences that do not name the event tell


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind of event. Kinds of one `family` may tell of one occurrence; `same_if`: answers that must then agree.

    `aftermath`: words of who tells of it days and weeks later; `repeats`: a week, or one report, may hold several.
    `public`: it is done before the public: an agency's people attend it and see its attributes that are `public`.
    `called`: a word for its title, and how the reports' words that it stands for begin.
    `casualties`: a mention that does not say who did it may only count the dead of an event told before.
    `decided`: how words begin with which who does it says that it will be done; by saying so it is done.
    """

    name: str
    title: str
    triggers: tuple[Trigger, ...]
    attributes: tuple[Attribute, ...]
    plover: str | None = None
    weight: float = 1.0
    speech: bool = False
    response: bool = False
    attempts: bool = False
    nouns: frozenset[str] = frozenset()
    family: str | None = None
    public: bool = False
    repeats: bool = False
    aftermath: frozenset[str] = frozenset()
    casualties: bool = False
    decided: tuple[str, ...] = ()
    same_if: Mapping[str, str] = field(default_factory=dict)
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of that name, or None."""
        return next((a for a in self.attributes if a.name == name), None)
