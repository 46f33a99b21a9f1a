"""Workflow commands, by which a job gives GitHub Actions messages about files.

    ::warning file=docs/Room.md,line=7,title=unknown-type::docs/Room.md:7: no page describes …

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..diagnostics import Severity

COMMANDS = MappingProxyType({Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"})
"""The command for a finding or a change of each severity."""


def command(name: str, properties: Mapping[str, str], message: str) -> str:
    """A command on one line, with its line end. No text in it can begin another command."""
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
