"""What the packages of each flavour cost: to import, to store, and to decode with."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from docmodels import Config, generate
from docmodels.model.declarations import Field, Object
from docmodels.model.model import Model
from docmodels.model.types import Primitive, Scalar
from docmodels.pipeline.understand import understand
from docmodels.targets import python

from tests.benchmarks.running import Cost
from tests.trees import modules

Run = Callable[[list[str]], Cost]
REPEATED = 100_000

_DECODERS: Mapping[str, str] = {
    "pydantic": "decode = Model.model_validate_json",
    "typeddict": "import json; decode = json.loads",
    "msgspec": "import msgspec; decode = msgspec.json.Decoder(Model).decode",
    "dataclass": "import dataclasses, json\n"
    "names = {f.metadata.get('wire', f.name): f.name for f in dataclasses.fields(Model)}\n"
    "decode = lambda data: Model(**{names[key]: value for key, value in json.loads(data).items()})",
}


class Figures(NamedTuple):
    """seconds to import all modules; bytes of them; microseconds to decode one object, None without a decoder."""

    seconds: float
    size: int
    decoding: float | None


def measure(docs: Path, folder: Path, run: Run, peer: Path | None, rounds: int) -> Mapping[str, Figures]:
    """The figures of each flavour, in turns within one run, and of the package that a peer has written."""
    understanding = understand(Config(docs=docs))
    model = understanding.model
    owner = _richest(model)
    simple = filter(_is_simple, owner.fields)
    document = json.dumps({field.wire.name if field.wire else field.name: field.values[0] for field in simple})
    place = understanding.names.classes[owner.id]
    steps: dict[str, tuple[Path, str, str]] = {}
    for flavour in python.FLAVOURS:
        out = folder / f"flavour_{flavour}"
        generate(Config(docs=docs, out=out, flavour=flavour))
        steps[flavour] = out, ".".join((out.name, *place.module)), _DECODERS[flavour]
    costs: dict[str, tuple[list[float], list[float], list[float]]] = {}
    for _ in range(rounds):
        for flavour, (out, module, decoder) in steps.items():
            imports, started, decoded = costs.setdefault(flavour, ([], [], []))
            imports.append(run([sys.executable, "-c", _imports(out)]).seconds)
            lines = (f"from {module} import {place.name} as Model", decoder, f"data = {document!r}.encode()")
            start = "\n".join((*lines, "decode(data)"))
            started.append(run([sys.executable, "-c", start]).seconds)
            decoded.append(run([sys.executable, "-c", f"{start}\nfor _ in range({REPEATED}): decode(data)"]).seconds)
        if peer is not None:
            imports, _, _ = costs.setdefault("the peer", ([], [], []))
            imports.append(run([sys.executable, "-c", _imports(peer)]).seconds)
    sizes = {name: _size(steps[name][0]) if name in steps else _size(peer) for name in costs}
    return {
        name: Figures(min(imports), sizes[name], (min(decoded) - min(started)) / REPEATED * 1e6 if decoded else None)
        for name, (imports, started, decoded) in costs.items()
    }


def _richest(model: Model) -> Object:
    """The object with most texts, numbers and booleans that have an example: decoders agree on these.

    No field that it must have is anything else; best is one where no field at all is.
    """
    return max(
        (
            declaration
            for declaration in model.objects
            if not declaration.bases and all(_is_simple(f) for f in declaration.fields if f.required)
        ),
        key=lambda owner_: (
            bool(owner_.fields) and all(map(_is_simple, owner_.fields)),
            sum(map(_is_simple, owner_.fields)),
        ),
    )


def _is_simple(field: Field) -> bool:
    plain = (Scalar.STRING, Scalar.INTEGER, Scalar.NUMBER, Scalar.BOOLEAN)
    return isinstance(field.type, Primitive) and field.type.scalar in plain and bool(field.values)


def _size(package: Path | None) -> int:
    if package is None:
        return 0
    return sum(file.stat().st_size for file in package.rglob("*.py"))


def _imports(package: Path) -> str:
    return "\n".join(f"import {name}" for name in modules(package))


def report(figures: Mapping[str, Figures]) -> None:
    """Print the table of docs/flavours.md."""
    print("\n| flavour | importing every module | size | decoding one object |")
    print("| ------- | ---------------------- | ---- | ------------------- |")
    for name, numbers in figures.items():
        decoding = "" if numbers.decoding is None else f"{numbers.decoding:.1f} µs"
        print(f"| {name} | {numbers.seconds:.2f} s | {numbers.size / 1e6:.2f} MB | {decoding} |")
