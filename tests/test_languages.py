"""The notations of languages: what docs/languages.md shows of each, and the vocabulary that it adds."""

from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import docmodels
import pytest
from docmodels.diagnostics import Place
from docmodels.families import languages as all_languages
from docmodels.families.sdk import models
from docmodels.markdown import Inline, read_page
from docmodels.model.declarations import Alias, Object
from docmodels.model.types import (
    ANY,
    DATETIME,
    INTEGER,
    NUMBER,
    STRING,
    UUID,
    Constant,
    Link,
    ListOf,
    MapOf,
    Nullable,
    Type,
    UnionOf,
)
from docmodels.notation import languages
from docmodels.notation.languages import VOCABULARIES
from docmodels.notation.parser import TypeReading, read_type
from docmodels.notation.vocabulary import Constructor, Vocabulary

from tests.documentation import ROOT, column, document, fences, tables

PAGE = document("docs/languages.md")


class Sample(NamedTuple):
    """A type as the table of languages shows it."""

    language: str
    what: str
    cell: str


def shown_languages() -> Sequence[str]:
    (table,) = tables(PAGE, "language")
    return column(table, "language")


def samples(*what: str) -> list[Sample]:
    (table,) = tables(PAGE, "language")
    return [
        Sample(language, heading, cell)
        for heading in what
        for language, cell in zip(shown_languages(), column(table, heading), strict=True)
        if cell != "not shown"
    ]


def read(cell: str, vocabulary: Vocabulary, *, required: bool = True) -> TypeReading:
    reading = read_type(Inline(cell, 1, 1), "Room.md", vocabulary, required=required)
    assert reading.diagnostics == ()
    assert not reading.strange
    return reading


class TestThePage:
    def test_shows_every_language(self) -> None:
        assert tuple(shown_languages()) == all_languages()

    @pytest.mark.parametrize(
        "sample", samples("A text", "Texts by name", "A text or null"), ids=lambda sample: " ".join(sample[:2])
    )
    def test_shows_types_as_they_are_read(self, sample: Sample) -> None:
        meant: dict[str, Type] = {
            "A text": STRING,
            "Texts by name": MapOf(STRING),
            "A text or null": Nullable(STRING),
        }
        assert read(sample.cell, VOCABULARIES[sample.language]).type == meant[sample.what]

    @pytest.mark.parametrize("sample", samples("A list of models"), ids=lambda sample: sample.language)
    def test_shows_links_as_they_are_read(self, sample: Sample) -> None:
        type_ = read(sample.cell, VOCABULARIES[sample.language]).type
        assert isinstance(type_, ListOf)
        assert isinstance(type_.item, Link)
        assert type_.item.href.lower() == "room.md"
        assert type_.item.label.rsplit(".", 1)[-1] == "Room"

    @pytest.mark.parametrize(
        ("sample", "sample_of_mark"),
        list(zip(samples("A text or null"), samples("In an optional field"), strict=True)),
        ids=lambda sample: sample.language,
    )
    def test_says_what_the_mark_means_in_an_optional_field(self, sample: Sample, sample_of_mark: Sample) -> None:
        reading = read(sample.cell, VOCABULARIES[sample.language], required=False)
        meant = {"may be missing": (STRING, True), "may be null": (Nullable(STRING), False)}
        assert (reading.type, reading.optional) == meant[sample_of_mark.cell]

    def test_explains_the_parts_of_a_vocabulary(self) -> None:
        (table,) = tables(PAGE, "Part")
        assert sorted(column(table, "Part")) == sorted(part.name for part in dataclasses.fields(Vocabulary))

    def test_explains_the_constructors(self) -> None:
        (table,) = tables(PAGE, "Constructor")
        assert column(table, "Constructor") == [constructor.name for constructor in Constructor]


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=VOCABULARIES)
class TestWhatAllLanguagesShare:
    def test_constants(self, vocabulary: Vocabulary) -> None:
        assert read('*"text"*', vocabulary).type == Constant(("text",))
        assert read("`5`", vocabulary).type == Constant((5,))

    def test_unions(self, vocabulary: Vocabulary) -> None:
        assert read('*"text"* | [A](A.md)', vocabulary).type == UnionOf(
            (Constant(("text",)), Link("A.md", "A", Place("Room.md", 1, 13, 1)))
        )

    def test_one_link_around_several_types(self, vocabulary: Vocabulary) -> None:
        type_ = read('["text" | "json"](Kind.md)', vocabulary).type
        assert isinstance(type_, Link)
        assert (type_.href, type_.fallback) == ("Kind.md", Constant(("text", "json")))

    @pytest.mark.parametrize("name", ["Models.Shared.Kind", "Models::Shared::Kind", "Models\\Shared\\Kind"])
    def test_packages(self, vocabulary: Vocabulary, name: str) -> None:
        type_ = read(f"[{name}](Kind.md)", vocabulary).type
        assert isinstance(type_, Link)
        assert type_.label == "Models.Shared.Kind"


def nim() -> Vocabulary:
    """The vocabulary that the page adds, from the text of its module."""
    source, _ = fences(PAGE, "python")
    names: dict[str, object] = {"__package__": languages.__name__}
    exec(compile(source, "nim.py", "exec"), names)
    vocabulary = names["NIM"]
    assert isinstance(vocabulary, Vocabulary)
    return vocabulary


NIM = nim()


class TestNim:
    """The example of docs/languages.md."""

    @pytest.mark.parametrize(
        ("cell", "meant"),
        [
            ("*string*", STRING),
            ("*int64*", INTEGER),
            ("*seq[float]*", ListOf(NUMBER)),
            ("*seq[byte]*", ListOf(INTEGER)),
            ("`Table[string, seq[int]]`", MapOf(ListOf(INTEGER))),
            ("*Table[string, json.JsonNode]*", MapOf(ANY)),
            ("*Option[string]*", Nullable(STRING)),
            ("*seq[Option[string]]*", ListOf(Nullable(STRING))),
            ("*Option[SharedPtr[uuids.UUID]]*", Nullable(UUID)),
            ("[times.DateTime](https://docs.example/time)", DATETIME),
            ("*httpclient.Response*", ANY),
        ],
    )
    def test_types(self, cell: str, meant: Type) -> None:
        assert read(cell, NIM).type == meant

    @pytest.mark.parametrize(
        ("cell", "meant"),
        [("*Option[string]*", STRING), ("*Option[Option[string]]*", Nullable(STRING))],
    )
    def test_an_option_around_the_type_of_an_optional_field(self, cell: str, meant: Type) -> None:
        reading = read(cell, NIM, required=False)
        assert (reading.type, reading.optional) == (meant, True)

    @pytest.mark.parametrize("cell", ["*(int, int)*", "*proc (x: int): int*", "*range[0 .. 9]*"])
    def test_what_the_page_says_that_no_vocabulary_can_say(self, cell: str) -> None:
        (finding,) = read_type(Inline(cell, 1, 1), "Room.md", NIM).diagnostics
        assert finding.code == "type-syntax"

    def test_a_word_of_another_language_is_strange(self) -> None:
        assert read_type(Inline("*varchar*", 1, 1), "Room.md", NIM).strange == 1

    def test_the_page_of_an_object(self) -> None:
        parcel, _ = fences(PAGE, "markdown")
        declaration = read_declaration("models/parcel.md", parcel)
        assert isinstance(declaration, Object)
        fields = {field.name: field for field in declaration.fields}
        assert {name: (field.type, field.required, field.nullable) for name, field in fields.items()} == {
            "parcel_id": (UUID, True, False),
            "type_": (STRING, True, False),
            "weight": (NUMBER, False, False),
            "received_by": (STRING, True, True),
            "due": (DATETIME, True, False),
            "labels": (MapOf(ANY), False, False),
            "inside": (fields["inside"].type, False, False),
        }
        assert isinstance(inside := fields["inside"].type, ListOf)
        assert isinstance(inside.item, Link)
        assert inside.item.label == "models.Parcel"
        assert fields["type_"].original == "type"

    def test_the_page_of_a_union(self) -> None:
        _, content = fences(PAGE, "markdown")
        declaration = read_declaration("models/content.md", content)
        assert isinstance(declaration, Alias)
        assert isinstance(declaration.type, UnionOf)
        boxed, text = declaration.type.members
        assert isinstance(boxed, Link)
        assert (boxed.label, text) == ("models.Parcel", STRING)

    def test_generates_what_the_page_shows(self, tmp_path: Path) -> None:
        """docmodels with `nim.py` in it, which nothing but the pages of the docs makes it choose."""
        package = with_nim(tmp_path / "changed")
        for name, text in zip(("parcel", "content"), fences(PAGE, "markdown"), strict=True):
            (tmp_path / "docs_in" / "models").mkdir(parents=True, exist_ok=True)
            (tmp_path / "docs_in" / "models" / f"{name}.md").write_text(text, encoding="utf-8")

        assert run("generate", cwd=tmp_path, package=package) == ""
        _, code = fences(PAGE, "python")
        models = tmp_path / "generated" / "models"
        assert (models / "parcel.py").read_text(encoding="utf-8") == code
        assert 'Content = TypeAliasType("Content", Parcel | str)\n' in (models / "content.py").read_text("utf-8")

        inspected = run("inspect", cwd=tmp_path, package=package)
        (notation,) = fences(PAGE, "text")
        assert inspected.startswith(notation)


def read_declaration(path: str, text: str) -> Object | Alias:
    """What a page declares, in Nim's notation."""
    page, _ = read_page(path, text.encode())
    assert page is not None
    reading = models.read_page(page, NIM, is_model=True)
    assert reading.diagnostics == ()
    (declaration,) = reading.declarations
    assert isinstance(declaration, Object | Alias)
    return declaration


def with_nim(folder: Path) -> Path:
    """A copy of docmodels that is changed as the page says."""
    package = folder / "docmodels"
    shutil.copytree(Path(docmodels.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", package / "templates")
    home = package / "notation" / "languages"
    source, _ = fences(PAGE, "python")
    (home / "nim.py").write_text(source, encoding="utf-8")
    table = (home / "__init__.py").read_text(encoding="utf-8")
    table = table.replace("from .swift ", "from .nim import NIM\nfrom .swift ").replace(" SWIFT,", " NIM, SWIFT,")
    (home / "__init__.py").write_text(table, encoding="utf-8")
    family = package / "families" / "sdk" / "__init__.py"
    listed = family.read_text(encoding="utf-8").replace('"ruby", "swift"', '"ruby", "nim", "swift"')
    family.write_text(listed, encoding="utf-8")
    return folder


def run(*arguments: str, cwd: Path, package: Path) -> str:
    """What a docmodels other than the installed one prints."""
    env = {**os.environ, "PYTHONPATH": str(package)}
    command = (sys.executable, "-m", "docmodels", *arguments, "--strict")
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
