"""Where a sentence runs nearly word for word as a report's, a word that differs in the same place is the alteration.

What is worded quite otherwise tells little by a word it has not; between the same words to the left and the right,
another word is another claim, wherever else in the report's sentence the asked one may stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from crosswire.compare.wording import PRONOUNS
from crosswire.facts.check.asked import Asked
from crosswire.facts.check.normal import normal
from crosswire.facts.check.passages import WORD, Passage
from crosswire.facts.check.slots import holds
from crosswire.facts.check.words import Words, forms_of
from crosswire.model import Clause, Phrase, Span, Value

NEAR = 0.5  # the share of a clause's own words that have to stand in the report's sentence in their order
WHOLE = 0.75  # the share of all words of the sentence that make the two one sentence
FEW = 6  # words: what is shorter is soon told twice of two things
LONG = 3  # words: in a longer stretch that differs no word has its place
BESIDE = 3  # words to one side of a place, of which one of the clause's own stands in both
LEADING = frozenset(
    ("about", "after", "against", "among", "as", "at", "before", "behind", "between", "by", "during", "for", "from",
     "in", "into", "near", "of", "off", "on", "onto", "out", "over", "through", "to", "under", "until", "with",
     "without")
)  # fmt: skip

Code = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Token:
    """A word where it stands."""

    text: str
    start: int

    @property
    def plain(self) -> bool:
        """Whether it is neither a name nor a figure."""
        return self.text.isalpha() and self.text.islower() and self.text not in PRONOUNS

    @property
    def key(self) -> str:
        """What makes two of them one word."""
        return self.text.lower().removesuffix("'s")


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause of the sentence and a report's sentence, word by word: `own` are the words of the clause, and what each
    may be listed as; `codes` what is the same in both, and what is not."""

    clause: Clause
    clauses: tuple[Clause, ...]
    asked: list[Token]
    told: list[Token]
    own: Mapping[int, frozenset[str]]
    codes: tuple[Code, ...]

    @property
    def same(self) -> set[int]:
        """Which words of the sentence stand in the report's in their order."""
        return {n for tag, a, b, _, _ in self.codes if tag == "equal" for n in range(a, b)}

    def free(self) -> set[str]:
        """What the words of the report's sentence that the asked one has not may be listed as."""
        other = [t for tag, _, _, c, d in self.codes if tag != "equal" for t in self.told[c:d]]
        return {w for t in other for w in _listed(t, self.clauses)}

    def plain(self, token: Token, clauses: Sequence[Clause]) -> bool:
        """Whether a word is no value's, which is asked for as one."""
        values = (v for c in clauses for p in c.phrases if p.at.start <= token.start < p.at.end for v in _values(p))
        return token.plain and not any(token.text in v.text.lower().split() for v in values)


def altered(asked: Asked, passage: Passage, words: Words) -> bool:
    """Whether a word of the asked clause stands where the report's sentence, the same around it, has another."""
    pair = _pair(asked, passage)
    if len(pair.same & set(pair.own)) < NEAR * len(pair.own):
        return False
    free = pair.free() | {f for c in passage.clauses for f in normal(c, words)[1] - c.forms}
    places = (n for code in pair.codes if code[0] == "replace" for n in _place(code, pair))
    return any(not alike(pair.own[n], free, words) for n in places)


def told_otherwise(asked: Asked, passages: Sequence[Passage], words: Words) -> bool:
    """Whether some report has the whole sentence, but for a word of the clause."""
    keys = {t.key for t in tokens_of(asked.clause.sentence)}
    if len(keys) < FEW:
        return False
    near = (p for p in passages if len(keys & {t.key for t in tokens_of(p.sentence)}) >= WHOLE * len(keys))
    return any(_whole(asked, p) and altered(asked, p, words) for p in near)


def tells_each(asked: Asked, passage: Passage, words: Words) -> bool:
    """Whether a report's sentence has a word for each of the clause."""
    told = passage.words | {f for c in passage.clauses for f in c.forms}
    return all(alike(listed, told, words) for n, listed in _pair(asked, passage).own.items())


def _whole(asked: Asked, passage: Passage) -> bool:
    pair = _pair(asked, passage)
    return len(pair.same) >= WHOLE * len(pair.asked)


def _place(code: Code, pair: Pair) -> list[int]:
    """The word of the clause in whose place a report's sentence has others: none where the two are led by two
    prepositions ("from the port", "with two ships"), a noun stands beside a verb, or a name or figure stands there,
    which is asked for as one."""
    _, a, b, c, d = code
    mine = [n for n in range(a, b) if n in pair.own and pair.plain(pair.asked[n], [pair.clause])]
    theirs = [t for t in pair.told[c:d] if _tells(t, pair.clauses)][:LONG]
    if not 0 < len(mine) <= LONG or not theirs or not all(pair.plain(t, pair.clauses) for t in theirs):
        return []
    around = {*range(a - BESIDE, a), *range(b, b + BESIDE)}
    if not around & pair.same & set(pair.own):
        return []
    verbs = [t for t in theirs if any(c.verbal and c.head.start == t.start for c in pair.clauses)]
    act = [n for n in mine if pair.asked[n].start == pair.clause.head.start]
    if len(verbs) == len(theirs) and not act:
        return []
    left, right = ({t.key for t in tokens} & LEADING for tokens in (pair.asked[a:b], pair.told[c:d]))
    return [] if left and right and not left & right else act or mine[-1:]


def alike(asked: Set[str], told: Set[str], words: Words) -> bool:
    """Whether a word, or another for it, is told: what is said by any word for saying, "is" and "took place" by any
    verb."""
    if asked & (words.happening | {"be"}) or (asked & words.plain and told & words.plain):
        return True
    if any(holds(w, told, words) for w in asked):
        return True
    return words.same_act(asked, told) or ("have" in asked and bool(told & words.having))


# --- words where they stand ---------------------------------------------------------------------------------------


def _pair(asked: Asked, passage: Passage) -> Pair:
    left, right = tokens_of(asked.clause.sentence), tokens_of(passage.sentence)
    own = {n: listed for n, token in enumerate(left) if (listed := _own(token, asked))}
    codes = codes_of(left, right)
    return Pair(asked.clause, passage.clauses, left, right, own, codes)


def _own(token: Token, asked: Asked) -> frozenset[str]:
    """What a word of the asked clause may be listed as; nothing for one that is not its verb or in its phrases."""
    clause = asked.clause
    if clause.head.start <= token.start < clause.head.end:
        return frozenset(forms_of(token.text)) | clause.forms | asked.forms
    found = frozenset(_in_phrases(token, [clause]))
    return found and found | _with_verb(token, clause.forms | asked.forms)


def _tells(token: Token, clauses: Sequence[Clause]) -> bool:
    """Whether a word of a report's sentence is one of its verbs or in its phrases."""
    heads = any(c.head.start <= token.start < c.head.end and "be" not in c.forms for c in clauses)
    return heads or not token.plain or any(True for _ in _in_phrases(token, clauses))


def _listed(token: Token, clauses: Sequence[Clause]) -> set[str]:
    heads = {f for c in clauses if c.head.start <= token.start < c.head.end for f in c.forms}
    beside = {f for c in clauses for f in _with_verb(token, c.forms)}
    return heads | beside | forms_of(token.key) | set(_in_phrases(token, clauses))


def _with_verb(token: Token, forms: Set[str]) -> set[str]:
    """What a word that completes a verb may be listed as with it: "went bust"."""
    return {f for f in forms if f.endswith(f" {token.key}")}


def _in_phrases(token: Token, clauses: Sequence[Clause]) -> Iterator[str]:
    """What a word in a phrase may be listed as: as it stands, and as grammar has it ("children": "child")."""
    low, forms = token.key, forms_of(token.key)
    for phrase in (p for c in clauses for p in c.phrases if p.at.start <= token.start < p.at.end):
        found = {w for w in {*phrase.words, phrase.head} if w in forms or (w[:3] == low[:3] and len(w) <= len(low))}
        yield from found | forms if found else ()


def _values(phrase: Phrase) -> list[Value]:
    return [*([phrase.named] if phrase.named is not None else []), *phrase.values]


def tokens_of(sentence: Span) -> list[Token]:
    """The words of a sentence where they stand."""
    return [Token(w, sentence.start + at) for w, at in _split(sentence.exact)]


def codes_of(asked: Sequence[Token], told: Sequence[Token]) -> tuple[Code, ...]:
    """What is the same in two sentences, and what is not."""
    return _codes(tuple(t.key for t in asked), tuple(t.key for t in told))


@lru_cache(maxsize=4096)
def _split(text: str) -> tuple[tuple[str, int], ...]:
    return tuple((m.group().replace("’", "'"), m.start()) for m in WORD.finditer(text))


@lru_cache(maxsize=512)
def _codes(asked: tuple[str, ...], told: tuple[str, ...]) -> tuple[Code, ...]:
    return tuple(SequenceMatcher(None, asked, told, autojunk=False).get_opcodes())
