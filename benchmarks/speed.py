"""How fast: reading against the parser alone, each part of reading, from the start to a brief, `--help`.

No data from outside: the text is that of the example reports, said again with other numbers, towns and days; with
`--data DIR` of a checked-out PolNeAR, 25 texts of its dev part: ordinary news. `ratio` is the time of spaCy's
pipeline as its package loads it over the time of reading (parsing included), both on the same blocks in the same run,
in turns, the best of three of each; above 1 reading is faster than the pipeline alone, since it runs the same parser
more cheaply (claims/parser.py). `ratio_to_own_parser` is the same against the parser as reading runs it. The parts
are timed one by one on the parsed blocks, in microseconds a word (a token that is no space); `answers_and_writing` is
what is left. `start_to_brief` and `help` are processes of their own, the best of three, as a user starts them.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.memory import EXAMPLES, reports
from crosswire.claims.attribution.find import find_attributions
from crosswire.claims.chains import make_chains
from crosswire.claims.mentions import find_hits
from crosswire.claims.parse import SHIPPED, Passage, parse
from crosswire.claims.parties import find_parties
from crosswire.claims.places.find import find_places
from crosswire.claims.quantities.find import find_quantities
from crosswire.claims.read import Reader, load_reader, read
from crosswire.claims.speakers.resolve import build_roster
from crosswire.claims.times.find import find_times
from crosswire.model import Fetched, Report
from crosswire.reports.make import make_report
from crosswire.reports.rules import load_rules

COUNT = 60  # reports; about 15,000 words
ROUNDS = 3
NEWS = "data/dev/text"
Parsed = Sequence[tuple[Report, tuple[Passage, ...]]]


def run(data: Path | None, split: str) -> dict[str, object]:
    """All measurements; `split` changes nothing."""
    reader, rules = load_reader(), load_rules()
    texts = [Fetched(f"{i}.txt", text.encode(), "text") for i, text in enumerate(_texts(data))]
    made = [make_report(text, {}, rules) for text in texts]
    parsed = list(parse(made, reader.parser))
    words = sum(not token.is_space for _, passages in parsed for p in passages for token in p.doc)
    stock = importlib.import_module(SHIPPED).load()
    alone, parser, reading = _in_turns(
        lambda: list(parse(made, stock)),
        lambda: list(parse(made, reader.parser)),
        lambda: list(read(made, reader)),
    )
    own, cost = (reading - parser) / words * 1e6, parts(parsed, reader, words)
    return {
        "n": words,
        "reports": len(made),
        "ratio": round(alone / reading, 3),
        "ratio_to_own_parser": round(parser / reading, 3),
        "pipeline_words_per_second": round(words / alone),
        "words_per_second": round(words / reading),
        "microseconds_a_word": {
            "make_report": _per_word(lambda: [make_report(text, {}, rules) for text in texts], words),
            "pipeline_alone": round(alone / words * 1e6, 1),
            "parser": round(parser / words * 1e6, 1),
            "all_but_parser": round(own, 1),
            **cost,
            "answers_and_writing": round(own - sum(cost.values()), 1),
        },
        "start_to_brief": round(min(_process("brief", *_two_examples()) for _ in range(ROUNDS)), 2),
        "help": round(min(_process("--help") for _ in range(ROUNDS)), 2),
    }


def parts(parsed: Parsed, reader: Reader, words: int) -> dict[str, float]:
    """What each part costs on parsed reports, in microseconds a word."""
    rosters = [build_roster(r.text, p, reader.names) for r, p in parsed]
    times = [find_times(r.text, p, r.published, reader.times) for r, p in parsed]
    found = [find_attributions(r.text, p, reader.cues) for r, p in parsed]
    steps: dict[str, Callable[[], object]] = {
        "speakers": lambda: [build_roster(r.text, p, reader.names) for r, p in parsed],
        "times": lambda: [find_times(r.text, p, r.published, reader.times) for r, p in parsed],
        "quantities": lambda: [
            find_quantities(r.text, p, reader.quantities, t) for (r, p), t in zip(parsed, times, strict=True)
        ],
        "places": lambda: [find_places(r.text, p, reader.gazetteer) for r, p in parsed],
        "parties": lambda: [find_parties(r.text, p, roster) for (r, p), roster in zip(parsed, rosters, strict=True)],
        "attributions": lambda: [find_attributions(r.text, p, reader.cues) for r, p in parsed],
        "chains": lambda: [
            make_chains(r, p, f, roster) for (r, p), f, roster in zip(parsed, found, rosters, strict=True)
        ],
        "mentions": lambda: [find_hits(p, reader.frames, reader.grammar) for _, p in parsed],
    }
    return {name: _per_word(step, words) for name, step in steps.items()}


def _texts(data: Path | None) -> list[str]:
    """What is read: the first 25 dev texts of PolNeAR where it is given, else the examples said again."""
    if data is None:
        return list(reports(COUNT))
    return [path.read_text("utf-8") for path in sorted((data / NEWS).glob("*.txt"))[:25]]


def _in_turns(*steps: Callable[[], object]) -> list[float]:
    """The best time of each, taken in turns so that a busy minute of the machine strikes all."""
    rounds = [[_seconds(step) for step in steps] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def _per_word(step: Callable[[], object], words: int) -> float:
    return round(min(_seconds(step) for _ in range(ROUNDS)) / words * 1e6, 2)


def _seconds(step: Callable[[], object]) -> float:
    started = time.process_time()
    step()
    return time.process_time() - started


def _two_examples() -> tuple[str, ...]:
    return tuple(str(path) for path in sorted((EXAMPLES / "launch").glob("*.txt"))[:2])


def _process(*arguments: str) -> float:
    """Seconds on the clock of one run of the program. Raises CalledProcessError where it fails."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "crosswire", *arguments]
    subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own program
    return time.perf_counter() - started
