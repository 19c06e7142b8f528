"""Where an event was, or was felt, or came down: all the places an area is asked about, not only the first.

A missile is launched in one place and comes down in another, and whoever sails there asks about the second. What a ship
was bound for, or whose flag it flew, is no place of the event.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crosswire.alerts.areas import Scene, scene_of, whereabouts
from crosswire.model import Area, Fact, Picture, Place, Whereabouts

AT = ("where", "epicentre")  # the place itself: where one is known, the coarser scene of the event is not asked
FELT, LANDED, TOWARD = "felt", "landed", "toward"  # the last is asked only while nobody tells where it came down
OVER = ("over", "across", "through", "above")  # it was there too, wherever it came down
FROM = ("weapons_test",)
ORDER = {"inside": 0, "near": 1, "unknown": 2, "outside": 3}


def scenes_of(picture: Picture) -> list[tuple[str, Scene]]:
    """Each place of the event that has a position, with the question it answers ("" for the event's own)."""
    found = ((question, scene_of(place)) for question, place in places_of(picture))
    return [(question, scene) for question, scene in found if scene is not None]


def places_of(picture: Picture) -> list[tuple[str, Place]]:
    """The places themselves."""
    facts = {f.attribute: f for f in picture.facts}
    at = [place for name in AT if name in facts for place in _places(facts[name])]
    own = [("", place)] if not at and (place := own_place(picture)) is not None else []
    felt, landed, toward = (list(_places(facts[name])) if name in facts else [] for name in (FELT, LANDED, TOWARD))
    over = [(question, place) for question, place in toward if place.relation in OVER]
    return list(dict.fromkeys([*at, *own, *felt, *(landed or toward), *over]))


def own_place(picture: Picture) -> Place | None:
    """Where the event itself was, finest first: a launch is "from" there, a ship only came from there."""
    facts = {f.attribute: f for f in picture.facts}
    told = [place for name in AT if name in facts for _, place in _places(facts[name])]
    where = picture.event.where
    if told or where is None:
        return told[0] if told else None
    return where if where.relation != "from" or picture.event.frame in FROM else None


def _places(fact: Fact) -> Iterator[tuple[str, Place]]:
    """Those of the answer that holds; of a dispute, of all sides: nobody can say which it was."""
    if fact.standing == "withdrawn":
        return
    held = fact.standing != "disputed" and fact.value is not None
    for value in [fact.value] if held else [c.value for c in fact.candidates]:
        if isinstance(value, Place) and value.relation != "outside" and scene_of(value) is not None:
            yield "" if fact.attribute in AT else fact.question, value


def _told_outside(picture: Picture, area: Area) -> str | None:
    """The words of whoever says that it was outside this state's zone."""
    values = (c.value for f in picture.facts if f.attribute in (*AT, LANDED) for c in f.candidates)
    outside = (v for v in values if isinstance(v, Place) and v.relation == "outside" and v.kind == "zone")
    return next((v.text for v in outside if v.country == area.country), None)


def lie_of(picture: Picture, area: Area) -> Whereabouts:
    """How an event lies to an area by whichever of its places is nearest to being in it."""
    found = [(question, whereabouts(area, scene)) for question, scene in scenes_of(picture)]
    if not found:
        return whereabouts(area, None)
    if area.reach == "zone" and (told := _told_outside(picture, area)):
        found = [(q, replace(w, why=f"{w.why}; but told to have been “{told}”")) if w.relation == "unknown" else (q, w)
                 for q, w in found]  # fmt: skip
    question, best = min(found, key=lambda one: (ORDER[one[1].relation], -(one[1].share or 0.0), one[0]))
    why = f"{question} {best.why}" if question else best.why
    return replace(best, why=why)
