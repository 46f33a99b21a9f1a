"""`docmodels completion`."""

from __future__ import annotations

import argparse

from .options import describe
from .outcome import print_results
from .parsing import complete, parsers
from .status import DONE

_SHELLS = ("bash", "zsh", "fish", "powershell")


def add(parser: argparse.ArgumentParser) -> None:
    describe(
        parser,
        run,
        status="0 done, 2 wrong usage",
        example="docmodels completion bash > ~/.local/share/bash-completion/completions/docmodels",
    )
    parser.add_argument("shell", choices=_SHELLS, help="the shell that the script is for")


def run(options: argparse.Namespace) -> int:
    import shtab  # for this command alone

    parser, commands = parsers()
    for command in commands.values():
        complete(command)
        _complete_paths(command)
    print_results([f"{shtab.complete(parser, options.shell).rstrip()}\n"])
    return DONE


def _complete_paths(parser: argparse.ArgumentParser) -> None:
    """Mark the arguments that take files and folders, in the way of shtab."""
    from shtab import DIRECTORY, FILE

    for action in parser._actions:
        match action.metavar:
            case "DIR":
                action.complete = DIRECTORY  # type: ignore[attr-defined]
            case "FILE" | "PATH" | "RECORDING" | "PAGE|MODEL":
                action.complete = FILE  # type: ignore[attr-defined]
