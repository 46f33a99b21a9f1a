"""Pydantic classes as people type them: what generated packages are compared with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docmodels import Config
from docmodels.model.declarations import Alias, Enumeration, Field, Object
from docmodels.pipeline.understand import understand

_BASE = """\
from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    model_config = ConfigDict(
        validate_by_name=True, validate_by_alias=True, serialize_by_alias=True, use_attribute_docstrings=True
    )
"""


def write_by_hand(docs: Path, out: Path, *, documented: bool) -> None:
    """A package with a module for each model of the docs, in the same folders and with as many fields or values.

    documented  whether the models are in the style of the generated ones: one base class, and attribute docstrings where
                the docs describe a field

    Its modules need nothing of each other but the base class, and its packages re-export nothing.
    """
    understanding = understand(Config(docs=docs))
    for declaration in understanding.model.declarations:
        place = understanding.names.classes.get(declaration.id)
        if place is None:
            continue
        match declaration:
            case Object(fields=fields):
                body = _documented(place.name, fields, out.name) if documented else _class(place.name, fields)
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
    if documented:
        (out / "_model.py").write_text(_BASE, "utf-8")


def _class(name: str, fields: Sequence[Field]) -> str:
    lines = [
        f"    field_{n}: Optional[str] = Field(default=None, alias={_wire(field)!r})" for n, field in enumerate(fields)
    ]
    head = f"from typing import Optional\n\nfrom pydantic import BaseModel, Field\n\n\nclass {name}(BaseModel):\n"
    return head + ("\n".join(lines) or "    pass")


def _documented(name: str, fields: Sequence[Field], package: str) -> str:
    lines = []
    for number, field in enumerate(fields):
        lines.append(f"    field_{number}: Annotated[str | None, Field(alias={_wire(field)!r})] = None")
        if field.description:
            lines.append(f'    """Describes field {number}."""\n')
    head = f"from typing import Annotated\n\nfrom pydantic import Field\n\nfrom {package}._model import Model\n\n\n"
    return f'{head}class {name}(Model):\n    """Describes the model."""\n\n' + "\n".join(lines)


def _wire(field: Field) -> str:
    return field.wire.name if field.wire else field.name
