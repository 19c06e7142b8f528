"""Answers in words: the noun phrase that stands in a grammatical place, without what only tells which one it is."""

from __future__ import annotations

from spacy.tokens import Token

from crosswire.claims.answers.fit import Answer
from crosswire.claims.answers.people import identified_as
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.links import appositions
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.mentions import Hit
from crosswire.claims.mentions_fit import lemmas
from crosswire.claims.scores import score_at
from crosswire.claims.tokens import sentence_end, sentence_start
from crosswire.model import Attribute, Frame, Text

KINDS = ("compound", "nmod", "amod")
GROUNDED = frozenset({"for", "on", "over", "with"})


def words_of(token: Token, hit: Hit, attribute: Attribute, grammar: Grammar) -> Answer | None:
    """The noun phrase of a token without determiners and numbers: "short-range ballistic missiles"."""
    model = token.pos_ == "NUM" and token.i > 0 and token.nbor(-1).pos_ == "PROPN"  # "a Boeing 777"
    doing = _is_deed(token, grammar)
    noun = model or doing or token.pos_ in ("NOUN", "PROPN") or _is_thing(token, hit.frame)
    if not noun or token.ent_type_ in ("GPE", "NORP", "DATE", "TIME"):
        return None
    if attribute.noun and not _named(token) & attribute.noun:
        return None
    if attribute.not_noun & set(lemmas(token)) or (token.tag_ == "NNS" and token.lemma_.lower() in CROWDS):
        return None  # "rounded up scores": of whom is not told
    start, first = token.i, sentence_start(token)
    while start > first and _is_kind(token.nbor(start - token.i - 1), token, grammar):
        start -= 1
    while start - 1 > first and token.doc[start].text.istitle() and _opens_name(token.doc[start - 1]):
        start -= 1
    while token.doc[start].is_punct and start < token.i:
        start += 1
    if start > first and token.doc[start - 1].text in ("-", "/") and start < token.i:
        start += 1  # of "Liberia-flagged bulk carrier" and "M/V Astra Dawn" keep what is not half a word
    if start == hit.token.i < token.i and hit.token.tag_ == "VBD":
        start += 1  # of "the North fired rockets" the parser takes the verb for what kind they are
    end = _done(token) if doing else _with_name(token)
    bare = hit.reference and start == token.i == end - 1
    if bare and any(c.lower_ in grammar.definite for c in token.lefts):
        return None  # "the ship" tells nothing of which ship
    text = token.doc[start:end].text
    name = token.lower_ if doing else lemmas(token)[-1]
    return Answer(attribute.name, Text(text, name), hit.passage, start, end)


def things(token: Token, attribute: Attribute, grammar: Grammar) -> list[Token]:
    """What the words in a place name: what a part is of, and of "arrested on suspicion of fraud" and "on two counts of
    fraud and one count of theft" the fraud and the theft."""
    noun = next(iter(identified_as(token)), None) or _whole(token, grammar)
    grounded = bool(GROUNDED & set(attribute.at)) and "object" not in attribute.at
    lemma = noun.lemma_.lower()
    inquiry = lemma == "investigation" and lemma in attribute.not_noun
    if lemma not in grammar.grounds and not inquiry:
        return [noun if grounded else _asked(noun, attribute)]
    every = noun.doc[noun.i : sentence_end(noun)] if lemma == "count" else [noun]
    behind = [n for t in every if t.lemma_.lower() == lemma for word, n in g.prepositions(t) if word == "of"]
    before = [c for c in noun.lefts if c.dep_ in KINDS and (c.pos_ in ("NOUN", "PROPN") or c.tag_ == "VBG")][-1:]
    return behind or before or ([] if grounded else [_asked(noun, attribute)])


def _whole(token: Token, grammar: Grammar) -> Token:
    """What a part is of, and whoever are many: of "portions of a tower" the tower, of "dozens of girls" the girls."""
    if token.lemma_.lower() not in grammar.parts and not (token.tag_ == "NNS" and token.lemma_.lower() in CROWDS):
        return token
    return next((noun for word, noun in g.prepositions(token) if word == "of"), token)


def _asked(noun: Token, attribute: Attribute) -> Token:
    """What stands before a noun that is no answer itself: of "the helicopter crash killed two" the helicopter."""
    if not attribute.not_noun & set(lemmas(noun)):
        return noun
    return next((c for c in reversed(list(noun.lefts)) if c.dep_ == "compound" and c.pos_ == "NOUN"), noun)


def _is_thing(word: Token, frame: Frame) -> bool:
    """Whether what is taken for an adjective is a thing that the frame asks for: "the Harbour condo collapse"."""
    if word.pos_ != "ADJ":
        return False
    known = set(lemmas(word))
    return any(known & t.of for t in frame.triggers) and any(known & t.subject for t in frame.triggers)


def _is_deed(word: Token, grammar: Grammar) -> bool:
    """Whether a participle is what somebody is suspected of: "on suspicion of driving without a licence", "on
    kidnapping charges"; not "charged with fraud, with Roe standing by"."""
    of = word.head
    if word.lemma_ == "be" or any(c.dep_ in g.SUBJECTS for c in word.lefts):
        return False
    charges = word.i + 1 < len(word.doc) and word.nbor().lemma_.lower() in grammar.grounds
    return word.tag_ == "VBG" and word.dep_ == "pcomp" and (charges or of.head.lemma_.lower() in grammar.grounds)


def _done(deed: Token) -> int:
    """The index behind a deed and what it is done to or how."""
    objects = [c.i for c in deed.rights if c.dep_ == "dobj"]
    how = (c for c in deed.rights if c.dep_ == "prep" and c.lower_ in ("under", "with", "without"))
    return max([deed.i, *objects, *(noun.i for c in how for noun in c.rights if noun.dep_ == "pobj")]) + 1


def _opens_name(word: Token) -> bool:
    """Whether a capitalised word belongs to the name behind it: of "the Ever Given" the parser makes an adverb."""
    name = word.text.istitle() and word.pos_ in ("ADV", "ADJ", "PROPN", "NOUN")
    return name and word.ent_type_ not in ("GPE", "NORP")


def _with_name(noun: Token) -> int:
    """The index behind a noun and the name put right behind it: "the tanker Celia Grand", "Celia Grand 7"."""
    for child in noun.rights:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and child.left_edge.i == noun.i + 1:
            numbered = any(c.i == child.i + 1 and c.dep_ == "nummod" and c.is_digit for c in child.rights)
            return child.i + 1 + numbered
    called = next((name for name in appositions(noun) if _is_called(name, noun)), None)
    if called is not None:
        return called.i + 1
    behind = noun.nbor() if noun.pos_ == "PROPN" and noun.i + 1 < len(noun.doc) else noun
    model = behind.dep_ == "nummod" and behind.head.i == noun.i and behind.text[:1].isdigit()  # "a Boeing 777"
    return noun.i + 1 + model


def _is_called(name: Token, noun: Token) -> bool:
    """Whether somebody's name stands behind a comma: "the group's leader, Hassan Duale"."""
    opens = name.left_edge.i
    beside = opens == noun.i + 2 and noun.nbor().text == ","
    return beside and noun.pos_ == "NOUN" and name.ent_type_ == "PERSON"


def _named(noun: Token) -> set[str]:
    """What a noun phrase names: its head and what is put before it ("aluminium sheet")."""
    return {lemma for word in (noun, *(c for c in noun.lefts if c.dep_ == "compound")) for lemma in lemmas(word)}


def _is_kind(word: Token, noun: Token, grammar: Grammar) -> bool:
    """Whether the word before a noun phrase tells its kind and belongs to the phrase."""
    if word.lower_ in grammar.which_one or word.like_num or word.ent_type_ in ("GPE", "NORP", "DATE", "CARDINAL"):
        return False
    if word.text == "-":
        return True
    return word.dep_ in ("compound", "amod", "nmod", "npadvmod") and (
        word.is_ancestor(noun) or noun.is_ancestor(word) or word.head.i == noun.head.i
    )


def score_of(hit: Hit, attribute: Attribute) -> Answer | None:
    """The score that a trigger tells, higher figure first in its name: who "lost 1-3" and who "won 3-1" tell one."""
    words = score_at(hit.token)
    if words is None:
        return None
    doc, (start, end) = hit.token.doc, words
    sets = [sorted((int(doc[i].text), int(doc[i + 2].text)), reverse=True) for i in range(start, end, 4)]
    name = f"{sets[0][0]}-{sets[0][1]}" if len(sets) == 1 else doc[start:end].text
    return Answer(attribute.name, Text(doc[start:end].text, name), hit.passage, start, end)


CROWDS = frozenset(("dozen", "score", "ten", "hundred", "thousand", "million"))
