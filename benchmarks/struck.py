"""What editors struck out of the program's own briefs, and how much of it is still printed.

On 30 November 2026, 15:50 and (eight others) 18:55, editors who knew nothing of the program read the briefs of forty
stories beside their reports and struck out every line they would not sign: wrong (false, turned round, on somebody
else's word, another event's, meaningless) or poor (a fragment, a repetition, a title too vague). Sixteen of the stories
are the dev half of `written`, whose texts are ours: their verdicts are `struck.toml`, each struck line with its reason;
lines that stood are kept as digests of their words. Counted, by section: struck lines that are printed still, lines
that stood and are printed still, lines that nobody has judged. A brief without a line would score no struck ones, so
both are told. The verdicts were read to mend the program: what they say of its text today is no error rate of unread
texts (docs/accuracy.md has those). No data is needed; there is no report part.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.written import Item, brief_of, written
from crosswire import app
from crosswire.pipeline.read import Pipeline, load_pipeline

TABLE = Path(__file__).with_suffix(".toml")
SECTIONS = {
    "CONFIRMED": "fact", "DISPUTED": "fact", "REPORTED": "fact", "WHO SAID WHAT": "said", "REACTIONS": "reaction",
    "BACKGROUND": "background", "WHAT IS EXPECTED NEXT": "expected", "ONLY OPINION": "opinion",
}  # fmt: skip
END = ("THE REPORTS", "WHERE IT COMES FROM", "WHAT DOES NOT ADD UP")
WIDE = 3000  # columns: no line is broken
PAGE = app.Page(width=WIDE, colour=False, full=True)


def run(data: Path | None, split: str) -> dict[str, object]:
    """Struck lines, standing lines and unjudged lines that are printed now, by section; `data` is not needed."""
    pipeline = load_pipeline()
    table = tomllib.loads(TABLE.read_text("utf-8"))
    counts: Counter[tuple[str, str]] = Counter()
    for name, event in written("dev"):
        judged = table[name]
        printed = {digest(line): (section, line) for section, line in lines_of(as_text(event["report"], pipeline))}
        struck = {digest(row["line"]): row for row in judged["struck"]}
        for key, row in struck.items():
            counts[row["section"], f"{row['mark']}_then"] += 1
            if key in printed:
                counts[row["section"], row["mark"]] += 1
                print(f"{name}: {row['section']}: {row['mark']}: {row['line']} ({row['why']})")
        for section, keys in judged["stood"].items():
            counts[section, "stood_then"] += len(keys)
            counts[section, "stood"] += len(printed.keys() & set(keys))
        known = struck.keys() | {key for keys in judged["stood"].values() for key in keys}
        for key in printed.keys() - known:
            counts[printed[key][0], "unjudged"] += 1
    sections = sorted({section for section, _ in counts})
    return {s: {what: n for (of, what), n in sorted(counts.items()) if of == s} for s in sections}


def as_text(reports: Sequence[Item], pipeline: Pipeline) -> str:
    """The whole brief of an event's reports as text, no line broken."""
    return app.render(brief_of(reports, pipeline), "text", PAGE)


def lines_of(text: str) -> Iterator[tuple[str, str]]:
    """The lines of a brief that can be judged, each with its section; evidence after the heading it stands under."""
    section, heading = "title", ""
    for line in text.splitlines():
        told = line.strip()
        if line.startswith(END):
            return
        begun = next((s for head, s in SECTIONS.items() if line.startswith(head)), None)
        if begun is not None:
            section, heading = begun, ""
        elif told.startswith("["):
            yield section, f"{heading} | {told}"
        elif told:
            heading = told if line.startswith("  ") and not line.startswith("   ") else heading
            yield section, told


def digest(line: str) -> str:
    """Twelve letters that stand for a line."""
    return hashlib.sha256(line.encode()).hexdigest()[:12]
