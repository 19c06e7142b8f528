"""What was found -> frozen mentions and claims, each claim with its chain, kind, stance and verified span."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from crosswire.claims.answers.fit import Answer
from crosswire.claims.came_about import as_it_is, came_about, counts_none, settled, tried
from crosswire.claims.decided import decided
from crosswire.claims.denials import denials
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.events import event_clauses
from crosswire.claims.grammar.links import companions, is_aside, is_recalled, order_of, witness
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.granted import is_cut_short
from crosswire.claims.infinitives import is_infinitive, is_real, was_able
from crosswire.claims.judged import is_equated, is_intended_upon, is_judged, taken_for_granted
from crosswire.claims.mentions import Hit
from crosswire.claims.mentions_fit import VERBAL
from crosswire.claims.open_kind import OPEN, deed
from crosswire.claims.set_apart import is_set_apart
from crosswire.claims.speech import HAPPENED, act_claims, attributions, sentences
from crosswire.claims.stance.judge import Judgement
from crosswire.claims.telling import telling
from crosswire.claims.tokens import children, sentence_start
from crosswire.claims.told import Told
from crosswire.claims.verdicts import on_whose_finding
from crosswire.claims.voices import About, Voice, Writer, claim, resolve, voice_at, voice_of
from crosswire.claims.voices_denied import denied_tale, undenied
from crosswire.claims.worded import own_voice
from crosswire.model import (
    Claim,
    ClaimKind,
    Mention,
    Taken,
    Text,
    Value,
    stable_id,
)

LEAD, FADE = 0.9, 0.94  # a lead paragraph's weight, and what each further paragraph keeps of it
BLOCKS = {"title": 1.0, "heading": 0.5, "bullet": 0.7}
REFERENCE, UNREAL, ASIDE = 0.5, 0.5, 0.4
NEARLY = 0.95  # "a man who jumped the fence": the clause tells the news


def write_claims(
    writer: Writer, told: Sequence[Told], beside: Sequence[Told] = ()
) -> tuple[tuple[Claim, ...], tuple[Mention, ...]]:
    """All claims in the order of the text, and the mentions they are about; `beside`: what no frame tells."""
    claims: list[Claim] = []
    mentions: dict[int, Mention] = {}
    writer = replace(writer, spoken=_spoken(writer, told))
    for one in (*told, *beside):
        earlier = mentions.get(id(one.refers)) if one.refers is not None else None
        judged = writer.judge(one.hit.passage, one.hit.token)
        judgement = came_about(one, judged, earlier, writer.grammar, writer.report.published)
        mention = _mention(writer, one, judgement, mentions)
        mentions[id(one)] = mention
        if one.hit.frame.speech:
            claims.extend(act_claims(writer, one, mention, judgement))
        else:
            claims.extend(_frame_claims(writer, one, mention, judgement))
    in_order = sorted((*told, *beside), key=lambda one: (one.hit.passage, one.hit.token.i))
    claims.extend(denials(writer, in_order, mentions))
    claims.extend(attributions(writer))
    claims.extend(sentences(writer, claims))
    unique = {claim.id: claim for claim in claims}
    ordered = sorted(unique.values(), key=lambda c: (c.span.start, c.span.end, c.attribute or "", c.id))
    return tuple(ordered), tuple(mentions.values())


def _spoken(writer: Writer, told: Sequence[Told]) -> tuple[tuple[int, str], ...]:
    """Where the words of speech acts stand in the report, and which act each is."""
    own = [t.hit for t in told if t.hit.frame.speech]
    return tuple(sorted((writer.passages[hit.passage].offset + hit.token.idx, hit.frame.name) for hit in own))


# --- mentions -----------------------------------------------------------------------------------------------------


def _mention(writer: Writer, told: Told, judgement: Judgement, known: Mapping[int, Mention]) -> Mention:
    hit = told.hit
    trigger = writer.words(hit.passage, hit.token.i, hit.token.i + 1)
    block = writer.passages[hit.passage].kind
    earlier = known.get(id(told.refers)) if told.refers is not None else None
    weight = hit.frame.weight * (BLOCKS.get(block) or LEAD * FADE**hit.passage)
    weight *= REFERENCE if hit.reference or hit.below else 1.0
    weight *= 1.0 if judgement.modality == "happened" else UNREAL
    if is_recalled(hit.token):
        weight *= ASIDE
    elif is_aside(hit.token) and not _has_toll(told):
        weight *= NEARLY if hit.frame.name == OPEN else ASIDE
    return Mention(
        id=stable_id("mention", writer.report.id, hit.frame.name, trigger.start, trigger.end),
        report=writer.report.id,
        frame=hit.frame.name,
        trigger=trigger,
        phrase=writer.words(hit.passage, *_phrase(hit.token, writer.grammar)),
        sentence=writer.sentence(hit.passage, hit.token),
        modality=judgement.modality,
        prominence=round(weight, 4),
        block=block,
        refers=earlier.id if earlier is not None else None,
        when=told.when,
        sequence=None if _has_toll(told) else order_of(hit.token),
        another=told.refers is None and is_set_apart(told, known.values(), writer.grammar),
        values=(*_deed(told), *((a.attribute, a.value) for a in told.answers)),
        telling=telling(hit.token, block == "title", writer.grammar),
    )


def _deed(told: Told) -> Iterator[tuple[str, Value]]:
    """What was done, of a kind that its frame does not tell."""
    if told.hit.frame.name == OPEN:
        yield HAPPENED, deed(told.hit.token)


def _has_toll(told: Told) -> bool:
    """Whether the same sentence tells what it cost: "Hundreds were killed after the storm hit" is about the storm."""
    attributes = {a.name for a in told.hit.frame.attributes if a.grows}
    start = sentence_start(told.hit.token)
    return any(
        a.attribute in attributes
        and a.passage == told.hit.passage
        and sentence_start(told.hit.token.doc[a.start]) == start
        for a in told.answers
    )


# --- claims of frames ---------------------------------------------------------------------------------------------


def _frame_claims(writer: Writer, told: Told, mention: Mention, judgement: Judgement) -> Iterator[Claim]:
    hit = told.hit
    voice = undenied(writer, hit, voice_at(writer, hit.passage, hit.token, judgement), judgement)
    voice = voice if hit.frame.public else on_whose_finding(writer, hit.passage, hit.token, voice)
    words = writer.words(hit.passage, *_phrase(hit.token, writer.grammar))
    happened = About(mention.id, HAPPENED, Text(words.exact, ""), words)
    attributed = len(voice.above) > len(writer.chains.voice)
    if _is_what_is_told(writer, hit, voice) if attributed else not hit.reference:
        told_by = own_voice(writer, hit, voice) if hit.worded else voice
        made = claim(writer, told_by, _kind(judgement, voice, writer.grammar), happened)
        yield replace(made, taken="named") if attributed and is_equated(hit.token) else made
    yield from denied_tale(writer, hit, voice, happened)
    seen_by = witness(hit.token, writer.grammar)
    if seen_by is not None:
        for vouched in _vouched(writer, hit.passage, seen_by, replace(voice, speakers=voice.above)):
            yield claim(writer, vouched, _kind(judgement, vouched, writer.grammar), happened)
    if hit.worded and attributed:
        return  # "a paper said that Roe had told Past to lie": whom and what nobody else vouches for
    for answer in told.answers:
        yield _answer_claim(writer, told, mention, answer)


def _is_what_is_told(writer: Writer, hit: Hit, voice: Voice) -> bool:
    """Whether the event heads what is said. Who condemns the launch, denies that the duty was revenge or says where an
    earlier quake struck takes the event for granted: that is no word of theirs that it happened. Who says that "the
    victims were shot" or "it was hit at dawn" tells it."""
    said = _said(writer, hit, voice)
    named = hit.reference and hit.token.pos_ not in VERBAL  # "the launch poses no threat", but "confirmed the launch"
    if named and witness(hit.token, writer.grammar) is not None:
        return not said(hit.token.head)
    named = named or is_intended_upon(hit.token, said, writer.grammar)
    if named or is_judged(hit.token, said, writer.grammar):
        return False
    inside = [
        token
        for token in event_clauses(hit.token, writer.grammar)
        if said(token) and (token.i == hit.token.i or token.is_ancestor(hit.token))
    ]
    top = inside[-1] if inside else hit.token
    head = top.head.head if top.head.pos_ == "ADP" else top.head  # "accused of violating"
    if head.lemma_ == "be" and any(c.lower_ == "it" and c.i < top.i for c in children(head)):
        top, head = head, head.head  # "it is untrue that ..."
    if top.dep_ == "acl" and top.tag_ == "VBN" and not g.is_passive(top):
        head = top.head.head  # "A train collided with a bus, police said", of which the parser makes "a collided train"
    if is_infinitive(hit.token) and was_able(hit.token):  # "crews were able to rescue three, police said"
        top, head = hit.token.head.head, hit.token.head.head.head
    if head.i == top.i:
        return True
    told = not said(head)
    taken = top.i == hit.token.i and top.dep_ in g.OBJECTS  # "condemned the launch", but "reported two blasts"
    return told and (not taken or (head.lemma_.lower() in writer.grammar.witness_verbs and is_real(head)))


def _said(writer: Writer, hit: Hit, voice: Voice) -> Callable[[Token], bool]:
    """Whether a token of the event's passage stands in the words of a voice."""
    offset, parts = writer.passages[hit.passage].offset, voice.parts or (voice.span,)
    return lambda token: any(part.start <= offset + token.idx < part.end for part in parts)


def _taken(writer: Writer, hit: Hit, answer: Answer, voice: Voice) -> Taken | None:
    """How whoever is quoted takes an answer for granted, in words that are about something else."""
    attributed = len(voice.above) > len(writer.chains.voice) and answer.passage == hit.passage
    said = _said(writer, hit, voice)
    if not attributed or not said(hit.token):
        return None
    told = _is_what_is_told(writer, hit, voice)
    return taken_for_granted(hit.token, hit.token.doc[answer.start], said, told, writer.grammar)


def _answer_claim(writer: Writer, told: Told, mention: Mention, answer: Answer) -> Claim:
    token = writer.passages[answer.passage].doc[answer.start]
    head = answer.by or (told.hit.token if answer.passage == told.hit.passage else token)
    if sentence_start(token) != sentence_start(head):
        head = g.clause_head(token, writer.grammar)
    judgement = _of_answer(told, answer, writer.judge(answer.passage, head))
    if head.i == told.hit.token.i and answer.passage == told.hit.passage:
        judgement = as_it_is(settled(head, judgement, writer.grammar), mention)
    judgement = decided(told, tried(told, judgement))
    if (counts_none(answer) and judgement.stance != "doubts") or is_cut_short(told.hit.token):
        # "no one was hurt" tells how many were
        judgement = replace(judgement, kind="fact", modality="happened", stance="states")
    voice = voice_at(writer, answer.passage, token, judgement)
    if answer.passage == told.hit.passage and sentence_start(token) == sentence_start(told.hit.token):
        voice = undenied(writer, told.hit, voice, judgement)
    if not told.hit.frame.public:
        voice = on_whose_finding(writer, answer.passage, token, voice)
    if voice.witnessed and not voice.found and answer.value.type in ("text", "party"):
        # who measures a missile does not say what it was
        voice = replace(voice, speakers=voice.above, mode="narrated", cue=None)
    if answer.by is not None and answer.value.type == "party":
        voice = _own_word(writer, answer, answer.by) or voice
    if judgement.stance == "denies" and voice.speakers == writer.chains.voice:
        # "The coalition has denied bombing the hall": the subject stands outside the words denied.
        voice = voice_at(writer, told.hit.passage, told.hit.token, judgement)
    if answer.passage == told.hit.passage and len(voice.above) > len(writer.chains.voice):
        said = _said(writer, told.hit, voice)
        if is_intended_upon(told.hit.token, said, writer.grammar) and said(told.hit.token):
            sentence = writer.sentence(told.hit.passage, told.hit.token)
            voice = Voice(voice.speakers[:-1], "narrated", judgement.stance, sentence, None)
    words = writer.words(answer.passage, answer.start, answer.end)
    told_of = About(mention.id, answer.attribute, answer.value, words)
    kind = _kind(judgement, voice, writer.grammar)
    if told.hit.worded:  # what it is done to stands in the words themselves; who tells of them is asked
        voice = own_voice(writer, told.hit, voice_at(writer, told.hit.passage, told.hit.token, judgement))
    made = claim(writer, voice, kind, told_of)
    return replace(made, taken=_taken(writer, told.hit, answer, voice))


def _kind(judgement: Judgement, voice: Voice, grammar: Grammar) -> ClaimKind:
    """The kind of a claim on an event: a statement is what somebody only wishes, asks for or asks; who "claimed
    responsibility" is told as fact."""
    if voice.cue is not None and not grammar.asking.isdisjoint(voice.cue.exact.lower().split()):
        return "statement"
    return "fact" if judgement.kind == "statement" and judgement.modality == "happened" else judgement.kind


def _of_answer(told: Told, answer: Answer, judgement: Judgement) -> Judgement:
    """When a thing decided takes effect is told as fact, though it is still to come."""
    attribute = told.hit.frame.attribute(answer.attribute)
    decided = attribute is not None and attribute.coming and judgement.modality == "expected"
    return replace(judgement, kind="fact") if decided else judgement


def _own_word(writer: Writer, answer: Answer, verb: Token) -> Voice | None:
    """Who claims responsibility is told by the claiming itself: it rests on the one who claims."""
    at = writer.passages[answer.passage].offset + verb.idx
    span = writer.words(answer.passage, verb.i, verb.i + 1)
    said = writer.chains.by_cue(at, span.end) if writer.chains.cue_at(span) else None
    if said is None or said.found.source is None or not said.found.content:
        return None
    words = writer.words(answer.passage, answer.start, answer.end)
    return voice_of(said) if said.found.source.overlaps(words) else None


def _phrase(trigger: Token, grammar: Grammar) -> tuple[int, int]:
    """Tokens [start, end) of the trigger with its object, or of the event noun with what stands before it."""
    if trigger.pos_ == "VERB":
        ends = [t.i for t in g.objects(trigger)[:1] if t.i > trigger.i]
        return trigger.i, max([trigger.i, *ends]) + 1
    start = trigger.i
    for child in sorted(trigger.lefts, key=lambda c: -c.i):
        if (
            child.dep_ not in ("compound", "amod", "nmod", "poss", "nummod", "punct")
            or child.lower_ in grammar.which_one
        ):
            break
        start = child.left_edge.i
    return start, trigger.i + 1


def _vouched(writer: Writer, passage: int, witness: tuple[Token, Token], voice: Voice) -> Iterator[Voice]:
    subject, verb = witness
    cue = writer.words(passage, verb.i, verb.i + 1)
    for party in companions(subject):
        speaker = resolve(writer, passage, *_noun_phrase(party, verb))
        if speaker.kind != "unnamed" and all(speaker.canonical != other.canonical for other in voice.speakers):
            yield replace(voice, speakers=(*voice.speakers, speaker), mode="paraphrased", cue=cue)


def _noun_phrase(noun: Token, verb: Token) -> tuple[int, int]:
    """Tokens [start, end) of a noun with what stands before it and its "of" phrase, without what is joined to it."""
    ends = [c.right_edge.i for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of" and c.right_edge.i < verb.i]
    starts = [c.left_edge.i for c in noun.lefts]
    return min([noun.i, *starts]), max([noun.i, *ends]) + 1
