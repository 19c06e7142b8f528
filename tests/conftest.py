"""What all tests share: the reader (parser and tables), loaded once a session."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from crosswire.claims.read import Reader, load_reader
from crosswire.pipeline.read import Pipeline, load_pipeline


@pytest.fixture(scope="session", autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the store and the keys of whoever runs it."""
    before = {name: os.environ.pop(name, None) for name in ("XDG_DATA_HOME", "CROSSWIRE_STORE")}
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))
    yield
    os.environ.pop("XDG_DATA_HOME")
    os.environ.update({name: value for name, value in before.items() if value is not None})


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader with the shipped tables."""
    return load_reader()


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The steps with the shipped tables."""
    return load_pipeline()
