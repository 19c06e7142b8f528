"""Several who tell one thing as one: who signs a joint statement, and people told of together."""

from __future__ import annotations

import re
from dataclasses import replace

from crosswire.facts.origins.origin import Trace
from crosswire.facts.origins.own import sentence_of
from crosswire.model import Claim, Report, Speaker

JOINT = re.compile(
    r"\bjoint (?:written )?(?:statement|communiqu[eé]|declaration|press conference|news conference|briefing|letter|"
    r"announcement|report)\b|\bjointly\b",
    re.IGNORECASE,
)


def is_joint(speaker: Speaker, report: Report, claim: Claim) -> bool:
    """Whether several told it as one: in one paper, or people told of together ("Sherman and Green charged that");
    two governments or bodies who say the same say it each."""
    people = any(member.kind == "person" for member in speaker.members)
    return people or JOINT.search(sentence_of(report.text, claim)) is not None


def jointly(each: tuple[Trace, ...]) -> tuple[Trace, ...]:
    """Those of one paper, agreed on before: a joint statement is one word of all who sign it."""
    owner = " and ".join(sorted(found.name for found in each))
    return tuple(replace(t, owner=owner, reason=f"{t.reason}, jointly with others") if t.known else t for t in each)
