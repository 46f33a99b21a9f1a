"""What the fuzzer starts from: `python -m tests.fuzz.seeds FOLDER` writes it, a folder a target."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path

from docmodels.families.sdk.claim import type_cells
from docmodels.families.sdk.outline import model_page
from docmodels.markdown import read_page

from tests.golden.pages import read_cases
from tests.trees import DOCS

WORDS = (
    *("# ", "## Fields", "## Values", "## Supported Types", "### ", "## Example Usage"),
    *("| Field | Type | Required | Description | Example |", "| - | - | - | - | - |", "| Name | Value |", "| - | - |"),
    *(":heavy_check_mark:", ":heavy_minus_sign:", "N/A", "```json", "~~~", "<!--", "-->", "<br/>", "~~", "**", "\\|"),
    *("[Page](../Models/Page.md)", "[Room](Room.md)", "[Kind](Kind.md)", "***Deprecated***", "&lt;", "&amp;", "---"),
    *("List<", "Dictionary<String, ", "*string*", "Optional[", "OptionalNullable[", "Union[", "Literal[", "T.any("),
    *("[]", "map[string]", "?", "*models.", "::", "`", "{ [k: string]: ", "Array<", "array<", "Record<string, "),
    *(
        "| Name | Type |",
        "| Member |",
        "| 字段名 | 类型 | 必填 |",
        "&nbsp;&nbsp;",
        "» ",
        "> ",
        "a[b].c",
        "id?",
        " \\*",
        "是",
        "Yes",
    ),
    *(
        "array of ",
        " or ",
        "map of ",
        " to ",
        " object",
        " collection",
        "数组",
        "1 << 3",
        "0x10",
        "Optional.",
        "one of `a`",
    ),
    *('"text"', "-1", "1.5", "true", "null", "[1, 2]", '{"a": 1}', "2024-01-01", "\u2028", "\x00", "\xa0", "\u0301"),
)
"""Pieces that matter to docmodels, for the fuzzer to put in."""


def pages() -> Iterator[bytes]:
    """The example docs, and the docs of the golden cases."""
    yield from (path.read_bytes() for path in sorted(DOCS.rglob("*.md")))
    for case in read_cases():
        yield from (data for name, data in case.inputs.items() if name.startswith("docs/"))


def cells() -> Iterator[bytes]:
    """The types in them."""
    for data in pages():
        page, _ = read_page("Page.md", data)
        draft = model_page(page) if page is not None else None
        yield from (cell.source.encode() for cell in (type_cells(draft.field_tables) if draft else ()))


def main(folder: Path) -> None:
    for name, seeds in (("page", pages()), ("table", pages()), ("cell", cells())):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for seed in set(seeds):
            (folder / name / sha1(seed, usedforsecurity=False).hexdigest()).write_bytes(seed)
    # The form of libFuzzer's -dict: a word a line, in quotes, with the escapes of C.
    lines = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS)
    (folder / "words").write_text("".join(f'"{line}"\n' for line in lines), encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
