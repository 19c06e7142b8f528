"""The agency that a text credits in a line of its own or in a last bracket."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from crosswire.reports.dateline import agency
from crosswire.reports.dates import written_dates
from crosswire.reports.lines import Draft
from crosswire.reports.rules import Rules

# How many blocks from the end a credit may stand.
TAIL = 6
LONGEST = 60
_CREDIT = re.compile(r"(?i)^(?:source|credit)s?:\s*")
_BRACKET = re.compile(r"\(([^()\n]{2,50})\)\.?$")


def credit_line(text: str, drafts: Sequence[Draft], known: Mapping[str, str], rules: Rules) -> str | None:
    """The agency that a line of its own or a last bracket names: "(AFP)", "Source: Xinhua", "-- Reuters"."""
    for draft in [d for d in drafts if d.kind != "title"][-TAIL:]:
        here = text[max(draft.start, draft.end - LONGEST) : draft.end]
        bracket = _BRACKET.search(here)
        whole = _CREDIT.sub("", here).strip("()[]/ -–—.") if draft.end - draft.start <= LONGEST else ""
        for words in (whole, bracket[1] if bracket else ""):
            if name := agency(_undated(words, rules), known, rules):
                return name
    return None


def is_credit(text: str, rules: Rules) -> bool:
    """Whether a line is nothing but a credit: "(AFP)", "Source: Xinhua"."""
    named = _CREDIT.sub("", text).strip("()[]/ -–—.")
    return len(text) <= LONGEST and (named != text or text.isupper()) and agency(named, {}, rules) is not None


def _undated(words: str, rules: Rules) -> str:
    """The words without a date behind them: "Xinhua News Agency December 10, 2008"."""
    dates = [written.start for written in written_dates(words, 0, len(words), rules)]
    return words[: min(dates, default=len(words))].strip(" ,")
