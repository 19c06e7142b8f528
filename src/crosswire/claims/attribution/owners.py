"""Whose a noun's words are: its possessor, who follows "by", the subject of the verb that takes it up, or the noun it
hangs on."""

from __future__ import annotations

from crosswire.claims.attribution.sources import source_of
from crosswire.claims.attribution.tree import RELATIVE, Tree

GOVERNING = frozenset({"with", "in", "from", "for", "by", "to", "under", "on", "between"})
HOLDING = frozenset({"with", "under"})  # "voters with an interest in", "some under the belief that"
SIDES = frozenset({"favor", "favour", "support", "defence", "defense", "praise"})  # "protests in favor of"
PEOPLE = frozenset({"NORP", "ORG", "GPE", "PERSON"})
OWNERS = frozenset({"by", "from", "among", "within", "inside"})
NO_DOING = frozenset({"face", "draw", "prompt", "spark", "get", "receive", "hear", "reject", "raise"})
# "he stepped up his attacks on" are his own attacks; "he dismissed his attacks on" are not.
GOING_ON = frozenset(
    [
        "announce",
        "continue",
        "declare",
        "drop",
        "escalate",
        "expand",
        "express",
        "intensify",
        "keep",
        "maintain",
        "make",
        "pronounce",
        "ramp",
        "reboot",
        "renew",
        "repeat",
        "resume",
        "sharpen",
        "signal",
        "soften",
        "step",
        "stop",
        "temper",
        "tone",
        "voice",
        "widen",
    ]
)
GROWING = frozenset({"be", "grow", "linger", "mount", "persist", "remain", "rise", "spread"})
MADE = frozenset({"make", "give", "issue", "offer", "hold", "have", "voice", "express", "raise", "share"})
# "His first reaction is a belief that ..." is his; "Pyongyang's launches are a reminder that ..." remind nobody's.
THOUGHTS = frozenset(
    [
        "reaction",
        "response",
        "view",
        "opinion",
        "position",
        "message",
        "feeling",
        "instinct",
        "argument",
        "answer",
        "stance",
        "attitude",
        "point",
        "line",
        "approach",
        "explanation",
        "conclusion",
        "verdict",
        "mood",
        "conviction",
        "creed",
    ]
)


def owner_of(tree: Tree, i: int) -> tuple[int | None, int | None]:
    """Whose claim it is: its possessor, or who follows "by", "from" or "among" (then with that preposition)."""
    poss = tree.kid(i, "poss", "nsubj")  # "But Trump claims that ..." may be tagged as a noun
    if poss is not None:
        return _himself(tree, i, poss), None
    for people in tree.kids(i, "amod", "compound"):
        if tree.doc[people].ent_type_ in PEOPLE and people < i:
            return people, None
    for p in tree.kids(i, "prep", "agent"):
        who = tree.kid(p, "pobj")
        if who is not None and (tree.lower[p] in OWNERS or _named_behind(tree, i, p, who)):
            return who, p
    return _relative_subject(tree, i) or _growing_among(tree, i), None


def _himself(tree: Tree, i: int, poss: int) -> int:
    """Who goes on with an own act, in "he stepped up his attacks on": the subject of a verb that takes up the noun."""
    verb = tree.head[i]
    if tree.tag[poss] != "PRP$" or verb > poss:
        return poss
    object_of = tree.dep[i] == "dobj"
    if tree.dep[i] == "pobj" and tree.lower[verb] in {"on", "upon", "up"}:  # "expanded upon his calls for"
        verb, object_of = tree.head[verb], True
    if not object_of or tree.lemma[verb] not in GOING_ON:
        return poss
    subject = source_of(tree, verb)
    return poss if subject is None else subject


def _growing_among(tree: Tree, i: int) -> int | None:
    """Whose it is, in "fears of a second wave are growing among doctors"."""
    verb = tree.head[i]
    if tree.dep[i] != "nsubj" or verb < i or tree.lemma[verb] not in GROWING:
        return None
    among = next((p for p in tree.kids(verb, "prep") if tree.lower[p] == "among"), None)
    return None if among is None else tree.kid(among, "pobj")


def _named_behind(tree: Tree, i: int, p: int, who: int) -> bool:
    """Whether "of" or "in" brings whose it is: "fears of residents that ...", "a report in the Journal about"."""
    kind = tree.doc[who].ent_type_
    if tree.lower[p] == "in":
        return kind == "ORG"
    if tree.lower[p] != "of":
        return False
    if kind in PEOPLE:
        return any(tree.dep[c] in {"acl", "ccomp"} for c in tree.children[i])
    return tree.lower[who] == "those" and any(tree.dep[c] == "acl" for c in tree.children[i])


def _relative_subject(tree: Tree, i: int) -> int | None:
    """Who makes it, in "the promise she has made is that ..."."""
    for clause in tree.kids(i, "relcl"):
        subject = tree.subject(clause)
        if subject is not None and tree.lemma[clause] in MADE and tree.tag[subject] not in RELATIVE:
            return subject
    return None


def governor_of(tree: Tree, i: int) -> int | None:
    """The subject of the verb that the noun is an object of, directly or by "with", "in": "won the state with
    promises to ..."; of "in statements of support" that of the first noun."""
    i = _listed_first(tree, i)
    above = tree.head[i]
    if tree.dep[i] not in {"pobj", "attr", "dobj"}:
        return None
    if tree.dep[i] == "pobj" and tree.lower[above] == "of" and tree.pos[tree.head[above]] == "NOUN":
        return governor_of(tree, tree.head[above]) if tree.head[above] < i else None
    if tree.dep[i] == "pobj" and tree.lower[above] in GOVERNING:
        preposition, above = above, tree.head[above]
        above = tree.head[above] if tree.pos[above] == "ADV" else above  # "veered close to an admission"
        if tree.lower[preposition] == "in" and tree.kid(above, "auxpass") is not None:
            return tree.subject(above)
    elif tree.dep[i] == "attr" and above < i:
        # "His first reaction is a belief that ..."
        subject = tree.subject(above)
        return None if subject is None or tree.lemma[subject] not in THOUGHTS else tree.kid(subject, "poss")
    if tree.dep[i] == "pobj" and tree.pos[above] in {"NOUN", "PROPN", "PRON"} and above < i:
        return _held_by(tree, i, above)
    return source_of(tree, above) if tree.pos[above] == "VERB" and tree.lemma[above] not in NO_DOING else None


def _held_by(tree: Tree, i: int, noun: int) -> int | None:
    """Whose noun i is that hangs on another by a preposition: "some under the belief that", "his case in favor of"."""
    if tree.lower[tree.head[i]] in HOLDING:
        return noun
    if tree.lower[tree.head[i]] == "in" and tree.lemma[i] in SIDES:
        owner = tree.kid(noun, "poss")
        return noun if owner is None else owner
    return None


def _listed_first(tree: Tree, i: int) -> int:
    """The first of the nouns that noun i is listed with: "has a small staff, a plane, and the belief that ..."."""
    while tree.dep[i] in {"conj", "appos"} and tree.pos[tree.head[i]] in {"NOUN", "PROPN"} and tree.head[i] < i:
        i = tree.head[i]
    above = tree.head[i]
    if tree.dep[i] == "conj" and tree.pos[above] == "VERB":
        return next((c for c in tree.kids(above, "dobj") if above < c < i), i)
    return i


def sentence_name(tree: Tree, i: int) -> int | None:
    """Whose verb it is that the parser takes for a noun: "Trump charges that ...", "Merkel talks about ..." begin with
    a name and have no other verb."""
    name = i - 1
    if tree.tag[i] != "NNS" or name < tree.first[i] or tree.doc[name].ent_type_ == "DATE":
        return None
    if not (tree.dep[i] == "ROOT" or (tree.head[i] == name and tree.dep[name] == "ROOT")):
        return None
    words = range(tree.first[i], i)
    named = all(tree.doc[k].is_title and tree.tag[k] in {"NNP", "NN"} for k in words) and len(words) < 5
    return name if named else None
