"""Whether a number counts the people that something befell: the dead, the injured, the arrested, the rescued.

Beside the verb of a fate stand many numbers that count nobody it befell: how many children a victim had, of what
calibre the bullet was, how many officers fired, how often the suspect was arrested before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.placed import Placed
from crosswire.claims.tokens import HEADED
from crosswire.model import Attribute, Party, Quantity

# Behind these a number tells who did it, or when or over what it befell those who are counted elsewhere.
BESIDE = frozenset((
    "by", "during", "after", "before", "since", "amid", "against", "under", "in", "for", "over", "from", "near",
))  # fmt: skip
NAMING = frozenset({"identify", "name"})
CLAUSES = ("acl", "relcl", "advcl")
AGED = ("ADJ", "ADP", "NUM")
NAMES = ("", "ORG", "PERSON", "PRODUCT")
BEFORE = frozenset({"prior", "previous", "earlier", "past"})


def asks_for_people(attribute: Attribute) -> bool:
    """Whether an attribute counts those whom something befell."""
    return attribute.unit == "1" and (attribute.grows or attribute.changes)


def counts_people(placed: Placed, value: Quantity, grammar: Grammar) -> bool:
    """Whether a number may count people of this event."""
    low = value.low if value.low is not None else value.high
    whole = low is None or low % 1 == 0  # ".45 caliber"
    earlier = BEFORE & set(value.text.lower().split())  # "had four prior arrests"
    return whole and not earlier and not _has_them(placed, grammar) and not _does_it(placed)


def _has_them(placed: Placed, grammar: Grammar) -> bool:
    """Whether somebody has so many children: "killed a mother of 12"."""
    of = placed.root.head
    return placed.root.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in grammar.parents


def _does_it(placed: Placed) -> bool:
    """Whether so many did it: "shot dead by two officers"."""
    by = placed.root.head
    return placed.root.dep_ == "pobj" and by.lower_ == "by" and by.head.pos_ == "VERB"


def ages_of(person: Token, values: Iterable[Placed]) -> Iterator[Placed]:
    """How old somebody is, by a number in their own phrase: "the 54-year-old clerk", "Ana Ruiz, 34,"; not
    how old whoever is told of in it is ("the mother of a 4-year-old boy")."""
    for placed in values:
        value, word = placed.found.value, placed.root
        if not isinstance(value, Quantity) or value.unit != "a" or value.noun != "age":
            continue
        while word.head.i in range(placed.tokens.start, placed.tokens.end) and word.head.i != word.i:
            word = word.head
        above = word.head if word.i != person.i else person
        beside = person.i < placed.tokens.start <= person.i + 3
        own = above.i == person.i or (above.head.i == person.i and above.pos_ in AGED)
        if own or (beside and person.nbor().text in (",", "(")):
            yield placed


def identified_as(noun: Token) -> list[Token]:
    """Who somebody is said to be: "the victim, identified as Ana Ruiz,", "named the man who shot him as Dan Roe"."""
    clauses = [c for c in noun.rights if c.dep_ in CLAUSES and c.lemma_.lower() in NAMING]
    if noun.head.lemma_.lower() in NAMING and noun.dep_ in ("dobj", "nsubjpass"):
        clauses.append(noun.head)
    names = [t for clause in clauses for word, t in g.prepositions(clause) if word == "as"]
    return [t for t in names if t.pos_ == "PROPN" and t.i > noun.i]


def name_only(name: Token, also: Sequence[str] = ()) -> Party | None:
    """Somebody or something that acts under a name of which nobody knows more: "Nordal agreed to buy it"; no place, no
    day, no title ("the President"), and nothing in a headline, where every word may have a capital."""
    known = name.pos_ == "PROPN" and name.ent_type_ in (*NAMES, *also) and name.text[:1].isupper()
    before = {c.lower_ for c in name.lefts if c.dep_ == "det" or (c.dep_ == "poss" and c.pos_ != "PROPN")}
    opens = bool(name.is_sent_start) and name.text.endswith("s")  # "Pamphlets announced"
    bare = not name.ent_type_ and (bool(before) or opens)  # "The President said"
    if not known or bare or "a" in before or name.doc.user_data.get(HEADED):
        return None
    first = name.i
    while first > name.left_edge.i and name.doc[first - 1].pos_ == "PROPN":
        first -= 1
    text = name.doc[first : name.i + 1].text
    kind = "person" if name.ent_type_ == "PERSON" else "body"
    return Party(text, text, None, kind) if text.replace(" ", "").isalnum() else None


def is_body_of_country(party: Party) -> bool:
    """Whether a name is one that a body of any country has: of "the Belgian Navy" Belgium says more."""
    return not OF_STATES.isdisjoint(party.name.lower().split())


OF_STATES = frozenset((
    "army", "navy", "force", "forces", "air", "guard", "guards", "coastguard", "police", "government",
    "ministry", "minister", "president", "parliament", "senate", "congress", "council", "court", "military",
    "marines", "marine", "command", "state", "office", "agency", "service", "department", "authority",
    "embassy", "intelligence", "cabinet", "corps", "troops", "party", "national", "supreme", "people",
    "republic", "islamic", "federation", "union", "committee", "commission", "bank", "team", "customs",
    "board",
))  # fmt: skip
