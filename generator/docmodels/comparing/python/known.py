"""The names of Python and of libraries that docmodels knows: data only."""

from __future__ import annotations

from types import MappingProxyType

from ...model.types import (
    ANY,
    BOOLEAN,
    BYTES,
    DATE,
    DATETIME,
    DECIMAL,
    DURATION,
    INTEGER,
    NUMBER,
    STRING,
    TIME,
    UUID,
    ListOf,
    MapOf,
    Type,
)

SCALARS: MappingProxyType[str, Type] = MappingProxyType(
    {
        **dict.fromkeys(("str", "typing.AnyStr", "typing.Text", "typing.LiteralString"), STRING),
        **dict.fromkeys(("int",), INTEGER),
        **dict.fromkeys(("float", "complex"), NUMBER),
        **dict.fromkeys(("decimal.Decimal", "fractions.Fraction"), DECIMAL),
        **dict.fromkeys(("bool",), BOOLEAN),
        **dict.fromkeys(("bytes", "bytearray", "memoryview"), BYTES),
        **dict.fromkeys(("object", "typing.Any", "pydantic.JsonValue", "msgspec.Raw", "typing.Hashable"), ANY),
        **dict.fromkeys(("datetime.datetime", "pydantic.AwareDatetime", "pydantic.NaiveDatetime"), DATETIME),
        **dict.fromkeys(("pydantic.PastDatetime", "pydantic.FutureDatetime"), DATETIME),
        **dict.fromkeys(("datetime.date", "pydantic.PastDate", "pydantic.FutureDate"), DATE),
        "datetime.time": TIME,
        "datetime.timedelta": DURATION,
        **dict.fromkeys(("uuid.UUID", "pydantic.UUID1", "pydantic.UUID3", "pydantic.UUID4", "pydantic.UUID5"), UUID),
        **dict.fromkeys(("list", "tuple", "set", "frozenset"), ListOf(ANY)),
        **dict.fromkeys(("typing.List", "typing.Tuple", "typing.Set", "typing.FrozenSet"), ListOf(ANY)),
        **dict.fromkeys(("dict", "typing.Dict", "typing.Mapping", "collections.abc.Mapping"), MapOf(ANY)),
        **dict.fromkeys(
            (
                *(f"pydantic.{name}" for name in ("AnyUrl", "AnyHttpUrl", "HttpUrl", "FileUrl", "WebsocketUrl")),
                *(f"pydantic.{name}" for name in ("EmailStr", "NameEmail", "SecretStr", "StrictStr", "constr")),
                *(f"pydantic.{name}" for name in ("IPvAnyAddress", "IPvAnyNetwork", "FilePath", "DirectoryPath")),
                *(f"ipaddress.{name}" for name in ("IPv4Address", "IPv6Address", "IPv4Network", "IPv6Network")),
                *("pathlib.Path", "pathlib.PurePath", "yarl.URL", "zoneinfo.ZoneInfo", "re.Pattern"),
            ),
            STRING,
        ),
        **dict.fromkeys(
            (f"pydantic.{name}" for name in ("StrictInt", "PositiveInt", "NonNegativeInt", "NegativeInt", "conint")),
            INTEGER,
        ),
        **dict.fromkeys(
            (f"pydantic.{name}" for name in ("StrictFloat", "PositiveFloat", "NonNegativeFloat", "confloat")), NUMBER
        ),
        **dict.fromkeys(("pydantic.StrictBool",), BOOLEAN),
        **dict.fromkeys(("pydantic.StrictBytes", "pydantic.Base64Bytes", "pydantic.SecretBytes"), BYTES),
    }
)
"""Types of single values, by their full names; typing_extensions counts as typing."""

_COLLECTIONS = ("Sequence", "MutableSequence", "Iterable", "Iterator", "Collection", "Set", "MutableSet", "AbstractSet")

LISTS = frozenset(
    {"list", "set", "frozenset", "collections.deque", "pydantic.conlist", "pydantic.conset"}
    | {f"typing.{name}" for name in ("List", "Set", "FrozenSet", "Deque", *_COLLECTIONS)}
    | {f"collections.abc.{name}" for name in _COLLECTIONS}
)
TUPLES = frozenset({"tuple", "typing.Tuple"})
MAPS = frozenset(
    {"dict", "collections.OrderedDict", "collections.defaultdict", "types.MappingProxyType"}
    | {f"typing.{name}" for name in ("Dict", "Mapping", "MutableMapping", "DefaultDict", "OrderedDict")}
    | {f"collections.abc.{name}" for name in ("Mapping", "MutableMapping")}
)
UNIONS = frozenset({"typing.Union", "types.UnionType"})
UNSET = frozenset({"msgspec.UnsetType", "msgspec.UNSET", "pydantic.experimental.missing_sentinel.MISSING"})
UNSET_NAMES = frozenset(
    {"Unset", "UnsetType", "Missing", "MissingType", "NotGiven", "Omit", "Undefined", "UndefinedType", "NotSet"}
)
"""Classes that stand for a missing field, in several libraries."""
BY_NAME = frozenset({"populate_by_name", "validate_by_name", "allow_population_by_field_name"})
"""Settings of pydantic that let a field be read by its attribute too."""
REQUIRED_NAMES = frozenset({"REQUIRED", "Required"})
"""Defaults that mean "no default", in several libraries."""
WRAPPERS = frozenset(
    f"typing.{name}" for name in ("Required", "NotRequired", "ReadOnly", "Final", "Annotated", "ClassVar", "Unpack")
) | {"dataclasses.InitVar", "pydantic.Json", "attr.Attribute", "sqlalchemy.orm.Mapped"}

PYDANTIC = frozenset(
    {"pydantic.BaseModel", "pydantic.main.BaseModel", "sqlmodel.SQLModel", "pydantic_settings.BaseSettings"}
    | {"pydantic.generics.GenericModel", "pydantic.v1.BaseModel", "pydantic.v1.generics.GenericModel"}
)
ROOTS = frozenset({"pydantic.RootModel"})
TYPED_DICTS = frozenset({"typing.TypedDict", "mypy_extensions.TypedDict"})
STRUCTS = frozenset({"msgspec.Struct"})
ENUMERATIONS = frozenset({"enum.Enum", "enum.StrEnum", "enum.IntEnum", "enum.ReprEnum", "enum.Flag", "enum.IntFlag"})
FLAGS = frozenset({"enum.Flag", "enum.IntFlag"})
NOT_MODELS = frozenset({"typing.Protocol", "abc.ABC", "typing.NamedTuple"})
EXCEPTIONS = frozenset(
    {"Exception", "BaseException", "ValueError", "TypeError", "RuntimeError", "KeyError", "LookupError", "OSError"}
)

DATACLASS = frozenset({"dataclasses.dataclass", "pydantic.dataclasses.dataclass"})
ATTRS = frozenset(
    {"attr.s", "attr.attrs", "attr.dataclass", "attr.define", "attr.frozen", "attr.mutable", "attr.attributes"}
    | {"attrs.define", "attrs.frozen", "attrs.mutable"}
)
FIELDS = frozenset(
    {"pydantic.Field", "pydantic.fields.Field", "pydantic.v1.Field", "sqlmodel.Field", "dataclasses.field"}
    | {"msgspec.field", "msgspec.Meta", "attr.ib", "attr.attrib", "attr.field", "attrs.field", "attr.attr"}
)
DEPRECATED = frozenset({"warnings.deprecated", "typing.deprecated", "deprecated.deprecated"})
RUN_TIME = frozenset(
    {"pydantic.create_model", "dataclasses.make_dataclass", "msgspec.defstruct", "attr.make_class"}
) | {"attrs.make_class", "type", "types.new_class"}
"""Calls that build a class at run time."""

OLD_KEYS = frozenset(
    {"allow_mutation", "allow_population_by_field_name", "anystr_lower", "anystr_strip_whitespace"}
    | {"anystr_upper", "copy_on_model_validation", "error_msg_templates", "fields", "getter_dict", "keep_untouched"}
    | {"max_anystr_length", "min_anystr_length", "orm_mode", "schema_extra", "smart_union"}
    | {"underscore_attrs_are_private", "validate_all"}
)
"""Configuration keys of pydantic before version 2 that version 2 does not have."""


def plain(name: str) -> str:
    """A full name as the tables of this module have it: `typing.X` for `typing_extensions.X`."""
    return name.replace("typing_extensions.", "typing.", 1) if name.startswith("typing_extensions.") else name
