"""What the writing of claims shares: whose voice stands at a word, and how a claim is put down."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from crosswire.claims.chains import Chains, Said
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.mentions import sentence_of
from crosswire.claims.parse import Passage
from crosswire.claims.speakers.resolve import Roster, resolve_speaker
from crosswire.claims.stance.judge import Judgement, StanceTable, judge
from crosswire.model import (
    Claim,
    ClaimKind,
    Mode,
    Recognised,
    Report,
    Span,
    Speaker,
    Stance,
    Value,
    stable_id,
)

RULING = frozenset(("court", "jury", "judge", "tribunal", "juror", "panel"))
SHORT_ACT = 60  # characters of a content that may be a mere noun for the act


@dataclass(frozen=True, slots=True)
class Writer:
    """What the writing of one report's claims needs."""

    report: Report
    passages: tuple[Passage, ...]
    chains: Chains
    roster: Roster
    stance: StanceTable
    grammar: Grammar
    acts: Mapping[str, str]
    times: tuple[Recognised, ...] = ()
    spoken: tuple[tuple[int, str], ...] = ()
    judged: dict[tuple[int, int], Judgement] = field(default_factory=dict)

    def spoken_near(self, part: Span, cue: Span | None) -> Sequence[tuple[int, str]]:
        """The speech acts whose words stand in an attribution's cue or at the beginning of its content."""
        found: list[tuple[int, str]] = []
        for span in (cue, part):
            if span is not None:
                first = bisect_left(self.spoken, (span.start, ""))
                last = bisect_left(self.spoken, (min(span.end, span.start + SHORT_ACT), ""))
                found.extend(self.spoken[first:last])
        return found

    def judge(self, passage: int, head: Token) -> Judgement:
        """The judgement of the clause that a token governs, made once for each token."""
        key = (passage, head.i)
        if key not in self.judged:
            self.judged[key] = judge(head, self.stance)
        return self.judged[key]

    def passage_at(self, start: int) -> Passage:
        """The passage that holds a character of the report."""
        return self.passages[max(0, bisect_right(self.passages, start, key=lambda p: p.offset) - 1)]

    def span(self, passage: int, start: int, end: int) -> Span:
        """The report's span for characters [start, end) of a passage."""
        return self.passages[passage].span(self.report.text, start, end)

    def sentence(self, passage: int, token: Token) -> Span:
        """The report's span for a token's sentence."""
        return self.span(passage, *sentence_of(self.passages[passage].doc, token))

    def words(self, passage: int, start: int, end: int) -> Span:
        """The report's span for tokens [start, end) of a passage."""
        tokens = self.passages[passage].doc[start:end]
        return self.span(passage, tokens.start_char, tokens.end_char)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who tells something, how, and the words it stands in; `found`: as what a court found, or somebody owned to;
    `shown`: the sentence, where the words are only what a verb of saying is done to ("condemned the raid")."""

    speakers: tuple[Speaker, ...]
    mode: Mode
    stance: Stance
    span: Span
    cue: Span | None
    parts: tuple[Span, ...] = ()
    witnessed: int = 0
    found: bool = False
    shown: Span | None = None

    @property
    def above(self) -> tuple[Speaker, ...]:
        """The speakers without who only saw or measured it."""
        return self.speakers[: len(self.speakers) - self.witnessed]


def voice_at(writer: Writer, passage: int, token: Token, judgement: Judgement) -> Voice:
    """Who says what stands at a token: the innermost attribution that covers it, else the outlet itself."""
    start = writer.passages[passage].offset + token.idx
    said = writer.chains.at(start, start + len(token.text))
    if said is not None:
        voice = voice_of(said)
        own = voice.cue is not None and voice.cue.exact.lower() in judgement.why.lower()
        if _is_object(said):
            voice = replace(voice, shown=writer.sentence(passage, token))
        return replace(voice, stance=voice.stance if own else _joint(voice.stance, judgement.stance))
    span = writer.sentence(passage, token)
    speakers = writer.chains.voice
    teller, measurer = _teller(token, writer.grammar), _measurer(token, writer.grammar)
    told = teller or measurer
    if told is None:
        return Voice(speakers, "narrated", judgement.stance, span, None)
    subject, verb = told
    end = subject.right_edge.i if teller is None and subject.right_edge.i < verb.i else subject.i
    speaker = resolve(writer, passage, subject.left_edge.i, end + 1)
    if speaker.kind == "unnamed":
        return Voice(speakers, "narrated", judgement.stance, span, None)
    cue = writer.words(passage, verb.i, verb.i + 1)
    return Voice((*speakers, speaker), "paraphrased", judgement.stance, span, cue, witnessed=int(teller is None))


def _is_object(said: Said) -> bool:
    """Whether what is said is no clause, and stands behind its verb: "filed charges against two men"."""
    found = said.found
    if found.cue is None or found.clause or found.mode == "quoted" or len(found.content) != 1:
        return False
    return found.cue.exact[:1].isalpha() and found.cue.end <= found.content[0].start and found.lemma != "according"


def _teller(token: Token, grammar: Grammar) -> tuple[Token, Token] | None:
    """Who tells of an own act while doing it ("imposed a duty, saying that ..."): the clause's subject and the cue."""
    verb = g.clause_head(token, grammar)
    if verb.pos_ != "VERB":
        return None
    for child in verb.rights:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_.lower() in grammar.telling:
            subject = g.subject(verb)
            return (subject, child) if subject is not None and subject.pos_ == "PROPN" else None
    return None


def _measurer(token: Token, grammar: Grammar) -> tuple[Token, Token] | None:
    """Who measured, counted or recorded what stands at a token ("AFAD recorded a magnitude of 6.3", "UKMTO placed the
    ship 67 miles west of Hodeidah"): the clause's subject and verb. It rests on whoever did."""
    verb = g.clause_head(token, grammar)
    if verb.lemma_.lower() not in grammar.measuring or verb.pos_ != "VERB" or token.i <= verb.i:
        return None  # "the club placed him on its list": the deed itself is measured by nobody
    if token.ent_type_ == "PERSON" or (verb.lemma_ == "put" and not any(t.like_num for t in verb.subtree)):
        return None  # "put a brave face on after the lost vote"
    subject = g.subject(verb)
    named = subject is not None and subject.pos_ in ("PROPN", "NOUN") and subject.i < verb.i
    if subject is not None and subject.lemma_.lower() in RULING:
        return None  # "a court found him guilty on Monday" measures nothing
    return (subject, verb) if named and subject is not None and not g.is_passive(verb) else None


def voice_of(said: Said) -> Voice:
    found = said.found
    longest = max(found.content, key=lambda part: part.end - part.start)
    parts = found.content if len(found.content) > 1 else ()
    return Voice(said.speakers, found.mode, "doubts" if found.negated else found.stance, longest, found.cue, parts)


def _joint(a: Stance, b: Stance) -> Stance:
    return a if a != "states" else b


def resolve(writer: Writer, passage: int, start: int, end: int) -> Speaker:
    return resolve_speaker(writer.roster, passage, start, end)


@dataclass(frozen=True, slots=True)
class About:
    """What a claim says: the mention and attribute it is about, its value and the words the value stands in."""

    mention: str | None = None
    attribute: str | None = None
    value: Value | None = None
    words: Span | None = None


NOTHING = About()


def claim(writer: Writer, voice: Voice, kind: ClaimKind, about: About = NOTHING) -> Claim:
    """The claim of a voice; its id depends on where it stands and what it says, not on when it was read."""
    words = about.words
    place = (voice.span.start, voice.span.end, words and words.start, voice.cue and voice.cue.start)
    return Claim(
        id=stable_id("claim", writer.report.id, about.mention, about.attribute, place, voice.speakers[-1].canonical),
        report=writer.report.id,
        mention=about.mention,
        attribute=about.attribute,
        kind=kind,
        mode=voice.mode,
        stance=voice.stance,
        speakers=voice.speakers,
        value=about.value,
        span=voice.shown or voice.span,
        cue=voice.cue,
        words=words,
        parts=voice.parts,
    )
