"""What the package generated from docs_in/ does for those who use it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from tests.trees import DOCS, ROOT, files, forget, generate, importable, loaded, modules, public

PACKAGE = "harbor"

# By model, a document as the API could send it; together they reach every model and hold every field.
DOCUMENTS = {
    "shared.Room": """{
        "roomId": "2b", "name": "Café", "region": "eu-west-1", "status": "active", "createdBy": "guest|1",
        "createdAt": "2026-03-14T09:26:53Z", "config": {"map": ["any", 1, null]}, "labels": {"a": "b"},
        "connection": {
            "additionalExposedPorts": [{"host": "h", "name": "debug", "port": 2, "transportType": "tcp"}],
            "exposedPort": {"host": "h", "name": "default", "port": 1, "transportType": "udp"},
            "processId": "p", "roomId": "2b", "status": "starting"
        },
        "url": "https://h:1", "public": true
    }""",
    "shared.Process": """{
        "processId": "p", "deploymentId": 1, "region": "LAN", "startedAt": "2026-03-14T09:26:53Z",
        "stoppingAt": "2026-03-15T21:00:00+01:00", "draining": false, "cpuLoad": 0.5, "uptimeHours": 36.5,
        "egressBytes": 5368709120, "pricePerHour": 0.25, "loadHistory": [[0.5, 0.25], []],
        "ports": {"default": {"host": "h", "name": "default", "port": 1, "transportType": "tls"}},
        "roomsByMode": {"casual": [], "ranked": ["2b"]}, "playerCount": 8
    }""",
    "shared.Build": """{
        "buildId": 3, "createdAt": "2026-02-03T10:02:00Z", "tag": "t", "sizeInBytes": 1, "digest": "Hk73",
        "exitCodes": [0, 137], "checks": {"boots": true}, "basedOn": {"buildId": 2, "createdAt": "2026-01-31T17:45:00Z"},
        "lastError": {
            "step": "start", "message": "m", "exitCode": 1,
            "build": {"buildId": 1, "createdAt": "2026-01-30T17:45:00Z", "lastError": {"step": "s", "message": "m"}}
        }
    }""",
    "shared.Deployment": """{
        "deploymentId": 1, "from": 41, "class": "small", "list": true, "global": false, "regions": ["us-east-2"],
        "roomsPerProcess": 16, "copy": true, "schema": "s", "modelConfig": {"skill": 0.5, "names": ["Ada"]},
        "env": [{"name": "N", "value": "v"}], "createdAt": "2026-02-01T08:00:00Z"
    }""",
    "shared.Invoice": """{
        "invoiceId": "2026-1", "date": "2026-04-01", "from": "2026-03-01", "to": "2026-03-31",
        "total": {"amount": 12850, "currency": "EUR", "exchangeRate": 0.5},
        "byRegion": {"eu-west-1": {"amount": 9900, "currency": "EUR"}},
        "resources": {
            "compute": [{"processId": "p", "region": "LAN", "startedAt": "2026-03-14T09:26:53Z"}],
            "storage": [{"buildId": 1, "createdAt": "2026-01-31T17:45:00Z"}]
        },
        "paymentMethod": {"type": "card", "brand": "b", "last4": "0042", "expires": "2028-11-30"},
        "paidAt": "2026-04-23T06:12:00Z", "reminders": ["2026-04-15T08:00:00Z"]
    }""",
    "shared.BankPaymentMethod": '{"type": "bank-transfer", "accountHolder": "Grotto", "iban": "XX00"}',
    "operations.CreateRoomRequest": """{
        "region": "ap-south-1", "roomId": "2b", "config": [], "labels": {}, "allowedPlayers": ["guest|1"],
        "placementHints": {}
    }""",
    "operations.CreateRoomResponse": """{
        "contentType": "application/json", "statusCode": 201, "rawResponse": null, "headers": {"a": ["b", "c"]},
        "roomConnectionData": {"additionalExposedPorts": [], "processId": "p", "roomId": "2b", "status": "active"}
    }""",
    "errors.ApiError": """{
        "code": "c", "message": "m", "retryAfter": 30, "details": {"limit": 1},
        "fields": [{"path": "p", "reason": "r", "value": [1]}], "causes": [{"code": "c", "message": "m", "causes": []}]
    }""",
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package on disk."""
    out = tmp_path_factory.mktemp("generated") / PACKAGE
    generate(DOCS, out)
    return out


@pytest.fixture
def harbor(tree: Path) -> Iterator[ModuleType]:
    """The package as an importer has it at first: of its modules, none has been imported."""
    with importable(tree):
        yield import_module(PACKAGE)


@pytest.fixture
def shared(harbor: ModuleType) -> ModuleType:
    return import_module(f"{harbor.__name__}.models.shared")


@pytest.fixture
def errors(harbor: ModuleType) -> ModuleType:
    return import_module(f"{harbor.__name__}.models.errors")


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest, harbor: ModuleType) -> tuple[type[BaseModel], str]:
    """A model and a document for it."""
    folder, name = request.param.split(".")
    return getattr(import_module(f"{PACKAGE}.models.{folder}"), name), DOCUMENTS[request.param]


def models(tree: Path) -> Iterator[type[BaseModel]]:
    """Every model of the pages that are those of a typed SDK."""
    for name in modules(tree):
        if not name.startswith(f"{PACKAGE}.models."):
            continue
        for defined in public(import_module(name)).values():
            if isinstance(defined, type) and issubclass(defined, BaseModel):
                yield defined


def test_the_committed_package_is_the_one_that_the_docs_make(tree: Path) -> None:
    """`make generate` brings it up to date."""
    assert files(ROOT / "generated") == files(tree)


# Importing


@pytest.mark.usefixtures("harbor")
def test_any_module_may_be_imported_first(tree: Path) -> None:
    names = modules(tree)
    assert len(names) > len(list(DOCS.rglob("Models/**/*.md")))
    for first in names:
        forget(PACKAGE)
        import_module(first)
        for defined in public(import_module(first)).values():
            TypeAdapter(defined).json_schema()


@pytest.mark.usefixtures("harbor")
def test_every_model_is_complete_once_all_are_imported(tree: Path) -> None:
    names = list(models(tree))
    assert len(names) == sum("## Fields" in page.read_text("utf-8") for page in DOCS.glob("Models/**/*.md"))
    for model in names:
        model.model_rebuild(raise_errors=True)
        assert model.__pydantic_complete__, model


@pytest.mark.usefixtures("harbor")
def test_a_model_costs_the_import_of_what_it_refers_to_and_no_more() -> None:
    from harbor.models.shared import RoomConnectionData  # type: ignore[import-not-found] # noqa: F401

    assert loaded(PACKAGE) == {
        "harbor",
        "harbor._model",
        "harbor.models",
        "harbor.models.shared",
        "harbor.models.shared.exposed_port",
        "harbor.models.shared.room_connection_data",
        "harbor.models.shared.room_ready_status",
        "harbor.models.shared.transport_type",
    }


def test_a_package_offers_the_names_of_its_modules(shared: ModuleType) -> None:
    from harbor.models.shared import Room

    assert Room is import_module("harbor.models.shared.room").Room
    assert Room is shared.Room
    assert "Room" in dir(shared)
    assert dir(shared) == sorted(shared.__all__)
    assert len(shared.__all__) == len(list(DOCS.glob("Models/Shared/*.md")))


def test_a_star_import_gets_the_models_and_nothing_else(shared: ModuleType) -> None:
    namespace: dict[str, object] = {}
    exec("from harbor.models.shared import *", namespace)
    assert namespace.keys() - {"__builtins__"} == set(shared.__all__)


def test_a_name_that_no_page_has_is_no_attribute_of_a_package(shared: ModuleType) -> None:
    with pytest.raises(AttributeError, match=r"^module 'harbor\.models\.shared' has no attribute 'Unknown'$"):
        shared.Unknown  # noqa: B018
    with pytest.raises(ImportError, match=r"^cannot import name 'Unknown' from 'harbor\.models\.shared'"):
        from harbor.models.shared import Unknown  # noqa: F401


# Documents


def test_a_document_survives_the_way_through_its_model(document: tuple[type[BaseModel], str]) -> None:
    model, text = document
    read = model.model_validate_json(text)
    assert json.loads(read.model_dump_json()) == json.loads(text)
    assert model.model_validate_json(read.model_dump_json(exclude_unset=False)) == read


@pytest.mark.usefixtures("harbor")
def test_the_documents_of_this_test_hold_every_field_of_every_model(tree: Path) -> None:
    unset = {(model.__name__, name) for model in models(tree) for name in model.model_fields}
    queue: list[Any] = []
    for path, text in DOCUMENTS.items():
        folder, name = path.split(".")
        queue.append(getattr(import_module(f"{PACKAGE}.models.{folder}"), name).model_validate_json(text))
    while queue:
        match queue.pop():
            case BaseModel() as value:
                unset -= {(type(value).__name__, name) for name in value.model_fields_set}
                queue.extend(vars(value).values())
            case dict() as value:
                queue.extend(value.values())
            case list() as value:
                queue.extend(value)
    assert unset == set()


def test_fields_are_accepted_by_their_names_in_python_as_well(document: tuple[type[BaseModel], str]) -> None:
    model, text = document
    read = model.model_validate_json(text)
    by_name = read.model_dump(by_alias=False)
    assert by_name.keys() == read.model_fields_set
    assert model.model_validate(by_name) == read
    assert model(**by_name) == read


@pytest.mark.usefixtures("harbor")
def test_every_example_of_the_docs_is_a_value_of_its_field(tree: Path) -> None:
    count = 0
    for model in models(tree):
        for name, field in model.model_fields.items():
            adapter: TypeAdapter[Any] = TypeAdapter(field.annotation)  # type: ignore[arg-type]
            for example in field.examples or ():
                try:
                    adapter.validate_json(json.dumps(example))
                except ValidationError as error:
                    pytest.fail(f"{model.__name__}.{name}: {error}")
                count += 1
    assert count > 50  # so many fields of docs_in/ have examples at least


def test_an_error_names_a_field_as_the_document_does(shared: ModuleType) -> None:
    with pytest.raises(ValidationError) as caught:
        shared.ExposedPort.model_validate_json('{"host": "h", "name": "n", "port": 1}')
    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [("missing", ("transportType",))]


# Fields


def test_a_name_that_python_needs_itself_is_changed_and_its_alias_is_not(shared: ModuleType) -> None:
    changed = {name: field.alias for name, field in shared.Deployment.model_fields.items() if name.endswith("_")}
    assert changed == {
        "from_": "from",
        "class_": "class",
        "list_": "list",
        "global_": "global",
        "copy_": "copy",
        "schema_": "schema",
        "model_config_": "modelConfig",
    }


def test_values_have_the_types_of_the_docs(shared: ModuleType) -> None:
    invoice = shared.Invoice.model_validate_json(DOCUMENTS["shared.Invoice"])
    assert invoice.date == date(2026, 4, 1)
    assert invoice.paid_at == datetime(2026, 4, 23, 6, 12, tzinfo=UTC)
    assert isinstance(invoice.by_region["eu-west-1"], shared.Amount)
    build = shared.Build.model_validate_json(DOCUMENTS["shared.Build"])
    assert build.digest == b"Hk73"
    assert build.exit_codes == [0, 137]
    with pytest.raises(ValidationError):
        shared.Build.model_validate({"buildId": "a", "createdAt": "2026-01-31T17:45:00Z"})


def test_a_field_that_need_not_be_there_is_none_where_it_is_not(shared: ModuleType) -> None:
    build = shared.Build.model_validate_json('{"buildId": 1, "createdAt": "2026-01-31T17:45:00Z"}')
    assert build.model_fields_set == {"build_id", "created_at"}
    assert {name for name in type(build).model_fields if getattr(build, name) is None} == {
        name for name, field in type(build).model_fields.items() if not field.is_required()
    }


def test_deprecated_fields_say_so(shared: ModuleType) -> None:
    notice = "Harbor will drop this in one of the next versions; plan to do without it."
    deprecated = {name: field.deprecated for name, field in shared.Room.model_fields.items() if field.deprecated}
    assert deprecated == {"url": notice, "public": notice}
    assert shared.Room.model_fields["url"].description.startswith("Use `connection` instead")
    room = shared.Room.model_validate_json(DOCUMENTS["shared.Room"])
    with pytest.deprecated_call(match=notice):
        assert room.url == "https://h:1"
    assert shared.PlacementHints.model_json_schema()["deprecated"] is True


def test_what_the_docs_say_is_there_to_be_read(shared: ModuleType) -> None:
    assert shared.Amount.__doc__ == "A sum of money."
    fields = shared.Process.model_fields
    assert fields["draining"].description == "If true, the process takes no new rooms."
    assert fields["region"].description is None


# Types that pages share


def test_enumerations_have_the_values_of_their_pages_and_no_others(shared: ModuleType) -> None:
    assert {member.name: member.value for member in shared.Region} == {
        "EU_WEST1": "eu-west-1",
        "EU_NORTH1": "eu-north-1",
        "US_EAST2": "us-east-2",
        "SA_EAST1": "sa-east-1",
        "AP_SOUTH1": "ap-south-1",
        "LAN": "LAN",
    }
    enumerations = {
        name for name in shared.__all__ if isinstance(made := getattr(shared, name), type) and issubclass(made, Enum)
    }
    assert enumerations == {"Region", "RoomReadyStatus", "TransportType"}
    adapter = TypeAdapter(shared.Region)
    assert adapter.validate_json('"eu-west-1"') is shared.Region.EU_WEST1
    with pytest.raises(ValidationError):
        adapter.validate_json('"eu-west-9"')


@pytest.mark.parametrize(
    ("document", "member"),
    [
        ('{"type": "card", "brand": "b", "last4": "0042", "expires": "2028-11-30"}', "CardPaymentMethod"),
        ('{"type": "bank-transfer", "accountHolder": "a", "iban": "i"}', "BankPaymentMethod"),
    ],
)
def test_the_tag_picks_the_member_of_a_union(shared: ModuleType, document: str, member: str) -> None:
    read = TypeAdapter(shared.PaymentMethod).validate_json(document)
    assert type(read) is getattr(shared, member)


def test_an_unknown_tag_is_reported_as_such(shared: ModuleType) -> None:
    """And not as a document that lacks all fields of all members."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(shared.PaymentMethod).validate_json('{"type": "cheque"}')
    (error,) = caught.value.errors()
    assert error["type"] == "union_tag_invalid"
    assert error["ctx"]["tag"] == "cheque"
    for tag in ("card", "bank-transfer"):
        assert tag in error["ctx"]["expected_tags"]


def test_a_union_without_a_tag_takes_the_member_that_fits(shared: ModuleType) -> None:
    invoice = shared.Invoice.model_validate_json(DOCUMENTS["shared.Invoice"])
    assert type(invoice.resources["compute"][0]) is shared.Process
    assert type(invoice.resources["storage"][0]) is shared.Build


def test_models_that_refer_to_each_other_validate_across_folders(shared: ModuleType, errors: ModuleType) -> None:
    build = shared.Build.model_validate_json(DOCUMENTS["shared.Build"])
    assert type(build.based_on) is shared.Build
    assert type(build.last_error) is errors.BuildError
    assert type(build.last_error.build) is shared.Build
    assert type(build.last_error.build.last_error) is errors.BuildError
    with pytest.raises(ValidationError) as caught:
        errors.BuildError.model_validate({"step": "s", "message": "m", "build": {"buildId": 1}})
    assert [error["loc"] for error in caught.value.errors()] == [("build", "createdAt")]


def test_a_model_that_refers_to_itself_validates_at_any_depth(errors: ModuleType) -> None:
    nested: dict[str, Any] = {"code": "c", "message": "m"}
    for _ in range(20):
        nested = {"code": "c", "message": "m", "causes": [nested]}
    error = errors.ApiError.model_validate(nested)
    for _ in range(20):
        (error,) = error.causes
    assert error.causes is None
