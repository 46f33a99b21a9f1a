"""The kit of all families of docs: drafts of models and rows, and the builder that declares them.

A family has five jobs, each in a file of its own:

    claim.py    claim(page): whether a page is one of the family's
    outline.py  the drafts of a page: where its models are
    models.py   read_page(page, …): what each draft declares
    rows.py     what is special about a row: a `RowDraft` for each
    cells.py    what the words in a cell mean

The builder does the rest: identities, titles, places, duplicates, nullability, faults of rows and their findings.
"""

from __future__ import annotations

from .builder import Builder
from .draft import (
    IN_PLACE,
    Draft,
    RoleTable,
    RowDraft,
    TableRow,
    cell_at,
    json_or_text,
    json_usages,
    role_table,
    wire_name,
)

__all__ = [
    "IN_PLACE",
    "Builder",
    "Draft",
    "RoleTable",
    "RowDraft",
    "TableRow",
    "cell_at",
    "json_or_text",
    "json_usages",
    "role_table",
    "wire_name",
]
