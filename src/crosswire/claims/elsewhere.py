"""What sentences that do not name an event tell of it: "He had bought the rifle last week, prosecutors said".

A report tells who did it and to whom, and goes on about them: what they carried, what was found, who they are. Which
questions are answered so, by which verbs and of whom, the frames say (`elsewhere`, docs/frames.md, decision 0068).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from crosswire.claims.answers.fit import Answer, Context
from crosswire.claims.answers.said import called_so, forms_of, is_sure, said_beside, stands_at
from crosswire.claims.answers.text import words_of
from crosswire.claims.grammar import tree as g
from crosswire.claims.infinitives import is_infinitive
from crosswire.claims.mentions import Hit
from crosswire.claims.mentions_fit import lemmas
from crosswire.claims.tell_apart import apart
from crosswire.claims.tokens import HEADED, sentence_end
from crosswire.claims.told import Sentence, Told
from crosswire.model import Attribute, Elsewhere, Party

ACCUSED = {"arrest": "whom", "charges": "whom", "plea": "whom", "hearing": "who", "ruling": "whom"}
BEFALLEN = ("victim", "target", "whom")
CALLED = ("who", "victim")
SOME = frozenset({"a", "an", "another", "other", "no", "any", "some", "many", "second"})
PEOPLE = ("person", "group")
ALONE = frozenset({"he", "she"})
ANYBODY = frozenset({"man", "woman"})


@dataclass(frozen=True, slots=True)
class People:
    """Who did it, by names and by what people without one are; `called`: what any such are called; `named`: somebody
    has a name."""

    names: frozenset[str]
    called: frozenset[str]
    named: bool


@dataclass(frozen=True, slots=True)
class Events:
    """The events told that have such questions, in the order of the text, with who did each."""

    asking: Sequence[Told]
    people: dict[int, People]
    context: Context


def tell_elsewhere(told: Sequence[Told], sentences: Sequence[Sentence], context: Context) -> None:
    """Let the events told take the answers of sentences that name none of their kinds; in its own sentence an event
    takes what who did it had in hand."""
    asking = [t for t in told if _asks(t)]
    if not asking:
        return
    events = Events(asking, _people_of(asking, told, sentences, context), context)
    attributes = {a.name: a for t in asking for a in t.hit.frame.attributes if a.elsewhere}
    verbs = {form.split()[0] for a in attributes.values() for one in a.elsewhere for form in one.verb}
    for sentence in sentences:
        here = [t for t in asking if t.order == sentence.order]
        if not here:
            _take_called(sentence, events)
        about = replace(events, asking=here) if here else events
        for verb in _words(sentence):
            if verb.pos_ == "VERB" and verb.lemma_.lower() in verbs and _is_done(verb):
                for attribute in attributes.values():
                    _take(verb, sentence, attribute, about)


def _words(sentence: Sentence) -> Iterable[Token]:
    return sentence.first.doc[sentence.first.i : sentence_end(sentence.first)]


def _asks(told: Told) -> bool:
    """Whether an event told, and not denied, has questions that other sentences may answer."""
    happened = not told.absorbed and (told.hit.token.pos_ != "VERB" or is_sure(told.hit.token))
    return happened and any(a.elsewhere for a in told.hit.frame.attributes)


def _is_done(verb: Token) -> bool:
    """Whether a verb tells of a deed: not "tried to grab", "banned from carrying"."""
    kept = verb.dep_ == "pcomp" and verb.head.lower_ == "from"
    return is_sure(verb) and not kept and not is_infinitive(verb)


# --- answers ------------------------------------------------------------------------------------------------------


def _take(verb: Token, sentence: Sentence, attribute: Attribute, events: Events) -> None:
    """Give the event whose people a verb is about what stands at it."""
    forms = forms_of(verb)
    for one in attribute.elsewhere:
        nouns = [] if one.verb.isdisjoint(forms) else _at(verb, one)
        if not nouns:
            continue
        about = next((t for t in _likely(sentence, events) if _is_of(verb, one, t, sentence, events)), None)
        own = about.hit.frame.attribute(attribute.name) if about is not None else None
        if about is not None and own is not None and not _answered(about, own, sentence):
            hit = replace(about.hit, passage=sentence.passage, token=sentence.first, reference=False)
            about.answers.extend(_answers(nouns, hit, own, events.context))
            return


def _at(verb: Token, one: Elsewhere) -> list[Token]:
    found = (noun for place in one.at for noun in stands_at(verb, place))
    return [noun for noun in found if not one.noun or not one.noun.isdisjoint(lemmas(noun))]


def _answers(nouns: Iterable[Token], hit: Hit, attribute: Attribute, context: Context) -> Iterator[Answer]:
    for noun in nouns:
        if not any(c.lower_ in ("no", "any") for c in noun.lefts):
            found = words_of(noun, hit, attribute, context.grammar)
            if found is not None:
                yield found


def _answered(told: Told, attribute: Attribute, sentence: Sentence) -> bool:
    """Whether an event's own sentence has answered already."""
    return told.order == sentence.order and any(a.attribute == attribute.name for a in told.answers)


def _take_called(sentence: Sentence, events: Events) -> None:
    """Give the event what a sentence says that its people are called: "the suspect, Luis Hart"."""
    about = next(_likely(sentence, events))
    called = [replace(a, said={}, degrees={}) for a in about.hit.frame.attributes if a.called and a.name in CALLED]
    about.answers.extend(said_beside(about.hit, (sentence.passage, sentence.first), called, events.context))


# --- which event --------------------------------------------------------------------------------------------------


def _likely(sentence: Sentence, events: Events) -> Iterator[Told]:
    """The events that a sentence may be about: of those that may be the one told last before it whichever the report
    tells most of; then the others, the last told first."""
    before = [t for t in reversed(events.asking) if t.order < sentence.order] or events.asking[:1]
    alike = [t for t in events.asking if _may_be(before[0], t, events.people)]
    yield from sorted(alike, key=lambda t: (-len({a.attribute for a in t.answers}), t.order))
    yield from before


def _may_be(one: Told, first: Told, people: dict[int, People]) -> bool:
    """Whether two tellings of a report may be of one event: by their days, and by who did it."""
    if one.when is not None and first.when is not None and (apart(one.when, first.when) or apart(first.when, one.when)):
        return False
    a, b = people[id(one)], people[id(first)]
    return not (a.named and b.named and a.names.isdisjoint(b.names))


def _is_of(verb: Token, one: Elsewhere, told: Told, sentence: Sentence, events: Events) -> bool:
    """Whether whoever does what a verb tells is who the table asks for."""
    doer, people = _doer(verb), events.people[id(told)]
    if one.by:
        nobody = doer is None and g.is_passive(verb)
        searched = nobody or (doer is not None and not one.by.isdisjoint(lemmas(doer)))
        return searched and bool(people.called and people.names)
    if doer is not None and told.order == sentence.order:
        own = g.subject(told.hit.token) if told.hit.token.pos_ == "VERB" else None
        return own is not None and own.i == doer.i
    return doer is not None and _did_it(doer, people, sentence.passage, events.context)


# --- who did it ---------------------------------------------------------------------------------------------------


def _doer(verb: Token) -> Token | None:
    """Who does what a verb tells; whoever "is armed" bears the arms."""
    if verb.lemma_.lower() == "arm" and g.is_passive(verb):
        return next(iter(g.objects(verb)), None)
    return g.subject(verb)


def _did_it(noun: Token, people: People, passage: int, context: Context) -> bool:
    """Whether somebody is who did it: by name, by what they are called, or as "he" where nobody has a name yet; not "a
    killer", nor "the Halden shooter", who did something else."""
    before = {c.lower_ for c in noun.lefts}
    if not before.isdisjoint(SOME) or (noun.pos_ == "NOUN" and any(c.pos_ == "PROPN" for c in noun.lefts)):
        return False
    definite = bool(before & context.grammar.definite)
    if noun.pos_ == "NOUN" and not people.called.isdisjoint(lemmas(noun)):
        return definite or (noun.tag_ == "NN" and bool(noun.doc.user_data.get(HEADED)))
    if noun.lower_ in ANYBODY:
        return definite and not people.named and bool(people.called)
    party = context.party_of(passage, noun)
    if party is None:
        return noun.lower_ in ALONE and not people.named and bool(people.called)
    return _called(party) in people.names


def _people_of(
    asking: Sequence[Told], told: Sequence[Told], sentences: Iterable[Sentence], context: Context
) -> dict[int, People]:
    """Who did each event. Where a report tells of one that police did, nothing that police find says with what."""
    accused = frozenset((*_accused(told), *_introduced(asking, sentences, context))) - frozenset(_befallen(asking))
    people = {id(t): _people(t, accused, context) for t in asking}
    if all(one.called for one in people.values()):
        return people
    return {key: replace(one, called=frozenset()) for key, one in people.items()}


def _people(told: Told, accused: frozenset[str], context: Context) -> People:
    asked = told.hit.frame.attribute("who")
    values = [a.value for a in told.answers if a.attribute == "who"]
    doers = [v for v in values if isinstance(v, Party)]
    official = (v.kind not in PEOPLE or context.grammar.searchers & set(v.name.lower().split()) for v in doers)
    if any(official):
        return People(frozenset(map(_called, doers)), frozenset(), True)
    names = (frozenset(map(_called, doers)) | accused) - frozenset(_befallen([told]))
    named = any(v.name[:1].isupper() for v in doers) or bool(accused)
    return People(names, (asked.called if asked is not None else frozenset()) | context.grammar.culprits, named)


def _accused(told: Iterable[Told]) -> Iterator[str]:
    """Whom a report tells as arrested, charged or tried."""
    for one in told:
        for answer in one.answers:
            if ACCUSED.get(one.hit.frame.name) == answer.attribute:
                yield _called(answer.value) if isinstance(answer.value, Party) else answer.value.text


def _befallen(asking: Iterable[Told]) -> Iterator[str]:
    """Whom it befell: they did not do it."""
    for told in asking:
        for answer in told.answers:
            if answer.attribute in BEFALLEN:
                yield _called(answer.value) if isinstance(answer.value, Party) else answer.value.text


def _introduced(asking: Sequence[Told], sentences: Iterable[Sentence], context: Context) -> Iterator[str]:
    """Whose name is put beside what such people are called: "the suspect, Luis Hart,"."""
    called = {word for t in asking if (asked := t.hit.frame.attribute("who")) is not None for word in asked.called}
    for sentence in sentences:
        for word in _words(sentence):
            if word.pos_ == "NOUN" and word.lemma_.lower() in called:
                parties = (context.party_of(sentence.passage, name) for name in called_so(word))
                yield from (p.name for p in parties if p is not None and p.kind == "person")


def _called(party: Party) -> str:
    """A name, or of people without one what they are."""
    return party.name if party.name[:1].isupper() else party.name.split()[-1]
