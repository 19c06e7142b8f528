"""TempEval-3: time expressions in newswire against TIMEX3 tags. Dev: TBAQ-cleaned; report: te3-platinum.

Scored as the task's own evaluation does: a span matches if it shares a character with a gold one (one to one, in the
order of the text), a value if the spans match and the TIMEX3 values are the same letters; F1 over all expressions. The
publication date is the document creation time; creation times themselves and empty tags are not scored.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from spacy.language import Language

from crosswire.claims.parse import Passage, load_parser, plain
from crosswire.claims.times.find import find_times, load_times
from crosswire.model import Recognised, Time

ROOT = Path("data/TempEval3")
FOLDERS = {"dev": "Training/TBAQ-cleaned", "report": "Evaluation/te3-platinum"}
TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Tagged:
    """One expression, characters [start, end) of its text, with its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text without tags, its creation time and its gold expressions."""

    name: str
    text: str
    created: datetime | None
    gold: tuple[Tagged, ...]


def run(data: Path, split: str) -> dict[str, object]:
    """Relaxed span and value F1, for all and for those that name an interval."""
    documents = [read_document(path) for path in sorted((data / ROOT / FOLDERS[split]).rglob("*.tml"))]
    pairs = [(doc.gold, found) for doc, found in zip(documents, system(documents), strict=True)]
    return {
        "n": sum(len(doc.gold) for doc in documents),
        "all": score(pairs),
        "intervals": score(pairs, intervals_only=True),
        "by_type": by_type(pairs),
    }


def read_document(path: Path) -> Document:
    """Read a .tml file."""
    raw = path.read_text("utf-8")
    body = raw.split("<TEXT>", 1)[1].split("</TEXT>", 1)[0] if "<TEXT>" in raw else ""
    head = re.search(r"<DCT>.*?</DCT>", raw, re.DOTALL)
    dates = [dict(ATTRIBUTE.findall(tag[3])).get("value", "") for tag in TAG.finditer(head[0] if head else "")]
    text, gold = untag(body)
    return Document(path.name, text, _created("".join(dates)), gold)


def untag(body: str) -> tuple[str, tuple[Tagged, ...]]:
    """The text without its tags, entities resolved, and the TIMEX3 tags as offsets into it."""
    parts: list[str] = []
    length = position = 0
    open_tag: tuple[int, dict[str, str]] | None = None
    gold: list[Tagged] = []
    for tag in [*TAG.finditer(body), None]:
        part = html.unescape(body[position : tag.start() if tag else len(body)])
        parts.append(part)
        length += len(part)
        if tag is None:
            break
        position = tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            open_tag = (length, dict(ATTRIBUTE.findall(tag[3])))
        elif tag[2] == "TIMEX3" and open_tag:
            start, attributes = open_tag
            if length > start:
                gold.append(Tagged(start, length, attributes.get("type", ""), attributes.get("value", "")))
    return "".join(parts), tuple(gold)


def _created(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    except ValueError:
        return None


def passages_of(text: str, parser: Language) -> list[Passage]:
    """Paragraphs; a line without a full stop at its end is a heading, as the reports step would have it."""
    blocks = [(m.start(), m[0]) for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)]
    docs = parser.pipe([plain(block) for _, block in blocks])
    return [
        Passage(
            doc, start, "paragraph" if len(block) > 120 or re.search(r"[.!?:,;'\"\u201d]\s*$", block) else "heading"
        )
        for (start, block), doc in zip(blocks, docs, strict=True)
    ]


def system(documents: Sequence[Document]) -> Iterator[list[Tagged]]:
    """What our reading finds in each document."""
    parser, table = load_parser(), load_times()
    for document in documents:
        found = find_times(document.text, passages_of(document.text, parser), document.created, table)
        times = [(item, item.value) for item in found if isinstance(item.value, Time)]
        yield [one for item, time in times for one in tagged(item, time, document.created)]


# --- Time -> TIMEX3 -----------------------------------------------------------------------------------------------

PRESENT = re.compile(r"\b(?:now|current|currently|present|presently|nowadays|these days|moment|point)\b", re.IGNORECASE)
WHILE = re.compile(r"\b(?:a while|some time)$", re.IGNORECASE)
SEASON = re.compile(r"\b(spring|summer|autumn|fall|winter)\b", re.IGNORECASE)
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = re.compile(r"\b(dawn|daybreak|morning|afternoon|dusk|evening|night|tonight|overnight)\b", re.IGNORECASE)
CODES = {"dawn": "MO", "daybreak": "MO", "morning": "MO", "afternoon": "AF", "dusk": "EV", "evening": "EV"}
MONTH = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)\b"
)
ORDER = ("first", "second", "third", "fourth")
NTH = re.compile(rf"\b({'|'.join(ORDER)})\b", re.IGNORECASE)
YEAR = re.compile(r"\d{4}|\byear\b")
RANGE = re.compile(r"\s*(?:[-\u2013]|\b(?:to|through|until|till|and)\b)\s*")
LONGEST: dict[str | None, int] = {
    "day": 1,
    "week": 7,
    "month": 31,
    "quarter": 92,
    "year": 366,
    "decade": 3653,
    "vague": 99999,
}
UNITS = re.compile(r"\b(week|month|quarter|year|decade|century|weekend|\d{3}0s|'\d0s|[a-z]+ties)\b", re.IGNORECASE)
DAYNAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def tagged(item: Recognised, time: Time, created: datetime | None) -> list[Tagged]:
    """Our value as TIMEX3, which has no ranges: "from Monday to Friday" is two expressions there.

    What only the words tell (season, part of the day, "now") is read from them.
    """
    if time.duration and time.start and time.end and " of " in time.text and not time.repeats:
        return _part_and_whole(item, time, time.start)
    ends = RANGE.search(time.text) if time.granularity != "decade" else None
    if (
        ends is None
        or time.start is None
        or time.end is None
        or (time.end - time.start).days <= LONGEST.get(time.granularity, 0)
    ):
        return [Tagged(item.span.start, item.span.end, *timex(time, created))]
    last = time.end - timedelta(microseconds=1)
    second = replace(time, text=time.text[ends.end() :], start=datetime(last.year, last.month, last.day, tzinfo=UTC))
    first = replace(time, text=time.text[: ends.start()])
    middle = item.span.start + ends.start(), item.span.start + ends.end()
    return [
        Tagged(item.span.start, middle[0], *timex(first, created)),
        Tagged(middle[1], item.span.end, *timex(second, created)),
    ]


def _part_and_whole(item: Recognised, time: Time, start: datetime) -> list[Tagged]:
    """ "The first nine months of 1989" is two expressions there, a length and a year."""
    first = item.span.start + time.text.index(" of ")
    value = f"{start.year:04}" if YEAR.search(time.text) else f"{start:%Y-%m}"
    length = Tagged(
        item.span.start, first, "DURATION", _length(time.duration or "", time.text[: first - item.span.start])
    )
    return [length, Tagged(first + 4, item.span.end, "DATE", value)]


def timex(time: Time, created: datetime | None) -> tuple[str, str]:
    """Type and value. A value that TIMEX3 can't name is ''."""
    if time.repeats:
        return "SET", _repeated(time)
    if time.duration:
        return _rolling(time) or ("DURATION", _length(time.duration, time.text))
    if WHILE.search(time.text):
        return "DURATION", "PXX"
    if time.start is None or time.end is None:
        return "DATE", "FUTURE_REF" if time.start else "PAST_REF"
    return _timed(time, time.start) or ("DATE", _named(time, time.start, time.end, created))


def _timed(time: Time, start: datetime) -> tuple[str, str] | None:
    if time.granularity == "minute" and (start.hour, start.minute) == (0, 0) and re.search("midnight .", time.text):
        return "TIME", f"{start.date() - timedelta(days=1)}T24:00"
    if time.granularity == "minute":
        return "TIME", start.strftime("%Y-%m-%dT%H:%M")
    return _hours(time, start) if time.granularity == "hour" else None


def _named(time: Time, start: datetime, end: datetime, created: datetime | None) -> str:
    return _vague(time, start, created) if time.granularity == "vague" else _dated(time, start, end)


def _length(duration: str, text: str) -> str:
    """TIMEX3 counts quarters, which ISO 8601 lacks."""
    months = re.fullmatch(r"P(X|\d+)M", duration)
    if not months or not re.search(r"\bquarters?$", text):
        return duration
    return "PXQ" if months[1] == "X" else f"P{int(months[1]) // 3}Q"


def _rolling(time: Time) -> tuple[str, str] | None:
    """Windows up to now that TIMEX3 tags as dates: "recent years", and "the past year" as the year before."""
    if re.search(r"\brecent years$", time.text):
        return "DATE", "PAST_REF"
    if time.start is None or not re.search(r"\b(?:past|last) (?:week|month|year)$", time.text):
        return None
    return "DATE", time.start.strftime({"P1W": "%G-W%V", "P1M": "%Y-%m"}.get(time.duration or "", "%Y"))


def _repeated(time: Time) -> str:
    """ "every Friday" is XXXX-WXX-5, "each July" XXXX-07, the rest the length between two."""
    words = re.findall(r"[a-z]+", time.text.lower())
    for word in words:
        if word.rstrip("s") in DAYNAMES:
            return f"XXXX-WXX-{DAYNAMES.index(word.rstrip('s')) + 1}" + ("TNI" if words[-1].startswith("night") else "")
        if word[:3] in MONTHS and time.repeats == "P1Y" and word not in ("every", "each"):
            return f"XXXX-{MONTHS.index(word[:3]) + 1:02}"
        if word in SEASONS:
            return f"XXXX-{SEASONS[word]}"
    part = PARTS.search(time.text)
    return f"XXXX-XX-XXT{CODES.get(part[0].lower(), 'NI')}" if part else time.repeats or ""


def _hours(time: Time, start: datetime) -> tuple[str, str]:
    part = PARTS.search(time.text)
    if part:
        day = start.date() + timedelta(days=0)
        return "TIME", f"{day}T{CODES.get(part[0].lower(), 'NI')}"
    if time.end and time.end - start > timedelta(hours=1):
        return "DATE", f"{start.date()}"
    return "TIME", start.strftime("%Y-%m-%dT%H")


def _dated(time: Time, start: datetime, end: datetime) -> str:
    days, months = (end - start).days, (end.year - start.year) * 12 + end.month - start.month
    if time.granularity == "day":
        return (
            f"{start:%G-W%V}-WE"
            if days == 2 and start.weekday() == 5 and "weekend" in time.text.lower()
            else f"{start.date()}"
        )
    if time.granularity == "week":
        return f"{start:%G-W%V}"
    if time.granularity == "month":
        return f"{start:%Y-%m}"
    if time.granularity == "quarter":
        return _quarter(time, start, months)
    if time.granularity == "decade":
        return f"{start.year // 10:03}" if months == 120 else f"{start.year // 100:02}"
    return f"{start.year:04}"


def _quarter(time: Time, start: datetime, months: int) -> str:
    """A company's own quarter ("the fourth quarter ended Aug. 26") has the number that the text gives it."""
    if season := SEASON.search(time.text):
        return f"{start.year}-{SEASONS[season[0].lower()]}"
    if months == 6:
        return f"{start.year}-H{start.month // 6 + 1}"
    middle = start + timedelta(days=45)
    named = NTH.search(time.text)
    return f"{middle.year}-Q{ORDER.index(named[1].lower()) + 1 if named else (middle.month + 2) // 3}"


def _vague(time: Time, start: datetime, created: datetime | None) -> str:
    if PRESENT.search(time.text) or (created and start == created and time.end == created + timedelta(days=1)):
        return "PRESENT_REF"
    text = time.text.lower()
    if season := SEASON.search(text):
        year = start.year - 1 if season[0] == "winter" and start.month < 6 else start.year
        return f"{year}-{SEASONS[season[0]]}"
    unit = UNITS.search(text)
    if MONTH.search(text):
        return f"{start:%Y-%m}"
    if unit is None:
        return f"{start.year:04}"
    forms = {
        "week": f"{start:%G-W%V}",
        "weekend": f"{start:%G-W%V}-WE",
        "month": f"{start:%Y-%m}",
        "quarter": f"{start.year}-Q{(start.month + 2) // 3}",
        "year": f"{start.year:04}",
        "century": f"{start.year // 100:02}",
    }
    return forms.get(unit[0], f"{start.year // 10:03}")


# --- scoring ------------------------------------------------------------------------------------------------------


def score(
    pairs: Iterable[tuple[Sequence[Tagged], Sequence[Tagged]]], intervals_only: bool = False
) -> dict[str, float | int]:
    """F1 of relaxed spans and of values over documents of (gold, found).

    With `intervals_only`, gold is what names an interval, and found is what names one or matches one of gold.
    """
    counts: Counter[str] = Counter()
    for gold, found in pairs:
        matches = aligned(gold, found)
        wanted = [g for g in gold if not intervals_only or is_interval(g)]
        given = {id(f) for f in found if not intervals_only or (is_interval(f) and not _matches_other(f, matches))}
        given |= {id(matches[g]) for g in wanted if g in matches}
        hits = [(g, matches[g]) for g in wanted if g in matches]
        counts.update(
            gold=len(wanted), found=len(given), spans=len(hits), values=sum(g.value == f.value for g, f in hits)
        )
    both = counts["gold"] + counts["found"]
    return {
        "gold": counts["gold"],
        "found": counts["found"],
        "span_f1": round(2 * counts["spans"] / both, 3) if both else 0.0,
        "value_f1": round(2 * counts["values"] / both, 3) if both else 0.0,
    }


def by_type(pairs: Iterable[tuple[Sequence[Tagged], Sequence[Tagged]]]) -> dict[str, list[int]]:
    """For each TIMEX3 type of gold: how many there are, how many are found, how many of those have the value."""
    counts: dict[str, list[int]] = {}
    for gold, found in pairs:
        matches = aligned(gold, found)
        for g in gold:
            count = counts.setdefault(g.type, [0, 0, 0])
            count[0] += 1
            count[1] += g in matches
            count[2] += g in matches and matches[g].value == g.value
    return dict(sorted(counts.items()))


def _matches_other(found: Tagged, matches: dict[Tagged, Tagged]) -> bool:
    """Whether gold has this expression and says that it names no interval."""
    return any(f is found and not is_interval(g) for g, f in matches.items())


def aligned(gold: Sequence[Tagged], found: Sequence[Tagged]) -> dict[Tagged, Tagged]:
    """Each gold expression's partner: the first free one, in the order of the text, that shares a character."""
    matches: dict[Tagged, Tagged] = {}
    taken: set[int] = set()
    for g in gold:
        partner = next((f for f in found if id(f) not in taken and f.start < g.end and g.start < f.end), None)
        if partner:
            matches[g] = partner
            taken.add(id(partner))
    return matches


def is_interval(item: Tagged) -> bool:
    """Whether it names an interval: no duration, no set, and a value that starts with a digit."""
    return item.type not in ("DURATION", "SET") and item.value[:1].isdigit()
