"""Numbers whose digits count: the docs' own example is read and written back, by each flavour that reads JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import pytest
from docmodels.config import Config
from docmodels.pipeline.build import generate
from docmodels.pipeline.export import export
from hypothesis import given
from hypothesis import strategies as st

from tests.trees import importable

PAGE = """# Bill

| Field    | Type            | Required |
| -------- | --------------- | -------- |
| `total`  | decimal         | yes      |
| `fee`    | Decimal string  | yes      |
| `tip`    | money           | no       |
| `number` | integer         | no       |
| `paid`   | decimal, string | no       |

```json
{"total": "10.00", "fee": "12.50", "tip": 1.5, "number": 9007199254740993, "paid": "later"}
```
"""
EXAMPLE = json.loads(PAGE.split("```json")[1].strip("`\n"))


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    docs = tmp_path_factory.mktemp("decimals") / "docs"
    docs.mkdir()
    (docs / "Bill.md").write_text(PAGE, "utf-8")
    return docs


@pytest.fixture(scope="module")
def bill(docs: Path) -> Iterator[Any]:
    """The model of pydantic."""
    out = docs.parent / "bills"
    generate(Config(docs=docs, out=out))
    with importable(out):
        yield import_module("bills.bill").Bill


def test_pydantic_writes_what_the_docs_show(bill: Any) -> None:
    read = bill.model_validate_json(json.dumps(EXAMPLE))
    assert (read.total, read.fee, read.tip, read.paid) == (Decimal("10.00"), Decimal("12.50"), Decimal("1.5"), "later")
    assert json.loads(read.model_dump_json()) == EXAMPLE
    assert read.model_dump()["tip"] == Decimal("1.5")
    assert bill.model_validate({"total": 1, "fee": 0.1}).fee == Decimal("0.1")


def test_msgspec_reads_what_the_docs_show(docs: Path) -> None:
    out = docs.parent / "structs"
    generate(Config(docs=docs, out=out, flavour="msgspec"))
    with importable(out):
        read = msgspec.json.decode(json.dumps(EXAMPLE), type=import_module("structs.bill").Bill)
        written = msgspec.json.Encoder(decimal_format="number").encode(read)
    assert (read.total, read.tip, read.number) == (Decimal("10.00"), Decimal("1.5"), 9007199254740993)
    assert b'"total":10.00' in written


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_no_number_changes_on_the_way_through_the_json(bill: Any, number: Decimal) -> None:
    sent = bill(total=number, fee=number, tip=number).model_dump_json()
    read = bill.model_validate_json(sent)
    assert (read.total, read.fee, read.tip) == (number, number, number)


@pytest.mark.parametrize("text", ["1E+1000000000", "1E-1000000000", "-1E+999999"])
def test_a_hostile_exponent_takes_no_memory(bill: Any, text: str) -> None:
    assert json.loads(bill(total=1, fee=1, tip=text).model_dump_json())["tip"] == text


def test_exports_have_the_format(docs: Path, tmp_path: Path) -> None:
    export(Config(docs=docs), tmp_path / "bill.json", "jsonschema")
    fields = json.loads((tmp_path / "bill.json").read_text("utf-8"))["$defs"]["Bill"]["properties"]
    assert fields["fee"] == {"type": "string", "format": "decimal"}
    assert fields["total"] == {"type": "string", "format": "decimal"}
    assert fields["tip"] == {"type": "number", "format": "decimal"}
