"""Measure docmodels on real documentation trees and hold it to what it reached before.

    python tests/floors.py [SHARED]

SHARED is a folder with tools/scoreboard.py and corpus/, by default ../shared.
Exit status: 0 when every figure of the corpora that are there is at its floor or above,
1 when one is below or is missing. Raise a floor in the change that lifts its figure.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_WHOLE = dict.fromkeys(
    ("pages", "import", "usable", "fields", "no extra", "required", "types", "enums", "descr", "deprec"), 100.0
)

# The docs of generated clients mark nothing as deprecated, and some show no enumeration.
_CLIENT = {"only": 100.0, **{column: floor for column, floor in _WHOLE.items() if column not in ("enums", "deprec")}}

# Percentages by corpus and column of the scoreboard. A corpus that holds nothing of a
# kind, "-" in the scoreboard, has no floor there.
FLOORS: Mapping[str, Mapping[str, float]] = {
    "clerk-csharp": {**_WHOLE, "wire": 99.6, "unions": 100, "examples": 98.6},
    "dub-php": {**_WHOLE, "wire": 96, "examples": 100},
    # The facts spell types without their last letter where that is an e or an n.
    "dub-ruby": {**_WHOLE, "types": 89.6, "wire": 90, "examples": 100},
    "hathora-csharp": {**_WHOLE, "wire": 98.4, "examples": 98.6},
    "hathora-go": {**_WHOLE, "wire": 97.5, "examples": 99},
    "hathora-java": {**_WHOLE, "wire": 99.5, "examples": 98.7},
    "hathora-typescript": {**_WHOLE, "types": 99.6, "wire": 96.4, "examples": 99},
    # A row for all the fields without a name is `extra="allow"`, which is no field of the class.
    "mistral-python": {
        **_WHOLE,
        "fields": 98.4,
        "required": 98.4,
        "wire": 97,
        "unions": 100,
        "examples": 93.2,
    },
    "oag-alogram-java": {**_CLIENT, "wire": 100, "enums": 100, "unions": 100},
    "oag-fireblocks-typescript": {**_CLIENT, "wire": 99.9, "enums": 100},
    "oag-hathora-csharp": {**_CLIENT, "wire": 98.8},
    "oag-ory-python": {**_CLIENT, "wire": 99.6, "enums": 100},
    "oag-phrase-go": {**_CLIENT, "wire": 100},
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


def shortfalls(corpora: Iterable[str], figures: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """One line for each floor of the corpora that `figures` does not reach."""
    for corpus in corpora:
        for column, floor in FLOORS[corpus].items():
            figure = figures.get(corpus, {}).get(column)
            if figure is None:
                yield f"{corpus}: {column} was not measured, its floor is {floor:g}"
            elif figure < floor:
                yield f"{corpus}: {column} is {figure:g}, its floor is {floor:g}"


def main(shared: Path) -> int:
    there = [corpus for corpus in FLOORS if (shared / "corpus" / corpus / "facts.json").is_file()]
    for corpus in FLOORS.keys() - set(there):
        print(f"{corpus} is not there to be measured")
    if not there:
        return 0
    table = subprocess.run(
        [sys.executable, shared / "tools" / "scoreboard.py", *there],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    ).stdout
    print(table, flush=True)
    short = list(shortfalls(there, parse(table)))
    for line in short:
        print(line, file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")))
