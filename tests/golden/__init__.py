"""Golden tests: what docmodels makes of docs, as pages to read.

A page of `cases/` is Markdown. Each heading of level 2 begins a case: prose that says why, then fences. What a fence
holds, two words behind its opening mark say.

Going in, in the folder of a project of its own:

    md docs/Models/Book.md          a page of the docs; any language, any path below docs/
    bytes docs/Models/Book.md       the same where characters do not do: ASCII with Python's escapes (`\\xe9`, `\\r`)
    md before/Models/Book.md        a page of the docs as they were before, for what has changed
    json samples/Book.json          recorded JSON, in the folder that the case's `samples` names
    python out/models/book.py       a file that the output folder holds already; any language
    toml pyproject.toml             the configuration, less `docs` and `out`

Coming out of `docmodels generate --docs docs --out out`:

    python models/book.py           all of a file below out/; files that a case does not show are not compared
    text files                      the paths of all files below out/, a line each
    text diagnostics                what the terminal shows of the findings; without this fence there must be none
                                    but `unknown-wire-case`
    text summary                    the closing line

Coming out of the commands that look at recordings, in a case with `samples`:

    text verification               what `docmodels verify` says, and its closing line
    json learned                    what `docmodels learn` writes

Coming out of `docmodels diff before docs`:

    text changes                    all of it
    text descriptions               all of it with `--descriptions`

`python -m tests.golden` brings what comes out up to date, and prints which cases it changed; it adds and removes no
fence.
"""

from __future__ import annotations
