"""The parser's input: one character for one, and kept with its parse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.claims.parse import parse, plain, text_between, text_of
from crosswire.claims.read import Reader
from crosswire.model import Block, Report


def report_of(text: str, kind: str = "paragraph") -> Report:
    block = Block("title" if kind == "title" else "paragraph", 0, len(text))
    return Report("r", text, (block,), "", "P", None, "unknown", "en")


@pytest.mark.parametrize("kind", ["paragraph", "title"])
def test_the_text_of_a_parse_is_that_of_its_tokens(reader: Reader, kind: str) -> None:
    text = "Ship  Hit By Missile\u00a0Off Coast,\n\u201cOwner\u201d Says; the Ship was hit."
    ((_, (passage,)),) = parse([report_of(text, kind)], reader.parser)
    doc = passage.doc
    assert text_of(doc) == doc.text == "".join(token.text_with_ws for token in doc)
    assert len(doc.text) == len(text)
    assert text_between(doc[2], doc[4]) == doc[2:5].text
    assert text_of(doc[1:3].as_doc()) == doc[1:3].as_doc().text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a\u2019b \u2014 c", "a'b \u2014 c"),
        ("it crash-landed in", "it crashed down in"),
        ("Jet Crash-Lands at sea", "Jet Crashes low at sea"),
        ("a crash-landing, crash land of it", "a crash-landing, crash land of it"),
        ("x" * 249 + " y", "x" * 249 + " y"),
        ("x" * 250 + " y", " " * 251 + "y"),
        ("\ud800 y", "? y"),
        ("\ud800" * 250 + " y", " " * 251 + "y"),
    ],
)
def test_plain(text: str, wanted: str) -> None:
    assert plain(text) == wanted


@given(st.text())
def test_plain_keeps_every_offset(text: str) -> None:
    assert len(plain(text)) == len(text)
