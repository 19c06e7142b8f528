"""What a sentence answers of a frame's questions: the values that stand in the places the frame names.

`docs/frames.md` describes the places. A value is taken by its grammar, never because it is merely near: a number that
answers another question is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from crosswire.claims.answers.asked import to_do
from crosswire.claims.answers.beside import in_front, where_in_it
from crosswire.claims.answers.clause import in_clause
from crosswire.claims.answers.fit import (
    Answer,
    Context,
    answer_of,
    befell,
    dates,
    is_one_of,
    named_behind,
    suits,
    type_of,
)
from crosswire.claims.answers.joined import counts, is_somebody, joined_people, sum_of
from crosswire.claims.answers.misplaced import misplaced, of_cause, scene
from crosswire.claims.answers.owned import firm_named, is_from, is_label, is_of_country, is_of_firm, only_whose
from crosswire.claims.answers.people import ages_of, asks_for_people, is_body_of_country, name_only
from crosswire.claims.answers.places import tokens_at
from crosswire.claims.answers.text import score_of, things, words_of
from crosswire.claims.answers.word import by_word
from crosswire.claims.grammar import tree as g
from crosswire.claims.mentions import Hit
from crosswire.claims.mentions_fit import lemmas
from crosswire.claims.placed import Placed
from crosswire.model import Attribute, Party, Quantity


def answers_at(hit: Hit, context: Context, shown: Sequence[Answer] = ()) -> list[Answer]:
    """The answers in the grammatical places around the trigger, in the frame's order; what is `shown` stands first."""
    found = list(shown)
    known = {answer.attribute for answer in shown}
    for attribute in _answerable(hit.frame.attributes, hit.passage, hit.token, context):
        taken = {(a.start, a.end) for a in found if a.value.type == type_of(attribute)}
        for answer in () if attribute.name in known else _by_place(hit, attribute, context):
            if (answer.start, answer.end) not in taken and not of_cause(answer, hit):
                found.append(where_in_it(answer, hit, attribute, context))
                break
    return [*found, *_fellows(hit, found, context), *_befell_too(hit, found, context)]


def _fellows(hit: Hit, found: Sequence[Answer], context: Context) -> Iterator[Answer]:
    """Who else does it, of three or more: "Bahrain, Egypt and Yemen cut ties with Qatar" has three answers to who."""
    subject = g.subject(hit.token) if hit.token.pos_ == "VERB" else None
    joined = _row(subject)[1:] if subject is not None else []
    asked = {a.attribute for a in found}
    for attribute in hit.frame.attributes:
        acting = attribute.several and attribute.type == "party" and "subject" in attribute.at
        if not acting or attribute.name not in asked or len(joined) < 2:
            continue
        taken = {(a.start, a.end) for a in found}
        for token in joined:
            answers = (a for a in _value_of(token, hit, attribute, context) if (a.start, a.end) not in taken)
            yield from list(answers)[:1]


def _befell_too(hit: Hit, found: Sequence[Answer], context: Context) -> Iterator[Answer]:
    """Whom else it befell, and for what else: "killed a guard and a driver" and "held on charges of fraud and theft"
    have two answers."""
    for attribute in hit.frame.attributes:
        known = {(a.start, a.end) for a in found if a.attribute == attribute.name}
        if not attribute.several or attribute.type != "text" or not known:
            continue
        taken = {(a.start, a.end) for a in found}
        strangers = context.events.get(hit.passage, frozenset())
        for place in attribute.at:
            tokens = tokens_at(hit.token, (place, False), context.grammar, strangers)
            asked = place != "object" and "object" not in attribute.at
            whom = (t for t in tokens if asked or is_somebody(t, context.grammar))
            answers = [a for token in whom for a in _value_of(token, hit, attribute, context)]
            if not known.isdisjoint((a.start, a.end) for a in answers):
                yield from (a for a in answers if (a.start, a.end) not in taken)
                break


def _row(noun: Token) -> list[Token]:
    """All of a row of names, the second of which the parser may take for another name of the first."""
    found = g.conjuncts(noun)
    beside = [c for c in noun.rights if c.dep_ == "appos" and c.ent_type_ == noun.ent_type_ != "" and c.n_rights]
    return [*found, *(t for c in beside for t in g.conjuncts(c) if t not in found)]


def _answerable(attributes: Sequence[Attribute], passage: int, token: Token, context: Context) -> Iterator[Attribute]:
    """The attributes for which a token's sentence has a value of their type at all; words and parties can be found
    without one."""
    there = {placed.type for placed in context.board.sentence(passage, token)}
    return (a for a in attributes if type_of(a) in there or a.type in ("text", "party") or asks_for_people(a))


def shown_by_verb(hit: Hit, context: Context) -> list[Answer]:
    """What other verbs of the sentence show of it: "the duty takes effect on May 1" is no date of its vote."""
    found = []
    for attribute in _answerable(hit.frame.attributes, hit.passage, hit.token, context):
        answers = list(by_word(hit.token, hit.passage, attribute, context)) if attribute.verb else []
        own = attribute.coming  # "the duty takes effect": that verb is the trigger too
        if answers and attribute.type == "quantity" and answers[0].by is not None and answers[0].by.i == hit.token.i:
            continue  # "won with 263,515 votes, while Sonko took 212,099"
        answer = next((a for a in answers if a.by is not None and (own or a.by.i != hit.token.i)), None)
        if answer is not None:
            found.append(answer)
    return found


def answers_in(sentence: Token, passage: int, attributes: Sequence[Attribute], context: Context) -> list[Answer]:
    """The answers that a whole sentence (given by one of its tokens) shows by verb, near word, noun or unit."""
    found = []
    for attribute in _answerable(attributes, passage, sentence, context):
        if attribute.verb or attribute.near or attribute.noun or attribute.unit:
            answer = next(iter(by_word(sentence, passage, attribute, context)), None)
            if answer is not None:
                found.append(answer)
    return found


def _by_place(hit: Hit, attribute: Attribute, context: Context) -> Iterator[Answer]:
    if attribute.not_trigger & set(lemmas(hit.token)):
        return
    own = next((attribute.at_of[lemma] for lemma in lemmas(hit.token) if lemma in attribute.at_of), attribute.at)
    places = own or (("clause",) if attribute.type in ("time", "place") and not attribute.verb else ())
    for place in befell(hit.token, attribute, places):
        if place.startswith("number of "):
            yield from _numbers(hit, attribute, place.removeprefix("number of "), context)
        elif place.startswith("age of "):
            yield from _ages(hit, attribute, place.removeprefix("age of "), context)
        elif place == "score":
            yield from (answer for answer in [score_of(hit, attribute)] if answer is not None)
        elif place == "clause":
            yield from in_clause(hit, attribute, context)
        elif place == "front":
            yield from in_front(hit, attribute, context)
        elif place == "to do":
            yield from to_do(hit, attribute)
        elif place != "object" or not (attribute.not_object & set(lemmas(hit.token))):
            where = place, attribute.type != "text"  # a deal that "is not just built on trust" was not on trust
            for token in tokens_at(hit.token, where, context.grammar, context.events.get(hit.passage, frozenset())):
                found = _value_of(token, hit, attribute, context)
                yield from (answer for answer in found if not misplaced(answer, place, token, hit, context))
                asked = attribute.type == "party" and place in NAMING
                if asked and (token.lemma_.lower() not in context.grammar.members or not _whose(token, hit, context)):
                    yield from _unlisted_party(token, hit.passage, attribute, context)


def _value_of(token: Token, hit: Hit, attribute: Attribute, context: Context) -> Iterator[Answer]:
    if attribute.type == "text":
        yield from _words(token, hit, attribute, context)
        return
    named = named_behind(token, hit.passage, attribute, context)
    placed = named or context.board.at(hit.passage, token, type_of(attribute))
    if attribute.type == "party" and placed is None and token.lemma_.lower() in context.grammar.members:
        placed = _whose(token, hit, context)
    apart = attribute.type == "party" and token.pos_ == "NOUN" and token.lemma_.lower() in context.grammar.apart
    if apart and named is None:
        return  # "shot by a Navy veteran": not by the Navy
    if attribute.type == "party" and placed is not None:
        only_from, somebody = _somebody_else(token, placed, hit, context)
        if somebody is not None:
            yield Answer(attribute.name, somebody, hit.passage, token.left_edge.i, token.i + 1)
        if only_from or somebody is not None:
            return
    if attribute.type == "place":
        placed = scene(placed, token, hit.passage, context)
    if placed is not None and only_whose(placed, token, attribute, context.grammar):
        holder = context.party_of(hit.passage, token) if token.lower_ in context.grammar.offices else None
        if attribute.person and holder is not None and holder.kind == "person":
            yield Answer(attribute.name, holder, hit.passage, token.left_edge.i, token.i + 1)
        return
    if placed is not None and suits(placed, attribute, context):
        yield answer_of(attribute, placed)


def _words(token: Token, hit: Hit, attribute: Attribute, context: Context) -> Iterator[Answer]:
    for thing in things(token, attribute, context.grammar):
        answer = None if dates(thing, hit.passage, context) else words_of(thing, hit, attribute, context.grammar)
        if answer is not None:
            yield answer


def _somebody_else(token: Token, placed: Placed, hit: Hit, context: Context) -> tuple[bool, Party | None]:
    """Whether a name only tells where somebody is from, and who that is: "a Leeds man" is not Leeds; or labels a
    headline."""
    if is_label(placed, hit.token):
        return True, None
    if is_of_firm(placed, token, context.grammar):
        return True, firm_named(placed, token, context.grammar)
    if is_from(placed, token, context.grammar):
        return True, context.party_of(hit.passage, token)
    return False, _own_name(token, placed, hit, context)


def _own_name(token: Token, placed: Placed, hit: Hit, context: Context) -> Party | None:
    """Who has a name that no list knows, and a country before it: of "Norway's Nordal" and "Dutch brewer Nordal" it is
    Nordal that acts; of "the Belgian Navy" Belgium."""
    if not is_of_country(placed, token):
        return None
    place = context.board.at(hit.passage, token, "place")
    is_place = place is not None and place.tokens.start <= token.i < place.tokens.end
    party = None if is_place else name_only(token, also=("GPE", "LOC"))
    return None if party is None or is_body_of_country(party) else party


def _whose(member: Token, hit: Hit, context: Context) -> Placed | None:
    """Whose members, fighters or followers they are: of "suspected members of the Boko Haram group" Boko Haram; not the
    Malian army of "members of the military" where that is no name."""
    for word, noun in g.prepositions(member):
        if word in ("of", "from") and noun.i > member.i:
            found = context.board.at(hit.passage, noun, "party")
            value = found.found.value if found is not None else None
            if isinstance(value, Party) and value.kind == "body":
                return found
    return None


def _unlisted_party(token: Token, passage: int, attribute: Attribute, context: Context) -> Iterator[Answer]:
    """A pronoun's referent; else whoever has a name that no list knows."""
    if context.board.at(passage, token, "party") is None and not (attribute.person and token.lower_ == "it"):
        party = context.party_of(passage, token) or name_only(token)
        if party is not None:
            yield Answer(attribute.name, party, passage, token.left_edge.i, token.i + 1)


def _ages(hit: Hit, attribute: Attribute, of: str, context: Context) -> Iterator[Answer]:
    for token in tokens_at(hit.token, (of, False), context.grammar, frozenset()):
        values = context.board.sentence(hit.passage, token)
        yield from (answer_of(attribute, placed) for placed in ages_of(token, values))


def _numbers(hit: Hit, attribute: Attribute, of: str, context: Context) -> Iterator[Answer]:
    if of == "trigger" and hit.token.pos_ == "VERB":
        return  # "two gunmen opened fire": nobody opened fire twice
    tokens = [hit.token] if of == "trigger" else list(tokens_at(hit.token, (of, True), context.grammar, frozenset()))
    total = sum_of(tokens, hit.passage, attribute, context) if len(tokens) > 1 and of == "object" else None
    if total is not None:
        yield total
        return
    for token in tokens:
        for placed in context.board.sentence(hit.passage, token):
            value = placed.found.value
            if not isinstance(value, Quantity) or not counts(placed, token) or value.unit != (attribute.unit or "1"):
                continue
            if hit.token.dep_ == "acl" and is_one_of(value):  # "one of the men arrested has died"
                continue
            if not attribute.noun or not value.noun or value.noun in attribute.noun or of == "trigger":
                answer = answer_of(attribute, placed)
                people = attribute.unit == "1" and not attribute.noun and of == "object"
                yield (joined_people(placed, answer, context) if people else None) or answer


NAMING = ("subject", "fellow", "object", "by", "dative", "of")  # where a name that no list knows is somebody's
