"""Whether two names of persons are one, spelled in two ways."""

from __future__ import annotations

from collections.abc import Sequence

LONG = 6  # letters of a surname that may be spelled in two ways


def spelled_alike(one: Sequence[str], two: Sequence[str]) -> bool:
    """ "Carlo Tavares" is Carlos Tavares, "Pashinian" Pashinyan: long surnames a letter apart, first names alike."""
    if one[-1] != two[-1] and (min(len(one[-1]), len(two[-1])) < LONG or not _a_letter_apart(one[-1], two[-1])):
        return False
    return (
        len(one) == 1
        or len(two) == 1
        or one[0] == two[0]
        or (min(len(one[0]), len(two[0])) > 3 and _a_letter_apart(one[0], two[0]))
    )


def _a_letter_apart(a: str, b: str) -> bool:
    if len(a) > len(b):
        a, b = b, a
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    return len(b) - len(a) <= 1 and a[at + (len(a) == len(b)) :] == b[at + 1 :]
