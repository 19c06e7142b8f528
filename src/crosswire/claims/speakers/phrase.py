"""The noun phrase that names a speaker: its head, its words, and the parts of a joint one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from crosswire.claims.speakers.sheet import POSSESSIVE, Sheet

# Words at the edge of a source that are no part of the speaker: "by Reuters", "according to police".
EDGE = frozenset(("by", "to", "from", "according", "of", "in", "per", "citing", "via", "and", "or", "with", "as"))
PARTS = frozenset(
    ("one", "some", "many", "most", "several", "few", "all", "each", "both", "none", "two", "three", "number", "group")
) | {"dozens", "hundreds", "thousands", "majority", "percent", "couple", "handful", "series", "half", "half-dozen"}
DEFINITE = frozenset(("the", "this", "that", "its", "their", "his", "her", "these", "those"))
NOMINAL = ("NOUN", "PROPN", "PRON")
BETWEEN = frozenset({",", "and", "or", "along", "together", "with", "both", "as", "well", "("})  # two who are joined


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens [start, end) of a passage with the one that all others hang on."""

    sheet: Sheet
    passage: int
    start: int
    end: int
    head: Token

    @property
    def words(self) -> Sequence[str]:
        """Its words."""
        return self.sheet.words[self.start : self.end]

    @property
    def text(self) -> str:
        """The phrase as written, typographic marks mapped to ASCII."""
        return self.sheet.slice(self.start, self.end)

    @property
    def characters(self) -> tuple[int, int]:
        """Its characters in the passage."""
        first = self.sheet.starts[self.start] if self.start < len(self.sheet.starts) else len(self.sheet.text)
        return first, first + len(self.text)

    @property
    def definite(self) -> bool:
        """Whether it speaks of somebody already known: "the ministry", "Japan's prime minister"."""
        before = self.sheet.lowers[self.start : self.head.i]
        return any(word in DEFINITE for word in before[:1]) or any(word in POSSESSIVE for word in before)

    @property
    def owned(self) -> bool:
        """Whether its head has a possessor: "his former lawyer", "Kim's sister"."""
        return any(child.dep_ == "poss" and child.i >= self.start for child in self.head.lefts)

    @property
    def modifiers(self) -> tuple[int, ...]:
        """The tokens of the adjectives and nouns right before the head: "prime" of "the prime minister"."""
        kinds = ("amod", "compound", "nmod")
        return tuple(child.i for child in self.head.lefts if child.i >= self.start and child.dep_ in kinds)

    @property
    def qualifiers(self) -> tuple[str, ...]:
        """The words of the modifiers that are no place's or people's names."""
        doc = self.sheet.passage.doc
        return tuple(self.sheet.lowers[i] for i in self.modifiers if doc[i].ent_type_ not in ("GPE", "NORP"))

    @property
    def role(self) -> str:
        """The head with its qualifiers: "prime minister"."""
        return " ".join((*self.qualifiers, self.head.lower_)).replace(" - ", "-")

    @property
    def proper(self) -> str:
        """The run of capitalised words that ends in the head."""
        first = self.head.i
        while (
            first > self.start and self.sheet.words[first - 1][:1].isupper() and self.sheet.lowers[first - 1] != "the"
        ):
            first -= 1
        return self.sheet.slice(first, self.head.i + 1)

    def around(self, head: Token) -> Phrase:
        """The same words about another head."""
        return replace(self, head=head)


def phrase_of(sheet: Sheet, passage: int, start: int, end: int) -> Phrase:
    """The phrase of some tokens, without the punctuation and the prepositions at its edges."""
    first, last = max(0, start), min(end, len(sheet.words))
    while (
        first < last - 1
        and (sheet.lowers[first] in EDGE or not sheet.words[first][-1].isalnum())
        and not _dotted(sheet, first)
    ):
        first += 1
    while last - 1 > first and not sheet.words[last - 1][-1].isalnum() and not _dotted(sheet, last - 1):
        last -= 1
    return Phrase(sheet, passage, first, max(last, first), _head(sheet, first, last))


def joined(phrase: Phrase) -> list[Phrase]:
    """The phrases that "and" or a list joins in it: one, if it is not joint."""
    heads = [phrase.head]
    for token in heads:
        if token.dep_ != "appos" and len(heads) < 20:
            heads.extend(c for c in token.rights if c.dep_ == "conj" and c.i < phrase.end and c.pos_ in NOMINAL)
    heads.extend(_beside(phrase))
    heads.sort(key=lambda token: token.i)
    parts: list[Phrase] = []
    for k, head in enumerate(heads):
        start = phrase.start if k == 0 else max(parts[-1].end, head.left_edge.i)
        end = heads[k + 1].left_edge.i if k + 1 < len(heads) else phrase.end
        if not start <= head.i < end:
            return [phrase]
        while end > head.i + 1 and phrase.sheet.lowers[end - 1] in BETWEEN:
            end -= 1
        parts.append(replace(phrase_of(phrase.sheet, phrase.passage, start, end), head=head))
    return parts


def behind_clause(phrase: Phrase) -> Phrase:
    """The phrase without the end of a clause that the parser joins to it by a mere comma: "... made by Acme, the
    institute said"; not so in a headline, which joins two so ("Trump, Kim agree")."""
    for other in phrase.head.rights:
        between = phrase.sheet.lowers[phrase.head.i + 1 : other.left_edge.i + 1]
        if other.dep_ == "conj" and tuple(between) == (",", "the") and phrase.sheet.passage.kind == "paragraph":
            alone = not any(child.dep_ == "conj" for child in other.rights)
            return phrase_of(phrase.sheet, phrase.passage, other.left_edge.i, phrase.end) if alone else phrase
    return phrase


def _beside(phrase: Phrase) -> list[Token]:
    """Who is joined by "along with" or "together with"."""
    found: list[Token] = []
    for word in phrase.head.rights:
        if word.lower_ in ("along", "together"):
            with_ = [child for child in word.rights if child.lower_ == "with"]
            found.extend(noun for prep in with_ for noun in prep.rights if noun.pos_ in NOMINAL and noun.i < phrase.end)
    return found


def part_of(phrase: Phrase, head: Token) -> Phrase:
    """The part of a joint phrase that has a head; the phrase itself, if it is not joint."""
    return next((part for part in joined(phrase) if part.head.i == head.i), phrase)


def _dotted(sheet: Sheet, i: int) -> bool:
    """Whether a token that ends in a mark is an abbreviation ("U.S.")."""
    return sheet.words[i][0].isalnum()


def _head(sheet: Sheet, start: int, end: int) -> Token:
    """The first noun, name or pronoun that hangs on something outside; else the first such word, else the last word."""
    doc = sheet.passage.doc
    if end <= start:
        return doc[min(start, len(doc) - 1)]
    outward = [t for t in doc[start:end] if not start <= t.head.i < end or t.head.i == t.i]
    for tokens in (outward, doc[start:end]):
        for token in tokens:
            if token.pos_ in NOMINAL or token.lower_ in PARTS:
                return _whole(token, end)
    return doc[end - 1]


def _whole(token: Token, end: int) -> Token:
    """What a part is part of: "one of the doctors", "dozens of residents" are doctors and residents."""
    if token.lower_ in PARTS:
        for of in token.rights:
            if of.lower_ == "of" and of.i < end:
                return next((noun for noun in of.rights if noun.dep_ == "pobj" and noun.i < end), token)
    return token
