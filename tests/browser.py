"""A real browser for tests: Chromium, as the system or Playwright has installed it."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser with a profile of its own, which is empty.

    The test is skipped, with the reason, where no browser can be had.
    """
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        pytest.skip("there is no browser: Playwright is not installed (pip install playwright)")
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=_chromium(), args=_ARGUMENTS)
        except Error as error:
            reason = str(error).strip().splitlines()[0]
            pytest.skip(f"there is no browser (apt-get install chromium, or playwright install chromium): {reason}")
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Browser,
    file: Path,
    *,
    width: int = 1280,
    scheme: Literal["light", "dark"] = "light",
    site: Path | None = None,
) -> Iterator[Page]:
    """A page of a file; what it loads from elsewhere, and errors on its console, fail the test at the end.

    scheme  what the system prefers
    site    the folder of the files that the page may load; without it, it loads none
    """
    messages: list[str] = []
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.on("console", lambda message: message.type == "log" or messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.on("dialog", lambda dialog: messages.append(dialog.message) or dialog.dismiss())
    page.on("request", lambda request: _is_own(request.url, file, site) or messages.append(request.url))
    page.goto(file.as_uri())
    yield page
    context.close()
    assert messages == []


def eventually(read: Callable[[], object], expected: object) -> None:
    """Wait until `read` gives what is expected; fail after some minutes, with what it gave last.

    A page shows what was clicked a moment later. `Page.wait_for_function` is of no use here: it evaluates its
    argument in the page, and the pages of docmodels forbid that.
    """
    end = time.monotonic() + 300
    while read() != expected and time.monotonic() < end:
        time.sleep(0.02)
    assert read() == expected


def _chromium() -> str | None:
    """The program of the system; None for the one that Playwright brings."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)


def _is_own(url: str, file: Path, site: Path | None) -> bool:
    if site is not None and url.startswith(f"{site.as_uri()}/"):
        return True
    return url.partition("#")[0] == file.as_uri() or url.startswith("data:")
