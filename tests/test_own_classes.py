"""Classes of the user: `[tool.docmodels.classes]`."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

import pytest
from docmodels.config import ClassSettings, Config, ConfigError
from docmodels.pipeline.build import generate
from docmodels.reporting.inspection import inspect

from tests.trees import importable

PAGE = """# Order

| Field   | Type             | Required |
| ------- | ---------------- | -------- |
| `price` | [Money](#money)  | yes      |
| `next`  | [Order](#order)  | no       |

## Money

| Field    | Type    | Required |
| -------- | ------- | -------- |
| `amount` | integer | yes      |
"""
OWN = {
    "pydantic": "from pydantic import BaseModel\n\n\nclass Money(BaseModel):\n    amount: int\n    own: bool = True\n",
    "msgspec": "from msgspec import Struct\n\n\nclass Money(Struct):\n    amount: int\n    own: bool = True\n",
}
BASE = (
    "\n\nclass Base:\n    __slots__ = ()\n\n    def shout(self) -> str:\n        return type(self).__name__.upper()\n"
)


def made(folder: Path, flavour: str, **classes: ClassSettings) -> Path:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "Order.md").write_text(PAGE, "utf-8")
    generate(Config(docs=folder / "docs", out=folder / "own_orders", flavour=flavour, classes=classes))
    return folder / "own_orders"


def test_inspect_names_the_class_that_stands_for_a_model(tmp_path: Path) -> None:
    made(tmp_path, "pydantic")
    config = Config(docs=tmp_path / "docs", classes={"Money": ClassSettings(use="acme.money:Money")})
    output = inspect(config, "Money")
    assert "Python       Money of acme.money, as `classes` sets it" in output.as_text()
    (money,) = json.loads(output.as_json())["declarations"]
    assert (money["module"], money["name"], money["use"]) == (None, None, "acme.money:Money")
    (order,) = json.loads(inspect(config, "Order").as_json())["declarations"]
    assert (order["module"], order["name"], order["use"]) == ("order", "Order", None)


@pytest.mark.parametrize("flavour", ["pydantic", "msgspec"])
def test_classes_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flavour: str) -> None:
    (tmp_path / "own_money.py").write_text(OWN[flavour] + BASE, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    sys.modules.pop("own_money", None)
    package = made(
        tmp_path,
        flavour,
        Order=ClassSettings(base="own_money.Base"),
        Money=ClassSettings(use="own_money:Money"),
    )
    with importable(package):
        orders, money = import_module("own_orders"), import_module("own_money").Money
        order = orders.Order(price=money(amount=3))
        assert (order.shout(), order.price.own) == ("ORDER", True)
        assert orders.__all__ == ["Order"]
        if flavour == "pydantic":
            assert isinstance(orders.Order.model_validate({"price": {"amount": 1}}).price, money)


@pytest.mark.parametrize("flavour", ["typeddict", "dataclass"])
def test_a_flavour_without_bases(tmp_path: Path, flavour: str) -> None:
    with pytest.raises(ConfigError, match="cannot inherit"):
        made(tmp_path, flavour, Order=ClassSettings(base="own_money.Base"))


@pytest.mark.parametrize("settings", [{"use": "Money"}, {"use": "a b:Money"}, {"use": "x:y.z"}, {"base": "Base"}])
def test_no_text_becomes_code(settings: dict[str, str]) -> None:
    with pytest.raises(ConfigError, match=r"classes\.Order\.(use|base): expected a class"):
        Config(classes={"Order": settings})  # type: ignore[dict-item]
