"""What others made is as it was published, named with its licence, and asks no other host for anything."""

from __future__ import annotations

import hashlib
import re
import tomllib
from importlib.resources import files

import pytest

WEB = files("crosswire.web")
LISTED = tomllib.loads((WEB / "vendored.toml").read_text(encoding="utf-8"))["file"]
CARRIED = sorted(
    f"{folder}/{f.name}"
    for folder in ("static/vendor", "data")
    for f in (WEB / folder).iterdir()
    if f.is_file() and not f.name.endswith(".LICENSE")
)
OWN = [
    *(f.name for f in (WEB / "static").iterdir() if f.is_file()),
]
TEMPLATES = [f.name for f in (WEB / "templates").iterdir()]


@pytest.mark.parametrize("listed", LISTED, ids=lambda f: f["path"])
def test_checksums(listed: dict[str, str]) -> None:
    assert hashlib.sha256((WEB / listed["path"]).read_bytes()).hexdigest() == listed["sha256"]
    assert len((WEB / listed["text"]).read_text(encoding="utf-8")) > 300
    assert listed["version"] in listed["path"] or "." in listed["version"]


def test_nothing_is_carried_unlisted() -> None:
    assert sorted(f["path"] for f in LISTED) == CARRIED


@pytest.mark.parametrize("name", OWN)
def test_our_files_name_no_host(name: str) -> None:
    text = (WEB / "static" / name).read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?://|//[a-z]+\.[a-z]", text)


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_have_nothing_inline(name: str) -> None:
    """The policy would not run it; and no template may hand on what it gets as it is."""
    text = (WEB / "templates" / name).read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon[a-z]+=|javascript:|\|\s*safe|https?://", text)
