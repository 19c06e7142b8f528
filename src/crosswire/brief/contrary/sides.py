"""Who is contradicted: whose words a denial denies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from crosswire.brief.contrary.alike import alike
from crosswire.brief.contrary.asides import accusers
from crosswire.brief.contrary.denials import Denial
from crosswire.brief.contrary.spoken import (
    NOUN,
    PLAIN,
    between,
    end_of,
    is_called,
    is_someones,
    is_within,
    others,
)
from crosswire.brief.contrary.told import Told, named_in, names, people, same, stems
from crosswire.brief.contrary.words import words
from crosswire.brief.evidence import NEGATION
from crosswire.model import Claim, Span, Speaker

LEAD = 20  # characters of what somebody says in which "his accuser" is who is spoken of
DENIAL = re.compile(r"\bdenials?\b", re.IGNORECASE)
COUNT = re.compile(r"\b(?:figure|number|toll|tally|estimate|statistic)s?\b", re.IGNORECASE)
DATED = re.compile(
    r"\b(?:to|yester|mon|tues|wednes|thurs|fri|satur|sun)day$|\b(?:year|month|week|morning)$", re.IGNORECASE
)
ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
ALTHOUGH = re.compile(r"\b(?:al|even )?though\b|\bwhereas\b", re.IGNORECASE)
NUMBER = re.compile(r"\d")
PRONOUNS = frozenset(
    ("i", "we", "you", "he", "she", "it", "they", "him", "her", "them", "who", "his", "its", "their", "that", "this")
)


@dataclass(frozen=True, slots=True)
class Shown:
    """Words of a report that tell one side: the sentence, and in it the words that deny."""

    report: str
    span: Span
    cue: Span | None = None
    claim: str | None = None
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Other:
    """Who is contradicted, by the brief's name or as a sentence calls him, and what he says where a report has it."""

    name: str
    speaker: Speaker | None = None
    shown: Shown | None = None


@dataclass(frozen=True)
class Sides:
    """Finds the other side of a denial."""

    told: Told

    def other(self, denial: Denial) -> Other | None:
        """Whose words it denies, None where nobody is told to say them."""
        found = self._inside(denial) or self._named(denial) or self.said(self._beside(denial))
        if found is not None:
            return found
        if denial.denied == "blame":
            return self._accuser(denial)
        return self.said(alike(self.told, denial) if denial.denied == "words" else self._just_before(denial))

    def said(self, claim: Claim | None) -> Other | None:
        """The side of who makes a claim."""
        return (
            None
            if claim is None
            else Other(self.told.called(claim.speakers[-1]), claim.speakers[-1], self._shown(claim))
        )

    def _shown(self, claim: Claim) -> Shown:
        return Shown(claim.report, self.told.sentence(claim) or claim.span, None, claim.id)

    def instead(self, denial: Denial) -> Shown | None:
        """What who denies says in the sentence behind it: "disputed that. "His hands were empty," she said"."""
        text, end = self.told.reports[denial.claim.report].text, denial.sentence.end
        for claim in self.told.by_report[denial.claim.report]:
            if (
                claim.span.start < end
                or claim.mode != "quoted"
                or not same(claim.speakers[-1], denial.claim.speakers[-1])
            ):
                continue
            whole = self.told.sentence(claim)
            if whole is not None and whole.start >= end and not text[end : whole.start].strip(" "):
                return Shown(claim.report, whole, None, claim.id, True)
        return None

    def by_name(self, name: str, denier: Speaker | None = None) -> Other:
        """The side of who is named in a text: a speaker of the reports where one is called so."""
        bare = ARTICLE.sub("", name)
        spoken = (s for c in self._spoken(bare) for s in people(c.speakers[-1]))
        theirs = (s for s in spoken if is_called(s, bare) and (denier is None or not same(s, denier)))
        known = next(theirs, None)
        return Other(name) if known is None else Other(self.told.called(known), known)

    def _inside(self, denial: Denial) -> Other | None:
        """Who is said to say it in the words denied ("denies the army's claim that it fired")."""
        content, verb = denial.claim.span, denial.claim.cue
        begin = verb.end if verb is not None and content.covers(verb) else content.start
        for claim in others(denial, self.told.sayings[denial.claim.report]):
            whole = claim.cue is not None and begin <= min(claim.cue.start, claim.span.start)
            known = claim.speakers[-1].kind not in ("unnamed", "document") and claim.act in PLAIN
            if whole and known and content.covers(claim.span):
                return self.said(claim)
        return None

    def _spoken(self, name: str) -> Sequence[Claim]:
        """The claims of those whose names have the last word of a name."""
        found = re.findall(r"[\w-]+", name.casefold())
        return self.told.by_word.get(found[-1], ()) if found else ()

    @cached_property
    def _blaming(self) -> Sequence[tuple[str, str, Span]]:
        return list(accusers(self.told))

    def _named(self, denial: Denial) -> Other | None:
        """Who is named as the one who tells it: "Lund's allegations", "the figure released by the police"."""
        known, content = words(), denial.content
        match = known.owned.match(content) or known.given.match(content) or known.medium.match(content)
        if match is None and denial.claim.cue is not None and known.whom.search(denial.claim.cue.exact):
            match = known.party.match(content)
        name = match[1] if match else None
        if name is None or name.split()[0].casefold() in PRONOUNS or DATED.search(name):
            return None
        name = name.strip(' .,;"“”')
        if not name or named_in(names(denial.claim.speakers[-1]), name):
            return None
        bare = ARTICLE.sub("", name)
        spoken = [c for c in others(denial, self._spoken(bare)) if c.id in self.told.ids]
        theirs = [c for c in spoken if is_called(c.speakers[-1], bare)]
        if not theirs or (match is not None and DENIAL.search(match[0])):  # what he denies is no word of his denied
            return self.by_name(name, denial.claim.speakers[-1])
        return self._own_words(denial, theirs)

    def _own_words(self, denial: Denial, theirs: Sequence[Claim]) -> Other:
        """What of the words of who is named is denied: an accusation of the denier, else what is most like it."""
        denier = names(denial.claim.speakers[-1])
        about = stems(denial.sentence.exact)

        def rank(claim: Claim) -> tuple[bool, float]:
            accuses = claim.act == "accuse" and self._speaks_of(claim, denier)
            return accuses, self.told.weight(stems(claim.span.exact) & about)

        counted = COUNT.search(denial.content) is not None
        best = max(theirs, key=lambda c: (counted and NUMBER.search(c.span.exact) is not None, *rank(c)))
        accuses, weight = rank(best)
        fits = accuses or (denial.denied != "blame" and weight > 0)
        if counted:
            fits = best.report == denial.claim.report and NUMBER.search(best.span.exact) is not None
        whole = self.told.sentence(best) or best.span
        fits = fits and (NEGATION.search(whole.exact) is None or NEGATION.search(denial.content) is not None)
        found = Other(self.told.called(best.speakers[-1]), best.speakers[-1])
        return replace(found, shown=self._shown(best)) if fits else found

    def _just_before(self, denial: Denial) -> Claim | None:
        """What somebody is said to say in the sentence before, or before in the same one."""
        own = [c for c in others(denial, self.told.sayings[denial.claim.report]) if is_someones(c)]
        cue = denial.claim.cue
        here = [c for c in own if is_within(c, denial) and cue is not None and end_of(c) <= cue.start]
        close = here or [c for c in own if between(self.told, c, denial) == 1]
        return max(close, key=lambda c: (c.act is not None, len(c.span.exact)), default=None)

    def _beside(self, denial: Denial) -> Claim | None:
        """Who says otherwise behind it in its sentence: "denied making them, although Lund said he had"."""
        own = [c for c in self.told.by_report[denial.claim.report] if is_within(c, denial) and is_someones(c)]
        text, cue = self.told.reports[denial.claim.report].text, denial.claim.cue
        for claim in own:
            start = min(claim.span.start, claim.cue.start if claim.cue is not None else claim.span.start)
            behind = cue is not None and cue.end < start and ALTHOUGH.search(text[cue.end : start]) is not None
            if behind and not any(same(claim.speakers[-1], s) for s in denial.claim.speakers[1:]):
                return claim
        return None

    def _accuser(self, denial: Denial) -> Other | None:
        """Who blames the denier: just before, or in any report by an accusation that names him."""
        denier = names(denial.claim.speakers[-1])
        near = self._just_before(denial)
        if near is not None and self._blames(near, denial):
            return self.said(near)
        accusing = [c for c in others(denial, self.told.accusing) if self._speaks_of(c, denier)]
        accusing.sort(key=lambda c: (c.report != denial.claim.report, c.span.start))
        if known := [c for c in accusing if c.speakers[-1].kind != "unnamed"]:
            return self.said(known[0])
        for name, report, whole in self._blaming:
            if not named_in(denier, whole.exact):
                continue
            found = self.by_name(name)
            if found.speaker is None or not same(found.speaker, denial.claim.speakers[-1]):
                return replace(found, shown=Shown(report, whole))
        return self.said(accusing[0] if accusing else None)

    def _blames(self, claim: Claim, denial: Denial) -> bool:
        """Whether a claim just before tells what the denier is blamed for, and is no comment on "the claims".

        A country's name stands in much that blames it for nothing.
        """
        denier = denial.claim.speakers[-1]
        named = denier.kind in ("person", "organisation") and named_in(names(denier), claim.span.exact)
        return (claim.act == "accuse" or named) and NOUN.search(claim.span.exact) is None

    def _speaks_of(self, claim: Claim, denier: frozenset[str]) -> bool:
        """Whether a verb accuses the denier: by name, or by a pronoun in a sentence that names him."""
        noun = claim.cue is None or NOUN.search(f"{claim.cue.exact} {claim.span.exact[:LEAD]}")
        noun = noun or NEGATION.search(claim.cue.exact if claim.cue is not None else "")
        if noun or names(claim.speakers[-1]) & denier:
            return False
        if named_in(denier, claim.span.exact):
            return True
        whole = self.told.sentence(claim)
        pronoun = claim.span.exact.split(" ")[0].casefold() in PRONOUNS
        return pronoun and whole is not None and named_in(denier, whole.exact)
