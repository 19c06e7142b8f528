"""Answers in words that stand in no place of the event's own verb: what other verbs of the sentence say of it ("the
fire was caused by a heater", "armed with a knife, he stabbed"), what it is called ("the cause was a heater", "the
suspect, Dan Roe"), and how its harm is told ("the hall was gutted").

They are looked for in the event's sentence and, as other answers are, in later ones that tell of no other event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from spacy.tokens import Token

from crosswire.claims.answers.fit import Answer, Context, answer_of, named_behind
from crosswire.claims.answers.people import identified_as, name_only
from crosswire.claims.answers.text import words_of
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.events import event_clauses
from crosswire.claims.mentions import Hit
from crosswire.claims.mentions_fit import lemmas
from crosswire.claims.tokens import children, sentence_end, sentence_start
from crosswire.model import Attribute, Party, Text

UNSURE = frozenset({"may", "might", "could", "would", "can", "will", "should", "if", "whether"})
TAKING_UP = frozenset({"it", "this", "that", "which"})
NOUNS = ("NOUN", "PROPN")


def said_of(hit: Hit, attributes: Sequence[Attribute], context: Context) -> list[Answer]:
    """What the event's own sentence says of it, one answer for each attribute that has none yet."""
    members = {t.i for t in event_clauses(hit.token, context.grammar)} | {hit.token.i}
    return _said(hit, attributes, members, context)


def said_beside(
    hit: Hit, sentence: tuple[int, Token], attributes: Sequence[Attribute], context: Context
) -> list[Answer]:
    """What a later sentence (its passage and first token) says of an event told before."""
    passage, first = sentence
    return _said(replace(hit, passage=passage, token=first, reference=False), attributes, frozenset(), context)


def _said(hit: Hit, attributes: Sequence[Attribute], members: Set[int], context: Context) -> list[Answer]:
    asked = [a for a in attributes if a.called or a.degrees or a.said]
    if not asked:
        return []
    words = hit.token.doc[sentence_start(hit.token) : sentence_end(hit.token)]
    sentence = sorted(words, key=lambda t: (t.dep_ != "xcomp" or t.head.i != hit.token.i, t.i))
    found: list[Answer] = []
    for attribute in asked:
        for token in sentence:
            answers = list(_shown(token, hit, attribute, members, context))
            found.extend(answers if attribute.several else answers[:1])
            if answers:
                break
    return found


def _shown(token: Token, hit: Hit, attribute: Attribute, members: Set[int], context: Context) -> Iterator[Answer]:
    if attribute.degrees:
        yield from _degree(token, hit, attribute, members, context)
    if token.pos_ in ("VERB", "NOUN") and attribute.said:
        places = next((attribute.said[form] for form in sorted(forms_of(token)) if form in attribute.said), ())
        for noun in _said_at(token, places, hit, members) if places else ():
            if not attribute.said_noun or not attribute.said_noun.isdisjoint(lemmas(noun)):
                yield from _answers(noun, hit, attribute, context)
    called = token.pos_ in NOUNS and attribute.called and not attribute.called.isdisjoint(forms_of(token))
    if called and not _is_of_another(token, hit, members):
        for noun in called_so(token):
            yield from _answers(noun, hit, attribute, context)


def _said_at(word: Token, places: Sequence[str], hit: Hit, members: Set[int]) -> Iterator[Token]:
    """What stands at a word that is said of the event: "a heater caused the fire", "blamed the crash on fog", "was the
    result of a leak", "died after a battle with cancer"."""
    if not is_sure(word if word.pos_ == "VERB" else word.head):
        return
    if word.pos_ == "VERB":
        about = _participants(word)
        event = {t.i for t in about if t.i in members or _takes_up(t, hit, members)}
        event |= {word.i} & (members - {hit.token.i})
        event |= {word.i} if word.dep_ == "xcomp" and word.head.i == hit.token.i else set()  # "hired to direct it"
        event |= set() if event else {t.i for t in about} & {t.i for t in _doers(hit)}
    else:
        told = g.subject(word.head) if word.dep_ == "attr" else None
        event = {told.i} if told is not None and (told.i in members or _takes_up(told, hit, members)) else set()
        event |= {t.i for t in word.ancestors} & members if word.dep_ == "pobj" else set()
        event |= {word.i} & {t.i for t in _doers(hit)}  # "a man with a knife attacked"
    for place in places if event else ():
        yield from (noun for noun in stands_at(word, place) if noun.i not in event and noun.i not in members)


def _doers(hit: Hit) -> list[Token]:
    """Who does what the event's verb tells: what they do beside it is told of it as well."""
    doer = g.subject(hit.token) if hit.token.pos_ == "VERB" else None
    return [doer] if doer is not None and doer.pos_ in (*NOUNS, "PRON") else []


def is_sure(verb: Token) -> bool:
    """Whether what a verb tells is neither denied nor only possible."""
    helps = [c for c in children(verb) if c.dep_ in ("aux", "neg", "mark")]
    return not any(c.dep_ == "neg" or c.lower_ in UNSURE for c in helps)


def _participants(verb: Token) -> list[Token]:
    subject = g.subject(verb)
    found = [*([subject] if subject is not None else []), *g.objects(verb)]
    return [*found, *(noun for holder in (verb, *g.objects(verb)) for _, noun in g.prepositions(holder))]


def _takes_up(noun: Token, hit: Hit, members: Set[int]) -> bool:
    """Whether a noun names the event: by a word of its kind, or in a later sentence by "it"."""
    if noun.pos_ in NOUNS:
        return not hit.frame.nouns.isdisjoint(lemmas(noun))
    return not members and noun.lower_ in TAKING_UP and noun.i - sentence_start(noun) <= 1


def stands_at(verb: Token, place: str) -> list[Token]:
    """What stands at a verb as its subject, its object or behind a preposition."""
    if place == "subject":
        subject = g.subject(verb)
        return g.conjuncts(subject) if subject is not None else []
    if place == "object":
        return g.objects(verb)
    return [noun for word, noun in g.prepositions(verb) if word == place]


def _is_of_another(noun: Token, hit: Hit, members: Set[int]) -> bool:
    """Whether it is the cause, the victim, the suspect of something else: "the cause of the delay"."""
    of = [inner for word, inner in g.prepositions(noun) if word in ("of", "for", "in", "behind")]
    whose = [c for c in children(noun) if c.dep_ == "poss" and c.pos_ in NOUNS]
    owned = [*of[:1], *whose]
    return any(t.i not in members and not _takes_up(t, hit, members) for t in owned)


def called_so(noun: Token) -> Iterator[Token]:
    """Who or what is said to be that: by "is", by "identified as", or by the name put beside it; not "another suspect",
    nor whose brother, "of the gunman, Dan Roe", he may be."""
    verb = noun.head
    of_whom = noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.pos_ == "NOUN"
    if of_whom and any(c.dep_ == "appos" and c.left_edge.i > noun.i + 1 for c in noun.rights):
        return
    if any(c.lower_ in ("another", "other") for c in noun.lefts):
        return
    if verb.lemma_ == "be" and is_sure(verb):
        if noun.dep_ in g.SUBJECTS:
            yield from (t for c in children(verb) if c.dep_ == "attr" for t in g.conjuncts(c))
        elif noun.dep_ == "attr":
            yield from (t for c in children(verb) if c.dep_ in g.SUBJECTS for t in g.conjuncts(c))
    yield from identified_as(noun)
    yield from (c for c in noun.rights if c.dep_ == "appos" and _is_persons(c))
    if noun.dep_ in ("appos", "compound") and _is_persons(noun.head):
        yield noun.head


def _is_persons(name: Token) -> bool:
    return name.pos_ == "PROPN" and name.ent_type_ == "PERSON"


def _answers(noun: Token, hit: Hit, attribute: Attribute, context: Context) -> Iterator[Answer]:
    if noun.pos_ not in NOUNS or any(c.lower_ in ("no", "any") for c in noun.lefts):
        return  # "no gun was used"
    if attribute.type == "party":
        named = named_behind(noun, hit.passage, attribute, context)
        placed = named or context.board.at(hit.passage, noun, "party")
        value = placed.found.value if placed is not None else context.party_of(hit.passage, noun) or name_only(noun)
        if not isinstance(value, Party) or not value.name[:1].isupper():
            return
        if not attribute.called or value.kind == "person":
            own = Answer(attribute.name, value, hit.passage, noun.left_edge.i, noun.i + 1)
            yield answer_of(attribute, placed) if placed is not None else own
    else:
        found = words_of(noun, hit, attribute, context.grammar)
        if found is not None:
            yield found


def _degree(token: Token, hit: Hit, attribute: Attribute, members: Set[int], context: Context) -> Iterator[Answer]:
    """How the harm is told, in one word for all that say the same: "gutted", "burned to the ground", "total loss"."""
    forms = forms_of(token)
    degree = next((name for name, words in attribute.degrees.items() if not words.isdisjoint(forms)), None)
    sure = is_sure(token if token.pos_ == "VERB" else token.head)
    if degree is None or not sure or not _is_harmed(token, hit, attribute, members):
        return
    undone = token.tag_ in ("VB", "VBG") and (token.i not in members or token.dep_ == "pcomp")  # "had to destroy"
    if token.pos_ == "VERB" and (undone or (token.dep_ == "pcomp" and token.head.lower_ == "from")):
        return  # "saved from being destroyed"
    yield Answer(attribute.name, Text(token.text, degree), hit.passage, token.i, token.i + 1)


def forms_of(token: Token) -> set[str]:
    """What a word may be listed as: "burn to ground", "total loss", "victim"."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        return g.verb_forms(token) | {f"{lemma} {word} {noun.lemma_.lower()}" for word, noun in g.prepositions(token)}
    if token.pos_ in NOUNS:
        before = {f"{c.lower_} {lemma}" for c in token.lefts if c.dep_ in ("amod", "compound", "nmod")}
        return {*lemmas(token), *before}
    return set()


def _is_harmed(token: Token, hit: Hit, attribute: Attribute, members: Set[int]) -> bool:
    """Whether what is told as harmed is the event's: by the event itself, or what the frame says it may strike."""
    if token.i in members:
        return True
    if token.pos_ == "NOUN":
        verb = token.head if token.dep_ in ("dobj", "attr") else None
        about = [] if verb is None else [t for t in _participants(verb) if t.i != token.i]
    else:
        about = _participants(token)
    return any(t.i in members or _is_thing(t, hit, attribute, members) for t in about)


def _is_thing(noun: Token, hit: Hit, attribute: Attribute, members: Set[int]) -> bool:
    return _takes_up(noun, hit, members) or (noun.pos_ in NOUNS and not attribute.noun.isdisjoint(lemmas(noun)))
