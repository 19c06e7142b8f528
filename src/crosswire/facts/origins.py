"""Claims -> origins: the earliest independent place each claim can be traced to. Counted here and nowhere else.

The rules (docs/decisions/0003): the nearest named speaker is the origin, aliases resolved; a joint statement has each
of its named speakers; an agency credited for the text stands for what the text tells in its own voice; an outlet's own
voice without a source named is an unknown origin, and so are unnamed speakers: the unknown never adds independence.
What a reprint tells rests on what the report it copies rests on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from crosswire.model import Claim, Origin, OriginKind, Report, Reprint, Speaker, stable_id

OWN_REPORTING = re.compile(
    r"\b(?:told (?:this|our) (?:newspaper|reporter|correspondent|station|website)|(?:our|this newspaper's|a) "
    r"(?:reporter|correspondent|journalist|crew|photographer)s?\b[^.]{0,60}\b(?:saw|seen|witnessed|heard|counted|visited)"
    r"|(?:seen|reviewed|obtained|verified) by (?:this newspaper|our (?:reporter|newsroom)))",
    re.IGNORECASE,
)


# "The ministry's website", "the Guards' statement": what a body publishes is the body speaking.
OWN_CHANNEL = re.compile(
    r"(?P<owner>.+?)(?:'s|'|’s|’) (?:\w+ )?(?P<channel>website|site|statement|spokes(?:man|woman|person)|account|"
    r"press office|paper|document|letter|memo|filing|media|state media|state tv|television|state television|tv|"
    r"broadcaster|news agency|press tv broadcaster|radio)$",
    re.IGNORECASE,
)
STATE_MEDIA = ("media", "tv", "television", "broadcaster", "news agency", "radio")
# A minister, the ministry and the government tell one thing with one voice.
OFFICE = re.compile(
    r"\b(?:minister|president|premier|chancellor|secretary|king|emir|ambassador|spokes\w+)\b", re.IGNORECASE
)
GOVERNMENT = re.compile(r"(?:'s?|’s?|^U\.S\.|^UK) government$|^European Union$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ties:
    """What binds origins besides names: reprints (copy -> source), state-run outlets (name -> country), owners."""

    reprints: Mapping[str, str] = field(default_factory=dict)
    state: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trace:
    """Where one claim comes from: a key (equal keys are one origin), what it is, and why we think so.

    `voice` tells what it speaks for: a "state" as a whole, one "body" of a state, or only itself ("own"); `house` is
    the country or the owner that it shares with others.
    """

    key: str
    name: str
    kind: OriginKind
    reason: str
    voice: Literal["state", "body", "own"] = "own"
    house: str | None = None
    own_reporting: bool = False

    @property
    def carries(self) -> bool:
        """Whether it is a news medium that may only pass on what others said."""
        return self.kind in ("agency", "outlet") and self.voice == "own" and not self.own_reporting

    @property
    def known(self) -> bool:
        """Whether the origin can add independence."""
        return self.kind not in ("unknown", "unnamed")


def trace(claim: Claim, report: Report, ties: Ties) -> tuple[Trace, ...]:
    """The origins a claim rests on; more than one only for a joint statement."""
    nearest = claim.speakers[-1]
    if len(claim.speakers) > 1 and nearest.members:
        return tuple(_named(member, claim, ties) for member in nearest.members)
    if len(claim.speakers) > 1:
        return (_named(nearest, claim, ties),)
    own = OWN_REPORTING.search(claim.span.exact)
    if own is not None and report.outlet:
        reason = f"its own reporting (“{own.group()}”)"
        house = ties.owners.get(report.outlet)
        return (Trace(f"named:{report.outlet}", report.outlet, "outlet", reason, house=house, own_reporting=True),)
    return (_own_voice(report, ties),)


def _named(speaker: Speaker, claim: Claim, ties: Ties) -> Trace:
    if speaker.kind == "unnamed" or speaker.canonical.startswith("unnamed "):
        reason = f"attributed to “{speaker.name}”, whom nobody can name"
        return Trace(f"unnamed:{claim.report}:{speaker.canonical}", speaker.canonical, "unnamed", reason)
    name, state_run = _owner_of(speaker)
    said = "" if speaker.name == name else f", here called “{' '.join(speaker.name.split())}”"
    country = speaker.country or ties.state.get(name)
    in_office = speaker.kind == "person" and country and OFFICE.search(speaker.role or "")
    if state_run or name in ties.state or GOVERNMENT.search(name) or in_office:
        return Trace(f"named:{name}", name, speaker.kind, f"attributed to it{said}", "state", country)
    if speaker.kind == "official" and country:
        return Trace(f"named:{name}", name, speaker.kind, f"attributed to it{said}", "body", country)
    return Trace(f"named:{name}", name, speaker.kind, f"attributed to it{said}", "own", ties.owners.get(name))


def _owner_of(speaker: Speaker) -> tuple[str, bool]:
    """(whose voice it is, whether it is a state's own medium): a body's website is the body."""
    match = OWN_CHANNEL.match(speaker.canonical)
    if match is None:
        return speaker.canonical, False
    medium = match.group("channel").lower().endswith(STATE_MEDIA)
    return (speaker.canonical if medium else match.group("owner")), medium


def _own_voice(report: Report, ties: Ties) -> Trace:
    root = ties.reprints.get(report.id, report.id)
    name = f"{report.outlet or 'an unnamed outlet'} (source not named)"
    reason = "told in the outlet's own voice, no source named"
    if root != report.id:
        reason = "a reprint: it rests on what it copies"
    return Trace(f"voice:{root}", name, "unknown", reason)


def independent(traces: Iterable[Trace]) -> list[tuple[Trace, ...]]:
    """The known origins in groups that count as one each: this is where independence is counted.

    An agency or paper cited without its own source may only carry what an official said: beside named ones it adds
    nothing. A state's voice as a whole (its government, the media it runs) is not independent of a body of that state;
    two bodies of one state are. Outlets of one owner are one.
    """
    known = {t.key: t for t in traces if t.known}
    if any(not t.carries for t in known.values()):
        known = {key: t for key, t in known.items() if not t.carries}
    groups: dict[str, list[Trace]] = {}
    bodies = {t.house: t.key for t in sorted(known.values(), key=lambda t: t.key, reverse=True) if t.voice == "body"}
    for key, found in sorted(known.items()):
        home = key
        if found.voice == "state" and found.house:
            home = bodies.get(found.house, f"state:{found.house}")
        elif found.voice == "own" and found.house:
            home = f"owner:{found.house}"
        groups.setdefault(home, []).append(found)
    return [tuple(group) for _, group in sorted(groups.items())]


def collect(traces: Iterable[tuple[Claim, Trace]]) -> tuple[Origin, ...]:
    """The origins behind all claims, each once, with the reports and reasons that lead to it."""
    reports: dict[str, set[str]] = defaultdict(set)
    reasons: dict[str, dict[str, None]] = defaultdict(dict)
    first: dict[str, Trace] = {}
    for claim, found in traces:
        first[found.key] = min(first.get(found.key, found), found, key=_seniority)
        reports[found.key].add(claim.report)
        reasons[found.key][found.reason] = None
    return tuple(
        Origin(origin_id(key), t.name, t.kind, tuple(sorted(reports[key])), tuple(sorted(reasons[key])))
        for key, t in sorted(first.items())
    )


def _seniority(found: Trace) -> tuple[bool, str, str]:
    """Which of several traces names an origin: the copied report before its reprints, whatever came first."""
    return found.reason.startswith("a reprint"), found.name, found.reason


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
