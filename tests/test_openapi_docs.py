"""What holds for any reference that was made of an OpenAPI file, whatever its rows and names."""

from __future__ import annotations

from docmodels.families.widdershins import WIDDERSHINS_DOCS
from docmodels.markdown import read_page
from docmodels.model.declarations import Object
from docmodels.tables.prefixes import count_packages, shared_packages
from hypothesis import given
from hypothesis import strategies as st

NAMES = st.text("abcd", min_size=1, max_size=3)
TITLES = st.lists(st.lists(NAMES, min_size=1, max_size=4).map(".".join), min_size=1, max_size=6, unique=True)
ROWS = st.lists(
    st.tuples(st.integers(0, 4), NAMES, st.sampled_from(["string", "object", "[object]", "[Room](#schemaroom)"])),
    max_size=12,
)

HEAD = '<h2 id="tocS_Room">Room</h2>\n\n<a id="schemaroom"></a>\n\n### Properties'
TABLE = "|Name|Type|Required|Restrictions|Description|\n|---|---|---|---|---|\n"


@given(TITLES)
def test_titles_stay_apart_without_the_packages_that_all_have(titles: list[str]) -> None:
    packages = shared_packages([count_packages(titles)])
    assert all(title.startswith(packages) for title in titles)
    left = [title.removeprefix(packages) for title in titles]
    assert all(left)
    assert len(set(left)) == len(titles)


@given(st.lists(TITLES, min_size=2, max_size=3))
def test_packages_are_shared_by_pages_as_by_titles(pages: list[list[str]]) -> None:
    apart = shared_packages([count_packages(titles) for titles in pages])
    assert apart == shared_packages([count_packages([title for titles in pages for title in titles])])


@given(ROWS)
def test_every_row_becomes_a_field_or_is_told_of(rows: list[tuple[int, str, str]]) -> None:
    """The rows below one with a finding go with it, and those below a link are for the schema that it leads to."""
    lines = "".join(f"|{'»' * depth} {name}|{kind}|true|none|none|\n" for depth, name, kind in rows)
    page, _ = read_page("Room.md", f"{HEAD}\n\n{TABLE}{lines}".encode())
    assert page is not None
    claim = WIDDERSHINS_DOCS.claim(page)
    assert claim is not None
    reading = WIDDERSHINS_DOCS.settle({"Room.md": claim}).read(page)
    fields = {
        field.place.line
        for declaration in reading.declarations
        if isinstance(declaration, Object)
        for field in declaration.fields
    }
    reported = {diagnostic.place.line for diagnostic in reading.diagnostics}
    closed: list[int] = []
    for line, (depth, _, kind) in enumerate(rows, HEAD.count("\n") + 5):
        while closed and closed[-1] >= depth:
            closed.pop()
        assert closed or line in fields | reported
        if closed or line in reported or kind.startswith("[Room]"):
            closed.append(depth)
