"""Whom and where the reports name: what each names most, and who is meant by a surname."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from crosswire.facts.check_context import key_of
from crosswire.facts.check_senses import Senses
from crosswire.model import Clause, Party, Place, Value


def most(clauses: Sequence[Clause], what: Callable[[Value | None], str | None]) -> dict[str, str]:
    """Report -> what its phrases name more than all others together."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for clause in clauses:
        values = (v for p in clause.phrases for v in (p.named, *p.values))
        found[clause.report].update(name for v in values if (name := what(v)) is not None)
    tops = ((report, counts.most_common(1)[0], counts.total()) for report, counts in found.items() if counts)
    return {report: name for report, (name, times), total in tops if times * 2 > total}


def beside_names(clauses: Sequence[Clause], senses: Senses) -> dict[str, frozenset[str]]:
    """A name that was read as nobody's, and is no word of the dictionary -> the words that stand beside it: "the Zika
    virus" once, and what is told of Zika is told of the virus."""
    found: dict[str, set[str]] = defaultdict(set)
    for phrase in (p for clause in clauses for p in clause.phrases if p.named is None):
        for token in phrase.at.exact.split():
            name = token.strip("'’\".,").lower()
            if token[0].isupper() and name in {*phrase.words, phrase.head} and name not in senses:
                found[name] |= {*phrase.words, phrase.head} - {name}
    return {name: frozenset(words) for name, words in found.items()}


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
