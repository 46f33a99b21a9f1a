"""The report and the review in a browser: what a reader clicks, types and sees. Skipped where there is no browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docmodels.reporting.html_page import html_page

from tests.browser import eventually, opened
from tests.test_report import GUIDE, MARKUP, MUST, OWNER, PAGES, ROOM, docs, report
from tests.trees import corpus, docmodels

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.tools


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a few pages, with markup wherever a page can hold text."""
    folder = tmp_path_factory.mktemp("report")
    hostile = f"# Odd {MARKUP}\n" + OWNER.partition("\n")[2].replace("`NickName`", f"`{MARKUP}`")
    docs(folder / "docs", {**PAGES, "Odd.md": hostile, f"{'é' * 5}&<b>.md": GUIDE})
    report(folder)
    return folder / "report.html"


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    with opened(browser, file) as page:
        yield page


def listed(page: Page) -> list[str]:
    """The names in the list. What is not on the screen yet has text and no inner text: CSS `content-visibility`."""
    names: list[str] = page.locator("#list li:visible a").evaluate_all(
        "links => links.map((link) => link.firstChild.textContent)"
    )
    return names


def show(page: Page, key: str, title: str) -> None:
    """Lead a page to a model, and wait until it is there."""
    page.evaluate("key => { location.hash = '#' + encodeURIComponent(key); }", key)
    eventually(lambda: page.text_content("h1"), title)


class TestReport:
    def test_search_and_filters_choose_the_models(self, page: Page) -> None:
        eventually(lambda: len(listed(page)), 3)
        page.fill("#search", "nickname")
        eventually(lambda: listed(page), ["Owner"])
        eventually(lambda: page.inner_text("#count"), "1 of 3 models")
        page.fill("#search", "nothing has this name")
        eventually(lambda: page.is_visible("#nothing"), True)
        page.press("#search", "Escape")
        page.select_option("#filter", "any")
        eventually(lambda: listed(page), ["Room"])

    def test_a_click_shows_a_model_and_its_types_are_links(self, page: Page) -> None:
        page.click("#list >> text=Room")
        eventually(lambda: page.inner_text("h1"), "Room")
        assert "the example of Room.Owner" not in page.inner_text("main")
        page.click("table a:text-is('Owner')")
        eventually(lambda: page.inner_text("h1"), "Owner")
        assert 'the example of Room.Owner has the key "ownerId"' in page.inner_text("main")
        page.go_back()
        eventually(lambda: page.inner_text("h1"), "Room")
        eventually(page.title, "Room: docs")

    def test_the_graph_leads_to_the_neighbours(self, page: Page) -> None:
        page.click("#list >> text=Owner")
        eventually(lambda: page.inner_text("#graph p"), "1 model refers to it, and it refers to 0 models.")
        page.click("svg a")
        eventually(lambda: page.inner_text("h1"), "Room")
        eventually(lambda: page.inner_text("#graph p"), "0 models refer to it, and it refers to 1 model and to itself.")

    def test_the_keyboard_does_it_all(self, page: Page) -> None:
        page.keyboard.press("/")
        page.keyboard.type("o")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        first = listed(page)[0]
        eventually(lambda: page.evaluate("document.activeElement.tagName"), "H1")
        eventually(lambda: page.inner_text("h1"), first)
        reached = set()
        for _ in range(40):
            page.keyboard.press("Tab")
            reached.add(
                page.evaluate("document.activeElement.closest('svg') ? 'graph' : document.activeElement.tagName")
            )
        assert {"A", "INPUT", "SELECT"} <= reached

    def test_the_graph_is_reached_by_the_keyboard(self, page: Page) -> None:
        page.click("#list >> text=Owner")
        page.focus("svg a")
        page.keyboard.press("Enter")
        eventually(lambda: page.inner_text("h1"), "Room")

    def test_the_overview_counts_and_leads_on(self, page: Page) -> None:
        figures = page.locator("section:has(> h2:text-is('Pages')) tr").all_inner_texts()
        assert [figure.split("\t")[:2] for figure in figures[1:4]] == [
            ["read", "5"],
            ["with models", "3"],
            ["skipped", "2"],
        ]
        page.click("tr >> text=typed Any >> xpath=ancestor::tr >> css=button")
        eventually(lambda: listed(page), ["Room"])

    def test_what_the_docs_hold_is_text(self, page: Page) -> None:
        for key, title in page.evaluate("data.models.map((model) => [model.key, model.title])"):
            show(page, key, title)
            assert page.locator("img, iframe, object, main script").count() == 0
        page.goto(page.url.partition("#")[0] + "#" + "%E0%A4%A")
        eventually(lambda: page.inner_text("h1"), "Models of docs")
        assert page.evaluate("document.scripts.length") == 2

    def test_the_theme_follows_the_system_and_the_switch(self, browser: Browser, file: Path) -> None:
        ground = "getComputedStyle(document.body).backgroundColor"
        with opened(browser, file, scheme="dark") as page:
            dark = page.evaluate(ground)
            assert dark != "rgb(255, 255, 255)"
            page.select_option("#theme", "light")
            eventually(lambda: page.evaluate(ground), "rgb(255, 255, 255)")
            page.reload()
            eventually(lambda: page.evaluate(ground), "rgb(255, 255, 255)")
            page.select_option("#theme", "dark")
            eventually(lambda: page.evaluate(ground), dark)

    @pytest.mark.parametrize("width", [360, 800, 1600])
    def test_nothing_is_wider_than_the_screen(self, browser: Browser, file: Path, width: int) -> None:
        with opened(browser, file, width=width) as page:
            models = page.evaluate("data.models.map((model) => [model.key, model.title])")
            for key, title in (*models, ("", "Models of docs")):
                show(page, key, title)
                assert page.evaluate("document.documentElement.scrollWidth") <= width

    @pytest.mark.parametrize("width", [360, 768, 1280])
    def test_the_graph_shows_all_of_itself(self, browser: Browser, file: Path, width: int) -> None:
        with opened(browser, file, width=width) as page:
            if width < 800:
                page.click("#toggle")
            page.click("#list >> text=Room")
            drawing = (
                "(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.querySelector('.drawing'))"
            )
            page.wait_for_selector(".drawing")
            eventually(lambda: page.evaluate(drawing), True)
            page.set_viewport_size({"width": 360, "height": 900})
            eventually(lambda: page.evaluate(drawing), True)  # the graph is drawn again

    def test_an_address_shows_its_model_on_a_narrow_screen(self, browser: Browser, file: Path) -> None:
        with opened(browser, file, width=360) as page:
            eventually(lambda: listed(page), [])
            page.click("#toggle")
            page.click("#list >> text=Room")
            eventually(lambda: listed(page), [])
            page.evaluate("history.scrollRestoration = 'manual'")
            page.reload()
            eventually(lambda: page.evaluate("document.querySelector('h1').getBoundingClientRect().top < 100"), True)

    def test_the_list_shows_where_the_model_is(self, browser: Browser, tmp_path: Path) -> None:
        """Also in a long list, whose entries have the heights of their names."""
        names = [f"Room{number:03}{'Long' * (number * 7 % 23)}" for number in range(200)]
        docs(tmp_path / "docs", {f"{name}.md": ROOM.replace("# Room", f"# {name}", 1) for name in names})
        report(tmp_path)
        in_list = (
            "((entry, list) => list.top <= entry.top && entry.top < list.bottom)"
            "(document.querySelector('[aria-current]').getBoundingClientRect(), document.getElementById('list').getBoundingClientRect())"
        )
        with opened(browser, tmp_path / "report.html") as page:
            for name in names[7::53]:
                page.evaluate("name => { location.hash = models.find((model) => model.title === name).key; }", name)
                eventually(lambda: page.inner_text("h1"), name)
                # The heights of entries become known when they are shown, and the list scrolls once more.
                eventually(lambda: page.evaluate(in_list), True)

    def test_a_search_says_which_field_it_found(self, page: Page) -> None:
        page.fill("#search", "nickname")
        page.wait_for_selector("#list li small >> text=has NickName")

    def test_what_is_in_doubt_leads_to_its_field(self, page: Page) -> None:
        assert page.locator("main h2").first.inner_text() == "In doubt"
        page.click("summary >> text=Fields typed Any")
        page.click("details[open] >> text=Room.Notes")
        eventually(lambda: page.inner_text("h1"), "Room")

    def test_marks_and_the_class_are_shown(self, page: Page) -> None:
        page.click("#list >> text=Room")
        assert page.inner_text("td code >> text=<script>") == MARKUP
        assert page.inner_text("pre.source").startswith("class Room(")

    def test_places_lead_to_the_docs(self, browser: Browser, tmp_path: Path) -> None:
        docs(tmp_path / "docs", {"rooms/My Room.md": ROOM, "rooms/Owner.md": OWNER})
        settings = "[tool.docmodels]\ndocs_url = 'https://example.com/{page}.html#L{line}'\n"
        (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
        report(tmp_path)
        with opened(browser, tmp_path / "report.html") as page:
            page.click("#list >> text=Room")
            addresses = "[...document.querySelectorAll('main a.place')].slice(0, 2).map((link) => link.href)"
            page_of_room = "https://example.com/rooms/My%20Room.html"
            eventually(lambda: page.evaluate(addresses), [f"{page_of_room}#L1", f"{page_of_room}#L7"])

    def test_the_list_holds_few_of_eleven_thousand_models(self, browser: Browser, tmp_path: Path) -> None:
        """The list is built anew with each letter of a search: what it holds decides how long that takes."""
        fields = [{"name": f"f{at}", "type": ["string"], "presence": "required"} for at in range(10)]
        models = [
            {
                "key": f"a.md#{at}",
                "title": f"Model{at}",
                "kind": "object",
                "shape": "an object",
                "fields": fields,
                "place": "a.md:1",
            }
            for at in range(11_000)
        ]
        data = {"docs": "docs", "coverage": [], "skipped": [], "models": models, "findings": [], "census": []}
        (tmp_path / "report.html").write_text(html_page("docs", "report.js", data), encoding="utf-8")
        with opened(browser, tmp_path / "report.html") as page:
            page.fill("#search", "model10999")
            eventually(lambda: listed(page), ["Model10999"])
            page.fill("#search", "")
            eventually(lambda: page.locator("#list li").count(), 200)
            page.click("text=Show 200 more")
            eventually(lambda: page.locator("#list li").count(), 400)

    @pytest.mark.parametrize("name", ["clerk-csharp", "mistral-python"])
    def test_opens_with_a_thousand_models(self, browser: Browser, name: str, tmp_path: Path) -> None:
        done = docmodels("report", "--docs", corpus(name), "--out", "report.html", "--quiet", cwd=tmp_path)
        assert done.status == 0, done.err
        with opened(browser, tmp_path / "report.html") as page:
            page.fill("#search", "user")
            page.click("#list li:visible a")
            page.wait_for_selector("svg")


class TestReview:
    @pytest.fixture
    def page(self, browser: Browser, tmp_path: Path) -> Iterator[Page]:
        docs(tmp_path / "v1")
        new = {
            "Owner.md": OWNER + f"| `Flag{MARKUP}` | *bool* | :heavy_minus_sign: | N/A | |\n",
            "Room.md": ROOM.replace(f"*string* | {MUST}", "*string* | :heavy_minus_sign:"),
        }
        docs(tmp_path / "v2", {**PAGES, **new})
        done = docmodels("diff", "v1", "v2", "--format", "html", cwd=tmp_path)
        (tmp_path / "review.html").write_text(done.out, encoding="utf-8")
        with opened(browser, tmp_path / "review.html") as page:
            yield page

    def test_filters_by_whom_a_change_breaks(self, page: Page) -> None:
        sentence = page.locator(".change:visible .said")
        assert sentence.first.inner_text() == "roomId is optional now"
        eventually(sentence.count, 2)
        page.uncheck("#receivers")
        eventually(lambda: [text.partition(" is ")[2][:13] for text in sentence.all_inner_texts()], ["new, optional"])
        eventually(lambda: page.inner_text("#count"), "1 shown")
        eventually(lambda: page.is_visible("text=Models with breaking changes"), False)
        page.check("#receivers")
        page.fill("#search", "room.md")
        eventually(sentence.all_inner_texts, ["roomId is optional now"])
        page.fill("#search", "")
        page.select_option("#kind", "field-added")
        eventually(sentence.count, 1)

    def test_before_and_after_stand_side_by_side(self, page: Page) -> None:
        was, now = (page.locator(f".change >> nth=0 >> css=.{name}").bounding_box() for name in ("was", "now"))
        assert was is not None
        assert now is not None
        assert was["y"] == now["y"]
        assert was["x"] + was["width"] <= now["x"]

    def test_what_the_docs_hold_is_text(self, page: Page) -> None:
        assert page.locator("img").count() == 0
        assert MARKUP in page.inner_text("main")
