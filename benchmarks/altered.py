"""False confirmations: sentences, true and altered, put to `crosswire check`.

No data from outside is needed: a seeded generator makes events of 21 kinds (`altered.toml`), renders each as two to
four short reports of different wording, and puts true sentences to them (reworded, passive, units converted, actors by
their other names) and altered ones: a number, date, place or actor changed, the two actors swapped, the attribution
swapped, a denial turned round, the polarity turned, an act invented. `--split dev` has the wordings that rules were
tuned on, `--split report` those kept apart. With `--data` (the folder that holds the repositories PolNeAR and
StructTempRel-EMNLP17) sentences of public texts besides (PolNeAR dev, MEANTIME), as they stand and altered by their
grammar: all dev. Confirmed is a verdict of corroborated or reported. Measured: the share of true ones found and of
altered ones confirmed, by what was changed.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from benchmarks._altered_events import PUBLISHED, Happening, Told, happenings
from benchmarks._altered_texts import pick, sentences, texts
from crosswire.claims.read import Reader, read_closely
from crosswire.model import WEAKEST, Block, ClaimVerdict, Fetched, Given, Report, stable_id
from crosswire.pipeline.check import check_sentences, evidence_of
from crosswire.pipeline.read import load_pipeline
from crosswire.reports.make import make_report
from crosswire.reports.rules import load_rules

SEED = 5
CONFIRMED = ("corroborated", "reported")
EACH = int(os.environ.get("CROSSWIRE_ALTERED_EACH", "4"))  # events of each kind
TEXTS = int(os.environ.get("CROSSWIRE_ALTERED_TEXTS", "60"))
SHOW = "CROSSWIRE_ALTERED_SHOW" in os.environ  # print what went wrong: for dev wordings only


def run(data: Path | None, split: str) -> dict[str, object]:
    """The shares over all invented events; and over sentences of public texts where `data` holds some."""
    reader = load_pipeline().reader
    wording = "held" if split == "report" else "dev"
    invented = (p for h in happenings(SEED, EACH, wording) for p in checked(h, reader))
    result: dict[str, object] = {"wording": wording, **shares(invented)}
    if data is not None:
        result["texts"] = shares(_from_texts(data, reader))
    return result


def shares(put: Iterable[tuple[Told, ClaimVerdict]]) -> dict[str, object]:
    """How many true sentences were confirmed and how many altered ones, by what was changed."""
    total: Counter[str] = Counter()
    confirmed: Counter[str] = Counter()
    verdicts: Counter[str] = Counter()
    for told, verdict in put:
        total[told.change] += 1
        verdicts[f"{'true' if told.change == 'true' else 'altered'} {verdict}"] += 1
        confirmed[told.change] += verdict in CONFIRMED
        if SHOW and (verdict in CONFIRMED) != (told.change == "true"):
            print(f"{told.template[:40]} | {told.change} | {verdict} | {told.text}")
    altered = sum(n for change, n in total.items() if change != "true")
    wrong = sum(n for change, n in confirmed.items() if change != "true")
    return {
        "n": sum(total.values()),
        "true": total["true"],
        "true_found": round(confirmed["true"] / max(1, total["true"]), 4),
        "altered": altered,
        "falsely_confirmed": round(wrong / max(1, altered), 4),
        "by_change": {c: f"{confirmed[c]} of {n}" for c, n in sorted(total.items())},
        "verdicts": dict(sorted(verdicts.items())),
    }


def _from_texts(data: Path, reader: Reader) -> Iterator[tuple[Told, ClaimVerdict]]:
    chance = random.Random(SEED)  # noqa: S311 - no secret
    for name, text in pick(list(texts(data)), TEXTS, chance):
        report = make_report(Fetched(name, text.encode(), "text", Given(published=PUBLISHED)), {}, load_rules())
        evidence = evidence_of(list(read_closely([report], reader)), reader)
        for told in sentences(text, reader.parser, 4, chance):
            outcomes = list(check_sentences(told.text, None, evidence, reader))
            yield told, min((o.verdict for o in outcomes), key=WEAKEST.index, default="not_found")


def checked(happening: Happening, reader: Reader) -> Iterator[tuple[Told, ClaimVerdict]]:
    """Each sentence on an event with the verdict of its reports."""
    reports = [_report(outlet, text, at) for outlet, text, at in happening.reports]
    evidence = evidence_of(list(read_closely(reports, reader)), reader)
    for told in happening.sentences:
        outcomes = list(check_sentences(told.text, None, evidence, reader))
        yield told, outcomes[0].verdict if len(outcomes) == 1 else "not_found"


def _report(outlet: str, text: str, at: datetime) -> Report:
    block = Block("paragraph", 0, len(text))
    return Report(stable_id("report", outlet, text), text, (block,), text[:40], outlet, at, "given", "en")
