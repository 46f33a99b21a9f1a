"""The stages of the model: names, links, circles, examples, names on the wire, and what tells the members of a union."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from docmodels.diagnostics import Diagnostic, Place
from docmodels.model import (
    Convention,
    Model,
    discriminate,
    link,
    name_on_the_wire,
    read_examples,
    without_endless,
)
from docmodels.model.addresses import target_path
from docmodels.model.conventions import Case
from docmodels.model.cycles import components
from docmodels.model.declarations import (
    Alias,
    Declaration,
    Discriminator,
    Enumeration,
    Field,
    Json,
    Member,
    Object,
    Presence,
    RawValue,
    WireName,
)
from docmodels.model.direction import Directions, reached
from docmodels.model.examples import MAX_DEPTH, parse
from docmodels.model.model import references
from docmodels.model.names import camel, folded, pascal, snake, upper_snake, words
from docmodels.model.strict_json import read_number
from docmodels.model.types import (
    ANY,
    BOOLEAN,
    BYTES,
    DATE,
    DATETIME,
    DURATION,
    INTEGER,
    NULL,
    NUMBER,
    STRING,
    UUID,
    Constant,
    DeclarationId,
    Link,
    ListOf,
    MapOf,
    Nullable,
    Ref,
    Type,
    UnionOf,
    Unknown,
    nullable,
    union,
    walk,
)
from docmodels.model.wire import Cases
from hypothesis import example, given
from hypothesis import strategies as st

from tests.declarations import identity, presence, ref

# -- what the tests are made of: declarations of pages in the folder "models" --


def place(key: str, line: int = 1) -> Place:
    return Place(f"{key}.md", line, 1, 1)


def obj(key: str, *fields: Field, description: str = "", extra: Type | None = None) -> Object:
    return Object(identity(key), key.rpartition("/")[2], place(key), description, fields, extra=extra)


def field(name: str, type_: Type, *examples: str, required: bool = True, original: str = "") -> Field:
    values = tuple(RawValue(text, Place("models/Example.md", line, 9)) for line, text in enumerate(examples, 1))
    return Field(name, type_, presence(required), Place("models/Field.md"), examples=values, original=original)


def alias(key: str, type_: Type) -> Alias:
    return Alias(identity(key), key.rpartition("/")[2], place(key), "", type_)


def enumeration(key: str, *values: str | int, is_open: bool = False) -> Enumeration:
    members = tuple(Member("", value, place(key, line)) for line, value in enumerate(values, 5))
    return Enumeration(identity(key), key.rpartition("/")[2], place(key), "", members, is_open)


def codes(diagnostics: Sequence[Diagnostic]) -> list[str]:
    return [diagnostic.code for diagnostic in diagnostics]


# -- names --

NAMES = {
    "": (),
    "-._ ": (),
    "room": ("room",),
    "RoomID": ("Room", "ID"),
    "roomId": ("room", "Id"),
    "room_id": ("room", "id"),
    "ROOM_ID": ("ROOM", "ID"),
    "room id-of.it": ("room", "id", "of", "it"),
    "__room__": ("room",),
    "IPv6": ("IPv6",),
    "hostIPv6Address": ("host", "IPv6", "Address"),
    "OAuthToken": ("OAuth", "Token"),
    "SamlSSOUrl": ("Saml", "SSO", "Url"),
    "HTTPServer": ("HTTP", "Server"),
    "UserIDs": ("User", "IDs"),
    "IDsOfUsers": ("IDs", "Of", "Users"),
    "URLs": ("URLs",),
    "M2mTokens": ("M2m", "Tokens"),
    "Web3Wallet": ("Web3", "Wallet"),
    "EC2Instance": ("EC2", "Instance"),
    "last4Digits": ("last4", "Digits"),
    "X509": ("X509",),
    "A": ("A",),
    "aB": ("a", "B"),
    "ABc": ("A", "Bc"),
    "Größe": ("Größe",),
    "ÄnderungsID": ("Änderungs", "ID"),
    "房间ID": ("房间", "ID"),
    "ǅungla": ("ǅungla",),
    "a\u00a0b\u2028c": ("a", "b", "c"),
}


@pytest.mark.parametrize(("name", "expected"), NAMES.items())
def test_a_name_has_words(name: str, expected: tuple[str, ...]) -> None:
    assert words(name) == expected


@pytest.mark.parametrize(
    ("name", "snake_", "camel_", "pascal_", "upper"),
    [
        ("RoomID", "room_id", "roomID", "RoomID", "ROOM_ID"),
        ("room_id", "room_id", "roomId", "RoomId", "ROOM_ID"),
        ("IPv6Address", "ipv6_address", "ipv6Address", "IPv6Address", "IPV6_ADDRESS"),
        ("SamlSSOUrl", "saml_sso_url", "samlSSOUrl", "SamlSSOUrl", "SAML_SSO_URL"),
        ("UserIDs", "user_ids", "userIDs", "UserIDs", "USER_IDS"),
        ("M2mTokens", "m2m_tokens", "m2mTokens", "M2mTokens", "M2M_TOKENS"),
        ("Web3Wallet", "web3_wallet", "web3Wallet", "Web3Wallet", "WEB3_WALLET"),
        ("URL", "url", "url", "URL", "URL"),
        ("Straße", "straße", "straße", "Straße", "STRASSE"),
        ("हिन्दी", "हिन्दी", "हिन्दी", "हिन्दी", "हिन्दी"),
        ("", "", "", "", ""),
        ("?!", "", "", "", ""),
    ],
)
def test_a_name_is_spelled_in_each_case(name: str, snake_: str, camel_: str, pascal_: str, upper: str) -> None:
    assert (snake(name), camel(name), pascal(name), upper_snake(name)) == (snake_, camel_, pascal_, upper)


@given(name=st.text())
def test_words_are_the_letters_with_their_marks_and_the_digits_of_a_name(name: str) -> None:
    joined = "".join(words(name))
    assert joined == "".join(char for char in name if is_of_a_word(char))


def is_of_a_word(char: str) -> bool:
    return char.isalpha() or char.isdigit() or char.isupper() or unicodedata.category(char)[0] == "M"


# Letters, digits and what separates words, but no capitals without a small form, or with one of two characters.
ORDINARY = st.text(
    st.characters(categories=["L", "Nd", "P", "Zs"]).filter(
        lambda char: not char.isupper() or (len(char.lower()) == 1 and char.lower() != char)
    )
)


@given(name=st.text(st.characters(codec="ascii")))
@example("IPv4SSOUrl2UserIDs_")
def test_ascii_has_the_words_that_it_has_beside_other_letters(name: str) -> None:
    assert words(f"{name} é") == (*words(name), "é")
    assert folded(f"{name}é") == f"{folded(name)}é"


@given(name=ORDINARY)
@example("aBC1De_f2G")
def test_a_name_in_snake_case_stays_as_it_is(name: str) -> None:
    assert snake(snake(name)) == snake(name)
    assert folded(snake(name)) == folded(name)


@given(name=st.text("aBZ1_. ", max_size=12))
def test_the_cases_agree_on_the_words(name: str) -> None:
    assert folded(snake(name)) == folded(camel(name)) == folded(pascal(name)) == folded(upper_snake(name))
    assert upper_snake(name) == snake(name).upper()


@pytest.mark.parametrize("pattern", ["A", "a", "Aa", "A1", "_", "IPv", "OAuth", "IDs", "1", "aB-", "\u00e4"])
def test_a_long_name_is_a_name(pattern: str) -> None:
    """Each of these takes minutes if a name costs more than its length."""
    name = pattern * (1_000_000 // len(pattern))
    assert folded(snake(name)) == folded(name)


# -- types --

TYPES = st.recursive(
    st.sampled_from([ANY, STRING, INTEGER, NULL, ref("A"), Constant(("a",)), Constant(("b", 1)), Constant((True,))]),
    lambda inner: (
        inner.map(ListOf)
        | inner.map(MapOf)
        | inner.map(nullable)
        | st.lists(inner, max_size=4).map(lambda m: union(*m))
    ),
    max_leaves=12,
)


@given(members=st.lists(TYPES, max_size=5))
def test_a_union_is_flat_and_says_everything_once(members: list[Type]) -> None:
    type_ = union(*members)
    inner = type_.item if isinstance(type_, Nullable) else type_
    flat = inner.members if isinstance(inner, UnionOf) else (inner,)
    assert not any(isinstance(member, UnionOf | Nullable) for member in flat)
    assert len(set(flat)) == len(flat)
    assert sum(isinstance(member, Constant) for member in flat) < 2
    assert union(type_) == union(type_, *members) == type_


@given(members=st.lists(TYPES, min_size=1, max_size=5))
def test_null_in_a_union_is_said_once_and_outside(members: list[Type]) -> None:
    assert union(*members, NULL) == nullable(union(*members))
    assert not any(
        isinstance(part, Nullable) for type_ in [nullable(union(*members))] for part in list(walk(type_))[1:2]
    )


def test_1_and_true_are_two_constants() -> None:
    assert repr(union(Constant((1,)), Constant((True,)), Constant((1,)))) == repr(Constant((1, True)))


# -- links --


def target(label: str, href: str = "", fallback: Type | None = None, page: str = "models/Boat.md") -> Link:
    return Link(href, label, Place(page, 7, 11, 4), fallback)


def linked(*declarations: Declaration, pages: tuple[str, ...] = ()) -> tuple[Model, Directions, tuple[Diagnostic, ...]]:
    return link(declarations, [], {*pages, *(declaration.id.page for declaration in declarations)})


def followed(type_: Type, *others: Declaration, pages: tuple[str, ...] = ()) -> tuple[Type, list[str]]:
    """What a field of models/Boat.md is once its links are followed, and the codes of the findings on them."""
    model, _, diagnostics = linked(obj("models/Boat", field("crew", type_)), *others, pages=pages)
    boat = model.by_id[identity("models/Boat")]
    assert isinstance(boat, Object)
    assert all(diagnostic.place == target("").place for diagnostic in diagnostics)
    return boat.fields[0].type, codes(diagnostics)


TWINS = (obj("models/Crew"), obj("other/Crew"), obj("third/Crew"))
FLEET = tuple(
    Object(DeclarationId("models/all.md", anchor), title, Place("models/all.md", 1), "", (), anchors=more)
    for anchor, title, more in (("crew", "Crew", ()), ("sail", "Sail", ("canvas",)))
)


@pytest.mark.parametrize(
    ("link", "key"),
    [
        (target("Crew", "../other/Crew.md"), "other/Crew"),
        (target("third.Crew", "../other/Crew.md"), "other/Crew"),  # the path counts more than the label
        (target("Crew", "../other/Crew.md#fields"), "other/Crew"),
        (target("Crew", "./../other/%43rew.md"), "other/Crew"),
        (target("other.Crew", "gone.md"), "other/Crew"),  # the folder that the label names
        (target("Harbour.Other.Crew"), "other/Crew"),
        (target("Crew", "gone.md"), "models/Crew"),  # the folder of the page
        (target("crew"), "models/Crew"),
        (target("elsewhere.Crew"), "models/Crew"),
    ],
)
def test_a_link_leads_by_its_path_then_by_its_title_in_a_folder(link: Link, key: str) -> None:
    assert followed(link, *TWINS) == (ref(key), [])


def test_a_title_that_is_unique_in_the_tree_is_found_anywhere() -> None:
    assert followed(target("Crew"), obj("far/away/Crew")) == (ref("far/away/Crew"), [])


def test_links_are_followed_inside_of_other_types() -> None:
    type_ = union(ListOf(MapOf(nullable(target("Crew")))), STRING)
    assert followed(type_, TWINS[0]) == (union(ListOf(MapOf(Nullable(ref("models/Crew")))), STRING), [])


def test_the_fields_that_the_docs_do_not_name_have_links_too() -> None:
    model, _, _ = linked(obj("models/Boat", extra=target("Crew")), *TWINS)
    boat = model.by_id[identity("models/Boat")]
    assert isinstance(boat, Object)
    assert boat.extra == ref("models/Crew")


@pytest.mark.parametrize(
    ("link", "anchor"),
    [
        (target("Crew", "all.md#sail"), "sail"),  # the anchor counts more than the label
        (target("Sail", "all.md#canvas"), "sail"),
        (target("Sail", "all.md#gone"), "sail"),
        (target("Sail", "all.md"), "sail"),
        (target("Crew", "#sail", page="models/all.md"), "sail"),
    ],
)
def test_several_declarations_of_one_page_are_told_by_their_anchors_then_by_their_titles(
    link: Link, anchor: str
) -> None:
    assert followed(link, *FLEET, pages=("models/all.md",)) == (Ref(DeclarationId("models/all.md", anchor)), [])


@pytest.mark.parametrize("href", ["all.md#oar", "all.md"])
def test_a_link_to_a_page_of_several_models_must_name_one(href: str) -> None:
    assert followed(target("Oar", href), *FLEET, pages=("models/all.md",))[1] == ["dead-link"]


@pytest.mark.parametrize(
    ("link", "code"),
    [
        (target("Sail"), "unknown-type"),
        (target("lib.Sail"), "unknown-type"),
        (target("Sail", "gone.md"), "dead-link"),
        (target("Sail", "guide.md"), "dead-link"),
        (target("Sail", "https://docs.example/Sail"), "external-type"),
        (target("Sail", "//docs.example/Sail.md"), "external-type"),
        (target("Sail", "/Sail.md"), "external-type"),
        (target("Sail", "http://["), "external-type"),
        (target("Sail", "#sail"), "dead-link"),
    ],
)
def test_a_link_that_leads_nowhere_is_any_value_and_told(link: Link, code: str) -> None:
    assert followed(link, *TWINS, pages=("models/guide.md",)) == (Unknown("Sail"), [code])


def test_a_title_that_several_pages_have_is_ambiguous() -> None:
    assert followed(target("Crew"), *TWINS[1:]) == (Unknown("Crew"), ["ambiguous-title"])


def test_a_fallback_stands_for_a_link_that_leads_nowhere() -> None:
    fallback = union(STRING, ListOf(target("Crew")))
    meant = union(STRING, ListOf(ref("models/Crew")))
    assert followed(target("Sails", "gone.md", fallback), TWINS[0]) == (meant, ["dead-link"])
    assert followed(target("Sails", "", fallback), TWINS[0]) == (meant, [])  # there was no link to be dead
    assert followed(target("Crew", "", fallback), TWINS[0]) == (ref("models/Crew"), [])


def test_a_page_without_a_shape_takes_the_one_that_its_links_show() -> None:
    links = [field(name, target("Cargo", "Cargo.md", union(STRING, ListOf(target("Crew"))))) for name in "ab"]
    model, _, diagnostics = linked(obj("models/Boat", *links), alias("models/Cargo", ANY), TWINS[0])
    assert model.by_id[identity("models/Cargo")] == alias("models/Cargo", union(STRING, ListOf(ref("models/Crew"))))
    assert diagnostics == ()


def test_a_page_whose_links_disagree_has_no_shape() -> None:
    links = [field(repr(fallback), target("Cargo", "Cargo.md", fallback)) for fallback in (STRING, INTEGER)]
    model, _, _ = linked(obj("models/Boat", *links), alias("models/Cargo", ANY))
    assert model.by_id[identity("models/Cargo")] == alias("models/Cargo", ANY)


def test_a_page_with_a_shape_keeps_it() -> None:
    boat = obj("models/Boat", field("cargo", target("Cargo", "Cargo.md", STRING)))
    model, _, _ = linked(boat, alias("models/Cargo", INTEGER))
    assert model.by_id[identity("models/Cargo")] == alias("models/Cargo", INTEGER)


def test_declarations_come_in_the_order_of_the_pages() -> None:
    model, _, _ = linked(*reversed(TWINS))
    assert model.declarations == TWINS


@given(href=st.text() | st.text("./#?%:2Ff[]a", max_size=12), page=st.sampled_from(["a.md", "a/b/c.md"]))
def test_any_target_leads_somewhere_relative_or_out_of_the_docs(href: str, page: str) -> None:
    path = target_path(href, page)
    assert path is None or not path.startswith("/")


# -- circles --

GRAPHS = (
    st.integers(1, 7)
    .flatmap(lambda size: st.lists(st.lists(st.integers(0, size - 1), max_size=4), min_size=size, max_size=size))
    .map(lambda rows: {str(node): [str(other) for other in row] for node, row in enumerate(rows)})
)


@given(edges=GRAPHS)
def test_a_component_is_all_that_reach_each_other(edges: Mapping[str, Sequence[str]]) -> None:
    reach = {node: set(edges[node]) for node in edges}
    for _ in edges:
        for node in edges:
            reach[node] |= {far for near in reach[node] for far in reach[near]}
    expected = {
        frozenset(other for other in reach[node] if node in reach[other]) for node in edges if node in reach[node]
    }
    circles = components(edges)
    assert set(circles) == expected
    assert len(circles) == len(expected)


def test_a_circle_may_be_long() -> None:
    size = 20_000
    edges = {str(node): [str((node + 1) % size)] for node in range(size)}
    assert components(edges) == (frozenset(edges),)
    assert components({**edges, str(size - 1): []}) == ()


# -- aliases that stand for nothing --


@pytest.mark.parametrize(
    "types",
    [
        {"A": ref("A")},
        {"A": Nullable(ref("A"))},
        {"A": UnionOf((STRING, ref("A")))},
        {"A": ref("B"), "B": ref("C"), "C": UnionOf((ref("A"), INTEGER))},
    ],
)
def test_an_alias_that_leads_back_to_itself_is_any_value(types: dict[str, Type]) -> None:
    bystander = alias("D", ListOf(ref("A")))
    model, diagnostics = without_endless(Model((*(alias(key, type_) for key, type_ in types.items()), bystander)))
    assert model.declarations == (*(alias(key, ANY) for key in types), bystander)
    assert codes(diagnostics) == ["endless-type"] * len(types)
    assert [diagnostic.place for diagnostic in diagnostics] == [place(key) for key in types]


@pytest.mark.parametrize(
    "declarations",
    [
        (alias("A", ListOf(ref("A"))),),
        (alias("A", UnionOf((STRING, MapOf(ref("A"))))),),
        (alias("A", ref("B")), obj("B", field("a", ref("A")))),
        (alias("A", ref("B")), alias("B", STRING)),
    ],
)
def test_a_list_or_an_object_makes_a_type_finite(declarations: tuple[Declaration, ...]) -> None:
    model = Model(declarations)
    assert without_endless(model) == (model, ())


def test_a_model_that_was_not_cleaned_can_be_asked_all_the_same() -> None:
    model = Model((alias("A", ref("B")), alias("B", Nullable(ref("A"))), alias("C", union(ref("A"), STRING))))
    assert model.alternatives(ref("C")) == (STRING,)


def test_references_come_once_and_in_order() -> None:
    boat = obj("A", field("a", union(ListOf(ref("C")), ref("B"))), field("b", ref("C")), extra=MapOf(ref("D")))
    assert references(boat) == tuple(map(identity, "CBD"))


# -- examples --

SHAPES = Model(
    (
        obj("Boat", field("name", STRING)),
        enumeration("Side", "port", "starboard"),
        enumeration("Grade", 1, 2),
        enumeration("Flag", "Q", is_open=True),
        alias("Cargo", union(STRING, ListOf(ref("Boat")))),
    )
)


def value_of(type_: Type, *texts: str) -> tuple[tuple[Json, ...], bool, list[str]]:
    """The values of a field's examples, whether the field is nullable, and the codes of the findings."""
    model, diagnostics = read_examples(Model((*SHAPES.declarations, obj("Holder", field("it", type_, *texts)))))
    holder = model.by_id[identity("Holder")]
    assert isinstance(holder, Object)
    return holder.fields[0].values, holder.fields[0].nullable, codes(diagnostics)


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        (STRING, "fore", "fore"),
        (STRING, "7", "7"),
        (STRING, '"7"', "7"),
        (STRING, "true", "true"),
        (STRING, '{"a": 1}', '{"a": 1}'),
        (STRING, "NaN", "NaN"),
        (STRING, "two\nlines", "two\nlines"),
        (INTEGER, "7", 7),
        (INTEGER, "-7", -7),
        (INTEGER, "9" * 400, int("9" * 400)),
        (NUMBER, "7", 7),
        (NUMBER, "7.5", 7.5),
        (NUMBER, "1e3", 1000.0),
        (union(INTEGER, NUMBER), "5", 5),
        (BOOLEAN, "true", True),
        (DATE, "2024-02-29", "2024-02-29"),
        (DATETIME, "2024-02-29T12:00:00Z", "2024-02-29T12:00:00Z"),
        (UUID, "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"),
        (BYTES, "AAEC", "AAEC"),
        (DURATION, "PT5M", "PT5M"),
        (ANY, "7", 7),
        (ANY, "fore", "fore"),
        (Unknown("Sail"), "[1]", [1]),
        (ListOf(INTEGER), "[1, 2]", [1, 2]),
        (MapOf(BOOLEAN), '{"a": true}', {"a": True}),
        (Constant(("on", 1)), "on", "on"),
        (Constant(("on", 1)), "1", 1),
        (ref("Boat"), '{"anything": 1}', {"anything": 1}),
        (ref("Side"), "port", "port"),
        (ref("Side"), '"port"', "port"),
        (ref("Grade"), "2", 2),
        (ref("Flag"), "Z", "Z"),
        (ref("Cargo"), "sand", "sand"),
        (ref("Cargo"), '[{"name": "Gig"}]', [{"name": "Gig"}]),
    ],
)
def test_an_example_is_the_value_that_its_type_admits(type_: Type, text: str, value: Json) -> None:
    values, is_nullable, findings = value_of(type_, text)
    assert (values, is_nullable, findings) == ((value,), False, [])
    assert type(values[0]) is type(value)


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        (INTEGER, "7.5", 7.5),
        (INTEGER, "true", True),
        (INTEGER, "seven", "seven"),
        (INTEGER, "9" * 5000, "9" * 5000),
        (NUMBER, "NaN", "NaN"),
        (NUMBER, "-Infinity", "-Infinity"),
        (NUMBER, "1e999", "1e999"),
        (BOOLEAN, "1", 1),
        (DATE, "yesterday", "yesterday"),
        (DATE, "2023-02-29", "2023-02-29"),
        (DATETIME, "12:00", "12:00"),
        (UUID, "6ba7b810", "6ba7b810"),
        (ListOf(INTEGER), '[1, "2"]', [1, "2"]),
        (ListOf(INTEGER), "1", 1),
        (MapOf(INTEGER), "[]", []),
        (Constant((1,)), "true", True),
        (ref("Boat"), "[]", []),
        (ref("Boat"), "Gig", "Gig"),
        (ref("Side"), "aft", "aft"),
        (ref("Grade"), "3", 3),
        (ref("Grade"), "true", True),
        (ref("Flag"), "1", "1"),
        (ref("Cargo"), "[1]", "[1]"),
    ],
)
def test_an_example_that_fits_nothing_is_kept_and_told(type_: Type, text: str, value: Json) -> None:
    values, _, findings = value_of(type_, text)
    assert values == (value,)
    assert type(values[0]) is type(value)
    assert findings == ["example-misfit"] or value == text  # a text fits what texts fit
    if type_ not in (ref("Flag"), ref("Cargo")):
        assert findings == ["example-misfit"]


def test_a_misfit_is_told_where_it_stands() -> None:
    model = Model((obj("Boat", field("draught", INTEGER, "4", "deep", "5", "deeper")),))
    _, diagnostics = read_examples(model)
    assert [str(diagnostic.place) for diagnostic in diagnostics] == ["models/Example.md:2:9", "models/Example.md:4:9"]


def test_null_for_an_example_makes_a_field_nullable() -> None:
    assert value_of(INTEGER, "4", "null") == ((4, None), True, [])
    assert value_of(STRING, "null") == ((None,), True, [])
    assert value_of(STRING, '"null"') == (("null",), False, [])


def test_an_example_may_be_nested_but_not_without_end() -> None:
    def nested(depth: int) -> str:
        return "[" * depth + "]" * depth

    assert value_of(ANY, nested(MAX_DEPTH))[0] == (json.loads(nested(MAX_DEPTH)),)
    for depth in (MAX_DEPTH + 2, 100_000):
        assert value_of(ANY, nested(depth)) == ((nested(depth),), False, [])


@given(text=st.text() | st.text('[]{}",:1e-.null ', max_size=30))
def test_any_text_is_an_example_of_a_text(text: str) -> None:
    ((value,), _, findings) = value_of(STRING, text)
    assert findings == []
    assert value is None or isinstance(value, str)
    parsed = parse(text)
    assert parsed is None or json.loads(json.dumps(parsed[0], allow_nan=False)) == parsed[0]


# -- names on the wire --


def wired(
    *declarations: Declaration, case: Case | None = None, cases: Cases | None = None
) -> tuple[dict[str, WireName], Convention, list[str]]:
    """The names on the wire by `Title.Field`, the convention, and the codes of the findings."""
    exemplified, misfits = read_examples(Model(declarations))
    assert not misfits
    model, conventions, diagnostics = name_on_the_wire(exemplified, case, cases or {})
    (convention,) = conventions.values()
    wires = {f"{owner.title}.{one.name}": one.wire for owner in model.objects for one in owner.fields}
    assert None not in wires.values()
    return {name: wire for name, wire in wires.items() if wire is not None}, convention, codes(diagnostics)


def named(*declarations: Declaration, case: Case | None = None, cases: Cases | None = None) -> dict[str, str]:
    return {field: wire.name for field, wire in wired(*declarations, case=case, cases=cases)[0].items()}


CREW = obj("Crew", field("RoomID", STRING), field("Rank", STRING, required=False))


def holder(text: str, type_: Type | None = None) -> Object:
    """A boat with an example of its crew."""
    return obj("Boat", field("Crew", type_ or ref("Crew"), text))


def test_a_key_in_an_example_names_the_field() -> None:
    names, convention, _ = wired(CREW, holder('{"room-id": "b"}'))
    wire = names["Crew.RoomID"]
    evidence = 'the example of Boat.Crew has the key "room-id"'
    assert wire == WireName("room-id", evidence, (identity("Boat"), "Crew"))
    assert names["Crew.Rank"].name == "rank"
    assert not convention.is_decided  # no rule makes such a key


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (ref("Crew"), '{"room_id": "b"}'),
        (Nullable(ref("Crew")), '{"room_id": "b"}'),
        (ListOf(ref("Crew")), '[{"room_id": "b"}]'),
        (ListOf(ListOf(ref("Crew"))), '[[], [{"room_id": "b"}]]'),
        (MapOf(ref("Crew")), '{"roomID": {"room_id": "b"}}'),
        (union(STRING, ref("Crew")), '{"room_id": "b"}'),
        (ref("Them"), '{"room_id": "b"}'),
        (ref("Yard"), '{"Crew": {"room_id": "b"}}'),
    ],
)
def test_keys_are_found_wherever_the_object_is(type_: Type, text: str) -> None:
    yard = obj("Yard", field("Crew", ref("Crew")))
    assert named(CREW, alias("Them", ref("Crew")), yard, holder(text, type_))["Crew.RoomID"] == "room_id"


def misfit(text: str, type_: Type) -> str:
    """The name of Crew.RoomID where the example does not fit its field's type."""
    model, _ = read_examples(Model((CREW, holder(text, type_))))
    wire_ = name_on_the_wire(model)[0].objects[0].fields[0].wire
    assert wire_ is not None
    return wire_.name


def test_an_item_may_illustrate_a_list_and_a_list_an_item() -> None:
    assert misfit('{"room_id": "b"}', ListOf(ref("Crew"))) == "room_id"
    assert misfit('[{"room_id": "b"}]', ref("Crew")) == "room_id"


def test_the_key_that_most_examples_have_wins() -> None:
    boat = obj("Boat", field("Crew", ref("Crew"), '{"room_id": "a"}', '{"roomId": "b"}', '{"roomId": "c"}'))
    assert named(CREW, boat)["Crew.RoomID"] == "roomId"


def test_of_keys_that_are_as_frequent_the_first_by_name_wins() -> None:
    for texts in (['{"room_id": "a"}', '{"roomId": "b"}'], ['{"roomId": "b"}', '{"room_id": "a"}']):
        assert named(CREW, obj("Boat", field("Crew", ref("Crew"), *texts)))["Crew.RoomID"] == "roomId"


def test_examples_of_objects_in_circles_end() -> None:
    node = obj("Node", field("NextNode", ref("Node"), '{"next_node": {"next_node": {}}}'))
    assert named(node) == {"Node.NextNode": "next_node"}


def spelled(key: str, *texts: str, description: str = "") -> tuple[Object, Object]:
    """A crew, and a boat with examples of it."""
    crew = obj(f"{key}Crew", field("FirstMate", STRING), field("ShipCook", STRING), description=description)
    return crew, obj(f"{key}Boat", field("Crew", ref(f"{key}Crew"), *texts))


# What the tree says about its case, strongest first, each against the next.
STATED = {"a setting": Case.SNAKE, "keys in examples": Case.CAMEL, "names in descriptions": Case.SNAKE}


@pytest.mark.parametrize("strongest", STATED)
def test_the_strongest_kind_of_evidence_decides_on_the_case(strongest: str) -> None:
    kinds = list(STATED)
    used = kinds[kinds.index(strongest) :]
    example = '{"firstMate": "b"}' if kinds[1] in used else "{}"
    pairs = [spelled(key, example, description="Not without a ship_cook.") for key in "AB"]
    names, convention, findings = wired(*pairs[0], *pairs[1], case=STATED["a setting"] if kinds[0] in used else None)
    assert convention.case is STATED[strongest]
    assert convention.is_set is (strongest == "a setting")
    assert convention.is_decided
    assert names["ACrew.ShipCook"].name == {Case.SNAKE: "ship_cook", Case.CAMEL: "shipCook"}[convention.case]
    assert names["ACrew.ShipCook"].is_guess is not convention.is_set
    assert convention.evidence in names["ACrew.ShipCook"].evidence
    assert findings == []


def test_one_model_decides_nothing() -> None:
    names, convention, findings = wired(*spelled("", '{"first_mate": "a"}'))
    assert convention == Convention(Case.SNAKE, "the examples of 1 of 1 model have it", is_decided=False)
    assert names["Crew.ShipCook"].name == "ship_cook"  # the likeliest, all the same
    assert findings == ["unknown-wire-case"]


@pytest.mark.parametrize(("others", "is_decided"), [(1, True), (2, False)])
def test_four_of_five_models_must_agree(others: int, is_decided: bool) -> None:
    texts = ['{"firstMate": "a"}'] * 4 + ['{"first_mate": "a"}'] * others
    pairs = [spelled(str(number), text) for number, text in enumerate(texts)]
    _, convention, findings = wired(*(owner for pair in pairs for owner in pair))
    assert convention.case is Case.CAMEL
    assert convention.evidence == f"the examples of 4 of {4 + others} models have it"
    assert convention.is_decided is is_decided
    assert findings == ([] if is_decided else ["unknown-wire-case"])


def test_keys_of_objects_without_a_page_make_a_case_likelier() -> None:
    owner = obj("Undocumented", field("MainSails", Unknown("Sail"), '{"main_sail": 1}'))
    _, convention, findings = wired(owner)
    assert (convention.case, convention.is_decided) == (Case.SNAKE, False)
    assert findings == ["unknown-wire-case"]


def test_names_that_fit_every_case_speak_for_none() -> None:
    names, convention, findings = wired(
        obj("Crew", field("cook", STRING)), obj("Boat", field("crew", ref("Crew"), '{"cook": "a"}'))
    )
    assert not convention.is_decided
    assert names["Crew.cook"].name == "cook"
    assert findings == []  # every case has these names


def test_names_as_the_docs_write_them_may_be_those_on_the_wire() -> None:
    pairs = [spelled(key, '{"FirstMate": "a"}') for key in "AB"]
    _, convention, _ = wired(*pairs[0], *pairs[1])
    assert (convention.case, convention.is_decided) == (Case.AS_WRITTEN, True)


@pytest.mark.parametrize("text", ["`room_id`", "See room_id.", "(room_id)"])
def test_descriptions_are_evidence(text: str) -> None:
    crews = [obj(key, field("RoomId", STRING), description=text) for key in ("Crew", "Boat")]
    _, convention, findings = wired(*crews)
    assert (convention.case, convention.is_decided) == (Case.SNAKE, True)
    assert findings == []


@pytest.mark.parametrize("text", ["`RoomId`s", "`room id`", "`room-id`", "roomId", "``", "a/room_id/b", "room_ids"])
def test_a_capital_that_a_language_forces_and_other_words_are_no_evidence(text: str) -> None:
    crews = [obj(key, field("RoomId", STRING), description=text) for key in ("Crew", "Boat")]
    _, convention, findings = wired(*crews)
    assert (convention.case, convention.is_decided) == (Case.CAMEL, False)
    assert findings == ["unknown-wire-case"]


def test_without_evidence_names_are_guesses_and_that_is_told() -> None:
    crew = obj("Crew", field("cook", STRING), field("firstMate", STRING))
    model, conventions, (diagnostic,) = name_on_the_wire(Model((crew,)))
    wires = [one.wire for owner in model.objects for one in owner.fields if one.wire]
    assert [(wire.name, wire.is_guess) for wire in wires] == [("cook", True), ("firstMate", True)]
    assert conventions[""].case is Case.AS_WRITTEN
    assert (diagnostic.code, diagnostic.place) == ("unknown-wire-case", crew.fields[1].place)


def test_each_notation_has_a_convention_of_its_own() -> None:
    go = [replace(owner, id=DeclarationId(f"go/{owner.id.page}")) for owner in spelled("Go")]
    pairs = [spelled(key, '{"first_mate": "a"}') for key in "AB"]
    model, _ = read_examples(Model((*go, *pairs[0], *pairs[1])))
    _, conventions, findings = name_on_the_wire(
        model, notation=lambda path: path.partition("/")[0] if "/" in path else ""
    )
    assert [(name, convention.case, convention.is_decided) for name, convention in conventions.items()] == [
        ("", Case.SNAKE, True),
        ("go", Case.CAMEL, False),
    ]
    assert codes(findings) == ["unknown-wire-case"]


def test_a_name_that_is_set_counts_more_than_any_example() -> None:
    crew = replace(CREW, fields=tuple(replace(field, wire=WireName("berth", "it is set")) for field in CREW.fields))
    assert named(crew, holder('{"room_id": "b"}'))["Crew.RoomID"] == "berth"


def test_fields_with_a_case_of_their_own_are_no_evidence_for_others() -> None:
    boat = obj("Boat", field("HullId", STRING))
    crew = obj("Crew", field("RoomId", STRING), field("FirstMate", STRING))
    holder_ = holder('{"room_id": "b"}')
    assert named(crew, boat, holder_)["Boat.HullId"] == "hull_id"
    cases = {(crew.id, field.name): Case.SNAKE for field in crew.fields}
    names, convention, findings = wired(crew, boat, holder_, cases=cases)
    assert (names["Crew.FirstMate"].name, names["Boat.HullId"].name) == ("first_mate", "hullId")
    assert not convention.is_decided
    assert findings == ["unknown-wire-case"]


@pytest.mark.parametrize(
    ("case", "names"),
    [
        (Case.SNAKE, {"Crew.RoomID": "room_id", "Crew.class_": "class", "Crew.!": "!"}),
        (Case.CAMEL, {"Crew.RoomID": "roomID", "Crew.class_": "class", "Crew.!": "!"}),
        (Case.AS_WRITTEN, {"Crew.RoomID": "RoomID", "Crew.class_": "class", "Crew.!": "!"}),
    ],
)
def test_names_are_spelled_in_the_case_that_is_set(case: Case, names: dict[str, str]) -> None:
    crew = obj("Crew", field("RoomID", STRING), field("class_", STRING, original="class"), field("!", STRING))
    assert named(crew, case=case) == names


def test_the_name_before_the_sdk_changed_it_is_the_one_that_counts() -> None:
    crew = obj("Crew", field("CrewValue", STRING, original="Crew"), field("ShipCook", STRING))
    names, _, _ = wired(crew, holder('{"crew": "a", "shipCook": "b"}'))
    assert names["Crew.CrewValue"].name == "crew"
    unseen, _, _ = wired(crew, case=Case.SNAKE)
    assert unseen["Crew.CrewValue"].name == "crew"
    assert unseen["Crew.CrewValue"].evidence.startswith("the docs' generator had to rename Crew;")


def test_learnt_snake_case_is_not_that_of_names_with_capitals_inside() -> None:
    crew = obj("Crew", field("RoomID", STRING), field("FirstMate", STRING))
    boat = obj("Boat", field("Crew", ref("Crew"), '{"first_mate": "a"}'))
    assert named(crew, boat)["Crew.RoomID"] == "roomID"
    assert named(crew, boat, case=Case.SNAKE)["Crew.RoomID"] == "room_id"


SCHEMA = (
    field("Name", STRING),
    field("SchemaDefinition", ANY),
    field("IsStrict", BOOLEAN, required=False),
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"name": "a", "schema": {}}', "schema"),
        ('{"name": "a", "schema": {}, "other": 1}', "schema_definition"),  # one key too many
        ('{"schema": {}}', "schema_definition"),  # Name is missing too
        ('{"name": "a", "definition": {}}', "schema_definition"),  # the field does not begin so
        ('{"name": "a", "schema_definition": {}}', "schema_definition"),
        ('{"name": "a", "Schema": {}}', "Schema"),
        ('{"name": "a", "schemaDef": {}}', "schema_definition"),
        ('{"name": "a", "!": {}}', "schema_definition"),
    ],
)
def test_the_one_key_left_over_is_the_one_required_field_left_over(text: str, name: str) -> None:
    boat = obj("Boat", field("Format", ref("Format"), text))
    assert named(obj("Format", *SCHEMA), boat, case=Case.SNAKE)["Format.SchemaDefinition"] == name


def test_no_two_fields_have_one_name_on_the_wire() -> None:
    names, _, findings = wired(obj("Crew", field("room_id", STRING), field("RoomId", STRING)), case=Case.SNAKE)
    assert names["Crew.room_id"].name == "room_id"
    assert names["Crew.RoomId"] == WireName("RoomId", 'another field is "room_id"', is_guess=True)
    assert findings == ["repeated-wire-name"]


# -- what distinguishes the members of a union --


def kind(value: str, *, required: bool = True, wire: str = "kind") -> Field:
    return Field("kind", Constant((value,)), presence(required), Place(""), wire=WireName(wire, ""))


def discriminator_of(
    *members: Declaration,
    more: tuple[Declaration, ...] = (),
    directions: Directions | None = None,
    is_open: bool = False,
) -> Discriminator | None:
    """What distinguishes the members of a union."""
    drive = alias("Drive", union(*(Ref(member.id) for member in members)))
    model = Model((drive, *members, *more))
    drive_ = discriminate(model, directions or Directions(), keep_unknown=is_open).by_id[identity("Drive")]
    assert isinstance(drive_, Alias)
    return drive_.discriminator


def test_a_constant_of_its_own_in_every_member_tells_them_apart() -> None:
    assert discriminator_of(obj("Sail", kind("sail")), obj("Oar", kind("oar"))) == Discriminator(
        field="kind", wire="kind", tags=("sail", "oar")
    )


def test_an_enumeration_of_one_value_is_a_constant() -> None:
    def member(key: str) -> Object:
        return obj(key, Field("kind", ref(f"{key}Kind"), Presence.REQUIRED, Place(""), wire=WireName("kind", "")))

    kinds = enumeration("SailKind", "sail"), enumeration("OarKind", "oar")
    assert discriminator_of(member("Sail"), member("Oar"), more=kinds) == Discriminator("kind", "kind", ("sail", "oar"))
    several = enumeration("SailKind", "sail", "jib"), kinds[1]
    assert discriminator_of(member("Sail"), member("Oar"), more=several) is None
    unlimited = enumeration("SailKind", "sail", is_open=True), kinds[1]
    assert discriminator_of(member("Sail"), member("Oar"), more=unlimited) is None


def test_the_first_field_that_can_tell_them_does() -> None:
    def other(value: str) -> Field:
        return Field("other", Constant((value,)), Presence.REQUIRED, Place(""), wire=WireName("other", ""))

    discriminator = discriminator_of(obj("Sail", other("same"), kind("a")), obj("Oar", kind("b"), other("same")))
    assert discriminator is not None
    assert discriminator.field == "kind"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((kind("a"),), (kind("a"),)),  # the same constant
        ((kind("a"),), ()),  # no such field
        ((kind("a"),), (field("kind", STRING),)),  # no constant
        ((kind("a"),), (kind("b", wire="type"),)),  # two names on the wire
        ((kind("a", required=False),), (kind("b", required=False),)),  # neither need be there
        (
            (kind("a"),),
            (Field("kind", Constant(("b",)), Presence.REQUIRED, Place(""), nullable=True, wire=WireName("kind", "")),),
        ),
        ((kind("a"),), (Field("kind", Constant(("b", "c")), Presence.REQUIRED, Place(""), wire=WireName("kind", "")),)),
        ((kind("a"),), (Field("kind", Constant((1,)), Presence.REQUIRED, Place(""), wire=WireName("kind", "")),)),
        ((kind("a"),), (Field("kind", Constant(("",)), Presence.REQUIRED, Place(""), wire=WireName("kind", "")),)),
    ],
)
def test_nothing_else_does(first: tuple[Field, ...], second: tuple[Field, ...]) -> None:
    assert discriminator_of(obj("Sail", *first), obj("Oar", *second)) is None
    assert discriminator_of(obj("Sail", *first), obj("Oar", *second), is_open=True) is None


def test_only_objects_are_told_apart() -> None:
    sail = obj("Sail", kind("sail"))
    for type_ in (union(ref("Sail"), STRING), ref("Sail"), nullable(ref("Sail")), union(ref("Sail"), ref("Side"))):
        model = Model((alias("Drive", type_), sail, enumeration("Side", "port")))
        assert discriminate(model, Directions()) == model


def test_one_member_may_leave_the_field_out() -> None:
    discriminator = discriminator_of(obj("Sail", kind("sail", required=False)), obj("Oar", kind("oar")))
    assert discriminator == Discriminator("kind", "kind", ("sail", "oar"), missing="sail")


def test_several_may_in_an_open_union_but_not_all() -> None:
    several = [
        obj("Sail", kind("sail", required=False)),
        obj("Oar", kind("oar", required=False)),
        obj("Tow", kind("tow")),
    ]
    assert discriminator_of(*several) is None
    discriminator = discriminator_of(*several, is_open=True)
    assert discriminator is not None
    assert (discriminator.missing, discriminator.is_open, discriminator.tags) == ("", True, ("sail", "oar", "tow"))
    assert discriminator_of(*several[:2], is_open=True) is None


@pytest.mark.parametrize(
    ("sent", "received", "is_open"),
    [
        ((), (), True),  # nobody knows
        (("Drive",), (), False),
        (("Boat",), (), False),  # through what is sent
        ((), ("Boat",), True),
        (("Boat",), ("Drive",), True),
        (("Sail",), (), True),  # a member is sent, not the union
    ],
)
def test_a_union_is_open_if_it_is_received(sent: tuple[str, ...], received: tuple[str, ...], is_open: bool) -> None:
    members = obj("Sail", kind("sail")), obj("Oar", kind("oar"))
    boat = obj("Boat", field("drive", ListOf(ref("Drive"))))
    directions = Directions(frozenset(map(identity, sent)), frozenset(map(identity, received)))
    discriminator = discriminator_of(*members, more=(boat,), directions=directions, is_open=True)
    closed = discriminator_of(*members, more=(boat,), directions=directions)
    assert discriminator is not None
    assert closed is not None
    assert (discriminator.is_open, closed.is_open) == (is_open, False)


def test_what_a_page_refers_to_is_reached() -> None:
    model = Model(
        (
            obj("A", field("b", ListOf(ref("B"))), extra=ref("E")),
            alias("B", union(ref("C"), STRING)),
            obj("C", field("a", ref("A"))),
            obj("D", field("a", ref("A"))),
            enumeration("E", "e"),
        )
    )
    assert reached(model, map(identity, ("A", "gone"))) == set(map(identity, "ABCE"))
    assert reached(model, []) == frozenset()


def test_what_is_written_often_counts_once_as_evidence() -> None:
    """A key in one example is one piece of evidence, in however many fields its type is written."""
    place = Place("a.md", 1)
    inner = Object(identity("t"), "T", place, "", (Field("FooBar", STRING, Presence.OPTIONAL, place),))
    members = [
        Object(identity(f"m{n}"), f"M{n}", place, "", (Field("Inner", ref("t"), Presence.OPTIONAL, place),))
        for n in range(3)
    ]
    either = UnionOf(tuple(Ref(member.id) for member in members))
    examples = Object(
        identity("h"),
        "H",
        place,
        "",
        (
            Field("One", either, Presence.OPTIONAL, place, values=({"inner": {"foo_bar": "x"}},)),
            Field("Two", ref("t"), Presence.OPTIONAL, place, values=({"fooBar": "x"}, {"fooBar": "y"})),
        ),
    )
    named, _, _ = name_on_the_wire(Model((inner, *members, examples)))
    (field,) = next(owner.fields for owner in named.objects if owner.id == identity("t"))
    assert field.wire is not None
    assert field.wire.name == "fooBar"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5", 5),
        ("-2.5", -2.5),
        ("1e3", 1000.0),
        *((text, None) for text in ("nan", "inf", "1e999", "true", "²", "0x1", "")),
    ],
)
def test_limits_are_numbers_as_json_has_them(text: str, number: float | None) -> None:
    assert read_number(text) == number
