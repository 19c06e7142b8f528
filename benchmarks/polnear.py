"""PolNeAR: who said what in US political news, against human annotators.

The data (networkdynamics/PolNeAR, `data/{train,dev,test}/{text,attributions}`) is brat standoff: one file per
annotator, an event line for each attribution that names its Source, Cue and Content spans. Content may be in several
fragments; brat breaks a span at each newline, so fragments with only white space between them are one. Texts
annotated more than once count with the union of their annotations, one attribution per cue and source.

PolNeAR marks only the outermost attribution ("no nested attributions" in its guidelines), so an attribution inside
the content of another is left out of the counting; `nested` says how many were. The white space at the ends of spans
is not counted. Scored is what `crosswire read` prints.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.reading import Attributed, attributions_of, read_texts

Piece = tuple[int, int]
Pieces = tuple[Piece, ...]
SPAN = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
EVENT = re.compile(r"E\d+\t(.+)")
LAYERS = ("content", "source", "cue")
SPLITS = {"dev": ("train", "dev"), "report": ("test",)}


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as characters: each layer is a sequence of half-open pieces, empty where there is none."""

    content: Pieces
    source: Pieces
    cue: Pieces


@dataclass(slots=True)
class Tally:
    """Counts of one layer over many texts: spans of both sides, matches, and characters."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    overlapping: int = 0
    gold_chars: int = 0
    found_chars: int = 0
    shared_chars: int = 0


@dataclass(slots=True)
class Score:
    """All that is counted over many texts."""

    layers: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in LAYERS})
    with_source: int = 0
    named_source: int = 0
    right_source: int = 0


def run(data: Path, split: str) -> dict[str, object]:
    """Score what is printed for one split of PolNeAR; `data` holds the repository's `data` folder. `refused` are texts
    that the command does not read, whose attributions count as not found."""
    files, score = list(text_files(data, split)), Score()
    attributions = nested = refused = 0
    for file, printed in zip(files, read_texts((f.stem, text_of(f), None) for f in files), strict=True):
        text = text_of(file)
        gold, outer = load_gold(file, text), attributions_of(printed, nested=False)
        add(score, gold, [as_marked(found, text) for found in outer])
        attributions, refused = attributions + len(gold), refused + ("error" in printed)
        nested += len(attributions_of(printed)) - len(outer)
    return {"n": attributions, "texts": len(files), "refused": refused, "nested": nested, **figures(score)}


# --- reading the data ---------------------------------------------------------------------------------------------


def text_files(data: Path, split: str) -> Iterator[Path]:
    """The texts of a split, in the order of their names."""
    for part in SPLITS[split]:
        yield from sorted((data / "data" / part / "text").glob("*.txt"))


def text_of(file: Path) -> str:
    """A text of the data; a byte order mark is a space, so that offsets stay."""
    return file.read_bytes().decode("utf-8").replace("\ufeff", " ")


def load_gold(text_file: Path, text: str) -> list[Marked]:
    """What all annotators of a text marked: the union, one attribution per cue and source."""
    folder = text_file.parent.parent / "attributions"
    union: dict[tuple[Pieces, Pieces], Marked] = {}
    for path in sorted(folder.glob(f"{text_file.stem}_????.ann")):
        for marked in read_annotations(path.read_text("utf-8"), text):
            union.setdefault((marked.cue, marked.source), marked)
    return list(union.values())


def read_annotations(standoff: str, text: str) -> Iterator[Marked]:
    """The attributions of one brat file; the few that have no content are unfinished and left out."""
    spans: dict[str, Pieces] = {}
    events: list[str] = []
    # A span's own words may hold a line break, so not every line is a record.
    for line in standoff.split("\n"):
        if span := SPAN.match(line):
            pieces = (piece.split() for piece in span[2].split(";"))
            spans[span[1]] = tuple((int(start), int(end)) for start, end in pieces)
        elif found := EVENT.match(line):
            events.append(found[1])
    for event in events:
        parts: dict[str, list[Piece]] = defaultdict(list)
        for role, _, ident in (item.partition(":") for item in event.split()):
            parts[role.rstrip("0123456789").lower()].extend(spans[ident])
        marked = Marked(*(tidy(parts[layer], text) for layer in LAYERS))
        if marked.content:
            yield marked


def as_marked(found: Attributed, text: str) -> Marked:
    """What was printed, as the scorer counts it."""
    source, cue = ([span] if span else [] for span in (found.source, found.cue))
    return Marked(tidy(found.content, text), tidy(source, text), tidy(cue, text))


def tidy(pieces: Iterable[Piece], text: str) -> Pieces:
    """Pieces in order, without white space at their ends, joined where only white space lies between them."""
    joined: list[Piece] = []
    for start, end in sorted(pieces):
        inner = text[start:end]
        start, end = start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())
        if start >= end:
            continue
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


# --- scoring ------------------------------------------------------------------------------------------------------


def add(score: Score, gold: Sequence[Marked], found: Sequence[Marked]) -> None:
    """Count one text."""
    for name in LAYERS:
        pick: Callable[[Marked], Pieces] = lambda m, name=name: getattr(m, name)  # type: ignore[misc]  # noqa: E731
        _count(score.layers[name], [s for s in map(pick, gold) if s], [s for s in map(pick, found) if s])
    for g, f in match([m.content for m in gold], [m.content for m in found]).items():
        if gold[g].source:
            score.with_source += 1
            score.named_source += bool(found[f].source)
            score.right_source += shared(gold[g].source, found[f].source) > 0


def _count(tally: Tally, gold: Sequence[Pieces], found: Sequence[Pieces]) -> None:
    # A source that has several cues is one span marked several times: exact spans are counted as a multiset.
    tally.gold += len(gold)
    tally.found += len(found)
    tally.exact += sum(min(gold.count(span), found.count(span)) for span in set(gold))
    tally.overlapping += len(match(gold, found))
    gold_chars, found_chars = _characters(gold), _characters(found)
    tally.gold_chars += len(gold_chars)
    tally.found_chars += len(found_chars)
    tally.shared_chars += len(gold_chars & found_chars)


def match(gold: Sequence[Pieces], found: Sequence[Pieces]) -> dict[int, int]:
    """Pairs (index of gold, index of found) that share half of the longer one's characters or more, best first, one
    to one."""
    pairs = []
    for g, mine in enumerate(gold):
        for f, other in enumerate(found):
            share = shared(mine, other) / (max(size(mine), size(other)) or 1)
            if share >= 0.5:
                pairs.append((-share, g, f))
    matched: dict[int, int] = {}
    for _, g, f in sorted(pairs):
        if g not in matched and f not in matched.values():
            matched[g] = f
    return matched


def shared(one: Pieces, other: Pieces) -> int:
    """How many characters two spans have in common."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def size(span: Pieces) -> int:
    """How many characters a span has."""
    return sum(end - start for start, end in span)


def _characters(spans: Iterable[Pieces]) -> set[int]:
    return {i for span in spans for start, end in span for i in range(start, end)}


def figures(score: Score) -> dict[str, object]:
    """F1 of each layer in three ways, precision and recall of overlapping content, and the share of right sources: of
    the matched contents that have a source in the data, and of those among them where we name one."""
    rows: dict[str, object] = {}
    for name, t in score.layers.items():
        rows[f"{name}_exact"] = _f1(t.exact, t.gold, t.found)
        rows[f"{name}_overlapping"] = _f1(t.overlapping, t.gold, t.found)
        rows[f"{name}_soft"] = _f1(t.shared_chars, t.gold_chars, t.found_chars)
    content = score.layers["content"]
    rows["content_precision"] = round(content.overlapping / (content.found or 1), 4)
    rows["content_recall"] = round(content.overlapping / (content.gold or 1), 4)
    rows["right_source"] = round(score.right_source / (score.with_source or 1), 4)
    rows["right_source_where_named"] = round(score.right_source / (score.named_source or 1), 4)
    return rows


def _f1(shared_count: int, gold: int, found: int) -> float:
    return round(2 * shared_count / (gold + found or 1), 4)


def summary(rows: Mapping[str, object]) -> str:
    """The figures on one line, for a terminal."""
    return "  ".join(f"{key} {value}" for key, value in rows.items())
