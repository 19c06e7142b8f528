"""What is done by saying that it will be done: "The bank will cut 18,000 jobs", "Britain to expel 23 diplomats".

Of the kinds of event that say so (`decided` in a frame) the announcement is the news. Who only might do it ("could
cut", "is considering"), who is told to, and what is bound to a condition decides nothing; nor does a verb of which
nobody is the subject.
"""

from __future__ import annotations

import re
from dataclasses import replace

from crosswire.claims.grammar import tree as g
from crosswire.claims.infinitives import is_infinitive, is_real
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
    if not _cue(told, judgement).startswith(words):
        return judgement
    return replace(judgement, kind="fact", modality="happened")


def _cue(told: Told, judgement: Judgement) -> str:
    """The word that puts it ahead: what the judgement names, else the verb that an infinitive hangs on ("voted to");
    empty where that verb itself only would be."""
    verb = told.hit.token
    if is_infinitive(verb) and verb.head.i == verb.i:
        return "to"  # a headline's: "Britain to expel 23 diplomats"
    if is_infinitive(verb) and not is_real(verb.head):
        return ""
    cue = CUE.search(judgement.why)
    if cue is not None:
        return cue[1].lower()
    return verb.head.lemma_.lower() if is_infinitive(verb) else ""


def _has_doer(told: Told) -> bool:
    token = told.hit.token
    if token.pos_ not in ("VERB", "AUX"):
        return True
    return g.subject(token) is not None or g.agent(token) is not None or bool(g.patients(token))
