"""What stands between a verb and its own in the style of agencies and headlines, where the parser loses its way: a day
before the object ("sentenced on Friday former president Ann Maes"), a colon before the subject ("Attack: May to ...").
"""

from __future__ import annotations

from spacy.tokens import Token

from crosswire.claims.tokens import children
from crosswire.model.calendar import WEEKDAYS

DAYS = frozenset(day.lower() for day in WEEKDAYS)
INTENTS = frozenset((
    "intent", "intention", "plan", "decision", "bid", "attempt", "effort", "offer", "pledge", "promise", "vow", "move",
    "threat", "desire", "proposal", "order", "choice",
))  # fmt: skip
CALLING = frozenset({"call", "prevail", "count", "rely", "wait", "push", "press", "lean"})
PARTS = frozenset({"morning", "afternoon", "evening", "night", "noon", "midnight", "night-time", "lunchtime"})


def behind_day(verb: Token) -> Token | None:
    """The object of a verb that stands behind the day; None where the day ends the phrase ("on Friday evening")."""
    on = next((c for c in children(verb) if c.dep_ == "prep" and c.lower_ == "on" and c.i == verb.i + 1), None)
    noun = next((c for c in children(on) if c.dep_ == "pobj"), None) if on is not None else None
    if on is None or noun is None or on.nbor().lower_ not in DAYS or noun.i <= on.i + 1:
        return None
    after = on.nbor(2)
    own = after.ent_type_ in ("TIME", "DATE") or after.tag_ in ("POS", ",") or after.lower_ in PARTS
    return None if own or noun.lower_ in PARTS else noun


def intending(verb: Token) -> Token | None:
    """Who means to do what an infinitive behind a noun tells: whose "intent to nominate her" it is."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VB" or noun.lemma_.lower() not in INTENTS:
        return None
    return next((child for child in children(noun) if child.dep_ == "poss"), None)


def called_on(verb: Token) -> Token | None:
    """Whom a verb asks with "on" or "for" to do something: "called on him to resign", "waited for her to speak"."""
    on = next((c for c in children(verb) if c.dep_ == "prep" and c.lower_ in ("on", "upon", "for")), None)
    if on is None or verb.lemma_.lower() not in CALLING:
        return None
    return next((c for c in children(on) if c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "TIME")), None)


def behind_colon(verb: Token) -> Token | None:
    """The subject of a headline's verb that the parser hangs on what stands before the colon: "Nerve agent attack: May
    to expel 23"."""
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i > verb.sent.start else None
    if before is None or before.pos_ not in ("NOUN", "PROPN") or before is verb.head:
        return None
    return before if any(t.text == ":" for t in verb.doc[verb.head.i : before.i]) else None


def named_before(name: Token) -> Token | None:
    """The person joined to another whose titles made one long name of both: "President Ann Maes and Belgian leader Kim
    Roos signed"; the parser then has but the last one."""
    if name.ent_type_ != "PERSON" or name.left_edge.i >= name.i - 3:
        return None
    words = name.doc[name.left_edge.i : name.i]
    link = next((t for t in words if t.lower_ == "and" and t.dep_ == "cc" and t.i > words.start), None)
    if link is None:
        return None
    before = link.nbor(-1)
    return before if before.ent_type_ == "PERSON" and before.i > words.start and name.is_ancestor(before) else None


def is_before_object(token: Token) -> bool:
    """Whether a word is such a day, which tells when it was done and not which one the object is."""
    before = token.nbor(-1) if token.i else token
    return before.lower_ == "on" and before.dep_ == "prep" and token.lower_ in DAYS and _holds(before, token)


def _holds(on: Token, day: Token) -> bool:
    noun = behind_day(on.head)
    return noun is not None and on.i < day.i < noun.i


def _found_to_be(verb: Token) -> Token | None:
    """Of whom a verb says what they are, where the parser makes a clause of both: "found Ivan Petrov guilty of it"."""
    clause = next((c for c in children(verb) if c.dep_ == "ccomp" and c.pos_ == "ADJ"), None)
    if clause is None or any(c.dep_ in ("aux", "cop", "mark") for c in children(clause)):
        return None
    return next((c for c in children(clause) if c.dep_ == "nsubj"), None)


def _before_score(verb: Token) -> Token | None:
    """Whom a verb beats where the parser takes the name for how much: "Rovers beat United 3-1"."""
    name = next((c for c in children(verb) if c.dep_ == "npadvmod" and c.pos_ == "PROPN" and c.i > verb.i), None)
    if name is None or name.i + 3 >= len(name.doc) or name.ent_type_ in ("DATE", "TIME"):
        return None
    return name if name.nbor().like_num and name.nbor(3).like_num else None


def is_participial(verb: Token) -> bool:
    """Whether a participle opens or closes a sentence as what was done to its subject: "Armed with a knife, he ran",
    "appeared in court accused of theft"."""
    beside = verb.tag_ == "VBN" and verb.dep_ in ("advcl", "xcomp")
    if not beside or verb.head.pos_ != "VERB" or verb.head.lemma_ == "have":
        return False
    if any(c.dep_ == "mark" and c.lower_ in ("after", "as", "while", "because", "since") for c in children(verb)):
        return False  # "protests after ex-officer acquitted": the parser misses who was
    return not any(c.dep_ in ("aux", "nsubj", "dobj", "prt") for c in children(verb))


def object_elsewhere(verb: Token) -> Token | None:
    """What is done to, where the parser makes something else of it."""
    return behind_day(verb) or _found_to_be(verb) or _before_score(verb)


def who_is_named(post: Token) -> Token | None:
    """Whose name the parser puts before what they are named: "named Lena Voss chief executive"."""
    if post.dep_ != "oprd" or post.pos_ != "NOUN":
        return None
    return next((c for c in post.lefts if c.dep_ in ("compound", "nmod") and c.ent_type_ == "PERSON"), None)


def outermost(noun: Token) -> Token:
    """The noun whose phrase another only fills: of "a bus carrying dozens of pilgrims" the bus."""
    token = noun
    while token.dep_ in ("pobj", "prep", "dobj", "conj"):
        token = token.head
    return token.head if token.dep_ == "acl" and token.tag_ == "VBG" else noun
