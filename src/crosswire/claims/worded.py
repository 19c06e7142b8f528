"""Deeds done in words: who calls for a vote, denounces a minister or says that she will open a hall has done something,
to whom or what a noun tells.

Where a title or a lead tells of it, and what is said tells itself of nothing that came about, the saying is what the
report has: an event of the open kind, which rests on whoever speaks. Decision 0072 argues it.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.said import addressed
from crosswire.claims.mentions import Hit
from crosswire.claims.told_forms import words
from crosswire.claims.voices import Voice, Writer, resolve

SPEAKERS = frozenset({"he", "she", "they"})
PASSED_ON = frozenset({"confirm", "deny", "claim_responsibility", "concern"})  # of something that is an event itself


def is_worded(verb: Token, passage: int, hits: Sequence[Hit]) -> bool:
    """Whether a verb of speech is done to somebody or something that a noun names, by somebody with a name."""
    frames = [h.frame for h in hits if h.passage == passage and h.token.i == verb.i]
    if not all(frame.speech and frame.name not in PASSED_ON for frame in frames):
        return False  # "named a premier"
    if verb.dep_ == "relcl":
        return False  # "the rites he said would help"
    if not frames and verb.lemma_.lower() not in words("in_words"):
        return False
    doer = g.subject(verb)
    speaks = doer is not None and (doer.pos_ in ("PROPN", "NOUN") or doer.lower_ in SPEAKERS)
    return speaks and bool(addressed(verb))


def own_voice(writer: Writer, hit: Hit, voice: Voice) -> Voice:
    """The voice of who speaks, where words are the deed and the outlet tells of it: that Roe called for a vote rests on
    Roe, that Roe had called for it, an aide said, on the aide."""
    verb = hit.token
    doer = g.subject(verb)
    if doer is None or len(voice.above) > len(writer.chains.voice):
        return voice
    end = doer.right_edge.i + 1 if doer.right_edge.i < verb.i else doer.i + 1
    speaker = resolve(writer, hit.passage, doer.left_edge.i, end)
    if any(speaker.canonical == other.canonical for other in voice.speakers):
        return voice
    cue = writer.words(hit.passage, verb.i, verb.i + 1)
    return Voice((*voice.speakers, speaker), "paraphrased", voice.stance, voice.span, cue)
