"""Backfill's report: what the summaries of all its tasks say together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from crosswire.pipeline.backfill.shards import Summary

NAMED = 200  # broken inputs that the report names; all are counted
COUNTED = ("reports", "claims", "events", "facts", "origins")


STAGES = ("look", "group", "read", "link", "weigh")


def report_of(
    summaries: Mapping[str, Sequence[Summary]], seconds: Mapping[str, float], failed: Sequence[str]
) -> Summary:
    """The report of a run: each stage's summaries; `seconds` are this run's by the clock."""
    told = {stage: summaries.get(stage, ()) for stage in STAGES}
    looked, read = told["look"], told["read"]
    dropped = _summed([*(s["dropped"] for s in looked), *(s["dropped"] for s in read)])
    named = [n for s in (*looked, *read) for n in s["named"]]
    return {
        "archives": len(looked),
        "pages": sum(s["pages"] for s in looked),
        "bytes": sum(s["bytes"] for s in looked),
        "languages": _summed(s["languages"] for s in looked),
        "passed": sum(s["passed"] for s in looked),
        "dropped": {**dropped, **_summed(s["copies"] for s in told["group"])},
        "read": sum(s["read"] for s in read),
        **{name: sum(s[name] for s in told["weigh"]) for name in COUNTED},
        "seconds": dict(seconds),
        "core_seconds": {stage: round(sum(s["seconds"] for s in own), 1) for stage, own in told.items()},
        "peak_mb": {stage: max((s["peak_mb"] for s in own), default=0) for stage, own in told.items()},
        "named": named[:NAMED],
        "failed": list(failed),
    }


def _summed(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return dict(sorted(total.items()))
