"""`docmodels diff`, run as its users run it, in real repositories."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docmodels.config import Config, ConfigError
from docmodels.pipeline.diff import compare
from docmodels.sources import revisions
from docmodels.sources.folder import find_pages
from docmodels.sources.revisions import find_revision, read_revision

from tests.repositories import commit, git, repository, write
from tests.trees import DOCS, Done, docmodels

PAGE = "docs_in/Boat.md"


def boat(*rows: str, title: str = "Boat") -> str:
    table = "\n".join(f"| `{name}` | {kind} | {mark} | N/A |" for name, kind, mark in map(str.split, rows))
    return f"# {title}\n\n## Fields\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n{table}\n"


MUST, MAY = ":heavy_check_mark:", ":heavy_minus_sign:"
OLD = boat(f"name *string* {MUST}", f"length *long* {MUST}")
NEW = boat(f"name *string* {MAY}", f"length *long* {MUST}", f"flag *string* {MAY}")

SAID = """\
Boat, an object
  docs_in/Boat.md:7  breaks receivers  name is optional now  [field-optional]
  docs_in/Boat.md:9  breaks nobody     flag is new, optional: string  [field-added]

2 changes in 1 model, 1 of them breaking: 0 for senders, 1 for receivers, 0 for importers
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository whose docs have changed since the last commit."""
    folder = repository(tmp_path / "project", {PAGE: OLD})
    write(folder, {PAGE: NEW})
    return folder


def kinds(done: Done) -> list[str]:
    return [change["kind"] for change in json.loads(done.out)["changes"]]


class TestSides:
    def test_head_and_the_docs_folder_as_it_is_are_the_defaults(self, project: Path) -> None:
        assert docmodels("diff", cwd=project) == Done(0, SAID, "")

    def test_a_revision_is_compared_with_the_docs_folder_as_it_is(self, project: Path) -> None:
        commit(project, {})
        commit(project, {"other.txt": "Nothing to do with it."})
        assert docmodels("diff", "HEAD~2", cwd=project) == Done(0, SAID, "")
        assert docmodels("diff", "HEAD~1", cwd=project).out == "no changes\n"

    def test_two_revisions_are_compared_with_each_other(self, project: Path) -> None:
        commit(project, {})
        write(project, {PAGE: "# Something else\n"})
        done = docmodels("diff", "HEAD~1", "HEAD", cwd=project)
        assert done == Done(0, SAID.replace("docs_in/Boat", "HEAD:docs_in/Boat"), "")

    def test_folders_need_no_repository_and_no_git(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(tmp_path, {"v1/Boat.md": OLD, "v2/Boat.md": NEW})
        monkeypatch.setenv("PATH", "")
        done = docmodels("diff", "v1", "v2", cwd=tmp_path)
        assert done == Done(0, SAID.replace("docs_in", "v2"), "")

    def test_a_folder_and_a_revision_can_be_compared(self, project: Path) -> None:
        shutil.copytree(project / "docs_in", project / "copy")
        assert docmodels("diff", "HEAD", "copy", cwd=project).out == SAID.replace("docs_in", "copy")

    def test_the_index_does_not_count(self, project: Path) -> None:
        git(project, "add", ".")
        assert docmodels("diff", cwd=project).out == SAID

    def test_the_current_folder_may_be_one_within(self, project: Path) -> None:
        (project / "deep").mkdir()
        done = docmodels("diff", "--docs", "../docs_in", cwd=project / "deep")
        assert done.status == 0
        assert "name is optional now" in done.out

    def test_the_docs_may_be_the_whole_repository(self, tmp_path: Path) -> None:
        folder = repository(tmp_path / "docs", {"Boat.md": OLD})
        write(folder, {"Boat.md": NEW})
        assert docmodels("diff", "--docs", ".", cwd=folder).out == SAID.replace("docs_in/", "")
        output = docmodels("diff", "HEAD", "HEAD", "--docs", ".", "--format", "json", cwd=folder).out
        assert json.loads(output)["old"]["name"] == "HEAD:"

    def test_docs_that_were_in_another_folder_are_named_with_it(self, project: Path) -> None:
        git(project, "mv", "docs_in", "pages")
        commit(project, {})
        assert docmodels("diff", "HEAD~1:docs_in", "--docs", "pages", cwd=project).out == SAID.replace(
            "docs_in", "pages"
        )
        done = docmodels("diff", "HEAD~1", "--docs", "pages", cwd=project)
        remedy = 'write "HEAD~1:FOLDER" if the docs were in another one'
        assert done == Done(2, "", f'docmodels: error: no docs folder "pages" at "HEAD~1"; {remedy}\n')

    def test_docs_that_are_gone_can_still_be_compared(self, project: Path) -> None:
        commit(project, {})
        shutil.rmtree(project / "docs_in")
        assert docmodels("diff", "HEAD~1", "HEAD", cwd=project).status == 0
        done = docmodels("diff", cwd=project)
        assert (done.status, done.out) == (2, "")
        assert 'no docs folder "docs_in"' in done.err

    def test_the_configuration_holds_for_both_sides(self, project: Path) -> None:
        exclude = '[tool.docmodels]\ndocs = "docs_in"\nexclude = ["Boat*"]\n'
        commit(project, {"docs_in/Oar.md": OLD.replace("Boat", "Oar"), "pyproject.toml": exclude})
        write(project, {"docs_in/Oar.md": NEW.replace("Boat", "Oar"), PAGE: OLD})
        assert docmodels("diff", cwd=project).out == SAID.replace("Boat", "Oar")

    def test_names_that_begin_with_a_dot_are_no_pages(self, project: Path) -> None:
        commit(project, {"docs_in/.drafts/Oar.md": OLD, "docs_in/.Oar.md": OLD, "docs_in/Oar.txt": OLD})
        revision = find_revision("HEAD", project / "docs_in")
        assert revision is not None
        assert read_revision(revision) == find_pages(project / "docs_in")

    @pytest.mark.parametrize("name", ["nothing", "HEAD~9", "nothing:docs_in", "--help^{commit}"])
    def test_a_revision_that_does_not_exist_is_a_mistake(self, project: Path, name: str) -> None:
        done = docmodels("diff", "--", name, cwd=project)
        assert done == Done(2, "", f'docmodels: error: no folder and no revision "{name}"\n')

    def test_a_range_is_two_sides(self, project: Path) -> None:
        done = docmodels("diff", "HEAD..HEAD", cwd=project)
        remedy = "write the two ends of a range as OLD and NEW"
        assert done == Done(2, "", f'docmodels: error: no folder and no revision "HEAD..HEAD"; {remedy}\n')

    def test_an_object_that_is_lost_is_said(self, project: Path) -> None:
        blob = git(project, "rev-parse", "HEAD:docs_in/Boat.md").strip()
        (project / ".git/objects" / blob[:2] / blob[2:]).unlink()
        assert docmodels("diff", cwd=project) == Done(2, "", f"docmodels: error: git: the object {blob} is missing\n")

    def test_the_limits_hold_for_both_sides(self, project: Path) -> None:
        """A page that is too large is left out, before git hands it over; with the limit raised, it is not."""
        limits = "[tool.docmodels.limits]\npage_bytes = "
        large = OLD + "\n" + "x" * 2_000
        commit(project, {PAGE: large, "pyproject.toml": f"{limits}1000\n"})
        (document,) = [json.loads(docmodels("diff", "--format", "json", cwd=project).out)]
        assert [document[side]["errors"] for side in ("old", "new")] == [2, 2]
        write(project, {"pyproject.toml": f"{limits}5000\n"})
        assert docmodels("diff", cwd=project) == Done(0, "no changes\n", "")

    @pytest.mark.parametrize("sides", [("",), ("HEAD", "")])
    def test_an_empty_name_is_not_the_default(self, project: Path, sides: tuple[str, ...]) -> None:
        """An unset variable leaves one."""
        done = docmodels("diff", *sides, cwd=project)
        assert (done.status, done.out) == (2, "")
        assert "expected a folder or a revision" in done.err

    def test_what_is_a_folder_and_a_revision_is_refused(self, project: Path) -> None:
        git(project, "branch", "docs_in")
        done = docmodels("diff", "docs_in", cwd=project)
        remedy = 'write "./docs_in" for the folder, "docs_in^0" for the revision'
        assert done == Done(2, "", f'docmodels: error: "docs_in" is a folder and a revision; {remedy}\n')
        assert docmodels("diff", "./docs_in", cwd=project).out == "no changes\n"
        assert docmodels("diff", "docs_in^0", cwd=project).out == SAID

    def test_without_a_repository_there_are_no_revisions(self, tmp_path: Path) -> None:
        write(tmp_path, {PAGE: OLD})
        done = docmodels("diff", cwd=tmp_path)
        assert done.status == 2
        assert done.err.startswith('docmodels: error: no folder "HEAD", and no revision: git: not a git repository')
        assert done.err.endswith("; name two folders, or keep the docs in a git repository\n")

    def test_without_git_there_are_no_revisions(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        done = docmodels("diff", cwd=project)
        assert (done.status, done.out) == (2, "")
        assert "git is not installed" in done.err

    def test_a_shallow_clone_says_that_it_is_one(self, project: Path, tmp_path: Path) -> None:
        commit(project, {})
        git(tmp_path, "clone", "--quiet", "--depth", "1", project.as_uri(), "clone")
        done = docmodels("diff", "HEAD~1", cwd=tmp_path / "clone")
        assert (done.status, done.out) == (2, "")
        assert "the clone is shallow, so fetch more of its history first" in done.err

    def test_what_git_tells_its_hooks_does_not_matter(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GIT_DIR", ".git")
        monkeypatch.setenv("GIT_INDEX_FILE", "elsewhere")
        assert docmodels("diff", cwd=project).out == SAID

    @pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
    def test_links_are_followed_in_the_docs_folder_and_not_out_of_it(self, project: Path) -> None:
        docs = project / "docs_in"
        (docs / "Twin.md").symlink_to("Boat.md")
        (docs / "Triplet.md").symlink_to("./Twin.md")
        (docs / "Out.md").symlink_to("../pyproject.toml")
        (docs / "Round.md").symlink_to("Round.md")
        commit(project, {"pyproject.toml": ""})
        revision = find_revision("HEAD", docs)
        assert revision is not None
        pages, problems = read_revision(revision)
        assert [path for path, _ in pages] == ["Boat.md", "Triplet.md", "Twin.md"]
        assert {data for _, data in pages} == {NEW.encode()}
        assert [(problem.place.path, problem.code) for problem in problems] == [
            ("Out.md", "not-read"),
            ("Round.md", "not-read"),
        ]

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems do not take such names")
    def test_pages_may_have_odd_names(self, project: Path) -> None:
        odd = {'docs_in/a\nb\t"c".md': OLD, "docs_in/ä ö.md": OLD}
        commit(project, odd)
        (project / "docs_in" / os.fsdecode(b"\xff.md")).write_text(OLD)
        commit(project, {})
        revision = find_revision("HEAD", project / "docs_in")
        assert revision is not None
        assert read_revision(revision) == find_pages(project / "docs_in")

    def test_a_thousand_pages_are_three_processes(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        commit(project, {f"docs_in/Boat{number}.md": OLD for number in range(100)})
        calls = []
        run = subprocess.run
        monkeypatch.setattr(revisions.subprocess, "run", lambda *a, **k: calls.append(a[0][1]) or run(*a, **k))
        revision = find_revision("HEAD", project / "docs_in")
        assert revision is not None
        pages, _ = read_revision(revision)
        assert len(pages) == 101
        assert calls == ["rev-parse", "rev-parse", "rev-parse", "ls-tree", "cat-file"]


class TestErrorsInTheDocs:
    BROKEN = OLD.replace("*long*", "List<*long*")

    def test_those_of_the_new_side_fail_the_run(self, project: Path) -> None:
        write(project, {PAGE: self.BROKEN})
        done = docmodels("diff", cwd=project)
        assert done.status == 1
        assert done.err.startswith("docs_in/Boat.md:8:18: error[type-syntax]: ")
        assert done.out.endswith("The new docs have 1 error, so changes may be missing or wrong here.\n")

    def test_those_of_both_sides_are_counted_and_do_not_fail_the_run(self, project: Path) -> None:
        """Nobody can correct the docs of others, wherever on the page the row stands now."""
        commit(project, {PAGE: self.BROKEN})
        write(project, {PAGE: self.BROKEN.replace("# Boat", "# Boat\n\nA boat.")})
        sentence = (
            "The old docs have 1 error and the new docs have 1 error, none of them new, so changes may be missing"
        )
        done = docmodels("diff", cwd=project)
        assert (done.status, done.err) == (0, "")
        assert sentence in " ".join(done.out.split())

    def test_a_new_one_beside_old_ones_fails_the_run(self, project: Path) -> None:
        commit(project, {PAGE: self.BROKEN})
        write(project, {PAGE: self.BROKEN, "docs_in/Ship.md": self.BROKEN.replace("Boat", "Ship")})
        done = docmodels("diff", "--format", "json", cwd=project)
        assert done.status == 1
        assert re.findall(r"^\S+: error", done.err, re.M) == ["docs_in/Ship.md:8:18: error"]
        assert json.loads(done.out)["new"] == {"name": "docs_in", "errors": 2, "new_errors": 1}

    def test_those_of_the_old_side_do_not_stop_what_mends_them(self, project: Path) -> None:
        commit(project, {PAGE: self.BROKEN})
        write(project, {PAGE: OLD})
        done = docmodels("diff", "--format", "json", cwd=project)
        assert (done.status, done.err) == (0, "")
        assert [json.loads(done.out)[side]["errors"] for side in ("old", "new")] == [1, 0]
        assert "The old docs have 1 error" in docmodels("diff", "--format", "markdown", cwd=project).out
        assert "The old docs have 1 error" in docmodels("diff", "--format", "github", cwd=project).out

    def test_warnings_are_not_said(self, project: Path) -> None:
        write(project, {PAGE: NEW.replace("*long*", "*lnog*")})
        assert docmodels("diff", cwd=project).err == ""

    def test_docs_without_a_page_are_an_error(self, project: Path) -> None:
        (project / PAGE).unlink()
        done = docmodels("diff", cwd=project)
        assert done.status == 1
        assert "Boat is removed" in done.out
        assert "error[no-pages]" in done.err


class TestExitStatus:
    @pytest.mark.parametrize(
        ("fail_on", "status"),
        [
            ((), 0),
            (("--fail-on", "breaking"), 1),
            (("--fail-on", "senders"), 0),
            (("--fail-on", "receivers"), 1),
            (("--fail-on", "importers"), 0),
            (("--fail-on", "any"), 1),
        ],
    )
    def test_with_a_breaking_change(self, project: Path, fail_on: tuple[str, ...], status: int) -> None:
        assert docmodels("diff", *fail_on, cwd=project).status == status

    @pytest.mark.parametrize(("fail_on", "status"), [("breaking", 0), ("any", 1)])
    def test_with_a_harmless_one(self, project: Path, fail_on: str, status: int) -> None:
        write(project, {PAGE: boat(f"name *string* {MUST}", f"length *long* {MUST}", f"flag *string* {MAY}")})
        assert docmodels("diff", "--fail-on", fail_on, cwd=project).status == status

    def test_with_none(self, project: Path) -> None:
        write(project, {PAGE: OLD})
        assert docmodels("diff", "--fail-on", "any", cwd=project) == Done(0, "no changes\n", "")

    def test_a_description_is_a_change_only_when_asked_for(self, project: Path) -> None:
        write(project, {PAGE: OLD.replace("N/A", "Said.", 1)})
        assert docmodels("diff", "--fail-on", "any", cwd=project).status == 0
        done = docmodels("diff", "--descriptions", "--fail-on", "any", "--format", "json", cwd=project)
        assert (done.status, kinds(done)) == (1, ["field-described"])

    @pytest.mark.parametrize(
        ("fail_on", "status"),
        [
            ("senders,importers", 0),
            ("senders,receivers", 1),
            ("field-removed", 0),
            ("field-removed,field-added", 1),
        ],
    )
    def test_several_sides_and_kinds(self, project: Path, fail_on: str, status: int) -> None:
        assert docmodels("diff", "--fail-on", fail_on, cwd=project).status == status

    @pytest.mark.parametrize("fail_on", ["sender", "", "senders,field-aded"])
    def test_what_is_neither(self, project: Path, fail_on: str) -> None:
        done = docmodels("diff", "--fail-on", fail_on, cwd=project)
        assert done.status == 2
        assert "is no side and no kind of change" in done.err

    @pytest.mark.parametrize(
        ("setting", "fail_on", "status"),
        [
            ('field-added = "error"', (), 1),
            ('field-optional = "note"', ("--fail-on", "breaking"), 0),
            ('field-optional = "note"', ("--fail-on", "field-optional"), 1),
            ('field-optional = "warning"', ("--fail-on", "any"), 1),
        ],
    )
    def test_severities_of_the_configuration(
        self, project: Path, setting: str, fail_on: tuple[str, ...], status: int
    ) -> None:
        """A kind on the command line comes before the configuration, and this before a side."""
        write(project, {"pyproject.toml": f"[tool.docmodels.changes]\n{setting}\n"})
        assert docmodels("diff", *fail_on, cwd=project).status == status

    def test_a_kind_that_does_not_exist(self, project: Path) -> None:
        write(project, {"pyproject.toml": '[tool.docmodels.changes]\nfield-aded = "error"\n'})
        done = docmodels("diff", cwd=project)
        message = 'changes: "field-aded" is not a kind of change; did you mean "field-added"?'
        assert (done.status, done.err) == (2, f"pyproject.toml:2:1: error: {message}\n")


class TestAccepted:
    @pytest.fixture
    def fingerprint(self, project: Path) -> str:
        """That of the only breaking change."""
        fingerprint: str = json.loads(docmodels("diff", "--format", "json", cwd=project).out)["changes"][0][
            "fingerprint"
        ]
        return fingerprint

    def test_an_accepted_change_does_not_fail_and_is_shown(self, project: Path, fingerprint: str) -> None:
        failed = docmodels("diff", "--fail-on", "breaking", cwd=project)
        assert failed.status == 1
        assert f"[field-optional {fingerprint}]" in failed.out
        assert "1 change failed the run" in failed.err
        done = docmodels(
            "diff", "--fail-on", "breaking", "--accept", fingerprint, "--because", "nobody reads it", cwd=project
        )
        assert (done.status, done.err) == (0, "accepted 1 change in docmodels.accepted.json\n")
        assert "[field-optional, accepted]" in done.out
        assert " ".join(done.out.split()).endswith("0 for importers; 1 accepted")
        assert (project / "docmodels.accepted.json").read_text("utf-8") == (
            f'{{\n  "{fingerprint}": {{"change": "Boat.name is optional now", "because": "nobody reads it"}}\n}}\n'
        )
        again = docmodels("diff", "--fail-on", "breaking", "--format", "json", cwd=project)
        assert (again.status, again.err) == (0, "")
        first, second = json.loads(again.out)["changes"]
        assert (first["accepted"], first["severity"], second["accepted"]) == ("nobody reads it", "note", None)

    def test_one_that_is_gone_is_a_finding(self, project: Path, fingerprint: str) -> None:
        docmodels("diff", "--accept", fingerprint, "--because", "we know", cwd=project)
        write(project, {PAGE: OLD})
        done = docmodels("diff", "--format", "json", cwd=project)
        assert done.status == 0
        assert done.err.startswith("docmodels.accepted.json:2: warning[stale-acceptance]: ")
        gone = {"fingerprint": fingerprint, "change": "Boat.name is optional now", "because": "we know"}
        assert json.loads(done.out)["stale"] == [gone]
        write(project, {"pyproject.toml": "[tool.docmodels]\nstrict = true\n"})
        assert docmodels("diff", cwd=project).status == 1

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (("--accept", "000000000000", "--because", "x"), '--accept: no change has the fingerprint "000000000000"'),
            (("--accept", "000000000000"), "--accept and --because need each other"),
            (("--because", "x"), "--accept and --because need each other"),
        ],
    )
    def test_what_cannot_be_accepted(self, project: Path, options: tuple[str, ...], message: str) -> None:
        done = docmodels("diff", *options, cwd=project)
        assert (done.status, done.out) == (2, "")
        assert message in done.err
        assert not (project / "docmodels.accepted.json").exists()

    @pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', '{"a": {"because": " "}}', "[" * 100_000])
    def test_a_file_that_is_not_as_it_has_to_be(self, project: Path, text: str) -> None:
        write(project, {"docmodels.accepted.json": text})
        done = docmodels("diff", cwd=project)
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith("docmodels.accepted.json: error: ")


class TestForms:
    def test_json(self, project: Path) -> None:
        done = docmodels("diff", "--format", "json", cwd=project)
        document = json.loads(done.out)
        first, second = document.pop("changes")
        assert re.fullmatch("[0-9a-f]{12}", first.pop("fingerprint"))
        assert document == {
            "version": 1,
            "old": {"name": "HEAD:docs_in", "errors": 0},
            "new": {"name": "docs_in", "errors": 0, "new_errors": 0},
            "summary": {"changes": 2, "breaking": 1, "senders": 0, "receivers": 1, "importers": 0},
            "stale": [],
        }
        assert first == {
            "kind": "field-optional",
            "severity": "warning",
            "accepted": None,
            "model": "Boat",
            "model_kind": "object",
            "used_by": None,
            "part": "name",
            "attribute": "name",
            "old": None,
            "new": None,
            "breaks": ["receivers"],
            "message": "Boat.name is optional now",
            "old_place": {"page": "Boat.md", "line": 7},
            "new_place": {"page": "Boat.md", "line": 7},
        }
        assert second["old_place"] is None
        assert second["new"] == "string"

    @pytest.mark.parametrize(
        ("fail_on", "levels"),
        [
            ((), ("warning", "notice")),
            (("--fail-on", "breaking"), ("error", "notice")),
            (("--fail-on", "any"), ("error", "error")),
        ],
    )
    def test_github(self, project: Path, fail_on: tuple[str, ...], levels: tuple[str, str]) -> None:
        done = docmodels("diff", "--format", "github", *fail_on, cwd=project)
        assert re.sub(r" \([0-9a-f]{12}\)$", "", done.out, flags=re.M) == (
            f"::{levels[0]} file=docs_in/Boat.md,line=7,title=field-optional (breaks receivers)"
            "::docs_in/Boat.md:7: Boat.name is optional now; breaks receivers\n"
            f"::{levels[1]} file=docs_in/Boat.md,line=9,title=field-added (breaks nobody)"
            "::docs_in/Boat.md:9: Boat.flag is new, optional: string; breaks nobody\n"
            "::notice title=docmodels diff"
            "::2 changes in 1 model, 1 of them breaking: 0 for senders, 1 for receivers, 0 for importers.\n"
        )

    def test_github_has_the_paths_of_the_repository(self, project: Path) -> None:
        """Whatever the folder that the job runs in."""
        done = docmodels("diff", "--format", "github", "--docs", ".", cwd=project / "docs_in")
        assert "file=docs_in/Boat.md,line=7" in done.out

    def test_markdown(self, project: Path) -> None:
        assert docmodels("diff", "--format", "markdown", cwd=project).out == (
            "**2 changes in 1 model, 1 of them breaking: 0 for senders, 1 for receivers, 0 for importers** from `HEAD:docs_in` to"
            " `docs_in`.\n\n"
            "### 1 breaking change\n\n"
            "**`Boat`**, an object, in `docs_in/Boat.md`\n\n"
            "| What | Change | Breaks | Kind | Line |\n"
            "| --- | --- | --- | --- | --- |\n"
            "| `name` | is optional now | receivers | field-optional | 7 |\n\n"
            "### 1 change that breaks nobody\n\n"
            "**`Boat`**, an object, in `docs_in/Boat.md`\n\n"
            "| What | Change | Breaks | Kind | Line |\n"
            "| --- | --- | --- | --- | --- |\n"
            "| `flag` | is new, optional: `string` | nobody | field-added | 9 |\n"
        )

    def test_text_is_in_colour_on_a_terminal_only(self, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        assert "\x1b[" not in docmodels("diff", cwd=project).out
        env = {**os.environ, "FORCE_COLOR": "1"}
        done = subprocess.run(
            [sys.executable, "-m", "docmodels", "diff"], cwd=project, env=env, capture_output=True, encoding="utf-8"
        )
        assert "\x1b[1;31mbreaks receivers\x1b[0m" in done.stdout

    @pytest.mark.parametrize("form", ["text", "markdown", "github"])
    def test_nothing_in_the_docs_can_command_a_terminal(self, project: Path, form: str) -> None:
        write(project, {PAGE: NEW.replace("flag", "fl\x1b]0;x\x07ag\u202e")})
        out = docmodels("diff", "--format", form, cwd=project).out
        assert not {"\x1b", "\x07", "\u202e"} & set(out)

    def test_what_comes_out_is_the_same_each_time(self, project: Path) -> None:
        forms = [("diff", "--format", form) for form in ("text", "markdown", "json", "github")]
        assert [docmodels(*form, cwd=project) for form in forms] == [docmodels(*form, cwd=project) for form in forms]


def test_the_example_docs_do_not_differ_from_themselves() -> None:
    pages = find_pages(DOCS)
    assert compare(Config(), pages, find_pages(DOCS), descriptions=True)[0] == ()
    assert len(compare(Config(), ((), ()), pages)[0]) > 20


def test_no_revision_is_found_where_there_is_no_repository(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="not a git repository"):
        find_revision("HEAD", tmp_path)
