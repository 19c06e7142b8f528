"""API keys: made once, shown once, kept only as hashes in a file that its owner alone can read."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from crosswire.errors import BadDataError, CrosswireError

Scope = Literal["read", "write"]
PREFIX = "cw"


class BadKeyError(CrosswireError):
    """A key cannot be added or revoked."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key: `id` is the part of it that may be shown, `digest` the salted hash of the whole."""

    id: str
    name: str
    scope: Scope
    created: str
    salt: str
    digest: str
    revoked: str | None = None


@dataclass
class Keyring:
    """The keys of a file, read again when the file changes, so that a revoked key ends at once."""

    path: Path
    stamp: int = -1
    keys: dict[str, Key] = field(default_factory=dict)

    def current(self) -> dict[str, Key]:
        """The keys by their ids."""
        stamp = self.path.stat().st_mtime_ns if self.path.exists() else 0
        if stamp != self.stamp:
            self.keys = {key.id: key for key in list_keys(self.path)}
            self.stamp = stamp
        return self.keys


def keys_file() -> Path:
    """Where keys are kept: CROSSWIRE_KEYS, else a file in the user's data folder."""
    told = os.environ.get("CROSSWIRE_KEYS")
    if told:
        return Path(told)
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "crosswire" / "keys.json"


def list_keys(path: Path) -> tuple[Key, ...]:
    """All keys, the oldest first. Raises BadDataError for a file that holds something else."""
    if not path.exists():
        return ()
    try:
        return tuple(Key(**record) for record in json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise BadDataError(f"{path}: holds no keys of Crosswire ({error}); move it away and add keys anew") from error


def add_key(path: Path, name: str, scope: Scope) -> tuple[Key, str]:
    """A new key and its token, which nobody can find out again later."""
    known = list_keys(path)
    if any(key.name == name and not key.revoked for key in known):
        raise BadKeyError(f"there is a key {name!r} already; revoke it first or choose another name")
    id_, secret, salt = secrets.token_hex(4), secrets.token_urlsafe(32), secrets.token_hex(16)
    token = f"{PREFIX}_{id_}_{secret}"
    key = Key(id_, name, scope, datetime.now(UTC).isoformat(timespec="seconds"), salt, _digest(token, salt))
    _save(path, (*known, key))
    return key, token


def revoke_key(path: Path, which: str) -> Key:
    """End a key, by its name or id. Raises CrosswireError where there is none."""
    known = list_keys(path)
    found = next((key for key in known if which in (key.id, key.name) and not key.revoked), None)
    if found is None:
        raise BadKeyError(f"there is no key {which!r} in use; 'crosswire key list' shows them")
    ended = replace(found, revoked=datetime.now(UTC).isoformat(timespec="seconds"))
    _save(path, tuple(ended if key is found else key for key in known))
    return ended


def known_key(ring: Keyring, token: str) -> Key | None:
    """The key of a token, or None: unknown, revoked, or not a token at all."""
    parts = token.split("_", 2)
    key = ring.current().get(parts[1]) if len(parts) == 3 and parts[0] == PREFIX else None
    if key is None or key.revoked or not hmac.compare_digest(_digest(token, key.salt), key.digest):
        return None
    return key


def _digest(token: str, salt: str) -> str:
    """256 random bits cannot be guessed from a fast hash; slow ones are for what people think up."""
    return hashlib.sha256(f"{salt}:{token}".encode("utf-8", "replace")).hexdigest()


def _save(path: Path, keys: tuple[Key, ...]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
        json.dump([asdict(key) for key in keys], out, indent=1)
    beside.replace(path)
