"""Pages with models in code of another language, which docmodels does not read.

```ts
interface Room { id: string; players?: number }
```
"""

from __future__ import annotations

import re

from ....markdown import Fence, Page
from ....patterns import regex
from .unread import Unread

_COMMENT = regex(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_TYPESCRIPT = regex(r"\s*(?:export\s+)?(?:declare\s+)?(?:interface\s+\w+[^{\n]{0,200}\{|type\s+\w+\s*=\s*\{)")
_STATEMENT = regex(r"^\s*(?:import|const|let|var|function|class|return|await|if|for)\b|=>\s*\{", re.MULTILINE)
_PROTO = regex(r"^[ \t]*message\s+\w+\s*\{", re.MULTILINE)
_GRAPHQL = regex(r"^[ \t]*(?:type|input)\s+\w+[^{\n]{0,200}\{", re.MULTILINE)
_GO = regex(r"^type\s+\w+\s+struct\s*\{[^}]*`json:\"", re.MULTILINE)
_TYPESCRIPT_INFOS, _PROTO_INFOS, _GRAPHQL_INFOS = {"ts", "typescript", "tsx"}, {"proto", "protobuf"}, {"graphql", "gql"}


def declared_code(page: Page) -> Unread | None:
    """The notation and the line of the first block of code with a model; None without one."""
    fences = (block for section in page.sections for block in section.blocks if isinstance(block, Fence))
    return next((Unread(name, fence.line) for fence in fences if (name := _declares(fence))), None)


def _declares(fence: Fence) -> str:
    info = fence.info.partition(" ")[0].casefold()
    if info in _TYPESCRIPT_INFOS:
        text = _COMMENT.sub("", fence.text)
        is_declared = _TYPESCRIPT.match(text) is not None and _STATEMENT.search(text) is None
        return "TypeScript's interfaces in code" if is_declared else ""
    if info in _PROTO_INFOS and _PROTO.search(fence.text):
        return "Protocol Buffers in code"
    if info in _GRAPHQL_INFOS and _GRAPHQL.search(fence.text):
        return "GraphQL's types in code"
    return "Go's structs in code" if info in ("go", "golang") and _GO.search(fence.text) else ""
