"""Measure docmodels on real documentation trees and hold it to what it reached before.

    python tests/floors.py [SHARED]

SHARED is a folder with tools/scoreboard.py and corpus/, by default ../shared.
Exit status: 0 when every figure is at its floor or above, 1 when one is below or is
missing. Raise a floor in the change that lifts its figure.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

# Percentages by corpus and column of the scoreboard. A corpus that holds nothing of a
# kind, "-" in the scoreboard, has no floor there.
FLOORS: Mapping[str, Mapping[str, float]] = {
    "clerk-csharp": {
        "pages": 100,
        "import": 100,
        "usable": 100,
        "fields": 100,
        "no extra": 100,
        "required": 100,
        "types": 99.8,
        "wire": 98,
        "enums": 100,
        "unions": 100,
        "descr": 100,
        "deprec": 100,
        "examples": 99,
    },
    "hathora-csharp": {
        "pages": 100,
        "import": 100,
        "usable": 100,
        "fields": 100,
        "no extra": 100,
        "required": 100,
        "types": 100,
        "wire": 98,
        "enums": 100,
        "descr": 100,
        "deprec": 100,
        "examples": 98.6,
    },
}

COLUMN = 9  # characters: a figure's width and the space before it
FIGURE = re.compile(r"-|\d+\.\d+")


def parse(table: str) -> dict[str, dict[str, float]]:
    """The figures of a scoreboard by corpus and column, "-" left out.

    Headings may hold spaces, so the header is cut by width; figures hold none, so rows
    are split. A row that is not all figures is a complaint, and no figures.
    """
    header, *rows = table.splitlines()
    cut = header.index("secs") + len("secs")
    columns = [header[i : i + COLUMN].strip() for i in range(cut, len(header), COLUMN)]
    found: dict[str, dict[str, float]] = {}
    for row in rows:
        corpus, _seconds, *cells = row.split()
        if len(cells) == len(columns) and all(map(FIGURE.fullmatch, cells)):
            found[corpus] = {column: float(cell) for column, cell in zip(columns, cells, strict=True) if cell != "-"}
    return found


def shortfalls(figures: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """One line for each floor that `figures` does not reach."""
    for corpus, floors in FLOORS.items():
        for column, floor in floors.items():
            figure = figures.get(corpus, {}).get(column)
            if figure is None:
                yield f"{corpus}: {column} was not measured, its floor is {floor:g}"
            elif figure < floor:
                yield f"{corpus}: {column} is {figure:g}, its floor is {floor:g}"


def main(shared: Path) -> int:
    table = subprocess.run(
        [sys.executable, shared / "tools" / "scoreboard.py", *FLOORS],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    ).stdout
    print(table, flush=True)
    short = list(shortfalls(parse(table)))
    for line in short:
        print(line, file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")))
