"""Decorations of cells, apart from their text: labels in HTML, badges of MDX, shortcodes of Hugo."""

from __future__ import annotations

import re

from ..frozen import replace
from ..markdown import Inline, as_markdown
from ..patterns import regex
from .lexicon import Mark

_SHORTCODE = regex(r"\{\{\s*[<%]\s*(?P<word>[\w-]{1,30})\s*[>%]\s*\}\}\s?")
_BADGE = regex(r"<(?P<name>Badge|Tag|Label|Pill|Chip)\b[^<>\n]{0,200}>(?P<text>[^<>\n]{0,60})</(?P=name)>")
_BADGE_ALONE = regex(  # `<Badge type="warning" text="deprecated" />`
    r"<(?:Badge|Tag|Label|Pill|Chip)\b[^<>\n]{0,200}?\b(?:text|label|title)=(?P<quote>[\"'])(?P<text>[^<>\n\"']{0,60})(?P=quote)[^<>\n]{0,200}/?>"
)
_RAISED = regex(
    r"\s*<sup>\s*[*_(\[]{0,3}(?P<word>required|optional|deprecated|nullable)[*_)\]]{0,3}\s*</sup>", re.IGNORECASE
)
_MARK = regex(r"<(?P<word>[A-Z][a-zA-Z]{1,30})\s*/>")
_RED_STAR = regex(
    r"<(?P<tag>mark|span|font|sup|b|strong)\b[^<>\n]{0,60}\b(?:color\s{0,3}[:=]\s{0,3}[\"']?\s{0,3}(?:red|#f00|#ff0000)|text-danger|required)\b"
    r"[^<>\n]{0,60}>(?:\*\*|__)?\s{0,3}\\?\*\s{0,3}(?:\*\*|__)?</(?P=tag)>",
    re.IGNORECASE,
)
"""The red star of required fields in web forms."""
_TAG = regex(r"</?[A-Za-z][^<>\n]{0,200}>")
_LAID_OUT = regex(r"</?(?:ul|ol|li|p|div|b|i|em|strong|code|a|span|kbd|tt|s|del)\b[^<>\n]{0,400}>", re.IGNORECASE)
_CODE_TAG = regex(r"</?code>", re.IGNORECASE)
_LINK = regex(
    r"<a\b[^<>\n]{0,200}?\bhref=\"(?P<href>[^\"<>()\s]{1,300})\"[^<>\n]{0,200}>(?P<text>[^<>\[\]\n]{1,200})</a>"
)
_CODE = regex(r"(?<!`)(?P<ticks>`{1,4})(?!`)(?:(?!(?P=ticks)).){1,1000}(?P=ticks)", re.DOTALL)
_KEPT_OR_ESCAPE = regex(
    r"(?P<kept>`[^`]*`|^\s*\d{0,9}\\.)|\\(?P<mark>[.,;:()!?'\"/=+&-])", re.MULTILINE
)  # `The name\.`
_CODE_OR_BREAK = regex(rf"(?P<code>{_CODE.pattern})|[ \t]{{0,8}}</?br\s*/?>\s*", re.DOTALL | re.IGNORECASE)
_CODE_OR_WRAPPED = regex(
    rf"(?P<code>{_CODE.pattern})|"
    r"\{%\s*(?P<name>[\w-]{1,30})\b[^%{}\n]{0,300}%\}(?P<text>[^{}\n]{0,300})\{%\s*/(?P=name)\s*%\}",
    re.DOTALL,
)
_STRUCK = regex(r"~~(?=\S)[^~\n]{1,500}(?<=\S)~~")
_KEPT = regex("\0(\\d+)\0")
_MARKS = {
    "nullable": Mark.NULLABLE,
    "optional": Mark.OPTIONAL,
    "required": Mark.REQUIRED,
    "deprecated": Mark.DEPRECATED,
}


def badges_in(source: str) -> list[str]:
    """The texts of the badges in Markdown, in lower case: `<Badge>New</Badge>`, `<Badge text="new" />`."""
    if "<" not in source:
        return []
    return [
        match["text"].strip().casefold() for pattern in (_BADGE, _BADGE_ALONE) for match in pattern.finditer(source)
    ]


def without_badges(source: str) -> str:
    """Markdown without badges."""
    return _BADGE_ALONE.sub("", _BADGE.sub("", source)) if "<" in source else source


def without_struck(cell: Inline) -> Inline:
    """The cell without struck text, unless it has no other: `~~string~~ integer` is `integer`."""
    if "~~" not in cell.source:
        return cell
    rest = _STRUCK.sub("", cell.source).strip(" ,/→>-")
    return replace(cell, source=rest) if any(map(str.isalnum, rest)) else cell


def undressed_cell(cell: Inline) -> tuple[Inline, frozenset[Mark]]:
    """The cell without badges and shortcodes for marks, and these marks.

    `{{%optional%}}`, `{{<nullable>}}`, `<Badge>deprecated</Badge>`, `<Required />`, `<mark style="color:red;">*</mark>`
    """
    if "<" not in cell.source and "{{" not in cell.source:
        return cell, frozenset()
    if "*<" in cell.source and (star := _RED_STAR.search(cell.source)) is not None:
        bare, marks = undressed_cell(replace(cell, source=cell.source.replace(star[0], "").strip()))
        return bare, marks | {Mark.REQUIRED}
    source = cell.source
    raised = [match["word"].casefold() for match in _RAISED.finditer(source)]
    source = _RAISED.sub("", source)
    badges = badges_in(source)
    tags = [word for match in _MARK.finditer(source) if (word := match["word"].casefold()) in _MARKS]
    if badges or tags:
        source = without_badges(source)
        source = _MARK.sub(lambda match: "" if match["word"].casefold() in _MARKS else match[0], source)
        badges += tags
    elif "{{" not in source and not raised:
        return cell, frozenset()
    words = [match["word"].casefold() for match in _SHORTCODE.finditer(source)]
    marks = frozenset(_MARKS[word] for word in (*badges, *raised, *words) if word in _MARKS)
    source = _SHORTCODE.sub(lambda match: "" if match["word"].casefold() in _MARKS else match[0], source)
    return replace(cell, source=source.strip()), marks


def linked(cell: Inline) -> Inline:
    """The cell with links of Markdown for those of HTML: `<code><a href="#seat">Seat</a>[]</code>` is `[Seat](#seat)[]`."""
    return replace(cell, source=_LINK.sub(r"[\g<text>](\g<href>)", _CODE_TAG.sub("", cell.source)))


def readable(cell: Inline) -> Inline:
    """The cell with Markdown in place of HTML tags for lists, emphasis, links and code."""
    cell = replace(cell, source=_unwrapped(cell.source)) if "{%" in cell.source else cell
    if not _LAID_OUT.search(cell.source):
        return cell
    code: list[str] = []

    def placeholder(match: re.Match[str]) -> str:
        code.append(match[0])
        return f"\0{len(code) - 1}\0"

    written = as_markdown(_CODE.sub(placeholder, cell.source))
    return replace(cell, source=_KEPT.sub(lambda match: code[int(match[1])], written))


def readable_paragraph(text: str) -> str:
    """The paragraph with line ends for `<br>`, without needless escapes and template tags."""
    if "<" in text:
        text = _CODE_OR_BREAK.sub(lambda match: match["code"] or "\n", text).strip()
    if "\\" in text:
        text = _KEPT_OR_ESCAPE.sub(lambda match: match["kept"] or match["mark"], text)
    return _unwrapped(text) if "{%" in text else text


def _unwrapped(text: str) -> str:
    """The text without template tags around words: `{% badge %}New in 2.0{% /badge %}` is `New in 2.0`."""
    return _CODE_OR_WRAPPED.sub(lambda match: match["code"] or match["text"], text)


def without_tags(text: str) -> str:
    """The text with a dot in place of HTML tags: `<i class="label">read-only</i>` becomes a sentence, `read-only`."""
    return _TAG.sub(". ", text) if "<" in text else text
