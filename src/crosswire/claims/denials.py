"""What is denied without being told again: "Seoul denied it", "she called the report false", "he says it never
happened"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from crosswire.claims.grammar import tree as g
from crosswire.claims.granted import is_told
from crosswire.claims.mentions_fit import lemmas
from crosswire.claims.parse import text_of
from crosswire.claims.stance.truth import CALLING, TELLINGS, UNTRUE, predicate_untrue
from crosswire.claims.tokens import children
from crosswire.claims.told import Told
from crosswire.claims.voices import About, Voice, Writer, claim, resolve
from crosswire.model import Claim, Mention, Party, Text

HAPPENED = "happened"
DENY = "deny"
CLAUSES = ("ccomp", "xcomp")
CALLED = ("dobj", "nsubj", "nsubjpass")
SOON = 5  # tokens behind a tale in which it is called untrue
POINTING = ("it", "this", "that", "none", "nothing")
HAPPENING = ("happen", "occur")
UNTRUE_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(UNTRUE))}|true|happen(?:ed)?|occur(?:red)?)\b", re.IGNORECASE)
PROCESS = frozenset(  # what follows upon blame
    {"appointment", "arrest", "charges", "investigation", "lawsuit", "penalty", "plea", "ruling", "testimony", "vote"}
)
PLEAS = frozenset({"plead", "enter"})
WHOSE = ("the", "its", "their", "his", "her", "this", "that", "those", "these")


class Denial(NamedTuple):
    """A verb with which somebody denies what was told, its subject, and in which passage and sentence it stands."""

    passage: int
    verb: Token
    subject: Token
    order: int


def denials(writer: Writer, told: Sequence[Told], mentions: Mapping[int, Mention]) -> Iterator[Claim]:
    """What is denied without being told again ("a claim Seoul denies", "she called the report false"): the event told
    last, at most a sentence ago."""
    events = [one for one in told if not one.hit.frame.speech]
    for one in sorted({*_denied(writer, told, mentions), *called_untrue(writer)}, key=_at):
        if _tells_itself(one, events):
            continue
        recent = [e for e in events if _place(e) < _at(one) and one.order - e.order <= 1]
        if tales := _tales(one.verb):
            recent = [e for e in recent if mentions[id(e)].modality == "happened" and _is_of(tales, e, writer)]
        denied = _meant(writer, one, recent)
        if denied is None:
            continue
        denial = _denial(writer, one, mentions[id(denied)])
        blamed = not _is_of_blame(one.verb, writer) or _may_be_blamed(denial, denied, mentions[id(denied)])
        if blamed and not _told_by(denial, writer, mentions[id(denied)]):
            yield denial


def _is_of(tales: Sequence[Token], told: Told, writer: Writer) -> bool:
    """Whether an event may be what a tale told: somebody says it, whoever the tale is of. "The ministry denied the
    claim" denies no meeting that the paper tells of, and who calls Lund's claims false none that others told."""
    token = told.hit.token
    word = writer.words(told.hit.passage, token.i, token.i + 1)
    said = [one for one in writer.chains.all_at(word.start) if one.covers(word.start, word.end)]
    names = {c.text for tale in tales for c in children(tale) if c.pos_ == "PROPN" and c.dep_ in ("poss", "compound")}
    if names:
        return any(names & {*s.canonical.split(), *s.name.split()} for one in said for s in one.speakers)
    if said or writer.chains.cue_at(word):  # "some papers confirmed cases of cholera"
        return True
    loose = writer.judge(told.hit.passage, token).stance == "doubts"
    return loose or any(t.lemma_.lower() in TELLINGS for t in token.ancestors)


def _tales(verb: Token) -> list[Token]:
    """The words for what was told that a verb is about: "denied the claims", "an allegation he denies"."""
    below = [t for t in verb.subtree if t.dep_ in CALLED and t.lemma_.lower() in TELLINGS]
    return below or [verb.head] if verb.dep_ == "relcl" and verb.head.lemma_.lower() in TELLINGS else below


def _denied(writer: Writer, told: Sequence[Told], mentions: Mapping[int, Mention]) -> Iterator[Denial]:
    """The denials by a verb of denying: "denied it", "a claim Seoul denies"."""
    for one in told:
        verb = one.hit.token
        if one.hit.frame.name != DENY or verb.pos_ != "VERB" or _negated(verb) or not _is_done(one, mentions):
            continue
        subject = g.subject(verb)
        if subject is not None and _denies_the_tale(verb, writer):
            yield Denial(one.hit.passage, verb, subject, one.order)


def called_untrue(writer: Writer) -> Iterator[Denial]:
    """The denials by other words: "called the report a lie", "said the claims were false", "says it never happened"."""
    order = 0
    for number, passage in enumerate(writer.passages):
        worth = UNTRUE_WORDS.search(text_of(passage.doc)) is not None
        for sent in passage.doc.sents:
            for verb in (t for t in sent if worth and t.pos_ == "VERB" and not _negated(t)):
                subject = g.subject(verb)
                if subject is not None and (_calls(verb) or _says(verb, writer)):
                    yield Denial(number, verb, subject, order)
            order += 1


def _calls(verb: Token) -> bool:
    """Whether a verb calls a tale untrue: "called the reports fabricated"."""
    if verb.lemma_.lower() not in CALLING:
        return False
    tales = [t for t in verb.subtree if t.i > verb.i and t.lemma_.lower() in TELLINGS and t.dep_ in CALLED]
    behind = (t for tale in tales[:1] for t in tale.doc[tale.i + 1 : verb.right_edge.i + 1][:SOON])
    return not any(map(_tells_of, tales[:1])) and any(t.lower_ in UNTRUE for t in behind)


def _says(verb: Token, writer: Writer) -> bool:
    """Whether a verb says that what was told is not so."""
    if verb.lemma_.lower() not in writer.stance.clause.speech:
        return False
    for clause in (c for c in children(verb) if c.dep_ == "ccomp"):
        subject = g.subject(clause)
        if subject is None or not (subject.lemma_.lower() in TELLINGS or subject.lower_ in POINTING):
            continue
        undone = clause.lemma_.lower() in HAPPENING and _negated(clause)
        if undone or (clause.lemma_ == "be" and _is_untrue(clause, subject)):
            return True
    return False


def _is_untrue(be: Token, subject: Token) -> bool:
    """Whether a clause calls a tale untrue; "it was wrong to strike" judges a deed."""
    word = predicate_untrue(be)
    if word is None or _tells_of(subject):
        return False
    judges = word.lower_ == "wrong" or any(c.dep_ in (*CLAUSES, "acl") for c in (*be.rights, *word.rights))
    return subject.lower_ not in POINTING or not judges


def _at(denial: Denial) -> tuple[int, int]:
    return denial.passage, denial.verb.i


def _place(told: Told) -> tuple[int, int]:
    return told.hit.passage, told.hit.token.i


def _meant(writer: Writer, denial: Denial, recent: Sequence[Told]) -> Told | None:
    """Which of the events told shortly before is denied: the last that the denier is said to have done ("hundreds fled
    after Israel opened a dam. Israel denied the claim"), else the last that its sentence tells."""
    speaker = resolve(writer, denial.passage, denial.subject.left_edge.i, denial.subject.i + 1)
    own = [t for t in recent if speaker.country is not None and speaker.country in _doers(t)]
    told = own or [t for t in recent if is_told(t.hit.token, writer.grammar)]
    return (told[-1].refers or told[-1]) if told else None


def _doers(told: Told) -> set[str | None]:
    """The countries of those who did it."""
    return {a.value.country for a in told.answers if a.attribute == "who" and isinstance(a.value, Party)}


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in children(verb))


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
    if not denied and (any(c.dep_ in CLAUSES and c.i > verb.i for c in children(verb)) or _leads_a_clause(verb)):
        return False  # "denied that its ships had called there": that, and not what was told before
    return not denied or bool(set(denied) & writer.grammar.tales)


def _leads_a_clause(verb: Token) -> bool:
    """Whether what is denied is a clause that the parser hung elsewhere: "denied on Wednesday she was his wife"."""
    for token in verb.doc[verb.i + 1 :]:
        if token.is_punct or token.dep_ == "cc" or token.is_sent_start:
            return False
        if token.dep_.startswith("nsubj"):
            return True
    return False


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


def _tells_itself(denial: Denial, events: Sequence[Told]) -> bool:
    """Whether an event stands in what is denied: the attribution then carries the denial."""
    verb = denial.verb
    asides = {t.i for child in children(verb) if child.dep_ == "advcl" for t in child.subtree}
    below = {t.i for t in verb.subtree if t.i > verb.i} - asides
    return any(t.hit.passage == denial.passage and t.hit.token.i in below for t in events)


def _denial(writer: Writer, denial: Denial, mention: Mention) -> Claim:
    cue = writer.words(denial.passage, denial.verb.i, denial.verb.i + 1)
    speaker = resolve(writer, denial.passage, denial.subject.left_edge.i, denial.subject.i + 1)
    span = writer.sentence(denial.passage, denial.verb)
    voice = Voice((*writer.chains.voice, speaker), "paraphrased", "denies", span, cue)
    return claim(writer, voice, "statement", About(mention.id, HAPPENED, Text(cue.exact, ""), cue))
