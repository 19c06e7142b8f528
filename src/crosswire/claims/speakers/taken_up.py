"""Who is meant by what only takes somebody up: "the two companies", "the agency" behind a name in letters, the "lab
chain" of a headline over "Halden Lab, a chain of laboratories"; two offices that one person holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.claims.coref_bodies import explained_by, is_where
from crosswire.claims.speakers.phrase import Phrase
from crosswire.claims.speakers.roster import Named, Roster

TWO = frozenset({"two", "both"})
LETTERS = 3  # at least, of a body's name that tells nothing of its kind: "the SIU"
SPEAKS = ("nsubj", "nsubjpass")
FOUNDED = frozenset({"founder", "co-founder", "cofounder", "owner", "chairman", "chairwoman", "chair", "president"})
RUNS = frozenset({"ceo", "executive", "director", "chairman", "chairwoman", "publisher", "editor"})


def both(roster: Roster, phrase: Phrase) -> tuple[Named, ...]:
    """The two whom "the two companies", "both countries" take up: the only two of the kind that the sentence names, or
    the one before it; none where there are more or fewer."""
    words = roster.names.words
    kinds = {"company": words.body_kinds["companies"], "country": words.body_kinds["countries"]}
    noun = phrase.head.lemma_.lower()
    kind = next((kind for kind, nouns in kinds.items() if noun in nouns), None)
    if kind is None or phrase.head.tag_ != "NNS" or TWO.isdisjoint(phrase.sheet.lowers[phrase.start : phrase.head.i]):
        return ()
    for start, end, row in _sentences(phrase):
        named = {n.entity: n for n in roster.within(row, start, end) if _is(roster, n, kind)}
        if named:
            return tuple(named.values()) if len(named) == 2 else ()
    return ()


def _sentences(phrase: Phrase) -> Iterator[tuple[int, int, int]]:
    """The sentence that a phrase stands in, and the one before it in its paragraph."""
    doc = phrase.sheet.passage.doc
    here = phrase.head.sent
    yield here.start, here.end, phrase.passage
    if here.start > 0:
        before = doc[here.start - 1].sent
        yield before.start, before.end, phrase.passage


def _is(roster: Roster, named: Named, kind: str) -> bool:
    """Whether a name is a company's or a country's; a country's adjective is the country where countries speak."""
    entity = roster.entities[named.entity]
    if kind == "country":
        return entity.type == "country"
    return entity.type == "body" and entity.kind == "organisation" and not is_where(roster, named.passage, named)


def spoke_last(roster: Roster, phrase: Phrase) -> Named | None:
    """The body that "the agency" takes up, where nobody that the report names is called so: one whose name is mere
    letters, and that was the last body to speak, in this paragraph or the one before."""
    if not phrase.definite or len(phrase.words) != 2:
        return None
    for row in (phrase.passage, phrase.passage - 1):
        for named in reversed(roster.named[row] if row >= 0 else ()):
            if (row == phrase.passage and named.end > phrase.start) or roster.entities[named.entity].type != "body":
                continue
            token = roster.sheets[row].passage.doc[named.end - 1]
            if token.dep_ not in SPEAKS or token.head.lemma_.lower() not in roster.names.words.speech:
                continue
            name = roster.entities[named.entity].name
            letters = name.isupper() and name.isalpha() and len(name) >= LETTERS
            return named if letters else None
    return None


def explained(roster: Roster, phrase: Phrase) -> Named | None:
    """The one body that the report explains by the noun of "the chain", or of a headline's "lab chain"."""
    head = phrase.sheet.passage.kind in ("title", "heading") and phrase.head.tag_ == "NN"
    known = head or (phrase.definite and not phrase.qualifiers)  # "the state agency" is another than "the aid agency"
    return explained_by(roster, phrase.head.lower_) if known and not phrase.owned else None


def held_by_one(parts: Sequence[Phrase]) -> bool:
    """Whether two offices joined by "and" are one person's: "the firm's founder and chief executive"; not "the CEO and
    the owner", nor "the president and prime minister"."""
    if len(parts) != 2 or any(part.head.tag_ == "NNS" for part in parts):
        return False
    one, other = parts
    bare = not any(child.dep_ in ("det", "poss") for child in other.head.lefts)
    linked = tuple(one.sheet.lowers[one.end : other.start]) == ("and",)
    first, second = one.head.lower_, other.head.lower_
    return linked and bare and first in FOUNDED and second in RUNS
