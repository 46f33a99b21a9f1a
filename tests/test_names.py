"""Names are worked out once, for the layout and the flavour, and everything that shows or matches them is right."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import chdir
from dataclasses import replace
from enum import Enum
from functools import cache
from importlib import import_module
from itertools import cycle, product
from pathlib import Path
from typing import Any

import pytest
from docmodels.cache.store import Cache
from docmodels.changes import Version, compare
from docmodels.config import Config, FieldSettings
from docmodels.model import Model
from docmodels.model.declarations import Declaration, Enumeration, Object
from docmodels.model.names import snake
from docmodels.model.selectors import Selector, titles_of
from docmodels.model.types import FieldId
from docmodels.pipeline import build, diff, making, name, understand
from docmodels.pipeline.learn import learn
from docmodels.pipeline.remember import codec
from docmodels.pipeline.understand import Understanding
from docmodels.pipeline.verify import verify
from docmodels.reporting.inspection import inspect
from docmodels.reporting.inspection_json import as_json
from docmodels.reporting.report_data import About, report_data
from docmodels.targets import python

from tests.golden.pages import CONFIGURATION, Case, all_cases
from tests.golden.running import configured
from tests.trees import importable

render = import_module("docmodels.targets.python.render")
TEMPLATES = cache(render.Templates)  # they are the same for all trees
REMEMBERED = Cache(None, "", codec())  # each page is read once, whatever is made of it
LAYOUTS: Sequence[python.Layout] = ("modules", "single")
OFTEN = (("modules", "pydantic"), ("single", "typeddict"))
"""In `make test`, a third of the cases of each page is looked at in one of these ways, in turn; in `make test-all`, every
case in all ways."""
CASES = [case for case in all_cases() if any(path.startswith("docs/") for path in case.inputs)]
PAGES = sorted({case.page.stem for case in CASES})
WAYS = [
    *((page, *way, 3) for page, way in zip(PAGES, cycle(OFTEN))),
    *(pytest.param(*case, 1, marks=pytest.mark.tools) for case in product(PAGES, LAYOUTS, python.FLAVOURS)),
]


@pytest.mark.parametrize(("page", "layout", "flavour", "step"), WAYS)
def test_names_stand_in_the_package(
    page: str, layout: python.Layout, flavour: str, step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names that `inspect`, `report`, `diff` and selectors know, on every golden tree, or on the first of so many."""
    monkeypatch.setattr(render, "Templates", TEMPLATES)
    for module in (making, understand):
        monkeypatch.setattr(module, "remembered", lambda _: REMEMBERED)
    for number, case in enumerate([case for case in CASES if case.page.stem == page][::step]):
        folder = tmp_path / f"case_{number}"
        config = _written(case, folder, layout, flavour)
        with chdir(folder), importable(folder / "out"):
            assert_true(config, case.name)


def _written(case: Case, folder: Path, layout: python.Layout, flavour: str) -> Config:
    """The configuration of a case with another layout and flavour, whose docs are in a folder."""
    for path, data in case.inputs.items():
        if path == CONFIGURATION or path.startswith(("docs/", "samples/")):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    folder.mkdir(exist_ok=True)
    with chdir(folder):
        config = configured(case)
    return replace(config, layout=layout, flavour=flavour, templates=None, base="", classes={}, extra="ignore")


def assert_true(config: Config, about: str) -> None:
    """What the program says about the names of a tree is true of the package that it writes."""
    build.generate(config)
    understanding = understand.understand(config)
    package = _Package(understanding)
    document = json.loads(as_json(understanding, None))
    for model in document["declarations"]:
        if model["module"] is not None:
            package.assert_defined(model["key"], model["module"], model["name"], about)
            for field in model.get("fields", ()):
                package.assert_attribute(model["key"], field["python"], about)
            for member in model.get("members", ()):
                package.assert_member(model["key"], member["python"], about)
    report: Any = report_data(understanding, understanding.names.clashes, About("docs"))
    for model in report["models"]:
        if "class" in model:
            module, _, class_ = model["class"].rpartition(".")
            package.assert_defined(model["key"], module, class_, about)
            for field in model.get("fields", ()):
                spelled = field["wire"] if understanding.names.is_json else snake(field["name"])
                package.assert_attribute(model["key"], field.get("python", spelled), about)
            for member in model.get("members", ()):
                package.assert_member(model["key"], member.get("python"), about)
    for change in _changes(understanding):
        title = f"{change.subject.title} {change.part}"
        assert change.attribute in package.attributes_at(change.now), f"{about}: diff on {title}: {change.attribute}"
    assert_selected(understanding, about)
    assert_settings_match(config, understanding, about)


class _Package:
    """A written package, imported."""

    def __init__(self, understanding: Understanding) -> None:
        self._understanding = understanding
        self._defined: dict[str, Any] = {}
        self._by_key = {str(declaration.id): declaration for declaration in understanding.model.declarations}

    def assert_defined(self, key: str, module: str, name: str, about: str) -> None:
        """Whether the module defines the name, and no other declaration has it."""
        home = import_module(f"out.{module}")
        assert name in home.__all__, f"{about}: {module} does not define {name}"
        self._defined[key] = getattr(home, name)

    def assert_attribute(self, key: str, attribute: str, about: str) -> None:
        """Whether a class has an attribute, or a TypedDict a key."""
        assert attribute in _attributes(self._defined[key]), f"{about}: {self._defined[key]} has no {attribute}"

    def assert_member(self, key: str, member: str | None, about: str) -> None:
        """Whether an enumeration has a member; without a name, whether it is no class."""
        defined = self._defined[key]
        if member is None:
            assert not (isinstance(defined, type) and issubclass(defined, Enum)), f"{about}: {defined} is a class"
        else:
            assert member in defined.__members__, f"{about}: {defined} has no {member}"

    def attributes_at(self, place: object) -> set[str]:
        """The attributes and members of what stands in a row of the docs, or around it."""
        attributes: set[str] = set()
        for key, defined in self._defined.items():
            declaration = self._by_key[key]
            rows = declaration.fields if isinstance(declaration, Object) else getattr(declaration, "members", ())
            if any(row.place == place for row in rows):
                attributes |= _attributes(defined) | set(getattr(defined, "__members__", ()))
        return attributes


def _attributes(defined: Any) -> set[str]:
    """The attributes of a class, those of its bases among them; the keys of a TypedDict."""
    return {name for base in getattr(defined, "__mro__", (defined,)) for name in getattr(base, "__annotations__", ())}


def _changes(understanding: Understanding) -> Iterator[Any]:
    """The changes from models without fields and values to the models of the docs."""

    def emptied(declaration: Declaration) -> Declaration:
        match declaration:
            case Object():
                return replace(declaration, fields=())
            case Enumeration():
                return replace(declaration, members=())
            case _:
                return declaration

    names, directions = understanding.names, understanding.directions
    located = [declaration for declaration in understanding.model.declarations if declaration.id in names.classes]
    old = Model(tuple(map(emptied, understanding.model.declarations)))
    constants = dict.fromkeys(names.constants, ())
    changes = compare(
        Version(old, directions, replace(names, constants=constants)), Version(understanding.model, directions, names)
    )
    places = {
        row.place
        for declaration in located
        for row in (*getattr(declaration, "fields", ()), *getattr(declaration, "members", ()))
    }
    return (change for change in changes if change.attribute and change.now in places)


def assert_selected(understanding: Understanding, about: str) -> None:
    """Names of the package select what has them, unless the docs call something else exactly so."""
    model, names = understanding.model, understanding.names
    titles = {title for declaration in model.declarations for title in titles_of(declaration)}
    for declaration in model.declarations:
        if declaration.id not in names.classes:
            continue
        class_ = names.classes[declaration.id].name
        selected = Selector.parse(class_).declarations(model, names.classes)
        assert declaration in selected or class_ in titles, f"{about}: {class_} selects {selected}"


def assert_settings_match(config: Config, understanding: Understanding, about: str) -> None:
    """A key that is a name of the package sets its field, or a finding says the key that does.

    The docs may call another field or model exactly so, and no setting can use a key that another setting makes.
    """
    names = understanding.names
    titles = {
        (declaration.id.page, title): declaration.id
        for declaration in understanding.model.declarations
        for title in titles_of(declaration)
    }
    expected: dict[str, FieldId] = {}
    wanted: dict[str, FieldSettings] = {}
    for owner in understanding.model.objects:
        for field in owner.fields if owner.id in names.classes else ():
            others = {text for other in owner.fields if other is not field for text in (other.name, other.original)}
            attribute = names.attribute(owner, field)
            is_set = bool(understanding.settings.fields.get((owner.id, field.name)))
            is_another = titles.get((owner.id.page, names.classes[owner.id].name), owner.id) != owner.id
            if not is_set and not is_another and attribute not in others and not set("#*") & set(attribute):
                key = f"{owner.id.page}#{names.classes[owner.id].name}.{attribute}"
                expected[key], wanted[key] = (owner.id, field.name), FieldSettings(nullable=field.nullable)
    set_fields, remedies = _set(config, wanted)
    missing = [key for key, field in expected.items() if field not in set_fields]
    assert len(remedies) == len(missing), f"{about}: {missing} set nothing, and no finding says why: {remedies}"
    assert all(remedy.startswith("The docs call this field ") for remedy in remedies), f"{about}: {remedies}"
    keys = [remedy.split('"')[1] for remedy in remedies]
    if keys:
        _, unknown = _set(config, dict.fromkeys(keys, FieldSettings(nullable=True)))
        assert not unknown, f"{about}: {keys} set nothing"


def _set(config: Config, wanted: Mapping[str, FieldSettings]) -> tuple[Collection[FieldId], list[str]]:
    """Apply settings: the fields that are set, and the remedies of the findings about keys that set nothing."""
    again = understand.understand(replace(config, fields={**config.fields, **wanted}, samples=None, learned=None))
    findings = (diagnostic for diagnostic in again.diagnostics if diagnostic.code == "unmatched-setting")
    return again.settings.fields, [
        finding.help for finding in findings if any(f'"{key}"' in finding.message for key in wanted)
    ]


# -- once --


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, int]:
    """How often names are worked out: of classes, and of all."""
    counted = {"locate": 0, "name_parts": 0}

    def count(module: Any, function: str) -> None:
        real = getattr(module, function)

        def called(*arguments: Any) -> Any:
            counted[function] += 1
            return real(*arguments)

        monkeypatch.setattr(module, function, called)

    count(name, "locate")
    count(python, "name_parts")
    return counted


PAGE = "# Room\n\n## Fields\n\n| Field | Type |\n| --- | --- |\n| `roomId` | *string* |\n"


@pytest.fixture
def config(tmp_path: Path) -> Config:
    for folder in ("docs/a", "docs/b", "samples/Room"):
        (tmp_path / folder).mkdir(parents=True)
    for page in ("docs/a/Room.md", "docs/b/Room.md"):
        (tmp_path / page).write_text(PAGE, "utf-8")
    (tmp_path / "samples/Room/1.json").write_text('{"roomId": null}', "utf-8")
    return Config(docs=tmp_path / "docs", out=tmp_path / "out", layout="single", samples=tmp_path / "samples")


ONCE = {"locate": 1, "name_parts": 1}


@pytest.mark.parametrize("run", [build.generate, build.check, inspect, understand.understand, verify])
def test_a_run_names_once(run: Any, config: Config, counts: Mapping[str, int]) -> None:
    settings = {"BRoom.room_id": FieldSettings(required=True), "Lost.id": FieldSettings(required=True)}
    run(replace(config, fields=settings, names={"Room": "Chamber"}))
    assert counts == ONCE


def test_learning_names_once(config: Config, counts: Mapping[str, int]) -> None:
    learn(replace(config, learned=config.out.parent / "learned.json"))
    assert counts == ONCE


def test_a_page_with_an_error_does_not_name_again(config: Config, counts: dict[str, int]) -> None:
    config = replace(config, layout="modules", samples=None)
    build.generate(config)
    counts.update(dict.fromkeys(counts, 0))
    (config.docs / "a/Room.md").write_bytes(b"\xff")
    result = build.generate(config)
    assert "kept-module" in {diagnostic.code for diagnostic in result.diagnostics}
    assert counts == ONCE


def test_a_comparison_names_each_side_once(config: Config, counts: Mapping[str, int]) -> None:
    pages = understand.find_pages(config.docs)
    other = understand.find_pages(config.docs / "a")
    diff.compare(replace(config, samples=None), pages, other)
    assert counts == {"locate": 2, "name_parts": 2}


def test_only_a_key_of_names_that_the_docs_do_not_have_looks_at_titles_again(
    config: Config, counts: Mapping[str, int]
) -> None:
    understanding = understand.understand(replace(config, names={"BRoom": "Chamber"}))
    assert sorted(place.name for place in understanding.names.classes.values()) == ["Chamber", "Room"]
    assert counts == {"locate": 2, "name_parts": 1}
