"""Names by the word that stands right beside them: what the sentence may not exchange."""

from __future__ import annotations

import pytest

from crosswire.facts.check.bound import otherwise_bound

TOLD = "Norway's fisheries minister met Lucia Ferrante of Altana in the town of Kati, near the capital Bamako."


@pytest.mark.parametrize(
    ("asked", "told", "otherwise"),
    [
        ("They met in the town of Kati, near the capital Bamako.", TOLD, False),
        ("They met in the town of Bamako, near the capital Kati.", TOLD, True),
        ("They met in Kati, near the capital Bamako.", TOLD, False),
        ("They met in the town of Kayes.", TOLD, False),  # of Kayes the report tells nothing: other rules see to that
        ("The Kati rebel group left the Bamako area.", "The Bamako rebel group left the Kati area.", True),
        ("Norway's minister and Sweden's bank agreed.", "Sweden's minister and Norway's bank agreed.", True),
        ("Norway's minister and Sweden's minister agreed.", "Sweden's minister and Norway's minister agreed.", False),
        ("Norway began an exercise with Sweden.", "Sweden and Norway began an exercise.", False),
        ("Lucia Ferrante met Tomas Brandt.", "Tomas Brandt met Lucia Ferrante.", False),
        ("The alert went from level 3 to level 2.", "The alert went from level 2 to level 3.", False),  # both are told
        ("Section 4 was hit by car 7.", "Section 7 was hit by car 4.", True),
        ("34 people were hurt and 12 killed.", "12 people were killed and 34 hurt.", False),
    ],
)
def test_a_word_beside_another_name(asked: str, told: str, otherwise: bool) -> None:
    assert otherwise_bound(asked, told) is otherwise
