"""What holds for the package of any docs at all."""

from __future__ import annotations

import ast
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any, get_args
from urllib.parse import quote

import pytest
from docmodels.config import Config
from docmodels.pipeline.build import generate
from docmodels.pipeline.result import Result
from docmodels.targets.python.formatter import black_format
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter

from tests.hostile import NAMES
from tests.scaled import scaled
from tests.trees import importable, modules, public

# Random docs. A page says which one it is ("This is page 3."), and what refers to others says to which ("page 1").

FOLDERS = ["", "Models/", "Models/Shared/", "models/", "class/", "typing/", "名前/", "Models/import/", "1/"]
STEMS = ["Room", "room", "TimeoutError", "Any", "Field", "OTHER", "名前"]  # so few that they often meet
SCALARS = ["*string*", "*int*", "*double*", "*bool*", "*byte[]*", "*object*", "*DateTime*", "*LocalDate*", "*Guid*"]
PROSE = ["N/A", "", "What it is.", "\"Yes\" or 'no'", '"""', "C:\\new\\u0041", "a<br/>b", "\\\\", "x" * 99, "名" * 60]
EXAMPLES = ["", "1", "a", '"1"', "null", "{}", "[1,<br/>2]", '{"room_id": 1, "Id": [null]}', "1e400", "NaN", "9" * 700]
TAGS = ["Type", "kind", "class"]
HEAD = "| Field | Type | Required | Description | Example |\n| - | - | - | - | - |\n"


@dataclass(frozen=True)
class Page:
    """text: the Markdown; rows: how many fields or values it shows."""

    text: str
    rows: int = 0


characters = st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"], exclude_characters="`")
names = st.sampled_from(NAMES) | st.text(characters, min_size=1, max_size=9).filter(str.strip)
stems = st.sampled_from(STEMS * 30 + [name for name in NAMES if "/" not in name and not name.startswith(".")])
prose = st.sampled_from(PROSE)


@st.composite
def trees(draw: st.DrawFn) -> dict[str, Page]:
    """Pages, by path, that refer to each other in any way they like."""
    path = st.builds("{}{}.md".format, st.sampled_from(FOLDERS), stems)
    paths = draw(st.lists(path, min_size=1, max_size=6, unique=True))
    pages = {}
    for number, path in enumerate(paths):
        up = "../" * path.count("/")
        labels = [
            name if (name := Path(path).stem).isidentifier() and draw(st.booleans()) else "Type" for path in paths
        ]
        links = {
            f"[{label}]({up}{quote(target)})": f"page {other}"
            for other, (label, target) in enumerate(zip(labels, paths, strict=True))
        }
        kind = draw(st.sampled_from([fields, fields, fields, values, members, nothing]))
        title = draw(st.just(Path(path).stem) | names).strip()
        description, shape = draw(prose), draw(kind(types(links)))
        pages[path] = Page(f"# {title}\n\nThis is page {number}.\n\n{description}\n\n{shape.text}", shape.rows)
    return pages


Types = st.SearchStrategy[tuple[str, str]]
"""Types in the notation of C#, each with what it refers to."""


def types(links: Mapping[str, str]) -> Types:
    return st.recursive(
        st.sampled_from([*SCALARS, *links, *links]).map(lambda label: (label, links.get(label, ""))),
        lambda inner: st.tuples(st.sampled_from(["List<{}>", "Dictionary<String, {}>", "{}?"]), inner).map(
            lambda of: (of[0].format(of[1][0]), of[1][1])
        ),
        max_leaves=2,
    )


def fields(types: Types) -> st.SearchStrategy[Page]:
    @st.composite
    def row(draw: st.DrawFn) -> tuple[str, ...]:
        name = draw(st.sampled_from(["`{}`", "~~`{}`~~"])).format(draw(st.sampled_from(TAGS) | names))
        label, meant = draw(types)
        mark = draw(st.sampled_from([":heavy_check_mark:", ":heavy_minus_sign:"]))
        return (name, label, mark, meant or draw(prose), draw(st.sampled_from(EXAMPLES)))

    return st.lists(row(), max_size=6).map(lambda rows: Page(f"## Fields\n\n{HEAD}{table(rows)}", len(rows)))


def values(types: Types) -> st.SearchStrategy[Page]:
    value = names | st.integers().map(str) | st.builds("`{}`".format, names)
    rows = st.lists(st.tuples(st.builds("`{}`".format, names), value), min_size=1, max_size=6)
    one = rows.map(lambda rows: rows[:1])  # a constant, by which a union's members may be told
    head = "| Name | Value |\n| - | - |\n"
    return (rows | one).map(lambda rows: Page(f"## Values\n\n{head}{table(rows)}", len(rows)))


def members(types: Types) -> st.SearchStrategy[Page]:
    def page(cells: Sequence[tuple[str, str]]) -> Page:
        text = " ".join(meant for _, meant in cells)
        headings = "".join(f"### {label}\n\n" for label, _ in cells)
        return Page(f"Refers to {text}\n\n## Supported Types\n\n{headings}")

    return st.lists(types, min_size=1, max_size=4).map(page)


def nothing(types: Types) -> st.SearchStrategy[Page]:
    return st.just(Page(""))


def table(rows: Sequence[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n" for row in rows)


# Names that mean something else

LINKS = {
    "Cause": {"first": "Errors/Cause"},
    "Field": {"first": "Errors/Cause"},
    "Errors/Cause": {"next": "Errors/Cause", "error": "Errors/TimeoutError"},
    "Errors/TimeoutError": {"cause": "Errors/Cause", "any": "Errors/Any"},
    "Errors/Any": {"cause": "Errors/Cause"},
}


@pytest.mark.parametrize("first", LINKS)
def test_names_in_circles_mean_the_same_whichever_model_is_asked_for_first(first: str, tmp_path: Path) -> None:
    """Not the built-in TimeoutError, nor what the modules import from pydantic, nor the other Cause.

    pydantic reads the annotations in a circle when it first needs a schema, and lets the model that it was asked for
    stand for its name in every module.
    """
    write(tmp_path / "docs", {f"{path}.md": Page(linking(path)) for path in LINKS})
    generate(Config(tmp_path / "docs", tmp_path / "namesakes", language="csharp"))
    with importable(tmp_path / "namesakes"):
        models = {path: model(f"namesakes.{path.lower().replace('/', '.')}") for path in LINKS}
        TypeAdapter(models[first])
        for path in LINKS:
            assert_meant(path, TypeAdapter(models[path]).validate_python(document(path, 3)), models)


def linking(path: str) -> str:
    """The page of a model with a field for each link."""
    up = "../" * path.count("/")
    rows = [
        (f"`{name.title()}`", f"[T]({up}{target}.md)", ":heavy_minus_sign:") for name, target in LINKS[path].items()
    ]
    return f"# {Path(path).name}\n\n## Fields\n\n| Field | Type | Required |\n| - | - | - |\n{table(rows)}"


def model(name: str) -> Any:
    module = import_module(name.replace("timeouterror", "timeout_error"))
    return getattr(module, *module.__all__)


def document(path: str, levels: int) -> dict[str, Any]:
    """A value of the model that has all fields, down to some depth."""
    return {name: document(target, levels - 1) for name, target in LINKS[path].items()} if levels else {}


def assert_meant(path: str, value: object, models: Mapping[str, type]) -> None:
    assert type(value) is models[path]
    for name, target in LINKS[path].items():
        inner = getattr(value, name)
        if inner is not None:
            assert_meant(target, inner, models)


# Packages of random docs

unique = count()
LEFT_OUT = {"module-clash", "title-clash", "no-python-name"}


@scaled(0.5, derandomize=True, suppress_health_check=list(HealthCheck))
@given(pages=trees(), order=st.randoms(use_true_random=False))
def test_any_docs_make_a_package_that_works_and_lacks_nothing(pages: dict[str, Page], order: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        docs, out = Path(folder, "docs"), Path(folder, f"any_docs_{next(unique)}")
        write(docs, pages)
        result = generate(Config(docs, out, language="csharp"))
        assert_formatted(out)
        with importable(out):
            names = list(modules(out))
            order.shuffle(names)
            defined = [(value, name) for name in names for value in public(import_module(name)).values()]
            assert_built([value for value, _ in defined])
            assert_complete([source(out.parent, name) for _, name in defined], pages, result)
            assert result.counts.models == len(defined)
            assert_linked({number(out, name): value for value, name in defined}, pages, result)


def write(docs: Path, pages: Mapping[str, Page]) -> None:
    for path, page in pages.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(page.text, "utf-8")


def assert_formatted(out: Path) -> None:
    """Black changes nothing."""
    for path in out.rglob("*.py"):
        text = path.read_bytes().decode()
        assert black_format(text) == text


def assert_built(defined: Sequence[object]) -> None:
    """Each definition can validate something, and no field stands for another on the wire."""
    for value in defined:
        TypeAdapter(value).json_schema()
        if isinstance(value, type) and issubclass(value, BaseModel):
            assert value.__pydantic_complete__ or value.model_rebuild()
            wire = Counter(field.alias or name for name, field in value.model_fields.items())
            assert max(wire.values(), default=1) == 1, wire


def assert_complete(sources: Sequence[str], pages: Mapping[str, Page], result: Result) -> None:
    """Every page and every row is in the package or in a finding."""
    counts = Counter(diagnostic.code for diagnostic in result.diagnostics)
    assert not counts["not-written"]
    assert not counts["foreign-file"]
    assert result.counts.models + sum(counts[code] for code in LEFT_OUT) + result.counts.skipped == len(pages)
    left_out = {diagnostic.place.path for diagnostic in result.diagnostics if diagnostic.code in LEFT_OUT}
    rows = sum(page.rows for path, page in pages.items() if path not in left_out)
    findings = [
        diagnostic
        for diagnostic in result.diagnostics
        if diagnostic.code in {"repeated-field", "missing-name", "repeated-value"}
    ]
    assert sum(map(size, sources)) + sum(finding.place.path not in left_out for finding in findings) == rows


def size(source: str) -> int:
    """How many fields and values a module defines."""
    count = 0
    for statement in ast.parse(source).body:
        match statement:
            case ast.ClassDef(body=body):
                names = [
                    ast.unparse(statement).split()[0]
                    for statement in body
                    if isinstance(statement, ast.AnnAssign | ast.Assign)
                ]
                count += sum(name != "model_config" for name in names)
            case ast.AnnAssign() | ast.Assign():
                literals = [node for node in ast.walk(statement) if ast.unparse(node).startswith("Literal[")]
                count += sum(isinstance(node, ast.Constant) for literal in literals for node in ast.walk(literal))
    return count


def number(out: Path, module: str) -> str:
    """Which page a module was made from."""
    (page_,) = re.findall(r"This is (page \d+)\.", source(out.parent, module))
    return page_


def source(folder: Path, module: str) -> str:
    return folder.joinpath(*module.split(".")).with_suffix(".py").read_text("utf-8")


def assert_linked(defined: Mapping[str, Any], pages: Mapping[str, Page], result: Result) -> None:
    """A type that a link shows is the one on the page that the link leads to, unless a finding says that it is not."""
    doubtful = {diagnostic.place.path for diagnostic in result.diagnostics if diagnostic.code == "type-syntax"}
    sure = {f"page {at}" for at, path in enumerate(pages) if path not in doubtful}
    known = {id(value) for value in defined.values()} - {id(Any)}
    for page, value in defined.items():
        if page in sure and isinstance(value, type) and issubclass(value, BaseModel):
            for field in value.model_fields.values():
                meant = set(re.findall(r"page \d+", field.description or ""))
                if meant <= defined.keys():
                    parts_ = {id(part) for part in parts(field.annotation)} & known
                    assert parts_ == {id(defined[other]) for other in meant} & known


def parts(annotation: object) -> Iterator[object]:
    """The annotation and all that it is made of."""
    yield annotation
    for argument in get_args(annotation):
        yield from parts(argument)
