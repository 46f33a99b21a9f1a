"""`docmodels init`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..config import LIKELY, Config, ConfigError, load, place_of
from ..config.pyproject import add_table
from ..diagnostics import Severity
from ..frozen import replace
from ..model.wording import counted
from ..pipeline.settings import usable
from ..pipeline.understand import Understanding, understand
from ..reporting import terminal
from ..reporting.inspection_text import as_overview
from ..reporting.proposal import excludes, own_tables
from ..reporting.text import visible
from ..sources.paths import shown
from .options import add_docs, add_out, describe
from .outcome import print_results, say
from .status import DONE, FAILED

_FILE = "pyproject.toml"
_MOST = 10  # the most findings that are printed


def add(parser: argparse.ArgumentParser) -> None:
    describe(
        parser,
        run,
        status="0 done, 1 no page describes a model, 2 wrong usage or configuration",
        example="docmodels init --docs docs/api --out src/acme/models",
    )
    add_docs(parser, f"the first of {', '.join(LIKELY)} that describes a model")
    add_out(parser, "generated")


def run(options: argparse.Namespace) -> int:
    _refuse_a_second_table()
    defaults = Config()
    configs = [usable(Config(docs=docs, out=options.out or defaults.out)) for docs in _folders(options.docs)]
    for config in configs:
        with terminal.progress(sys.stderr) as progress:
            understanding = understand(config, progress=progress)
        if understanding.model.declarations:
            break
        errors = (diagnostic for diagnostic in understanding.diagnostics if diagnostic.severity == "error")
        terminal.write(terminal.findings(errors, config.docs), sys.stderr)
        if words := _words(understanding, config):
            terminal.write([[(words.rstrip(), "")]], sys.stderr)
    else:
        return FAILED
    file = Path(_FILE)
    is_new = not file.exists()
    table = add_table(file, _settings(config, understanding))
    _show_findings(understanding, config)
    done = f"{'Made' if is_new else 'Added to'} {_FILE}:"
    proposed = _proposal(understanding, config)
    print_results([_overview(config, understanding), f"\n{done}\n\n{table}\n{proposed}Next: docmodels generate\n"])
    return DONE


def _show_findings(understanding: Understanding, config: Config) -> None:
    """Print the first of the findings that the overview counts."""
    counts = [diagnostic for diagnostic in understanding.diagnostics if diagnostic.severity != "note"]
    terminal.write(terminal.findings(counts[:_MOST], config.docs), sys.stderr)
    if len(counts) > _MOST:
        say(f"and {len(counts) - _MOST} more, which `docmodels generate` shows")


def _proposal(understanding: Understanding, config: Config) -> str:
    """Proposals for the configuration: words for tables, and pages to leave out; "" without any."""
    patterns, pages = excludes(understanding)
    return f"{_words(understanding, config)}{_left_out(patterns, pages)}"


def _words(understanding: Understanding, config: Config) -> str:
    """The words that would make models of tables that were not read; "" if no words do."""
    texts = []
    for own_table in own_tables(understanding, lambda tables: understand(replace(config, tables=(tables,)))):
        lines = "\n".join(map(visible, own_table.toml.split("\n")))
        texts.append(f"To read {counted(own_table.won, 'more table')}:\n\n{lines}\n\n")
    return "".join(texts)


def _left_out(patterns: Sequence[str], pages: int) -> str:
    """The setting `exclude` with the patterns, and what it is for; "" without patterns."""
    if not patterns:
        return ""
    written = ", ".join(json.dumps(pattern, ensure_ascii=False) for pattern in patterns)
    verb = "describes" if pages == 1 else "describe"
    return f"{counted(pages, 'page')} {verb} the SDK itself. To leave them out:\n\nexclude = [{written}]\n\n"


def _refuse_a_second_table() -> None:
    """Raises ConfigError where the current folder has a configuration, its own or that of a folder above it."""
    file = load(Path()).file
    if file is not None:
        message = "[tool.docmodels] is there already; change it, or remove it and run `docmodels init` again"
        raise ConfigError(message, file, *place_of(file, "tool", "docmodels"))


def _folders(docs: Path | None) -> Iterable[Path]:
    """The docs folder of the command line, else those of `LIKELY` that exist. Raises ConfigError if none exists."""
    if docs is not None:
        return [docs]
    there = [folder for folder in map(Path, LIKELY) if folder.is_dir()]
    if not there:
        raise ConfigError(f"no docs folder: none of {', '.join(LIKELY)} is here; name the folder with --docs")
    return there


def _settings(config: Config, understanding: Understanding) -> Mapping[str, object]:
    """The settings to write: the folders, and the language, so that a new page cannot change the notation of all.

    Docs in several languages get no language, since each run finds these by folders.

    `wire_case` stays unset, since it would override the evidence of single names.
    """
    settings: dict[str, object] = {"docs": _written(config.docs), "out": _written(config.out)}
    languages = {notation.language for notation in understanding.docs.notations if not notation.is_guess} - {""}
    if len(languages) == 1:
        settings["language"] = languages.pop()
    return settings


def _written(folder: Path) -> str:
    """A folder for pyproject.toml: relative to the current folder, with `/` on every platform."""
    text = Path(os.path.relpath(folder)).as_posix()
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise ConfigError(f'the name of the folder "{text}" is not UTF-8, and cannot be written into {_FILE}') from None
    return text


def _overview(config: Config, understanding: Understanding) -> str:
    severities = [diagnostic.severity for diagnostic in understanding.diagnostics]
    counts = {severity: severities.count(severity) for severity in (Severity.ERROR, Severity.WARNING)}
    skipped = len(understanding.docs.pages - understanding.docs.modelled)
    others = {
        "Pages": f"{counted(len(understanding.docs.pages), 'page')} in {shown(config.docs)}, {skipped} of them skipped",
        "Findings": ", ".join(counted(count, severity) for severity, count in counts.items() if count) or "none",
    }
    return as_overview(understanding, others)
