"""Who denies what of an event: what somebody else says of it, and not what the words denied take for granted."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.claims.chains import Said
from crosswire.claims.granted import is_granted, is_told
from crosswire.claims.mentions import Hit
from crosswire.claims.stance.judge import Judgement
from crosswire.claims.voices import About, Voice, Writer, claim, voice_of
from crosswire.model import Claim


def denied_tale(writer: Writer, hit: Hit, voice: Voice, happened: About) -> Iterator[Claim]:
    """The denial of what somebody else is said to say ("denied claims by the army that it had signed a truce")."""
    if happened.words is None or voice.cue is None or voice.stance == "denies":
        return
    denier = _denier(writer, happened.words.start)
    if denier is not None and is_told(hit.token, writer.grammar):
        yield claim(writer, voice_of(denier), "statement", happened)


def _denier(writer: Writer, at: int) -> Said | None:
    """Who denies the words at a character of the report that another is said to say."""
    inner = writer.chains.at(at, at + 1)
    close = writer.chains.all_at(at)
    return next((s for s in close if s.found.stance == "denies" and s is not inner and s.covers(at, at + 1)), None)


def undenied(writer: Writer, hit: Hit, voice: Voice, judgement: Judgement) -> Voice:
    """The voice of an event that words denied take for granted: the outlet's own, which says so."""
    if voice.stance != "denies" or judgement.stance == "denies":
        return voice
    if not is_granted(hit.token, writer.grammar) and (hit.token.pos_ == "VERB" or is_told(hit.token, writer.grammar)):
        return voice  # "denied meddling in the election" denies no election
    return Voice(writer.chains.voice, "narrated", judgement.stance, writer.sentence(hit.passage, hit.token), None)
