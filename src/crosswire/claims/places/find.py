"""Where: the places that a report names, each resolved to one spot on the map, with how the text relates to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.claims.parse import Passage, plain
from crosswire.claims.places.choose import Choice, choose
from crosswire.claims.places.clues import entities_of
from crosswire.claims.places.features import features, lying, without
from crosswire.claims.places.gazetteer import Gazetteer, Spot, load_gazetteer
from crosswire.claims.places.names import Name, names_in
from crosswire.claims.places.phrases import placed
from crosswire.claims.places.unnamed import homes_of, unnamed
from crosswire.claims.places.weigh import AGAIN, Surroundings, counts, odds, surroundings
from crosswire.model import Place, Recognised, Span

JOINED = frozenset({" and ", " and the ", ", and ", " or ", " or the ", ", ", " and in ", " as well as "})

AT = re.compile(r"\b([Aa]t|[Nn]ear|[Oo]utside) (?:the )?$")
AREA = re.compile(
    r"(?: [A-Z][\w'\u2019-]+){0,3} (?:[Aa]irport|(?:[Tt]rain |[Rr]ailway )?[Ss]tation|[Hh]arbou?r|[Pp]ort|[Ss]tadium"
    r"|[Aa]irfield|[Aa]ir ?[Bb]ase|[Rr]acecourse)\b"
)
ENGLISH = re.compile(r"\b(?:(?:North|South)?(?:[Ee]ast|[Ww]est)|North|South|Central|Upper|Lower)(?:ern)?\b")

__all__ = ["Gazetteer", "Places", "find_places", "load_gazetteer", "read_places"]


@dataclass(frozen=True, slots=True)
class Places:
    """What a report says of places: those where something is or happens, and those that only belong to another name
    ("Japanese", "the Georgia Supreme Court"; relation "of"). Both in the order of the text."""

    located: tuple[Recognised, ...]
    associated: tuple[Recognised, ...]


def find_places(text: str, passages: Sequence[Passage], gazetteer: Gazetteer) -> tuple[Recognised, ...]:
    """The places that a report names, in the order of its text. `text` is the report's, `passages` its parse.

    The span is the name itself; the value's text is the whole phrase, with direction and distance.
    """
    return read_places(text, passages, gazetteer).located


def read_places(text: str, passages: Sequence[Passage], gazetteer: Gazetteer, dateline: str | None = None) -> Places:
    """All that `find_places` finds, and apart from it the places in adjectives, peoples and other names. What a
    `dateline` names ("LIMA, Peru") is none of them, but speaks for what lies there."""
    seen: dict[str, tuple[Spot, ...]] = {}
    tagged = [(p.offset, plain_text(text, p), entities_of(p.doc)) for p in passages]
    names = [n for offset, words, found in tagged for n in names_in(words, offset, found, gazetteer, seen)]
    shaped = features(text, names)
    names = without(names, shaped)
    people = (words[e.start : e.end] for _, words, entities in tagged for e in entities if e.label == "PERSON")
    written = list(names_in(dateline, len(text), (), gazetteer, seen)) if dateline else []
    around = surroundings(f"{text}{dateline or ''}", [*names, *written], people)
    maybe = [n for n in names if counts(n, around, gazetteer.weights["place_first"])]
    chosen = choose([*maybe, *written], around.named, gazetteer.weights["resolve"])
    kept = meant(maybe, chosen, around, gazetteer.weights["place"])
    plainly = [recognised(text, n, chosen[n.key].spot) for n in kept if not n.inside]
    plainly += lying(shaped, plainly, homes_of(text, names, plainly, gazetteer), text)
    located = settled(text, sorted(plainly, key=lambda one: one.span.start), gazetteer)
    located = sharing(text, merged(located, unnamed(text, names, located, gazetteer)))
    others = [(n, n.spots[0]) for n in names if n.people] + [(n, chosen[n.key].spot) for n in kept if n.inside]
    others.sort(key=lambda pair: pair[0].start)
    return Places(tuple(located), tuple(recognised(text, n, spot, of_or_at(text, n)) for n, spot in others))


def of_or_at(text: str, name: Name) -> str:
    """How a name that another holds stands: what is "at San Francisco International Airport" is there, what "Georgia
    Supreme Court" rules is not."""
    at = AT.search(text[max(0, name.start - 12) : name.start])
    return at[1].lower() if at and AREA.match(text, name.end) else "of"


def meant(
    names: Sequence[Name], chosen: Mapping[str, Choice], around: Surroundings, weights: Mapping[str, float]
) -> list[Name]:
    """The names that are meant as places; one that surely is in one sentence of a report is in others."""
    rated = [(n, odds(n, chosen[n.key], around, weights)) for n in names]
    sure = {n.key for n, rate in rated if rate > 0 and not n.inside}
    return [n for n, rate in rated if rate > (AGAIN if n.key in sure and not n.inside else 0)]


def plain_text(text: str, passage: Passage) -> str:
    """The text of a passage as the parser saw it; far cheaper than to put its tokens together again."""
    if not len(passage.doc):
        return ""
    last = passage.doc[-1]
    return plain(text[passage.offset : passage.offset + last.idx + len(last.text_with_ws)])


def settled(text: str, found: Sequence[Recognised], gazetteer: Gazetteer) -> list[Recognised]:
    """Places with what the words around them say; in "in Gaza and the West Bank" the second is where the first is."""
    done: list[Recognised] = []
    for one in found:
        if not isinstance(one.value, Place):
            continue
        place = placed(text, (one.span.start, one.span.end), one.value, gazetteer)
        done.append(replace(one, value=place))
    return sharing(text, done)


def sharing(text: str, found: Sequence[Recognised]) -> list[Recognised]:
    """The same places, where one behind "and" is where the one before is: "outside Japanese territory and its EEZ"."""
    done: list[Recognised] = []
    for one in found:
        last, value = (done[-1] if done else None), one.value
        if isinstance(value, Place) and not value.relation and last and text[last.span.end : one.span.start] in JOINED:
            one = replace(one, value=replace(value, relation=shared(last)))
        done.append(one)
    return done


def shared(found: Recognised) -> str | None:
    """The relation that a place behind "and" takes over: a bare preposition, no direction or coast."""
    value = found.value
    return value.relation if isinstance(value, Place) and " " not in (value.relation or "") else None


def merged(named: Sequence[Recognised], others: Iterable[Recognised]) -> list[Recognised]:
    """Both in the order of the text; what overlaps a named place is left out ("the Sea of Japan" holds "the sea")."""
    done: list[Recognised] = []
    taken = {id(one) for one in named}
    for one in sorted([*named, *others], key=lambda found: (found.span.start, -found.span.end)):
        if not done or one.span.start >= done[-1].span.end:
            done.append(one)
        elif id(one) in taken and id(done[-1]) not in taken:
            done[-1] = one
    return done


def recognised(text: str, name: Name, spot: Spot, relation: str | None = None) -> Recognised:
    """One name with the place it means."""
    span = Span.of(text, name.start, name.end)
    # "South Sumatra", as the reports have it, and not "Sumatera Selatan"
    english = spot.other and spot.kind == "region" and ENGLISH.search(span.exact) is not None
    proper = span.exact if spot.name.islower() or english else spot.name
    where = (spot.lat, spot.lon, relation, spot.kind, spot.radius_km, spot.division or None)
    return Recognised(span, Place(span.exact, proper, spot.country, *where))
