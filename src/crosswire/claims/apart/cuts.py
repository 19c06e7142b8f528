"""Tagged words -> where a sentence is to be cut before it is parsed: between what is said and who says it.

The small parser often fails where a long clause runs on into "..., police and rescue workers said on Tuesday.": it
makes the speakers an apposition or the content a noun. By words and tags such ends and beginnings of sentences are
plain, and the parts by themselves are parsed well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from crosswire.claims.apart.phrase import (
    FINITE,
    LONGEST,
    NOUNS,
    PHRASE,
    RELATIVE,
    VERBS,
    Words,
    between,
    lists,
    names,
    opens,
    who,
)

Kind = Literal["tail", "source", "clause", "opening"]
SOURCES = frozenset({"to", "per"})
QUOTES = frozenset({'"', "''", "``"})
DASHES = frozenset({"--", "-", ";", ":", "\u2014"})
WAYS_OF = frozenset({"DT", "JJ", "PRP$", "POS"})


@dataclass(frozen=True, slots=True)
class Cut:
    """The sentence of tokens `first` to `last` is cut before token `at`. `verb` is what the other part hangs on
    ("said", "according"), `end` the last word of who says it, where that ends the sentence.

    `tail`: who says it ends the sentence; `source`: the same behind "according to"; `clause`: what is said follows;
    `opening`: what is said follows "According to X,".
    """

    kind: Kind
    first: int
    at: int
    end: int
    verb: int
    last: int


def find_cuts(words: Words) -> Iterator[Cut]:
    """The cuts of a text, in its order; at most one a sentence."""
    for first, last in _sentences(words):
        marks = [k for k in range(first, last + 1) if words.lower[k] in QUOTES]
        if marks and marks[0] == first:
            continue  # marks of quotation say it better
        cut = _cut(words, first, last)
        if cut is not None and (not marks or (_is_inside(marks, cut) and len(marks) % 2 == 0)):
            yield cut


def _is_inside(marks: Sequence[int], cut: Cut) -> bool:
    """Whether only some words of what is told are quoted: "killed in a 'piracy' attack, the owners said"."""
    return cut.kind in ("tail", "source") and cut.first < marks[0] and marks[-1] < cut.at - 2


def _sentences(words: Words) -> Iterator[tuple[int, int]]:
    """Tokens first to last of what stands between full stops, both included, without the stop."""
    first = 0
    for i, word in enumerate(words.lower):
        if (word in {".", "?", "!"} and not words.is_(i - 1, "col")) or words.tag[i] == "_SP":
            if i > first:
                yield first, i - 1
            first = i + 1
    if first < len(words):
        yield first, len(words) - 1


def _cut(words: Words, first: int, last: int) -> Cut | None:
    said = lists()["said"]
    for i in range(last, first, -1):
        if words.lower[i] in said and words.tag[i] in VERBS:
            cut = _tail(words, first, i, last) or _clause(words, first, i, last)
        elif words.lower[i] in SOURCES:
            cut = _source(words, first, i, last) or _opening(words, first, i, last)
        else:
            continue
        if cut is not None:
            return cut
    return None


# --- "..., police and rescue workers said on Tuesday." --------------------------------------------------------------


def _tail(words: Words, first: int, verb: int, last: int) -> Cut | None:
    """The cut before who says it, if the verb and who stands before it end the sentence."""
    if last - verb > LONGEST or not _ends(words, verb, last):
        return None
    end = verb - 1
    while end > first and words.lower[end] in lists()["auxiliaries"]:
        end -= 1
    at = who(words, first, end)
    if at is None or not _is_told(words, first, at - 1):
        return None
    return Cut("tail", first, at, end - words.is_(end, ","), verb, last)


def _is_told(words: Words, first: int, comma: int) -> bool:
    """Whether tokens from `first` to a comma tell something: a verb is among them."""
    told = words.is_(comma, ",") and comma - first > 2
    return told and any(_is_deed(words, k) for k in range(first, comma))


def _is_deed(words: Words, k: int) -> bool:
    """Whether a word is a verb that tells; the tagger takes some for nouns ("A ferry sank near the island")."""
    return words.tag[k] in FINITE or words.tag[k] == "VBN" or words.lower[k] in lists()["pasts"]


def _ends(words: Words, verb: int, last: int) -> bool:
    """Whether only when, where, how and to whom it was said stands behind the verb, or what the speaker goes on to."""
    k = verb + 1
    telling = words.lower[verb] in {"told", "tell", "tells"}
    if k > last:
        return not telling
    begins = words.lower[k] in lists()["openers"] | lists()["when"] or words.tag[k] == "RB"
    if not begins and not telling and not words.is_(k, ","):
        return False
    for k in range(verb + 1, last + (0 if words.is_(last, ",") else 1)):
        if words.is_(k, ","):
            following = words.lower[k + 1]
            if following in lists()["going_on"]:
                return True
            if words.tag[k + 1] != "CD" and following not in lists()["when"]:
                return False
        elif words.tag[k] in VERBS | RELATIVE or words.tag[k] not in PHRASE | {","} or words.is_(k, "that", "as"):
            return False
    return True


# --- "..., according to officials in Herat." ------------------------------------------------------------------------


def _source(words: Words, first: int, to: int, last: int) -> Cut | None:
    """The cut before ", according to X" or ", as per X" at the end of a sentence."""
    at = _begins_source(words, to)
    if at is None or last - to > LONGEST or to == last or not _is_told(words, first, at - 1):
        return None
    parts = between(words, to + 1, last)
    if any(not names(words, *part, aside=n > 0) for n, part in enumerate(parts)):
        return None
    return Cut("source", first, at, last, at, last)


def _begins_source(words: Words, to: int) -> int | None:
    """Where "according to", "as per" or "per" begins that ends at token `to`."""
    if words.is_(to, "to"):
        return to - 1 if words.is_(to - 1, "according") else None
    if not words.is_(to, "per") or words.is_(to + 1, "cent", "head", "capita", "usual", "day", "week", "month", "year"):
        return None
    return to - 1 if words.is_(to - 1, "as") else to


# --- "According to the mayor, ..." ----------------------------------------------------------------------------------


def _opening(words: Words, first: int, to: int, last: int) -> Cut | None:
    """The cut behind the source that opens a sentence: before the clause that has a finite verb, or before the subject
    and its aside where the verb stands behind a comma ("According to police, the storm, a weak one, passed")."""
    begin = _begins_source(words, to)
    if begin is None or begin != first:
        return None
    parts = between(words, to + 1, last)
    for n, (start, end) in enumerate(parts):
        verb = next((k for k in range(start, end + 1) if words.tag[k] in FINITE), None)
        if n == 0 or verb is None or words.tag[start] in RELATIVE or words.is_(start, "who", "which", "whose"):
            if n == 0 and verb is not None and not names(words, start, end):
                return None
            continue
        n -= 2 if verb == start else 0
        return Cut("opening", first, parts[n][0], last, first, last) if n > 0 and opens(words, parts[n][0]) else None
    if len(parts) == 2 and opens(words, parts[1][0]):
        return Cut("opening", first, parts[1][0], last, first, last)
    return None


# --- "Police said on Tuesday gunmen had ..." ------------------------------------------------------------------------


def _clause(words: Words, first: int, verb: int, last: int) -> Cut | None:
    """The cut before what is said, behind when, where and how it was said: there the parser hangs the clause on the day
    or on the statement."""
    k = _behind_ways(words, verb, last)
    if k == verb + 1 or k + 3 > last or words.tag[verb] not in FINITE | {"VBN"} or words.is_(k - 1, ","):
        return None
    if any(words.tag[j] in RELATIVE for j in range(first, verb)):
        return None  # "Ann Lee, who said on Monday that ..., resigned"
    if words.is_(k, "that"):
        k += 1
    elif not opens(words, k) or words.tag[k] == "NN":  # "wrote in a Sunday Post op-ed that"
        return None
    told = any(_is_deed(words, j) for j in range(k + 1, last + 1))
    return Cut("clause", first, k, last, verb, last) if told and not _goes_on(words, k, last) else None


def _goes_on(words: Words, begin: int, last: int) -> bool:
    """Whether the speaker says or does more behind what is said: ", adding that", ", but declined to", a dash."""
    for k in range(begin, last):
        if words.lower[k] in DASHES:
            return True
        more = k + 1 if words.is_(k, ",", "and", "but") else last
        while more < last and words.is_(more, "and", "but", "also", "then", "later"):
            more += 1
        if words.lower[more] in lists()["going_on"] or (more > k + 1 and words.tag[more] in {"VBD", "VBZ"}):
            return True
    return False


def _behind_ways(words: Words, verb: int, last: int) -> int:
    """The token behind all that tells when, where and how it was said: "on Tuesday", "in a statement on Monday"."""
    k = verb + 1
    if words.lower[verb] in {"told", "tells"}:
        k = _behind_audience(words, k, last)
    while k <= last:
        begin = k
        while k <= last and words.lower[k] in lists()["openers"]:
            k += 1
        while k <= last and k - begin < 8 and (words.tag[k] in WAYS_OF or words.tag[k] in NOUNS):
            k += 1
            if words.lower[k - 1] in lists()["when"] | lists()["ways"]:
                break
        else:
            return begin
        while k <= last and (words.tag[k] == "CD" or words.lower[k] in lists()["when"]):
            k += 1
    return k


def _behind_audience(words: Words, k: int, last: int) -> int:
    """The token behind whom it was told, where a way of telling follows: "told Reuters by telephone that"."""
    for j in range(k, min(k + 5, last)):
        if words.lower[j] in lists()["openers"] and words.tag[j] == "IN":
            return j
        if words.tag[j] not in NOUNS | {"DT", "JJ", "POS"}:
            break
    return last + 1
