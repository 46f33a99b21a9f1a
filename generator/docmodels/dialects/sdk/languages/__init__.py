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
from .typescript import TYPESCRIPT

VOCABULARIES = MappingProxyType({words.language: words for words in (CSHARP, GO, JAVA, PHP, PYTHON, RUBY, TYPESCRIPT)})

__all__ = ["VOCABULARIES", "Vocabulary"]
