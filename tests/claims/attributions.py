"""What the tests of attributions ask of one passage."""

from __future__ import annotations

from spacy.language import Language

from crosswire.claims.attribution.find import CueTable, Found, find_attributions
from crosswire.claims.parse import Passage, plain
from crosswire.model import BlockKind


def found(text: str, parser: Language, cues: CueTable, kind: BlockKind = "paragraph") -> tuple[Found, ...]:
    """The attributions of one passage."""
    return find_attributions(text, [Passage(parser(plain(text)), 0, kind)], cues)
