"""Write the lists of everything that docmodels may say: python -m tests.document

docs/diagnostics.md is that of findings, docs/changes.md that of changes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from docmodels.changes import KINDS, ChangeKind
from docmodels.diagnostics.codes import CODES, Explanation

DOCS = Path(__file__).parents[1] / "docs"
DIAGNOSTICS = DOCS / "diagnostics.md"
CHANGES = DOCS / "changes.md"

_INTRODUCTION = """\
# Diagnostics

What docmodels has to say about docs has a place, a code and, mostly, a help:

    docs_in/Models/Loan.md:7:13: warning[unknown-type]: no page describes the type "strng"; it is read as any value
       7 | | `days` | *strng* |
         |             ^^^^^
       help: Correct the name, link it to its page, or add the page.

An error makes the exit status 1; a warning does so under `--strict`. Neither stops the run: what can be generated is.

This page is written from `docmodels/codes.py` by `make golden`.
"""


_CHANGES = """\
# Changes

`docmodels diff [OLD] [NEW]` compares the models of two states of the docs, not their text. Each change is said in one
line, with the row that it is about, whom it breaks and the identifier of its kind:

```text
RoomConnectionData, an object, received
  docs_in/Models/Shared/RoomConnectionData.md:14  breaks receivers  status is optional now  [field-optional]
```

This page is written from `docmodels/model/changes/kinds.py` by `make golden`.

## The two sides

`OLD` and `NEW` are each a folder or a git revision. Without them, `HEAD` is compared with the docs folder as it is;
`OLD` alone is compared with the docs folder as it is.

A folder is what exists as one. Anything else is a revision, as `git rev-parse` takes it: `HEAD~2`, `v1.0`,
`origin/main`. The pages are those below the docs folder then; `v1.0:documentation/api` says that they were in another
folder, from the root of the repository on. What is both a folder and a revision is refused: `./v1.0` is the folder,
`v1.0^0` the revision. Revisions are read through git without a checkout, so neither the working tree nor the index
counts. A symbolic link is followed to a file in the docs folder of its revision.

`[tool.docmodels]`, as it is in the working tree, holds for both sides: `docs`, `family`, `language`, `wire_case`,
`fields`, `names`, `exclude`.

## Errors in the docs

What cannot be read cannot be compared. So the errors of both sides are said on standard error, and every form of the
report says how many there are. Those of the new side make the exit status 1, as with `docmodels check`. Those of the old
side do not, since a change that mends them must be able to pass. Warnings are left to `docmodels check`.

## Exit status

0 when all is said, whatever has changed; 1 if the new docs have errors, if `--fail-on breaking` is given and a change
breaks anybody, or if `--fail-on any` is given and there is any change; 2 for wrong usage or configuration, among it a
revision that does not exist.

## Whom a change breaks

*Senders* are code that makes a model and sends it to the API, *receivers* code that is given one. A change breaks code
that is right with the old models and is left as it is: because the API takes or gives other JSON, or because the classes
that are generated now have other names and types. It does not matter which: the review is the time to see either.

What operations do with a model, their pages tell: what the section `Parameters` links to is sent, what `Response` links
to is received, and so is all that these models refer to. A change breaks at most those that use the model. The old
docs decide, as the code that breaks was written for them; where they say nothing, the new ones. A model that no page of
an operation leads to is taken to be sent and received.

## What is one and the same

A new name is no removal. Things that have another name are found out as follows, and are then not said to be removed
and added.

**Models.** A page keeps its model, whatever its title, if a third of the model's shape stays. Where less stays, or the
page is gone, a model of the old docs and one of the new docs are one if

- they are of one kind,
- they share two thirds of their shapes: the names of fields on the wire, of which one with another type counts half; the
  values of an enumeration; the types of a union,
- and one of these tells so: a similar title; the same description; the new one stands in each place where the old one
  stood, in a model that stays,
- and no other model is as like.

If two of these tell so, or the title is the same, half of their shapes is enough. Of shapes with less than two parts, two
must tell so in any case.

**Fields.** Within a model, the name on the wire tells, then the name in the docs. Of the others, a field that is gone and
one that is new are one if they have the same type and two of these: similar names; the same description; the same place
between fields that stay; and if no other field has as much. A description or a place that more than eight of them share
tells nothing.

**Values.** The value tells, then its name in the docs; then the same evidence as with fields.

Names are similar if the words of the one are all in the other (`seats`, `max_seats`), or if a single word is spelled a
little differently (`cancelled`, `canceled`; but neither `min` and `max` nor `line1` and `line2`).

Types are compared as what their links lead to: a link to a model that has another name or place is no change of type.
Nor is another order of rows, of a union's members, or another example.

## The forms

`--format text` is for reading. `--format markdown` is a comment for a pull request: the breaking changes come first, in
a table for each model; what breaks nobody is folded where it is long. It is cut to 65,000 characters, of which GitHub
takes 65,536, with a sentence that says how much is left out. `--format github` prints workflow commands, which GitHub
Actions shows beside the rows: what fails the run by `--fail-on` is an error; other breaking changes are warnings, the
rest notices.

`--format json` is an object. Names stay; there may be more of them one day.

| Name | Value |
| ---- | ----- |
| `version` | 1 |
| `old`, `new` | the sides: `name`, as `HEAD:docs_in`, and `errors`, the number of errors in its docs |
| `summary` | numbers: `changes`, `breaking`, `senders`, `receivers`; the last two are the changes that break these |
| `changes` | an array, in the order of the pages |

A change:

| Name | Value |
| ---- | ----- |
| `kind` | one of the identifiers below |
| `model` | the title of the model, the new one; its path without the suffix where several have the title |
| `model_kind` | `"object"`, `"enumeration"`, `"union"` or `"alias"` |
| `used_by` | an array of `"senders"` and `"receivers"`; null where no operation tells, and both are reckoned with |
| `part` | the field by its name on the wire, the value as JSON, the member in words; null for the model itself |
| `attribute` | what the field or the value is called in Python; null where that has no name |
| `old`, `new` | what was and what is, in words, as far as the message speaks of it; else null |
| `breaks` | an array of `"senders"` and `"receivers"`, empty for nobody |
| `message` | one line |
| `old_place`, `new_place` | `page`, relative to the docs folder, and `line`, null for the page as a whole; null on the side that has no such row |

## The kinds of changes

"""


def diagnostics(codes: Mapping[str, Explanation] = CODES) -> str:
    """The page: each code with its severity, meaning and remedy, in the order of the table."""
    return "\n".join([_INTRODUCTION, *_sections(codes)])


def changes(kinds: Mapping[str, ChangeKind] = KINDS) -> str:
    """The page: each kind with whom it breaks and its meaning, in the order of the table."""
    return _CHANGES + "\n".join(
        f"### {name}\n\n*Breaks {_whom(kind)}.* {kind.meaning}\n" for name, kind in kinds.items()
    )


def _whom(kind: ChangeKind) -> str:
    return " and ".join(kind.breaks) or "nobody"


def _sections(codes: Mapping[str, Explanation]) -> Iterator[str]:
    for name, code in codes.items():
        yield f"## {name}\n\n*{code.severity.capitalize()}.* {code.meaning}\n\n*Remedy.* {code.remedy}\n"


def main() -> int:
    DOCS.mkdir(exist_ok=True)
    for file, text in ((DIAGNOSTICS, diagnostics()), (CHANGES, changes())):
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            print(f"changed: {file.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
