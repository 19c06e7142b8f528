"""Walks through the pages as users take them."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from crosswire import app
from tests.served import Running, event_of, running
from tests.web.browsing import needs_browser, tab

pytestmark = needs_browser
PERU = (
    "LIMA, March 3 (Andes Wire) -- At least 14 people were killed when a magnitude 7.0 earthquake struck southern Peru "
    "on Tuesday, March 3, 2026, the civil defence agency said."
)


@pytest.fixture
def own_site(copy: app.Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server over a store that may be written to."""
    yield from running(copy, tmp_path_factory.mktemp("keys") / "keys.json")


def test_from_what_is_new_to_the_words_of_a_report(browser: Browser, site: Running) -> None:
    with tab(browser, site.url) as page:
        page.goto("/")
        expect(page.get_by_role("heading", level=1)).to_have_text("What is new")
        page.get_by_label("Kind of event").select_option("weapons_test")
        page.get_by_role("button", name="Show").click()
        expect(page).to_have_url(re.compile("frame=weapons_test"))
        kinds = page.locator(".event .kind").all_text_contents()
        assert kinds
        assert set(kinds) == {"Weapons test"}
        launch = event_of(site.knowledge, "weapons_test")
        page.get_by_role("link", name=launch.title, exact=True).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(launch.title)
        fact = page.locator("details.fact").filter(has_text="How far did it fly?")
        expect(fact.locator(".chain").first).to_be_hidden()
        fact.locator("summary").first.click()  # one click: the sentence with its chain of speakers
        chain = fact.locator(".chain").first
        expect(chain).to_be_visible()
        expect(fact.locator("mark").first).to_be_visible()
        chain.get_by_role("link").first.click()
        expect(page).to_have_url(re.compile(r"/reports/report-\w+#at-\d+"))
        expect(page.locator(".claim:target")).to_be_in_viewport()
        page.go_back()
        expect(page.get_by_role("heading", level=1)).to_have_text(launch.title)


def test_candidates_stand_side_by_side(browser: Browser, site: Running) -> None:
    with tab(browser, site.url) as page:
        page.goto(f"/events/{event_of(site.knowledge, 'earthquake').id}")
        disputed = page.locator("details.fact[open]").first
        boxes = [box.bounding_box() for box in disputed.locator(".answer").all()[:2]]
        left, right = boxes
        assert left and right
        assert left["y"] == right["y"]
        assert left["x"] + left["width"] <= right["x"]


def test_with_the_keyboard_alone(browser: Browser, site: Running) -> None:
    with tab(browser, site.url) as page:
        page.goto("/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        page.keyboard.press("j")
        page.keyboard.press("j")
        title = page.locator(":focus").text_content()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text(title or "")
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        expect(page.locator("details.fact").first).to_have_attribute("open", "")
        page.keyboard.press("/")
        expect(page.get_by_label("Search events, reports and claims")).to_be_focused()
        page.keyboard.type("exclusive economic zone")
        page.keyboard.press("Enter")
        expect(page.locator(".snippet mark").first).to_be_visible()


def test_what_comes_in_appears_by_itself(browser: Browser, own_site: Running) -> None:
    with tab(browser, own_site.url) as page:
        page.goto("/")
        expect(page.locator("#live")).to_have_class(re.compile("on"), timeout=30_000)  # a busy machine takes its time
        own_site.knowledge.accept([fetched(PERU)])
        expect(page.locator(".event", has_text="Earthquake (7)").first).to_be_visible(timeout=8000)


def test_a_page_goes_live_however_late_a_script_comes(browser: Browser, own_site: Running) -> None:
    def late(route: Route) -> None:
        time.sleep(1)
        route.continue_()

    with tab(browser, own_site.url) as page:
        page.route("**/htmx-sse*", late)
        page.goto("/")
        expect(page.locator("#live")).to_have_class(re.compile("on"), timeout=30_000)


def fetched(text: str) -> app.Fetched:
    return app.Fetched("pasted:peru", text.encode(), "text", app.Given())


def test_pasting_and_opening(browser: Browser, own_site: Running) -> None:
    with tab(browser, own_site.url) as page:
        page.goto("/paste")
        page.get_by_label(re.compile("Texts of reports")).fill(PERU)
        page.get_by_label(re.compile("Outlet")).fill("Andes Wire")
        page.get_by_role("button", name="Read and show").click()
        expect(page.get_by_role("heading", name="1 new report")).to_be_visible(timeout=30_000)
        page.locator(".event .headline a").filter(has_text="Earthquake").first.click()
        expect(page.locator("#facts")).to_contain_text("14")


def test_an_empty_store_and_its_examples(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("empty")
    with app.opened(str(folder / "store.db")) as knowledge:
        for site in running(knowledge, folder / "keys.json"):
            with tab(browser, site.url) as page:
                page.goto("/")
                page.get_by_role("button", name="Take in the examples").click(timeout=60_000, no_wait_after=True)
                expect(page.get_by_role("heading", level=1)).to_have_text("What is new", timeout=60_000)
                assert page.locator(".event").count() > 10


def test_reading_takes_no_script(browser: Browser, site: Running) -> None:
    with tab(browser, site.url, scripts=False) as page:
        page.goto("/")
        assert page.locator(".event").count() > 10
        expect(page.locator(".map path.land").first).to_be_visible()
        page.goto(f"/events/{event_of(site.knowledge, 'weapons_test').id}")
        fact = page.locator("details.fact").first
        fact.locator("summary").first.click()
        expect(fact.locator(".chain").first).to_be_visible()
        page.get_by_label("Search events, reports and claims").fill("missile")
        page.keyboard.press("Enter")
        expect(page.locator(".snippet mark").first).to_be_visible()


def test_the_map_moves(browser: Browser, site: Running) -> None:
    with tab(browser, site.url) as page:
        page.goto(f"/events/{event_of(site.knowledge, 'weapons_test').id}")
        moves = page.locator("svg[data-map] g.moves")
        page.get_by_role("button", name="Nearer").click()
        expect(moves).to_have_attribute("transform", re.compile("scale"))
        page.get_by_role("button", name="All").click()
        expect(moves).to_have_attribute("transform", re.compile(r"scale\(1\)"))


def test_a_voice_and_back_to_its_words(browser: Browser, site: Running) -> None:
    with tab(browser, site.url) as page:
        page.goto("/voices")
        page.get_by_label("Kind").select_option("official")
        page.get_by_role("button", name="Show").click()
        name = page.locator("tbody a").first
        title = name.text_content() or ""
        name.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        page.locator("tbody a.quote").first.click()
        expect(page.locator(".claim:target")).to_be_in_viewport()


def test_a_sentence_is_checked(browser: Browser, site: Running) -> None:
    with tab(browser, site.url) as page:
        page.goto("/check")
        page.get_by_label(re.compile("sentences")).fill("North Korea fired a missile from Sunan.")
        page.get_by_role("button", name="Check").click()
        expect(page.get_by_role("heading", name=re.compile("North Korea fired"))).to_be_visible(timeout=30_000)
        page.locator(".answer a.quote").first.click()
        expect(page.locator(".claim:target")).to_be_in_viewport()


def test_two_events_are_judged(browser: Browser, own_site: Running) -> None:
    with tab(browser, own_site.url) as page:
        page.goto("/judge")
        assert page.locator(".pair").count()
        page.get_by_role("button", name="Different events").first.click()
        expect(page.get_by_role("status")).to_contain_text("Kept")
        assert [w.by for w in own_site.knowledge.store.judgements()] == ["the pages"]


def every_page(knowledge: app.Knowledge) -> list[str]:
    """An address of each kind of page."""
    report = knowledge.reports("Kanto Shimbun").reports[0].id
    evil = next(r.id for r in knowledge.reports().reports if r.outlet and "Evil" in r.outlet)
    return [
        "/",
        f"/events/{event_of(knowledge, 'weapons_test').id}",
        f"/events/{event_of(knowledge, 'earthquake').id}",
        f"/reports/{report}",
        f"/reports/{evil}",
        "/voices",
        "/voices/show?name=South Korea's Joint Chiefs of Staff",
        "/search?q=missile",
        "/coming",
        "/judge",
        "/paste",
        "/check",
        "/watches",
        "/about/standings",
        "/about/api",
        "/sign-in",
    ]


@pytest.mark.parametrize("width", [360, 820, 2560])
def test_nothing_is_wider_than_the_screen(browser: Browser, site: Running, width: int) -> None:
    with tab(browser, site.url, width=width) as page:
        for path in every_page(site.knowledge):
            page.goto(path)
            assert overflow(page) <= 0, path


def overflow(page: Page) -> int:
    """How much wider than the screen a page is."""
    found = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return int(found)
