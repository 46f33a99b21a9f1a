"""Fields nested in others, and the objects that they make."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from ....frozen import replace
from ....markdown import Table
from ....model.declarations import Field, Object
from ....model.examples import parse
from ....model.lists import item_of
from ....model.names import singular
from ....model.types import ANY, Constant, DeclarationId, ListOf, MapOf, Primitive, Ref, Type, UnionOf, union
from ....tables.keys import keys
from ....tables.names import FieldName

_OF_HELM = {("key", "type", "default", "description"): 2, ("name", "description", "value"): 2}
"""The columns of tools for Helm charts, and the one with defaults: helm-docs, and the generator of Bitnami."""
DEEPEST = 30
"""The deepest nesting of fields; deeper ones belong to the outermost object."""


@dataclass(slots=True)
class Node:
    """A field, and the fields nested in it."""

    field: Field
    lists: int = 0
    indexes: int = 0  # the rows for single items
    below: dict[str, Node] = dataclasses.field(default_factory=dict)

    def take(self, kind: Type, description: str, *, index: str = "") -> bool:
        """Add the type and the description of a row for the items of the field: `seats[]`, `labels.*`.

        index  the name of a row for a single item: `point[0]`

        Returns whether the type fits that of the field.
        """
        known = self.field.type
        if index:
            description = f"`{index}`: {description}" if description else ""
            if self.indexes and isinstance(known, ListOf) and isinstance(kind, ListOf):
                known = kind = ListOf(union(known.item, kind.item))
            self.indexes += 1
        is_bare = known in (ANY, ListOf(ANY)) if isinstance(kind, ListOf) else known in (ANY, MapOf(ANY))
        if not is_bare and known != kind:
            return False
        self._take(kind, description)
        return True

    def _take(self, kind: Type, description: str) -> None:
        texts = dict.fromkeys(filter(None, (self.field.description, description)))
        self.field = replace(self.field, type=kind, description="\n\n".join(texts))


def find_field(top: Mapping[str, Node], names: Sequence[str]) -> tuple[Node, tuple[str, ...]] | None:
    """The outermost field of the first name, within it that of the next name and so on, and its path; else None."""
    match: tuple[Node, tuple[str, ...]] | None = None
    for name in names:
        fields, path = (match[0].below, match[1]) if match is not None else (top, ())
        match = _outermost(fields, path, name)
        if match is None:
            return None
    return match


def _outermost(fields: Mapping[str, Node], path: tuple[str, ...], name: str) -> tuple[Node, tuple[str, ...]] | None:
    level = [((*path, key), node) for key, node in fields.items()]
    for _ in range(DEEPEST):
        for path, node in level:
            if path[-1] == name:
                return node, path
        level = [((*path, key), below) for path, node in level for key, below in node.below.items()]
    return None


def shared_keys(names: Sequence[FieldName], table: Table) -> frozenset[str]:
    """The first keys that several paths of a table share. If half of the paths share theirs, the first keys of all paths.

    Dots usually mean the same in an entire table. But one pair among many names, `http.port`, `http.host`, `db.url`,
    is no evidence for the others. In a table for a Helm chart, all dots make paths.
    """
    paths = [parts[0][0] for name in names if len(parts := keys(name.text)) > 1 and " " not in name.text]
    if not paths:
        return frozenset()
    first = Counter(paths)
    shared = frozenset(key for key, count in first.items() if count > 1)
    are_all = sum(first[key] for key in shared) * 2 >= len(paths) or _is_of_helm(table)
    return frozenset(first) if are_all else shared


def _is_of_helm(table: Table) -> bool:
    """Whether a table has the columns of a tool for Helm charts, and mostly JSON in code for defaults."""
    at = _OF_HELM.get(table.headings)
    if at is None:
        return False
    defaults = [row.cells[at].source for row in table.rows if row.cells[at].source]
    return sum(map(_is_json, defaults)) * 2 > len(defaults)


def _is_json(source: str) -> bool:
    """Whether a cell is JSON in code."""
    is_code = len(source) > 2 and source[0] == source[-1] == "`"
    return is_code and parse(source.strip("`").strip()) is not None


def is_path(text: str, parts: Sequence[tuple[str, int]], known: Set[str], shared: frozenset[str]) -> bool:
    """Whether a name is a path into another field: always with brackets, with dots only beside other evidence."""
    head = parts[0][0]
    if "[" in text or "?." in text:
        return True
    if any(char.isspace() for char in text):
        return False
    return (
        head in known
        or (head in shared and "/" not in text)
        or '."' in text
        or any(name in known for name in (f"{head}[]", f"{head}[0]"))
    )


def repeated(parts: Sequence[tuple[str, int]], path: tuple[str, ...], outer: Node) -> int:
    """The number of keys of a path that repeat fields around its row: 1 for `contact.email` below `contact`."""
    names = tuple(key for key, _ in parts)
    if names[0] in outer.below:
        return 0
    return next((count for count in range(len(names) - 1, 0, -1) if path[-count:] == names[:count]), 0)


def listed_type(kind: Type, lists: int) -> Type:
    for _ in range(lists):
        kind = ListOf(kind)
    return kind


def objects(owner: Object, top: Mapping[str, Node]) -> Iterator[Object]:
    """An object with its fields, and then the objects nested in it."""
    fields: list[Field] = []
    nested: list[tuple[Object, Mapping[str, Node]]] = []
    for key, node in top.items():
        own = node.field
        if node.below:
            id_ = DeclarationId(owner.id.page, f"{owner.id.anchor}.{key}" if owner.id.anchor else f".{key}")
            part = Object(
                id_,
                f"{owner.title} {_one(key, node, top)}",
                own.place,
                own.description,
                (),
                part_of=owner.id,
                named_by=f"after {owner.title} and its field {key}",
            )
            nested.append((part, node.below))
            is_open = own.is_open and own.type == ANY and not node.lists  # an example may make it a list
            own = replace(own, type=_holding(own.type, Ref(id_), node.lists), is_open=is_open)
        elif node.lists and not isinstance(own.type, ListOf):
            own = replace(own, type=listed_type(own.type, node.lists))
        fields.append(own)
    yield replace(owner, fields=tuple(fields))
    for part, below in nested:
        yield from objects(part, below)


def _one(key: str, node: Node, beside: Mapping[str, Node]) -> str:
    """The name for the class of a field: that of one item if it is free, else that of the field."""
    item = singular(key)
    return item if (node.lists or isinstance(node.field.type, ListOf)) and item not in beside else key


def _holding(kind: Type, item: Type, lists: int) -> Type:
    """The type of a field with nested fields: lists and maps around their class, and scalars beside it."""
    match kind:
        case ListOf(inner) if is_scalar(inner):  # rows for nested fields are the better evidence
            return ListOf(listed_type(item, max(lists - 1, 0)))
        case ListOf(inner):
            return ListOf(_holding(inner, item, max(lists - 1, 0)))
        case MapOf(value) if value != ANY:
            return MapOf(_holding(value, item, 0))
        case UnionOf(members):
            others = tuple(member for member in members if not is_scalar(member)) or (ANY,)
            return union(*filter(is_scalar, members), *(_holding(other, item, lists) for other in others))
        case _ if is_scalar(kind):
            return union(kind, listed_type(item, lists))
        case _:
            return listed_type(item, lists)


def is_scalar(kind: Type) -> bool:
    """Whether no value of a type can have fields: a string, a constant."""
    return isinstance(kind, Constant) or (isinstance(kind, Primitive) and kind != ANY)


def scalars_with_fields(top: Mapping[str, Node]) -> Iterator[Field]:
    """The fields of scalar types with nested fields: a string `host`, and a row for `host.name`."""
    for node in top.values():
        if node.below:
            if is_scalar(item_of(node.field.type)):
                yield node.field
            yield from scalars_with_fields(node.below)
