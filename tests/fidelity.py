"""Measure docmodels on real documentation trees, and write docs/fidelity.md: python -m tests.fidelity [SHARED]

SHARED is a folder with tools/fidelity.py and corpus/, by default ../shared. A tree of the corpus is a folder with docs/ and
facts.json, and with a pyproject.toml where its docs leave open what a user of them would set. The page has sums by
family of docs, and names no tree: tests/floors.py does.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

PAGE = Path(__file__).parents[1] / "docs/fidelity.md"
BEGIN, END = "<!-- begin: figures -->\n", "<!-- end: figures -->\n"

FIGURES = {
    "pages": ("models", "models of the docs that are in the package"),
    "only models": ("no other models", "classes that stand for a model of the docs"),
    "names": ("names", "models with the name that a careful developer would choose, where the docs leave it open"),
    "fields": ("fields", "fields of the docs that their model has"),
    "nothing invented": ("no other fields", "models with no field that the docs do not have"),
    "required": ("required", "fields that are required or optional as in the API"),
    "types": ("types", "fields with the type of the API"),
    "read keys": ("JSON keys", "keys of the JSON that reach their field"),
    "choices": ("values", "fields that take exactly the values that the docs list"),
    "enums": ("enumerations", "enumerations with the values of the API"),
    "unions": ("unions", "unions with the members of the API"),
    "descriptions": ("descriptions", "fields with the description of the docs"),
    "deprecated": ("deprecated", "deprecations that the package has"),
    "examples valid": ("examples", "examples of the docs that the models take"),
}
"""The figures of tools/fidelity.py that the page has: their headings, and what each counts."""

COLUMNS = ("pages", "names", "fields", "required", "types", "read keys", "choices")
"""The figures of the table by family."""

PEOPLE = "tables"
"""The family of docs that people write; all others are made by generators."""


class Share(NamedTuple):
    """How many of how many are right."""

    right: int
    all: int

    def __str__(self) -> str:
        """A percentage that is 100 only where nothing is wrong."""
        if not self.all:
            return "–"
        tenths = 1000 * self.right // self.all
        return f"{tenths // 10}.{tenths % 10}" if tenths < 1000 else "100"


class Tree(NamedTuple):
    """A measured tree: the family of most of its pages, and its figures."""

    family: str
    figures: Mapping[str, Share]


def total(trees: Iterable[Tree], figure: str) -> Share:
    shares = [tree.figures[figure] for tree in trees if figure in tree.figures]
    return Share(sum(share.right for share in shares), sum(share.all for share in shares))


def measured(shared: Path) -> Iterator[Tree]:
    """The trees of a folder, each generated afresh."""
    for facts in sorted(shared.glob("corpus/*/facts.json")):
        with TemporaryDirectory() as name:
            print(facts.parent.name, file=sys.stderr, flush=True)
            yield _tree(shared, facts.parent, Path(name))


def _tree(shared: Path, corpus: Path, folder: Path) -> Tree:
    if (corpus / "pyproject.toml").is_file():
        shutil.copy(corpus / "pyproject.toml", folder)
    out = folder / "generated_models"
    _docmodels(folder, "generate", "--docs", str(corpus / "docs"), "--out", str(out))
    out.mkdir(exist_ok=True)  # where nothing was written, all counts as missing
    document = json.loads(_docmodels(folder, "inspect", "--format", "json", "--docs", str(corpus / "docs")))
    families = [notation["family"] for notation in document["notations"]]
    command = [sys.executable, shared / "tools/fidelity.py", corpus / "facts.json", out, "--json"]
    figures = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    shares = {name: Share(figure["matched"], figure["total"]) for name, figure in figures.items() if figure}
    return Tree(families[0] if families else PEOPLE, shares)


def _docmodels(folder: Path, *arguments: str) -> bytes:
    return subprocess.run([sys.executable, "-m", "docmodels", *arguments], cwd=folder, capture_output=True).stdout


def figures(trees: Sequence[Tree]) -> str:
    """The tables of the page, as Markdown."""
    made = [tree for tree in trees if tree.family != PEOPLE]
    written = [tree for tree in trees if tree.family == PEOPLE]
    families = sorted({tree.family for tree in made})
    headings = [FIGURES[figure][0] for figure in COLUMNS]
    groups = [(f"[{name}](families/{name}.md)", [tree for tree in made if tree.family == name]) for name in families]
    groups += [("written by people", written), ("all", trees)]
    return "\n".join(
        [
            _row("docs", "trees", "of models", "of fields", *headings),
            _row(*["---"] * (4 + len(headings))),
            *(_group(name, group) for name, group in groups),
            "",
            "The same trees, figure by figure:",
            "",
            _row("figure", "counts", "made by generators, %", "wrong", "written by people, %", "wrong"),
            _row(*["---"] * 6),
            *(_figure(name, made, written) for name in FIGURES),
            "",
        ]
    )


def _group(name: str, trees: Sequence[Tree]) -> str:
    models, fields = total(trees, "pages").all, total(trees, "fields").all
    percentages = [str(total(trees, figure)) for figure in COLUMNS]
    return _row(name, str(len(trees)), f"{models:,}", f"{fields:,}", *percentages)


def _figure(figure: str, made: Sequence[Tree], written: Sequence[Tree]) -> str:
    heading, meaning = FIGURES[figure]
    cells = []
    for share in (total(made, figure), total(written, figure)):
        cells += [str(share), f"{share.all - share.right:,} of {share.all:,}" if share.all else "–"]
    return _row(heading, meaning, *cells)


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def page(text: str, trees: Sequence[Tree]) -> str:
    """The page with figures in place of those that it has."""
    before, _, rest = text.partition(BEGIN)
    _, marker, after = rest.partition(END)
    if not marker:
        raise ValueError("the page has no place for figures")
    return f"{before}{BEGIN}\n{figures(trees)}\n{END}{after}"


def main(shared: Path) -> int:
    trees = list(measured(shared))
    if not trees:
        print(f"{shared} has no trees to measure", file=sys.stderr)
        return 1
    PAGE.write_text(page(PAGE.read_text("utf-8"), trees), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared").resolve()))
