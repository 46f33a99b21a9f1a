"""The targets of links on a page: definitions `[label]: target`, and shortcodes of site generators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markdown_it.common.utils import normalizeReference

from ..frozen import replace
from ..patterns import regex
from .page import Inline, Make

_DEFINITION = regex(
    r"""[ ]{0,3}\[(?!\^)([^\[\]]+)\]:[ \t]*+(?:<([^<>]*)>|([^\s<]\S*))[ \t]*+"""
    r"""(?:"[^"]*"|'[^']*'|\([^()]*\))?[ \t]*"""
)
_GAP = regex(r"(?<=\S)[ \t\u00a0\u3000]{40,}")
"""Blanks that show as one. A pattern that tries each number of them takes long for thousands."""
_LONG = 400  # the fewest characters of a text whose gaps become one blank
_LABEL = regex(r"\[([^\[\]]+)\]")
_SHORTCODE = regex(
    r"""\{\{[<%]\s*(?:rel)?ref\s+(?:path\s*=\s*)?(?:"([^"{}]*)"|`([^`{}]*)`|([^\s"`{}<>%]++))[^{}]*[>%]\}\}"""
    r"""|(?<=\]\()\{\{[<%]\s*[\w-]+\s+(?:\w+\s*=\s*)?"([^"{}\s]*[/#][^"{}\s]*)"\s*[>%]\}\}"""  # of a site's own
    r"""|\{%-?\s*link\s+([^\s{}]+)\s*-?%\}|\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}"""
)


def definitions(paragraphs: Iterable[Iterable[str]]) -> Mapping[str, str]:
    """Label → its target, by the definitions in some paragraphs, each a sequence of lines: `[label]: target`."""
    targets: dict[str, str] = {}
    for lines in paragraphs:
        for line in lines:
            definition = _DEFINITION.fullmatch(line)
            if not definition:
                break
            targets.setdefault(
                normalizeReference(definition[1]), definition[2] if definition[3] is None else definition[3]
            )
    return targets


def maker(limit: int, targets: Mapping[str, str], shortcodes: bool) -> Make:
    """A maker of the inlines of a page.

    limit       the most characters of a source; a longer one is plain text
    targets     label → its target
    shortcodes  whether the page may have shortcodes
    """

    def plain(source: str, line: int, column: int) -> Inline:
        if len(source) >= _LONG and may_have_gaps(source):
            source = _GAP.sub(" ", source)
        return Inline(source, line, column, limit)

    if not targets and not shortcodes:
        return plain

    def make(source: str, line: int, column: int) -> Inline:
        if shortcodes and "{" in source:
            source = with_targets(source)
        if not targets or "[" not in source or len(source) > limit:
            return plain(source, line, column)
        labels = {normalizeReference(label) for label in _LABEL.findall(source)}
        used = tuple((label, targets[label]) for label in sorted(labels) if label in targets)
        return replace(plain(source, line, column), references=used) if used else plain(source, line, column)

    return make


def may_have_gaps(source: str) -> bool:
    """Whether a text may have a gap: it needs forty spaces, or another blank."""
    return " " * 40 in source or any(blank in source for blank in "\t\u00a0\u3000")


def with_targets(source: str) -> str:
    """The Markdown with the target in place of each shortcode for one: `a` for `{{< relref "a" >}}`."""
    return _SHORTCODE.sub(_target, source)


def has_shortcodes(text: str) -> bool:
    """Whether a page with this text may have links with shortcodes."""
    if "{" not in text:  # a quick look, enough for most pages
        return False
    return "](" in text and ("{{" in text or "{%" in text)


def _target(shortcode: re.Match[str]) -> str:
    return next((group for group in shortcode.groups() if group is not None), "")
