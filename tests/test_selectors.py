"""Selectors and patterns: what they point at, and that no name makes them slow."""

from __future__ import annotations

import re

import pytest
from docmodels.diagnostics import Place
from docmodels.model import Model
from docmodels.model.code_names import Location, Names
from docmodels.model.declarations import Field, Object, Presence, WireName
from docmodels.model.selectors import Selector
from docmodels.model.types import STRING, DeclarationId
from docmodels.patterns import Pattern
from hypothesis import given
from hypothesis import strategies as st

from tests.counted import assert_quick


def field(name: str, wire: str = "", original: str = "") -> Field:
    wire_ = WireName(wire, "the docs show it") if wire else None
    return Field(name, STRING, Presence.REQUIRED, Place("p.md", 1), wire=wire_, original=original)


def model(page: str, title: str, *fields: str | Field, anchor: str = "", namespace: tuple[str, ...] = ()) -> Object:
    rows = tuple(each if isinstance(each, Field) else field(each) for each in fields)
    return Object(DeclarationId(page, anchor), title, Place(page, 1), "", rows, namespace=namespace)


MODEL = Model(
    (
        model("models/Room.md", "Room", "RoomId", "modified_at"),
        model("models/v2/Room.md", "Room", "RoomId"),
        model("api.md", "App Config", "id", "ID", field("from_", "from"), anchor="app-config"),
        model("api.md", "cluster.Node", "Name", "meta.name", anchor="node"),
        model("proto.md", "Node", "name", anchor="acme-v1-node", namespace=("acme", "v1")),
    )
)


NOT_NAMED: Names[str] = Names(
    {}, {owner.id: {field.name: field.name for field in owner.fields} for owner in MODEL.objects}
)


def fields(selector: str, names: Names[str] = NOT_NAMED) -> list[str]:
    matched = Selector.parse(selector).fields_of(MODEL, names.classes, names.attributes_of)
    return [f"{owner.id}:{field_.name}" for owner, field_ in matched]


def models(selector: str, names: Names[str] = NOT_NAMED) -> list[str]:
    return [str(declaration.id) for declaration in Selector.parse(selector).declarations(MODEL, names.classes)]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("Room", ["models/Room.md", "models/v2/Room.md"]),
        ("room", ["models/Room.md", "models/v2/Room.md"]),
        ("models/v2/Room#Room", ["models/v2/Room.md"]),
        ("models/v2/Room.md#Room", ["models/v2/Room.md"]),
        ("models/*#Room", ["models/Room.md", "models/v2/Room.md"]),
        ("AppConfig", ["api.md#app-config"]),
        ("app_config", ["api.md#app-config"]),
        ("api.md#app-config", ["api.md#app-config"]),
        ("cluster.Node", ["api.md#node"]),
        ("ClusterNode", ["api.md#node"]),
        ("acme.v1.Node", ["proto.md#acme-v1-node"]),
        ("Node", ["proto.md#acme-v1-node"]),  # an exact spelling of one counts before the anchor of another
        ("*Config", ["api.md#app-config"]),
        ("*", [str(declaration.id) for declaration in MODEL.declarations]),
        ("Lobby", []),
        ("v2/Room#Room", []),
    ],
)
def test_models(selector: str, expected: list[str]) -> None:
    assert models(selector) == expected


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("Room.RoomId", ["models/Room.md:RoomId", "models/v2/Room.md:RoomId"]),
        ("room.room_id", ["models/Room.md:RoomId", "models/v2/Room.md:RoomId"]),
        ("models/Room#Room.*", ["models/Room.md:RoomId", "models/Room.md:modified_at"]),
        ("*.modified_at", ["models/Room.md:modified_at"]),
        ("AppConfig.id", ["api.md#app-config:id"]),
        ("AppConfig.ID", ["api.md#app-config:ID"]),
        ("AppConfig.iD", ["api.md#app-config:id", "api.md#app-config:ID"]),
        ("AppConfig.from", ["api.md#app-config:from_"]),
        ("cluster.Node.Name", ["api.md#node:Name"]),
        ("cluster.Node.meta.name", ["api.md#node:meta.name"]),
        ("Room.Name", []),
        ("Room", []),
        ("*.*", [f"{owner.id}:{field.name}" for owner in MODEL.objects for field in owner.fields]),
    ],
)
def test_fields(selector: str, expected: list[str]) -> None:
    assert fields(selector) == expected


ROOM, OTHER_ROOM, NODE = (DeclarationId(page) for page in ("models/Room.md", "models/v2/Room.md", "proto.md"))
NAMES: Names[str] = Names(
    {
        ROOM: Location(("models",), "GameRoom"),
        OTHER_ROOM: Location(("models",), "V2Room"),
        DeclarationId("api.md", "node"): Location(("models",), "cluster_node"),
    },
    {**NOT_NAMED.attributes, ROOM: {"RoomId": "identifier", "modified_at": "room_id"}},
)


def test_names_of_the_package_will_do() -> None:
    assert models("GameRoom", NAMES) == ["models/Room.md"]
    assert fields("V2Room.RoomId", NAMES) == ["models/v2/Room.md:RoomId"]
    assert fields("Room.identifier", NAMES) == ["models/Room.md:RoomId"]


def test_a_name_of_the_docs_counts_before_one_of_the_package() -> None:
    assert models("Room", NAMES) == ["models/Room.md", "models/v2/Room.md"]
    assert fields("GameRoom.RoomId", NAMES) == ["models/Room.md:RoomId"]


def test_an_exact_name_of_the_package_counts_before_one_of_the_docs_that_is_alike() -> None:
    assert fields("GameRoom.room_id", NAMES) == ["models/Room.md:modified_at"]
    assert fields("GameRoom.roomID", NAMES) == ["models/Room.md:RoomId"]


@pytest.mark.parametrize("text", ["", "#", "#Room", "page#"])
def test_what_is_no_selector(text: str) -> None:
    with pytest.raises(ValueError, match="not a selector"):
        Selector.parse(text)


@given(st.text("ab*", max_size=8), st.text("ab", max_size=12))
def test_a_pattern_matches_what_a_regular_expression_does(pattern: str, text: str) -> None:
    expected = re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), text, re.DOTALL) is not None
    assert Pattern.parse(pattern).matches(text) is expected


@given(st.text())
def test_every_text_is_a_pattern_of_itself(text: str) -> None:
    assert Pattern.parse(text).matches(text)


def test_no_name_makes_a_pattern_slow() -> None:
    pattern = Pattern.parse("*a" * 50 + "*b")
    assert not pattern.matches("a" * 1_000_000)
    assert_quick(lambda: pattern.matches("a" * 1_000_000), seconds=5)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_a_selector_or_refused(text: str, title: str) -> None:
    model_ = Model((model("a.md", title, title),))
    try:
        selector = Selector.parse(text)
    except ValueError:
        return
    assert set(selector.declarations(model_)) <= set(model_.declarations)
    selector.fields_of(model_)
