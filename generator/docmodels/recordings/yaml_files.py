"""YAML: cassettes, as VCR libraries write them by default, and examples in docs."""

from __future__ import annotations

from .parsing import MAX_DEPTH


def read_yaml(text: str) -> object:
    """The value in a text. Raises ValueError, with a message in a clause, where it cannot be read.

    What a YAML bomb is made of, an alias, is refused: no cassette has one.
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
    except (yaml.YAMLError, ValueError, RecursionError):  # a ValueError for a date that there is not
        reason = "it is not YAML"
    if reason:
        raise ValueError(reason)
    return value
