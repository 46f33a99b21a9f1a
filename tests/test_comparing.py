"""What `docmodels compare` makes of docs and code that differ in one thing: which kinds of differences, about what."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import docmodels as api
import pytest

from tests.trees import Run

HEAD = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n"


def table(*rows: str) -> str:
    """A table of fields: `name, type, yes or no`."""
    return HEAD + "".join("| `{}` | {} | {} | |\n".format(*row.split(", ")) for row in rows)


Pages = str | Mapping[str, str]
"""One page, or several by their names."""


@pytest.fixture
def kinds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kinds:
    monkeypatch.chdir(tmp_path)
    return Kinds(tmp_path)


class Kinds:
    """Compares a page with a target, and returns each difference as `what kind`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def python(self, page: Pages, code: str) -> list[str]:
        return self._kinds(page, "code.py", code)

    def schema(self, page: Pages, schema: object) -> list[str]:
        return self._kinds(page, "schema.json", json.dumps(schema))

    def _kinds(self, page: Pages, target: str, text: str) -> list[str]:
        (self._folder / "docs").mkdir(exist_ok=True)
        for name, content in {"page": page}.items() if isinstance(page, str) else page.items():
            (self._folder / f"docs/{name}.md").write_text(content, "utf-8")
        (self._folder / target).write_text(text, "utf-8")
        compared = api.compare(api.Config(docs="docs"), target)
        assert not compared.of_target
        return [f"{difference.name} {difference.kind}" for difference in compared.differences]


class TestMissingClasses:
    def test_values_of_a_missing_class_are_no_difference_of_their_own(self, kinds: Kinds) -> None:
        page = f"# Room\n\n{table('id, string, yes')}\n"
        page += f"# Hall\n\n{table('state, [State](#state), yes', 'rest, [Rest](#rest), no')}\n"
        page += "# State\n\n| Value |\n| --- |\n| `open` |\n| `shut` |\n\n# Rest\n\nAn object.\n"
        assert kinds.python(page, "import msgspec\nclass Room(msgspec.Struct):\n    id: str\n") == [
            "Hall class-missing"
        ]


class TestObjectsWithoutFields:
    PAGE = f"# Room\n\n{table('id, string, yes', 'tags, [Tags](#tags), yes')}\n# Tags\n\n## Fields\n\n{HEAD}"

    def test_they_are_maps_of_any_value(self, kinds: Kinds) -> None:
        code = "from typing import Any\nimport msgspec\nclass Room(msgspec.Struct):\n    id: str\n    tags: "
        assert kinds.python(self.PAGE, f"{code}dict[str, Any]\n") == []
        assert kinds.python(self.PAGE, f"{code}str\n") == ["Room.tags type-differs"]


class TestUnions:
    PAGE = (
        f"# Order\n\n{table('payment, [Card](#card) or [Invoice](#invoice), yes', 'id, string, yes')}\n"
        f"# Card\n\n{table('number, string, yes', 'amount, integer, yes')}\n"
        f"# Invoice\n\n{table('address, string, yes', 'amount, integer, yes')}\n"
    )
    CLASSES = (
        "class Card(Base):\n    number: str\n    amount: int\n\n\n"
        "class Invoice(Base):\n    address: str\n    amount: int\n\n\n"
    )

    def test_msgspec_has_a_map_for_one_without_tags(self, kinds: Kinds) -> None:
        """msgspec refuses such a union, so a map is as exact as it can be. pydantic does not."""
        order = "class Order(Base):\n    payment: dict[str, Any]\n    id: str\n"
        head = "from typing import Any\nfrom msgspec import Struct as Base\n\n\n"
        assert kinds.python(self.PAGE, f"{head}{self.CLASSES}{order}") == []
        other = head.replace("msgspec import Struct", "pydantic import BaseModel")
        assert kinds.python(self.PAGE, f"{other}{self.CLASSES}{order}") == ["Order.payment type-looser"]

    def test_a_member_that_is_missing_is_found_once(self, kinds: Kinds) -> None:
        order = "class Order(Base):\n    payment: Card\n    id: str\n"
        head = "from pydantic import BaseModel as Base\n\n\n"
        assert kinds.python(self.PAGE, f"{head}{self.CLASSES}{order}") == ["Order.payment type-narrower"]

    def test_a_class_for_all_members_is_compared_with_their_fields(self, kinds: Kinds) -> None:
        """It takes what any of them has, so it is looser; what none of them has is a difference, once."""
        head = "from pydantic import BaseModel\n\n\nclass Payment(BaseModel):\n    amount: int\n"
        code = f"{head}    number: str = ''\n    address: str = ''\n"
        assert kinds.python(UNION, code) == ["Payment type-looser"]
        code = f"{head}    number: int = 0\n    extra: str = ''\n"
        assert sorted(kinds.python(UNION, code)) == [
            "Payment type-looser",
            "Payment.address field-missing",
            "Payment.extra field-undocumented",
            "Payment.number type-differs",
        ]

    def test_another_name_of_a_union_is_the_union(self, kinds: Kinds) -> None:
        """The differences of `Payment` are its own, not those of each field of its type."""
        order = f"# Order\n\n## Fields\n\n{table('payment, [OrderPayment](OrderPayment.md), yes', 'id, *string*, yes')}"
        page = {**UNION, "Order": order, "OrderPayment": sdk_union("OrderPayment", "Payment")}
        code = "from pydantic import BaseModel\nclass Payment(BaseModel):\n    amount: int\n    number: str = ''\n"
        code += "    address: str = ''\nclass Order(BaseModel):\n    payment: Payment\n    id: str\n"
        assert kinds.python(page, code) == ["Payment type-looser"]


def sdk_union(title: str, *members: str) -> str:
    """The page of a union in the docs of an SDK for C#."""
    examples = (f"### {member}\n\n```csharp\n{title}.Create{member}(/* values here */);\n```\n" for member in members)
    return f"# {title}\n\n\n## Supported Types\n\n" + "\n".join(examples)


UNION = {
    "Payment": sdk_union("Payment", "Card", "Invoice"),
    "Card": f"# Card\n\n\n## Fields\n\n{table('number, *string*, yes', 'amount, *long*, yes')}",
    "Invoice": f"# Invoice\n\n\n## Fields\n\n{table('address, *string*, yes', 'amount, *long*, yes')}",
}


class TestNames:
    def test_a_list_of_the_name_gives_way_to_its_items(self, kinds: Kinds) -> None:
        page = f"# Token\n\n{table('id, string, yes', 'scope, string, yes', 'seen, integer, yes')}"
        properties = {"id": {"type": "string"}, "scope": {"type": "string"}, "seen": {"type": "string"}}
        item = {"type": "object", "properties": properties, "required": list(properties)}
        schema = {"$defs": {"Token": {"type": "array", "items": item}}}
        assert kinds.schema(page, schema) == ["Token.seen type-differs"]

    def test_a_list_of_something_else_is_another_shape(self, kinds: Kinds) -> None:
        page = f"# Token\n\n{table('id, string, yes', 'scope, string, yes')}"
        schema = {"$defs": {"Token": {"type": "array", "items": {"type": "string"}}}}
        assert kinds.schema(page, schema) == ["Token shape-differs"]


class TestNull:
    CODE = "import msgspec\nclass Room(msgspec.Struct):\n    id: str | None\n    name: str | None\n"

    def test_docs_that_mark_null_somewhere_are_compared(self, kinds: Kinds) -> None:
        page = f"# Room\n\n{table('id, string, yes', 'name, string or null, yes')}"
        assert kinds.python(page, self.CODE) == ["Room.id null-undocumented"]

    def test_docs_that_mark_it_nowhere_leave_it_open(self, kinds: Kinds) -> None:
        page = f"# Room\n\n{table('id, string, yes', 'name, string, yes')}"
        assert kinds.python(page, self.CODE) == []


class TestOpenAPI:
    PAGE = (
        f"# GetRoomRequest\n\n{table('roomId, string, yes', 'limit, integer, no')}\n"
        f"# PutRoomRequest\n\n{table('roomId, string, yes', 'RequestBody, [PutRoomRequestBody](#putroomrequestbody), yes')}\n"
        f"# PutRoomRequestBody\n\n{table('name, string, yes')}\n"
        f"# Room\n\n{table('id, string, yes', 'additionalProperties, map of any, no')}"
    )

    def document(self) -> dict[str, object]:
        key = {"name": "roomId", "in": "path", "required": True, "schema": {"type": "string"}}
        limit = {"name": "limit", "in": "query", "schema": {"type": "integer"}}
        body = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
        room = {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]}
        put = {
            "operationId": "putRoom",
            "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        }
        get = {"operationId": "getRoom", "parameters": [{"$ref": "#/components/parameters/Limit"}]}
        return {
            "openapi": "3.1.0",
            "paths": {"/rooms/{roomId}": {"parameters": [key], "get": get, "put": put}},
            "components": {"schemas": {"Room": room}, "parameters": {"Limit": limit}},
        }

    def test_parameters_and_bodies_are_named_after_their_operation(self, kinds: Kinds) -> None:
        assert kinds.schema(self.PAGE, self.document()) == []

    def test_a_difference_of_a_parameter_is_found_once(self, kinds: Kinds) -> None:
        page = self.PAGE.replace("| `limit` | integer | no |", "| `limit` | string | yes |")
        expected = ["GetRoomRequest.limit type-differs", "GetRoomRequest.limit optional-in-code"]
        assert kinds.schema(page, self.document()) == expected

    def test_a_row_for_all_other_properties_is_one_for_a_schema_that_has_them(self, kinds: Kinds) -> None:
        document: dict[str, dict[str, dict[str, dict[str, object]]]] = self.document()  # type: ignore[assignment]
        document["components"]["schemas"]["Room"]["additionalProperties"] = False
        assert kinds.schema(self.PAGE, document) == ["Room.additionalProperties field-missing"]


class TestDirections:
    """A class that forgets a required field, or takes null, can hurt code that sends it. It does not hurt receivers."""

    FIELDS = (
        '<{0}Field {1}="size" type="integer | null" required>\n</{0}Field>\n'
        '<{0}Field {1}="id" type="string" required>\n</{0}Field>\n'
    )

    @pytest.mark.parametrize(
        ("section", "wanted"),
        [
            ("## Request\n\n" + FIELDS.format("Param", "body"), ["note", "warning", "warning"]),
            ("## Response\n\n" + FIELDS.format("Response", "name"), ["error", "note", "note"]),
        ],
        ids=["sent", "received"],
    )
    def test_severities(self, tmp_path: Path, run: Run, section: str, wanted: list[str]) -> None:
        """The same in all forms: null that the code refuses, a field that it may forget, null that it takes."""
        (tmp_path / "docs").mkdir()
        (tmp_path / "docs/room.md").write_text(f'---\ntitle: "Open room"\n---\n\n{section}', "utf-8")
        name = "OpenRoomRequest" if "Request" in section else "OpenRoomResponse"
        code = f"import msgspec\nclass {name}(msgspec.Struct):\n    size: int\n    id: str | None = ''\n"
        (tmp_path / "code.py").write_text(code, "utf-8")
        config, target = api.Config(docs=tmp_path / "docs"), str(tmp_path / "code.py")
        differences = api.compare(config, target).differences
        assert [difference.kind for difference in differences] == [
            "null-missing",
            "optional-in-code",
            "null-undocumented",
        ]
        assert [difference.severity for difference in differences] == wanted
        options = ("compare", "--docs", str(tmp_path / "docs"), "--with", target)
        (log,) = json.loads(run(*options, "--format", "sarif").out)["runs"]
        assert sorted(result["level"] for result in log["results"]) == sorted(wanted)
        output = run(*options, "--format", "github").out
        commands = [line[2:].partition(" ")[0] for line in output.splitlines()]
        assert sorted(commands) == sorted(severity.replace("note", "notice") for severity in wanted)
        text = run(*options).out
        assert all(text.count(severity) for severity in wanted)


ROOM = f"# Room\n\n{table('id, string, yes', 'name, string or null, no', 'seats, integer, yes')}"

STYLES = {
    "an alias of one's own for what may be left out": (
        "import pydantic\nfrom typing import Optional, TypeVar, Union\nfrom typing_extensions import TypeAliasType\n"
        "class Unset(pydantic.BaseModel): ...\nT = TypeVar('T')\nNullable = Union[T, None]\n"
        "Maybe = TypeAliasType('Maybe', Union[Optional[Nullable[T]], Unset], type_params=(T,))\n"
        "class Room(pydantic.BaseModel):\n    id: str\n    name: Maybe[str] = Unset()\n    seats: int\n"
    ),
    "a default that means none": (
        "from dataclasses import dataclass\nREQUIRED = object()\n@dataclass\nclass Base:\n    id: str = REQUIRED\n"
        "@dataclass\nclass Room(Base):\n    name: str | None = None\n    seats: int = REQUIRED\n"
    ),
    "a mixin before the model": (
        "import abc, pydantic\nclass Room(abc.ABC, pydantic.BaseModel):\n"
        "    id: str\n    name: str | None = None\n    seats: int\n"
    ),
    "a dictionary beside the class": (
        "import pydantic, typing\nclass RoomDict(typing.TypedDict):\n    id: str\n    name: typing.NotRequired[str | None]\n"
        "    seats: int\nclass Room(pydantic.BaseModel):\n    id: str\n    name: str | None = None\n    seats: int\n"
    ),
    "an exception with the name of the model": (
        "import pydantic\nclass Room(Exception):\n    data: str\nclass RoomData(pydantic.BaseModel):\n"
        "    id: str\n    name: str | None = None\n    seats: int\n"
    ),
    "other properties in a field": (
        "import pydantic, typing\nclass Room(pydantic.BaseModel):\n    id: str\n    name: str | None = None\n    seats: int\n"
        "    additional_properties: dict[str, typing.Any] = {}\n"
    ),
    "names that cross": (
        "import pydantic\nclass Room(pydantic.BaseModel):\n    floor: int\n    wing: str\n    key: str\n"
        "class RoomResponse(pydantic.BaseModel):\n    id: str\n    name: str | None = None\n    seats: int\n"
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_styles_of_code_that_agree_with_the_docs(kinds: Kinds, style: str) -> None:
    expected = [] if style != "names that cross" else ["Room class-undocumented"]
    assert kinds.python(ROOM, STYLES[style]) == expected
    broken = STYLES[style].replace("seats: int", "seats: bytes")
    assert kinds.python(ROOM, broken) == [*expected[:0], "Room.seats type-differs", *expected]


class TestCode:
    def test_a_class_that_wraps_a_union_is_the_union(self, kinds: Kinds) -> None:
        """OpenAPI Generator has the member in `actual_instance`."""
        classes = TestUnions.CLASSES.replace("Base", "BaseModel")
        wrapper = "class Payment(BaseModel):\n    one_validator: Card | None = None\n    actual_instance: Card | Invoice | None = None\n"
        assert kinds.python(UNION, f"from pydantic import BaseModel\n{classes}{wrapper}") == []
        less = wrapper.replace(" | Invoice", " | str")
        assert "Payment member-missing" in kinds.python(UNION, f"from pydantic import BaseModel\n{classes}{less}")

    def test_a_union_of_classes_for_an_object_of_the_docs(self, kinds: Kinds) -> None:
        page = f"# Payment\n\n{table('amount, integer, yes', 'number, string, no', 'address, string, no', 'id, string, yes')}"
        code = f"from pydantic import BaseModel\n{TestUnions.CLASSES.replace('Base', 'BaseModel')}Payment = Card | Invoice\n"
        assert kinds.python(page, code) == ["Payment type-more-exact", "Payment.id required-field-missing"]

    def test_a_field_of_a_base_that_the_docs_lack_is_found_once(self, kinds: Kinds) -> None:
        page = f"{ROOM}\n# Hall\n\n{table('id, string, yes', 'size, integer, yes')}"
        code = (
            "import pydantic\nclass Base(pydantic.BaseModel):\n    raw: str = ''\n    id: str\n"
            "class Room(Base):\n    name: str | None = None\n    seats: int\nclass Hall(Base):\n    size: int\n"
        )
        assert kinds.python(page, code) == ["Room.raw field-undocumented"]

    def test_a_subclass_is_its_class_with_more(self, kinds: Kinds) -> None:
        page = f"{ROOM}\n# Visit\n\n{table('room, [Room](#room), yes', 'by, string, yes')}"
        code = (
            "import pydantic\nclass Room(pydantic.BaseModel):\n    id: str\n    name: str | None = None\n    seats: int\n"
            "class _BookedRoom(Room):\n    until: str = ''\nclass Visit(pydantic.BaseModel):\n    room: _BookedRoom\n    by: str\n"
        )
        assert kinds.python(page, code) == []

    def test_members_made_of_others_are_no_values_of_their_own(self, kinds: Kinds) -> None:
        page = "# Access\n\n| Value | Description |\n| --- | --- |\n| `1` | Read |\n| `2` | Write |\n"
        code = "import enum\nclass Access(enum.IntFlag):\n    READ = 1\n    WRITE = 1 << 1\n    SEE = READ\n    ALL = READ | WRITE\n"
        assert kinds.python(page, code) == []

    def test_an_integer_for_a_number_of_the_docs_is_more_exact(self, kinds: Kinds) -> None:
        page = ROOM.replace("integer", "number")
        code = STYLES["a mixin before the model"]
        assert kinds.python(page, code) == ["Room.seats type-more-exact"]

    def test_classes_with_nothing_in_common_but_the_name_are_one_note(self, kinds: Kinds) -> None:
        code = "import pydantic\nclass Room(pydantic.BaseModel):\n    floor: int\n    wing: str\n    key: str\n"
        assert kinds.python(ROOM, code) == ["Room match-doubtful"]

    def test_a_namespace_of_packages_is_followed(self, kinds: Kinds, tmp_path: Path) -> None:
        """`acme` has no `__init__.py`; the target imports from another package below it, by the full name."""
        for path, text in {
            "acme/client/__init__.py": "",
            "acme/client/types.py": "import pydantic\nclass Base(pydantic.BaseModel):\n    id: str\n",
            "acme/client/models/__init__.py": "",
            "acme/client/models/room.py": (
                "from acme.client.types import Base\nclass Room(Base):\n    name: str | None = None\n    seats: int\n"
            ),
        }.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        (tmp_path / "docs").mkdir()
        (tmp_path / "docs/page.md").write_text(ROOM, "utf-8")
        assert api.compare(api.Config(docs="docs"), "acme/client/models").differences == ()

    def test_an_alias_is_the_only_name_unless_the_class_says_otherwise(self, kinds: Kinds) -> None:
        code = "import pydantic\nclass Room(pydantic.BaseModel{0}):\n    id: str\n    name: str | None = None\n"
        code += "    seats: int = pydantic.Field(alias='seatCount')\n"
        assert kinds.python(ROOM, code.format("")) == ["Room.seats name-differs"]
        assert kinds.python(ROOM, code.format(", populate_by_name=True")) == []

    def test_a_list_of_values_is_a_class_for_one_of_them(self, kinds: Kinds) -> None:
        page = (
            "# Room States\n\n| Value | Description |\n| --- | --- |\n| `open` | Anybody may. |\n| `shut` | Nobody. |\n"
        )
        code = "import enum\nclass RoomState(enum.StrEnum):\n    OPEN = 'open'\n"
        assert kinds.python(page, code) == ["Room States value-missing"]

    def test_an_enumeration_for_a_text_without_values_is_more_exact(self, kinds: Kinds) -> None:
        code = STYLES["a mixin before the model"].replace("id: str", "id: typing.Literal['a', 'b']")
        assert kinds.python(ROOM, f"import typing\n{code}") == ["Room.id type-more-exact"]
