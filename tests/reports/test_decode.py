"""Encodings: what is read, and what is said of it."""

from __future__ import annotations

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from crosswire.errors import UnreadableInputError
from crosswire.reports.decode import decode, well_formed

TEXT = "“Fünf Tote”, said the café owner – near Łódź? No: near Orléans. It was a long, cold night for all of them."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(encoding: str) -> None:
    text, warnings = decode(TEXT.encode(encoding), "a.txt")
    assert text == TEXT
    assert bool(warnings) == (not encoding.startswith("utf-8"))


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_western_encodings_are_mended_and_said(encoding: str) -> None:
    original = TEXT.translate(str.maketrans("“”–", '""-')).replace("Łódź", "Genève")
    text, warnings = decode(original.encode(encoding), "a.txt")
    assert text == original
    assert "a.txt: not UTF-8, read as" in warnings[0]


def test_a_cut_text_is_read() -> None:
    text, warnings = decode(("“Missiles” fired over the sea. " * 200 + "é").encode()[:-1], "a.txt")
    assert text.startswith("“Missiles” fired over the sea. ") and text.endswith("\ufffd")
    assert "broken characters" in warnings[0]


@pytest.mark.parametrize(
    ("text", "clean"),
    [("a\ud800b", "a\ufffdb"), ("\ud83d\ude00"[:1], "\ufffd"), ("a\U0001f600", "a\U0001f600"), ("plain", "plain")],
)
def test_lone_surrogates_go_one_for_one(text: str, clean: str) -> None:
    found, warnings = well_formed(text)
    assert found == clean and len(found) == len(text)
    assert bool(warnings) == (found != text)


@for_all(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    try:
        text, _ = decode(content, "a.txt")
    except UnreadableInputError:
        return
    text.encode("utf-8")
