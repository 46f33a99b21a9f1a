"""The corpus: every input that made the fuzzer reach something new, once it was minimised, in a file a target.

`python -m tests.fuzz.corpus FOLDER` writes it from the folders `page`, `table` and `cell` of a fuzzer's run.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

_FOLDER = Path(__file__).parent / "corpus"


def read(target: str) -> Sequence[bytes]:
    """The inputs of a target, each a line of a file: ASCII with the escapes of Python."""
    lines = (_FOLDER / f"{target}.txt").read_text(encoding="ascii").splitlines()
    return [line.encode("ascii").decode("unicode_escape").encode("latin-1") for line in lines]


def write(target: str, inputs: Sequence[bytes]) -> None:
    lines = sorted(data.decode("latin-1").encode("unicode_escape").decode("ascii") + "\n" for data in inputs)
    _FOLDER.mkdir(exist_ok=True)
    (_FOLDER / f"{target}.txt").write_text("".join(lines), encoding="ascii")


def main(folder: Path) -> None:
    for target in ("page", "table", "cell"):
        write(target, [path.read_bytes() for path in sorted((folder / target).iterdir())])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
