"""Every golden case comes out as its page says, and what comes out works as any generated package has to."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import pytest

from tests.circles import modules_in_circles
from tests.golden.__main__ import main
from tests.golden.pages import DIAGNOSTICS, Case, CaseError, all_cases, read_page
from tests.golden.running import run
from tests.resolving import resolve
from tests.trees import importable, module_name, public

CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_golden(case: Case, tmp_path: Path) -> None:
    """Where what differs is right, `make golden` writes it into the page."""
    outcome = run(case, tmp_path)
    if not any(fence.name == DIAGNOSTICS for fence in case.expected):
        assert outcome.diagnostics == ""
    for fence in case.expected:
        assert outcome.get(fence.name) == fence.content, f"{case.page.name}:{fence.line + 1}: {fence.name}"
    assert outcome.difference == ""

    settings = tomllib.loads(case.inputs.get("pyproject.toml", b"").decode()).get("tool", {}).get("docmodels", {})
    made = [path for path in outcome.files if f"out/{path}" not in case.inputs]
    packages = settings.get("packages", {})
    for name, own in packages.items():
        inner = [path.removeprefix(f"{name}/") for path in made if path.startswith(f"{name}/")]
        assert_usable(tmp_path / "out" / name, inner, (settings | own).get("flavour", "pydantic"))
    if not packages:
        assert_usable(tmp_path / "out", made, settings.get("flavour", "pydantic"))


def assert_usable(package: Path, files: Sequence[str], flavour: str) -> None:
    """Each module can be the first that a program imports, and its types are complete; then all can be, and are.

    Modules that do not import each other in a circle run in one order whatever is imported first: what a module imports,
    then the module. So only those in circles are imported from nothing, and the last of all modules with all others.
    """
    paths = [Path(package.name, file) for file in files if file.endswith(".py")]
    names = list(map(module_name, paths))
    circles = modules_in_circles(package, paths)
    for first in [*sorted(circles - {*names[-1:]}), *names[-1:]]:
        with importable(package):
            modules = {name: import_module(name) for name in ((first, *names) if first == names[-1] else (first,))}
            types = [
                value
                for name, module in modules.items()
                if "._" not in name  # `_tags` defines no type
                for value in public(module).values()
            ]
            resolve(types, flavour)


# -- the pages of cases themselves --

PAGE = """\
# Books

## A case

Why it is one.

````md docs/Book.md
# Book

## Fields

| Field   | Type     |
| ------- | -------- |
| `title` | *string* |
````

```python book.py
yesterday's expectation
```

Prose that stays.

```text files
```
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "books.md"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_rewriting_brings_up_to_date_what_comes_out_and_nothing_else(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(page.parent) == 0
    assert capsys.readouterr().out == "changed: books/a-case\n"
    text = page.read_text(encoding="utf-8")
    before, fence, rest = text.partition("```python book.py\n")
    assert before == PAGE.partition(fence)[0]
    module, _, rest = rest.partition("```\n")
    assert "class Book(LooseModel):" in module
    assert rest == "\nProse that stays.\n\n```text files\n__init__.py\n_loose.py\n_model.py\nbook.py\npy.typed\n```\n"


def test_rewriting_twice_is_rewriting_once(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(page.parent)
    text = page.read_bytes()
    capsys.readouterr()
    assert main(page.parent) == 0
    assert (page.read_bytes(), capsys.readouterr()) == (text, ("", ""))


def test_a_fence_grows_around_the_backticks_in_it(page: Path) -> None:
    page.write_text(PAGE.replace("## Fields", "~~~~\n```\n~~~~\n\n## Fields"), encoding="utf-8")
    assert main(page.parent) == 0
    (case,) = read_page(page)
    assert [fence.name for fence in case.expected] == ["book.py", "files"]
    assert main(page.parent) == 0


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("*string*", "*strng*"), "no fence shows the diagnostics"),
        (("book.py", "boook.py"), "no file boook.py is generated"),
    ],
)
def test_rewriting_leaves_to_an_author_what_needs_one(
    page: Path, capsys: pytest.CaptureFixture[str], change: tuple[str, str], complaint: str
) -> None:
    page.write_text(PAGE.replace(*change), encoding="utf-8")
    assert main(page.parent) == 1
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("md docs/Book.md", "md"), "books.md:7: the fence says neither what goes in nor what comes out"),
        (("python book.py", "python"), "books.md:17: the fence says neither what goes in nor what comes out"),
        (("text files", "text diagnostic"), 'books.md:23: nothing that comes out is called "diagnostic"'),
        (("text files", "text book.py"), 'books.md:3: the case has "book.py" twice'),
        (("md docs/Book.md", "md Book.md"), "books.md:3: a case has a page of docs and something that comes out"),
        (("## A case", "A case"), "books.md:7: a fence above the first case"),
        (
            ("Prose that stays.\n", "## A *case*\n\n```md docs/Shelf.md\n```\n"),
            'books.md:21: a second case "books/a-case"',
        ),
    ],
)
def test_a_page_that_cannot_mean_what_it_says(page: Path, change: tuple[str, str], complaint: str) -> None:
    page.write_text(PAGE.replace(*change), encoding="utf-8")
    with pytest.raises(CaseError) as error:
        read_page(page)
    assert str(error.value) == complaint
