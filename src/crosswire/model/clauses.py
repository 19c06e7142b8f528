"""What a sentence says as grammar puts it: clauses with what stands in their places. For comparing sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crosswire.model.claims import ClaimKind, Modality, Stance
from crosswire.model.reports import Span
from crosswire.model.values import Value

Link = Literal["main", "complement", "aside"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """What stands in one place of a clause.

    `role` is agent, patient, is, how, mod (a noun before an event noun) or a preposition. `named` is the value that
    the head itself is (who, where, when); `values` are the others in it. `words` are its other lemmas that carry
    meaning, the head's among them unless the head is named. `front` tells that it belongs to what stands before the
    verb. `at` is where in the report the words stand.
    """

    role: str
    head: str
    words: frozenset[str]
    named: Value | None
    values: tuple[Value, ...]
    at: Span
    front: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb or event noun with its phrases. `forms` are all it may be listed as: "fire", "carry out", "test".

    `under` is where (an offset in the report) the verb stands whose complement it is; `link` is how it hangs there.
    `hangs` is where the word stands, verb or noun, that it is joined to in whatever way: None for the main clause.
    """

    report: str
    forms: frozenset[str]
    verbal: bool
    negative: bool
    modality: Modality
    kind: ClaimKind
    stance: Stance
    phrases: tuple[Phrase, ...]
    head: Span
    sentence: Span
    under: int | None = None
    link: Link = "main"
    hangs: int | None = None
