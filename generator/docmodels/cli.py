"""The `docmodels` command: arguments in, exit status out. What it does is done elsewhere.

Nothing but the standard library is imported before it is needed, so that `--help` and `--version` answer at once.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .build import Result
    from .config import Config

DONE = 0
FAILED = 1  # the docs have errors, or `check` found the output out of date
MISUSED = 2  # wrong usage or configuration; argparse exits with the same
INTERRUPTED = 130  # as shells report SIGINT
PIPE_CLOSED = 141  # as shells report SIGPIPE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    arguments  without the program's name; those of the process by default

    Raises SystemExit, with the exit status, for `--help` and for arguments that do not parse.
    """
    try:
        try:
            return _run(arguments)
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # What is still buffered goes nowhere; Python would complain of it at exit.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.dup2(nowhere, sys.stderr.fileno())
        return PIPE_CLOSED


def _run(arguments: Sequence[str] | None) -> int:
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.version:
        from importlib.metadata import version

        print(f"docmodels {version('docmodels')}")
        return DONE
    if options.command is None:
        parser.print_help(sys.stderr)
        return MISUSED

    from . import terminal
    from .config import ConfigError
    from .python import TemplateFault

    # The same results are the same bytes, whatever the platform prefers.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    run = {"generate": _generate, "check": _check, "inspect": _inspect}
    try:
        return run[options.command](_config(options), options)
    except ConfigError as error:
        failure = error
    except TemplateFault as error:
        failure = ConfigError(str(error))
    except BrokenPipeError:
        raise
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        failure = ConfigError(f"{place}{error.strerror or error}")
    terminal.write([terminal.failure(failure)], sys.stderr)
    return MISUSED


def _generate(config: Config, options: argparse.Namespace) -> int:
    from . import terminal
    from .build import generate

    with terminal.progress(sys.stderr) as progress:
        result = generate(config, progress)
    _report(result, config, options)
    return _status(result, config)


def _check(config: Config, options: argparse.Namespace) -> int:
    from . import terminal
    from .build import check

    with terminal.progress(sys.stderr) as progress:
        result, difference = check(config, progress)
    _print(difference)
    _report(result, config, options, would=True)
    if not result.counts.written and not result.counts.removed:
        return _status(result, config)
    if not options.quiet:
        from .text import visible

        out = visible(terminal.shown(config.out))
        advice = f"{out} is out of date; run `docmodels generate`"
        terminal.write([[(advice, "bold")]], sys.stderr)
    return FAILED


def _inspect(config: Config, options: argparse.Namespace) -> int:
    from .build import inspect

    page = None if options.page is None else _page(options.page, config.docs)
    result, text = inspect(config, page, options.format)
    _print([text])
    _report(result, config, options)
    return _status(result, config)


def _config(options: argparse.Namespace) -> Config:
    """The configuration of the current folder, overruled by the command line."""
    from dataclasses import replace

    from .config import ConfigError, load
    from .dialects import LANGUAGES
    from .terminal import absolute, shown

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
    if absolute(config.docs).is_relative_to(absolute(config.out)):
        remedy = "choose a folder that holds nothing but the models"
        raise ConfigError(f'the output folder "{shown(config.out)}" holds the docs; {remedy}')
    return config


def _page(page: Path, docs: Path) -> str:
    """The path, relative to the docs folder and with `/`, of a page that is named from here or from there."""
    from .config import ConfigError
    from .terminal import absolute, shown

    root = absolute(docs)
    for path in (absolute(page), absolute(docs / page)):
        if path.is_relative_to(root) and path.is_file():
            return path.relative_to(root).as_posix()
    raise ConfigError(f'no page "{page}" in the docs folder "{shown(docs)}"')


def _print(texts: Iterable[str]) -> None:
    """Print results: as they are to a pipe or a file, and with nothing that it would obey to a terminal."""
    from .text import visible

    to_terminal = sys.stdout.isatty()
    for text in texts:
        if to_terminal:
            text = "\n".join(map(visible, text.expandtabs().split("\n")))
        sys.stdout.write(text)
    sys.stdout.flush()


def _report(result: Result, config: Config, options: argparse.Namespace, *, would: bool = False) -> None:
    """Say on standard error what was found and done; what fails the run even with `--quiet`."""
    from . import terminal

    severities = {"error"}
    if config.strict or not options.quiet:
        severities.add("warning")
    if options.verbose:
        severities.add("note")
    found = [each for each in result.diagnostics if each.severity in severities]
    elsewhere = {"foreign-file": config.out, "not-written": config.out}
    if config.file is not None:
        elsewhere["unknown-field"] = config.file.parent
    findings = terminal.findings(found, config.docs, elsewhere)
    terminal.write(findings, sys.stderr)
    if not options.quiet:
        summary = terminal.summary(result.counts, found, would=would)
        terminal.write([[(summary, "bold")]], sys.stderr)


def _status(result: Result, config: Config) -> int:
    failing = {"error", "warning"} if config.strict else {"error"}
    failed = any(each.severity in failing for each in result.diagnostics)
    return FAILED if failed else DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="docmodels",
        description="Generate typed pydantic models from API documentation in Markdown.",
        epilog="`docmodels COMMAND --help` shows the options of a command.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    docs = argparse.ArgumentParser(add_help=False)
    docs.add_argument(
        "--docs",
        type=_path,
        metavar="DIR",
        help="the folder of the pages (default: docs in pyproject.toml, or docs_in)",
    )
    out = argparse.ArgumentParser(add_help=False)
    out.add_argument(
        "--out",
        type=_path,
        metavar="DIR",
        help="the folder of the models (default: out in pyproject.toml, or generated)",
    )
    report = argparse.ArgumentParser(add_help=False)
    report.add_argument(
        "--strict",
        action="store_true",
        help="let warnings fail the run (default: strict in pyproject.toml, or not)",
    )
    amount = report.add_mutually_exclusive_group()
    amount.add_argument("-q", "--quiet", action="store_true", help="say only what fails the run")
    amount.add_argument("-v", "--verbose", action="store_true", help="say notes too")

    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND")
    _add_command(
        commands,
        "generate",
        "write the models of the docs",
        parents=[docs, out, report],
        status="0 done, 1 the docs have errors, 2 wrong usage or configuration",
        example="docmodels generate --docs docs/api --out src/acme/models",
    )
    _add_command(
        commands,
        "check",
        "print what generate would change, as a diff, and change nothing",
        parents=[docs, out, report],
        status="0 up to date, 1 out of date or the docs have errors,\n  2 wrong usage or configuration",
        example="docmodels check --strict",
    )
    inspect = _add_command(
        commands,
        "inspect",
        "print what is read from the docs",
        parents=[docs, report],
        status="0 done, 1 the docs have errors, 2 wrong usage or configuration",
        example="docmodels inspect docs_in/Models/Room.md --format json",
    )
    inspect.set_defaults(out=None)
    inspect.add_argument(
        "page",
        nargs="?",
        type=_path,
        metavar="PAGE",
        help="a page, named from here or from the docs folder (default: all pages)",
    )
    inspect.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="for reading or for programs (default: text)",
    )
    return parser


def _add_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    purpose: str,
    *,
    parents: Sequence[argparse.ArgumentParser],
    status: str,
    example: str,
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=purpose,
        description=f"{purpose.capitalize()}.",
        epilog=f"exit status:\n  {status}\n\nexample:\n  {example}",
        parents=parents,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _path(text: str) -> Path:
    """The type of options; an empty one, as an unset variable leaves, must not become the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("expected a path")
    return Path(text)
