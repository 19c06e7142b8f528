"""What the program calls corroborated of real events, against what a careful editor found (benchmarks/clusters/).

Data: `--data` is the folder of the texts, EVENT/NN.json; they are not ours and not in the repository (the README beside
the annotations says what they are). Each cluster is read as a user reads it: `app.brief` of its folder.

Counted over all events of a brief, where a fact shares a place in the text and its value with an annotated answer:
`corroborated` and, of these, `false`: those whose annotated answer rests on fewer than two origins. A fact called
corroborated that matches no annotation is `unjudged` and listed (dev only), for somebody to read.
Counted in the main event only: `to_find`, the facts that an editor could call nothing but corroborated, and `found`;
`disputes` and `disputes_found`; `invented`, what the program calls disputed and no editor would.
`others`: the places that tell of another event; `merged`: those whose words are a value of the main event.
`misplaced`: annotated places whose words the texts do not hold (other texts than those that were annotated); where
the words stand elsewhere in the report, as in a longer copy, the nearest place is taken.
Errors are listed for the dev part only. CROSSWIRE_CLUSTERS=held, held2 or held3 counts clusters kept apart on
29 November instead.
"""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.clusters_told import Answer, Asked, Cluster, Located, load
from crosswire.app import brief
from crosswire.model import Brief, Claim, Fact, Given, Report, Span

HERE = Path(__file__).parent / "clusters"
COUNTS = (
    "corroborated",
    "false",
    "unjudged",
    "to_find",
    "found",
    "disputes",
    "disputes_found",
    "invented",
    "others",
    "merged",
    "misplaced",
)


def run(data: Path, split: str) -> dict[str, object]:
    """The counts of one part; what is wrong is listed for dev."""
    counts: Counter[str] = Counter()
    listed: list[str] = []
    split = os.environ.get("CROSSWIRE_CLUSTERS", split)
    clusters = [c for c in load(HERE) if c.split == split]
    for cluster in clusters:
        made = brief([str(data / cluster.event)], Given(), io.BytesIO(), None, quiet)
        for name, line in judge(cluster, made):
            counts[name] += 1
            if line:
                listed.append(f"{cluster.event}: {name}: {line}")
    shown: dict[str, object] = {"n": len(clusters), **{name: counts[name] for name in COUNTS}}
    return {**shown, "listed": listed} if split == "dev" else shown


def quiet(done: int, total: int | None) -> None:
    """No progress is shown."""


def judge(cluster: Cluster, made: Brief) -> Iterator[tuple[str, str]]:
    """Everything that counts, each with a line for whoever mends it, empty where nothing is wrong."""
    seen = Seen.of(cluster, made)
    cluster = cluster.placed({seen.ids[r.id]: (r.text, _head(r)) for r in made.reports})
    yield from _corroborations(cluster, seen)
    for asked in cluster.asked:
        yield from _finding(asked, seen)
        yield from _dispute(asked, seen)
    yield from _merges(cluster, seen)
    yield from _misplaced(cluster, seen)


def _head(report: Report) -> int:
    """How many characters of a report's text are its title, which the annotated text is without."""
    return next((b.start for b in report.blocks if b.kind != "title"), 0)


# --- the brief, seen from the annotation ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Seen:
    """A brief by what is looked up in it: `ids` gives the annotation's report ids, `main` the main event's id."""

    brief: Brief
    ids: Mapping[str, str]
    claims: Mapping[str, Claim]
    main: str

    @classmethod
    def of(cls, cluster: Cluster, made: Brief) -> Seen:
        """The brief of one cluster."""
        ids = {r.id: cluster.urls.get(r.url or "", "") for r in made.reports}
        main = next((e.id for e in made.events if e.role == "main"), "")
        return cls(made, ids, {c.id: c for c in made.claims}, main)

    def facts(self, attributes: Sequence[str]) -> list[Fact]:
        """The main event's facts that answer one of the questions."""
        return [f for f in self.brief.facts if f.event == self.main and f.attribute in attributes]

    def holds(self, fact: Fact, answer: Answer) -> bool:
        """Whether one of the fact's claims stands where the answer is told."""
        claims = [self.claims[id_] for c in fact.candidates for id_ in c.claims if id_ in self.claims]
        return any(self.at(claim, place) for claim in claims for place in answer.claims)

    def at(self, claim: Claim, place: Located) -> bool:
        """Whether a claim stands in the report and over the words of a place."""
        return self._over(claim, claim.span, place)

    def about(self, claim: Claim, place: Located) -> bool:
        """Whether a claim's value stands in the words of a place, not merely in the same sentence."""
        return self._over(claim, claim.words or claim.span, place)

    def _over(self, claim: Claim, span: Span, place: Located) -> bool:
        here = self.ids.get(claim.report) == place.report
        return here and span.start < place.end and place.at < span.end

    def told(self, fact: Fact) -> str:
        """The fact's question, value and claims in one line."""
        claims = [self.claims[id_] for c in fact.candidates for id_ in c.claims if id_ in self.claims]
        words = [
            f"[{self.ids.get(c.report, '?')}] {c.speakers[-1].canonical if c.speakers else '-'}:"
            f" {(c.words or c.span).exact[:40]!r}"
            for c in claims
        ]
        value = fact.value.text if fact.value is not None else None
        where = "main" if fact.event == self.main else "other event"
        return f"{fact.attribute} = {value!r} ({fact.standing}, {where}) " + "; ".join(words)


# --- what is counted --------------------------------------------------------------------------------------------


def _corroborations(cluster: Cluster, seen: Seen) -> Iterator[tuple[str, str]]:
    for fact in seen.brief.facts:
        if fact.standing != "corroborated":
            continue
        answers = list(_answers(fact, cluster, seen))
        if not answers:
            yield "unjudged", seen.told(fact)
            continue
        yield "corroborated", ""
        best = max(answers, key=lambda a: len(a.origins))
        if len(best.origins) < 2:
            yield "false", f"rests on {', '.join(best.origins) or 'nobody known'}: {seen.told(fact)}"


def _answers(fact: Fact, cluster: Cluster, seen: Seen) -> Iterator[Answer]:
    for asked in cluster.asked:
        if fact.attribute in asked.attributes:
            yield from (a for a in asked.answers if a.fits(fact.value) and seen.holds(fact, a))


def _finding(asked: Asked, seen: Seen) -> Iterator[tuple[str, str]]:
    if not asked.has_to_be_found:
        return
    yield "to_find", ""
    facts = seen.facts(asked.attributes)
    right = [a for a in asked.answers if len(a.origins) >= 2]
    if any(f.standing == "corroborated" and a.fits(f.value) for f in facts for a in right):
        yield "found", ""
    else:
        wanted = " / ".join(" + ".join(sorted(a.origins)) for a in right)
        yield "missed", f"{'/'.join(asked.attributes)}, on {wanted}: {' | '.join(map(seen.told, facts)) or 'no fact'}"


def _dispute(asked: Asked, seen: Seen) -> Iterator[tuple[str, str]]:
    facts = seen.facts(asked.attributes)
    disputed = [f for f in facts if f.standing == "disputed"]
    told = " | ".join(map(seen.told, facts)) or "no fact"
    if asked.standing == "disputed" and not asked.also_right:
        yield "disputes", ""
        yield ("disputes_found", "") if disputed else ("dispute missed", f"{asked.attributes[0]}: {told}")
    elif disputed and "disputed" not in (asked.standing, *asked.also_right):
        yield "invented", told


def _merges(cluster: Cluster, seen: Seen) -> Iterator[tuple[str, str]]:
    mine = [c for c in seen.brief.claims if seen.brief.claim_event.get(c.id) == seen.main]
    for place in (p for other in cluster.others for p in other):
        yield "others", ""
        if any(seen.about(claim, place) for claim in mine):
            yield "merged", f"[{place.report}] {place.exact}"


def _misplaced(cluster: Cluster, seen: Seen) -> Iterator[tuple[str, str]]:
    texts = {seen.ids[r.id]: r.text for r in seen.brief.reports}
    places = [p for f in cluster.asked for a in f.answers for p in a.claims] + [p for o in cluster.others for p in o]
    for place in places:
        if texts.get(place.report, "")[place.at : place.end] != place.exact:
            yield "misplaced", f"[{place.report}] {place.at} {place.exact!r}"
