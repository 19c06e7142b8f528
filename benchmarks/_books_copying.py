"""Which shops have their lists from one another: by what they share that few others say.

Two that copy share what is rare; two that are right share what is common. For each pair of shops with books in common
the evidence is a sum over those books: for equal words log((c + (1 - c) p) / p), p being the share of the other shops
that give them (so that what most say counts next to nothing); for different words, and again for different surnames,
half of log(1 - c). The words are taken as they stand: "Rozanski, Nick (Author) Woods, Esin (Joint Author)" is shared by
those of one catalogue, and so are its slips.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

COPIED = 0.8  # the share of its lists that a copier copies
# Log odds from which two shops are one. Right on the dev books: none .858, at 3 .882, 10 .887, 20 .894, 50 .897.
SURE = 30.0
DIFFERENT = math.log(1 - COPIED) / 2
LEAST = 3  # books in common, below which nothing can be said

Given = Sequence[tuple[str, str, frozenset[str]]]


def copiers(lists: Mapping[str, Given]) -> dict[tuple[str, str], float]:
    """The pairs of shops that copy, with the log odds of it."""
    evidence: defaultdict[tuple[str, str], float] = defaultdict(float)
    common: Counter[tuple[str, str]] = Counter()
    for given in lists.values():
        words = Counter(text for _, text, _ in given)
        ordered = sorted(given, key=lambda row: row[0])
        for n, (a, text, surnames) in enumerate(ordered):
            for b, other, also in ordered[n + 1 :]:
                common[(a, b)] += 1
                evidence[(a, b)] += _same(text == other, words[text], len(given))
                evidence[(a, b)] += 0.0 if surnames == also else DIFFERENT
    return {pair: odds for pair, odds in evidence.items() if odds > SURE and common[pair] >= LEAST}


def _same(equal: bool, holders: int, among: int) -> float:
    if not equal:
        return DIFFERENT
    alone = max(holders - 2, 0.5) / max(among - 2, 1)
    alone = min(1.0, alone)
    return math.log((COPIED + (1 - COPIED) * alone) / alone)


def groups(given: Given, pairs: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """Shop -> the first shop of its group, for one book: those that copy and give the same list here are one."""
    home = {shop: shop for shop, _, _ in given}

    def find(shop: str) -> str:
        while home[shop] != shop:
            shop = home[shop]
        return shop

    ordered = sorted(given)
    for n, (a, _, names) in enumerate(ordered):
        for b, _, also in ordered[n + 1 :]:
            if names == also and (a, b) in pairs:
                home[find(b)] = find(a)
    return {shop: find(shop) for shop in home}
