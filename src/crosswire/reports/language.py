"""Which language a text is in. This program reads English; a text that is clearly in another language is refused."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from py3langid import langid

from crosswire.errors import UnreadableInputError
from crosswire.reports.rules import Rules

ENGLISH = "en"
# Characters looked at: an article's language does not change after its first page.
SAMPLE = 2_500
# Share of commonest words above which a text is English: news has .25 to .45; Dutch or Scots by chance below .10.
CLEARLY = 0.18
# With fewer words than this the model guesses, so only another script counts as clear.
FEWEST_WORDS = 12
# Log likelihood over English, by the square root of the bytes (the model's own scale), from which another language is
# clear.
SURE = 2.0
_WORD = re.compile(r"[^\W\d_]+")


def refuse_foreign(code: str, where: str, rules: Rules) -> None:
    """Raises UnreadableInputError for any language but English."""
    if code != ENGLISH:
        raise UnreadableInputError(
            where, f"is in {rules.languages[code]}", "give an English text or translation; only English is read"
        )


def language_of(text: str, rules: Rules) -> str:
    """The language of a text; English unless it clearly is another."""
    sample = text[:SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if not words or sum(word in rules.english for word in words) >= CLEARLY * len(words):
        return ENGLISH
    latin = sum(word[0] < "\u0250" for word in words)
    if len(words) < FEWEST_WORDS and latin > len(words) // 2:
        return ENGLISH
    return _model(sample, rules)


def _model(sample: str, rules: Rules) -> str:
    rank: Callable[[str], list[tuple[str, float]]] = langid.rank
    scores = {code: score for code, score in rank(sample) if code in rules.languages}
    best = next(iter(scores))  # the model ranks best first
    margin = (scores[best] - scores[ENGLISH]) / math.sqrt(len(sample.encode()))
    return best if margin > SURE else ENGLISH
