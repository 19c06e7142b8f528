"""Whom and where the reports name: what each names most, and who is meant by a surname."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from crosswire.facts.check.context import key_of
from crosswire.model import Clause, Party, Place, Value


def most(clauses: Sequence[Clause], what: Callable[[Value | None], str | None]) -> dict[str, str]:
    """Report -> what its phrases name more than all others together."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for clause in clauses:
        values = (v for p in clause.phrases for v in (p.named, *p.values))
        found[clause.report].update(name for v in values if (name := what(v)) is not None)
    tops = ((report, counts.most_common(1)[0], counts.total()) for report, counts in found.items() if counts)
    return {report: name for report, (name, times), total in tops if times * 2 > total}


def surnames(clauses: Sequence[Clause]) -> dict[str, Party]:
    """Surname -> the person of that name whom the reports name most in full, else the longest name."""
    named = [p.named for clause in clauses for p in clause.phrases if isinstance(p.named, Party)]
    persons = [one for one in named if one.kind == "person"]
    times = Counter(one.name for one in persons if " " in one.name)
    found: dict[str, Party] = {}
    for one in sorted(persons, key=lambda p: (times[p.name], len(p.name))):
        found[key_of(one)] = one
    return found


def topics(clauses: Sequence[Clause]) -> frozenset[str]:
    """Of each kind of name the one that most reports have, if it is more than half of them."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    rows = {(c.report, v) for c in clauses for p in c.phrases for v in (p.named, *p.values)}
    for kind, name, _ in {(v.type, v.name, report) for report, v in rows if isinstance(v, Party | Place)}:
        found[kind][name] += 1
    reports = len({c.report for c in clauses})
    tops = (counts.most_common(1)[0] for counts in found.values())
    return frozenset(name for name, times in tops if times * 2 > reports)


def lands(value: Value | None) -> str | None:
    return value.country if isinstance(value, Party | Place) and value.country else None


def persons(value: Value | None) -> str | None:
    return key_of(value) if isinstance(value, Party) and value.kind == "person" else None
