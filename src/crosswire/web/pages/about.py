"""What the signs mean, and what the API answers."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from crosswire.web.templating import render

router = APIRouter(include_in_schema=False)


@router.get("/about/standings", response_class=HTMLResponse)
def standings() -> str:
    """The signs."""
    return render("standings.html", "")


@router.get("/about/api", response_class=HTMLResponse)
def api(request: Request) -> str:
    """The operations of the API, from its own description."""
    schema: dict[str, Any] = request.app.openapi()
    operations = [
        {
            "method": method.upper(),
            "path": path,
            "what": operation.get("description", "").replace("\n", " "),
            "parameters": [p["name"] for p in operation.get("parameters", ()) if p["in"] == "query"],
        }
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]
    return render("api.html", "", operations=operations)
