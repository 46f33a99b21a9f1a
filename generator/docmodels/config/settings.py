"""The settings of a run, and their defaults.

[tool.docmodels]
docs = "docs_in"
out = "generated"
exclude = ["drafts/*"]

[tool.docmodels.fields]
"*.modified_at" = { nullable = true }
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import field, fields
from pathlib import Path
from typing import Any, Literal

from ..diagnostics import Place
from ..frozen import frozen
from ..limits import Limits
from .kinds import STRING, Kind, Known, KnownNames, not_known, text
from .places import At, ConfigError, Mistakes, place_of, suggestion
from .records import default_of, kinds_of
from .texts import BASE, CLASS, TARGET_CLASS, URL, USE, VERSIONS, Code, DifferenceKind

WireCase = Literal["", "camel", "snake", "as_written"]
Decimal = Literal["decimal", "float"]
Extra = Literal["ignore", "allow", "forbid"]
Unknown = Literal["reject", "keep"]
Layout = Literal["modules", "single"]
Examples = Literal["models", "evidence"]
Weight = Literal["error", "warning", "note"]
Unmarked = Literal["", "required", "optional"]


def _setting(default: object, texts: Kind = STRING, wanted: str = "", keys: str = "") -> Any:
    """A field of a dataclass, with the arguments of `records.kind_of`."""
    metadata = {"texts": texts, "wanted": wanted, "keys": keys}
    if isinstance(default, dict):
        return field(default_factory=dict, hash=False, metadata=metadata)
    return field(default=default, metadata=metadata)


FAMILY, LANGUAGE, FLAVOUR = Known("family"), Known("language"), Known("flavour")

NO_KEYS = ("file", "package")
"""The fields of `Config` that no configuration sets."""

LIKELY = ("docs_in", "docs", "doc", "documentation", "api")
"""The folders that may hold the docs, in this order."""


@frozen()
class FieldSettings:
    """The settings of fields; None and "" leave the decision to the docs.

    nullable   whether the fields may be null
    required   whether the fields must be there
    type       the type in Python's notation, with names of models: `list[Room]`
    values     the values that the fields, or the items of their lists, may have
    open       whether other values than the listed ones may occur
    wire       the name in the JSON
    wire_case  how the JSON spells the name; an example of the field itself comes first
    """

    nullable: bool | None = None
    required: bool | None = None
    type: str = _setting("", text("a type"))
    values: tuple[str, ...] = ()
    open: bool | None = None
    wire: str = _setting("", text("a name"))
    wire_case: WireCase = ""


@frozen()
class ClassSettings:
    """The settings of single classes.

    base  a class that they inherit from too, with its module: `acme.Base`
    use   your own class, which stands in for them: `acme.money:Money`; docmodels does not write them
    """

    base: str = _setting("", BASE)
    use: str = _setting("", USE)


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
    unmarked    what fields are that have no mark, in tables without a column of presence; by default, the tree decides
    """

    pages: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    types: Mapping[str, str] = field(default_factory=dict, hash=False)
    frames: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    not_models: tuple[str, ...] = ()
    unmarked: Unmarked = ""


@frozen()
class ExceptionSettings:
    """Differences that `docmodels compare` does not report.

    reason  the reason, for readers of the configuration
    kinds   the kinds of differences; without any, all kinds
    """

    reason: str = _setting("", text("a reason"))
    kinds: tuple[str, ...] = _setting((), DifferenceKind())


@frozen()
class CompareSettings:
    """The settings of `docmodels compare`.

    classes     the class of a model, by selectors of models: `Room`, `acme.models.Room`; false compares it with none
    exceptions  differences that are as they should be, by selectors: `Class.field`, `Class`; each with a reason
    """

    classes: Mapping[str, str | Literal[False]] = _setting({}, TARGET_CLASS)
    exceptions: Mapping[str, ExceptionSettings] = _setting({}, wanted='a table like { reason = "…" }')


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
    classes    settings of single classes, by selectors
    base       the class that all models inherit from, with its module: `acme.Model`
    extra      what objects do with keys that the docs do not name
    decimal    what decimal numbers are, such as amounts of money: exact, or floats
    unknown    what enumerations and unions do with values that the docs do not name
    samples    a folder of recorded JSON, from which docmodels learns what the docs do not show
    learned    the file that `learn` writes, and that builds read in place of `samples`
    recordings  the models of recordings, by patterns of the paths of files in `samples`
    flavour    the library of the classes
    layout     whether each page becomes a module, or all pages become one
    examples   whether JSON below a heading like Response becomes a model where no table shows it, or is only evidence
    templates  a folder of templates that replace the built-in ones
    strict     warnings fail the run, as errors do
    exclude    patterns, relative to `docs`, of pages to leave out
    ignore     codes of findings to ignore, by patterns of the paths of pages
    changes    severities of changes, by their kinds, for `diff`: an error fails a run, a warning and a note do not
    tables     words of your own for tables that people write
    compare    what `docmodels compare` compares and excuses
    docs_url   the address of a page of the docs, for links: with `{path}`, or `{page}` without its suffix, and `{line}`
    limits     how much docmodels reads of one page
    required_version  the versions of docmodels that may run: `0.3`, or `>=0.3,<0.4`
    file       the file with these settings, or None
    package    the name of the package in `packages` that these settings are for, or ""

    Where several keys of a table match one thing, the last one decides.
    """

    docs: Path = Path("docs_in")
    out: Path = Path("generated")
    family: str | Mapping[str, str] = _setting("", FAMILY, "a string, or a table of patterns of paths")
    language: str | Mapping[str, str] = _setting("", LANGUAGE, "a string, or a table of patterns of paths")
    wire_case: WireCase = ""
    fields: Mapping[str, FieldSettings] = _setting({}, wanted="a table like { nullable = true }")
    names: Mapping[str, str | Literal[False]] = _setting({}, CLASS)
    classes: Mapping[str, ClassSettings] = _setting({}, wanted='a table like { base = "acme.Base" }')
    base: str = _setting("", BASE)
    extra: Extra = "ignore"
    decimal: Decimal = "decimal"
    unknown: Unknown = "reject"
    samples: Path | None = None
    learned: Path | None = None
    recordings: Mapping[str, str | tuple[str, ...]] = _setting({}, wanted="the name of a model, or several")
    flavour: str = _setting("pydantic", FLAVOUR)
    layout: Layout = "modules"
    examples: Examples = "models"
    templates: Path | None = None
    strict: bool = False
    exclude: tuple[str, ...] = ()
    ignore: Mapping[str, tuple[str, ...]] = _setting({}, Code())
    changes: Mapping[str, Weight] = _setting({}, keys="change")
    tables: tuple[OwnTables, ...] = _setting((), wanted="an array of tables, like [[tool.docmodels.tables]]")
    compare: CompareSettings = field(default_factory=CompareSettings)
    docs_url: str = _setting("", URL)
    limits: Limits = field(default_factory=Limits)
    required_version: str = _setting("", VERSIONS)
    file: Path | None = None
    package: str = ""

    def __post_init__(self) -> None:
        mistakes = Mistakes()
        for key, kind in kinds_of(Config).items():
            value = getattr(self, key)
            if value != DEFAULTS[key]:
                with mistakes.collected():
                    object.__setattr__(self, key, kind.read(value, At((key,))))
        mistakes.report()

    def place(self, *keys: str) -> Place:
        """The place of a key of `[tool.docmodels]`; its path is the name of the file."""
        line, column = self._line(*keys)
        name = self.file.name if self.file is not None else "pyproject.toml"
        return Place(name, line, column, len(keys[-1]) if column else 1)

    def from_root(self, folder: Path) -> str:
        """The path of a folder from the project's root, with `/`: `src/models/`; "" for the root itself.

        The root is the folder of the file, or else the current folder.
        """
        root = self.file.parent if self.file is not None else Path()
        path = Path(os.path.relpath(folder, root)).as_posix()
        return "" if path == "." else f"{path}/"

    def beside(self, name: str) -> Path:
        """The path of a file beside pyproject.toml, `docmodels.accepted.json`; each of several packages has its own."""
        stem = f"docmodels.{name}.{self.package}" if self.package else f"docmodels.{name}"
        return (self.file.parent if self.file is not None else Path()) / f"{stem}.json"

    def error(self, message: str, *keys: str) -> ConfigError:
        """The error for the value at some keys, from `[tool.docmodels]` on."""
        return ConfigError(message, self.file, *self._line(*keys))

    def _line(self, *keys: str) -> tuple[int, int]:
        """The line and the column of a key, in the table of the package or at the top."""
        if self.file is None:
            return 0, 0
        own = place_of(self.file, "tool", "docmodels", "packages", self.package, *keys) if self.package else (0, 0)
        return own if own != (0, 0) else place_of(self.file, "tool", "docmodels", *keys)


DEFAULTS: Mapping[str, object] = {setting.name: default_of(setting) for setting in fields(Config)}


def check_names(config: Config, names: KnownNames) -> None:
    """Raise ConfigError for families, languages, flavours and kinds of changes that a run does not know."""
    mistakes = Mistakes()
    for kind in config.changes:
        if kind not in names["change"]:
            with mistakes.collected():
                problem = f'"{kind}" is not a kind of change{suggestion(kind, list(names["change"]))}'
                raise config.error(f"changes: {problem}", "changes", kind)
    for key, known in (("family", FAMILY), ("language", LANGUAGE), ("flavour", FLAVOUR)):
        value: str | Mapping[str, str] = getattr(config, key)
        by_keys = (
            {(key,): value} if isinstance(value, str) else {(key, pattern): name for pattern, name in value.items()}
        )
        for keys, name in by_keys.items():
            if name != DEFAULTS[key] and not known.is_known(name, names):
                with mistakes.collected():
                    raise config.error(f"{'.'.join(keys)}: {not_known(name, names[key])}", *keys)
    mistakes.report()
