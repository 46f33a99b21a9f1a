"""YAML: the cassettes of VCR libraries, and examples in docs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .parsing import MAX_DEPTH


def read_yaml(text: str) -> object:
    """The value of a YAML text. Raises ValueError, with a message in a clause, for a text that cannot be read.

    Aliases are refused, since YAML bombs consist of them, and no cassette has one.
    """
    import yaml  # type: ignore[import-untyped]  # most runs read no YAML

    depth = 0
    reason, value = "", None
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent):
                reason = "it has an alias, which no cassette needs"
            elif depth > MAX_DEPTH:
                reason = f"it is nested deeper than {MAX_DEPTH} levels"
            if reason:
                break
        value = None if reason else yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):  # a ValueError for an impossible date
        reason = "it is not YAML"
    if reason:
        raise ValueError(reason)
    return value


def read_yaml_with_lines(text: str, *, as_written: bool = False) -> tuple[object, Mapping[int, Mapping[str, int]]]:
    """The value of a YAML text; and `id` of a mapping in it → key → line.

    as_written  whether `on`, `12:30` and `1.10` stay texts; then only an empty value is no text

    An alias gives the same object in several places. Raises ValueError, with a message in a clause, for a text that cannot
    be read.
    """
    import yaml

    lines: dict[int, Mapping[str, int]] = {}
    # The loader in C, if it was built, is ten times as fast.
    loader_class: Any = type("Loader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {})

    if as_written:
        loader_class.yaml_implicit_resolvers = {
            first: [(tag, form) for tag, form in forms if tag.endswith((":null", ":merge"))]
            for first, forms in loader_class.yaml_implicit_resolvers.items()
        }

    def mapping(loader: Any, node: Any) -> Iterator[dict[object, object]]:
        made: dict[object, object] = {}
        lines[id(made)] = {str(key.value): key.start_mark.line + 1 for key, _ in node.value}
        yield made
        made.update(loader.construct_mapping(node))

    loader_class.add_constructor("tag:yaml.org,2002:map", mapping)
    try:
        return yaml.load(text, loader_class), lines
    except RecursionError:
        raise ValueError(f"it is nested deeper than {MAX_DEPTH} levels") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f" (line {mark.line + 1}, column {mark.column + 1})" if mark is not None else ""
        raise ValueError(f"it is not YAML{where}") from None
    except (yaml.YAMLError, ValueError, TypeError):  # a TypeError for a key that is a list
        raise ValueError("it is not YAML") from None
