"""What the reports give to whom, looked up for finding who is contradicted."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from crosswire.brief.contrary.denials import denied_by
from crosswire.brief.contrary.words import common, words
from crosswire.brief.sentence import sentence
from crosswire.brief.wording import listed
from crosswire.model import Brief, Claim, Report, Span, Speaker

WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*")
STEM = 5  # letters that tell a word from another
ENDING = re.compile(r"(?<=\w{4})(?:ing|ed|es|s)$")
SAID = re.compile(r"^(?:Said|Says|Wrote|Added) (?=[A-Z])")
FEW = 6  # words of a name that is none
SHORT = 3  # letters of a word that carries nothing


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that carry something, and numbers."""
    found = (w.casefold() for w in WORD.findall(text))
    return frozenset(_stem(w) for w in found if w[0].isdigit() or (len(w) > SHORT and w not in common()))


def _stem(word: str) -> str:
    return ENDING.sub("", word)[:STEM]


def people(speaker: Speaker) -> Iterator[Speaker]:
    """The single speakers of one."""
    yield from speaker.members or (speaker,)


def same(one: Speaker, other: Speaker) -> bool:
    """Whether two may be one: one name, or persons of one last name."""
    return any(
        a.canonical == b.canonical or (a.kind == b.kind == "person" and _last(a) == _last(b))
        for a in people(one)
        for b in people(other)
    )


def _name(speaker: Speaker) -> str:
    """A speaker's name; "Said Lund: ..." is no first name."""
    return SAID.sub("", speaker.canonical or speaker.name)


def is_meant(speaker: Speaker) -> bool:
    """Whether somebody unnamed is one that the text has named before: "the former coach"."""
    return speaker.kind == "unnamed" and speaker.name.casefold().startswith("the ")


def _last(speaker: Speaker) -> str:
    return (speaker.canonical.split() or [""])[-1].casefold()


def one_name(one: str, other: str) -> bool:
    """Whether two names may be one: the same, or one is the last word of the other, or first and last are the same."""
    (*first, last), (*again, final) = one.casefold().split() or [""], other.casefold().split() or [""]
    return one == other or (last == final and (not first or not again or first[0] == again[0]))


def names(speaker: Speaker) -> frozenset[str]:
    """The words by which a report names a speaker: a person's last name, what is written big in any other name."""
    found: set[str] = set()
    for one in people(speaker):
        words = [
            w for w in re.findall(r"[\w'’-]+", f"{one.canonical} {one.name}") if w[0].isupper() and len(w) > SHORT - 1
        ]
        found |= (
            {_last(one)} if one.kind == "person" and len(one.canonical.split()) > 1 else {w.casefold() for w in words}
        )
    return frozenset(found)


def named_in(words: frozenset[str], text: str) -> bool:
    """Whether a text has one of the words."""
    return not words.isdisjoint(w.casefold() for w in re.findall(r"[^\W_]+(?:-[^\W_]+)*", text))


@dataclass(frozen=True)
class Told:
    """The claims that are somebody's, each once, by report in the order of the text."""

    brief: Brief

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """The reports by id."""
        return {r.id: r for r in self.brief.reports}

    @cached_property
    def by_report(self) -> Mapping[str, Sequence[Claim]]:
        """The claims of each report."""
        found: dict[str, dict[tuple[int, str], Claim]] = defaultdict(dict)
        for claim in self.brief.claims:
            if claim.cue is None or claim.attribute is not None or len(claim.speakers) < 2:
                continue
            if claim.speakers[-1].kind != "outlet" and claim.report in self.reports:
                found[claim.report].setdefault((claim.cue.start, claim.speakers[-1].canonical), claim)
        return {id_: sorted(own.values(), key=lambda c: c.span.start) for id_, own in found.items()}

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """The whole name of each person by the last name, where all whole names told are one person's."""
        spoken = Counter(_name(s) for c in self.brief.claims for one in c.speakers[1:] for s in people(one))
        whole: dict[str, list[str]] = defaultdict(list)
        for name in sorted(spoken, key=lambda n: (-spoken[n], n)):
            if len(name.split()) > 1:
                whole[name.split()[-1].casefold()].append(name)
        return {last: found[0] for last, found in whole.items() if len({n.split()[0] for n in found}) == 1}

    def called(self, speaker: Speaker) -> str:
        """A speaker's name; what he is stands in the words shown."""
        if speaker.members:
            return listed([self.called(one) for one in speaker.members])
        name = _name(speaker)
        if speaker.kind == "unnamed" and len(speaker.name.split()) <= FEW:
            return speaker.name  # "several traders", as the report has it
        bare = speaker.kind in ("person", "organisation") and len(name.split()) == 1
        return self.forms.get(name.casefold(), name) if bare else name

    @cached_property
    def often(self) -> Counter[str]:
        """In how many claims each stem stands."""
        return Counter(s for own in self.by_report.values() for c in own for s in stems(c.span.exact))

    @cached_property
    def having(self) -> Mapping[str, Sequence[Claim]]:
        """The claims with each stem."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.all:
            for stem in stems(claim.span.exact):
                found[stem].append(claim)
        return found

    @cached_property
    def sayings(self) -> Mapping[str, Sequence[Claim]]:
        """The claims of each report that neither deny nor tell of a denial, and stand in no headline, whose speakers
        are soon misread."""
        return {id_: [c for c in own if self._is_saying(c)] for id_, own in self.by_report.items()}

    @cached_property
    def all(self) -> Sequence[Claim]:
        """Those of all reports."""
        return [c for own in self.sayings.values() for c in own]

    @cached_property
    def ids(self) -> frozenset[str]:
        """Their ids."""
        return frozenset(c.id for c in self.all)

    @cached_property
    def by_word(self) -> Mapping[str, Sequence[Claim]]:
        """The claims of all reports, denials too, by the words of their speakers' names."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in (c for own in self.by_report.values() for c in own):
            called = (f"{s.canonical} {s.name}" for s in people(claim.speakers[-1]))
            for word in {w for name in called for w in re.findall(r"[\w-]+", name.casefold())}:
                found[word].append(claim)
        return found

    def _is_saying(self, claim: Claim) -> bool:
        known, text = words(), claim.span.exact
        if claim.stance == "denies" or denied_by(claim, known) is not None:
            return False
        if known.deny.search(text) and text[:1] not in '"“':
            return False
        blocks = self.reports[claim.report].blocks
        return not any(b.kind in ("title", "heading") and b.start <= claim.span.start < b.end for b in blocks)

    @cached_property
    def accusing(self) -> Sequence[Claim]:
        """The claims that accuse."""
        return [c for c in self.all if c.act == "accuse" and c.stance == "states"]

    def weight(self, of: frozenset[str]) -> float:
        """How much stems tell: what many say tells little."""
        total = 1 + sum(len(own) for own in self.by_report.values())
        return sum(log(total / (1 + self.often[s])) for s in of)

    def sentence(self, claim: Claim) -> Span | None:
        """The sentence, or the sentences, of a claim with who says it; None of what is too long."""
        parts = [*(claim.parts or (claim.span,)), *([claim.cue] if claim.cue is not None else [])]
        return sentence(self.reports[claim.report], min(p.start for p in parts), max(p.end for p in parts))
