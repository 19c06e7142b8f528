"""Where archives and datasets lie: a path of this machine, or an address of an object store that fsspec opens.

Addresses ("s3://bucket/folder") need the extra `objects`; what opens them answers as a `Path` does. Keys and endpoints
are the store's own affair: its environment variables and files are read by its own client.
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

from crosswire.errors import CrosswireError

_ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether a text names a place by an address instead of a path."""
    return _ADDRESS.match(text) is not None


def reach(text: str) -> Path:
    """The place of this path or address. Raises CrosswireError where what opens it is not installed."""
    if not is_address(text):
        return Path(text).resolve()
    if text.lower().startswith("file://"):
        return Path(unquote(urlsplit(text).path)).resolve()
    scheme = text.partition("://")[0]
    try:
        # Listings must not be remembered: workers in other processes write beside us.
        place = cast("Path", importlib.import_module("upath").UPath(text, use_listings_cache=False))
        place.stat()  # `exists` would take a store that does not answer for one without the object
    except FileNotFoundError:
        return place
    except (ImportError, ValueError) as error:
        raise CrosswireError(
            f"{text}: {scheme} addresses cannot be opened here ({error}); "
            'install what opens them with pip install "crosswire[objects]"'
        ) from None
    except Exception as error:  # each store's client has errors of its own: no keys, no such host, refused
        raise CrosswireError(f"{text}: cannot be reached ({error}); see to its keys and its endpoint") from None
    return place


def is_local(place: Path) -> bool:
    """Whether a place is a path of this machine."""
    return isinstance(place, Path)
