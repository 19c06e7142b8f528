"""Which way the verb of a time looks: past, future, or not told."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from crosswire.claims.times_context import Tense

FUTURE_AUX = frozenset({"will", "shall", "'ll", "wo", "would", "should", "may", "might", "can", "could", "must"})
PLANS = frozenset({"expect", "schedule", "plan", "set", "due", "intend", "hope", "aim", "begin", "want", "slate", "prepare", "seek", "ask",
                   "agree", "promise", "vow", "need", "urge", "try", "hold", "decide", "likely", "ready", "deadline"})  # fmt: skip
CLIMB = 5


def tense(doc: Doc, start: int, end: int) -> Tense | None:
    """The tense of the nearest verb above the expression, characters [start, end); auxiliaries decide first."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    token = span.root
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            told = _of_verb(token)
            if told or token.dep_ not in ("xcomp", "advcl", "ccomp", "acl", "conj", "pcomp"):
                return told
        elif token.lemma_.lower() in PLANS and token.pos_ in ("ADJ", "NOUN"):
            return "future"
        if token.head is token:
            return None
        token = token.head
    return None


def _of_verb(verb: Token) -> Tense | None:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(helper.lower_ in FUTURE_AUX and helper.tag_ == "MD" for helper in helpers):
        return "future"
    if any(helper.lower_ == "to" for helper in helpers):
        return _of_infinitive(verb)
    if verb.tag_ == "VBD" or any(helper.tag_ == "VBD" or helper.lemma_ == "have" for helper in helpers):
        return "past" if verb.lemma_.lower() not in PLANS or verb.tag_ == "VBD" else "future"
    if verb.lemma_.lower() in PLANS and helpers:
        return "future"
    return None


def _of_infinitive(verb: Token) -> Tense | None:
    """"plans to meet Friday", "is due to arrive": what is planned lies ahead."""
    head = verb.head
    if head.lemma_.lower() in PLANS or head.lemma_ in ("be", "go"):
        return "future"
    return None
