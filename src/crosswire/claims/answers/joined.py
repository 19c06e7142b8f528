"""What is counted side by side, added up: "an officer and two soldiers were killed" tells of three dead, not of two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from crosswire.claims.answers.fit import Answer, Context
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.placed import Placed
from crosswire.claims.tokens import children, sentence_end, sentence_start
from crosswire.model import Attribute, Quantity

ONE = frozenset({"a", "an", "one", "another", "his", "her", "their"})
DYING = frozenset({"die", "perish", "drown"})
FATAL = frozenset({"murder", "killing", "slaying", "death", "assassination"})
SINGULAR = frozenset({"was", "is", "has"})
SURE = ("exact", "at_least")
FOLK = frozenset(
    {
        "passenger",
        "crew",
        "member",
        "person",
        "child",
        "adult",
        "crewman",
        "sailor",
        "pilot",
        "attendant",
        "driver",
        "doctor",
        "nurse",
        "patient",
        "infant",
        "baby",
        "steward",
        "soldier",
        "pupil",
        "teacher",
    }
)


def joined_people(placed: Placed, answer: Answer, context: Context) -> Answer | None:
    """The answer for all who are joined by "and" with the people that a value counts; None where it counts alone, or
    where one of them is told without a number ("two officers and bystanders") or may be one of the others."""
    everyone = fellows(placed.root)
    first = everyone[0]
    if len(everyone) < 2 or placed.root not in everyone:
        return None
    counts = [_count(one, placed, context) for one in everyone]
    known = [count for count in counts if count is not None]
    if len(known) < len(counts) or any(count.bound != "exact" for count in known[1:]):
        return None
    number = sum(count.low or 0 for count in known)
    start, end = first.left_edge.i, max(answer.end, everyone[-1].i + 1)
    bound = known[0].bound
    high = number if bound == "exact" else None
    total = Quantity(placed.tokens.doc[start:end].text, number, high, bound, "1", "person")
    return replace(answer, value=total, start=start, end=end)


def told_one_by_one(
    sentence: Token, passage: int, attribute: Attribute, context: Context
) -> Iterator[tuple[Token, Answer]]:
    """How many there are of whom each is told alone, with the verb or noun that tells their fate: "killed a clerk and a
    guard", "the murder of his mother and sister"; nobody who is told alone is all there were."""
    for token in sentence.doc[sentence_start(sentence) : sentence_end(sentence)]:
        if token.pos_ == "VERB" and attribute.verb & g.verb_forms(token):
            subject = g.subject(token) if token.lemma_.lower() in DYING else None
            everyone = g.conjuncts(subject) if subject is not None else g.objects(token)
        elif token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in FATAL and "kill" in attribute.verb:
            everyone = [noun for word, noun in g.prepositions(token) if word == "of"]
        else:
            continue
        number = _each_one(everyone, context.grammar)
        if number == 0 and len(everyone) == 1 and _is_one_more(everyone[0]):
            value = Quantity(everyone[0].text, 1, 1, "exact", "1", "person")
            yield token, Answer(attribute.name, value, passage, everyone[0].left_edge.i, everyone[0].i + 1)
        if number > 1 and not any(c.lower_ in SINGULAR for c in children(token)):
            start, end = everyone[0].left_edge.i, everyone[-1].i + 1
            text = token.doc[start:end].text
            value = Quantity(text, number, number, "exact", "1", "person")
            yield token, Answer(attribute.name, value, passage, start, end)  # that verb tells who, too


def _each_one(everyone: Sequence[Token], grammar: Grammar) -> int:
    """How many are joined where each is one person; 0 where one of them is several, no person, or may be another: "a
    wife and mother" is one woman, "his wife and mother" are two."""
    first = everyone[0] if everyone else None
    if first is None or len(everyone) < 2 or any(t.i < first.i for t in everyone):
        return 0
    determined = any(c.lower_ in ("a", "an", "the") for c in first.lefts)
    for noun in everyone:
        own = any(c.lower_ in ONE or c.lower_ == "the" or c.dep_ == "poss" for c in noun.lefts)
        kin = noun.lemma_.lower() in grammar.kin and not (determined and noun.i != first.i)
        named = noun.pos_ == "PROPN"
        if not is_somebody(noun, grammar) or not (named or (noun.tag_ == "NN" and (own or kin))):
            return 0
    return len(everyone) if len({noun.lower_ for noun in everyone}) == len(everyone) else 0


def _is_one_more(noun: Token) -> bool:
    """Whether somebody is told apart from those counted before: "killed two and wounded a third"."""
    before = {c.lower_ for c in noun.lefts}
    third = noun.lower_ in ("third", "fourth", "fifth") or bool(before & {"third", "fourth", "fifth"})
    verb = noun.head
    joined = verb.dep_ == "conj" and verb.lemma_ in ("wound", "injure", "hurt")
    return third and joined and noun.tag_ == "NN" and "a" in before


def is_somebody(noun: Token, grammar: Grammar) -> bool:
    """Whether a noun is a person: by name, or by what they are."""
    if noun.pos_ == "PROPN":
        return noun.ent_type_ == "PERSON"
    return noun.lemma_.lower() in grammar.person | grammar.kin | grammar.offices


def fellows(noun: Token) -> list[Token]:
    """A noun and all that are joined with it, in order."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return g.conjuncts(noun)


def _count(noun: Token, placed: Placed, context: Context) -> Quantity | None:
    """How many people one of the joined nouns counts: by its number, or one ("an officer", "his driver", a name)."""
    values = (p.found.value for p in context.board.sentence(placed.passage, noun) if p.root.i == noun.i)
    number = next((v for v in values if isinstance(v, Quantity) and v.unit == "1"), None)
    person = noun.lemma_.lower() in context.grammar.person
    if number is not None:
        return number if person and number.bound in SURE and number.low is not None else None
    if noun.tag_ == "NN" and person and any(c.lower_ in ONE for c in children(noun) if c.i < noun.i):
        return Quantity(noun.text, 1, 1, "exact", "1", "person")
    named = noun.pos_ == "PROPN" and noun.ent_type_ == "PERSON"
    return Quantity(noun.text, 1, 1, "exact", "1", "person") if named else None


def sum_of(tokens: Sequence[Token], passage: int, attribute: Attribute, context: Context) -> Answer | None:
    """The answer for "5 Scud missiles and 2 Nodong missiles", which are seven; None where one has no exact count or
    another noun, or where the attribute asks for another."""
    counted = []
    for token in tokens:
        values = (p for p in context.board.sentence(passage, token) if counts(p, token))
        counted.append(next((p for p in values if isinstance(p.found.value, Quantity)), None))
    numbers = [p.found.value for p in counted if p is not None and isinstance(p.found.value, Quantity)]
    exact = all(n.bound == "exact" and n.unit == "1" and n.low is not None for n in numbers)
    if len(numbers) < len(tokens) or not exact or len({n.noun for n in numbers}) > 1:
        return None
    if attribute.noun and numbers[0].noun not in attribute.noun:
        return None
    start, end = min(p.tokens.start for p in counted if p), max(p.tokens.end for p in counted if p)
    number = sum(n.low or 0 for n in numbers)
    value = Quantity(tokens[0].doc[start:end].text, number, number, "exact", "1", numbers[0].noun)
    return Answer(attribute.name, value, passage, start, end)


def counts(placed: Placed, token: Token) -> bool:
    """Whether the number stands before the noun inside its phrase, or the noun is inside the number's words."""
    if placed.tokens.start <= token.i < placed.tokens.end:
        return True
    return token.left_edge.i <= placed.tokens.start < token.i and placed.root.head.i == token.i


def with_fellows(placed: Placed, answer: Answer, context: Context) -> Answer | None:
    """All who are counted side by side, added up: "144 passengers and six crew members" are 150 aboard, and "1,373
    passengers and crew" are both. By where the numbers stand: the parser hangs the second one anywhere."""
    counted = [p for p in context.board.sentence(placed.passage, placed.root) if _counts_folk(p)]
    if placed not in counted:
        return None
    first = last = counted.index(placed)
    while first > 0 and _beside(counted[first - 1], counted[first], counted):
        first -= 1
    while last + 1 < len(counted) and _beside(counted[last], counted[last + 1], counted):
        last += 1
    told = counted[first : last + 1]
    doc, start, end = placed.tokens.doc, told[0].tokens.start, told[-1].tokens.end
    more = _uncounted(doc, end) if len(told) == 1 else end
    if len(told) == 1 and more == end:
        return None
    values = [p.found.value for p in told if isinstance(p.found.value, Quantity)]
    number = sum(value.low or 0 for value in values)
    bound = values[0].bound
    high = None if bound == "at_least" else number
    noun = "person" if len(told) > 1 else values[0].noun  # who writes "291 passengers and crew" may mean the former
    total = Quantity(doc[start:more].text, number, high, bound, "1", noun)
    return replace(answer, value=total, start=start, end=more)


def _counts_folk(placed: Placed) -> bool:
    value = placed.found.value
    if not isinstance(value, Quantity) or value.unit != "1" or value.low is None or value.noun is None:
        return False
    return value.noun in FOLK


def _beside(left: Placed, right: Placed, counted: Sequence[Placed]) -> bool:
    """Whether two numbers are told side by side, of two kinds of people: not "150 people, 144 passengers and six crew",
    which counts them twice."""
    one, two = left.found.value, right.found.value
    between = [t.lower_ for t in left.tokens.doc[left.tokens.end : right.tokens.start]]
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or one.noun == two.noun or two.bound != "exact":
        return False
    if between in (["and"], ["plus"], [",", "and"], ["as", "well", "as"], ["along", "with"], ["&"]):
        return True
    listed = between == [","] and right is not counted[-1] and "person" not in (one.noun, two.noun)
    return listed and _beside(right, counted[counted.index(right) + 1], counted)


def _uncounted(doc: Doc, end: int) -> int:
    """Where the words end behind a number of people if others, without a number, are counted with them."""
    behind = [t.lower_ for t in doc[end : end + 3]]
    if behind[:1] in (["and"], ["&"]) and behind[1:2] == ["crew"]:
        return end + (3 if behind[2:] in (["members"], ["member"]) else 2)
    return end
