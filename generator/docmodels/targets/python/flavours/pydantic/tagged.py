"""Unions with a discriminator.

payment: Annotated[Card | Invoice, Field(discriminator="kind")]
"""

from __future__ import annotations

from .....frozen import replace
from .....model.types import Ref, Type, UnionOf
from ...annotations import annotation
from ...literals import string
from ...scope import Scope
from ...syntax import Code, Doc, Group, Union, call, keyword, subscript

TAG, OTHER = Code("tag"), Code("OTHER")
"""The names that `TAGS` defines."""

LOOSE_TAG = Code("loose_tag")
"""The function in `LOOSE` for the tag of a union."""

LOOSE = Code("_loose")
"""The module with the base of classes that read names in any spelling."""

TAGS = Code("_tags")
"""The module with the function that chooses a member of a union."""


def without_tag(type_: Type) -> Type:
    """The type; a union without its discriminator."""
    return replace(type_, discriminator=None) if isinstance(type_, UnionOf) else type_


def tag_attribute(type_: Type, scope: Scope) -> Code | None:
    """The attribute by which pydantic itself can choose the member of a union; None for any other type.

    Pydantic can if every class requires the field, gives it the same attribute, and reads it by its exact name. For other
    unions, a function chooses.
    """
    by = type_.discriminator if isinstance(type_, UnionOf) else None
    if (
        not isinstance(type_, UnionOf)
        or by is None
        or not all(isinstance(member, Ref) and scope.has(member.id) for member in type_.members)
    ):
        return None
    union = scope.union(type_)
    is_simple = by.missing is None and not by.is_open and not union.is_loose and len(union.attributes) == 1
    return union.attributes[0] if is_simple else None


def tagged_union(union_: UnionOf, plain: Doc, scope: Scope) -> Doc:
    """The annotation of a union with its discriminator.

    plain  the annotation without it
    """
    by, union = union_.discriminator, scope.union(union_)
    assert by is not None, "callers pass only unions with one"
    annotated = scope.helper("Annotated")
    if (attribute := tag_attribute(union_, scope)) is not None:
        discriminator = call(scope.helper("Field"), keyword(Code("discriminator"), string(attribute)))
        return subscript(annotated, plain, discriminator)
    tag, marked = scope.helper("Tag"), zip(union_.members, by.tags, strict=True)
    members = [subscript(annotated, annotation(part, scope), call(tag, string(text))) for part, text in marked]
    names: list[Doc] = [string(known) for known in dict.fromkeys((by.wire, *union.attributes))]
    if by.is_open:
        members.append(subscript(annotated, scope.helper("Any"), call(tag, scope.supported(TAGS, OTHER))))
        names.append(keyword(Code("known"), Group(Code("("), tuple(map(string, by.tags)), Code(")"))))
    if by.missing is not None:
        names.append(keyword(Code("missing"), string(by.missing) if by.missing else scope.supported(TAGS, OTHER)))
    read = call(scope.supported(TAGS, TAG), *names)
    if union.is_loose:
        read = call(scope.supported(LOOSE, LOOSE_TAG), string(by.wire), read)
    discriminator = call(scope.helper("Discriminator"), read)
    return subscript(annotated, Union(tuple(members)), discriminator)
