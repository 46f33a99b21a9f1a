"""Names that a careless generator trips over, and a docs folder full of them."""

from __future__ import annotations

import builtins
import keyword
import os
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel

NEWER = {"PythonFinalizationError"}
"""Built-in names since Python 3.11. Every Python gets the same tree, so that a finding in it does not hang on one."""

NAMES = (
    # Python's own
    *keyword.kwlist,
    *("_", "case", "match"),
    *(name for name in dir(builtins) if not name.startswith("_") and name not in NEWER),
    # pydantic's own, and what looks so
    *(name for name in (*dir(BaseModel), *dir(type(BaseModel))) if not name.startswith("_")),
    "model_",
    "model_config_",
    "ModelConfig",
    "ModelDump",
    "modelValidateSomething",
    "__init__",
    "__class__",
    "__annotations__",
    "__dict__",
    "__pydantic_complete__",
    "__pydantic_extra__",
    "__root__",
    "_private",
    "_",
    "__all__",
    "self",
    "cls",
    "mro",
    "name",
    "value",
    "_missing_",
    "_ignore_",
    "_value_",
    "_generate_next_value_",
    # what generated modules import, call things, or are called
    "Annotated",
    "Any",
    "BaseModel",
    "ConfigDict",
    "Enum",
    "EnumIntEnum",
    "EnumStrEnum",
    "Field",
    "IntEnum",
    "Literal",
    "PydanticBaseModel",
    "PydanticField",
    "StrEnum",
    "TYPE_CHECKING",
    "TypeAliasType",
    "TypingAnnotated",
    "TypingAny",
    "UUID",
    "UuidUUID",
    "date",
    "datetime",
    "dt",
    "dt_",
    "enum",
    "importlib",
    "pydantic",
    "time",
    "timedelta",
    "typing",
    "typing_extensions",
    "uuid",
    "_MODULES",
    "_NAMES",
    "_import_module",
    "__getattr__",
    # one name to some readers, several to others
    "RoomId",
    "roomId",
    "room_id",
    "room-id",
    "Room ID",
    "ROOM_ID",
    "room.id",
    "Roomid",
    "room_id_2",
    "@roomId",
    "$room$id",
    "room?id",
    "id",
    "Id",
    "ID",
    "+1",
    "-1",
    "1",
    "01",
    "2FA",
    "*",
    "#",
    "...",
    "a.b",
    "a[b]",
    "a:b",
    "con",
    "AUX",
    "com1",
    # Unicode: letters without case, letters that NFKC changes, digits, marks, what cannot be seen
    "名前",
    "имя",
    "größe",
    "STRASSE",
    "straße",
    "ﬁeld",
    "ſelf",
    "µ",
    "μ",
    "K",  # the sign of the kelvin
    "ª",
    "²",
    "Ⅷ",
    "٣",
    "İd",
    "ıd",
    "ǅ",
    "ǆ",
    "é",
    "e\u0301",
    "\u0301",
    "𝔉𝔦𝔢𝔩𝔡",
    "ｃｌａｓｓ",
    "नाम",
    "ก",
    "na\u200bme",
    "na\u200dme",
    "\u202ename",
    "\ufeffname",
    "🙂",
    "a🙂b",
    "℘",
    "·",
    "a·b",
    "na\ufe0fme",  # a variation selector, which Python takes for a part of a name
    "\u3164",  # a filler that is a letter
    "ς",
    "σ",
    "a\u2e2fb",  # a letter that no identifier may have
)
"""Field names, values and titles as docs could have them. None has a line end, and none a backtick."""

TEXTS = (
    # what ends a literal, a docstring or a comment, or escapes its end
    *('"', "'", '""', '"""', "'''", "\\", "\\\\", '\\"', '\\"""', '"""\\', "#", "# noqa", "\\\n"),
    *("\n", "\r", "\r\n", "\n\n", "\t", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\0"),
    # what is code behind it
    *('"""; import os; os.system("true")', '"""\nimport os\n', "\n    import os\n", "__import__('os').getpid()"),
    *(
        '")] = print(1)  # ',
        "\\u0022)",
        "\\x22",
        "\\N{QUOTATION MARK}",
        "{x!r}",
        "%s",
        "${x}",
        ")",
        "]",
        "}",
        ":",
        ";",
        ",",
    ),
    # Jinja
    *(
        "{{ 7 * 7 }}",
        "{{ module }}",
        "{{ ''.__class__ }}",
        "{% raw %}",
        "{% endblock %}",
        "{% include 'x' %}",
        "{#",
        "#}",
    ),
    # Markdown and HTML
    *(
        "|",
        "\\|",
        "`",
        "``",
        "```",
        "~~~",
        "*",
        "**",
        "_",
        "~~",
        "<br/>",
        "<!--",
        "-->",
        "<script>",
        "---",
        "# T",
        "## Fields",
    ),
    *(
        "&quot;",
        "&#34;&#34;&#34;",
        "&#10;",
        "&#0;",
        "&#xd800;",
        "&lt;",
        "[x](y)",
        "[x](../../../etc/passwd)",
        "![x](y)",
    ),
    *("**Example:**", ": warning: ** DEPRECATED **: ", "- ", "1. ", "> ", "    ", "N/A", "null", "1e999", "NaN"),
    # JSON
    *('{"a": 1}', '{"\\ud800": "\\ud800"}', '"\\ud800"', "[[[[", '{"__class__": {}}'),
    # what a terminal or a CI server obeys
    *("\x1b[31m", "\x1b]0;title\x07", "\x9b31m", "\x08", "\x7f", "::error::x", "##[error]x", "##vso[task.x]y"),
    # what cannot be seen, or turns its neighbours round
    *(
        "\u200b",
        "\u200d",
        "\u2060",
        "\ufeff",
        "\xad",
        "\u202e",
        "\u202a",
        "\u2066",
        "\u2069",
        "\u200f",
        "\u061c",
        "\U000e0041",
    ),
    *("\ufe0f", "\u3164", "\u0301", "\ufffd", "\uffff", "🙂", "名", "ﬁ", "\u212a", "ß", "İ", "ſ", "\u2e2f"),
    # words
    *("a", "Id", "name", "A long word and others, so that lines are broken somewhere. ", " ", "self", "import", "None"),
)
"""Pieces that the text of a hostile page is made of. All of them can stand in a file that is UTF-8."""

_TYPES = [
    *("*string*", "*int*", "*float*", "*bool*", "*byte[]*", "*object*", "*Guid*", "List<*string*>"),
    *("*DateTime*", "*LocalDate*", "*TimeOnly*", "*TimeSpan*", "Dictionary<String, *int*>"),
]
_FOLDERS = ["", "class", "Models", "Models/typing"]


def write(docs: Path) -> None:
    """Pages with every name for a title, in circles of ten or so, and pages with every name for a field."""
    paths = [docs / _FOLDERS[at % len(_FOLDERS)] / f"page {at}.md" for at in range(len(NAMES))]
    for at, (path, name) in enumerate(zip(paths, NAMES, strict=True)):
        path.parent.mkdir(parents=True, exist_ok=True)
        circle = paths[at - at % 10 :][:10]
        near = [circle[(at + step) % len(circle)] for step in (1, 2, 5, -1, -3)]
        links = [f"[T](<{os.path.relpath(page, path.parent)}>)" for page in near]
        path.write_text(f"# {name}\n\n{_union(links) if at % 3 == 0 else _table(NAMES[at:], links + _TYPES)}", "utf-8")
    for at in range(len(_TYPES)):
        types = [_TYPES[(at + step) % len(_TYPES)] for step in range(len(NAMES))]
        (docs / f"Fields {at}.md").write_text(f"# Fields {at}\n\n{_table(NAMES, types)}", "utf-8")


def _table(names: Iterable[str], types: Iterable[str]) -> str:
    rows = [f"| `{name}` | {kind} | :heavy_minus_sign: |\n" for name, kind in zip(names, types, strict=False)]
    return f"## Fields\n\n| Field | Type | Required |\n| - | - | - |\n{''.join(rows)}"


def _union(types: Iterable[str]) -> str:
    return "## Supported Types\n\n" + "".join(f"### {type_}\n\n" for type_ in types)
