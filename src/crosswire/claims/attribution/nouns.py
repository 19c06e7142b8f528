"""Nouns and adjectives as cues: "his claim that ...", "raised concerns about ...", "is confident that ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.claims.attribution.owners import governor_of, owner_of, sentence_name
from crosswire.claims.attribution.reading import Reading
from crosswire.claims.attribution.sources import agent_of, source_of
from crosswire.claims.attribution.spans import Range, verb_group
from crosswire.claims.attribution.tree import RELATIVE, Tree

BE = frozenset({"be", "seem", "feel", "become", "remain", "sound", "look", "appear", "grow", "stay", "get"})
EXPLETIVE = frozenset({"clear", "unclear", "obvious", "plain", "certain"})
CLEAR = frozenset({"clear", "plain", "known", "public"})
TAKEN_UP = frozenset(
    {"deny", "reject", "dispute", "refute", "dismiss", "make", "confirm", "repeat", "share", "contest"}
)
CLAUSES = frozenset({"that", "infinitive", "question"})
MODIFIERS = frozenset({"amod", "compound", "advmod", "nummod"})


def noun_readings(tree: Tree, i: int, light: frozenset[str], agents: frozenset[str]) -> Iterator[Reading]:
    """The patterns that noun i stands in: a clause, an infinitive or a preposition behind it, or "is that" """
    source, owner = owner_of(tree, i)
    cue = (_first_modifier(tree, i, source), i)
    if source is None and (lent := _lent(tree, i, light)) is not None:
        yield from _passive_light(tree, i, cue, lent)
        return
    verb = _light_verb(tree, i, cue, light) if owner is None and source is None else None
    if verb is not None:
        cue, source = (verb_group(tree, verb)[0], i), source_of(tree, verb)
    if source is None and verb is None and (named := sentence_name(tree, i)) is not None:
        cue, source = (i, i), named
    if tree.lemma[i] in agents:
        cue, source = _agent(tree, i, cue)
        if source is None:
            return
    elif source is None:
        source = governor_of(tree, i)
    behind = [c for c in tree.children[i] if c > i and c != owner and not _denied(tree, c)]
    if verb is not None:
        # "took issue with the plan": the preposition hangs on the verb.
        behind.extend(c for c in tree.kids(verb, "prep") if c == i + 1)
    far = [] if source is None or owner is None else [c for c in tree.kids(source, "prep") if c > source]
    for reading in _behind(tree, i, cue, behind):
        yield replace(reading, source=source, sourceless=source is None)
    for reading in _behind(tree, i, cue, far):  # "calls from the opposition for an inquiry"
        yield replace(reading, source=source, until=reading.content[0][0] - 2)
    yield from _copula(tree, i, cue, source)


def _lent(tree: Tree, i: int, light: frozenset[str]) -> int | None:
    """The passive verb that lends noun i its doer: "concerns were raised by doctors"."""
    verb = tree.head[i]
    return verb if tree.dep[i] == "nsubjpass" and verb > i and tree.lemma[verb] in light else None


def _passive_light(tree: Tree, i: int, cue: Range, verb: int) -> Iterator[Reading]:
    """ "Concerns were raised by doctors about the water": the content hangs on the noun, the verb or the doer."""
    source, group = agent_of(tree, verb), verb_group(tree, verb)
    if group[0] == i + 1:
        cue = (cue[0], group[1])
    own = [c for c in (*tree.children[i], *tree.children[verb]) if c > i and tree.dep[c] != "agent"]
    for reading in _behind(tree, i, cue, own):
        yield replace(reading, source=source, sourceless=source is None)
    far = [] if source is None else [c for c in tree.children[source] if c > source]
    for reading in _behind(tree, i, cue, far):
        yield replace(reading, source=source, until=reading.content[0][0] - 1 - (reading.pattern not in CLAUSES))


def _denied(tree: Tree, c: int) -> bool:
    """Whether a clause only says who takes the noun up: "a claim that Seoul has denied", which the parser takes for
    what is claimed."""
    return (
        tree.dep[c] in {"acl", "ccomp", "relcl"}
        and tree.lemma[c] in TAKEN_UP
        and all(
            tree.dep[k] in {"nsubj", "aux", "mark", "neg", "advmod", "punct", "npadvmod", "dobj"}
            for k in tree.children[c]
        )
        and not any(tree.dep[k] == "dobj" and tree.tag[k] not in RELATIVE for k in tree.children[c])
    )


def _first_modifier(tree: Tree, i: int, source: int | None) -> int:
    """Where the noun's own modifiers begin; the source, where it stands among them, is none of them."""
    first = i
    while first > 0 and tree.dep[first - 1] in MODIFIERS and i >= tree.head[first - 1] >= first:
        if first - 1 == source:
            break
        first -= 1
    return first


def _light_verb(tree: Tree, i: int, cue: Range, light: frozenset[str]) -> int | None:
    """The verb that lends noun i its subject: "raised concerns"."""
    verb = tree.head[i]
    if tree.dep[i] != "dobj" or tree.lemma[verb] not in light or verb >= cue[0]:
        return None
    near = all(tree.dep[k] in {"det", *MODIFIERS} for k in range(verb + 1, cue[0]))
    return verb if near else None


def _agent(tree: Tree, i: int, cue: Range) -> tuple[Range, int | None]:
    """ "has been a dogged defender of": who is called so is the source."""
    above = tree.head[i]
    if tree.dep[i] == "appos" and above < cue[0]:
        return cue, above
    if tree.dep[i] == "attr" and above < i:
        near = all(tree.dep[k] in {"det", *MODIFIERS} for k in range(above + 1, cue[0]))
        return (verb_group(tree, above)[0], i) if near else cue, source_of(tree, above)
    return cue, None


def _behind(tree: Tree, i: int, cue: Range, behind: Sequence[int]) -> Iterator[Reading]:
    for c in behind:
        first, last = tree.left(c), tree.right(c)
        if tree.dep[c] in {"acl", "ccomp", "relcl"}:
            if tree.lower[first] == "that" and (tree.dep[first] == "mark" or tree.dep[c] == "ccomp"):
                yield Reading(i, "that", cue, ((first, last),))
            elif any(tree.lower[a] == "to" for a in tree.kids(c, "aux")) and first > i:
                yield Reading(i, "infinitive", cue, ((first, last),))
            elif tree.lower[first] in {"whether", "if"}:
                yield Reading(i, "question", cue, ((first, last),))
        elif tree.dep[c] == "prep":
            inside = tree.kid(c, "pobj", "pcomp")
            if inside is not None:
                through = (cue[0], c) if c == i + 1 else cue
                yield Reading(i, tree.lower[c], through, ((tree.left(inside), last),))


def _copula(tree: Tree, i: int, cue: Range, source: int | None) -> Iterator[Reading]:
    """ "His concern is that they will close": the cue runs to the verb, the rest is content."""
    be = tree.head[i]
    if tree.dep[i] != "nsubj" or tree.lemma[be] != "be" or be < i:
        return
    for c in tree.kids(be, "ccomp", "xcomp", "attr"):
        first = tree.left(c)
        if c > be and (tree.dep[c] != "attr" or source is not None):
            yield Reading(i, "is", (cue[0], verb_group(tree, be)[1]), ((first, tree.right(c)),), source, source is None)


def adjective_readings(tree: Tree, i: int, documents: frozenset[str]) -> Iterator[Reading]:
    """The patterns that adjective i stands in: "confident that", "eager to", "opposed to". `documents` are lemmas of
    what carries words: of "made comments supportive of" the source is who made them."""
    verb = tree.head[i]
    cue: Range = (i, i)
    while cue[0] > 0 and tree.dep[cue[0] - 1] == "advmod" and tree.head[cue[0] - 1] == i:
        cue = (cue[0] - 1, i)
    source: int | None = None
    light = BE if tree.lower[i] not in CLEAR else BE | {"make"}
    if tree.dep[i] in {"acomp", "attr", "oprd", "ccomp"} and tree.lemma[verb] in light and verb < i:
        group = verb_group(tree, verb)
        if all(
            tree.head[k] in {verb, i} and (tree.dep[k] in {"advmod", "neg"} or tree.lower[k] == "it")
            for k in range(group[1] + 1, cue[0])
        ):
            cue = (group[0], i)
        source = source_of(tree, verb)
    elif tree.dep[i] in {"amod", "acl", "appos"} and verb < i:
        # "scrapped some events, wary of the cost": behind a comma it is the subject who is wary.
        subject = tree.lower[cue[0] - 1] == "," or (tree.dep[verb] == "dobj" and tree.lemma[verb] in documents)
        source = source_of(tree, tree.head[verb]) if subject else verb
    elif tree.dep[i] in {"conj", "advcl"}:
        source = source_of(tree, i)
    elif tree.dep[i] != "ROOT":
        return
    if source is not None and tree.lower[source] == "it" and tree.lower[i] in EXPLETIVE:
        cue = (source, i) if tree.right(source) + 1 == cue[0] else cue
        source = None
    yield from _complements(tree, i, cue, source)


def _complements(tree: Tree, i: int, cue: Range, source: int | None) -> Iterator[Reading]:
    verb = tree.head[i]
    own = list(tree.children[i])
    if tree.dep[i] in {"acomp", "oprd", "ccomp"}:
        own.extend(c for c in tree.children[verb] if c > i and tree.dep[c] in {"ccomp", "xcomp", "prep", "advcl"})
    for c in own:
        if c < i:
            continue
        first, last = tree.left(c), tree.right(c)
        if tree.dep[c] in {"ccomp", "advcl"} and first > i:
            kind = "that" if tree.lower[first] == "that" else "question" if tree.tag[first][0] == "W" else "clause"
            if tree.dep[c] == "ccomp" or kind == "that":
                yield Reading(i, kind, cue, ((first, last),), source, source is None)
        elif tree.dep[c] == "xcomp" and first > i:
            yield Reading(i, "infinitive", cue, ((first, last),), source, source is None)
        elif tree.dep[c] == "prep":
            inside = tree.kid(c, "pobj", "pcomp")
            if inside is not None:
                through = (cue[0], c) if c == i + 1 else cue
                yield Reading(i, tree.lower[c], through, ((tree.left(inside), last),), source, source is None)
