"""docs/ci.md: its recipes are run as they are, but for what takes a server or a network.

pre-commit and hatch have tests of their own, as they are more than a recipe: test_pre_commit.py, test_hatch.py.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest
import yaml
from docmodels.cli import main

from tests.documentation import ROOT, column, document, fences, recipe, tables
from tests.processes import Ended, ended
from tests.trees import DOCS, docmodels


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose models belong to its docs, as servers check it out: what it is merged into, and what is merged."""
    project = tmp_path_factory.mktemp("committed")
    shutil.copytree(DOCS / "Models", project / "docs_in/Models")
    # The pages show too little JSON; that is a finding, but none about the recipes.
    settings = '[tool.docmodels.ignore]\n"*" = ["unknown-wire-case"]\n'
    (project / "pyproject.toml").write_text(settings, encoding="utf-8")
    assert docmodels("generate", cwd=project).status == 0
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.com")
    assert run(project, "git", "init", "--quiet").status == 0
    for message in ("What it is merged into", "What is merged"):
        (project / "message").write_text(message, encoding="utf-8")
        assert run(project, "git", "add", "--all").status == 0
        assert run(project, *git, "commit", "--quiet", "--message", message).status == 0
    return project


@pytest.fixture
def project(committed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(committed, tmp_path / "project"))


def rename_a_field(project: Path, page: str = "Amount", old: str = "Currency", new: str = "Coin") -> None:
    """Change the docs, and forget about the models."""
    file = project / f"docs_in/Models/Shared/{page}.md"
    text = file.read_text(encoding="utf-8")
    assert f"`{old}`" in text
    file.write_text(text.replace(f"`{old}`", f"`{new}`"), encoding="utf-8")


def run(folder: Path, *command: str | Path) -> Ended:
    """Run a command with the scripts of the running environment in reach."""
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
    # Not the settings of the `make test` or the tox that runs this.
    env = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "TOX"))}
    return ended(command, folder, {**env, "PATH": path})


SERVERS = [("GitHub Actions", 0), ("GitHub Actions", 1), ("GitHub Actions", 2), ("GitLab CI", 0)]
NIGHTLY = ("Nightly", 0)  # run in test_nightly.py


@pytest.mark.tools
class TestTheServers:
    """What they run is run; the schemas that they publish check the files."""

    @pytest.mark.parametrize(("heading", "index"), [*SERVERS, NIGHTLY])
    def test_understand_the_recipe(self, heading: str, index: int, tmp_path: Path) -> None:
        schema = {
            "GitHub Actions": "vendor.github-workflows",
            "Nightly": "vendor.github-workflows",
            "GitLab CI": "vendor.gitlab-ci",
        }[heading]
        file = tmp_path / "recipe.yml"
        file.write_text(recipe(heading, "yaml", index), encoding="utf-8")
        done = run(tmp_path, sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, file)
        assert done == Ended(0, "ok -- validation done\n")

    @pytest.mark.parametrize(("heading", "index"), SERVERS)
    def test_pass_models_that_belong_to_the_docs(self, heading: str, index: int, server: Path) -> None:
        for script in scripts(heading, index):
            assert run(server, "bash", "-ec", script).status == 0, script

    def test_fail_where_they_do_not_and_say_which(self, server: Path) -> None:
        rename_a_field(server)
        checks = (scripts("GitHub Actions", 0)[0], scripts("GitLab CI", 0)[0])
        assert [run(server, "bash", "-ec", check).status for check in checks] == [1, 1]
        github, gitlab = (run(server, "bash", "-ec", check).out for check in checks)
        assert "\n::error file=generated,title=out-of-date::" in github
        assert "write   generated/models/shared/amount.py\n" in gitlab

    def test_fail_for_changes_that_break_code(self, server: Path) -> None:
        rename_a_field(server)
        assert run(server, "docmodels", "generate").status == 0
        check, changes = scripts("GitHub Actions", 0)
        assert run(server, "bash", "-ec", check).status == 0
        assert run(server, "bash", "-ec", changes).status == 1
        assert "currency" in (server / "summary.md").read_text(encoding="utf-8")
        check, changes = scripts("GitLab CI", 0)
        assert run(server, "bash", "-ec", check).status == 0
        assert run(server, "bash", "-ec", changes).status == 1

    def test_tell_changes_in_a_comment(self, server: Path) -> None:
        rename_a_field(server)
        (script,) = scripts("GitHub Actions", 1)
        assert run(server, "bash", "-ec", script).status == 0
        commands = (server / "gh.log").read_text(encoding="utf-8")
        assert commands.startswith("pr comment 7 --edit-last --create-if-none --body-file changes.md\n")
        assert "currency" in commands

    def test_keep_findings_that_are_json(self, server: Path) -> None:
        rename_a_field(server)
        (script,) = scripts("GitHub Actions", 2)
        assert run(server, "bash", "-ec", script).status == 1
        (log,) = json.loads((server / "docmodels.sarif").read_text(encoding="utf-8"))["runs"]
        assert [result["ruleId"] for result in log["results"]] == ["out-of-date"]


@pytest.fixture
def server(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project with what servers tell; `gh`, which is theirs, writes down its arguments."""
    (project / "bin").mkdir()
    gh = project / "bin/gh"
    gh.write_text('#!/bin/sh\necho "$@" > gh.log\ncat changes.md >> gh.log\n', encoding="utf-8")
    gh.chmod(0o755)
    monkeypatch.setenv("PATH", str(project / "bin"), prepend=os.pathsep)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project / "summary.md"))
    monkeypatch.setenv("NUMBER", "7")
    monkeypatch.setenv("CI_MERGE_REQUEST_DIFF_BASE_SHA", run(project, "git", "rev-parse", "HEAD^").out.strip())
    return project


def scripts(heading: str, index: int) -> list[str]:
    """What the jobs of a recipe run, less the installation, which must be that of this project."""
    jobs = yaml.safe_load(recipe(heading, "yaml", index))
    problems = []
    for job in jobs.get("jobs", jobs).values():
        lines = job["script"] if "script" in job else [step["run"] for step in job["steps"] if "run" in step]
        assert lines[0] == f"pip install {project_table()['name']}"
        problems.append("\n".join(lines[1:]))
    return problems


def project_table() -> dict[str, object]:
    table: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


@pytest.mark.tools
class TestMake:
    @pytest.fixture(autouse=True)
    def _makefile(self, project: Path) -> None:
        """Both parts of the recipe are one file."""
        makefile = recipe("Make", "make") + recipe("Make", "make", 1)
        (project / "Makefile").write_text(makefile, encoding="utf-8")

    def test_writes_the_models_by_default(self, project: Path) -> None:
        rename_a_field(project)
        assert run(project, "make").status == 0
        assert "    coin: " in (project / "generated/models/shared/amount.py").read_text(encoding="utf-8")

    def test_checks_them(self, project: Path) -> None:
        assert run(project, "make", "check-models").status == 0
        rename_a_field(project)
        failed = run(project, "make", "check-models")
        assert failed.status != 0
        assert "write   generated/models/shared/amount.py\n" in failed.out

    def test_makes_again_only_what_depends_on_a_module_that_has_changed(self, project: Path) -> None:
        schema = project / "build/schema.json"
        assert run(project, "make", "build/schema.json").status == 0
        made = schema.stat().st_mtime_ns

        rename_a_field(project)
        assert run(project, "make", "build/schema.json").status == 0
        assert schema.stat().st_mtime_ns == made

        rename_a_field(project, "Room", "CreatedBy", "Creator")
        assert run(project, "make", "build/schema.json").status == 0
        assert "creator" in schema.read_text(encoding="utf-8")


@pytest.mark.tools
def test_tox_checks_and_hands_options_on(project: Path) -> None:
    """docmodels is the one that is running: installing it would take half a minute."""
    (project / "tox.ini").write_text(recipe("tox", "ini"), encoding="utf-8")
    running = ("-x", "testenv:models.deps=", "-x", "testenv:models.allowlist_externals=docmodels")
    tox = (sys.executable, "-m", "tox", "run", *running, "-e", "models")
    assert run(project, *tox, "--", "--strict").status == 0
    rename_a_field(project)
    failed = run(project, *tox)
    assert failed.status == 1
    assert "write   generated/models/shared/amount.py\n" in failed.out
    assert "docmodels check --strict" in run(project, *tox, "--", "--strict").out


def test_watch_is_an_option_and_an_extra(capsys: pytest.CaptureFixture[str]) -> None:
    """What it does is shown in test_watch.py."""
    install, generate = recipe("Watch", "console").removeprefix("$ ").strip().split("\n$ ")
    extras = project_table()["optional-dependencies"]
    assert isinstance(extras, dict)
    assert "watch" in extras
    assert shlex.split(install) == ["pip", "install", "docmodels[watch]"]
    program, command, option = generate.split()
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert f"[{option}]" in capsys.readouterr().out.replace(" | ", "] [")
    assert program == "docmodels"


def test_every_recipe_is_tried() -> None:
    """A kind of recipe that no test knows would be one that nobody has run."""
    page = document("docs/ci.md")
    tried = {"yaml": 7, "make": 2, "ini": 1, "console": 1, "toml": 1}
    assert {info: len(fences(page, info)) for info in tried} == tried
    blocks = [block for section in page.sections for block in section.blocks if hasattr(block, "info")]
    assert len(blocks) == sum(tried.values())


GH = """\
#!/bin/sh
echo "gh $*" >> "$RUNNER_TEMP/gh.log"
case "$*" in
  *--jq*) cat "$RUNNER_TEMP/comments" ;;
  *body=@*) [ ! -e "$RUNNER_TEMP/forbidden" ] ;;
esac
"""


@pytest.mark.tools
class TestTheAction:
    """Its scripts, with what GitHub tells them; `gh` is one that writes down its arguments."""

    @pytest.fixture
    def action(self, server: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        (server / "bin/gh").write_text(GH, encoding="utf-8")
        (server / "temp").mkdir()
        (server / "temp/comments").touch()
        inputs = {
            "CONFIG": "",
            "PACKAGE": "",
            "STRICT": "false",
            "BASE": "",
            "FAIL_ON": "",
            "COMMENT": "true",
            "NUMBER": "7",
        }
        for name, value in inputs.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("RUNNER_TEMP", str(server / "temp"))
        monkeypatch.setenv("GITHUB_OUTPUT", str(server / "output"))
        monkeypatch.setenv("GITHUB_REPOSITORY", "acme/rooms")
        return server

    def test_fits_the_schema_and_documents_each_input(self) -> None:
        command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml")
        assert run(ROOT, *command) == Ended(0, "ok -- validation done\n")
        inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
        (table,) = tables(document("docs/ci.md"), "Input")
        assert list(column(table, "Input")) == list(inputs)
        given = yaml.safe_load(recipe("The action", "yaml"))["jobs"]["models"]["steps"][1]["with"]
        assert set(given) <= set(inputs)

    def test_no_input_is_part_of_a_script(self) -> None:
        steps = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"]
        assert not [step["run"] for step in steps if "${{" in step.get("run", "")]

    def test_check_reports_findings_in_both_forms(self, action: Path) -> None:
        assert run(action, "bash", ROOT / "action/check.sh").status == 0
        rename_a_field(action)
        done = run(action, "bash", ROOT / "action/check.sh")
        assert done.status == 1
        assert "::error file=generated,title=out-of-date::" in done.out
        log = json.loads((action / "temp/docmodels.sarif").read_text("utf-8"))
        assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["out-of-date"]
        assert f"sarif={action}/temp/docmodels.sarif\n" in (action / "output").read_text("utf-8")

    def test_the_review_is_one_comment(self, action: Path) -> None:
        rename_a_field(action)
        assert run(action, "bash", ROOT / "action/review.sh").status == 0
        log = (action / "temp/gh.log").read_text("utf-8").splitlines()[-1]
        assert "--method POST repos/acme/rooms/issues/7/comments --field body=@" in log
        review = (action / "temp/docmodels-review.md").read_text("utf-8")
        assert review.startswith("<!-- docmodels: review -->\n")
        assert "currency" in review
        assert "currency" in (action / "summary.md").read_text("utf-8")
        (action / "temp/comments").write_text("41\n42\n", "utf-8")
        assert run(action, "bash", ROOT / "action/review.sh").status == 0
        log = (action / "temp/gh.log").read_text("utf-8").splitlines()[-1]
        assert "--method PATCH repos/acme/rooms/issues/comments/41 --field body=@" in log

    def test_the_review_fails_where_it_is_to_and_no_comment_is_no_failure(
        self, action: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rename_a_field(action)
        (action / "temp/forbidden").touch()
        done = run(action, "bash", ROOT / "action/review.sh")
        assert done.status == 0
        assert "::warning title=docmodels::" in done.out
        monkeypatch.setenv("FAIL_ON", "breaking")
        assert run(action, "bash", ROOT / "action/review.sh").status == 1

    @pytest.mark.parametrize(
        ("script", "name", "value"),
        [
            ("check", "STRICT", "yes"),
            ("check", "CONFIG", "--out=/"),
            ("check", "CONFIG", "none.toml"),
            ("check", "PACKAGE", "$(touch bad)"),
            ("check", "PACKAGE", "none"),
            ("review", "COMMENT", "$(touch bad)"),
            ("review", "FAIL_ON", "any --docs /"),
            ("review", "FAIL_ON", "`touch bad`"),
            ("review", "NUMBER", "7/../8"),
            ("review", "BASE", "--descriptions"),
            ("review", "BASE", "no;touch bad"),
        ],
    )
    def test_inputs_are_checked(
        self, action: Path, monkeypatch: pytest.MonkeyPatch, script: str, name: str, value: str
    ) -> None:
        monkeypatch.setenv(name, value)
        done = run(action, "bash", ROOT / f"action/{script}.sh")
        assert done.status == 2
        assert "error" in done.out
        assert not (action / "bad").exists()
        assert not (action / "temp/gh.log").exists()


class TestTheRepository:
    """The workflows and forms of docmodels itself."""

    @pytest.mark.tools
    @pytest.mark.parametrize(
        ("schema", "pattern"),
        [
            ("vendor.github-workflows", "workflows/*.yml"),
            ("vendor.github-issue-forms", "ISSUE_TEMPLATE/[!c]*.yml"),
            ("vendor.github-issue-config", "ISSUE_TEMPLATE/config.yml"),
        ],
    )
    def test_fit_the_schemas(self, schema: str, pattern: str) -> None:
        files = sorted((ROOT / ".github").glob(pattern))
        assert files
        done = run(ROOT, sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files)
        assert done == Ended(0, "ok -- validation done\n")

    @pytest.mark.tools
    def test_have_no_holes(self) -> None:
        """zizmor finds unpinned actions, templates in scripts, and permissions that are too wide."""
        if not (zizmor := shutil.which("zizmor", path=sysconfig.get_path("scripts"))):
            pytest.skip("zizmor is not installed")
        done = run(ROOT, zizmor, "--offline", "--no-progress", "--quiet", ".github", "action.yml")
        assert done.status == 0, done.out

    def test_test_every_python_that_the_project_names(self) -> None:
        classifiers = project_table()["classifiers"]
        assert isinstance(classifiers, list)
        pythons = [
            name.rpartition(" ")[2] for name in classifiers if name.startswith("Programming Language :: Python :: 3.")
        ]
        workflows = {
            name: yaml.safe_load((ROOT / f".github/workflows/{name}.yml").read_text("utf-8"))
            for name in ("ci", "release")
        }
        assert workflows["ci"]["jobs"]["ci"]["strategy"]["matrix"]["python"] == pythons
        assert workflows["release"]["jobs"]["test"]["strategy"]["matrix"]["python"] == pythons

    def test_publish_what_was_tested_alone(self) -> None:
        jobs = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text("utf-8"))["jobs"]
        assert jobs["publish"]["needs"] == ["build", "test"]
        assert jobs["publish"]["permissions"] == {"id-token": "write"}
        assert jobs["publish"]["if"] == "github.event_name == 'push'"
