"""The head of a phrase that names a speaker, mended where the parser has a wrong one, and names right beside it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from crosswire.claims.speakers.people import TO_COME
from crosswire.claims.speakers.phrase import Phrase, phrase_of
from crosswire.claims.speakers.roster import Roster
from crosswire.claims.speakers.sheet import DASHES, MARKS, POSSESSIVE

MOMENTS = frozenset({"day", "days", "eve", "week", "weekend", "month", "year", "years", "night", "morning", "century"})


def mended(roster: Roster, phrase: Phrase) -> Phrase:
    """The same without a day that the parser takes for what the person behind it is ("on Monday, Ana Paz, 34, said"),
    and about the office that somebody is to take ("the president-elect")."""
    doc, i = phrase.sheet.passage.doc, phrase.head.i
    if phrase.head.lower_ in TO_COME and i - 2 >= phrase.start and phrase.sheet.words[i - 1] in DASHES:
        return phrase.around(doc[i - 2])
    if phrase.head.ent_type_ not in ("DATE", "TIME"):
        return phrase
    for named in roster.within(phrase.passage, i + 1, phrase.end):
        if roster.entities[named.entity].type == "person":
            rest = phrase_of(phrase.sheet, phrase.passage, named.start, phrase.end)
            return rest.around(doc[named.end - 1])
    return phrase


def name_behind(phrase: Phrase) -> str:
    """The name right behind a plain noun, which no table and not the parser knows: "the charity Alarm Phone"."""
    words, first = phrase.sheet.words, phrase.head.i + 1
    if phrase.head.pos_ != "NOUN" or phrase.sheet.capitals or not 0 < phrase.end - first < 6:
        return ""
    named = all(word[0].isupper() or word.lower() in ("of", "for", "and", "the") for word in words[first : phrase.end])
    return phrase.sheet.slice(first, phrase.end) if named and words[first][0].isupper() else ""


def own_list(phrase: Phrase) -> str:
    """The name of a body that begins with whose it is: "the Wardens' Roll", "Drivers' Forum"; "" for other phrases."""
    words, i = phrase.sheet.words, phrase.head.i
    if phrase.sheet.capitals or i - 2 < phrase.start or words[i - 1] not in POSSESSIVE or not words[i].istitle():
        return ""
    plural = words[i - 1] == "'" and words[i - 2].istitle() and words[i - 2].endswith("s")
    return phrase.sheet.slice(i - 2, i + 1) if plural and i - 2 >= phrase.start else ""


def quoted_name(phrase: Phrase) -> str:
    """The name in quotation marks right behind a noun: the Telegram channel "Pool of the First" is no other channel."""
    words, first = phrase.sheet.words, phrase.head.i + 1
    if first + 1 >= len(words) or words[first] not in MARKS or not words[first + 1][:1].isupper():
        return ""
    last = next((i for i in range(first + 1, min(len(words), first + 8)) if words[i] in MARKS), None)
    return "" if last is None else phrase.sheet.slice(first + 1, last).rstrip(".,")


def is_of_another(roster: Roster, phrase: Phrase) -> bool:
    """Whether a body is told by what it is of, and that is no part of a name: "the operator of Costa airport" is not
    the operator that was named before."""
    if roster.at(phrase.passage, phrase.head.i) is not None:
        return False
    what = _what_of(phrase)
    if what is None:
        return False
    called = [t for t in (what, *what.lefts) if t.pos_ == "PROPN"]
    named = roster.at(phrase.passage, what.i)
    states = phrase.head.lower_ in roster.names.words.body_kinds["countries"] or what.ent_type_ == "PERSON"
    return bool(called) and not states and (named is None or named.how == "capital")


def described(phrase: Phrase) -> str:
    """Such a body by what it is of: "operator of Costa airport"."""
    what = _what_of(phrase)
    first = min((i for i in phrase.modifiers if i < phrase.head.i), default=phrase.head.i)
    return phrase.sheet.slice(first, phrase.head.i + 1 if what is None else min(what.right_edge.i + 1, phrase.end))


def _what_of(phrase: Phrase) -> Token | None:
    of = next((c for c in phrase.head.rights if c.lower_ == "of" and c.i < phrase.end), None)
    return next((c for c in of.rights if c.dep_ == "pobj" and c.i < phrase.end), None) if of is not None else None


def to_come(phrase: Phrase) -> list[str]:
    """What tells that somebody is only to take an office: "elect" of "the president-elect"."""
    dash, *behind = (*phrase.sheet.lowers[phrase.head.i + 1 : phrase.head.i + 3], "")
    return [word for word in behind if dash in DASHES and word in TO_COME]


def brought_in(roster: Roster, phrase: Phrase, holders: Sequence[int]) -> bool:
    """Whether another one of the kind was brought in without a name since its holders were last named: "an airline
    official told ... The official said" is not the official named before."""
    noun = phrase.head.lower_
    for row in range(phrase.passage, -1, -1):
        lowers, doc = roster.sheets[row].lowers, roster.sheets[row].passage.doc
        for i in range((phrase.start if row == phrase.passage else len(lowers)) - 1, -1, -1):
            named = roster.at(row, i)
            if named is not None and named.entity in holders:
                return False
            if lowers[i] == noun and any(c.lower_ in ("a", "an", "another") for c in doc[i].lefts):
                return doc[i].dep_ == "nsubj" and doc[i].head.lemma_.lower() in roster.names.words.speech
    return False
