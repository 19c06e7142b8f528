"""Speakers of speech links in MEANTIME: who is the Arg0 of an event of class SPEECH_COGNITIVE, and whom we name.

A link is an event mention that REFERS_TO an EVENT of that class and has an entity mention as HAS_PARTICIPANT Arg0. The
text is put together from the gold's tokens, a blank between two, title and date as paragraphs of their own, and read by
`crosswire read`. Found: an attribution whose cue overlaps the event's words. Right: its source overlaps the entity
mention's words. Cognition counts too ("believes", "decided"), so not all of these links are speech.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from benchmarks.reading import Attributed, Piece, attributions_of, read_texts

SPEECH = "SPEECH_COGNITIVE"
HEAD_SENTENCES = 2  # title and date


@dataclass(frozen=True, slots=True)
class Link:
    """The characters of a speech event's words and of its speaker's."""

    cue: Piece
    speaker: Piece


def speakers(files: Sequence[Path]) -> dict[str, float | int]:
    """How many links there are, the share found, and the share right: of those found, and of all."""
    texts = [load(file) for file in files]
    printed = read_texts((file.stem, text, None) for file, (text, _) in zip(files, texts, strict=True))
    links = found = right = 0
    for (_, gold), record in zip(texts, printed, strict=True):
        ours = attributions_of(record)
        for link in gold:
            named = [a for a in ours if a.cue is not None and _overlap(a.cue, link.cue)]
            links += 1
            found += bool(named)
            right += any(_names(a, link) for a in named)
    return {
        "n": links,
        "found": round(found / max(links, 1), 3),
        "right_of_found": round(right / max(found, 1), 3),
        "right": round(right / max(links, 1), 3),
    }


def _names(found: Attributed, link: Link) -> bool:
    return found.source is not None and _overlap(found.source, link.speaker)


def _overlap(one: Piece, other: Piece) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def load(file: Path) -> tuple[str, list[Link]]:
    """The text of one file and its speech links, in the order of the file."""
    root = etree.parse(str(file)).getroot()
    text, places = _text(root)
    mentions = root.iter("EVENT_MENTION", "ENTITY_MENTION")
    anchors = {str(m.get("m_id")): [str(a.get("t_id")) for a in m.iter("token_anchor")] for m in mentions}
    links = []
    for event, entity in _pairs(root):
        cue, speaker = _piece(anchors.get(event, []), places), _piece(anchors.get(entity, []), places)
        if cue is not None and speaker is not None:
            links.append(Link(cue, speaker))
    return text, links


def _text(root: etree._Element) -> tuple[str, dict[str, Piece]]:
    parts: list[str] = []
    places: dict[str, Piece] = {}
    at, last = 0, "0"
    for token in root.iter("token"):
        sentence, word = str(token.get("sentence")), token.text or "-"
        if parts:
            head = sentence != last and int(sentence) <= HEAD_SENTENCES
            parts.append("\n\n" if head else " ")
            at += len(parts[-1])
        places[str(token.get("t_id"))] = (at, at + len(word))
        parts.append(word)
        at, last = at + len(word), sentence
    return "".join(parts), places


def _pairs(root: etree._Element) -> Iterator[tuple[str, str]]:
    """(event mention, entity mention) of each speech link."""
    entities = {str(m.get("m_id")) for m in root.iter("ENTITY_MENTION")}
    speech = {str(e.get("m_id")) for e in root.iter("EVENT") if e.get("class") == SPEECH}
    spoken: set[str] = set()
    for refers in root.iter("REFERS_TO"):
        if any(t.get("m_id") in speech for t in refers.iter("target")):
            spoken.update(str(s.get("m_id")) for s in refers.iter("source"))
    for participant in root.iter("HAS_PARTICIPANT"):
        source, target = (str(next(participant.iter(end)).get("m_id")) for end in ("source", "target"))
        if participant.get("sem_role") == "Arg0" and source in spoken and target in entities:
            yield source, target


def _piece(tokens: Sequence[str], places: dict[str, Piece]) -> Piece | None:
    known = [places[t] for t in tokens if t in places]
    return (min(s for s, _ in known), max(e for _, e in known)) if known else None
