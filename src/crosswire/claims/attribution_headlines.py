"""Headlines: "Seoul: North fired two missiles", and verbs that capital letters hide from the parser ("Senator Slams
Deal")."""

from __future__ import annotations

import re

from crosswire.claims.attribution_cues import CueTable
from crosswire.claims.attribution_drafts import Draft
from crosswire.claims.attribution_tree import Tree

COLON = re.compile(r"\s*([^:\n\"\u201c]{2,70}?)\s*(:)\s+(?=[^\s])")
ENDINGS = (("ies", "y"), ("es", "e"), ("s", ""), ("es", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("", ""))
IRREGULAR = {
    "said": "say",
    "told": "tell",
    "found": "find",
    "knew": "know",
    "thought": "think",
    "wrote": "write",
    "saw": "see",
}
FINITE = frozenset({"VBZ", "VBD", "VBP"})
TITLED = 0.6


def headline(tree: Tree, text: str, cues: CueTable) -> Draft | None:
    """The attribution that the form of a headline makes, where the parser has found none."""
    return colon(tree, text) or _hidden_verb(tree, cues)


def colon(tree: Tree, text: str) -> Draft | None:
    """ "Seoul: North fired two missiles": a name and a colon begin the passage, all behind is content."""
    found = COLON.match(text, tree.start[0], tree.end[-1])
    if found is None:
        return None
    last = tree.token_at(found.end(1) - 1)
    words = range(tree.token_at(found.start(1)), last + 1)
    if len(words) > 9 or any(tree.pos[k] in {"VERB", "AUX"} or tree.tag[k] == "POS" for k in words):
        return None
    if not any(tree.pos[k] in {"PROPN", "PRON"} or tree.doc[k].is_title for k in words) or tree.end[last] != found.end(
        1
    ):
        return None
    mark = found.end(2)
    return Draft(last, "colon", (mark - 1, mark), found.span(1), last, ((mark, tree.end[-1]),), ":")


def _hidden_verb(tree: Tree, cues: CueTable) -> Draft | None:
    words = [k for k in range(len(tree)) if tree.lower[k].isalpha() and len(tree.lower[k]) > 3]
    if not words or sum(tree.doc[k].is_title for k in words) < TITLED * len(words):
        return None
    if any(tree.tag[k] in FINITE for k in words):
        return None
    for k in words:
        if k == 0 or k + 1 >= len(tree) or tree.pos[k] in {"VERB", "ADJ"} or not tree.doc[k - 1].is_title:
            continue
        lemma = _verb(tree.lower[k], cues)
        if lemma is not None:
            cue = cues.verbs[lemma]
            source, rest = (tree.start[0], tree.end[k - 1]), (tree.start[k + 1], tree.end[-1])
            return Draft(k, "headline", (tree.start[k], tree.end[k]), source, k - 1, (rest,), lemma, cue.stance)
    return None


def _verb(word: str, cues: CueTable) -> str | None:
    """The cue verb that a word in the third person or the past is a form of."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending, base in ENDINGS[:-1]:
        lemma = word.removesuffix(ending) + base
        if word.endswith(ending) and lemma in cues.verbs and cues.verbs[lemma].takes & {"object", "that"}:
            return lemma
    return None
