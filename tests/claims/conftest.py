"""The parser and the table of cues, once a module."""

from __future__ import annotations

import pytest
from spacy.language import Language

from crosswire.claims.attribution.find import CueTable, load_cues
from crosswire.claims.parse import load_parser


@pytest.fixture(scope="module")
def parser() -> Language:
    return load_parser()


@pytest.fixture(scope="module")
def cues() -> CueTable:
    return load_cues()
