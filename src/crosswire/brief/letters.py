"""Foreign text made safe to print: a report's title may hold anything, escape sequences for a terminal among it."""

from __future__ import annotations

import re

# C0 and C1 controls, zero-width and bidirectional controls (they reorder what stands around them), lone surrogates.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")
UNSAFE_IN_PAGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")
SPACES = re.compile(r"\s+")


def printable(text: str) -> str:
    """One line of text without control characters; runs of white space become one space."""
    return UNSAFE.sub("", SPACES.sub(" ", text))


def showable(text: str) -> str:
    """A page's text, line for line and character for character; control characters become the replacement character."""
    # Most text is printable whole, which is found in a tenth of the time that replacing nothing takes.
    return text if text.isprintable() else UNSAFE_IN_PAGE.sub("\ufffd", text)
