"""Backfill from and to object stores: the same dataset as in folders."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from crosswire.app.backfill import load_into, run_backfill
from crosswire.errors import NothingToReadError
from crosswire.sources.reach import reach
from tests.pipeline.backfills import asked, content, quiet
from tests.pipeline.conftest import Made


def put(archives: Path, address: str) -> None:
    """Copy the archives to an address."""
    for archive in archives.glob("*.warc.gz"):
        store: Any = reach(address) / archive.name
        store.fs.put_file(str(archive), store.path)


def test_in_memory_as_in_folders(archives: Path, made: Made, tmp_path: Path) -> None:
    put(archives, "memory://backfill/warc")
    work = replace(asked(archives, tmp_path), sources=("memory://backfill/warc",), out="memory://backfill/data")
    told = run_backfill(work, quiet)
    assert content(reach("memory://backfill/data")) == content(made[0])
    again = run_backfill(work, quiet)
    assert again["core_seconds"] == told["core_seconds"], "what is done is not done again"
    assert load_into("memory://backfill/data", str(tmp_path / "desk.db"), quiet) == told["read"]


def test_from_an_object_store_to_a_folder(archives: Path, made: Made, tmp_path: Path) -> None:
    put(archives, "memory://mixed/warc")
    run_backfill(replace(asked(archives, tmp_path / "data"), sources=("memory://mixed/warc",)), quiet)
    assert content(tmp_path / "data") == content(made[0])


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """A bucket of an S3 server on loopback, which workers in other processes find by the environment."""
    for needed in ("moto", "s3fs", "flask"):
        if importlib.util.find_spec(needed) is None:
            pytest.skip(f"{needed} is not installed: it is of the dependency group `objects`")
    server = importlib.import_module("moto.server").ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_ACCESS_KEY_ID", "somebody")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "something")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        store: Any = reach("s3://desk")
        store.fs.mkdir("desk")
        yield "s3://desk"
    server.stop()


@pytest.mark.filterwarnings("default")  # the server's and boto's own
def test_from_bucket_to_bucket_with_two_workers(archives: Path, made: Made, tmp_path: Path, bucket: str) -> None:
    put(archives, f"{bucket}/warc")
    work = asked(archives, tmp_path, engine="processes", workers=2)
    run_backfill(replace(work, sources=(f"{bucket}/warc/",), out=f"{bucket}/data"), quiet)
    assert content(reach(f"{bucket}/data")) == content(made[0])


@pytest.mark.filterwarnings("default")
@pytest.mark.usefixtures("bucket")
def test_a_bucket_that_is_not_there(tmp_path: Path, archives: Path) -> None:
    with pytest.raises(NothingToReadError, match="s3://nosuch/warc"):
        run_backfill(replace(asked(archives, tmp_path), sources=("s3://nosuch/warc",)), quiet)
    with pytest.raises(OSError, match="bucket"):
        run_backfill(replace(asked(archives, tmp_path), out="s3://nosuch/data"), quiet)


@pytest.mark.filterwarnings("default")
def test_a_store_that_does_not_answer(bucket: str) -> None:
    code = f"from crosswire.sources.reach import reach; reach({bucket!r})"
    made = subprocess.run(  # noqa: S603 - our own program; in a process of its own, for clients are remembered
        [sys.executable, "-c", code],
        env={**os.environ, "AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_MAX_ATTEMPTS": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert f"CrosswireError: {bucket}: cannot be reached" in made.stderr
