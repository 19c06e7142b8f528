"""News sentences whose content the parser hangs elsewhere: behind an aside ("reported, citing the army, that ..."),
on a document ("said in a statement that ..."), before an agency's name (", reported AFP"), or in a number ("put it at
6.3").
"""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.claims.attribution_reading import Reading
from crosswire.claims.attribution_spans import FINITE, REACH, Range
from crosswire.claims.attribution_tree import SUBJECTS, Tree

ASIDE = 25
CITING = frozenset({"citing", "quoting"})
CLAUSES = ("acl", "ccomp", "relcl")
STEPS = 6


def told(tree: Tree, i: int, cue: Range, *, passive: bool) -> Iterator[Reading]:
    """The readings of verb i that these forms make."""
    if passive or tree.tag[i] not in FINITE:
        return
    yield from _figure(tree, i, cue)
    yield from _behind_aside(tree, i, cue)
    yield from _in_document(tree, i, cue)
    yield from _reporter_behind(tree, i, cue)


def _figure(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """ "put the magnitude at 6.3 and the depth at 10 km": what a number is given for, and the number."""
    what = tree.kid(i, "dobj")
    if what is None or what < i:
        return
    ends = [tree.right(k) for k in range(what + 1, min(tree.right(i), what + ASIDE) + 1) if _number_at(tree, k)]
    if ends:
        yield Reading(i, "figure", cue, ((tree.left(what), max(ends)),))


def _number_at(tree: Tree, k: int) -> bool:
    """Whether token k is the "at" of "at 6.3"."""
    number = tree.kid(k, "pobj") if tree.lower[k] == "at" else None
    return number is not None and (tree.pos[number] == "NUM" or tree.kid(number, "nummod", "quantmod") is not None)


def _behind_aside(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """ "reported, citing the army, that ...": the clause behind who is cited."""
    start, end = cue[1] + 1, tree.last[i]
    if start + 1 > end or tree.lower[start] != "," or tree.lower[start + 1] not in CITING:
        return
    for k in range(start + 2, min(end, start + ASIDE)):
        if tree.lower[k] == "," and tree.lower[k + 1] == "that":
            yield Reading(i, "that", cue, ((k + 1, end),))
            return


def _in_document(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """ "said in a statement to reporters that ...": the clause that hangs on what it was said in."""
    if tree.kid(i, "ccomp", "dobj", "xcomp") is not None:
        return
    for p in tree.kids(i, "prep"):
        noun = tree.kid(p, "pobj") if p > i and tree.lower[p] in {"in", "on", "to", "during", "at"} else None
        for _ in range(STEPS):
            if noun is None:
                break
            clause = next((c for c in tree.kids(noun, *CLAUSES) if tree.lower[tree.left(c)] == "that"), None)
            if clause is not None and tree.kid(clause, *SUBJECTS) is not None and tree.left(clause) > noun:
                yield Reading(i, "that", cue, ((tree.left(clause), tree.right(clause)),))
                return
            inner = tree.kid(noun, "prep")
            noun = None if inner is None else tree.kid(inner, "pobj")


def _reporter_behind(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """ "Cuba condemned the coup, reported AFP": the parser takes the reporter for what was reported."""
    who = tree.kid(i, "dobj")
    comma = cue[0] - 1
    if who is None or who < i or comma < 1 or tree.lower[comma] != "," or tree.kid(i, *SUBJECTS) is not None:
        return
    if tree.pos[who] != "PROPN" or tree.left(who) > cue[1] + 1 or tree.dep[i] not in {"conj", "ROOT", "advcl", "dep"}:
        return
    start, end = tree.first[i], tree.last[i]
    rest = range(tree.right(who) + 1, end + 1)
    if all(tree.pos[k] == "PUNCT" for k in rest) and any(
        tree.tag[k] in FINITE for k in range(max(start, comma - REACH), comma)
    ):
        yield Reading(i, "inverted", cue, ((start, comma - 1),), who)
