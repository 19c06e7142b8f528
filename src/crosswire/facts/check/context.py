"""What the reports tell beside a clause: who somebody named is, and all the words that are told of an event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from crosswire.model import Brief, Claim, Clause, Mention, Party, Phrase, Place, Time

HOUR_ALONE = re.compile(
    r"(?:(?:at|around|about) )*(?:roughly )?\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?(?: local time)?"
)
# What stands before a title and makes it another one: "ex-president", "vice president".
QUALIFIERS = frozenset(
    ("former", "ex", "vice", "deputy", "acting", "late", "interim", "assistant", "designate", "outgoing", "incoming",
     "ousted", "self", "aspiring", "anti", "non", "opposition", "shadow")
)  # fmt: skip
ROLES = frozenset(
    ("president", "minister", "chairman", "leader", "spokesman", "director", "governor", "king", "secretary")
)  # titles of which somebody named with one has no other
OFFICES = frozenset(("president", "minister", "king", "governor"))  # of which nobody holds two at a time
WORD = re.compile(r"[a-z0-9]+(?:[.,]\d+)*")


def words_in(text: str) -> set[str]:
    """The words of a text in lower case, each also without the ending of a plural."""
    found = set(WORD.findall(text.lower()))
    return found | {w.removesuffix("s") for w in found} | {w.removesuffix("es") for w in found}


def qualified(word: str, text: str) -> bool:
    """Whether a title stands in a text only with what makes it another one: an ex-president is no president."""
    low = text.lower().replace("-", " ")
    found = [m.start() for m in re.finditer(rf"\b{re.escape(word)}\b", low)]
    return bool(found) and all(set(low[:at].split(",")[-1].split()[-2:]) & QUALIFIERS for at in found)


def described(
    clauses: Sequence[Clause], claims: Iterable[Claim], as_they_are: bool = False
) -> dict[str, frozenset[str]]:
    """Somebody named -> the words that stand beside the name anywhere: "opposition leader Hakainde Hichilema" once,
    and whoever is told of as Hichilema is the opposition leader. `as_they_are`: without the titles that are made into
    others, "president" of the ex-president."""
    found: dict[str, set[str]] = defaultdict(set)
    for phrase in (p for clause in clauses for p in clause.phrases):
        if isinstance(phrase.named, Party) and (key := key_of(phrase.named)):
            text = phrase.at.exact
            found[key] |= {w for w in phrase.words if not (as_they_are and qualified(w, text))}
            found[key] |= words_in(phrase.named.name)
            for value in phrase.values:
                if isinstance(value, Party | Place):
                    found[key] |= set(value.name.lower().split())
    for speaker in (s for claim in claims for s in claim.speakers[1:]):
        if speaker.kind == "person" or speaker.role:
            found[speaker.canonical.lower().split()[-1]] |= {
                w for w in words_in(speaker.role or "") if not (as_they_are and qualified(w, speaker.role or ""))
            }
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


def pieces(brief: Brief, families: Mapping[str, str]) -> dict[str, str]:
    """Event -> the event of the same kind whose piece it is: without a day and a place of its own, told only in reports
    that tell of the other ("The bridge collapsed at 6:30 pm", a paragraph below). Linking is careful with such a piece,
    as whoever counts origins has to be; who asks for "the bridge" means both."""
    own: dict[str, set[str]] = defaultdict(set)
    for claim in brief.claims:
        if claim.attribute in ("when", "where") and _is_definite(claim) and claim.id in brief.claim_event:
            own[brief.claim_event[claim.id]].add(claim.attribute)
    found: dict[str, str] = {}
    for event in brief.events:
        kind = families.get(event.frame, event.frame)
        wholes = [e for e in brief.events if e is not event and families.get(e.frame, e.frame) == kind]
        wholes = [e for e in wholes if e.role != "ahead" and set(event.reports) <= set(e.reports)]
        whole = max(wholes, key=lambda e: (len(e.reports), e.id), default=None)
        if whole is not None and not own[event.id] and own[whole.id] and event.role != "ahead":
            found[event.id] = whole.id
    return found


def _is_definite(claim: Claim) -> bool:
    """An hour alone is no day: "at 6:30 pm"."""
    value = claim.value
    return not isinstance(value, Time) or (value.start is not None and not HOUR_ALONE.fullmatch(value.text.lower()))


def event_words(event_of: Mapping[str, str], mentions: Mapping[str, Mention]) -> dict[str, frozenset[str]]:
    """Event -> all words of the sentences that tell of it."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention, event in event_of.items():
        if mention in mentions:
            found[event] |= words_in(mentions[mention].sentence.exact)
    return {key: frozenset(words) for key, words in found.items()}
