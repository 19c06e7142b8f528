"""Bookshops' conflicting author lists (totucuong/spectrum `data/book/`): the share of books got right.

Data: Yin, Han and Yu, KDD 2007. 895 online shops give the authors of 1,265 books, many copied from one another, many
cut short or misspelt. 100 books have golden lists (`--split report`); the others are scored by the set's silver lists
(`--split dev`: tuned on). An author list is read as its set of surnames, in lower case and without accents, by one
reading for shops and gold alike; empty lists and "Not Available" are no answers. Right is the same set.

Ours: each shop's list is a claim; shops that copy one another are one origin; `facts.weigh` takes it from there, as
it does for reports; of its answers the one with most independent origins is taken, a list that leaves names out
speaking by a half for the lists that have them. Copying is found by what is shared and rare (`_books_copying.py`): two
shops that give the same uncommon words for many books have them from one another or from one catalogue. No truth is
used for that.
The others, in the same run: majority vote, Sums, Average.Log, 2-Estimates, TruthFinder, ACCU, ACCU with copying
(`_truth.py`).
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path

from benchmarks._books_copying import copiers, groups
from benchmarks._truth import Chosen, accu, average_log, majority, sums, truthfinder, two_estimates
from crosswire.facts.align import Backed
from crosswire.facts.origins.origin import Trace
from crosswire.facts.weigh import weigh
from crosswire.model import Attribute, Candidate, Claim, Span, Speaker, Text

PLACES = ("spectrum/data/book", "data/book", ".")
PART = 0.5  # how far a list that is cut short speaks for the full one; chosen on the dev books (0: .902, 1: .771)
AUTHORS = Attribute("authors", "Who wrote it?", "text")
NOTE = re.compile(
    r"\((?:[^)]*)\)|\b(?:edt|ed|editor|author|joint|jr|sr|dr|prof|phd|ph\.d|iii|ii|et al)\b\.?", re.IGNORECASE
)
NOBODY = re.compile(r"not available|unknown|various|n/a|^\W*$", re.IGNORECASE)
RUN_ON = re.compile(r"(?<=[a-z.])(?<!Mc)(?<!Mac)(?<!De)(?<!Le)(?<!La)(?=[A-Z][a-z]+,)")

Lists = dict[str, list[tuple[str, str, frozenset[str]]]]  # book -> (shop, its words, surnames)


def run(data: Path, split: str) -> dict[str, object]:
    """The share of books with the right authors, by each way."""
    folder = next(data / place for place in PLACES if (data / place / "book.txt").exists())
    lists, gold = load(folder), truth(folder, split)
    votes = {book: _votes(given) for book, given in lists.items() if given}
    pairs = copiers(lists)
    ways: dict[str, Chosen] = {
        "ours": ours(lists, pairs),
        "majority": majority(votes),
        "sums": sums(votes),
        "average_log": average_log(votes),
        "two_estimates": two_estimates(votes),
        "truthfinder": truthfinder(votes, similar),
        "accu": accu(votes),
        "accu_copying": accu(votes, copying=True),
    }
    scored = [book for book in gold if book in votes]
    return {
        "n": len(scored),
        "shops": len({shop for given in lists.values() for shop, _, _ in given}),
        "copying_pairs": len(pairs),
        "right": {name: round(sum(way[b] == gold[b] for b in scored) / len(scored), 4) for name, way in ways.items()},
    }


def load(folder: Path) -> Lists:
    """What each shop says of each book; of several lists by one shop the first."""
    found: Lists = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for line in (folder / "book.txt").read_text("utf-8", "replace").splitlines():
        shop, book, _, authors = (line.split("\t") + [""] * 4)[:4]
        names, book = surnames(authors), isbn(book)
        if names and (shop, book) not in seen:
            seen.add((shop, book))
            found[book].append((shop, authors.strip(), names))
    return dict(found)


def truth(folder: Path, split: str) -> dict[str, frozenset[str]]:
    """The golden lists, or the silver ones of the other books."""
    golden = _truth_file(folder / "book_golden.txt")
    if split == "report":
        return golden
    return {b: names for b, names in _truth_file(folder / "book_silver.txt").items() if b not in golden}


def _truth_file(path: Path) -> dict[str, frozenset[str]]:
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if "\t" in line)
    return {isbn(book.strip()): surnames(authors.strip().rstrip("; ") + ";") for book, authors in rows}


def isbn(number: str) -> str:
    """The thirteen digits of a book's number; one of ten has them too, but for its check digit."""
    digits = "978" + number[:9] if len(number) == 10 else number[:12]
    if not digits.isdigit():
        return number
    check = sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(digits))
    return f"{digits}{-check % 10}"


def surnames(authors: str) -> frozenset[str]:
    """The surnames of an author list in any of the shops' forms: "Last, First; ...", "First Last, ..."."""
    text = NOTE.sub(" ", html.unescape(authors))
    if NOBODY.search(text):
        return frozenset()
    text = RUN_ON.sub("; ", text)
    parts = [p for p in re.split(r"[;/&|]|\band\b|\bwith\b", text) if p.strip(" ,.")]
    return frozenset(name for part in parts for name in _of_part(part) if name)


def _of_part(part: str) -> list[str]:
    """The surnames of a piece without semicolons."""
    pieces = [p.strip() for p in part.split(",") if p.strip(" .")]
    if len(pieces) <= 1:
        return [_plain(pieces[0].split()[-1])] if pieces else []
    if all(len(p.split()) > 1 for p in pieces):  # "First Last, First Last"
        return [_plain(p.split()[-1]) for p in pieces]
    if len(pieces) == 2:  # "Last, First"
        return [_plain(pieces[0].split()[-1])]
    middle = pieces[1:-1]
    if len(pieces) % 2 == 0 and not all(len(p.split()) > 1 for p in middle):  # "Last, First, Last, First"
        return [_plain(p.split()[-1]) for p in pieces[::2]]
    return [_plain(pieces[0].split()[-1]), *(_plain(p.split()[-1]) for p in middle)]  # "LAST, FIRST LAST, FIRST"


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in letters if c.isalpha() and c.isascii())


def similar(a: Hashable, b: Hashable) -> float:
    """How far one list speaks for another: the names they share, less where it leaves out some."""
    assert isinstance(a, frozenset) and isinstance(b, frozenset)
    return len(a & b) / max(len(a), len(b)) - 0.5


def _votes(given: Sequence[tuple[str, str, frozenset[str]]]) -> Mapping[Hashable, Sequence[str]]:
    votes: dict[Hashable, list[str]] = defaultdict(list)
    for shop, _, names in given:
        votes[names].append(shop)
    return votes


def ours(lists: Lists, pairs: Mapping[tuple[str, str], float]) -> Chosen:
    """The answer with most independent origins, as the product's own weighing counts them."""
    return {book: _weighed(book, given, pairs) for book, given in lists.items() if given}


def _weighed(
    book: str, given: Sequence[tuple[str, str, frozenset[str]]], pairs: Mapping[tuple[str, str], float]
) -> Hashable:
    origin = groups(given, pairs)
    backed = [_backed(book, shop, names, origin[shop]) for shop, _, names in given]
    fact = weigh(book, AUTHORS, backed, _no_scale)
    assert fact is not None
    return _fullest({_names(c): len(c.independent or ()) for c in fact.candidates})


def _names(candidate: Candidate) -> frozenset[str]:
    assert isinstance(candidate.value, Text)
    return frozenset(candidate.value.name.split())


def _fullest(origins: Mapping[frozenset[str], int]) -> frozenset[str]:
    """The list with most independent origins behind it, those of lists that leave names out of it counted by a part."""
    return max(origins, key=lambda v: (origins[v] + PART * sum(n for w, n in origins.items() if w < v), sorted(v)))


def _backed(book: str, shop: str, names: frozenset[str], origin: str) -> Backed:
    words = " ".join(sorted(names))
    speaker = Speaker(shop, shop, "outlet")
    span = Span(0, len(words), words)
    claim = Claim(
        f"{shop} {book}", shop, book, AUTHORS.name, "fact", "narrated", "states", (speaker,), Text(words, words), span
    )
    return Backed(
        claim, (Trace(f"named:{origin}", origin, "organisation", "the shop, or those it shares its list with"),), None
    )


def _no_scale(unit: str) -> tuple[str, float] | None:
    """There are no units here."""
    raise AssertionError(unit)
