"""The commands that the documentation shows: each can be run, and a test runs each option."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from docmodels.cli.parsing import complete, parsers

from tests.documentation import ROOT

_COMMAND = re.compile(r"(?:^\$ |`)docmodels ([a-z]+)([^`\n]*)", re.MULTILINE)


def options() -> Mapping[str, frozenset[str]]:
    """The options of each command."""
    _, commands = parsers()
    for parser in commands.values():
        complete(parser)
    return {
        name: frozenset(option for action in parser._actions for option in action.option_strings)
        for name, parser in commands.items()
    }


OPTIONS = options()


PAGES = ["README.md", *(path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").rglob("*.md")))]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_commands_and_options_that_there_are(page: str) -> None:
    for match in _COMMAND.finditer((ROOT / page).read_text("utf-8")):
        command, rest = match.groups()
        assert command in OPTIONS, match[0]
        wanted = {word.partition("=")[0].rstrip(",.;:)]") for word in rest.split() if word.startswith("--")}
        assert wanted <= OPTIONS[command], match[0]


@pytest.mark.parametrize(
    "option", sorted({option for known in OPTIONS.values() for option in known if option[1] == "-"})
)
def test_a_test_runs_each_option(option: str) -> None:
    """Commands share options, and the code behind them: a test of one command is enough."""
    tests = [
        path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py") if path.name != "test_shown_commands.py"
    ]
    assert any(re.search(rf"(?<![\w-]){option}(?![\w-])", text) for text in tests)
