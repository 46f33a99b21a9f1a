"""The path of a newcomer, with an installed docmodels and pydantic, on any platform: python tests/newcomer.py

A page becomes models, which Python imports; a check finds them up to date, and a change of the docs shows. The script
needs neither the repository nor a program that tests have. Exit status: 0 when all of it works.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

PAGE = """\
# Room

A session of a game: *straße*, 部屋.

| Field     | Type            | Required | Description   |
| --------- | --------------- | -------- | ------------- |
| `roomId`  | string          | yes      | Names it.     |
| `players` | array of string | no       | Who is in it. |
"""
DEVICE = PAGE.replace("# Room", "# Con")  # Windows has a device of that name
USE = """\
from generated.contents import Con
from generated.room import Room
room = Room.model_validate({"roomId": "a", "players": ["b"]})
print(room.room_id, room.players, Con.__name__, Room.__doc__.strip())
"""


def run(folder: Path, *command: str, status: int = 0) -> str:
    """The standard output of a command, which must end with a status."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == status, f"{command}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def docmodels(folder: Path, *arguments: str, status: int = 0) -> str:
    return run(folder, sys.executable, "-m", "docmodels", *arguments, status=status)


def main() -> int:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "docs").mkdir()
        (folder / "docs/Room.md").write_text(PAGE, "utf-8", newline="\n")
        (folder / "docs/Contents.md").write_text(DEVICE, "utf-8", newline="\n")
        assert "[tool.docmodels]" in docmodels(folder, "init")
        docmodels(folder, "generate")
        modules = {path.name: path.read_bytes() for path in (folder / "generated").glob("*.py")}
        assert "\r" not in b"".join(modules.values()).decode("utf-8")
        output = run(folder, sys.executable, "-c", USE)
        assert output.splitlines()[0] == "a ['b'] Con A session of a game: *straße*, 部屋.", output
        (folder / "docs/Room.md").write_text(PAGE, "utf-8", newline="\r\n")
        docmodels(folder, "check")
        (folder / "docs/Room.md").write_text(PAGE.replace("| yes", "| no "), "utf-8", newline="\r\n")
        listed = json.loads(docmodels(folder, "check", "--format", "json", status=1))
        assert listed["written"] == ["room.py"], listed
        docmodels(folder, "inspect")
        docmodels(folder, "report", "--out", "report.html")
        docmodels(folder, "export", "--format", "openapi", "--out", "openapi.json")
        print(docmodels(folder, "--version").strip(), "works on Python", sys.version.split()[0], sys.platform)
    return 0


if __name__ == "__main__":
    sys.exit(main())
