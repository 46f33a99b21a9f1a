"""What docs/cells.md shows of the program: the cells and phrases that it understands, and what it reads in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields as attributes

from docmodels.markdown import Inline
from docmodels.model.declarations import Constraints
from docmodels.model.model import Model
from docmodels.model.types import INTEGER, NUMBER, STRING
from docmodels.model.wording import Wording
from docmodels.tables.beside import read_beside
from docmodels.tables.bounds import limits_in
from docmodels.tables.choices import choices
from docmodels.tables.default_sentences import default_in
from docmodels.tables.description_marks import description_marks
from docmodels.tables.lexicon import Mark, languages, lexicon, words
from docmodels.tables.lexicon.entries import split
from docmodels.tables.narrowing import narrowed_to
from docmodels.tables.typed_cells import read_type_cell

_ALL = words(languages())
_NAMES = {
    "de": "German", "en": "English", "es": "Spanish", "fr": "French", "ja": "Japanese",
    "ko": "Korean", "pt": "Portuguese", "ru": "Russian", "zh": "Chinese",
}  # fmt: skip
_WORDING = Wording(Model(()))
_MOST = 8  # words of an entry that a table shows

TYPES = (
    'one of "low", "high"', 'string ("low" or "high")', "string, `low` (default) or `high`", "enum(low, high)",
    "ENUM[low, high]", "String(low/high)", "0 or 1", "0/1", 'string, one of "low", "high" or your own',
    "integer; default 0", 'string (default: "a")', 'string = "a"', "number (0-100)", "int [1..5]", "integer >= 1",
    "string(32)", "string, up to 255 characters", "array (max 10)", "list of up to 5 strings", "uint8[4]",
    "string, optional", "string, required if open", "string or null", "integer in cents", "list, contains: `LineItem`",
    "AN..35", '= "card"',
)  # fmt: skip
"""Cells of types, one for each way to say something."""

DESCRIPTIONS = (
    "One of `low`, `high`.", "Possible values: low, high", "`low` or `high`", "Such as `low`, `high`", "0: none, 1: weekly",
    "Always `card`.", "Fixed value: EUR", "A label, 1-30 characters", "Between 1 and 50.", "3-20 characters, at most 2 digits", "min 1, max 99, default 5", "The rate. Defaults to `5`.", "*Optional*. The rate.",
    "(required) The rate.", "Required: no", "Required (if open). The rate.", "May be null.", "Null if none is set.", "Read-only. The rate.",
    "**Deprecated**. The rate.",
)  # fmt: skip
"""Descriptions, one for each way to say something."""


def types() -> str:
    """A table of cells of types, and what each says."""
    return _table(("Cell", "Reads as"), ((_code(cell), _type_cell(cell)) for cell in TYPES))


def descriptions() -> str:
    """A table of descriptions, and what each says of a field that a column calls a string, an integer or a number."""
    return _table(("Description", "Reads as"), ((_code(text), _description(text)) for text in DESCRIPTIONS))


def vocabulary() -> str:
    """A table of the words of each language, an entry a row."""
    parts = []
    for language in sorted(languages(), key=_NAMES.__getitem__):
        words = lexicon(language)
        rows = [
            *((f"{mark} field", words.marks.get(mark, "")) for mark in Mark),
            ("a default follows", words.defaults),
            ("all values follow", f"{words.values}, {words.one_of}"),
            ("some values follow", words.such_as),
            ("there are more values", words.more),
            ("the least value follows", words.least),
            ("the largest follows", words.most),
            ("both follow", words.between),
            ("characters are counted", words.characters),
            ("items are counted", words.items),
        ]
        lines = ((what, _words(text)) for what, text in rows if text)
        parts.append(f"### {_NAMES[language]}\n\n{_table(('What it says', 'Words'), lines)}")
    return "\n".join(parts)


def _table(header: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"| {header[0]} | {header[1]} |", "| --- | --- |", *(f"| {left} | {right} |" for left, right in rows)]
    return "\n".join(lines) + "\n"


def _words(entry: str) -> str:
    phrases = [word for word in split(entry) if word]
    more = ", …" if len(phrases) > _MOST else ""
    return ", ".join(map(_code, phrases[:_MOST])) + more


def _code(text: str) -> str:
    text = text.replace("|", "\\|")
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _type_cell(cell: str) -> str:
    reading = read_type_cell(Inline(cell, 1, 1), "", _ALL)
    marks = {Mark(mark) for mark in reading.marks}
    beside = read_beside(reading.rest, reading.type, _ALL, is_required=Mark.REQUIRED in marks)
    marks |= beside.marks
    if Mark.CONDITIONAL in marks:
        marks.discard(Mark.REQUIRED)
    kind = (
        f"list of {beside.size}, of each {_WORDING.type(reading.type)}"
        if beside.size is not None
        else _WORDING.type(reading.type)
    )
    facts = [
        kind,
        *_limits(beside.constraints),
    ]
    facts += [f"default `{beside.default}`"] if beside.default is not None else []
    facts += sorted(map(str, marks))
    facts += ["a finding" for _ in beside.doubts] or ["the rest is in the docs of the field" for _ in beside.notes[:1]]
    return ", ".join(facts)


def _description(text: str) -> str:
    facts = []
    for kind in (STRING, INTEGER, NUMBER):
        narrowed = narrowed_to(kind, choices(text, _ALL, "rate"))
        facts += [_WORDING.type(narrowed)] if narrowed != kind and not facts else []
        facts += [limit for limit in _limits(limits_in(text, kind, _ALL)) if limit not in facts]
    default = default_in(text, _ALL)
    facts += [f"default `{default}`"] if default is not None else []
    return ", ".join((*facts, *sorted(map(str, description_marks(text, _ALL))))) or "nothing"


def _limits(limits: Constraints) -> Iterator[str]:
    for attribute in attributes(Constraints):
        value = getattr(limits, attribute.name)
        if value is not None and value is not False and value != "":
            yield f"{attribute.name.replace('_', ' ')} {value}"
