"""The settings of a class: its library, the spelling of its names in the JSON, whether its fields are required."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from ...frozen import frozen, replace
from . import known
from .annotations import Scope, constant, outside, wrapper_of
from .modules import Defined, Modules, dotted

_DEEPEST = 30


class Library(StrEnum):
    """The kind of a class. PLAIN: a class with annotations and no library."""

    PYDANTIC = "pydantic"
    ROOT = "root"
    TYPED_DICT = "typeddict"
    STRUCT = "msgspec"
    DATACLASS = "dataclass"
    ATTRS = "attrs"
    ENUMERATION = "enumeration"
    EXCEPTION = "exception"
    PLAIN = "plain"
    NONE = "none"


Spelling = Callable[[str], str] | None
"""Makes the name in the JSON from an attribute's; None if the code makes it at run time."""


@frozen()
class Settings:
    """The settings of a class.

    spelling    see `Spelling`
    exact       the fields whose names are certain, None for all
    is_total    whether the keys of a TypedDict are required
    is_old      whether the class is of pydantic before version 2
    tag_field   the name of the field with the tag of a Struct
    tag         the value of that field: a text, a number, or True for the name of the class
    takes_more  whether it keeps keys that it does not declare
    is_by_name  whether it reads a field by its attribute as well as its alias
    """

    library: Library = Library.PLAIN
    spelling: Spelling = str
    exact: tuple[str, ...] | None = None
    is_total: bool = True
    is_old: bool = False
    tag_field: str = "type"
    tag: object = None
    takes_more: bool = False
    is_by_name: bool = False


def _camel(name: str) -> str:
    """`roomId` of `room_id`, as msgspec spells it."""
    first, *rest = name.strip("_").split("_")
    return first + "".join(map(str.title, rest))


def _pascal(name: str) -> str:
    return "".join(map(str.title, name.split("_")))


def _to_pascal(name: str) -> str:
    """`RoomId` of `room_id`, as pydantic spells it: underscores at the ends stay."""
    return re.sub("([0-9A-Za-z])_(?=[0-9A-Z])", r"\1", name.title())


def _to_camel(name: str) -> str:
    if re.match("^[a-z]+[A-Za-z0-9]*$", name) and not re.search(r"\d(?=[a-z]|[A-Z])", name):
        return name
    return re.sub("^_*[A-Z]", lambda start: start[0].lower(), _to_pascal(name))


def _to_snake(name: str) -> str:
    for before, behind in (("[A-Z]+", "[A-Z][a-z]"), ("[a-z]", "[A-Z]"), ("[0-9]", "[A-Z]"), ("[a-z]", "[0-9]")):
        name = re.sub(f"({before})({behind})", r"\1_\2", name)
    return name.replace("-", "_").lower()


def _kebab(name: str) -> str:
    return name.strip("_").replace("_", "-")


SPELLINGS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "camel": _camel,
        "pascal": _pascal,
        "kebab": _kebab,
        "lower": str.lower,
        "upper": str.upper,
        "to_camel": _to_camel,
        "to_lower_camel": _to_camel,
        "to_pascal": _to_pascal,
        "to_snake": _to_snake,
        "camelize": _camel,
        "to_camel_case": _camel,
        "CAMEL": _camel,
        "PASCAL": _pascal,
        "KEBAB": _kebab,
    }
)
"""Spellings by their names in the libraries."""


def settings_of(modules: Modules, owner: Defined, depth: int = 0) -> Settings:
    """The settings of a class, with those that it inherits."""
    assert isinstance(owner.node, ast.ClassDef)
    node, at = owner.node, Scope(modules, owner.module, owner.name)
    settings = _of_bases(modules, owner, depth)
    if _is_read_by_code(node):
        settings = replace(settings, exact=())
    for decorator in node.decorator_list:
        settings = _decorated(decorator, at, settings)
    options = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
    options |= dict(_config(node))
    return _with_options(options, at, settings)


def _of_bases(modules: Modules, owner: Defined, depth: int) -> Settings:
    assert isinstance(owner.node, ast.ClassDef)
    settings = Settings(library=Library.NONE if not owner.node.body else Library.PLAIN)
    for base in reversed(owner.node.bases):
        there = modules.find(owner.module, dotted(wrapper_of(base)) or "?", owner.name.rpartition(".")[0])
        if isinstance(there, Defined):
            there = _followed(modules, there)
        if isinstance(there, str):
            library = _library(known.plain(there))
            if library is Library.NONE and settings.library is not Library.PLAIN:
                continue  # `class Model(ABC, BaseModel)`
            if library is not Library.PLAIN:
                settings = replace(settings, library=library, is_old="v1" in there or "generics" in there)
        elif isinstance(there.node, ast.ClassDef) and depth < _DEEPEST and there.node is not owner.node:
            inherited = settings_of(modules, there, depth + 1)
            library = settings.library if inherited.library is Library.PLAIN else inherited.library
            exact = inherited.exact if inherited.exact is not None else settings.exact
            tag = True if inherited.tag is True else None
            settings = replace(inherited, library=library, exact=exact, is_total=True, tag=tag)
    return settings


def _followed(modules: Modules, there: Defined) -> Defined | str:
    """The definition behind `Base = pydantic.BaseModel`."""
    for _ in range(_DEEPEST):
        if not isinstance(there.node, ast.Assign | ast.AnnAssign):
            return there
        value = there.node.value
        if isinstance(value, ast.Call):  # a TypedDict that is made by a call
            value = value.func
        further = modules.find(there.module, dotted(value) or "?")
        if isinstance(further, str):
            return further
        there = further
    return there


def _library(base: str) -> Library:
    tables = (
        (known.PYDANTIC, Library.PYDANTIC),
        (known.ROOTS, Library.ROOT),
        (known.TYPED_DICTS, Library.TYPED_DICT),
        (known.STRUCTS, Library.STRUCT),
        (known.ENUMERATIONS, Library.ENUMERATION),
        (known.EXCEPTIONS, Library.EXCEPTION),
        (known.NOT_MODELS, Library.NONE),
    )
    return next((library for names, library in tables if base in names), Library.PLAIN)


def _decorated(decorator: ast.expr, at: Scope, settings: Settings) -> Settings:
    function = decorator.func if isinstance(decorator, ast.Call) else decorator
    name = known.plain(outside(function, at))
    if settings.library is Library.EXCEPTION:
        return settings
    if name in known.DATACLASS:
        settings = replace(settings, library=Library.DATACLASS)
    elif name in known.ATTRS:
        settings = replace(settings, library=Library.ATTRS)
    elif name == "dataclasses_json.dataclass_json" and isinstance(decorator, ast.Call):
        case = next((keyword.value for keyword in decorator.keywords if keyword.arg == "letter_case"), None)
        spelling = dotted(case).rpartition(".")[2]
        settings = replace(settings, spelling=SPELLINGS.get(spelling)) if spelling else settings
    return settings


def _is_read_by_code(node: ast.ClassDef) -> bool:
    """Whether a method of the class sees the data before its fields do, and so may rename keys."""
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef):
            if statement.name == "__get_pydantic_core_schema__":
                return True
            for decorator in statement.decorator_list:
                call = ast.unparse(decorator)
                if call.startswith(
                    ("model_validator(mode='before'", "root_validator(pre=True", "pydantic.model_valid")
                ):
                    return "before" in call or "pre" in call
    return False


def _config(node: ast.ClassDef) -> Iterator[tuple[str, ast.expr]]:
    """The keys and values of pydantic's configuration in a class."""
    for statement in node.body:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(id="model_config")], value=value)
                | ast.AnnAssign(target=ast.Name(id="model_config"), value=ast.expr() as value)
            ):
                if isinstance(value, ast.Call):
                    yield from ((keyword.arg, keyword.value) for keyword in value.keywords if keyword.arg)
                elif isinstance(value, ast.Dict):
                    for key, inner in zip(value.keys, value.values, strict=True):
                        if isinstance(key, ast.Constant) and isinstance(key.value, str):
                            yield key.value, inner
            case ast.ClassDef(name="Config", body=body):
                for line in body:
                    match line:
                        case ast.Assign(targets=[ast.Name(id=name)], value=value):
                            yield name, value


def _with_options(options: Mapping[str, ast.expr], at: Scope, settings: Settings) -> Settings:
    for key, value in options.items():
        settings = replace(
            settings, is_old=settings.is_old or (key in known.OLD_KEYS and settings.library is Library.PYDANTIC)
        )
        if key == "total":
            settings = replace(settings, is_total=constant(value, at) is not False)
        elif key == "alias_generator" or (key == "rename" and settings.library is Library.STRUCT):
            settings = replace(settings, spelling=_spelling(value, at))
        elif key == "exact" and settings.exact is not None:
            names = constant(value, at)
            settings = replace(settings, exact=tuple(map(str, names)) if isinstance(names, tuple) else ())
        elif key == "fields" and settings.is_old:
            settings = replace(settings, spelling=_with_aliases(settings.spelling, constant(value, at)))
        elif key in known.BY_NAME:
            settings = replace(settings, is_by_name=constant(value, at) is True)
        elif key == "extra":
            settings = replace(settings, takes_more=constant(value, at) == "allow" or dotted(value) == "Extra.allow")
        elif key == "tag_field":
            name = constant(value, at)
            settings = replace(settings, tag_field=str(name), tag=settings.tag if settings.tag is not None else True)
        elif key == "tag":
            settings = replace(settings, tag=constant(value, at))
    return settings


def _with_aliases(spelling: Spelling, table: object) -> Spelling:
    """A spelling with a table of aliases, as pydantic 1 has it: `{"by": "owner"}`, `{"by": {"alias": "owner"}}`."""
    if not isinstance(table, dict) or spelling is None:
        return spelling
    aliases = {key: value.get("alias") if isinstance(value, dict) else value for key, value in table.items()}
    return lambda attribute: str(aliases.get(attribute) or spelling(attribute))


def _spelling(value: ast.expr, at: Scope) -> Spelling:
    if isinstance(value, ast.Call):  # AliasGenerator(alias=…, validation_alias=…)
        by_name = {keyword.arg: keyword.value for keyword in value.keywords}
        inner = by_name.get("validation_alias") or by_name.get("alias")
        return _spelling(inner, at) if inner is not None else None
    if isinstance(value, ast.Name | ast.Attribute):
        return SPELLINGS.get(dotted(value).rpartition(".")[2].strip("_"))
    name = constant(value, at)
    if isinstance(name, dict):
        return lambda attribute: str(name.get(attribute, attribute))
    if name is None:
        return str
    return SPELLINGS.get(name) if isinstance(name, str) else None
