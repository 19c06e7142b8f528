"""What kind of piece a report is (opinion, analysis, live, ...), where the page, a header line or its title says so."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from crosswire.reports.rules import HeaderWords

# "Opinion | ...", "Explainer: ...", "ANALYSIS-Markets ..."; "... | Opinion", "... - live".
_FIRST = re.compile(
    r"[*_\[(]{0,3}(?P<label>[^\W\d_][\w&' -]{2,28}?)[*_\])]{0,3}(?:\s*[:|]\s*[*_]{0,3}|\s+[–—-]\s+)(?=\S)"
)
_WIRED = re.compile(r"(?P<label>[A-Z][A-Z &-]{3,20})-(?=[A-Z\"“‘])")
_LAST = re.compile(r"\s(?:[|–—-]|•)\s+(?P<label>[\w&' -]{3,24})$")


def genre_of_title(title: str, words: HeaderWords) -> str | None:
    """The genre that a title is labelled with at its start or end: "Opinion | The sea is nobody's".

    "Opinion divided over the dam" and "Live fire drill: navy shells islet" have no label.
    """
    starts = (form.match(title) for form in (_FIRST, _WIRED))
    ends = _LAST.search(title[-60:])
    labels = (match["label"].strip().lower() for match in (*starts, ends) if match)
    return next((words.genres[label] for label in labels if label in words.genres), None)


def genre_of_section(section: str, words: HeaderWords) -> str | None:
    """The genre that a section's name or path or a type of linked data tells: "Opinion", "News > Analysis",
    "OpinionNewsArticle"."""
    parts = [part.strip() for part in re.split(r"[,>|/;]|\s-\s", section[:300])]
    found = (words.types.get(part) or words.genres.get(part.lower()) for part in parts)
    return next((genre for genre in found if genre), None)


def genre_of_address(url: str | None, words: HeaderWords) -> str | None:
    """The genre that a folder of a web address names: "/opinion/2026/...", "/fact-check/"."""
    try:
        folders = urlsplit(url or "").path.lower().split("/")[:-1]
    except ValueError:
        return None
    labels = (folder.replace("-", " ").replace("_", " ") for folder in folders)
    return next((words.genres[label] for label in labels if label in words.genres and label not in words.buttons), None)
