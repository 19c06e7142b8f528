"""What an editor asks: sentences in a stranger's words about real events, put to `crosswire check`.

Data: as `public` has it (tommasoc80/EventStoryLine and ramybaly/Article-Bias-Prediction are enough). `asked.toml`
holds the sentences, which are our own: of each event true ones, which at least one report tells in other words, and
altered ones, which no report tells: a number, day, place, actor or act changed, two things exchanged, a denial turned
round. Who wrote them mended nothing and saw no output. Confirmed is a verdict of corroborated or reported. Measured:
the share of true ones found and of altered ones confirmed, by what was changed; what went wrong is listed for dev
only.
"""

from __future__ import annotations

import io
import json
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.public import HERE, fetched
from crosswire.claims.read import Reader
from crosswire.errors import UnreadableInputError
from crosswire.facts.check.evidence import Evidence
from crosswire.model import WEAKEST, ClaimVerdict, Given
from crosswire.pipeline.check import check_sentences, evidence_of
from crosswire.pipeline.read import Pipeline, load_pipeline

ASKED = Path(__file__).with_name("asked.toml")
CONFIRMED = ("corroborated", "reported")


def run(data: Path, split: str) -> dict[str, object]:
    """The shares over all events of one part."""
    events = [e for e in tomllib.loads(ASKED.read_text("utf-8"))["event"] if e["split"] == split]
    annotated = {path: tomllib.loads(path.read_text("utf-8")) for path in sorted(HERE.glob("*/*.toml"))}
    reports = {one["event"]: one["report"] for one in annotated.values()}
    folders = {one["event"]: path.parent.name for path, one in annotated.items()}
    pipeline = load_pipeline()
    total: Counter[str] = Counter()
    confirmed: Counter[str] = Counter()
    by_set: Counter[tuple[str, str]] = Counter()
    listed: list[str] = []
    for event in events:
        evidence = _evidence(reports[event["event"]], data, pipeline)
        for change, sentence in _sentences(event):
            verdict = _verdict(sentence, evidence, pipeline.reader)
            total[change] += 1
            confirmed[change] += verdict in CONFIRMED
            of = "true" if change == "true" else "altered"
            by_set[folders[event["event"]], of] += 1
            by_set[folders[event["event"]], f"{of} confirmed"] += verdict in CONFIRMED
            if (verdict in CONFIRMED) != (change == "true"):
                listed.append(f"{event['event']}: {change}: {verdict}: {sentence}")
    altered = sum(n for change, n in total.items() if change != "true")
    wrong = sum(n for change, n in confirmed.items() if change != "true")
    sets = {folder for folder, _ in by_set}
    shown: dict[str, object] = {
        "events": len(events),
        "true": total["true"],
        "true_found": confirmed["true"],
        "altered": altered,
        "falsely_confirmed": wrong,
        "by_change": {c: f"{confirmed[c]} of {n}" for c, n in sorted(total.items())},
        "by_set": {of: {what: n for (one, what), n in by_set.items() if one == of} for of in sorted(sets)},
    }
    return {**shown, "listed": listed} if split == "dev" else shown


def _sentences(event: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What was changed in each sentence on an event ("true": nothing), and the sentence."""
    yield from (("true", sentence) for sentence in event["true"])
    yield from ((one["change"], one["sentence"]) for one in event["altered"])


def _evidence(reports: list[dict[str, Any]], data: Path, pipeline: Pipeline) -> Evidence:
    """What the reports of an event say."""
    with tempfile.TemporaryDirectory() as made_here:
        for row in reports:
            Path(made_here, f"{row['id']}.json").write_text(json.dumps(fetched(row, data, {})), "utf-8")
        read = list(pipeline.closely([made_here], Given(), io.BytesIO()))
    return evidence_of([one for one in read if not isinstance(one, UnreadableInputError)], pipeline.reader)


def _verdict(sentence: str, evidence: Evidence, reader: Reader) -> ClaimVerdict:
    outcomes = list(check_sentences(sentence, None, evidence, reader))
    return min((o.verdict for o in outcomes), key=WEAKEST.index, default="not_found")
