"""What the reports tell beside a clause: who somebody named is, and all the words that are told of an event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crosswire.model import Brief, Claim, Clause, Mention, Party, Phrase, Place

WORD = re.compile(r"[a-z0-9]+(?:[.,]\d+)*")


def words_in(text: str) -> set[str]:
    """The words of a text in lower case, each also without the ending of a plural."""
    found = set(WORD.findall(text.lower()))
    return found | {w.removesuffix("s") for w in found} | {w.removesuffix("es") for w in found}


def described(clauses: Sequence[Clause], claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """Somebody named -> the words that stand beside the name anywhere: "opposition leader Hakainde Hichilema" once,
    and whoever is told of as Hichilema is the opposition leader."""
    found: dict[str, set[str]] = defaultdict(set)
    for phrase in (p for clause in clauses for p in clause.phrases):
        if isinstance(phrase.named, Party) and (key := key_of(phrase.named)):
            found[key] |= phrase.words | words_in(phrase.named.name)
            for value in phrase.values:
                if isinstance(value, Party | Place):
                    found[key] |= set(value.name.lower().split())
    for speaker in (s for claim in claims for s in claim.speakers[1:]):
        if speaker.kind == "person" or speaker.role:
            found[speaker.canonical.lower().split()[-1]] |= words_in(speaker.role or "")
    return {key: frozenset(words) for key, words in found.items()}


def key_of(party: Party) -> str:
    """A person's surname, what a group or body is called; nothing for a country, which has many sides."""
    if party.kind == "country":
        return ""
    return party.name.lower().split()[-1] if party.kind == "person" else party.name.lower()


def with_descriptions(clause: Clause, known: Mapping[str, frozenset[str]]) -> Clause:
    """The clause with all that is known of whoever it names."""
    return replace(clause, phrases=tuple(_with_description(p, known) for p in clause.phrases))


def _with_description(phrase: Phrase, known: Mapping[str, frozenset[str]]) -> Phrase:
    more = known.get(key_of(phrase.named)) if isinstance(phrase.named, Party) else None
    return replace(phrase, words=phrase.words | more) if more else phrase


def event_words(brief: Brief, mentions: Mapping[str, Mention]) -> dict[str, frozenset[str]]:
    """Event -> all words of the sentences that tell of it."""
    found: dict[str, set[str]] = {}
    for event in brief.events:
        sentences = {mentions[m].sentence.exact for m in event.mentions if m in mentions}
        found[event.id] = {word for sentence in sentences for word in words_in(sentence)}
    return {key: frozenset(words) for key, words in found.items()}
