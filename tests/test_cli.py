"""The command line from end to end: exit status, standard output, standard error, and what is on disk then."""

from __future__ import annotations

import itertools
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import pytest
from docmodels.cli.parsing import COMMANDS, complete, parsers

from tests.trees import Done, Run

GREETING = """\
# Greeting


## Fields

| Field     | Type     | Required           | Description |
| --------- | -------- | ------------------ | ----------- |
| `Message` | *string* | :heavy_check_mark: | N/A         |
"""
FAREWELL = GREETING.replace("Greeting", "Farewell")
GUIDE = "# How to greet\n\nSay hello.\n"

# A type that no language has costs a warning, and bytes that are not UTF-8 an error.
DOUBTFUL = GREETING.replace("*string*", "*strng* ")
BROKEN = "# Caf\xe9\n".encode("latin-1")
WARNING = """\
docs_in/Greeting.md:8:16: warning[unknown-type]: no page describes the type "strng"; it is typed as Any
   8 | | `Message` | *strng*  | :heavy_check_mark: | N/A         |
     |                ^^^^^
   help: Correct the name, link it to its page, or add the page.
"""
ERROR = """\
docs_in/Broken.md:1:6: error[not-utf8]: the byte 0xe9 is not UTF-8 text
   help: Save the file as UTF-8.
"""
ACCEPT = "accept the findings with `docmodels generate --add-ignores`"
HINT = (
    "hint: `docmodels explain unknown-type` has more; if you cannot correct the docs, set the right values in "
    f"[tool.docmodels.fields], or {ACCEPT}\n"
)
HINT_OF_ERROR = f"hint: `docmodels explain not-utf8` has more; if you cannot correct the docs, {ACCEPT}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a configuration and a docs folder with one page."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    configure(tmp_path)
    write(tmp_path, "docs_in/Greeting.md", GREETING)
    return tmp_path


def configure(folder: Path, *settings: str) -> None:
    table = ["[tool.docmodels]", 'wire_case = "camel"', *settings]
    write(folder, "pyproject.toml", "\n".join(table))


def write(folder: Path, path: str, content: str | bytes) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def files(folder: Path) -> dict[str, bytes]:
    """What is in a folder, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# -- generate --


def test_generate_writes_the_models(project: Path, run: Run) -> None:
    assert run("generate") == Done(0, "", "1 page: 1 model; files: 4 written\n")
    assert set(files(project / "generated")) == {
        "__init__.py",
        "_model.py",
        "greeting.py",
        "py.typed",
    }


def test_generate_touches_nothing_that_is_as_it_should_be(project: Path, run: Run) -> None:
    run("generate")
    before = (project / "generated/greeting.py").stat().st_mtime_ns
    assert run("generate") == Done(0, "", "1 page: 1 model; files: 4 unchanged\n")
    assert (project / "generated/greeting.py").stat().st_mtime_ns == before


def test_generate_can_fail_where_it_changes_something(project: Path, run: Run) -> None:
    """Hooks before a commit need that: a file that is new and not yet tracked is no change to Git."""
    assert run("generate", "--fail-on-change") == Done(1, "", "1 page: 1 model; files: 4 written\n")
    assert run("generate", "--fail-on-change") == Done(0, "", "1 page: 1 model; files: 4 unchanged\n")
    write(project, "docs_in/Greeting.md", GREETING.replace("Greeting", "Welcome"))
    (project / "docs_in/Greeting.md").rename(project / "docs_in/Welcome.md")
    assert run("generate", "--fail-on-change").status == 1


def test_generate_removes_the_model_of_a_page_that_is_gone(project: Path, run: Run) -> None:
    write(project, "docs_in/Farewell.md", FAREWELL)
    run("generate")
    (project / "docs_in/Farewell.md").unlink()
    summary = "1 page: 1 model; files: 1 written, 3 unchanged, 1 removed\n"
    assert run("generate") == Done(0, "", summary)
    assert not (project / "generated/farewell.py").exists()


def test_pages_without_a_model_are_counted(project: Path, run: Run) -> None:
    write(project, "docs_in/guides/Greet.md", GUIDE)
    summary = "2 pages: 1 model, 1 page skipped; files: 4 written\n"
    assert run("generate") == Done(0, "", summary)


def test_an_error_fails_the_run_and_stops_no_other_page(project: Path, run: Run) -> None:
    write(project, "docs_in/Broken.md", BROKEN)
    summary = "1 page: 1 model; files: 4 written; 1 error\n"
    assert run("generate") == Done(1, "", ERROR + HINT_OF_ERROR + summary)
    assert (project / "generated/greeting.py").is_file()


def test_a_warning_fails_the_run_only_if_it_is_told_to_be_strict(project: Path, run: Run) -> None:
    write(project, "docs_in/Greeting.md", DOUBTFUL)
    assert run("generate") == Done(0, "", WARNING + HINT + "1 page: 1 model; files: 4 written; 1 warning\n")
    failed = Done(1, "", WARNING + HINT + "1 page: 1 model; files: 4 unchanged; 1 warning\n")
    assert run("generate", "--strict") == failed
    configure(project, "strict = true")
    assert run("generate") == failed


def test_quiet_is_silent_but_for_what_fails_the_run(project: Path, run: Run) -> None:
    write(project, "docs_in/Greeting.md", DOUBTFUL)
    assert run("generate", "--quiet") == Done(0, "", "")
    assert run("generate", "-q", "--strict") == Done(1, "", WARNING)
    write(project, "docs_in/Broken.md", BROKEN)
    assert run("generate", "-q") == Done(1, "", ERROR)


def test_a_docs_folder_without_pages_changes_nothing(project: Path, run: Run) -> None:
    run("generate")
    before = files(project / "generated")
    (project / "docs_in/Greeting.md").unlink()
    done = run("generate")
    assert done.status == 1
    assert done.err.startswith("docs_in: error[no-pages]: ")
    assert files(project / "generated") == before


def test_a_file_of_somebody_else_is_named_and_kept(project: Path, run: Run) -> None:
    write(project, "generated/greeting.py", "print('mine')\n")
    done = run("generate")
    assert done.status == 1
    assert done.err.startswith("generated/greeting.py: error[foreign-file]: ")
    assert files(project / "generated")["greeting.py"] == b"print('mine')\n"


# -- check --


def test_check_lists_what_generate_would_do_and_does_not(project: Path, run: Run) -> None:
    done = run("check")
    assert done.status == 1
    assert done.out == "".join(
        f"write   generated/{path}\n" for path in ("__init__.py", "_model.py", "greeting.py", "py.typed")
    )
    assert done.err == (
        "1 page: 1 model; files: 4 would be written\ngenerated is out of date; run `docmodels generate`\n"
    )
    assert not (project / "generated").exists()


def test_check_of_what_was_just_generated_is_silent(project: Path, run: Run) -> None:
    run("generate")
    assert run("check") == Done(0, "", "1 page: 1 model; files: 4 unchanged\n")


def test_check_sees_a_model_of_a_page_that_is_gone(project: Path, run: Run) -> None:
    write(project, "docs_in/Farewell.md", FAREWELL)
    run("generate")
    (project / "docs_in/Farewell.md").unlink()
    before = files(project / "generated")
    done = run("check")
    assert done.status == 1
    assert done.out == "write   generated/__init__.py\nremove  generated/farewell.py\n"
    assert done.err.startswith("1 page: 1 model; files: 1 would be written, 3 unchanged, 1 would be removed\n")
    assert files(project / "generated") == before


def test_check_sees_a_file_that_is_left_over(project: Path, run: Run) -> None:
    run("generate")
    write(project, "generated/old.py", files(project / "generated")["greeting.py"])
    done = run("check")
    assert done.status == 1
    assert done.err == (
        "1 page: 1 model; files: 4 unchanged, 1 would be removed\ngenerated is out of date; run `docmodels generate`\n"
    )


def test_check_fails_for_an_error_even_if_the_output_is_up_to_date(project: Path, run: Run) -> None:
    write(project, "docs_in/Broken.md", BROKEN)
    run("generate")
    summary = "1 page: 1 model; files: 4 unchanged; 1 error\n"
    assert run("check") == Done(1, "", ERROR + HINT_OF_ERROR + summary)


def test_a_check_leaves_out_the_findings_of_older_docs(project: Path, run: Run) -> None:
    write(project, "docs_in/Broken.md", BROKEN)
    run("generate")
    shutil.copytree("docs_in", "old")
    assert run("check", "--since", "old") == Done(0, "", "1 page: 1 model; files: 4 unchanged; 1 known\n")
    write(project, "docs_in/Other.md", BROKEN)
    done = run("check", "--since", "old", "-q")
    assert (done.status, done.out, done.err.count("error[")) == (1, "", 1)
    assert done.err.startswith("docs_in/Other.md")


def test_a_quiet_check_prints_nothing(project: Path, run: Run) -> None:
    assert run("check", "--quiet") == Done(1, "", "")


def test_the_diff_of_a_check_applies_from_the_root_of_the_project(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the command runs in a folder below, and the models are below another one."""
    write(project, "pyproject.toml", '[tool.docmodels]\ndocs = "docs_in"\nout = "src/models"\n')
    run("generate")
    wanted = files(project / "src")
    write(project, "src/models/old.py", wanted["models/greeting.py"])
    (project / "src/models/greeting.py").unlink()
    monkeypatch.chdir(project / "docs_in")
    done = run("check", "--diff", "-q")
    assert "--- /dev/null\n+++ b/src/models/greeting.py\n" in done.out
    monkeypatch.chdir(project)
    subprocess.run(["git", "apply"], input=done.out, encoding="utf-8", check=True)
    assert files(project / "src") == wanted
    assert run("check", "-q") == Done(0, "", "")


# -- inspect --


def test_inspect_prints_what_was_read(project: Path, run: Run) -> None:
    write(project, "docs_in/Farewell.md", FAREWELL)
    done = run("inspect")
    assert (done.status, done.err) == (0, "2 pages: 2 models\n")
    assert "Greeting" in done.out
    assert "Farewell" in done.out
    assert done.out.endswith("\n")
    assert not (project / "generated").exists()


@pytest.mark.parametrize("page", ["Greeting.md", "docs_in/Greeting.md", "./docs_in/../docs_in/Greeting.md"])
def test_inspect_prints_one_page(project: Path, run: Run, page: str) -> None:
    write(project, "docs_in/Farewell.md", FAREWELL)
    done = run("inspect", page)
    assert done.status == 0
    assert "Greeting" in done.out
    assert "Farewell" not in done.out


def test_inspect_prints_json(project: Path, run: Run) -> None:
    done = run("inspect", "--format", "json")
    assert done.status == 0
    assert "Greeting" in json.dumps(json.loads(done.out))
    assert done.out.endswith("\n")


@pytest.mark.parametrize("page", ["Nowhere.md", "pyproject.toml", "../docs_in"])
def test_inspect_of_a_page_that_is_not_there(project: Path, run: Run, page: str) -> None:
    message = f'docmodels: error: no page and no model "{page}" in the docs\n'
    assert run("inspect", page) == Done(2, "", message)


@pytest.mark.parametrize("name", ["Greeting", "greeting", "Gree*", "Greeting.md", "docs_in/Greeting.md"])
def test_inspect_takes_any_name_of_a_page_or_model(project: Path, run: Run, name: str) -> None:
    done = run("inspect", name)
    assert done.status == 0
    assert "\nModel        Greeting, an object of 1 field\n" in done.out


def test_inspect_names_what_is_near(project: Path, run: Run) -> None:
    message = 'docmodels: error: no page and no model "Greting.md" in the docs; did you mean "Greeting"?\n'
    assert run("inspect", "Greting.md") == Done(2, "", message)


# -- which folders --


@pytest.mark.parametrize("out", [".", "..", "docs_in"])
def test_the_output_needs_a_folder_of_its_own(project: Path, run: Run, out: str) -> None:
    done = run("generate", "--out", out)
    assert (done.status, done.out) == (2, "")
    assert done.err.endswith("; choose a folder for the models only\n")


def test_the_current_folder_is_no_output(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "work").mkdir()
    monkeypatch.chdir(project / "work")
    done = run("generate", "--docs", "../docs_in", "--out", ".")
    message = 'the output folder "." is the current folder, or holds it; choose a folder for the models only'
    assert done == Done(2, "", f"docmodels: error: {message}\n")


def test_the_configuration_names_the_folders(project: Path, run: Run) -> None:
    write(project, "api/Farewell.md", FAREWELL)
    configure(project, 'docs = "api"', 'out = "src/models"')
    assert run("generate").status == 0
    assert "farewell.py" in files(project / "src/models")
    assert not (project / "generated").exists()


def test_the_command_line_overrules_the_configuration(project: Path, run: Run) -> None:
    write(project, "api/Farewell.md", FAREWELL)
    configure(project, 'docs = "docs_in"', 'out = "generated"')
    assert run("generate", "--docs", "api", "--out", "models").status == 0
    assert "farewell.py" in files(project / "models")
    assert not (project / "generated").exists()


def test_paths_are_relative_to_where_they_are_written(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of pyproject.toml to its folder, those of the command line to the current one."""
    (project / "below").mkdir()
    monkeypatch.chdir(project / "below")
    assert run("generate", "--out", "models").status == 0
    assert "greeting.py" in files(project / "below/models")


def test_the_docs_can_be_read_without_a_configuration(project: Path, run: Run) -> None:
    (project / "pyproject.toml").unlink()
    assert run("generate").status == 0


# -- wrong usage and configuration --


def test_no_command_shows_the_help(project: Path, run: Run) -> None:
    done = run()
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("usage: docmodels ")
    assert all(command in done.err for command in ("init", "generate", "check", "inspect"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["guess"],
        ["generate", "--doc", "docs_in"],
        ["generate", "extra"],
        ["generate", "--out", ""],
        ["generate", "--quiet", "--verbose"],
        ["inspect", "--format", "yaml"],
        ["inspect", "--out", "models"],
    ],
    ids=" ".join,
)
def test_wrong_arguments(project: Path, run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert "error: " in done.err
    assert not (project / "generated").exists()


@pytest.mark.parametrize(
    ("arguments", "usage", "problem"),
    [
        (["genrate"], "docmodels", 'no command "genrate"; did you mean "generate"?'),
        (["gen"], "docmodels", 'no command "gen"; did you mean "generate"?'),
        (
            ["--config", "a.toml", "check"],
            "docmodels",
            'no command "a.toml"; options stand behind the command: `docmodels COMMAND --config`',
        ),
        (["check", "--doc", "x"], "docmodels check", 'no option "--doc"; did you mean "--docs"?'),
        (["check", "--nope"], "docmodels check", 'no option "--nope"'),
        (["check", "--doc=x"], "docmodels check", 'no option "--doc"; did you mean "--docs"?'),
        (["generate", "extra"], "docmodels generate", 'unexpected argument "extra"'),
        (["report"], "docmodels report", "the following arguments are required: --out"),
        (["inspect", "--xyzzy"], "docmodels inspect", 'no option "--xyzzy"'),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_names_what_was_meant(
    project: Path, run: Run, arguments: list[str], usage: str, problem: str
) -> None:
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"usage: {usage} [")
    assert done.err.endswith(f"\n{usage}: error: {problem}\n")


def test_an_unknown_command_lists_all(run: Run) -> None:
    assert '; it may be "init", "generate"' in run("xyzzy").err


def test_flavour_has_two_spellings(project: Path, run: Run) -> None:
    assert run("generate", "--flavor", "dataclass").status == 0
    assert "@dataclass" in (project / "generated/greeting.py").read_text("utf-8")


def test_all_mistakes_are_told_at_once(project: Path, run: Run) -> None:
    """In the order of the file; folders and selectors come once the file itself is right."""
    configure(
        project,
        "strict = 3",
        'flavour = "pydantik"',
        'ignore = { "*" = ["dead-lnik", "not-written"] }',
        "[tool.docmodels.fields]",
        '"Greeting.Text" = { nullable = "yes", wires = "text" }',
        "shade = 1",
    )
    assert [line.split(": error: ")[0] for line in run("check").err.splitlines()] == [
        "pyproject.toml:3:1",
        "pyproject.toml:4:1",
        "pyproject.toml:5:13",
        "pyproject.toml:5:13",
        "pyproject.toml:7:21",
        "pyproject.toml:7:39",
        "pyproject.toml:8:1",
    ]
    configure(project, 'docs = "api"', 'out = "my-models"', "[tool.docmodels.names]", 'Greeting = "greet"', '"#" = "A"')
    messages = run("check").err
    assert len(messages.splitlines()) == 4
    assert 'no docs folder "api"' in messages
    assert 'because of its name "my-models"; did you mean "my_models"?' in messages


@pytest.mark.parametrize("out", ["my-models", "src/3d", "class"])
def test_an_output_folder_that_no_import_can_name(project: Path, run: Run, out: str) -> None:
    done = run("generate", "--out", out)
    assert (done.status, done.out) == (2, "")
    assert f'the output folder "{out}" is no package that can be imported' in done.err
    assert not (project / out).exists()


def test_an_output_folder_that_windows_cannot_make(project: Path, run: Run) -> None:
    done = run("generate", "--out", "src/Aux")
    assert (done.status, done.out) == (2, "")
    assert 'the output folder "src/Aux" cannot be made on Windows' in done.err


def test_a_file_of_its_own_has_the_configuration(project: Path, run: Run) -> None:
    (project / "pyproject.toml").rename(project / "docmodels.toml")
    write(project, "pyproject.toml", "[project]\nname = 'lamps'\n")
    assert run("generate").status == 0
    write(project, "docmodels.toml", "[tool.docmodels]\nouput = 'x'\n")
    assert run("generate").err.startswith("docmodels.toml:2:1: error: unknown key")
    write(project, "docmodels.toml", "")
    assert run("generate").err == "docmodels.toml: error: expected a table [tool.docmodels]\n"


def test_two_files_with_a_configuration_are_one_too_many(project: Path, run: Run) -> None:
    write(project, "docmodels.toml", "[tool.docmodels]\n")
    message = "docmodels.toml: error: [tool.docmodels] is in pyproject.toml too; keep one of them\n"
    assert run("generate") == Done(2, "", message)


def test_the_command_line_names_the_configuration(project: Path, run: Run) -> None:
    """Its paths are relative to it, wherever the command runs."""
    write(project, "apis/lamps.toml", "[tool.docmodels]\nwire_case = 'camel'\nout = 'lamps'\nstrict = true\n")
    write(project, "apis/docs/Greeting.md", DOUBTFUL)
    done = run("generate", "--config", "apis/lamps.toml")
    assert done.status == 1
    assert "greeting.py" in files(project / "apis/lamps")
    assert run("check", "--config", "none.toml").err == 'docmodels: error: --config: no file "none.toml"\n'
    write(project, "apis/empty.toml", "[tool.black]\n")
    assert (
        run("check", "--config", "apis/empty.toml").err == "apis/empty.toml: error: expected a table [tool.docmodels]\n"
    )


# -- explain --


def test_explain_tells_what_a_code_means(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    done = run("explain", "not-utf8")
    assert done == Done(
        0,
        "not-utf8: an error\n\nThe file is not UTF-8 text. It is left out.\n\n"
        "Remedy: Save the file as UTF-8, or list it under `exclude`.\n\n"
        "If you cannot correct the docs, accept the findings with\n`docmodels generate --add-ignores`.\n",
        "",
    )


def test_explain_tells_whom_a_change_breaks(run: Run) -> None:
    assert run("explain", "model-moved").out.startswith("model-moved: a kind of change that breaks importers\n")


def test_explain_tells_what_a_key_is_for(run: Run) -> None:
    text = (
        "fields.nullable: a key of a field in [tool.docmodels.fields]\n\nWhether the fields may be null.\n\n"
        "Value: boolean\n\nDefault: none\n"
    )
    assert run("explain", "fields.nullable") == run("explain", "nullable") == Done(0, text, "")


def test_explain_knows_all_names_that_it_lists(run: Run) -> None:
    names = [line.split()[0] for line in run("explain").out.splitlines()]
    assert {"unknown-type", "field-added", "strict", "limits.page_bytes"} <= set(names)
    assert all(run("explain", name).out.startswith(f"{name}: ") for name in names)


def test_explain_names_what_is_near(run: Run) -> None:
    message = 'no code, kind or key "unknwon-type"; did you mean "unknown-type"?'
    assert run("explain", "unknwon-type") == Done(2, "", f"docmodels: error: {message}\n")


# -- what the documentation shows --


def shown_commands() -> list[str]:
    """The lines of sessions in the documentation that run docmodels, and the examples of `--help`, each once."""
    root = Path(__file__).parents[1]
    pages = [root / "README.md", root / "SECURITY.md", *sorted(root.glob("docs/**/*.md"))]
    lines = [line.removeprefix("$ ") for page in pages for line in page.read_text("utf-8").splitlines()]
    _, commands = parsers()
    for parser in commands.values():
        complete(parser)
        lines.append((parser.epilog or "").rpartition("\n")[2].strip())
    return list(dict.fromkeys(line for line in lines if line.startswith("docmodels ") and "..." not in line))


def test_each_command_has_an_example() -> None:
    assert {line.split()[1] for line in shown_commands()} >= set(COMMANDS)


@pytest.mark.parametrize("line", [line for line in shown_commands() if line.split()[1] in COMMANDS])
def test_a_command_that_is_shown_is_one(line: str) -> None:
    words = list(itertools.takewhile(lambda word: word not in (">", ">>", "|", "||", "&&", "#"), shlex.split(line)))
    parser, _ = parsers()
    assert parser.parse_args(words[1:]).command == words[1]


# -- completion --

COMPLETE = """\
source "$1"
COMP_WORDS=("${@:2}")
COMP_CWORD=$(($# - 2))
_shtab_docmodels
echo "${COMPREPLY[@]}"
"""


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize(
    ("words", "completed"),
    [
        (["gen"], ["generate"]),
        (["check", "--fl"], ["--flavour", "--flavor"]),
        (["diff", "--format", "mark"], ["markdown"]),
        (["export", "--docs", "doc"], ["docs_in"]),
        (["completion", "fi"], ["fish"]),
    ],
    ids=lambda words: " ".join(words),
)
def test_bash_completes_commands_and_options(project: Path, run: Run, words: list[str], completed: list[str]) -> None:
    script = project / "completion.bash"
    script.write_text(run("completion", "bash").out, "utf-8")
    command = ["bash", "-c", COMPLETE, "bash", str(script), "docmodels", *words]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    assert done.stdout.split() == completed


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_shell_gets_a_script_with_all_commands(run: Run, shell: str) -> None:
    done = run("completion", shell)
    assert (done.status, done.err) == (0, "")
    assert all(command in done.out for command in COMMANDS)


@pytest.mark.parametrize("out", [".", "docs_in"])
def test_an_output_folder_that_holds_the_docs(project: Path, run: Run, out: str) -> None:
    before = sorted(project.rglob("*"))
    done = run("generate", "--out", out)
    assert done.status == 2
    folder = "docs_in" if out == "docs_in" else "."
    assert done.err == (
        f'docmodels: error: the output folder "{folder}" holds the docs; choose a folder for the models only\n'
    )
    assert sorted(project.rglob("*")) == before


def test_a_missing_docs_folder(project: Path, run: Run) -> None:
    message = 'docmodels: error: no docs folder "api"; name the folder with --docs, or begin with `docmodels init`\n'
    assert run("generate", "--docs", "api") == Done(2, "", message)


def test_a_wrong_configuration(project: Path, run: Run) -> None:
    configure(project, 'ouput = "models"')
    message = 'pyproject.toml:3:1: error: unknown key "ouput" in [tool.docmodels]; did you mean "out"?\n'
    for command in ("generate", "check", "inspect"):
        assert run(command) == Done(2, "", message)


def test_a_language_that_there_is_none_of(project: Path, run: Run) -> None:
    configure(project, 'language = "cobol"')
    done = run("generate")
    assert done.status == 2
    assert done.err.startswith("pyproject.toml:3:1: error: language: expected ")


def test_a_name_for_a_field_that_there_is_none_of(project: Path, run: Run) -> None:
    configure(project, 'fields = { "Greeting.Sound" = { wire = "sound" } }')
    done = run("generate")
    assert done.status == 0
    assert done.err.startswith("pyproject.toml:3:13: warning[unmatched-setting]: ")


def test_findings_of_today_are_accepted_at_once(project: Path, run: Run) -> None:
    """Whoever cannot correct the docs has a green, strict build all the same, and hears of what is new."""
    (project / "pyproject.toml").write_text("[tool.docmodels]\nwire_case = 'snake'", "utf-8")
    write(project, "docs_in/Greeting.md", DOUBTFUL)
    before = run("generate", "--strict")
    assert before.status == 1
    assert "`docmodels generate --add-ignores`" in before.err
    accepted = run("generate", "--strict", "--add-ignores")
    assert (accepted.status, accepted.out) == (0, "")
    assert accepted.err.startswith("added 1 finding on 1 page to [tool.docmodels.ignore] in pyproject.toml\n")
    text = (project / "pyproject.toml").read_text("utf-8")
    table = '[tool.docmodels.ignore]\n"Greeting.md" = ["unknown-type"]\n'
    assert text == f"[tool.docmodels]\nwire_case = 'snake'\n\n{table}"
    assert run("check", "--strict", "-q") == Done(0, "", "")
    write(project, "docs_in/Other.md", DOUBTFUL.replace("# Greeting", "# Other"))
    assert "docs_in/Other.md:" in run("generate", "--strict").err
    assert run("generate", "--strict", "--add-ignores").status == 0
    text = (project / "pyproject.toml").read_text("utf-8")
    assert text.endswith(f'{table}"Other.md" = ["unknown-type"]\n')


def test_a_template_that_cannot_be_used(project: Path, run: Run) -> None:
    for template in Path(__file__).parents[1].glob("templates/*/*"):
        write(project, f"mine/{template.name}", "{{ nothing.of.the.sort }}")
    configure(project, 'templates = "mine"')
    done = run("generate")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("docmodels: error: ")
    assert done.err.count("\n") == 1


# -- the process --


def docmodels(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "docmodels", *arguments]


def test_the_version_is_that_of_the_distribution(run: Run) -> None:
    assert run("--version") == Done(0, f"docmodels {version('docmodels')}\n", "")


@pytest.mark.parametrize("command", ["", "init", "generate", "check", "inspect"])
def test_every_command_has_help(run: Run, command: str) -> None:
    done = run(*command.split(), "--help")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"usage: docmodels {command}".rstrip())


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_help_and_version_load_nothing_that_takes_time(option: str) -> None:
    program = (
        "import sys\n"
        "from docmodels.cli import main\n"
        "try: main([sys.argv[1]])\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", program, option]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    loaded = set(done.stderr.split())
    assert "docmodels.cli" in loaded
    heavy = {"black", "jinja2", "markdown_it", "rich", "tomlkit", "docmodels.pipeline.build"}
    heavy |= {"dataclasses"} if sys.version_info < (3, 14) else set()  # argparse has them for its colours since 3.14
    assert not heavy & loaded


def test_a_run_that_changes_nothing_loads_no_parser(project: Path) -> None:
    write(project, "docs_in/Greeting.md", GREETING)
    write(
        project,
        "docs_in/Room.md",
        "# Room\n\n| Field | Type | Description |\n|--|--|--|\n| seats | integer | the seats |\n",
    )
    program = "import sys; from docmodels.cli import main; main(['generate']); print(*sys.modules)"
    command = [sys.executable, "-c", program]
    first, again = (subprocess.run(command, capture_output=True, encoding="utf-8", check=True) for _ in range(2))
    heavy = {"markdown_it", "docmodels.notation.parser"}
    assert heavy <= set(first.stdout.split())
    assert not heavy & set(again.stdout.split())


def test_inspect_lists_tables(project: Path, run: Run) -> None:
    write(project, "docs_in/Greeting.md", GREETING)
    done = run("inspect", "--tables")
    assert done.status == 0
    assert "Greeting.md" in done.out


def test_all_mistakes_of_the_configuration_come_at_once(project: Path, run: Run) -> None:
    write(
        project,
        "pyproject.toml",
        '[tool.docmodels]\nstrict = 3\ndocs = "nowhere"\nout = "a-b"\nflavour = "silk"\n\n'
        '[tool.docmodels.fields]\n"Room" = {nullable = true}\n',
    )
    done = run("check")
    assert done.status == 2
    starts = [
        "pyproject.toml:2:1: error: strict: expected true or false, got an integer",
        'pyproject.toml:3:1: error: no docs folder "nowhere"; ',
        'pyproject.toml:4:1: error: the output folder "a-b" is no package that can be imported',
        'pyproject.toml:5:1: error: flavour: expected "pydantic"',
        'pyproject.toml:8:2: error: fields: expected a key like "Class.field", got "Room"',
    ]
    for line, start in zip(done.err.splitlines(), starts, strict=True):
        assert line.startswith(start)
    write(project, "pyproject.toml", '[tool.docmodels]\ndocs = "nowhere"\n')
    assert run("check").err.startswith("pyproject.toml:2:1: error: no docs folder")
    assert run("check", "--docs", "elsewhere").err.startswith('docmodels: error: no docs folder "elsewhere"')


def test_results_are_utf8_whatever_the_locale_prefers(project: Path) -> None:
    write(project, "docs_in/Greeting.md", GREETING.replace("N/A", "Grüße 你"))
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(docmodels("check", "--quiet", "--diff"), capture_output=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "Grüße 你".encode() in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGPIPE")
def test_a_reader_that_goes_away_is_no_accident(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)  # what waits is the matter
    read, write_ = os.pipe()
    os.close(read)
    with os.fdopen(write_, "wb") as closed:
        done = subprocess.run(docmodels("check"), stdout=closed, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes")
def test_an_interrupt_leaves_no_traceback(project: Path) -> None:
    """The signal comes while the program waits for a configuration that nobody writes."""
    pipe = project / "pyproject.toml"
    pipe.unlink()
    os.mkfifo(pipe)
    with subprocess.Popen(docmodels("generate"), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        writer = opened_by(process, pipe)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
        os.close(writer)
    assert (process.returncode, out, err) == (130, b"", b"")


def opened_by(process: subprocess.Popen[bytes], pipe: Path) -> int:
    """The other end of a named pipe, once the process has opened it to read."""
    while process.poll() is None:
        with suppress(OSError):  # nobody reads it yet
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        time.sleep(0.01)
    raise AssertionError(process.communicate())


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize(
    ("command", "closed"),
    [
        *(("generate", closed) for closed in (">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-")),
        *(("check", closed) for closed in ("2>&-", "<&- >&- 2>&-")),
        *(("inspect", closed) for closed in (">&-", "<&- >&- 2>&-")),
        *(("--version", closed) for closed in (">&-", "<&- >&- 2>&-")),
        ("--help", ">&-"),
    ],
)
def test_a_stream_that_is_closed_is_no_reason_to_fail(project: Path, command: str, closed: str) -> None:
    shell = ["sh", "-c", f'"$1" -m docmodels {command} {closed}', "sh", sys.executable]
    done = subprocess.run(shell, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == (1 if command == "check" else 0)
    assert "Traceback" not in done.stderr
    assert (project / "generated").exists() == (command == "generate")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["inspect", "--version"])
def test_a_disk_that_is_full_is_said(
    project: Path, command: str, unbuffered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    with Path("/dev/full").open("w") as full:
        arguments = (sys.executable, "-m", "docmodels", command)
        done = subprocess.run(arguments, cwd=project, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode in (1, 2)
    assert done.stderr == "docmodels: error: No space left on device\n"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder that nobody can write to")
def test_files_that_could_not_be_written_are_not_counted(run: Run, project: Path) -> None:
    done = run("generate", "--out", "/proc/nothing")
    assert done.status == 1
    assert done.err.endswith("1 page: 1 model; 1 error\n")
