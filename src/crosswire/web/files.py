"""Our own files: styles, scripts, fonts. Named with their hash they may be kept for ever."""

from __future__ import annotations

import mimetypes
from functools import cache
from importlib.resources import files

from fastapi import APIRouter
from fastapi.responses import Response

from crosswire.api.problem import Problem

router = APIRouter(include_in_schema=False)
KEPT = {"cache-control": "public, max-age=31536000, immutable"}
MEDIA = {".woff2": "font/woff2", ".js": "text/javascript", ".svg": "image/svg+xml", ".css": "text/css"}


@cache
def names() -> frozenset[str]:
    """What there is to be had: only these, whatever a path says."""
    root = files("crosswire.web") / "static"
    own = [f.name for f in root.iterdir() if f.is_file()]
    vendored = [f"vendor/{f.name}" for f in (root / "vendor").iterdir() if f.is_file()]
    return frozenset((*own, *vendored))


@router.get("/static/{name:path}")
def static(name: str) -> Response:
    """One file."""
    if name not in names():
        raise Problem(404, "There is no such file.")
    ending = name[name.rfind(".") :]
    media = MEDIA.get(ending) or mimetypes.guess_type(name)[0] or "text/plain"
    return Response((files("crosswire.web") / "static" / name).read_bytes(), media_type=media, headers=KEPT)
