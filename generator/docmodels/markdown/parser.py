"""The parser of inline Markdown."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt


class _Parser(MarkdownIt):
    """markdown-it for text that is data: link targets stay as they are."""

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link


@cache
def parser() -> MarkdownIt:
    """The parser, with GitHub's `~~strikethrough~~`."""
    return _Parser("commonmark").enable("strikethrough")
