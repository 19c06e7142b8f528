"""Verbs as cues: which of their complements is the content, by pattern."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crosswire.claims.attribution.reading import Reading
from crosswire.claims.attribution.spans import REACH, WH, Range, is_passive, verb_group, with_counts
from crosswire.claims.attribution.told import told
from crosswire.claims.attribution.tree import RELATIVE, SUBJECTS, Tree

TAKING = frozenset({"take", "accept", "assume", "shoulder"})
GIVING = frozenset({"give", "provide", "issue", "release", "publish"})
TOLLS = frozenset({"toll", "tally", "count", "figure", "number"})
TIMES = frozenset({"DATE", "TIME"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
REPORTING = frozenset({"report", "confirm", "record", "register"})
SCENES = frozenset({"in", "near", "off", "around", "before", "at", "outside", "across", "between", "after"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
OBJECT_PREPOSITIONS = frozenset({"for", "of", "over", "against", "about", "with", "to", "than", "from"})
BESIDE = frozenset({",", '"', "''", "?", "!", "-", "--", "\u2013", "\u2014", ")", "..."})


def lemma_of(tree: Tree, i: int) -> str:
    """The verb's lemma, with its particle: "point out"; "take responsibility" and "give a toll" whole."""
    taking = tree.lemma[i] in TAKING
    if (taking or tree.lemma[i] in GIVING) and (what := tree.kid(i, "dobj")) is not None:
        if taking and tree.lemma[what] == "responsibility":
            return "take responsibility"
        if not taking and tree.lemma[what] in TOLLS:
            return "give a toll"
    particle = tree.kid(i, "prt")
    return tree.lemma[i] if particle is None else f"{tree.lemma[i]} {tree.lower[particle]}"


def readings(tree: Tree, i: int) -> Iterator[Reading]:
    """All patterns that verb i stands in, the most telling first."""
    cue = verb_group(tree, i)
    passive = is_passive(tree, i)
    prefix = "passive_" if passive else ""
    yield from told(tree, i, cue, passive=passive)
    yield from _clauses(tree, i, cue, prefix)
    yield from _rest(tree, i, cue)
    yield from _addressed(tree, i, cue, prefix)
    yield from _infinitives(tree, i, cue, prefix)
    yield from _objects(tree, i, cue, passive=passive)
    yield from _prepositions(tree, i, cue, prefix)


def _clauses(tree: Tree, i: int, cue: Range, prefix: str) -> Iterator[Reading]:
    left, right = [], []
    for c in tree.kids(i, "ccomp"):
        first, last = _begin(tree, c), tree.right(c)
        if c < i:
            stop = min(last, _front(tree, i) - 1)
            if tree.lower[_front(tree, i) - 1] in BESIDE:
                left.append(Reading(i, "inverted", cue, ((first, stop),)))
        elif _is_infinitive(tree, c):
            right.append(Reading(i, "object_infinitive", cue, _around(tree, i, cue, first, last)))
        elif tree.tag[c] == "VBG" and tree.kid(c, "aux") is None:
            right.append(Reading(i, "gerund", cue, _around(tree, i, cue, first, last)))
        else:
            kind = prefix + _clause_kind(tree, max(first, cue[1] + 1))
            right.append(Reading(i, kind, cue, _around(tree, i, cue, first, last)))
    if len(left) > 1:
        # "The ship was freed, and no ransom was paid, the owner said": both clauses, as one.
        spans = [r.content[0] for r in left]
        left = [replace(left[0], content=((min(s[0] for s in spans), max(s[1] for s in spans)),))]
    surely = [r for r in right if r.pattern.endswith("that")]
    yield from (*surely, *left, *(r for r in right if r not in surely))
    yield from _inserted(tree, i, cue)


def _begin(tree: Tree, c: int) -> int:
    """Where a clause begins; a day before it belongs to the telling ("told them this weekend he would go")."""
    days = [
        k
        for k in tree.kids(c, "npadvmod", "prep")
        if (tree.dep[k] == "npadvmod" or tree.lower[k] == "on")
        and k < c
        and tree.left(k) == tree.left(c)
        and tree.doc[tree.right(k)].ent_type_ == "DATE"
    ]
    begin = tree.right(days[0]) + 1 if days and c > tree.head[c] else tree.left(c)
    mark = tree.kid(c, "mark")  # "said, as reported by AFP, that the gas leaked"
    behind = mark is not None and begin < mark and tree.lower[mark] == "that" and tree.lower[mark - 1] == ","
    return mark if behind and mark is not None and mark > tree.head[c] else begin


def _around(tree: Tree, i: int, cue: Range, first: int, last: int) -> tuple[Range, ...]:
    """A clause behind the cue; its relative pronoun may stand before it: "which he said were split"."""
    rest = (max(first, cue[1] + 1), last)
    if first < cue[0] and tree.tag[first] in RELATIVE:
        return (first, first), rest
    return (rest,)


def _inserted(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """ "Mrs. Clinton, analysts said, has other reasons": subject and verb between commas, all around them is
    content."""
    subject = tree.subject(i)
    if subject is None:
        return
    first, last = min(tree.left(subject), cue[0]), max(tree.right(subject), cue[1])
    start, end = tree.first[i], tree.last[i]
    if first > start and tree.lower[first - 1] == "," and _closes(tree, i, last):
        yield Reading(i, "inverted", cue, ((start, first - 2),))
        return
    if first <= start or last >= end or tree.lower[first - 1] not in BESIDE or tree.lower[last + 1] != ",":
        return
    if last - first > 12 or any(
        tree.pos[k] == "VERB" for k in range(first, last + 1) if k != i and tree.dep[k] != "relcl"
    ):
        return
    before, behind = (start, first - 2), (last + 2, end)
    if behind[0] > behind[1] or tree.tag[behind[0]] == "VBG" or tree.lower[behind[0]] in {'"', "''", "and"}:
        return
    if tree.pos[start] == "ADP" and not any(tree.dep[k] in SUBJECTS for k in range(start, min(first, start + REACH))):
        yield Reading(i, "inserted", cue, (behind,))
    else:
        yield Reading(i, "inserted", cue, (before, behind))


def _closes(tree: Tree, i: int, last: int) -> bool:
    """Whether only the verb's own adverbials, whom it was told and the full stop follow: "..., officials said on
    Friday.", "..., Ann Lee, the mayor, told the Herald."."""
    told = ("dobj", "dative") if tree.lemma[i] == "tell" else ()
    own = [tree.right(c) for c in tree.kids(i, "prep", "npadvmod", *told) if tree.left(c) == last + 1]
    if any(tree.pos[k] != "PUNCT" for k in range(max([last, *own]) + 1, tree.last[i] + 1)):
        return False
    return any(tree.dep[k] in SUBJECTS for k in range(max(tree.first[i], i - REACH), i - 2))


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


def _rest(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """The parser found no clause behind the verb, though one follows: a finite verb before the sentence ends."""
    start, end = cue[1] + 1, tree.last[i]
    if start > end or tree.tag[i] not in {"VBD", "VBZ", "VBP", "VBG"} or tree.kid(i, "ccomp", "xcomp") is not None:
        return
    if tree.pos[start] in {"PUNCT", "ADP", "VERB", "CCONJ"} or _addressee_only(tree, i, start):
        return
    what = tree.kid(i, "dobj")
    if what is not None and tree.right(what) >= end - 1 and _only_relative(tree, (start, end)):
        return
    if any(tree.tag[k] in FINITE for k in range(start + 1, min(end + 1, start + REACH))) and tree.dep[i] != "ccomp":
        yield Reading(i, "rest", cue, ((start, end),))


def _addressee_only(tree: Tree, i: int, start: int) -> bool:
    """Whether "told" has only who was told behind it: "told the BBC, denying that ..."."""
    return tree.lemma[i] == "tell" and "," in tree.lower[start + 1 : start + 5] and tree.kid(i, "dobj") is not None


def _only_relative(tree: Tree, words: Range) -> bool:
    """Whether all finite verbs stand in relative clauses: "claimed responsibility for a blast that killed 63"."""
    verbs = [k for k in range(words[0], min(words[1] + 1, words[0] + REACH)) if tree.tag[k] in FINITE]
    return all(_in_relative(tree, k, words[0]) for k in verbs)


def _in_relative(tree: Tree, k: int, start: int) -> bool:
    for _ in range(8):
        if tree.dep[k] == "relcl":
            return True
        if tree.head[k] == k or k < start:
            return False
        k = tree.head[k]
    return False


def _infinitives(tree: Tree, i: int, cue: Range, prefix: str) -> Iterator[Reading]:
    for c in tree.kids(i, "xcomp", "acomp", "oprd"):
        if c < i:
            continue
        first, last = max(tree.left(c), cue[1] + 1), tree.right(c)
        if tree.doc[c].ent_type_ in TIMES:
            continue
        yield from _relative(tree, i, c, cue)
        yield from _raised(tree, i, cue, (first, last))
        if tree.dep[c] == "xcomp" and _is_infinitive(tree, c):
            yield from _infinitive(tree, i, cue, (first, last), passive=bool(prefix))
        elif tree.dep[c] == "xcomp" and tree.tag[c] == "VBG":
            yield Reading(i, prefix + "gerund", cue, ((first, last),))
        else:
            whom = tree.kid(i, "dobj")
            start = first if whom is None or whom > c else tree.left(whom)
            yield Reading(i, prefix + "complement", cue, ((start, last),))


def _infinitive(tree: Tree, i: int, cue: Range, what: Range, *, passive: bool) -> Iterator[Reading]:
    subject = tree.kid(i, "dobj", "dative")
    if passive:
        whom = tree.kid(i, "nsubjpass")
        ahead = ((tree.left(whom), tree.right(whom)),) if whom is not None else ()
        yield Reading(i, "passive_infinitive", cue, (*ahead, what))
    elif subject is not None and subject < what[0]:
        yield Reading(i, "object_infinitive", cue, ((tree.left(subject), what[1]),))
    else:
        yield Reading(i, "infinitive", cue, (what,))


def _relative(tree: Tree, i: int, c: int, cue: Range) -> Iterator[Reading]:
    """ "which officials said killed 12": the pronoun is the inner verb's subject."""
    pronoun = tree.kid(i, *SUBJECTS, "dobj")
    if tree.tag[c] in {*FINITE, "VBN"} and pronoun is not None and pronoun < i and tree.tag[pronoun] in RELATIVE:
        yield Reading(i, "clause", cue, ((pronoun, pronoun), (cue[1] + 1, tree.right(c))))


def _raised(tree: Tree, i: int, cue: Range, what: Range) -> Iterator[Reading]:
    """ "X seems to be tired": all but the cue is content, and nobody is named to whom it seems so."""
    subject = tree.subject(i)
    if subject is not None and subject < i:
        ahead = (tree.left(subject), min(tree.right(subject), cue[0] - 1))
        yield Reading(i, "raising", cue, (ahead, what), sourceless=True)


def _objects(tree: Tree, i: int, cue: Range, *, passive: bool) -> Iterator[Reading]:
    if passive:
        subject = tree.kid(i, "nsubjpass")
        if subject is not None and tree.tag[subject] not in {"WDT", "WP"}:
            yield Reading(i, "passive", cue, ((tree.left(subject), tree.right(subject)),))
        return
    for c in (k for k in tree.kids(i, "dobj") if tree.doc[k].ent_type_ not in TIMES):
        if c < i:
            yield from _fronted(tree, i, c, cue)
            continue
        last = tree.right(c)
        for later in tree.children[i]:
            if later > last and tree.dep[later] == "prep" and tree.left(later) == last + 1:
                if tree.lower[later] == "as":
                    yield Reading(i, "as", cue, ((tree.left(c), tree.right(later)),))
                    return
                if tree.lower[later] in OBJECT_PREPOSITIONS or _sets_scene(tree, i, later):
                    last = tree.right(later)
        last = with_counts(tree, last) if tree.lemma[i] in REPORTING else last
        yield Reading(i, "object", cue, ((tree.left(c), last),))


def _sets_scene(tree: Tree, i: int, preposition: int) -> bool:
    """Whether a phrase tells where or when it was what is reported: "reported two blasts near the port before dawn"."""
    inside = tree.kid(preposition, "pobj")
    if tree.lemma[i] not in REPORTING or inside is None:
        return False
    return tree.lower[preposition] in SCENES and tree.doc[inside].ent_type_ in PLACES | {"TIME"}


def _fronted(tree: Tree, i: int, c: int, cue: Range) -> Iterator[Reading]:
    """A relative pronoun as object, with what is said of it: "which he described as a mistake"."""
    if tree.tag[c] not in RELATIVE:
        return
    ahead = (tree.left(c), tree.right(c))
    for later in tree.kids(i, "prep", "oprd", "xcomp", "acomp"):
        if later > i and (tree.dep[later] != "prep" or tree.lower[later] == "as"):
            kind = "as" if tree.dep[later] == "prep" else "complement"
            yield Reading(i, kind, cue, (ahead, (max(tree.left(later), cue[1] + 1), tree.right(later))))
            return


def _addressed(tree: Tree, i: int, cue: Range, prefix: str) -> Iterator[Reading]:
    """ "called on both sides to disarm": the preposition comes before the infinitive."""
    clause = tree.kid(i, "xcomp")
    if clause is None:
        return
    for reading in _prepositions(tree, i, cue, prefix):
        first, last = reading.content[-1]
        if first < clause <= last:
            yield reading


def _prepositions(tree: Tree, i: int, cue: Range, prefix: str) -> Iterator[Reading]:
    for p in tree.kids(i, "prep"):
        inside = tree.kid(p, "pobj", "pcomp")
        if p < i or inside is None or tree.doc[inside].ent_type_ in TIMES:
            continue
        through = (cue[0], p) if p == cue[1] + 1 else cue
        last = tree.right(p)
        for later in tree.kids(i, "xcomp", "advcl"):
            if tree.left(later) == last + 1 and _is_infinitive(tree, later):
                last = tree.right(later)
        content: tuple[Range, ...] = ((tree.left(inside), last),)
        whom = tree.kid(i, "nsubjpass") if prefix and tree.lower[p] in {"of", "for", "as", "with"} else None
        if whom is not None and tree.tag[whom] not in WH:
            content = ((tree.left(whom), tree.right(whom)), *content)
        yield Reading(i, f"{prefix}{tree.lower[p]}", through, content)
