"""Every code that a diagnostic can carry: how severe it is, what it means and what to do.

docs/diagnostics.md is written from this table by `make golden`.
"""

from __future__ import annotations

from types import MappingProxyType

from ..frozen import frozen, replace


@frozen()
class Explanation:
    """severity is "error", "warning" or "note"; meaning and remedy are Markdown, a paragraph each.

    is_ignorable  whether the configuration can ignore it: what is about a page, not about the run
    is_of_row     whether it loses a row or a type at most; other errors may lose a model
    is_settable   whether a setting of the field puts right what the docs have wrong
    """

    severity: str
    meaning: str
    remedy: str
    is_ignorable: bool = True
    is_of_row: bool = False
    is_settable: bool = False


def _error(meaning: str, remedy: str) -> Explanation:
    """An error that may lose a model: its page keeps the modules that an earlier run wrote."""
    return Explanation("error", meaning, remedy)


def _row_error(meaning: str, remedy: str) -> Explanation:
    """An error that loses a row or a type at most."""
    return Explanation("error", meaning, remedy, is_of_row=True)


def _warning(meaning: str, remedy: str) -> Explanation:
    return Explanation("warning", meaning, remedy)


def _note(meaning: str, remedy: str) -> Explanation:
    return Explanation("note", meaning, remedy)


_FILES = {
    "no-pages": _error(
        "The docs folder holds no page. Nothing is written and nothing is removed.",
        "Name the right folder with `--docs` or with `docs` in `[tool.docmodels]`.",
    ),
    "no-models": _error(
        "No page of the docs folder describes a model. Nothing is written and nothing is removed.",
        "Name the right folder with `--docs` or with `docs` in `[tool.docmodels]`. `skipped-page` shows what the page "
        "of a model needs.",
    ),
    "only-operations": _warning(
        "The pages of the docs folder describe operations, and no model. Nothing is written and nothing is removed.",
        "Add the pages of models, or name another folder with `--docs`.",
    ),
    "not-read": _error(
        "A file or folder cannot be read, or is a link that leads out of the docs folder. It is left out.",
        "Make it readable, copy it into the docs folder, or list it under `exclude`.",
    ),
    "skipped-link": _warning(
        "A symbolic link leads to a folder. docmodels does not follow it, so the pages behind it are left out.",
        "Copy the folder into the docs folder, or list the link under `exclude`.",
    ),
    "not-utf8": _error(
        "The file is not UTF-8 text. It is left out.",
        "Save the file as UTF-8, or list it under `exclude`.",
    ),
    "page-too-large": _error(
        "A page is larger than docmodels reads. It is left out.",
        "Divide it, or set `page_bytes` in `[tool.docmodels.limits]`.",
    ),
    "foreign-file": _error(
        "A file that docmodels did not write is at the place of a module. It is left as it is.",
        "Move it away, or choose another output folder. docmodels knows its own files by their first line.",
    ),
    "out-of-date": _error(
        "The output is not what `generate` would write. Only `check` reports this; with `--format text`, in its last "
        "line.",
        "Run `docmodels generate`, and commit what it writes.",
    ),
    "kept-module": _warning(
        "An error on a page would lose a model that an earlier run wrote. The modules of the page stay as they are, "
        "and others still import from them.",
        "Correct the error. If the model is gone on purpose, remove its page, or ignore the error in "
        "`[tool.docmodels.ignore]`.",
    ),
    "not-written": _error(
        "A file of the output cannot be read, written or removed.",
        "Remove the cause that the message names: permissions, space, the length of a name.",
    ),
}

_MARKDOWN = {
    "table-cut-short": _warning(
        "A table ends before its last row, since its rows lack more cells than a Markdown parser fills in. Or lines look "
        "like rows and are below no header: a blank line or text cuts them off from their table. docmodels joins rows "
        "behind blank lines if they have as many cells as the table.",
        "Write all cells of each row, or fewer columns. Remove what stands between the rows.",
    ),
    "uneven-table": _warning(
        "The row of dashes below a header has fewer cells than the header, so Markdown shows no table. docmodels reads it "
        "as one if the last cell of the header is empty, or if most rows have as many cells as the header.",
        "Write as many cells of dashes as the header has cells.",
    ),
    "table-in-html": _warning(
        "A table of Markdown stands in HTML, right below a tag. Markdown shows its lines as text, so it is no table.",
        'Put a blank line above the table, or write `markdown="1"` into the tag if your site knows that.',
    ),
    "unclosed-block": _warning(
        "A block of code or a comment is never closed. A block of code then takes the rest of the page.",
        "Close it.",
    ),
    "nested-too-deep": _warning(
        "Lists or quotations are nested deeper than the parser follows.",
        "Nest them less deep.",
    ),
    "text-too-long": _warning(
        "A cell, heading or item has more characters than docmodels reads as Markdown. It stays as it is, with the "
        "marks of Markdown.",
        "Shorten it, or set `text_characters` in `[tool.docmodels.limits]`.",
    ),
}

_PAGES = {
    "skipped-page": _note(
        "The page describes no model: it is a guide, or shows operations. The closing line counts it as skipped.",
        "Put the table of a model below a heading with its name, and give it a column of names and one of types. "
        "docs/families/ shows what each family of docs expects.",
    ),
    "unread-tables": _warning(
        "Of the tables that name things as fields are named, more than one in ten are not read.",
        "`docmodels inspect --tables` lists them with their headings. Say what their columns are for under `columns` in "
        "`[[tool.docmodels.tables]]`, or list the headings above them under `models` or `not_models`.",
    ),
    "skipped-fields": _warning(
        "A page has a table of fields, but does not look like the page of a model in this family of docs: it is a "
        "guide among the pages of a generator. It is skipped.",
        "Write the page like those of the models, or name its family in `[tool.docmodels]`.",
    ),
    "ambiguous-family": _warning(
        "Two families of docs claim a page with the same evidence. The first of them reads it.",
        "Name the family of the page in `[tool.docmodels]`.",
    ),
    "no-table": _error(
        "The section for the shape of a model has no table, list or heading that shows one. The page is typed as Any.",
        "Add the table of fields or values, or the headings of a union's members.",
    ),
    "no-shape": _note(
        "The table of a model's fields has no row. Generators write enumerations, unions and objects with any fields "
        "like that. The model is typed as Any.",
        "Use a version or a template of the generator that shows the values, if they matter.",
    ),
    "unused-values": _warning(
        "A section lists the values of a field, but no field of the page has its name or links to it. The values are "
        "left out.",
        "Name the section after the field, or link the field's type to it.",
    ),
    "fraction-values": _warning(
        "The values of an enumeration are fractions. An enumeration cannot have these, so the type is any number.",
        "Do nothing if any number is right; else write texts or whole numbers.",
    ),
    "missing-column": _error(
        "A table lacks a column that it needs. Fields without a type are typed as Any; "
        "a table without names or values is left out.",
        "Add the column that the message names.",
    ),
    "unread-column": _warning(
        "A column has a heading that docmodels does not know. Its cells are left out.",
        "Give the column a heading that docmodels knows, if it describes the model.",
    ),
    "unread-table": _warning(
        "A table on the page of a model shows neither fields nor values. It is left out.",
        "Move it below the heading `Fields` or `Values`, or give it the columns that these have.",
    ),
    "unread-generator": _warning(
        "Pages bear the marks of a generator or a notation that docmodels does not read yet. They make no models. There "
        "is one finding for all pages of a generator.",
        "Leave them out with `exclude`, or [add a family](adding.md#a-family).",
    ),
    "unread-row": _warning(
        "A row of a table has a rule that a model cannot express, such as values that are not allowed. Or a row of an "
        "enumeration has a name and no value. Or an item of a list of fields is built in another way than these, or a "
        "component has a name that no field has. It is left out; an item without a type is typed as Any.",
        "Put the rule into the description, if it matters. Write the item as the others are written.",
    ),
    "unread-values": _warning(
        "The docs list values for a property, but no row has its name, or several rows have it. The values are left "
        "out.",
        "Correct the name of the property, or list the values in its description.",
    ),
    "row-cells": _row_error(
        "A row has more or fewer cells than its table has columns. Like Markdown, docmodels drops surplus cells and "
        "takes missing ones as empty.",
        "Write a `|` that belongs to a cell as `\\|`; add the missing cells.",
    ),
    "missing-name": _row_error(
        "A row of a table of fields names no field. It is left out.",
        "Name the field.",
    ),
    "name-too-long": _row_error(
        "A title or the name of a field has more than 255 characters. The title is cut; the field is left out.",
        "Shorten it.",
    ),
    "missing-value": _row_error(
        "A row of a table of values shows no value. It is left out.",
        "Add the value.",
    ),
    "repeated-field": _row_error(
        "Two rows of one table name the same field. The first one counts.",
        "Remove one of the rows, or rename its field.",
    ),
    "contradicting-item": _warning(
        "A field has a row in a table, and an item of a list further down tells more of it, and contradicts the row: one "
        "says that the field must be there and the other that it may be left out, or they show two defaults. The row counts. "
        "What only the item says is taken over.",
        "Correct the item, or the row.",
    ),
    "repeated-value": _row_error(
        "An enumeration lists one value twice, without another name for it. The first row counts.",
        "Remove one of the rows.",
    ),
    "shared-value": _warning(
        "Two rows of a table give one value two names, and neither says that it means the other. The second name is "
        "another name of the first member: `TINY = SMALL`. There is no finding where a description has the other name: "
        "`Old name of SMALL`.",
        "Correct the value if it is a slip. If the rows are constants that have nothing in common, say so: "
        "`not_models` in [`[[tool.docmodels.tables]]`](own-tables.md).",
    ),
    "repeated-name": _row_error(
        "An enumeration gives two values the same name. The second one gets a number behind it.",
        "Rename one of them.",
    ),
    "unknown-presence": _error(
        "A cell in a column of marks, for required fields or for null, has a word or sign that docmodels does not "
        "know. The field is optional in the models.",
        "Write Yes or No in the language of the page, or set `required` for the field in `[tool.docmodels.fields]`.",
    ),
    "unknown-mark": _warning(
        "The Required column has something else than its two marks, and the field is read as optional. Or a cell has "
        "more than the name of a field, and the rest is left out.",
        "Write one of the marks that the message names; put the rest into the description.",
    ),
}

_TYPES = {
    "type-syntax": _row_error(
        "A type cannot be read: a bracket is not closed, something is missing, or it is nested too deep. It is "
        "typed as Any.",
        "Correct the type.",
    ),
    "unknown-type": _warning(
        "A type has a name that is neither a word of the language nor the title of a page. It is typed as Any.",
        "Correct the name, link it to its page, or add the page.",
    ),
    "unread-words": _warning(
        "Behind a type stand words that may be a part of it: another type, a value, or the name of a model. The type is "
        "what docmodels reads before them, or Any behind `&`, and the description shows the whole cell. There is one finding for all cells "
        "of a tree that have the same words.",
        "Write the type alone in its cell, or set `type` for the field in `[tool.docmodels.fields]`.",
    ),
    "fields-in-scalar": _warning(
        "Rows show fields inside of a field that cannot have any by its type: `host` is a string, and another row is for "
        "`host.name`. The field is typed as either; the items of a list are objects.",
        "Write the type that the field has, or set `type` for it in `[tool.docmodels.fields]`.",
    ),
    "ambiguous-title": _warning(
        "A type has the title of several pages. It is typed as Any.",
        "Link the type to its page.",
    ),
    "dead-link": _warning(
        "The link of a type leads to a page that does not exist or describes no model, and its text is not the title "
        "of a page. It is typed as Any.",
        "Correct the link, or add the page.",
    ),
    "external-type": _warning(
        "The link of a type leads out of the docs, and its text is no word of the language. It is typed as Any.",
        "Add a page for the type, if its shape matters.",
    ),
    "endless-type": _row_error(
        "A page defines a type as itself. It is typed as Any.",
        "Correct the types that the page names.",
    ),
    "example-misfit": _warning(
        "An example does not fit the type of its field. It is a cell of the table, or a value in JSON, YAML or TOML "
        "that shows the model. The model keeps the type.",
        "Correct the example or the type. docs/json.md tells how docmodels finds the model that an example shows.",
    ),
    "missing-values": _warning(
        "The type of a field announces a fixed set of values, `enum`, but no row and no table of the page lists the values. "
        "The field accepts any text. All such fields of a tree share one finding.",
        "List the values, or set `values` for the field in `[tool.docmodels.fields]`.",
    ),
    "default-misfit": _warning(
        "The docs show a default that does not fit the type of the field: `30 seconds` for an integer, or a value that the "
        "docs do not list. docmodels writes the default into the description of the field. A field with listed values then "
        "accepts other values as well. Fields of a tree with the same default share one finding.",
        "Correct the default or the type, or set `type` for the field in `[tool.docmodels.fields]`.",
    ),
    "unread-example": _warning(
        "Some blocks of JSON, YAML or TOML cannot be read, so they show no types. There is one finding for all docs, "
        "at the first block.",
        "Correct the block, or call its language something else.",
    ),
}

_NAMES = {
    "unknown-language": _warning(
        "No language that docmodels knows has words for most of the types in some pages. They are read as the nearest "
        "one, and many become Any.",
        "Set `language` if it is one of those in [languages](languages.md), else `type` for fields that matter.",
    ),
    "unknown-wire-case": _warning(
        "The docs show the names of an SDK. Too few of their models have JSON, or too few of these agree, so the "
        "spelling of names on the wire is a guess. Models of the flavour pydantic read any spelling of such a name.",
        'Set `wire_case` to `"camel"`, `"snake"` or `"as_written"`, or add [recordings](recordings.md).',
    ),
    "repeated-wire-name": _warning(
        "Two fields of one object get the same name on the wire. The second one keeps its name in the docs.",
        "Set `wire` for one of them in `[tool.docmodels.fields]`.",
    ),
    "unsayable-type": _warning(
        "The flavour cannot express a type in the docs: msgspec cannot distinguish members of a union that are one "
        "kind of JSON, unless they are objects with a tag. The model has the nearest type instead.",
        "Choose the flavour `pydantic`, set the type in `[tool.docmodels.fields]`, or ignore the finding.",
    ),
    "unmatched-setting": _warning(
        "A key of `fields` or `names` in the configuration matches nothing in the docs, or its `type` has a name that "
        "is not the name of exactly one model.",
        "Correct the key or the type, or remove it. `docmodels inspect` lists the models and their fields.",
    ),
    "no-python-name": _error(
        "The title of a page has no letter and no digit for a Python name. The page is left out.",
        "Give the page a title with a letter in it.",
    ),
    "long-path": _error(
        "The module of a page would have a longer name than file systems allow, or be in more nested packages than "
        "Python can import. The page is left out.",
        "Give the file or folder a shorter name, or move the page up.",
    ),
    "module-clash": _error(
        "Two pages make the same module. The first one, by path, is generated, the other is left out.",
        "Rename one of the pages.",
    ),
    "title-clash": _error(
        "Two models of one page have the same name. The second one becomes a class whose name ends in a number. With "
        '`layout = "single"`, so do two models of different pages where folder, namespace and page are the same.',
        "Give one of them another heading, or a name in `[tool.docmodels.names]`.",
    ),
}

_RECORDINGS = {
    "recording-not-read": _error(
        "A file of recorded JSON cannot be read, is larger than docmodels reads, or is a link that leads out of its "
        "folder. It is left out.",
        "Make it readable, divide it, or remove it; `recording_bytes` in `[tool.docmodels.limits]` sets how large a "
        "file may be.",
    ),
    "recording-not-json": _warning(
        "A recording is not JSON, or programs read it in different ways: it has a key twice, NaN, half of a "
        "character, or is nested too deep. It is left out.",
        "Correct the recording, or remove it.",
    ),
    "recording-unmatched": _warning(
        "A recording fits no model of the docs, or several, and nothing names its model. It is left out.",
        "Name the file or its folder after the model, or name the model under `[tool.docmodels.recordings]`.",
    ),
    "stale-lesson": _warning(
        "The file that `docmodels learn` wrote has models or fields that the docs do not have.",
        "Run `docmodels learn` again, and commit what it writes.",
    ),
}

_CHANGES = {
    "stale-acceptance": _warning(
        "The file of accepted changes has a change that `docmodels diff` does not find: the docs have taken it back, it "
        "has gone on, or the old docs have it already.",
        "Remove its line from `docmodels.accepted.json`.",
    ),
}

_CONTRADICTIONS = {
    "undocumented-field": _warning(
        "Recorded JSON has a field that the docs do not have. `docmodels verify` reports it.",
        "Add the field to the docs.",
    ),
    "missing-field": _error(
        "A field that the docs require is missing in recorded JSON.",
        "Correct the docs, or set `required = false` for the field in `[tool.docmodels.fields]`.",
    ),
    "wrong-type": _error(
        "Recorded JSON has a value of another type than in the docs.",
        "Correct the docs, or set `type` for the field in `[tool.docmodels.fields]`.",
    ),
    "unexpected-null": _warning(
        "Recorded JSON has null where the docs do not say that it may be.",
        "Correct the docs, run `docmodels learn`, or set `nullable = true` for the field in `[tool.docmodels.fields]`.",
    ),
    "unknown-value": _error(
        "Recorded JSON has a value that the docs do not list.",
        'Add the value to the docs, or let models accept it: `unknown = "keep"`.',
    ),
}

_TARGETS = {
    "target-not-read": _error(
        "A file of the target of `docmodels compare` cannot be read, is too large, is not JSON, YAML or Python, or "
        "declares nothing. The rest is compared.",
        "Correct the file, or name another target. `target_bytes` in `[tool.docmodels.limits]` sets how large a file "
        "may be.",
    ),
    "target-not-clear": _warning(
        "A part of the target of `docmodels compare` is known at run time only, leads out of the target, or refers to "
        "itself. docmodels runs no code of the target, so this part is not compared.",
        "Write out the class or the value, correct the `$ref`, or name a target that holds it.",
    ),
    "unneeded-exception": _warning(
        "An exception in `[tool.docmodels.compare.exceptions]` excuses no difference any more.",
        "Remove it.",
    ),
}

_OF_THE_RUN = frozenset(
    {"no-pages", "no-models", "only-operations", "foreign-file", "out-of-date", "not-written", "unmatched-setting"}
    | {"unread-tables"}
)
_OF_THE_RUN |= frozenset(_RECORDINGS | _CHANGES | _TARGETS)

_OF_FIELDS = frozenset(
    {"missing-column", "unknown-presence", "unknown-mark", "unused-values", "unread-values", "fraction-values"}
    | {"repeated-wire-name", "unsayable-type", "example-misfit", "no-shape"}
    | set(_TYPES)
    | set(_CONTRADICTIONS)
) - {"unread-example", "undocumented-field"}

CODES = MappingProxyType(
    {
        code: replace(explanation, is_ignorable=code not in _OF_THE_RUN, is_settable=code in _OF_FIELDS)
        for code, explanation in (
            _FILES | _MARKDOWN | _PAGES | _TYPES | _NAMES | _RECORDINGS | _CHANGES | _CONTRADICTIONS | _TARGETS
        ).items()
    }
)

GROUPS = MappingProxyType(
    {
        "Files and folders": tuple(_FILES),
        "Markdown": tuple(_MARKDOWN),
        "Pages, tables and rows": tuple(_PAGES),
        "Types": tuple(_TYPES),
        "Names and settings": tuple(_NAMES),
        "Recordings": (*_RECORDINGS, *_CONTRADICTIONS),
        "Reviews and comparisons": (*_CHANGES, *_TARGETS),
    }
)
"""The codes by what they are about."""
