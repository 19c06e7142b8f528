"""What all tests share: the reader (parser and tables), loaded once a session."""

from __future__ import annotations

import pytest

from crosswire.claims.read import Reader, load_reader
from crosswire.pipeline.read import Pipeline, load_pipeline


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader with the shipped tables."""
    return load_reader()


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The steps with the shipped tables."""
    return load_pipeline()
