"""The cards that a site lays behind the name of somebody in office, and that its exports run into the sentence: the
name once more in full, with headlines glued to it, and "MORE": "Sen. Ana Paz Ana Maria PazTwo senators balk MORE (D)".
"""

from __future__ import annotations

import re

LONGEST = 900  # characters of a card
CARD = re.compile(
    r"\b(?P<last>[A-Z][\w'’-]+) (?:(?:[A-Z(][\w.()'’-]*|[a-z]{2,3}) ){1,6}(?P=last)(?=[A-Z'‘\"“])"
    rf"[^\n]{{0,{LONGEST}}}?[ .?!'’\"]MORE\b"
)


def without_cards(text: str) -> str:
    """The text with each such card left out, the name before it kept."""
    return CARD.sub(lambda card: card["last"], text) if "MORE" in text else text
