"""The build hook for hatchling: a small project, set up as docs/ci.md shows, is built and what comes out is used.

The builds run in the environment of the tests, as docmodels must be installed to be built with.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.documentation import recipe
from tests.trees import DOCS, ROOT

pytestmark = pytest.mark.tools

ROOM = "models/shared/room.py"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project of the documentation; its models are not committed."""
    root = tmp_path / "project"
    shutil.copytree(DOCS, root / "docs_in")
    write(root / "pyproject.toml", recipe("hatch", "toml"))
    write(root / "src/acme/__init__.py", "")
    write(root / ".gitignore", "/src/acme/models/\n/generated/\n")
    return root


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    write(file, text.replace(old, new))


def run(*command: str | Path, cwd: Path, fails: bool = False, **env: str | Path) -> str:
    """What a command printed, which must end as expected."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**{k: v for k, v in os.environ.items() if k != "FORCE_COLOR"}, **{k: str(v) for k, v in env.items()}},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode != 0) == fails, done.stdout
    return done.stdout


def build(project: Path, *options: str, fails: bool = False) -> str:
    """Build an sdist, and from it a wheel, unless options say otherwise."""
    return run(sys.executable, "-m", "build", "--no-isolation", *options, cwd=project, fails=fails)


def wheel(project: Path) -> Path:
    (built,) = (project / "dist").glob("*.whl")
    return built


def packed(project: Path) -> set[str]:
    """The files of the wheel, less what describes it."""
    names = ZipFile(wheel(project)).namelist()
    assert len(names) == len(set(names))
    return {name for name in names if ".dist-info/" not in name}


def models(package: str) -> set[str]:
    """The files that the models of the example docs consist of, in a package."""
    generated = ROOT / "generated"
    paths = (path for path in generated.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {f"{package}/{path.relative_to(generated).as_posix()}" for path in paths}


def test_models_that_git_ignores_are_in_the_wheel_and_can_be_used(project: Path, tmp_path: Path) -> None:
    pages = len(list((ROOT / "docs_in").rglob("*.md")))
    assert f"docmodels: {pages} pages: " in build(project)
    assert packed(project) == {"acme/__init__.py", *models("acme/models")}

    site = tmp_path / "site"
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps")
    run(*pip, "--target", site, wheel(project), cwd=tmp_path)
    use = "from acme.models.models.shared import Amount; print(Amount(amount=5, currency='EUR').amount_value)"
    assert run(sys.executable, "-c", use, cwd=tmp_path, PYTHONPATH=site) == "5\n"


def test_an_sdist_holds_the_models_and_needs_no_docs(project: Path) -> None:
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('\n[tool.hatch.build.targets.sdist]\nexclude = ["docs_in"]\n')
    build(project)
    with tarfile.open(project / "dist/acme-1.0.0.tar.gz") as sdist:
        names = {name.removeprefix("acme-1.0.0/") for name in sdist.getnames()}
    assert models("src/acme/models") <= names
    assert not any(name.startswith("docs_in") for name in names)
    assert models("acme/models") <= packed(project)


def test_models_beside_the_package_are_packed_too(project: Path) -> None:
    """hatchling would select nothing but the package that is named like the project."""
    replace(project / "pyproject.toml", 'out = "src/acme/models"', 'out = "generated"')
    build(project, "--wheel")
    assert packed(project) == {"acme/__init__.py", *models("generated")}


def test_a_package_may_be_nothing_but_models(project: Path) -> None:
    (project / "src/acme/__init__.py").unlink()
    replace(project / "pyproject.toml", 'out = "src/acme/models"', 'out = "src/acme"')
    write(project / ".gitignore", "/src/\n")
    build(project)
    assert packed(project) == models("acme")


def test_an_editable_install_leads_to_models_and_copies_none(project: Path) -> None:
    (project / "src/acme/__init__.py").unlink()
    replace(project / "pyproject.toml", 'out = "src/acme/models"', 'out = "src/acme"')
    write(project / ".gitignore", "/src/\n")
    (project / "dist").mkdir()
    run(sys.executable, "-c", "from hatchling.build import build_editable; build_editable('dist')", cwd=project)
    assert (project / "src/acme" / ROOM).is_file()
    (link,) = packed(project)
    assert ZipFile(wheel(project)).read(link).decode() == str(project / "src")


def test_docs_with_errors_fail_the_build_and_say_why(project: Path) -> None:
    page = project / "docs_in/Models/Shared/Amount.md"
    page.write_bytes(b"# Caf\xe9\n")
    message = build(project, "--wheel", fails=True)
    assert "docs_in/Models/Shared/Amount.md:1:6: error[not-utf8]: the byte 0xe9 is not UTF-8 text\n" in message
    assert "Traceback" not in message
    assert not list(project.glob("dist/*"))


@pytest.mark.parametrize("strict", [False, True])
def test_warnings_fail_a_strict_build(project: Path, strict: bool) -> None:
    replace(project / "docs_in/Models/Shared/Amount.md", "*string*", "*strng*")
    if strict:
        replace(project / "pyproject.toml", "[tool.docmodels]", "[tool.docmodels]\nstrict = true")
    assert "warning[unknown-type]" in build(project, "--wheel", fails=strict)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"docs_in"', '"nowhere"', 'error: no docs folder "nowhere"; '),
        ('"src/acme/models"', '"../models"', "is not inside of the project\n"),
        ('"src/acme/models"', '"."', "is not inside of the project\n"),
        (
            "[tool.hatch.build.hooks.docmodels]",
            '[tool.hatch.build.hooks.docmodels]\nout = "here"',
            "docmodels: error: out: the build hook has no such setting, it belongs in [tool.docmodels]\n",
        ),
    ],
)
def test_a_wrong_configuration_fails_the_build(project: Path, old: str, new: str, message: str) -> None:
    replace(project / "pyproject.toml", old, new)
    output = build(project, "--wheel", fails=True)
    assert message in output
    assert "Traceback" not in output
