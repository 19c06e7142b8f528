"""What was found -> frozen mentions and claims, each claim with its chain, kind, stance and verified span."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from crosswire.claims import grammar as g
from crosswire.claims.answers import Answer
from crosswire.claims.chains import Chains, Said
from crosswire.claims.grammar import Grammar
from crosswire.claims.mentions import sentence_of
from crosswire.claims.parse import Passage
from crosswire.claims.speakers import Roster, resolve_speaker
from crosswire.claims.stance import Judgement, StanceTable, judge, judge_sentence
from crosswire.claims.tell import Told
from crosswire.model import (
    Claim,
    ClaimKind,
    Mention,
    Mode,
    Order,
    Report,
    Span,
    Speaker,
    Stance,
    Text,
    Time,
    Value,
    stable_id,
)

HAPPENED = "happened"
DENY = "deny"
SHORT_ACT = 60  # characters of a content that may be a mere noun for the act
LEAD, FADE = 0.9, 0.94  # a lead paragraph's weight, and what each further paragraph keeps of it
BLOCKS = {"title": 1.0, "heading": 0.5, "bullet": 0.7}
REFERENCE, UNREAL = 0.5, 0.5
EARLIER = frozenset({"after", "following", "since", "despite"})
LATER = frozenset({"before", "until", "ahead"})


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
    spoken: tuple[tuple[int, str], ...] = ()

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
    """Who tells something, how, and the words it stands in."""

    speakers: tuple[Speaker, ...]
    mode: Mode
    stance: Stance
    span: Span
    cue: Span | None
    parts: tuple[Span, ...] = ()


def write_claims(writer: Writer, told: Sequence[Told]) -> tuple[tuple[Claim, ...], tuple[Mention, ...]]:
    """All claims in the order of the text, and the mentions they are about."""
    claims: list[Claim] = []
    mentions: dict[int, Mention] = {}
    writer = replace(writer, spoken=_spoken(writer, told))
    for one in told:
        judgement = judge(one.hit.token, writer.stance)
        mention = _mention(writer, one, judgement, mentions)
        mentions[id(one)] = mention
        if one.hit.frame.speech:
            claims.extend(_act(writer, one, mention, judgement))
        else:
            claims.extend(_frame_claims(writer, one, mention, judgement))
    claims.extend(_denials(writer, told, mentions))
    claims.extend(_attributions(writer))
    claims.extend(_sentences(writer, claims))
    unique = {claim.id: claim for claim in claims}
    ordered = sorted(unique.values(), key=lambda c: (c.span.start, c.span.end, c.attribute or "", c.id))
    return tuple(ordered), tuple(mentions.values())


def _spoken(writer: Writer, told: Sequence[Told]) -> tuple[tuple[int, str], ...]:
    """Where speech-act nouns stand in the report, and which act each is."""
    own = [t.hit for t in told if t.hit.frame.speech and t.hit.token.pos_ == "NOUN"]
    return tuple((writer.passages[hit.passage].offset + hit.token.idx, hit.frame.name) for hit in own)


# --- mentions -----------------------------------------------------------------------------------------------------


def _mention(writer: Writer, told: Told, judgement: Judgement, known: Mapping[int, Mention]) -> Mention:
    hit = told.hit
    trigger = writer.words(hit.passage, hit.token.i, hit.token.i + 1)
    block = writer.passages[hit.passage].kind
    earlier = known.get(id(told.refers)) if told.refers is not None else None
    weight = hit.frame.weight * (BLOCKS.get(block) or LEAD * FADE**hit.passage)
    weight *= REFERENCE if hit.reference else 1.0
    weight *= 1.0 if judgement.modality == "happened" else UNREAL
    return Mention(
        id=stable_id("mention", writer.report.id, hit.frame.name, trigger.start, trigger.end),
        report=writer.report.id,
        frame=hit.frame.name,
        trigger=trigger,
        phrase=writer.words(hit.passage, *_phrase(hit.token)),
        sentence=writer.sentence(hit.passage, hit.token),
        modality=judgement.modality,
        prominence=round(weight, 4),
        block=block,
        refers=earlier.id if earlier is not None else None,
        when=told.when,
        sequence=_sequence(hit.token),
        values=tuple((a.attribute, a.value) for a in told.answers),
    )


def _sequence(trigger: Token) -> Order | None:
    """Whether the sentence sets the event before or after another one: "days after the U.S. unveiled a strategy"."""
    token = trigger
    for _ in range(6):
        words = {child.lower_ for child in token.children if child.dep_ in ("mark", "prep") and child.i < token.i}
        if token.head is not token and token.dep_ in ("pobj", "pcomp"):
            words.add(token.head.lower_)
        if words & EARLIER:
            return "before"
        if words & LATER:
            return "after"
        if token.head is token or (token.pos_ == "VERB" and token.dep_ in ("ROOT", "ccomp", "relcl")):
            return None
        token = token.head
    return None


# --- claims of frames ---------------------------------------------------------------------------------------------


def _frame_claims(writer: Writer, told: Told, mention: Mention, judgement: Judgement) -> Iterator[Claim]:
    hit = told.hit
    voice = _voice(writer, hit.passage, hit.token, judgement)
    phrase = _phrase(hit.token)
    words = writer.words(hit.passage, phrase[0], phrase[1])
    yield _claim(writer, voice, judgement.kind, mention.id, HAPPENED, Text(words.exact, hit.frame.name), words)
    witness = g.witness(hit.token, writer.grammar)
    if witness is not None:
        for vouched in _vouched(writer, hit.passage, witness, voice):
            yield _claim(
                writer, vouched, judgement.kind, mention.id, HAPPENED, Text(words.exact, hit.frame.name), words
            )
    for answer in told.answers:
        yield _answer_claim(writer, told, mention, answer)


def _answer_claim(writer: Writer, told: Told, mention: Mention, answer: Answer) -> Claim:
    token = writer.passages[answer.passage].doc[answer.start]
    head = answer.by or (told.hit.token if answer.passage == told.hit.passage else token)
    if g.sentence_start(token) != g.sentence_start(head):
        head = token
    judgement = judge(head, writer.stance)
    voice = _voice(writer, answer.passage, token, judgement)
    words = writer.words(answer.passage, answer.start, answer.end)
    return _claim(writer, voice, judgement.kind, mention.id, answer.attribute, answer.value, words)


def _phrase(trigger: Token) -> tuple[int, int]:
    """Tokens [start, end) of the trigger with its object, or of the event noun with what stands before it."""
    if trigger.pos_ == "VERB":
        ends = [t.i for t in g.objects(trigger)[:1] if t.i > trigger.i]
        return trigger.i, max([trigger.i, *ends]) + 1
    starts = [c.left_edge.i for c in trigger.lefts if c.dep_ in ("compound", "amod", "nmod", "poss", "nummod")]
    return min([trigger.i, *starts]), trigger.i + 1


def _vouched(writer: Writer, passage: int, witness: tuple[Token, Token], voice: Voice) -> Iterator[Voice]:
    subject, verb = witness
    cue = writer.words(passage, verb.i, verb.i + 1)
    for party in g.companions(subject):
        speaker = _resolve(writer, passage, *_noun_phrase(party, verb))
        if speaker.kind != "unnamed":
            yield replace(voice, speakers=(*voice.speakers, speaker), mode="paraphrased", cue=cue)


def _noun_phrase(noun: Token, verb: Token) -> tuple[int, int]:
    """Tokens [start, end) of a noun with what stands before it and its "of" phrase, without what is joined to it."""
    ends = [c.right_edge.i for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of" and c.right_edge.i < verb.i]
    starts = [c.left_edge.i for c in noun.lefts]
    return min([noun.i, *starts]), max([noun.i, *ends]) + 1


# --- speech acts, attributions, sentences -------------------------------------------------------------------------


def _act(writer: Writer, told: Told, mention: Mention, judgement: Judgement) -> Iterator[Claim]:
    """A statement without words of its own ("lodged a protest"); with words, the attribution says it better."""
    hit = told.hit
    cue = writer.words(hit.passage, hit.token.i, hit.token.i + 1)
    if writer.chains.cue_at(cue):
        return
    subject = g.subject(hit.token) if hit.token.pos_ == "VERB" else g.light_subject(hit.token, writer.grammar)
    if subject is None or judgement.modality in ("hypothetical", "general"):
        return
    end = subject.right_edge.i + 1 if subject.right_edge.i < hit.token.i else subject.i + 1
    speaker = _resolve(writer, hit.passage, subject.left_edge.i, end)
    if not speaker.members and speaker.kind == "unnamed" and subject.pos_ != "NOUN":
        return
    voice = _voice(writer, hit.passage, hit.token, judgement)
    voice = replace(voice, speakers=(*voice.speakers, speaker), cue=cue, mode="paraphrased")
    yield replace(_claim(writer, voice, "statement", mention.id, None, None, cue), act=hit.frame.name)


def _denials(writer: Writer, told: Sequence[Told], mentions: Mapping[int, Mention]) -> Iterator[Claim]:
    """What is denied without being told again ("a claim Seoul denies"): the last event told, up to a sentence before."""
    last: Told | None = None
    for one in told:
        if not one.hit.frame.speech:
            last = one.refers or one
        elif one.hit.frame.name == DENY and last is not None and one.order - last.order <= 1:
            subject = g.subject(one.hit.token) if one.hit.token.pos_ == "VERB" else None
            if subject is not None and not _tells_itself(one, told):
                yield _denial(writer, one, subject, mentions[id(last)])


def _tells_itself(denial: Told, told: Sequence[Told]) -> bool:
    """Whether an event stands below the denying verb: the attribution then carries the denial."""
    below = {t.i for t in denial.hit.token.subtree if t.i > denial.hit.token.i}
    return any(t.hit.passage == denial.hit.passage and t.hit.token.i in below for t in told if not t.hit.frame.speech)


def _denial(writer: Writer, denial: Told, subject: Token, mention: Mention) -> Claim:
    hit = denial.hit
    cue = writer.words(hit.passage, hit.token.i, hit.token.i + 1)
    speaker = _resolve(writer, hit.passage, subject.left_edge.i, subject.i + 1)
    span = writer.sentence(hit.passage, hit.token)
    voice = Voice((*writer.chains.voice, speaker), "paraphrased", "denies", span, cue)
    return _claim(writer, voice, "statement", mention.id, HAPPENED, Text(cue.exact, mention.frame), cue)


def _attributions(writer: Writer) -> Iterator[Claim]:
    for said in writer.chains.said:
        if not said.found.content:
            continue
        voice = _voice_of(said)
        yield replace(
            _claim(writer, voice, _content_kind(writer, said), None, None, None, None), act=_act_name(writer, said)
        )


def _act_name(writer: Writer, said: Said) -> str:
    """The act of the cue; where its content is but a noun for one ("issued strong protests"), that act."""
    part = said.found.content[0]
    if part.end - part.start <= SHORT_ACT:
        for start, act in writer.spoken:
            if part.start <= start < part.end:
                return act
    return writer.acts.get(said.found.lemma, "say")


def _content_kind(writer: Writer, said: Said) -> ClaimKind:
    """An opinion or forecast when the attributed words are one, else a statement."""
    part = said.found.content[0]
    passage = writer.passage_at(part.start)
    inside, end = part.start - passage.offset, min(part.end - passage.offset, passage.length)
    tokens = passage.doc.char_span(inside, end, alignment_mode="expand") if 0 <= inside < end else None
    if tokens is None or not len(tokens):
        return "statement"
    kind = judge(tokens.root, writer.stance).kind
    return kind if kind in ("assessment", "expectation") else "statement"


def _sentences(writer: Writer, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The outlet's own sentences: opinion and forecast always, plain ones where no other claim rests on them."""
    taken = {(c.span.start, c.span.end) for c in claims}
    cued = {c.cue.start for c in claims if c.cue is not None}
    for number, passage in enumerate(writer.passages):
        for sent in passage.doc.sents:
            start, end = sentence_of(passage.doc, sent.root)
            if end - start < 3:
                continue
            span = writer.span(number, start, end)
            if writer.chains.at(span.start + 1, span.start + 2) and writer.chains.at(span.end - 2, span.end - 1):
                continue
            judgement = judge_sentence(sent, writer.stance)
            attributed = any(span.start <= cue < span.end for cue in cued)
            if judgement.kind in ("assessment", "expectation") or not (attributed or (span.start, span.end) in taken):
                voice = Voice(writer.chains.voice, "narrated", judgement.stance, span, None)
                yield _claim(writer, voice, judgement.kind, None, None, None, None)


# --- voices and claims --------------------------------------------------------------------------------------------


def _voice(writer: Writer, passage: int, token: Token, judgement: Judgement) -> Voice:
    """Who says what stands at a token: the innermost attribution that covers it, else the outlet itself."""
    start = writer.passages[passage].offset + token.idx
    said = writer.chains.at(start, start + len(token.text))
    if said is not None:
        voice = _voice_of(said)
        return replace(voice, stance=_joint(voice.stance, judgement.stance))
    span = writer.sentence(passage, token)
    return Voice(writer.chains.voice, "narrated", judgement.stance, span, None)


def _voice_of(said: Said) -> Voice:
    found = said.found
    longest = max(found.content, key=lambda part: part.end - part.start)
    parts = found.content if len(found.content) > 1 else ()
    return Voice(said.speakers, found.mode, found.stance, longest, found.cue, parts)


def _joint(a: Stance, b: Stance) -> Stance:
    return a if a != "states" else b


def _resolve(writer: Writer, passage: int, start: int, end: int) -> Speaker:
    return resolve_speaker(writer.roster, passage, start, end)


def _claim(
    writer: Writer,
    voice: Voice,
    kind: ClaimKind,
    mention: str | None,
    attribute: str | None,
    value: Value | None,
    words: Span | None,
) -> Claim:
    place = (voice.span.start, voice.span.end, words and words.start, voice.cue and voice.cue.start)
    who = voice.speakers[-1].canonical
    return Claim(
        id=stable_id("claim", writer.report.id, mention, attribute, place, who),
        report=writer.report.id,
        mention=mention,
        attribute=attribute,
        kind=kind,
        mode=voice.mode,
        stance=voice.stance,
        speakers=voice.speakers,
        value=value,
        span=voice.span,
        cue=voice.cue,
        words=words,
        parts=voice.parts,
    )


__all__ = ["HAPPENED", "Time", "Writer", "write_claims"]
