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
"""The names that `LOOSE` defines for a union."""

LOOSE = Code("_loose")
"""The module with what classes are made of that read names in any spelling."""

TAGS = Code("_tags")
"""The module that unions need to choose a member."""


def without_tag(whole: Type) -> Type:
    """The type, as a union that nothing distinguishes the members of."""
    return replace(whole, discriminator=None) if isinstance(whole, UnionOf) else whole


def tag_attribute(whole: Type, scope: Scope) -> Code | None:
    """The attribute by which pydantic itself can choose the member of a union.

    It can where every class must have the field, calls it the same, and reads it by its exact name. Elsewhere a function
    does, and for other types: None.
    """
    by = whole.discriminator if isinstance(whole, UnionOf) else None
    if (
        not isinstance(whole, UnionOf)
        or by is None
        or not all(isinstance(each, Ref) and scope.has(each.id) for each in whole.members)
    ):
        return None
    union = scope.union(whole)
    is_simple = by.missing is None and not by.is_open and not union.is_loose and len(union.attributes) == 1
    return union.attributes[0] if is_simple else None


def tagged_union(whole: UnionOf, plain: Doc, scope: Scope) -> Doc:
    """A union with the field that distinguishes its members.

    plain  the union without it
    """
    by, union = whole.discriminator, scope.union(whole)
    assert by is not None, "only such unions are asked for"
    annotated = scope.helper("Annotated")
    if (attribute := tag_attribute(whole, scope)) is not None:
        told = call(scope.helper("Field"), keyword(Code("discriminator"), string(attribute)))
        return subscript(annotated, plain, told)
    tag, marked = scope.helper("Tag"), zip(whole.members, by.tags, strict=True)
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
    told = call(scope.helper("Discriminator"), read)
    return subscript(annotated, Union(tuple(members)), told)
