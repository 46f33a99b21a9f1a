"""The machinery in docs of SDKs: wrappers of responses, settings of retries. No JSON has it."""

from __future__ import annotations

from ...model.declarations import Declaration, Object
from ...model.names import folded

_SIGNS = (
    frozenset({"statuscode", "rawresponse"}),
    frozenset({"initialinterval", "maxinterval", "exponent"}),
    frozenset({"strategy", "backoff", "retryconnectionerrors"}),
)
"""Fields that only settings of retries have together."""

_ENVELOPE, _META = "response", "httpmeta"
"""The end of the title of a wrapper, and its field. Errors have the field, too, and are JSON."""


def is_machinery(declaration: Declaration) -> bool:
    """Whether a declaration is one of an SDK's own parts."""
    if not isinstance(declaration, Object):
        return False
    names = {folded(field.name) for field in declaration.fields}
    is_envelope = _META in names and folded(declaration.title).endswith(_ENVELOPE)
    return is_envelope or any(signs <= names for signs in _SIGNS)
