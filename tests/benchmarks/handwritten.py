"""Pydantic classes as people type them: what generated packages are compared with."""

from __future__ import annotations

from pathlib import Path

from docmodels import Config
from docmodels.model.declarations import Alias, Enumeration, Object
from docmodels.targets.python import plan
from docmodels.understanding import understand


def write_by_hand(docs: Path, out: Path) -> None:
    """A package with a module for each model of the docs, in the same folders and with as many fields or values.

    Its modules need nothing of each other, and its packages re-export nothing.
    """
    model = understand(Config(docs=docs)).model
    places = plan(model)[0].locations
    for declaration in model.declarations:
        place = places.get(declaration.id)
        if place is None:
            continue
        match declaration:
            case Object(fields=fields):
                body = _class(place.name, [field.wire.name if field.wire else field.name for field in fields])
            case Enumeration(members=members):
                lines = [f"    VALUE_{number} = {str(member.value)!r}" for number, member in enumerate(members)]
                body = f"from enum import Enum\n\n\nclass {place.name}(str, Enum):\n" + "\n".join(lines)
            case Alias():
                body = f"from typing import Union\n\n{place.name} = Union[str, int]"
        file = out.joinpath(*place.module).with_suffix(".py")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(body + "\n", "utf-8")
    for folder in (out, *(path for path in out.rglob("*") if path.is_dir())):
        (folder / "__init__.py").touch()


def _class(name: str, wires: list[str]) -> str:
    fields = [f"    field_{n}: Optional[str] = Field(default=None, alias={wire!r})" for n, wire in enumerate(wires)]
    head = f"from typing import Optional\n\nfrom pydantic import BaseModel, Field\n\n\nclass {name}(BaseModel):\n"
    return head + ("\n".join(fields) or "    pass")
