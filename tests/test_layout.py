"""Statements are laid out as black would leave them, and they stay the statements that they were."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace

import pytest
from docmodels.targets.python.formatter import LINE_LENGTH, black_format, fits
from docmodels.targets.python.layout import flat, lay_out
from docmodels.targets.python.literals import HIDDEN, literal, string
from docmodels.targets.python.syntax import (
    AnnotatedName,
    Assignment,
    ClassLine,
    Doc,
    Group,
    Import,
    Keyed,
    Statement,
    Union,
    Words,
)
from hypothesis import example, given
from hypothesis import strategies as st

from tests.scaled import scaled


def list_of(item: Doc) -> Group:
    return Group("list[", (item,), "]")


def dict_of(value: Doc) -> Group:
    return Group("dict[", ("str", value), "]")


def one_of(*values: str) -> Group:
    return Group("Literal[", tuple(string(value) for value in values), "]")


def annotated(item: Doc, *metadata: Keyed) -> Group:
    return Group("Annotated[", (item, Group("Field(", metadata, ")")), "]")


def described(text: str) -> Keyed:
    return Keyed("description=", Words(text))


def module(statements: list[tuple[Statement, int]]) -> str:
    """The statements, each in as many blocks as its indentation asks for."""
    parts = []
    for statement, indent in statements:
        parts += [" " * column + "if _:\n" for column in range(0, indent, 4)]
        parts.append(lay_out(statement, indent=indent) + "\n")
    return "".join(parts)


def assert_written(statement: Statement, expected: str) -> None:
    written = lay_out(statement)
    assert written == textwrap.dedent(expected).strip("\n")
    body = "\n    pass\n" if isinstance(statement, ClassLine) else "\n"
    assert black_format(written + body) == written + body


# -- how the shapes look --


def test_what_fits_stays_on_one_line() -> None:
    assert_written(
        AnnotatedName("room_id", annotated("str", Keyed("alias=", '"roomId"')), "None"),
        'room_id: Annotated[str, Field(alias="roomId")] = None',
    )


def test_items_stand_on_a_line_each_and_prose_is_cut_between_words() -> None:
    room_id = annotated(
        Union((list_of("str"), "None")),
        Keyed("alias=", '"roomId"'),
        described(
            "Names the room among all the rooms of an application.\n"
            "Take the one that was handed out, or make up one that nobody is able to guess."
        ),
        Keyed("deprecated=", "True"),
        Keyed("examples=", literal(["2swovpy1fnunu.example.com/rooms/of/players/that/nobody/has/known/of"])),
    )
    assert_written(
        AnnotatedName("room_id", room_id, "None"),
        """
        room_id: Annotated[
            list[str] | None,
            Field(
                alias="roomId",
                description=(
                    "Names the room among all the rooms of an application.\\n"
                    "Take the one that was handed out, or make up one that nobody is able to "
                    "guess."
                ),
                deprecated=True,
                examples=[
                    "2swovpy1fnunu.example.com/rooms/of/players/that/nobody/has/known/of",
                ],
            ),
        ] = None
        """,
    )


def test_prose_that_fits_on_a_line_of_its_own_is_not_cut() -> None:
    """Black would join its pieces again."""
    text = "Two lines\nthat are short, but not with a keyword in front."
    metadata = (Keyed("a_long_name_of_a_keyword=", Words(text)), Keyed("deprecated=", "True"))
    assert_written(
        AnnotatedName("x", annotated("int", *metadata)),
        """
        x: Annotated[
            int,
            Field(
                a_long_name_of_a_keyword=(
                    "Two lines\\nthat are short, but not with a keyword in front."
                ),
                deprecated=True,
            ),
        ]
        """,
    )


def test_prose_of_a_single_long_word_gets_no_parentheses_that_do_not_help() -> None:
    link = f"https://example.com/{'a' * 80}"
    assert_written(
        AnnotatedName("x", annotated("int", described(link))),
        f"""
        x: Annotated[
            int,
            Field(
                description="{link}",
            ),
        ]
        """,
    )


def test_a_long_union_is_parenthesised_and_split_before_each_operator() -> None:
    first, second = "RoomAllocation" * 2, "RoomConnection" * 2
    assert_written(
        AnnotatedName("room_or_connection", Union((first, list_of(second), "None")), "None"),
        f"""
        room_or_connection: (
            {first} | list[{second}] | None
        ) = None
        """,
    )
    assert_written(
        AnnotatedName("allocation", Union((first, list_of(second * 2), "None")), "None"),
        f"""
        allocation: (
            {first}
            | list[{second * 2}]
            | None
        ) = None
        """,
    )


def test_a_default_is_parenthesised_where_the_rest_fits() -> None:
    """This is what black does with an annotation that has no room for a comma."""
    region = "a-region-of-the-world-far-far-away"
    assert_written(
        AnnotatedName("region", one_of(region), string(region)),
        f"""
        region: Literal["{region}"] = (
            "{region}"
        )
        """,
    )


def test_the_only_item_of_a_subscript_has_no_comma() -> None:
    name = "RoomAllocation" * 5
    assert_written(
        AnnotatedName("rooms_of_app", list_of(dict_of(name))),
        f"""
        rooms_of_app: list[
            dict[str, {name}]
        ]
        """,
    )


def test_aliases_imports_classes_and_constants() -> None:
    name, other = "RoomAllocation" * 3, "RoomConnection" * 3
    members = Group(
        "Annotated[",
        (
            Union((name, other)),
            Group("Field(", (Keyed("discriminator=", '"kind"'),), ")"),
        ),
        "]",
    )
    assert_written(
        Assignment("Room", Group("TypeAliasType(", ('"Room"', members), ")")),
        f"""
        Room = TypeAliasType(
            "Room",
            Annotated[
                {name}
                | {other},
                Field(discriminator="kind"),
            ],
        )
        """,
    )
    assert_written(
        Import("..shared", (name, f"{other} as Other")),
        f"""
        from ..shared import (
            {name},
            {other} as Other,
        )
        """,
    )
    assert_written(
        ClassLine(name * 2, ("BaseModel",)),
        f"""
        class {name * 2}(
            BaseModel,
        ):
        """,
    )
    assert_written(
        Assignment("_MODULES", literal({name: "room", other: "connection"})),
        f"""
        _MODULES = {{
            "{name}": "room",
            "{other}": "connection",
        }}
        """,
    )
    assert_written(
        Assignment("A_MEMBER_OF_AN_ENUMERATION_WITH_A_LONG_NAME", string("with a value " * 4)),
        """
        A_MEMBER_OF_AN_ENUMERATION_WITH_A_LONG_NAME = (
            "with a value with a value with a value with a value "
        )
        """,
    )


# -- what holds for all --

NASTY = ["'", '"', '"""', "\\", "\n", "\r", "\x00", "\u2028", "\u202e", "\ud800"]
words = st.lists(
    st.sampled_from(["room ", "of ", "application", " ", "\n", "東京", "🚀", "é", *NASTY])
    | st.characters(exclude_categories=()),
    max_size=40,
).map("".join)
names = st.integers(0, 60).map(lambda length: "N" + "a" * length)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats(allow_nan=False) | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


def flat_union(members: list[Doc]) -> Union:
    return Union(
        tuple(item for member in members for item in (member.items if isinstance(member, Union) else (member,)))
    )


types: st.SearchStrategy[Doc] = st.recursive(
    names | words.map(string) | st.lists(words, min_size=1, max_size=5).map(lambda v: one_of(*v)),
    lambda inner: inner.map(list_of) | inner.map(dict_of) | st.lists(inner, min_size=2, max_size=5).map(flat_union),
    max_leaves=8,
)


@st.composite
def any_annotation(draw: st.DrawFn) -> Doc:
    messages = []
    if draw(st.booleans()):
        messages.append(Keyed("alias=", string(draw(words))))
    if draw(st.booleans()):
        messages.append(described(draw(words)))
    if draw(st.booleans()):
        messages.append(Keyed("deprecated=", draw(st.just("True") | words.map(Words))))
    if draw(st.booleans()):
        examples = draw(st.lists(values, min_size=1, max_size=3))
        messages.append(Keyed("examples=", literal(examples)))
    if draw(st.booleans()):
        messages.append(Keyed("union_mode=", draw(types)))
    item = draw(types)
    return annotated(item, *messages) if messages else item


defaults = st.none() | st.just("None") | words.map(string) | values.map(literal)
statements = st.one_of(
    st.builds(AnnotatedName, names, any_annotation(), defaults),
    st.builds(AnnotatedName, names, any_annotation(), defaults),
    st.builds(Assignment, names, values.map(literal)),
    st.builds(
        lambda name, item: Assignment(name, Group("TypeAliasType(", (string(name), item), ")")),
        names,
        any_annotation(),
    ),
    st.builds(
        Import,
        names.map(lambda name: f"..{name}"),
        st.lists(names, min_size=1, max_size=5).map(tuple),
    ),
)


@st.composite
def placed(draw: st.DrawFn) -> tuple[Statement, int]:
    """A statement and its indentation, every other one with a name that makes it just fit or just not fit."""
    statement = draw(statements)
    indent = draw(st.sampled_from([0, 4, 8]))
    if isinstance(statement, AnnotatedName | Assignment) and draw(st.booleans()):
        others = indent + len(one_line(statement)) - len(statement.name)
        length = LINE_LENGTH - others + draw(st.integers(-3, 8))
        if length > 0:
            statement = replace(statement, name="n" * length)
    return statement, indent


def one_line(statement: Statement) -> str:
    match statement:
        case AnnotatedName(name, annotation, None):
            return f"{name}: {flat(annotation)}"
        case AnnotatedName(name, annotation, default):
            return f"{name}: {flat(annotation)} = {flat(default or '')}"
        case Assignment(name, value):
            return f"{name} = {flat(value)}"
        case Import(source, imported):
            return f"from {source} import {', '.join(imported)}"
        case ClassLine(name, bases):
            return f"class {name}({', '.join(map(flat, bases))}):"


def just_fitting_or_not(shape: Callable[[str], Statement]) -> list[Statement]:
    """Statements of a shape with a name or text in it that makes each a column longer than the one before."""
    shortest = len(one_line(shape("n")))
    lengths = range(1, LINE_LENGTH + 12 - shortest)
    return [shape("n" * length) for length in lengths]


ANNOTATIONS: dict[str, Callable[[str], Doc]] = {
    "name": lambda name: f"A{name}",
    "list": lambda name: list_of(f"A{name}"),
    "list of lists": lambda name: list_of(list_of(f"A{name}")),
    "dict": lambda name: dict_of(f"A{name}"),
    "name or None": lambda name: Union((f"A{name}", "None")),
    "list or name or None": lambda name: Union((list_of(f"A{name}"), "B", "None")),
    "constant": lambda name: one_of(f"a {name}"),
    "constants": lambda name: one_of("b", f"a {name}"),
    "described": lambda name: annotated("int", described(f"a {name}")),
    "described list": lambda name: annotated(list_of(f"A{name}"), described("b")),
}


@pytest.mark.parametrize("default", [None, "None", '"ab"', "[]", literal([1, 22])])
@pytest.mark.parametrize("annotation", ANNOTATIONS.values(), ids=ANNOTATIONS)
def test_a_field_is_kept_at_every_length(annotation: Callable[[str], Doc], default: Doc | None) -> None:
    assert_kept(just_fitting_or_not(lambda n: AnnotatedName("x", annotation(n), default)))
    assert_kept(just_fitting_or_not(lambda n: AnnotatedName(f"x{n}", annotation("B"), default)))


def test_a_union_may_be_the_value_of_a_keyword() -> None:
    unions = [Union(("A" * 40, "B" * length)) for length in range(20, 60)]
    assert_kept([AnnotatedName("x", annotated("int", Keyed("a=", union))) for union in unions])


SHAPES: dict[str, Callable[[str], Statement]] = {
    "constant field": lambda name: AnnotatedName("x", "A", string(f"a {name}")),
    "list field": lambda name: AnnotatedName("x", list_of("A"), literal([name])),
    "dict field": lambda name: AnnotatedName("x", dict_of("A"), literal({"a": f"a {name}"})),
    "named string": lambda name: Assignment(f"A{name}", '"text"'),
    "string": lambda name: Assignment("A", string(f"a {name}")),
    "list": lambda name: Assignment("A", literal([f"a {name}"])),
    "tuple of one item": lambda name: Assignment("A", Group("(", (string(f"a {name}"),), ",)")),
    "named list": lambda name: Assignment(f"A{name}", literal([1, 2])),
    "module": lambda name: Import(f"..a{name}", ("A",)),
    "import": lambda name: Import("..a", ("A", f"B as A{name}")),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_statement_is_kept_at_every_length(shape: Callable[[str], Statement]) -> None:
    assert_kept(just_fitting_or_not(shape))


def assert_kept(many: list[Statement]) -> None:
    written = module([(statement, 0) for statement in many])
    assert black_format(written) == written
    intended = ast.parse("\n".join(map(one_line, many)))
    assert ast.dump(ast.parse(written)) == ast.dump(intended)


@scaled(0.6)
@given(st.lists(placed(), min_size=10, max_size=15))
def test_black_leaves_a_statement_alone(many: list[tuple[Statement, int]]) -> None:
    # Imports last, the outermost behind the others: black puts a blank line below an import that no other follows.
    many.sort(key=lambda case: (isinstance(case[0], Import), -case[1]))
    written = module(many)
    assert black_format(written) == written


@scaled(2)
@given(statements)
def test_a_statement_means_what_it_means_on_one_line(statement: Statement) -> None:
    written = ast.parse(lay_out(statement))
    assert ast.dump(written) == ast.dump(ast.parse(one_line(statement)))


@scaled(2)
@given(placed())
def test_a_statement_shows_no_hidden_character(case: tuple[Statement, int]) -> None:
    statement, indent = case
    written = lay_out(statement, indent=indent)
    assert not re.search(f"[{HIDDEN}]", written.replace("\n", ""))


@scaled(2)
@given(words)
@example("")
@example("'" * 20 + " \n" + '"' * 34)
@example(" " * 500)
@example("a " + "b" * 200 + " c")
def test_a_piece_of_prose_fits_or_is_a_single_word(text: str) -> None:
    field = AnnotatedName("x", annotated("int", Keyed("alias=", '"x"'), described(text)))
    for line in lay_out(field).split("\n"):
        if not fits(line):
            piece = line.strip().removeprefix("description=").removesuffix(",")
            assert " " not in ast.literal_eval(piece)[:-1]


@pytest.mark.parametrize("bases", [("BaseModel",), ("BaseModel", "Generic[T]")])
@pytest.mark.parametrize("length", range(60, 100))
def test_black_leaves_the_first_line_of_a_class_alone(length: int, bases: tuple[str, ...]) -> None:
    written = lay_out(ClassLine("N" * length, bases)) + "\n    pass\n"
    assert black_format(written) == written


def test_black_leaves_deep_types_and_values_alone() -> None:
    item: Doc = "int"
    for _ in range(50):
        item = dict_of(list_of(item))
    field = AnnotatedName("x", annotated(item, described("of very many rooms " * 9)), "None")
    written = lay_out(field) + "\n"
    assert black_format(written) == written


def test_what_the_generator_mostly_writes_does_not_even_import_black() -> None:
    """Importing it costs more than laying out a few hundred modules."""
    program = """
        import sys
        from docmodels.targets.python.docstrings import docstring
        from docmodels.targets.python.layout import lay_out
        from docmodels.targets.python.syntax import AnnotatedName, Group, Import, Keyed, Union, Words

        prose = Words("What the room is for, said in “many words”. " * 5)
        said = Group("Field(", (Keyed("alias=", '"x"'), Keyed("description=", prose)), ")")
        item = Union((Group("list[", ("RoomAllocation" * 3,), "]"), "None"))
        lay_out(AnnotatedName("x", Group("Annotated[", (item, said), "]"), "None"), indent=4)
        lay_out(AnnotatedName("x" * 30, item, "None"), indent=4)
        lay_out(Import("pydantic", ("RoomAllocation" * 3, "RoomConnection" * 3)))
        docstring(prose.text, 4)
        sys.exit("black" in sys.modules)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=True)
