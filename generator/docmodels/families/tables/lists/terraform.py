"""Pages about a resource of a Terraform provider, written by hand.

    ## Argument Reference

    * `name` - (Required) What to call the room.

The lists have names. Types stand only in descriptions, and in examples in the language of Terraform.
"""

from __future__ import annotations

import re
from collections import Counter

from ....markdown import Fence, Page, Section
from ....patterns import regex

_HEADING = regex(r"(?:exported\s+)?(?:arguments?|attributes?)(?:\s+references?)?", re.IGNORECASE)
_LANGUAGES = ("hcl", "terraform", "tf")
_RESOURCE = regex(r"\s*(?:resource|data|ephemeral)\s+\"\w+\"\s+\"[\w-]+\"\s*\{")
_BLOCK = regex(r"(?P<name>[A-Za-z_]\w*)(?:\s+\"[^\"]*\"){0,3}\s*\{\s*")
_DEEPEST = 50


def shows_attributes(section: Section) -> bool:
    """Whether the heading of a section announces arguments or attributes."""
    return _HEADING.fullmatch(section.heading.text.strip()) is not None


def shows_exports(section: Section) -> bool:
    """Whether the heading of a section announces attributes that a resource exports."""
    return shows_attributes(section) and "ttribute" in section.heading.text


def is_resource(page: Page) -> bool:
    """Whether a page is about a resource: it has a section of attributes, and an example in Terraform's language."""
    return any(map(_is_example, _fences(page))) and any(map(shows_attributes, page.sections))


def repeated_blocks(page: Page) -> frozenset[str]:
    """The names of the blocks that repeat within one block of an example: these are lists."""
    names: set[str] = set()
    for fence in filter(_is_example, _fences(page)):
        stack: list[Counter[str]] = [Counter()]
        for line in fence.text.split("\n"):
            text = line.strip()
            block = _BLOCK.fullmatch(text)
            if block is not None and len(stack) <= _DEEPEST:
                stack[-1][block["name"]] += 1
                if len(stack) > 1 and stack[-1][block["name"]] > 1:
                    names.add(block["name"])
                stack.append(Counter())
            elif text.startswith("}") and len(stack) > 1:
                stack.pop()
    return frozenset(names)


def _fences(page: Page) -> list[Fence]:
    return [block for section in page.sections for block in section.blocks if isinstance(block, Fence)]


def _is_example(fence: Fence) -> bool:
    language = fence.info.split(" ", 1)[0].lower()
    return language in _LANGUAGES or (not language and _RESOURCE.match(fence.text) is not None)
