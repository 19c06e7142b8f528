"""A served store and a browser for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.served import client, copy, kept, knowledge, site
from tests.web.browsing import CHROMIUM, HOW

__all__ = ["client", "copy", "kept", "knowledge", "site"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all walks."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=HOW)
        yield found
        found.close()
