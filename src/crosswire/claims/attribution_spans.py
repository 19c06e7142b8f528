"""What belongs to a cue and to a source: the verb with its auxiliaries, the noun with what identifies it."""

from __future__ import annotations

from crosswire.claims.attribution_tree import Tree

Range = tuple[int, int]
"""Tokens first to last of a passage, both included."""

GROUP = frozenset({"aux", "auxpass", "neg", "advmod"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
WH = frozenset({"WDT", "WP", "WP$", "WRB"})
CLIMBS = frozenset({"conj", "advcl", "xcomp", "ccomp", "parataxis", "dep"})


def verb_group(tree: Tree, i: int) -> Range:
    """The verb with the auxiliaries, negations, adverbs and particle that touch it: "has repeatedly pointed out"."""
    first, last = i, i
    while first > 0 and tree.head[first - 1] == i and tree.dep[first - 1] in GROUP and tree.tag[first - 1] not in WH:
        first -= 1
    if tree.dep[first] == "advmod" and tree.lower[first] == "so":
        first += 1
    particle = tree.kid(i, "prt")
    if particle == i + 1:
        last = particle
    return first, last


def source_of(tree: Tree, i: int) -> int | None:
    """The head of who says, thinks or wants what verb i gives: its subject, its agent, or the subject of the verb above."""
    for _ in range(8):
        if tree.kid(i, "auxpass") is not None or tree.kid(i, "nsubjpass") is not None:
            return _agent(tree, i)
        subject = tree.subject(i)
        if subject is not None:
            return subject
        above = tree.head[i]
        if tree.dep[i] in {"acl", "relcl"} and tree.pos[above] in {"NOUN", "PROPN", "PRON"}:
            return above
        if tree.dep[i] == "pcomp":
            above = tree.head[above]
        elif tree.dep[i] not in CLIMBS:
            return None
        if above == i:
            return None
        i = above
    return None


def _agent(tree: Tree, i: int) -> int | None:
    by = tree.kid(i, "agent")
    return None if by is None else tree.kid(by, "pobj")


def noun_phrase(tree: Tree, head: int) -> Range:
    """The noun with its modifiers and appositions; relative clauses tell more than who it is, and are left out."""
    if tree.tag[head] in RELATIVE:
        return head, head
    first, last = tree.left(head), tree.right(head)
    for child in tree.children[head]:
        if child > head and tree.dep[child] in {"relcl", "acl", "advcl"}:
            last = min(last, tree.left(child) - 1)
        elif child < head and tree.dep[child] in {"cc", "preconj", "punct"} and child == first:
            first = child + 1
    while last > head and tree.pos[last] == "PUNCT" and tree.lower[last] not in {'"', ")", "''"}:
        last -= 1
    return first, last
