"""Speech -> claims: what was said in so many words, acts without words, denials, and the outlet's own sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.claims import grammar as g
from crosswire.claims.chains import Said
from crosswire.claims.chains_speakers import SHOWN
from crosswire.claims.grammar_events import light_subject
from crosswire.claims.mentions import sentence_of
from crosswire.claims.stance.judge import Judgement, is_guess, judge, judge_sentence
from crosswire.claims.told import Told
from crosswire.claims.voices import SHORT_ACT, About, Voice, Writer, claim, resolve, voice_at, voice_of
from crosswire.model import (
    Claim,
    ClaimKind,
    Mention,
)

HAPPENED = "happened"
OPINION_GENRES = ("opinion", "editorial", "comment", "commentary", "column", "letter", "review")
COMMITTING = ("promise", "threaten")  # who vows to answer takes a position; that it will come about is not told
PLAIN_ACTS = ("say", "comment", "announce")  # any other act beside one of these says more


def act_claims(writer: Writer, told: Told, mention: Mention, judgement: Judgement) -> Iterator[Claim]:
    """A statement without words of its own ("lodged a protest"); with words, the attribution says it better."""
    hit = told.hit
    cue = writer.words(hit.passage, hit.token.i, hit.token.i + 1)
    if writer.chains.cue_at(cue):
        return
    subject = g.subject(hit.token) if hit.token.pos_ == "VERB" else light_subject(hit.token, writer.grammar)
    if subject is None or judgement.modality in ("hypothetical", "general"):
        return
    end = subject.right_edge.i + 1 if subject.right_edge.i < hit.token.i else subject.i + 1
    speaker = resolve(writer, hit.passage, subject.left_edge.i, end)
    if not speaker.members and speaker.kind == "unnamed" and subject.pos_ != "NOUN":
        return
    voice = voice_at(writer, hit.passage, hit.token, judgement)
    if any(speaker.canonical == other.canonical for other in voice.speakers):
        return  # "our military is maintaining its posture", the military said: no act beside what is said
    voice = replace(voice, speakers=(*voice.speakers, speaker), cue=cue, mode="paraphrased")
    yield replace(claim(writer, voice, "statement", About(mention.id, None, None, cue)), act=hit.frame.name)


def attributions(writer: Writer) -> Iterator[Claim]:
    for said in writer.chains.said:
        if not said.found.content:
            continue
        voice = voice_of(said)
        act = _act_name(writer, said)
        kind, guessed = _content_kind(writer, said)
        kind = "statement" if act in COMMITTING else kind
        if guessed and voice.stance == "states":
            voice = replace(voice, stance="doubts")
        yield replace(claim(writer, voice, kind), act=act, taken="judged" if said.found.judging else None)


def _act_name(writer: Writer, said: Said) -> str | None:
    """The act that stands in the cue, or that a short content names ("strong protests"); None for mere thought, and for
    a thing that is made to speak."""
    if said.mute and said.found.lemma in SHOWN:
        return None
    part, cue = said.found.content[0], said.found.cue
    acts = [
        act
        for start, act in writer.spoken_near(part, cue)
        if (cue is not None and cue.start <= start < cue.end)
        or (not said.found.clause and part.start <= start < part.end and part.end - part.start <= SHORT_ACT)
    ]
    plain = [act for act in acts if act in PLAIN_ACTS]
    if len(plain) < len(acts):
        return next(act for act in acts if act not in PLAIN_ACTS)
    if not said.found.speech and said.found.mode != "quoted":
        return None
    act = next(iter(plain), writer.acts.get(said.found.lemma, "say"))
    named_only = not said.found.clause and said.found.mode != "quoted"
    return None if act in PLAIN_ACTS and named_only else act  # "unveiled a strategy" says nothing


def _content_kind(writer: Writer, said: Said) -> tuple[ClaimKind, bool]:
    """An opinion or forecast when the attributed words are one, else a statement; and whether they are a guess ("was
    probably meant for"), which is its speaker's assessment and vouches for nothing."""
    part = said.found.content[0]
    passage = writer.passage_at(part.start)
    inside, end = part.start - passage.offset, min(part.end - passage.offset, passage.length)
    tokens = passage.doc.char_span(inside, end, alignment_mode="expand") if 0 <= inside < end else None
    if tokens is None or not len(tokens):
        return "statement", False
    judgement = judge(tokens.root, writer.stance)
    if said.found.clause and is_guess(judgement):
        return "assessment", True
    return (judgement.kind if judgement.kind in ("assessment", "expectation") else "statement"), False


def sentences(writer: Writer, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The outlet's own sentences: opinion and forecast always, plain ones where no other claim rests on them."""
    taken = {(c.span.start, c.span.end) for c in claims}
    cued = sorted({c.cue.start for c in claims if c.cue is not None and len(c.speakers) > len(writer.chains.voice)})
    for number, passage in enumerate(writer.passages):
        for sent in passage.doc.sents:
            start, end = sentence_of(passage.doc, sent.root)
            if end - start < 3:
                continue
            span = writer.span(number, start, end)
            if writer.chains.at(span.start + 1, span.start + 2) and writer.chains.at(span.end - 2, span.end - 1):
                continue
            judgement = judge_sentence(sent, writer.stance)
            attributed = bisect_left(cued, span.start) < bisect_left(cued, span.end)
            if judgement.kind in ("assessment", "expectation") or not (attributed or (span.start, span.end) in taken):
                voice = Voice(writer.chains.voice, "narrated", judgement.stance, span, None)
                yield claim(writer, voice, _own_kind(writer, judgement.kind))


def _own_kind(writer: Writer, kind: ClaimKind) -> ClaimKind:
    """In a piece that its paper calls opinion, what the author says without a source is the author's opinion."""
    return "assessment" if kind == "fact" and writer.report.known_by.get("genre") in OPINION_GENRES else kind
