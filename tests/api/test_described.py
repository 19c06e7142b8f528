"""The API against its own description: whatever is sent, no fault of the server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

# The last is imported here because deep inside a test it failed once (CPython: "AST constructor recursion depth").
import schemathesis
import schemathesis.specs.openapi.schemas
from hypothesis import HealthCheck, given, settings
from schemathesis.core.result import Ok

from crosswire import app
from tests.served import server_of

SERVING = app.Serving(reads=10_000, writes=10_000, names=("testserver",))
ENDLESS = "/api/v1/changes/stream"


def test_no_request_is_a_fault_of_the_server(copy: app.Knowledge, tmp_path: Path) -> None:
    _, token = app.add_key(tmp_path / "keys.json", "fuzz", "write")
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", server_of(copy, tmp_path / "keys.json", SERVING))
    asked = 0
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        if operation.path == ENDLESS:
            continue

        @settings(max_examples=12, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def ask(case: schemathesis.Case[Any]) -> None:
            nonlocal asked
            response = case.call(headers={"authorization": f"Bearer {token}"})
            asked += 1
            assert response.status_code < 500, (case.formatted_path, response.text[:500])

        ask()
    assert asked > 100
