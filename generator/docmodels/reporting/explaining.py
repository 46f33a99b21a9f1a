"""Texts about codes, kinds of changes and of differences, and keys of the configuration, for `docmodels explain`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ..changes import KINDS
from ..config import describing, suggestion
from ..config.loading import PACKAGES
from ..config.schema import schema
from ..diagnostics.codes import CODES
from ..diagnostics.differences import DIFFERENCES
from ..diagnostics.explanations import without_correction
from ..patterns import regex
from .review import sides

_LINK = regex(r"\[([^]]*)\]\([^)]*\)")


def explanation(name: str, columns: int) -> str:
    """The text for a code, a kind or a key, with a line end.

    name     `unknown-type`, `field-added`, `strict` or `fields.nullable`
    columns  the most columns of a line

    Raises ValueError for any other name; its message has the nearest one.
    """
    paragraphs = list(_paragraphs(name))
    if not paragraphs:
        raise ValueError(f'no code, kind or key "{name}"{suggestion(name, list(_purposes()))}')
    return "\n".join(_wrapped(text, columns) for text in paragraphs)


def index() -> str:
    """A line for each code, kind and key."""
    names = _purposes()
    width = max(map(len, names))
    return "".join(f"{name:{width}}  {purpose}\n" for name, purpose in names.items())


def _paragraphs(name: str) -> Iterator[str]:
    if code := CODES.get(name):
        yield f"{name}: {_article(code.severity)}"
        yield code.meaning
        yield f"Remedy: {code.remedy}"
        if ways := without_correction([code]):
            yield f"{ways[0].upper()}{ways[1:]}."
    if kind := KINDS.get(name):
        yield f"{name}: a kind of change that breaks {sides(kind.breaks)}"
        yield kind.meaning
    if difference := DIFFERENCES.get(name):
        yield f"{name}: a kind of difference, {_article(difference.severity)}"
        yield difference.meaning
        yield f"Remedy: {difference.remedy}"
    for key in _keys():
        if name in (key.dotted, key.name):
            yield f"{key.dotted}: a key of {_table(key)}"
            yield f"{key.meaning[0].upper()}{key.meaning[1:]}."
            yield f"Value: {key.value}"
            yield f"Default: {key.default}"


def _purposes() -> dict[str, str]:
    codes = {name: _article(code.severity) for name, code in CODES.items()}
    kinds = {name: f"a kind of change that breaks {sides(kind.breaks)}" for name, kind in KINDS.items()}
    differences = {name: f"a kind of difference, {_article(kind.severity)}" for name, kind in DIFFERENCES.items()}
    return codes | kinds | differences | {key.dotted: f"a key of {_table(key)}" for key in _keys()}


def _keys() -> Iterator[describing.Key]:
    for table in describing.TABLES:
        yield from describing.keys(schema(), table)
    packages = schema()["properties"][PACKAGES]["description"].rstrip(".")
    yield describing.Key("", PACKAGES, "tables by name", "none", packages)


def _table(key: describing.Key) -> str:
    match key.table:
        case "":
            return "[tool.docmodels]"
        case "tables":
            return "[[tool.docmodels.tables]]"
        case "fields":
            return "a field in [tool.docmodels.fields]"
        case table:
            return f"[tool.docmodels.{table}]"


def _article(severity: str) -> str:
    return f"{'an' if severity == 'error' else 'a'} {severity}"


def _wrapped(text: str, columns: int) -> str:
    """A paragraph of Markdown as lines of text, without the targets of links."""
    return (
        textwrap.fill(_LINK.sub(r"\1", text), max(columns, 20), break_on_hyphens=False, break_long_words=False) + "\n"
    )
