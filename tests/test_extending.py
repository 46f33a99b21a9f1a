"""A family, a flavour and a human language from outside, as docs/adding.md shows them."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from docmodels.config import Config, ConfigError
from docmodels.config.installed import Extensions, all_entry_points
from docmodels.families import BUILT_IN, Family, claims
from docmodels.families.guarded import guarded
from docmodels.limits import TEXT_CHARACTERS
from docmodels.markdown import Fence, read_page
from docmodels.pipeline.build import generate
from docmodels.tables import lexicon
from docmodels.targets.python import Flavour
from docmodels.targets.python import flavours as python_flavours

from tests.documentation import document, section

PAGE = document("docs/adding.md")


def fences(heading: str, info: str) -> Sequence[str]:
    """What the fences of a kind below a heading of the page hold, each line with its end."""
    blocks = section(PAGE, heading).blocks
    return [f"{block.text}\n" for block in blocks if isinstance(block, Fence) and block.info == info]


# -- a package --


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with the one of the page, installed by pip."""
    project, site = tmp_path_factory.mktemp("acme-docs"), tmp_path_factory.mktemp("site")
    texts = {
        "pyproject.toml": fences("A package", "toml")[0],
        "record_sheets/__init__.py": fences("A family", "python")[0],
        "plain/__init__.py": fences("A flavour", "python")[0],
        **dict(zip(("plain/module.py.jinja", "plain/package.py.jinja"), fences("A flavour", "jinja"), strict=True)),
    }
    for path, text in texts.items():
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    command = ["install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--target", site, project]
    subprocess.run([sys.executable, "-m", "pip", *map(str, command)], check=True)
    return site


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The docs of the page, and one page of another family."""
    docs = tmp_path / "docs_in"
    docs.mkdir()
    (docs / "host.md").write_text(fences("A family", "markdown")[0], encoding="utf-8")
    table = "| Field | Type | Required |\n| ----- | ---- | -------- |\n| `name` | *string* | :heavy_check_mark: |\n"
    (docs / "Region.md").write_text(f"# Region\n\n## Fields\n\n{table}", encoding="utf-8")
    return docs


def run(site: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command in an environment that has the packages of a folder, too."""
    environment = {**os.environ, "PYTHONPATH": str(site), "XDG_CACHE_HOME": str(folder / "cache")}
    command = [sys.executable, "-m", "docmodels", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("again", [False, True], ids=["cold", "again"])
def test_an_installed_family_reads_its_pages_and_no_other(site: Path, docs: Path, again: bool) -> None:
    for _ in range(1 + again):
        done = run(site, docs.parent, "generate")
        assert (done.returncode, done.stderr.splitlines()[-1][:8]) == (0, "2 pages:")
    assert (docs.parent / "generated/host.py").read_text(encoding="utf-8") == fences("A family", "python")[1]
    assert (docs.parent / "generated/region.py").is_file()


def test_an_installed_flavour_writes_classes(site: Path, docs: Path) -> None:
    assert run(site, docs.parent, "generate", "--flavour", "plain").returncode == 0
    assert (docs.parent / "generated/host.py").read_text(encoding="utf-8") == fences("A flavour", "python")[1]
    command = [sys.executable, "-c", "import generated.host"]
    assert subprocess.run(command, cwd=docs.parent, capture_output=True, check=False).returncode == 0


def test_a_change_of_a_familys_code_counts(site: Path, docs: Path) -> None:
    run(site, docs.parent, "generate")
    code = site / "record_sheets/__init__.py"
    text = code.read_text(encoding="utf-8")
    try:
        code.write_text(text.replace('{"text": STRING', '{"text": INTEGER'), encoding="utf-8")
        run(site, docs.parent, "generate")
    finally:
        code.write_text(text, encoding="utf-8")
    assert "room_id: Annotated[int," in (docs.parent / "generated/host.py").read_text(encoding="utf-8")


def test_without_the_package_nothing_of_it_is_there(docs: Path, tmp_path: Path) -> None:
    done = run(tmp_path, docs.parent, "generate", "--flavour", "plain")
    assert done.returncode == 2
    assert '--flavour: expected "pydantic", "typeddict", "msgspec" or "dataclass", got "plain"' in done.stderr


# -- what is wrong --


def install(folder: Path, group: str, code: str, name: str = "odd", distribution: str = "odd-docs") -> None:
    """Install a package of one module, `odd`, with one entry point."""
    info = folder / f"{distribution.replace('-', '_')}-2.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 2.0\n")
    (info / "entry_points.txt").write_text(f"[{group}]\n{name} = odd:ODD\n")
    (folder / "odd.py").write_text(code)


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of packages that this process imports from."""
    folder = tmp_path / "packages"
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, "odd", raising=False)
    all_entry_points.cache_clear()
    yield folder
    all_entry_points.cache_clear()


def families() -> Extensions[Family]:
    importlib.invalidate_caches()
    return Extensions("family", "docmodels.families", BUILT_IN, guarded)


FAMILY = """
class Reader:
    notation = None
class ODD:
    name, languages = "odd", ()
    def claim(self, page): return None
    def settle(self, claims, language=""): return Reader()
"""


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import nothing_like_it", "cannot be loaded: ModuleNotFoundError: No module named 'nothing_like_it'"),
        ("", "cannot be loaded: AttributeError: module 'odd' has no attribute 'ODD'"),
        ("1 +", "cannot be loaded: SyntaxError: invalid syntax (odd.py, line 1)"),
        ("ODD = 1", "is no family: it needs the methods claim and settle"),
        (FAMILY.replace('"odd"', '"even"'), "has another name in its code: 'even'"),
        (FAMILY.replace(", ()", ", None"), "is no family: languages must be a tuple of texts"),
    ],
)
def test_a_family_that_is_none_names_its_package(packages: Path, code: str, message: str) -> None:
    install(packages, "docmodels.families", code)
    with pytest.raises(ConfigError) as caught:
        families()["odd"]
    assert str(caught.value) == f'the family "odd" of odd-docs 2.0 {message}'


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (FAMILY.replace("return None", "return 1 / 0"), "cannot claim a.md: ZeroDivisionError: division by zero"),
        (FAMILY.replace("return None", "return 7"), "claims a.md with int, not with Claim"),
        (FAMILY, "cannot settle: TypeError: odd.Reader has no key: only frozen dataclasses and plain values have"),
        (FAMILY.replace("Reader()\n", "None\n"), "cannot settle: AttributeError: 'NoneType' object has no attribute"),
    ],
)
def test_a_family_that_fails_names_its_package(packages: Path, code: str, message: str) -> None:
    install(packages, "docmodels.families", code)
    family = families()["odd"]
    page, _ = read_page("a.md", b"# A\n", TEXT_CHARACTERS)
    assert page is not None
    with pytest.raises(ConfigError) as caught:
        claims(page, [family]) or family.settle({})
    assert str(caught.value).startswith(f'the family "odd" of odd-docs 2.0 {message}')


@pytest.mark.parametrize(("name", "other"), [("sdk", "docmodels"), ("odd", "even-docs 2.0")])
def test_two_families_of_one_name_are_refused(packages: Path, name: str, other: str) -> None:
    install(packages, "docmodels.families", FAMILY, name)
    if name == "odd":
        install(packages, "docmodels.families", FAMILY, name, "even-docs")
    with pytest.raises(ConfigError) as caught:
        list(families())
    assert str(caught.value) == f'the family "{name}" of odd-docs 2.0 has the name of a family of {other}'


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("ODD = 1", "is no Flavour, but int"),
        (
            "from docmodels.extending.flavours import Flavour\nODD = Flavour('odd', {}, present=None)",
            "has no folder of templates: None",
        ),
    ],
)
def test_a_flavour_that_is_none_names_its_package(packages: Path, code: str, message: str) -> None:
    install(packages, "docmodels.flavours", code)
    importlib.invalidate_caches()
    extensions: Extensions[Flavour] = Extensions(
        "flavour", "docmodels.flavours", python_flavours.BUILT_IN, python_flavours._guarded
    )
    with pytest.raises(ConfigError) as caught:
        extensions["odd"]
    assert str(caught.value) == f'the flavour "odd" of odd-docs 2.0 {message}'


def test_the_command_says_which_package_is_wrong(packages: Path, docs: Path) -> None:
    install(packages, "docmodels.families", "ODD = 1")
    done = run(packages, docs.parent, "generate")
    assert (done.returncode, done.stdout) == (2, "")
    assert 'the family "odd" of odd-docs 2.0 is no family' in done.stderr
    assert run(packages, docs.parent, "--version").returncode == 0


# -- a human language --


def test_a_human_language_is_one_file_of_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, expected = fences("A human language", "python")
    (page,) = fences("A human language", "markdown")
    outside = tmp_path / "languages"
    outside.mkdir()
    (outside / "eo.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(lexicon, "__path__", [*lexicon.__path__, str(outside)])
    importlib.invalidate_caches()
    docs, out = tmp_path / "docs_in", tmp_path / "generated"
    docs.mkdir()
    (docs / "room.md").write_text(page, encoding="utf-8")
    result = generate(Config(docs=docs, out=out))
    assert result.diagnostics == ()
    assert (out / "room.py").read_text(encoding="utf-8") == expected
