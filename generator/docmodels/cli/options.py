"""What several commands take, and what they make of it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..config import Config


def add_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    purpose: str,
    run: Callable[[argparse.Namespace], int],
    *,
    status: str,
    example: str,
) -> argparse.ArgumentParser:
    """The parser of a command, which sets `run` of what it parses."""
    parser = commands.add_parser(
        name,
        help=purpose,
        description=f"{purpose.capitalize()}.",
        epilog=f"exit status:\n  {status}\n\nexample:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run, docs=None, out=None, strict=False)
    return parser


def add_docs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--docs",
        type=path,
        metavar="DIR",
        help="the folder of the pages (default: docs in pyproject.toml, or docs_in)",
    )


def add_out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out",
        type=path,
        metavar="DIR",
        help="the folder of the models (default: out in pyproject.toml, or generated)",
    )


def add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--strict",
        action="store_true",
        help="let warnings fail the run (default: strict in pyproject.toml, or not)",
    )
    amount = parser.add_mutually_exclusive_group()
    amount.add_argument("-q", "--quiet", action="store_true", help="say only what fails the run")
    amount.add_argument("-v", "--verbose", action="store_true", help="say notes too")


def configured(options: argparse.Namespace) -> Config:
    """The configuration of the current folder, overruled by the command line.

    Raises ConfigError.
    """
    from dataclasses import replace

    from ..config import ConfigError, load
    from ..dialects import LANGUAGES
    from ..terminal import absolute, shown

    config = load(Path(), LANGUAGES)
    config = replace(
        config,
        docs=options.docs or config.docs,
        out=options.out or config.out,
        strict=options.strict or config.strict,
    )
    if not config.docs.is_dir():
        remedy = "name the folder with --docs, or with docs in [tool.docmodels]"
        raise ConfigError(f'no docs folder "{shown(config.docs)}"; {remedy}')
    if any(place(config.docs).is_relative_to(place(config.out)) for place in (absolute, Path.resolve)):
        remedy = "choose a folder that holds nothing but the models"
        raise ConfigError(f'the output folder "{shown(config.out)}" holds the docs; {remedy}')
    return config


def path(text: str) -> Path:
    """The type of options; an empty one, as an unset variable leaves, must not become the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("expected a path")
    return Path(text)
