"""Claims -> origins: the earliest independent place each claim can be traced to. Counted here and nowhere else.

The rules (docs/decisions/0003): the nearest named speaker is the origin, aliases resolved; a joint statement has each
of its named speakers; an agency credited for the text stands for what the text tells in its own voice; an outlet's own
voice without a source named is an unknown origin, and so are unnamed speakers: the unknown never adds independence. What
a reprint tells rests on what the report it copies rests on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosswire.model import Claim, Origin, OriginKind, Report, Reprint, Speaker, stable_id

OWN_REPORTING = re.compile(
    r"\b(?:told (?:this|our) (?:newspaper|reporter|correspondent|station|website)|(?:our|this newspaper's|a) "
    r"(?:reporter|correspondent|journalist|crew|photographer)s?\b[^.]{0,60}\b(?:saw|seen|witnessed|heard|counted|visited)"
    r"|(?:seen|reviewed|obtained|verified) by (?:this newspaper|our (?:reporter|newsroom)))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Trace:
    """Where one claim comes from: a key (equal keys are one origin), whether it counts, and why."""

    key: str
    name: str
    kind: OriginKind
    reason: str

    @property
    def known(self) -> bool:
        """Whether the origin can add independence."""
        return self.kind not in ("unknown", "unnamed")


def trace(claim: Claim, report: Report, source_of: Mapping[str, str]) -> tuple[Trace, ...]:
    """The origins a claim rests on; more than one only for a joint statement.

    `source_of` maps a reprint's report id to the id of the report it copies.
    """
    nearest = claim.speakers[-1]
    if len(claim.speakers) > 1 and nearest.members:
        return tuple(_named(member, claim) for member in nearest.members)
    if len(claim.speakers) > 1:
        return (_named(nearest, claim),)
    own = OWN_REPORTING.search(claim.span.exact)
    if own is not None and report.outlet:
        return (Trace(f"outlet:{report.outlet}", report.outlet, "outlet", f"its own reporting ({own.group()!r})"),)
    return (_own_voice(report, source_of),)


def _named(speaker: Speaker, claim: Claim) -> Trace:
    if speaker.kind == "unnamed":
        reason = f"attributed to {speaker.name!r}, whom nobody can name"
        return Trace(f"unnamed:{claim.report}:{speaker.canonical}", speaker.canonical, "unnamed", reason)
    said = "" if speaker.name == speaker.canonical else f", here called {speaker.name!r}"
    return Trace(f"named:{speaker.canonical}", speaker.canonical, speaker.kind, f"attributed to it{said}")


def _own_voice(report: Report, source_of: Mapping[str, str]) -> Trace:
    root = source_of.get(report.id, report.id)
    name = report.outlet or "an unnamed outlet"
    if root != report.id:
        return Trace(f"voice:{root}", f"{name} (source not named)", "unknown", "a reprint: it rests on what it copies")
    return Trace(
        f"voice:{root}", f"{name} (source not named)", "unknown", "told in the outlet's own voice, no source named"
    )


def collect(traces: Iterable[tuple[Claim, Trace]]) -> tuple[Origin, ...]:
    """The origins behind all claims, each once, with the reports and reasons that lead to it."""
    reports: dict[str, set[str]] = defaultdict(set)
    reasons: dict[str, dict[str, None]] = defaultdict(dict)
    first: dict[str, Trace] = {}
    for claim, found in traces:
        first.setdefault(found.key, found)
        reports[found.key].add(claim.report)
        reasons[found.key][found.reason] = None
    return tuple(
        Origin(origin_id(key), t.name, t.kind, tuple(sorted(reports[key])), tuple(sorted(reasons[key])))
        for key, t in sorted(first.items())
    )


def origin_id(key: str) -> str:
    """The public id of an origin's key."""
    return stable_id("origin", key)


def reprint_sources(reprints: Sequence[Reprint]) -> dict[str, str]:
    """Reprint -> the report at the root of its line of copies."""
    parent = {r.report: r.of for r in reprints}
    roots = {}
    for report in parent:
        root, seen = report, {report}
        while root in parent and parent[root] not in seen:
            root = parent[root]
            seen.add(root)
        roots[report] = root
    return roots
