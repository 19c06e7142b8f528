"""Answers that a sentence shows by its words: the verb that governs a value, a word beside it, the noun it counts."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.answers.counted import forms_at, told_of
from crosswire.claims.answers.fit import Answer, Around, Context, answer_of, suits, type_of
from crosswire.claims.answers.joined import fellows, joined_people, told_one_by_one, with_fellows
from crosswire.claims.answers.people import BESIDE, asks_for_people
from crosswire.claims.answers.said import forms_of
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.links import looked_back_to
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.mentions_fit import lemmas
from crosswire.claims.placed import Placed, behind
from crosswire.claims.tokens import children, sentence_end, sentence_start
from crosswire.model import Attribute, Place, Quantity, Value

CROWDS = ("dozens", "scores", "hundreds", "thousands", "millions", "several", "many", "others")
FATES = frozenset({"dead", "deaths", "death", "wounded", "wound", "injured", "injure", "missing", "displaced"})
LIVES = frozenset({"life", "live", "lives", "victim"})
REACH = 4  # words between a number and the noun that says what it measures ("a depth of about 10 km")


def by_word(sentence: Token, passage: int, attribute: Attribute, context: Context) -> Iterator[Answer]:
    """The values of a sentence (given by one of its tokens) that its words show to answer an attribute, in order."""
    wanted, told = type_of(attribute), looked_back_to(sentence, context.grammar)
    for placed in context.board.sentence(passage, sentence):
        if placed.type != wanted or not suits(placed, attribute, context) or _is_compared(placed, context):
            continue
        if looked_back_to(placed.root, context.grammar) not in (None, told):
            continue  # "the attack comes after a strike that killed 13"
        around = _around(placed, context)
        verb = _showing_verb(placed, attribute, around)
        if verb is not None and _counts_as_before(placed, attribute, context):
            continue
        near = bool(attribute.near & around.near)
        shown = verb is not None or near or _measures(placed.found.value, attribute) or _is_whole(placed, attribute)
        if attribute.total and _are_some(placed, context.grammar) and not _is_whole(placed, attribute):
            continue
        called = around.counted and bool(attribute.counted & around.near)
        if shown or called or (around.counted and not around.near & FATES and _is_of(placed.found.value, attribute)):
            answer = answer_of(attribute, placed, verb or (around.fate if near or called else None))
            yield _all_told(placed, attribute, answer, context) or answer
    if asks_for_people(attribute) and attribute.verb and not attribute.noun:
        each = told_one_by_one(sentence, passage, attribute, context)
        yield from (answer for token, answer in each if looked_back_to(token, context.grammar) in (None, told))


def _all_told(placed: Placed, attribute: Attribute, answer: Answer, context: Context) -> Answer | None:
    """The answer for all who are told of together, where an attribute counts people."""
    if attribute.total:
        return with_fellows(placed, answer, context)
    people = attribute.unit == "1" and attribute.grows and not attribute.noun and answer.by is not None
    return joined_people(placed, answer, context) if people else None


def _is_compared(placed: Placed, context: Context) -> bool:
    """Whether a number is only what one before it is held against: "$3 million compared with $2 million"."""
    value, by = placed.found.value, placed.root.head
    if not isinstance(value, Quantity) or placed.root.dep_ != "pobj":
        return False
    if by.lower_ not in ("against", "versus", "vs", "vs.") and by.head.lower_ != "compared":
        return False
    before = (p for p in context.board.sentence(placed.passage, placed.root) if p.tokens.end <= by.i)
    return any(isinstance(p.found.value, Quantity) and p.found.value.unit == value.unit for p in before)


def _counts_as_before(placed: Placed, attribute: Attribute, context: Context) -> bool:
    """Whether a bare number counts what the same verbs counted before it, and not what is asked: of "Ali won 263,515
    votes, while Sonko took 212,099" both are votes and no seats."""
    value = placed.found.value
    if not isinstance(value, Quantity) or value.noun is not None or not attribute.noun:
        return False
    for other in context.board.sentence(placed.passage, placed.root):
        counted = other.found.value
        if other.tokens.end > placed.tokens.start or not isinstance(counted, Quantity) or counted.noun is None:
            continue
        if counted.noun not in attribute.noun and _showing_verb(other, attribute, _around(other, context)) is not None:
            return True
    return False


def is_count(answer: Answer, context: Context, among: frozenset[str] = frozenset()) -> bool:
    """Whether an answer is what a count is said to be ("the toll rose to 15"), and of one called so, if `among` says
    how."""
    around = context.around.get((answer.passage, answer.start, answer.end, answer.value.type))
    return around is not None and around.counted and (not among or bool(among & around.near))


def _around(placed: Placed, context: Context) -> Around:
    """What stands around a value, looked up once for all attributes that ask."""
    key = (placed.passage, placed.tokens.start, placed.tokens.end, placed.type)
    if key not in context.around:
        shown = [*_verbs_of(placed.root), *(_doing_too(placed.root) if placed.type == "party" else ())]
        verbs = tuple((verb, position, frozenset(forms_of(verb))) for verb, position in shown)
        told = told_of(placed, context.grammar)
        near, fate = told or (_near(placed, context.grammar) | _said_to_be(placed), None)
        context.around[key] = Around(verbs, near, fate, tuple(_nouns_of(placed.root)), told is not None)
    return context.around[key]


def _measures(value: Value, attribute: Attribute) -> bool:
    """Whether noun or unit alone tell that a number answers, where the frame asks for no more."""
    if not isinstance(value, Quantity) or attribute.verb or attribute.near or attribute.at[:1] == ("age of object",):
        return False
    return value.noun in attribute.noun if attribute.noun else attribute.unit not in (None, "1")


def _is_of(value: Value, attribute: Attribute) -> bool:
    """Whether a number counts what the attribute asks for: "brings the total to 86,985 cases"."""
    return isinstance(value, Quantity) and value.noun is not None and value.noun in attribute.noun


def _is_whole(placed: Placed, attribute: Attribute) -> bool:
    """Whether the words count all there are: "all 22 crew", "seventeen of the 22 crew members"."""
    value = placed.found.value
    if not attribute.total or not isinstance(value, Quantity) or value.noun not in attribute.noun:
        return False
    root = placed.root
    if any(c.lower_ == "all" for c in root.lefts):
        return True
    of = root.head
    return root.dep_ == "pobj" and of.lower_ == "of" and of.head.like_num and any(c.lower_ == "the" for c in root.lefts)


def _are_some(placed: Placed, grammar: Grammar) -> bool:
    """Whether the number counts those only whom something befell, or who are left: "three crew remained aboard"."""
    root = placed.root
    verb = root.head
    return root.dep_ in ("nsubj", "nsubjpass", "dobj") and bool(g.verb_forms(verb) & (grammar.harms | grammar.left))


def _showing_verb(placed: Placed, attribute: Attribute, around: Around) -> Token | None:
    if not attribute.verb:
        return None
    for noun, position, forms in around.nouns if attribute.type == "place" else ():
        if attribute.noun & forms and position in attribute.verb_at:
            return noun  # "on its route from Aden to Suez"
    for verb, position, forms in around.verbs:
        if not attribute.verb & forms or (verb.i > placed.tokens.end and _other_number(placed, verb.i, _past(placed))):
            continue
        takes = placed.type == "party" and verb.lemma_.lower() == "claim"
        if takes and any(t.lemma_.lower() in LIVES for t in g.objects(verb)):
            continue  # "stormed the hall, claiming the lives of 12"
        told_whole = not attribute.verb.isdisjoint(f for f in forms if " " in f)  # "20 people lost their lives"
        if (
            position == "subject"
            and isinstance(placed.found.value, Quantity)
            and g.own_objects(verb)
            and not told_whole
        ):
            continue  # "three strikes killed 12": what counts is what it was done to
        if attribute.verb_at and position not in attribute.verb_at and "clause" not in attribute.verb_at:
            continue
        if not attribute.verb_at and position in BESIDE and asks_for_people(attribute):
            continue  # "killed him during a clash with 30 youths"
        if attribute.verb_subject:
            subject = g.subject(verb)
            if subject is None or not (set(lemmas(subject)) & attribute.verb_subject):
                continue
        return verb
    return None


def _said_to_be(placed: Placed) -> frozenset[str]:
    """What a clause behind a noun says its people are ("30 passengers who were still missing"), and what a unit tells
    that stands for a word ("a magnitude-6.1 quake")."""
    copulas = (c for c in children(placed.root) if c.dep_ == "relcl" and c.lemma_ == "be")
    found = {t.lower_ for c in copulas for t in children(c) if t.dep_ in ("acomp", "attr") and t.i > c.i}
    value = placed.found.value
    return frozenset(found | ({"magnitude"} if isinstance(value, Quantity) and value.unit == "Mw" else set()))


def _other_number(placed: Placed, end: int, start: int | None = None) -> bool:
    """Whether another number stands between a value and a word: "25 had been killed and over 2,500 injured"."""
    if not isinstance(placed.found.value, Quantity):
        return False
    between = placed.tokens.doc[max(placed.tokens.end, start or 0) : end]
    return any(t.like_num or t.lower_ in CROWDS for t in between)


def _verbs_of(token: Token) -> Iterator[tuple[Token, str]]:
    """The verbs that govern a noun with its place there, and the participles behind it ("12 people killed")."""
    position = ""
    current = token
    for _ in range(6):
        yield from ((c, _part_in(c)) for c in children(current) if c.dep_ in ("acl", "relcl") and c.pos_ == "VERB")
        head = current.head
        if head is current:
            if current.pos_ == "VERB":
                yield current, position
            return
        if current.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "npadvmod", "conj"):
            position = {"nsubj": "subject", "nsubjpass": "object", "dobj": "object"}.get(current.dep_, position)
        if head.pos_ == "ADP" or head.dep_ == "prep":
            position = head.lower_
        if head.pos_ == "VERB":
            yield head, position
            yield from ((c, position) for c in g.conjuncts(head)[1:] if not g.own_objects(c))
            raised = [c for c in children(head) if c.dep_ == "xcomp" and current.dep_ == "nsubjpass"]
            yield from ((c, "object" if g.is_passive(c) else "subject") for c in raised)  # "is believed to be injured"
            return
        current = head


def _doing_too(party: Token) -> Iterator[tuple[Token, str]]:
    """The participles that share a subject: "Claiming responsibility for it, the group said ..."."""
    verb = party.head
    if party.dep_ == "nsubj" and verb.pos_ == "VERB":
        yield from ((c, "subject") for c in children(verb) if c.dep_ == "advcl" and c.tag_ == "VBG")


def _nouns_of(token: Token) -> Iterator[tuple[Token, str, frozenset[str]]]:
    """The nouns that a phrase hangs on, with its preposition there: the route of "its route from Aden to the port of
    Suez" is one with "from" to Aden and with "to" to Suez."""
    position = ""
    for _ in range(5):
        head = token.head
        if head is token or head.pos_ == "VERB":
            return
        if head.pos_ == "ADP":
            position = head.lower_
        elif head.pos_ == "NOUN" and position:
            yield head, position, frozenset(lemmas(head))
        token = head


def _part_in(clause: Token) -> str:
    """What a noun is in the clause behind it: "a firm that owns the ship" does it, "12 people killed" are done to."""
    does = any(c.dep_ == "nsubj" and c.tag_ in ("WDT", "WP") for c in children(clause))
    return "subject" if does else "object"


def _near(placed: Placed, grammar: Grammar) -> frozenset[str]:
    """The words close by in the same clause, or right beside: what stands beside it in another clause is another's."""
    doc = placed.tokens.doc
    of = placed.root.head
    counted = placed.root.dep_ == "pobj" and of.lower_ == "of" and not isinstance(placed.found.value, Place)
    if counted and of.head.pos_ == "NOUN" and of.head.i < placed.tokens.start:
        noun = of.head  # "a height of 3,700 km and a distance of 1,000 km"
        return frozenset(lemma for t in (noun, *noun.lefts, placed.root) for lemma in lemmas(t))
    left = max(sentence_start(placed.root), placed.tokens.start - REACH - _led_up(placed))
    end = behind(placed)
    right = min(sentence_end(placed.root), end + REACH)
    verb = g.clause_head(placed.root, grammar)
    clause, found = verb.i, set[str]()
    said = isinstance(placed.found.value, Place) or placed.root.dep_ == "attr"
    subject = g.subject(verb) if verb.lemma_ == "be" and said else None
    if subject is not None:
        found.update((*lemmas(subject), subject.lower_))  # "the epicentre of the quake was 12 km northeast of Izmir"
    found.update(_predicate(placed, verb, end))
    for token in (*doc[left : placed.tokens.end], *doc[end:right]):
        beside = token.i in (placed.tokens.start - 1, end)
        if not token.is_punct and (beside or g.clause_head(token, grammar).i == clause):
            found.update(() if _other_number(placed, token.i, min(end, token.i)) else forms_at(token))
    return frozenset(found)


def _predicate(placed: Placed, verb: Token, end: int) -> Iterator[str]:
    """What is told of those who are counted, however far off: "52 pupils of a school in Keta were unaccounted for"."""
    if placed.root.dep_ in ("nsubj", "nsubjpass") and placed.root.head.i == verb.i > end:
        told = [c for c in children(verb) if c.dep_ in ("acomp", "oprd")] if verb.lemma_ == "be" else [verb]
        if not _other_number(placed, told[0].i if told else verb.i, end):
            yield from (form for t in told if t is not verb or g.is_passive(t) for form in forms_at(t))


def _led_up(placed: Placed) -> int:
    """How many words before a place's name say how it lies to it: "30 miles west of"."""
    value = placed.found.value
    return max(0, len(value.text.split()) - len(placed.tokens)) if isinstance(value, Place) else 0


def _past(placed: Placed) -> int:
    """Where the words behind a value and all that is joined with it begin: of "five civilians and two policemen died"
    none is another number."""
    if not isinstance(placed.found.value, Quantity):
        return placed.tokens.end
    last = fellows(placed.root)[-1]
    return max(behind(placed), last.i + 1 if last.i >= placed.tokens.start and last.dep_ == "conj" else 0)
