"""Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium")
HOW = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed: apt-get install chromium")


@contextmanager
def tab(browser: Browser, site: str, width: int = 1366, scheme: str = "light", scripts: bool = True) -> Iterator[Page]:
    """A fresh tab. Ends with an error where a page complained, or asked anything of another host."""
    context = browser.new_context(
        base_url=site,
        viewport={"width": width, "height": 900},
        reduced_motion="reduce",
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=scripts,
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    troubles: list[str] = []
    page.on("console", lambda m: troubles.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: troubles.append(str(e)))
    page.on("request", lambda r: None if r.url.startswith((site, "data:")) else troubles.append(f"asks {r.url}"))
    try:
        yield page
    except AssertionError as error:
        raise AssertionError(f"{error}\nThe page complained: {troubles}") from error
    finally:
        context.close()
    assert not troubles, troubles
