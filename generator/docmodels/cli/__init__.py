"""The `docmodels` command: arguments in, exit status out. What it does is done elsewhere.

A command is a module here: `add` says what it takes, `run` what it does. Nothing but the standard library is imported
before it is needed, so that `--help` and `--version` answer at once.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from .. import __version__
from . import check, diff, export, generate, init, inspect, learn, report, verify
from .status import DONE, FAILED, INTERRUPTED, MISUSED, PIPE_CLOSED

_COMMANDS = (init, generate, check, diff, inspect, report, export, learn, verify)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    arguments  without the program's name; those of the process by default

    Raises SystemExit, with the exit status, for `--help` and for arguments that do not parse.
    """
    _replace_closed_streams()
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
    except OSError as error:  # what was said went to a disk that is full, say
        with suppress(OSError):
            sys.stderr.write(f"docmodels: error: {error.strerror or error}\n")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _replace_closed_streams() -> None:
    """Send output nowhere where a stream was closed before the start, as `>&-` does in a shell."""
    if sys.stdout is None or sys.stderr is None:
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - until the process ends
        sys.stdout = sys.stdout or nowhere
        sys.stderr = sys.stderr or nowhere


def _run(arguments: Sequence[str] | None) -> int:
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.version:
        print(f"docmodels {__version__}")
        return DONE
    if options.command is None:
        parser.print_help(sys.stderr)
        return MISUSED

    from ..config import ConfigError
    from ..reporting import terminal
    from ..targets.python import TemplateFault
    from .outcome import failure

    # The same results are the same bytes, whatever the platform prefers.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    # A run makes hardly any cycles, and looking for them takes a tenth of its time.
    collects = gc.isenabled()
    gc.disable()
    if arguments is None:  # the process ends with this command: nothing needs a last look for cycles
        atexit.register(gc.freeze)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        raise
    except (ConfigError, TemplateFault, OSError) as error:
        terminal.write([terminal.failure(failure(error))], sys.stderr)
        return MISUSED
    finally:
        if collects:
            gc.enable()


class _Parser(argparse.ArgumentParser):
    """A parser that does not repeat to a terminal what this would obey; a shell may have put names of files here."""

    def error(self, message: str) -> NoReturn:
        from ..reporting.text import visible

        super().error(visible(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="docmodels",
        description="Generate typed Python models from API documentation in Markdown.",
        epilog="`docmodels COMMAND --help` shows the options of a command.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND")
    for command in _COMMANDS:
        command.add(commands)
    return parser
