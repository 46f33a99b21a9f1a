"""The languages that types are written in: a new one is a module here and a place in this table."""

from __future__ import annotations

from types import MappingProxyType

from ..vocabulary import Vocabulary
from .bash import BASH
from .c import C
from .crystal import CRYSTAL
from .csharp import CSHARP
from .dart import DART
from .eiffel import EIFFEL
from .go import GO
from .java import JAVA
from .javascript import JAVASCRIPT
from .julia import JULIA
from .kotlin import KOTLIN
from .markdown import MARKDOWN
from .objc import OBJC
from .perl import PERL
from .php import PHP
from .powershell import POWERSHELL
from .python import PYTHON
from .r import R
from .ruby import RUBY
from .rust import RUST
from .scala import SCALA
from .swift import SWIFT
from .typescript import TYPESCRIPT

VOCABULARIES = MappingProxyType(
    {
        words.language: words
        for words in (
            BASH,
            C,
            CRYSTAL,
            CSHARP,
            DART,
            EIFFEL,
            GO,
            JAVA,
            JAVASCRIPT,
            JULIA,
            KOTLIN,
            MARKDOWN,
            OBJC,
            PERL,
            PHP,
            POWERSHELL,
            PYTHON,
            R,
            RUBY,
            RUST,
            SCALA,
            SWIFT,
            TYPESCRIPT,
        )
    }
)
"""The vocabularies by language. A family that has languages of its own names those that it reads."""

__all__ = ["VOCABULARIES", "Vocabulary"]
