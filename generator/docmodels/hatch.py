"""A build hook for hatchling: `[tool.hatch.build.hooks.docmodels]` generates the models before an sdist or a wheel is built.

hatchling finds the hook by its entry point in the group `hatch`, and loads it in every build in an environment with
docmodels. So this module imports only hatchling before the hook is used.
"""

from __future__ import annotations

import re
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.plugin import hookimpl


@hookimpl
def hatch_register_build_hook() -> type[ModelsHook]:
    return ModelsHook


class ModelsHook(BuildHookInterface[BuilderConfig]):
    """Writes the models of the project, by its `[tool.docmodels]`, and adds them to the package."""

    PLUGIN_NAME = "docmodels"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Generate the models, and add them to the files that hatchling packs.

        version     "editable" makes a link to the project: copies of the models beside it would soon be stale
        build_data  further files for hatchling to pack; this method adds the models

        Raises SystemExit, with the reason on standard error, if the models cannot be written or the docs have errors.
        """
        from .cli.outcome import STOPS, report_failure

        try:
            outs = self._models()
        except STOPS as error:
            report_failure(error)
            sys.exit(1)
        for out in outs:
            self._pack(out, version, build_data)

    def _pack(self, out: Path, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        if version == "editable":
            # hatchling packs nothing then, but looks for packages to link to among these files.
            build_data["artifacts"].append(f"/{_escaped(out.relative_to(root).as_posix())}/")
            return
        # File by file: hatchling would pack a folder twice if `packages` gives it another name in the wheel.
        for file in sorted(out.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                build_data["force_include"][str(file)] = file.relative_to(root).as_posix()

    def _models(self) -> list[Path]:
        """Write the models of each package. Returns their folders; see `_written`."""
        from .config import package_names

        return [self._written(name) for name in package_names(Path(self.root)) or ("",)]

    def _written(self, package: str) -> Path:
        """Write the models of a package. Returns their folder.

        Raises ConfigError, TemplateFault, OSError, and SystemExit if the docs have errors.
        """
        from . import Config, ConfigError, __version__, generate
        from .cli.outcome import elsewhere, say
        from .config import load
        from .reporting import terminal
        from .sources.paths import absolute, shown

        misplaced = sorted(self.config.keys() & {setting.name for setting in fields(Config)})
        if misplaced:
            raise ConfigError(f"{misplaced[0]}: the build hook has no such setting, it belongs in [tool.docmodels]")
        root = Path(self.root)
        config = load(root, version=__version__, package=package)
        out = absolute(config.out)
        if out == root or not out.is_relative_to(root):
            raise ConfigError(f'the output folder "{shown(out)}" is not inside of the project')
        if not config.docs.is_dir() and (root / "PKG-INFO").is_file() and (out / "__init__.py").is_file():
            return out  # an sdist without the docs, but with the models
        result = generate(config)
        findings = [finding for finding in result.diagnostics if finding.severity != "note"]
        terminal.write(terminal.findings(findings, config.docs, elsewhere(config)), sys.stderr)
        say(f"docmodels: {terminal.summary(result.counts, findings)}")
        if result.fails(strict=config.strict):
            sys.exit(1)
        return out


def _escaped(path: str) -> str:
    """A path as a pattern of .gitignore that matches only this path."""
    return re.sub(r"([\\*?\[ ])", r"\\\1", path)
