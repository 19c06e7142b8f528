"""A peer's extraction, timed where it is installed: `PYTHON _peer_extract.py FOLDER`, in an environment of its own.

Reads the `*.html` of a folder and prints one JSON line. Nothing of the project is imported, for it is not there.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from importlib.metadata import version
from pathlib import Path


def extract(folder: Path) -> dict[str, object]:
    """news-please: seconds of a core for all pages, once each after a first page, and how many gave a text."""
    peer = importlib.import_module("newsplease").NewsPlease
    pages = [path.read_text("utf-8", "replace") for path in sorted(folder.glob("*.html"))]
    texts, failed = 0, 0
    started = time.process_time()
    for page in pages:
        try:
            texts += bool(peer.from_html(page, url="http://site.example/a", fetch_images=False).maintext)
        except Exception:  # a page it cannot take costs its time all the same
            failed += 1
    seconds = time.process_time() - started
    told = {"peer": f"news-please {version('news-please')}", "pages": len(pages), "texts": texts, "failed": failed}
    return {**told, "pages_per_core_second": round(len(pages) / seconds, 1)}


if __name__ == "__main__":
    print(json.dumps(extract(Path(sys.argv[1]))))
