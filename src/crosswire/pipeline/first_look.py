"""A cheap look at a page: can it carry an event of a wanted frame at all?

The words of the frames' triggers, in all their forms, are one automaton that runs over the page's plain text. A page
passes where a trigger's word stands near the company that its frame demands (docs/backfill.md tells what is lost).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick
from resiliparse.extract.html2text import extract_plain_text

from crosswire.claims.frames_load import Frames
from crosswire.errors import BadDataError
from crosswire.model import Frame, Trigger
from crosswire.reports.language import ENGLISH, language_of
from crosswire.reports.rules import Rules

NEAR = 300  # characters within which a trigger's company must stand: two sentences
SHORT = 200  # characters of a main part under which the whole page is looked at
LEAST = 60  # characters of text under which a page has no article: a dozen words, as deep reading asks for
DEEPEST = 1_000  # elements inside one another: parsers take quadratic time, and no reader's page has a tenth
MANY = 4_000  # tags from which the depth is counted
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_UNCLOSED = frozenset(
    (
        *("img", "br", "hr", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"),
        *("p", "li", "td", "th", "tr", "dd", "dt", "option"),  # whose end may be left out
    )
)
_TITLE = re.compile(r"(?is)<title[^>]{0,200}>(.{1,500}?)</title")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Look:
    """What a look found: the page's plain text and language, where wanted triggers stand in it; else why it fell."""

    text: str
    language: str
    hits: tuple[int, ...]
    dropped: str | None = None


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The automaton: `lemmas[i]` are the words of pattern i; `calls` are the companies demanded by a trigger's word."""

    automaton: AhoCorasick
    lemmas: tuple[tuple[str, ...], ...]
    calls: Mapping[str, tuple[tuple[frozenset[str], ...], ...]]

    def hits(self, text: str) -> tuple[int, ...]:
        """Where in the lower-cased text triggers stand with all their company near."""
        places: dict[str, list[int]] = defaultdict(list)
        for pattern, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True):
            if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
                for lemma in self.lemmas[pattern]:
                    places[lemma].append(start)
        found = {
            at
            for word, demands in self.calls.items()
            for at in places.get(word, ())
            if any(all(_is_near(at, company, places) for company in demanded) for demanded in demands)
        }
        return tuple(sorted(found))


def _is_near(at: int, company: Iterable[str], places: Mapping[str, list[int]]) -> bool:
    for word in company:
        spots = places.get(word)
        if spots:
            i = bisect_left(spots, at - NEAR)
            if i < len(spots) and spots[i] <= at + NEAR:
                return True
    return False


def look(markup: str, looker: FirstLook, rules: Rules) -> Look:
    """The look at one page."""
    if is_too_deep(markup):
        return Look("", "", (), "nested too deeply")
    text = plain_text(markup)
    if len(text) < LEAST:
        return Look(text, "", (), "no article")
    language = language_of(text, rules)
    if language != ENGLISH:
        return Look(text, language, (), "another language")
    hits = looker.hits(text.lower())
    return Look(text, language, hits, None if hits else "no wanted event")


def plain_text(markup: str) -> str:
    """The page's words with its title; those of its main part where that is more than a few."""
    title = _TITLE.search(markup)
    text = extract_plain_text(markup, main_content=True, list_bullets=False, alt_texts=False)
    if len(text) < SHORT:
        text = extract_plain_text(markup, list_bullets=False, alt_texts=False)
    return f"{title[1].strip()}\n{text}" if title else text


def is_too_deep(markup: str) -> bool:
    """Whether elements stand inside one another so deep that parsers take minutes."""
    if markup.count("<") < MANY:
        return False
    depth = 0
    for closing, name in _TAG.findall(markup):
        if name.lower() not in _UNCLOSED:
            depth = max(0, depth - 1) if closing else depth + 1
            if depth > DEEPEST:
                return True
    return False


def make_first_look(frames: Frames, wanted: Iterable[str], irregular: Mapping[str, Iterable[str]]) -> FirstLook:
    """The automaton for the wanted frames; `irregular` are further forms of a lemma ("strike": "struck")."""
    calls: dict[str, list[tuple[frozenset[str], ...]]] = defaultdict(list)
    for frame in wanted_frames(frames, wanted):
        for trigger in frame.triggers:
            company = tuple(_company(trigger))
            for word in sorted({v.split()[0] for v in trigger.verb} | {n.split()[-1] for n in trigger.noun}):
                calls[word].append(company)
    words = {*calls, *(w for demands in calls.values() for d in demands for company in d for w in company)}
    lemmas: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for form in (*forms(word), *irregular.get(word, ())):
            lemmas[form.lower()].add(word)
    patterns = sorted(lemmas)
    automaton = AhoCorasick(patterns)
    words_of = tuple(tuple(sorted(lemmas[p])) for p in patterns)
    return FirstLook(automaton, words_of, {word: tuple(demands) for word, demands in calls.items()})


def wanted_frames(frames: Frames, wanted: Iterable[str]) -> tuple[Frame, ...]:
    """The frames of these names; all that are no speech acts and have triggers where none is named: what no frame knows
    ("open") is found by no word. Raises BadDataError."""
    names = tuple(wanted)
    known = {f.name: f for f in frames.all}
    if unknown := sorted(set(names) - set(known)):
        raise BadDataError(f"{unknown[0]}: is no kind of event; the kinds are {', '.join(sorted(known))}")
    return tuple(known[n] for n in sorted(set(names))) or tuple(f for f in frames.all if not f.speech and f.triggers)


def _company(trigger: Trigger) -> Iterator[frozenset[str]]:
    for words in (trigger.of, trigger.object, trigger.subject, trigger.with_head):
        if words:
            yield frozenset(w.split()[-1].lower() for w in words)


def forms(word: str) -> tuple[str, ...]:
    """The regular forms of a verb or noun, a few too many ("hited"): the text decides which of them there are."""
    found = {word, f"{word}s", f"{word}es", f"{word}ed", f"{word}d", f"{word}ing", f"{word}er", f"{word}ers"}
    if word.endswith("e"):
        found |= {f"{word[:-1]}ing", f"{word[:-1]}ed"}
    if word.endswith("y"):
        found |= {f"{word[:-1]}ies", f"{word[:-1]}ied"}
    if word.endswith(("f", "fe")):
        found.add(f"{word.rstrip('e')[:-1]}ves")
    if len(word) > 2 and word[-1] not in _VOWELS + "wxy" and word[-2] in _VOWELS:
        found |= {f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
    return tuple(sorted(found))
