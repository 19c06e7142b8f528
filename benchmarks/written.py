"""Made-up news by strangers: what is found of what several sources vouch for, in the plain English of agencies.

`written/` holds 32 events, each told by three or four invented outlets, and the facts that a sceptical reader takes
from them: the question, the value, how it stands (corroborated, by one origin, unsourced, disputed), who vouches for
it. Four editors wrote them who knew nothing of the program, mended nothing, saw no output; the texts are ours. Of the
event that a brief is about, a fact is found where an answer to the same question has the number, or half of the words:
with the same standing, with another one, in another event only, or not at all. Answers called corroborated that no
fact of the truth has are counted as unlisted: most are true ("when: Sunday"), a reader has to judge them. Of the
disputed facts that no answer has as disputed, those whose numbers or words stand in what the brief sets against each
other ("in dispute: who contradicts whom") are counted too. The halves
were drawn by the order of their names before anything was run; `--split report` prints totals only. No data is needed.
"""

from __future__ import annotations

import io
import json
import re
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crosswire.brief.contrary.find import contraries
from crosswire.model import Brief, Fact, Given
from crosswire.pipeline.read import Pipeline, load_pipeline
from crosswire.pipeline.weigh import weigh_all

HERE = Path(__file__).with_name("written")
STANDING = {"corroborated": "corroborated", "one": "reported", "unsourced": "reported", "disputed": "disputed"}
ATTRIBUTES = {  # questions that only these answer; all else may be any answer but when and whether
    "happened": ("happened",), "when": ("when", "until", "since"), "killed": ("killed", "victim"),
    "injured": ("injured",), "missing": ("missing",),
}  # fmt: skip
NAMES = ("where", "who", "whom", "what")  # told by words also where they hold a number
SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
DIGITS = {word: str(n) for n, word in enumerate(SMALL.split())}
EMPTY = frozenset(
    ("the", "a", "an", "of", "in", "on", "at", "to", "for", "by", "with", "and", "his", "her", "their", "its", "was",
     "is", "were", "be", "been", "had", "has", "have", "about", "some", "that", "from", "as", "s", "after", "near")
)  # fmt: skip
STEM = 5  # letters that two forms of a word share
Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One fact of the truth and how the program has it: a standing, "other event" or "missing"."""

    event: str
    fact: Item
    has: str

    @property
    def right(self) -> bool:
        """Whether it is found with the standing that it has."""
        return self.has == STANDING[self.fact["standing"]]


def run(data: Path | None, split: str) -> dict[str, object]:
    """The facts of one half by their standing in truth and in the briefs; `data` is not needed."""
    pipeline = load_pipeline()
    outcomes: list[Outcome] = []
    unlisted: list[str] = []
    empty, beside, events = 0, 0, list(written(split))
    for name, event in events:
        brief = brief_of(event["report"], pipeline)
        found = judge(name, event["fact"], brief)
        outcomes += found
        beside += sum(is_side_by_side(o.fact, brief) for o in found if o.fact["standing"] == "disputed" and not o.right)
        main = [f for f in brief.facts if f.event == main_event(brief)]
        empty += not main
        unlisted += [f"{name}: {f.attribute} = {words_of(f)}" for f in main if _is_unlisted(f, event["fact"])]
    table = Counter((o.fact["standing"], o.has) for o in outcomes)
    if split == "dev":
        for o in outcomes:
            sign = "ok " if o.right else "-- "
            print(f"{sign}{o.event}: {o.fact['question']} = {o.fact['value']!r}: {o.fact['standing']} -> {o.has}")
        print(*(f"?? {one}" for one in unlisted), sep="\n")
    shown = {s: {has: n for (of, has), n in sorted(table.items()) if of == s} for s in STANDING}
    counts = {"disputed_side_by_side": beside, "unlisted_corroborated": len(unlisted)}
    return {"events": len(events), "without_a_fact": empty, **shown, **counts}


def written(split: str) -> Iterator[tuple[str, Item]]:
    """The events of one half by their names."""
    for path in sorted(HERE.glob("*.toml")):
        event = tomllib.loads(path.read_text("utf-8"))
        if event["split"] == split:
            yield path.stem, event


def brief_of(reports: Sequence[Item], pipeline: Pipeline) -> Brief:
    """What the program makes of an event's reports."""
    with tempfile.TemporaryDirectory() as folder:
        for number, report in enumerate(reports, 1):
            row = {**report, "published": report["published"].isoformat()}
            Path(folder, f"{number:02}.json").write_text(json.dumps(row), "utf-8")
        readings, warnings = pipeline.read_all([folder], Given(), io.BytesIO(), lambda done, of: None)
    return weigh_all(readings, pipeline.reader, warnings)


def main_event(brief: Brief) -> str:
    """The id of the event that a brief is about."""
    return next((e.id for e in brief.events if e.role == "main"), "")


def judge(name: str, facts: Sequence[Item], brief: Brief) -> list[Outcome]:
    """How a brief has each fact of the truth."""
    main = main_event(brief)
    found = []
    for fact in facts:
        fitting = [f for f in brief.facts if fits(fact, f)]
        here = [f.standing for f in fitting if f.event == main]
        elsewhere = fitting and fact["question"] != "happened"
        has = STANDING[fact["standing"]] if STANDING[fact["standing"]] in here else here[0] if here else ""
        found.append(Outcome(name, fact, has or ("other event" if elsewhere else "missing")))
    return found


def is_side_by_side(fact: Item, brief: Brief) -> bool:
    """Whether a brief sets two against each other in sentences that have all numbers of what is disputed, or half of
    its words: "14 or 17"."""
    wanted = bag(fact["value"])
    numbers = {w for w in wanted if w[0].isdigit()}
    stems = {w[:STEM] for w in wanted}
    for one in contraries(brief):
        told = {w for shown in one.shown for w in bag(shown.span.exact)}
        shared = stems & {w[:STEM] for w in told}
        if numbers <= told if numbers else 2 * len(shared) >= len(stems):
            return True
    return False


def fits(fact: Item, answer: Fact) -> bool:
    """Whether an answer is to the question of a fact and has its number, or half of its words."""
    question, wanted = fact["question"], bag(fact["value"])
    allowed = ATTRIBUTES.get(question)
    if answer.attribute not in allowed if allowed else answer.attribute in ("when", "happened"):
        return False
    if question == "happened":
        return True
    told = [bag(text) for text in _texts(answer)]
    numbers = {w for w in wanted if w[0].isdigit()}
    if numbers and question not in (*NAMES, "when"):
        return any(numbers & one for one in told)
    least = 1 if question == "when" else 0.5
    stems = {w[:STEM] for w in wanted}
    shared = [(len(stems & {w[:STEM] for w in one}), min(len(wanted), len(one))) for one in told if one]
    return any(n >= (least if question == "when" else least * of) and n for n, of in shared)


def bag(text: str) -> set[str]:
    """The words of an answer, numbers in digits."""
    words = re.findall(r"[a-z0-9.]*[a-z0-9]", text.lower().replace(",", ""))
    return {DIGITS.get(w, w) for w in words} - EMPTY


def words_of(answer: Fact) -> str:
    """An answer's value, or those that it has."""
    return " / ".join(_texts(answer))


def _texts(answer: Fact) -> list[str]:
    values = [answer.value, *(c.value for c in answer.candidates)]
    return list(dict.fromkeys(v.text for v in values if v is not None))


def _is_unlisted(answer: Fact, facts: Sequence[Item]) -> bool:
    return answer.standing == "corroborated" and not any(fits(fact, answer) for fact in facts)
