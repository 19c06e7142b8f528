"""Who answers for a crime that a paper tells of in its own voice: the court that finds somebody guilty of it, and
whoever pleads guilty to it.

"A jury convicted Dorn of murdering Ada Prell", "Dorn was found guilty of murder in the death of Ada Prell": that she
was murdered, by whom and where is what the court found. An arrest and a charge are told in a paper's own voice and on
nobody's word: editors trace 10 of 130 tellings so, of verdicts four of five (decision 0067).
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from crosswire.claims.grammar import tree as g
from crosswire.claims.tokens import children
from crosswire.claims.voices import Voice, Writer, resolve
from crosswire.model import Speaker

GIVEN = frozenset({"return", "hand", "deliver", "reach", "announce", "issue", "give", "render"})  # a verdict
ASIDES = frozenset({"relcl", "acl", "advcl", "parataxis", "csubj"})  # what stands there the paper tells by the way
CLAUSES = frozenset({"conj", "ccomp"})
WRONGLY = frozenset({"wrongly", "wrongfully", "falsely", "unjustly", "almost", "nearly"})
COURT = "unnamed verdicts"


def on_whose_finding(writer: Writer, passage: int, token: Token, voice: Voice) -> Voice:
    """The voice of an outlet, or behind it of the court or the doer, where what stands at a token is what a court found
    or what somebody pleaded guilty to."""
    if voice.speakers != writer.chains.voice or voice.stance != "states":
        return voice
    verb = _finding(token)
    if verb is None or not _is_done(writer, passage, verb):
        return voice
    speaker = _who(writer, passage, verb)
    if speaker is None or any(speaker.canonical == other.canonical for other in voice.speakers):
        return voice
    cue = writer.words(passage, verb.i, verb.i + 1)
    return replace(voice, speakers=(*voice.speakers, speaker), mode="paraphrased", cue=cue, witnessed=1, found=True)


def _finding(token: Token) -> Token | None:
    """The verb of a verdict or a plea that a token stands under, in the same clause or as what it is about."""
    for one in (token, *token.ancestors):
        if _is_verdict(one) or _is_plea(one):
            taken = one.dep_ in ("relcl", "acl") or any(c.lower_ in WRONGLY for c in children(one))
            return None if taken else one
        verbal = one.pos_ in ("VERB", "AUX")
        if one.dep_ in ASIDES or (one.dep_ in CLAUSES and verbal):
            return None
    return None


def _is_verdict(verb: Token) -> bool:
    """Whether it is "convicted", "found guilty", "returned a guilty verdict"."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB":
        return False
    if lemma == "find":
        return any(_is_guilty(c) or any(_is_guilty(d) for d in children(c)) for c in children(verb) if c.i > verb.i)
    verdict = (c for c in children(verb) if c.dep_ in g.OBJECTS and c.lemma_.lower() == "verdict")
    return lemma == "convict" or (lemma in GIVEN and any(_is_guilty(d) for c in verdict for d in children(c)))


def _is_plea(verb: Token) -> bool:
    return verb.lemma_.lower() == "plead" and verb.pos_ == "VERB" and any(_is_guilty(c) for c in children(verb))


def _is_guilty(word: Token) -> bool:
    return word.lower_ == "guilty" and not any(c.dep_ == "neg" or c.lower_ == "not" for c in children(word))


def _is_done(writer: Writer, passage: int, verb: Token) -> bool:
    judged = writer.judge(passage, verb)
    return judged.modality == "happened" and judged.stance == "states"


def _who(writer: Writer, passage: int, verb: Token) -> Speaker | None:
    """The one who pleads; the court by its name or its judge's, or by what it did."""
    subject = g.subject(verb) if not g.is_passive(verb) else g.agent(verb)
    words = (subject.left_edge.i, subject.i + 1) if subject is not None else (verb.i, verb.i + 1)
    span = writer.words(passage, *words)
    if subject is not None and subject.pos_ in ("PROPN", "NOUN", "PRON"):
        speaker = resolve(writer, passage, *words)
        if speaker.kind != "unnamed":
            return replace(speaker, span=span)
    if _is_plea(verb):
        return None
    if subject is None or subject.pos_ == "PRON":
        span = writer.words(passage, verb.i, verb.i + 1)
    return Speaker(" ".join(span.exact.split()), COURT, "document", span=span)
