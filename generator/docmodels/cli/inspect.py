"""`docmodels inspect`."""

from __future__ import annotations

import argparse

from .options import add_command, add_docs, add_report, configured, path

TYPE_CHECKING = False  # as in docmodels/__init__.py
if TYPE_CHECKING:
    from pathlib import Path


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = add_command(
        commands,
        "inspect",
        "print what is read from the docs",
        run,
        status="0 done, 1 the docs have errors, 2 wrong usage or configuration",
        example="docmodels inspect docs_in/Models/Room.md --format json",
    )
    add_docs(parser)
    add_report(parser)
    parser.add_argument(
        "page",
        nargs="?",
        type=path,
        metavar="PAGE",
        help="a page, named from here or from the docs folder (default: all pages)",
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="for reading or for programs (default: text)",
    )


def run(options: argparse.Namespace) -> int:
    from ..build import inspect
    from ..reporting.inspection_json import as_json
    from ..reporting.inspection_text import as_text
    from .outcome import print_results, report, status

    config = configured(options)
    page = None if options.page is None else _page(options.page, config.docs)
    result, understanding = inspect(config, page)
    show = as_json if options.format == "json" else as_text
    print_results([show(understanding, page)])
    report(result, config, options)
    return status(result, config)


def _page(page: Path, docs: Path) -> str:
    """The path, relative to the docs folder and with `/`, of a page that is named from here or from there."""
    from ..config.settings import ConfigError
    from ..reporting.terminal import absolute, shown

    root = absolute(docs)
    for found in (absolute(page), absolute(docs / page)):
        if found.is_relative_to(root) and found.is_file():
            return found.relative_to(root).as_posix()
    raise ConfigError(f'no page "{page}" in the docs folder "{shown(docs)}"')
