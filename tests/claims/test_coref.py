# ruff: noqa: E501 - a table of cases reads best with one case a line
"""Whom a pronoun means: the case gives the pronoun's last occurrence and the canonical name, or None where it is nobody."""

from __future__ import annotations

import re

import pytest

from crosswire.claims.coref import antecedent
from crosswire.claims.coref_bodies import named_like
from crosswire.claims.countries import load_countries
from crosswire.claims.parse import Passage, plain
from crosswire.claims.read import Reader
from crosswire.claims.speakers.resolve import Names, Roster, build_roster, load_names, resolve_span
from crosswire.model import Span


@pytest.fixture(scope="module")
def names() -> Names:
    return load_names(load_countries())


def roster_of(text: str, reader: Reader, names: Names) -> Roster:
    passages, start = [], 0
    for line in text.split("\n"):
        passages.append(Passage(reader.parser(plain(line)), start, "paragraph"))
        start += len(line) + 1
    return build_roster(text, passages, names)


def last(word: str, text: str) -> int:
    return [m.start() for m in re.finditer(rf"\b{word}\b", text)][-1]


SPEAKERS = [
    ("South Korea's Joint Chiefs of Staff saw it.\n\"Our military is on watch with the Joint Chiefs of Staff,\" it added.", "it", "South Korea's Joint Chiefs of Staff"),
    ("Ivo Paz had changed his mind, so he had no way back. \"We asked Ivo Paz to stay,\" he said.", "he", "unnamed speaker"),
    ("John Kirby wrote to Rafael Grossi after Ivo Paz left. \"We asked Ivo Paz to stay,\" he said.", "he", "John Kirby"),
    ("John Kirby wrote. Then Ivo Paz left. \"We asked them to stay,\" he said.", "he", "Ivo Paz"),
    ("Kestrel Bank spoke. In spite of its pledge to stop, Norway has gone on.", "its", "Norway's government"),
    ("Sanae Takaichi spoke. Kestrel Bank rose. In spite of its pledge the rate rose.", "its", "Kestrel Bank"),
    ("Sanae Takaichi spoke to reporters. She said it was a threat.", "She", "Sanae Takaichi"),
    ("Kim Jong Un visited a site. \"We will win,\" he said.", "he", "Kim Jong Un"),
    ("\"I will go,\" said Emily Stone, a farmer. \"It was loud,\" she added.", "she", "Emily Stone"),
    ("Shinzo Abe met Donald Trump. Abe said he was glad.", "he", "Shinzo Abe"),
    ("John Kirby met Sanae Takaichi. She said so.", "She", "Sanae Takaichi"),
    ("John Kirby met Sanae Takaichi. He said so.", "He", "John Kirby"),
    ("Kim Jong Un spoke.\nHe said it was late.\nHe said it was cold.\nHe added that he was tired.", "He", "Kim Jong Un"),
    ("\"They elected Nancy Pelosi to work,\" Sarah Sanders said. \"They elected her to lead.\"", "her", "Nancy Pelosi"),
    ("Sarah Sanders said she was glad they had elected her.", "her", "Sarah Sanders"),
    ("According to Rafael Grossi, the site is safe. He said inspectors had been there.", "He", "Rafael Grossi"),
    ("\"Vladimir Putin is wrong,\" Emmanuel Macron said. He left at noon.", "He", "Emmanuel Macron"),
    ("John Kirby blasted Ann Lee. \"I know Ann Lee,\" he said. \"Ask Rafael Grossi. He knows it all. I trust Rafael Grossi.\n\"I met Rafael Grossi,\" he added.", "he", "John Kirby"),
    ("President Kirby spoke. \"I met President Grossi,\" the president said.", "the president", "Kirby"),
    ("President Kirby met President Grossi. The president said so.", "The president", "unnamed president"),
    ("A farmer heard the blast. He said the house shook.", "He", "unnamed farmers"),
    ("A woman heard the blast. She said the house shook.", "She", "unnamed women"),
    ("South Korea said it detected the launch.", "it", "South Korea's government"),
    ("Boeing fell. It said it would comply.", "It", "Boeing"),
    ("U.S. Central Command struck. It said so.", "It", "U.S. Central Command"),
    ("The missile flew 350 km, South Korea's military said. It landed in the sea, it added.", "it", "South Korea's Joint Chiefs of Staff"),
    ("Officials met. They said so.", "They", "unnamed officials"),
    ("Witnesses ran away. They said the blast was loud.", "They", "unnamed witnesses"),
    ("Emmanuel Macron, who said he was tired, left.", "who", "Emmanuel Macron"),
    ("The Kremlin, which denies it, was silent.", "which", "Russia's government"),
    ("Hamas fired. The group said so.", "The group", "Hamas"),
    ("Boeing fell. The company said so.", "The company", "Boeing"),
    ("Boeing spoke up on its Twitter page. The company said so.", "The company", "Boeing"),  # where it was said
    ("A tanker was hit, the company said. Zodiac Maritime said it was piracy.", "the company", "Zodiac Maritime"),
    ("A tanker was hit, the company said. Boeing and Airbus said so.", "the company", "unnamed company"),
    ("A tanker was hit, a company said. Zodiac Maritime said it was piracy.", "a company", "unnamed company"),
    ("Russia's Defense Ministry met. The ministry said so.", "The ministry", "Russia's Defense Ministry"),
    ("The Bank of Japan met. The bank said so.", "The bank", "Bank of Japan"),
    ("Units took the town, Russia's Defense Ministry said. The enemy fled, it specified.", "it", "Russia's Defense Ministry"),
    ("The Daily Star reported it. The company said so.", "The company", "unnamed company"),
    ("Delta Air Lines stopped. FlightStats counted. The airline said so.", "The airline", "Delta Air Lines"),
    ("Delta Air Lines stopped. FlightStats counted. The company said so.", "The company", "FlightStats"),
    # nobody, or somebody else than the nearest name
    ("She said so.", "She", "unnamed speaker"),
    ("John Kirby left. She said so.", "She", "unnamed speaker"),
    ("The ministry said so.", "The ministry", "unnamed ministry"),
    ("Japan watched. The missile flew far. It landed in the sea.", "It", "unnamed missiles"),
    ("Boeing fell. A company said so.", "A company", "unnamed company"),
    ("Sanae Takaichi told Emily Stone that she was late, she said.", "she", "Sanae Takaichi"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "canonical"), SPEAKERS)
def test_who_is_meant(text: str, words: str, canonical: str, reader: Reader, names: Names) -> None:
    start = last(words, text)
    found = resolve_span(roster_of(text, reader, names), Span.of(text, start, start + len(words)))
    assert found.canonical == canonical
    assert found.name == words


def test_no_pronoun_has_no_antecedent(reader: Reader, names: Names) -> None:
    roster = roster_of("Japan said so.", reader, names)
    assert antecedent(roster, 0, 0) is None
    assert named_like(roster, 0, 1) is None


def test_far_names_are_not_looked_for(reader: Reader, names: Names) -> None:
    text = "Kim Jong Un spoke." + "\nIt rained all day long." * 12 + "\nHe said so."
    roster = roster_of(text, reader, names)
    assert antecedent(roster, len(roster.sheets) - 1, 0) is None


def test_a_long_run_of_pronouns_ends(reader: Reader, names: Names) -> None:
    text = "\n".join(["He said so."] * 300)
    roster = roster_of(text, reader, names)
    assert antecedent(roster, 299, 0) is None
