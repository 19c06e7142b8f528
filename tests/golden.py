"""A brief against a golden one written by hand (examples/README.md has the format): each line holds or does not."""

from __future__ import annotations

import io
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crosswire.model import Brief, Event, Fact, Given, Place, Report, Time
from crosswire.pipeline.read import Pipeline, load_pipeline

EXAMPLES = Path(__file__).parent.parent / "examples"
Item = Mapping[str, Any]


@dataclass(frozen=True)
class Line:
    """One line of a golden brief and whether the brief holds it; `got` is what the brief says instead."""

    what: str
    holds: bool
    got: str = ""


def brief_of(folder: Path, pipeline: Pipeline) -> Brief:
    """The brief of an example's folder, the golden file left out by its suffix."""
    return pipeline.brief([str(folder)], Given(), io.BytesIO(), lambda done, total: None)


def compare(golden: Item, brief: Brief) -> list[Line]:
    """Every line of the golden brief, in its order."""
    files = _files(brief)
    lines = [*_main(golden["main"], brief, files)]
    lines += [_report(item, files) for item in golden.get("reports", ())]
    lines += [_reprint(item, brief, files) for item in golden.get("reprints", ())]
    for item in golden.get("facts", ()):
        lines += _fact(item, brief)
    lines += [_never(item, brief) for item in golden.get("never", ())]
    lines += [_statement(item, brief) for item in golden.get("statements", ())]
    lines += [_background(item, brief) for item in golden.get("background", ())]
    lines += [_ahead(item, brief) for item in golden.get("ahead", ())]
    lines += [_check(item, brief) for item in golden.get("checks", ())]
    lines += [_assessment(item, brief, files) for item in golden.get("assessments", ())]
    return lines


def _files(brief: Brief) -> dict[str, Report]:
    found: dict[str, Report] = {}
    for report in brief.reports:
        name = Path(report.path or "").name
        found[re.sub(r" \(item (\d+)\)|:(\d+)$", lambda m: f"#{m.group(1) or m.group(2)}", name)] = report
    return found


def _touches(time: Time | None, iso: str) -> bool:
    if time is None or time.start is None:
        return False
    spans = (time.start.isoformat()[: len(iso)], (time.end or time.start).isoformat()[: len(iso)])
    return spans[0] <= iso <= spans[1]


def _main(item: Item, brief: Brief, files: Mapping[str, Report]) -> Iterator[Line]:
    event = next((e for e in brief.events if e.role == "main"), None)
    yield Line(
        f"main is {item['frame']}", event is not None and event.frame == item["frame"], str(event and event.frame)
    )
    if event is None:
        return
    when = event.when
    yield Line(f"main when {item['when']}", _touches(when, item["when"]), str(when and when.start))
    if "where" in item:
        names = _places(brief, event)
        yield Line(f"main where {item['where']}", any(item["where"] in n for n in names), str(names))
    for name in item.get("reports", ()):
        report = files.get(name)
        yield Line(f"main told by {name}", report is not None and report.id in event.reports, str(sorted(files)))


def _places(brief: Brief, event: Event) -> list[str]:
    facts = [f for f in brief.facts if f.event == event.id]
    told = [v for f in facts for c in f.candidates for v in (c.value, c.finer and c.finer.value)]
    return sorted({f"{v.text} / {v.name}" for v in told if isinstance(v, Place)})


def _report(item: Item, files: Mapping[str, Report]) -> Line:
    report = files.get(item["file"])
    got = f"{report.outlet}, {report.published}" if report else "no such report"
    published = str(report.published)[:10] if report else ""
    holds = report is not None and report.outlet == item.get("outlet") and published == item.get("published", published)
    return Line(f"report {item['file']}", holds, got)


def _reprint(item: Item, brief: Brief, files: Mapping[str, Report]) -> Line:
    copy, of = files.get(item["report"]), files.get(item["of"])
    holds = any(copy and of and r.report == copy.id and r.of == of.id for r in brief.reprints)
    names = {r.id: name for name, r in files.items()}
    return Line(
        f"{item['report']} reprints {item['of']}", holds, str([(names[r.report], names[r.of]) for r in brief.reprints])
    )


def _main_fact(brief: Brief, attribute: str) -> Fact | None:
    main = next((e.id for e in brief.events if e.role == "main"), None)
    return next((f for f in brief.facts if f.event == main and f.attribute == attribute), None)


def _fact(item: Item, brief: Brief) -> Iterator[Line]:
    name = item["attribute"]
    fact = _main_fact(brief, name)
    standings = item["standing"] if isinstance(item["standing"], list) else [item["standing"]]
    got = "no such fact" if fact is None else f"{fact.standing}: {_told(fact, brief)}"
    yield Line(f"{name} {standings}", fact is not None and fact.standing in standings, got)
    for answer in item.get("answers", ()):
        yield _answer(name, answer, fact, brief)


def _answer(name: str, answer: Item, fact: Fact | None, brief: Brief) -> Line:
    origins = {o.id: o.name for o in brief.origins}
    claims = {c.id: c for c in brief.claims}
    what = f"{name} = {answer['words'][0]} by {answer.get('origins', [])}"
    for candidate in fact.candidates if fact else ():
        told = [claims[c] for c in candidate.claims]
        spoken = [c.words.exact.lower() for c in told if c.words]
        if any(_alike(w.lower(), s) for w in answer["words"] for s in spoken):
            names = {origins.get(o, "") for o in candidate.origins}
            missing = set(answer.get("origins", ())) - names
            return Line(what, not missing, f"origins {sorted(names)}")
    return Line(what, False, "" if fact is None else _told(fact, brief))


def _alike(a: str, b: str) -> bool:
    return a in b or b in a


def _told(fact: Fact, brief: Brief) -> str:
    origins = {o.id: o.name for o in brief.origins}
    return "; ".join(f"{c.value.text} <- {sorted(origins.get(o, o) for o in c.origins)}" for c in fact.candidates)


def _never(item: Item, brief: Brief) -> Line:
    fact = _main_fact(brief, item["attribute"])
    texts = [c.value.text.lower() for c in fact.candidates] if fact else []
    words = item["words"] if isinstance(item["words"], list) else [item["words"]]
    return Line(f"never {item['attribute']} = {words}", not any(w.lower() in texts for w in words), str(texts))


def _statement(item: Item, brief: Brief) -> Line:
    acts = sorted(
        {s.act for s in brief.statements if item["speaker"] in s.speaker.canonical or item["speaker"] in s.speaker.name}
    )
    return Line(f"{item['speaker']} {item['act']}", item["act"] in acts, str(acts))


def _background(item: Item, brief: Brief) -> Line:
    events = [e for e in brief.events if e.role in ("background", "reaction") and e.frame == item["frame"]]
    when = str(item.get("when", ""))
    holds = any(not when or _touches(e.when, when) for e in events)
    return Line(
        f"background {item['frame']} {when}", holds, str([(e.title, e.when and str(e.when.start)[:10]) for e in events])
    )


def _ahead(item: Item, brief: Brief) -> Line:
    claims = {c.id: c for c in brief.claims}
    words = item["words"].lower()
    for one in brief.ahead:
        texts = [one.what.lower(), *(claims[c].span.exact.lower() for c in one.claims)]
        if any(words in t or t in words for t in texts):
            holds = "when" not in item or _touches(one.when, str(item["when"]))
            return Line(f"ahead {item['words']}", holds, str(one.when))
    return Line(f"ahead {item['words']}", False, "")


def _check(item: Item, brief: Brief) -> Line:
    holds = any(c.kind == item["kind"] and c.verdict == item["verdict"] for c in brief.checks)
    return Line(
        f"check {item['kind']} {item['verdict']}", holds, str([(c.kind, c.verdict, c.explain) for c in brief.checks])
    )


def _assessment(item: Item, brief: Brief, files: Mapping[str, Report]) -> Line:
    report = files.get(item["file"])
    at = report.text.find(item["words"]) if report else -1
    own = [c for c in brief.claims if report and c.report == report.id and c.span.start <= at < c.span.end]
    facts = [c for c in own if c.kind == "fact" and c.span.exact.strip() == item["words"].strip()]
    opinion = any(c.kind in ("assessment", "expectation") for c in own)
    return Line(
        f"opinion: {item['words']}", at >= 0 and opinion and not facts, str([(c.kind, c.attribute) for c in own])
    )


def load(folder: Path) -> dict[str, Any]:
    """The golden brief of an example's folder."""
    return tomllib.loads((folder / "golden.toml").read_text("utf-8"))


def main(names: Sequence[str]) -> None:
    """Print the lines that do not hold."""
    pipeline = load_pipeline(None)
    for folder in sorted(EXAMPLES.iterdir()):
        if folder.is_dir() and (not names or folder.name in names):
            lines = compare(load(folder), brief_of(folder, pipeline))
            print(f"## {folder.name}: {sum(line.holds for line in lines)} of {len(lines)}")  # noqa: T201
            for line in lines:
                if not line.holds:
                    print(f"  - {line.what}\n      got {line.got}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
