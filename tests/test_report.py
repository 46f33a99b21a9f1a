"""`docmodels report` and `docmodels diff --format html`: whole in one file, and safe whatever the docs hold."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from docmodels.reporting.html_page import MARK, html_page
from docmodels.reporting.markup import marked
from hypothesis import given
from hypothesis import strategies as st

from tests.repositories import git
from tests.trees import DOCS, docmodels

HEAD = "| Field | Type | Required | Description | Example |\n| - | - | - | - | - |\n"
MUST = ":heavy_check_mark:"
MARKUP = "</script><script>alert(1)</script><img src=x onerror=alert(2)><!--<script>"
ROOM = f"""\
# Room

## Fields

{HEAD}\
| `RoomId` | *string* | {MUST} | Names the room. | 2swovpy |
| `Owner` | [Owner](./Owner.md) | {MUST} | Who made it. | {{"ownerId": 7, "nickName": "Ann"}} |
| `Notes` | *object* | :heavy_minus_sign: | `{MARKUP}` | |
| `Twin` | [Room](./Room.md) | :heavy_minus_sign: | N/A | |
"""
OWNER = f"""\
# Owner

## Fields

{HEAD}\
| `OwnerId` | *int* | {MUST} | N/A | |
| `NickName` | *string* | {MUST} | N/A | |
"""
GUIDE = "# Begin here\n\nNo model is here.\n"
PAGES = {"Room.md": ROOM, "Owner.md": OWNER, "Guide.md": GUIDE}


class Parts(HTMLParser):
    """The elements of a page: their tags with their attributes, and the text of those that hold text alone, by id or tag."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, Mapping[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self._inside = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = dict(attrs).get("id") or tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        self.texts[self._inside] = self.texts.get(self._inside, "") + data

    @property
    def data(self) -> Any:
        return json.loads(self.texts["data"])


TAGS = ["html", "head", *["meta"] * 5, "link", "title", "style", "body", "noscript", "p", "script", "script"]


def docs(folder: Path, pages: Mapping[str, str] = PAGES) -> Path:
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def report(folder: Path, *more: str) -> str:
    """The report of the docs in a folder."""
    done = docmodels("report", "--docs", "docs", "--out", "report.html", *more, cwd=folder)
    assert done.status == 0, done.err
    return (folder / "report.html").read_text(encoding="utf-8")


class TestThePage:
    @pytest.mark.parametrize("script", ["report.js", "review.js"])
    def test_its_policy_allows_its_own_style_and_script_and_nothing_else(self, script: str) -> None:
        page = Parts(html_page("Models", script, {}))
        (policy,) = (attributes["content"] for _, attributes in page.tags if "http-equiv" in attributes)
        hashes = {
            name: base64.b64encode(hashlib.sha256(page.texts[name].encode()).digest()).decode()
            for name in ("style", "script")
        }
        assert policy == (
            f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'; "
            "img-src data:; base-uri 'none'; form-action 'none'"
        )

    @pytest.mark.parametrize("script", ["report.js", "review.js"])
    def test_it_loads_nothing_and_makes_no_html_of_text(self, script: str) -> None:
        text = html_page("Models", script, {})
        assert set(re.findall(r"\b(?:src|href)=\"([^\"]*)\"", text)) == {"data:,"}
        assert set(re.findall(r"https?://[^\"\s]*", text)) == {"http://www.w3.org/2000/svg"}
        for dangerous in (
            "innerHTML",
            "outerHTML",
            "insertAdjacent",
            "document.write",
            "eval",
            "Function(",
            "@import",
            "url(",
        ):
            assert dangerous not in text.replace("url(#arrow)", "")

    @given(st.text(), st.text())
    def test_no_text_is_markup(self, title: str, text: str) -> None:
        page = html_page(title, "report.js", {"text": text})
        parts = Parts(page)
        assert [tag for tag, _ in parts.tags] == TAGS
        assert parts.data == {"text": text}
        assert page.startswith(MARK)

    def test_a_script_in_the_docs_is_text(self) -> None:
        parts = Parts(html_page(MARKUP, "report.js", {MARKUP: MARKUP}))
        assert [tag for tag, _ in parts.tags] == TAGS
        assert parts.data == {MARKUP: MARKUP}

    def test_the_scripts_are_small(self) -> None:
        folder = Path(__file__).parents[1] / "templates" / "report"
        assert all(len(file.read_text(encoding="utf-8").splitlines()) < 300 for file in folder.iterdir())


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("plain & <b>plain</b>", "plain & <b>plain</b>"),
        ("`a` and **b**", [("a", "code"), " and ", ("b", "strong")]),
        ("[x](https://example.com) [y](javascript:alert(1)) [z](Room.md)", [("x", "", "https://example.com"), " y z"]),
        ("[*x*](HTTPS://example.com)", [("x", "em", "HTTPS://example.com")]),
        ("a\n\nb", "a\n\nb"),
        (MARKUP, MARKUP),
    ],
)
def test_marks_of_markdown_are_pieces(text: str, pieces: object) -> None:
    assert marked(text) == pieces


@given(st.text(alphabet="ab`*_[](){}<>:/! \n\\&;", max_size=60))
def test_no_piece_is_more_than_text_with_known_tags(text: str) -> None:
    for piece in marked(text):
        if not isinstance(piece, str):
            words, tags, *address = piece
            assert words
            assert set(tags.split()) <= {"code", "em", "strong", "s"}
            assert all(href.startswith(("http://", "https://", "mailto:")) for href in address)


class TestReport:
    def test_says_what_is_in_the_docs(self, tmp_path: Path) -> None:
        docs(tmp_path / "docs")
        data = Parts(report(tmp_path)).data
        owner, room = data["models"]
        assert (owner["title"], room["title"]) == ("Owner", "Room")
        assert room["class"] == "room.Room"
        assert room["refs"] == [0, 1]
        name, made_by, notes, twin = room["fields"]
        assert (name["name"], name["wire"], name["place"], name["examples"]) == (
            "RoomId",
            "roomId",
            "line 7",
            ["2swovpy"],
        )
        assert made_by["type"] == [["Owner", 0]]
        assert twin["type"] == [["Room", 1]]
        assert notes["isAny"]
        assert notes["description"] == [[MARKUP, "code"]]
        assert data["skipped"] == ["Guide.md"]

    def test_shows_the_class_beside_the_model(self, tmp_path: Path) -> None:
        docs(tmp_path / "docs")
        owner, room = Parts(report(tmp_path)).data["models"]
        assert owner["source"].startswith("class Owner(Model):\n    owner_id: ")
        assert room["source"].startswith("class Room(")
        assert room["source"].rstrip().count("\nclass ") == 0

    def test_names_the_project_the_revision_and_the_address_of_the_docs(self, tmp_path: Path) -> None:
        docs(tmp_path / "docs")
        assert "project" not in {key for key, value in Parts(report(tmp_path)).data.items() if value}
        address = "https://example.com/{page}.html#{line}"
        settings = f"[project]\nname = 'rooms'\n[tool.docmodels]\ndocs_url = '{address}'\n"
        (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
        git(tmp_path, "init", "--quiet")
        git(tmp_path, "add", "docs")
        git(tmp_path, "commit", "--quiet", "--message", "The docs")
        commit = git(tmp_path, "log", "-1", "--format=%h").strip()
        data = Parts(report(tmp_path)).data
        assert (data["project"], data["revision"], data["docsUrl"]) == ("rooms", commit, address)
        docs(tmp_path / "docs", {"New.md": OWNER})
        assert Parts(report(tmp_path)).data["revision"] == f"{commit} with changes"

    def test_lists_the_tables_that_made_no_model(self, tmp_path: Path) -> None:
        docs(
            tmp_path / "docs",
            {**PAGES, "Errors.md": "# Errors\n\n| Setting | Limit |\n| - | - |\n| a | 1 |\n| b | 2 |\n"},
        )
        ((verdict, place, headings, _),) = Parts(report(tmp_path)).data["census"]
        assert (place, headings) == ("Errors.md:3", "| Setting | Limit |")
        assert verdict in ("no model", "not read")

    def test_tells_evidence_from_rules(self, tmp_path: Path) -> None:
        docs(tmp_path / "docs")
        owner, room = Parts(report(tmp_path)).data["models"]
        assert [field.get("isGuess", False) for field in owner["fields"]] == [False, False]
        assert {field.get("isGuess", False) for field in room["fields"]} == {True}
        assert owner["fields"][0]["evidence"] == 'the example of Room.Owner has the key "ownerId"'

    def test_counts(self, tmp_path: Path) -> None:
        docs(tmp_path / "docs")
        figures = {
            table["title"]: {label: figure for label, figure, _, _ in table["rows"]}
            for table in Parts(report(tmp_path)).data["coverage"]
        }
        assert figures == {
            "Pages": {"read": 3, "with models": 2, "skipped": 1, "sdk docs, csharp": 2},
            "Models": {"object": 2},
            "Fields": {"all": 6, "typed Any": 1, "with a description": 3, "with an example": 2},
            "Names on the wire": {"shown or set": 2, "by convention": 4},
            "Tables": {"all": 2, "read": 2},
        }

    def test_shows_findings_at_their_models(self, tmp_path: Path) -> None:
        docs(tmp_path / "docs", {**PAGES, "Owner.md": OWNER + f"| `Flag` | *flg* | {MUST} | N/A | |\n"})
        data = Parts(report(tmp_path)).data
        assert [(finding["code"], finding["place"], finding["model"]) for finding in data["findings"]] == [
            ("unknown-wire-case", "Owner.md:9", 0),
            ("unknown-type", "Owner.md:9", 0),
        ]
        assert data["models"][0]["findings"] == [0, 1]

    def test_the_same_docs_give_the_same_bytes(self, tmp_path: Path) -> None:
        texts = []
        for name in ("one", "two"):
            shutil.copytree(DOCS, tmp_path / name / "docs")
            texts.append(report(tmp_path / name))
        assert texts[0] == texts[1]
        assert str(tmp_path) not in texts[0]

    def test_writes_over_its_own_page_alone(self, tmp_path: Path) -> None:
        docs(tmp_path / "docs")
        first = report(tmp_path)
        docs(tmp_path / "docs", {"Owner.md": OWNER.replace("NickName", "Name")})
        assert report(tmp_path) != first
        (tmp_path / "mine.html").write_text("<!doctype html>\nmine\n", encoding="utf-8")
        (tmp_path / "link.html").symlink_to("report.html")
        for name in ("mine.html", "link.html", "docs"):
            done = docmodels("report", "--docs", "docs", "--out", name, cwd=tmp_path)
            assert done.status == 1
            assert f"{name}: error[foreign-file]" in done.err
        assert (tmp_path / "mine.html").read_text(encoding="utf-8") == "<!doctype html>\nmine\n"

    def test_a_page_can_be_in_a_new_folder(self, tmp_path: Path) -> None:
        docs(tmp_path / "docs")
        done = docmodels("report", "--out", "build/site/models.html", cwd=tmp_path)
        assert done.status == 0
        assert done.err.endswith("\nwrote build/site/models.html\n")
        assert (tmp_path / "build/site/models.html").is_file()

    def test_errors_in_the_docs_fail_the_run_and_are_in_the_page(self, tmp_path: Path) -> None:
        docs(tmp_path / "docs")
        (tmp_path / "docs" / "Broken.md").write_bytes(b"# \xff\n")
        done = docmodels("report", "--out", "report.html", cwd=tmp_path)
        assert done.status == 1
        data = Parts((tmp_path / "report.html").read_text(encoding="utf-8")).data
        assert data["findings"][0]["code"] == "not-utf8"


class TestReview:
    def test_shows_the_rows_of_both_sides(self, tmp_path: Path) -> None:
        docs(tmp_path / "v1")
        docs(tmp_path / "v2", {**PAGES, "Room.md": ROOM.replace(f"*string* | {MUST}", "*int* | :heavy_minus_sign:")})
        done = docmodels("diff", "v1", "v2", "--format", "html", cwd=tmp_path)
        assert done.status == 0
        data = Parts(done.out).data
        assert data["summary"].startswith("2 changes in 1 model")
        ((model),) = data["models"]
        assert model["title"] == "Room"
        by_kind = {change["kind"]: change for change in model["changes"]}
        assert by_kind["type-changed"]["was"] == {
            "place": "v1/Room.md:7",
            "row": f"| `RoomId` | *string* | {MUST} | Names the room. | 2swovpy |",
            "words": "string",
        }
        assert by_kind["type-changed"]["now"]["words"] == "integer"

    def test_what_breaks_comes_first(self, tmp_path: Path) -> None:
        docs(tmp_path / "v1")
        new = {
            "Owner.md": OWNER + "| `Flag` | *bool* | :heavy_minus_sign: | N/A | |\n",
            "Room.md": ROOM.replace(f"*string* | {MUST}", "*string* | :heavy_minus_sign:"),
        }
        docs(tmp_path / "v2", {**PAGES, **new})
        data = Parts(docmodels("diff", "v1", "v2", "--format", "html", cwd=tmp_path).out).data
        assert [model["title"] for model in data["models"]] == ["Room", "Owner"]

    def test_a_side_that_is_not_there_is_null(self, tmp_path: Path) -> None:
        docs(tmp_path / "v1")
        docs(tmp_path / "v2", {**PAGES, "Tag.md": OWNER.replace("# Owner", "# Tag")})
        data = Parts(docmodels("diff", "v1", "v2", "--format", "html", cwd=tmp_path).out).data
        ((change,),) = (model["changes"] for model in data["models"])
        assert change["was"] is None
        assert change["now"]["row"] == "# Tag"
