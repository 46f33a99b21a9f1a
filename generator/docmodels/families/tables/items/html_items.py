"""The items of lists in HTML, with the lists inside of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ....patterns import regex

_TAG = regex(r"<(?P<end>/?)(?P<name>ul|ol|li)\b[^<>]{0,100}>", re.IGNORECASE)
_MARKS = (
    (regex(r"</?(?:code|tt|kbd)(?:\s[^<>]{0,100})?>", re.I), "`"),
    (regex(r"</?(?:em|i)(?:\s[^<>]{0,100})?>", re.I), "*"),
    (regex(r"</?(?:strong|b)(?:\s[^<>]{0,100})?>", re.I), "**"),
    (regex(r"</?(?:p|span|a|br)(?:\s[^<>]{0,100})?/?>", re.I), " "),
)
_LONGEST = 20_000  # characters
_DEEPEST = 10


@dataclass(slots=True)
class Entry:
    """An item: its text as Markdown, the items of the lists in it, and its start in the text around the list."""

    text: str
    entries: list[Entry] = field(default_factory=list)
    start: int = 0

    def lines(self, indent: str = "") -> Iterator[str]:
        """The inner items, as lines of a list in Markdown."""
        for entry in self.entries:
            yield f"{indent}- {entry.text}"
            yield from entry.lines(f"{indent}  ")


def marked(html: str) -> str:
    """Markdown for the tags of a text."""
    for pattern, mark in _MARKS:
        html = pattern.sub(mark, html)
    return " ".join(html.split())


def item_text(html: str) -> str:
    """An item as Markdown. A stress that ends too early, `**(string**)`, is mended."""
    return marked(html).replace("**)", ")**")


def entry_lists(source: str) -> Sequence[tuple[int, int, Sequence[Entry]]]:
    """The outermost lists of a text: start, end and items of each.

    A very long text counts as one without lists; items nested very deep are left out.
    """
    if len(source) > _LONGEST:
        return ()
    lists: list[tuple[int, int, Sequence[Entry]]] = []
    top = Entry("")
    stack = [top]  # the items around the place
    depth = start = position = 0
    for tag in _TAG.finditer(source):
        is_list, is_end = tag["name"].lower() != "li", bool(tag["end"])
        if len(stack) > 1:
            stack[-1].text += source[position : tag.start()]
        position = tag.end()
        if not depth and not (is_list and not is_end):
            continue
        if is_list:
            start = start if depth else tag.start()
            depth += -1 if is_end else 1
            del stack[depth + 1 :]
        else:
            del stack[depth:]
            if not is_end and len(stack) <= _DEEPEST:
                stack.append(Entry("", start=tag.start()))
                stack[-2].entries.append(stack[-1])
        if not depth:
            lists.append((start, tag.end(), [_cleaned(entry) for entry in top.entries]))
            top = Entry("")
            stack = [top]
    return lists


def _cleaned(entry: Entry) -> Entry:
    return Entry(item_text(entry.text), [_cleaned(inner) for inner in entry.entries], entry.start)
