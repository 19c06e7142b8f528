"""What is called untrue: "it is not true that gunmen attacked the school", "reports of an attack were unfounded"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.stance.cues import CLASSES, Finding, told
from crosswire.claims.tokens import children

UNTRUE = frozenset(
    ("untrue", "false", "incorrect", "inaccurate", "baseless", "unfounded", "groundless", "fabricated", "wrong", "fake")
) | {"fiction", "lie", "lies", "fabrication", "fabrications", "nonsense", "bogus", "erroneous", "fictitious", "rumors"}
TRUE = frozenset(("true", "correct", "accurate", "case"))
TELLINGS = frozenset(
    (
        "report",
        "claim",
        "allegation",
        "rumor",
        "rumour",
        "suggestion",
        "assertion",
        "accusation",
        "story",
        "speculation",
    )
)
SAYING = frozenset(("say", "claim", "suggest", "assert", "report"))
CALLING = frozenset(("call", "brand", "label", "describe", "deem", "dismiss", "reject"))
CLIMBS = frozenset(
    ("ccomp", "acl", "relcl", "pobj", "prep", "xcomp", "advcl", "conj", "dobj", "pcomp", "nsubj", "nsubjpass")
)
WHICH = frozenset(("who", "whom", "which", "where", "whose"))
STEPS = 7


def untruth(head: Token) -> Iterator[Finding]:
    """That somebody calls untrue what a clause or an event noun tells."""
    node = head
    if _alarm(head) is not None:
        yield told(CLASSES["denied"], "untrue")
    for _ in range(STEPS):
        if _called_untrue(node) is not None:
            yield told(CLASSES["denied"], "untrue")
            return
        if node.dep_ not in CLIMBS or node.head is node or _tells_which(node):
            return
        node = node.head


def _tells_which(clause: Token) -> bool:
    """Whether a clause only tells which one is meant: "it is untrue that the woman who was arrested is a spy"."""
    return clause.dep_ == "relcl" and any(t.lower_ in WHICH for t in clause.lefts)


def _alarm(event: Token) -> Token | None:
    """The word that says of an event that there was none: "the theft appears to be a false alarm"."""
    above = event.head
    be = next((c for c in above.rights if c.dep_ == "xcomp" and c.lemma_ == "be"), above)
    if event.dep_ not in ("nsubj", "nsubjpass") or event.pos_ != "NOUN" or be.lemma_ != "be":
        return None
    attributes = (c for c in be.rights if c.dep_ == "attr" and not any(t.dep_ == "neg" for t in children(be)))
    return next((c for c in attributes if c.lower_ == "hoax" or _is_false_alarm(c)), None)


def _is_false_alarm(noun: Token) -> bool:
    return noun.lower_ == "alarm" and any(c.lower_ == "false" for c in noun.lefts)


def _called_untrue(node: Token) -> Token | None:
    """The word that calls it untrue, where the node is what is called so."""
    above = node.head
    told_of = node.lemma_.lower() in TELLINGS
    if told_of and node.dep_ in ("nsubj", "nsubjpass") and above.lemma_ == "be":
        return predicate_untrue(above)
    if told_of and node.dep_ in ("dobj", "nsubj", "nsubjpass") and above.lemma_.lower() in CALLING:
        return next((t for t in above.subtree if t.i > node.i and t.lower_ in UNTRUE), None)
    if told_of and node.dep_ == "pobj" and above.head.lower_ == "truth":
        return above.head if any(c.lower_ in ("no", "not") for c in children(above.head)) else None
    be = above if above.lemma_ == "be" else above.head if above.dep_ in ("acomp", "attr") else None
    if be is None or be.lemma_ != "be" or not any(c.lower_ == "it" for c in children(be)):
        return None
    saying = node.dep_ == "xcomp" and node.lemma_.lower() in SAYING
    return predicate_untrue(be) if saying or node.dep_ in ("ccomp", "csubj", "acl") else None


def predicate_untrue(be: Token) -> Token | None:
    """The word behind "is" that calls its subject untrue, or true under a negation."""
    denied = any(c.dep_ == "neg" for c in children(be))
    for word in children(be):
        if word.dep_ not in ("acomp", "attr", "oprd"):
            continue
        nay = denied or any(c.lower_ in ("no", "not", "never") for c in children(word))
        if word.lower_ in (TRUE if nay else UNTRUE):
            return word
    return None
