"""`crosswire ingest` of files and of pages on a real server."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from crosswire import cli
from tests.pipeline.test_watch import story
from tests.sources.web_server import serve


def test_pages_and_files_together(tmp_path: Path) -> None:
    store, file = str(tmp_path / "store.db"), tmp_path / "a.txt"
    file.write_text("Flood in Lisbon\n\nTwo people drowned in Lisbon on Tuesday, police said.\n", encoding="utf-8")
    with serve({"/one": story("one")}) as site:
        args = ["ingest", str(file), f"{site.url}/one", f"{site.url}/none", "--store", store, "--format", "json"]
        refused = CliRunner().invoke(cli.cli, args)
        assert json.loads(refused.stdout)["new"] == 1, "the own network is refused unless allowed"
        done = CliRunner().invoke(cli.cli, [*args, "--allow-private"])
        told = json.loads(done.stdout)
    assert (told["new"], told["known"]) == (1, 1)
    assert any("answers 404" in trouble for trouble in told["troubles"])
    listed = CliRunner().invoke(cli.cli, ["search", "earthquake", "--store", store, "--format", "json"])
    assert f"{site.url}/one" in listed.stdout
