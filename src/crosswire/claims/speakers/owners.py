"""Whose official, spokesman or paper somebody or something is, by the phrase that names it."""

from __future__ import annotations

from spacy.tokens import Token

from crosswire.claims.coref import antecedent
from crosswire.claims.coref_bodies import named_like
from crosswire.claims.speakers.made import of_entity
from crosswire.claims.speakers.phrase import NOMINAL, Phrase
from crosswire.claims.speakers.roster import Named, Roster
from crosswire.claims.speakers.scan import PARTLY
from crosswire.model import Speaker

OF_IT = frozenset({"speak", "represent", "work", "serve", "belong", "head", "lead", "run", "oversee", "act"})


def is_a_states(owner: Speaker) -> bool:
    """Whether it is a state as a whole."""
    return owner.country is not None and owner.canonical.endswith(" government")


def owner_in(roster: Roster, phrase: Phrase) -> Speaker | None:
    """Whose official, spokesman or statement it is: a body before a country before a person, "its" resolved."""
    rank = {"body": 0, "country": 1, "person": 2}
    inside = [
        n
        for n in roster.within(phrase.passage, phrase.start, phrase.end)
        if not n.start <= phrase.head.i < n.end and not _is_beside(roster, phrase, n)
    ]
    for named in sorted(inside, key=lambda n: rank[roster.entities[n.entity].type]):
        return of_entity(roster, phrase, named)
    doc = phrase.sheet.passage.doc
    # "a military spokesman for the group" speaks for the group
    for token in sorted(doc[phrase.start : phrase.end], key=lambda t: t.dep_ not in ("pobj", "poss")):
        i = token.i
        if token.i == phrase.head.i or token.pos_ not in NOMINAL:
            continue
        if token.tag_ == "PRP$":
            place = antecedent(roster, phrase.passage, i)
            meant = None if place is None else roster.at(*place)
            return None if meant is None else of_entity(roster, phrase, meant)
        some = any(c.lower_ in ("a", "an") for c in token.lefts)  # "a group of officers" are of no body told before
        if token.lower_ in roster.names.words.bodies and not some and not _describes(roster, token):
            like = (None if phrase.definite else _at_home(roster, phrase, i)) or named_like(roster, phrase.passage, i)
            return None if like is None else of_entity(roster, phrase, like)
    return None


def _is_beside(roster: Roster, phrase: Phrase, named: Named) -> bool:
    """Whether a name in a phrase owns nothing there: one that something is done to or told ("an official who told the
    Gazette", "cited by Reuters"), a platform ("a post on Facebook"), what an expert knows of ("a British military
    expert"), a country in a movement's name ("the Libyan Dawn group")."""
    if roster.entities[named.entity].name in roster.names.words.not_the_states["platforms"]:
        return True
    doc, words = phrase.sheet.passage.doc, roster.names.words
    if phrase.head.lower_ in words.not_the_states["outsiders"] and named.end == phrase.head.i:
        return True
    behind = doc[named.end] if named.end < phrase.end else None
    movement = named.how == "demonym" and behind is not None and behind.text.istitle() and behind.pos_ == "PROPN"
    if movement and behind is not None and roster.at(phrase.passage, behind.i) is None:
        low = behind.lower_
        return not (low in words.titles or low in words.qualifiers or low in words.bodies or low in words.honorifics)
    token = doc[named.end - 1]
    while token.i not in (token.head.i, phrase.head.i):
        if token.dep_ in ("relcl", "acl") and token.pos_ == "VERB" and token.lemma_ not in OF_IT:
            return True
        token = token.head
    return False


def _at_home(roster: Roster, phrase: Phrase, token: int) -> Named | None:
    """The country of the dateline, where the report names it: to Seoul's paper "a government official" is no American,
    though the United States were named last."""
    if roster.home is None or phrase.sheet.lowers[token] not in roster.names.words.body_kinds["countries"]:
        return None
    named = (n for row in range(phrase.passage, -1, -1) for n in reversed(roster.named[row]))
    ours = (n for n in named if roster.entities[n.entity].type == "country" and n.how != "demonym")
    return next((n for n in ours if roster.entities[n.entity].country == roster.home), None)


def _describes(roster: Roster, token: Token) -> bool:
    """Whether a noun only describes: one for a country ("state officials" are no nation's), and a body of some part of
    it ("the province's police watchdog")."""
    words = roster.names.words
    if any(c.dep_ == "poss" and c.lower_ in PARTLY for c in (*token.lefts, *token.head.lefts)):
        return True
    return token.lower_ in words.body_kinds["countries"] - {"government"} and token.dep_ not in ("poss", "pobj")
