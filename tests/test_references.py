"""References of protocols and of Kubernetes APIs: what holds for any page that their generators could write."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from docmodels.families import FAMILIES, claims
from docmodels.families.crd_ref_docs import CRD_REF_DOCS
from docmodels.families.family import Family, Reading
from docmodels.families.protoc_gen_doc import PROTOC_GEN_DOC
from docmodels.markdown import Page, read_page
from docmodels.model.declarations import UNCONSTRAINED, Constraints, Object
from docmodels.model.types import DATETIME
from docmodels.notation.kubebuilder import read_rules
from docmodels.notation.protobuf import json_name
from hypothesis import example, given
from hypothesis import strategies as st

CELLS = st.text(st.sampled_from("ab_.`*<>[]()#:{}\\ \"'|é/-1"), max_size=20).map(lambda text: text.replace("|", "\\|"))
LABELS = st.sampled_from(["", "repeated", "optional", "required", "oneof"])
RULES = st.sampled_from(
    ["Required", "Optional", "Enum", "Minimum", "MaxLength", "Pattern", "items:Enum", "XValidation", "None", ""]
)


def page_of(text: str) -> Page:
    page, _ = read_page("page.md", text.encode())
    assert page is not None
    return page


def read(family: Family, text: str) -> Reading:
    page = page_of(text)
    assert family.claim(page) is not None
    return family.settle({}).read(page)


def protocol(rows: Sequence[tuple[str, str, str, str]]) -> str:
    table = "".join(f"| {name} | {kind} | {label} | {text} |\n" for name, kind, label, text in rows)
    return f"{PROTOCOL_HEAD}{table}{PROTOCOL_TAIL}"


PROTOCOL_HEAD = (
    '<a name="harbor-v1-Room"></a>\n\n### Room\n\n'
    "| Field | Type | Label | Description |\n| ----- | ---- | ----- | ----------- |\n"
)
PROTOCOL_TAIL = "\n## Scalar Value Types\n\n| .proto Type | Notes |\n| ----------- | ----- |\n| int32 | |\n"

KUBERNETES_HEAD = (
    "## harbor.example/v1\n\n#### Room\n\n_Appears in:_\n- [Rooms](#rooms)\n\n"
    "| Field | Description | Default | Validation |\n| --- | --- | --- | --- |\n| `first` _string_ | | | |\n"
)


def kubernetes(rows: Sequence[tuple[str, str, str, str]]) -> str:
    return KUBERNETES_HEAD + "".join(
        f"| {name} | {text} | {default} | {rule} |\n" for name, text, default, rule in rows
    )


def assert_nothing_is_lost(reading: Reading, first: int, count: int) -> None:
    """Every one of `count` rows from line `first` on is a field, or a diagnostic says why not."""
    fields = {
        field.place.line
        for declaration in reading.declarations
        if isinstance(declaration, Object)
        for field in declaration.fields
    }
    reported = {diagnostic.place.line for diagnostic in reading.diagnostics}
    assert set(range(first, first + count)) <= fields | reported


@given(st.lists(st.tuples(CELLS, CELLS, LABELS, CELLS), max_size=4))
@example([("", "", "", "")])
@example([("[oneof](#x) a.", "map<", "repeated", "Default: 1")])
def test_a_protocol_s_rows_are_fields_or_told(rows: list[tuple[str, str, str, str]]) -> None:
    assert_nothing_is_lost(read(PROTOC_GEN_DOC, protocol(rows)), PROTOCOL_HEAD.count("\n") + 1, len(rows))


@given(st.lists(st.tuples(CELLS, CELLS, CELLS, st.tuples(RULES, CELLS).map(": ".join)), max_size=4))
@example([("`a` _", "`", "[", "Enum: [")])
def test_a_kind_s_rows_are_fields_or_told(rows: list[tuple[str, str, str, str]]) -> None:
    assert_nothing_is_lost(read(CRD_REF_DOCS, kubernetes(rows)), KUBERNETES_HEAD.count("\n") + 1, len(rows))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("host_port", "hostPort"),
        ("host", "host"),
        ("HostPort", "HostPort"),
        ("host__port_", "hostPort"),
        ("_host", "Host"),
        ("port_8080", "port8080"),
        ("tlsCA_file", "tlsCAFile"),
    ],
)
def test_names_in_json_are_those_that_protobuf_makes(name: str, expected: str) -> None:
    assert json_name(name) == expected


def test_rules_are_read_for_what_they_say() -> None:
    rules = read_rules(
        [
            "Required: \\{\\}",
            "Minimum: 0",
            "Maximum: 1.5",
            "Pattern: `^\\d{2}$`",
            "Format: date-time",
            "Schemaless: \\{\\}",
        ]
    )
    assert rules.required is True
    assert rules.constraints == Constraints(minimum=0, maximum=1.5, pattern=r"^\d{2}$")
    assert rules.format == DATETIME
    assert rules.text == "Validation:\n\n- Schemaless: {}"


@pytest.mark.parametrize("rule", ["Minimum: many", "MaxLength: -1", "Pattern:", "UniqueItems: false", "Foo", ": 1"])
def test_a_rule_that_is_none_of_these_is_said_as_it_is(rule: str) -> None:
    rules = read_rules([rule])
    assert rules.constraints == UNCONSTRAINED
    assert rule in rules.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("[a b]", ("a", "b")), ("[ a]", ("", "a")), ("[a]", ("a",)), ("[a a]", ("a",)), ("[]", ())],
)
def test_values_are_a_list_as_go_prints_it(text: str, expected: tuple[str, ...]) -> None:
    assert read_rules([f"Enum: {text}"]).values == expected


@pytest.mark.parametrize(
    "text",
    [
        "# Rooms\n\n| Field | Type | Label |\n| --- | --- | --- |\n| name | string | Name of the room |\n",
        "# Rooms\n\n| Method | Request | Response |\n| --- | --- | --- |\n| GET | none | Room |\n",
        "# Guide\n\n| Field | Description |\n| --- | --- |\n| `name` | What it is called. |\n",
        "## games.example/v1\n\nDeprecated.\n",
    ],
)
def test_other_pages_are_not_claimed(text: str) -> None:
    assert not {"protoc-gen-doc", "crd-ref-docs"} & claims(page_of(text), FAMILIES.values()).keys()
