"""What stands between a verb and its own in the style of agencies and headlines, where the parser loses its way: a day
before the object ("sentenced on Friday former president Ann Maes"), a colon before the subject ("Attack: May to ...").
"""

from __future__ import annotations

from spacy.tokens import Token

from crosswire.claims.tokens import children

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
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
    if on is None or noun is None or on.nbor().lower_ not in WEEKDAYS or noun.i <= on.i + 1:
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
    return before.lower_ == "on" and before.dep_ == "prep" and token.lower_ in WEEKDAYS and _holds(before, token)


def _holds(on: Token, day: Token) -> bool:
    noun = behind_day(on.head)
    return noun is not None and on.i < day.i < noun.i
