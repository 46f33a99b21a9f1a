"""The documentation site: `make docs` builds it, and it needs nothing from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser import eventually, opened
from tests.documentation import ROOT, document
from tests.picture import PICTURE, review

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    *(path.relative_to(ROOT).as_posix() for path in sorted(ROOT.glob("docs/**/*.md"))),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make docs` does it."""
    if find_spec("sphinx") is None:
        pytest.skip("Sphinx is not installed; `make setup` installs it")
    folder = tmp_path_factory.mktemp("site")
    command = (sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--nitpicky", "--quiet")
    done = subprocess.run(
        [*command, "-d", folder / "doctrees", ROOT / "docs", folder / "site"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.mark.tools
def test_has_all_pages(site: Path) -> None:
    built = {path.relative_to(site).with_suffix("") for path in site.rglob("*.html")}
    assert {path.relative_to(ROOT / "docs").with_suffix("") for path in ROOT.glob("docs/**/*.md")} <= built


@pytest.mark.tools
def test_loads_nothing_from_elsewhere(site: Path) -> None:
    """Links lead out of it; scripts, styles, fonts and pictures do not."""
    loaded = re.compile(r"""<(?:script|img|iframe|source)\b[^>]*\bsrc=["']([^"']*)|<link\b[^>]*\bhref=["']([^"']*)""")
    pages = list(site.rglob("*.html"))
    assert pages
    for page in pages:
        for match in loaded.finditer(page.read_text(encoding="utf-8")):
            assert not re.match(r"(?:https?:)?//", match[1] or match[2]), page.name
    for style in (*site.rglob("*.css"), *site.rglob("*.svg")):
        assert not re.search(r"""url\(["']?(?:https?:)?//|@import""", style.read_text(encoding="utf-8")), style.name


@pytest.mark.tools
def test_finds_pages_from_a_folder(browser: Browser, site: Path) -> None:
    """Search, then a click on what it finds."""
    with opened(browser, site / "index.html", site=site) as page:
        page.fill(".sidebar-search", "nullable")
        page.keyboard.press("Enter")
        page.click("#search-results a >> nth=0")
        page.wait_for_url(lambda url: "search.html" not in url)
        eventually(lambda: "nullable" in page.inner_text("article"), True)


@pytest.mark.tools
def test_leads_from_page_to_page(browser: Browser, site: Path) -> None:
    with opened(browser, site / "index.html", site=site) as page:
        page.click(".sidebar-tree >> text=Configuration")
        eventually(lambda: page.inner_text("h1").startswith("Configuration"), True)
        page.click(".next-page")
        eventually(lambda: page.inner_text("h1").startswith("The output"), True)


@pytest.mark.tools
@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_is_dark_as_the_system_is(browser: Browser, site: Path, scheme: Literal["light", "dark"], dark: bool) -> None:
    with opened(browser, site / "how.html", scheme=scheme, site=site) as page:
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, re.findall(r"\d+", colour)[:3])) < 384) is dark


@pytest.mark.tools
def test_fits_a_narrow_screen(browser: Browser, site: Path) -> None:
    """Tables, code and pictures scroll by themselves; no page does."""
    with opened(browser, site / "index.html", width=360, site=site) as page:
        for path in sorted(site.rglob("*.html")):
            page.goto(path.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path.name
        page.goto((site / "index.html").as_uri())
        drawer = page.locator(".sidebar-tree >> text=Commands").bounding_box()
        assert drawer is not None
        assert drawer["x"] < 0
        page.click("label.nav-overlay-icon >> visible=true")
        page.click(".sidebar-tree >> text=Commands")
        eventually(lambda: page.inner_text("h1").startswith("Commands"), True)


@pytest.mark.tools
def test_pictures_are_readable_on_a_narrow_screen(browser: Browser, site: Path) -> None:
    with opened(browser, site / "how.html", width=360, site=site) as page:
        picture = page.locator("article img").bounding_box()
        assert picture is not None
        assert picture["width"] >= 600


@pytest.mark.parametrize("path", PAGES)
def test_links_lead_somewhere(path: str) -> None:
    """On the site, and where the pages are read in the repository."""
    text = re.sub(r"(?ms)^(`{3,}).*?^\1$|(`+)(?!`)[^\n]*?(?<!`)\2(?!`)", "", (ROOT / path).read_text(encoding="utf-8"))
    for target in re.findall(r"\]\((?!https://)([^)]*)\)", text):
        file, _, anchor = target.partition("#")
        linked = (ROOT / path).parent / file if file else ROOT / path
        assert linked.is_file(), target
        if anchor:
            page = document(linked.resolve().relative_to(ROOT).as_posix())
            assert anchor in {slug(section.heading.text) for section in page.sections}, target


def slug(heading: str) -> str:
    """The anchor that GitHub gives to a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_the_picture_of_the_review_is_up_to_date(tmp_path: Path) -> None:
    """`make golden` draws it; how rich draws it may change, what it shows may not."""
    text = re.sub(r"<[^>]*>", "", PICTURE.read_text(encoding="utf-8"))
    words = unescape(text).split()
    assert [word for word in review(tmp_path, colour=False).split() if word not in words] == []
