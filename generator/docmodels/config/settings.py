"""The settings of a run, and their defaults.

[tool.docmodels]
docs = "docs_in"
out = "generated"
exclude = ["drafts/*"]

[tool.docmodels.fields]
"*.modified_at" = { nullable = true }
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Literal

from ..diagnostics import Place
from ..frozen import frozen
from ..limits import Limits
from .places import place_of

WireCase = Literal["", "camel", "snake", "as_written"]
Extra = Literal["ignore", "allow", "forbid"]
Unknown = Literal["reject", "keep"]
Layout = Literal["modules", "single"]

LIKELY = ("docs_in", "docs", "doc", "documentation", "api")
"""The folders where docs may be, in this order."""


@frozen()
class FieldSettings:
    """The settings of fields; None and "" leave the decision to the docs.

    nullable   whether the fields may be null
    required   whether the fields must be there
    type       the type in Python's notation, with names of models: `list[Room]`
    wire       the name in the JSON
    wire_case  how the JSON spells the name; an example of the field itself comes first
    """

    nullable: bool | None = None
    required: bool | None = None
    type: str = ""
    wire: str = ""
    wire_case: WireCase = ""


@frozen()
class OwnTables:
    """The words of a team for its own tables, besides those that docmodels knows.

    pages       patterns of the paths of pages; without any, all pages
    columns     headings of columns, by their meanings: name, type, description, required, …
    yes         words for yes in a column of marks
    no          words for no in a column of marks
    types       types that docmodels knows, by the words of the team
    frames      words behind a name in a heading that are no part of the name
    models      patterns of headings of tables that are models, whatever the tables look like
    not_models  patterns of headings of tables that are no models
    """

    pages: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    types: Mapping[str, str] = field(default_factory=dict, hash=False)
    frames: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    not_models: tuple[str, ...] = ()


@frozen()
class Config:
    """The settings of a run: the keys of `[tool.docmodels]`.

    docs       the folder of the Markdown pages
    out        the folder that becomes the package of the models
    family     the family of the docs, for all pages or by patterns of paths; by default, each page decides
    language   the notation of the types, for all pages or by patterns of paths; by default, the docs decide
    wire_case  how the JSON spells the names of fields; by default, the docs decide
    fields     settings of single fields, by selectors: `Class.field`, `*.field`, `page#Class.field`
    names      the names of classes, by selectors; `false` leaves a class out
    base       the class that all models inherit from, with its module: `acme.Model`
    extra      what objects do with keys that the docs do not name
    unknown    what enumerations and unions do with values that the docs do not name
    samples    a folder of recorded JSON, from which docmodels learns what the docs do not show
    learned    the file that `learn` writes, and that builds read in place of `samples`
    recordings  the models of recordings, by patterns of the paths of files in `samples`
    flavour    the library of the classes
    layout     whether each page becomes a module, or all pages become one
    templates  a folder of templates that replace the built-in ones
    strict     warnings fail the run, as errors do
    exclude    patterns, relative to `docs`, of pages to leave out
    ignore     codes of findings to ignore, by patterns of the paths of pages
    tables     words of your own for tables that people write
    limits     how much docmodels reads of one page
    file       the pyproject.toml with these settings, or None

    Where several keys of a table match one thing, the last one decides.
    """

    docs: Path = Path("docs_in")
    out: Path = Path("generated")
    family: str | Mapping[str, str] = field(default="", hash=False)
    language: str | Mapping[str, str] = field(default="", hash=False)
    wire_case: WireCase = ""
    fields: Mapping[str, FieldSettings] = field(default_factory=dict, hash=False)
    names: Mapping[str, str | Literal[False]] = field(default_factory=dict, hash=False)
    base: str = ""
    extra: Extra = "ignore"
    unknown: Unknown = "reject"
    samples: Path | None = None
    learned: Path | None = None
    recordings: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict, hash=False)
    flavour: str = "pydantic"
    layout: Layout = "modules"
    templates: Path | None = None
    strict: bool = False
    exclude: tuple[str, ...] = ()
    ignore: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    tables: tuple[OwnTables, ...] = field(default=(), hash=False)
    limits: Limits = field(default_factory=Limits)
    file: Path | None = None

    def place(self, *keys: str) -> Place:
        """The place of a key of `[tool.docmodels]`, relative to the folder of the file."""
        line, column = place_of(self.file, "tool", "docmodels", *keys) if self.file is not None else (0, 0)
        return Place("pyproject.toml", line, column, len(keys[-1]) if column else 1)

    def error(self, message: str, *keys: str) -> ConfigError:
        """The error for a value, which the keys lead to from `[tool.docmodels]`."""
        line, column = place_of(self.file, "tool", "docmodels", *keys) if self.file is not None else (0, 0)
        return ConfigError(message, self.file, line, column)


class ConfigError(Exception):
    """The configuration or the command line is wrong; `str` gives `file:line:column: message`.

    message  one line, without the place
    file     the file with the mistake, or None
    line     counted from 1; 0 if unknown
    column   counted from 1 in characters; 0 if unknown
    """

    def __init__(self, message: str, file: Path | None = None, line: int = 0, column: int = 0) -> None:
        super().__init__(message, file, line, column)
        self.message = message
        self.file = file
        self.line = line
        self.column = column

    def __str__(self) -> str:
        if self.file is None:
            return self.message
        place = [str(number) for number in (self.line, self.column) if number]
        return f"{':'.join([self.file.as_posix(), *place])}: {self.message}"
