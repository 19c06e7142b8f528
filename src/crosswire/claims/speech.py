"""Speech -> claims: what was said in so many words, acts without words, denials, and the outlet's own sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from crosswire.claims.acts import ASK, PLAIN_ACTS, act_name, words_of
from crosswire.claims.attribution.find import HEADS
from crosswire.claims.chains import Said
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.events import light_subject
from crosswire.claims.mentions import sentence_of
from crosswire.claims.stance.judge import Judgement, is_guess, judge, judge_sentence
from crosswire.claims.told import Told
from crosswire.claims.views import seen
from crosswire.claims.voices import About, Voice, Writer, claim, resolve, voice_at, voice_of
from crosswire.model import (
    Claim,
    ClaimKind,
    Mention,
    Span,
    Taken,
)

HAPPENED = "happened"
OPINION_GENRES = ("opinion", "editorial", "comment", "commentary", "column", "letter", "review")
COMMITTING = ("promise", "threaten")  # who vows to answer takes a position; that it will come about is not told
OF_TALES = ("confirm", "deny")  # what somebody says, not somebody
ASIDES = ("relcl", "acl")  # "the sum he has demanded", "posts he wrote": told by the way, in no words
WORD = re.compile(r"[^\W\d_]+")
SMALL = 3  # letters of a word that a title need not begin with a capital
FIGURES = frozenset({"put", "place", "raise", "give", "give a toll"})  # "put the number missing at 52"


def act_claims(writer: Writer, told: Told, mention: Mention, judgement: Judgement) -> Iterator[Claim]:
    """A statement without words of its own ("lodged a protest"); with words, the attribution says it better."""
    hit = told.hit
    if hit.frame.name in PLAIN_ACTS or _is_aside(hit.token):
        return  # "tweeted a photo", "gave a statement": without the words nobody knows what was said
    cue = writer.words(hit.passage, hit.token.i, hit.token.i + 1)
    if writer.chains.cue_at(cue):
        return
    if hit.frame.name in OF_TALES and any(t.ent_type_ == "PERSON" for t in g.objects(hit.token)):
        return  # a senate confirms a judge
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


def _is_aside(token: Token) -> bool:
    """Whether an act is told by the way, or only to measure by it ("twice what the firm admits", "than it admits"), or
    only leads on to words that stand elsewhere ("The prosecutor alleges:")."""
    if token.dep_ in ASIDES or any(c.tag_ in ("WP", "WDT") or c.lower_ == "than" for c in token.lefts):
        return True
    return token.head.lower_ == "than" or token.sent.text.rstrip().endswith(":")


def attributions(writer: Writer) -> Iterator[Claim]:
    for said in writer.chains.said:
        if not said.found.content or _is_title(said):
            continue
        voice = _named(writer, voice_of(said))
        act = act_name(writer, said)
        kind, guessed = _content_kind(writer, said)
        kind = "statement" if act in COMMITTING else kind
        if act == ASK:
            voice = replace(voice, stance="states")  # it is a question, and is called one
        if guessed and voice.stance == "states":
            voice = replace(voice, stance="doubts")
        whole = said.found.clause and said.found.lemma not in FIGURES
        taken: Taken | None = "judged" if said.found.judging else None if whole else "named"
        yield seen(writer, replace(claim(writer, voice, kind), act=act, taken=taken), said)


def _named(writer: Writer, voice: Voice) -> Voice:
    """The voice with what "which" stands for in its place: "the video", which they said insulted them."""
    parts = [_antecedent(writer, part) for part in voice.parts or (voice.span,)]
    return replace(voice, span=max(parts, key=lambda s: s.end - s.start), parts=tuple(parts) if voice.parts else ())


def _antecedent(writer: Writer, part: Span) -> Span:
    """The noun that a content of one relative pronoun hangs on, with all that stands before it."""
    words = words_of(writer, part) if part.end - part.start <= len("which") else ()
    if len(words) != 1 or words[0].tag_ != "WDT":
        return part
    clause = next((t for t in words[0].ancestors if t.dep_ == "relcl"), None)
    if clause is None or not clause.head.left_edge.i <= clause.head.i < words[0].i:
        return part
    number = next(n for n, p in enumerate(writer.passages) if p.offset + words[0].idx == part.start)
    return writer.words(number, clause.head.left_edge.i, clause.head.i + 1)


def _is_title(said: Said) -> bool:
    """Whether what stands alone in quotation marks is the name of a work, which nobody says."""
    words = [w for part in said.found.content for w in WORD.findall(part.exact) if len(w) > SMALL]
    ends = said.found.content[-1].exact.rstrip("\"'\u201d\u2019")[-1:]
    return said.found.cue is None and ends not in ".!?," and all(w[0].isupper() for w in words)


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
                own = claim(writer, voice, _own_kind(writer, judgement.kind))
                yield own if passage.kind in HEADS else seen(writer, own)


def _own_kind(writer: Writer, kind: ClaimKind) -> ClaimKind:
    """In a piece that its paper calls opinion, what the author says without a source is the author's opinion."""
    return "assessment" if kind == "fact" and writer.report.known_by.get("genre") in OPINION_GENRES else kind
