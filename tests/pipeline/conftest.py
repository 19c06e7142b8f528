"""Archives for backfill and the dataset made of them, once for all its tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from crosswire.app.backfill import run_backfill
from tests.pipeline.backfills import asked, quiet, two_archives

Made = tuple[Path, Mapping[str, Any]]


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the two archives."""
    return two_archives(tmp_path_factory.mktemp("archives"))


@pytest.fixture(scope="session")
def made(archives: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A dataset that nothing disturbed, and what was told of it."""
    out = tmp_path_factory.mktemp("made") / "data"
    return out, run_backfill(asked(archives, out), quiet)
