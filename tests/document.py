"""Write what the documentation shows of the program itself: python -m tests.document

docs/diagnostics.md, docs/changes.md and docs/differences.md are written as a whole. docs/cells.md, docs/commands.md,
docs/configuration.md and docs/interface.md hold parts between `<!-- begin: NAME -->` and `<!-- end: NAME -->`, and these are written; so are the
models below the sample of each page of docs/families/. The commands of docs/start.md are run. The JSON Schema of the
configuration is written too, and that of what `docmodels compare` prints.
"""

from __future__ import annotations

import argparse
import dataclasses
import inspect
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docmodels
from docmodels.changes import KINDS, ChangeKind
from docmodels.changes.kinds import GROUPS as KIND_GROUPS
from docmodels.cli.parsing import complete, parsers
from docmodels.config import Config, describing
from docmodels.config.schema import build
from docmodels.diagnostics.codes import CODES, Explanation
from docmodels.diagnostics.codes import GROUPS as CODE_GROUPS
from docmodels.diagnostics.differences import DIFFERENCES, DifferenceKind
from docmodels.families import BUILT_IN, SHAPES
from docmodels.pipeline.known import NAMES
from docmodels.reporting.comparison_json import schema as comparison_schema
from docmodels.reporting.review import sides

from tests import cells
from tests.sessions import replay
from tests.shown import examples

DOCS = Path(__file__).parents[1] / "docs"
DIAGNOSTICS = DOCS / "diagnostics.md"
CHANGES = DOCS / "changes.md"
DIFFERENCES_PAGE = DOCS / "differences.md"
START = DOCS / "start.md"
FAMILIES = DOCS / "families"
SCHEMA = Path(docmodels.__file__).parent / "config" / "schema.json"
COMPARISON_SCHEMA = Path(docmodels.__file__).parent / "reporting" / "schemas" / "differences.json"


_INTRODUCTION = """\
# Codes

Each finding has a place, a code and, mostly, a hint:

    docs_in/Models/Loan.md:7:13: warning[unknown-type]: no page describes the type "strng"; it is typed as Any
       7 | | `days` | *strng* |
         |             ^^^^^
       help: Correct the name, link it to its page, or add the page.

Under an error the exit status is 1; under a warning it is, with `--strict`. Neither stops the run: docmodels generates
what it can. Where you cannot correct the docs, [accept the findings of today](foreign.md).

<!-- `make golden` writes this page from `docmodels/diagnostics/codes.py`. -->
"""


_CHANGES = """\
# Kinds of changes

`docmodels diff [OLD] [NEW]` compares the models of two states of the docs, not their text. Each change has the place
of its row, whom it breaks, and the identifier of its kind:

```text
RoomConnectionData, an object, received
  docs_in/Models/Shared/RoomConnectionData.md:14  breaks receivers  status is optional now  [field-optional]
```

<!-- `make golden` writes this page from `docmodels/changes/kinds_of_models.py` and `kinds_of_types.py`. -->

## The two sides

`OLD` and `NEW` are each a folder or a git revision. `OLD` is `HEAD` by default, `NEW` the docs folder as it is.

If there is a folder of that name, the name means the folder. Any other name is a revision for `git rev-parse`:
`HEAD~2`, `v1.0`, `origin/main`. docmodels reads the docs folder of that revision; `v1.0:documentation/api` names
another folder, from the root of the repository. docmodels refuses a name that is both: write `./v1.0` for the folder,
`v1.0^0` for the revision. It reads revisions through git without a checkout, so the working tree and the index do not
count. It follows a symbolic link to a file in the docs folder of the same revision.

Both sides use `[tool.docmodels]` of the working tree: `docs`, `family`, `language`, `wire_case`, `fields`, `names`,
`layout`, `flavour`, `exclude`.

## Errors in the docs

docmodels cannot compare a page with errors. So every form of the report counts the errors of both sides. Errors that
only the new side has go to standard error and make the exit status 1. Errors of both sides do not: the docs may not be
yours. Two errors are the same if their page, code and message are. `docmodels check --since OLD` judges warnings too.

## Exit status

- 0: the comparison is done, whatever has changed
- 1: the new docs have errors that the old docs do not have, or a [change fails the run](#what-fails-a-run)
- 2: wrong usage or configuration, such as a revision that does not exist

## What fails a run

`--fail-on` takes `breaking` (a change that breaks code), `senders`, `receivers`, `importers`, `any`, and the kinds
below; several with commas between them: `--fail-on receivers,field-removed`.

The configuration gives kinds a severity. An error fails each run; a warning and a note fail none:

```toml
[tool.docmodels.changes]
field-removed = "error"
value-added = "note"
```

A kind that `--fail-on` names comes before the configuration, and the configuration before `breaking`, the sides and
`any`.

A change that you have looked at need not fail again. Accept it by its fingerprint, which the report shows for each
change that fails:

```console
$ docmodels diff v1.0 --accept 3f2a9c01b7d2 --because "we read the field nowhere"
```

This writes `docmodels.accepted.json`, beside `pyproject.toml`; for one of several packages,
`docmodels.accepted.PACKAGE.json`. Commit the file. The fingerprint of a change stays while
other things change and lines move; if the change itself goes on, a string that became a number and now is a date, it
is another change. An accepted change that is no longer there is a warning,
[stale-acceptance](diagnostics.md#stale-acceptance): remove its line. With `strict`, it fails the run.

## Whom a change breaks

*Senders* are code that makes a model and sends it to the API; *receivers* are code that gets a model from the API;
*importers* are code that names a class, an attribute or a member of the package. A page that moves breaks importers
alone: the JSON stays. A change that breaks all three breaks *everybody*.

A change breaks code that works with the old models: because the API takes or gives other JSON, or because the new
classes have other names and types. The review shows both.

Names are those of the written package, for the configured `layout` and `flavour`. With `layout = "single"`, a page that
moves breaks nobody, as long as its classes keep their names. With `flavour = "typeddict"`, a field has its name on the
wire and no other.

docmodels learns from the pages of operations who uses a model. Senders use the models that the section `Parameters`
links to, receivers those that `Response` links to, and both use all models that these refer to. A change breaks only
senders and receivers that use the model, but all importers. The old docs decide, since code was written for them; if
they say nothing, the new docs decide. If no page of an operation leads to a model, docmodels assumes both.

## New names

Where something gets a new name, docmodels reports the new name, and not a removal and an addition. It recognises a
model, a field or a value under its new name like this:

**Models.** A page keeps its model, under any title, if a third of the model's shape stays. If less stays, or the page
is gone, an old and a new model are the same model if

- they are of one kind,
- they share two thirds of their shapes: the names of fields on the wire (a field with another type counts half), the
  values of an enumeration, the types of a union,
- there is evidence: a similar title, the same description, or models that stay have the new model in each place of the
  old one,
- and no other model is as similar.

With two pieces of evidence, or the same title, half of their shapes is enough. Shapes with less than two parts always
need two pieces of evidence.

**Fields.** Within a model, fields with the same name on the wire are the same, then fields with the same name in the
docs. Of the rest, an old and a new field are the same if they have the same type, no other field has as much evidence,
and there are two pieces of it: similar names; the same description; the same place between fields that stay. A
description or a place that more than eight fields share is no evidence.

**Values.** Equal values are the same, then values with the same name in the docs; then the same evidence counts as for
fields.

Names are similar if one has all words of the other (`seats`, `max_seats`), or if a single word is spelled a little
differently (`cancelled`, `canceled`; but not `min` and `max`, or `line1` and `line2`).

docmodels compares the models behind the links of types: a link to a model with a new name or place is no change of
type. A new order of rows or of a union's members, and a new example, are no changes either.

## The history

```console
$ docmodels log v1.0..HEAD
9fee524e7  2026-08-03  2 changes, 1 breaking     breaks receivers: Room.status is optional now  [field-optional]
1 of 3 commits changes the models, 1 of them breaking
```

`docmodels log` compares each commit that changes the docs with the commit before it, of a merge with its first parent.
It lists the commits that change models or bring new errors, the last one first, each with its numbers and the change
that weighs most: by the severity, then by the number of sides that it breaks. It takes commits as `git log` does, and
by default the whole history. One configuration, that of the working tree, is for all commits. `--format markdown` is a
table for a pull request, of up to 15,000 characters; `--format json` has all commits, with all changes.

The [cache](speed.md) keeps the result for each commit, so the log of the next day reads the new commits alone.

## The forms

- `--format text` is for reading. The text fits the terminal, or 100 columns without one. A statement that has no room
  beside its place goes below it.
- `--format markdown` is a comment for a pull request: breaking changes come first, in a table for each model. A long
  list of changes that break nobody is folded. GitHub takes comments of 65,536 characters, so the comment ends after
  50,000, with a sentence that says how much is missing.
- `--format html` is [a page](report.md#the-review-as-a-page) with the rows before and after side by side.
- `--format github` prints workflow commands, which GitHub Actions shows beside the rows. Changes that fail the run
  are errors, other breaking changes are warnings, accepted and harmless ones are notices.
- `--format json` is an object. Later versions may add names to it, but change none.

| Name | Value |
| ---- | ----- |
| `version` | 1 |
| `old`, `new` | the sides: `name`, as `HEAD:docs_in`, and `errors`, the number of errors in its docs; of the new side `new_errors`, those that the old docs do not have |
| `summary` | numbers: `changes`, `breaking`, `senders`, `receivers`, `importers`; the last three count the changes that break these |
| `stale` | the accepted changes that are not there: `fingerprint`, `change` and `because` |
| `changes` | an array, in the order of the pages |

A change:

| Name | Value |
| ---- | ----- |
| `fingerprint` | twelve hexadecimal digits |
| `kind` | one of the identifiers below |
| `severity` | `"error"` for a change that fails the run, `"warning"` or `"note"` |
| `accepted` | the reason to accept the change; null for one that is not accepted |
| `model` | the title of the model, the new one; its path without the suffix where several have the title |
| `model_kind` | `"object"`, `"enumeration"`, `"union"` or `"alias"` |
| `used_by` | an array of `"senders"` and `"receivers"`; null where no operation shows it, and docmodels assumes both |
| `part` | the field by its name on the wire, the value as JSON, the member in words; null for the model itself |
| `attribute` | the name of the field or the value in Python; null where it has none |
| `old`, `new` | the old and the new state in words, if the message has them; else null |
| `breaks` | an array of `"senders"`, `"receivers"` and `"importers"`, empty for nobody |
| `message` | one line |
| `old_place`, `new_place` | `page`, relative to the docs folder, and `line`, null for the page as a whole; null on the side that has no such row |

## The kinds of changes

"""


_DIFFERENCES = """\
# Kinds of differences

`docmodels compare --with TARGET` compares the docs with [code that somebody keeps by hand](compare.md). Each difference has
its two places, a severity, and the identifier of its kind:

```text
Room, an object; Room at src/acme/rooms.py:9 by the same name
  docs/Room.md:14  error  status is optional in the docs, required in the code (src/acme/rooms.py:14)
                          [required-in-code]
```

- An *error* breaks code: it refuses what the docs describe, loses a required field, or sends what the API refuses.
- A *warning* is a gap: an optional field, a value or a mark that one side lacks.
- A *note* is harmless: the code is wider than the docs, or covers a part of them.

<!-- `make golden` writes this page from `docmodels/diagnostics/differences.py`. -->

"""


def differences(kinds: Mapping[str, DifferenceKind] = DIFFERENCES) -> str:
    """The page: each kind with its severity, its meaning and what to do, in the order of the table."""
    return _DIFFERENCES + "\n".join(
        f"## {name}\n\n*{_severities(kind)}.* {kind.meaning}\n\n*Remedy.* {kind.remedy}{_example(name)}\n"
        for name, kind in kinds.items()
    )


def _example(name: str) -> str:
    """What docmodels prints for a code or a kind, as the last paragraph of its section; "" without an example."""
    text = _examples().get(name)
    return f"\n\n```text\n{text}\n```" if text else ""


@cache
def _examples() -> Mapping[str, str]:
    return examples()


def _severities(kind: DifferenceKind) -> str:
    """`Error; a note if the docs show the model in requests alone`."""
    more = ((kind.of_sent, "requests"), (kind.of_received, "responses"))
    return kind.severity.capitalize() + "".join(
        f"; a {severity} if the docs show the model in {where} alone" for severity, where in more if severity
    )


def diagnostics(codes: Mapping[str, Explanation] = CODES, groups: Mapping[str, Sequence[str]] = CODE_GROUPS) -> str:
    """The page: each code with its severity, meaning and remedy, by groups."""
    return "\n".join([_INTRODUCTION, *_grouped(groups, lambda name: _code_text(codes[name]) + _example(name), "##")])


def changes(kinds: Mapping[str, ChangeKind] = KINDS, groups: Mapping[str, Sequence[str]] = KIND_GROUPS) -> str:
    """The page: each kind with whom it breaks and its meaning, by groups."""
    sections = _grouped(
        groups, lambda name: f"*Breaks {_whom(kinds[name])}.* {kinds[name].meaning}{_example(name)}", "###"
    )
    return _CHANGES + "\n".join(sections)


def _whom(kind: ChangeKind) -> str:
    return sides(kind.breaks)


def _code_text(code: Explanation) -> str:
    return f"*{code.severity.capitalize()}.* {code.meaning}\n\n*Remedy.* {code.remedy}"


def _grouped(groups: Mapping[str, Sequence[str]], text: Callable[[str], str], level: str) -> Iterator[str]:
    """A section for each group, with a line of links and a section for each of its names."""
    for title, names in groups.items():
        links = ", ".join(f"[{name}](#{name})" for name in names)
        yield f"{level} {title}\n\n{links}\n"
        yield from (f"{level}# {name}\n\n{text(name)}\n" for name in names)


def commands(parsers: Mapping[str, argparse.ArgumentParser]) -> str:
    """The options of several commands, then a section for each command: its purpose, its arguments, its exit status, an example."""
    rows = {name: [_argument(action) for action in _actions(parser)] for name, parser in parsers.items()}
    counts = Counter(row for many in rows.values() for row in many)
    shared = [row for row, count in counts.items() if count >= _SEVERAL]
    sections = (_command(name, parser, rows[name], shared) for name, parser in parsers.items())
    head = ("## Options of several commands\n", *_table(shared), "") if shared else ()
    return "\n".join((*head, *sections))


def all_commands() -> str:
    """The sections of the commands of docmodels."""
    _, by_name = parsers()
    for parser in by_name.values():
        complete(parser)
    return commands(by_name)


_SEVERAL = 3
"""An option of as many commands stands once, above them."""


def _command(name: str, parser: argparse.ArgumentParser, rows: Sequence[str], shared: Sequence[str]) -> str:
    status, _, example = (parser.epilog or "").partition("\n\nexample:\n")
    meanings = re.sub(r"\s+", " ", status.removeprefix("exit status:")).strip()
    own = [row for row in rows if row not in shared]
    others = [f"`{row.split('`')[1].split()[0]}`" for row in rows if row in shared]
    return "\n".join(
        [
            f"## docmodels {name}\n",
            f"{parser.description}\n",
            *([*_table(own), ""] if own else ()),
            *([f"Also {', '.join(others)}; see [above](#options-of-several-commands).\n"] if others else ()),
            f"*Exit status:* {meanings}.\n",
            f"```console\n$ {example.strip()}\n```\n",
        ]
    )


def _table(rows: Sequence[str]) -> tuple[str, ...]:
    return ("| Argument | Meaning |", "| -------- | ------- |", *rows)


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in parser._actions if action.dest != "help" and action.help is not argparse.SUPPRESS]


def _argument(action: argparse.Action) -> str:
    return f"| {_called(action)} | {_cell(action.help or '')} |"


def _called(action: argparse.Action) -> str:
    """An argument as one types it."""
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    if not metavar and action.nargs != 0:
        metavar = ",".join(action.choices) if action.choices else action.dest.upper()
        metavar = f"{{{metavar}}}" if action.choices else metavar
    *others, last = action.option_strings or [""]
    return _code(*others, f"{last} {metavar}".strip())


def _code(*texts: str) -> str:
    return ", ".join(f"`{_cell(text)}`" for text in texts)


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().replace("|", "\\|")


def keys(table: str = "") -> str:
    """The keys of a table of `[tool.docmodels]`; by default, of that table itself."""
    lines = ["| Key | Value | Default | Meaning |", "| --- | ----- | ------- | ------- |"]
    for key in describing.keys(schema(), table):
        lines.append(
            f'| <a id="key-{key.dotted}"></a>`{key.name}` | {key.value} | {key.default} | {_cell(key.meaning)} |'
        )
    return "\n".join(lines) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of the configuration."""
    return build(NAMES)


def interface() -> str:
    """A section for each public name: its signature and its docstring."""
    return "\n".join(_public(name) for name in sorted(docmodels.__all__, key=str.casefold))


def _public(name: str) -> str:
    value = getattr(docmodels, name)
    text = inspect.cleandoc(value.__doc__ or "")
    if not inspect.isclass(value):
        return f"## {name}\n\n```python\n{_signature(name, value)}\n```\n\n{_prose(text)}"
    if dataclasses.is_dataclass(value):
        lines = [f"class {name}:", *(_attribute(field) for field in dataclasses.fields(value))]
        return f"## {name}\n\n```python\n{chr(10).join(lines)}\n```\n\n{_prose(text)}"
    bases = ", ".join(base.__name__ for base in value.__bases__)
    return f"## {name}\n\n```python\nclass {name}({bases})\n```\n\n{_prose(text)}"


def _signature(name: str, value: Any) -> str:
    parameters = ", ".join(str(parameter) for parameter in inspect.signature(value).parameters.values())
    parameters = parameters.replace("'", "")
    returned = str(inspect.signature(value).return_annotation).strip("'")
    return f"def {name}({parameters}) -> {returned}"


def _attribute(field: dataclasses.Field[Any]) -> str:
    default = "" if field.default is dataclasses.MISSING else f" = {field.default!r}"
    if field.default_factory is not dataclasses.MISSING:
        default = " = ..."
    if isinstance(field.default, Path):
        default = f' = Path("{field.default.as_posix()}")'
    return f"    {field.name}: {field.type}{default}".replace("'", '"')


def _prose(text: str) -> str:
    """A docstring as Markdown: its lines `name  meaning` as a list."""
    lines: list[str] = []
    for line in text.splitlines():
        if match := re.fullmatch(r"(\w+(?:, \w+)*)  +(\S.*)", line):
            lines.append(f"- {_code(*match[1].split(', '))}: {match[2]}")
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


PARTS = {
    "cells.md": {"types": cells.types, "descriptions": cells.descriptions, "words": cells.vocabulary},
    "commands.md": {"commands": all_commands},
    "configuration.md": {table or "keys": partial(keys, table) for table in describing.TABLES},
    "interface.md": {"interface": interface},
}
"""The parts of pages that are written, by pages and names."""


def page(name: str) -> str:
    """A page of docs/ with its parts written anew. Raises ValueError for a part that the page has not."""
    text = (DOCS / name).read_text(encoding="utf-8")
    for part, write in PARTS[name].items():
        text = _with_part(name, text, part, write())
    return text


def _with_part(name: str, text: str, part: str, written: str) -> str:
    begin, end = f"<!-- begin: {part} -->\n", f"<!-- end: {part} -->\n"
    before, _, rest = text.partition(begin)
    _, marker, after = rest.partition(end)
    if not marker:
        raise ValueError(f"{name} has no part {part}")
    return f"{before}{begin}\n{written}\n{end}{after}"


def family(name: str) -> str:
    """A page of docs/families/ with the models of its sample written anew."""
    text = (FAMILIES / f"{name}.md").read_text(encoding="utf-8")
    return _with_part(name, text, "models", f"```python\n{models(sample(text))}```\n")


def sample(text: str) -> str:
    """The page of docs that a page of docs/families/ shows."""
    (page,) = re.findall(r"(?ms)^````markdown\n(.*?)^````$", text)
    return str(page)


def models(page: str) -> str:
    """The classes of a page of docs, without what the module has above them. Raises ValueError if there are findings."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "docs/Models/Shared/Room.md"
        file.parent.mkdir(parents=True)
        file.write_text(page, encoding="utf-8")
        ignored = {"*": ("unknown-wire-case",)}  # one page decides on no convention
        generated = docmodels.generate(Config(docs=folder / "docs", out=folder / "out", ignore=ignored))
        if generated.diagnostics:
            raise ValueError(str(generated.diagnostics))
        modules = sorted(file for file in (folder / "out").rglob("*.py") if not file.name.startswith("_"))
        (module,) = (text for module in modules if "\n\nclass " in (text := module.read_text(encoding="utf-8")))
    return module[module.index("\n\nclass ") :].lstrip("\n")


def start() -> str:
    """The page of the first steps, with what the commands print now."""
    with TemporaryDirectory() as folder:
        return replay(START.read_text(encoding="utf-8"), Path(folder))


def documents() -> dict[Path, str]:
    """All that is written, by the files."""
    return {
        DIAGNOSTICS: diagnostics(),
        CHANGES: changes(),
        DIFFERENCES_PAGE: differences(),
        START: start(),
        SCHEMA: json.dumps(schema(), indent=2) + "\n",
        COMPARISON_SCHEMA: json.dumps(comparison_schema(), indent=2) + "\n",
        **{DOCS / name: page(name) for name in PARTS},
        **{FAMILIES / f"{name}.md": family(name) for name in (*BUILT_IN, *SHAPES)},
    }


def main() -> int:
    DOCS.mkdir(exist_ok=True)
    for file, text in documents().items():
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            print(f"changed: {file.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
