"""Events of kinds as the product links them, against gold chains: ECB+ (its published split) and MEANTIME (120 texts).

Unlike `ecb`, nothing here is made for the benchmark: texts are read and linked as `crosswire link` does, and each place
where the product tells of an event of some kind is looked up among the gold's mentions (its trigger overlaps one). The
scores are over the mentions met so, a share of all, as most gold mentions are of no kind that the product knows and
speech acts are no events to it: how often two that it holds one are one chain ("pairs", within texts and across them),
how many pairs of a chain it finds, how many of those held join two topics, and B3. Peers over the same mentions: the
same stem within the topic that the data gives, the same kind within the text, each alone. ECB+ texts are their
annotated sentences, without dates; MEANTIME's are their gold tokens with the date that stands in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.coreference import scores
from benchmarks.ecb import SPLITS
from benchmarks.ecb_told import records_of
from benchmarks.meantime import CROSS, files
from benchmarks.meantime_chains import read as read_meantime
from crosswire.claims import read as reading
from crosswire.events.stream import nodes_of
from crosswire.events.tell import link
from crosswire.events.words import forms, stem
from crosswire.model import Fetched, Given, Reading
from crosswire.pipeline.read import load_pipeline
from crosswire.pipeline.weigh import table_of
from crosswire.reports.make import make_report

Sentences = Mapping[int, Sequence[str]]
Piece = tuple[int, int]
HEADLINE, DATE = 0, 1  # sentences of a MEANTIME text


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its gold: the characters of each mention's words, and the chain; `topic` as the data has it."""

    name: str
    topic: str
    text: str
    published: datetime | None
    mentions: tuple[tuple[Piece, str], ...]


@dataclass(frozen=True, slots=True)
class Met:
    """A gold mention where the product tells of an event: both sides' names for it."""

    text: Text
    kind: str
    word: str
    ours: str
    chain: str


def run(data: Path, split: str) -> dict[str, object]:
    """ECB+ (Train and Dev, or Test) and MEANTIME (all of it in either split)."""
    sets = {"ecb": ecb_texts(data, SPLITS[split]), "meantime": meantime_texts(data)}
    return {name: scored(texts, met(texts)) for name, texts in sets.items()}


def scored(texts: Sequence[Text], found: Sequence[Met]) -> dict[str, object]:
    """All scores over the mentions that were met."""
    peers: Mapping[str, Callable[[int, Met], str]] = {
        "ours": lambda _, m: m.ours,
        "same_stem_in_topic": lambda _, m: f"{m.text.topic} {stem(m.word)}",
        "same_kind_in_text": lambda _, m: f"{m.text.name} {m.kind}",
        "alone": lambda i, _: str(i),
    }
    gold = [m.chain for m in found]
    named = {name: [of(i, m) for i, m in enumerate(found)] for name, of in peers.items()}
    return {
        "texts": len(texts),
        "gold_mentions": sum(len(t.mentions) for t in texts),
        "met": len(found),
        **{name: {**scores(labels, gold), **pairs(labels, found)} for name, labels in named.items()},
    }


def pairs(labels: Sequence[str], found: Sequence[Met]) -> dict[str, object]:
    """Of the pairs held one the share that is, and of those that are one the share held so: in texts, across them."""
    held, one, both = ({"within": 0, "across": 0} for _ in range(3))
    topics = 0
    for (a, left), (b, right) in combinations(zip(labels, found, strict=True), 2):
        where = "within" if left.text is right.text else "across"
        held[where] += a == b
        topics += a == b and left.text.topic != right.text.topic
        one[where] += left.chain == right.chain
        both[where] += a == b and left.chain == right.chain
    shown: dict[str, object] = {
        f"pairs_{where}": {
            "p": round(both[where] / max(held[where], 1), 3),
            "r": round(both[where] / max(one[where], 1), 3),
            "held": held[where],
        }
        for where in held
    }
    return {**shown, "pairs_of_two_topics": topics}


def met(texts: Sequence[Text]) -> list[Met]:
    """The gold mentions at which the product tells of an event, each once, with the event it is linked to."""
    pipeline = load_pipeline()
    table = table_of(pipeline.reader)
    made = [
        make_report(
            Fetched(t.name, t.text.encode(), "text", Given(title=None, outlet=None, published=t.published)),
            pipeline.outlets,
            pipeline.rules,
        )
        for t in texts
    ]
    readings = list(reading.read(made, pipeline.reader))
    index = link(readings, table).index
    found = []
    for text, told in zip(texts, readings, strict=True):
        event = {m: str(index.event(n.id)) for n in nodes_of(told, table) for m in n.mentions}
        found += _met_in(text, told, event)
    return found


def _met_in(text: Text, told: Reading, event: Mapping[str, str]) -> list[Met]:
    shift = text.text.find(told.report.text[:200])  # a reader may take blanks off the start
    found: dict[Piece, Met] = {}
    for mention in told.mentions:
        start, end = mention.trigger.start + shift, mention.trigger.end + shift
        gold = next(((p, chain) for p, chain in text.mentions if p[0] < end and start < p[1]), None)
        if gold is not None and mention.id in event:
            word = next(iter(forms(mention.trigger.exact)), mention.trigger.exact.lower())
            found.setdefault(gold[0], Met(text, mention.frame, word, event[mention.id], gold[1]))
    return list(found.values())


def ecb_texts(data: Path, parts: Sequence[str]) -> list[Text]:
    """ECB+'s annotated sentences, each a paragraph."""
    sentences, records = records_of(data, parts)
    topic = {name: f"{name.split('_')[0]} {name.endswith('plus')}" for name in sentences}
    return [_text(name, topic[name], told, None, records) for name, told in sorted(sentences.items())]


def meantime_texts(data: Path) -> list[Text]:
    """MEANTIME's texts; the date that stands below the headline is the report's."""
    found = []
    for file in files(data, CROSS):
        sentences, records = read_meantime(file)
        found.append(_text(file.stem, file.parent.name, sentences, _day(sentences.get(DATE, ())), records))
    return found


def _day(words: Sequence[str]) -> datetime | None:
    try:
        return datetime.strptime(" ".join(words), "%B %d , %Y").replace(tzinfo=UTC)
    except ValueError:
        return None


def _text(
    name: str, topic: str, sentences: Sentences, published: datetime | None, records: Iterable[Mapping[str, Any]]
) -> Text:
    parts: list[str] = []
    places: dict[tuple[int, int], Piece] = {}
    at = 0
    for number, words in sorted(sentences.items()):
        for nth, word in enumerate(words):
            parts.append(("" if not parts else " " if nth else "\n\n") + word)
            at += len(parts[-1])
            places[number, nth] = (at - len(word), at)
    mentions = []
    for record in records:
        own = [places.get((record["sent_id"], t)) for t in record["tokens_number"]] if record["doc_id"] == name else []
        if known := [piece for piece in own if piece is not None]:
            mentions.append(((min(s for s, _ in known), max(e for _, e in known)), str(record["coref_chain"])))
    return Text(name, topic, "".join(parts), published, tuple(mentions))
