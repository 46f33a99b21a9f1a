"""A page that shows a session at a shell, replayed: the page comes out with what the commands print now.

In its order, and in a folder of its own,

- a fence of Markdown behind "`path`:" is a file that is written,
- a fence of another language behind "`path`:" is a file that is shown,
- a fence `diff` is applied,
- the lines of a fence `console` that begin with `$ ` are run, but for `pip install`; what they print follows them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sysconfig
from pathlib import Path

from tests.repositories import SETTINGS

_FENCE = re.compile(r"(?ms)^(?P<open>(?P<ticks>`{3,})(?P<info>\w+)\n)(?P<text>.*?)^(?P=ticks)$")
_PATH = re.compile(r"`([^`\n]+)`:\n\n\Z")


def replay(page: str, folder: Path) -> str:
    """The page as it should be; raises CalledProcessError for a command that fails."""
    parts: list[str] = []
    end = 0
    for fence in _FENCE.finditer(page):
        parts.append(page[end : fence.start("text")])
        end = fence.end("text")
        path = _PATH.search(page[: fence.start()])
        match fence["info"], path:
            case "markdown", path if path:
                file = folder / path[1]
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(fence["text"], encoding="utf-8")
                parts.append(fence["text"])
            case "console", _:
                commands = [line for line in fence["text"].splitlines() if line.startswith("$ ")]
                parts.extend(f"{line}\n{_run(line.removeprefix('$ '), folder)}" for line in commands)
            case "diff", _:
                subprocess.run(["git", "apply"], cwd=folder, input=fence["text"], encoding="utf-8", check=True)
                parts.append(fence["text"])
            case _ if path:
                parts.append((folder / path[1]).read_text(encoding="utf-8"))
            case _:
                parts.append(fence["text"])
    return "".join([*parts, page[end:]])


def _run(command: str, folder: Path) -> str:
    if command.startswith("pip install"):
        return ""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "FORCE_COLOR"))}
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**inherited, **SETTINGS, "PATH": path, "COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=True,
    )
    return done.stdout
