"""The codes of findings about other things than pages: files, recordings, accepted changes, the target of a comparison."""

from __future__ import annotations

from collections.abc import Mapping

from .explanations import Explanation, error, warning

FILES: Mapping[str, Explanation] = {
    "no-pages": error(
        "The docs folder holds no page. Nothing is written and nothing is removed.",
        "Name the right folder with `--docs` or with `docs` in `[tool.docmodels]`.",
    ),
    "no-models": error(
        "No page of the docs folder describes a model. Nothing is written and nothing is removed.",
        "Name the right folder with `--docs` or with `docs` in `[tool.docmodels]`. `skipped-page` shows what the page "
        "of a model needs.",
    ),
    "only-operations": warning(
        "The pages of the docs folder describe operations, and no model. Nothing is written and nothing is removed.",
        "Add the pages of models, or name another folder with `--docs`.",
    ),
    "not-read": error(
        "A file or folder cannot be read, or is a link that leads out of the docs folder. It is left out.",
        "Make it readable, copy it into the docs folder, or list it under `exclude`.",
    ),
    "skipped-link": warning(
        "A symbolic link leads to a folder. docmodels does not follow it, so the pages behind it are left out.",
        "Copy the folder into the docs folder, or list the link under `exclude`.",
    ),
    "not-utf8": error(
        "The file is not UTF-8 text. It is left out.",
        "Save the file as UTF-8, or list it under `exclude`.",
    ),
    "page-too-large": error(
        "A page is larger than docmodels reads. It is left out.",
        "Divide it, or set `page_bytes` in `[tool.docmodels.limits]`.",
    ),
    "foreign-file": error(
        "A file that docmodels did not write is at the place of a module. It is left as it is.",
        "Move it away, or choose another output folder. docmodels knows its own files by their first line.",
    ),
    "out-of-date": error(
        "The output is not what `generate` would write. Only `check` reports this; with `--format text`, in its last "
        "line.",
        "Run `docmodels generate`, and commit what it writes.",
    ),
    "kept-module": warning(
        "An error on a page would lose a model that an earlier run wrote. The modules of the page stay as they are, "
        "and others still import from them.",
        "Correct the error. If the model is gone on purpose, remove its page, or ignore the error in "
        "`[tool.docmodels.ignore]`.",
    ),
    "not-written": error(
        "A file of the output cannot be read, written or removed.",
        "Remove the cause that the message names: permissions, space, the length of a name.",
    ),
}
"""Files and folders."""

RECORDINGS: Mapping[str, Explanation] = {
    "recording-not-read": error(
        "A file of recorded JSON cannot be read, is larger than docmodels reads, or is a link that leads out of its "
        "folder. It is left out.",
        "Make it readable, divide it, or remove it; `recording_bytes` in `[tool.docmodels.limits]` sets how large a "
        "file may be.",
    ),
    "recording-not-json": warning(
        "A recording is not JSON, or programs read it in different ways: it has a key twice, NaN, half of a "
        "character, or is nested too deep. It is left out.",
        "Correct the recording, or remove it.",
    ),
    "recording-unmatched": warning(
        "A recording fits no model of the docs, or several, and nothing names its model. It is left out.",
        "Name the file or its folder after the model, or name the model under `[tool.docmodels.recordings]`.",
    ),
    "stale-lesson": warning(
        "The file that `docmodels learn` wrote has models or fields that the docs do not have.",
        "Run `docmodels learn` again, and commit what it writes.",
    ),
}
"""Recordings that cannot be used."""

CONTRADICTIONS: Mapping[str, Explanation] = {
    "undocumented-field": warning(
        "Recorded JSON has a field that the docs do not have. `docmodels verify` reports it.",
        "Add the field to the docs.",
    ),
    "missing-field": error(
        "A field that the docs require is missing in recorded JSON.",
        "Correct the docs, or set `required = false` for the field in `[tool.docmodels.fields]`.",
    ),
    "wrong-type": error(
        "Recorded JSON has a value of another type than in the docs.",
        "Correct the docs, or set `type` for the field in `[tool.docmodels.fields]`.",
    ),
    "unexpected-null": warning(
        "Recorded JSON has null where the docs do not say that it may be.",
        "Correct the docs, run `docmodels learn`, or set `nullable = true` for the field in `[tool.docmodels.fields]`.",
    ),
    "unknown-value": error(
        "Recorded JSON has a value that the docs do not list.",
        'Add the value to the docs, or let models accept it: `unknown = "keep"`.',
    ),
}
"""Recordings against the docs."""

CHANGES: Mapping[str, Explanation] = {
    "stale-acceptance": warning(
        "The file of accepted changes has a change that `docmodels diff` does not find: the docs have taken it back, it "
        "has gone on, or the old docs have it already.",
        "Remove its line from `docmodels.accepted.json`.",
    ),
}
"""Reviews of changes."""

TARGETS: Mapping[str, Explanation] = {
    "target-not-read": error(
        "A file of the target of `docmodels compare` cannot be read, is too large, is not JSON, YAML or Python, or "
        "declares nothing. The rest is compared.",
        "Correct the file, or name another target. `target_bytes` in `[tool.docmodels.limits]` sets how large a file "
        "may be.",
    ),
    "target-not-clear": warning(
        "A part of the target of `docmodels compare` is known at run time only, leads out of the target, or refers to "
        "itself. docmodels runs no code of the target, so this part is not compared.",
        "Write out the class or the value, correct the `$ref`, or name a target that holds it.",
    ),
    "unneeded-exception": warning(
        "An exception in `[tool.docmodels.compare.exceptions]` excuses no difference any more.",
        "Remove it.",
    ),
}
"""Targets of `docmodels compare`."""
