"""The pipeline: from the pages of a docs folder to the modules of an output folder.

    sources ──> markdown ──> families ──> model ──> targets ──> output
     bytes        Page      declarations   Model     files       disk

Each stage is one function with one input and one output, and hands nothing back. A cache keeps the results of the stages
for single pages. If no file has changed since a run that found nothing to do, a glance at the files ends the run.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .. import output
from ..config import Config
from . import result
from .glance import Glance
from .result import Planned, Result

if TYPE_CHECKING:
    from .read import Progress


def generate(config: Config, progress: Progress | None = None) -> Result:
    """Write the models of the docs. Files that are up to date stay untouched.

    If no page describes a model, the output stays as it is: an empty docs folder is probably a mistake.

    progress  called with the number of steps done, and of all steps

    Raises ConfigError for an invalid configuration, and TemplateFault for a template that cannot be used.
    """
    with output.alone(config.out) as is_alone:
        return result.write(config, _plan(config, progress), is_alone=is_alone)


def check(config: Config, progress: Progress | None = None, *, since: str | os.PathLike[str] | None = None) -> Result:
    """Compare the models of the docs with the output folder. The result has the difference; the run writes nothing.

    since  a folder, or a git revision of the docs folder: findings that the docs there have too are left out

    Raises ConfigError and TemplateFault, as `generate` does.
    """
    checked = result.check(config, _plan(config, progress))
    if since is None:
        return checked
    from .making import findings_of

    return result.without(checked, findings_of(os.fspath(since), config))


def _plan(config: Config, progress: Progress | None) -> Planned:
    """Compare the package that the docs describe with the output folder."""
    glance = Glance(config)
    unchanged = glance.unchanged()
    if unchanged is not None:
        return unchanged
    from .making import planned  # which takes longer to import than a glance takes

    return planned(config, glance, progress)
