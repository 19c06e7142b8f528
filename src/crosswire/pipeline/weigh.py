"""Readings -> the brief: reprints, events, facts, statements, what is expected, checks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain
from typing import Protocol

from crosswire import __version__
from crosswire.claims.frames_load import Frames
from crosswire.claims.quantities.units import Units
from crosswire.claims.rules import RULES as READ_RULES
from crosswire.compare import Scale
from crosswire.events.faces import answers_as, apart, beside
from crosswire.events.nodes import NEWS
from crosswire.events.score import Table
from crosswire.events.tell import RULES as LINK_RULES
from crosswire.events.tell import make_events
from crosswire.events.words import load_words
from crosswire.facts import checks, origins, reprints, said, weigh
from crosswire.facts.align import Backed
from crosswire.facts.alike import confirming
from crosswire.facts.contested import answers_somebody, backed_by, of_others, tells
from crosswire.facts.headlines import as_the_text_says
from crosswire.facts.implied import also_said
from crosswire.facts.no_answer import is_empty
from crosswire.facts.one_name import one_name, renamed
from crosswire.facts.opening import in_passing
from crosswire.facts.origins.cited import cited
from crosswire.facts.origins.found import relayed
from crosswire.facts.origins.public import attended, is_public
from crosswire.facts.undated import dated
from crosswire.facts.weigh_rules import Setting
from crosswire.model import Attribute, Brief, Claim, Event, Fact, Frame, Mention, Reading, Text
from crosswire.pipeline.expected import EXPECTED, HAPPENED, about, is_coming
from crosswire.pipeline.origins import Tracing, public_claims, teller_of, ties_of

Progress = Callable[[int, int | None], None]
RULES = {
    "read": READ_RULES,
    "copies": reprints.RULES,
    "origins": origins.RULES,
    "link": LINK_RULES,
    "weigh": weigh.RULES,
    "checks": checks.RULES,
    "said": said.RULES,
}
CIRCUMSTANCES = ("time", "place", "text")
DOERS = ("who", "by_whom")


class Measures(Protocol):
    """What weighing needs of the tables."""

    @property
    def frames(self) -> Frames:
        """The kinds of events."""
        ...

    @property
    def units(self) -> Units:
        """How units convert."""
        ...


def weigh_all(readings: Sequence[Reading], reader: Measures, warnings: Sequence[str]) -> Brief:
    """From readings to the brief: reprints, events, facts, statements, what is expected, checks."""
    reports = {r.report.id: r.report for r in readings}
    copies = reprints.find_reprints([r.report for r in readings])
    claims = tuple(c for r in readings for c in r.claims)
    ties = ties_of(copies, reports, claims)
    scale = scale_of(reader)
    events = make_events(readings, table_of(reader))
    event_of = claim_events(events, claims)
    by_event = _grouped(claims, event_of)
    tracing = Tracing(reports, ties)
    traced = list(tracing.all(claims, public_claims(claims, event_of, events, frames_by_name(reader))))
    mentions = {m.id: m for r in readings for m in r.mentions}
    facts = tuple(f for e in events for f in facts_of(e, by_event.get(e.id, ()), tracing, (reader, mentions)))
    coming = {e.id for e in events if e.role == "ahead"}
    loose = [c for c in claims if c.mention is None and event_of.get(c.id) not in coming]
    cited = {o for f in facts for c in f.candidates for o in c.origins}
    return Brief(
        version=__version__,
        rules=RULES,
        reports=tuple(reports.values()),
        reprints=copies,
        claims=claims,
        claim_event=event_of,
        events=events,
        facts=facts,
        origins=tuple(o for o in origins.collect(traced) if o.id in cited or o.kind not in ("unknown", "unnamed")),
        statements=said.statements(
            claims, event_of, events[0] if events else None, teller_of(reports, ties), ties.people
        ),
        ahead=said.ahead(events, by_event, loose),
        checks=checks.check_all(checks.Known(events, by_event, mentions, scale)),
        warnings=(*warnings, *(w for r in reports.values() for w in r.warnings)),
    )


def claim_events(events: Sequence[Event], claims: Sequence[Claim]) -> dict[str, str]:
    """Claim id -> event id: by the mention the claim is about, else by what else the same words of speech tell of."""
    return claim_homes({mention: event.id for event in events for mention in event.mentions}, claims)


def claim_homes(home: Mapping[str, str], claims: Sequence[Claim]) -> dict[str, str]:
    """Claim id -> event id, from the event of each mention."""
    found = {c.id: home[c.mention] for c in claims if c.mention is not None and c.mention in home}
    by_cue = {(c.report, c.cue.start): found[c.id] for c in reversed(claims) if c.id in found and c.cue is not None}
    for claim in claims:
        if claim.mention is not None and claim.attribute is not None:
            continue  # it answers for an event of its own, which is none that is listed
        if claim.id not in found and claim.cue is not None and (claim.report, claim.cue.start) in by_cue:
            found[claim.id] = by_cue[(claim.report, claim.cue.start)]
    return found


def facts_of(
    event: Event,
    claims: Sequence[Claim],
    tracing: Tracing,
    told_by: tuple[Measures, Mapping[str, Mention]],
) -> Iterator[Fact]:
    """The facts of one event: whether it happened, then the frame's questions in their order; `told_by`: the tables,
    and the mentions by id."""
    (reader, mentions), alone = told_by, apart(event.frame)
    coming, frame = is_coming(event, mentions), None if event.frame == NEWS else told_by[0].frames.named(event.frame)
    by_attribute: dict[str, list[Backed]] = defaultdict(list)
    silent = {c.id for c in claims if alone and _is_apart(c, HAPPENED.name, alone, mentions)}
    for claim in claims:
        if alone and claim.attribute is not None and _is_apart(claim, claim.attribute, alone, mentions):
            continue
        mention = mentions.get(claim.mention or "")
        if claim.attribute is not None and about(claim, mention, coming) and tells(claim):
            by_attribute[_asked(claim, event, mention)].append(
                backed_by(claim, mention, tracing.reports[claim.report], tracing.of(claim))
            )
    by_attribute[HAPPENED.name] = _of_its_kind(by_attribute[HAPPENED.name], mentions, reader.frames)
    _drop_others(by_attribute, scale_of(reader))
    for name, one in list(also_said(by_attribute, scale_of(reader))):
        by_attribute[name].append(one)
    own = [mentions[m] for m in event.mentions if m in mentions]
    by_attribute, own = renamed(by_attribute, own, one_name(by_attribute, tracing.ties.offices.nicknames))
    by_attribute[HAPPENED.name] += implied(event, by_attribute, silent)
    happened = by_attribute[HAPPENED.name]  # of what nobody says that it happened nobody disputes anything
    unheard_of = bool(happened) and all(b.claim.stance == "denies" for b in happened)
    scale, disputed = scale_of(reader), False
    everything, passing = [*chain(*by_attribute.values())], in_passing(own, tracing.reports)
    for attribute in _questions(event, by_attribute, reader, Counter(m.frame for m in own)):
        answering = [b for b in by_attribute.get(attribute.name, ()) if not is_empty(b.claim.value)]
        told = _undenied(attribute, answering)
        unsaid = unheard_of or attribute.type in CIRCUMSTANCES or all(len(b.claim.speakers) == 1 for b in told)
        if all(b.claim.stance == "denies" for b in told):
            contested = any(answers_somebody(b.claim) for b in told)
            if not contested or (attribute is not HAPPENED and unsaid):
                continue  # nobody disputes what nobody says, nor does a paper that tells what was not so
        told = _by_type(attribute, told, event, tracing)
        if is_public(frame, attribute.name):
            told = attended(told)
        if attribute.found:
            told = relayed(told)
        told = confirming(cited(told, attribute, everything, tracing.reports), own, scale)
        asked = EXPECTED if coming and attribute is HAPPENED else attribute
        fact = weigh.weigh(event.id, asked, told, scale, Setting(disputed, passing))
        if fact is not None:
            disputed = disputed or (attribute is HAPPENED and fact.standing == "disputed")
            yield fact


def _by_type(attribute: Attribute, told: Sequence[Backed], event: Event, tracing: Tracing) -> Sequence[Backed]:
    """Numbers as the text below a headline has them, days called by name as those that others date."""
    if attribute.type == "quantity":
        return as_the_text_says(told, tracing.reports)
    return dated(told, event.when) if attribute.type == "time" else told


def _asked(claim: Claim, event: Event, mention: Mention | None) -> str:
    """The question of an event that a claim answers: whom a death befell is whom the killing befell."""
    attribute = claim.attribute or ""
    return attribute if mention is None else answers_as(event.frame, mention.frame).get(attribute, attribute)


def _drop_others(told: dict[str, list[Backed]], scale: Scale) -> None:
    """Leave out what is denied of another's deed: all that a mention tells but who did not do it."""
    doers = [b for name in DOERS for b in told.get(name, ()) if not is_empty(b.claim.value)]
    others = of_others(doers, scale)
    for name in set(told) - set(DOERS):
        told[name] = [b for b in told[name] if b.claim.mention not in others]


def _undenied(attribute: Attribute, told: Sequence[Backed]) -> Sequence[Backed]:
    """What is told of a circumstance, or of whom it befell, without denials of the act, where somebody states it.

    Who "denied bombing a funeral hall in Sanaa" denies the act and its actor, not that the hall stands in Sanaa; who
    "denies meddling in the 2016 election" not that it was in 2016.
    """
    befell = attribute.type == "party" and attribute.name not in DOERS
    if attribute.name == HAPPENED.name or not (attribute.type in CIRCUMSTANCES or befell):
        return told
    kept = [b for b in told if b.claim.stance != "denies"]
    return kept if any(b.claim.stance != "denies" for b in kept) else told


def _of_its_kind(told: Sequence[Backed], mentions: Mapping[str, Mention], frames: Frames) -> list[Backed]:
    """Whether it happened, without denials of another kind of event: who did not shoot the man denies no arrest."""

    def kind(one: Backed) -> str:
        mention = mentions.get(one.claim.mention or "")
        frame = None if mention is None or mention.frame == NEWS else frames.named(mention.frame)
        return "" if frame is None else frame.family or frame.name

    stated = {kind(b) for b in told if b.claim.stance != "denies"}
    return [b for b in told if b.claim.stance != "denies" or not stated or kind(b) in stated]


def _is_apart(claim: Claim, attribute: str, alone: Mapping[str, Set[str]], mentions: Mapping[str, Mention]) -> bool:
    """Whether a claim is of another kind than its event is told as, which answers that question for itself alone."""
    mention = mentions.get(claim.mention or "")
    return mention is not None and attribute in alone.get(mention.frame, ())


def implied(event: Event, told: Mapping[str, Sequence[Backed]], silent: Set[str] = frozenset()) -> list[Backed]:
    """Whoever tells how many an event killed vouches that it happened: once for each origin in each report; but for
    the `silent` claims, which tell another face of it."""
    direct = [b for b in told.get(HAPPENED.name, ()) if b.claim.stance == "states" and b.claim.value is not None]
    words = min((b.claim.value.text for b in direct if b.claim.value), default=event.title)
    seen = {_by_whom(b) for b in direct}
    found = []
    others = [b for attribute, group in told.items() if attribute != HAPPENED.name for b in group]
    for backed in sorted(others, key=lambda b: b.claim.id):
        key = _by_whom(backed)
        if backed.claim.stance == "states" and key not in seen and backed.claim.id not in silent:
            seen.add(key)
            found.append(replace(backed, claim=replace(backed.claim, value=Text(words, ""))))
    return found


def _by_whom(backed: Backed) -> tuple[str, frozenset[tuple[str, bool]]]:
    """Who tells something in which report, and whether they may know it."""
    return backed.claim.report, frozenset((t.key, bool(t.secondhand)) for t in backed.traces)


def _questions(
    event: Event, told: Mapping[str, object], reader: Measures, told_as: Counter[str]
) -> Iterator[Attribute]:
    """Whether it happened, the frame's questions, then those of other kinds of event that it was told as, the kinds
    first that most tell it as: what exploded is no answer to "What collapsed?"."""
    yield HAPPENED
    if event.frame == NEWS:  # no kind of event, so no questions of its own
        return
    frame = reader.frames.named(event.frame)
    yield from frame.attributes
    known = {HAPPENED.name, *(a.name for a in frame.attributes)}
    if known.issuperset(told):
        return
    near = _kin(event.frame)
    kin = [f for f in reader.frames.all if (frame.family and f.family == frame.family) or f.name in near]
    kin.sort(key=lambda f: -told_as[f.name])
    for attribute in (a for f in kin for a in f.attributes):
        if attribute.name in told and attribute.name not in known:
            known.add(attribute.name)
            yield attribute


def _kin(kind: str) -> Set[str]:
    """The kinds that may be faces of one occurrence with this one, and with those."""
    near = set(beside(kind))
    return near.union(*(beside(other) for other in near))


def frames_by_name(reader: Measures) -> dict[str, Frame]:
    """The kinds of events by their names."""
    return {f.name: f for f in reader.frames.all}


def table_of(reader: Measures) -> Table:
    """What linking needs besides the readings."""
    return Table(frames_by_name(reader), scale_of(reader), load_words())


def scale_of(reader: Measures) -> Scale:
    """A unit's dimension and factor, for comparing quantities."""
    units = reader.units

    def scale(unit: str) -> tuple[str, float] | None:
        dimension, factor = units.dimension(unit), units.factor(unit)
        return (dimension, factor) if dimension is not None and factor is not None else None

    return scale


def _grouped(claims: Sequence[Claim], event_of: Mapping[str, str]) -> dict[str, list[Claim]]:
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.id in event_of:
            grouped[event_of[claim.id]].append(claim)
    return dict(grouped)
