"""A report's sentence that is the asked one but for a place or two: what stands there otherwise is the alteration.

Here all words of the sentence count, also those that no clause takes ("pending a vote"), names and what denies; the
words of one clause, where the rest may run otherwise, are altered's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosswire.facts.check.altered import FEW, LONG, WHOLE, Code, Token, alike, codes_of, tokens_of
from crosswire.facts.check.asked import Asked
from crosswire.facts.check.beside import Beside
from crosswire.facts.check.normal import normal
from crosswire.facts.check.values import stand
from crosswire.facts.check.words import Words, forms_of
from crosswire.model import Clause, Party, Place, Quantity, Time, Value

DENYING = frozenset(("not", "no", "never", "neither", "nor", "none", "nobody", "cannot", "without"))
ARTICLES = frozenset(("a", "an", "the"))  # of what is told anew, and again
DENIED = 0.6  # the share of the words that makes the two one sentence where only one denies: "does not have", "has"
JOINING = frozenset(("and", "or", "the", "of", "as", "well"))  # what may stand between the names of a list
WHEN = re.compile(r"\bwhen (?:he|she)\b")


def twin_otherwise(asked: Asked, beside: Beside) -> bool:
    """Whether a report's sentence is the asked one but for another word, another name, or a word that denies."""
    passage, measure = beside.passage, beside.evidence.measure
    left, right = tokens_of(asked.clause.sentence), tokens_of(passage.sentence)
    keys = {t.key for t in left}
    if len(keys) < FEW or len(keys & {t.key for t in right}) < DENIED * len(keys):
        return False
    codes = codes_of(left, right)
    share = sum(b - a for tag, a, b, _, _ in codes if tag == "equal") / max(len(left), len(right))
    if share >= DENIED and _denied(codes, left, right):
        return True
    if share < WHOLE:
        return False
    others = [t for tag, _, _, c, d in codes if tag != "equal" for t in right[c:d]]
    free = {f for t in others for f in _forms(t, passage.clauses, measure.words)}
    for tag, a, b, c, d in codes:
        if tag == "replace" and max(b - a, d - c) <= LONG:
            mine, theirs = left[a:b], right[c:d]
            if _other_name(mine, theirs, asked, beside) and not _in_list((a, b), c, left, right):
                return True
            if _other_word(mine, theirs, free, asked, beside):
                return True
    return False


def told_then(asked: Asked, beside: Beside) -> bool:
    """Whether how old somebody was when something came to pass is told with that: "Jon Bell, 92, told the court" does
    not tell how old he died."""
    age = any(isinstance(s.value, Quantity) for s in asked.slots) and "be" in asked.forms
    sentence, head = asked.clause.sentence, asked.clause.head.start
    then = WHEN.search(sentence.exact, max(0, head - sentence.start)) if age else None
    below = [c for c in asked.sentence if then is not None and c.head.start >= sentence.start + then.end()]
    if not below:
        return True
    passage, words = beside.passage, beside.evidence.measure.words
    forms = normal(min(below, key=lambda c: c.head.start), words)[1]
    told = (*passage.clauses, *passage.preceding)
    return any(words.same_act(forms, normal(c, words)[1] | {p.head for p in c.phrases}) for c in told)


def _denied(codes: Sequence[Code], left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether one of the two denies once more than the other, long stretches apart that only one has."""
    short = [code for code in codes if code[0] != "equal" and max(code[2] - code[1], code[4] - code[3]) <= LONG]
    mine = sum(_denies(t) for _, a, b, _, _ in short for t in left[a:b])
    return bool((mine - sum(_denies(t) for _, _, _, c, d in short for t in right[c:d])) % 2)


def _denies(token: Token) -> bool:
    return token.key in DENYING or token.key.endswith("n't")


def _other_word(mine: Sequence[Token], theirs: Sequence[Token], free: set[str], asked: Asked, beside: Beside) -> bool:
    """Whether a plain word stands in the place of one: no figure's, no name's, and none that frames a clause."""
    words = beside.evidence.measure.words

    def telling(tokens: Sequence[Token]) -> list[Token]:
        told = (t for t in tokens if t.text.isalpha() and t.key not in words.small and t.key not in ARTICLES)
        return [t for t in told if not _denies(t)]

    one, two = telling(mine), telling(theirs)
    if not one or not two or not all(t.plain for t in (*one, *two)) or len(mine) != len(theirs):
        return False
    if any(isinstance(v, Quantity | Time) for t in one for c in asked.sentence for v in _valued(t, c)):
        return False
    own = {t: _forms(t, asked.sentence, words) for t in one}
    return any(not alike(listed, free, words) for listed in own.values())


def _forms(token: Token, clauses: Sequence[Clause], words: Words) -> set[str]:
    """What a word may be listed as; a verb with what stands beside it too ("taken to hospital"), and that with the verb
    ("went bust")."""
    verbs = (c for c in clauses if c.head.start <= token.start < c.head.end)
    beside = (f for c in clauses for f in c.forms | normal(c, words)[1] if f.endswith(f" {token.key}"))
    return forms_of(token.key).union(*(c.forms | normal(c, words)[1] for c in verbs), beside)


def _valued(token: Token, clause: Clause) -> Iterator[Value]:
    for phrase in clause.phrases:
        if phrase.at.start <= token.start < phrase.at.end:
            values = (phrase.named, *phrase.values)
            yield from (v for v in values if v is not None and token.key in v.text.lower().split())


def _other_name(mine: Sequence[Token], theirs: Sequence[Token], asked: Asked, beside: Beside) -> bool:
    """Whether a name stands in the place of another that is not the same by value, nor spelled or shortened so."""
    start = asked.clause.sentence.start
    one = [t for t in mine if t.text[:1].isupper() and t.start > start]
    two = [t for t in theirs if t.text[:1].isupper() and t.start > beside.passage.sentence.start]
    if not one or not two or {t.key for t in mine} & {t.key for t in theirs}:
        return False
    if any(a.key[:4] == b.key[:4] for a in one for b in two) or _initials(one, two) or _initials(two, one):
        return False
    asks = [v for t in one for c in asked.sentence for v in _valued(t, c) if isinstance(v, Place | Party)]
    tells = [v for t in two for c in beside.passage.clauses for v in _valued(t, c) if isinstance(v, Place | Party)]
    if not asks or not tells:
        return False
    measure = beside.evidence.measure
    lands = {v.country for v in asks if v.kind == "country"} & {v.country for v in tells if v.kind == "country"}
    return not lands - {None} and not any(stand(a, b, measure) == "supports" for a in asks for b in tells)


def _initials(short: Sequence[Token], long: Sequence[Token]) -> bool:
    return "".join(t.text[:1] for t in long).lower() == short[0].key.replace(".", "")


def _in_list(at: tuple[int, int], told: int, left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether the name stands in one row of names with the others that it has changed places with."""
    start, end = at
    while start > 0 and _listed(left[start - 1]):
        start -= 1
    while end < len(left) and _listed(left[end]):
        end += 1
    row = {t.key for t in left[start:end]} - JOINING
    long = end - start
    return any(row <= {t.key for t in right[n : n + long + 1]} for n in range(max(0, told - long), told + 1))


def _listed(token: Token) -> bool:
    return token.text[:1].isupper() or token.key in JOINING
