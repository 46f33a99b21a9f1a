"""The flavours: the libraries that the classes are written for.

A flavour is a package and a folder of templates. It is a row of `BUILT_IN`, or an entry point of another distribution.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import ParamSpec, TypeVar

from ....config.installed import Extensions, Source
from ....frozen import replace
from ..flavour import Flavour

P = ParamSpec("P")
T = TypeVar("T")

BUILT_IN: Mapping[str, str] = MappingProxyType(
    {
        "pydantic": "docmodels.targets.python.flavours.pydantic:PYDANTIC",
        "typeddict": "docmodels.targets.python.flavours.typeddict:TYPEDDICT",
        "msgspec": "docmodels.targets.python.flavours.msgspec:MSGSPEC",
        "dataclass": "docmodels.targets.python.flavours.dataclass:DATACLASS",
    }
)
"""The flavours of docmodels itself, in the notation of entry points."""


def _guarded(value: object, source: Source) -> Flavour:
    """The flavour of an entry point, ready for use. Raises ConfigError if the value is no flavour of that name."""
    if not isinstance(value, Flavour):
        raise source.error(f"is no Flavour, but {type(value).__name__}")
    if value.name != source.name:
        raise source.error(f"has another name in its code: {value.name!r}")
    if not source.distribution:
        return value
    if value.templates is None or not value.templates.is_dir():
        raise source.error(f"has no folder of templates: {value.templates}")
    return replace(
        value, present=_named(source, "present a module", value.present), adapt=_named(source, "adapt", value.adapt)
    )


def _named(source: Source, doing: str, call: Callable[P, T]) -> Callable[P, T]:
    """A function of another distribution. Its failures raise ConfigError."""

    def guarded(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return call(*args, **kwargs)
        except Exception as error:  # other people's code may fail in any way
            raise source.failure(doing, error) from error

    return guarded


FLAVOURS: Extensions[Flavour] = Extensions("flavour", "docmodels.flavours", BUILT_IN, _guarded)
"""All flavours by name."""

__all__ = ["BUILT_IN", "FLAVOURS", "Flavour"]
