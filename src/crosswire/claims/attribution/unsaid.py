"""Whether a cue's words were spoken at all: not refused, not possible, not to come, and no other sense of its verb."""

from __future__ import annotations

from collections.abc import Mapping

from crosswire.claims.attribution.reading import Reading
from crosswire.claims.attribution.spans import Range
from crosswire.claims.attribution.tree import Tree

Lists = Mapping[str, frozenset[str]]
"""The lexicon's word lists."""

VERDICTS = frozenset({"guilty", "innocent", "liable"})
STATES = frozenset({"alive", "dead", "injured", "missing", "safe", "unconscious", "unharmed", "unhurt", "wounded"})
REACH = 12  # words behind "found" in which the verdict stands
REFUSING = frozenset({"decline", "refuse"})
UNDONE = frozenset({"fail", "unable"})  # "was unable to confirm"
DOING = frozenset({"fail", "hesitate", "stop", "tire", "shy", *REFUSING})  # "did not hesitate to say": it was said
UNREAL = frozenset(
    {"will", "'ll", "wo", "may", "might", "can", "could", "should", "shall", "must", "if", "whether", "unless"}
)


def sends_away(tree: Tree, lists: Lists, i: int, reading: Reading | None) -> bool:
    """Whether it is a person that is dismissed, admitted or found guilty, not what somebody says."""
    whom = tree.kid(i, "dobj")
    if tree.lemma[i] == "admit" and reading is not None and reading.pattern == "object" and whom is not None:
        return tree.doc[whom].ent_type_ == "PERSON" or tree.lemma[whom] in lists["admitted"]
    if tree.lemma[i] == "fear" and whom is None and tree.kid(i, "oprd", "acomp") is not None:
        return True  # "many feared dead" fear nothing
    if tree.lemma[i] == "find" and any(tree.lower[c] in STATES for c in tree.kids(i, "ccomp", "acomp", "oprd")):
        return True  # "find people alive"
    if tree.lemma[i] == "find" and not VERDICTS.isdisjoint(tree.lower[i + 1 : min(tree.last[i], i + REACH)]):
        return True
    if tree.lemma[i] != "dismiss" or whom is None or reading is None or reading.pattern != "object":
        return False
    return tree.doc[whom].ent_type_ == "PERSON" or tree.lemma[whom] in lists["tellers"] - {"report", "study"}


def is_spoken(tree: Tree, lists: Lists, i: int, cue: Range) -> bool:
    """Whether the words were spoken: not "will announce", "is working to verify", "if he confirms"."""
    if tree.pos[i] != "VERB" or is_unsaid(tree, i, cue):
        return True
    for c in tree.kids(i, "aux", "mark"):
        if tree.lower[c] in UNREAL or (tree.lower[c] == "to" and not _done(tree, lists, i, cue)):
            return False
    return True


def is_negated(tree: Tree, i: int, cue: Range) -> bool:
    """Whether the act of verb i is denied: "did not say", "declined to say", "no group has said"."""
    return tree.kid(i, "neg") is not None or is_neither(tree, i) or is_unsaid(tree, i, cue) or is_nobodys(tree, i)


def is_unsaid(tree: Tree, i: int, cue: Range) -> bool:
    """Whether it was refused or not possible to say: "declined to comment on", "were not able to confirm"."""
    for k in range(cue[0], i):
        if tree.lemma[k] in REFUSING | UNDONE:
            return not any(tree.dep[c] == "neg" for c in range(cue[0], k))
        if tree.dep[k] == "neg" and tree.head[k] != i:
            return DOING.isdisjoint(tree.lemma[k + 1 : i])
    return False


def is_neither(tree: Tree, i: int) -> bool:
    """Whether the verb is one of two that are both denied: "neither confirmed nor denied"; "would not confirm or deny",
    which nobody says of what was confirmed."""
    first = tree.head[i] if tree.dep[i] == "conj" else i
    pair = {tree.lemma[k] for k in (first, *tree.kids(first, "conj"))}
    if pair >= {"confirm", "deny"} and tree.lemma[i] in pair:
        return any(tree.lower[c] in ("or", "nor") for c in tree.kids(first, "cc"))
    return any(tree.lower[c] == "neither" for c in tree.kids(first, "preconj", "cc", "advmod", "det"))


def is_nobodys(tree: Tree, i: int) -> bool:
    """Whether nobody says it: "no group has claimed the attack", "none of them said that he fled"."""
    subject = tree.subject(i)
    if subject is None or subject > i or tree.dep[subject] != "nsubj":
        return False
    det = tree.kid(subject, "det")
    return tree.lower[subject] in {"nobody", "none", "neither"} or (det is not None and tree.lower[det] == "no")


def _done(tree: Tree, lists: Lists, i: int, cue: Range) -> bool:
    """Whether what the infinitive tells was done: "went on to say", "was quick to point out"."""
    above = tree.head[i]
    if tree.lemma[cue[0]] == "be" or tree.lemma[above] == "be":
        return bool({tree.lemma[k] for k in range(cue[0], i)} & lists["done"])
    return tree.lemma[above] in lists["done"]
