"""The REST API under /api/v1, and what every request passes on its way in."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from crosswire.api import changes, checking, coming, events, export, health, judging, reports, watches, writing
from crosswire.api.guard import may_read

__all__ = ["health", "router"]


def router() -> APIRouter:
    """All of /api/v1."""
    made = APIRouter(prefix="/api/v1", dependencies=[Depends(may_read)])
    for part in (events, reports, changes, coming, checking, export, judging, writing, watches):
        made.include_router(part.router)
    return made
