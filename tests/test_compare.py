"""`docmodels compare`, run as its users run it: targets of all kinds, what is found in them, and the forms."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import docmodels as api
import msgspec
import pytest
from docmodels.comparing.python.settings import SPELLINGS
from docmodels.config.settings import ClassSettings
from docmodels.diagnostics.differences import DIFFERENCES
from jsonschema import Draft202012Validator
from pydantic.alias_generators import to_camel, to_pascal, to_snake

from tests.trees import Run

PAGE = """\
# Room

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| `roomId` | string | yes | |
| `status` | string | no | |
| `seats` | integer | yes | |

# Player

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| `name` | string | yes | |
| `room` | [Room](#room) | yes | |
"""

CODE = """\
from pydantic import BaseModel, Field


class Room(BaseModel):
    room_id: str = Field(alias="roomId")
    status: str | None = None
    seats: int


class Player(BaseModel):
    name: str
    room: Room
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with docs and code that agree."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/rooms.md").write_text(PAGE, "utf-8")
    (tmp_path / "code.py").write_text(CODE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edited(project: Path, old: str, new: str) -> None:
    assert old in CODE
    (project / "code.py").write_text(CODE.replace(old, new), "utf-8")


def kinds(target: str = "code.py", **settings: Any) -> list[str]:
    """The kinds of differences, with the fields that they are about."""
    compared = api.compare(api.Config(docs="docs", **settings), target)
    return [f"{difference.name} {difference.kind}" for difference in compared.differences]


class TestTargets:
    def test_a_file_that_agrees_has_no_difference(self, project: Path, run: Run) -> None:
        done = run("compare", "--with", "code.py")
        assert (done.status, done.out) == (0, "no differences; 2 models compared with their classes\n")

    def test_a_module_is_found_and_not_run(self, project: Path) -> None:
        """Neither the module nor its packages are imported: each would end the process."""
        inner = project / "acme" / "models"
        inner.mkdir(parents=True)
        for folder in (project / "acme", inner):
            (folder / "__init__.py").write_text("raise SystemExit(9)\n", "utf-8")
        (inner / "rooms.py").write_text(f"raise SystemExit(9)\n{CODE}", "utf-8")
        program = "import docmodels as d; c = d.compare(d.Config(docs='docs'), 'acme.models'); print(len(c.matches))"
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "2\n"), done.stderr

    def test_bases_and_types_of_the_same_package_count(self, project: Path) -> None:
        """The target is a file of a package; what it imports from there is read, and nobody expects it in the docs."""
        (project / "acme").mkdir()
        base = "from pydantic import BaseModel\nfrom pydantic.alias_generators import to_camel\n\n\n"
        base += "class Base(BaseModel, alias_generator=to_camel):\n    pass\n\n\nclass Other(Base):\n    extra: int\n"
        code = CODE.replace("BaseModel)", "Base)").replace(' = Field(alias="roomId")', "")
        for name, text in (("__init__", ""), ("base", base), ("rooms", f"from .base import Base\n{code}")):
            (project / f"acme/{name}.py").write_text(text, "utf-8")
        assert kinds("acme/rooms.py") == []
        (project / "acme/base.py").write_text(base.replace(", alias_generator=to_camel", ""), "utf-8")
        compared = api.compare(api.Config(docs="docs"), "acme/rooms.py")
        assert [difference.kind for difference in compared.differences] == ["name-differs"]
        assert compared.differences[0].code_place == api.Place("acme/rooms.py", 6)

    def test_a_target_that_is_not_there_is_wrong_usage(self, project: Path, run: Run) -> None:
        done = run("compare", "--with", "acme.nothing")
        assert done.status == 2
        assert 'no file, no folder and no module "acme.nothing"' in done.err

    @pytest.mark.parametrize("name", ["dataclass", "typeddict", "msgspec", "attrs", "plain"])
    def test_classes_of_other_libraries(self, project: Path, name: str) -> None:
        heads = {
            "dataclass": ("from dataclasses import dataclass", "@dataclass\nclass {}:", "status: str | None = None"),
            "typeddict": (
                "from typing import NotRequired, TypedDict",
                "class {}(TypedDict):",
                "status: NotRequired[str]",
            ),
            "msgspec": ("import msgspec", "class {}(msgspec.Struct, rename='camel'):", "status: str | None = None"),
            "attrs": (
                "from attrs import define, field",
                "@define\nclass {}:",
                "status: str | None = field(default=None)",
            ),
            "plain": ("import os", "class {}:", "status: str | None = None"),
        }
        first, head, status = heads[name]
        key = "roomId" if name == "typeddict" else "room_id"
        room = f"{head.format('Room')}\n    {key}: str\n    {status}\n    seats: int\n"
        player = f"{head.format('Player')}\n    name: str\n    room: 'Room'\n"
        (project / "code.py").write_text(f"{first}\n\n{room}\n{player}", "utf-8")
        assert kinds() == []
        (project / "code.py").write_text(f"{first}\n\n{room.replace('int', 'str')}\n{player}", "utf-8")
        assert kinds() == ["Room.seats type-differs"]

    @pytest.mark.parametrize("form", ["jsonschema", "openapi"])
    def test_what_docmodels_exports_agrees_with_the_docs(self, project: Path, form: Any) -> None:
        api.export(api.Config(docs="docs"), "schema.json", form)
        assert kinds("schema.json") == []
        text = (project / "schema.json").read_text("utf-8")
        assert text.count('"seats": {') == 1
        (project / "schema.json").write_text(text.replace('"seats": {', '"seats": {"deprecated": true,'), "utf-8")
        compared = api.compare(api.Config(docs="docs"), "schema.json")
        (difference,) = compared.differences
        assert difference.kind == "deprecation-undocumented"
        line = text[: text.index('"seats": {')].count("\n") + 1
        assert difference.code_place == api.Place("schema.json", line)


class TestBadInput:
    def test_a_file_that_is_no_python_is_an_error_and_the_rest_is_compared(self, project: Path, run: Run) -> None:
        (project / "code").mkdir()
        (project / "code/good.py").write_text(CODE, "utf-8")
        (project / "code/bad.py").write_text("class Room(:\n", "utf-8")
        done = run("compare", "--with", "code")
        assert done.status == 1
        assert "code/bad.py:1:12: error[target-not-read]: it is not Python" in done.err
        assert "2 models compared" in done.out

    def test_references_in_a_circle_end(self, project: Path) -> None:
        room = {"$ref": "#/$defs/Hall"}
        schema = {"$defs": {"Room": room, "Hall": {"$ref": "#/$defs/Room"}, "Player": {"$ref": "#/$defs/Player"}}}
        (project / "schema.json").write_text(json.dumps(schema), "utf-8")
        compared = api.compare(api.Config(docs="docs"), "schema.json")
        assert {finding.code for finding in compared.of_target} == {"target-not-clear"}

    def test_a_large_file_is_left_out(self, project: Path) -> None:
        (project / "code").mkdir()
        (project / "code/good.py").write_text(CODE, "utf-8")
        (project / "code/large.py").write_text(CODE + "#" * 1000, "utf-8")
        config = api.Config(docs="docs", limits=api.Limits(target_bytes=500))
        compared = api.compare(config, "code")
        assert [(finding.place.path, finding.code) for finding in compared.of_target] == [
            ("large.py", "target-not-read")
        ]
        assert compared.differences == ()

    @pytest.mark.parametrize(("name", "text"), [("s.json", '{"$defs":\n {"Room": }}'), ("s.yaml", "a: 1\nb: [\n")])
    def test_a_schema_that_is_none_has_its_line_and_column(self, project: Path, name: str, text: str) -> None:
        (project / name).write_text(text, "utf-8")
        (finding,) = api.compare(api.Config(docs="docs"), name).of_target
        assert (finding.code, finding.place.line >= 2, finding.place.column > 0) == ("target-not-read", True, True)

    @pytest.mark.parametrize("text", ["[" * 100_000, '{"a": ' * 5000, "{", '{"$defs": {"Room": 3}}', "- &a [*a]\n", ""])
    def test_schemas_that_are_none(self, project: Path, text: str) -> None:
        for name in ("schema.json", "schema.yaml"):
            (project / name).write_text(text, "utf-8")
            compared = api.compare(api.Config(docs="docs"), name)
            assert compared.of_target or {difference.kind for difference in compared.differences} <= set(DIFFERENCES)

    def test_a_class_that_is_built_at_run_time_is_a_finding(self, project: Path) -> None:
        (project / "code.py").write_text(
            f"from pydantic import create_model\nHall = create_model('Hall')\n{CODE}", "utf-8"
        )
        compared = api.compare(api.Config(docs="docs"), "code.py")
        (finding,) = compared.of_target
        assert (finding.code, finding.place) == ("target-not-clear", api.Place("code.py", 2))
        assert compared.differences == ()


class TestDecisions:
    def test_the_configuration_names_the_class(self, project: Path) -> None:
        edited(project, "class Room(", "class Hall(")
        (project / "code.py").write_text((project / "code.py").read_text().replace(": Room", ": str"), "utf-8")
        assert "Room match-doubtful" in kinds()
        settings = api.CompareSettings(classes={"Room": "code.Hall"})
        assert kinds(compare=settings) == ["Player.room type-differs"]
        left_out = api.CompareSettings(classes={"Room": False, "Player": False})
        assert kinds(compare=left_out) == ["Hall class-undocumented", "Player class-undocumented"]

    def test_the_own_class_that_stands_in_for_a_model_may_be_elsewhere(self, project: Path) -> None:
        edited(project, "class Room(", "class Hall(")
        own = {"Room": ClassSettings(use="code:Hall")}
        (match, _) = api.compare(api.Config(docs="docs", classes=own), "code.py").matches
        assert match.evidence == "the configuration"

        head, _, player = CODE.partition("class Room(")
        player = player[player.index("class Player(") :]
        (project / "code.py").write_text(f"from acme.halls import Hall\n{head}{player}".replace(": Room", ": Hall"))
        assert kinds() == ["Room class-missing"]
        assert kinds(classes={"Room": ClassSettings(use="acme.halls:Hall")}) == []

    def test_an_exception_excuses_and_is_reported_once_nobody_needs_it(self, project: Path) -> None:
        edited(project, "seats: int", "seats: float")
        excuse = {"Room.seats": api.ExceptionSettings("We count halves.", ("type-looser",))}
        config = api.Config(docs="docs", compare=api.CompareSettings(exceptions=excuse))
        compared = api.compare(config, "code.py")
        assert (len(compared.differences), len(compared.excused)) == (0, 1)
        edited(project, "seats: int", "seats: int ")
        (finding,) = (
            diagnostic
            for diagnostic in api.compare(config, "code.py").diagnostics
            if diagnostic.code == "unneeded-exception"
        )
        assert finding.message == 'compare.exceptions has "Room.seats", and there is no such difference'

    def test_an_exception_has_a_reason(self, project: Path) -> None:
        excuse = {"Room.seats": api.ExceptionSettings()}
        with pytest.raises(api.ConfigError, match="expected a reason"):
            kinds(compare=api.CompareSettings(exceptions=excuse))


class TestForms:
    @pytest.fixture(autouse=True)
    def difference(self, project: Path) -> None:
        edited(project, "seats: int", "seats: str")

    def test_json_fits_its_schema(self, run: Run) -> None:
        document = json.loads(run("compare", "--with", "code.py", "--format", "json").out)
        schema = Path(api.__file__).parent / "reporting/schemas/differences.json"
        Draft202012Validator(json.loads(schema.read_text("utf-8"))).validate(document)
        assert document["differences"] == [
            {
                "kind": "type-differs",
                "class": "Room",
                "field": "seats",
                "docs": "integer",
                "code": "string",
                "docs_place": {"path": "docs/rooms.md", "line": 7},
                "code_place": {"path": "code.py", "line": 7},
                "severity": "error",
                "message": "Room.seats is integer in the docs, string in the code",
            }
        ]
        assert [match["evidence"] for match in document["matches"]] == ["the same name"] * 2

    def test_the_other_forms_have_both_places(self, run: Run) -> None:
        for form in ("text", "markdown", "html", "github", "sarif"):
            out = run("compare", "--with", "code.py", "--format", form).out
            for part in ("seats", "type-differs", "docs/rooms.md", "code.py"):
                assert part in out, (form, part)

    def test_names_of_a_schema_are_text_and_obey_nobody(self, project: Path, run: Run) -> None:
        """A name from the code cannot colour a terminal, call anybody in a comment, or be a command of a job."""
        name = "Ro\x1b[31mom | @you ::error::"
        schema = {
            "$defs": {name: {"type": "object", "required": ["roomId"], "properties": {"roomId": {}, "seats": {}}}}
        }
        (project / "schema.json").write_text(json.dumps(schema), "utf-8")
        for form in ("text", "markdown", "html", "github", "sarif", "json"):
            out = run("compare", "--with", "schema.json", "--format", form).out
            assert "\x1b" not in out
            if form == "markdown":
                assert " @you" not in out.replace("<code>", "").replace("&#64;", "")
            if form == "github":
                assert all(line.startswith("::") and "file=" in line for line in out.splitlines())

    def test_sarif_has_the_kinds_as_rules(self, run: Run) -> None:
        (log,) = json.loads(run("compare", "--with", "code.py", "--format", "sarif").out)["runs"]
        (result,) = log["results"]
        assert log["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "type-differs"
        assert result["level"] == "error"

    @pytest.mark.parametrize(
        ("fail_on", "status"), [("error", 1), ("warning", 1), ("note", 1), ("type-differs", 1), ("type-looser", 0)]
    )
    def test_what_fails(self, run: Run, fail_on: str, status: int) -> None:
        assert run("compare", "--with", "code.py", "--fail-on", fail_on).status == status
        assert run("compare", "--with", "code.py").status == 0


NAMES = ["room_id", "from_", "a1_b", "roomId", "x_1", "id", "HTTPServer", "room_2d", "kind_of_", "a__b", "url2_x"]


@pytest.mark.parametrize("name", NAMES)
def test_names_in_the_json_are_those_of_the_libraries(name: str) -> None:
    for spelling, made in (("to_camel", to_camel), ("to_pascal", to_pascal), ("to_snake", to_snake)):
        assert SPELLINGS[spelling](name) == made(name)
    for rename in ("camel", "pascal", "kebab", "lower", "upper"):
        struct = msgspec.defstruct("Struct", [(name, int)], rename=rename)
        assert SPELLINGS[rename](name) == struct.__struct_encode_fields__[0]
