"""When and where by what stands beside an event's words, where the parse leads away from them.

The small parser hangs a phrase on the nearest verb, and of a name that opens the sentence it makes a subject. Words and
positions tell more there: what opens a sentence is the scene of its first event; what is past cannot be the time of a
verb in the present; what stands before a noun in its own name is where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from spacy.tokens import Span, Token

from crosswire.claims.answers.fit import Answer, Context, answer_of
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.events import event_clauses
from crosswire.claims.mentions import Hit
from crosswire.claims.mentions_fit import NOMINAL, lemmas
from crosswire.claims.placed import Placed
from crosswire.claims.tokens import children, sentence_end, sentence_start
from crosswire.model import Attribute, Place, Time

INSIDE = frozenset((
    "in", "the", ",", "north", "south", "east", "west", "central", "of", "area", "district", "province", "region",
    "county", "state", "city", "town", "division", "department", "governorate", "prefecture", "municipality", "part",
))  # fmt: skip
FRONT = frozenset({"in", "near", "at", "outside", "off", "on", "around", "along", "inside", "across"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOW = frozenset({"VBZ", "VBP"})
INQUIRING = frozenset({"look", "investigate", "probe", "examine", "inquire", "review"})
HARMING = 4  # words between "which" and the verb that tells what the event did
LED = 14  # words that a phrase in front may have
LEADING = frozenset({"to", "toward", "towards", "from"})  # "bound from Madrid to the town of Ferrol in Galicia"
ASIDE = 6  # words of what closes it: "in Cebu, Philippines,"


def where_in_it(answer: Answer, hit: Hit, attribute: Attribute, context: Context) -> Answer:
    """Of "hit Palu in Indonesia", "near Izmir, in western Turkey" and "in Greece's Larissa" the smaller place, which
    the text says lies in the larger one."""
    whole = answer.value
    if not isinstance(whole, Place):
        return answer
    for placed in context.board.sentence(hit.passage, hit.token):
        part = placed.found.value
        if not isinstance(part, Place) or part.country != whole.country or part.kind == "country":
            continue
        smaller = (part.radius_km or 0) < (whole.radius_km or 0)
        if smaller and (_lies_in(placed, answer) or _is_owned_by(placed, answer)):
            return answer_of(attribute, placed)
    return answer


def _lies_in(placed: Placed, answer: Answer) -> bool:
    """Whether a place stands before a larger one with "in" between them."""
    start, doc = placed.tokens.start, placed.tokens.doc
    if placed.tokens.end > answer.start or any(
        t.lower_ in LEADING and t.pos_ == "ADP" for t in doc[max(0, start - ASIDE) : start]
    ):
        return False
    between = [t.lower_ for t in placed.tokens.doc[placed.tokens.end : answer.start]]
    linked = "in" in between or between == [","] or between[-1:] == ["of"]  # "Chamoli district of Uttarakhand"
    return linked and all(w in INSIDE or w.endswith("ern") for w in between)


def _is_owned_by(placed: Placed, answer: Answer) -> bool:
    """Whether a place stands right behind a larger one's possessive."""
    between = placed.tokens.doc[answer.end : placed.tokens.start]
    possessive = len(between) > 0 and between[0].tag_ == "POS"
    return possessive and all(t.lower_ in INSIDE or t.lower_.endswith("ern") or t.lower_ == "city" for t in between[1:])


def in_front(hit: Hit, attribute: Attribute, context: Context) -> Iterator[Answer]:
    """The place that opens the sentence, as the scene of its first event."""
    members = {token.i for token in event_clauses(hit.token, context.grammar)}
    for placed in context.board.sentence(hit.passage, hit.token):
        if placed.type == "place" and set_in_front(placed, hit, members, context):
            yield answer_of(attribute, placed)


def set_in_front(placed: Placed, hit: Hit, members: set[int], context: Context) -> bool:
    """Whether a place opens the sentence as the scene of its first event: "Near Antwerp, two tonnes were seized"."""
    doc, first, at = placed.tokens.doc, sentence_start(placed.root), hit.token.i
    if doc[first].lower_ not in FRONT or not (first < placed.tokens.start <= first + LED and placed.tokens.end < at):
        return False
    if any(t.text == "," for t in doc[first : placed.tokens.start]) or hit.frame.speech:
        return False
    comma = next((t.i for t in doc[placed.tokens.end : min(at, placed.tokens.end + ASIDE)] if t.text == ","), None)
    if comma is None:
        return False
    told = context.events.get(hit.passage, frozenset())
    return not any(
        t.i not in members and (t.i in told or (t.tag_ in FINITE and t.pos_ == "VERB")) for t in doc[first:at]
    )


def left_to_noun(placed: Placed, holder: int, hit: Hit, context: Context) -> bool:
    """Whether a past time hangs on a verb that it cannot date, and so tells of the event noun before it: "police are
    looking into the crash on Saturday", "the toll of the crash on Saturday has risen"; or a place on an inquiry."""
    value, verb = placed.found.value, hit.token.doc[holder]
    past = isinstance(value, Time) and _is_past(value, context.published)
    asked = isinstance(value, Place) and verb.lemma_.lower() in INQUIRING  # it is looked into where it was
    if not (past or asked) or hit.token.pos_ not in NOMINAL:
        return False
    return _is_of_now(verb) and _runs_on(hit.token, placed, context.events.get(hit.passage, frozenset()))


def _is_past(value: Time, published: datetime | None) -> bool:
    return value.start is not None and (published is None or value.start <= published)


def _is_of_now(verb: Token) -> bool:
    """Whether a verb is in the present or the present perfect, which no past day can date."""
    if verb.tag_ in NOW:
        return True
    return any(c.dep_ in ("aux", "auxpass") and c.tag_ in NOW for c in children(verb))


def _runs_on(noun: Token, placed: Placed, told: frozenset[int]) -> bool:
    """Whether a phrase stands behind an event noun with neither a finite verb nor another event between."""
    between = noun.doc[noun.i + 1 : placed.tokens.start]
    return noun.i < placed.tokens.start and not any(t.tag_ in FINITE or t.i in told for t in between)


def within_subject(placed: Placed, hit: Hit, context: Context) -> bool:
    """Whether a phrase stands between an event noun and the verb whose subject holds it: "the toll of the blast at a
    mosque near Kirkuk on Saturday has risen", whatever the parser hangs "near" on."""
    noun, at = hit.token, placed.tokens.end
    if noun.pos_ not in NOMINAL or not _runs_on(noun, placed, context.events.get(hit.passage, frozenset())):
        return False
    top = noun
    while top.dep_ in ("pobj", "prep", "compound", "conj") and top.head.i < top.i:
        top = top.head
    verb = top.head
    return top.dep_ in g.SUBJECTS + g.PASSIVE_SUBJECTS and verb.i >= at and not _has_aside(noun.doc[noun.i : verb.i])


def _has_aside(words: Span) -> bool:
    """Whether a comma parts the words before a verb: "The attack, officials in Paris said, was"."""
    return sum(t.text == "," for t in words) > 1


def before_its_clause(placed: Placed, hit: Hit, context: Context) -> bool:
    """Whether a time stands between an event noun and the clause that tells what it did: "following the attack on a
    base on Saturday, which killed 18"."""
    doc, end = placed.tokens.doc, placed.tokens.end
    behind = doc[end : min(sentence_end(placed.root), end + 1 + HARMING)]
    words = [t for t in behind if t.text != ","]
    if hit.token.pos_ not in NOMINAL or not words or words[0].lower_ not in ("which", "that"):
        return False
    harms = any(t.lemma_.lower() in context.grammar.harms or t.lemma_.lower() in ("leave", "claim") for t in words)
    return harms and _runs_on(hit.token, placed, context.events.get(hit.passage, frozenset()))


def right_behind_place(placed: Placed, context: Context) -> Placed | None:
    """The place that a time without a preposition stands right behind, so that both are told of one thing: "that
    erupted in Padang Saturday morning had been quiet", "crashed at Kuala Lumpur International Airport Saturday had"."""
    doc, at = placed.tokens.doc, placed.tokens.start
    first = sentence_start(placed.root)
    while at > first and doc[at - 1].lower_ in ("early", "late"):
        at -= 1
    start = at
    while start > first and doc[start - 1].text[:1].isupper():
        start -= 1
    near = (p for p in context.board.sentence(placed.passage, placed.root) if p.type == "place")
    return next((p for p in near if start <= p.tokens.start < at and p.tokens.end <= at), None)


def in_its_name(placed: Placed, hit: Hit, attribute: Attribute) -> bool:
    """Whether a town stands in what the event is called: "the Lucknow crowd crush", "Izmir hotel fire kills 17". A
    country there may be who did it."""
    value, noun = placed.found.value, _event_noun(hit)
    if not isinstance(value, Place) or noun is None or attribute.name != "where":
        return False
    acting = any(a.type == "party" and "modifier" in a.at for a in hit.frame.attributes)
    if value.kind == "country" and acting:
        return False
    between = noun.doc[placed.tokens.start : noun.i]
    named = all(t.pos_ in ("NOUN", "PROPN", "ADJ") or t.text == "-" for t in between)
    return placed.tokens.end <= noun.i and named and not _is_whole_of_name(placed, noun)


def _is_whole_of_name(placed: Placed, noun: Token) -> bool:
    """Whether the noun belongs to a name that goes on behind it: "Lucknow Fire Department"."""
    behind = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    return noun.pos_ == "PROPN" and behind.pos_ == "PROPN" and behind.head.i != noun.i and noun.dep_ == "compound"


def _event_noun(hit: Hit) -> Token | None:
    """The event's noun: the trigger, or the subject of a verb that tells what the event did ("the fire killed 17")."""
    if hit.token.pos_ in NOMINAL:
        return hit.token
    subject = g.subject(hit.token) if hit.token.pos_ == "VERB" else None
    known = subject is not None and bool(set(lemmas(subject)) & hit.frame.nouns)
    return subject if known else None


def out_of_brackets(token: Token, end: int) -> Token:
    """The word before the brackets in which a word stands that were closed before `end`: in "near Padang (see map) on
    Saturday" nothing is seen on Saturday."""
    depth = 0
    for closing in token.doc[token.i + 1 : end]:
        depth += (closing.text == ")") - (closing.text == "(")
        if depth > 0:
            break
    else:
        return token
    first = sentence_start(token)
    opening = next((t for t in reversed(token.doc[first : token.i + 1]) if t.text == "("), None)
    return opening.nbor(-1) if opening is not None and opening.i > first else token
