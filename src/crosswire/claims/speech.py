"""Speech -> claims: what was said in so many words, acts without words, denials, and the outlet's own sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from crosswire.claims import grammar as g
from crosswire.claims.chains import Said
from crosswire.claims.grammar_events import light_subject
from crosswire.claims.granted import is_told
from crosswire.claims.mentions import sentence_of
from crosswire.claims.mentions_fit import lemmas
from crosswire.claims.stance.judge import Judgement, is_guess, judge, judge_sentence
from crosswire.claims.tokens import children
from crosswire.claims.told import Told
from crosswire.claims.voices import SHORT_ACT, About, Voice, Writer, claim, resolve, voice_at, voice_of
from crosswire.model import (
    Claim,
    ClaimKind,
    Mention,
    Party,
    Text,
)

HAPPENED = "happened"
DENY = "deny"
OPINION_GENRES = ("opinion", "editorial", "comment", "commentary", "column", "letter", "review")
COMMITTING = ("promise", "threaten")  # who vows to answer takes a position; that it will come about is not told
CLAUSES = ("ccomp", "xcomp")
PROCESS = frozenset(  # what follows upon blame
    {"appointment", "arrest", "charges", "investigation", "lawsuit", "penalty", "plea", "ruling", "testimony", "vote"}
)
PLEAS = frozenset({"plead", "plea"})
WHOSE = ("the", "its", "their", "his", "her", "this", "that", "those", "these")
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


def denials(writer: Writer, told: Sequence[Told], mentions: Mapping[int, Mention]) -> Iterator[Claim]:
    """What is denied without being told again ("a claim Seoul denies"): the event told last, at most a sentence ago."""
    recent: list[Told] = []
    for one in told:
        if not one.hit.frame.speech:
            recent.append(one)
        elif one.hit.frame.name == DENY and not _negated(one) and _is_done(one, mentions):
            recent = [other for other in recent if one.order - other.order <= 1]
            subject = g.subject(one.hit.token) if one.hit.token.pos_ == "VERB" else None
            if subject is not None and _denies_the_tale(one.hit.token, writer) and not _tells_itself(one, told):
                denied = _meant(writer, one, subject, recent)
                if denied is None:
                    continue
                denial = _denial(writer, one, subject, mentions[id(denied)])
                blamed = not _is_of_blame(one.hit.token, writer) or _may_be_blamed(denial, denied, mentions[id(denied)])
                if blamed and not _told_by(denial, writer, mentions[id(denied)]):
                    yield denial


def _meant(writer: Writer, denial: Told, subject: Token, recent: Sequence[Told]) -> Told | None:
    """Which of the events told shortly before is denied: the last that the denier is said to have done ("hundreds fled
    after Israel opened a dam. Israel denied the claim"), else the last that its sentence tells."""
    speaker = resolve(writer, denial.hit.passage, subject.left_edge.i, subject.i + 1)
    own = [t for t in recent if speaker.country is not None and speaker.country in _doers(t)]
    told = own or [t for t in recent if is_told(t.hit.token, writer.grammar)]
    return (told[-1].refers or told[-1]) if told else None


def _doers(told: Told) -> set[str | None]:
    """The countries of those who did it."""
    return {a.value.country for a in told.answers if a.attribute == "who" and isinstance(a.value, Party)}


def _negated(told: Told) -> bool:
    return any(child.dep_ == "neg" for child in children(told.hit.token))


def _is_done(denial: Told, mentions: Mapping[int, Mention]) -> bool:
    """Whether somebody denies: "asked allies to refute it" denies nothing, and a plea is an answer to a court, which
    leaves open neither that there was a charge nor that there was a crime."""
    mention = mentions.get(id(denial))
    asked = mention is not None and mention.modality in ("hypothetical", "expected")
    return not asked and denial.hit.token.lemma_.lower() not in PLEAS


def _denies_the_tale(verb: Token, writer: Writer) -> bool:
    """Whether what is denied is the claim itself ("denied it", "a claim Seoul denies") and no part or other thing."""
    objects = g.objects(verb)
    if any(c.dep_ == "acl" and c.pos_ in ("VERB", "AUX") for noun in objects for c in noun.rights):
        return False  # "disputing reports that it was over its territory": that, and not what was told before
    if any(c.pos_ == "PROPN" and c.dep_ in ("compound", "poss") for noun in objects for c in children(noun)):
        return False  # "denied the BuzzFeed report": what that told, and not what was told before
    if any(_tells_of(noun) for noun in objects):
        return False  # "disputed claims of racism": that, and not what was told before
    denied = [lemma for noun in objects for lemma in lemmas(noun)]
    if not denied and (any(c.dep_ in CLAUSES and c.i > verb.i for c in children(verb)) or _says_of_a_day(verb)):
        return False  # "denied that its ships had called there": that, and not what was told before
    return not denied or bool(set(denied) & writer.grammar.tales)


def _says_of_a_day(verb: Token) -> bool:
    """Whether the parser took what is denied for a clause of the day: "denied on Wednesday she was his wife"."""
    return any(
        t.dep_ == "relcl" and t.head.ent_type_ in ("DATE", "TIME") and any(c.dep_.startswith("nsubj") for c in t.lefts)
        for t in verb.subtree
        if t.i > verb.i
    )


def _tells_of(tale: Token) -> bool:
    """Whether a tale says itself what it tells: "claims of racism"; "the claims of the army" are what that told."""
    behind = [c for of in tale.rights if of.dep_ == "prep" and of.lower_ in ("of", "about") for c in children(of)]
    return any(c.pos_ in ("NOUN", "VERB") and not any(d.lower_ in WHOSE for d in children(c)) for c in behind)


def _is_of_blame(verb: Token, writer: Writer) -> bool:
    """Whether what is denied is what somebody is blamed for: "denied the allegations", "accusations he denies"."""
    above = verb.head.lemma_.lower() if verb.dep_ == "relcl" else ""
    return not writer.grammar.blame.isdisjoint({above, *(noun.lemma_.lower() for noun in g.objects(verb))})


def _may_be_blamed(denial: Claim, told: Told, mention: Mention) -> bool:
    """Whether the event told last may be what the denier is blamed for: it was done, and did not befall the denier.

    "Announcing his resignation, Mr. Farenthold denied the allegations" denies no resignation; nor does an inquiry into
    what somebody is blamed for, or its outcome, stand or fall with his denial.
    """
    denier = denial.speakers[-1].canonical
    befell = {a.value.name for a in told.answers if a.attribute == "whom" and isinstance(a.value, Party)}
    return mention.modality == "happened" and denier not in befell and told.hit.frame.name not in PROCESS


def _told_by(denial: Claim, writer: Writer, mention: Mention) -> bool:
    """Whether the denier is who tells of the event: "announcing his resignation, he denied the allegations"."""
    teller = writer.chains.at(mention.trigger.start, mention.trigger.end)
    return teller is not None and denial.speakers[-1].canonical in {s.canonical for s in teller.speakers}


def _tells_itself(denial: Told, told: Sequence[Told]) -> bool:
    """Whether an event stands in what is denied: the attribution then carries the denial."""
    verb = denial.hit.token
    asides = {t.i for child in children(verb) if child.dep_ == "advcl" for t in child.subtree}
    below = {t.i for t in verb.subtree if t.i > verb.i} - asides
    return any(t.hit.passage == denial.hit.passage and t.hit.token.i in below for t in told if not t.hit.frame.speech)


def _denial(writer: Writer, denial: Told, subject: Token, mention: Mention) -> Claim:
    hit = denial.hit
    cue = writer.words(hit.passage, hit.token.i, hit.token.i + 1)
    speaker = resolve(writer, hit.passage, subject.left_edge.i, subject.i + 1)
    span = writer.sentence(hit.passage, hit.token)
    voice = Voice((*writer.chains.voice, speaker), "paraphrased", "denies", span, cue)
    return claim(writer, voice, "statement", About(mention.id, HAPPENED, Text(cue.exact, ""), cue))


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
    """The act that stands in the cue, or that a short content names ("strong protests"); None for mere thought."""
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
