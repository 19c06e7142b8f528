"""The page of a report: its text with every claim marked, and beside it who says what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse

from crosswire import app
from crosswire.api.problem import Problem
from crosswire.api.state import state_of
from crosswire.app import page
from crosswire.app.desk_views import Seen
from crosswire.web.templating import render

router = APIRouter(include_in_schema=False)
ORDER = ("disputed", "corroborated", "reported", "withdrawn", "apart")  # of several signs on the same words, one shows
QUIET = ("boilerplate", "links", "caption", "byline", "dateline")


@router.get("/reports/{report}", response_class=HTMLResponse)
def report(request: Request, report: Annotated[str, Path(max_length=80)]) -> str:
    """The report."""
    seen = state_of(request).desk.report(report)
    if seen is None:
        raise Problem(404, "There is no report of this id.")
    return render("report.html", "", **view(seen))


@dataclass(frozen=True, slots=True)
class Note:
    """What one speaker says in a passage: who, through whom, and each claim with its sign and its event."""

    who: str
    via: tuple[str, ...]
    lines: tuple[tuple[app.Claim, str, str], ...]

    @property
    def shown(self) -> tuple[tuple[app.Claim, str, str], ...]:
        """The lines worth one on the page: with an answer; else that it is an opinion or a forecast, once."""
        answers = tuple(line for line in self.lines if line[0].value)
        return answers or tuple(line for line in self.lines if line[0].kind != "statement")[:1]


def view(seen: Seen) -> dict[str, Any]:
    """Everything the template takes."""
    signs = {c.id: sign(c, seen) for c in seen.claims}
    passages = page.annotated(seen.report, seen.claims)
    return {
        "seen": seen,
        "report": seen.report,
        "outlet": page.label(seen.report),
        "passages": [(p, list(notes(p.claims, signs, seen))) for p in passages],
        "starts": {c.id: (c.parts or (c.span,))[0].start for c in seen.claims},
        "signs": signs,
        "strongest": lambda ids: min((signs[i] for i in ids), key=ORDER.index),
        "quiet": QUIET,
    }


def sign(claim: app.Claim, seen: Seen) -> str:
    """How the fact that a claim answers stands, or "apart" for opinion, forecast, and what answers nothing."""
    if claim.kind in ("assessment", "expectation"):
        return "apart"
    return seen.standing.get(claim.id, "apart")


def notes(claims: Sequence[app.Claim], signs: Mapping[str, str], seen: Seen) -> Iterator[Note]:
    """The claims of a passage by speaker, in the order of the text."""
    by_chain: dict[tuple[str, ...], list[app.Claim]] = {}
    for claim in claims:
        chain = tuple(page.who(s) for s in claim.speakers) or (page.label(seen.report),)
        by_chain.setdefault(chain, []).append(claim)
    for chain, told in by_chain.items():
        lines = tuple((c, signs[c.id], seen.home.get(c.id, "")) for c in told)
        yield Note(chain[-1], tuple(reversed(chain[1:-1])), lines)
