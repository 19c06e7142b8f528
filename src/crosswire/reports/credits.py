"""The agency that a text credits: in a line of its own, a last bracket, its house's form of desk credit, a note of who
contributed, a copyright line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from crosswire.reports.dateline import agency
from crosswire.reports.dates import written_dates
from crosswire.reports.lines import Draft
from crosswire.reports.rules import Rules

# How many blocks from the end a credit may stand.
TAIL = 6
LONGEST = 60
NOTE_LONGEST = 500
_CREDIT = re.compile(r"(?i)^(?:source|credit)s?:\s*")
_BRACKET = re.compile(r"\(([^()\n]{2,50})\)\.?$")
# Behind the last sentence: "... she said. PTI", "... its airport. – AFP", "... 11 people. PNA/Xinhua".
_SIGNED_OFF = re.compile(r"(?:[.!?][\"”’']?|\s[–—-]{1,2})\s+(?P<names>[A-Z][\w&/ ]{1,30}?)\.?$")
# "The Associated Press contributed to this report.", "AFP and Reuters contributed"; people may stand before it:
# "Jane Doe of The Associated Press contributed".
_CONTRIBUTED = re.compile(r"\bcontributed\b")
_SENTENCE = re.compile(r"[.!?]\s+")
_OWNED = re.compile(r"(?i:copyright|©|\(c\))(?i:[\s,:.|©–-]|\(c\)|(?:19|20)\d\d|by\b)*+(?P<name>[A-Z][\w&'’ -]{1,40})")
_BETWEEN = re.compile(r" ?(?:,|\b(?:and|of|at|with|from|also)\b|/) ?")


def credit_line(text: str, drafts: Sequence[Draft], known: Mapping[str, str], rules: Rules) -> str | None:
    """The agency that the end of a text credits; the words nearest to a plain credit are asked first.

    "(AFP)", "Source: Xinhua", "-- Reuters"; "(Reporting by Jane Doe; Editing by Li Wei)" in the form of one house;
    "The Associated Press contributed to this report"; "© 2016 AFP".
    """
    last = _end(drafts)
    ways = (_plain_credits, _desk_credits, _noted_credits)
    words = (name for way in ways for draft in last for name in way(text, draft, rules))
    return next((found for name in words if (found := agency(name, known, rules))), None)


def _end(drafts: Sequence[Draft]) -> list[Draft]:
    """The last blocks, from the last but one paragraph on: an agency's name further up is that of a photograph."""
    last = [d for d in drafts if d.kind != "title"][-TAIL:]
    told = [i for i, draft in enumerate(last) if draft.kind == "paragraph"]
    return last[told[-2] :] if len(told) > 1 else last


def is_credit(text: str, rules: Rules) -> bool:
    """Whether a line is nothing but a credit: "(AFP)", "Source: Xinhua"."""
    named = _CREDIT.sub("", text).strip("()[]/ -–—.")
    return len(text) <= LONGEST and (named != text or text.isupper()) and agency(named, {}, rules) is not None


def _plain_credits(text: str, draft: Draft, rules: Rules) -> Iterator[str]:
    """The words of a short line, of a bracket that ends a block, and those behind its last sentence."""
    here = text[max(draft.start, draft.end - LONGEST) : draft.end]
    if draft.end - draft.start <= LONGEST:
        yield _undated(_CREDIT.sub("", here).strip("()[]/ -–—."), rules)
    if bracket := _BRACKET.search(here):
        yield _undated(bracket[1], rules)
    if signed := _SIGNED_OFF.search(here):
        yield from signed["names"].split("/")


def _desk_credits(text: str, draft: Draft, rules: Rules) -> Iterator[str]:
    """The house whose form the desk credit has that ends a block."""
    here = text[max(draft.start, draft.end - NOTE_LONGEST) : draft.end]
    yield from (house for house, form in rules.desk_forms.items() if form.search(here))


def _noted_credits(text: str, draft: Draft, rules: Rules) -> Iterator[str]:
    """The names in a note of who contributed or a copyright line: a short block that is none of the text."""
    if draft.end - draft.start > NOTE_LONGEST or draft.kind not in ("boilerplate", "caption", "byline"):
        return
    here = text[draft.start : draft.end]
    if match := _CONTRIBUTED.search(here):
        names = _SENTENCE.split(" ".join(here[: match.start()].removesuffix("also ").split()))[-1]
        yield from _BETWEEN.split(names)
    if match := _OWNED.search(here):
        yield match["name"].strip()


def _undated(words: str, rules: Rules) -> str:
    """The words without a date behind them: "Xinhua News Agency December 10, 2008"."""
    dates = [written.start for written in written_dates(words, 0, len(words), rules)]
    return words[: min(dates, default=len(words))].strip(" ,")
