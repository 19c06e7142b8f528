"""What is done by saying that it will be done: "The bank will cut 18,000 jobs", "Britain to expel 23 diplomats".

Of the kinds of event that say so (`decided` in a frame) the announcement is the news. Who only might do it ("could
cut", "is considering"), who is told to, and what is bound to a condition decides nothing; nor does a verb of which
nobody is the subject.
"""

from __future__ import annotations

import re
from dataclasses import replace

from crosswire.claims import grammar as g
from crosswire.claims.stance.judge import Judgement
from crosswire.claims.told import Told

AHEAD = ("expected", "hypothetical")  # "will dissolve"; "ordered the party dissolved"
CUE = re.compile(r"\"([^\"]+)\"")


def decided(told: Told, judgement: Judgement) -> Judgement:
    """The judgement of an event that its doer announces: told as fact, where the words that put it ahead are those of a
    decision."""
    words = told.hit.frame.decided
    if not words or judgement.modality not in AHEAD or not _has_doer(told):
        return judgement
    cue = CUE.search(judgement.why)
    said = cue[1].lower() if cue is not None else ""
    if not said.startswith(words):
        return judgement
    return replace(judgement, kind="fact", modality="happened")


def _has_doer(told: Told) -> bool:
    token = told.hit.token
    if token.pos_ not in ("VERB", "AUX"):
        return True
    return g.subject(token) is not None or g.agent(token) is not None or bool(g.patients(token))
