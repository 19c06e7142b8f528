"""Which reports copy another's text, and which way (docs/origins.md). `copies` leads."""

from crosswire.facts.reprints.copies import RULES, CopyIndex, Text, compare, find_reprints, needed

__all__ = ["RULES", "CopyIndex", "Text", "compare", "find_reprints", "needed"]
