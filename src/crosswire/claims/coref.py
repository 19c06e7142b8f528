"""Whom a pronoun or "the ministry" means, by rules on the parse: agreement, salience, nearness.

The order of salience follows Lappin and Leass (1994): subjects before objects, near before far; in news a speaker goes on
speaking, so the subject of a verb of saying comes first. No antecedent is better than a wrong one: below a threshold None is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from crosswire.claims.speakers_names import Words
from crosswire.claims.speakers_roster import Named, Roster

Number = Literal["person", "thing", "many"]
Place = tuple[int, int]  # passage, token

PRONOUNS: dict[str, tuple[Number, str | None]] = {
    "he": ("person", "m"), "him": ("person", "m"), "his": ("person", "m"), "himself": ("person", "m"),
    "she": ("person", "f"), "her": ("person", "f"), "hers": ("person", "f"), "herself": ("person", "f"),
    "it": ("thing", None), "its": ("thing", None), "itself": ("thing", None),
    "they": ("many", None), "them": ("many", None), "their": ("many", None), "themselves": ("many", None),
}  # fmt: skip
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
SUBJECTS = ("nsubj", "nsubjpass")
SENTENCES = 6  # how far back an antecedent can stand
FLOOR = -9.0  # the score below which there is no antecedent


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where an antecedent may stand: who is named there, or None for a common noun ("the witness")."""

    passage: int
    token: int
    named: Named | None
    distance: int  # sentences back


def antecedent(roster: Roster, passage: int, token: int) -> Place | None:
    """The passage and the head token that a pronoun stands for; None if it is no such pronoun or nobody fits."""
    low = roster.sheets[passage].lowers[token]
    if low in RELATIVE:
        return _relative(roster, passage, token)
    if low not in PRONOUNS:
        return None
    number, gender = PRONOUNS[low]
    best: tuple[float, Candidate] | None = None
    for candidate in _before(roster, passage, token):
        fit = _fit(roster, candidate, number, gender)
        if fit is None or _bound(roster, candidate, passage, token):
            continue
        score = fit + _salience(roster, candidate, passage, token)
        if score > FLOOR and (best is None or score > best[0]):
            best = score, candidate
    return None if best is None else (best[1].passage, best[1].token)


def named_like(roster: Roster, passage: int, token: int) -> Named | None:
    """The body or country last named before a token that "the ministry", "the company" or "the country" can mean."""
    words, noun = roster.names.words, roster.sheets[passage].lowers[token]
    for row in range(passage, -1, -1):
        for named in reversed(roster.named[row]):
            if (row < passage or named.end <= token) and _is_called(roster, named, noun, words):
                return named
    return None


def _is_called(roster: Roster, named: Named, noun: str, words: Words) -> bool:
    entity = roster.entities[named.entity]
    if entity.type == "person" or named.how == "demonym":
        return False
    if noun in words.body_kinds["countries"]:
        return entity.type == "country"
    if noun in entity.name.lower().split():
        return entity.type == "body"
    if noun in words.body_kinds["outlets"]:
        return entity.kind == "outlet"
    if noun in words.body_kinds["agencies"]:
        return entity.kind == "agency"
    return noun in words.body_kinds["companies"] and entity.kind == "organisation"


def _relative(roster: Roster, passage: int, token: int) -> Place | None:
    """The noun that a relative clause hangs on."""
    word = roster.sheets[passage].passage.doc[token]
    verb = word.head
    for _ in range(4):  # "whom he said he trusted": the pronoun may stand some verbs below the clause's own
        if verb.dep_ in ("relcl", "acl"):
            return (passage, verb.head.i) if verb.head.i < token else None
        verb = verb.head
    return None


def _before(roster: Roster, passage: int, token: int) -> Iterator[Candidate]:
    """Everybody named or told of before a token, the last first, at most some sentences back."""
    distance = 0
    for row in range(passage, -1, -1):
        doc = roster.sheets[row].passage.doc
        last = token if row == passage else len(doc)
        for i in range(last - 1, -1, -1):
            candidate = _candidate(roster, row, i, distance)
            if candidate is not None:
                yield candidate
            if doc[i].is_sent_start:
                distance += 1
                if distance >= SENTENCES:
                    return


def _candidate(roster: Roster, passage: int, token: int, distance: int) -> Candidate | None:
    sheet = roster.sheets[passage]
    named = roster.at(passage, token)
    if named is not None:
        return Candidate(passage, token, named, distance) if token == named.end - 1 else None
    low = sheet.lowers[token]
    if low in roster.names.words.people or low in roster.names.words.genders or low in roster.names.words.spokes:
        return Candidate(passage, token, None, distance) if sheet.passage.doc[token].pos_ == "NOUN" else None
    return None


def _fit(roster: Roster, candidate: Candidate, number: Number, gender: str | None) -> float | None:
    """How well number, gender and kind agree: None where they cannot."""
    if candidate.named is None:
        return _noun_fit(roster, candidate, number, gender)
    entity = roster.entities[candidate.named.entity]
    if candidate.named.how == "demonym":
        return None
    if entity.type == "person":
        if number == "thing" or (gender and entity.gender not in (None, gender)):
            return None
        if number == "many":
            return -4.0
        return 1.0 if entity.gender else 0.0
    return {"person": None, "thing": 0.0, "many": -1.0}[number]


def _noun_fit(roster: Roster, candidate: Candidate, number: Number, gender: str | None) -> float | None:
    token = roster.sheets[candidate.passage].passage.doc[candidate.token]
    if number == "thing":
        return None
    if number == "many":
        return 1.0 if token.tag_ == "NNS" or token.lower_ in ("police", "people") else None
    known = roster.names.words.genders.get(token.lower_)
    if token.tag_ != "NN" or (known and known != gender):
        return None
    return 1.0 if known else -1.0


def _bound(roster: Roster, candidate: Candidate, passage: int, token: int) -> bool:
    """Whether pronoun and candidate are arguments of one verb, where they cannot be the same: "He told Kim"."""
    if candidate.passage != passage:
        return False
    doc = roster.sheets[passage].passage.doc
    one, other = doc[candidate.token], doc[token]
    if other.tag_ == "PRP$" or other.lower_.endswith(("self", "selves")):
        return False
    return one.head == other.head and one.dep_ != "conj" and one.head.pos_ in ("VERB", "AUX")


def _salience(roster: Roster, candidate: Candidate, passage: int, token: int) -> float:
    word = roster.sheets[candidate.passage].passage.doc[candidate.token]
    score = -2.5 * candidate.distance
    if word.dep_ in SUBJECTS:
        score += 3.0 if _says(word, roster.names.words) else 2.0
    elif word.dep_ in ("poss", "compound", "nmod", "amod"):
        score -= 2.0
    elif word.dep_ == "pobj":
        score += 1.5 if word.head.lower_ == "to" and word.head.head.lower_ == "according" else -0.5
    quoted, here = roster.sheets[candidate.passage].quoted(candidate.token), roster.sheets[passage].quoted(token)
    if quoted and not here:
        score -= 4.0
    return score


def _says(word: Token, words: Words) -> bool:
    return word.head.lemma_.lower() in words.speech
