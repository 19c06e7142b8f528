"""Whether a clause tells what happened, is expected or merely possible, did not happen, or is what somebody thinks.

The judgement rests on grammar (auxiliaries, negation, what governs the clause) and on cue words, which are data
(data/stance.toml). It is about the clause itself: that a speaker says it is the attribution's business.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from importlib.resources import files

from spacy.tokens import Span, Token

from crosswire.claims.stance.clause import findings
from crosswire.claims.stance.cues import ClauseWords, Finding, clause_words
from crosswire.claims.stance.governors import asserted
from crosswire.claims.stance.opinion import OpinionWords, opinion_in, opinion_words
from crosswire.claims.stance.view_words import ViewWords, view_words
from crosswire.model import ClaimKind, Modality, Stance

GUESS = re.compile(
    r'"(?:may|might|perhaps|maybe|possibly|probably|likely|presumably|apparently|seemingly|believed|suspected|thought|'
    r'appears?|appeared|seems?|seemed|presumed|feared)"',
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class StanceTable:
    """The cue words of modality, denial, doubt and opinion (data/stance.toml)."""

    clause: ClauseWords
    opinion: OpinionWords
    view: ViewWords


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a clause is: its kind, whether it states, denies or doubts, its modality, and the words that tell so."""

    kind: ClaimKind
    stance: Stance
    modality: Modality
    why: str


def load_stance() -> StanceTable:
    """The table that comes with the package."""
    data = tomllib.loads((files("crosswire.claims") / "data" / "stance.toml").read_text("utf-8"))
    return StanceTable(clause_words(data), opinion_words(data), view_words(data))


def judge(head: Token, table: StanceTable) -> Judgement:
    """The judgement of the clause that a verb or an event noun governs."""
    return _judged(head, head.doc[head.left_edge.i : head.right_edge.i + 1], table)


def judge_sentence(sent: Span, table: StanceTable) -> Judgement:
    """The judgement of a sentence, or of the words of a speaker, by its main clause and by cues anywhere in it.

    A guess ("may have won the battle") is what its writer thinks.
    """
    judgement = _judged(asserted(sent.root, table.clause), sent, table, sentence=True)
    return replace(judgement, kind="assessment") if is_guess(judgement) else judgement


def is_guess(judgement: Judgement) -> bool:
    """Whether a clause only supposes what happened: "may have won", "was probably meant for"."""
    return judgement.kind == "fact" and judgement.stance == "doubts" and GUESS.match(judgement.why) is not None


def _judged(head: Token, span: Span, table: StanceTable, *, sentence: bool = False) -> Judgement:
    found = list(findings(head, table.clause))
    opinion = opinion_in(head, span, table.opinion, table.clause.speech, sentence=sentence)
    if opinion is not None:
        # a question asks, whatever its verb says; otherwise what grammar says of the kind comes first
        found = [opinion, *found] if opinion.modality else [*found, opinion]
    return _judgement(head, found, table)


def _judgement(head: Token, found: list[Finding], table: StanceTable) -> Judgement:
    modality: Modality = next((f.modality for f in found if f.modality), "happened")
    stance: Stance = next((f.stance for f in found if f.stance), "states")
    kind = next((f.kind for f in found if f.kind), None) or _kind(head, modality, table)
    why = "; ".join(dict.fromkeys(f.why for f in found)) or "told as fact"
    return Judgement(kind, stance, modality, why)


def _kind(head: Token, modality: Modality, table: StanceTable) -> ClaimKind:
    if modality in ("expected", "hypothetical"):
        return "expectation"
    return "statement" if head.pos_ in ("VERB", "AUX") and head.lemma_.lower() in table.clause.speech else "fact"
