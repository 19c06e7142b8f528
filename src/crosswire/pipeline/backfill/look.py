"""Backfill, first stage: an archive -> the pages that may carry a wanted event, with what tells copies."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from rensa import RMinHash
from resiliparse.parse.encoding import detect_encoding

from crosswire.claims.frames_load import load_frames
from crosswire.claims.parse import load_parser
from crosswire.model import stable_id
from crosswire.pipeline.backfill.shards import Row, Summary, write_shard
from crosswire.pipeline.first_look import FirstLook, Look, look, make_first_look
from crosswire.reports.rules import Rules, load_rules
from crosswire.sources.warc import Captured, Dropped, read_archive

COLUMNS = {
    "where": "text",
    "url": "text",
    "captured": "moment",
    "day": "text",
    "html": "bytes",
    "digest": "text",
    "told": "text",
    "marks": "ints",
}
NAMED = 50  # broken records of one archive that are named; all are counted
BEFORE, AFTER = 150, 250  # characters around a trigger whose names and numbers tell copies from other events
HASHES = 64  # of a text's shingles: likeness to within a tenth
_META = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})")
_OPENS = re.compile(r"<!--|<(script|style)\b([^>]{0,2000})>", re.IGNORECASE)
_ENDS = {
    "": re.compile("-->"),
    "script": re.compile(r"</script\s{0,9}>", re.IGNORECASE),
    "style": re.compile(r"</style\s{0,9}>", re.IGNORECASE),
}
_TOLD = re.compile(r"\d[\d.,]*|\b[A-Z]\w+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of capture that are wanted, both included; None: no bound."""

    since: date | None = None
    until: date | None = None

    def hold(self, day: date) -> bool:
        """Whether a day is wanted."""
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Looking:
    """What the first stage needs, made once by each worker."""

    looker: FirstLook
    rules: Rules
    dates: Dates


@dataclass(slots=True)
class _Count:
    """What is told of one archive."""

    pages: int = 0
    bytes: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    days: Counter[str] = field(default_factory=Counter)
    named: list[str] = field(default_factory=list)


def load_looking(wanted: Sequence[str], frames: Path | None, dates: Dates) -> Looking:
    """The automaton and the tables. Raises BadDataError."""
    return Looking(make_first_look(load_frames(frames), wanted, irregular_forms()), load_rules(), dates)


def irregular_forms() -> Mapping[str, Sequence[str]]:
    """The forms of each lemma that no rule makes ("struck"), from the parser's own table."""
    parser = load_parser()
    lookups: Any = getattr(parser.get_pipe("lemmatizer"), "lookups")  # noqa: B009 - a pipe's type does not tell of it
    found: dict[str, list[str]] = {}
    for table in lookups.get_table("lemma_exc").values():
        for form, lemmas in table.items():
            for lemma in lemmas:
                found.setdefault(lemma, []).append(form)
    return found


def look_through(looking: Looking, archive: tuple[str, Path], out: Path) -> Summary:
    """Write the pages of an archive (its name and place) that pass; the summary tells what became of the others."""
    count, started = _Count(), time.process_time()

    def told() -> Summary:
        return {
            "archive": archive[0],
            "pages": count.pages,
            "bytes": count.bytes,
            "passed": sum(count.days.values()),
            "dropped": dict(count.dropped),
            "languages": dict(count.languages),
            "days": dict(count.days),
            "named": count.named,
            "seconds": round(time.process_time() - started, 3),
        }

    return write_shard(out, COLUMNS, _passing(looking, archive, count), told)


def _passing(looking: Looking, archive: tuple[str, Path], count: _Count) -> Iterator[Row]:
    for one in _records(*archive):
        if isinstance(one, Dropped):
            count.dropped[one.why] += 1
            if one.named and len(count.named) < NAMED:
                count.named.append(f"{one.where}: {one.why}")
            continue
        count.pages += 1
        count.bytes += len(one.content)
        if not looking.dates.hold(one.at.date()):
            count.dropped["outside the dates"] += 1
            continue
        markup = decoded(one.content, one.charset)
        seen = look(markup, looking.looker, looking.rules)
        if seen.language:
            count.languages[seen.language] += 1
        if seen.dropped is not None:
            count.dropped[seen.dropped] += 1
            continue
        count.days[one.at.date().isoformat()] += 1
        yield _row(one, markup, seen)


def _records(name: str, archive: Path) -> Iterator[Captured | Dropped]:
    try:
        yield from read_archive(archive, name)
    except OSError as error:
        yield Dropped(name, f"cannot be opened ({error.strerror or error})", named=True)


def _row(page: Captured, markup: str, seen: Look) -> Row:
    return {
        "where": page.where,
        "url": page.url,
        "captured": page.at,
        "day": page.at.date().isoformat(),
        "html": without_scripts(markup).encode("utf-8", "replace"),
        "digest": stable_id("text", seen.text),
        "told": told_near(seen),
        "marks": marks_of(seen.text),
    }


def without_scripts(markup: str) -> str:
    """The page without scripts and styles, half of its bytes, but for linked data, which tells of the article.

    Of 181 real pages and 60 made ones each gave the same report as before, in four fifths of the time. A script that is
    opened within a comment is the comment's.
    """
    parts: list[str] = []
    kept, at = 0, 0
    endless: set[str] = set()  # looked for once and not again, so that time grows with the page and not its square
    while opens := _OPENS.search(markup, at):
        at = opens.end()
        kind = (opens[1] or "").lower()
        ends = _ENDS[kind].search(markup, at) if kind not in endless else None
        if ends is None:
            endless.add(kind)
            continue
        at = ends.end()
        if kind and "ld+json" not in opens[2].lower():
            parts.append(markup[kept : opens.start()])
            kept = at
    return "".join([*parts, markup[kept:]])


def decoded(content: bytes, charset: str | None) -> str:
    """The page's characters, without NULs: UTF-8 where it is that, else as its server or it says, else by detection.

    What is said may be a lie, and is tried as it is said; what then does not fit is replaced.
    """
    content = content.replace(b"\0", b"") if not content.startswith((b"\xff\xfe", b"\xfe\xff")) else content
    meta = _META.search(content[:4096])
    said = [charset, meta[1].decode("ascii") if meta else None]
    for encoding in ("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig", *said):
        try:
            if encoding:
                return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    guess = detect_encoding(content[:65_536]) or ""
    try:  # it is no UTF-8, whatever the detector makes of a few letters
        return content.decode("cp1252" if guess.lower().startswith("utf") else guess, "replace")
    except LookupError:
        return content.decode("cp1252", "replace")


def told_near(seen: Look) -> str:
    """A digest of the names and numbers around the triggers: copies have the same, an updated toll has not."""
    words: set[str] = set()
    for at in seen.hits:
        words.update(_TOLD.findall(seen.text[max(0, at - BEFORE) : at + AFTER]))
    return stable_id("told", *sorted(words))


def marks_of(text: str) -> list[int]:
    """The MinHash of a text's shingles of three words."""
    words = _WORD.findall(text.lower())
    hashes = RMinHash(HASHES, 1)
    hashes.update([" ".join(words[i : i + 3]) for i in range(max(1, len(words) - 2))])
    return list(hashes.digest())
