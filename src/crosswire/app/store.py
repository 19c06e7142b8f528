"""Which store is meant: `--store`, else CROSSWIRE_STORE, else a file in the user's data folder."""

# ruff: noqa: PLC0415 - imported when they are first needed, see the package

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from crosswire.errors import StoreError

if TYPE_CHECKING:
    from crosswire.pipeline.keeping import Store

VARIABLE = "CROSSWIRE_STORE"


def store_url(given: str | None = None) -> str:
    """The place of the store: a file's path or a URL."""
    return given or os.environ.get(VARIABLE) or str(_data_folder() / "store.db")


def _data_folder() -> Path:
    """Where the platform keeps a program's data for its user."""
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "crosswire"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "crosswire"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "crosswire"


def open_database(given: str | None, make: bool = True) -> Store:
    """The store, made where there is none yet; with `make` False that is an error. Raises StoreError."""
    from crosswire.store.store import SqlStore

    url = store_url(given)
    path = Path(url.removeprefix("sqlite:///")) if "://" not in url or url.startswith("sqlite:///") else None
    if path is not None and not make and not path.exists():
        raise StoreError(
            str(path), "there is no store yet", "crosswire ingest PATH... makes one; or name it with --store"
        )
    if path is not None and not given and not os.environ.get(VARIABLE):
        path.parent.mkdir(parents=True, exist_ok=True)
    return SqlStore(url)
