"""Who stands beside a cue that the parser gave no subject: right before it, behind an aside, behind it, or the one the
sentence is about."""

from __future__ import annotations

from crosswire.claims.attribution.spans import REACH, Range
from crosswire.claims.attribution.tree import RELATIVE, SUBJECTS, Tree

INSIDE = frozenset(
    {"compound", "nmod", "amod", "det", "poss", "pobj", "prep", "relcl", "acl", "attr", "dobj", "nummod", "conj"}
)
EMPTY = frozenset({"it", "there", "this", "that"})
BEGINS = frozenset({"VBD", "VBZ", "VBP", "MD"})
JOINING = frozenset({"and", "but", "as", "while", "when", "or", "yet", "than"})
ADDRESSED = frozenset({"tell", "remind", "assure"})  # who follows is told
STEPS = 8


def source_right_before(tree: Tree, i: int, cue: Range) -> int | None:
    """Who stands right before a finite verb that the parser joined to another one: "handled the case and Democrats
    accused the party of stoking it", "were made public - Rivera boasted"."""
    if tree.dep[i] not in {"conj", "ccomp"} or tree.tag[cue[0]] not in BEGINS or tree.kid(i, *SUBJECTS) is not None:
        return None
    k = cue[0] - 1
    if k < 0 or tree.first[k] != tree.first[i] or tree.pos[k] not in {"NOUN", "PROPN"} or tree.head[k] == i:
        return None
    if tree.dep[i] == "ccomp" and tree.dep[k] != "conj":
        return None
    if tree.doc[k].ent_type_ in {"DATE", "TIME"} or not tree.doc[k].is_alpha:
        return None
    first = k
    while first > tree.first[k] and tree.dep[first - 1] in {"compound", "amod", "det", "poss", "nummod", "case"}:
        first -= 1
    before = tree.lower[first - 1] if first > tree.first[k] else ""
    return k if before in JOINING or not before.isalnum() else None


def nearby_source(tree: Tree, cue: Range, *, behind: bool = True) -> int | None:
    """Who stands next to a finite verb that the parser gave no subject: "Will wrote", "said David Brock", "Stevens,
    who was there, called it childish". `behind`: whether who follows the verb can be who does it; not in "Texas,
    leading 13 states, asked a judge to"."""
    if tree.lower[cue[0] - 1] == "," and cue[0] > 1 and tree.lemma[cue[1]] == "tell":
        # "Cohen, Democrat of Tennessee, told Mr. Obama": who follows is told.
        top = _described(tree, cue[0] - 2)
        if top is not None:
            return top
    for k in (_before_aside(tree, cue[0] - 1), cue[1] + 1):
        if not 0 <= k < len(tree) or tree.first[k] != tree.first[cue[0]] or tree.pos[k] == "PUNCT":
            continue
        if tree.pos[k] == "VERB" and not (k > cue[1] and _opens_name(tree, k)):
            continue  # but "said retired surgeon Ann Lee, asked about it"
        if k > cue[1] and not behind:
            continue
        if k > cue[1] and (tree.lemma[cue[1]] in ADDRESSED or _tells_on(tree, k, cue)):
            continue  # "About 4 in 10 say they want": what is said begins there
        counted = k < cue[0] and tree.pos[k] == "NUM"
        named = tree.pos[k] in {"PROPN", "PRON", "NOUN"} or tree.doc[k].is_title or counted
        if named or (k > cue[1] and _opens_name(tree, k)):
            return _top_noun(tree, k, cue)
    if cue[0] > 1 and tree.lower[cue[0] - 1] == ",":
        for top in (_described(tree, cue[0] - 2), _top_noun(tree, tree.first[cue[0]], cue)):
            if top is not None and tree.pos[top] in {"PROPN", "NOUN"} and top < cue[0]:
                return top
    return None


def object_behind(tree: Tree, i: int, cue: Range) -> int | None:
    """Who the parser takes for the object of a verb that ends a quotation: '"Stop the war," read one of the signs'."""
    what = tree.kid(i, "dobj")
    begins = what is not None and what > i and tree.left(what) == cue[1] + 1 and tree.lemma[i] not in ADDRESSED
    return what if begins and tree.kid(i, *SUBJECTS) is None else None


def _tells_on(tree: Tree, k: int, cue: Range) -> bool:
    """Whether token k is a pronoun that is the subject of another verb than the cue."""
    return tree.pos[k] == "PRON" and tree.dep[k] in SUBJECTS and not cue[0] <= tree.head[k] <= cue[1]


def _before_aside(tree: Tree, k: int) -> int:
    """The token before an aside that ends at k: "Cummings (D-Md.) said"."""
    if k > 0 and tree.lower[k] == ")":
        opening = next((j for j in range(k - 1, max(-1, k - STEPS), -1) if tree.lower[j] == "("), k)
        return opening - 1 if opening < k else k
    return k


def _opens_name(tree: Tree, k: int) -> bool:
    """Whether a noun phrase begins at k: "said the mayor", "said former executive Ann Lee"."""
    return tree.pos[k] == "DET" or (tree.dep[k] == "amod" and tree.head[k] > k and tree.pos[tree.head[k]] != "VERB")


def sentence_source(tree: Tree, i: int) -> int | None:
    """Who the sentence of verb i is about, where nothing nearer is found: the subject before it that stands nearest to
    the sentence's own verb, else, for a participle that begins the sentence, the subject behind it."""
    first, last = tree.first[i], tree.last[i]
    subjects = [
        k
        for k in range(max(first, i - REACH), i)
        if tree.dep[k] == "nsubj" and tree.tag[k] not in RELATIVE and tree.lower[k] not in EMPTY
    ]
    if subjects:
        return min(subjects, key=lambda k: _depth(tree, k))
    if tree.tag[i] not in {"VBG", "VBN"}:
        # "Trump, speaking later at a rally, did not mention it": the parser finds no subject at all.
        top = _top_noun(tree, first, (i, i))
        named = (
            top < i
            and tree.pos[top] in {"PROPN", "PRON"}
            and tree.lower[top] not in EMPTY
            and tree.doc[top].ent_type_ not in {"DATE", "TIME"}
        )
        return top if named else None
    return next(
        (k for k in range(i + 1, min(last, i + REACH)) if tree.dep[k] == "nsubj" and tree.head[k] == tree.head[i]), None
    )


def _depth(tree: Tree, k: int) -> int:
    """How many words hang above token k, at most STEPS."""
    depth = 0
    while tree.head[k] != k and depth < STEPS:
        k, depth = tree.head[k], depth + 1
    return depth


def _described(tree: Tree, k: int) -> int | None:
    """Whom an apposition that ends at token k describes: "Warren, a spokesman in Baghdad, said"."""
    for _ in range(STEPS):
        if tree.dep[k] == "appos":
            return tree.head[k] if tree.pos[tree.head[k]] == "PROPN" else k
        if tree.dep[k] not in INSIDE or tree.head[k] == k:
            return None
        k = tree.head[k]
    return None


def _top_noun(tree: Tree, k: int, cue: Range) -> int:
    while tree.dep[k] in {"compound", "nmod", "amod", "det", "poss"} and not cue[0] <= tree.head[k] <= cue[1]:
        k = tree.head[k]
    return k
