"""Cassettes in YAML, as VCR libraries write them by default. PyYAML comes with `docmodels[cassettes]`."""

from __future__ import annotations

from .parsing import MAX_DEPTH

MISSING = "it is YAML, which needs PyYAML"


def read_yaml(text: str) -> object:
    """The value in a text. Raises ValueError, with a message in a clause, where it cannot be read.

    What a YAML bomb is made of, an alias, is refused: no cassette has one.
    """
    try:
        import yaml  # type: ignore[import-untyped]
    except ImportError:
        raise ValueError(MISSING) from None
    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise ValueError("it has an alias, which no cassette needs")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                raise ValueError(f"it is nested deeper than {MAX_DEPTH} levels")
        value: object = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError):
        raise ValueError("it is no YAML") from None
    return value
