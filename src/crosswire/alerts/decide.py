"""Is what changed about an event news for a watch? A watch, what it was told, what is known now -> a decision.

A watch is told of an event once all that it asks for holds; from then on only of what changed since it was told, and of
nothing twice. What it was told is kept beside it (`Told`), so that a change that came and went in between is no news.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from crosswire.alerts.news import HEIGHT, Look, News, numbers, since, span_of
from crosswire.alerts.scenes import lie_of
from crosswire.alerts.words import answer
from crosswire.model import (
    WHETHER,
    Decision,
    NewsKind,
    Party,
    Picture,
    Quantity,
    StandingName,
    Told,
    Watch,
    Whereabouts,
)

RULES = "alert.v2"
NEAR = ("second", "minute", "hour", "day")  # how finely the time of what is coming must be told to be near


def decide(watch: Watch, told: Told | None, picture: Picture, look: Look) -> Decision:
    """The decision on an event; the look's changes are all of it since the watch was told, in their order.

    Without a time (a dry run over an archive) nothing is too old, and nothing near.
    """
    if told is not None:
        where = _where(watch, picture)
        news = (*since(watch, told, picture, look, where), *_soon(watch, told, picture, look.now))
        if not news:
            return Decision(False, (), None, ("nothing has changed that this watch counts as news",))
        return _decision(watch, told, picture, (where, look), news)
    if refused := (*_missing(watch, picture), *_old(watch, picture, look.now)):
        return Decision(False, (), None, refused)
    where = _where(watch, picture)  # last, as it costs most
    if where is not None and not _may_concern(watch, where):
        return Decision(False, (), where, (f"it is not known to be in the area: {where.why}",))
    return _decision(watch, None, picture, (where, look), _first(watch, picture, look.now))


def _where(watch: Watch, picture: Picture) -> Whereabouts | None:
    return lie_of(picture, watch.area) if watch.area is not None else None


def _may_concern(watch: Watch, where: Whereabouts) -> bool:
    """Whether it was in or near the area, or may have been: of "the Red Sea" a part lies in it."""
    if where.relation == "unknown":
        return where.share is not None and where.share >= watch.least_chance
    return where.relation in ("inside", "near")


def _decision(
    watch: Watch,
    told: Told | None,
    picture: Picture,
    at: tuple[Whereabouts | None, Look],
    news: tuple[News, ...],
) -> Decision:
    where, look = at
    wanted = tuple(one for one in news if one[0] in watch.news)
    is_ahead = any(kind == "ahead" for kind, _ in news) or (told is not None and told.ahead_told)
    now_told = Told(
        watch=watch.id,
        event=picture.event.id,
        number=(told.number if told else 0) + bool(wanted),
        standings={f.attribute: f.standing for f in picture.facts},
        values={f.attribute: answer(f.value, look.words) for f in picture.facts if f.value is not None},
        numbers={f.attribute: span for f in picture.facts if (span := numbers(f)) is not None},
        alert=told.alert if told else None,
        ahead_told=is_ahead,
        relation=where.relation if where is not None else None,
    )
    reasons = tuple(words for _, words in wanted) or ("it is of a kind that this watch does not count as news",)
    reasons += (where.why,) if where is not None and wanted else ()
    return Decision(bool(wanted), wanted, where, reasons, now_told)


def _first(watch: Watch, picture: Picture, now: datetime | None) -> tuple[News, ...]:
    if picture.ahead:
        kind: NewsKind = "ahead" if _is_near(watch, picture, now) else "new"
        return ((kind, f"expected: {picture.event.title}"),)
    return (("new", picture.event.title),)


# --- what a watch asks for ----------------------------------------------------------------------------------------


def _missing(watch: Watch, picture: Picture) -> Iterator[str]:
    """Each thing but the area that the watch asks for and the event lacks, in words."""
    if not picture.real:
        yield "no report tells of it as an event"
    if watch.frames and picture.event.frame not in watch.frames:
        yield f"it is of another kind ({picture.event.frame.replace('_', ' ')})"
    if watch.actors and not watch.actors & set(actors_of(picture)):
        yield f"none of {', '.join(sorted(watch.actors))} takes part"
    if watch.words and not any(word in words_of(picture) for word in watch.words):
        yield f"none of the words {', '.join(sorted(watch.words))} is in it"
    yield from _unsure(watch, picture)
    yield from (f"{name} is not known to be {least:g} or more" for name, least in watch.severity.items()
                if not _is_severe(watch, picture, name, least))  # fmt: skip


def _unsure(watch: Watch, picture: Picture) -> Iterator[str]:
    standing, origins = standing_of(picture)
    if HEIGHT[standing] < HEIGHT[watch.least_standing]:
        yield f"it is only {standing}; this watch asks for {watch.least_standing}"
    elif origins < watch.least_origins:
        count = f"{origins} independent origin{'s' * (origins != 1)}"
        yield f"it rests on {count}; this watch asks for {watch.least_origins}"


def _old(watch: Watch, picture: Picture, now: datetime | None) -> Iterator[str]:
    """What reports look back on is no news: the quake of six years ago."""
    when = picture.event.when
    if now is not None and when is not None and when.end is not None and when.end < now - watch.recent:
        yield f"it was over by {when.end:%Y-%m-%d}, longer ago than {watch.recent.days} days"


def _is_severe(watch: Watch, picture: Picture, name: str, least: float) -> bool:
    """Whether the attribute is at least so great: by a fact that stands as asked, or by all sides of a dispute."""
    fact = next((f for f in picture.facts if f.attribute == name), None)
    if fact is None:
        return False
    if fact.standing == "disputed":
        spans = [span_of(c.value) for c in fact.candidates if isinstance(c.value, Quantity)]
        return bool(spans) and all(span is not None and span[0] >= least for span in spans)
    span = numbers(fact)
    return HEIGHT[fact.standing] >= HEIGHT[watch.least_standing] and span is not None and span[0] >= least


def standing_of(picture: Picture) -> tuple[StandingName, int]:
    """How the event itself stands and on how many independent origins: that it happened or is expected, else
    its best-known fact."""
    happened = [f for f in picture.facts if f.attribute in WHETHER]
    facts = happened or sorted(picture.facts, key=lambda f: -HEIGHT[f.standing])
    if not facts:
        return "reported", 0
    best = facts[0]
    return best.standing, max((len(c.independent or ()) for c in best.candidates), default=0)


def actors_of(picture: Picture) -> list[str]:
    """Everybody that an answer names, under each one name."""
    values = (c.value for f in picture.facts for c in f.candidates)
    return sorted({v.name for v in values if isinstance(v, Party)})


def words_of(picture: Picture) -> str:
    """The words an event is told in: its title and its answers, in small letters."""
    told = [picture.event.title, *(c.value.text for f in picture.facts for c in f.candidates)]
    return " ".join(told).lower()


def _soon(watch: Watch, told: Told, picture: Picture, now: datetime | None) -> Iterator[News]:
    if picture.ahead and not told.ahead_told and _is_near(watch, picture, now):
        yield "ahead", f"expected soon: {picture.event.title}"


def _is_near(watch: Watch, picture: Picture, now: datetime | None) -> bool:
    when = picture.event.when
    if now is None or when is None or when.start is None or when.granularity not in NEAR:
        return False  # "in the coming months" begins at once, and is near at no time
    return now <= when.start <= now + watch.ahead


def ahead_from(watch: Watch, picture: Picture) -> datetime | None:
    """From when on a coming event counts as near for a watch; None where it is not coming, or nobody says when."""
    when = picture.event.when
    return when.start - watch.ahead if picture.ahead and when is not None and when.start is not None else None
