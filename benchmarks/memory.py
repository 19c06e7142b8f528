"""How much memory and time a brief of a thousand reports takes.

The reports are made from the paragraphs of the examples with other numbers, towns and days: five in turn tell one event
(the same changes, other paragraphs), so that there is something to link. They are written to a folder of their own, and
`crosswire brief` is run on it as a process of its own; `peak_mb` is the most memory it held at once, in MB.
"""

from __future__ import annotations

import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
COUNT = 1000
TELLERS = 5  # reports of one event
PARAGRAPHS = 8  # of a report
TOWNS = [
    "Izmir", "Busan", "Wonsan", "Nampo", "Aden", "Muscat", "Salalah", "Karachi", "Colombo", "Chennai", "Manila",
    "Osaka", "Sendai", "Lima", "Quito", "Santiago", "Bogota", "Lagos", "Accra", "Nairobi", "Mombasa", "Tunis", "Oran",
    "Athens", "Varna", "Odesa", "Gdansk", "Bergen", "Cork", "Porto", "Genoa", "Split", "Haifa", "Basra", "Davao",
]  # fmt: skip
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
TOWN = re.compile(rf"\b(?:{'|'.join(TOWNS)}|Pyongyang|Tokyo|Sunan|Hamburg|Rotterdam|Piraeus|Ankara)\b")
DAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b")
DATE = re.compile(rf"\b({'|'.join([*MONTHS, *(m[:3] + '.' for m in MONTHS)])}) \d{{1,2}}\b")
NUMBER = re.compile(r"(?<![\d.:,])[1-9]\d{1,2}(?![\d.:%]|,\d)")


def run(data: Path | None, split: str) -> dict[str, object]:
    """Peak memory and seconds of `crosswire brief` on a folder; `data` and `split` change nothing."""
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name) / "reports", Path(name) / "brief.json"
        folder.mkdir()
        words = 0
        for number, text in enumerate(reports(COUNT)):
            (folder / f"{number:04}.txt").write_text(text, "utf-8")
            words += len(text.split())
        started = time.perf_counter()
        command = [sys.executable, "-m", "crosswire", "brief", str(folder), "--format", "json", "--out", str(out)]
        subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own program
        seconds = time.perf_counter() - started
        brief_mb = out.stat().st_size / 1e6
    return {
        "n": COUNT,
        "words": words,
        "peak_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
        "brief_mb": round(brief_mb, 1),
        "brief_seconds": round(seconds, 1),
        "words_per_second": round(words / seconds),
    }


def reports(count: int) -> Iterator[str]:
    """So many different reports in plain text, the same ones each time."""
    stories = [_paragraphs(folder) for folder in sorted(EXAMPLES.iterdir()) if folder.is_dir()]
    for number in range(count):
        event, own = random.Random(number // TELLERS), random.Random(number)  # noqa: S311 - reproducible, no secret
        told = event.choice(stories)
        chosen = sorted(own.sample(range(len(told)), min(PARAGRAPHS, len(told))))
        yield _changed(f"Desk {number % 97} News\n\n" + "\n\n".join(told[i] for i in chosen), number // TELLERS)


def _paragraphs(folder: Path) -> Sequence[str]:
    """The paragraphs of an example's plain texts that are no furniture."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    return list(dict.fromkeys(p for text in texts for p in text.split("\n\n") if len(p) > 100))


def _changed(text: str, event: int) -> str:
    """The text with the towns, days, dates and numbers of another event; equal words are changed equally."""
    day = date(2024, 1, 1) + timedelta(days=3 * event)

    def town(found: re.Match[str]) -> str:
        return _pick(TOWNS, event, found[0])

    def number(found: re.Match[str]) -> str:
        return str(10 + random.Random(f"{event} {found[0]}").randrange(900))  # noqa: S311 - reproducible, no secret

    text = NUMBER.sub(number, TOWN.sub(town, text))
    text = DAY.sub(lambda found: _pick(DAYS, event, found[0]), text)
    return DATE.sub(f"{MONTHS[day.month - 1]} {day.day}", text)


def _pick(names: Sequence[str], event: int, name: str) -> str:
    return random.Random(f"{event} {name}").choice(names)  # noqa: S311 - reproducible, no secret
