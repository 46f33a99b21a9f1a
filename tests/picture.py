"""Draw docs/_static/review.svg, the picture of a review: python -m tests.picture

It shows what `docmodels diff` prints on a terminal after some edits of docs_in/.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from tests.repositories import git
from tests.trees import DOCS, ROOT

PICTURE = ROOT / "docs" / "_static" / "review.svg"
COLUMNS = 90

EDITS = (
    ("Models/Operations/CreateRoomRequest.md", r"(`RoomId`.*?):heavy_minus_sign:", r"\1:heavy_check_mark:"),
    ("Models/Shared/RoomConnectionData.md", "`ExposedPort`", "`MainPort`"),
    ("Models/Shared/RoomConnectionData.md", r"(`Status`.*?):heavy_check_mark:", r"\1:heavy_minus_sign:"),
    ("Models/Shared/Region.md", r"(\| `Lan`)", r"| `AfSouth1` | af-south-1 |\n\1"),
    ("Models/Shared/Room.md", r"\| ~~`Url`~~.*\n", ""),
)
"""What is done to docs_in: pages, patterns, replacements."""


def review(folder: Path, *, colour: bool) -> str:
    """What `docmodels diff` prints in an empty folder that gets the docs and the edits."""
    shutil.copytree(DOCS, folder / "docs_in")
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "The docs")
    for path, pattern, replacement in EDITS:
        page = folder / "docs_in" / path
        text, count = re.subn(pattern, replacement, page.read_text(encoding="utf-8"))
        assert count == 1
        page.write_text(text, encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "NO_COLOR")}
    env |= {"COLUMNS": str(COLUMNS), **({"FORCE_COLOR": "1", "TERM": "xterm-256color"} if colour else {})}
    command = (sys.executable, "-m", "docmodels", "diff")
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def drawn(text: str) -> str:
    """A picture of a terminal that shows the text, which loads no font from elsewhere."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere, force_terminal=True)
        console.print(Text("$ docmodels diff"))
        console.print(Text.from_ansi(text))
        picture = console.export_svg(title="docmodels diff", theme=MONOKAI, unique_id="review")
    without_fonts = re.sub(r"\s*@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    return without_fonts.replace("Fira Code", "ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono")


def main() -> int:
    with TemporaryDirectory() as folder:
        PICTURE.write_text(drawn(review(Path(folder), colour=True)), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
