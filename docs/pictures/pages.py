"""Draw the pictures of pages that the README and docs show: `python docs/pictures/pages.py`.

Needs chromium and playwright (in the requirements of developers). Everything runs as a user runs it, over the examples.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parents[1] / "examples"
WATCH = """
[[watch]]
name = "Ships off Yemen"
frames = ["ship_attack"]
recent = "9999d"  # the examples are older than what a watch otherwise takes for news
[watch.area]
circle = { lat = 13.5, lon = 43.3, km = 600 }
"""
FIRST = ("straits_monitor", "coastline_daily")  # reports that came before the others
DESK = {"width": 1440, "height": 1120}
PHONE = {"width": 390, "height": 844}


def main() -> None:
    """Make the three pictures anew."""
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "desk.db")
        fill(store)
        with serve(store) as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            desk = page(browser, site, DESK, "light")
            desk.goto("/?frame=earthquake")
            desk.get_by_role("link", name="(6.3)").first.click()
            desk.locator("#facts").wait_for()
            desk.screenshot(path=HERE / "page-event.png")
            desk.goto("/watches")
            desk.get_by_text("The message as it was sent").first.click()
            desk.screenshot(path=HERE / "page-watches.png")
            phone = page(browser, site, PHONE, "dark")
            phone.goto("/")
            phone.screenshot(path=HERE / "page-phone.png")
            browser.close()


def fill(store: str) -> None:
    """The examples, with a watch that is told twice."""
    ships = sorted((EXAMPLES / "ship_attack").iterdir())
    early = [str(path) for path in ships if path.name.startswith(FIRST)]
    watches = Path(store).with_name("watches.toml")
    watches.write_text(WATCH, encoding="utf-8")
    crosswire(store, "ingest", str(EXAMPLES / "tariff"))
    crosswire(store, "alert", "set", str(watches))
    crosswire(store, "ingest", *early)
    crosswire(store, "alert", "run", "--once")
    crosswire(store, "ingest", *(str(path) for path in sorted(EXAMPLES.iterdir()) if path.is_dir()))
    crosswire(store, "alert", "run", "--once")


def crosswire(store: str, *words: str) -> None:
    """One command over the store."""
    command = [sys.executable, "-m", "crosswire", *words, "--store", store]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program


@contextmanager
def serve(store: str) -> Iterator[str]:
    """The address of a server over the store."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "crosswire", "serve", "--port", str(port), "--store", store]
    server = subprocess.Popen(command, env={**os.environ, "CROSSWIRE_KEYS": store + ".keys"})  # noqa: S603
    try:
        wait(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def wait(url: str) -> None:
    """Until it answers, 30 seconds at most."""
    for _ in range(150):
        try:
            urllib.request.urlopen(url).close()  # noqa: S310 - our own server
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(url)


def page(browser: Browser, site: str, size: dict[str, int], scheme: str) -> Page:
    """A fresh page of this size and colour scheme."""
    dark = "dark" if scheme == "dark" else "light"
    viewport = {"width": size["width"], "height": size["height"]}
    return browser.new_context(base_url=site, viewport=viewport, color_scheme=dark, reduced_motion="reduce").new_page()


if __name__ == "__main__":
    main()
