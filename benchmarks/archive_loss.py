"""What a backfill's first look loses: pages in which deep reading finds an event of a wanted kind, and which it drops.

Real pages are those of the article extraction benchmark; the texts of `sameevent` are put on plain pages (BASIL; with
split "report" Giveme5W1H and NewsWCL50 too). All below the folder that is given, under the names of their
repositories; what is not there is not asked. Each kind of event is wanted by itself, and once all that are no speech; a
page counts once for each wanting that deep reading would have used it for.
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from benchmarks.sameevent import BASIL, FIVE, WCL, Text, basil_texts, five_texts, wcl_texts
from crosswire.errors import UnreadableInputError
from crosswire.model import Fetched
from crosswire.pipeline import load_pipeline
from crosswire.pipeline.backfill.look import Dates, irregular_forms, load_looking
from crosswire.pipeline.first_look import look, make_first_look, plain_text, wanted_frames
from crosswire.pipeline.read import Pipeline

PAGES = "article-extraction-benchmark"
SETS = {"basil": (BASIL, basil_texts), "giveme5w1h": (FIVE, five_texts), "newswcl50": (WCL, wcl_texts)}


def run(data: Path, split: str) -> dict[str, object]:
    """The losses of each set that is there."""
    pipeline = load_pipeline()
    result: dict[str, object] = {}
    pages = _pages(data)
    if pages:
        result["pages"] = {**lost(pages, pipeline), **_speed(pages, pipeline)}
    for name, (places, texts) in SETS.items():
        if (name == "basil" or split == "report") and any((data / place).is_dir() for place in places):
            result[name] = lost(_on_pages(texts(data)), pipeline)
    return result


def lost(pages: Mapping[str, str], pipeline: Pipeline) -> dict[str, object]:
    """How many pages were asked for, and how many of them fell."""
    used = {name: found for name, page in pages.items() if (found := _frames(name, page, pipeline))}
    frames, irregular = pipeline.reader.frames, irregular_forms()
    every = tuple(f.name for f in wanted_frames(frames, ()))
    counts: dict[str, list[bool]] = {}  # what was wanted -> of each page that was used for it, whether it fell
    for wanted in [every, *((kind,) for kind in every)]:
        looker = make_first_look(frames, wanted, irregular)
        fell = [
            look(pages[name], looker, pipeline.rules).dropped is not None
            for name, found in used.items()
            if found & set(wanted)
        ]
        counts["any" if wanted is every else wanted[0]] = fell
    alone = [fell for kind, own in counts.items() if kind != "any" for fell in own]
    return {
        "n": len(pages),
        "used_for_any": len(counts["any"]),
        "lost_for_any": sum(counts["any"]),
        "used_for_one_kind": len(alone),
        "lost_for_one_kind": sum(alone),
        "loss": round(sum(map(sum, counts.values())) / max(1, sum(map(len, counts.values()))), 4),
        "kinds_with_losses": {kind: sum(own) for kind, own in counts.items() if any(own)},
    }


def _frames(name: str, page: str, pipeline: Pipeline) -> frozenset[str]:
    """The kinds of events that deep reading finds in a page."""
    return frozenset(
        mention.frame
        for one in pipeline.read_fetched([Fetched(name, page.encode(), "html")])
        if not isinstance(one, UnreadableInputError)
        for mention in one.mentions
    )


def _pages(data: Path) -> dict[str, str]:
    folder = data / PAGES if (data / PAGES).is_dir() else data
    found = sorted((folder / "html").glob("*.html.gz"))
    return {path.name: gzip.decompress(path.read_bytes()).decode("utf-8", "replace") for path in found}


def _on_pages(texts: Iterable[Text]) -> dict[str, str]:
    """The texts as pages: their title, their paragraphs."""
    told = [(text.given.title or "", text.content.decode("utf-8", "replace")) for _, text in texts]
    return {str(number): _page(title, text) for number, (title, text) in enumerate(told)}


def _page(title: str, text: str) -> str:
    head = escape(title)
    body = "".join(f"<p>{escape(p)}</p>" for p in text.split("\n") if p.strip())
    return f"<html><head><title>{head}</title></head><body><article><h1>{head}</h1>{body}</article></body></html>"


def _speed(pages: Mapping[str, str], pipeline: Pipeline) -> dict[str, object]:
    """Pages a second of a core: the whole look for all kinds of events, and HTML to text alone."""
    looking = load_looking((), None, Dates())
    started = time.process_time()
    for page in pages.values():
        look(page, looking.looker, looking.rules)
    looked = time.process_time()
    for page in pages.values():
        plain_text(page)
    done = time.process_time()
    return {
        "look_pages_per_core_second": round(len(pages) / (looked - started)),
        "text_pages_per_core_second": round(len(pages) / (done - looked)),
    }
