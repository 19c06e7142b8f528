"""The sentence of a report that words stand in, found by its marks: a page has no parse of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.model import Claim, Report, Span

END = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019\u00bb)\]]*(?=\s+[\"'\u201c\u2018\u00ab(\[]*[A-Z0-9])")
SHORT = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Adm|Supt|Insp|"
    r"St|Jr|Sr|No|vs|v|approx|Inc|Ltd|Corp|Co|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b(?:[A-Za-z]\.)+[A-Za-z])\Z"
)
QUESTION = re.compile(r"(?:whether|if|why|how|who|whom|what|which|when|where)\b", re.IGNORECASE)
TORN = re.compile(  # begins without its subject or ends before its object
    r"(?:that |which |who )?(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|shall|"
    r"should|must|to|than|of|by)\b|.*\b(?:as|if|and|but|or|nor|of|to|the|an?|that|with|by|for|from|because|than)\W*\Z",
    re.DOTALL,
)
MARKS = " \n\"'\u201c\u201d\u2018\u2019\u00ab\u00bb,.;:"
RESERVE = re.compile(
    r"\b(?:allegedly|reportedly|initially|originally|previously|once|formerly|falsely|wrongly)\b", re.IGNORECASE
)
CONCESSION = re.compile(r"(?:,|\s[\u2013\u2014-]+)\s(?:even though|though|although|while|whereas)\s")
QUOTES = "\"'\u201c\u201d\u2018\u2019"
QUOTED = re.compile(r"[\"\u201c\u201d]")
FEW, PIECE = 3, 6  # words that are seldom a statement; words of a quotation that is torn out of its sentence
LONGEST = 600  # characters of a sentence that is shown for the words in it


def whole_of(claim: Claim, report: Report) -> Span | None:
    """The sentence that a page shows for what was said, where the words alone say nothing: what is only named
    ("praised him", "urged them to resign"), a question, a few words of a quotation."""
    if claim.act is None or claim.cue is None or claim.attribute is not None:
        return None
    told = claim.taken is None and claim.stance != "doubts" and claim.words is None
    if told and not _is_torn(claim):
        return None
    parts = [claim.cue, *(claim.parts or (claim.span,))]
    return sentence(report, min(p.start for p in parts), max(p.end for p in parts))


def _is_torn(claim: Claim) -> bool:
    """Whether words are no statement without those around them, or without a reserve that their teller adds."""
    words = claim.span.exact.strip(MARKS)
    many = len(words.split())
    if len(claim.parts) > 1:
        return False
    if many <= FEW or (claim.cue is not None and RESERVE.search(claim.cue.exact)):
        return True
    if claim.mode == "quoted":
        return many <= PIECE and words[:1].islower()
    return QUESTION.match(words) is not None or TORN.match(words) is not None


def without_scraps(parts: Sequence[Span]) -> Sequence[Span]:
    """The parts of what was said without those that say nothing beside the others: the name of a work, which stands in
    quotation marks, and a few words torn out of their clause, which do not."""
    return [p for p in parts if not (_is_title(p.exact) or _is_scrap(p.exact))] or parts


def _is_title(words: str) -> bool:
    own = words.strip(QUOTES).split()
    return 1 < len(own) <= PIECE and own[-1][-1] not in ".!?," and all(w[0].isupper() or len(w) <= FEW for w in own)


def _is_scrap(words: str) -> bool:
    return len(words.split()) <= PIECE and words[:1].islower() and TORN.match(words) is not None


def without_concession(text: str, parts: Sequence[Span], cue: Span | None) -> Sequence[Span]:
    """The parts without what the teller adds behind them: "will open, though nobody has seen a permit"."""
    if cue is None or not parts or parts[-1].start < cue.end:
        return parts
    last = parts[-1]
    added = CONCESSION.search(last.exact)
    if added is None or QUOTED.search(last.exact, added.end()) is not None:
        return parts
    return [*parts[:-1], Span.of(text, last.start, last.start + added.start())]


def sentence(report: Report, start: int, end: int) -> Span | None:
    """The sentence, or the sentences, that hold characters of a report; None of what is too long to be shown."""
    text = report.text
    block = next((b for b in report.blocks if b.start <= start < b.end), None)
    low, high = (block.start, block.end) if block is not None else (start, end)
    high = max(high, end)
    ends = [low, *(m.end() for m in END.finditer(text, low, high) if not SHORT.search(text, low, m.start())), high]
    first = max((at for at in ends if at <= start), default=low)
    last = min((at for at in ends if at >= end), default=high)
    found = Span.of(text, first + len(text[first:last]) - len(text[first:last].lstrip()), last)
    found = Span.of(text, found.start, found.start + len(found.exact.rstrip()))
    return found if len(found.exact) <= LONGEST else None
