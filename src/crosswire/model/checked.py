"""What became of a sentence that was put to the reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crosswire.model.claims import Claim
from crosswire.model.knowledge import Brief, Origin

ClaimVerdict = Literal["corroborated", "reported", "contradicted", "disputed", "not_found"]
WEAKEST: tuple[ClaimVerdict, ...] = ("contradicted", "not_found", "disputed", "reported", "corroborated")


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing a sentence says (its act, who, when, a number): its words, how it stands, the claims on it."""

    name: str
    words: str
    verdict: ClaimVerdict
    support: tuple[str, ...]
    against: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One sentence with its verdict, which is that of its weakest slot, and what it rests on.

    `claims` are all claims for and against it; `support` and `against` are their ids. `origins` are the support's.
    """

    sentence: str
    verdict: ClaimVerdict
    slots: tuple[Slot, ...]
    claims: tuple[Claim, ...]
    support: tuple[str, ...]
    against: tuple[str, ...]
    origins: tuple[Origin, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """A claim put to the reports of a brief: each of its sentences with its verdict."""

    claim: str
    sentences: tuple[Checked, ...]
    brief: Brief

    @property
    def verdict(self) -> ClaimVerdict:
        """That of the weakest sentence."""
        return min((s.verdict for s in self.sentences), key=WEAKEST.index, default="not_found")
