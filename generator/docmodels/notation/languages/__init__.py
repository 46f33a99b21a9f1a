"""The languages that the docs of typed SDKs come in: a new one is a module here and a place in this table."""

from __future__ import annotations

from types import MappingProxyType

from ..vocabulary import Vocabulary
from .csharp import CSHARP
from .go import GO
from .java import JAVA
from .php import PHP
from .python import PYTHON
from .ruby import RUBY
from .swift import SWIFT
from .typescript import TYPESCRIPT

VOCABULARIES = MappingProxyType(
    {words.language: words for words in (CSHARP, GO, JAVA, PHP, PYTHON, RUBY, SWIFT, TYPESCRIPT)}
)
"""The vocabularies by language. Docs of Unity SDKs are written in C#'s notation, those of Terraform in Go's."""

__all__ = ["VOCABULARIES", "Vocabulary"]
