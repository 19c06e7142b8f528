"""Attributions -> speaker chains: who stands between the outlet and any character of a report.

An attribution inside another's content hangs below it: "KUNA: Seoul's military said, Yonhap reported" is
KUNA <- Yonhap <- South Korea's Joint Chiefs of Staff.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.claims.attribution.find import Found
from crosswire.claims.chains_introduced import introduced
from crosswire.claims.chains_speakers import (
    EARLIER_THAN,
    is_mute,
    outlet_voice,
    speaker_of,
    token_range,
    what_came_before,
)
from crosswire.claims.parse import Passage
from crosswire.claims.speakers.resolve import Roster, resolve_speaker
from crosswire.model import Report, Span, Speaker

STRIDE, LONG, HOLDING = 2048, 1000, 4  # characters of a cue, and cues that hold one another, at most
SENTENCE = 400  # characters between two cues of one sentence, at most
CITING = frozenset({"cite", "quote"})
EARLIER = re.compile(
    r"(?:corrections?\W+)?(?:an?|the|our) (?:earlier|previous|prior|original|first) (?:version|edition)s? of "
    r"(?:this|the|our) "
)
REPORTING = frozenset({"report", "confirm", "announce", "record", "register"})
REFERRING = frozenset({"reference", "refer"})  # "Interfax reports with reference to the ministry"
PASSING_ON = re.compile(r"(?:quot|cit)(?:e|es|ed|ing)\b.+\bas\b", re.IGNORECASE | re.DOTALL)
PASSED_ON = re.compile(r"\b(?:quoted|cited) (?:by|in) (?P<who>.+) as\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution with its speaker resolved and its whole chain, the outlet first.

    `reach`: up to which character of the report the speaker answers for what is attributed. `mute`: a thing is made
    to speak ("the figures contradict it", "the duty looks high"): no fact can rest on it.
    """

    found: Found
    speakers: tuple[Speaker, ...]
    reach: int
    mute: bool = False

    def covers(self, start: int, end: int) -> bool:
        """Whether characters [start, end) of the report are among the words that the speaker answers for."""
        return end <= self.reach and any(part.start <= start and end <= part.end for part in self.found.content)


@dataclass(frozen=True, slots=True)
class Chains:
    """The attributions of a report and the chain that its own voice has."""

    said: tuple[Said, ...]
    voice: tuple[Speaker, ...]
    near: Mapping[int, Sequence[int]]
    cues: Sequence[tuple[int, int]]
    cued: Mapping[tuple[int, int], Said]

    def by_cue(self, start: int, end: int) -> Said | None:
        """The attribution whose cue covers the characters: what its speaker does by saying it rests on the speaker."""
        behind = bisect_right(self.cues, (start, end + LONG))
        close = self.cues[max(0, behind - HOLDING) : behind]
        return next((self.cued[cue] for cue in close if cue[0] <= start and end <= cue[1]), None)

    def cue_at(self, span: Span) -> bool:
        """Whether the words are part of some attribution's cue."""
        i = bisect_right(self.cues, (span.start, span.end))
        return any(start < span.end and span.start < end for start, end in self.cues[max(0, i - 2) : i + 1])

    def all_at(self, start: int) -> Iterator[Said]:
        """The attributions near a character, those of nobody who vouches for what is said among them."""
        return (self.said[i] for i in self.near.get(start // STRIDE, ()))

    def at(self, start: int, end: int) -> Said | None:
        """The innermost attribution whose content covers the characters, or None for the outlet's own voice."""
        holding = [
            said
            for said in self.all_at(start)
            if said.covers(start, end)
            and not said.mute
            and _vouches(said.found)
            and said.speakers[-1].canonical != self.voice[-1].canonical
        ]
        return min(holding, key=lambda said: (_length(said), -len(said.speakers)), default=None)


def make_chains(report: Report, passages: Sequence[Passage], found: Sequence[Found], roster: Roster) -> Chains:
    """Resolve each attribution's speaker and hang it below the one that holds it."""
    voice = outlet_voice(report)
    near = _buckets(found)
    own = introduced(found, [speaker_of(one, report, passages, roster) for one in found], passages, roster)
    reach = [_reach(item, passages) for item in found]
    speaking = [(speaker, end if _vouches(item) else 0) for speaker, end, item in zip(own, reach, found, strict=True)]
    chains = [voice + _above(i, found, speaking, near) for i in range(len(found))]
    mute = [is_mute(item, speaker, passages, roster) for item, speaker in zip(found, own, strict=True)]
    denied = [_denied(i, found, own, near) or _taken_back(found[i], report.text) for i in range(len(found))]
    meant = [replace(item, stance="denies") if so else item for item, so in zip(found, denied, strict=True)]
    said = [Said(*whole) for whole in zip(meant, chains, reach, mute, strict=True)]
    passed = tuple(_passed_on(report.text, said, passages, roster))
    cued = {(one.found.cue.start, one.found.cue.end): one for one in reversed(passed) if one.found.cue is not None}
    return Chains(passed, voice, near, sorted(cued), cued)


def _denied(i: int, found: Sequence[Found], own: Sequence[Speaker | None], near: Mapping[int, Sequence[int]]) -> bool:
    """Whether nobody says it but who denies it: "the army denied reports that ..." denies what they say."""
    parent = found[i].parent if found[i].parent is not None else _holder(i, found, near)
    if parent is None or found[parent].stance != "denies" or found[parent].negated:
        return False
    return own[i] is None or found[i].source == found[parent].source


def _taken_back(item: Found, text: str) -> bool:
    """Whether a correction tells what it corrects: "An earlier version of this article said that ..." was wrong."""
    if item.source is None or not item.content:
        return False
    told = text[item.source.start : item.content[0].start + len("An earlier version of this article")]
    return EARLIER.match(told.lower()) is not None


def _passed_on(text: str, said: Sequence[Said], passages: Sequence[Passage], roster: Roster) -> Iterator[Said]:
    """What is told on somebody's word ("Yonhap, citing the army, said") is also, behind the teller, of who is cited."""
    tellings: dict[tuple[int, int], list[Said]] = defaultdict(list)
    for one in said:
        own = one.found.mode == "quoted" and not _relays(one)  # who is quoted says it, whomever he cites
        if one.found.clause and one.found.speech and one.found.source_token is not None and not own:
            tellings[one.found.source_token].append(one)
    for one in said:
        passer = _passer(text, one.found, passages, roster)
        if passer is not None and one.found.source is not None and passer.canonical != one.speakers[-1].canonical:
            yield replace(one, speakers=(*one.speakers[:-1], passer, one.speakers[-1]))
            continue
        quoted = _quoted(text, one.found, passages, roster)
        if quoted is not None and all(s.canonical != quoted.canonical for s in one.speakers):
            yield replace(one, speakers=(*one.speakers, quoted))
            continue
        cited = _cited(one.found, passages, roster)
        near = tellings[one.found.source_token] if cited is not None and one.found.source_token is not None else ()
        telling = next((other for other in near if _same_sentence(text, other.found, one.found.cue)), None)
        if cited is not None and one.found.lemma in REFERRING and (telling is None or not _relays(telling)):
            cited = None  # police "refer to" a suspect, who has said nothing
        if cited is None or telling is None or any(s.canonical == cited.canonical for s in telling.speakers):
            yield one
            continue
        source = one.found.content[0]
        found = replace(telling.found, cue=one.found.cue, source=source, lemma=one.found.lemma)
        yield Said(found, (*telling.speakers, replace(cited, span=source)), telling.reach)


def _relays(telling: Said) -> bool:
    """Whether it is an outlet or an agency that tells it: these refer to those whom they have it from."""
    return telling.speakers[-1].kind in ("agency", "outlet")


def _passer(text: str, item: Found, passages: Sequence[Passage], roster: Roster) -> Speaker | None:
    """Who passes somebody's words on: "Kim was quoted by KCNA as saying that ..." is Kim, as KCNA tells."""
    passed = PASSED_ON.search(item.cue.exact) if item.cue is not None else None
    if passed is None or item.cue is None or item.source_token is None:
        return None
    start, end = (item.cue.start + at for at in passed.span("who"))
    number = item.source_token[0]
    tokens = token_range(Span.of(text, start, end), passages[number])
    return None if tokens is None else replace(resolve_speaker(roster, number, *tokens), span=Span.of(text, start, end))


def _quoted(text: str, item: Found, passages: Sequence[Passage], roster: Roster) -> Speaker | None:
    """Whose words somebody only passes on: "KCNA quoted Kim as saying that ..." are Kim's."""
    if item.cue is None or item.source_token is None or not PASSING_ON.match(item.cue.exact):
        return None
    number = item.source_token[0]
    tokens = token_range(item.cue, passages[number])
    doc = passages[number].doc
    whom = next((t for t in doc[slice(*tokens)] if t.dep_ in ("dobj", "dative")), None) if tokens else None
    if whom is None or whom.pos_ not in ("PROPN", "NOUN"):
        return None
    words = doc[whom.left_edge.i : whom.i + 1]
    speaker = resolve_speaker(roster, number, words.start, words.end)
    return replace(speaker, span=passages[number].span(text, words.start_char, words.end_char))


def _cited(item: Found, passages: Sequence[Passage], roster: Roster) -> Speaker | None:
    """Who is cited by name or as people or a body; not "concerns", which tell nothing."""
    citing = item.lemma in CITING and item.speech
    if not (citing or item.lemma in REFERRING) or item.clause or item.source_token is None:
        return None
    number = item.source_token[0]
    tokens = token_range(item.content[0], passages[number])
    if tokens is None:
        return None
    speaker = resolve_speaker(roster, number, *tokens)
    if speaker.kind == "document" and speaker.canonical.startswith("unnamed "):
        return None  # "citing initial findings": whoever cites them answers for them
    if speaker.kind != "unnamed":
        return speaker
    words, head = roster.names.words, passages[number].doc[slice(*tokens)].root
    known = words.people | words.spokes | words.bodies | words.titles
    known = known.union(*words.body_kinds.values())
    told = head.text[:1].isupper() or not known.isdisjoint({head.lower_, head.lemma_.lower()})
    return speaker if told else None


def _same_sentence(text: str, item: Found, cue: Span | None) -> bool:
    """Whether the citing stands near the attribution: no full stop between their cues."""
    if item.cue is None or cue is None:
        return False
    first, last = sorted((item.cue, cue), key=lambda span: span.start)
    return last.start - first.end < SENTENCE and ". " not in text[first.end : last.start]


def _reach(item: Found, passages: Sequence[Passage]) -> int:
    """Who claims "an attack that killed 12" answers for the attack and not for what is told of it by the way, a
    relative clause in a content that is only named, nor for what came before, "a day of mourning after a blast killed
    12"; who condemns it answers for nothing of it: the outlet does. Who reports or confirms "a blast that killed 12"
    tells all of it."""
    end = max((part.end for part in item.content), default=0)
    if item.source_token is None:
        return end
    passage = passages[item.source_token[0]]
    if item.clause:
        before = what_came_before(item, passage)
        return end if before is None else min(end, passage.offset + before.idx)
    if item.judging or (item.lemma in REPORTING and item.stance == "states"):
        return 0 if item.judging else end
    for part in item.content:
        tokens = token_range(part, passage)
        for token in passage.doc[tokens[0] + 1 : tokens[1]] if tokens else ():
            if token.dep_ == "relcl":
                return min(end, passage.offset + token.left_edge.idx)
            if token.lower_ in EARLIER_THAN and token.dep_ in ("mark", "prep"):
                return min(end, passage.offset + token.idx)
    return end


def _buckets(found: Sequence[Found]) -> dict[int, list[int]]:
    """Which attributions have content in each stretch of STRIDE characters, so that a look-up stays cheap."""
    near: dict[int, list[int]] = defaultdict(list)
    for i, item in enumerate(found):
        for part in item.content:
            for bucket in range(part.start // STRIDE, part.end // STRIDE + 1):
                if not near[bucket] or near[bucket][-1] != i:
                    near[bucket].append(i)
    return dict(near)


def _above(
    i: int,
    found: Sequence[Found],
    speaking: Sequence[tuple[Speaker | None, int]],
    near: Mapping[int, Sequence[int]],
) -> tuple[Speaker, ...]:
    """The speakers from the outermost down to that of attribution i; `speaking` has each one's speaker and reach."""
    chain: list[Speaker] = []
    seen: set[int] = set()
    current: int | None = i
    cue = found[i].cue
    while current is not None and current not in seen:
        seen.add(current)
        speaker, reach = speaking[current]
        answers = current == i or cue is None or cue.end <= reach
        if speaker is not None and answers and all(speaker.canonical != other.canonical for other in chain):
            chain.insert(0, speaker)
        parent = found[current].parent
        current = parent if parent is not None else _holder(current, found, near)
    return tuple(chain)


def _holder(i: int, found: Sequence[Found], near: Mapping[int, Sequence[int]]) -> int | None:
    """The smallest attribution whose content holds this one's cue and is not itself held by it."""
    cue = found[i].cue
    if cue is None:
        return None
    holding = [
        (_size(found[j]), j)
        for j in near.get(cue.start // STRIDE, ())
        if j != i and any(part.covers(cue) for part in found[j].content) and _size(found[j]) > _size(found[i])
    ]
    return min(holding)[1] if holding else None


def _vouches(item: Found) -> bool:
    """Whether the source answers for the content: not for what is only meant, backed or attacked."""
    return item.speech or item.clause


def _size(found: Found) -> int:
    return sum(part.end - part.start for part in found.content)


def _length(said: Said) -> int:
    return _size(said.found)
