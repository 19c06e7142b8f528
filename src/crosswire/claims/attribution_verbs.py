"""Verbs as cues: which of their complements is the content, by pattern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosswire.claims.attribution_spans import Range, verb_group
from crosswire.claims.attribution_tree import Tree

FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word as a cue: the pattern, its tokens, the content's tokens and the head of the source."""

    word: int
    pattern: str
    cue: Range
    content: tuple[Range, ...]
    source: int | None = None


def lemma_of(tree: Tree, i: int) -> str:
    """The verb's lemma, with its particle: "point out"."""
    particle = tree.kid(i, "prt")
    return tree.lemma[i] if particle is None else f"{tree.lemma[i]} {tree.lower[particle]}"


def readings(tree: Tree, i: int) -> Iterator[Reading]:
    """All patterns that verb i stands in, the most telling first."""
    cue = verb_group(tree, i)
    passive = tree.kid(i, "auxpass") is not None
    prefix = "passive_" if passive else ""
    yield from _clauses(tree, i, cue, prefix)
    yield from _infinitives(tree, i, cue, prefix)
    yield from _objects(tree, i, cue, passive=passive)
    yield from _prepositions(tree, i, cue, prefix)


def _clauses(tree: Tree, i: int, cue: Range, prefix: str) -> Iterator[Reading]:
    for c in tree.kids(i, "ccomp"):
        first, last = tree.left(c), tree.right(c)
        if c < i:
            yield Reading(i, "inverted", cue, ((first, min(last, _front(tree, i) - 1)),))
        elif _is_infinitive(tree, c):
            yield Reading(i, "object_infinitive", cue, ((first, last),))
        elif tree.tag[c] in {"VBG"} and tree.kid(c, "aux") is None:
            yield Reading(i, "gerund", cue, ((first, last),))
        else:
            yield Reading(i, prefix + _clause_kind(tree, first), cue, ((max(first, cue[1] + 1), last),))
    if tree.dep[i] in {"parataxis", "ccomp"} and tree.head[i] < i and tree.subject(i) is not None:
        top = tree.head[i]
        if tree.first[top] < min(cue[0], tree.left(i)):
            yield Reading(i, "inserted", cue, ((tree.first[top], tree.left(i) - 1), (tree.right(i) + 1, tree.last[i])))


def _clause_kind(tree: Tree, first: int) -> str:
    if tree.lower[first] in {"whether", "if"} or tree.tag[first] in {"WRB", "WP", "WDT"}:
        return "question"
    return "that" if tree.lower[first] == "that" else "clause"


def _is_infinitive(tree: Tree, c: int) -> bool:
    return any(tree.lower[a] == "to" for a in tree.kids(c, "aux"))


def _front(tree: Tree, i: int) -> int:
    """Where the verb's own words begin: its subject or its auxiliaries, whichever comes first."""
    own = [tree.left(c) for c in tree.kids(i, "nsubj", "nsubjpass", "aux", "auxpass", "neg")]
    return min([i, *own])


def _infinitives(tree: Tree, i: int, cue: Range, prefix: str) -> Iterator[Reading]:
    for c in tree.kids(i, "xcomp"):
        if c < i:
            continue
        first, last = tree.left(c), tree.right(c)
        if _is_infinitive(tree, c):
            subject = tree.kid(i, "dobj", "dative")
            if prefix:
                whom = tree.kid(i, "nsubjpass")
                ahead = ((tree.left(whom), tree.right(whom)),) if whom is not None else ()
                yield Reading(i, "passive_infinitive", cue, (*ahead, (first, last)))
            elif subject is not None and subject < c:
                yield Reading(i, "object_infinitive", cue, ((tree.left(subject), last),))
            else:
                yield Reading(i, "infinitive", cue, ((first, last),))
        elif tree.tag[c] == "VBG":
            yield Reading(i, prefix + "gerund", cue, ((first, last),))
        else:
            yield Reading(i, "complement", cue, ((first, last),))


def _objects(tree: Tree, i: int, cue: Range, *, passive: bool) -> Iterator[Reading]:
    if passive:
        subject = tree.kid(i, "nsubjpass")
        if subject is not None and tree.tag[subject] not in {"WDT", "WP"}:
            yield Reading(i, "passive", cue, ((tree.left(subject), tree.right(subject)),))
        return
    for c in tree.kids(i, "dobj"):
        if c < i:
            continue
        last = tree.right(c)
        for later in tree.children[i]:
            if later > last and tree.dep[later] == "prep" and tree.left(later) == last + 1:
                if tree.lower[later] == "as":
                    yield Reading(i, "as", cue, ((tree.left(c), tree.right(later)),))
                    return
                if tree.lower[later] in {"for", "of", "over", "against", "about", "with"}:
                    last = tree.right(later)
        yield Reading(i, "object", cue, ((tree.left(c), last),))


def _prepositions(tree: Tree, i: int, cue: Range, prefix: str) -> Iterator[Reading]:
    for p in tree.kids(i, "prep"):
        inside = tree.kid(p, "pobj", "pcomp")
        if p < i or inside is None:
            continue
        through = (cue[0], p) if p == cue[1] + 1 else cue
        yield Reading(i, f"{prefix}{tree.lower[p]}", through, ((tree.left(inside), tree.right(p)),))
