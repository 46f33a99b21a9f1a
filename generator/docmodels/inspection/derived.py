"""What both forms show and the model does not say in so many words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ..model.declarations import Enumeration, Object, WireName
from ..model.tree import Model
from ..python.identifiers import distinct, field_name, member_name


def example(wire: WireName) -> str:
    """The `Title.Field` whose example shows the name on the wire; "" where the name is known from elsewhere."""
    before, after = "the example of ", f' has the key "{wire.name}"'
    evidence = wire.evidence
    if evidence.startswith(before) and evidence.endswith(after):
        return evidence[len(before) : -len(after)]
    return ""


def evidence(model: Model) -> Mapping[str, int]:
    """How many names on the wire are known from the example of a field, by its `Title.Field`."""
    shown = (example(field.wire) for owner in model.objects for field in owner.fields if field.wire is not None)
    return Counter(filter(None, shown))


def attributes(owner: Object) -> tuple[str, ...]:
    """The names of an object's fields in Python."""
    return distinct(field_name(field.name) for field in owner.fields)


def member_names(enumeration: Enumeration) -> tuple[str, ...]:
    """The names of an enumeration's members in Python; none where it is open, since then it is no Enum."""
    if enumeration.is_open:
        return ()
    return distinct(member_name(member.name, member.value) for member in enumeration.members)
