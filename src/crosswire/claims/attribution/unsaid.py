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
WISHES = frozenset(
    {"access", "appeal", "application", "bail", "coverage", "entry", "motion", "parole", "permission", "petition"}
    | {"request", "treatment", "visa"}
)
MEANT = frozenset({"admit", "confirm", "dismiss"})
NOMINEES = frozenset({"judge", "justice", "nominee"})
PEOPLE = frozenset({"he", "she", "i", "we", "you"})
REFUSING = frozenset({"decline", "refuse"})
UNDONE = frozenset({"fail", "unable"})  # "was unable to confirm"
DOING = frozenset({"fail", "hesitate", "stop", "tire", "shy", *REFUSING})  # "did not hesitate to say": it was said
UNREAL = frozenset(
    {"will", "'ll", "wo", "may", "might", "can", "could", "should", "shall", "must", "if", "whether", "unless"}
)


def sends_away(tree: Tree, lists: Lists, i: int, reading: Reading | None) -> bool:
    """Whether it is a person that is dismissed, admitted, confirmed or found guilty, not what somebody says."""
    whom, verb = tree.kid(i, "dobj"), tree.lemma[i]
    if verb == "find":
        found = {tree.lower[c] for c in tree.kids(i, "ccomp", "acomp", "oprd")}  # "find people alive"
        return not (found.isdisjoint(STATES) and VERDICTS.isdisjoint(tree.lower[i + 1 : min(tree.last[i], i + REACH)]))
    if verb == "fear":
        return whom is None and tree.kid(i, "oprd", "acomp") is not None  # "many feared dead" fear nothing
    if verb == "deny":
        return _turned_down(tree, i, whom)
    if verb not in MEANT or whom is None or reading is None or reading.pattern != "object":
        return False
    people = {"admit": lists["admitted"], "confirm": NOMINEES, "dismiss": lists["tellers"] - {"report", "study"}}
    return tree.doc[whom].ent_type_ == "PERSON" or tree.lemma[whom] in people[verb]


def _turned_down(tree: Tree, i: int, whom: int | None) -> bool:
    """Whether somebody or a wish is turned down, and no tale denied: "was denied a visa", "denied her request"."""
    passive = tree.kid(i, "nsubjpass")
    person = passive is not None and (tree.doc[passive].ent_type_ == "PERSON" or tree.lower[passive] in PEOPLE)
    refused = whom is not None and (passive is not None or tree.lemma[whom] in WISHES)
    return tree.kid(i, "ccomp") is None and (person or refused or tree.kid(i, "dative") is not None)


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
    refused = is_unsaid(tree, i, cue) or is_short_of(tree, i)
    return tree.kid(i, "neg") is not None or is_neither(tree, i) or refused or is_nobodys(tree, i)


def is_short_of(tree: Tree, i: int) -> bool:
    """Whether somebody "stopped short of" saying it."""
    of = tree.head[i]
    return tree.dep[i] == "pcomp" and tree.lower[of] == "of" and tree.lower[of - 1] == "short"


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
