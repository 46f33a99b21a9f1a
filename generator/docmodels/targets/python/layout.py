"""Statements laid out as black leaves them, without calling black.

Black would take most of the time of a module. The code of docmodels needs only a few of its rules:

- A statement that fits on one line stays there.
- Inside brackets, a line that does not fit is split: a union before each `|`, anything else at its own brackets. The
  items between the brackets stand on a line each, with a comma behind the last; black keeps such a split. The only item
  of a subscript has no comma, which would make it a tuple.
- A statement is split at the brackets of its value or its annotation. A value or annotation without brackets gets
  parentheses, if it fits between them. With both, the default gets them first, as black does.

If names are so long that further rules matter, black itself formats that one statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...patterns import regex
from .formatter import LINE_LENGTH, black_format, fits
from .literals import string
from .syntax import (
    AnnotatedName,
    Assignment,
    ClassLine,
    Code,
    Doc,
    Group,
    Import,
    ImportModule,
    Keyed,
    Statement,
    Union,
    Words,
)

_STEP = 4
_LINES = regex(r"[^\n]*\n|[^\n]+|^$")


def lay_out(statement: Statement, *, indent: int = 0) -> Code:
    """The lines of the statement, indented, without a newline at the end.

    indent  in columns, a multiple of four
    """
    line = _line(indent, _flat_statement(statement))
    if fits(line):
        return Code(line)
    lines: list[str] | None
    match statement:
        case AnnotatedName():
            lines = _field(statement, indent)
        case Assignment(name=name, value=value):
            lines = _assigned(f"{name} = ", value, indent)
        case Import(module=module, names=names):
            lines = _block(f"from {module} import (", _rows(names, indent), ")", indent)
        case ImportModule():  # black lets it be
            lines = [line]
        case ClassLine(name=name, bases=bases):
            rows = [row for base in bases for row in _inside(base, indent + _STEP, after=",")]
            lines = _block(f"class {name}(", rows, "):", indent) if bases else [line]
    return Code("\n".join(lines) if lines else _by_black(line, indent))


def item(doc: Doc, *, indent: int) -> Code:
    """An item between brackets, on its own lines, with a comma behind it."""
    return Code("\n".join(_inside(doc, indent, after=",")))


def called(name: Code, function: Code, first: Code, rows: Iterable[Code]) -> Code:
    """`name = function(first, {rows})`; the rows are already laid out, indented by eight columns."""
    head = f"{name} = {function}("
    lines = [head, _line(_STEP, f"{first},"), _line(_STEP, "{"), *rows, _line(_STEP, "},"), ")"]
    return Code("\n".join(lines) if fits(head) and fits(lines[1]) else black_format("\n".join(lines)).rstrip())


def on_one_line(statement: Statement, comment: Code, *, indent: int) -> Code:
    """A statement with a comment behind it on one line; black allows any length for it."""
    return Code(_line(indent, _flat_statement(statement) + comment))


def stacked(parts: Iterable[Code]) -> Code:
    """Pieces of code below each other."""
    return Code("\n".join(parts))


# -- on one line --


def flat(doc: Doc) -> Code:
    """The document on one line."""
    match doc:
        case str():
            return doc
        case Group(open=opening, items=items, close=closing):
            return Code(opening + ", ".join(map(flat, items)) + closing)
        case Keyed(key=key, value=value):
            return Code(key + flat(value))
        case Union(items=items):
            return Code(" | ".join(map(flat, items)))
        case Words(text=text):
            return string(text)


def _flat_statement(statement: Statement) -> str:
    match statement:
        case AnnotatedName(name=name, annotation=annotation, default=default):
            set_to = "" if default is None else f" = {flat(default)}"
            return f"{name}: {flat(annotation)}{set_to}"
        case Assignment(name=name, value=value):
            return f"{name} = {flat(value)}"
        case Import(module=module, names=names):
            return f"from {module} import {', '.join(names)}"
        case ImportModule(module=module):
            return f"import {module}"
        case ClassLine(name=name, bases=bases):
            return f"class {name}({', '.join(map(flat, bases))}):" if bases else f"class {name}:"


# -- statements that do not fit on one line; None where black has to decide --


def _field(field: AnnotatedName, indent: int) -> list[str] | None:
    before = f"{field.name}: "
    annotation, default = field.annotation, field.default
    if default is None:
        if _is_too_long(annotation, indent + _STEP):
            return [_line(indent, before + flat(annotation))]
        return _annotated(before, annotation, indent)

    left = f"{before}{flat(annotation)} = "
    if isinstance(default, Group) and fits(_line(indent, left + default.open)):
        return _at_brackets(left, default, indent)
    if fits(_line(indent, f"{left}(")) and not _may_end_in_comma(annotation):
        return _block(f"{left}(", _inside(default, indent + _STEP), ")", indent)
    lines = _annotated(before, annotation, indent)
    if lines is None:
        return None
    tail = _assigned(f"{lines[-1].strip()} = ", default, indent)
    return None if tail is None else lines[:-1] + tail


def _annotated(before: str, annotation: Doc, indent: int) -> list[str] | None:
    if isinstance(annotation, Group):
        return _at_brackets(before, annotation, indent)
    return _in_parentheses(before, annotation, indent)


def _assigned(before: str, value: Doc, indent: int) -> list[str] | None:
    line = _line(indent, before + flat(value))
    if fits(line):
        return [line]
    if isinstance(value, Group):
        return _at_brackets(before, value, indent)
    if _is_too_long(value, indent + _STEP):
        return [line]
    return _in_parentheses(before, value, indent)


def _at_brackets(before: str, group: Group, indent: int) -> list[str] | None:
    if not group.items or not fits(_line(indent, before + group.open)):
        return None
    return _block(before + group.open, _items(group, indent), group.close.removeprefix(","), indent)


def _in_parentheses(before: str, doc: Doc, indent: int) -> list[str] | None:
    body = _inside(doc, indent + _STEP)
    if not fits(_line(indent, f"{before}(")) or (isinstance(doc, str) and not fits(body[0])):
        return None
    return _block(f"{before}(", body, ")", indent)


def _is_too_long(doc: Doc, indent: int) -> bool:
    """Whether the document is a name or a string that fits on no line, which black leaves alone."""
    is_one = isinstance(doc, str) and (doc.isidentifier() or doc.startswith(('"', "'")))
    return is_one and not fits(_line(indent, flat(doc)))


def _by_black(line: str, indent: int) -> str:
    """The statement as black formats it at its depth, alone in a module."""
    blocks = [_line(column, "if _:\n") for column in range(0, indent, _STEP)]
    formatted = black_format("".join([*blocks, line, "\n"]))
    return "\n".join(formatted.split("\n")[len(blocks) : -1])


# -- inside brackets --


def _inside(doc: Doc, indent: int, before: str = "", after: str = "") -> list[str]:
    """The lines of a document that begins a line, with `before` and `after` at its ends."""
    line = _line(indent, before + flat(doc) + after)
    if fits(line):
        return [line]
    match doc:
        case Keyed(key=key, value=Words(text=text)) if key.endswith("="):
            pieces = _pieces(text, indent + _STEP)
            if len(pieces) == 1 and not fits(pieces[0]):
                return [line]
            return _block(f"{before}{key}(", pieces, f"){after}", indent)
        case Keyed(key=key, value=value):
            return _inside(value, indent, before + key, after)
        case Union(items=items):
            last = len(items) - 1
            return [
                line
                for i, item in enumerate(items)
                for line in _inside(item, indent, "| " if i else before, after if i == last else "")
            ]
        case Group(open=opening, close=closing) if doc.items:
            rows = _items(doc, indent)
            return _block(before + opening, rows, closing.removeprefix(",") + after, indent)
    return [line]


def _items(group: Group, indent: int) -> list[str]:
    comma = "," if _may_end_in_comma(group) else ""
    return [line for item in group.items for line in _inside(item, indent + _STEP, after=comma)]


def _may_end_in_comma(doc: Doc) -> bool:
    """Whether the document has brackets with room for a comma behind the last item: `list[str]` has not."""
    return isinstance(doc, Group) and (len(doc.items) > 1 or doc.open == "[" or not doc.open.endswith("["))


def _pieces(text: str, indent: int) -> list[str]:
    """The text as string literals, a line each; a literal ends behind a newline or, if it must, behind a space.

    If all fit on one line, they stand on one line, as black would join them.
    """
    pieces = [string(piece) for line in _LINES.findall(text) for piece in _cut(line, indent)]
    joined = _line(indent, " ".join(pieces))
    if not fits(joined):
        return [_line(indent, piece) for piece in pieces]
    single = _line(indent, string(text))
    return [single if fits(single) else joined]


def _cut(line: str, indent: int) -> Iterator[str]:
    """The line in parts whose literals fit. Each part but the last ends behind a space; a word that is too long is a part."""
    room = max(1, LINE_LENGTH - indent - len('""'))
    start = end = 0
    while not end or end < len(line):
        end = len(line)
        if end - start > room:
            end = line.rfind(" ", start, start + room) + 1
            end = end or line.find(" ", start + room) + 1 or len(line)
        while not fits(_line(indent, string(line[start:end]))):
            shorter = line.rfind(" ", start, end - 1) + 1
            if not shorter:
                break
            end = shorter
        yield line[start:end]
        start = end


# -- lines --


def _block(head: str, body: Iterable[str], tail: str, indent: int) -> list[str]:
    return [_line(indent, head), *body, _line(indent, tail)]


def _rows(items: Iterable[str], indent: int) -> list[str]:
    return [_line(indent + _STEP, f"{item},") for item in items]


def _line(indent: int, code: str) -> str:
    return " " * indent + code
