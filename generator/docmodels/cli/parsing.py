"""The parsers of the command and of its subcommands, and messages for wrong arguments.

Each command is a module of this package, and a row of `COMMANDS`. Its `add` declares the arguments, its `run` calls the
public interface of docmodels and prints the result. A module is imported when its command runs, so that `--help` and
`--version` answer at once.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from importlib import import_module
from itertools import pairwise

TYPE_CHECKING = False  # typing is not imported for `--version`, of which it would take a seventh
if TYPE_CHECKING:
    from typing import Any, NoReturn

COMMANDS = {
    "init": "show what a docs folder has, and write [tool.docmodels] into pyproject.toml",
    "generate": "write the models of the docs",
    "check": "list what generate would change, and change nothing",
    "diff": "show what has changed in the models, and whom it breaks",
    "log": "show which commits of the docs change the models, and how",
    "compare": "show where the docs and classes or schemas of your own disagree",
    "inspect": "show what docmodels reads in the docs",
    "report": "write all models and findings as one HTML page",
    "export": "write the models as JSON Schema or OpenAPI",
    "learn": "write what recordings show into a small file that builds read",
    "verify": "compare recorded JSON with the docs",
    "explain": "explain a finding, a kind of change or difference, or a key of the configuration",
    "completion": "print a script with which a shell completes commands and options",
}
"""The commands, with their purposes; each is the name of a module."""


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The values of the arguments; `arguments` among them is the unparsed list. Raises SystemExit if they do not parse."""
    command = next((argument for argument in arguments if not argument.startswith("-")), None)
    needed = [command] if command in COMMANDS else [] if "--version" in arguments else list(COMMANDS)
    parser, _ = parsers(needed)
    try:
        if command is not None and command not in COMMANDS:
            from ..config import quoted, suggestion

            remedy = suggestion(command, tuple(COMMANDS)) or f"; it may be {quoted(COMMANDS)}"
            if (option := arguments[0].partition("=")[0]).startswith("-"):
                remedy = f"; options stand behind the command: `docmodels COMMAND {option}`"
            parser.error(f'no command "{command}"{remedy}')
        return parser.parse_args(arguments, argparse.Namespace(arguments=arguments))
    except _Misuse as misuse:
        if "--format=json" in arguments or ("--format", "json") in pairwise(arguments):
            from .outcome import print_failure

            print_failure(misuse.message)
        misuse.parser.stop(misuse.message)


class _Misuse(Exception):
    """The arguments do not parse.

    parser   that of the program or of a command
    message  one line
    """

    def __init__(self, parser: _Parser, message: str) -> None:
        super().__init__(message)
        self.parser = parser
        self.message = message


class _Parser(argparse.ArgumentParser):
    """A parser that raises `_Misuse`, with a known option that is like an unknown one."""

    def parse_known_args(self, *args: Any, **kwargs: Any) -> Any:
        options, rest = super().parse_known_args(*args, **kwargs)
        if rest:  # else the parser of the program reports what a command does not know
            self.error(self._unknown(rest[0]))
        return options, rest

    def _unknown(self, argument: str) -> str:
        from ..config import suggestion

        if not argument.startswith("-"):
            return f'unexpected argument "{argument}"'
        option = argument.partition("=")[0]
        known = [name for action in self._actions for name in action.option_strings]
        return f'no option "{option}"{suggestion(option, known)}'

    def error(self, message: str) -> NoReturn:
        raise _Misuse(self, message)

    def stop(self, message: str) -> NoReturn:
        """Print the usage and a message, and end the process.

        The message is made visible, since arguments may be names of files with controls.
        """
        from ..reporting.text import visible

        super().error(visible(message))


class _CommandParser(_Parser):
    """The parser of a command. It declares its arguments only when it parses."""

    def parse_known_args(self, *args: Any, **kwargs: Any) -> Any:
        complete(self)
        return super().parse_known_args(*args, **kwargs)


def complete(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of a command to its parser, once."""
    if not parser.get_default("run"):
        import_module(f".{parser.prog.split()[-1]}", __package__).add(parser)


def parsers(
    commands: Iterable[str] = tuple(COMMANDS),
) -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """The parser of the program, and those of some of its commands, which `complete` completes."""
    parser = _Parser(
        prog="docmodels",
        description="Generate typed Python models from API documentation in Markdown.",
        epilog="Begin with `docmodels init`. `docmodels COMMAND --help` shows the options of a command.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    below = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND", parser_class=_CommandParser)
    return parser, {
        name: below.add_parser(
            name,
            help=COMMANDS[name],
            description=f"{COMMANDS[name][0].upper()}{COMMANDS[name][1:]}.",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        for name in commands
    }
