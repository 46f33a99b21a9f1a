"""`docmodels inspect`."""

from __future__ import annotations

import argparse

from .options import add_command, add_docs, add_report, add_samples, configured

TYPE_CHECKING = False  # as in docmodels/__init__.py
if TYPE_CHECKING:
    from pathlib import Path


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = add_command(
        commands,
        "inspect",
        "show what docmodels reads in the docs",
        run,
        status="0 done, 1 the docs have errors, 2 wrong usage or configuration",
        example="docmodels inspect docs_in/Models/Room.md --format json",
    )
    add_docs(parser)
    add_samples(parser)
    add_report(parser)
    parser.add_argument(
        "what",
        nargs="?",
        type=_named,
        metavar="PAGE|MODEL",
        help="a page, named from here or from the docs folder, or a model, as\nRoom, Ro*m or page#Room (default: all pages)",
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text for people or JSON for programs (default: text)",
    )


def run(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from ..config import ConfigError
    from ..pipeline.build import inspect
    from ..reporting.inspection_json import as_json
    from ..reporting.inspection_text import as_text
    from ..reporting.selection import of_page, select
    from .outcome import print_results, report, status

    config = configured(options)
    result, understanding = inspect(config)
    show = as_json if options.format == "json" else as_text
    if options.what is None:
        print_results([show(understanding, None)])
    else:
        page = _page(options.what, config.docs)
        try:
            chosen = of_page(understanding, page) if page is not None else select(understanding, options.what)
        except ValueError as error:
            raise ConfigError(str(error)) from None
        print_results([show(understanding, chosen.page or None, None if chosen.page else chosen.models)])
        found = tuple(each for each in result.diagnostics if each.place.path in chosen.pages)
        result = replace(result, diagnostics=found)
    report(result, config, options)
    return status(result, config)


def _page(name: str, docs: Path) -> str | None:
    """The path, relative to the docs folder and with `/`, of a file that is named from here or from there."""
    from pathlib import Path

    from ..reporting.terminal import absolute

    root = absolute(docs)
    for found in (absolute(Path(name)), absolute(docs / name)):
        if found.is_relative_to(root) and found.is_file():
            return found.relative_to(root).as_posix()
    return None


def _named(text: str) -> str:
    """The type of what is shown; an empty text, as an unset variable leaves, must not become all pages."""
    if not text:
        raise argparse.ArgumentTypeError("expected a page or a model")
    return text
