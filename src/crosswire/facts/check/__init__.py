"""One sentence, put to all reports (docs/checking.md). `sentence` leads; the others are what it asks."""

from crosswire.facts.check.sentence import RULES, Sentence, check

__all__ = ["RULES", "Sentence", "check"]
