"""Whom and where the reports name: what each names most, and who is meant by a surname."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from crosswire.facts.check_context import key_of
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
    found: dict[str, Party] = {}
    for named in (p.named for clause in clauses for p in clause.phrases):
        if (
            isinstance(named, Party)
            and named.kind == "person"
            and len(named.name) > len(found.get(key_of(named), named).name) - 1
        ):
            found[key_of(named)] = named
    return found


def lands(value: Value | None) -> str | None:
    return value.country if isinstance(value, Party | Place) and value.country else None


def persons(value: Value | None) -> str | None:
    return key_of(value) if isinstance(value, Party) and value.kind == "person" else None
