"""What docmodels writes agrees with the docs that it is made of; one edit of it is one difference."""

from __future__ import annotations

import ast
import json
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from itertools import cycle, product
from pathlib import Path
from typing import Any

import docmodels as api
import pytest
from docmodels.config import load
from docmodels.pipeline.understand import understand

from tests.golden.pages import Case, all_cases
from tests.packages import FLAVOURS, Make
from tests.trees import DOCS

FORMS = tuple(product(FLAVOURS, ("modules", "single")))
"""All flavours in both layouts."""

SEEDS = range(10)


def agrees(config: api.Config) -> None:
    """Generate the package, and compare it with its own docs."""
    api.generate(config)
    assert_agrees(config)


def assert_agrees(config: api.Config) -> None:
    """A package differs in nothing from its docs."""
    compared = api.compare(replace(config, compare=api.CompareSettings()), config.out)
    assert [(difference.kind, difference.message) for difference in compared.differences] == []


@pytest.mark.parametrize(("flavour", "layout"), FORMS)
def test_the_models_of_this_repository_agree_with_their_docs(tmp_path: Path, flavour: str, layout: Any) -> None:
    agrees(api.Config(docs=DOCS, out=tmp_path / "models", flavour=flavour, layout=layout))


def largest_cases() -> Iterator[Case]:
    """The longest case of each page that makes modules. Names and classes that users choose are not those of the docs."""
    pages: dict[Path, list[Case]] = {}
    for case in all_cases():
        settings = case.inputs.get("pyproject.toml", b"")
        is_by_docs = not any(part in settings for part in (b".names]", b".classes]", b".packages."))
        if is_by_docs and any(fence.name.endswith(".py") for fence in case.expected):
            pages.setdefault(case.page, []).append(case)
    for cases in pages.values():
        yield max(cases, key=lambda case: sum(map(len, case.inputs.values())))


@pytest.mark.parametrize(
    ("case", "form"),
    [pytest.param(case, form, id=f"{case.name}-{'-'.join(form)}") for case, form in zip(largest_cases(), cycle(FORMS))],
)
def test_models_of_golden_cases_agree_with_their_docs(tmp_path: Path, case: Case, form: tuple[str, Any]) -> None:
    for path, data in case.inputs.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    flavour, layout = form
    config = load(tmp_path)
    agrees(replace(config, out=tmp_path / "models", flavour=flavour, layout=layout))


LARGE = (("mistral-python", "msgspec"), ("hathora-csharp", "typeddict"), ("cray-csm-widdershins", "dataclass"))


@pytest.mark.parametrize(("name", "flavour"), LARGE)
def test_models_of_large_docs_agree_with_them(make: Make, name: str, flavour: str) -> None:
    tree = make(name, flavour)
    assert_agrees(api.Config(docs=tree.docs, out=tree.package, flavour=flavour))


# -- one edit of a package --


@pytest.fixture(scope="module", params=FLAVOURS)
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The models of the docs of this repository, in each flavour."""
    out = tmp_path_factory.mktemp(request.param) / "models"
    api.generate(api.Config(docs=DOCS, out=out, flavour=request.param))
    return out


def fields(node: ast.AST) -> list[ast.AnnAssign]:
    """The fields of a class that has several of its own."""
    body = node.body if isinstance(node, ast.ClassDef) else []
    fields_ = [statement for statement in body if isinstance(statement, ast.AnnAssign)]
    return fields_ if len(fields_) > 1 else []


def members(node: ast.AST) -> list[ast.Assign]:
    """The members of an enumeration that has several."""
    bases = {ast.unparse(base) for base in node.bases} if isinstance(node, ast.ClassDef) else set()
    body = node.body if isinstance(node, ast.ClassDef) and "StrEnum" in bases else []
    return [statement for statement in body if isinstance(statement, ast.Assign)]


def literals(node: ast.AST) -> ast.Tuple | None:
    """The values of an alias of a `Literal`."""
    match node:
        case ast.AnnAssign(value=ast.Subscript(value=ast.Name("Literal"), slice=ast.Tuple() as values)):
            return values
        case _:
            return None


def drop(node: ast.AST, chance: random.Random) -> bool:
    if isinstance(node, ast.ClassDef) and fields(node):
        node.body.remove(chance.choice(fields(node)))
        return True
    return False


def add(node: ast.AST, _: random.Random) -> bool:
    if isinstance(node, ast.ClassDef) and fields(node):
        node.body += ast.parse("extra_thing: int").body
        return True
    return False


def retype(node: ast.AST, chance: random.Random) -> bool:
    """Another type, with what the annotation says of null and of a field that is left out."""
    choices = [field for field in fields(node) if "alias=" not in ast.unparse(field.annotation)]
    if not choices:
        return False
    field = chance.choice(choices)
    text, made = ast.unparse(field.annotation), "list[list[bytes]]"
    made += "".join(f" | {type_}" for type_ in ("UnsetType", "None") if type_ in text)
    made = f"NotRequired[{made}]" if text.startswith("NotRequired") else made
    field.annotation = ast.parse(made, mode="eval").body
    return True


def drop_value(node: ast.AST, chance: random.Random) -> bool:
    if isinstance(node, ast.ClassDef) and len(members(node)) > 2:
        node.body.remove(chance.choice(members(node)))
        return True
    values = literals(node)
    if values is not None and len(values.elts) > 2:
        values.elts.remove(chance.choice(values.elts))
        return True
    return False


def add_value(node: ast.AST, _: random.Random) -> bool:
    if isinstance(node, ast.ClassDef) and members(node):
        node.body += ast.parse("EXTRA = 'extra'").body
        return True
    values = literals(node)
    if values is not None:
        values.elts.append(ast.Constant("extra"))
        return True
    return False


@cache
def _statements(package: Path) -> tuple[tuple[Path, int], ...]:
    files = sorted(package.rglob("[a-z]*.py"))
    return tuple(
        (file.relative_to(package), number)
        for file in files
        for number, _ in enumerate(ast.parse(file.read_text("utf-8")).body)
    )


def statements(package: Path) -> list[tuple[Path, int]]:
    """The files of a package, each with the number of each of its statements."""
    return list(_statements(package))


@pytest.fixture
def docs_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The docs are those of this repository for each edit, and so is what they say."""
    monkeypatch.setattr(import_module("docmodels.pipeline.compare"), "understand", _understood_once)


_understood_once = cache(understand)

EDITS: tuple[Callable[[ast.AST, random.Random], bool], ...] = (drop, add, retype, drop_value, add_value)


@pytest.mark.usefixtures("docs_read_once")
@pytest.mark.parametrize("seed", SEEDS)
def test_one_edit_of_a_package_is_one_difference(package: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(f"{package.parent.name[:5]} {seed}")
    copy = tmp_path / "models"
    shutil.copytree(package, copy)
    edit = EDITS[seed % len(EDITS)]
    places = statements(package)
    chance.shuffle(places)
    for path, number in places:
        file = copy / path
        tree = ast.parse(file.read_text("utf-8"))
        if edit(tree.body[number], chance):
            file.write_text(ast.unparse(tree), "utf-8")
            break
    else:
        raise AssertionError("there is nothing to edit")
    differences = api.compare(api.Config(docs=DOCS), copy).differences
    assert len(differences) == 1, (edit.__name__, file, [difference.message for difference in differences])
    assert differences[0].code_place is not None
    assert differences[0].code_place.path == file.relative_to(tmp_path).as_posix()


# -- one edit of a schema --


@pytest.fixture(scope="module", params=["jsonschema", "openapi"])
def document(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The schemas of the docs of this repository."""
    out = tmp_path_factory.mktemp(request.param) / "schema.json"
    api.export(api.Config(docs=DOCS), out, request.param)
    return out.read_text("utf-8")


def schemas(document: Any) -> dict[str, Any]:
    schemas: dict[str, Any] = document["$defs"] if "$defs" in document else document["components"]["schemas"]
    return schemas


def edited(schema: Any, wanted: str, chance: random.Random) -> bool:
    """Change one property or value of a schema, if there is one."""
    properties, values = schema.get("properties", {}), schema.get("enum", [])
    if wanted.endswith("value"):
        if len(values) < 3:
            return False
        values.remove(chance.choice(values)) if wanted == "drop value" else values.append("extra")
        return True
    if len(properties) < 2:
        return False
    name = chance.choice(sorted(properties))
    match wanted:
        case "drop":
            del properties[name]
            schema["required"] = [key for key in schema.get("required", []) if key != name]
        case "add":
            properties["extraThing"] = {"type": "integer"}
        case "retype":
            properties[name] = {"type": "array", "items": {"type": "array", "items": {"type": "boolean"}}}
    return True


def test_what_docmodels_exports_agrees_with_the_docs(document: str, tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text(document, "utf-8")
    assert api.compare(api.Config(docs=DOCS), tmp_path / "schema.json").differences == ()


@pytest.mark.usefixtures("docs_read_once")
@pytest.mark.parametrize("seed", SEEDS)
def test_one_edit_of_a_schema_is_one_difference(document: str, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    schema_ = json.loads(document)
    wanted = ("drop", "add", "retype", "drop value", "add value")[seed % 5]
    names = sorted(schemas(schema_))
    chance.shuffle(names)
    name = next(name for name in names if edited(schemas(schema_)[name], wanted, chance))
    (tmp_path / "schema.json").write_text(json.dumps(schema_, indent=1), "utf-8")
    differences = api.compare(api.Config(docs=DOCS), tmp_path / "schema.json").differences
    kinds = [difference.kind for difference in differences if difference.kind != "null-missing"]
    assert len(kinds) == 1, (wanted, name, [difference.message for difference in differences])
