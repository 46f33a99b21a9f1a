"""The pages of the plugin for Docusaurus, one for each type: its source in GraphQL, then a heading for each field.

```graphql
type Room implements Node {
  seats(first: Int): [Seat!]!
}
```

### Fields

#### [<code>Room.<b>seats</b></code>](#seats)<Bullet />[`[Seat!]!`](/types/objects/seat.mdx)
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from types import MappingProxyType

from ...frozen import frozen
from ...markdown import Fence, Inline, Page, Prose, Section
from ...model.types import BOOLEAN, INTEGER, NUMBER, STRING
from ...patterns import regex
from ...tables.texts import joined, text_of

SCALARS = MappingProxyType({"String": STRING, "ID": STRING, "Int": INTEGER, "Float": NUMBER, "Boolean": BOOLEAN})
"""The scalars of GraphQL itself."""

_HEAD = regex(r"(?P<kind>type|input|interface|enum|union|scalar)\s+(?P<name>[A-Za-z_]\w*)")
_CALL = regex(r"(?:directive\s+@)?[A-Za-z_]\w*\s*(?:\(|:)")
_STRING = r'"""(?:(?!""").)*(?:""")?|"(?:[^"\\\n]|\\.)*"?'
_LEAD = regex(rf"(?:\s*(?:{_STRING}|#[^\n]*))*\s*", re.DOTALL)
_TOKEN = regex(rf"{_STRING}|#[^\n]*|[^\"#\[\](){{}},\n]+|.", re.DOTALL)
_PART_OF_VALUE = regex(rf"{_STRING}|[\[\]{{}}:]|[^\s,\[\]{{}}:\"]+", re.DOTALL)
_WORDS = frozenset({"true", "false", "null"})
_COMMENT = regex(r"#[^\n]*")
_FIELD = regex(
    r'\s*(?P<name>[A-Za-z_]\w*)\s*:\s*(?P<type>[\[\]!\w\s]*[\w\]!])\s*(?:=\s*(?P<default>(?:"(?:[^"\\]|\\.)*"|[^@"])+?))?\s*(?:@.*)?',
    re.DOTALL,
)
_VALUE = regex(r"\s*(?P<name>[A-Za-z_]\w*)\s*(?:@.*)?", re.DOTALL)
_PARTS = frozenset({"fields", "values", "possible types", "arguments", "type", "member of", "implemented by"})
_CODE = ("export ", "import ")
_BOLD = regex(r"<b>(?P<name>[^<]+)</b>")
_NAME = regex(r"\w+")
_LONGEST = 1_000  # characters of a field
_NO_DESCRIPTION = "No description"


@frozen()
class SdlField:
    """A field, a value of an enumeration, or a member of a union.

    type     as GraphQL writes it: `[Seat!]!`; "" for a value
    default  a list or an object as JSON writes it, others as GraphQL does; "" without one
    """

    name: str
    type: str
    default: str
    is_deprecated: bool


@frozen()
class SdlType:
    """The type of a page. For an operation, the kind is "".

    fence         the block with its source
    hrefs         name of another type -> target of its link
    descriptions  name of a field -> its description
    unread        the lines of its source without a field
    """

    kind: str
    name: str
    fence: Fence
    description: str
    fields: tuple[SdlField, ...] = ()
    hrefs: Mapping[str, str] = field(default_factory=dict, hash=False)
    descriptions: Mapping[str, str] = field(default_factory=dict, hash=False)
    unread: tuple[str, ...] = ()


def sdl_type(page: Page) -> SdlType | None:
    """The type or the operation of a page; None for a page of another kind."""
    sections = [section for section in page.sections if section.heading.text.strip().casefold() in _PARTS]
    blocks = [block for section in page.sections for block in section.blocks]
    fence = next((block for block in blocks if isinstance(block, Fence) and block.info.strip() == "graphql"), None)
    is_marked = "const Bullet" in page.running_text
    if fence is None or not (sections or is_marked):
        return None
    lead = _LEAD.match(fence.text)
    text = fence.text[lead.end() if lead is not None else 0 :]
    head = _HEAD.match(text)
    if head is None:
        return SdlType("", "", fence, "") if is_marked and _CALL.match(text) else None
    if not is_marked and not any("." in section.heading.text for section in page.sections):
        return None
    parts = list(_parts(head["kind"], text))
    return SdlType(
        head["kind"],
        head["name"],
        fence,
        joined(_description(page, fence)),
        tuple(part for part in parts if isinstance(part, SdlField)),
        dict(_hrefs(page)),
        dict(_descriptions(page)),
        tuple(part for part in parts if isinstance(part, str)),
    )


def _parts(kind: str, text: str) -> Iterator[SdlField | str]:
    """The fields, values or members between the braces of a type; any other text there as it is."""
    if kind == "union":
        for name in _NAME.findall(_COMMENT.sub("", text.partition("=")[2]).partition("@")[0]):
            yield SdlField(name, name, "", is_deprecated=False)
        return
    for entry in _entries(text.partition("{")[2]):
        match = (_VALUE if kind == "enum" else _FIELD).fullmatch(entry) if len(entry) < _LONGEST else None
        if match is None:
            yield entry
        else:
            groups = match.groupdict()
            is_deprecated = "@deprecated" in entry
            default = _json(groups.get("default") or "")
            yield SdlField(groups["name"], groups.get("type") or "", default, is_deprecated)


def _json(default: str) -> str:
    """A default; a list or an object becomes JSON: `{"by": "ROW"}` for `{by: ROW}`."""
    if not default.startswith(("[", "{")):
        return default
    tokens: list[str] = []
    for token in _PART_OF_VALUE.findall(default):
        if tokens and tokens[-1] not in "[{:" and token not in "]}:":
            tokens.append(",")  # GraphQL needs no commas
        is_name = _NAME.fullmatch(token) is not None and not (token.isdecimal() or token in _WORDS)
        tokens.append(f'"{token}"' if is_name else token)
    return "".join(tokens)


def _entries(body: str) -> Iterator[str]:
    """The sources of fields or values up to the closing brace, without descriptions, comments and arguments.

    A comma or the end of a line divides them, except in brackets.
    """
    depth = inner = 0  # the number of open brackets, and of those around arguments
    entry: list[str] = []
    for token in (match[0] for match in _TOKEN.finditer(body)):
        is_argument = inner > 0 or token == "("
        if token in "([{":
            depth, inner = depth + 1, inner + is_argument
        elif token in ")]}":
            if not depth:
                break
            depth, inner = depth - 1, max(0, inner - 1)
        is_description = token.startswith('"') and not entry
        if token in ",\n" and not depth:
            if entry:
                yield "".join(entry).strip()
            entry = []
        elif not (is_argument or is_description or token.startswith("#")) and (entry or token.strip()):
            entry.append(token)
    if entry:
        yield "".join(entry).strip()


def _description(page: Page, fence: Fence) -> Iterator[str]:
    for section in page.sections:
        for block in section.blocks:
            if block is fence:
                return
            if isinstance(block, Prose) and not block.source.startswith(_CODE) and block.source != _NO_DESCRIPTION:
                yield text_of(block)


def _hrefs(page: Page) -> Iterator[tuple[str, str]]:
    for section in page.sections:
        for span in section.heading.spans:
            name = span.text.strip("[]! ")
            if span.href is not None and not span.href.startswith("#") and _NAME.fullmatch(name):
                yield name, span.href


def _descriptions(page: Page) -> Iterator[tuple[str, str]]:
    for section in page.sections:
        match = _BOLD.search(section.heading.source)
        if match is not None:
            yield html.unescape(match["name"]).strip(), joined(_texts(section))


def _texts(section: Section) -> Iterator[str]:
    return (text_of(block) for block in section.blocks if isinstance(block, Prose))


def type_cell(field_: SdlField, fence: Fence) -> Inline:
    """A cell with the type of a field, at its place in the block."""
    at = fence.text.find(field_.name)
    line, column = fence.place(max(at, 0))
    return Inline(field_.type, line, column)


def is_model(type_: SdlType) -> bool:
    """Whether a page declares a model: operations and GraphQL's own scalars are none."""
    return bool(type_.kind) and not (type_.kind == "scalar" and type_.name in SCALARS)
