"""What those who use the generated classes write: requests, and values that the docs do not list yet."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import ValidationError

from tests.trees import DOCS, docmodels, importable

PACKAGE = "harbor"
CONNECTION = {"additionalExposedPorts": [], "processId": "p", "roomId": "r", "status": "paused"}

CLIENT = '''\
"""Code that handles values that the docs do not list."""

from {package}.models.shared import CardPaymentMethod, PaymentMethod, Region, Room


def name(region: Region) -> str:
    match region:
        case Region.EU_WEST1:
            return "Ireland"
        case other:
            return other.upper()


def brand(method: PaymentMethod) -> str:
    return method.brand if isinstance(method, CardPaymentMethod) else "unknown"


def where(room: Room) -> str:
    return name(room.region)
'''


def package(tmp_path: Path, settings: str = "") -> Path:
    (tmp_path / "pyproject.toml").write_text(f"[tool.docmodels]\n{settings}", "utf-8")
    done = docmodels("generate", "--docs", DOCS, "--out", tmp_path / PACKAGE, cwd=tmp_path)
    assert done.status == 0, done.err
    return tmp_path / PACKAGE


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[ModuleType]:
    with importable(package(tmp_path)):
        yield import_module(f"{PACKAGE}.models.shared")


@pytest.fixture
def keeping(tmp_path: Path) -> Iterator[ModuleType]:
    with importable(package(tmp_path, 'unknown = "keep"\n')):
        yield import_module(f"{PACKAGE}.models.shared")


# Sending


def test_what_nobody_set_is_not_sent_and_an_explicit_null_is(shared: ModuleType) -> None:
    sent = shared.Build.model_construct(_fields_set={"build_id", "tag"}, build_id=3, tag=None)
    assert sent.model_dump_json() == '{"buildId":3,"tag":null}'


def test_a_constant_is_sent_although_nobody_set_it_in_nested_models_too(shared: ModuleType) -> None:
    card = shared.CardPaymentMethod(brand="b", last4="0042", expires="2028-11-30")
    invoice = shared.Invoice.model_construct(_fields_set={"payment_method"}, payment_method=card)
    assert json.loads(invoice.model_dump_json()) == {
        "paymentMethod": {"type": "card", "brand": "b", "last4": "0042", "expires": "2028-11-30"}
    }
    assert invoice.model_dump(mode="json") == json.loads(invoice.model_dump_json())


def test_what_nobody_set_is_there_for_those_who_ask(shared: ModuleType) -> None:
    build = shared.Build.model_validate({"buildId": 3, "createdAt": "2026-02-03T10:02:00Z"})
    assert json.loads(build.model_dump_json(exclude_unset=False))["tag"] is None


# Values that the docs do not list


def test_an_unknown_value_is_an_error_by_default(shared: ModuleType) -> None:
    with pytest.raises(ValidationError, match="status"):
        shared.RoomConnectionData.model_validate(CONNECTION)


def test_an_unknown_value_is_kept_where_the_configuration_says_so(keeping: ModuleType) -> None:
    read = keeping.RoomConnectionData.model_validate(CONNECTION)
    assert read.status == "paused"
    assert json.loads(read.model_dump_json())["status"] == "paused"


@pytest.mark.tools
@pytest.mark.parametrize(
    "checker",
    [
        ("mypy", "--strict", "--config-file="),
        ("pyright", "--pythonpath", sys.executable, "--pythonversion", "3.11"),  # whatever Python is the first in PATH
    ],
    ids=["mypy", "pyright"],
)
def test_type_checkers_see_that_a_value_may_be_unknown(tmp_path: Path, checker: tuple[str, ...]) -> None:
    package(tmp_path, 'unknown = "keep"\n')
    strict = "# pyright: strict\n"  # pyright reads no configuration for files that are named
    (tmp_path / "client.py").write_text(strict + CLIENT.format(package=PACKAGE), "utf-8")
    command = (sys.executable, "-m", *checker, "client.py")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# The base of all classes


def test_all_classes_inherit_from_the_class_that_the_configuration_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = (
        "from pydantic import BaseModel\n\n\nclass Base(BaseModel):\n    def shout(self) -> str:\n        return 'A'\n"
    )
    (tmp_path / "acme_base.py").write_text(base, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with importable(package(tmp_path, 'base = "acme_base.Base"\nextra = "forbid"\n')):
        shared = import_module(f"{PACKAGE}.models.shared")
        assert shared.Amount(amount=1, currency="EUR").shout() == "A"
        with pytest.raises(ValidationError, match="extra_forbidden"):
            shared.Amount.model_validate({"amount": 1, "currency": "EUR", "more": 1})


# Editors


@pytest.mark.tools
def test_an_editor_shows_the_description_of_a_field(tmp_path: Path) -> None:
    """As pyright's language server tells it on hover."""
    package(tmp_path)
    source = f"from {PACKAGE}.models.shared import Room\n\ndef f(room: Room) -> None:\n    room.room_id\n"
    (tmp_path / "client.py").write_text(source, "utf-8")
    assert "Names the room." in _hover(tmp_path, "client.py", source, line=3, character=11)


def _hover(folder: Path, file: str, source: str, *, line: int, character: int) -> str:
    """What the language server answers, by the Language Server Protocol 3.17, textDocument/hover."""
    uri = (folder / file).as_uri()
    document = {"uri": uri, "languageId": "python", "version": 1, "text": source}
    root = {"processId": os.getpid(), "rootUri": folder.as_uri(), "capabilities": {"textDocument": {"hover": {}}}}
    where = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
    command = (sys.executable, "-m", "pyright.langserver", "--stdio")
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin is not None
        assert server.stdout is not None

        def send(message: dict[str, object]) -> None:
            body = json.dumps({"jsonrpc": "2.0", **message}).encode()
            server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
            server.stdin.flush()

        def answer(number: int) -> dict[str, object]:
            while True:
                length = 0
                while header := server.stdout.readline().strip():
                    if header.lower().startswith(b"content-length:"):
                        length = int(header.split(b":")[1])
                message = json.loads(server.stdout.read(length))
                if "method" in message and "id" in message:  # the server asks; nothing is configured
                    result = [{}] if message["method"] == "workspace/configuration" else None
                    send({"id": message["id"], "result": result})
                elif message.get("id") == number:
                    return dict(message)

        send({"id": 1, "method": "initialize", "params": root})
        answer(1)
        send({"method": "initialized", "params": {}})
        send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        send({"id": 2, "method": "textDocument/hover", "params": where})
        response = answer(2)
        server.kill()
    return json.dumps(response)
