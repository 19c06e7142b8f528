"""Content-hash ids."""

from __future__ import annotations

import hashlib


def stable_id(kind: str, *parts: object) -> str:
    """A short id that depends on the content only: the same parts give the same id on every machine."""
    digest = hashlib.blake2b("\x1f".join(str(part) for part in parts).encode(), digest_size=8)
    return f"{kind}-{digest.hexdigest()}"
