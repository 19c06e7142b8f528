"""What axe-core finds on every page, light and dark: nothing serious."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.served import Running
from tests.web.browsing import needs_browser, tab
from tests.web.test_walk import every_page

pytestmark = needs_browser


CONTRAST = {"runOnly": ["color-contrast"]}


def test_no_serious_finding(browser: Browser, site: Running) -> None:
    """Everything in the light, and what the dark changes: the colours."""
    with tab(browser, site.url) as page:
        grave: list[str] = []
        for path in every_page(site.knowledge):
            grave += look(page, path)
            if not path.startswith("/about"):
                grave += look(page, "", "dark", CONTRAST)
    assert not grave, "\n".join(grave)


def test_no_serious_finding_on_a_phone(browser: Browser, site: Running) -> None:
    with tab(browser, site.url, width=390, scheme="dark") as page:
        grave = [f for path in every_page(site.knowledge)[:4:2] for f in look(page, path, "dark")]
    assert not grave, "\n".join(grave)


def look(
    page: Page, path: str, scheme: Literal["light", "dark"] = "light", options: dict[str, list[str]] | None = None
) -> Iterator[str]:
    """What is grave on a page, all its folds open; without a path on the page as it is."""
    page.emulate_media(color_scheme=scheme)
    if path:
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    for found in Axe().run(page, options=options).response["violations"]:
        if found["impact"] in ("serious", "critical"):
            where = [node["html"][:160] for node in found["nodes"][:3]]
            yield f"{path or page.url} {scheme}: {found['id']} ({found['impact']}): {where}"
