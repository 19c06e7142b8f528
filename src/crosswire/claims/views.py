"""What a page may show of a claim without an event: whether its words are a view, and the coming time they name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from spacy.tokens import Span as Words
from spacy.tokens import Token

from crosswire.claims.attribution.find import HEADS
from crosswire.claims.chains import Said
from crosswire.claims.stance.cues import is_infinitive
from crosswire.claims.stance.view import coming_verbs, heads_of, view_of
from crosswire.claims.voices import Writer
from crosswire.model import Claim, Recognised, Span, Time

OPINIONS = ("assessment", "expectation")
MODALS = frozenset({"would", "could", "might", "may", "should", "if", "whether"})
INDEFINITE = frozenset({"a", "an", "one", "another"})
APART = ("relcl", "acl", "advcl", "ccomp", "csubj")
FAR = 400  # characters between the parts of words that are one clause
UNNAMED = "unnamed "


def seen(writer: Writer, claim: Claim, said: Said | None = None) -> Claim:
    """The claim with its view and the coming time it names; `said` tells whose words they are, None the outlet's."""
    whole = _whole(writer, claim)
    times = _ahead(writer, whole)
    held = said is not None and _holds(writer, said)
    viewed = claim.kind in OPINIONS or (held and claim.act is None)
    words = _words(writer, whole) if viewed or times else None
    heads = [] if words is None else heads_of(words, own=said is None)
    if words is None or not heads or not (_is_own(writer, claim, words) if said is None else _is_said(writer, said)):
        return claim
    claim = replace(claim, value=_coming(writer, times, words) if times else None)
    if not viewed:
        return claim
    foretold = said is not None and _is_expert(writer, said)
    view = view_of(heads, writer.stance, own=said is None, held=held, foretold=foretold)
    somebody = said is None or view == "announces" or _is_somebody(writer, said)
    return replace(claim, view=view if somebody else None)


def _whole(writer: Writer, claim: Claim) -> Span:
    """The words of a claim, with what stands between its parts: "Letters, the firm says, will go out"."""
    start, end = (f(at for p in claim.parts or (claim.span,) for at in (p.start, p.end)) for f in (min, max))
    return Span.of(writer.report.text, start, end) if end - start <= FAR else claim.span


def _words(writer: Writer, span: Span) -> Words | None:
    """The tokens of a span, which stand in one passage."""
    passage = writer.passage_at(span.start)
    start, end = span.start - passage.offset, min(span.end - passage.offset, passage.length)
    return passage.doc.char_span(start, end, alignment_mode="expand") if 0 <= start < end else None


def _is_own(writer: Writer, claim: Claim, words: Words) -> bool:
    """Whether the verb of an outlet's sentence gives words to nobody, and stands among nobody's words."""
    at = writer.passage_at(claim.span.start).offset + words.root.idx
    giving = writer.chains.by_cue(at, at + 1)
    own = giving is None or giving.mute or not giving.found.speech or len(giving.speakers) == len(writer.chains.voice)
    return own and writer.chains.at(at, at + 1) is None


def _is_said(writer: Writer, said: Said) -> bool:
    """Whether somebody else than the outlet is told to have said it: not what would be said, or was not."""
    found, outlet = said.found, writer.chains.voice[-1]
    if len(said.speakers) == len(writer.chains.voice) or said.speakers[-1].canonical == outlet.canonical:
        return False
    if not found.speech and found.mode != "quoted" and not _holds(writer, said):
        return False
    if said.mute or found.negated or found.stance == "denies":
        return False
    if found.cue is None:
        return True
    real = MODALS.isdisjoint(found.cue.exact.lower().split())
    return real and writer.passage_at(found.cue.start).kind not in HEADS


def _is_somebody(writer: Writer, said: Said) -> bool:
    """Whether a speaker is named, or told by what he is."""
    speaker = said.speakers[-1]
    nobody = speaker.kind == "unnamed" or speaker.canonical.startswith(UNNAMED)
    return not nobody or _is_some(writer, said)


def _is_some(writer: Writer, said: Said) -> bool:
    """Whether a source without a name is told by what it is: "officials", "a diplomat"; "she" and "the woman" are
    somebody told of before, whom a reader of the words alone does not know."""
    place = said.found.source_token
    if place is None:
        return False
    noun = writer.passages[place[0]].doc[place[1]]
    if noun.tag_ == "WP" and noun.head.dep_ == "relcl":
        noun = noun.head.head  # "backed by senators, who say"
    people = writer.roster.names.words.people
    if noun.lower_ == "they":
        return (said.speakers[-1].role or said.speakers[-1].canonical).split()[-1] in people
    if noun.lower_ not in people:
        return False
    return noun.tag_ == "NNS" or any(c.lower_ in INDEFINITE for c in noun.lefts)


def _is_expert(writer: Writer, said: Said) -> bool:
    """Whether the speaker is called what one is who is asked for a judgement: "an energy analyst", "critics"."""
    speaker = said.speakers[-1]
    called = f"{speaker.canonical} {speaker.role or ''}".lower().split()
    return any(word in writer.stance.view.experts or word[:-1] in writer.stance.view.experts for word in called)


def _holds(writer: Writer, said: Said) -> bool:
    """Whether the words that give it to somebody tell of a belief or a forecast: "believes", "warned", "predicts"."""
    words, cue = writer.stance.view, said.found.cue
    lemma = said.found.lemma
    if cue is None or lemma in words.argue or lemma in words.foresee:
        return cue is not None
    tokens = _words(writer, cue)
    present = tokens is not None and any(t.lemma_.lower() == lemma and t.tag_ in ("VBP", "VBZ") for t in tokens)
    return present and lemma in words.hold


def _ahead(writer: Writer, span: Span) -> list[Recognised]:
    """The times among the words that lie after publication."""
    published, found = writer.report.published, []
    for time in writer.times[bisect_left(writer.times, span.start, key=lambda r: r.span.start) :]:
        if not span.covers(time.span):
            break
        value = time.value
        if published is not None and isinstance(value, Time) and is_to_come(value, published):
            found.append(time)
    return found


def is_to_come(time: Time, published: datetime) -> bool:
    """Whether a time begins with the day of a report or later, and is not over: not its "this week", which tells as
    well what was done in it, nor its "now"."""
    today = published.replace(hour=0, minute=0, second=0, microsecond=0)
    if time.start is None or time.end is None or time.start < today:
        return False
    now = time.granularity == "vague" and time.start == today and time.end == today + timedelta(days=1)
    return time.end > published and not now


def _coming(writer: Writer, times: Sequence[Recognised], words: Words) -> Time | None:
    """The first of the times that stands beside a verb of what is to come."""
    verbs = {verb.i for verb in coming_verbs(words, writer.stance)}
    for found in times:
        token = _head(words, found, writer)
        if token is not None and isinstance(found.value, Time) and _beside(token, verbs):
            return found.value
    return None


def _head(words: Words, found: Recognised, writer: Writer) -> Token | None:
    at = _words(writer, found.span)
    return at.root if at is not None and at.doc is words.doc else None


def _beside(token: Token, verbs: set[int]) -> bool:
    """Whether a time hangs on one of the verbs, or on the verb that one of them completes ("plans on Friday to")."""
    while token.head.i != token.i:
        # "will be checked, beginning on Monday", "will lead to people losing it by May", "will vote to end it in May"
        bare = token.tag_ == "VBG" and not any(c.dep_ == "aux" or c.dep_.startswith("nsubj") for c in token.lefts)
        joined = bare or is_infinitive(token)
        small = token.dep_ == "ccomp" and token.pos_ == "ADJ"  # "to make it permanent in October"
        if (token.dep_ in APART and not joined and not small) or token.dep_.startswith("nsubj"):
            return False
        token = token.head
        if token.i in verbs or any(c.i in verbs and c.dep_ == "xcomp" for c in token.rights):
            return True
    return False
