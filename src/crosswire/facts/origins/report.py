"""Whose a report is from which somebody is cited: "a Gazette report" is the Gazette's, "a report in the Kurdish daily
Xelat" Xelat's, "a report by the institute" a document of that institute.

Of a name that only comes behind what the report is about ("a report on Gil's health"), of a country ("a report in
Peru's press") or of what only passes for somebody's ("a fake Gazette site") nobody can say whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from crosswire.facts.origins.channels import NAME, NEWS, is_medium_name
from crosswire.model import Speaker

NOUN = r"(?:report|account|article|story)"
OF_SOMEBODY = re.compile(rf"^(?P<owner>.+)['’]s? {NOUN}$")
SAYS_NOUN = re.compile(rf"\b{NOUN}\b", re.IGNORECASE)
IN_A_MEDIUM = re.compile(rf"\b(?:{NEWS}|daily|weekly|blog|(?:web)?site),? (?P<name>{NAME}|\w*\d[\w.]*)$")
ABOUT = re.compile(
    r"\b(?:on(?! the (?:\w+ )?(?:web)?site\b)|about|into|that|which|who|alleging|saying|claiming|regarding)\b|[:,]"
)
# Somebody's name among words that may begin a sentence: a capital behind the first, or a name that owns the report.
NAMED = re.compile(r"(?<!^)\b[A-Z]|^[A-Z][\w.-]*['’]s? |^(?:his|her|its|their)\b")
OF_A_LAND = re.compile(r"(?:['’]s|^U\.S\.|^UK) government$")
PAPERS = re.compile(r" (?:documents|records|filings|e-?mails)$")  # what a medium obtained is none of its own
FALSE = re.compile(r"\b(?:fake|hoax|parody|bogus|spoof)\b", re.IGNORECASE)


def reporting(speaker: Speaker) -> Speaker:
    """Whoever is cited from a report, as the medium that its words name; nobody where they do not tell whose it is."""
    found = OF_SOMEBODY.match(speaker.canonical) if speaker.kind == "document" else None
    words = " ".join(speaker.name.split())
    if found is None or not SAYS_NOUN.search(words):  # "it", for a report told of before
        return speaker
    before = ABOUT.split(words)[0].strip()
    medium = IN_A_MEDIUM.search(before)
    if FALSE.search(words) or not (medium or _is_told(before, found["owner"])):
        return replace(speaker, canonical="unnamed report")
    return speaker if medium is None else replace(speaker, canonical=medium["name"], kind="outlet", country=None)


def is_mediums(author: str, name: str, media: Mapping[str, str]) -> bool:
    """Whether a document under a name is a medium's own: "the Herald's poll", no "documents" that it got hold of."""
    known = author.casefold().removeprefix("the ") in media or is_medium_name(author)
    return known and PAPERS.search(name) is None


def _is_told(before: str, owner: str) -> bool:
    """Whether words that come before what a report is about say whose it is."""
    return "government" in before.lower() if OF_A_LAND.search(owner) else NAMED.search(before) is not None
