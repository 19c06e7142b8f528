"""Bylines: who wrote a report, as a line of its own says it, and the notes on the author at its end."""

from __future__ import annotations

import re

LONGEST = 160
_PARTICLE = r"(?:al|bin|da|de|del|della|den|der|di|dos|du|el|la|le|ten|van|von|y)"
_NAME = rf"[A-Z][\w.'’-]*(?:[ ]+(?:{_PARTICLE}|[A-Z][\w.'’-]*)){{0,5}}"
_BY = re.compile(
    rf"(?:(?:Written|Posted|Reported|Story|Words|Published|Analysis|Report)[ ]+)?(?:[Bb]y|BY)[ ]*:?[ ]+(?P<names>{_NAME}(?:(?:,?[ ]+(?:and|AND|&)|,)[ ]+{_NAME})*)(?P<rest>.*)"
)
_REST = re.compile(r"\s*(?:$|[,|/•·(–—-]|for\b|in\b|of\b|Published|Updated|Posted|PUBLISHED|UPDATED|on\b|\d)", re.I)
_LABELLED = re.compile(rf"(?:Authors?|Reporters?|Writers?|Correspondents?)[ ]*:[ ]*(?P<names>{_NAME}(?:(?:,?[ ]+(?:and|&)|,)[ ]+{_NAME})*)[.]?")
_TITLED = re.compile(
    rf"(?P<names>{_NAME})[ ]*[,|–—-][ ]*(?:The[ ])?(?:[A-Z][\w.&'’]*[ ]){{0,4}}(?:Staff|Correspondent|Reporter|Editor|Writer|Bureau|Associated Press|Reuters|AFP|Bloomberg(?: News)?|AP|News Service)"
)
_STAFF = re.compile(r"(?P<names>(?:The )?(?:Associated Press|Reuters|AFP|Agence France[- ]Presse|AP|Bloomberg|CNN)(?: (?:Staff|News|Writer|staff))?|Staff (?:Writer|Reporter|and agencies)|(?:Web|News) (?:Desk|Staff))")
_EDGE = re.compile(r"\s+(?:Published|Updated|Posted|PUBLISHED|UPDATED|POSTED)$")
_BIO = re.compile(r"\b(?:is|was|covers|writes|reports|has (?:been|covered|worked|written)|joined|can be reached|lives in)\b")

_DESK = re.compile(r"[(\[]?(?:With |Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ee]dited|[Ww]ritten|[Tt]ranslated)(?: and \w+)? by ")
_DESK_WORDS = frozenset(("and", "in", "by", "additional", "reporting", "writing", "editing", "with", "newsroom", "bureau", "bureaus", "at", "the", "de", "van", "von", "al", "el", "s"))


def read_byline(line: str) -> str | None:
    """The names of a byline ("By Jane Doe and Li Wei" gives "Jane Doe and Li Wei"), None for another line.

    "By Tuesday, the storm had moved on." goes on with a sentence and ends with a full stop.
    """
    line = line.strip()
    if len(line) > LONGEST:
        return None
    if match := _BY.fullmatch(line):
        return _names(match) if _REST.match(match["rest"]) and not _is_sentence(line, match["rest"]) else None
    for form in (_LABELLED, _TITLED, _STAFF):
        if match := form.fullmatch(line):
            return _names(match)
    return None


def is_desk_credit(text: str) -> bool:
    """Whether a line names who reported and edited: "Reporting by Jane Doe in Seoul; Editing by Li Wei".

    "Reporting by the newspaper has shown that ..." is a sentence: it has words that are neither names nor these few.
    """
    if len(text) > 400 or not _DESK.match(text):
        return False
    words = re.findall(r"[^\W\d_]+", text)
    return sum(word.islower() and word not in _DESK_WORDS for word in words) == 0


def is_bio(text: str, byline: str) -> bool:
    """Whether a block at the end tells about the author: it opens with the name and goes on in the present."""
    first = re.split(r",| and | & |\|", byline)[0].strip()
    return len(text) <= 600 and len(first) > 3 and text.lower().startswith(first.lower()) and bool(_BIO.match(text[len(first) :].strip(" ,")))


def _names(match: re.Match[str]) -> str:
    return _EDGE.sub("", match["names"]).strip(" .,")


def _is_sentence(line: str, rest: str) -> bool:
    return line.endswith((".", "!", "?", ":")) and (len(rest.split()) > 3 or len(line.split()) > 8)
