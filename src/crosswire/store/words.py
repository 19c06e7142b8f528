"""Full-text search in each database's own way, and where the words stand in a text.

Words are stemmed ("missile" finds "missiles"); all must be there; "..." is a phrase, -word must not be there. OR in
capitals stands between choices, each of the words up to the next OR.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection, TextClause, text

from crosswire.model import Part

TERM = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')
WORD = re.compile(r"\w+")
OR = "OR"
ENDINGS = ("ings", "ing", "ies", "ied", "es", "ed", "s", "e", "y")
AROUND = 110  # characters shown before and after a word found
Page = tuple[str | None, int]
# Newest first and not by rank: rank looks at every report with the words, 100,000 of them for a common one.
LITE = (
    "SELECT rowid FROM report_words WHERE report_words MATCH :words AND rowid < :after ORDER BY rowid DESC LIMIT :limit"
)
POSTGRES = (
    "SELECT report FROM report_words WHERE words @@ websearch_to_tsquery('english', :words) AND report < :after "
    "ORDER BY report DESC LIMIT :limit"
)
LONGEST = 300_000  # characters of one text that are found by their words
NAME = 300  # characters of a name
NUL = str.maketrans({"\0": " "})


def add(connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
    """Make reports (number, title, text) findable."""
    if not rows:
        return
    told = [{"n": n, "title": clean(title), "body": clean(body)} for n, title, body in rows]
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO report_words (rowid, title, body) VALUES (:n, :title, :body)"), told)
    else:
        vector = "setweight(to_tsvector('english', :title), 'A') || to_tsvector('english', :body)"
        connection.execute(text(f"INSERT INTO report_words (report, words) VALUES (:n, {vector})"), told)  # noqa: S608


def clean(words: str) -> str:
    """Without what one of the databases cannot hold: NUL, lone surrogates, more than PostgreSQL indexes of one text."""
    return words.translate(NUL).encode("utf-8", "replace").decode("utf-8")[:LONGEST]


def name(words: str) -> str:
    """A name that both databases can index: PostgreSQL takes 2,700 bytes at most."""
    return clean(words[:NAME])


def matching(connection: Connection, words: str, page: Page) -> tuple[TextClause, dict[str, object]] | None:
    """SQL for the numbers of the newest reports with these words, and its parameters; None where no word is given.

    `page`: the number that the page before ended at, and how many are wanted.
    """
    found = TERM.findall(clean(words)[:NAME])
    choices = _choices([(minus, phrase or word, word == OR) for minus, phrase, word in found])
    if not choices:
        return None
    after, limit = page
    bounds: dict[str, object] = {"limit": limit, "after": int(after) if after else 2**62}
    if connection.dialect.name == "sqlite":
        return text(LITE), {"words": " OR ".join(map(_lite, choices)), **bounds}
    return text(POSTGRES), {"words": " or ".join(map(_web, choices)), **bounds}


def _choices(found: Sequence[tuple[str, str, bool]]) -> list[list[tuple[str, str]]]:
    """The terms between one OR and the next, (minus, words) each; what has none that must be there is left out."""
    choices: list[list[tuple[str, str]]] = [[]]
    for minus, words, parts_choices in found:
        if parts_choices and not minus:
            choices.append([])
        elif WORD.search(words):
            choices[-1].append((minus, words))
    return [terms for terms in choices if not all(minus for minus, _ in terms)]


def newest(connection: Connection, wanted: str, page: Page) -> list[int]:
    """The numbers of the newest reports with the words."""
    found = matching(connection, wanted, page)
    if found is None:
        return []
    sql, parameters = found
    return [int(row[0]) for row in connection.execute(sql, parameters)]


def _lite(terms: Sequence[tuple[str, str]]) -> str:
    wanted = " ".join(f'"{_bare(term)}"' for minus, term in terms if not minus)
    unwanted = "".join(f' NOT "{_bare(term)}"' for minus, term in terms if minus)
    return f"(({wanted}){unwanted})"


def _web(terms: Sequence[tuple[str, str]]) -> str:
    return " ".join(f'{minus}"{_bare(term)}"' for minus, term in terms)


def _bare(term: str) -> str:
    return " ".join(WORD.findall(term))


def parts(body: str, words: str) -> tuple[Part, ...]:
    """The first place in a text where a word that was looked for stands, with what is around it."""
    stems = {
        _stem(w.lower())
        for minus, *terms in TERM.findall(words)
        if not minus and terms[1] != OR
        for t in terms
        for w in WORD.findall(t)
    }
    found = [m for m in WORD.finditer(body) if _stem(m.group().lower()) in stems]
    if not found:
        return (Part(" ".join(body[: 2 * AROUND].split())),)
    start, end = _window(body, found[0].start(), found[0].end())
    out, at = [], start
    for match in found:
        if match.end() <= end:
            out += [Part(body[at : match.start()]), Part(match.group(), marked=True)]
            at = match.end()
    out.append(Part(body[at:end]))
    return tuple(part for part in out if part.text)


def _window(body: str, start: int, end: int) -> tuple[int, int]:
    """The surroundings of a word, cut between words and at the ends of its paragraph."""
    left, right = max(0, start - AROUND), min(len(body), end + AROUND)
    left = max(left, body.rfind("\n", left, start) + 1)
    stop = body.find("\n", end, right)
    right = right if stop < 0 else stop
    if left and not body[left - 1].isspace():
        left = next((i + 1 for i in range(left, start) if body[i].isspace()), start)
    if right < len(body) and not body[right].isspace():
        right = next((i for i in range(right, end, -1) if body[i - 1].isspace()), end)
    return left, right


def _stem(word: str) -> str:
    return next((word[: -len(e)] for e in ENDINGS if word.endswith(e) and len(word) - len(e) >= 3), word)
