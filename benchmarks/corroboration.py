"""How often is a fact called corroborated that rests on one origin? On sets of reports whose truth is known.

`corroboration_made` makes them, from a seed; the texts go through the program's own reading from records with outlet,
time, title and text, then through linking and weighing as in `crosswire brief`. Nothing of the truth is given to it.

Counted, over all facts of all events:
- `false_share`: of the facts called corroborated, those whose words come from one origin only. Each claim behind the
  answer is followed to the sentence it stands in; a sentence's true origin is whoever knew it, named there or not, and
  whoever copied it. Sentences that do not tell that answer, or tell it of another event, are no support.
- `found`: of what is truly corroborated, the share called so. True is: two origins or more, each named where it is told
  (or met by the reporter), give one figure, and nobody gives another one or denies it. Ministries of one government
  are one origin, as in the rules by which real clusters are annotated; who cannot know it at first hand is none.
- `reprint_f1`: pairs of reports that have 30 words or more from one text, quotations aside, against the pairs found.
  Pairs with fewer copied words are not scored.
`--data` is a folder where readings are kept between runs; `--split dev` leaves out each third phrase and has other
seeds than `report`; each second set of dev is in words of its own (`corroboration_other.toml`), and counted apart as
`other_words`. CROSSWIRE_SETS is the number of sets (1,000); CROSSWIRE_WORDS=first or other keeps to one half of dev.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import pickle
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import crosswire
from benchmarks.corroboration_made import Made, Sentence, Set, one_origin, sets
from crosswire.facts.reprints import CopyIndex
from crosswire.model import Brief, Claim, Fact, Given, Party, Place, Quantity, Reading, Report, Value
from crosswire.pipeline.read import Pipeline, load_pipeline
from crosswire.pipeline.weigh import weigh_all

COUNT = 1000
SEEDS = {"dev": 11, "report": 23}
COUNTED = "how_many"
SHARED_WORDS = 30  # that make a pair of copies
# What a body has from others (decision 0042), whatever the generator lets it know.
SECONDHAND = {
    "survey": ("killed", "injured", "missing", "displaced"),
    "met": ("killed", "injured", "missing", "displaced"),
    "hospital": ("missing", "displaced"),
}
ASKED = ("killed", "injured", "missing", "displaced", "magnitude", "how_many", "distance", "happened", "where")


@dataclass(slots=True)
class Tally:
    """What was counted."""

    corroborated: int = 0
    false: int = 0
    true: int = 0
    found: int = 0
    pairs: Counter[str] = field(default_factory=Counter)
    false_of: Counter[str] = field(default_factory=Counter)
    missed_of: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)
    reports: int = 0
    words: int = 0


def run(data: Path | None, split: str) -> dict[str, object]:
    """Make the sets, read them, weigh them, and count."""
    count = int(os.environ.get("CROSSWIRE_SETS", str(COUNT)))
    tally = measure(count, split, data, os.environ.get("CROSSWIRE_WORDS", ""))
    if split == "dev":
        for line in tally.examples[: int(os.environ.get("CROSSWIRE_SHOWN", "40"))]:
            print(line)
    return {"sets": count, "reports": tally.reports, "words": tally.words, **summary(tally)}


def summary(tally: Tally) -> dict[str, object]:
    """The measurements of a tally."""
    hit, extra, missed = (tally.pairs[k] for k in ("hit", "extra", "missed"))
    return {
        "corroborated": tally.corroborated,
        "false": tally.false,
        "false_share": round(tally.false / max(1, tally.corroborated), 4),
        "true": tally.true,
        "found": round(tally.found / max(1, tally.true), 3),
        "copies": hit + missed,
        "reprint_f1": round(2 * hit / max(1, 2 * hit + extra + missed), 3),
        "reprint_precision": round(hit / max(1, hit + extra), 3),
        "reprint_recall": round(hit / max(1, hit + missed), 3),
        "false_of": dict(tally.false_of.most_common()),
        "missed_of": dict(tally.missed_of.most_common()),
    }


def measure(count: int, split: str, cache: Path | None = None, words: str = "") -> Tally:
    """Count over so many sets; of dev over those in the "first" or the "other" words only, where told so."""
    pipeline, tally = load_pipeline(), Tally()
    cache = cache / _readers() if cache else None
    if cache is not None:
        cache.mkdir(parents=True, exist_ok=True)
    for number, made in enumerate(sets(SEEDS[split], count, split == "dev")):
        if words and split == "dev" and (words == "other") != (number % 2 == 1):
            continue
        readings = _readings(made, pipeline, cache)
        brief = weigh_all(readings, pipeline.reader, ())
        truth = Truth.of(made, brief)
        _count_false(truth, number, tally)
        _count_found(truth, number, tally)
        _count_pairs(truth, number, tally)
        tally.reports += len(made.reports)
        tally.words += sum(len(r.text.split()) for r in made.reports)
    return tally


# --- reading ------------------------------------------------------------------------------------------------------


def _readings(made: Set, pipeline: Pipeline, cache: Path | None) -> tuple[Reading, ...]:
    lines = "".join(json.dumps(_record(report)) + "\n" for report in made.reports)
    kept = cache / f"{hashlib.sha256(lines.encode()).hexdigest()[:24]}.pickle" if cache else None
    if kept is not None and kept.exists():
        found: tuple[Reading, ...] = pickle.loads(kept.read_bytes())  # noqa: S301 - written by this very code
        return found
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "set.jsonl"
        path.write_text(lines, "utf-8")
        read = [one for one in pipeline.read([str(path)], Given(), io.BytesIO()) if isinstance(one, Reading)]
    if kept is not None:
        kept.write_bytes(pickle.dumps(tuple(read)))
    return tuple(read)


def _readers() -> str:
    """A name for the state of all that reads: kept readings of another state are not used."""
    root = Path(crosswire.__file__).parent
    files = sorted(
        p for part in ("model", "sources", "reports", "claims") for p in (root / part).rglob("*") if p.is_file()
    )
    digest = hashlib.sha256()
    for path in files:
        if path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _record(report: Made) -> dict[str, str | None]:
    return {
        "outlet": report.outlet,
        "title": report.headline.text,
        "published": report.published.isoformat() if report.published else None,
        "text": report.text,
    }


# --- truth --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Truth:
    """A set with what the program made of it."""

    made: Set
    brief: Brief
    reports: Mapping[str, Made]
    claims: Mapping[str, Claim]

    @classmethod
    def of(cls, made: Set, brief: Brief) -> Truth:
        """The set's reports by the ids that the program gave them."""
        by_key = {(m.outlet, m.headline.text): m for m in made.reports}
        found = {r.id: by_key[(r.outlet or "", r.title)] for r in brief.reports if (r.outlet or "", r.title) in by_key}
        return cls(made, brief, found, {c.id: c for c in brief.claims})

    def sentence(self, claim: Claim, texts: Mapping[str, Report]) -> Sentence | None:
        """The sentence of ours that a claim stands in."""
        made = self.reports.get(claim.report)
        if made is None:
            return None
        text, at = texts[claim.report].text, (claim.words or claim.span)
        start = 0
        for sentence in made.sentences:
            first = text.find(sentence.text, start)
            if first >= 0:
                if first <= at.start < first + len(sentence.text):
                    return sentence
                start = first + len(sentence.text)
        return made.headline


def _count_false(truth: Truth, number: int, tally: Tally) -> None:
    texts = {r.id: r for r in truth.brief.reports}
    for fact in truth.brief.facts:
        if fact.standing != "corroborated" or fact.value is None:
            continue
        tally.corroborated += 1
        claims = [truth.claims[id_] for c in fact.candidates if c.value == fact.value for id_ in c.claims]
        told = [s for s in (truth.sentence(c, texts) for c in claims) if s is not None and s.origin is not None]
        events = Counter(s.event for s in told)
        event = events.most_common(1)[0][0] if events else 0
        support = [s for s in told if s.event == event and not s.denies and _tells(s, fact)]
        if len({_origin(s, fact.attribute) for s in support} - {None}) < 2:
            tally.false += 1
            tally.false_of[f"{fact.attribute}"] += 1
            tally.examples.append(_example("FALSE", number, fact, told))


def _origin(sentence: Sentence, attribute: str) -> str | None:
    """Whose knowledge it is: of a public act all but how many took part is that of whoever was there; nobody's, where
    such a body has it from others."""
    knew = sentence.origin if sentence.seen is None or attribute == COUNTED else sentence.seen
    return None if attribute in SECONDHAND.get(knew or "", ()) else one_origin(knew)


def _visible(sentence: Sentence, attribute: str) -> bool:
    """Whether the text shows whose it is: of a public act an agency's own voice is its own."""
    own = (sentence.seen or "").startswith("own:") and attribute != COUNTED
    return sentence.visible or own


def _tells(sentence: Sentence, fact: Fact) -> bool:
    """Whether a sentence gives a fact's answer; what the truth does not answer ("who?") is taken as told."""
    if fact.attribute not in sentence.answers:
        return fact.attribute not in ASKED or fact.attribute == "happened" or not sentence.answers
    return _agrees(fact.value, sentence.answers[fact.attribute])


def _agrees(value: Value | None, answer: float | str) -> bool:
    if isinstance(value, Quantity) and not isinstance(answer, str):
        scale = 1.609 if value.unit in ("mi", "mile") else 1.0
        low, high = (value.low or 0) * scale * 0.98, (value.high if value.high is not None else answer) * scale * 1.02
        return low <= answer <= high
    if isinstance(value, Place | Party):
        return str(answer) in value.text or str(answer) in value.name
    return True


def _count_found(truth: Truth, number: int, tally: Tally) -> None:
    told = [s for m in truth.made.reports for s in m.sentences if s.event == 0 and s.origin is not None]
    if any(s.denies for s in told):
        return
    for attribute in ASKED:
        answered = [s for s in told if attribute in s.answers]
        values = {str(s.answers[attribute]) for s in answered}
        heads = [m.headline for m in truth.made.reports if m.headline.event == 0 and attribute in m.headline.answers]
        values |= {str(h.answers[attribute]) for h in heads}
        if len(values) != 1 or len({_origin(s, attribute) for s in answered if _visible(s, attribute)} - {None}) < 2:
            continue
        tally.true += 1
        stage = _stage(truth, attribute, answered)
        answer = None if attribute == "happened" else answered[0].answers[attribute]
        facts = [f for f in truth.brief.facts if f.attribute == attribute]
        if any(f.standing == "corroborated" and (answer is None or _agrees(f.value, answer)) for f in facts):
            tally.found += 1
        else:
            tally.missed_of[f"{attribute}: {stage}"] += 1
            why = "; ".join(f"{f.standing}: {' / '.join(f.reasons)}" for f in facts[:3]) or "no such fact"
            seen = [
                f"[{s.origin}] {s.text}"
                for s in {f"{s.origin} {i % 3}": s for i, s in enumerate(answered) if s.visible}.values()
            ]
            tally.examples.append(
                f"MISSED ({stage}) set {number} {attribute} = {answer}: {why}\n    " + "\n    ".join(seen)
            )


def _stage(truth: Truth, attribute: str, answered: Sequence[Sentence]) -> str:
    """Which step would have to mend a miss: reading (no claims with two speakers), linking (they are in no one event),
    or weighing."""
    texts = {r.id: r for r in truth.brief.reports}
    origins: dict[str | None, set[str | None]] = {}
    for claim in truth.brief.claims:
        if claim.attribute != attribute or len(claim.speakers) < 2:
            continue
        sentence = truth.sentence(claim, texts)
        if sentence is not None and sentence.visible and sentence.event == 0:
            origins.setdefault(truth.brief.claim_event.get(claim.id), set()).add(one_origin(sentence.origin))
    if len(set().union(*origins.values())) < 2:
        return "reading"
    return "weighing" if any(len(o) > 1 for e, o in origins.items() if e is not None) else "linking"


def _example(what: str, number: int, fact: Fact, told: Sequence[Sentence]) -> str:
    value = fact.value.text if fact.value else None
    lines = [
        f"[{s.event}, {s.origin}{'' if s.visible else ', unsaid'}{f', seen by {s.seen}' if s.seen else ''}] {s.text}"
        for s in {(s.event, s.origin, s.seen, s.text): s for s in told}.values()
    ]
    return f"{what} set {number} {fact.attribute} = {value}: {' / '.join(fact.reasons)}\n    " + "\n    ".join(
        lines[:8]
    )


# --- copies -------------------------------------------------------------------------------------------------------


def _count_pairs(truth: Truth, number: int, tally: Tally) -> None:
    index = CopyIndex()
    found = {frozenset((r.report, r.of)) for report in truth.brief.reports for r in index.add(report)}
    for a, b in combinations(sorted(truth.reports), 2):
        copied = _common(truth.reports[a], truth.reports[b])
        words = sum(len(s.text.split()) for s in copied if "“" not in s.text)
        real, told = words >= SHARED_WORDS, frozenset((a, b)) in found
        if copied and not real:
            continue
        tally.pairs[
            {(True, True): "hit", (True, False): "missed", (False, True): "extra"}.get((real, told), "none")
        ] += 1
        if real != told:
            name = "NOT FOUND" if real else "NO COPY"
            common = " ## ".join(s.text for s in copied)
            tally.examples.append(
                f"{name} set {number}: {common}\n    {truth.reports[a].text!r}\n    {truth.reports[b].text!r}"
            )


def _common(a: Made, b: Made) -> list[Sentence]:
    ids = {s.id for s in b.sentences}
    return [s for s in a.sentences if s.id in ids]


def examples() -> Iterator[Set]:
    """A few sets to look at."""
    return sets(SEEDS["dev"], 5, True)
