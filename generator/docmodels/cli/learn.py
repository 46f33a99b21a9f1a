"""`docmodels learn`."""

from __future__ import annotations

import argparse
import sys

from ..model.wording import counted
from ..pipeline.learn import learn
from ..reporting import terminal
from ..reporting.text import visible
from ..sources.paths import shown
from .options import add_docs, add_samples, describe, settings
from .outcome import elsewhere, say
from .status import DONE, FAILED


def add(parser: argparse.ArgumentParser) -> None:
    describe(
        parser,
        run,
        status="0 done, 1 a recording cannot be read, 2 wrong usage or configuration",
        example="docmodels learn --samples recordings",
    )
    add_docs(parser)
    add_samples(parser, "samples in the configuration")


def run(options: argparse.Namespace) -> int:
    config = settings(options, learns=True)
    learnt = learn(config)
    terminal.write(terminal.findings(learnt.diagnostics, config.docs, elsewhere(config)), sys.stderr)
    done = "wrote" if learnt.is_new else "nothing new for"
    null = f", {learnt.nullable} of which may be null" if learnt.nullable else ""
    say(f"{done} {visible(shown(learnt.file))}: the names of {counted(learnt.fields, 'field')}{null}")
    if config.learned is None:
        say(
            f'set learned = "{visible(learnt.file.name)}" in [tool.docmodels], and commit the file: builds then read it'
        )
    return FAILED if any(diagnostic.severity == "error" for diagnostic in learnt.diagnostics) else DONE
