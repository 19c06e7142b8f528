"""Certainty, polarity and time of events: MEANTIME (Minard et al., LREC 2016), 120 Wikinews texts, CC BY 4.0.

Data: `data/meantime_newsreader_english_oct15/intra-doc_annotation` of qiangning/StructTempRel-EMNLP17; all dev.
Each EVENT_MENTION has certainty (CERTAIN / PROBABLE / POSSIBLE), polarity (POS / NEG) and time (FUTURE / NON_FUTURE);
UNDERSPECIFIED and empty values are not scored. The gold's tokens and sentences are used; the mention's head is
judged. Ours are read so: NEG is modality "negated"; FUTURE is "expected" or "hypothetical", or a kind "expectation";
uncertain (PROBABLE or POSSIBLE, scored together) is a stance that doubts or modality "hypothetical". Precision, recall
and F1 are of the rarer value (NEG, FUTURE, uncertain), with the share right overall, and the confusion of our modality
with the gold's triple. Speakers of speech links are scored by `meantime_links`, chains by `meantime_chains`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from spacy.language import Language
from spacy.tokens import Doc, Token

from benchmarks.meantime_chains import chains
from benchmarks.meantime_links import speakers
from crosswire.claims.parse import load_parser, plain
from crosswire.claims.stance.judge import Judgement, StanceTable, judge, load_stance

PLACES = (
    "StructTempRel-EMNLP17/data/meantime_newsreader_english_oct15",
    "data/meantime_newsreader_english_oct15",
    "meantime_newsreader_english_oct15",
    ".",
)
INTRA, CROSS = "intra-doc_annotation", "intra_cross-doc_annotation"


@dataclass(frozen=True, slots=True)
class Event:
    """One annotated event mention: its sentence, the indices of its tokens there, and its three attributes."""

    sentence: tuple[str, ...]
    tokens: tuple[int, ...]
    certainty: str
    polarity: str
    time: str


@dataclass(frozen=True, slots=True)
class Judged:
    """An event mention and what we make of it."""

    event: Event
    token: Token
    ours: Judgement


def run(data: Path, split: str) -> dict[str, object]:
    """Scores over all texts; there is no reporting part (`split` changes nothing)."""
    found = list(judged(data))
    return {
        "n": len(found),
        "texts": len(files(data)),
        "negative": share(found, "polarity", {"NEG"}, is_negative),
        "future": share(found, "time", {"FUTURE"}, is_future),
        "uncertain": share(found, "certainty", {"POSSIBLE", "PROBABLE"}, is_uncertain),
        "confusion": confusion(found),
        "speakers": speakers(files(data)),
        "chains": chains(files(data, CROSS)),
    }


def judged(data: Path) -> Iterator[Judged]:
    """Every event mention with our judgement of it."""
    table, parser = load_stance(), load_parser()
    events = [e for path in files(data) for e in read(path)]
    yield from _judge_all(events, parser, table)


def files(data: Path, folder: str = INTRA) -> list[Path]:
    """The annotated texts, wherever below `data` their folder lies."""
    for place in PLACES:
        found = sorted((data / place / folder).rglob("*.xml"))
        if found:
            return found
    raise FileNotFoundError(f"no {folder}/*.xml below {data}")


def read(path: Path) -> Iterator[Event]:
    """The event mentions of one text."""
    root = etree.parse(str(path)).getroot()
    words = {_at(t, "t_id"): (int(_at(t, "sentence")), t.text or "") for t in root.iter("token")}
    sentences: dict[int, list[str]] = {}
    for key, (sentence, _) in words.items():
        sentences.setdefault(sentence, []).append(key)
    for mention in root.iter("EVENT_MENTION"):
        anchors = [_at(a, "t_id") for a in mention.iter("token_anchor")]
        if not anchors:
            continue
        keys = sentences[words[anchors[0]][0]]
        inside = tuple(keys.index(a) for a in anchors if a in keys)
        text = tuple(words[k][1] for k in keys)
        yield Event(text, inside, _at(mention, "certainty"), _at(mention, "polarity"), _at(mention, "time"))


def _at(element: etree._Element, name: str) -> str:
    return str(element.get(name, ""))


def is_negative(ours: Judgement) -> bool:
    """Whether we say that it did not happen."""
    return ours.modality == "negated"


def is_future(ours: Judgement) -> bool:
    """Whether we say that it has not come about yet."""
    return ours.modality in ("expected", "hypothetical") or ours.kind == "expectation"


def is_uncertain(ours: Judgement) -> bool:
    """Whether we say that nobody vouches for it."""
    return ours.stance == "doubts" or ours.modality == "hypothetical"


def share(
    found: Sequence[Judged], attribute: str, rare: set[str], ours: Callable[[Judgement], bool]
) -> dict[str, float | int]:
    """Precision, recall and F1 of the rare value and the share right, over the mentions that have the attribute."""
    scored = [(getattr(j.event, attribute) in rare, ours(j.ours)) for j in found if _is_set(j.event, attribute)]
    both = sum(g and o for g, o in scored)
    precision = both / max(sum(o for _, o in scored), 1)
    recall = both / max(sum(g for g, _ in scored), 1)
    f1 = 2 * precision * recall / (precision + recall) if both else 0.0
    right = sum(g == o for g, o in scored) / max(len(scored), 1)
    numbers = {"p": precision, "r": recall, "f1": f1, "right": right}
    return {"n": len(scored), "gold": sum(g for g, _ in scored), **{k: round(v, 3) for k, v in numbers.items()}}


def confusion(found: Iterable[Judged]) -> Mapping[str, int]:
    """How often each gold triple (certainty, polarity, time) met each of our modalities."""
    counts = Counter(
        f"{j.event.certainty[:4]}/{j.event.polarity}/{j.event.time[:3]} -> {j.ours.modality}"
        for j in found
        if all(_is_set(j.event, a) for a in ("certainty", "polarity", "time"))
    )
    return dict(counts.most_common())


def _is_set(event: Event, attribute: str) -> bool:
    return getattr(event, attribute) not in ("", "UNDERSPECIFIED", None)


def _judge_all(events: Sequence[Event], parser: Language, table: StanceTable) -> Iterator[Judged]:
    sentences = list(dict.fromkeys(e.sentence for e in events))
    docs = (Doc(parser.vocab, words=[plain(w) or " " for w in s]) for s in sentences)
    parsed = dict(zip(sentences, parser.pipe(docs), strict=True))
    for event in events:
        doc = parsed[event.sentence]
        token = doc[min(event.tokens) : max(event.tokens) + 1].root
        yield Judged(event, token, judge(token, table))
