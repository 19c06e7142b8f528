"""Bytes -> text: UTF-8 first, then what the bytes themselves say, then detection; what was done is said."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from charset_normalizer import from_bytes

from crosswire.errors import UnreadableInputError

# Bytes shown to the detector: it is slow, and 64 kB of text tell an encoding as well as the whole.
SAMPLE = 65_536
BOM = "\ufeff"
# The longer marks first: that of UTF-32 starts with that of UTF-16.
_MARKS = ((BOM_UTF32_LE, "utf-32"), (BOM_UTF32_BE, "utf-32"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))


def decode(content: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """The text, without a byte order mark and otherwise unchanged, and warnings where the encoding had to be guessed.

    Raises UnreadableInputError where no encoding fits.
    """
    # ASCII in UTF-16 is valid UTF-8 with a NUL beside every letter, so the wide encodings are asked first.
    encoding = _wide(content)
    text = None if encoding else _strict(content, "utf-8")
    if text is not None:
        return text.removeprefix(BOM), ()
    text, encoding = (content.decode(encoding, "replace"), encoding) if encoding else _guess(content, where)
    return text.removeprefix(BOM), (f"{where}: not UTF-8, read as {encoding}",)


def well_formed(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with lone surrogates, which no encoding can write, replaced one for one, and a warning if any were."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        clean = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
        return clean, ("characters that are no text were replaced",)
    return text, ()


def _wide(content: bytes) -> str | None:
    """The UTF-16 or UTF-32 form by the byte order mark, or by where in each pair the NULs of Latin letters stand."""
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if marked or b"\0" not in content[:SAMPLE]:
        return marked
    low, high = content[:SAMPLE:2].count(0), content[1:SAMPLE:2].count(0)
    pairs = min(len(content), SAMPLE) // 2
    if max(low, high) > 0.6 * pairs and min(low, high) < 0.05 * pairs:
        return "utf-16-le" if high > low else "utf-16-be"
    return None


def _guess(content: bytes, where: str) -> tuple[str, str]:
    for name in _candidates(content[:SAMPLE]):
        if (text := _strict(content, name)) is not None:
            return text, name
    # A few broken bytes in an otherwise good text (a cut download) are no reason to drop it.
    text = content.decode("utf-8", "replace")
    if text.count("\ufffd") <= 2 + len(text) // 100:
        return text, "UTF-8 with broken characters replaced"
    raise UnreadableInputError(where, "is in no known text encoding", "save it as UTF-8")


def _candidates(sample: bytes) -> list[str]:
    """Encodings to try; none for a text that is UTF-8 but for a few bytes.

    English has few letters beyond ASCII, too few to tell Western from Central European by: it is taken for Western.
    """
    if _nearly_utf8(sample):
        return []
    if sum(byte > 127 for byte in sample) < len(sample) // 20:
        return ["cp1252"]
    best = from_bytes(sample).best()
    return [best.encoding, "cp1252"] if best else ["cp1252"]


def _nearly_utf8(sample: bytes) -> bool:
    """Whether most of the letters beyond ASCII are whole UTF-8 sequences."""
    good = sum(character > "\x7f" for character in sample.decode("utf-8", "ignore"))
    bad = sample.decode("utf-8", "replace").count("\ufffd")
    return good > bad


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
