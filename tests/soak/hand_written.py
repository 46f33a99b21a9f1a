"""Hand-written pages of hostile size."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

Pages = Mapping[str, str]

_INNER = "<table><tr><th>Key</th><th>Why</th></tr><tr><td>a</td><td>b</td></tr></table>"
_HEAD = "| Field | Type | Description |\n| - | - | - |\n"


def _page(rows: str, heading: str = "Room") -> Pages:
    return {"Room.md": f"# {heading}\n\n{_HEAD}{rows}"}


def _row(name: str = "id", kind: str = "string", description: str = "") -> str:
    return f"| {name} | {kind} | {description} |\n"


def _typed(kind: str) -> Pages:
    return _page(_row(kind=kind) + _row("name") + _row("note"))


def _described(text: str) -> Pages:
    return _page(_row(description=text) + _row("more", "object", text), text[:200])


def _tables(n: int, head: Callable[[int], str]) -> Pages:
    return {"Room.md": "# Rooms\n\n" + "".join(f"{head(i)}\n\n{_HEAD}{_row(f'f{i}')}\n" for i in range(n))}


def _values(n: int) -> Pages:
    return {"Kind.md": "# Kind\n\n| Value | Name |\n| - | - |\n" + "".join(f"| {i} | N{i} |\n" for i in range(n))}


HAND_WRITTEN: Mapping[str, tuple[Callable[[int], Pages], int]] = MappingProxyType(
    {
        "words: lists of lists": (lambda n: _typed("array of " * n + "strings"), 3_500),
        "words: alternatives": (lambda n: _typed("string or " * n + "integer"), 3_000),
        "words: commas": (lambda n: _typed("string, " * n + "or integer"), 4_000),
        "words: names": (lambda n: _typed("some thing " * n), 2_900),
        "words: brackets that are never closed": (lambda n: _typed("string (" * n), 4_000),
        "words: maps that are never closed": (lambda n: _typed("map of " * n), 4_500),
        "words: angle brackets": (lambda n: _typed("array&lt;" * n), 3_600),
        "words: links": (lambda n: _typed("[a](b.md) or " * n), 2_300),
        "words: a script without blanks": (lambda n: _typed("字符串数组" * n), 6_000),
        "words: marks": (lambda n: _typed("optional, " * n + "string"), 3_200),
        "phrases: marks at the head": (lambda n: _described("Optional. " * n), 3_200),
        "phrases: defaults": (lambda n: _described("defaults to " * n), 2_700),
        "phrases: defaults in code": (lambda n: _described("default ` " * n), 3_200),
        "phrases: values": (lambda n: _described("one of `a`, " * n), 2_700),
        "phrases: blanks": (lambda n: _described("possible values are" + "\u00a0" * n), 30_000),
        "labels: blanks": (lambda n: _tables(2, lambda _: f"fields{' ' * n}of"), 30_000),
        "labels: fields of fields": (lambda n: _tables(n, lambda i: f"`f{i - 1}`:"), 10_000),
        "phrases: links": (lambda n: _described("[a](b) see " * n), 2_900),
        "names: nested rows": (lambda n: _page("".join(_row("&gt;" * (i % 100) + f"f{i}") for i in range(n))), 50_000),
        "names: deep rows": (lambda n: _page("".join(_row("»" * i + f"f{i}") for i in range(n))), 300),
        "names: paths": (lambda n: _page(_row("a" + ".b" * (300 + n))), 15_000),
        "names: brackets": (lambda n: _page(_row("a" + "[b]" * (300 + n))), 10_000),
        "names: unclosed brackets": (lambda n: _page(_row("a " + "(b " * n)), 10_000),
        "names: blanks in the midst": (lambda n: _page(_row("a" + "\u00a0" * n + "b")), 30_000),
        "names: stars": (lambda n: _page(_row("a" + "\\*" * n)), 15_000),
        "tables below headings of their own": (lambda n: _tables(n, lambda i: f"## Room {i}"), 20_000),
        "tables below headings of one name": (lambda n: _tables(n, lambda _: "## Room"), 5_000),
        "tables below labels": (lambda n: _tables(n, lambda i: f"**Part {i}**"), 20_000),
        "tables below one heading": (lambda n: _tables(n, lambda _: "text"), 20_000),
        "tables of parts": (lambda n: _tables(n, lambda i: f"## Room {i}\n\n### Properties"), 10_000),
        "tables that Markdown takes for one": (
            lambda n: _page((_row() + "Label\n| Field | Type | a |\n| --- | --- | --- |\n") * n),
            20_000,
        ),
        "headings of frame words": (lambda n: _page(_row(), "the object " * n), 3_000),
        "values of a hand-written enumeration": (_values, 100_000),
        "paragraphs below a name in bold": (
            lambda n: {"Room.md": f"# Room\n\n{_HEAD}{_row()}\n**size**\nHow large.\n\n" + "It is so.\n\n" * n},
            20_000,
        ),
        "a table of many columns": (
            lambda n: {"Room.md": f"# Room\n\n{_HEAD}{_row()}\n" + "\n".join("|" + f" {c} |" * n for c in "a-b")},
            10_000,
        ),
        "tables in cells": (
            lambda n: _page("".join(_row(f"f{i}", "object", _INNER) for i in range(n))),
            3_000,
        ),
    }
)
