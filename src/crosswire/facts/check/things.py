"""Things that have a name and are called by a word as well: the USS Fitzgerald is "the destroyer", and "the ship".

Persons have titles (check_context); ships, trains, camps and channels have what stands before their name, behind it
with an article, or is told of it by "is".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.facts.check.context import ROLES
from crosswire.facts.check.passages import Passage
from crosswire.facts.check.words import Words, forms_of
from crosswire.model import Clause, Party, Phrase, Place, Quantity

NO_NAME = r"(?!(?:The|A|An|In|On|At|But|And|Its|His|Her|Their|This|That) )"
NAME = NO_NAME + r"(?:[A-Z][\w’'.-]*\w|[A-Z])(?: (?:[A-Z][\w’'.-]*\w|[A-Z]|\d+))*"
NAMED = re.compile(NAME)
LOWER = re.compile(r"[a-z][\w’'-]*")
ALL = re.compile(r"[A-Za-z][\w’']*")
# "USS Fitzgerald, a 505-foot destroyer, ..."
APPOSED = re.compile(
    rf"(?P<name>{NAME}), (?:an?|the) (?P<what>(?:[\w’'-]+ ){{0,5}}[a-z][\w-]*)"
    r"(?=,|\.|\)| which| that| who| with| of| in| on|$)"
)
DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir) $")
BEFORE = 6  # characters that hold an article


@dataclass(frozen=True, slots=True)
class Things:
    """`called`: name in lower case -> the words by which what it names is called, in all reports; `names`: report ->
    the names that stand in it, with where."""

    called: Mapping[str, frozenset[str]]
    names: Mapping[str, tuple[tuple[int, str], ...]]

    def words(self, phrase: Phrase, sentence: Passage, words: Words) -> frozenset[str]:
        """All that whatever a phrase names or takes up is called."""
        name = self._named(phrase) or self._meant(phrase, sentence, words)
        return frozenset() if name is None else self.called[name] | frozenset(name.split())

    def _named(self, phrase: Phrase) -> str | None:
        found = (m.group().lower() for m in NAMED.finditer(phrase.at.exact))
        return next((name for name in found if name in self.called), None)

    def _meant(self, phrase: Phrase, passage: Passage, words: Words) -> str | None:
        """The one name that "the ship" takes up: in its own sentence or the one before, else in the whole report."""
        start, text = passage.sentence.start, passage.sentence.exact
        at = phrase.at.start - start
        if any(isinstance(v, Quantity) for v in phrase.values) or words.holds(phrase.head, "person"):
            return None  # "the six people" are nobody by name
        if NAMED.search(phrase.at.exact) or not DEFINITE.search(text[max(0, at - BEFORE) : at]):
            return None
        told = {w.lower() for w in ALL.findall(phrase.at.exact)} & (phrase.words | {phrase.head})
        fits = [
            (where, name)
            for where, name in self.names.get(passage.clauses[0].report, ())
            if told
            and not any(words.holds(k, "person") for k in self.called[name])
            and all(any(words.holds(k, w) for k in self.called[name]) for w in told)
        ]
        first = passage.preceding[0].sentence.start if passage.preceding else start
        near = {name for where, name in fits if first <= where < phrase.at.start}
        every = near or {name for _, name in fits}
        return next(iter(every)) if len(every) == 1 else None


def things_of(passages: Sequence[Passage]) -> Things:
    """What the reports give names to."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for passage in passages:
        for name, words in _told(passage):
            found[name] |= words - ROLES  # whoever has a title is told by that (check_context)
    called = {name: frozenset(words) for name, words in found.items() if words}
    names: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for passage in passages:
        for match in NAMED.finditer(passage.sentence.exact):
            if match.group().lower() in called:
                at = passage.sentence.start + match.start()
                names[passage.clauses[0].report].append((at, match.group().lower()))
    return Things(called, {report: tuple(rows) for report, rows in names.items()})


def _told(passage: Passage) -> Iterator[tuple[str, set[str]]]:
    for match in APPOSED.finditer(passage.sentence.exact):
        yield match["name"].lower(), _plain(LOWER.findall(match["what"]))
    for clause in passage.clauses:
        for phrase in clause.phrases:
            yield from _before_name(phrase)
        yield from _is_one(clause)


def _before_name(phrase: Phrase) -> Iterator[tuple[str, set[str]]]:
    """ "The container ship ACX Crystal": words before a name that ends the phrase."""
    if isinstance(phrase.named, Place) or (
        isinstance(phrase.named, Party) and phrase.named.kind in ("person", "country")
    ):
        return
    names = list(NAMED.finditer(phrase.at.exact))
    if names and names[-1].end() == len(phrase.at.exact) and names[-1].start() > 0:
        before = phrase.at.exact[: names[-1].start()].split(",")[-1]
        words = _plain(LOWER.findall(before)) & {w for word in phrase.words for w in (word, *forms_of(word))}
        yield names[-1].group().lower(), words


def _is_one(clause: Clause) -> Iterator[tuple[str, set[str]]]:
    """ "The Fitzgerald is a destroyer"."""
    if "be" not in clause.forms or clause.negative:
        return
    whats = [p for p in clause.phrases if p.role == "is" and not NAMED.search(p.at.exact) and not p.values]
    for who in (p for p in clause.phrases if p.role == "agent"):
        name = NAMED.fullmatch(who.at.exact)
        if name is not None and whats and not isinstance(who.named, Place):
            yield name.group().lower(), {w for p in whats for w in p.words}


def _plain(words: Iterable[str]) -> set[str]:
    return {form for word in words for form in forms_of(word)}
