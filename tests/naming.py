"""Names of a model's package, for tests that make models of their own."""

from __future__ import annotations

from docmodels.model import Model
from docmodels.model.code_names import Names
from docmodels.targets import python
from docmodels.targets.python.syntax import Code


def named(model: Model, flavour: str = "pydantic", layout: python.Layout = "modules") -> Names[Code]:
    """All names of the package that a model becomes; the model is as the flavour writes it."""
    classes, clashes = python.locate(model, layout)
    return python.name_parts(model, classes, clashes, python.FLAVOURS[flavour])
