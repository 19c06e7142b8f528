"""How a match ended: "3-1", "6-3, 6-4", beside the word that tells of it."""

from __future__ import annotations

from spacy.tokens import Token

from crosswire.claims.tokens import sentence_end, sentence_start

DASHES = ("-", "\u2010", "\u2011", "\u2012", "\u2013")
REACH = 16  # words behind a verb within which its score stands
BEHIND = 7  # words behind "win" or "victory"
NOT_BEFORE = frozenset({"$", "(", "to", "at", "from", "was", "is", "were", "of", *DASHES})  # "improves to 58-3"
BEFORE = 4  # words before "win" or "victory"
MOST = 250  # runs or points of one side
COUNTED = frozenset({"vote", "votes", "margin", "ruling", "decision", "record", "run", "favorite", "favourite", "odds"})


def score_at(token: Token) -> tuple[int, int] | None:
    """The tokens of the score at a verb ("beat United 3-1") or before or behind a noun ("a 3-1 win over United")."""
    doc, first, last = token.doc, sentence_start(token), sentence_end(token)
    verbal = token.pos_ == "VERB"
    start = token.i + 1 if verbal else max(first, token.i - BEFORE)
    for i in range(start, min(last - 2, token.i + (REACH if verbal else BEHIND))):
        if doc[i].text == ";" or (not verbal and i > token.i and doc[i].pos_ in ("NOUN", "VERB")):
            return None  # "a win, and he improves to 58-3"
        if _is_pair(doc[i]) and (i == first or doc[i - 1].lower_ not in NOT_BEFORE):
            end = i + 3
            while end + 3 < last and doc[end].text == "," and _is_pair(doc[end + 1]):
                end += 4
            behind = {t.lower_ for t in doc[end : end + 2]}
            return None if behind & COUNTED or (end < last and doc[end].text in DASHES) else (i, end)
    return None


def _is_pair(left: Token) -> bool:
    """Whether two numbers of a score begin here, with nothing between but a dash."""
    if left.i + 2 >= len(left.doc) or not left.text.isdigit() or left.whitespace_:
        return False
    dash, right = left.nbor(), left.nbor(2)
    small = right.text.isdigit() and int(left.text) <= MOST and int(right.text) <= MOST
    return dash.text in DASHES and not dash.whitespace_ and small
