"""Docs of hostile size: what could make a reader hang, recurse without end or fill the memory.

A case takes a number and gives the pages of a tree that is about as long; beside it stands the number that `make soak`
takes. `python -m tests.soak.sizes CASE NUMBER FOLDER` writes them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from tests.soak.hand_written import HAND_WRITTEN
from tests.soak.shapes import SHAPES

Pages = Mapping[str, str]
Make = Callable[[int], Pages]

_HEAD = "| Field | Type | Required | Description | Example |\n| - | - | - | - | - |\n"
_NAMED = "| Name | Value |\n| - | - |\n"


def model(table: str, title: str = "Room", description: str = "") -> str:
    """The page of an object with these rows."""
    return f"# {title}\n\n{description}\n\n## Fields\n\n{_HEAD}{table}"


def row(name: str = "Id", kind: str = "*string*", description: str = "", example: str = "") -> str:
    return f"| `{name}` | {kind} | :heavy_check_mark: | {description} | {example} |\n"


def _typed(kind: str) -> Pages:
    """A tree whose types are C#'s, with one type that is not so simple."""
    return {"Room.md": model(row() + row("Odd", kind)), "Hall.md": model(row(kind="*bool*"), "Hall")}


def _unions(n: int) -> Pages:
    """As many links, in as many cells as may hold them."""
    links = min(n, 1900)
    rows = "".join(row(f"F{at}", f"Map<{', '.join(['[Hall](Hall.md)'] * links)}>") for at in range(n // links))
    return {"Room.md": model(rows), "Hall.md": model(row(), "Hall")}


def _described(text: str) -> Pages:
    """The text wherever prose can stand: in a cell, in a heading, below the title, in a section of its own."""
    return {"Room.md": f"{model(row(description=text), description=text)}\n## {text}\n\n{text}\n"}


def _values(rows: str) -> Pages:
    return {"Kind.md": f"# Kind\n\n## Values\n\n{_NAMED}{rows}"}


def _example(text: str) -> Pages:
    return {"Room.md": model(row(kind="*object*", example=text)), "Usage.md": _usage(text)}


def _usage(code: str) -> str:
    return f"# Usage\n\n## Example Usage\n\n```typescript\nlet value = {code}\n```\n\n## Fields\n\n{_HEAD}{row()}"


def _ring(n: int) -> Pages:
    """Pages that refer to each other in one circle."""
    return {f"P{i}.md": model(row("Next", f"[P{(i + 1) % n}](P{(i + 1) % n}.md)"), f"P{i}") for i in range(n)}


def _ring_of_helpers(n: int) -> Pages:
    """The same, with pages in it that have the names of what every module imports."""
    names = ["Any", "BaseModel", "Field", "Annotated", *(f"P{i}" for i in range(n))]
    return {
        f"{name}.md": model(row("Next", f"[{after}]({after}.md)", "Said.") + row("Odd", "*object*"), name)
        for name, after in zip(names, [*names[1:], names[0]], strict=True)
    }


def _all_to_all(n: int) -> Pages:
    """As many pages as make that many links, each linking to all."""
    pages = max(2, int(n**0.5))
    rows = "".join(row(f"F{i}", f"[P{i}](P{i}.md)") for i in range(pages))
    return {f"P{i}.md": model(rows, f"P{i}") for i in range(pages)}


def _chain(n: int) -> Pages:
    """Unions that are members of each other, and examples of the first one."""
    pages = {
        f"U{i}.md": f"# U{i}\n\n## Supported Types\n\n### [U{i + 1}](U{i + 1}.md)\n\n### [R](R.md)\n" for i in range(n)
    }
    fields = "".join(row(f"F{i}", "[U0](U0.md)", example="{}") for i in range(n))
    return pages | {"R.md": model(row(), "R"), "Room.md": model(fields), f"U{n}.md": model(row(), f"U{n}")}


def _union(n: int) -> Pages:
    """One page that links to all, and examples of it."""
    members = "".join(f"### [P{i}](P{i}.md)\n\n" for i in range(n))
    fields = "".join(row(f"F{i}", "[U](U.md)", example='{"id": 1}') for i in range(n))
    pages = {f"P{i}.md": model(row(), f"P{i}") for i in range(n)}
    return pages | {"U.md": f"# U\n\n## Supported Types\n\n{members}", "Room.md": model(fields)}


def _choices(n: int) -> Pages:
    """Lists of lists that can be read in more ways than there are atoms, and an example that fits none."""
    pages = {
        f"{name}.md": f"# {name}\n\n## Supported Types\n\n### List<[A](A.md)>\n\n### List<[B](B.md)>\n" for name in "AB"
    }
    depth = min(n, 30)
    return pages | {"Room.md": model(row("Odd", "[A](A.md)", example="[" * depth + '"x"' + "]" * depth))}


def _twins(n: int) -> Pages:
    """Pages of one title, and as many types that name it."""
    pages = {f"f{i}/Hall.md": model(row(), "Hall") for i in range(n)}
    names = "".join(row(f"F{i}", "Hall" if i % 2 else f"f{i}.Hall") for i in range(n))
    return pages | {"Room.md": model(names)}


def _wide(n: int) -> Pages:
    """An object of many fields, and an example with as many of it."""
    fields = "".join(row(f"Field{i}") for i in range(n))
    some = ", ".join('{"x": 1}' for _ in range(n))
    return {
        "Room.md": model(fields),
        "Hall.md": model(row("Rooms", "List<[Room](Room.md)>", example=f"[{some}]"), "Hall"),
    }


CASES: Mapping[str, tuple[Make, int]] = MappingProxyType(
    {
        "a type nested deep in angle brackets": (lambda n: _typed("List<" * n + "*string*" + ">" * n), 100_000),
        "a type nested deep in square brackets": (lambda n: _typed("[" * n + "string" + "]" * n), 100_000),
        "a type of lists of lists": (lambda n: _typed("string" + "[]" * n), 100_000),
        "a type of lists of lists in parentheses": (lambda n: _typed("(" * 40 + "string" + ("[]" * 40 + ")") * 40), 1),
        "a type of marks for null": (lambda n: _typed("string" + "?" * n), 100_000),
        "a type of brackets that are never closed": (lambda n: _typed("List<" * n), 200_000),
        "a type of quotes that are never closed": (lambda n: _typed('`"' + '\\"' * n + "`"), 200_000),
        "a type of links": (lambda n: _typed(" ".join(["[Hall](Hall.md)"] * n)), 1_000_000),
        "a type that is a union of links": (lambda n: _typed(" \\| ".join(["[Hall](Hall.md)"] * n)), 1_000_000),
        "many types of unions of links": (_unions, 100_000),
        "a cell of megabytes": (lambda n: _described("Lorem ipsum dolor. " * (n // 19)), 10_000_000),
        "a word of megabytes": (lambda n: _described("x" * n), 10_000_000),
        "a table of many rows": (
            lambda n: {"Room.md": model("".join(row(f"Field{i}", description="What it is.") for i in range(n)))},
            200_000,
        ),
        "a table of many short rows": (
            lambda n: {"Room.md": model("".join(f"| `F{i}` | *string* |\n" for i in range(n)))},
            200_000,
        ),
        "unclosed brackets": (lambda n: _described("[" * n), 200_000),
        "unclosed links": (lambda n: _described("[a](" * n), 200_000),
        "unclosed links with titles": (lambda n: _described('[a](b "' * n), 200_000),
        "unclosed images": (lambda n: _described("![" * n), 200_000),
        "brackets that are no links": (lambda n: _described("[" * n + "]" * n), 200_000),
        "unclosed emphasis": (lambda n: _described("*a " * n), 200_000),
        "emphasis marks that match nothing": (lambda n: _described("*a_ " * n), 200_000),
        "emphasis of growing length": (
            lambda n: _described("".join("a" + "*" * (i % 300) for i in range(n // 150))),
            200_000,
        ),
        "unclosed strikes": (lambda n: _described("~~a ~~" * n), 200_000),
        "unclosed backticks": (lambda n: _described("`a" * n + "`" * 3), 200_000),
        "backticks of growing length": (
            lambda n: _described(" ".join("`" * (i % 600) for i in range(n // 300))),
            200_000,
        ),
        "unclosed comments in cells": (lambda n: _described("a <!-- " * n), 200_000),
        "unclosed tags": (lambda n: _described("a <b " * n), 200_000),
        "unclosed declarations": (lambda n: _described("a <!A " * n), 200_000),
        "unclosed CDATA": (lambda n: _described("a <![CDATA[" * n), 200_000),
        "unclosed instructions": (lambda n: _described("a <? " * n), 200_000),
        "unclosed autolinks": (lambda n: _described("a <http:" * n), 200_000),
        "entities": (lambda n: _described("&amp;&#1;&x" * n), 200_000),
        "backslashes": (lambda n: _described("\\" * n), 200_000),
        "nested links in links": (lambda n: _described("[" * n + "a](b)" * n), 100_000),
        "links in prose": (lambda n: _described("[a](b.md) " * n), 1_000_000),
        "links in type cells": (
            lambda n: {
                "Room.md": model("".join(row(f"F{i}", "[Hall](Hall.md)") for i in range(n))),
                "Hall.md": model(row(), "Hall"),
            },
            200_000,
        ),
        "a page that is long": (
            lambda n: {"Room.md": model(row()) + "\n## More\n\n" + "Lorem ipsum.\n\n" * (n // 14)},
            50_000_000,
        ),
        "a page of one line": (lambda n: {"Room.md": "x" * n}, 50_000_000),
        "a page of blank lines": (lambda n: {"Room.md": model(row()) + "\n" * n}, 50_000_000),
        "a page of headings": (lambda n: {"Room.md": model(row()) + "### Head\n\n" * n}, 10_000),
        "a page of titles": (lambda n: {"Room.md": model(row()) + "# Room\n\n" * n}, 10_000),
        "unclosed fences": (lambda n: {"Room.md": model(row()) + "\n- ```\n" * n}, 50_000),
        "fences of growing length": (
            lambda n: {"Room.md": model(row()) + "\n" + "".join("`" * (3 + i % 600) + "\n" for i in range(n // 300))},
            1_000_000,
        ),
        "unclosed HTML blocks": (lambda n: {"Room.md": model(row()) + "\n<div>\n\n<!-- a\n" * n}, 50_000),
        "comments in one block": (lambda n: {"Room.md": model(row()) + "\n<!-- a -->" * n}, 200_000),
        "lists nested deep": (
            lambda n: {"Room.md": model(row()) + "\n" + "".join(f"{'  ' * i}- a\n" for i in range(n))},
            2_000,
        ),
        "lists nested deep in one line": (lambda n: {"Room.md": model(row()) + "\n" + "- " * n + "a\n"}, 100_000),
        "long lists": (lambda n: {"Room.md": model(row()) + "\n" + "- a\n" * n}, 200_000),
        "quotations nested deep": (lambda n: {"Room.md": model(row()) + "\n" + ">" * n + " a\n" * 3}, 100_000),
        "quotations of many lines": (lambda n: {"Room.md": model(row()) + "\n" + (">" * 40 + " a\n") * n}, 10_000),
        "lines that look like rows": (lambda n: {"Room.md": model(row()) + "\nText\n" + "| a | b |\n" * n}, 200_000),
        "delimiter rows": (lambda n: {"Room.md": model(row()) + "\n" + "|-|-|\n" * n}, 200_000),
        "a row of many cells": (lambda n: {"Room.md": model("|" + " a |" * n + "\n")}, 1_000_000),
        "a table of many columns": (
            lambda n: {
                "Room.md": "# Room\n\n## Fields\n\n" + "| a " * n + "|\n" + "| - " * n + "|\n" + "| b " * n + "|\n"
            },
            200_000,
        ),
        "front matter that never ends": (lambda n: {"Room.md": "---\na: b\n" + "c: d\n" * n}, 200_000),
        "link definitions": (
            lambda n: {"Room.md": model(row()) + "".join(f"\n[a{i}]: b\n" for i in range(n))},
            100_000,
        ),
        "a title of megabytes": (lambda n: {"Room.md": model(row(), "Room" * (n // 4))}, 1_000_000),
        "a title of words": (lambda n: {"Room.md": model(row(), "Room a " * (n // 7))}, 1_000_000),
        "a field's name of megabytes": (lambda n: {"Room.md": model(row("Name" * (n // 4)))}, 1_000_000),
        "a description of lines": (lambda n: {"Room.md": model(row(description="Lorem<br/>" * (n // 10)))}, 1_000_000),
        "prose of one line": (lambda n: {"Room.md": model(row(), description="lorem ipsum " * (n // 12))}, 10_000_000),
        "prose of numbered words": (
            lambda n: {"Room.md": model(row(), description="1. 2. # - > " * (n // 12))},
            1_000_000,
        ),
        "prose of triple quotes": (lambda n: {"Room.md": model(row(), description='"""\\' * (n // 4))}, 1_000_000),
        "prose of invisible characters": (
            lambda n: {"Room.md": model(row(), description="\u202e\u200b" * (n // 2))},
            1_000_000,
        ),
        "prose of wide characters": (
            lambda n: {"Room.md": model(row(description="名前 " * (n // 3)), description="名前 " * (n // 3))},
            30_000,
        ),
        "an example of deep JSON": (lambda n: _example("[" * n + "]" * n), 100_000),
        "an example of deep objects": (lambda n: _example('{"a":' * n + "1" + "}" * n), 100_000),
        "an example of unclosed JSON": (lambda n: _example("[" * n), 100_000),
        "an example of unclosed quotes": (lambda n: _example('{a: "' + '\\"' * n), 200_000),
        "an example of many digits": (lambda n: _example("1" * n), 1_000_000),
        "an example of many decimals": (lambda n: _example("1." + "1" * n), 1_000_000),
        "an example of a huge exponent": (lambda n: _example("1e" + "9" * n), 1_000_000),
        "an example of many items": (lambda n: _example("[" + ",".join("1" * (n // 2)) + "]"), 1_000_000),
        "examples in one cell": (lambda n: _example("**Example:** 1 " * n), 100_000),
        "an example with many keys": (
            lambda n: _example("{" + ",".join(f'"k{i}": 1' for i in range(n)) + "}"),
            100_000,
        ),
        "a table of tiny rows": (
            lambda n: {"Room.md": "# R\n\n## Fields\n\nField|Type\n-|-\n" + "".join(f"{i:x}|a\n" for i in range(n))},
            120_000,
        ),
        "pipes": (lambda n: {"Room.md": model("|" * n)}, 990_000),
        "tiny blocks": (lambda n: {"Room.md": model(row()) + "\n" + "#\n" * n}, 490_000),
        "tiny items": (lambda n: {"Room.md": model(row()) + "\n" + "-\n" * n}, 490_000),
        "tiny tokens of code": (lambda n: _example("[" + "a," * n), 240_000),
        "values of an enumeration": (lambda n: _values("".join(f"| `V{i}` | v{i} |\n" for i in range(n))), 200_000),
        "values of one name": (lambda n: _values("".join(f"| `A{'_' * i}` | v{i} |\n" for i in range(n))), 2_000),
        "values without names": (
            lambda n: {
                "Kind.md": "# Kind\n\n## Values\n\n" + "".join(f"- `{'-' * (i % 50)}a{i // 50}`\n" for i in range(n))
            },
            20_000,
        ),
        "values of many digits": (lambda n: _values(f"| `A` | {'1' * n} |\n| `B` | `{'2' * n}` |\n"), 1_000_000),
        "fields of one name after normalisation": (
            lambda n: {"Room.md": model("".join(row("".join("-+"[int(d)] for d in f"{i:b}") + "a") for i in range(n)))},
            10_000,
        ),
        "fields of one wire name": (
            lambda n: {
                "Room.md": model("".join(row("room" + "_" * (i % 60) + "id" + "_" * (i // 60)) for i in range(n)))
            },
            3_000,
        ),
        "a link to itself": (
            lambda n: {"Room.md": "# Room\n\n## Supported Types\n\n" + "### [Room](Room.md)\n\n" * n},
            10_000,
        ),
        "pages in one circle": (_ring, 10_000),
        "pages in one circle with names of helpers": (_ring_of_helpers, 5_000),
        "pages that link to all pages": (_all_to_all, 100_000),
        "unions of unions, and examples": (_chain, 2_000),
        "a union of many pages, and examples": (_union, 5_000),
        "examples that could be read in many ways": (_choices, 30),
        "pages of one title": (_twins, 5_000),
        "an object of many fields in many examples": (_wide, 20_000),
        **HAND_WRITTEN,
        **SHAPES,
    }
)


def write(pages: Pages, folder: Path) -> None:
    for path, text in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(CASES[sys.argv[1]][0](int(sys.argv[2])), Path(sys.argv[3]))
