"""What a compound before a noun tells as a clause would: "Atlanta-based Delta", "the Saudi-led coalition".

Each is laid out as a clause of its own beside those of its sentence: Delta is based in Atlanta, Saudi Arabia leads the
coalition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.facts.check.words import forms_of
from crosswire.model import Clause, Party, Phrase, Place, Span

COMPOUND = re.compile(
    r"(?P<name>[A-Z][\w.’']*(?: [A-Z][\w.’']*)*)-(?P<verb>[a-z]{2,}ed|led|run|born|made|built|held)\b"
)
DOING = frozenset(("led", "backed", "owned", "run", "made", "built", "held", "controlled", "operated", "funded",
                   "sponsored", "brokered", "supported", "administered", "ruled", "trained", "financed", "organised",
                   "organized", "occupied", "chartered", "supplied", "appointed", "imposed", "mediated"))  # fmt: skip
UNDER = frozenset(("flagged", "registered"))
IRREGULAR = {"led": "lead", "run": "run", "made": "make", "built": "build", "held": "hold", "born": "bear"}


def with_compounds(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, each sentence's followed by those that its compounds tell."""
    found: list[Clause] = []
    known = {(c.report, c.head.start) for c in clauses}
    for clause in clauses:
        found.append(clause)
        for told in _told(clause):
            if (told.report, told.head.start) not in known:
                known.add((told.report, told.head.start))
                found.append(told)
    return found


def _told(clause: Clause) -> Iterator[Clause]:
    for phrase in clause.phrases:
        for match in COMPOUND.finditer(phrase.at.exact):
            verb = match["verb"]
            head = _span(phrase.at, match.start("verb"), match.end("verb"))
            at = _span(phrase.at, match.start("name"), match.end("name"))
            named = next(
                (v for v in phrase.values if isinstance(v, Place | Party) and _called(v.text, match["name"])), None
            )
            role = "agent" if verb in DOING else "under" if verb in UNDER else "in"
            words = frozenset() if named is not None else frozenset(match["name"].lower().split())
            by = Phrase(role, match["name"].split()[-1].lower(), words, named, (), at)
            rest = replace(phrase, role="patient", values=tuple(v for v in phrase.values if v is not named))
            forms = frozenset({IRREGULAR.get(verb, ""), *forms_of(verb)} - {""})
            yield replace(
                clause, forms=forms, verbal=True, negative=False, modality="happened", phrases=(rest, by), head=head,
                under=None, link="aside", hangs=phrase.at.start,
            )  # fmt: skip


def _called(text: str, name: str) -> bool:
    return text.lower().removeprefix("in ").removeprefix("the ") == name.lower()


def _span(at: Span, start: int, end: int) -> Span:
    """A piece of a phrase."""
    return replace(at, start=at.start + start, end=at.start + end, exact=at.exact[start:end])
