"""Frames from files: classes of nouns, and what is said of a file that is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crosswire.claims.frames_load import load_frames
from crosswire.errors import BadDataError

TRIGGER = 'name = "mine"\ntitle = "{who}"\n[[trigger]]\nverb = ["vex"]\n'


def test_a_class_of_nouns_stands_for_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(f'{TRIGGER}object = ["@person", "griffin"]\n', "utf-8")
    wanted = load_frames(tmp_path).named("mine").triggers[0].object
    assert {"tourist", "hostage", "griffin"} <= wanted
    assert "@person" not in wanted


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('object = ["@persons"]', "'@persons' is no class of words; there are @person"),
        ("nouns = [", "is not valid TOML"),
        ('company = ["ship"]', "unknown trigger key 'company'"),
    ],
)
def test_what_is_wrong_is_named_with_its_file(line: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(f"{TRIGGER}{line}\n", "utf-8")
    with pytest.raises(BadDataError, match=re.escape("mine.toml: ")) as error:
        load_frames(tmp_path)
    assert said in str(error.value)


@pytest.mark.parametrize("file", sorted((Path(__file__).parents[2] / "src/crosswire/claims/frames").glob("*.toml")))
def test_each_frame_stands_in_the_file_of_its_name(file: Path) -> None:
    assert load_frames().named(file.stem).name == file.stem
