"""How surely what the reports give for one part of a sentence is told: by how many independent origins."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.facts.check.asked import Asked
from crosswire.facts.check.evidence import Evidence
from crosswire.facts.check.fill import Filled
from crosswire.facts.origins import Trace
from crosswire.facts.origins.voices import independent
from crosswire.facts.weigh import secondhand
from crosswire.model import ClaimVerdict


def standing(one: Filled, asked: Asked, evidence: Evidence) -> tuple[ClaimVerdict, str, tuple[str, ...]]:
    """How surely what fills a slot is told, and why in a reader's words."""
    if asked.said or asked.speech:
        reports = {evidence.teller(c) for c in one.support}
        many = len(reports) > 1
        how = f"{len(reports)} reports tell so that do not copy one another" if many else "one report tells so"
        return ("corroborated" if many else "reported"), how, ()
    question = "happened" if one.slot is None else one.slot.attribute
    traced = [t for c in one.support for t in evidence.traces(c, question)]
    groups = independent(traced)
    beside = "".join(f"; {why}" for why in secondhand(traced))
    reserved = all(c.stance == "doubts" for c in one.support)
    if len(groups) > 1 and not reserved:
        return "corroborated", f"confirmed by {len(groups)} independent origins: {_names(groups)}{beside}", ()
    reserve = ", and with reserve only" if reserved else ""
    if groups:
        return "reported", f"told on the word of {_names(groups)} alone{reserve}{beside}", ()
    return "reported", f"told, but no source is named that could count{reserve}", ()


def _names(groups: Sequence[Sequence[Trace]]) -> str:
    return ", ".join(group[0].name for group in groups)
