"""Headings, lines and cells, also as crdoc, gen-crd-api-reference-docs and Kubernetes' own genref write them.

These write HTML, and use descriptions in place of columns: `*(Optional)*`, `*Enum*: open, shut`.
"""

from __future__ import annotations

import re

from ...frozen import frozen, replace
from ...limits import NAME_CHARACTERS
from ...markdown import Block, Inline, Prose, as_markdown
from ...model.names import singular
from ...patterns import regex
from ...tables.texts import text_of

_ALIAS = regex(r"(?P<name>\S+)\s*\(`?(?P<type>[^`()]+)`? alias\)\s*")
_SCALAR = regex(r"(?P<name>\S+)\s*\((?P<type>string|integer|boolean|number|object)\)\s*")  # Elastic's template
_MADE_OF = regex(r"\(Alias of (?P<alias>.+)\)|\*Underlying type:\*?\s*(?P<made>.+?)\*?")
_PARENT = "↩ Parent"
_ITEM = regex(r"(?P<name>\w+)\[(?:index|key)\]")
_WRAPPED = regex(r"</?(?:p|div|em|br|sup|hr)\b", re.IGNORECASE)
_APPEARS = r"\(\s*[*_]{1,2}Appears (?:on|in):[*_]{1,2}(?:[^()]++|\([^()]*+\))*+\)"
_FRAMES = regex(
    rf"{_APPEARS}|\[↩ Parent\]\([^()]*\)|</?sup>|<hr\s*/?>"
    r"|[*_]?(?:This page was automatically g|G)enerated with `gen-crd-api-reference-docs`.*",
    re.DOTALL,
)
_BREAKS = regex(r"(?<!\s)\s*(?:<br\s*/?>\s*)+", re.IGNORECASE)
_LINES = regex(r"<br\s*/?>|(?=\s\*(?:Format|Default|Enum|Minimum|Maximum|Pattern)\*:)", re.IGNORECASE)
_OPTIONAL = regex(r"\s*\*\(Optional\)\*\s*(?:<br\s*/?>)?\s*", re.IGNORECASE)
_RULE = regex(r"\s*\*(?P<name>Format|Default|Enum|Minimum|Maximum|Pattern)\*:\s*(?P<value>.*)", re.DOTALL)
_NESTED = regex(r"(?:^|<br>)\s*`[^`]+`\s*<br>\s*\*.*", re.DOTALL)
_EMBEDDED = regex(r"\s*\(Members of .+ are embedded into this type\.\)\s*", re.DOTALL)
_PACKAGE = regex(r"(?:Kubernetes )?(?:[\w.-]+/)+[\w-]+\.(?=[A-Z])")
_LINKED = regex(r"\[(?P<name>[^\[\]]+)\]\((?P<href>[^()\s]*)\)")
_OBJECT = regex(r"\bobject\b")


@frozen()
class DescriptionCell:
    """The parts of a cell of descriptions.

    prose     the text, without the other parts
    rules     the rules, for `kubebuilder.read_rules`
    default   None without one
    optional  whether a mark makes the field optional
    embedded  whether the field stands for all fields of its type
    """

    prose: Inline
    rules: tuple[str, ...] = ()
    default: Inline | None = None
    optional: bool = False
    embedded: bool = False


def title(heading: Inline) -> tuple[str, Inline | None]:
    """The name in a heading, and the underlying type there: ``Mode (`string` alias)``.

    The item of a list has a singular: `Room.doors[index]` is `Room.door`.
    """
    before, _, _ = heading.text.partition(_PARENT)
    text = _ITEM.sub(lambda match: singular(match["name"]), before.replace("<sup>", "").strip())
    alias = _ALIAS.fullmatch(text) or _SCALAR.fullmatch(text)
    return (text, None) if alias is None else (alias["name"], replace(heading, source=alias["type"].strip()))


def made_of(block: Block) -> Inline | None:
    """The type in a line about an alias: ``(Alias of `string`)``."""
    match = _MADE_OF.fullmatch(as_markdown(block.source)) if isinstance(block, Prose) else None
    return Inline(match["alias"] or match["made"], block.line, 1) if match is not None else None


def lists_uses(block: Block) -> bool:
    """Whether a block lists the types that use this one: `Appears in:`."""
    return isinstance(block, Prose) and re.search(_APPEARS, as_markdown(block.source)) is not None


def block_text(block: Block) -> str:
    """The text of a block, without the tags around it; "" for a list of uses."""
    text = text_of(block)
    is_frame = _FRAMES.match(text) is not None
    if not isinstance(block, Prose) or not (is_frame or _WRAPPED.match(text)):
        return text
    rest = _FRAMES.sub("", as_markdown(text))
    return Inline(_BREAKS.sub("<br><br>", rest).strip().removeprefix("<br><br>"), block.line, 1).prose.strip()


def read_description(cell: Inline) -> DescriptionCell:
    """The parts of a cell of descriptions."""
    if _EMBEDDED.fullmatch(cell.text):
        return DescriptionCell(cell, embedded=True)
    optional = _OPTIONAL.match(cell.source)
    source = cell.source[optional.end() :] if optional else cell.source
    source = _NESTED.sub("", source)  # a copy of the fields in the section of the type
    lines: list[str] = []
    rules: list[str] = []
    default: Inline | None = None
    for line in _LINES.split(source):
        rule = _RULE.fullmatch(line)
        if rule is None:
            lines.append(line)
        elif rule["name"] == "Default":
            default = replace(cell, source=rule["value"].strip())
        else:
            rules.append(f"{rule['name']}: {rule['value'].strip()}")
    if rules or default is not None:
        source = _BREAKS.sub("<br>", "<br>".join(lines)).strip()
        source = source.removeprefix("<br>").removesuffix("<br>")
    return DescriptionCell(
        cell if source == cell.source else replace(cell, source=source), tuple(rules), default, bool(optional)
    )


def bare_type(name: Inline, kind: Inline) -> Inline:
    """A cell of a type, without Go's packages before names. A name with a link to an object becomes that link."""
    kind = replace(kind, source=kind.source.replace("int or string", "IntOrString"))
    linked = _LINKED.search(name.source)
    if linked is not None and linked["href"].startswith("#") and _OBJECT.search(kind.source):
        target = re.sub(r"-\d+$", "", linked["href"][1:])
        return replace(kind, source=f"[{_OBJECT.sub(target, kind.source)}]({linked['href']})")
    label, mark, target = kind.source.partition("](")
    return replace(kind, source=_PACKAGE.sub("", label) + mark + target) if len(label) < NAME_CHARACTERS else kind
