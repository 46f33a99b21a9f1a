"""The codes of findings about the content of pages: Markdown, tables and rows, types, names."""

from __future__ import annotations

from collections.abc import Mapping

from .explanations import Explanation, error, note, row_error, warning

MARKDOWN: Mapping[str, Explanation] = {
    "table-cut-short": warning(
        "A table ends before its last row, since its rows lack more cells than a Markdown parser fills in. Or lines look "
        "like rows and are below no header: a blank line or text cuts them off from their table. docmodels joins rows "
        "behind blank lines if they have as many cells as the table.",
        "Write all cells of each row, or fewer columns. Remove what stands between the rows.",
    ),
    "uneven-table": warning(
        "The row of dashes below a header has fewer cells than the header, or is missing, so Markdown shows no table. "
        "docmodels reads it as one if the last cell of the header is empty, or if most rows have as many cells as the "
        "header. It reads none without dashes, none with dashes alone, as Pandoc has them, and none that continues the text of a "
        "list's item.",
        "Write as many cells of dashes as the header has cells.",
    ),
    "table-in-html": warning(
        "A table of Markdown stands in HTML, right below a tag. Markdown shows its lines as text, so it is no table.",
        'Put a blank line above the table, or write `markdown="1"` into the tag if your site knows that.',
    ),
    "unclosed-block": warning(
        "A block of code or a comment is never closed. A block of code then takes the rest of the page.",
        "Close it.",
    ),
    "nested-too-deep": warning(
        "Lists or quotations are nested deeper than the parser follows.",
        "Nest them less deep.",
    ),
    "text-too-long": warning(
        "A cell, heading or item has more characters than docmodels reads as Markdown. It stays as it is, with the "
        "marks of Markdown.",
        "Shorten it, or set `text_characters` in `[tool.docmodels.limits]`.",
    ),
}
"""Markdown."""

PAGES: Mapping[str, Explanation] = {
    "skipped-page": note(
        "The page describes no model: it is a guide, or shows operations. The closing line counts it as skipped.",
        "Put the table of a model below a heading with its name, and give it a column of names and one of types. "
        "docs/families/ shows what each family of docs expects.",
    ),
    "unread-tables": warning(
        "Of the tables that name things as fields are named, more than one in ten are not read.",
        "`docmodels inspect --tables` lists them with their headings. Say what their columns are for under `columns` in "
        "`[[tool.docmodels.tables]]`, or list the headings above them under `models` or `not_models`.",
    ),
    "skipped-fields": warning(
        "A page has a table of fields, but does not look like the page of a model in this family of docs: it is a "
        "guide among the pages of a generator. It is skipped.",
        "Write the page like those of the models, or name its family in `[tool.docmodels]`.",
    ),
    "ambiguous-family": warning(
        "Two families of docs claim a page with the same evidence. The first of them reads it.",
        "Name the family of the page in `[tool.docmodels]`.",
    ),
    "no-table": error(
        "The section for the shape of a model has no table, list or heading that shows one. The page is typed as Any.",
        "Add the table of fields or values, or the headings of a union's members.",
    ),
    "no-shape": note(
        "The table of a model's fields has no row. Generators write enumerations, unions and objects with any fields "
        "like that. The model is typed as Any.",
        "Use a version or a template of the generator that shows the values, if they matter.",
    ),
    "unused-values": warning(
        "A section lists the values of a field, but no field of the page has its name or links to it. The values are "
        "left out.",
        "Name the section after the field, or link the field's type to it.",
    ),
    "fraction-values": warning(
        "The values of an enumeration are fractions. An enumeration cannot have these, so the type is any number.",
        "Do nothing if any number is right; else write texts or whole numbers.",
    ),
    "missing-column": error(
        "A table lacks a column that it needs. Fields without a type are typed as Any; "
        "a table without names or values is left out.",
        "Add the column that the message names.",
    ),
    "unread-column": warning(
        "A column has a heading that docmodels does not know. Its cells are left out; in tables that people write, they are "
        "in the docs of the fields. There, only a column of yes and no in another language is a finding.",
        "Give the column a heading that docmodels knows, if it describes the model, or name it in `[[tool.docmodels.tables]]`.",
    ),
    "unread-table": warning(
        "A table on the page of a model shows neither fields nor values. It is left out.",
        "Move it below the heading `Fields` or `Values`, or give it the columns that these have.",
    ),
    "unread-generator": warning(
        "Pages bear the marks of a generator or a notation that docmodels does not read yet. They make no models. There "
        "is one finding for all pages of a generator.",
        "Leave them out with `exclude`, or [add a family](adding.md#a-family).",
    ),
    "unread-row": warning(
        "A row of a table has a rule that a model cannot express, such as values that are not allowed. Or a row of an "
        "enumeration has a name and no value. Or an item of a list of fields is built in another way than these, or a "
        "component has a name that no field has. It is left out; an item without a type is typed as Any. Or a number stands alone "
        "in a column of rules, and may be a limit or the only value; it is in the docs of the field. So are words there that may be rules or values. Or a column of presence marks a key of a database.",
        "Put the rule into the description, if it matters. Write the item as the others are written.",
    ),
    "unread-values": warning(
        "The docs list values for a property, but no row has its name, or several rows have it. The values are left "
        "out.",
        "Correct the name of the property, or list the values in its description.",
    ),
    "row-cells": row_error(
        "A row has more or fewer cells than its table has columns. Like Markdown, docmodels drops surplus cells and "
        "takes missing ones as empty.",
        "Write a `|` that belongs to a cell as `\\|`; add the missing cells.",
    ),
    "missing-name": row_error(
        "A row of a table of fields names no field. It is left out.",
        "Name the field.",
    ),
    "name-too-long": row_error(
        "A title or the name of a field has more than 255 characters. The title is cut; the field is left out.",
        "Shorten it.",
    ),
    "missing-value": row_error(
        "A row of a table of values shows no value. It is left out.",
        "Add the value.",
    ),
    "repeated-field": row_error(
        "Two rows of one table name the same field. The first one counts.",
        "Remove one of the rows, or rename its field.",
    ),
    "contradicting-item": warning(
        "A field has a row in a table, and an item of a list or a section further down tells more of it, and contradicts "
        "the row: one says that the field must be there and the other that it may be left out, or they show different "
        "types, defaults, limits or access. The row counts. What only the item or the section says is taken over.",
        "Correct the item or the section, or the row.",
    ),
    "repeated-value": row_error(
        "An enumeration lists one value twice, without another name for it. The first row counts.",
        "Remove one of the rows.",
    ),
    "shared-value": warning(
        "Two rows of a table give one value two names, and neither says that it means the other. The second name is "
        "another name of the first member: `TINY = SMALL`. There is no finding where a description has the other name: "
        "`Old name of SMALL`.",
        "Correct the value if it is a slip. If the rows are constants that have nothing in common, say so: "
        "`not_models` in [`[[tool.docmodels.tables]]`](own-tables.md).",
    ),
    "repeated-name": row_error(
        "An enumeration gives two values the same name. The second one gets a number behind it.",
        "Rename one of them.",
    ),
    "unknown-presence": error(
        "A cell in a column of marks, for required fields or for null, has a word or sign that docmodels does not "
        "know. The field is optional in the models.",
        "Write Yes or No in the language of the page, or set `required` for the field in `[tool.docmodels.fields]`.",
    ),
    "unknown-mark": warning(
        "The Required column has something else than its two marks, and the field is read as optional. Or a cell has "
        "more than the name of a field, and the rest is left out. Or stars stand at some names, and no line says what they "
        "mean; these fields are treated as required.",
        "Write one of the marks that the message names; put the rest into the description. Write below the table what a "
        "star means.",
    ),
}
"""Pages, tables and rows."""

TYPES: Mapping[str, Explanation] = {
    "type-syntax": row_error(
        "A type cannot be read: a bracket is not closed, something is missing, or it is nested too deep. It is "
        "typed as Any.",
        "Correct the type.",
    ),
    "unknown-type": warning(
        "A type has a name that is neither a word of the language nor the title of a page. It is typed as Any.",
        "Correct the name, link it to its page, or add the page.",
    ),
    "unread-words": warning(
        "Beside a type stand words that may be a part of it: another type, a value, or the name of a model. The type is "
        "what docmodels reads without them, and the description shows the whole cell. Where `&` joins two types, the type is Any. In a column of marks, `O` and `X` "
        "may be a circle and a cross, or mean optional and a tick; they are read as yes and no. There is one finding for all cells "
        "of a tree that have the same words.",
        "Write the type alone in its cell, or set `type` for the field in `[tool.docmodels.fields]`.",
    ),
    "fields-in-scalar": warning(
        "Rows show fields inside of a field that cannot have any by its type: `host` is a string, and another row is for "
        "`host.name`. The field is typed as either; the items of a list are objects.",
        "Write the type that the field has, or set `type` for it in `[tool.docmodels.fields]`.",
    ),
    "ambiguous-title": warning(
        "A type has the title of several pages. It is typed as Any.",
        "Link the type to its page.",
    ),
    "dead-link": warning(
        "The link of a type leads to a page that does not exist or describes no model, and its text is not the title "
        "of a page. It is typed as Any.",
        "Correct the link, or add the page.",
    ),
    "external-type": warning(
        "The link of a type leads out of the docs, and its text is no word of the language. It is typed as Any.",
        "Add a page for the type, if its shape matters.",
    ),
    "endless-type": row_error(
        "A page defines a type as itself. It is typed as Any.",
        "Correct the types that the page names.",
    ),
    "example-misfit": warning(
        "An example does not fit the type of its field. It is a cell of the table, or a value in JSON, YAML or TOML "
        "that shows the model. The model keeps the type.",
        "Correct the example or the type. docs/json.md tells how docmodels finds the model that an example shows.",
    ),
    "example-only-key": warning(
        "JSON that shows a model has keys that no field of the model is called. The model lacks them. Keys of one level "
        "may also stand in a table without the field that holds them: `city` for `address.city`. There is one finding for "
        "each model.",
        "Add rows for the keys, name rows as the JSON nests them, or correct the example.",
    ),
    "missing-values": warning(
        "The type of a field announces a fixed set of values, `enum`, but no row and no table of the page lists the values. "
        "The field accepts any text. All such fields of a tree share one finding.",
        "List the values, or set `values` for the field in `[tool.docmodels.fields]`.",
    ),
    "default-misfit": warning(
        "The docs show a default that does not fit the type of the field: `30 seconds` for an integer, or a value that the "
        "docs do not list. docmodels writes the default into the description of the field. A field with listed values then "
        "accepts other values as well. Fields of a tree with the same default share one finding.",
        "Correct the default or the type, or set `type` for the field in `[tool.docmodels.fields]`.",
    ),
    "undescribed-example": warning(
        "Blocks of JSON show objects, and no table, list or heading tells what these are: JSON below a command, or below "
        "a heading that announces no response. They make no model. There is one finding for all docs, at the first block.",
        "Put the JSON below a heading such as `Response`, or beside the table of its fields.",
    ),
    "unread-example": warning(
        "Some blocks of JSON, YAML or TOML cannot be read, so they show no types. There is one finding for all docs, "
        "at the first block.",
        "Correct the block, or call its language something else.",
    ),
}
"""Types."""

NAMES: Mapping[str, Explanation] = {
    "unknown-language": warning(
        "No language that docmodels knows has words for most of the types in some pages. They are read as the nearest "
        "one, and many become Any.",
        "Set `language` if it is one of those in [languages](languages.md), else `type` for fields that matter.",
    ),
    "unknown-wire-case": warning(
        "The docs show the names of an SDK. Too few of their models have JSON, or too few of these agree, so the "
        "spelling of names on the wire is a guess. Models of the flavour pydantic read any spelling of such a name.",
        'Set `wire_case` to `"camel"`, `"snake"` or `"as_written"`, or add [recordings](recordings.md).',
    ),
    "repeated-wire-name": warning(
        "Two fields of one object get the same name on the wire. The second one keeps its name in the docs.",
        "Set `wire` for one of them in `[tool.docmodels.fields]`.",
    ),
    "unsayable-type": warning(
        "The flavour cannot express a type in the docs: msgspec cannot distinguish members of a union that are one "
        "kind of JSON, unless they are objects with a tag. The model has the nearest type instead.",
        "Choose the flavour `pydantic`, set the type in `[tool.docmodels.fields]`, or ignore the finding.",
    ),
    "unmatched-setting": warning(
        "A key of `fields` or `names` in the configuration matches nothing in the docs, or its `type` has a name that "
        "is not the name of exactly one model.",
        "Correct the key or the type, or remove it. `docmodels inspect` lists the models and their fields.",
    ),
    "no-python-name": error(
        "The title of a page has no letter and no digit for a Python name. The page is left out.",
        "Give the page a title with a letter in it.",
    ),
    "long-path": error(
        "The module of a page would have a longer name than file systems allow, or be in more nested packages than "
        "Python can import. The page is left out.",
        "Give the file or folder a shorter name, or move the page up.",
    ),
    "module-clash": error(
        "Two pages make the same module. The first one, by path, is generated, the other is left out.",
        "Rename one of the pages.",
    ),
    "numbered-title": warning(
        "Two models of a page have the same headings above them: two tables below `Response`. The second one gets a "
        "number behind its name. There is one finding for all models below one heading.",
        "Give one of them another heading, or a name in `[tool.docmodels.names]`.",
    ),
    "numbered-fields": warning(
        "The fields of a table are `1`, `2`, `3` or `0`, `1`, `2`. They may be the items of an array by their positions, and "
        'are typed as keys of an object; so are rows with a name beside a column "Index" that counts from 0. Rows `[0]`, `[1]` and numbers from 0 below "Index" make a list.',
        "Write the positions as `[0]`, `[1]`, or set `type` for the field that holds the array.",
    ),
    "joined-tables": warning(
        "Two tables stand below one heading, with the same columns and different names, and a sentence above the second "
        'one may announce another model: "A crane has these keys:". They are read as one model.',
        "Put a heading above each table, or a line with the name of its model: `**Crane**`.",
    ),
    "title-clash": error(
        "Two models of one page have the same name. The second one becomes a class whose name ends in a number. With "
        '`layout = "single"`, so do two models of different pages where folder, namespace and page are the same.',
        "Give one of them another heading, or a name in `[tool.docmodels.names]`.",
    ),
}
"""Names and settings."""
