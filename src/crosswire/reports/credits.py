"""The agency that a text credits: in a line of its own, a last bracket, its house's form of desk credit, a copyright
line.

A picture's credit is the picture's, and who "contributed to this report" wrote some of it: neither is the text's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from crosswire.reports.dateline import agency
from crosswire.reports.dates import written_dates
from crosswire.reports.lines import Draft
from crosswire.reports.rules import Rules

# How many blocks from the end a credit may stand.
TAIL = 6
LONGEST = 60
HEAD_LONGEST = 90
# "REUTERS/Ana Paz", "AP Photo/Ana Paz", "Photo: AFP" tell whose picture it is.
PHOTOGRAPH = re.compile(r"(?i:photo|picture|image|video|file|handout|getty)|/ ?[A-Z]")
NOTE_LONGEST = 500
_CREDIT = re.compile(r"(?i)^(?:source|credit)s?:\s*")
_INITIALS = re.compile(r"/[a-z]{2,8}$")  # of whoever wrote it: "(Reuters/ana)"
_BRACKET = re.compile(r"\(([^()\n]{2,50})\)\.?$")
# Behind the last sentence: "... she said. PTI", "... its airport. – AFP", "... 11 people. PNA/Xinhua".
_SIGNED_OFF = re.compile(r"(?:[.!?][\"”’']?\s+(?:[–—-]{1,2}\s*)?|\s[–—-]{1,2}\s*)(?P<names>[A-Z][\w&/ ]{1,30}?)\.?$")
# "... across the street. Ana Paz/AP": whose picture it is, unlike "PNA/Xinhua".
_PHOTOGRAPHER = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*)+ ?/")
_OWNED = re.compile(r"(?i:copyright|©|\(c\))(?i:[\s,:.|©–-]|\(c\)|(?:19|20)\d\d|by\b)*+(?P<name>[A-Z][\w&'’ -]{1,40})")
# Notes at the end that name who has written it or lent some of it.
_NOTES = tuple(
    re.compile(form)
    for form in (
        r"(?i)\bsyndicated (?:news )?feed(?: from|:)? (?P<name>[\w ]{2,30}?)[.)\s]*$",
        r"(?i)^\W*(?:with |and )?(?:additional )?(?:inputs?|reporting|material|information|text)(?: is)?:? "
        r"(?:from|by):? (?:the )?(?P<name>[\w&,/ -]{2,60}?)[.)\s]*$",
        r"(?i)^\W*with (?:the )?(?P<name>[\w&,/ -]{2,40}?)(?: (?:inputs?|material|agencies))?[.)\s]*$",
        r"(?i)\btext by:? (?:the )?(?P<name>[\w ]{2,30}?)[.)\s]*$",
        r"(?i)\bthis report by (?:the )?(?P<name>[\w ]{2,30}?) was (?:first )?published\b",
        r"(?P<name>[A-Z][\w ]{2,30}?) (?:staff |video )?(?:writers?|reporters?|journalists?|correspondents?)\b"
        r"[^.]* contributed\b",
        r"(?P<name>Thomson Reuters) Trust Principles",
        r"(?:©|\([cC]\)|Copyright)\s*(?:(?:19|20)\d\d\s*)?(?P<name>[A-Z][\w& -]{1,40}?)\.?$",
    )
)
# Lines over the text: "Ana Paz | Reuters", "By Ana Paz in Lima for Reuters", "Agence France-Presse in Lima".
_OVER = tuple(
    re.compile(form)
    for form in (
        r"(?i)^source: (?P<name>[\w ]{2,30}?)\s*\|.*$",
        r"(?i)^(?:by |with )?(?:[\w.'’ -]{2,60}?(?:, | \| | [-–—] | for (?:the )?| / ))?(?:the )?"
        r"(?P<name>[\w -]{3,30}?)(?: in [\w.'’ ,-]{2,40})?$",
        r"(?i)^by (?:the )?(?P<name>[\w-]{2,30}) (?:reporters?|staff|correspondents?|journalists?)$",
        r"^(?:By )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3},? (?P<name>Associated Press|Agence France-Presse|[A-Z]{3})$",
    )
)
# How a text may open: "Reuters - Thousands of people ...", "Lima, Reuters. Thousands of people ...".
_OPENINGS = tuple(
    re.compile(form)
    for form in (
        r"^(?P<name>[A-Z][\w-]{1,20})(?: [-–—]|:) [A-Z“\"]",
        r"^[A-Z][\w ]{2,20}, (?P<name>[A-Z][\w-]{2,20})\. [A-Z“\"]",
    )
)
HEAD_LINES = 3  # blocks at the head that may name the agency
_BETWEEN = re.compile(r" ?(?:,|\b(?:and|of|at|with|from|also|inputs?)\b|/) ?")


def credit_line(text: str, drafts: Sequence[Draft], known: Mapping[str, str], rules: Rules) -> str | None:
    """The agency that the end of a text credits; the words nearest to a plain credit are asked first.

    "(AFP)", "Source: Xinhua", "-- Reuters"; "(Reporting by Jane Doe; Editing by Li Wei)" in the form of one house;
    "© 2016 AFP". Not "The Associated Press contributed to this report".
    """
    last = _end(drafts)
    ways = (_plain_credits, _desk_credits, _owned_credits, _ending_notes)
    words = (name for way in ways for draft in last for name in way(text, draft, rules))
    heads = (name for draft in _heads(drafts) for name in _head_credits(text, draft))
    return next((found for name in chain(words, heads) if (found := agency(name, known, rules))), None)


def _heads(drafts: Sequence[Draft]) -> list[Draft]:
    """The first blocks below the title that may say whose text it is, the first paragraph among them."""
    below = [d for d in drafts if d.kind not in ("title", "caption")][:HEAD_LINES]
    told = next((i for i, draft in enumerate(below) if draft.kind in (None, "paragraph")), len(below))
    return below[: told + 1]


def _head_credits(text: str, draft: Draft) -> Iterator[str]:
    """The names in a byline or a line of its own over the text, and before a dash that opens the text."""
    here = text[draft.start : min(draft.end, draft.start + NOTE_LONGEST)].strip()
    forms = (*_OVER, *_OPENINGS) if len(here) <= HEAD_LONGEST else _OPENINGS
    yield from (match["name"].strip() for form in forms if (match := form.match(here)))


def _ending_notes(text: str, draft: Draft, rules: Rules) -> Iterator[str]:
    """The names in a last note, "With inputs from PTI", and behind a copyright sign that ends a block."""
    here = text[max(draft.start, draft.end - NOTE_LONGEST) : draft.end].strip("() \n")
    for form in _NOTES:
        if match := form.search(here):
            yield from (name.strip() for name in _BETWEEN.split(match["name"]))


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
        names = [name for name in _BETWEEN.split(_INITIALS.sub("", bracket[1])) if name]
        listed = all(name[:1].isupper() or agency(name, {}, rules) for name in names)
        yield from names if listed and not PHOTOGRAPH.search(bracket[1]) else ()
    signed = _SIGNED_OFF.search(here)
    if signed and draft.kind != "caption" and not _PHOTOGRAPHER.match(signed["names"]):
        yield from signed["names"].split("/")


def _desk_credits(text: str, draft: Draft, rules: Rules) -> Iterator[str]:
    """The house whose form the desk credit has that ends a block."""
    here = text[max(draft.start, draft.end - NOTE_LONGEST) : draft.end]
    yield from (house for house, form in rules.desk_forms.items() if form.search(here))


def _owned_credits(text: str, draft: Draft, rules: Rules) -> Iterator[str]:
    """The names in a copyright line: a short block that is none of the text."""
    if draft.end - draft.start > NOTE_LONGEST or draft.kind not in ("boilerplate", "caption", "byline"):
        return
    if match := _OWNED.search(text[draft.start : draft.end]):
        yield match["name"].strip()


def _undated(words: str, rules: Rules) -> str:
    """The words without a date behind them: "Xinhua News Agency December 10, 2008"."""
    dates = [written.start for written in written_dates(words, 0, len(words), rules)]
    return words[: min(dates, default=len(words))].strip(" ,")
