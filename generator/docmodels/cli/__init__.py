"""The `docmodels` command: arguments in, exit status out.

A check with a cached answer prints it before anything else is imported. So this module imports little.
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys

from .. import __version__
from .status import DONE, FAILED, INTERRUPTED, MISUSED, PIPE_CLOSED

TYPE_CHECKING = False  # typing takes longer to import than all that a known answer needs
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..cache.answers import Answer


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    arguments  without the program's name; those of the process by default

    Raises SystemExit, with the exit status, for `--help` and for arguments that do not parse.
    """
    _replace_closed_streams()
    # A run makes hardly any cycles, and looking for them takes a tenth of its time.
    collects = gc.isenabled()
    gc.disable()
    if arguments is None:  # The process ends with this command, so Python need not look for cycles at its exit.
        collects, arguments = False, sys.argv[1:]
        atexit.register(gc.freeze)
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
    except OSError as error:  # a stream failed, on a full disk for instance
        try:  # noqa: SIM105 - contextlib takes long to import
            sys.stderr.write(f"docmodels: error: {error.strerror or error}\n")
        except OSError:
            pass
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    finally:
        if collects:
            gc.enable()


def _replace_closed_streams() -> None:
    """Send output nowhere where a stream was closed before the start, as `>&-` does in a shell."""
    if sys.stdout is None or sys.stderr is None:
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - until the process ends
        sys.stdout = sys.stdout or nowhere
        sys.stderr = sys.stderr or nowhere


def _run(arguments: Sequence[str]) -> int:
    # The same results are the same bytes on all platforms.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if "check" in arguments:
        from ..cache.answers import known_answer

        if (answer := known_answer(arguments)) is not None:
            return give(answer)
    from .parsing import parsed, parsers

    options = parsed(arguments)
    if options.version:
        print(f"docmodels {__version__}")
        return DONE
    if options.command is None:
        parsers()[0].print_help(sys.stderr)
        return MISUSED

    from .options import run_for_packages
    from .outcome import STOPS, report_failure  # not for `--help` and `--version`

    try:
        return run_for_packages(options)
    except STOPS as error:
        if isinstance(error, OSError) and error.errno and error.filename is None:
            raise  # A stream failed, on a full disk for instance. What is buffered fails again at the end.
        report_failure(error, as_json="json" in (options.findings, getattr(options, "format", "")))
        return MISUSED


def give(answer: Answer) -> int:
    """Print the answer of a check, and return its exit status."""
    status, out, err = answer
    sys.stdout.write(out)
    sys.stdout.flush()
    sys.stderr.write(err)
    return status
