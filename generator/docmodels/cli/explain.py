"""`docmodels explain`."""

from __future__ import annotations

import argparse
from functools import partial

from ..config import ConfigError
from ..reporting.explaining import explanation, index
from ..reporting.terminal import width
from .options import describe, named
from .outcome import print_results
from .status import DONE

_WIDEST = 100  # columns; longer lines read badly


def add(parser: argparse.ArgumentParser) -> None:
    describe(parser, run, status="0 done, 2 nothing has that name", example="docmodels explain unknown-type")
    parser.add_argument(
        "name",
        nargs="?",
        type=partial(named, wanted="a name"),
        metavar="CODE|KIND|KEY",
        help="the code of a finding, a kind of change or difference, or a key of [tool.docmodels], as\nunknown-type, field-added or fields.nullable (default: a list of all)",
    )


def run(options: argparse.Namespace) -> int:
    try:
        text = explanation(options.name, min(width(), _WIDEST)) if options.name else index()
    except ValueError as error:
        raise ConfigError(str(error)) from None
    print_results([text])
    return DONE
