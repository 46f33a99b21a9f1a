"""docmodels: typed Python models from API documentation in Markdown."""

from __future__ import annotations
