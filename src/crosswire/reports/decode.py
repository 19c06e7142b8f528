"""Bytes -> text: UTF-8 first, then what the bytes themselves say, then detection; what was done is said."""

from __future__ import annotations

import json

from charset_normalizer import from_bytes

from crosswire.errors import UnreadableInputError

# Bytes shown to the detector: it is slow, and 64 kB of text tell an encoding as well as the whole.
SAMPLE = 65_536
BOM = "\ufeff"


def decode(content: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """The text, without a byte order mark and otherwise unchanged, and warnings where the encoding had to be guessed.

    Raises UnreadableInputError where no encoding fits.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text, encoding = _guess(content, where)
        return text.removeprefix(BOM), (f"{where}: not UTF-8, read as {encoding}",)
    # ASCII in UTF-16 is valid UTF-8 with a NUL beside every letter.
    if "\0" in text[:4] and (encoding := json.detect_encoding(content)) != "utf-8":
        return content.decode(encoding, "replace").removeprefix(BOM), (f"{where}: not UTF-8, read as {encoding}",)
    return text.removeprefix(BOM), ()


def well_formed(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with lone surrogates, which no encoding can write, replaced one for one, and a warning if there were
    any."""
    if not _broken(text):
        return text, ()
    clean = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    return clean, ("characters that are no text were replaced",)


def _broken(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _guess(content: bytes, where: str) -> tuple[str, str]:
    encoding = json.detect_encoding(content)
    if encoding.startswith(("utf-16", "utf-32")):
        return content.decode(encoding, "replace"), encoding
    best = from_bytes(content[:SAMPLE]).best()
    for name in (best.encoding if best else "cp1252", "cp1252"):
        try:
            return content.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    # A few broken bytes in an otherwise good text (a cut download) are no reason to drop it.
    text = content.decode("utf-8", "replace")
    if text.count("\ufffd") <= 2 + len(text) // 100:
        return text, "UTF-8 with broken characters replaced"
    raise UnreadableInputError(where, "is in no known text encoding", "save it as UTF-8")
