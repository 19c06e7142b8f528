"""Bylines: who wrote a report, as a line of its own says it, and the credits and notes on the authors at its end."""

from __future__ import annotations

import re

from crosswire.reports.rules import Bylines

LONGEST = 160


def read_byline(line: str, rules: Bylines) -> str | None:
    """The names of a byline ("By Jane Doe and Li Wei" gives "Jane Doe and Li Wei"), None for another line.

    "By Tuesday, the storm had moved on." goes on with a sentence and ends with a full stop.
    """
    line = line.strip()
    if len(line) > LONGEST:
        return None
    if match := rules.by.fullmatch(line):
        return _names(match, rules) if not _is_sentence(line, match["rest"]) else None
    if line.rstrip(".") in rules.desks:
        return line.rstrip(".")
    if line.split(",")[0] in rules.desks and len(line.split()) <= 6 and not line.endswith("."):
        return line  # "BBC News, Seoul"
    match = rules.labelled.fullmatch(line) or rules.titled.fullmatch(line)
    return _names(match, rules) if match else None


def is_desk_credit(text: str, rules: Bylines) -> bool:
    """Whether a line names who reported and edited: "Reporting by Jane Doe in Seoul; Editing by Li Wei".

    "Reporting by the newspaper has shown that ..." is a sentence: it has words that are neither names nor of the few.
    """
    if len(text) > 400 or not rules.credit.match(text):
        return False
    words = re.findall(r"[^\W\d_]+", text)
    return all(not word.islower() or word in rules.credit_words for word in words)


def is_bio(text: str, byline: str, rules: Bylines) -> bool:
    """Whether a block at the end tells about the author: it opens with the name and goes on in the present."""
    first = re.split(r",| and | & |\|", byline)[0].strip()
    if len(text) > 600 or len(first) <= 3 or not text.lower().startswith(first.lower()):
        return False
    return text[len(first) :].lstrip(" ,").startswith(rules.bio)


def _names(match: re.Match[str], rules: Bylines) -> str:
    names = match["names"].strip(" .,")
    return next((names.removesuffix(word).strip(" .,") for word in rules.behind if names.endswith(" " + word)), names)


def _is_sentence(line: str, rest: str) -> bool:
    return line.endswith((".", "!", "?", ":")) and (len(rest.split()) > 3 or len(line.split()) > 8)
