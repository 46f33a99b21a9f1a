"""Models whose names in the JSON are a guess: they read every spelling of the same letters."""

from __future__ import annotations

import copy
import gc
import json
import pickle
import tracemalloc
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Discriminator, Tag, ValidationError, create_model

from tests.counted import assert_linear
from tests.trees import docmodels, importable

PAGES = {
    "Harbor.md": """\
# Harbor

## Fields

| Field         | Type                     | Required           |
| ------------- | ------------------------ | ------------------ |
| `harborName`  | *string*                 | :heavy_check_mark: |
| `tideTables`  | List\\<*int*>            | :heavy_minus_sign: |
| `mainPier`    | [Pier](Pier.md)          | :heavy_minus_sign: |
| `otherPiers`  | List\\<[Pier](Pier.md)>  | :heavy_minus_sign: |
| `sisterPort`  | [Harbor](Harbor.md)      | :heavy_minus_sign: |
| `lastVisitor` | [Vessel](Vessel.md)      | :heavy_minus_sign: |
""",
    "Pier.md": """\
# Pier

## Fields

| Field       | Type      | Required           |
| ----------- | --------- | ------------------ |
| `pierCode`  | *string*  | :heavy_check_mark: |
| `maxDraft2` | *int*     | :heavy_minus_sign: |
""",
    "Vessel.md": """\
# Vessel

## Supported Types

### Ferry

### Barge
""",
    "Ferry.md": """\
# Ferry

## Fields

| Field        | Type                      | Required           |
| ------------ | ------------------------- | ------------------ |
| `vesselKind` | [FerryKind](FerryKind.md) | :heavy_check_mark: |
| `carDecks`   | *int*                     | :heavy_minus_sign: |
""",
    "Barge.md": """\
# Barge

## Fields

| Field        | Type                      | Required           |
| ------------ | ------------------------- | ------------------ |
| `vesselKind` | [BargeKind](BargeKind.md) | :heavy_check_mark: |
| `towedBy`    | *string*                  | :heavy_minus_sign: |
""",
    "FerryKind.md": "# FerryKind\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `Ferry` | ferry |\n",
    "BargeKind.md": "# BargeKind\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `Barge` | barge |\n",
    "Lamp.md": """\
# Lamp

## Fields

| Field      | Type                | Required           | Example |
| ---------- | ------------------- | ------------------ | ------- |
| `bulbs`    | [Bulb](Bulb.md)     | :heavy_check_mark: | {"wattHours": 5} |
""",
    "Bulb.md": """\
# Bulb

## Fields

| Field       | Type      | Required           |
| ----------- | --------- | ------------------ |
| `wattHours` | *int*     | :heavy_check_mark: |
| `baseSize`  | *string*  | :heavy_minus_sign: |
""",
}
SPELLINGS = ("harborName", "harbor_name", "HarborName", "harbor-name", "HARBOR_NAME", "_harbor-name", "harbor.name")

Read = Callable[[type[BaseModel], Any], Any]


def _from_json(model: type[BaseModel], data: Any) -> Any:
    return model.model_validate_json(json.dumps(data))


def _from_python(model: type[BaseModel], data: Any) -> Any:
    return model.model_validate(data)


@pytest.fixture(scope="module")
def package_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], SimpleNamespace]]:
    """The package of the pages, for a value of `extra`."""
    folder = tmp_path_factory.mktemp("loose")
    docs = folder / "docs"
    docs.mkdir()
    for name, text in PAGES.items():
        (docs / name).write_text(text, encoding="utf-8")
    ignoring, keeping, refusing = (_generated(folder, extra) for extra in ("ignore", "allow", "forbid"))
    with importable(ignoring), importable(keeping), importable(refusing):
        yield lambda extra: _models(f"ports_{extra}")


def _generated(folder: Path, extra: str) -> Path:
    (folder / "pyproject.toml").write_text(f'[tool.docmodels]\nextra = "{extra}"\n', encoding="utf-8")
    out = folder / f"ports_{extra}"
    done = docmodels("generate", "--docs", "docs", "--out", out, cwd=folder)
    assert done.status == 0, done.err
    return out


def _models(package: str) -> SimpleNamespace:
    names = ("Harbor", "Pier", "Ferry", "Barge", "Bulb")
    return SimpleNamespace(**{name: getattr(import_module(f"{package}.{name.lower()}"), name) for name in names})


@pytest.fixture(scope="module")
def ports(package_of: Callable[[str], SimpleNamespace]) -> SimpleNamespace:
    return package_of("ignore")


read = pytest.mark.parametrize("read", [_from_json, _from_python])
extras = pytest.mark.parametrize("extra", ["ignore", "allow", "forbid"])


@read
@extras
@pytest.mark.parametrize("key", SPELLINGS)
def test_every_spelling_of_the_same_letters_is_read(
    package_of: Callable[[str], SimpleNamespace], extra: str, read: Read, key: str
) -> None:
    harbor = read(package_of(extra).Harbor, {key: "Elbe", "Tide_Tables": [1]})
    assert (harbor.harbor_name, harbor.tide_tables) == ("Elbe", [1])
    assert harbor.model_fields_set == {"harbor_name", "tide_tables"}
    assert not harbor.model_extra
    assert harbor.model_dump() == {"harborName": "Elbe", "tideTables": [1]}


@read
@given(data=st.data())
def test_any_case_and_any_marks_between_letters_are_read(
    ports: SimpleNamespace, read: Read, data: st.DataObject
) -> None:
    letter = st.sampled_from(["", "_", "-", ".", " "])
    key = "".join(data.draw(letter) + data.draw(st.sampled_from([char.lower(), char.upper()])) for char in "maxdraft2")
    assert read(ports.Pier, {"pierCode": "a", key: 3}).max_draft2 == 3


@read
@pytest.mark.parametrize("others", [["harbor_name"], ["HarborName", "harbor-name"]])
def test_the_exact_alias_wins(ports: SimpleNamespace, read: Read, others: list[str]) -> None:
    for keys in (["harborName", *others], [*others, "harborName"]):
        harbor = read(ports.Harbor, {key: "right" if key == "harborName" else "wrong" for key in keys})
        assert harbor.model_dump() == {"harborName": "right"}


@read
@extras
def test_two_other_spellings_of_one_field_are_an_error(
    package_of: Callable[[str], SimpleNamespace], extra: str, read: Read
) -> None:
    with pytest.raises(ValidationError) as caught:
        read(package_of(extra).Harbor, {"HarborName": "a", "harbor-name": "b"})
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"]) == ("spelled_twice", ())
    assert error["msg"] == "'HarborName' and 'harbor-name' both mean 'harborName'"


@read
def test_the_name_in_python_and_another_spelling_are_two(ports: SimpleNamespace, read: Read) -> None:
    with pytest.raises(ValidationError, match="both mean 'harborName'"):
        read(ports.Harbor, {"harbor_name": "a", "HarborName": "b"})


@read
def test_keys_that_mean_no_field_are_left_out_kept_or_refused(
    package_of: Callable[[str], SimpleNamespace], read: Read
) -> None:
    data = {"Harbor_Name": "Elbe", "harborNames": 1, "": 2, "-": 3}
    ignoring, keeping, refusing = (package_of(extra).Harbor for extra in ("ignore", "allow", "forbid"))
    assert read(ignoring, data).model_extra is None
    assert read(ignoring, data).model_fields_set == {"harbor_name"}
    assert read(keeping, data).model_extra == {"harborNames": 1, "": 2, "-": 3}
    assert read(keeping, data).model_dump() == {"harborName": "Elbe", "harborNames": 1, "": 2, "-": 3}
    with pytest.raises(ValidationError) as caught:
        read(refusing, data)
    assert {(error["type"], error["loc"]) for error in caught.value.errors()} == {
        ("extra_forbidden", ("harborNames",)),
        ("extra_forbidden", ("",)),
        ("extra_forbidden", ("-",)),
    }


@read
@extras
def test_models_within_models_and_lists_are_read_too(
    package_of: Callable[[str], SimpleNamespace], extra: str, read: Read
) -> None:
    data = {
        "harbor_name": "Elbe",
        "main_pier": {"pier_code": "a", "max_draft_2": 3},
        "other_piers": [{"PierCode": "b"}, {"pierCode": "c"}],
        "sister_port": {"harbor_name": "Weser", "main_pier": {"pier-code": "d"}},
    }
    assert read(package_of(extra).Harbor, data).model_dump() == {
        "harborName": "Elbe",
        "mainPier": {"pierCode": "a", "maxDraft2": 3},
        "otherPiers": [{"pierCode": "b"}, {"pierCode": "c"}],
        "sisterPort": {"harborName": "Weser", "mainPier": {"pierCode": "d"}},
    }


@read
@extras
def test_an_error_within_has_its_place(package_of: Callable[[str], SimpleNamespace], extra: str, read: Read) -> None:
    harbor = package_of(extra).Harbor
    for data in (
        {"harborName": "Elbe", "otherPiers": [{"pierCode": "a"}, {"pierCode": "b", "maxDraft2": "deep"}]},
        {"harbor-name": "Elbe", "other-piers": [{"pier-code": "a"}, {"pier-code": "b", "max-draft2": "deep"}]},
    ):
        with pytest.raises(ValidationError) as caught:
            read(harbor, data)
        (error,) = caught.value.errors()
        assert (error["type"], error["loc"]) == ("int_parsing", ("otherPiers", 1, "maxDraft2"))


@read
@extras
@pytest.mark.parametrize("name", ["Weser", 1])
def test_each_level_is_read_once(
    package_of: Callable[[str], SimpleNamespace], extra: str, read: Read, name: str | int
) -> None:
    """A level that is read a second time doubles the work of all below it."""
    harbor = package_of(extra).Harbor

    def read_levels(levels: int) -> None:
        data: dict[str, Any] = {"harborName": name}
        for _ in range(levels):
            data = {"HarborName": "Elbe", "sisterPort": data}
        if isinstance(name, str):
            assert read(harbor, data).sister_port.harbor_name == "Elbe"
        else:
            with pytest.raises(ValidationError, match="string_type"):
                read(harbor, data)

    read_levels(3)
    assert_linear(read_levels, 3, slack=50)  # three more levels that double the work make it eight times as much


@read
@extras
def test_a_missing_field_is_missing(package_of: Callable[[str], SimpleNamespace], extra: str, read: Read) -> None:
    for data in ({}, {"tide_tables": [1]}):
        with pytest.raises(ValidationError) as caught:
            read(package_of(extra).Harbor, data)
        (error,) = caught.value.errors()
        assert (error["type"], error["loc"]) == ("missing", ("harborName",))


@read
@extras
@pytest.mark.parametrize("key", ["vesselKind", "vessel_kind", "VesselKind"])
def test_unions_are_told_apart_by_every_spelling(
    package_of: Callable[[str], SimpleNamespace], extra: str, read: Read, key: str
) -> None:
    ports = package_of(extra)
    harbor = read(ports.Harbor, {"harborName": "Elbe", "last_visitor": {key: "barge", "towed-by": "Max"}})
    assert type(harbor.last_visitor) is ports.Barge
    assert harbor.last_visitor.towed_by == "Max"
    assert harbor.model_dump()["lastVisitor"] == {"vesselKind": "barge", "towedBy": "Max"}
    with pytest.raises(ValidationError) as caught:
        read(ports.Harbor, {"harborName": "Elbe", "last_visitor": {key: "raft"}})
    assert [error["type"] for error in caught.value.errors()] == ["union_tag_invalid"]


@read
def test_a_union_of_the_users_own_takes_the_tags_of_the_package(ports: SimpleNamespace, read: Read) -> None:
    loose_tag, tag = import_module("ports_ignore._loose").loose_tag, import_module("ports_ignore._tags").tag
    tags = Discriminator(loose_tag("vesselKind", tag("vesselKind", "vessel_kind")))
    vessel: Any = Annotated[Annotated[ports.Ferry, Tag("ferry")] | Annotated[ports.Barge, Tag("barge")], tags]

    class Log(BaseModel):
        vessels: list[vessel]

    for key in ("vesselKind", "vessel_kind", "VesselKind"):
        assert type(read(Log, {"vessels": [{key: "barge"}]}).vessels[0]) is ports.Barge
    assert Log(vessels=[ports.Ferry(vessel_kind="ferry")]).vessels[0].vessel_kind == "ferry"


@read
def test_a_class_of_the_users_own_reads_what_its_base_reads(ports: SimpleNamespace, read: Read) -> None:
    class Marina(ports.Harbor):  # type: ignore[misc, name-defined]
        harbor_name: str = "none"
        guest_berths: int = 0

    class Club(Marina):
        model_config = ConfigDict(extra="forbid")

    for model in (Marina, Club):
        harbor = read(model, {"harbor_name": "a", "guest_berths": 2, "tide-tables": [1]})
        assert harbor.model_dump() == {"harbor_name": "a", "guest_berths": 2, "tideTables": [1]}
    assert read(Marina, {"GuestBerths": 2}).guest_berths == 0, "the user knows how a name of theirs is spelled"
    with pytest.raises(ValidationError, match="extra_forbidden"):
        read(Club, {"GuestBerths": 2})


@read
def test_fields_that_the_docs_show_are_read_by_their_names_alone(ports: SimpleNamespace, read: Read) -> None:
    assert read(ports.Bulb, {"wattHours": 5, "base-size": "E27"}).base_size == "E27"
    with pytest.raises(ValidationError, match="wattHours"):
        read(ports.Bulb, {"watt-hours": 5})


@read
@extras
@pytest.mark.parametrize("value", [None, 1, "a", [], [["harborName", "a"]]])
def test_what_is_no_object_is_refused(
    package_of: Callable[[str], SimpleNamespace], extra: str, read: Read, value: Any
) -> None:
    with pytest.raises(ValidationError) as caught:
        read(package_of(extra).Harbor, value)
    assert [error["type"] for error in caught.value.errors()] == ["model_type"]


def test_a_model_reads_its_keys_once_however_many_models_have_it(ports: SimpleNamespace) -> None:
    """pydantic hands out one schema for all uses of a class."""
    others = [create_model(f"Quay{number}", pier=(ports.Pier, ...)) for number in range(300)]
    assert others[-1].model_json_schema()["$defs"]["Pier"]["properties"].keys() == {"pierCode", "maxDraft2"}
    before: list[object] = []
    schema = others[-1].__pydantic_core_schema__
    _collect(schema, "function-before", before)
    assert len(before) == 1


def _collect(value: object, type_: str, nodes: list[object]) -> None:
    if isinstance(value, dict):
        nodes += [value] if value.get("type") == type_ else []
        value = list(value.values())
    for item in value if isinstance(value, list | tuple) else ():
        _collect(item, type_, nodes)


@extras
def test_the_json_schema_has_the_aliases(package_of: Callable[[str], SimpleNamespace], extra: str) -> None:
    ports = package_of(extra)
    for mode in ("validation", "serialization"):
        schema = ports.Pier.model_json_schema(mode=mode)
        assert schema["type"] == "object"
        assert list(schema["properties"]) == ["pierCode", "maxDraft2"]
        assert schema["required"] == ["pierCode"]
        assert schema.get("additionalProperties") == {"ignore": None, "allow": True, "forbid": False}[extra]
    assert "anyOf" not in json.dumps(ports.Pier.model_json_schema()["properties"]["pierCode"])


@read
@extras
def test_copies_are_equal(package_of: Callable[[str], SimpleNamespace], extra: str, read: Read) -> None:
    harbor = read(package_of(extra).Harbor, {"harbor_name": "Elbe", "other_piers": [{"pier_code": "a"}]})
    copies = (
        copy.copy(harbor),
        copy.deepcopy(harbor),
        harbor.model_copy(),
        harbor.model_copy(deep=True),
        pickle.loads(pickle.dumps(harbor)),
        type(harbor).model_validate(harbor),
        type(harbor).model_validate(harbor.model_dump()),
        type(harbor).model_validate_json(harbor.model_dump_json()),
    )
    for made in copies:
        assert made == harbor
        assert made.model_fields_set == harbor.model_fields_set
        assert made.model_dump() == {"harborName": "Elbe", "otherPiers": [{"pierCode": "a"}]}


def test_keys_that_are_no_text_mean_no_field(package_of: Callable[[str], SimpleNamespace]) -> None:
    assert package_of("ignore").Pier.model_validate({1: 2, "pier_code": "a", ("b",): 3}).pier_code == "a"
    with pytest.raises(ValidationError, match="invalid_key"):
        package_of("forbid").Pier.model_validate({1: 2, "pier_code": "a"})


def test_the_data_that_is_read_stays_as_it_is(ports: SimpleNamespace) -> None:
    data = {"harbor-name": "Elbe", "other": 1}
    ports.Harbor.model_validate(data)
    assert data == {"harbor-name": "Elbe", "other": 1}


@extras
@read
def test_thousands_of_unknown_keys_leave_hardly_any_memory_behind(
    package_of: Callable[[str], SimpleNamespace], extra: str, read: Read
) -> None:
    pier = package_of(extra).Pier

    def send(first: int) -> None:
        keys = [f"{'x' * (number % 2 * 1000)}{number}" for number in range(first, first + 1000)]
        try:
            read(pier, {"pierCode": "a"} | dict.fromkeys(keys, 0))
        except ValidationError:
            assert extra == "forbid"

    send(0)
    gc.collect()
    tracemalloc.start()
    try:
        for first in range(1000, 11_000, 1000):
            send(first)
        gc.collect()
        left, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert left < 500_000, f"{left} bytes, of the 5 million that were sent"
