"""What a name before a noun is to it: of whom or what somebody or something is, and does not act itself there."""

from __future__ import annotations

from spacy.tokens import Token

from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.placed import Placed
from crosswire.claims.tokens import HEADED, sentence_end, sentence_start
from crosswire.model import Attribute, Party

CIVIL = frozenset({"man", "woman", "boy", "girl", "teenager", "teen", "youth", "resident", "couple", "pensioner"})


def is_of_country(placed: Placed, token: Token) -> bool:
    """Whether a country only tells whose somebody or something is: "the South Korean president", "Chinese apps"."""
    value = placed.found.value
    return isinstance(value, Party) and value.kind in ("country", "forces") and placed.tokens.end <= token.i


def is_of_firm(placed: Placed, token: Token, grammar: Grammar) -> bool:
    """Whether a country before a firm only tells where that is from: "nine Lithuanian firms", "Danish pump maker
    Sonder" are not Lithuania and Denmark."""
    words = token.doc[placed.tokens.end : token.i + 1]
    return is_of_country(placed, token) and any(t.lemma_.lower() in grammar.firms for t in words)


def only_whose(placed: Placed, token: Token, attribute: Attribute, grammar: Grammar) -> bool:
    """Whether a name before a common noun is not who that noun is: "a Paz campaign aide", "the bureau's agent" whom
    somebody dismissed, "scaled the White House fence"; those who act as one ("the Paz government", "the bureau's team")
    are whose they are."""
    value = placed.found.value
    if not isinstance(value, Party) or placed.tokens.end > token.i:
        return False
    if attribute.person and value.kind in ("country", "forces"):
        return True
    bare = token.tag_ == "NN" and not any(c.dep_ in ("det", "poss") for c in token.lefts)
    if bare and value.kind == "person" and token.dep_ in ("dobj", "oprd"):
        return False  # "named Ana Roe premier"
    one = token.pos_ == "NOUN" and token.lemma_.lower() not in grammar.acting
    return one and (value.kind == "person" or (attribute.person and value.kind == "body"))


def firm_named(placed: Placed, token: Token, grammar: Grammar) -> Party | None:
    """The name right behind what a firm is: of "Danish pump maker Sonder" that is Sonder, in a headline too where the
    words before it are small."""
    words = token.doc[placed.tokens.end : sentence_end(token)]
    firm = next((t for t in words if t.lemma_.lower() in grammar.firms and t.is_lower and t.i <= token.i), None)
    if firm is None:
        return None
    end = firm.i + 1
    while end < sentence_end(token) and token.doc[end].pos_ == "PROPN" and token.doc[end].text[:1].isupper():
        end += 1
    name = token.doc[firm.i + 1 : end].text
    return Party(name, name, None, "body") if name else None


def is_label(placed: Placed, trigger: Token) -> bool:
    """Whether a name only labels a headline, as where it is or who is told of: "Gambia: freed captives return"."""
    doc, end = placed.tokens.doc, placed.tokens.end
    opens = placed.tokens.start == sentence_start(placed.root) and end < trigger.i
    return opens and doc[end].text == ":" and bool(doc.user_data.get(HEADED))


def is_from(placed: Placed, token: Token, grammar: Grammar) -> bool:
    """Whether a name before somebody's noun only tells where they are from."""
    civil = token.pos_ == "NOUN" and token.lemma_.lower() in grammar.kin | CIVIL
    return civil and placed.tokens.end <= token.i and placed.tokens.start >= token.left_edge.i


def is_of_somebody(place: Token, grammar: Grammar) -> bool:
    """Whether a place only tells who somebody is: "the ambassador to Norland", "Ada Prell, its friend in Congress"."""
    preposition, noun = place.head, place.head.head
    if place.dep_ != "pobj" or preposition.i == 0:
        return False
    if preposition.lower_ == "to" and preposition.nbor(-1).lemma_.lower() in grammar.offices:
        return True
    return noun.pos_ == "NOUN" and noun.dep_ == "appos" and noun.head.ent_type_ == "PERSON"
