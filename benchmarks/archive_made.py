"""Archives for load: pages of the length, mark-up and duplication of news pages, with known events hidden in them.

One page in twenty tells of an event: a quake, a missile test or an attack on a ship, each told by three outlets in
words of their own, and carried by others as it is. Everything follows from the seed.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path

from benchmarks.memory import TOWNS

FIRST = datetime(2026, 1, 5, tzinfo=UTC)
SHARE = 20  # one page of so many tells of an event
TELLERS = 3  # outlets that tell of one event in their own words
COPIES = 2  # others that carry one of these texts
OUTLETS = 400
KINDS = ("earthquake", "weapons_test", "ship_attack")
SHIPS = ("Astra Dawn", "Cape Lark", "Boreal Star", "Orchid Bay", "Delta Pearl", "Kestrel", "Nova Spirit", "Amber Coast")
PEOPLE = ("The mayor", "A resident", "The head teacher", "The owner", "A spokesman", "The director", "A visitor")
DOES = ("said that", "explained that", "wrote that", "recalled how", "added that", "was sure that", "doubted that")
THINGS = ("the new library", "the old bridge", "the budget", "the school", "the theatre", "the season", "the market",
          "the orchestra", "the museum", "the bus line", "the harvest", "the festival", "the rivers")  # fmt: skip
ENDS = ("would open in the spring", "had pleased many visitors", "needed more time", "cost less than expected",
        "was praised by the jury", "had been in the family for years", "drew a large crowd", "was worth the wait",
        "would be paid for by the members", "had changed the neighbourhood", "was the talk of the town")  # fmt: skip
LINKS = ("Culture", "Science", "Markets", "Travel", "Books", "Garden", "Letters", "Puzzles", "Chess", "Weather")
MENU = "".join(f'<li class="nav__item"><a href="/{w.lower()}/{i}">{w}</a></li>' for i in range(25) for w in LINKS)
STYLE = ".a{color:#123}" * 900
DIGITS = bytes(ord("0") + i % 10 for i in range(256))  # a byte -> a digit
ACTORS = (
    ("North Korea", "South Korea's military"),
    ("Iran", "Iranian state television"),
    ("India", "the Indian defence ministry"),
    ("Pakistan", "the Pakistani military"),
    ("Russia", "the Russian defence ministry"),
    ("China", "Taiwan's defence ministry"),
    ("Israel", "the Israeli defence ministry"),
    ("France", "the French defence ministry"),
    ("Turkey", "the Turkish defence ministry"),
)
TOLD = {
    "earthquake": (
        "An earthquake of magnitude {size} struck near {town} on {day}, killing {dead} people, the {body} said.",
        "A magnitude {size} quake hit {town} on {day}, the {body} reported. {dead} people were killed, police said.",
        "At least {dead} people died when a {size}-magnitude earthquake shook {town} on {day}, the {body} said.",
    ),
    "weapons_test": (
        "{actor} fired {dead} ballistic missiles from near {town} on {day}, {teller} said.",
        "{dead} ballistic missiles were launched by {actor} from {town} on {day}, a US defence official said.",
        "{actor} test-fired {dead} missiles on {day}; they were launched from {town}, {teller} said.",
    ),
    "ship_attack": (
        "A drone hit the tanker {ship} off {town} on {day}, injuring {dead} sailors, the coast guard said.",
        "The tanker {ship} was attacked off {town} on {day} and {dead} of its crew were hurt, its owner said.",
        "Off {town}, the tanker {ship} was struck by a drone on {day}; {dead} of its crew were injured, the navy said.",
    ),
}
HEADS = {
    "earthquake": ("Quake of {size} near {town} kills {dead}", "{dead} dead in {town} earthquake"),
    "weapons_test": ("{actor} fires {dead} missiles from {town}", "{actor} launches missiles from {town}"),
    "ship_attack": ("Tanker {ship} attacked off {town}", "Drone hits tanker off {town}"),
}


@dataclass(frozen=True)
class Hidden:
    """An event that the archive tells of."""

    number: int
    kind: str
    town: str
    at: datetime
    words: dict[str, str]


@dataclass(frozen=True)
class Page:
    """One captured page, and the event it tells of, if any."""

    url: str
    at: datetime
    html: bytes
    event: int | None


def events(count: int, days: int) -> list[Hidden]:
    """So many events over the days, no two of a kind in one town within the same five days while towns last."""
    found = []
    for number in range(count):
        dice = random.Random(f"event {number}")  # noqa: S311 - reproducible, no secret
        kind, at = KINDS[number % len(KINDS)], FIRST + timedelta(days=number * days // max(1, count), hours=6)
        town = TOWNS[(number // len(KINDS)) % len(TOWNS)]
        actor, teller = ACTORS[(number // len(KINDS)) % len(ACTORS)]
        words = {
            "actor": actor,
            "teller": teller,
            "town": town,
            "size": f"{dice.uniform(5, 7.9):.1f}",
            "dead": str(dice.randint(3, 90)) if kind != "weapons_test" else str(dice.randint(2, 9)),
            "day": f"{at:%A}",
            "body": dice.choice(("US Geological Survey", "national seismic network")),
            "ship": SHIPS[(number // len(KINDS)) % len(SHIPS)] + (f" {1 + number // 24}" if number >= 24 else ""),
        }
        found.append(Hidden(number, kind, town, at, words))
    return found


def pages(count: int, days: int, numbers: Iterable[int] | None = None, *, empty: bool = False) -> Iterator[Page]:
    """So many pages in the order of their capture; some of them, where their numbers are given. `empty`: those that
    tell of no event have no content."""
    tellings = _tellings(count, days)
    step = timedelta(days=days) / max(1, count)
    for number in range(count) if numbers is None else numbers:
        at = FIRST + step * number
        if number % SHARE == SHARE - 1 and number // SHARE < len(tellings):
            when, event, teller = tellings[number // SHARE]
            yield _telling(number, max(at, when), event, teller)
        else:
            url = f"http://site{number % OUTLETS}.example/{number}"
            yield Page(url, at, b"" if empty else _filler(number if number % 7 else number - 7, at), None)


def _filler(number: int, at: datetime) -> bytes:
    """A page that tells of no event; one in seven is a copy."""
    dice = random.Random(f"page {number}")  # noqa: S311 - reproducible, no secret
    title = f"{dice.choice(THINGS)} {dice.choice(ENDS)}".capitalize()
    return _page(title, _article(dice), at, dice)


def told_by_address(count: int, days: int) -> dict[str, int]:
    """Address -> event of the pages that tell of one."""
    tellings = _tellings(count, days)
    return {
        _address(number, event, teller): event.number
        for number, (_, event, teller) in zip(range(SHARE - 1, count, SHARE), tellings, strict=False)
    }


def _tellings(count: int, days: int) -> list[tuple[datetime, Hidden, int]]:
    """When which event is told of, and for the how manieth time."""
    told_by = TELLERS + COPIES
    hidden = events(count // SHARE // told_by, days)
    return sorted(
        ((e.at + timedelta(minutes=17 * n), e, n) for e in hidden for n in range(told_by)), key=lambda t: t[:1]
    )


def _address(number: int, event: Hidden, teller: int) -> str:
    return f"http://site{(event.number * 7 + teller * 31) % OUTLETS}.example/{number}"


def _telling(number: int, at: datetime, event: Hidden, teller: int) -> Page:
    own = teller if teller < TELLERS else 0
    dice = random.Random(f"telling {event.number} {own}")  # noqa: S311 - reproducible, no secret
    lead = TOLD[event.kind][own].format(**event.words)
    title = HEADS[event.kind][own % 2].format(**event.words)
    return Page(
        _address(number, event, teller), at, _page(title, [lead, *_article(dice)[:8]], event.at, dice), event.number
    )


def _article(dice: random.Random) -> list[str]:
    return [
        " ".join(
            f"{dice.choice(PEOPLE)} {dice.choice(DOES)} {dice.choice(THINGS)} {dice.choice(ENDS)}." for _ in range(4)
        )
        for _ in range(dice.randint(6, 14))
    ]


def _page(title: str, paragraphs: list[str], at: datetime, dice: random.Random) -> bytes:
    """A page of about 120 kB, most of it script, style and menus, as news pages have them."""
    digits = dice.randbytes(12 * 1_300).translate(DIGITS).decode()
    keys = (digits[at : at + 12] for at in range(0, len(digits), 12))
    script = "".join(f"window.__d[{i}]={{k:'{key}',v:[{i},{i + 1}],on:true}};" for i, key in enumerate(keys))
    cards = "".join(
        f'<div class="card card--small"><a class="card__link" href="/{i}"><img src="/i/{i}.jpg" alt=""><h3 class="t">'
        f"{dice.choice(THINGS).capitalize()} {dice.choice(ENDS)}</h3></a></div>"
        for i in range(60)
    )
    body = "".join(f'<p class="story__p">{escape(p)}</p>' for p in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta property="article:published_time" content="{at.isoformat()}"><style>{STYLE}</style>'
        f"<script>{script}</script></head><body><header><nav><ul>{MENU}</ul></nav></header><main>"
        f'<article class="story"><h1>{escape(title)}</h1>{body}</article><aside>{cards}</aside></main>'
        f"<footer><ul>{MENU}</ul></footer></body></html>"
    ).encode()


def write_archives(folder: Path, count: int, days: int, files: int) -> dict[str, int]:
    """Write the pages into so many archives; address -> event of those that tell of one."""
    for number in range(files):
        write_archive(folder, number, (count, days, files))
    return told_by_address(count, days)


def write_archive(
    folder: Path, number: int, made: tuple[int, int, int], pooled: Callable[[Page], bytes] | None = None
) -> Path:
    """Write one of the archives, whole or not at all; `made`: pages, days and files in all.

    `pooled` makes the record of a page from a pool: the pages that tell of no event then come without text.
    """
    count, days, files = made
    numbers = range(number * -(-count // files), min(count, (number + 1) * -(-count // files)))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"made-{number:05}.warc.gz"
    beside = path.with_suffix(".part")
    with beside.open("wb") as out:
        for page in pages(count, days, numbers, empty=pooled is not None):
            out.write((pooled or _record)(page))
    return beside.replace(path)


def _record(page: Page) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.html
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {page.url}\r\nWARC-Date: {page.at:%Y-%m-%dT%H:%M:%SZ}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 1, mtime=0)
