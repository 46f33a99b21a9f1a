"""What has changed between two models: what always holds, and what the golden cases do not show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from docmodels.changes import KINDS, Change, ChangeKind, Version, Whom, compare
from docmodels.changes.similarity import mutual, similar
from docmodels.diagnostics import Place
from docmodels.model import Model
from docmodels.model.declarations import Alias, Declaration, Enumeration, Field, Member, Object, WireName
from docmodels.model.direction import Directions
from docmodels.model.types import (
    ANY,
    BOOLEAN,
    DATE,
    INTEGER,
    NUMBER,
    STRING,
    Constant,
    ListOf,
    MapOf,
    Nullable,
    Type,
    UnionOf,
    union,
)
from hypothesis import given
from hypothesis import strategies as st

from tests.declarations import identity, presence, ref
from tests.golden.pages import CHANGES, DESCRIPTIONS, all_cases
from tests.naming import named

ROOT = Path(__file__).parents[1]


def field(name: str, kind: Type = STRING, *, required: bool = True, **more: object) -> Field:
    made = Field(name, kind, presence(required), Place("Boat.md", 7), wire=WireName(name, "as written"))
    return replace(made, **more)  # type: ignore[arg-type]


def obj(key: str, *fields: Field, **more: object) -> Object:
    return replace(Object(identity(key), key.rpartition("/")[2], Place(f"{key}.md", 1), "", fields), **more)  # type: ignore[arg-type]


def enumeration(key: str, *values: str | int, is_open: bool = False) -> Enumeration:
    members = tuple(Member("", value, Place(f"{key}.md", 7)) for value in values)
    return Enumeration(identity(key), key, Place(f"{key}.md", 1), "", members, is_open)


def alias(key: str, kind: Type) -> Alias:
    return Alias(identity(key), key, Place(f"{key}.md", 1), "", kind)


def version(*declarations: Declaration, sent: Sequence[str] = (), received: Sequence[str] = ()) -> Version:
    model = Model(declarations)
    used = (frozenset(map(identity, keys)) for keys in (sent, received))
    return Version(model, Directions(*used), named(model))


def changes_between(old: Version, new: Version, *, descriptions: bool = False) -> list[tuple[str, str, str]]:
    """The kinds of the changes, what has changed, and whom each breaks."""
    changes_ = compare(old, new, descriptions=descriptions)
    return [(change.kind, change.name, " ".join(change.breaks)) for change in changes_]


# -- what always holds --

KEYS = ("Boat", "Crew", "Mate", "Kind", "Drive")


def types() -> st.SearchStrategy[Type]:
    leaves = st.sampled_from(
        [ANY, BOOLEAN, DATE, INTEGER, NUMBER, STRING, Constant(("a",)), Constant(("a", "b")), *map(ref, KEYS)]
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            inner.map(ListOf),
            inner.map(MapOf),
            st.lists(inner, min_size=2, max_size=3).map(lambda members: union(*members)),
        ),
        max_leaves=3,
    )


@st.composite
def fields(draw: st.DrawFn) -> tuple[Field, ...]:
    names = draw(st.lists(st.sampled_from(["id", "name", "length", "berth", "ownerId", "owner"]), unique=True))
    names_ = []
    for name in names:
        kind = draw(types())
        nullable = isinstance(kind, Nullable)
        names_.append(
            field(
                name,
                kind.item if isinstance(kind, Nullable) else kind,
                required=draw(st.booleans()),
                nullable=nullable or draw(st.booleans()),
                description=draw(st.sampled_from(["", "One.", "Two."])),
                deprecated=draw(st.sampled_from([None, "", "Soon."])),
            )
        )
    return tuple(names_)


@st.composite
def versions(draw: st.DrawFn) -> Version:
    """Models in which every reference leads somewhere."""
    drawn: list[Declaration] = []
    for key in KEYS:
        match draw(st.sampled_from(["object", "enumeration", "alias"])):
            case "object":
                extra = draw(st.sampled_from([None, STRING, ANY]))
                drawn.append(obj(key, *draw(fields()), extra=extra))
            case "enumeration":
                values = draw(st.lists(st.sampled_from(["a", "b", "c", 1, 2]), unique=True, min_size=1))
                drawn.append(enumeration(key, *values, is_open=draw(st.booleans())))
            case _:
                drawn.append(alias(key, draw(types())))
    keys = st.lists(st.sampled_from(KEYS), unique=True)
    return version(*drawn, sent=draw(keys), received=draw(keys))


@given(versions())
def test_nothing_changes_from_a_model_to_itself(one: Version) -> None:
    assert compare(one, one, descriptions=True) == ()


@given(versions(), versions())
def test_a_difference_is_said(one: Version, other: Version) -> None:
    """Two models without a change to report are the same but for orders and examples."""
    assert bool(compare(one, other, descriptions=True)) is (shapes(one) != shapes(other))


def shapes(one: Version) -> object:
    return {declaration.id: shape(declaration) for declaration in one.model.declarations}


def shape(declaration: Declaration) -> object:
    match declaration:
        case Object():
            rows = frozenset(
                (field.wire, as_set(field.type), field.presence, field.nullable, field.description, field.deprecated)
                for field in declaration.fields
            )
            return "object", rows, declaration.extra
        case Enumeration():
            return (
                "enumeration",
                frozenset((type(member.value), member.value) for member in declaration.members),
                (declaration.is_open),
            )
        case Alias():
            return "alias", as_set(declaration.type)


def as_set(value: Type) -> object:
    """A type in which the order of alternatives counts for nothing."""
    match value:
        case UnionOf(members):
            return frozenset(map(as_set, members))
        case Constant(values):
            return frozenset(values), "constant"
        case ListOf(item) | MapOf(item) | Nullable(item):
            return type(value).__name__, as_set(item)
        case _:
            return value


@given(versions(), versions())
def test_what_is_added_one_way_is_removed_the_other_way(one: Version, other: Version) -> None:
    there, back = compare(one, other), compare(other, one)
    for added, removed in (
        (("model-added",), "model-removed"),
        (("field-added", "required-field-added"), "field-removed"),
        (("value-added",), "value-removed"),
        (("member-added",), "member-removed"),
        (("other-keys-added",), "other-keys-removed"),
        (("field-required",), "field-optional"),
        (("field-nullable",), "field-not-null"),
        (("field-deprecated",), "field-restored"),
    ):
        assert {change.name for change in there if change.kind in added} == {
            change.name for change in back if change.kind == removed
        }


@given(versions(), versions())
def test_a_change_breaks_no_more_than_its_kind_says_or_type_and_class_demand(one: Version, other: Version) -> None:
    for change in compare(one, other, descriptions=True):
        kind = KINDS[change.kind]
        possible = set(kind.breaks) | (set(Whom) if change.kind == "value-added" else set())
        assert set(change.breaks) <= possible & {*change.subject.used, Whom.IMPORTERS}
        assert list(change.breaks) == sorted(change.breaks, key=list(Whom).index)


@given(versions(), versions())
def test_the_order_of_pages_and_rows_counts_for_nothing(one: Version, other: Version) -> None:
    model = Model(tuple(map(turn, reversed(other.model.declarations))))
    turned = Version(model, other.directions, named(model))
    assert sorted(map(str, changes_between(one, other))) == sorted(map(str, changes_between(one, turned)))


def turn(declaration: Declaration) -> Declaration:
    match declaration:
        case Enumeration():
            return replace(declaration, members=declaration.members[::-1])
        case _:
            return declaration


# -- every kind is shown and explained --


def test_every_kind_has_a_golden_case() -> None:
    code = "\n".join(
        fence.content for case in all_cases() for fence in case.expected if fence.name in (CHANGES, DESCRIPTIONS)
    )
    assert set(re.findall(r"\[([a-z-]+)\]$", code, re.MULTILINE)) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_is_explained_in_whole_sentences(kind: ChangeKind) -> None:
    assert re.fullmatch(r"[A-Z][^\n]*\.", kind.meaning)
    assert not kind.says.endswith(".")


# -- types --

OLD = version(
    enumeration("Kind", "sail", "oar"),
    enumeration("Same", "sail", "oar"),
    enumeration("More", "sail", "oar", "tow"),
    enumeration("Free", "sail", is_open=True),
    alias("Name", STRING),
    obj("Money", field("amount", INTEGER), field("coin")),
    obj("Fee", field("amount", INTEGER), field("coin")),
    obj("Sum", field("amount", INTEGER), field("coin"), field("tax", INTEGER)),
    obj("Tip", field("amount", INTEGER), field("coin"), field("tax", INTEGER, required=False)),
    obj("Chain", field("next", ref("Chain"), required=False)),
    obj("Rope", field("next", ref("Rope"), required=False)),
)


@pytest.mark.parametrize(
    ("old", "new", "kind", "breaks"),
    [
        (INTEGER, NUMBER, "type-widened", "receivers"),
        (NUMBER, INTEGER, "type-narrowed", "senders"),
        (INTEGER, STRING, "type-changed", "senders receivers"),
        (STRING, DATE, "type-changed", "senders receivers"),
        (STRING, ListOf(STRING), "type-changed", "senders receivers"),
        (STRING, UnionOf((STRING, INTEGER)), "type-widened", "receivers"),
        (ListOf(INTEGER), ListOf(NUMBER), "type-widened", "receivers"),
        (MapOf(STRING), MapOf(Nullable(STRING)), "type-widened", "receivers"),
        (ListOf(Nullable(STRING)), ListOf(STRING), "type-narrowed", "senders"),
        (STRING, ANY, "type-widened", "receivers"),
        (ANY, STRING, "type-narrowed", "senders"),
        (ANY, DATE, "type-changed", "senders receivers"),
        (ANY, ref("Money"), "type-changed", "senders receivers"),
        (ref("Money"), ANY, "type-widened", "receivers"),
        (BOOLEAN, INTEGER, "type-changed", "senders receivers"),
        (Constant(("a",)), Constant(("a", "b")), "type-widened", "receivers"),
        (Constant((True,)), Constant((1,)), "type-changed", "senders receivers"),
        (Constant((1,)), NUMBER, "type-widened", "receivers"),
        (Constant(("sail",)), ref("Kind"), "type-widened", "receivers"),
        (ref("Kind"), STRING, "type-widened", "receivers"),
        (ref("Kind"), ref("More"), "type-widened", "receivers"),
        (ref("More"), ref("Kind"), "type-narrowed", "senders"),
        (ref("Kind"), ref("Same"), "class-changed", ""),
        (ref("Free"), STRING, "class-changed", ""),
        (ref("Kind"), ref("Free"), "type-widened", "receivers"),
        (ref("Name"), STRING, "class-changed", ""),
        (ListOf(ref("Name")), ListOf(STRING), "class-changed", ""),
        (ref("Money"), ref("Fee"), "class-changed", "senders"),
        (ref("Chain"), ref("Rope"), "class-changed", "senders"),
        (ref("Sum"), ref("Money"), "type-changed", "senders receivers"),  # what is sent as tax is lost
        (ref("Money"), ref("Tip"), "class-changed", "senders"),
        (ref("Money"), ref("Sum"), "type-narrowed", "senders"),
        (ref("Sum"), ref("Tip"), "type-changed", "senders receivers"),  # wider, but of another class
    ],
)
def test_types(old: Type, new: Type, kind: str, breaks: str) -> None:
    before, after = (version(*OLD.model.declarations, obj("Boat", field("it", type_))) for type_ in (old, new))
    assert changes_between(before, after) == [(kind, "Boat.it", breaks)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (UnionOf((STRING, INTEGER)), UnionOf((INTEGER, STRING))),
        (Constant(("a", "b")), Constant(("b", "a"))),
    ],
)
def test_types_that_are_the_same(old: Type, new: Type) -> None:
    assert changes_between(version(obj("Boat", field("it", old))), version(obj("Boat", field("it", new)))) == []


def test_circles_of_classes_that_differ_are_found_to_differ() -> None:
    def chain(name: str, last: Type) -> tuple[Declaration, ...]:
        return (
            obj(f"{name}1", field("next", ref(f"{name}2"))),
            obj(f"{name}2", field("next", ref(f"{name}1")), field("end", last)),
        )

    rest = (*chain("Rope", STRING), *chain("Chain", INTEGER))
    before, after = (version(*rest, obj("Boat", field("it", ref(key)))) for key in ("Rope1", "Chain1"))
    assert changes_between(before, after) == [("type-changed", "Boat.it", "senders receivers")]


# -- directions --


@pytest.mark.parametrize(
    ("old", "new", "breaks"),
    [
        ({}, {}, "senders receivers"),
        ({"sent": ["Boat"]}, {"received": ["Boat"]}, "senders"),
        ({}, {"received": ["Boat"]}, "receivers"),
        ({"received": ["Crew"]}, {}, "receivers"),
        ({"sent": ["Mate"]}, {}, "senders receivers"),
    ],
)
def test_the_old_operations_tell_whom_a_change_breaks_and_failing_them_the_new_ones(
    old: dict[str, list[str]], new: dict[str, list[str]], breaks: str
) -> None:
    rest = (obj("Crew", field("boat", ref("Boat"))), obj("Mate", field("name")))
    before = version(obj("Boat", field("it"), field("that")), *rest, **old)
    after = version(obj("Boat", field("it")), *rest, **new)
    assert changes_between(before, after) == [("field-removed", "Boat.that", f"{breaks} importers")]


# -- renames --


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("key", "keys"),
        ("user_id", "UserID"),
        ("seats", "max_seats"),
        ("recieved_at", "received_at"),
        ("Cancelled", "Canceled"),
    ],
)
def test_similar_names(one: str, other: str) -> None:
    assert similar(one, other)
    assert similar(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("min_size", "max_size"),
        ("start_date", "end_date"),
        ("address1", "address2"),
        ("v1", "v2"),
        ("", "a"),
        ("_", "_"),
    ],
)
def test_names_that_are_not_similar(one: str, other: str) -> None:
    assert not similar(one, other)
    assert not similar(other, one)


def test_what_has_two_candidates_that_are_as_good_is_neither() -> None:
    assert mutual({("a", "x"): 1, ("a", "y"): 1, ("b", "z"): 1}) == {"b": "z"}
    assert mutual({("a", "x"): 2, ("a", "y"): 1, ("b", "y"): 1}) == {"a": "x"}


def test_two_fields_that_could_be_the_new_one_are_not() -> None:
    before = version(obj("Boat", field("port", description="Where it lies."), field("id")))
    after = version(
        obj(
            "Boat",
            field("homePort", description="Where it lies."),
            field("portName", description="Where it lies."),
            field("id"),
        )
    )
    assert [kind for kind, _, _ in changes_between(before, after)] == [
        "required-field-added",
        "required-field-added",
        "field-removed",
    ]


def test_a_model_that_is_renamed_takes_those_that_it_refers_to_along() -> None:
    """The masts have nothing but their place to tell them by, which is known once the ships are."""

    def fleet(ship: str, mast: str) -> Version:
        return version(
            obj(f"{ship}", field("mast", ref(mast)), field("name"), field("flag"), description="Floats."),
            obj(mast, field("height", INTEGER), field("wood"), field("sails", INTEGER)),
        )

    assert changes_between(fleet("Sloop", "Pole"), fleet("Cutter", "Spar")) == [
        ("model-renamed", "Cutter", "importers"),
        ("model-renamed", "Spar", "importers"),
    ]


def test_a_class_that_becomes_an_alias_breaks_whoever_names_its_members() -> None:
    before, after = version(enumeration("Kind", "a", "b")), version(enumeration("Kind", "a", "b", 1))
    assert changes_between(before, after) == [("value-added", "Kind 1", "senders receivers importers")]


def test_a_name_that_several_models_have_is_told_by_their_pages() -> None:
    twins = (obj("a/Money", field("amount"), field("coin")), obj("b/Money", field("sum"), field("coin")))
    before, after = (version(*twins, obj("Bill", field("fee", ref(key)))) for key in ("a/Money", "b/Money"))
    (change,) = compare(before, after)
    assert (change.old, change.new) == ("a/Money.md", "b/Money.md")


def test_a_change_is_where_its_row_is() -> None:
    before = version(obj("Boat", field("name"), field("gone", place=Place("Boat.md", 9))))
    after = version(obj("Boat", field("name", INTEGER, place=Place("Boat.md", 12))))
    places = [(change.was, change.now) for change in compare(before, after)]
    assert places == [(Place("Boat.md", 9), None), (Place("Boat.md", 7), Place("Boat.md", 12))]


def test_python_names_are_told() -> None:
    before, after = version(obj("Boat", field("id"))), version(obj("Boat", field("id"), field("ownerId")))
    (change,) = compare(before, after)
    assert isinstance(change, Change)
    assert (change.part, change.attribute) == ("ownerId", "owner_id")


def test_a_page_that_moves_breaks_importers_alone() -> None:
    before, after = version(obj("old/Boat", field("id"))), version(obj("new/Boat", field("id")))
    assert changes_between(before, after) == [("model-moved", "Boat", "importers")]


def test_importers_break_whatever_operations_use_the_model() -> None:
    sent = {"sent": ["Boat"]}
    before, after = version(obj("Boat", field("id"), field("gone")), **sent), version(obj("Boat", field("id")), **sent)
    assert changes_between(before, after) == [("field-removed", "Boat.gone", "senders importers")]


def test_a_class_that_was_never_written_breaks_no_importers() -> None:
    unnamed = replace(obj("Boat", field("id")), title="!")
    assert changes_between(version(unnamed), version()) == [("model-removed", "!", "senders receivers")]


# -- fingerprints --


def elsewhere(one: Version, number: int) -> Version:
    """A version after a change of other models, in which all lines have moved."""
    others = (
        obj("Log", field("entries", ListOf(ref("Boat"))), field(f"page{number}", INTEGER)),
        *(obj(f"{folder}/Boat", field(f"{folder}Id", INTEGER)) for folder in ("north", "south")[:number]),
    )
    moved = (
        replace(declaration, place=replace(declaration.place, line=declaration.place.line + number))
        for declaration in one.model.declarations
    )
    model = Model((*others, *moved) if number % 2 else (*moved, *others))
    return Version(model, one.directions, named(model))


@given(versions(), versions())
def test_fingerprints_stay_over_three_revisions_of_other_changes(one: Version, other: Version) -> None:
    """Neither other pages nor moved lines matter, nor that titles have to be told apart."""
    old = elsewhere(one, 0)
    pages = {f"{key}.md" for key in KEYS}
    revisions = [compare(old, elsewhere(other, number), descriptions=True) for number in (0, 1, 2)]
    first, *later = (
        {change.fingerprint for change in changes if (change.subject.old or change.subject.new).path in pages}  # type: ignore[union-attr]
        for changes in revisions
    )
    assert later == [first, first]


@given(versions(), versions())
def test_each_change_has_a_fingerprint_of_its_own(one: Version, other: Version) -> None:
    changes = compare(one, other, descriptions=True)
    assert len({change.fingerprint for change in changes}) == len(changes)


def test_another_state_has_another_fingerprint() -> None:
    old = version(obj("Boat", field("length", INTEGER)))
    fingerprints = {
        compare(old, version(obj("Boat", field("length", kind))))[0].fingerprint for kind in (STRING, BOOLEAN, DATE)
    }
    assert len(fingerprints) == 3


def test_a_page_that_moves_keeps_the_fingerprints_of_its_other_changes() -> None:
    old = version(obj("Boat", field("length"), field("name"), field("berth")))
    news = [
        version(obj(page, field("length", required=False), field("name"), field("berth")))
        for page in ("Boat", "a/Boat")
    ]
    (alone,), (moved, together) = (compare(old, new) for new in news)
    assert moved.kind == "model-moved"
    assert alone.fingerprint == together.fingerprint
