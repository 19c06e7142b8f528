"""Brief -> Sheet: what a reader reads, in which order, in which words. Formats only lay it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from crosswire.brief.ahead import coming
from crosswire.brief.contrary.shown import contradicted
from crosswire.brief.copies import copied, shared
from crosswire.brief.graph import graph_of
from crosswire.brief.graph_svg import as_svg
from crosswire.brief.index import Index, index
from crosswire.brief.lines import counting, independent, lines, most_precise, names
from crosswire.brief.moments import moment
from crosswire.brief.once import once
from crosswire.brief.opinions import opinions
from crosswire.brief.phrase import location
from crosswire.brief.provenance import roots, rows
from crosswire.brief.sayings import home, sayings
from crosswire.brief.sheet import Checked, Note, Sheet, Story
from crosswire.brief.wording import Wording
from crosswire.model import Brief, Event, Place, Role, Span, Time

PICTURED = 60  # reports; a picture of more helps nobody, and `crosswire origins` draws it for who wants it
VERDICTS = {"inconsistent": 0, "consistent": 1, "unchecked": 2}
AWAY = ("from", "to", "toward", "towards", "against", "by", "with")  # where somebody came from or was bound


def compose(brief: Brief, wording: Wording, pictured: bool = True, at: datetime | None = None) -> Sheet:
    """Everything a page shows; `pictured`: with the drawing of who rests on whom.

    `at` is when it is read, for telling what is still to come; where it is not given, when the last report came out.
    """
    found = index(brief, wording)
    contradictions, told = contradicted(found)
    found = replace(found, passed_on=found.passed_on | told)  # what they said stands once
    main = [e for e in brief.events if e.role == "main"]
    stories = tuple(_story(event, found) for event in main)
    others = sayings((s for s in brief.statements if home(s, found) not in {e.id for e in main}), found)
    *own, others = once([*(story.sayings for story in stories), others], found)
    stories = tuple(replace(story, sayings=said) for story, said in zip(stories, own, strict=True))
    stories = (*(replace(story, contradictions=contradictions) for story in stories[:1]), *stories[1:])
    reactions, background, ahead = _notes("reaction", found), _notes("background", found), coming(found, _note, at)
    notes = [e for note in (*reactions, *background, *ahead) for e in note.evidence]
    said = [e for one in (*(s for story in stories for s in story.sayings), *others) for e in one.evidence]
    facts = [e for story in stories for line in story.lines for e in line.evidence]
    facts += [e for one in contradictions for e in one.evidence]
    return Sheet(
        version=brief.version,
        stories=stories,
        sayings=others,
        reactions=reactions,
        background=background,
        ahead=ahead,
        opinions=opinions(found, (*facts, *said, *notes)),
        checks=_checks(found),
        rows=rows(found),
        roots=roots(found),
        shared=shared(found),
        picture=as_svg(graph_of(brief)) if pictured and len(brief.reports) <= PICTURED else "",
        warnings=brief.warnings,
        headings=tuple((name, wording.heading[name]) for name in ("corroborated", "reported", "disputed", "withdrawn")),
    )


def _story(event: Event, found: Index) -> Story:
    facts = found.facts.get(event.id, ())
    origins = max((independent(counting(c), found) for f in facts for c in f.candidates), key=len, default=[])
    told = {f.attribute: most_precise(f) for f in facts}
    when, where = told.get("when") or event.when, told.get("where") or event.where  # as the table below has it
    away = isinstance(where, Place) and where.relation in AWAY
    return Story(
        title=event.title,
        when=moment(when) if isinstance(when, Time) else "",
        where=location(where, found.wording) if isinstance(where, Place) and not away else "",
        outlets=found.outlets(event.reports),
        reports=len(event.reports),
        copies=len(copied(found.brief) & set(event.reports)),
        origins=names(origins, found),
        lines=lines(facts, found),
        sayings=sayings((s for s in found.brief.statements if home(s, found) == event.id), found),
        why=event.why,
    )


def _notes(role: Role, found: Index) -> tuple[Note, ...]:
    """The events of a role, the latest first; one of which no words can be shown tells a reader nothing, nor does one
    without a title in sentences that another shows."""
    events = [e for e in found.brief.events if e.role == role and e.shown and e.naming != "nothing"]
    notes = [_note(event, found) for event in sorted(events, key=_latest_first)]
    shown = [words for note in notes if note.what for words in _spans(note)]
    kept = []
    for note in notes:
        own = _spans(note)
        if (note.evidence or note.lines) and (note.what or not all(_is_shown(words, shown) for words in own)):
            kept.append(note)
        shown += own
    return tuple(kept)


def _spans(note: Note) -> list[tuple[int, Span]]:
    """Where the words of a note stand: the report's number and the span."""
    return [(item.report, span) for item in note.evidence for span in item.around]


def _is_shown(words: tuple[int, Span], shown: Sequence[tuple[int, Span]]) -> bool:
    return any(report == words[0] and span.overlaps(words[1]) for report, span in shown)


def _latest_first(event: Event) -> float:
    at = event.when and (event.when.start or event.when.end)
    return -at.timestamp() if at else float("inf")


def _note(event: Event, found: Index) -> Note:
    facts = lines(found.facts.get(event.id, ()), found)
    standings = {f.standing for f in facts}
    label = next((found.wording.standing[s] for s in ("disputed", "withdrawn", "corroborated") if s in standings), "")
    told = (c.id for c in found.told.get(event.id, ()))
    what = event.title if event.naming == "title" else ""
    return Note(moment(event.when) if event.when else "", what, label, found.words(told), facts, event.id)


def _checks(found: Index) -> tuple[Checked, ...]:
    ordered = sorted(found.brief.checks, key=lambda c: VERDICTS[c.verdict])
    return tuple(
        Checked(c.verdict, found.wording.verdict[c.verdict], c.explain, found.words(c.claims)) for c in ordered
    )
