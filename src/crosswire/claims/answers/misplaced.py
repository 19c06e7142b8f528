"""A name in a place of the grammar that is something else there: where it was and who suffered it did not do it, and
whose it was is no place."""

from __future__ import annotations

from spacy.tokens import Token

from crosswire.claims.answers.fit import Answer, Context, acts
from crosswire.claims.grammar import tree as g
from crosswire.claims.mentions import Hit
from crosswire.claims.placed import Placed
from crosswire.claims.tokens import HEADED
from crosswire.model import Attribute, Party, Place

AIMS = frozenset({"against", "toward", "object"})
SUFFERED = frozenset({"attack", "bombing", "shooting", "blast", "explosion", "massacre", "killing", "murder"})
STRIKES = SUFFERED | {"strike", "airstrike", "airstrikes", "raid", "operation", "offensive", "bombardment", "shelling"}
TARGETS = frozenset({"on", "against", "upon", "toward", "towards", "into"})
CAUSES = frozenset({"after", "amid", "following"})
# What lies or goes outside the country it is of, or is none of its places: "at the U.S. embassy in Halden".
AFIELD = frozenset({
    "embassy", "consulate", "mission", "base", "airbase", "ship", "vessel", "boat", "tanker", "warship", "carrier",
    "plane", "aircraft", "airliner", "jet", "flight", "helicopter", "census", "election", "team", "citizen", "national",
})  # fmt: skip
MATTERS = frozenset({"investigation", "probe", "inquiry", "policy", "deal", "affair", "scandal"})  # "the Norway probe"
SCENES = frozenset({"in", "at", "near", "outside"})
BEFALLS = frozenset({"have", "see", "suffer", "experience", "face", "witness", "endure", "undergo", "survive"})


def misplaced(answer: Answer, place: str, token: Token, hit: Hit, context: Context) -> bool:
    """Whether a name in a place of the grammar is something else there: what is aimed at or where it was."""
    attribute = hit.frame.attribute(answer.attribute)
    if place == "at" and attribute is not None and _is_aimed_at(answer, attribute):
        return True
    return _suffered_it(answer, token.doc[answer.end - 1], context)


def of_cause(answer: Answer, hit: Hit) -> bool:
    """Whether a headline's place is of what came before, and nothing tells that this was there too: "Norway boards ship
    after cable break off Shetland"."""
    doc = hit.token.doc
    if answer.attribute != "where" or answer.passage != hit.passage or not doc.user_data.get(HEADED):
        return False
    return any(t.lower_ in CAUSES for t in doc[hit.token.i + 1 : answer.start])


def scene(placed: Placed | None, noun: Token, passage: int, context: Context) -> Placed | None:
    """The place that a noun's phrase tells: the one at the noun, else one inside the phrase; None where it only says
    who acts there or whose it is."""
    if placed is None and noun.lemma_.lower() != "direction":
        inside = context.board.below(passage, noun, "place")
        placed = next((p for p in inside if not acts(p)), None)
    return None if placed is not None and _owns(placed, noun) else placed


def _owns(placed: Placed, noun: Token) -> bool:
    """Whether a country is no scene but whose a strike was: "killed in a US air strike", "in an Israeli raid"; "in the
    Syria strikes" and "the Oslo bombings" tell where; or whose embassy, base or ship."""
    value, word = placed.found.value, placed.root
    country = isinstance(value, Place) and value.kind == "country" and word.i < noun.i
    if country and noun.lemma_.lower() in AFIELD:
        return True
    return country and noun.lemma_.lower() in STRIKES and _is_adjective(word)


def is_anothers(country: Token) -> bool:
    """Whether a country before a noun behind a preposition is whose that is: "in a U.S. census", "of a US computer"."""
    noun = country.head
    return noun.lemma_.lower() in AFIELD | MATTERS or (noun.head.lower_ == "of" and _is_adjective(country))


def _is_adjective(name: Token) -> bool:
    """Whether a country's name tells whose something is: "Israeli", "U.S.", "UK"; a noun before a noun tells where."""
    return name.pos_ == "ADJ" or name.ent_type_ == "NORP" or "." in name.text or name.text.isupper()


def _suffered_it(answer: Answer, name: Token, context: Context) -> bool:
    """Whether somebody's name before an event only tells where it was: "the Paris attack", "the Syria strikes",
    "Iraq's worst bombing", "Norland had its first attack"; of a test or of "Moscow's attack" it did it."""
    value, event = answer.value, name.head
    if not isinstance(value, Party):
        return False
    if name.dep_ in g.SUBJECTS and event.lemma_.lower() in BEFALLS:
        return any(noun.lemma_.lower() in SUFFERED for noun in g.objects(event))
    country = value.kind == "country"
    if name.dep_ == "poss" and country and event.lemma_.lower() in SUFFERED:
        ranked = any(c.tag_ in ("JJS", "RBS") and c.lower_ not in ("latest", "last") for c in event.lefts)
        return ranked or _is_at_home(answer, value, event, context)
    if event.lemma_.lower() not in STRIKES or event.i <= name.i or name.dep_ not in ("compound", "nmod", "nsubj"):
        return False
    if name.pos_ != "PROPN" or (country and _is_adjective(name)) or name.ent_type_ not in ("GPE", "LOC", "FAC"):
        return False
    town = country and value.name != name.text and event.lemma_.lower() in SUFFERED
    return town or not any(word in TARGETS for word, _ in g.prepositions(event))


def _is_at_home(answer: Answer, owner: Party, event: Token, context: Context) -> bool:
    """Whether a country's attack was in that country: "Norland's attack in Oslo" was none by Norland."""
    for word, noun in g.prepositions(event):
        placed = context.board.at(answer.passage, noun, "place") if word in SCENES else None
        where = placed.found.value if placed is not None else None
        if isinstance(where, Place) and where.country == owner.country:
            return True
    return False


def _is_aimed_at(answer: Answer, attribute: Attribute) -> bool:
    """Whether a place behind "at" is what is aimed at and no scene: nothing happens "at Japan"."""
    value = answer.value
    return isinstance(value, Place) and value.kind == "country" and "in" in attribute.at and not AIMS & {*attribute.at}
