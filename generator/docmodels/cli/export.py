"""`docmodels export`."""

from __future__ import annotations

import argparse
import sys

from .options import add_command, add_docs, add_report, path, settings
from .status import FAILED

_FORMATS = ("jsonschema", "openapi")  # those of `targets.json_schema`, which is not imported for `--help`


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = add_command(
        commands,
        "export",
        "write the models as JSON Schema or OpenAPI",
        run,
        status="0 done, 1 the docs have errors, or --check and the output is out of date,\n"
        "  2 wrong usage or configuration",
        example="docmodels export --format openapi --out openapi.json",
    )
    add_docs(parser)
    parser.add_argument(
        "--format",
        choices=_FORMATS,
        required=True,
        help="JSON Schema 2020-12, or OpenAPI 3.1 with the models as components",
    )
    parser.add_argument(
        "--out",
        dest="path",
        type=path,
        required=True,
        metavar="PATH",
        help="a document, if it ends in .json; else a folder that gets a file for each model (JSON Schema only)",
    )
    parser.add_argument("--check", action="store_true", help="print what would change, as a diff, and change nothing")
    add_report(parser)


def run(options: argparse.Namespace) -> int:
    from ..config import ConfigError
    from ..pipeline.export import check_export, export, is_document
    from ..reporting import terminal
    from .options import existing
    from .outcome import print_results, report, status

    config = settings(options)
    existing(config.docs)
    if options.format == "openapi" and not is_document(options.path):
        raise ConfigError(f'OpenAPI is one document: name a file that ends in .json, not "{options.path}"')
    with terminal.progress(sys.stderr) as progress:
        if options.check:
            result, difference = check_export(config, options.format, options.path, progress)
            print_results(difference)
        else:
            result = export(config, options.format, options.path, progress)
    report(result, config, options, would=options.check)
    stale = options.check and (result.written or result.removed)
    return FAILED if stale else status(result, config)
