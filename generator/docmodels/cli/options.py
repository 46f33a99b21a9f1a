"""Arguments of several commands, and the configuration that they overrule."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from .. import __version__
from ..config import LIKELY, Config, ConfigError, load, package_names, quoted, suggestion
from ..frozen import replace
from ..pipeline.known import NAMES
from ..reporting import terminal
from .status import DONE

_WITHOUT_CONFIGURATION = ("init", "explain", "completion")
_WITHOUT_DOCS = ("diff", "log")  # the docs folder may be in old revisions only
_OF_ONE_PACKAGE = {
    **{name: f"--{name}" for name in ("docs", "out", "samples", "watch", "accept")},
    **dict.fromkeys(("path", "page"), "--out"),  # of export, and of report
}
"""The options of one package, by the names of their values."""
_OF_ONE_DOCUMENT = frozenset({"json", "sarif", "html"})
"""The forms that fill standard output with one document."""


def describe(
    parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int], *, status: str, example: str
) -> None:
    """Complete the help of a command's parser, and set the function that runs the command."""
    parser.epilog = f"exit status:\n  {status}\n\nexample:\n  {example}"
    parser.set_defaults(
        run=run,
        config=None,
        package=None,
        docs=None,
        out=None,
        flavour=None,
        samples=None,
        strict=False,
        findings="text",
    )


def add_docs(parser: argparse.ArgumentParser, default: str = "") -> None:
    """The argument for the docs folder; also those for the configuration, unless `default` says what replaces it."""
    if not default:
        parser.add_argument(
            "--config",
            type=path,
            metavar="FILE",
            help="the file with [tool.docmodels] (default: the nearest docmodels.toml or pyproject.toml\nthat has it)",
        )
        parser.add_argument(
            "--package", metavar="NAME", help="one of the packages in [tool.docmodels.packages] (default: all)"
        )
    default = default or f"docs in the configuration, or the first of {', '.join(LIKELY)} that is there"
    parser.add_argument("--docs", type=path, metavar="DIR", help=f"the folder of the pages (default: {default})")


def add_out(parser: argparse.ArgumentParser, default: str = "out in the configuration, or generated") -> None:
    parser.add_argument("--out", type=path, metavar="DIR", help=f"the folder of the models (default: {default})")


def add_samples(
    parser: argparse.ArgumentParser, default: str = "learned, or else samples, in the configuration"
) -> None:
    parser.add_argument(
        "--samples", type=path, metavar="DIR", help=f"a folder of recorded JSON to learn from (default: {default})"
    )


def add_flavour(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--flavour",
        "--flavor",
        metavar="NAME",
        help="the library of the models: pydantic, typeddict, msgspec or dataclass (default: flavour in\n"
        "the configuration, or pydantic)",
    )


def add_models(parser: argparse.ArgumentParser) -> None:
    """The arguments of commands that render models."""
    add_docs(parser)
    add_out(parser)
    add_flavour(parser)
    add_samples(parser)
    add_report(parser)
    parser.add_argument(
        "--format",
        dest="findings",
        choices=("text", "json", "github", "sarif"),
        default="text",
        help="findings as text on standard error, or on standard output as JSON, as annotations for GitHub Actions or as "
        "a SARIF log (default: text)",
    )


def add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--strict", action="store_true", help="exit with 1 on warnings too (default: strict in the configuration)"
    )
    amount = parser.add_mutually_exclusive_group()
    amount.add_argument("-q", "--quiet", action="store_true", help="show only findings that fail the run")
    amount.add_argument("-v", "--verbose", action="store_true", help="show notes too")


def run_for_packages(options: argparse.Namespace) -> int:
    """Run a command for the package of `--package`, or for each of the configuration; return the highest exit status.

    Raises ConfigError if several packages would share a folder, a file, or a document on standard output.
    """
    names = package_names(Path(), options.config, NAMES) if options.package is None else ()
    if not names or options.command in _WITHOUT_CONFIGURATION:
        return int(options.run(options))
    one = next((option for name, option in _OF_ONE_PACKAGE.items() if getattr(options, name, None)), "")
    if not one and not _OF_ONE_DOCUMENT.isdisjoint((options.findings, getattr(options, "format", ""))):
        one = "--format"
    if one and len(names) > 1:
        raise ConfigError(f"{one} is for one package; name it with --package: {quoted(names)}")
    status = DONE
    for name in names:
        terminal.write([[(f"{name}:", "bold")]], sys.stderr)
        status = max(status, int(options.run(argparse.Namespace(**{**vars(options), "package": name}))))
    return status


def settings(options: argparse.Namespace, *, learns: bool = False) -> Config:
    """The configuration of the current folder, overruled by the command line. Its folders are not checked.

    learns  whether the command writes the file `learned`; for other commands, `--samples` counts instead of that file

    Raises ConfigError for a wrong value.
    """
    beyond = partial(_check, options, learns)
    config = load(Path(), options.config, NAMES, __version__, options.package or "", beyond)
    if options.flavour is not None and options.flavour not in NAMES["flavour"]:
        message = f'--flavour: expected {quoted(NAMES["flavour"])}, got "{options.flavour}"'
        raise ConfigError(message + suggestion(options.flavour, NAMES["flavour"]))
    return _overruled(config, options, learns)


def _check(options: argparse.Namespace, learns: bool, config: Config) -> None:
    """Raise ConfigError for a configuration that the command cannot use."""
    from ..pipeline.settings import usable  # few configurations have mistakes

    if options.command not in _WITHOUT_DOCS:
        usable(_overruled(config, options, learns), writes_models=options.command in ("generate", "check"))


def _overruled(config: Config, options: argparse.Namespace, learns: bool) -> Config:
    return replace(
        config,
        docs=options.docs or config.docs,
        out=options.out or config.out,
        flavour=options.flavour or config.flavour,
        samples=options.samples or config.samples,
        learned=None if options.samples is not None and not learns else config.learned,
        strict=options.strict or config.strict,
    )


def path(text: str) -> Path:
    """The type of paths. It refuses an empty text, which an unset variable leaves: `Path("")` is the current folder."""
    return Path(named(text, "a path"))


def named(text: str, wanted: str) -> str:
    """The text. Raises ArgumentTypeError if it is empty."""
    if not text:
        raise argparse.ArgumentTypeError(f"expected {wanted}")
    return text
