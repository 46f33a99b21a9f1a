"""The types of models as Python itself shows them: once a module is there, no name in it is a mystery."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, ForwardRef, get_args, get_type_hints

import pytest

from tests.trees import docmodels, importable

HEAD = "| Field | Type | Required |\n| --- | --- | --- |\n"
PAGES = {
    # A class above those that it names, and a circle within the module.
    "harbor.md": f"""\
# Harbor

{HEAD}| `state` | [State](#state) | Yes |
| `piers` | array of [Pier](#pier) | No |
| `fleet` | [Fleet](fleet.md) | No |

# Pier

{HEAD}| `harbor` | [Harbor](#harbor) | No |

# State

| Value | Description |
| --- | --- |
| `open` | Ships come in. |
| `shut` | None does. |
""",
    # A circle of modules: harbor, fleet, vessel.
    "fleet.md": f"# Fleet\n\n{HEAD}| `vessels` | array of [Vessel](vessel.md) | Yes |\n",
    "vessel.md": f"""\
# Vessel

{HEAD}| `fleet` | [Fleet](fleet.md) | No |
| `home` | [Harbor](harbor.md) | No |
| `next` | [Vessel](vessel.md) | No |
""",
}
SDK_HEAD = "## Fields\n\n| Field | Type | Required |\n| --- | --- | --- |\n"
UNIONS = {
    # A circle through a union: the module of an alias is there before the alias is.
    "Rule.md": "# Rule\n\n## Supported Types\n\n### Every\n\n```csharp\n[Every](Every.md)\n```\n\n### Limit\n\n"
    "```csharp\n[Limit](Limit.md)\n```\n",
    "Every.md": f"# Every\n\n{SDK_HEAD}| `Rules` | List\\<[Rule](Rule.md)> | :heavy_check_mark: |\n",
    "Limit.md": f"# Limit\n\n{SDK_HEAD}| `Instead` | [Rule](Rule.md) | :heavy_minus_sign: |\n",
}
FLAVOURS = ("pydantic", "msgspec", "dataclass")


@pytest.fixture(scope="module", params=FLAVOURS)
def packages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, Path]:
    """The flavour, and its packages of both trees."""
    folder = tmp_path_factory.mktemp("introspection")
    outs = []
    for name, pages in (("port", PAGES), ("rules", UNIONS)):
        docs = folder / f"docs_{name}"
        docs.mkdir()
        for path, text in pages.items():
            (docs / path).write_text(text, encoding="utf-8")
        outs.append(folder / name)
        done = docmodels("generate", "--docs", docs, "--out", outs[-1], "--flavour", request.param, cwd=folder)
        assert done.status == 0, done.err
    return request.param, outs[0], outs[1]


def models(package: str, names: tuple[str, ...], first: str) -> Iterator[Any]:
    """The classes of modules, of which one is imported before the others."""
    for name in sorted(names, key=lambda name: name != first):
        module = import_module(f"{package}.{name}")
        for public in module.__all__:
            value = getattr(module, public)
            if isinstance(value, type) and public != "State":
                yield value


@pytest.mark.parametrize("first", ["harbor", "fleet", "vessel"])
def test_classes_in_a_circle_of_modules_show_their_fields(packages: tuple[str, Path, Path], first: str) -> None:
    flavour, out, _ = packages
    with importable(out):
        classes = {model.__name__: model for model in models("port", ("harbor", "fleet", "vessel"), first)}
        assert_fields(classes["Harbor"], ["state", "piers", "fleet"], flavour)
        assert_fields(classes["Pier"], ["harbor"], flavour)
        assert_fields(classes["Fleet"], ["vessels"], flavour)
        assert_fields(classes["Vessel"], ["fleet", "home", "next"], flavour)
        assert get_args(get_type_hints(classes["Vessel"])["home"])[0] is classes["Harbor"]


@pytest.mark.parametrize("first", ["rule", "every", "limit"])
def test_classes_in_a_circle_through_a_union_show_their_fields(packages: tuple[str, Path, Path], first: str) -> None:
    flavour, _, out = packages
    with importable(out):
        every, limit = sorted(models("rules", ("rule", "every", "limit"), first), key=lambda model: str(model.__name__))
        assert_fields(every, ["rules"], flavour)
        assert_fields(limit, ["instead"], flavour)


@pytest.mark.parametrize("packages", ["pydantic", "msgspec"], indirect=True)
def test_a_class_without_a_description_shows_no_text_of_the_library(packages: tuple[str, Path, Path]) -> None:
    _, out, _ = packages
    with importable(out):
        assert not inspect.getdoc(import_module("port.vessel").Vessel)


@pytest.mark.parametrize("packages", ["pydantic"], indirect=True)
def test_either_look_comes_first_and_a_class_of_the_users_own_has_the_types(packages: tuple[str, Path, Path]) -> None:
    _, out, _ = packages
    with importable(out):
        vessel = import_module("port.vessel").Vessel
        own = type("Own", (vessel,), {"__module__": __name__})
        for model in (own, vessel):
            assert not any(has_reference(field.annotation) for field in model.model_fields.values()), model
            assert list(inspect.signature(model).parameters) == ["fleet", "home", "next"]
            assert model.model_fields is model.__pydantic_fields__


def assert_fields(model: Any, names: list[str], flavour: str) -> None:
    assert list(inspect.signature(model).parameters) == names
    hints = get_type_hints(model)
    assert [name for name in hints if name in names] == names
    assert not any(map(has_reference, hints.values()))
    if flavour == "pydantic":
        assert list(model.model_fields) == names
        assert not any(has_reference(field.annotation) for field in model.model_fields.values())


def has_reference(annotation: Any) -> bool:
    return isinstance(annotation, str | ForwardRef) or any(map(has_reference, get_args(annotation)))
