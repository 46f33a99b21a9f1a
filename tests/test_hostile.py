"""No code from docs: whatever stands on a page, the modules say what the model says, and nothing else.

tests/allowed.py says what a module may be made of, tests/audit.py listens to what importing it does.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from itertools import count, pairwise
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import pytest
from docmodels.config import Config
from docmodels.model.declarations import Alias, Declaration, Enumeration, Member, Object
from docmodels.pipeline import build
from docmodels.pipeline.understand import understand
from docmodels.reporting.inspection_json import as_json
from docmodels.reporting.inspection_text import as_text
from docmodels.targets.python import identifiers
from docmodels.targets.python.naming import is_class
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tests.allowed import assert_allowed
from tests.hostile import NAMES, TEXTS
from tests.trees import ROOT, importable

unhurried = settings(deadline=None, suppress_health_check=list(HealthCheck))

# -- pages of hostile text --

pieces = st.sampled_from(TEXTS) | st.text(st.characters(codec="utf-8"), max_size=4)
wild = st.lists(pieces, max_size=5).map("".join)
cell = wild.map(lambda text: re.sub(r"[\r\n]", " ", text))
bare = cell.map(lambda text: text.replace("`", "").replace("|", "\\|")) | st.sampled_from(NAMES)
coded = bare.map(lambda text: f"`{text}`")
words = st.sampled_from(
    ["*string*", "*int*", "*object*", "List<*string*>", "Dictionary<String, *int*>", "Optional[*str*]"]
)
links = st.builds("[{}]({})".format, cell, cell) | st.builds("[A](<{}>)".format, cell) | st.just("[A](A.md)")
types = words | links | cell | coded | st.builds('`Literal["{}"]`'.format, cell)


@st.composite
def rows(draw: st.DrawFn, *columns: st.SearchStrategy[str]) -> str:
    number = draw(st.integers(0, 3))
    return "".join(f"| {' | '.join(draw(column) for column in columns)} |\n" for _ in range(number))


marks = st.sampled_from([":heavy_check_mark:", ":heavy_minus_sign:"]) | cell
examples = cell | st.builds('{{"{}": "{}"}}'.format, bare, cell) | bare.map(json.dumps)
fields = st.builds(
    "## Fields\n\n| Field | Type | Required | Description | Example |\n| - | - | - | - | - |\n{}\n".format,
    rows(coded | cell, types, marks, cell, examples),
)
values = st.builds(
    "## Values\n\n| Name | Value | Description |\n| - | - | - |\n{}\n".format, rows(coded | cell, coded | cell, cell)
) | st.builds("## Values\n\n- {}\n- {}\n".format, coded | cell, cell)
members = st.builds("## Supported Types\n\n### {}\n\n```go\n{}\n```\n\n### {}\n".format, types, wild, types)
usage = st.builds("## Example Usage\n\n```json\n{}\n```\n\n## {}\n\n{}\n".format, examples | wild, cell, wild)
matter = st.builds("---\ntitle: {}\n---\n\n".format, cell)
pages = st.builds(
    "{}# {}\n\n{}\n\n{}\n{}".format,
    matter | st.just(""),
    cell | st.sampled_from(NAMES) | st.just("A"),
    wild,
    fields | fields | values | members | wild,
    usage | st.just(""),
)
# A name of a file may be any bytes but two; Python shows those that are no UTF-8 as surrogates.
part = (
    (wild | st.sampled_from(NAMES) | st.sampled_from(["..", "\udcff", "C:\\x", "aux", "a. "]))
    .map(lambda text: text.replace("/", "").replace("\0", "").lstrip("."))
    .filter(lambda text: text and len(os.fsencode(text)) < 200)
)
paths = st.just("A.md") | part.map("{}.md".format) | st.builds("{}/{}.md".format, part, part)
trees = st.dictionaries(paths, pages, min_size=1, max_size=3)
languages = st.sampled_from(["csharp", "python", "typescript", ""])

# -- the same of pages that people write --

said_types = (
    st.sampled_from(
        ["string", "array of strings", "?integer", "object", "string 数组", "map of strings to [A](#a) objects"]
    )
    | links
    | cell
    | coded
    | st.builds("array of {} objects or {}".format, cell, cell)
)
said_names = coded | cell | st.builds("{}{}".format, st.sampled_from(["> ", "» ", "└ ", "&nbsp;", "a.", "a["]), cell)
said_fields = st.builds(
    "| Field | Type | Required | Default | Values | Description | {} |\n| - | - | - | - | - | - | - |\n{}\n".format,
    cell,
    rows(said_names, said_types, st.sampled_from(["Yes", "No", "是"]) | cell, cell, cell, cell, cell),
)
said_values = st.builds(
    "| {} | Value | Description |\n| - | - | - |\n{}\n".format,
    cell,
    rows(coded | cell, st.sampled_from(["1", "`1 << 2`", "0x10", '"a"']) | cell | coded, cell),
)
html = st.builds(
    "<table><tr><th>Name</th><th>Type</th></tr><tr><td>{}</td><td>{}</td></tr><tr><td>id</td><td>int</td></tr></table>".format,
    cell,
    said_types,
)
headings = st.sampled_from(["Properties", "JSON Params", "Response", "房间对象（Room）", "Room Flags"]) | cell
components = st.builds(
    '<ParamField body="{}" type={} {}>\n{}\n{}\n'.format,
    bare | cell,
    cell.map(json.dumps) | types,
    st.sampled_from(["required", "default={", 'default="1"', "/", ""]),
    wild,
    st.sampled_from(["</ParamField>", "", "<Expandable>"]),
)
items = st.builds("- `{}` ({})\n- **`{}`** *{}*\n  - {}: {}\n".format, bare, types, bare, types, bare, types)
written = st.lists(
    st.builds(
        "{} {}\n\n{}\n\n{}".format,
        st.sampled_from(["#", "##", "######"]),
        headings,
        wild,
        said_fields | said_values | html,
    )
    | st.builds("**{}**\n\n{}".format, cell, said_fields)
    | st.builds("# {}\n\n{}{}\n{}".format, headings, components, components, items)
    | st.builds('<a id="{}"></a>\n<Manual id="{}" />\n{{{{< x "{}" >}}}}\n'.format, cell, cell, cell),
    max_size=4,
)
handwritten = st.builds(lambda front, parts: front + "\n\n".join(parts), matter | st.just(""), written)


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="file names are Unicode")
def test_hostile_pages_make_models_and_nothing_else(tmp_path: Path) -> None:
    """Of any page: the syntax of what is generated, the texts in it, and what importing it does."""
    number = count()
    kinds = set()
    packages = tmp_path / "packages"
    packages.mkdir()

    @unhurried
    @given(trees, languages)
    @example(
        {
            "A.md": "# A\n\n## Fields\n\n| Field | Type |\n| - | - |\n| `a` | [B](B.md) |\n",
            "B.md": "# B\n\n## Values\n\n- `a`\n- b\n",
            "C.md": "# C\n\n## Supported Types\n\n### [A](A.md)\n\n### [B](B.md)\n",
        },
        "csharp",
    )
    def generate(tree: Mapping[str, str], language: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            docs = Path(folder)
            write(docs, tree)
            config = Config(docs, packages / f"p{next(number)}", family="sdk", language=language)
            result, left_out = generated_alone(config, kinds)
            assert result.counts.models + left_out + result.counts.skipped == result.counts.pages

    generate()
    assert kinds == {Object, Enumeration, Alias}
    assert heard(packages) == ""


def test_hostile_tables_make_models_and_nothing_else(tmp_path: Path) -> None:
    """The same of pages that people write, whose headings, anchors, HTML and front matter may be anything."""
    number = count()
    kinds = set()
    packages = tmp_path / "packages"
    packages.mkdir()

    @unhurried
    @given(st.dictionaries(st.just("a.md") | part.map("{}.mdx".format), handwritten, min_size=1, max_size=2))
    @example(
        {
            "a.md": "# A\n\n|Field|Type|\n|-|-|\n|`a`|string|\n|`b`|int|\n\n"
            "## B Flags\n\n|Flag|Value|\n|-|-|\n|`B`|`1 << 2`|\n|`C`|`4`|\n"
        }
    )
    def generate(tree: Mapping[str, str]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            docs = Path(folder)
            write(docs, tree)
            generated_alone(Config(docs, packages / f"p{next(number)}"), kinds)

    generate()
    assert {Object, Enumeration} <= kinds
    assert heard(packages) == ""


def generated_alone(config: Config, kinds: set[type]) -> tuple[build.Result, int]:
    """Generate, and hold that the modules say what the model says; how many declarations have no module.

    kinds  the kinds of declarations, which those that are met are added to
    """
    result = build.generate(config)
    understanding = understand(config)
    model = understanding.model
    generated = read(config.out)
    for path, content in generated.items():
        assert_allowed(path, content)
    names = understanding.names
    left_out = [clash for clash in names.clashes if clash.code != "title-clash"]  # which gets a name with a number
    assert result.counts.models == len(names.classes) == len(model.declarations) - len(left_out)
    kinds.update(map(type, model.declarations))
    for declaration in model.declarations:
        if (place := names.classes.get(declaration.id)) is not None:
            assert_said(declaration, place.name, ast.parse(generated["/".join(place.module) + ".py"]))
    assert_harmless(as_text(understanding, None))
    json.loads(as_json(understanding, None).encode("utf-8"))
    return result, len(left_out)


def write(folder: Path, tree: Mapping[str, str]) -> None:
    for path, text in tree.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode("utf-8"))


def read(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def heard(packages: Path) -> str:
    """What importing the packages does that it should not."""
    command = [sys.executable, "-m", "tests.audit", packages]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def assert_harmless(text: str) -> None:
    assert all(map(str.isprintable, text.split("\n")))


def assert_said(declaration: Declaration, name: str, module: ast.Module) -> None:
    """The module has the names and texts of the declaration, each once and as they are."""
    match declaration:
        case Object():
            definition = class_of(module, name)
            said_below = docstrings_below(definition.body)
            statements = [
                statement
                for statement in definition.body
                if isinstance(statement, ast.AnnAssign) and name_of(statement)[0] != "_"
            ]
            assert (
                len(statements)
                == len(declaration.fields)
                == len({normal(name_of(statement)) for statement in statements})
            )
            for field, statement in zip(declaration.fields, statements, strict=True):
                arguments = keywords(statement)
                assert said_below.get(name_of(statement), "").split() == field.description.split()
                assert arguments.get("examples", []) == list(field.values)
                assert arguments.get("deprecated", None) == (True if field.deprecated == "" else field.deprecated)
                assert field.wire is not None
                assert arguments.get("alias", name_of(statement)) == field.wire.name
        case Enumeration() if is_class(declaration):
            definition = class_of(module, name)
            members = [statement for statement in definition.body if isinstance(statement, ast.Assign)]
            assert values_of(members) == [member.value for member in declaration.members]
            assert len({normal(ast.unparse(member.targets[0])) for member in members}) == len(members)
            described = [words for member in declaration.members if (words := noticed(member))]
            assert [
                docstring.split() for docstring in docstrings(definition.body)[bool(noticed(declaration)) :]
            ] == described
        case Alias() | Enumeration():
            assert docstrings_below(module.body).get(name, "").split()[: len(noticed(declaration))] == noticed(
                declaration
            )
            return
    assert (docstrings(definition.body) or [""])[0].split() == noticed(declaration) or not noticed(declaration)


def values_of(members: Sequence[ast.Assign]) -> list[Any]:
    """The values of members; a second name of a value is assigned the first: `CLOSED = SHUT`."""
    values: dict[str, Any] = {}
    for member in members:
        value = member.value
        name = ast.unparse(member.targets[0])
        values[name] = values[value.id] if isinstance(value, ast.Name) else ast.literal_eval(value)
    return list(values.values())


def noticed(part: Declaration | Member) -> list[str]:
    """The words of a docstring: a notice of deprecation that the page does not give itself, then what the page says."""
    notice = part.deprecated
    is_silent = notice is None or (not notice and re.search(r"\bdeprecated\b", part.description, re.IGNORECASE))
    head = "" if is_silent else f"Deprecated: {notice}" if notice else "Deprecated."
    return f"{head} {part.description}".split()


def class_of(module: ast.Module, name: str) -> ast.ClassDef:
    (attribute,) = (
        statement for statement in module.body if isinstance(statement, ast.ClassDef) and statement.name == name
    )
    return attribute


def name_of(statement: ast.AnnAssign | ast.Assign) -> str:
    return ast.unparse(statement.targets[0] if isinstance(statement, ast.Assign) else statement.target)


def normal(name: str) -> str:
    """What Python takes the name for."""
    return unicodedata.normalize("NFKC", name)


def keywords(statement: ast.AnnAssign) -> dict[str, Any]:
    """What a field's annotation says about it besides its type."""
    match statement.annotation:
        case ast.Subscript(slice=ast.Tuple(elts=[*_, ast.Call() as call])):
            return {keyword.arg or "": ast.literal_eval(keyword.value) for keyword in call.keywords}
    return {}


def docstrings_below(body: list[ast.stmt]) -> dict[str, str]:
    """The docstrings that stand below assignments, by the name that is assigned to."""
    return {
        name_of(above): docstrings([below])[0]
        for above, below in pairwise(body)
        if isinstance(above, ast.AnnAssign | ast.Assign) and docstrings([below])
    }


def docstrings(body: list[ast.stmt]) -> list[str]:
    return [
        inspect.cleandoc(statement.value.value)
        for statement in body
        if isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    ]


# -- texts of the docs, to the letter --


PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
descriptions = st.lists(pieces, max_size=8).map("".join).map(lambda text: re.sub(r"[\r\n\0]", "", text).strip())


@unhurried
@given(descriptions.map("x{}y".format))
def test_a_description_is_what_the_cell_says(text: str) -> None:
    """In the cell all that means something to Markdown is escaped; it begins with no notice of deprecation."""
    escaped = PUNCTUATION.sub(r"\\\g<0>", text)
    page = f"# A\n\n## Fields\n\n| Field | Type | Description |\n| - | - | - |\n| `a` | *string* | {escaped} |\n"
    assert docstrings_below(class_of(module_of(page), "A").body)["a"].split() == text.split()


@unhurried
@given(descriptions.map(lambda text: f"x{text.replace('`', '')}y"))
def test_a_value_is_what_the_cell_says(text: str) -> None:
    """In code nothing means anything to Markdown but the pipe; what would be a literal of JSON is not tried."""
    escaped = text.replace("|", r"\|")
    page = f"# A\n\n## Values\n\n| Name | Value |\n| - | - |\n| `B` | b |\n| `C` | `{escaped}` |\n"
    first, second = [
        statement for statement in class_of(module_of(page), "A").body if isinstance(statement, ast.Assign)
    ]
    assert ast.literal_eval(first.value) == "b"
    assert ast.literal_eval(second.value) == text


def module_of(page: str) -> ast.Module:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder, "docs"), {"A.md": page})
        build.generate(Config(Path(folder, "docs"), Path(folder, "out"), language="csharp"))
        content = Path(folder, "out/a.py").read_bytes()
    assert_allowed("a.py", content)
    return ast.parse(content)


# -- names --

OWN = (
    *("model_config", "__class__", "__init__", "__root__", "model_fields", "copy", "json", "__pydantic_extra__"),
    *("self", "cls", "mro", "_value_", "name", "value", "_missing_", "_generate_next_value_", "_ignore_", "__slots__"),
)
TWINS = (
    *(
        "ﬁeld",
        "field",
        "\u212a",
        "K",
        "k",
        "ｃｌａｓｓ",
        "class",
        "ſelf",
        "self",
        "µ",
        "μ",
        "é",
        "e\u0301",
        "ß",
        "ss",
        "SS",
    ),
    *(
        "İ",
        "i",
        "ı",
        "а",
        "a",
        "ο",
        "o",
        "א",
        "\u202ea",
        "a\u200b",
        "a\ufe0f",
        "Ⅷ",
        "VIII",
        "①",
        "1",
        "ς",
        "σ",
        "Σ",
        "a\u2e2f",
    ),
)
"""Names that Python, a file system or a reader takes for others of them."""


@pytest.mark.parametrize("names", [OWN, TWINS], ids=["of Python and pydantic", "that look alike"])
def test_no_two_names_become_one_and_none_becomes_two(names: tuple[str, ...], tmp_path: Path) -> None:
    rows = "".join(f"| `{name}` | *string* | :heavy_minus_sign: |\n" for name in names)
    values = "".join(f"| `{name}` | {name} |\n" for name in names)
    write(
        tmp_path / "docs",
        {
            "Fields.md": f"# TheFields\n\n## Fields\n\n| Field | Type | Required |\n| - | - | - |\n{rows}",
            "Values.md": f"# TheValues\n\n## Values\n\n| Name | Value |\n| - | - |\n{values}",
        },
    )
    build.generate(Config(tmp_path / "docs", tmp_path / "twins", language="csharp"))
    with importable(tmp_path / "twins"):
        from twins import TheFields, TheValues  # type: ignore[import-not-found]

        assert len(TheFields.model_fields) == len(names)
        document = {name: f"the value of {name}" for name in names}
        assert TheFields.model_validate(document).model_dump(by_alias=True) == document
        assert [member.value for member in TheValues] == list(names)
        assert all(TheValues(name).value == name for name in names)


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="file names are Unicode, or have no capitals")
def test_pages_that_look_alike_are_modules_or_findings(tmp_path: Path) -> None:
    pages = {f"{name}.md": f"# Title {number}\n\n## Values\n\n- a\n- b\n" for number, name in enumerate(TWINS)}
    write(tmp_path / "docs", pages)
    result = build.generate(Config(tmp_path / "docs", tmp_path / "out"))
    clashes = [diagnostic for diagnostic in result.diagnostics if diagnostic.code == "module-clash"]
    modules = [path.name for path in (tmp_path / "out").glob("*.py") if path.name != "__init__.py"]
    assert len(modules) + len(clashes) == len(TWINS)
    assert len({normal(name.casefold()) for name in modules}) == len(modules)


@pytest.mark.parametrize("other", ["名前.md", "名前/Page.md"])
def test_a_module_or_package_of_its_name_does_not_hide_a_class(tmp_path: Path, other: str) -> None:
    """Scripts without capitals write both alike, and importing a module binds its name in the package."""
    write(
        tmp_path / "docs",
        {"first.md": "# 名前\n\n## Values\n\n- a\n- b\n", other: "# Second\n\n## Values\n\n- a\n- b\n"},
    )
    build.generate(Config(tmp_path / "docs", tmp_path / "hidden"))
    with importable(tmp_path / "hidden"):
        module = importlib.import_module("hidden." + other.removesuffix(".md").replace("/P", ".p"))
        assert module.Second("a").value == "a"
        package = importlib.import_module("hidden")
        (name,) = [name for name in package.__all__ if name.startswith("名前")]
        assert getattr(package, name)("a").value == "a"


def test_a_model_called_like_an_error_of_pythons_does_not_break_its_package(tmp_path: Path) -> None:
    write(tmp_path / "docs", {"A.md": "# AttributeError\n\n## Values\n\n- a\n- b\n"})
    build.generate(Config(tmp_path / "docs", tmp_path / "errors"))
    with importable(tmp_path / "errors"):
        package = importlib.import_module("errors")
        assert package.AttributeError("a").value == "a"
        assert not hasattr(package, "nothing")


@pytest.mark.parametrize(
    "shape",
    [
        '## Fields\n\n| Field | Type |\n| - | - |\n| `a` | `Literal["\\ud800"]` |\n',
        '## Fields\n\n| Field | Type | Example |\n| - | - | - |\n| `a` | [A](A.md) | {"\\ud800a": 1} |\n',
        '## Values\n\n| Name | Value |\n| - | - |\n| `B` | `"\\ud800"` |\n',
    ],
    ids=["a type", "a key", "a value"],
)
def test_half_a_character_does_not_get_where_pydantic_refuses_it(tmp_path: Path, shape: str) -> None:
    write(tmp_path / "docs", {"A.md": f"# A\n\n{shape}"})
    build.generate(Config(tmp_path / "docs", tmp_path / "half", language="python"))
    with importable(tmp_path / "half"):
        TypeAdapter(importlib.import_module("half").A).json_schema()


# -- these tests --

EVIL = (
    "import os",
    "from os import system",
    "print(1)",
    "__all__ = [print()]",
    "class A(print()): pass",
    "class A(Model):\n    print(1)",
    "class A(Model):\n    a: print(1)",
    "class A(Model):\n    a: int = (lambda: 1)()",
    "class A(Model):\n    a: Annotated[int, Field(description=f'{print(1)}')]",
    "class A(Model):\n    def a(self): pass",
    "class A(Model):\n    a: int = [x for x in ()]",
    "class A(Model):\n    a: int\n\n\nx = 1",
    "class A(Model):\n    a: int\n\n\nB.model_rebuild(raise_errors=False)",
    "class A(Model):\n    a: list[int] = Field(default_factory=lambda: print(1))",
    "class A(str):\n    pass",
    "class A(Model, exact=('a',)):\n    a: int",
    "class A(LooseModel, exact=print(1)):\n    a: int",
    "class A(LooseModel, exact=(print(1),)):\n    a: int",
    "class A(LooseModel, exact=('b',)):\n    a: int",
    "class A(LooseModel, metaclass=B):\n    a: int",
    "class A(LooseModel, **{'exact': ('a',)}):\n    a: int",
    "class A(Model):\n    a: int  # it is",
    "class A(Model):\n    a: str = '\u202e'",
)


@pytest.mark.parametrize("evil", EVIL)
def test_code_is_not_allowed(evil: str) -> None:
    imports = "from pydantic import Field\n\nfrom ._loose import LooseModel\nfrom ._model import Model"
    head = f"# Generated by docmodels. Do not edit.\n\n{imports}\n\n__all__ = ['A']\n\n\n"
    with pytest.raises((AssertionError, KeyError)):
        assert_allowed("a.py", f"{head}{evil}\n".encode())
    assert_allowed("a.py", f"{head}class A(Model):\n    a: int\n".encode())
    assert_allowed("a.py", f"{head}class A(LooseModel, exact=('a',)):\n    a: int\n".encode())


EVENTS = {
    "open": "open('/dev/null')",
    "subprocess.Popen": "import subprocess, sys; subprocess.run([sys.executable, '-c', ''])",
    "os.system": "import os; os.system('true')",
    "socket.__new__": "import socket; socket.socket()",
    "exec": "eval('str()')",
    "import": "import antigravity_or_whatever_else",
}
"""What Python tells of code that runs, and code of which it does."""


@pytest.fixture(scope="module")
def heard_of_each(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is heard of packages that each run a line of `EVENTS`."""
    packages = tmp_path_factory.mktemp("packages")
    for number, evil in enumerate(EVENTS.values()):
        write(packages, {f"evil{number}/__init__.py": f"try:\n    {evil}\nexcept ImportError:\n    pass\n"})
    return heard(packages)


@pytest.mark.parametrize(("number", "event"), list(enumerate(EVENTS)))
def test_what_a_package_does_is_heard(heard_of_each: str, number: int, event: str) -> None:
    assert f"evil{number}: {event} " in heard_of_each


BROKEN = {
    "docmodels.targets.python.literals.escaped": str,
    "docmodels.targets.python.docstrings.escaped": str,
    "docmodels.targets.python.flavours.pydantic.present.string": '"{}"'.format,
    "docmodels.targets.python.layout.string": "'{}'".format,
    "docmodels.targets.python.identifiers._identifier": lambda name, spell, prefix: name,
    "docmodels.targets.python.identifiers._HIDDEN": re.compile("(?!)"),
    "docmodels.targets.python.identifiers.keyword.iskeyword": lambda name: False,
}
"""What makes text from the docs safe, without doing so. tests/mutations.py has more of these."""


@pytest.fixture
def unremembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody remembers what a test makes, neither this process nor a later one."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    forget = identifiers._identifier.cache_clear
    forget()
    yield
    forget()


@pytest.mark.usefixtures("unremembered")
@pytest.mark.parametrize("name", [None, *BROKEN])
def test_without_what_makes_text_safe_these_tests_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str | None
) -> None:
    if name is not None:
        place, _, attribute = name.rpartition(".")
        monkeypatch.setattr(resolve_name(place), attribute, BROKEN[name])  # of a module, where a function hides it too
    lines = [re.sub(r"[\r\n`]", " ", text).replace("|", r"\|") for text in TEXTS]
    names = [*(f"{line}{number}" for number, line in enumerate(lines)), *NAMES]
    rows = "".join(f"| `{name}` | *string* | {line} |\n" for name, line in zip(names, lines * 3, strict=False))
    rows += "".join(
        f"| ~~`old{at}`~~ | *string* | :warning: **DEPRECATED**: {line} |\n" for at, line in enumerate(lines)
    )
    head = f"# A\n\n{' '.join(lines)}\n\n## Fields\n\n| Field | Type | Description |\n| - | - | - |\n"
    write(tmp_path / "docs", {"A.md": head + rows})
    with nullcontext() if name is None else pytest.raises((AssertionError, ValueError, SyntaxError)):
        build.generate(Config(tmp_path / "docs", tmp_path / "out", language="csharp"))
        for path, content in read(tmp_path / "out").items():
            assert_allowed(path, content)
