"""An answer, what finding one needs to know, and whether a value measures what an attribute asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from spacy.tokens import Token

from crosswire.claims.answers.people import asks_for_people, counts_people, identified_as
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.links import appositions
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.placed import Board, Placed
from crosswire.claims.tokens import sentence_start
from crosswire.model import Attribute, Party, Place, Quantity, Time, Value

ADDING = frozenset({"another", "additional", "further", "extra"})
HYPHENS = ("-", "\u2010", "\u2011")
PARTICIPLES = ("ed", "led", "run", "made", "built", "held", "bound", "born")
OF_THEM = re.compile(r"\bof (?:them|whom|these|those)\b")  # "three men, two of them soldiers"
HEIGHTS = frozenset({"height", "high", "altitude"})
AWAY = frozenset((
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "inland", "away", "offshore",
))  # fmt: skip
LEFT = {"from": "to", "not": "but"}  # before a number that no longer holds, and before the one that does
FOLLOWED = 4  # tokens: "from 23 people to 40"
SOMEBODY = frozenset({
    "him", "her", "them", "me", "us", "you", "individual", "individuals", "nominee",
    "candidate", "replacement", "successor",
})  # fmt: skip
NOW = frozenset({"now", "right now", "just now", "currently", "at present"})  # when it is told, not when it was
RANKED = 12  # words between "the second" and the period it counts in


def befell(trigger: Token, attribute: Attribute, places: Sequence[str]) -> Sequence[str]:
    """The places where whom it befell may stand: whoever "the mayor fired her" is about, it is not the mayor."""
    if not attribute.person or trigger.pos_ != "VERB" or g.is_passive(trigger) or "object" not in places:
        return places
    other = any(noun.lower_ in SOMEBODY for noun in g.objects(trigger))
    return [place for place in places if place != "subject"] if other else places


@dataclass(frozen=True, slots=True)
class Answer:
    """An attribute's value and the tokens [start, end) of its words; `by` is the verb that showed it, if one did."""

    attribute: str
    value: Value
    passage: int
    start: int
    end: int
    by: Token | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a value: the verbs that govern it with its place there and their forms, the words near, and
    the participle among these that tells what became of those counted; `nouns` it hangs on, with the preposition;
    `counted`: it is what a count is said to be."""

    verbs: tuple[tuple[Token, str, frozenset[str]], ...]
    near: frozenset[str]
    fate: Token | None = None
    nouns: tuple[tuple[Token, str, frozenset[str]], ...] = ()
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What the finding of answers needs to know: the grammar's words, the values, units, who a pronoun is, and where
    event words stand, by passage: a phrase that hangs on one of those belongs to it; and when the report came out."""

    grammar: Grammar
    board: Board
    dimension: Callable[[str], str | None]
    party_of: Callable[[int, Token], Party | None]
    events: Mapping[int, frozenset[int]]
    published: datetime | None = None
    around: dict[tuple[int, int, int, str], Around] = field(default_factory=dict)


def type_of(attribute: Attribute) -> str:
    """The type of value that can answer: a duration is a time that has a length."""
    return "time" if attribute.type == "duration" else attribute.type


def suits(placed: Placed, attribute: Attribute, context: Context) -> bool:
    """Whether a quantity measures what the attribute asks for, a time has ends, and a place is one: neither a clock's
    nor part of "Barbados-flagged"."""
    value = placed.found.value
    if isinstance(value, Place):
        participle = _participle(placed)
        if _is_of_court(placed):
            return False
        return not _names_a_clock(placed) and (participle is None or participle.lower_ in attribute.near)
    if isinstance(value, Time):
        if attribute.type == "duration":
            return value.duration is not None
        if value.text.lower() in NOW:
            return False
        ends = value.start is not None or value.end is not None or value.granularity == "day"
        return ends and not _counts_in(placed, context.grammar)
    return not isinstance(value, Quantity) or _measures(placed, value, attribute, context)


def _is_of_court(placed: Placed) -> bool:
    """Whether a place only says which high court it is: "on the orders of the Punjab and Haryana High Court"."""
    doc, end = placed.tokens.doc, placed.tokens.end
    while end + 1 < len(doc) and (doc[end].pos_ == "PROPN" or doc[end].text in ("and", "&")):
        if doc[end].text in ("High", "Supreme", "Appeal", "Appeals") and doc[end + 1].text in ("Court", "Courts"):
            return True
        end += 1
    return False


def _names_a_clock(placed: Placed) -> bool:
    """Whether a place says whose clock goes so: "01:06 Moscow time"."""
    doc, end = placed.tokens.doc, placed.tokens.end
    return end < len(doc) and doc[end].lower_ == "time"


def _participle(placed: Placed) -> Token | None:
    """The participle that a place is bound to: what is "Liberia-flagged" or "Tokyo-based" need not be there."""
    doc, end = placed.tokens.doc, placed.tokens.end
    bound = (
        end + 1 < len(doc) and doc[end].text in HYPHENS and not doc[end - 1].whitespace_ and not doc[end].whitespace_
    )
    return doc[end + 1] if bound and doc[end + 1].lower_.endswith(PARTICIPLES) else None


def _is_room(placed: Placed, grammar: Grammar) -> bool:
    """Whether a number tells how many there could be, or who live there: "a 43-passenger capacity", "a capacity of
    60", "flown to Duala, a city of 300,000 people"; who empties a town of 500 moves 500."""
    head = placed.root.head
    whole = head.head if head.dep_ == "prep" or head.pos_ == "ADP" else head
    if any(noun.lemma_.lower() in grammar.room for noun in (head, whole)):
        return True
    lived_in = whole is not head and head.lower_ in ("of", "with") and whole.lemma_.lower() in grammar.peopled
    return lived_in and whole.dep_ not in ("dobj", "nsubjpass")


def _measures(placed: Placed, value: Quantity, attribute: Attribute, context: Context) -> bool:
    if value.noun in attribute.not_noun:
        return False
    if _ages(placed, value, attribute) or _leads_away(placed, attribute):
        return False
    if asks_for_people(attribute) and not counts_people(placed, value, context.grammar):
        return False
    if attribute.unit and attribute.unit != value.unit:
        wanted, given = context.dimension(attribute.unit), context.dimension(value.unit)
        if wanted is None or given is None or wanted.split()[0] != given.split()[0]:  # "money USD", "money EUR"
            return False
    if not attribute.unit and value.unit not in ("1", ""):
        fits = bool(attribute.near) and not attribute.noun
    else:
        fits = not attribute.noun or value.noun is None or value.noun in attribute.noun
    # what costs more is asked last: most numbers of a sentence have another unit or count something else
    part = (_adds(placed) or _is_past(placed)) if attribute.grows else value.unit != "%" and _is_part(placed)
    return fits and not part and _counts_all(placed, value, context)


def _counts_all(placed: Placed, value: Quantity, context: Context) -> bool:
    """Whether a number is no part ("two of them") and no room for so many."""
    return not OF_THEM.search(value.text.lower()) and not _is_room(placed, context.grammar)


def _ages(placed: Placed, value: Quantity, attribute: Attribute) -> bool:
    """Whether the number is how old those counted are: "tourists aged from 50 to 80" are missing, "the ages of the dead
    range from 9 to 61"."""
    if attribute.unit != "1":
        return False
    before = placed.tokens.doc[sentence_start(placed.root) : placed.tokens.start]
    ranged = value.bound == "between" and any(t.lower_ in ("age", "ages") for t in before)
    return ranged or value.text.lower().startswith("aged ")


def _leads_away(placed: Placed, attribute: Attribute) -> bool:
    """Whether a length goes along the ground where a height is asked for: "ash blew 100 km north"."""
    doc, end = placed.tokens.doc, placed.tokens.end
    return not attribute.near.isdisjoint(HEIGHTS) and end < len(doc) and doc[end].lower_ in AWAY


def _counts_in(placed: Placed, grammar: Grammar) -> bool:
    """Whether the time is what an ordinal or superlative counts in ("the second test this year"), not when it was."""
    value = placed.found.value
    since = placed.tokens.start > 0 and placed.tokens.doc[placed.tokens.start - 1].lower_ == "since"
    if not isinstance(value, Time) or (value.granularity in ("minute", "hour", "day") and not since):
        return False
    if (
        placed.tokens.start > 0
        and placed.tokens.doc[placed.tokens.start - 1].lower_ in ("since", "in")
        and (value.start is None or value.end is None)
    ):
        return True
    before = placed.tokens.doc[max(sentence_start(placed.root), placed.tokens.start - RANKED) : placed.tokens.start]
    ranked = [
        t for t in before if t.ent_type_ == "ORDINAL" or t.tag_ in ("JJS", "RBS") or t.lower_ in ("only", "first")
    ]
    return any(t.dep_ in ("amod", "advmod", "attr", "conj", "nsubj", "dobj", "pobj") for t in ranked)


def _adds(placed: Placed) -> bool:
    """Whether the number comes on top of others ("11 more people", "another three bodies"): it is no total."""
    words = placed.found.value.text.lower().split()
    before = placed.tokens.doc[max(0, placed.tokens.start - 1) : placed.tokens.start].text.lower()
    more = any(a != "no" and b == "more" for a, b in pairwise(words)) or words[-1] == "more"
    return more or words[0] in ADDING or before in ADDING


def _is_past(placed: Placed) -> bool:
    """Whether the number is the one that no longer holds: "rose from 23 to 40", "not 23 but 40"."""
    doc, start, end = placed.tokens.doc, placed.tokens.start, placed.tokens.end
    before = doc[start - 1].lower_ if start else ""
    behind = [t.lower_ for t in doc[end : end + FOLLOWED]]
    numbers = {t.lower_ for t in doc[end : end + FOLLOWED] if t.like_num}
    return any(a == LEFT.get(before) and b in numbers for a, b in pairwise(behind))


def is_one_of(value: Quantity) -> bool:
    """Whether words count some of a group that is meant: "one of the men", "two of the 12"."""
    return " of the " in f" {value.text.lower()} " or value.text.lower().startswith("one of ")


def _is_part(placed: Placed) -> bool:
    """Whether the number counts some of those meant: "two of the people who died were aboard", "one of two passengers
    killed", "Lam and ten others", "four members of the crew"; "52 pupils of the school" are no part of those taken."""
    words = placed.found.value.text.lower().split()
    if words[:2] == ["one", "of"]:
        return True
    after = placed.tokens.doc[placed.tokens.end : placed.tokens.end + 2].text.lower().split()
    if "other" in words or "others" in words or " of the " in f" {' '.join(words)} ":
        return True
    return " of the " in f" {' '.join([*words[-1:], *after])} " and not _belong_to(placed)


def _belong_to(placed: Placed) -> bool:
    """Whether those counted are told by where they belong, and are not some of many: pupils of a school."""
    value = placed.found.value
    where = next((noun for word, noun in g.prepositions(placed.root) if word == "of"), None)
    whole = where is None or where.tag_ in ("NNS", "NNPS") or where.lemma_.lower() in TOGETHER
    return isinstance(value, Quantity) and value.noun not in (None, "member") and not whole


TOGETHER = frozenset(("crew", "staff", "team", "family", "group", "party", "gang", "victim", "squad", "unit", "convoy"))


def answer_of(attribute: Attribute, placed: Placed, by: Token | None = None) -> Answer:
    """The answer that a placed value gives."""
    return Answer(attribute.name, placed.found.value, placed.passage, placed.tokens.start, placed.tokens.end, by)


def acts(placed: Placed) -> bool:
    """Whether a place inside a phrase is who acts or is fought: "in the fifth test by Pyongyang"."""
    return placed.root.dep_ in ("pobj", "agent") and placed.root.head.lower_ in ("by", "against", "with")


def named_behind(noun: Token, passage: int, attribute: Attribute, context: Context) -> Placed | None:
    """Somebody's name right behind what they are: "the suspect, Dan Roe, 35,", "its chief Dan Roe"; not "the man, a
    friend of Dan Roe"."""
    if noun.tag_ != "NN" or attribute.type != "party" or noun.i + 2 >= len(noun.doc):
        return None
    opens = noun.i + (2 if noun.nbor().text == "," else 1)
    beside = [c for c in appositions(noun) if c.pos_ == "PROPN" and c.left_edge.i == opens]
    names = [*identified_as(noun), *beside]
    found = next((p for c in names if (p := context.board.at(passage, c, "party")) is not None), None)
    value = found.found.value if found is not None else None
    return found if isinstance(value, Party) and value.kind == "person" else None


def dates(token: Token, passage: int, context: Context) -> bool:
    """Whether a word belongs to a time: "the early-morning collapse" names no morning that collapsed."""
    times = (p.tokens for p in context.board.sentence(passage, token) if p.type == "time")
    return any(words.start <= token.i < words.end for words in times)
