"""What several commands take, and what they make of it."""

from __future__ import annotations

import argparse
from collections.abc import Callable

TYPE_CHECKING = False  # as in docmodels/__init__.py
if TYPE_CHECKING:
    from pathlib import Path

    from ..config.settings import Config


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
        description=f"{purpose[0].upper()}{purpose[1:]}.",
        epilog=f"exit status:\n  {status}\n\nexample:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run, docs=None, out=None, flavour=None, samples=None, strict=False, findings="text")
    return parser


LIKELY = "docs_in, docs, doc, documentation, api"
"""Where docs are looked for, as help says it: `config.LIKELY`, which takes long to import."""


def add_docs(
    parser: argparse.ArgumentParser, default: str = f"docs in pyproject.toml, or the first of {LIKELY} that is there"
) -> None:
    parser.add_argument("--docs", type=path, metavar="DIR", help=f"the folder of the pages (default: {default})")


def add_out(parser: argparse.ArgumentParser, default: str = "out in pyproject.toml, or generated") -> None:
    parser.add_argument("--out", type=path, metavar="DIR", help=f"the folder of the models (default: {default})")


def add_samples(parser: argparse.ArgumentParser, default: str = "learned, or else samples, in pyproject.toml") -> None:
    parser.add_argument(
        "--samples", type=path, metavar="DIR", help=f"a folder of recorded JSON to learn from (default: {default})"
    )


def add_flavour(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--flavour",
        metavar="NAME",
        help="the library of the models: pydantic, typeddict, msgspec or dataclass (default: flavour in\n"
        "pyproject.toml, or pydantic)",
    )


def add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--strict",
        action="store_true",
        help="let warnings fail the run (default: strict in pyproject.toml, or not)",
    )
    amount = parser.add_mutually_exclusive_group()
    amount.add_argument("-q", "--quiet", action="store_true", help="show only findings that fail the run")
    amount.add_argument("-v", "--verbose", action="store_true", help="show notes too")


def add_findings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        dest="findings",
        choices=("text", "github", "sarif"),
        default="text",
        help="findings as text on standard error, or on standard output as annotations for GitHub Actions or as a "
        "SARIF log (default: text)",
    )


def configured(options: argparse.Namespace) -> Config:
    """The configuration of the current folder, overruled by the command line, once it is found usable.

    Raises ConfigError.
    """
    from dataclasses import replace

    config = settings(options)
    if options.samples is not None:
        config = replace(config, learned=None)
    _expect_recordings(config)
    return usable(config)


def settings(options: argparse.Namespace) -> Config:
    """The configuration of the current folder, overruled by the command line; nobody has looked at its folders yet.

    Raises ConfigError.
    """
    from dataclasses import replace
    from pathlib import Path

    from ..config import ConfigError, check_names, load, quoted, suggestion
    from ..pipeline.settings import known_names
    from ..targets.python import FLAVOURS

    config = load(Path())
    check_names(config, known_names())
    if options.flavour is not None and options.flavour not in FLAVOURS:
        message = f'--flavour: expected {quoted(FLAVOURS)}, got "{options.flavour}"'
        raise ConfigError(message + suggestion(options.flavour, tuple(FLAVOURS)))
    return replace(
        config,
        docs=options.docs or config.docs,
        out=options.out or config.out,
        flavour=options.flavour or config.flavour,
        samples=options.samples or config.samples,
        strict=options.strict or config.strict,
    )


def existing(docs: Path) -> Path:
    """The docs folder; raises ConfigError if it is missing."""
    from ..config import ConfigError
    from ..reporting.terminal import shown

    if not docs.is_dir():
        remedy = "name the folder with --docs, or begin with `docmodels init`"
        raise ConfigError(f'no docs folder "{shown(docs)}"; {remedy}')
    return docs


def usable(config: Config) -> Config:
    """The same configuration, if there are docs and the output folder is another one.

    Raises ConfigError.
    """
    from pathlib import Path

    from ..config import ConfigError
    from ..reporting.terminal import absolute, shown

    existing(config.docs)
    if config.templates is not None and not config.templates.is_dir():
        raise config.error(f'templates: no folder "{shown(config.templates)}"', "templates")
    remedy = "choose a folder for the models only"
    if any(place(config.docs).is_relative_to(place(config.out)) for place in (absolute, Path.resolve)):
        raise ConfigError(f'the output folder "{shown(config.out)}" holds the docs; {remedy}')
    if Path.cwd().is_relative_to(config.out.resolve()):
        raise ConfigError(f'the output folder "{shown(config.out)}" is the current folder, or holds it; {remedy}')
    return config


def _expect_recordings(config: Config) -> None:
    """Raise ConfigError where what is named for recordings, or for what they teach, is not there."""
    from ..config import ConfigError
    from ..reporting.terminal import shown

    if config.learned is not None and config.learned.is_file():
        return
    if config.samples is not None and not config.samples.is_dir():
        raise ConfigError(f'no folder of recordings "{shown(config.samples)}"')
    if config.learned is not None and config.samples is None:
        raise ConfigError(f'no file "{shown(config.learned)}"; run `docmodels learn`')


def path(text: str) -> Path:
    """The type of options; an empty one, as an unset variable leaves, must not become the current folder."""
    from pathlib import Path

    if not text:
        raise argparse.ArgumentTypeError("expected a path")
    return Path(text)
