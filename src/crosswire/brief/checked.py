"""The verdict on a sentence, for a reader and as JSON: the verdict first, then what speaks for it and against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO

from rich.console import Console
from rich.text import Text

from crosswire.brief.evidence import cited, clip, evidence
from crosswire.brief.record import claim_record, origin_record
from crosswire.brief.record_values import Record
from crosswire.model import Checked, Claim, ClaimCheck, ClaimVerdict, Report

VERDICTS: dict[ClaimVerdict, str] = {
    "corroborated": "corroborated: two or more independent origins give all of it",
    "reported": "reported: the reports tell it, but not on independent origins for all of it",
    "disputed": "disputed: the reports tell it, and tell of a denial or of what excludes it",
    "contradicted": "contradicted: the reports tell otherwise",
    "not_found": "not found: no report tells this",
}
STYLES = {"corroborated": "green", "reported": "yellow", "disputed": "bold red", "contradicted": "bold red"}
SHOWN = 6  # pieces of evidence on each side
WORDS = 120  # half of the characters shown of each


def as_check_text(of: ClaimCheck, width: int, colour: bool) -> str:
    """The verdicts as text of at most `width` columns."""
    out = StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, color_system="standard" if colour else None, highlight=False,
        markup=False, emoji=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    numbers = {report.id: number for number, report in enumerate(of.brief.reports, 1)}
    for checked in of.sentences:
        for line in _lines(checked, of, numbers):
            console.print(line)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).strip("\n") + "\n"


def _lines(checked: Checked, of: ClaimCheck, numbers: dict[str, int]) -> Iterator[Text]:
    yield Text("")
    yield Text(checked.sentence, style="bold")
    yield Text(VERDICTS[checked.verdict], style=STYLES.get(checked.verdict, ""))
    yield from _listed("Why", [Text(reason) for reason in checked.reasons])
    claims = {c.id: c for c in checked.claims}
    for heading, ids in (("For", checked.support), ("Against", checked.against)):
        yield from _side(heading, [claims[i] for i in ids if i in claims], of, numbers)
    named = [o for o in checked.origins if o.kind not in ("unknown", "unnamed")]
    yield from _listed("Origins", [Text(f"{o.name}: {o.reasons[0]}") for o in named])


def _side(heading: str, claims: Sequence[Claim], of: ClaimCheck, numbers: dict[str, int]) -> Iterator[Text]:
    """The words on one side, each sentence of a report once, with its speaker chain."""
    reports = {report.id: report for report in of.brief.reports}
    shown: dict[tuple[str, str], None] = {}
    for claim in _each_once(claims):
        report = reports[claim.report]
        item = evidence(claim, report, numbers[claim.report])
        words = "".join(p.text for p in clip(item.pieces, 2 * WORDS))
        shown[(f"[{item.report}] {cited(item)}", f"“{words}”" if item.quoted else words)] = None
    lines = [line for who, words in list(shown)[:SHOWN] for line in (Text(who, style="dim"), Text(f"    {words}"))]
    if len(shown) > SHOWN:
        lines.append(Text(f"and {len(shown) - SHOWN} more; --format json lists all"))
    yield from _listed(heading, lines)


def _each_once(claims: Sequence[Claim]) -> list[Claim]:
    """The claims whose words lie in no other's of the same report: a sentence answers many questions and is one piece
    of evidence. Of words that were given to somebody and the sentence around them the given words stand."""
    kept: list[Claim] = []
    for claim in claims:
        at = next((i for i, k in enumerate(kept) if k.report == claim.report and k.span.overlaps(claim.span)), None)
        if at is None:
            kept.append(claim)
        elif (len(claim.speakers), _length(claim)) > (len(kept[at].speakers), _length(kept[at])):
            kept[at] = claim
    return kept


def _length(claim: Claim) -> int:
    return claim.span.end - claim.span.start


def _listed(heading: str, lines: Sequence[Text]) -> Iterator[Text]:
    if lines:
        yield Text("")
        yield Text(heading, style="bold")
        for line in lines:
            yield Text("  ").append(line)


def as_check_record(of: ClaimCheck) -> Record:
    """The verdict as plain JSON values; `claims` and `origins` are in the form of brief.schema.json."""
    texts = {report.id: report.text for report in of.brief.reports}
    claims = {c.id: c for s in of.sentences for c in s.claims}
    origins = {o.id: o for s in of.sentences for o in s.origins}
    event_of = of.brief.claim_event
    return {
        "crosswire": of.brief.version,
        "rules": of.brief.rules,
        "claim": of.claim,
        "verdict": of.verdict,
        "sentences": [_sentence(s) for s in of.sentences],
        "claims": [claim_record(c, texts[c.report], event_of.get(c.id)) for c in claims.values()],
        "origins": [origin_record(o) for o in origins.values()],
        "reasons": list(dict.fromkeys(reason for s in of.sentences for reason in s.reasons)),
        "reports": [_report(r) for r in of.brief.reports if any(c.report == r.id for c in claims.values())],
        "warnings": list(of.brief.warnings),
    }


def _sentence(checked: Checked) -> Record:
    return {
        "sentence": checked.sentence,
        "verdict": checked.verdict,
        "support": list(checked.support),
        "against": list(checked.against),
        "slots": [
            {
                "slot": s.name,
                "words": s.words,
                "verdict": s.verdict,
                "support": list(s.support),
                "against": list(s.against),
                "reason": s.why,
            }
            for s in checked.slots
        ],
        "reasons": list(checked.reasons),
    }


def _report(report: Report) -> Record:
    return {
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "path": report.path,
        "published": None if report.published is None else report.published.isoformat(),
    }
