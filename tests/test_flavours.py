"""What the flavours do alike, and each in its own way."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

import msgspec
import pytest
from docmodels.config import Config
from docmodels.markdown import Fence
from docmodels.model.code_names import key_of
from docmodels.pipeline.build import generate

from tests.benchmarks.flavours import measure
from tests.benchmarks.running import run as run_command
from tests.documentation import document, section
from tests.fitting import fits
from tests.packages import FLAVOURS, Make
from tests.trees import DOCS, Run, importable, understood

CORPORA = {"hathora-csharp": 1.5, "cray-csm-widdershins": 9.5, "mistral-python": 12}
"""The share of examples, in percent, that do not fit: they lack what is required, or have another type than the docs say."""


class Example(NamedTuple):
    """What the docs show of a class, or of the field of it that has this attribute and this name on the wire."""

    module: str
    name: str
    attribute: str
    wire: str
    value: Any


@cache
def examples(docs: Path) -> tuple[Example, ...]:
    return tuple(_examples(docs))


def _examples(docs: Path) -> Iterator[Example]:
    understanding = understood(Config(docs=docs))
    names = understanding.names
    for owner in understanding.model.objects:
        if (place := names.classes.get(owner.id)) is not None:
            for usage in owner.usages:
                if usage.is_wire:
                    yield Example(place.dotted, place.name, "", "", usage.value)
            for field in owner.fields:
                for value in field.values:
                    attribute = names.attribute(owner, field)
                    yield Example(place.dotted, place.name, attribute, key_of(field), value)


def is_decoded(value: Any, hint: Any) -> bool:
    try:
        msgspec.json.decode(json.dumps(value), type=hint)
    except msgspec.ValidationError:
        return False
    return True


@pytest.mark.parametrize("name", ["docs_in", *CORPORA])
@pytest.mark.parametrize("flavour", ["typeddict", "msgspec", "dataclass"])
def test_examples_of_the_docs_fit(make: Make, name: str, flavour: str) -> None:
    tree = make(name, flavour)
    hints_of = cache(partial(get_type_hints, include_extras=True))
    total, misfits = 0, []
    with importable(tree.package):
        for example in examples(tree.docs):
            hint = getattr(import_module(f"{tree.package.name}.{example.module}"), example.name)
            if example.wire:
                if not isinstance(hint, type):
                    continue  # a dict of any keys
                hint = hints_of(hint).get(example.wire if flavour == "typeddict" else example.attribute)
            if str(hint).startswith("typing.ClassVar"):
                continue  # a tag, which the class has
            total += 1
            if not (is_decoded if flavour == "msgspec" else fits)(example.value, hint):
                misfits.append(example)
    assert total > 30
    assert len(misfits) * 100 <= total * CORPORA.get(name, 0), misfits[:10]


def test_the_page_of_flavours_shows_what_they_write(tmp_path: Path) -> None:
    page = section(document("docs/flavours.md"), "One model in all of them")
    blocks = [block for block in page.blocks if isinstance(block, Fence)]
    (docs,), modules = ([b.text for b in blocks if b.info == info] for info in ("markdown", "python"))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "Room.md").write_text(f"{docs}\n", encoding="utf-8")
    for flavour, code in zip(FLAVOURS, modules, strict=True):
        out = tmp_path / flavour
        generate(Config(docs=tmp_path / "docs", out=out, wire_case="camel", flavour=flavour))
        assert (out / "room.py").read_text(encoding="utf-8") == f"{code}\n"


def test_changes_and_the_reading_of_the_docs_are_the_same_for_all_flavours(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(DOCS / "Models/Shared", tmp_path / "old")
    page = Path(shutil.copytree(tmp_path / "old", tmp_path / "new"), "Room.md")
    page.write_text("".join(page.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    for command in (("diff", "old", "new"), ("inspect", "--docs", "new")):
        settings_ = set()
        for flavour in FLAVOURS:
            for layout in ("modules", "single"):
                settings = f'[tool.docmodels]\nflavour = "{flavour}"\nlayout = "{layout}"\n'
                Path("pyproject.toml").write_text(settings, "utf-8")
                settings_.add(run(*command))
        (done,) = settings_
        assert (done.status, "Room" in done.out) == (0, True)


@pytest.mark.tools
def test_the_benchmark_decodes_with_each_flavour(tmp_path: Path) -> None:
    figures = measure(DOCS, tmp_path, lambda command: run_command(command, tmp_path, os.environ), None, 1)
    assert tuple(figures) == FLAVOURS
