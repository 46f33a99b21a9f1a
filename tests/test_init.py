"""`docmodels init`: what it says about a docs folder, and what it writes into pyproject.toml and leaves as it was."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from docmodels.cli import init
from docmodels.config import Config, load
from docmodels.config.pyproject import add_table
from docmodels.pipeline.understand import Understanding, understand
from hypothesis import given
from hypothesis import strategies as st

from tests.golden.pages import all_cases
from tests.trees import CORPORA, DOCS, Done, Run, corpus, files, tables, understood

GREETING = """\
# Greeting

## Fields

| Field      | Type         | Required           | Example             |
| ---------- | ------------ | ------------------ | ------------------- |
| `Text`     | *string*     | :heavy_check_mark: |                     |
| `SpokenAt` | *LocalDate*  | :heavy_minus_sign: |                     |
| `Tone`     | [Tone](T.md) | :heavy_minus_sign: |                     |
"""
TONE = "# Tone\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `Loud` | loud |\n"
GUIDE = "# How to greet\n\nSay hello.\n"
TABLE = """\
[tool.docmodels]
docs = "docs"
out = "generated"
language = "csharp"
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with two models and a guide in docs/, and without a pyproject.toml."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    write("docs/Greeting.md", GREETING)
    write("docs/T.md", TONE)
    write("docs/Guide.md", GUIDE)
    return tmp_path


def write(path: str, content: str | bytes) -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


WARNING = """\
docs/Greeting.md:7:3: warning[unknown-wire-case]: the docs do not show how the JSON spells names; camelCase is a guess
   7 | | `Text`     | *string*     | :heavy_check_mark: |                     |
     |   ^^^^^^
   help: Set wire_case to "camel", "snake" or "as_written" in [tool.docmodels], or add recordings.
"""


def settings() -> Any:
    return tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["docmodels"]


CASES = tuple(case for case in all_cases() if any(name.startswith("docs/") for name in case.inputs))


@pytest.mark.parametrize("page", sorted({case.page.stem for case in CASES}))
def test_it_copes_with_the_docs_of_each_golden_case(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    """It has counted each table, and each line that it proposes wins a table and has no heading that the docs lack."""
    understandings: list[Understanding] = []

    def recorded(*arguments: Any, **named: Any) -> Understanding:
        understandings.append(understand(*arguments, **named))
        return understandings[-1]

    monkeypatch.setattr(init, "understand", recorded)
    for case in (case for case in CASES if case.page.stem == page):
        folder = tmp_path / case.name
        folder.mkdir(parents=True)
        monkeypatch.chdir(folder)
        for path, content in case.inputs.items():
            if path.startswith("docs/"):
                write(path, content)
        understandings.clear()
        done = run("init", "--docs", "docs")
        assert done.status in (0, 1), f"{case.name}: {done.err}"
        assert len(understandings[0].docs.census) == tables(Path("docs")), case.name
        proposed = "\n".join(re.findall(r"^(?:\[\[tool\.docmodels\.tables\]\]|columns = .*)$", done.out, re.MULTILINE))
        if proposed:
            with open("pyproject.toml", "a", encoding="utf-8") as file:
                file.write(f"\n{proposed}\n")
            assert "unmatched-setting" not in run("generate").err, case.name


# -- what it says --


def test_it_says_what_it_found_and_what_it_wrote(project: Path, run: Run) -> None:
    assert run("init") == Done(
        0,
        "Notation     csharp, sdk docs: 3 of 3 types fit\n"
        "Names        camelCase, a guess: nothing in the docs shows names on the wire\n"
        "Models       2 models: 1 object, 1 enumeration\n"
        "Tables       2 tables: 2 read\n"
        "Pages        3 pages in docs, 1 of them skipped\n"
        "Findings     1 warning\n"
        "\n"
        "Made pyproject.toml:\n"
        "\n"
        f"{TABLE}"
        "\n"
        "Next: docmodels generate\n",
        WARNING,
    )
    assert Path("pyproject.toml").read_text(encoding="utf-8") == TABLE


def test_it_says_so_if_the_file_was_there(project: Path, run: Run) -> None:
    write("pyproject.toml", "[project]\n")
    assert f"\nAdded to pyproject.toml:\n\n{TABLE}\n" in run("init").out


def test_errors_of_the_docs_do_not_stop_it(project: Path, run: Run) -> None:
    write("docs/Broken.md", b"\xff")
    done = run("init")
    assert done.status == 0
    assert done.err.endswith(WARNING)
    assert "error[not-utf8]" in done.err
    assert "\nFindings     1 error, 1 warning\n" in done.out


def test_the_first_findings_are_shown(project: Path, run: Run) -> None:
    for number in range(12):
        write(f"docs/Broken{number}.md", b"\xff")
    done = run("init")
    assert done.err.count("error[not-utf8]") == 10
    assert done.err.endswith("and 3 more, which `docmodels generate` shows\n")


def test_it_says_in_which_folder_each_language_is(project: Path, run: Run) -> None:
    for page in Path("docs").glob("*.md"):
        page.unlink()
    rows = "| `a` | List[*str*] |\n| `b` | *Optional[str]* |\n| `c` | Dict[str, *str*] |\n| `d` | List[*int*] |\n"
    table = "## Fields\n\n| Field | Type |\n| --- | --- |\n"
    write("docs/python/App.md", f"# App\n\n{table}{rows}")
    write(
        "docs/go/App.md",
        f"# App\n\n{table}| `A` | []*string* |\n| `B` | **int64* |\n| `C` | []*int64* |\n| `D` | **bool* |\n",
    )
    done = run("init")
    assert "Notation     python, sdk docs in python: 4 of 4 types fit\n" in done.out
    assert "Notation     go, sdk docs in go: 4 of 4 types fit\n" in done.out
    assert "language" not in settings()


def test_it_proposes_to_leave_out_what_the_sdk_says_of_itself(project: Path, run: Run) -> None:
    table = "## Fields\n\n| Field | Type |\n| --- | --- |\n"
    for name in ("List", "Make"):
        rows = "| `ContentType` | *string* |\n| `StatusCode` | *int* |\n| `RawResponse` | *string* |\n"
        write(f"docs/calls/{name}Response.md", f"# {name}Response\n\n{table}{rows}")
        write(f"docs/calls/{name}Request.md", f"# {name}Request\n\n{table}| `Id` | *string* |\n")
    out = run("init").out
    assert '2 pages describe the SDK itself. To leave them out:\n\nexclude = ["calls/*Response.md"]\n' in out
    assert "exclude" not in settings()


# -- what it writes --


@pytest.mark.parametrize(("types", "proposes"), [(("string", "integer"), True), (("1.11", "0.11"), False)])
def test_it_proposes_words_for_tables_whose_types_are_known(
    project: Path, run: Run, types: tuple[str, str], proposes: bool
) -> None:
    rows = "".join(f"| {name} | {kind} | Some. |\n" for name, kind in zip(("^wide-", "^high-"), types, strict=True))
    write("words/Size.md", f"# Size\n\n| Wot | Kynd | Zzz |\n| --- | --- | --- |\n{rows}")
    write("words/Seat.md", "# Seat\n\n| Name | Type |\n| --- | --- |\n| row | string |\n")
    assert ('columns = { name = ["Wot"], type = ["Kynd"] }' in run("init", "--docs", "words").out) is proposes


def test_generate_follows_what_it_wrote(project: Path, run: Run) -> None:
    run("init", "--out", "src/models")
    assert run("generate", "-q") == Done(0, "", "")
    assert (project / "src/models/greeting.py").is_file()


@pytest.mark.parametrize("name", ["docs_in", *CORPORA[1::2]])
def test_what_it_writes_changes_no_model(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    docs = DOCS if name == "docs_in" else corpus(name)
    before = understood(Config(docs=docs))
    monkeypatch.chdir(tmp_path)
    assert run("init", "--docs", str(docs)).status == 0
    assert {"docs", "out"} <= set(settings()) <= {"docs", "out", "language"}
    after = understood(load(tmp_path))
    assert after.model == before.model
    assert after.diagnostics == before.diagnostics


def test_what_it_writes_changes_no_byte(project: Path, run: Run) -> None:
    shutil.rmtree("docs")
    shutil.copytree(DOCS, "docs")
    run("generate", "--docs", "docs", "--out", "before")
    assert run("init", "--out", "after").status == 0
    assert run("generate").status == 0
    assert files(project / "after") == files(project / "before")


def test_the_language_is_kept_when_later_pages_would_change_it(project: Path, run: Run) -> None:
    run("init")
    for number in range(5):
        page = GREETING.replace("# Greeting", f"# Later{number}").replace("*LocalDate*", "*time.Time*")
        write(f"docs/Later{number}.md", page.replace("*string*", "**string*"))
    run("generate")
    assert "spoken_at: Annotated[date | None" in (project / "generated/greeting.py").read_text(encoding="utf-8")


def test_a_language_that_nothing_tells_is_left_out(project: Path, run: Run) -> None:
    (project / "docs/Greeting.md").unlink()
    assert run("init").status == 0
    assert settings() == {"docs": "docs", "out": "generated"}


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        ("docs", "docs"),
        ("./docs/../docs/", "docs"),
        ("{project}/docs", "docs"),
        ("../{name}/docs", "docs"),
        ("../elsewhere", "../elsewhere"),
        (".", "."),
        ('say "hello"', 'say "hello"'),
        ("back\\slash", "back\\slash"),
        ("Grüße, 世界", "Grüße, 世界"),
        ("two\nlines\x7f\x1b", "two\nlines\x7f\x1b"),
        ("[tool]#'''", "[tool]#'''"),
    ],
)
def test_folders_are_written_as_seen_from_the_file(project: Path, run: Run, argument: str, written: str) -> None:
    argument = argument.format(project=project, name=project.name)
    if not Path(argument).exists():
        shutil.copytree("docs", argument)
    assert run("init", "--docs", argument, "--out", "models").status == 0
    assert settings()["docs"] == written
    assert run("generate", "-q").status == 0
    assert (project / "models/greeting.py").is_file() or (project / "models/docs/greeting.py").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_folder_whose_name_is_no_text(project: Path) -> None:
    os.rename(b"docs", b"docs\xff")
    command = [sys.executable, "-m", "docmodels", "init", "--docs", b"docs\xff"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b'docmodels: error: the name of the folder "docs\\udcff" is not UTF-8')
    assert not Path("pyproject.toml").exists()


# -- which folder it takes --


def test_it_takes_the_first_likely_folder_that_describes_a_model(project: Path, run: Run) -> None:
    write("docs_in/Guide.md", GUIDE)
    write("api/Greeting.md", GREETING)
    done = run("init")
    assert done.err == (
        "docs_in: error[no-models]: no page describes a model; nothing is written\n"
        "   help: A model is a table with a column of names and one of types; `docmodels inspect` explains each table.\n"
        + WARNING
    )
    assert settings()["docs"] == "docs"
    Path("pyproject.toml").unlink()
    write("docs_in/Greeting.md", GREETING)
    assert run("init").status == 0
    assert settings()["docs"] == "docs_in"


def test_no_likely_folder(project: Path, run: Run) -> None:
    (project / "docs").rename(project / "pages")
    message = "no docs folder: none of docs_in, docs, doc, documentation, api is here; name the folder with --docs"
    assert run("init") == Done(2, "", f"docmodels: error: {message}\n")


@pytest.mark.parametrize("pages", [{}, {"Guide.md": GUIDE}], ids=["no page", "no model"])
def test_docs_that_describe_no_model(project: Path, run: Run, pages: Mapping[str, str]) -> None:
    shutil.rmtree("docs")
    Path("docs").mkdir()
    for path, text in pages.items():
        write(f"docs/{path}", text)
    write("pyproject.toml", "[project]\n")
    for arguments in ([], ["--docs", "docs"]):
        done = run("init", *arguments)
        assert (done.status, done.out) == (1, "")
        assert done.err.startswith("docs: error[no-")
        assert "\n   help: " in done.err
    assert Path("pyproject.toml").read_text(encoding="utf-8") == "[project]\n"


@pytest.mark.parametrize("arguments", [["--docs", "nowhere"], ["--out", "docs"], ["--out", "."]], ids=" ".join)
def test_folders_that_generate_would_refuse(project: Path, run: Run, arguments: list[str]) -> None:
    done = run("init", *arguments)
    assert (done.status, done.out) == (2, "")
    assert run("generate", "--docs", "docs", *arguments) == done
    assert not Path("pyproject.toml").exists()


# -- a pyproject.toml that is there --

SHAPES = {
    "empty": "",
    "a comment alone": "# ours",
    "no end of the last line": '[project]\nname = "x"',
    "blanks behind the last line": '[project]\nname = "x"\n\n  \t\n',
    "comments everywhere": '# a\n[project] # b\n# c\nname = "x" # d\n\n# e\n',
    "other tools in between": "[tool.black]\nl = 88\n\n# The project\n[project]\nn = 1\n\n[tool.ruff.lint]\ny=2\n",
    "tool by itself": "[tool]\n[tool.black]\nl = 88\n\n[project]\n",
    "tool in quotes": '["tool".black]\nl = 88\n',
    "dotted keys": "tool.black.l = 88\nx.y = 1\n",
    "arrays of tables": "[[tool.mypy.overrides]]\na = 1\n\n[[tool.mypy.overrides]]\na = 2\n",
    "a text that looks like it": '[project]\nd = """\n[tool.docmodels]\n"""\n',
    "the lines of Windows": '[project]\r\nname = "x"\r\n\r\n[tool.black]\r\nl = 88\r\n',
    "lines of both kinds": '[project]\r\nname = "x"\n\r\n[tool.black]\nl = 88\r\n',
    "odd spacing": 'a  =   1\n[ project ]\n\tb=[ 1,\n  2 , ] # c\n"k\\u00e9y" = 0x1F\nd = 1979-05-27T07:32:00Z\n',
}


@pytest.mark.parametrize("before", SHAPES.values(), ids=SHAPES)
def test_everything_in_the_file_stays(project: Path, run: Run, before: str) -> None:
    write("pyproject.toml", before)
    assert run("init").status == 0
    after = Path("pyproject.toml").read_bytes().decode()
    newline = "\r\n" if "\r\n" in before else "\n"
    assert after.startswith(before)
    added = after.removeprefix(before)
    assert added.lstrip("\r\n") == TABLE.replace("\n", newline)
    before_ = tomllib.loads(before)
    before_.setdefault("tool", {})["docmodels"] = tomllib.loads(TABLE)["tool"]["docmodels"]
    assert tomllib.loads(after) == before_


def test_a_blank_line_stands_before_the_table(project: Path, run: Run) -> None:
    for before in ('[project]\nname = "x"', '[project]\nname = "x"\n', '[project]\nname = "x"\n\n'):
        write("pyproject.toml", before)
        assert run("init").status == 0
        assert Path("pyproject.toml").read_text(encoding="utf-8") == f'[project]\nname = "x"\n\n{TABLE}'


LINES = st.sampled_from(
    ["# a", "", "  ", "b.c = 1", 'd = "e"', "f = [1,\n 2]", "g = {h = 1}", '"i j" = """k\n"""', "l = 'm' # n"]
)
HEADERS = st.sampled_from(
    ["[p]", "[tool]", "[tool.a]", "[tool.a.b]", "[[tool.c]]", "[[q]]", '["tool".d.e]', "[ r . s ] # t"]
)
TEXTS = st.lists(LINES | HEADERS, max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n"]).map(
        lambda end: end.join(lines).replace("\r\n", "\n").replace("\n", end)
    )
)


@given(TEXTS, st.dictionaries(st.sampled_from(["docs", "out"]), st.text(st.characters(exclude_categories=["Cs"]))))
def test_whatever_the_file_holds_stays(text: str, settings: Mapping[str, str]) -> None:
    try:
        document = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError:
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "pyproject.toml")
        file.write_bytes(text.encode())
        add_table(file, settings)
        after = file.read_bytes().decode()
    assert after.startswith(text)
    document.setdefault("tool", {})["docmodels"] = settings
    assert tomllib.loads(after.replace("\r\n", "\n")) == document


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('a = 1\n[tool.docmodels]\ndocs = "docs"\n', "pyproject.toml:2:7: error: [tool.docmodels] is there already; "),
        ("[tool]\ndocmodels = {}\n", "pyproject.toml:2:1: error: [tool.docmodels] is there already; "),
        ("[tool.docmodels]\nouput = 1\n", 'pyproject.toml:2:1: error: unknown key "ouput" in [tool.docmodels]'),
        ("[project\n", "pyproject.toml:1:9: error: invalid TOML: "),
        ("\ufeff[project]\n", "pyproject.toml:1:1: error: TOML allows no byte order mark; "),
        (b"# \xff\n", "pyproject.toml:1:3: error: not UTF-8 text\n"),
        ("tool = {black = {}}\n", "pyproject.toml:1:1: error: tool: expected a table that "),
        ("a = 1\n[[tool]]\n", "pyproject.toml:2:3: error: tool: expected a table that "),
    ],
)
def test_a_file_that_cannot_be_added_to(project: Path, run: Run, content: str | bytes, message: str) -> None:
    write("pyproject.toml", content)
    before = Path("pyproject.toml").read_bytes()
    done = run("init")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(message)
    assert Path("pyproject.toml").read_bytes() == before


def test_a_configuration_above_is_one_too(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("init")
    (project / "docs/docs").mkdir()
    monkeypatch.chdir(project / "docs")
    done = run("init")
    assert done.status == 2
    assert done.err.startswith(f"{project.as_posix()}/pyproject.toml:1:7: error: [tool.docmodels] is there already; ")
    assert not (project / "docs/pyproject.toml").exists()


def test_a_file_above_without_the_table_is_left_alone(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("pyproject.toml", "[project]\n")
    monkeypatch.chdir(project / "docs")
    assert run("init", "--docs", ".", "--out", "models").status == 0
    assert settings()["docs"] == "."
    assert (project / "pyproject.toml").read_text(encoding="utf-8") == "[project]\n"


def test_a_link_stays_a_link(project: Path, run: Run) -> None:
    write("shared/project.toml", "[project]\n")
    Path("pyproject.toml").symlink_to("shared/project.toml")
    assert run("init").status == 0
    assert Path("pyproject.toml").readlink() == Path("shared/project.toml")
    assert Path("shared/project.toml").read_text(encoding="utf-8") == f"[project]\n\n{TABLE}"
    assert os.listdir("shared") == ["project.toml"]


def test_a_folder_of_that_name(project: Path, run: Run) -> None:
    Path("pyproject.toml").mkdir()
    done = run("init")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("docmodels: error: ")
    assert done.err.endswith("pyproject.toml: Is a directory\n")


def test_the_mode_of_the_file_stays(project: Path, run: Run) -> None:
    write("pyproject.toml", "[project]\n")
    Path("pyproject.toml").chmod(0o640)
    assert run("init").status == 0
    assert stat.S_IMODE(Path("pyproject.toml").stat().st_mode) == 0o640


@pytest.fixture
def bound(unprivileged: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project of somebody whom permissions bind."""
    monkeypatch.chdir(unprivileged)
    write("docs/Greeting.md", GREETING)
    return unprivileged


def test_a_file_that_must_not_be_written(bound: Path, run: Run) -> None:
    write("pyproject.toml", "[project]\n")
    Path("pyproject.toml").chmod(0o444)
    done = run("init")
    assert (done.status, done.out) == (2, "")
    assert done.err.endswith("pyproject.toml: Permission denied\n")
    assert Path("pyproject.toml").read_text(encoding="utf-8") == "[project]\n"
    assert sorted(os.listdir()) == ["docs", "pyproject.toml"]


def test_a_folder_that_must_not_be_written(bound: Path, run: Run) -> None:
    bound.chmod(0o555)
    done = run("init")
    bound.chmod(0o777)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("docmodels: error: ")
    assert done.err.endswith(": Permission denied\n")
    assert os.listdir() == ["docs"]


def test_no_other_command_loads_what_writes_toml(project: Path, run: Run) -> None:
    program = "import sys; from docmodels.cli import main; main(['generate', '--docs', 'docs']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    loaded = set(done.stdout.split())
    assert "docmodels.pipeline.build" in loaded
    assert "tomlkit" not in loaded
