"""Digests of bytes."""

from __future__ import annotations

from hashlib import blake2b


def digest(*parts: bytes | bytearray) -> str:
    """The hash of some bytes, as hexadecimal digits. Different sequences of parts have different hashes."""
    digest_ = blake2b(digest_size=16)
    for part in parts:
        digest_.update(len(part).to_bytes(8, "big"))
        digest_.update(part)
    return digest_.hexdigest()
