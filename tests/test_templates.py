"""Templates of the user's: what docs/templates.md says about them, and the errors for those that cannot be used."""

from __future__ import annotations

import dataclasses
import importlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from docmodels.cli import main
from docmodels.markdown import Prose
from docmodels.targets.python import views

from tests.documentation import column, document, fences, section, tables
from tests.trees import DOCS, ROOT, files, importable

PAGE = document("docs/templates.md")
BUILT_IN = ROOT / "templates"

Configure = Callable[..., Path]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Configure:
    """Sets the current folder up with the example docs and with templates, and returns it."""

    def configure(**templates: str) -> Path:
        shutil.copytree(DOCS, tmp_path / "docs_in")
        (configuration,) = fences(PAGE, "toml")
        (tmp_path / "pyproject.toml").write_text(configuration, encoding="utf-8")
        (tmp_path / "templates").mkdir()
        for name, text in templates.items():
            (tmp_path / "templates" / f"{name}.py.jinja").write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return configure


class TestThePage:
    def test_lists_the_templates_that_there_are(self) -> None:
        (table,) = tables(PAGE, "Template")
        assert sorted(column(table, "Template")) == sorted({path.name for path in BUILT_IN.rglob("*.py.jinja")})

    @pytest.mark.parametrize(
        "view",
        [view for view in vars(views).values() if dataclasses.is_dataclass(view)],
        ids=lambda view: view.__name__,
    )
    def test_explains_what_a_view_has(self, view: type) -> None:
        explained = [
            column(table, "Attribute")
            for table, introduction in zip(tables(PAGE, "Attribute"), introductions(), strict=True)
            if f"`{view.__name__}`" in introduction
        ]
        assert [sorted(attributes) for attributes in explained] == [sorted(f.name for f in dataclasses.fields(view))]

    def test_makes_what_it_shows(self, project: Configure, capsys: pytest.CaptureFixture[str]) -> None:
        (template,) = fences(PAGE, "jinja")
        folder = project(object=template)
        assert main(["generate"]) == 0, capsys.readouterr().err

        (code,) = fences(PAGE, "python")
        assert (folder / "generated/models/shared/exposed_port.py").read_text(encoding="utf-8") == code

        with importable(folder / "generated"):
            models = importlib.import_module("generated.models.shared")
            line = '{"host":"1.proxy","name":"game","port":7777,"transportType":"udp"}'
            assert models.ExposedPort.from_line(line).model_dump_json() == line

    def test_shows_a_message_as_it_is(self, project: Configure, capsys: pytest.CaptureFixture[str]) -> None:
        project(module="class Mine: ...\n")
        assert main(["generate"]) == 2
        assert capsys.readouterr().err in fences(PAGE, "text")


def introductions() -> list[str]:
    """The paragraphs that say which view a table is about."""
    _, *others = (block for block in section(PAGE, "What a template gets").blocks if isinstance(block, Prose))
    return [block.source for block in others]


def generated(folder: Path) -> dict[str, bytes]:
    assert main(["generate", "--quiet"]) == 0
    return files(folder / "generated")


def test_copies_of_the_built_in_templates_make_the_same_files(project: Configure) -> None:
    copies = {
        path.name.removesuffix(".py.jinja"): path.read_text(encoding="utf-8")
        for folder in ("common", "pydantic")
        for path in (BUILT_IN / folder).iterdir()
    }
    folder = project(**copies)
    ours = generated(folder)
    shutil.rmtree(folder / "generated")
    (folder / "pyproject.toml").unlink()
    assert ours == generated(folder)


def test_a_template_replaces_the_one_of_its_name_and_no_other(project: Configure) -> None:
    folder = project()
    before = generated(folder)
    own = "\n{{ declaration.statement }}"
    (folder / "templates" / "alias.py.jinja").write_text(own, encoding="utf-8")
    after = generated(folder)
    changed = {path for path in before if before[path] != after[path]}
    assert {"models/shared/billed_resource.py", "models/shared/room_config.py"} <= changed
    assert all(b" = " in after[path] for path in changed)
    assert before["models/shared/billed_resource.py"].startswith(after["models/shared/billed_resource.py"].rstrip())


def test_a_template_may_use_others_of_its_folder(project: Configure) -> None:
    folder = project(
        module="{{ mark }}\n{% include 'license.py.jinja' %}\n"
        "{% for declaration in module.declarations %}{% include declaration.template %}\n{% endfor %}",
        license="# (c) Grotto Games\n",
        object="{{ declaration.name }} = dict",
    )
    module = generated(folder)["models/shared/amount.py"]
    assert module == b"# Generated by docmodels. Do not edit.\n# (c) Grotto Games\nAmount = dict\n"


def test_the_output_is_formatted(project: Configure) -> None:
    folder = project(module="{{ mark }}\n\n\n\n\n{{ module.declarations[0].name }}='{}' .format( 1,)\n\n")
    module = generated(folder)["models/shared/amount.py"]
    assert module == b'# Generated by docmodels. Do not edit.\n\n\nAmount = "{}".format(\n    1,\n)\n'


@pytest.mark.parametrize(
    ("template", "message"),
    [
        pytest.param("{{ mark }}\n{{ modul.name }}", "cannot be used: 'modul' is undefined", id="a name"),
        pytest.param("{{ mark }}\n{{ module.name }}", "has no attribute 'name'", id="an attribute"),
        pytest.param("{{ mark }}\n{% if %}", "cannot be used: line 2: Expected an expression", id="Jinja"),
        pytest.param("{{ mark }}\n{{ 1 / 0 }}", "cannot be used: division by zero", id="arithmetic"),
        pytest.param("{% extends 'module.py.jinja' %}", "cannot be used: maximum recursion depth", id="itself"),
        pytest.param("{{ mark }}\n{% include 'lost.jinja' %}", "cannot be used: lost.jinja", id="an include"),
        pytest.param("{{ mark }}\nclass :\n", "makes no Python: cannot parse", id="Python"),
        pytest.param('{{ mark }}\n"""\n', "makes no Python: cannot parse", id="a string without an end"),
        pytest.param("# mine\n{{ mark }}\n", "does not begin with {{ mark }}", id="another first line"),
        pytest.param("{{ mark }} (mine)\n", "does not begin with {{ mark }}", id="more in the first line"),
        pytest.param("", "does not begin with {{ mark }}", id="nothing"),
    ],
)
@pytest.mark.parametrize("command", ["generate", "check"])
def test_a_template_that_cannot_be_used_ends_the_run(
    project: Configure, capsys: pytest.CaptureFixture[str], command: str, template: str, message: str
) -> None:
    folder = project(module=template)
    assert main([command]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("docmodels: error: the template module.py.jinja ")
    assert message in err
    assert err.count("\n") == 1
    assert not (folder / "generated").exists()


def test_an_error_names_the_template_that_fails(project: Configure, capsys: pytest.CaptureFixture[str]) -> None:
    """It is included by another one, which is sound."""
    project(object="{{ declaration.nothing }}")
    assert main(["generate"]) == 2
    assert "the template object.py.jinja cannot be used" in capsys.readouterr().err


def test_what_stood_there_stays_when_a_template_cannot_be_used(project: Configure) -> None:
    folder = project()
    before = generated(folder)
    (folder / "templates" / "model.py.jinja").write_text("{{ mark", encoding="utf-8")
    assert main(["generate"]) == 2
    assert files(folder / "generated") == before
