"""A real browser for tests: Chromium, as the system or Playwright has installed it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


@contextmanager
def opened(
    file: Path, profile: Path, *, width: int = 1280, scheme: str = "light", site: Path | None = None
) -> Iterator[Page]:
    """A page of a file; what it loads from elsewhere, and errors on its console, fail the test at the end.

    profile  an empty folder
    site     the folder of the files that the page may load; without it, it loads none
    scheme   what the system prefers, "light" or "dark"

    The test is skipped, with the reason, where no browser can be had.
    """
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        pytest.skip("there is no browser: Playwright is not installed (pip install playwright)")
    with sync_playwright() as playwright:
        try:
            context = playwright.chromium.launch_persistent_context(
                profile,
                executable_path=_chromium(),
                headless=True,
                args=_ARGUMENTS,
                viewport={"width": width, "height": 900},
                color_scheme="dark" if scheme == "dark" else "light",
            )
        except Error as error:
            reason = str(error).strip().splitlines()[0]
            pytest.skip(f"there is no browser (apt-get install chromium, or playwright install chromium): {reason}")
        said: list[str] = []
        page = context.new_page()
        page.on("console", lambda message: message.type == "log" or said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message) or dialog.dismiss())
        page.on("request", lambda request: _is_own(request.url, file, site) or said.append(request.url))
        page.goto(file.as_uri())
        yield page
        context.close()
    assert said == []


def _chromium() -> str | None:
    """The program of the system; None for the one that Playwright brings."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)


def _is_own(url: str, file: Path, site: Path | None) -> bool:
    if site is not None and url.startswith(f"{site.as_uri()}/"):
        return True
    return url.partition("#")[0] == file.as_uri() or url.startswith("data:")
