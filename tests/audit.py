"""Import packages and use their models, and tell what Python was asked to do meanwhile (PEP 578).

    python -m tests.audit FOLDER

FOLDER holds packages. All that these may do is to import what is in them, and to have their annotations evaluated;
pydantic and what it takes are imported before anybody listens. Every other event is a line of output.
"""

from __future__ import annotations

import contextlib
import enum
import importlib
import os
import pathlib
import sys
import warnings
from types import CodeType
from typing import Any

import pydantic

from tests.allowed import LIBRARIES, assert_allowed_expression
from tests.trees import ROOT

HARMLESS = {
    *("builtins.id", "object.__getattr__", "object.__setattr__", "object.__delattr__"),
    *("sys._getframe", "sys._getframemodulename"),
}
"""Looking at one's own objects and callers, as enum, typing and pydantic do."""


def main(folder: str) -> None:
    warnings.simplefilter("error")
    _warm_up()
    names = sorted(os.listdir(folder))
    modules = {name: _modules(pathlib.Path(folder), name) for name in names}
    listener = _Listener(folder)
    sys.path.insert(0, folder)
    sys.dont_write_bytecode = True
    sys.addaudithook(listener.hear)
    for name in names:
        listener.about = name
        for module in modules[name]:
            for model_ in _models(importlib.import_module(module)):
                _use(model_)
    listener.listens = False  # a hook cannot be taken away
    for line in dict.fromkeys(listener.heard):
        print(line)


class _Listener:
    def __init__(self, folder: str) -> None:
        self.heard: list[str] = []
        self.about = ""
        self.listens = True
        self._annotations: set[CodeType] = set()
        self._inside = os.path.join(folder, "")

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.listens and event not in HARMLESS and not self._is_expected(event, arguments):
            self.heard.append(f"{self.about}: {event} {arguments!r}"[:300])

    def _is_expected(self, event: str, arguments: tuple[Any, ...]) -> bool:
        match event:
            case "import":
                return str(arguments[0]).partition(".")[0] == self.about
            case "open":
                path, mode, _ = arguments
                return (
                    mode in ("r", "rb") and str(path).startswith(self._inside) and str(path).endswith((".py", ".pyc"))
                )
            case "os.listdir":  # the import system, looking for modules
                return f"{arguments[0]}/".startswith(self._inside)
            case "compile":
                # pydantic parses the source of a class for the docstrings of its attributes. To run it would be an "exec".
                source, file = arguments
                return self._is_module(file) or file == "<unknown>" or self._is_annotation(source)
            case "exec":
                file = arguments[0].co_filename
                return self._is_module(file) or arguments[0] in self._annotations
            case _:
                return False

    def _is_module(self, file: object) -> bool:
        return str(file).startswith(self._inside) and str(file).endswith(".py")

    def _is_annotation(self, source: object) -> bool:
        self.listens = False
        try:
            text = source.decode() if isinstance(source, bytes) else str(source)
            assert_allowed_expression(text)
            self._annotations.add(compile(text, "<string>", "eval", dont_inherit=True))
        except (AssertionError, SyntaxError):
            return False
        finally:
            self.listens = True
        return True


def _modules(folder: pathlib.Path, package: str) -> list[str]:
    paths = [path.relative_to(folder).with_suffix("").parts for path in sorted((folder / package).rglob("*.py"))]
    return [".".join(parts).removesuffix(".__init__") for parts in paths]


def _models(module: Any) -> list[Any]:
    if module.__name__.partition(".")[2] in ("_loose", "_tags"):  # packages bring these along; they have functions
        return []
    return [getattr(module, name) for name in getattr(module, "__all__", ())]


def _use(model: Any) -> None:
    adapter: pydantic.TypeAdapter[Any] = pydantic.TypeAdapter(model)
    adapter.json_schema()
    if isinstance(model, type) and issubclass(model, enum.Enum):
        assert all(adapter.validate_python(member.value) is member for member in model)
    with contextlib.suppress(pydantic.ValidationError, RecursionError):
        adapter.validate_python({})


def _warm_up() -> None:
    """Have pydantic import what it puts off, by models that use all that generated ones may."""
    for name in LIBRARIES:
        importlib.import_module(name)
    sys.path.insert(0, str(ROOT))
    for module in _modules(ROOT, "generated"):
        for model_ in _models(importlib.import_module(module)):
            _use(model_)


if __name__ == "__main__":
    main(sys.argv[1])
