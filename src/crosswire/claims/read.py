"""Report -> Reading, the step's front door: parse, values, speakers, attributions, event mentions, claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Token

from crosswire.claims.answers.fit import Context
from crosswire.claims.attribution.find import CueTable, Found, find_attributions, load_cues
from crosswire.claims.chains import make_chains
from crosswire.claims.chains_speakers import is_slug
from crosswire.claims.clauses import find_clauses
from crosswire.claims.clauses_phrase import Surroundings
from crosswire.claims.countries import load_countries
from crosswire.claims.frames_load import Frames, load_frames
from crosswire.claims.grammar.lists import Grammar, load_grammar
from crosswire.claims.mentions import Hit, find_hits
from crosswire.claims.open_kind import OPEN, Around, find_open, tell_open
from crosswire.claims.parse import Passage, load_parser, parse
from crosswire.claims.parties import find_parties, office_holder, party_at
from crosswire.claims.placed import lay_out
from crosswire.claims.places.find import Gazetteer, load_gazetteer, read_places
from crosswire.claims.quantities.find import QuantityTable, find_quantities, load_quantities, without_rates
from crosswire.claims.quantities.units import Units, load_units
from crosswire.claims.speakers.resolve import Names, Roster, build_roster, load_names
from crosswire.claims.stance.judge import StanceTable, judge, load_stance
from crosswire.claims.tell import sentences_to_lay, tell
from crosswire.claims.times.find import TimeTable, find_times, load_times
from crosswire.claims.tokens import sentence_start
from crosswire.claims.told import Told
from crosswire.claims.voices import Writer
from crosswire.claims.write import write_claims
from crosswire.model import Clause, Frame, Outlet, Party, Place, Reading, Recognised, Report, Span, Time

HYPHENS = ("-", "\u2010", "\u2011")  # "a 4-year-old boy" is a boy, no old one
NEAR = 4  # sources that may hold a word: one begins inside another at most
ASSOCIATED = "of"  # a place that only names something else ("Georgia Supreme Court", "Japanese"): no event is there


@dataclass(frozen=True, slots=True)
class Reader:
    """Everything reading needs, loaded once: the parser and the tables."""

    parser: Language
    frames: Frames
    grammar: Grammar
    times: TimeTable
    quantities: QuantityTable
    units: Units
    gazetteer: Gazetteer
    names: Names
    cues: CueTable
    stance: StanceTable
    open: Frame | None  # the kind of what no frame knows


def load_reader(frames: Path | None = None, outlets: Iterable[Outlet] = ()) -> Reader:
    """Load the parser and all tables; `frames` is a folder of a user's own frames, `outlets` are known as speakers.

    Raises BadDataError.
    """
    known = load_frames(frames)
    return Reader(
        frames=known,
        open=known.named(OPEN),
        parser=load_parser(),
        grammar=load_grammar(),
        times=load_times(),
        quantities=load_quantities(),
        units=load_units(),
        gazetteer=load_gazetteer(),
        names=load_names(load_countries(), outlets),
        cues=load_cues(),
        stance=load_stance(),
    )


def read(reports: Iterable[Report], reader: Reader) -> Iterator[Reading]:
    """The readings of the reports, in their order, lazily."""
    for report, passages in parse(reports, reader.parser):
        yield _read_one(report, passages, reader)


def read_closely(
    reports: Iterable[Report], reader: Reader, known: Sequence[str] = ()
) -> Iterator[tuple[Reading, tuple[Clause, ...]]]:
    """The readings of the reports, each with all its clauses, for comparing sentences.

    `known` are the kinds of the events that were told of before the reports: "the crash" takes one of them up. What no
    frame knows is no event here: the clauses tell it.
    """
    reader = replace(reader, open=None)
    for report, passages in parse(reports, reader.parser):
        reading = _read_one(report, passages, reader, known)
        yield reading, find_clauses(_surroundings(reading, passages, reader))


def _surroundings(reading: Reading, passages: Sequence[Passage], reader: Reader) -> Surroundings:
    everywhere = {(n, sent.start) for n, passage in enumerate(passages) for sent in passage.doc.sents}
    roster = build_roster(reading.report.text, passages, reader.names, reading.report.dateline)
    placed = (v for v in reading.values if not (isinstance(v.value, Place) and v.value.relation == ASSOCIATED))
    return Surroundings(
        report=reading.report,
        passages=passages,
        board=lay_out(passages, placed, everywhere),
        grammar=reader.grammar,
        judge=lambda token: judge(token, reader.stance),
        party_of=lambda passage, token: party_at(roster, passage, token),
        events=frozenset(mention.trigger.start for mention in reading.mentions),
    )


def _read_one(report: Report, passages: Sequence[Passage], reader: Reader, known: Sequence[str] = ()) -> Reading:
    roster = build_roster(report.text, passages, reader.names, report.dateline)
    values = _values(report, passages, roster, reader)
    hits = find_hits(passages, reader.frames, reader.grammar, known)
    found = _words_only(find_attributions(report.text, passages, reader.cues), hits, passages, roster)
    chains = make_chains(report, passages, found, roster)
    # "the mayor of Palu told ..." tells where the mayor is from, not where it happened
    told_by = (s.found for s in chains.said if s.found.speech and s.found.clause)
    sources = sorted((f.source for f in told_by if f.source is not None), key=lambda s: s.start)
    scene = [v for v in values if not (isinstance(v.value, Place) and _inside(v.span, sources))]
    times = tuple(v for v in values if isinstance(v.value, Time))
    writer = Writer(report, tuple(passages), chains, roster, reader.stance, reader.grammar, _acts(reader.frames), times)
    told, beside = _told(hits, scene, writer, (reader, {(c.start, c.end) for f in found if (c := f.cue) is not None}))
    claims, mentions = write_claims(writer, told, beside)
    return Reading(report, claims, mentions, values)


def _words_only(
    found: Sequence[Found], hits: Sequence[Hit], passages: Sequence[Passage], roster: Roster
) -> tuple[Found, ...]:
    """The attributions without those whose silent cue is a deed: "attacked the plan" is an opinion of it, "attacked a
    bus" tells of an event and attributes nothing; and without the subjects that headlines name before a colon."""
    harmful = (h for h in hits if any(a.name == "killed" for a in h.frame.attributes))
    deeds = {passages[h.passage].offset + h.token.idx for h in harmful}
    words = (n for n, f in enumerate(found) if f.speech or f.cue is None or f.cue.start not in deeds)
    kept = [n for n in words if not is_slug(found[n], passages, roster)]
    if len(kept) == len(found):
        return tuple(found)
    now: dict[int | None, int] = {old: new for new, old in enumerate(kept)}
    return tuple(replace(found[n], parent=now.get(found[n].parent)) for n in kept)


def _inside(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span lies in one of others; those are in the order of the text, more or less."""
    at = bisect_right(others, span.start, key=lambda s: s.start)
    return any(other.covers(span) for other in others[max(0, at - NEAR) : at])


def _values(report: Report, passages: Sequence[Passage], roster: Roster, reader: Reader) -> tuple[Recognised, ...]:
    times = find_times(report.text, passages, report.published, reader.times)
    quantities = find_quantities(report.text, passages, reader.quantities, times)
    times = without_rates(times, quantities)
    places = read_places(report.text, passages, reader.gazetteer, report.dateline)
    parties = find_parties(report.text, passages, roster)
    return tuple(
        sorted(
            (*times, *quantities, *places.located, *places.associated, *parties),
            key=lambda r: (r.span.start, r.span.end),
        )
    )


def _told(
    hits: Sequence[Hit], values: Sequence[Recognised], writer: Writer, by: tuple[Reader, Set[tuple[int, int]]]
) -> tuple[list[Told], list[Told]]:
    """What the passages tell, by frames and beside them; `by`: who reads, and where the words stand that give others to
    somebody."""
    reader, cues = by
    passages = writer.passages
    answering = [v for v in values if not (isinstance(v.value, Place) and v.value.relation == ASSOCIATED)]

    def party_of(passage: int, token: Token) -> Party | None:
        return _party(writer.roster, passage, token)

    board = lay_out(passages, answering, sentences_to_lay(passages, hits))
    context = Context(reader.grammar, board, reader.units.dimension, party_of, _events(hits), writer.report.published)
    told = tell(passages, hits, context)
    around = Around(hits, told, cues, reader.grammar, writer.judge)
    unframed = find_open(passages, reader.open, around) if reader.open is not None else []
    if not unframed:
        return told, []
    board = lay_out(passages, answering, {(h.passage, sentence_start(h.token)) for h in unframed})
    context = replace(context, board=board, events=_events([*hits, *unframed]), around={})
    below = " ".join(p.doc.text for p in passages if p.kind != "title")
    return told, tell_open(unframed, context, below)


def _events(hits: Sequence[Hit]) -> dict[int, frozenset[int]]:
    """The tokens of event words by passage."""
    found: dict[int, set[int]] = {}
    for hit in hits:
        if not hit.frame.speech:
            found.setdefault(hit.passage, set()).add(hit.token.i)
    return {passage: frozenset(tokens) for passage, tokens in found.items()}


def _party(roster: Roster, passage: int, token: Token) -> Party | None:
    """Who a pronoun or a common noun for people is, as an actor; None where the text does not tell."""
    found = party_at(roster, passage, token) or office_holder(roster, passage, token)
    if found is not None or token.pos_ != "NOUN" or token.lemma_.lower() not in roster.names.words.people:
        return found
    words = [
        t
        for t in token.lefts
        if t.is_alpha and t.dep_ in ("compound", "amod") and t.nbor(-1 if t.i else 0).text not in HYPHENS
    ]
    first = min([token.i, *(t.left_edge.i if t.pos_ == "PROPN" else t.i for t in words)])  # "a New Bedford man"
    text = token.doc[first : token.i + 1].text
    return Party(text, text.lower(), None, "person")


def _acts(frames: Frames) -> dict[str, str]:
    """Cue lemma -> speech act, from the frames that are speech acts."""
    acts: dict[str, str] = {}
    for frame in frames.all:
        if frame.speech:
            for trigger in frame.triggers:
                if not trigger.object and not trigger.with_head and not trigger.with_prep:
                    acts.update(dict.fromkeys(sorted(trigger.verb | trigger.noun), frame.name))
    return acts
