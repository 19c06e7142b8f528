"""Constructs: one event in the clothes that news uses; all must tell that it happened, when, where, to whom.

Each event of constructs_events.toml is put into each clause of constructs.toml, with a time and a place in one of many
forms. Every sentence is read as a report of its own (published on Thursday, 12 March 2026), and each of its questions
is right, missed or wrong. A third of the events and a third of the constructs, drawn by lot (`is_held`), were written
before anything was run and never looked at: the shares of the four quarters are told apart; so are sixty sentences of
constructs_unread.toml, written before any was run, of other events in other clauses. `--split report` prints
none but the totals of those; CROSSWIRE_BENCH_CONSTRUCTS names a file to which every sentence of the read quarter that
falls short is written. No data is needed.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from crosswire.claims.read import load_reader, read
from crosswire.model import Block, Party, Place, Quantity, Reading, Report, Text, Time, Value

HERE = Path(__file__).parent
PUBLISHED = datetime(2026, 3, 12, 12, tzinfo=UTC)
DAY = date(2026, 3, 7)
HAPPENED = "happened"
UNREAD = "unread_sentences"
Item = Mapping[str, Any]
Outcome = Mapping[str, str]  # question -> right, missed or wrong


@dataclass(frozen=True)
class Sentence:
    """One event in one construct: `answers` are the words of its further answers, `asked` all questions put to it."""

    event: str
    frames: tuple[str, ...]
    construct: str
    text: str
    title: bool
    asked: tuple[str, ...]
    answers: Mapping[str, str]
    town: str
    where: str
    day: date = DAY


def run(data: Path | None, split: str) -> dict[str, object]:
    """The share of answers found in each quarter and in each construct that was read; `data` is not needed."""
    table = [*sentences(), *unread()]
    quarters: dict[str, Counter[str]] = {}
    constructs: dict[str, Counter[str]] = {}
    short: list[str] = []
    for sentence, reading in readings(table):
        found = outcome(sentence, reading)
        quarter = quarter_of(sentence)
        quarters.setdefault(quarter, Counter()).update(found.values())
        if quarter == "read":
            constructs.setdefault(sentence.construct, Counter()).update(found.values())
            bad = " ".join(f"{q}:{o}" for q, o in found.items() if o != "right")
            short += [f"{sentence.construct} | {sentence.event} | {bad} | {sentence.text}"] if bad else []
    if split == "dev":
        for name, counts in sorted(constructs.items(), key=lambda item: share(item[1])):
            print(f"{share(counts):.3f} {counts['wrong']:3d} wrong of {counts.total():4d}  {name}")
        if path := os.environ.get("CROSSWIRE_BENCH_CONSTRUCTS"):
            Path(path).write_text("\n".join(short) + "\n", "utf-8")
    lowest = min(share(counts) for counts in constructs.values())
    found_shares = {name: round(share(counts), 3) for name, counts in sorted(quarters.items())}
    wrong = {f"{name}_wrong": counts["wrong"] for name, counts in sorted(quarters.items())}
    return {"n": len(table), **found_shares, **wrong, "lowest_construct": round(lowest, 3)}


def share(counts: Counter[str]) -> float:
    """The share of questions answered rightly."""
    return counts["right"] / max(1, counts.total())


def is_held(name: str) -> bool:
    """Whether an event or a construct is of the third that nobody looks at."""
    return sha256(name.encode()).digest()[0] % 3 == 0


def quarter_of(sentence: Sentence) -> str:
    """Which of event and construct were held back; the sixty sentences of constructs_unread.toml stand apart."""
    if sentence.construct == UNREAD:
        return UNREAD
    held = (is_held(sentence.event), is_held(sentence.construct))
    return {(False, False): "read", (True, False): "new_event", (False, True): "new_construct"}.get(held, "new_both")


def sentences() -> Iterator[Sentence]:
    """Every event in every construct that it has the words for."""
    forms = tomllib.loads((HERE / "constructs.toml").read_text("utf-8"))
    events = tomllib.loads((HERE / "constructs_events.toml").read_text("utf-8"))["event"]
    for event in events:
        for construct in forms["construct"]:
            slots = _slots(event, construct, forms)
            wanted = {*re.findall(r"\{(\w+)\}", construct["text"]), *construct.get("needs", ())}
            if wanted <= set(slots) and ("town" in event["at"] or not wanted & {"P", "town"}):
                yield _sentence(event, construct, slots)


def unread() -> Iterator[Sentence]:
    """The sentences of constructs_unread.toml."""
    for item in tomllib.loads((HERE / "constructs_unread.toml").read_text("utf-8"))["sentence"]:
        answers = {**item.get("answers", {}), **({"killed": str(item["killed"])} if "killed" in item else {})}
        asked = (HAPPENED, *(question for question in ("when", "where") if question in item), *answers)
        day = date.fromisoformat(item.get("when", str(DAY)))
        frames, title, town = (item["frame"],), item.get("title", False), item.get("where", "")
        yield Sentence(item["frame"], frames, UNREAD, item["text"], title, asked, answers, town, "where", day)


def _sentence(event: Item, construct: Item, slots: Mapping[str, str]) -> Sentence:
    text = re.sub(r"\s+", " ", construct["text"].format_map(slots))
    text = re.sub(r" (?=[.,])", "", re.sub(r"\b(a|A) (?=[aeiou])", r"\1n ", text)).replace(",,", ",")
    text = text.replace(",.", ".").strip()
    asks = construct["asks"]
    town = event["at"].get("town", "")
    own = dict(event.get("answers", {})) if "own" in asks else {}
    asked = (HAPPENED, *(a for a in asks if a in ("when", "killed") or (a == "where" and town)), *own)
    own |= {"killed": str(event["killed"])} if "killed" in asks else {}
    frames = event["frame"] if isinstance(event["frame"], list) else [event["frame"]]
    where, title = event["at"].get("attribute", "where"), construct.get("title", False)
    return Sentence(event["name"], tuple(frames), construct["name"], text, title, asked, own, town, where)


def _slots(event: Item, construct: Item, forms: Item) -> dict[str, str]:
    say, at = event["say"], event["at"]
    pick = int.from_bytes(sha256(f"{event['name']}/{construct['name']}".encode()).digest()[1:5], "big")
    places = at.get("place", forms["places"]["p"]) if "town" in at else [""]
    place = places[pick % len(places)].format_map({**at, "area": at.get("area", "")})
    plural = say["vs"].split()[0] == say["v"].split()[0] or not say["vs"].split()[0].endswith("s")
    times = {name: wordings[pick // 97 % len(wordings)] for name, wordings in forms["times"].items()}
    slots = {**say, **times, "p": place, "P": _capital(place), "day": "Saturday", "has": "have" if plural else "has"}
    slots |= {k: _capital(say[v]) for k, v in (("S", "s"), ("O", "o"), ("Hs", "hs")) if v in say}
    slots |= {k: at[k] for k in ("town", "country", "near") if k in at}
    return slots | ({"n": str(event["killed"])} if "killed" in event else {})


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def readings(table: Sequence[Sentence]) -> Iterator[tuple[Sentence, Reading]]:
    """Each sentence read as a report of its own."""
    reports = [_report(str(i), s) for i, s in enumerate(table)]
    yield from zip(table, read(reports, load_reader()), strict=True)


def _report(key: str, sentence: Sentence) -> Report:
    title = sentence.text if sentence.title else ""
    blocks = (Block("title" if title else "paragraph", 0, len(sentence.text)),)
    return Report(key, sentence.text, blocks, title, "Paper", PUBLISHED, "given", "en")


def outcome(sentence: Sentence, reading: Reading) -> dict[str, str]:
    """Each question of a sentence with how it was answered; a day that was not asked for and is another is wrong."""
    own = [m for m in reading.mentions if m.frame in sentence.frames]
    told = {c.mention for c in reading.claims if c.attribute == HAPPENED and c.kind == "fact"}
    found = {HAPPENED: "right" if any(m.id in told for m in own) else "missed"}
    for question in sentence.asked[1:]:
        name = sentence.where if question == "where" else question
        values = [value for m in own for attribute, value in m.values if attribute == name]
        good = [_answers(value, question, sentence) for value in values]
        found[question] = "missed" if not values else "right" if all(good) else "wrong"
    strays = [v for m in own for a, v in m.values if a == "when" and "when" not in found]
    return found | (
        {"when": "wrong"}
        if sentence.construct != UNREAD and any(not _answers(v, "when", sentence) for v in strays)
        else {}
    )


def _answers(value: Value, question: str, sentence: Sentence) -> bool:
    if question == "when":
        return isinstance(value, Time) and value.start is not None and value.start.date() == sentence.day
    if question == "where":
        return isinstance(value, Place) and sentence.town.lower() in f"{value.name} {value.text}".lower()
    wanted = sentence.answers[question].lower()
    if isinstance(value, Quantity) and wanted.isdigit():
        return value.low == int(wanted)
    names = value.name if isinstance(value, Party | Place) else value.text if isinstance(value, Text) else ""
    given = (value.text.lower(), names.lower())
    return any(wanted in words or words in wanted for words in given if words)
