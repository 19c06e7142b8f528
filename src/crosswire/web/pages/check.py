"""A sentence put to the reports: what stands for it and against it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from crosswire.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/check", response_class=HTMLResponse)
def check(request: Request) -> str:
    """The form."""
    return render("check.html", "/check")
