"""What the explanation of a code holds."""

from __future__ import annotations

from collections.abc import Sequence

from ..frozen import frozen


@frozen()
class Explanation:
    """severity is "error", "warning" or "note"; meaning and remedy are Markdown, a paragraph each.

    is_ignorable  whether the configuration can ignore it: what is about a page, not about the run
    is_of_row     whether it loses a row or a type at most; other errors may lose a model
    is_settable   whether a setting of the field puts right what the docs have wrong
    """

    severity: str
    meaning: str
    remedy: str
    is_ignorable: bool = True
    is_of_row: bool = False
    is_settable: bool = False


def without_correction(codes: Sequence[Explanation]) -> str:
    """A clause about findings in docs that the user cannot correct; "" if no setting helps."""
    ways = [
        "set the right values in [tool.docmodels.fields]" if any(code.is_settable for code in codes) else "",
        "accept the findings with `docmodels generate --add-ignores`"
        if any(code.is_ignorable for code in codes)
        else "",
    ]
    return f"if you cannot correct the docs, {', or '.join(filter(None, ways))}" if any(ways) else ""


def error(meaning: str, remedy: str) -> Explanation:
    """An error that may lose a model: its page keeps the modules that an earlier run wrote."""
    return Explanation("error", meaning, remedy)


def row_error(meaning: str, remedy: str) -> Explanation:
    """An error that loses a row or a type at most."""
    return Explanation("error", meaning, remedy, is_of_row=True)


def warning(meaning: str, remedy: str) -> Explanation:
    """A warning: the models are made, and may not be what the docs mean."""
    return Explanation("warning", meaning, remedy)


def note(meaning: str, remedy: str) -> Explanation:
    """A note, which `--verbose` shows."""
    return Explanation("note", meaning, remedy)
