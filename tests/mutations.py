"""Take the safety out of docmodels, a piece at a time, and see that the tests of hostile docs fail.

    python -m tests.mutations [WORD ...]

Each mutant is one change in a copy of the repository; the mutants whose name holds one of the words are tried, or
all. The tests near the changed file run first, and the others only for a mutant that survives those. The exit status
is 1 if a mutant survives all. It takes some minutes, so `make soak` runs it, and CI does not.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.trees import ROOT

TESTS = (
    "test_by_construction",
    "test_literals",
    "test_docstrings",
    "test_hostile_terminal",
    "test_hostile_paths",
    "test_hostile",
)
NEAR: Mapping[str, str] = {
    "targets/python/literals.py": "test_literals",
    "targets/python/docstrings.py": "test_docstrings",
    "targets/python/": "test_hostile",
    "sources/": "test_hostile_paths",
    "pipeline/": "test_hostile_paths",
    "reporting/": "test_hostile_terminal",
    "cli/": "test_hostile_terminal",
}
"""How the path of a file begins -> the tests that are about it; the first entry that fits counts."""
MYPY = "mypy"


class Mutant(NamedTuple):
    """file: below generator/docmodels; old: what stands there once; new: what takes its place; by: what must tell."""

    file: str
    old: str
    new: str
    by: str = ""


MUTANTS: Mapping[str, Mutant] = {
    # the literal function
    "literals: nothing is escaped": Mutant("targets/python/literals.py", "body = escaped(text)", "body = text"),
    "literals: no double quote is escaped": Mutant(
        "targets/python/literals.py", """'"' + body.replace('"', '\\\\"') + '"'""", """'"' + body + '"'"""
    ),
    "literals: no single quote is escaped": Mutant(
        "targets/python/literals.py", '''"'" + body.replace("'", "\\\\'") + "'"''', '''"'" + body + "'"'''
    ),
    "literals: no backslash is escaped": Mutant("targets/python/literals.py", r'rf"[\\{HIDDEN}]"', r'rf"[{HIDDEN}]"'),
    "literals: no line end is escaped": Mutant("targets/python/literals.py", r'"\n": "\\n"', r'"\n": "\n"'),
    "literals: nothing hidden is escaped": Mutant(
        "targets/python/literals.py", r'rf"[\\{HIDDEN}]"', r'r"[\\\x00-\x1f]"'
    ),
    "literals: an escape is one digit short": Mutant(
        "targets/python/literals.py", "\\\\u{number:04x}", "\\\\u{number:03x}"
    ),
    # docstrings
    "docstrings: nothing is escaped": Mutant("targets/python/docstrings.py", "escaped(line[shared:])", "line[shared:]"),
    "docstrings: no three quotes are escaped": Mutant(
        "targets/python/docstrings.py", r'''.replace('"""', r"\"\"\"")''', ""
    ),
    "docstrings: a last quote meets the closing ones": Mutant(
        "targets/python/docstrings.py", """' \"""' if lines[0].endswith('"') else '\"""'""", """'\"""'"""
    ),
    # the identifier function
    "identifiers: punctuation passes": Mutant(
        "targets/python/identifiers.py", 'if f"a{char}".isidentifier()', 'if char != " "'
    ),
    "identifiers: words are not looked for": Mutant("targets/python/identifiers.py", "_normal(spell(", "_normal(str("),
    "identifiers: keywords pass": Mutant("targets/python/identifiers.py", "if keyword.iskeyword(kept)", "if not kept"),
    "identifiers: digits may come first": Mutant("targets/python/identifiers.py", "kept = prefix + kept", "pass"),
    "identifiers: no NFKC": Mutant(
        "targets/python/identifiers.py", 'text if text.isascii() else unicodedata.normalize("NFKC", text)', "text"
    ),
    "identifiers: what is hidden passes": Mutant(
        "targets/python/identifiers.py", '_HIDDEN.sub(" ", _normal(name))', "_normal(name)"
    ),
    "identifiers: pydantic's names pass": Mutant("targets/python/identifiers.py", "if identifier in reserved or", "if"),
    "identifiers: devices pass": Mutant(
        "targets/python/identifiers.py", "if identifier in DEVICES", "if not identifier"
    ),
    "identifiers: capitals are not folded": Mutant(
        "targets/python/identifiers.py", "snake(name).casefold()", "snake(name)"
    ),
    "identifiers: two names may be one": Mutant(
        "targets/python/identifiers.py", "while any(candidate in names for names in taken):", "while False:"
    ),
    "modules: a module hides a class": Mutant("targets/python/planning.py", "name = marked(name)", "pass"),
    # nothing raw in a template
    "present: a name on the wire is code": Mutant(
        "targets/python/flavours/pydantic/present.py",
        'keyword(Code("alias"), string(wire))',
        'keyword(Code("alias"), Code(wire))',
    ),
    "present: a name on the wire is no literal": Mutant(
        "targets/python/flavours/pydantic/present.py",
        'keyword(Code("alias"), string(wire))',
        'keyword(Code("alias"), wire)',
        MYPY,
    ),
    "present: a notice is no literal": Mutant(
        "targets/python/flavours/pydantic/present.py", "Words(field.deprecated) if", "field.deprecated if", MYPY
    ),
    "scope: a title is a name": Mutant(
        "targets/python/scope.py", "return self._locations[declaration.id].name", "return declaration.title", MYPY
    ),
    "described: a docstring is missing": Mutant(
        "targets/python/described.py",
        "return docstring(text, indent) if text",
        "return text if text",
        MYPY,
    ),
    # paths and terminals
    "files: links are followed": Mutant(
        "sources/files.py", 'if not real.startswith(os.path.join(self._root, "")):', "if not real:"
    ),
    "files: folders may become links": Mutant("sources/files.py", '_FOLDER | getattr(os, "O_NOFOLLOW", 0)', "_FOLDER"),
    "files: pipes are opened": Mutant(
        "sources/files.py", "if not stat.S_ISREG(status.st_mode):", "if stat.S_ISDIR(status.st_mode):"
    ),
    "text: a terminal gets everything": Mutant("reporting/text.py", "if text.isprintable():", "if text:"),
    "report: a terminal gets results as they are": Mutant("cli/outcome.py", "sys.stdout.isatty()", "False"),
    "terminal: a CI server gets everything": Mutant(
        "reporting/terminal.py", r'"\A\s*:(?=:)|#(?=#\w*\[)"', r'"\\Z(?!.)"'
    ),
    "options: links to the docs are not seen": Mutant(
        "pipeline/settings.py", "(absolute, Path.resolve)", "(absolute,)"
    ),
}


def main(words: list[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(Path(folder, "docmodels"))
        if killer := _mypy(copy) or _pytest(copy, TESTS):
            print(f"without a change: {killer}")
            return 1
        survivors = 0
        for name, mutant in MUTANTS.items():
            if not words or any(word in name for word in words):
                killer = killed_by(mutant, copy)
                survivors += not killer
                print(f"{name}: {killer or 'SURVIVES'}", flush=True)
    return min(survivors, 1)


def copied(folder: Path) -> Path:
    """The folder, with all of the repository that tests need: one copy serves all mutants, and keeps what is compiled."""
    for part in ("generator", "templates", "tests", "generated", "docs_in"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("pyproject.toml", "SECURITY.md"):
        shutil.copy(ROOT / part, folder)
    return folder


def killed_by(mutant: Mutant, copy: Path) -> str:
    """The first test that fails for the mutant; "" if none does. The copy is left as it was."""
    file = copy / "generator/docmodels" / mutant.file
    text = file.read_text("utf-8")
    file.write_text(changed(mutant), "utf-8")
    try:
        if mutant.by == MYPY:
            return _mypy(copy)
        near = next(test for path, test in NEAR.items() if mutant.file.startswith(path))
        return _pytest(copy, [near]) or _pytest(copy, [test for test in TESTS if test != near])
    finally:
        file.write_text(text, "utf-8")


def changed(mutant: Mutant) -> str:
    """The text of the file with the mutant's change.

    Raises ValueError where the old text does not stand there once, and where the new one is no code or has a name that
    nothing defines: any test would kill such a mutant.
    """
    text = (ROOT / "generator/docmodels" / mutant.file).read_text("utf-8")
    if text.count(mutant.old) != 1:
        raise ValueError(f"{mutant.old!r} does not stand in {mutant.file} once")
    text = text.replace(mutant.old, mutant.new)
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--select=F821", "--output-format=concise", "-"]
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ValueError(f"{mutant.new!r} is no code for {mutant.file}: {done.stdout}{done.stderr}")
    return text


def _pytest(copy: Path, tests: Iterable[str]) -> str:
    paths = [f"tests/{test}.py" for test in tests]
    done = _run(copy, "pytest", "-x", "-q", "--no-header", "-p", "no:cacheprovider", *paths)
    match = re.search(r"^(?:FAILED|ERROR) (?:tests/)?(.*?)(?: - .*)?$", done.stdout, re.MULTILINE)
    if done.returncode and not match:
        return f"the tests cannot run: {done.stdout[-300:]}{done.stderr[-300:]}"
    return match[1] if match else ""


def _mypy(copy: Path) -> str:
    done = _run(copy, "mypy", "generator/docmodels/targets")
    match = re.search(r"^.*error: .*$", done.stdout, re.MULTILINE)
    return f"mypy: {match[0].split('/')[-1]}" if match else ""


def _run(copy: Path, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.fspath(copy / "generator"), "PROFILE": "mutation"}
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, encoding="utf-8", timeout=3600, check=False
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
