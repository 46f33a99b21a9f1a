"""The coverage of the docs by the models, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..families import Verdict
from ..model.declarations import Alias, Field
from ..model.model import Model
from ..model.types import ListOf, MapOf, Nullable, Primitive, Ref, Scalar, Type, Unknown
from ..model.wording import kind
from ..pipeline.understand import Understanding
from .census import alike, headings

Rows = Sequence[tuple[str, int, str, str]]
"""Figures: for each its label, its number, a remark, and the filter of the report for its models, "" without one."""


def coverage(understanding: Understanding) -> Iterator[tuple[str, Rows]]:
    """Tables of figures with their titles: pages, tables, models, fields, names on the wire."""
    model = understanding.model
    yield "Pages", _pages(understanding)
    yield "Tables", _tables(understanding)
    kinds = Counter(map(kind, model.declarations))
    yield "Models", [(name, count, "", name) for name, count in sorted(kinds.items())]
    fields = [field for owner in model.objects for field in owner.fields]
    yield "Fields", _fields(fields, model)
    yield "Names on the wire", _names(fields, understanding.convention(None).evidence)


def is_any(type_: Type, model: Model) -> bool:
    """Whether a type takes any value; for a list or a map, whether its items do."""
    while isinstance(type_, ListOf | MapOf | Nullable):
        type_ = type_.value if isinstance(type_, MapOf) else type_.item
    if isinstance(type_, Ref):
        target = model.by_id[type_.id]
        return isinstance(target, Alias) and _is_any_itself(target.type)
    return _is_any_itself(type_)


def _is_any_itself(type_: Type) -> bool:
    return isinstance(type_, Unknown) or (isinstance(type_, Primitive) and type_.scalar is Scalar.ANY)


def _tables(understanding: Understanding) -> Rows:
    entries = understanding.docs.census
    unread = [(headings(texts), len(group), group[0].reason, "") for texts, group in alike(entries)]
    kinds = Counter(entry.reason for entry in entries if entry.verdict is Verdict.NONE)
    return [
        ("all", len(entries), "", ""),
        ("read", sum(entry.verdict is Verdict.READ for entry in entries), "", ""),
        *((f"no model: {reason}", count, "", "") for reason, count in kinds.most_common()),
        *((f"not read: {texts}", count, reason, "") for texts, count, reason, _ in unread),
    ]


def _pages(understanding: Understanding) -> Rows:
    docs = understanding.docs
    return [
        ("read", len(docs.pages), "", ""),
        ("with models", len(docs.modelled), "", ""),
        ("skipped", len(docs.pages - docs.modelled), "they describe no model", ""),
        *(
            (
                ", ".join(filter(None, (f"{notation.family} docs", notation.language))),
                sum(chosen.notation == notation for chosen in docs.chosen.values()),
                notation.evidence,
                "",
            )
            for notation in docs.notations
        ),
    ]


def _fields(fields: Sequence[Field], model: Model) -> Rows:
    return [
        ("all", len(fields), "", ""),
        (
            "typed Any",
            sum(is_any(field.type, model) for field in fields),
            "each value, or each item, can be anything",
            "any",
        ),
        ("with a description", sum(bool(field.description) for field in fields), "", ""),
        ("with an example", sum(bool(field.examples) for field in fields), "", ""),
    ]


def _names(fields: Sequence[Field], convention: str) -> Rows:
    wires = [field.wire for field in fields if field.wire is not None]
    return [
        ("shown or set", sum(not wire.is_guess for wire in wires), "by the docs, an example or the configuration", ""),
        ("by convention", sum(wire.is_guess for wire in wires), convention, "guess"),
    ]
