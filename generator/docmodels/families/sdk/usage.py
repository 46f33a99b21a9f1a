"""The JSON of a model in examples of its use. Code in other languages has names of the SDK, and is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...markdown import Fence, Section
from ...model.declarations import Usage
from ...model.examples import parse


def read_usages(sections: Sequence[Section]) -> Iterator[Usage]:
    """The values of the model in the JSON below headings for it."""
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Fence) and (parsed := parse(block.text)) is not None:
                yield Usage(parsed[0], is_wire=True)
