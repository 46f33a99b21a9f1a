"""Settings for the whole suite."""

from __future__ import annotations

import gc
import os
import signal
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docmodels.cli import main
from hypothesis import HealthCheck, Phase, settings

from tests import packages
from tests.caches import SHARED, cache_in
from tests.rights import bound_by_permissions
from tests.trees import ROOT, Done, Run

if TYPE_CHECKING:
    from playwright.sync_api import Browser

os.environ["XDG_CACHE_HOME"] = SHARED

# What whoever runs the tests has set for a terminal is not what they expect; tests of it set their own.
for _name in ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR"):
    os.environ.pop(_name, None)

# Made by the first property of a run, it would change the time of a folder that Python imports from, which tests of the
# cache look at.
(ROOT / ".hypothesis").mkdir(exist_ok=True)

# Shells let commands that they start in the background ignore Control-C, and so would all that the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# The same code gets the same verdict twice; only `make soak` looks for new examples. No machine is too slow.
profile = partial(settings.register_profile, deadline=None, suppress_health_check=[HealthCheck.too_slow])
profile("local", max_examples=25, derandomize=True)
profile("ci", max_examples=40, derandomize=True)
profile("soak", max_examples=int(os.environ.get("EXAMPLES", 20_000)), print_blob=True)
# That a test fails is enough for `tests.mutations`.
profile("mutation", max_examples=300, derandomize=True, phases=[Phase.explicit, Phase.generate])
settings.load_profile(os.environ.get("PROFILE") or ("ci" if os.environ.get("CI") else "local"))


def pytest_collection_finish() -> None:
    """Look for cycles of garbage seldom, and never among the tests themselves: it takes a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 1_000)


@pytest.fixture(scope="module", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the tests of a file a cache folder of their own; see `tests.caches`."""
    with cache_in(tmp_path_factory.mktemp("cache")):
        yield


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder for somebody whom permissions bind."""
    with tempfile.TemporaryDirectory() as name, bound_by_permissions():
        yield Path(name)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser. It is gone with the module: while Playwright runs, no test can have an event loop of its own."""
    from tests.browser import launched

    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> packages.Make:
    """Generate the package of a tree and a flavour when a test asks for it, once for all processes of pytest-xdist."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "packages"
    folder.mkdir(exist_ok=True)
    return partial(packages.made, folder)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `docmodels` with arguments in the current folder."""

    def run(*arguments: str) -> Done:
        capsys.readouterr()
        try:
            status = main(arguments)
        except SystemExit as stop:  # how argparse ends
            status = int(stop.code or 0)
        return Done(status, *capsys.readouterr())

    return run
