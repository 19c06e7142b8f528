"""Who the source is: the subject of a cue, or whoever the words above it make its subject."""

from __future__ import annotations

from collections.abc import Mapping

from crosswire.claims.attribution.beside import source_right_before
from crosswire.claims.attribution.spans import before_aside, is_passive, one_of, sent_to
from crosswire.claims.attribution.tree import SUBJECTS, Tree

CLIMBS = frozenset({"conj", "advcl", "xcomp", "ccomp", "parataxis", "dep", "acomp", "attr", "oprd", "prep", "punct"})
BEGINS = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELYING = frozenset({"bank", "call", "count", "depend", "rely"})
WANTING = frozenset({"need", "want"})
QUOTING = frozenset({"quote", "cite"})
SENT = frozenset({"appeal", "call", "pitch", "plea", "visit"})  # "made a pitch to voters saying"
WHEN = frozenset({"after", "before", "when", "as", "until"})
INNER = frozenset({"compound", "appos", "punct", "prep", "nmod"})
STEPS = 8
NONE: frozenset[str] = frozenset()
NO_LISTS: Mapping[str, frozenset[str]] = {}


def source_of(tree: Tree, i: int, lists: Mapping[str, frozenset[str]] = NO_LISTS) -> int | None:
    """The head of who says, thinks or wants what verb i gives: its subject, its agent, or whoever the verbs above tell
    of. `lists` are the lexicon's word lists; without them only grammar decides."""
    if is_passive(tree, i):
        own = tree.lemma[i] in lists.get("felt", NONE) or _quoted_as_saying(tree, i)
        return tree.subject(i) if own else agent_of(tree, i)
    doer = before_aside(tree, i)
    doer = _doer(tree, i) if doer is None else doer
    return _named_by(tree, _climbed(tree, i, lists) if doer is None else doer, lists)


def _quoted_as_saying(tree: Tree, i: int) -> bool:
    """Whether the passive has its own subject's words: "...", Kim was quoted (by Yonhap) as saying."""
    if tree.lemma[i] not in QUOTING:
        return False
    return any(tree.lower[p] == "as" and tree.kid(p, "pcomp") is not None for p in tree.kids(i, "prep") if p > i)


def _named_by(tree: Tree, source: int | None, lists: Mapping[str, frozenset[str]]) -> int | None:
    """What "that" stands for in "poll results that show how they voted": the noun names who tells, or who brings it
    out tells by it ("made a comment that described them")."""
    if source is None or tree.lower[source] != "that" or tree.dep[source] not in SUBJECTS:
        return source
    verb = tree.head[source]
    noun = tree.head[verb]
    if tree.dep[verb] != "relcl" or tree.pos[noun] not in {"NOUN", "PROPN"} or noun > source:
        return source
    if tree.dep[noun] == "dobj" and tree.lemma[noun] in lists.get("documents", NONE):
        maker = source_of(tree, tree.head[noun], lists)
        return noun if maker is None else maker
    return noun


def _climbed(tree: Tree, i: int, lists: Mapping[str, frozenset[str]]) -> int | None:
    act = _is_act(tree, i, lists)
    here: int | None = i
    for _ in range(STEPS):
        if here is None:
            break
        subject = _someone(tree, here)
        if subject is not None and act:
            return _teller(tree, here, subject, lists.get("acts", NONE) if tree.tag[i] == "VBG" else NONE)
        if subject is not None:
            return None if here != i and _empty(tree, here, subject) else subject
        above = tree.head[here]
        other = _owner(tree, here)
        other = _answered_for(tree, here) if other is None and not act else other
        other = _controlled(tree, here, lists.get("control", NONE)) if other is None else other
        other = source_right_before(tree, here, (here, here)) if other is None and here != i else other
        if other is not None:
            return other
        if _while_at_it(tree, here, lists):
            here = _verb_of(tree, above)
        elif tree.dep[here] not in {"acl", "relcl"} or tree.pos[above] not in {"NOUN", "PROPN", "PRON"}:
            here = _above(tree, here)
        elif _set_off(tree, here) or _brought_out(tree, here, above, lists.get("documents", NONE)):
            here = _verb_of(tree, above)
        else:
            return _called_so(tree, one_of(tree, here, above))
    return None


def _someone(tree: Tree, i: int) -> int | None:
    """The subject of verb i, unless it is an hour: "issued a statement shortly after 6 pm saying"."""
    subject = tree.subject(i)
    return None if subject is not None and tree.doc[subject].ent_type_ == "TIME" else subject


def _while_at_it(tree: Tree, i: int, lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether a participle tells what the subject does meanwhile, though the parser hangs it on a noun: "took turns
    criticizing", "had trouble saying", "wrote a letter to Zucker asking", "made a pitch to voters saying"."""
    noun = tree.head[i]
    if tree.dep[i] != "acl" or tree.tag[i] != "VBG" or noun > i:
        return False
    if tree.dep[noun] in {"dobj", "npadvmod"}:
        return tree.lemma[noun] in lists.get("occasions", NONE) and tree.pos[tree.head[noun]] in {"VERB", "AUX"}
    what = sent_to(tree, noun)
    return what is not None and tree.lemma[what] in lists.get("documents", NONE) | SENT


def _set_off(tree: Tree, i: int) -> bool:
    """Whether participle i stands behind a comma: "made a third attempt, writing that ..." tells what the subject does,
    whatever noun the parser hangs it on; so does ", at one point calling him"."""
    if tree.dep[i] != "acl" or tree.tag[i] != "VBG" or i == 0:
        return False
    noun = tree.head[i]
    phrase = tree.head[noun] if tree.dep[noun] == "pobj" and noun == tree.left(i) - 1 else None
    if phrase is not None and phrase > 0 and tree.lower[phrase] not in {"with", "by"}:
        return tree.lower[phrase - 1] == ","
    return tree.lower[tree.left(i) - 1] == ","


def _verb_of(tree: Tree, noun: int) -> int | None:
    """The verb that a noun is an object of, through prepositions and other nouns."""
    for _ in range(STEPS):
        if tree.pos[noun] in {"VERB", "AUX"}:
            return noun
        if tree.dep[noun] in SUBJECTS or tree.head[noun] == noun:
            return None
        noun = tree.head[noun]
    return None


def _called_so(tree: Tree, noun: int) -> int:
    """Who is meant by the noun: "Grijalva was the first member to endorse him"."""
    be = tree.head[noun]
    subject = tree.subject(be) if tree.dep[noun] == "attr" and be < noun else None
    return noun if subject is None or tree.lower[subject] in {"it", "there", "this", "that"} else subject


def _doer(tree: Tree, i: int) -> int | None:
    """Who stands right before a participle: "ended with Maddow asking", "left them feeling"."""
    before = i - 1
    if tree.tag[i] != "VBG" or before < 0 or tree.kid(i, "aux", *SUBJECTS) is not None:
        return None
    if tree.lower[before] in {"reports", "reported"} and before > 1 and tree.pos[before - 1] == "PROPN":
        # "..., Trend reports citing Sputnik"
        return before - 1
    if before > 0 and tree.lower[before] == "," and tree.tag[before - 1] in {"VBD", "VBZ"}:
        # "reported, citing the army, that the missiles fell": the parser hangs "citing" on "fell".
        return tree.subject(before - 1)
    told = before - 1 if before > 0 and tree.lower[before] == "," else before
    while told > 0 and tree.dep[told] != "pobj" and tree.head[told] < told and tree.dep[told] in INNER:
        told = tree.head[told]
    to = tree.head[told]
    if tree.dep[told] == "pobj" and tree.lower[to] == "to" and tree.lower[tree.head[to]] == "according":
        return told  # "he ran on, according to the sheriff, confirming what was told"
    phrase = tree.head[before]
    aside = (
        tree.dep[i] == "advcl" and tree.dep[before] == "pobj" and tree.lower[phrase] in {"to", "of", "in", "at", "on"}
    )
    if aside or (tree.dep[i] == "acl" and sent_to(tree, before) is not None):
        return None  # "wrote a letter to Zucker asking"
    named = tree.pos[before] in {"PROPN", "PRON"} and tree.tag[before] != "WP"
    return one_of(tree, i, before) if named and tree.doc[before].ent_type_ not in {"DATE", "TIME"} else None


def _above(tree: Tree, i: int) -> int | None:
    """The verb whose subject does for verb i too; None where there is none."""
    above = tree.head[i]
    if tree.dep[i] == "conj" and tree.tag[i] in {"VBD", "VBZ"} and tree.tag[above] in {"VB", "VBG"}:
        return _finite_above(tree, above)
    if tree.dep[i] == "pcomp":
        above = tree.head[above]
        while tree.pos[above] in {"ADV", "ADP", "SCONJ"} and tree.dep[above] in {"advmod", "prep"}:
            above = tree.head[above]  # "aside from saying"
        if tree.dep[above] == "pobj":
            # "in addition to warning", "in the lead in calling for"
            return tree.head[tree.head[above]]
        return tree.head[above] if tree.dep[above] == "dobj" else above
    return above if above != i and tree.dep[i] in CLIMBS else None


def _finite_above(tree: Tree, i: int) -> int | None:
    """The finite verb above, to which the parser should have joined another one: "ran on his ability to jolt the
    economy and accused Ann Lee of ..."."""
    for _ in range(STEPS):
        infinitive = any(tree.lower[a] == "to" for a in tree.kids(i, "aux"))
        finite = tree.tag[i] in BEGINS or tree.kid(i, "aux", *SUBJECTS) is not None
        if tree.pos[i] in {"VERB", "AUX"} and finite and not infinitive:
            return i
        if tree.head[i] == i:
            return None
        i = tree.head[i]
    return None


def _owner(tree: Tree, i: int) -> int | None:
    """Whose it is, in "their strategy of attacking him"."""
    noun = tree.head[tree.head[i]]
    return tree.kid(noun, "poss") if tree.dep[i] == "pcomp" and tree.pos[noun] == "NOUN" else None


def _answered_for(tree: Tree, i: int) -> int | None:
    """Who did what others thank, blame or hold him for: "criticized Carson for dismissing the idea"."""
    preposition = tree.head[i]
    if tree.dep[i] != "pcomp" or tree.lower[preposition] != "for":
        return None
    whom = tree.kid(tree.head[preposition], "dobj", "dative")
    if whom is None or whom > preposition:
        return None
    return whom if tree.pos[whom] in {"PROPN", "PRON"} and tree.doc[whom].ent_type_ not in {"GPE", "DATE"} else None


def _is_act(tree: Tree, i: int, lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether verb i goes on what was told before: ", adding that ..." and "and warned them"."""
    if tree.tag[i] == "VBG" and tree.dep[i] == "advcl":
        return i > 0 and tree.lower[tree.left(i) - 1] == ","
    return tree.dep[i] == "conj" and tree.tag[i] in {"VBD", "VBZ"} and tree.lemma[i] in lists.get("acts", NONE)


def _empty(tree: Tree, i: int, subject: int) -> bool:
    """The subject of "it is hard not to wonder", which is nobody."""
    return tree.lower[subject] == "it" and tree.kid(i, "acomp") is not None


def _teller(tree: Tree, i: int, subject: int, acts: frozenset[str]) -> int:
    """Who goes on telling in "She said her father was there, adding that ...": the parser hangs "adding" on what was
    told, or on a clause inside of it ("spoke of it after the senator won, adding"); the teller is the subject of the
    verb above."""
    for _ in range(STEPS):
        above = tree.head[i]
        if tree.dep[i] in {"acl", "relcl"}:
            above = tree.head[above]
        elif tree.dep[i] != "ccomp" and not (tree.dep[i] == "advcl" and tree.lemma[above] in acts and _then(tree, i)):
            break
        if above >= i or tree.pos[above] != "VERB":
            break
        i = above
        outer = tree.subject(i)
        subject = subject if outer is None else outer
    return subject


def _then(tree: Tree, i: int) -> bool:
    """Whether the clause of verb i only tells when the verb above it was: "after the senator won"."""
    return any(tree.lower[c] in WHEN for c in tree.kids(i, "mark", "advmod")) and not is_passive(tree, tree.head[i])


def _controlled(tree: Tree, i: int, control: frozenset[str]) -> int | None:
    """Who acts in the infinitive of "led her to declare", "relied on users to report": the object."""
    above = tree.head[i]
    if tree.dep[i] in {"acl", "relcl"} and tree.dep[above] == "dobj" and tree.tag[i] == "VB":
        return _given(tree, i, above)
    if tree.dep[i] in {"xcomp", "advcl"} and tree.lemma[above] in RELYING and tree.tag[i] == "VB":
        on = next((p for p in tree.kids(above, "prep") if above < p < i and tree.lower[p] == "on"), None)
        return None if on is None else tree.kid(on, "pobj")
    if tree.dep[i] not in {"xcomp", "advcl"} or above > i or tree.lemma[above] not in control:
        return None
    whom = next((c for c in tree.kids(above, "dobj") if above < c < i), None)
    if whom is None or tree.tag[i] == "VBG":  # "left many feeling that ..."
        return whom if whom is not None and tree.right(whom) == tree.left(i) - 1 else None
    return whom if any(tree.lower[a] == "to" for a in tree.kids(i, "aux")) else None


def _given(tree: Tree, i: int, noun: int) -> int | None:
    """Who acts in an infinitive that tells of a noun: "needs more voters to judge", "gives them a chance to say",
    "created an opening for Clinton to highlight"."""
    verb = tree.head[noun]
    if tree.lemma[verb] in WANTING:
        return noun
    if tree.lemma[verb] in {"give", "offer", "grant"}:
        return tree.kid(verb, "dative")
    whom = next((p for p in tree.kids(noun, "prep") if tree.lower[p] == "for" and p < i), None)
    return None if whom is None else tree.kid(whom, "pobj")


def _brought_out(tree: Tree, i: int, noun: int, documents: frozenset[str]) -> bool:
    """Whether the noun that verb i describes is what somebody brings out ("issued a statement saying", "took pains to
    say"): then the one who does is the source."""
    infinitive = any(tree.lower[a] == "to" for a in tree.kids(i, "aux"))
    if tree.dep[noun] == "pobj" and tree.pos[tree.head[tree.head[noun]]] in {"VERB", "NOUN"}:
        used = tree.lemma[noun] in documents or (infinitive and tree.lower[tree.head[noun]] == "as")
        return noun < i and used and _verb_of(tree, noun) is not None
    return tree.dep[noun] == "dobj" and noun < i and (infinitive or tree.lemma[noun] in documents)


def agent_of(tree: Tree, i: int) -> int | None:
    """Who does what a passive tells: behind "by", "among", or a "by" that the parser hangs on the verb's noun."""
    for verb in (i, *tree.kids(i, "conj")):
        by = tree.kid(verb, "agent")
        if by is not None:
            return tree.kid(by, "pobj")
    for p in tree.kids(i, "prep"):
        # "was revered among activists"; "was viewed as a victory by some": the parser hangs "by" on the noun.
        if tree.lower[p] in {"among", "by"}:
            return tree.kid(p, "pobj")
        noun = tree.kid(p, "pobj")
        late = (
            None if noun is None else next((k for k in tree.kids(noun, "prep", "agent") if tree.lower[k] == "by"), None)
        )
        if late is not None and tree.lower[p] in {"as", "for"}:
            return tree.kid(late, "pobj")
    return None
