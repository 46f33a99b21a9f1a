"""Property-based tests that cost more, or less, than most."""

from __future__ import annotations

from typing import Any

from hypothesis import settings


def scaled(factor: float, **others: Any) -> settings:
    """Settings with `factor` times the number of examples of the profile; see conftest.py."""
    return settings(max_examples=max(5, round(settings.default.max_examples * factor)), **others)
