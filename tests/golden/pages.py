"""The pages of golden cases: read with a Markdown parser, rewritten line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

FOLDER = Path(__file__).parent / "cases"

FILES, DIAGNOSTICS, SUMMARY = "files", "diagnostics", "summary"
CHANGES, DESCRIPTIONS, INSPECTION = "changes", "descriptions", "inspection"
VERIFICATION, LEARNED = "verification", "learned"
COMPARISON = "comparison"
NOTES, ANNOTATIONS = "notes", "annotations"
OUTPUTS = (
    *(FILES, DIAGNOSTICS, NOTES, ANNOTATIONS, SUMMARY),
    *(CHANGES, DESCRIPTIONS, INSPECTION, VERIFICATION, LEARNED, COMPARISON),
)

CONFIGURATION = "pyproject.toml"
BEFORE, CODE = "before", "code"
_INPUT_FILES = (CONFIGURATION, "docmodels.accepted.json", "out")
_INPUT_FOLDERS = ("docs/", f"{BEFORE}/", "out/", "samples/", f"{CODE}/")
_LINK = "link"


class CaseError(Exception):
    """A page of cases is not as it has to be; `str` begins with `file:line`."""


@dataclass(frozen=True, slots=True)
class Fence:
    """A fence of a case.

    name     the path of a file, or what else it holds, one of `OUTPUTS`
    content  its lines, each with its line end
    line     of the opening mark, counted from 0
    end      the first line behind the closing mark
    """

    language: str
    name: str
    content: str
    line: int
    end: int

    @property
    def is_input(self) -> bool:
        return self.name in _INPUT_FILES or self.name.startswith(_INPUT_FOLDERS)

    @property
    def data(self) -> bytes:
        """The file that an input stands for."""
        if self.language == "bytes":
            return self.content.encode("ascii").decode("unicode_escape").encode("latin-1")
        return self.content.encode()


@dataclass(frozen=True, slots=True)
class Case:
    """One case; its name is that of its page and its heading, as `types/a-list-of-lists`."""

    page: Path
    heading: str
    line: int
    fences: tuple[Fence, ...]

    @property
    def name(self) -> str:
        return f"{self.page.stem}/{re.sub('[^a-z0-9]+', '-', self.heading.lower()).strip('-')}"

    @property
    def inputs(self) -> Mapping[str, bytes]:
        """The files that go in, by path."""
        return {fence.name: fence.data for fence in self.fences if fence.is_input and fence.language != _LINK}

    @property
    def links(self) -> Mapping[str, str]:
        """The targets of the symbolic links that go in, by path."""
        return {fence.name: fence.content.strip() for fence in self.fences if fence.language == _LINK}

    @property
    def expected(self) -> tuple[Fence, ...]:
        """What has to come out."""
        return tuple(fence for fence in self.fences if not fence.is_input)


def read_cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """The cases of all pages of a folder.

    Raises `CaseError` for a page that cannot mean what it says: a fence that is neither input nor expectation, a case
    without the one or the other, two fences or two cases of one name.
    """
    return tuple(case for page in sorted(folder.glob("*.md")) for case in read_page(page))


@cache
def all_cases() -> tuple[Case, ...]:
    """The cases of this repository, read once."""
    return read_cases()


def read_page(page: Path) -> tuple[Case, ...]:
    """The cases of a page; raises `CaseError` as `read_cases` does."""
    tokens = [token for token in MarkdownIt().parse(page.read_text(encoding="utf-8")) if token.level <= 1]
    cases: list[Case] = []
    for heading, line, fences in _sections(page, tokens):
        case = Case(page, heading, line, fences)
        _check(case)
        if any(case.name == other.name for other in cases):
            raise _error(page, line, f'a second case "{case.name}"')
        cases.append(case)
    return tuple(cases)


def rewritten(page: str, news: Mapping[Fence, str]) -> str:
    """The text of a page with other content in some of its fences."""
    lines = page.split("\n")  # as Markdown counts them; str.splitlines also ends them at U+2028
    for fence in sorted(news, key=lambda fence: fence.line, reverse=True):
        content = news[fence]
        opening = lines[fence.line]
        info = opening.lstrip("`")
        longest = max((len(run) for run in re.findall("`{3,}", content)), default=2)
        mark = "`" * max(len(opening) - len(info), longest + 1)
        lines[fence.line : fence.end] = [mark + info, *content.split("\n")[:-1], mark]
    return "\n".join(lines)


def _sections(page: Path, tokens: list[Token]) -> Iterator[tuple[str, int, tuple[Fence, ...]]]:
    heading, line = "", 0
    fences: list[Fence] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        at = token.map[0] if token.map else 0
        if token.type == "heading_open" and token.tag == "h2" and following is not None:
            if heading:
                yield heading, line, tuple(fences)
            heading, line, fences = following.content, at, []
        elif token.type == "fence":
            if not heading:
                raise _error(page, at, "a fence above the first case")
            fences.append(_fence(page, token))
    if heading:
        yield heading, line, tuple(fences)


def _fence(page: Path, token: Token) -> Fence:
    assert token.map is not None
    line, end = token.map
    language, _, name = token.info.strip().partition(" ")
    fence = Fence(language, name, token.content, line, end)
    if not name or token.level or not token.markup.startswith("`"):
        raise _error(page, line, "the fence says neither what goes in nor what comes out")
    if not fence.is_input and "." not in name and name not in OUTPUTS:
        raise _error(page, line, f'nothing that comes out is called "{name}"')
    return fence


def _check(case: Case) -> None:
    names = [fence.name for fence in case.fences]
    for name in names:
        if names.count(name) > 1:
            raise _error(case.page, case.line, f'the case has "{name}" twice')
    if not any(name.startswith("docs/") for name in case.inputs) or not case.expected:
        raise _error(case.page, case.line, "a case has a page of docs and something that comes out")


def _error(page: Path, line: int, message: str) -> CaseError:
    return CaseError(f"{page.name}:{line + 1}: {message}")
