"""How else reports put an answer: what tells a reader more than the answer does, and who is told beside it in it.

Of "hostages" and "captives", of "Gleb Yartsev" and "governor", of "White House fence" and "fence" the second tells
nothing beside the first, and nobody can say that it is another (decision 0085).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from crosswire.brief.index import Index
from crosswire.brief.phrase import phrase
from crosswire.model import Candidate, Claim, Fact, Party, Place, Quantity, Text, Time, Value

SOMEBODY = re.compile(r"(?:who|whom|(?:by|with|to|from) whom)\b(?! or )", re.IGNORECASE)  # asks for people
WORD = re.compile(r"[\w’'-]+")


def also(fact: Fact, index: Index) -> tuple[str, ...]:
    """How others put the same answer ("northeast of Pyongyang" beside "north of Pyongyang"), each once."""
    shown = {phrase(fact.value, index.wording).casefold()} if fact.value is not None else set()
    shown |= {phrase(c.finer.value, index.wording).casefold() for c in fact.candidates if c.finer is not None}
    together = fellows(fact, index)
    beside, known = [fact.value, *together], {_last(value) for value in together}
    said: dict[str, Value] = {}
    for value in _told(fact, index):
        told = [v for v in (*beside, *said.values()) if v is not None]
        words = phrase(value, index.wording)
        if words.casefold() in shown or _last(value) in known:
            continue
        if not any(tells_no_more(value, v, fact) for v in told):
            said.setdefault(words, value)
    return tuple(said)


def _told(fact: Fact, index: Index) -> Iterator[Value]:
    """The answers as weighed, then as each claim has them."""
    yield from (c.value for c in fact.candidates)
    for candidate in fact.candidates:
        claims = (index.claims[id_] for id_ in candidate.claims if id_ in index.claims)
        yield from (claim.value or candidate.value for claim in claims)


def tells_no_more(value: Value, shown: Value, fact: Fact) -> bool:
    """Whether a value tells a reader nothing beside the one shown: "9 men" beside "9 miners", the country beside its
    town or its police, the year beside the day, "fence" beside "White House fence"; of people, any word that is no
    name."""
    if isinstance(value, Quantity) and isinstance(shown, Quantity):
        return (value.low, value.high, value.bound, value.unit) == (shown.low, shown.high, shown.bound, shown.unit)
    if isinstance(value, Place) and isinstance(shown, Place):
        return value.kind == "country" and value.country == shown.country is not None
    if isinstance(value, Time) and isinstance(shown, Time):
        return _holds(value, shown)
    if isinstance(value, Party) and isinstance(shown, Party) and value.kind == "country":
        return value.country == shown.country is not None
    return isinstance(value, Text | Party) and isinstance(shown, Text | Party) and _is_told_in(value, shown, fact)


def _is_told_in(value: Text | Party, shown: Text | Party, fact: Fact) -> bool:
    """The same of people and things: no name beside somebody's, a part of the words, more words about a name."""
    if is_unnamed(value, fact) or _words(value) <= _words(shown):
        return True
    somebody = isinstance(shown, Text) or shown.kind == "person"
    named = somebody and bool(SOMEBODY.match(fact.question) and _last(shown))  # "lineman Ada Prell", "Ada Prell"
    return named and (not _last(value) or _words(shown) <= _words(value))


def is_unnamed(value: Value | None, fact: Fact) -> bool:
    """Whether words only tell of what sort somebody is: "captives", "governor"."""
    if not isinstance(value, Text | Party) or not SOMEBODY.match(fact.question):
        return False
    return not any(c.isupper() for c in _form(value))


def fellows(fact: Fact, index: Index) -> list[Value]:
    """Who is told beside the answer in one breath and is an answer too: "Ada Prell and Ben Sild were charged"."""
    best = fact.value
    if not isinstance(best, Party) or fact.standing == "disputed" or not _last(best):
        return []
    spans = {claim.span.exact for claim in _claims(fact, index)}
    others = [v for v in _told(fact, index) if isinstance(v, Party) and v.kind == best.kind and _last(v)]
    told = Counter(others)
    found: dict[str, Value] = {}
    for value in sorted(told, key=lambda v: (all(v.name not in w for w in spans), -told[v], -len(v.name), v.name)):
        last = _last(value)
        if last not in (_last(best), *found) and any(_joined(_last(best), last, words) for words in spans):
            found[last] = value
    return list(found.values())


def _joined(one: str, two: str, words: str) -> bool:
    """Whether two names stand with "and" between them, in either order."""
    return any(
        re.search(rf"\b{re.escape(a)},? and (?:[A-Z][\w.’'-]*\s)*{re.escape(b)}\b", words)
        for a, b in ((one, two), (two, one))
    )


def _claims(fact: Fact, index: Index) -> list[Claim]:
    def known(candidate: Candidate) -> list[Claim]:
        return [index.claims[id_] for id_ in candidate.claims if id_ in index.claims]

    return [claim for candidate in fact.candidates for claim in known(candidate)]


def _holds(value: Time, shown: Time) -> bool:
    """Whether a time only tells, less precisely, when the shown one was."""
    if value.start is None or value.end is None or shown.start is None or shown.end is None:
        return False
    return value.start <= shown.start and shown.end <= value.end


def _last(value: Value) -> str:
    """The last word of a name."""
    words = WORD.findall(_form(value))
    return words[-1] if words and words[-1][:1].isupper() else ""


def _form(value: Value) -> str:
    return value.name if isinstance(value, Party) else value.text


def _words(value: Value) -> set[str]:
    """The words of an answer, in the singular."""
    return {word.rstrip("s") for word in WORD.findall(_form(value).lower())}
