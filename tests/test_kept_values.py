"""Values that the docs do not list, in the enumerations of `unknown = "keep"`."""

from __future__ import annotations

import copy
import gc
import json
import pickle
import tracemalloc
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import msgspec
import pytest
from docmodels.config import Config
from docmodels.pipeline.build import generate
from hypothesis import given
from hypothesis import strategies as st

from tests.trees import importable

PAGE = """# Room

| Field   | Type            | Required |
| ------- | --------------- | -------- |
| `state` | [State](#state) | yes      |
| `level` | [Level](#level) | no       |

## State

| Value  | Description |
| ------ | ----------- |
| `open` | Anybody.    |
| `shut` | Nobody.     |

## Level

| Value | Description |
| ----- | ----------- |
| `1`   | Low.        |
| `2`   | High.       |
"""
FLAVOURS = ("pydantic", "msgspec", "dataclass")


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """The module of the page, by flavour."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "docs").mkdir()
    (folder / "docs" / "Room.md").write_text(PAGE, "utf-8")
    for flavour in FLAVOURS:
        generate(Config(docs=folder / "docs", out=folder / "kept" / flavour, flavour=flavour, unknown="keep"))
    with importable(folder / "kept"):
        yield {flavour: import_module(f"kept.{flavour}.room") for flavour in FLAVOURS}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_kept_value_is_a_member_of_its_own(rooms: dict[str, Any], flavour: str) -> None:
    for kind, value in ((rooms[flavour].State, "new"), (rooms[flavour].Level, 2**70)):
        member = kind(value)
        assert (type(member), member.value) == (kind, value)
        assert member == value == kind(value)
        assert hash(member) == hash(value)
        assert value not in [member.value for member in kind]
        for twin in (copy.copy(member), copy.deepcopy(member), pickle.loads(pickle.dumps(member))):
            assert (type(twin), twin) == (kind, member)
        for refused in (None, [], b"new", 1.5):
            with pytest.raises(ValueError, match="is not a valid"):
                kind(refused)


@given(st.text(), st.integers(-(2**63), 2**63 - 1))
def test_any_value_comes_back(rooms: dict[str, Any], text: str, number: int) -> None:
    sent = json.dumps({"state": text, "level": number})
    read = rooms["pydantic"].Room.model_validate_json(sent) if text.isascii() else None
    assert read is None or json.loads(read.model_dump_json()) == json.loads(sent)
    if text.isascii():
        struct = msgspec.json.decode(sent, type=rooms["msgspec"].Room)
        assert json.loads(msgspec.json.encode(struct)) == json.loads(sent)


@pytest.mark.parametrize("flavour", ["pydantic", "msgspec"])
def test_a_known_value_is_the_member(rooms: dict[str, Any], flavour: str) -> None:
    room = rooms[flavour].Room
    sent = '{"state": "open", "level": 1}'
    read = room.model_validate_json(sent) if flavour == "pydantic" else msgspec.json.decode(sent, type=room)
    assert read.state is rooms[flavour].State.OPEN
    assert read.level is rooms[flavour].Level(1)


def test_hostile_values_leave_no_memory(rooms: dict[str, Any]) -> None:
    room = rooms["pydantic"].Room
    room.model_validate_json('{"state": "first"}')
    gc.collect()
    tracemalloc.start()
    try:
        for number in range(10_000):
            room.model_validate_json(f'{{"state": "hostile {number}", "level": {number + 10}}}')
        gc.collect()
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held < 100_000, held
    assert [member.value for member in rooms["pydantic"].State] == ["open", "shut"]


def test_the_schema_has_room_for_other_values(rooms: dict[str, Any]) -> None:
    defined = rooms["pydantic"].Room.model_json_schema()["$defs"]["State"]
    assert defined == {"title": "State", "type": "string", "anyOf": [{"enum": ["open", "shut"]}, {"type": "string"}]}
