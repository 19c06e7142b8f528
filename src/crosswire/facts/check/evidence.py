"""The reports' side of a check: each clause with the event it tells of, whose words it is, and what it rests on."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from crosswire.compare import Scale
from crosswire.facts.check.compound import with_compounds
from crosswire.facts.check.context import (
    OFFICES,
    QUALIFIERS,
    ROLES,
    described,
    event_words,
    key_of,
    pieces,
    with_descriptions,
)
from crosswire.facts.check.named import lands, most, persons, surnames, topics
from crosswire.facts.check.normal import as_one_verb, told_among
from crosswire.facts.check.passages import Passage, passages_of
from crosswire.facts.check.things import Things, things_of
from crosswire.facts.check.words import Measure, Words
from crosswire.facts.origins import Ties, Trace, trace
from crosswire.facts.origins.public import attending
from crosswire.model import Brief, Claim, ClaimKind, Clause, Fact, Mention, Party, Phrase, Report, stable_id

REMEMBERED = 100  # lists of phrases that sentences asked for


@dataclass(frozen=True, slots=True)
class Told:
    """One clause of a report with the events it tells of and its voice: the innermost claim that covers it.

    `cue` is the claim whose act the clause itself is ("Japan condemned ..."), if it is one.
    """

    clause: Clause
    events: frozenset[str]
    voice: Claim | None
    cue: Claim | None
    over: Clause | None

    @property
    def told_by(self) -> Claim | None:
        """The claim that tells of it: for an act of speech the voice around it, not the speaker's own."""
        if self.cue is None or (self.voice is not None and self.voice is not self.cue):
            return self.voice
        return replace(self.cue, speakers=self.cue.speakers[:-1]) if len(self.cue.speakers) > 1 else self.cue


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the reports say, looked up by what a check asks."""

    brief: Brief
    told: tuple[Told, ...]
    mentions: Mapping[str, Mention]
    event_of: Mapping[str, str]  # mention -> event
    claims_of: Mapping[str, Mapping[str, tuple[Claim, ...]]]  # event -> attribute -> claims
    facts: Mapping[tuple[str, str], Fact]
    reports: Mapping[str, Report]
    ties: Ties
    teller: Callable[[Claim], str]  # who tells a claim: those that have it from one another are one
    measure: Measure
    families: Mapping[str, str]  # frame -> family, of those that have one
    public: frozenset[str]  # claims on what was done in public
    under: Mapping[tuple[str, int], tuple[Clause, ...]]  # (report, where a verb stands) -> the clauses that complete it
    words_of: Mapping[str, frozenset[str]]  # event -> the words of the sentences that tell of it
    known_as: Mapping[str, frozenset[str]]  # who is named -> the words beside the name anywhere
    titles: Mapping[str, frozenset[str]]  # the same without "president" of the ex-president
    passages: tuple[Passage, ...]
    things: Things  # what has a name and is called by a word as well
    told_at: Mapping[tuple[str, int], Told]  # (report, where its verb or noun stands) -> the clause
    all_words: Mapping[str, frozenset[str]]  # report -> its words
    home: Mapping[str, str]  # report -> the country it names most
    hero: Mapping[str, str]  # report -> the person (as in `known_as`) whom it names most, where no other comes near
    phrases: tuple[Phrase, ...]  # of all clauses
    persons: Mapping[str, Party]  # surname -> the person of that name, where the reports have one
    topics: frozenset[str]  # the names that most reports have
    called: Mapping[str, frozenset[str]]  # frame -> the nouns by which an event of its kind is taken up
    _headed: dict[frozenset[str], tuple[Phrase, ...]] = field(default_factory=dict, compare=False, repr=False)

    def traces(self, claim: Claim, attribute: str | None = None) -> tuple[Trace, ...]:
        """Where a claim comes from, where it is asked for its answer to some question: a weather service may know the
        wind, not the dead."""
        asked = replace(claim, attribute=attribute or claim.attribute)
        found = trace(asked, self.reports[claim.report], self.ties)
        return tuple(attending(t, claim) for t in found) if claim.id in self.public else found

    def called_now(self, words: Set[str], named: Party) -> frozenset[str]:
        """What somebody is called anywhere, by words that do not ask for a former or deputy one: not by the title of
        an ex-president."""
        return (self.known_as if words & QUALIFIERS else self.titles).get(key_of(named), frozenset())

    def is_still(self, words: Set[str], phrase: Phrase) -> bool:
        """Whether no word is one that whoever a phrase names is called only as a former or deputy one, or elsewhere,
        where the phrase has another title: the prime minister, once president."""
        if words & QUALIFIERS or not isinstance(phrase.named, Party):
            return True
        key, told = key_of(phrase.named), set(phrase.at.exact.lower().split())
        if told & ROLES and words & (ROLES - told):
            return False
        offices = self.titles.get(key, frozenset()) & OFFICES
        if len(offices) > 1 and words & OFFICES and words.isdisjoint(told):
            return False  # "he", once president and now prime minister
        return words.isdisjoint(self.known_as.get(key, frozenset()) - self.titles.get(key, frozenset()))

    def headed(self, nouns: frozenset[str]) -> tuple[Phrase, ...]:
        """The phrases of all reports that have one of these nouns or another word for it: asked beside every clause."""
        if (found := self._headed.get(nouns)) is None:
            if len(self._headed) >= REMEMBERED:
                self._headed.clear()
            words = self.measure.words
            own = {head for head in {p.head for p in self.phrases} if any(words.holds(head, noun) for noun in nouns)}
            found = self._headed[nouns] = tuple(p for p in self.phrases if p.head in own)
        return found

    def events_of(self, frames: Set[str]) -> list[str]:
        """The events of some kinds, or of their kin."""
        wanted = {self.families.get(frame, frame) for frame in frames}
        return [e.id for e in self.brief.events if self.families.get(e.frame, e.frame) in wanted]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the reports: what binds origins, units, words, and which kinds of event are kin."""

    ties: Ties
    teller: Callable[[Claim], str]
    scale: Scale
    words: Words
    families: Mapping[str, str]
    public: frozenset[str] = frozenset()
    called: Mapping[str, frozenset[str]] = field(default_factory=dict)


def make_evidence(
    brief: Brief,
    clauses: Sequence[Clause],
    mentions: Sequence[Mention],
    known: Known,
) -> Evidence:
    """Everything a check looks up, from a brief and the clauses and mentions of its reports."""
    part_of = pieces(brief, known.families)
    event_of = {m: part_of.get(event.id, event.id) for event in brief.events for m in event.mentions}
    claim_event = {claim: part_of.get(event, event) for claim, event in brief.claim_event.items()}
    by_event: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in brief.claims:
        event = claim_event.get(claim.id)
        if event is not None and claim.attribute is not None and claim.value is not None:
            by_event[event][claim.attribute].append(claim)
    clauses = with_compounds(told_among(as_one_verb(clauses, known.words)))
    known_as, titles = (described(clauses, brief.claims, as_they_are) for as_they_are in (False, True))
    passages = passages_of(clauses)
    clauses = [with_descriptions(clause, known_as) for clause in clauses]
    by_id = {m.id: m for m in mentions}
    told = tuple(_told_all(clauses, mentions, brief.claims, (event_of, claim_event, known.words.happening)))
    return Evidence(
        brief=brief,
        told=told,
        passages=passages,
        things=things_of(passages),
        told_at={(t.clause.report, t.clause.head.start): t for t in told},
        all_words=_by_report(passages),
        home=most(clauses, lands),
        hero=most(clauses, persons),
        persons=surnames(clauses),
        topics=topics(clauses),
        phrases=tuple(p for clause in clauses for p in clause.phrases),
        mentions=by_id,
        event_of=event_of,
        claims_of={e: {a: tuple(c) for a, c in by.items()} for e, by in by_event.items()},
        facts={(f.event, f.attribute): f for f in brief.facts},
        reports={r.id: r for r in brief.reports},
        ties=known.ties,
        teller=known.teller,
        measure=Measure(known.scale, known.words),
        families=known.families,
        public=known.public,
        under=_under(clauses),
        words_of=event_words(event_of, by_id),
        known_as=known_as,
        titles=titles,
        called=known.called,
    )


def _by_report(passages: Sequence[Passage]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for passage in passages:
        found[passage.clauses[0].report] |= passage.words
    return {key: frozenset(words) for key, words in found.items()}


def _under(clauses: Sequence[Clause]) -> dict[tuple[str, int], tuple[Clause, ...]]:
    found: dict[tuple[str, int], list[Clause]] = defaultdict(list)
    for clause in clauses:
        if clause.under is not None:
            found[(clause.report, clause.under)].append(clause)
    return {key: tuple(own) for key, own in found.items()}


def _told_all(
    clauses: Sequence[Clause],
    mentions: Sequence[Mention],
    claims: Sequence[Claim],
    events: tuple[Mapping[str, str], Mapping[str, str], Set[str]],
) -> list[Told]:
    """`events`: of mentions, of claims, and the verbs that only tell that what they name took place."""
    event_of, claim_event, happening = events
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.span.start):
        by_report[claim.report].append(claim)
    triggers = {(m.report, m.trigger.start): event_of[m.id] for m in mentions if m.id in event_of}
    heads = {(c.report, c.head.start): c for c in clauses}
    starts = {m.id: m.trigger.start for m in mentions}
    granted = {(c.report, starts[c.mention]): c for c in claims if c.taken and c.mention in starts}
    found = []
    for clause in clauses:
        near = by_report[clause.report]
        voice, cue = voices(clause, near)
        taken = granted.get((clause.report, clause.head.start))
        if voice is not None and taken is not None and taken.speakers == voice.speakers:
            voice = taken  # "is worried about the launch" tells of no launch
        voice = voice if voice is not None or cue is not None else _own_words(clause, near)
        over = heads.get((clause.report, clause.under)) if clause.under is not None else None
        of_words = _events_named(clause, triggers, happening)
        found.append(Told(clause, frozenset(of_words or _events_answered(clause, near, claim_event)), voice, cue, over))
    return found


def _own_words(clause: Clause, claims: Sequence[Claim]) -> Claim | None:
    """The claim of the outlet's own words beside what it attributes: "Cramer went on a tirade, saying that ..."."""
    narrated = next((c for c in claims if c.mode == "narrated"), None) or next(iter(claims), None)
    if narrated is None:
        return None
    outlet = narrated.speakers if narrated.mode == "narrated" else narrated.speakers[:1]
    kind: ClaimKind = "fact" if clause.kind == "statement" else clause.kind
    key = stable_id("claim", clause.report, "narrated", clause.sentence.start, clause.head.start)
    return Claim(key, clause.report, None, None, kind, "narrated", clause.stance, outlet, None, clause.sentence)


def voices(clause: Clause, claims: Sequence[Claim]) -> tuple[Claim | None, Claim | None]:
    """(the innermost claim whose words cover the clause's verb, the claim that the verb is the cue of).

    `claims` are those of the clause's report, by where they start.
    """
    at = clause.head.start
    covering = [c for c in _before(claims, at) if any(p.start <= at < p.end for p in (c.parts or (c.span,)))]
    cues = [c for c in claims if c.cue is not None and c.cue.start <= at < c.cue.end and len(c.speakers) > 1]
    inner = [c for c in covering if c not in cues]
    best = min(inner, key=lambda c: (c.span.end - c.span.start, -len(c.speakers), c.id), default=None)
    if best is not None:
        voiced = [
            c
            for c in inner
            if (c.span.start, c.span.end, c.speakers) == (best.span.start, best.span.end, best.speakers)
        ]
        own = [c for c in voiced if c.words is not None and c.words.start <= at < c.words.end]
        best = (own or voiced)[0]
    return best, next(iter(cues), None)


def _before(claims: Sequence[Claim], at: int) -> Sequence[Claim]:
    return claims[: bisect_right(claims, at, key=lambda c: c.span.start)]


def _events_named(clause: Clause, triggers: Mapping[tuple[str, int], str], happening: Set[str]) -> set[str]:
    """The event whose word the clause's verb is, or its subject where the verb only tells that it took place."""
    own = triggers.get((clause.report, clause.head.start))
    if own is not None:
        return {own}
    spans = [p.at for p in clause.phrases if p.role in ("agent", "patient")] if clause.forms & happening else []
    at = [(clause.report, i) for span in spans for i in range(span.start, span.end)]
    return {triggers[key] for key in at if key in triggers}


def _events_answered(clause: Clause, claims: Sequence[Claim], claim_event: Mapping[str, str]) -> set[str]:
    """The events that the clause's phrases answer for."""
    found = set()
    for claim in claims:
        words, event = claim.words, claim_event.get(claim.id)
        if words is None or event is None or claim.attribute in (None, "happened"):
            continue
        if any(p.at.overlaps(words) for p in clause.phrases):
            found.add(event)
    return found
