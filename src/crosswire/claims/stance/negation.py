"""What does not happen, in the clause itself: "not", "never", "no longer", "no one", "without"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.stance.cues import CLASSES, ClauseWords, Finding, told
from crosswire.claims.tokens import children

NAMING = ("NOUN", "PROPN", "ADJ", "VERB")
ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr")
UNABLE = Finding("{} says what cannot be done", "hypothetical", None, "expectation")
OTHERS = Finding("{} speaks of others only", "hypothetical", None, "statement")


def negation(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    """What negates a verb; "no other customers lost power" denies nothing of those who did."""
    for child in children(verb):
        if child.dep_ in ARGUMENTS and _is_of_others(child) and not excepts(child):
            yield told(OTHERS, child)
        elif _negates(child, words):
            yield told(UNABLE if _is_of_ability(verb) else CLASSES["negated"], child)
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("without", "instead"):
        yield told(CLASSES["negated"], verb.head)


def _is_of_ability(verb: Token) -> bool:
    """Whether a rule is told, not what failed: "you can't impeach somebody", not "the ship cannot leave"."""
    able = any(c.lower_ in ("ca", "can", "cannot") and c.dep_ == "aux" for c in children(verb))
    return able and any(c.dep_.startswith("nsubj") and c.lower_ in ("you", "one", "nobody") for c in children(verb))


def is_negated(verb: Token, words: ClauseWords) -> bool:
    """Whether anything negates the verb."""
    return next(negation(verb, words), None) is not None


def _negates(child: Token, words: ClauseWords) -> bool:
    form = child.lower_
    if child.dep_ == "neg" or words.aux.get(form) == "negation":
        after = child.nbor() if child.i + 1 < len(child.doc) else child
        return after.lower_ not in ("only", "just", "merely", "least")  # "not only fired ... but"
    if form == "longer":
        return any(c.lower_ == "no" for c in children(child))
    return child.dep_ in ARGUMENTS and _is_negative(child, words)


def _is_of_others(noun: Token) -> bool:
    """ "no other ships", "nobody else", "none of the other banks"."""
    near = {c.lower_ for c in children(noun)}
    if "else" in near:
        return noun.lower_ in ("nobody", "none", "nothing", "one", "no-one")
    if noun.lower_ in ("none", "neither"):
        return any(c.lower_ in ("other", "others") for c in noun.subtree)
    return ("no" in near and "other" in near) or (noun.lower_ == "others" and "no" in near)


def excepts(no: Token) -> bool:
    """Whether what follows a word for nothing is all there was: "nothing but bread", "none other than the mayor"."""
    behind = [t.lower_ for t in no.doc[no.i + 1 : no.i + 3]]
    return behind[:1] == ["but"] or behind == ["other", "than"]


def _is_negative(noun: Token, words: ClauseWords) -> bool:
    """ "no one", "no ships"; "no fewer than six ships" is six, and "nothing but bread" is bread."""
    if excepts(noun):
        return False
    if words.aux.get(noun.lower_) == "negative":
        return True
    nays = (c for c in children(noun) if c.lower_ in ("no", "neither") and not in_name(c))
    return any(c.nbor().lower_ not in ("less", "fewer", "more", "doubt") for c in nays)


def in_name(no: Token) -> bool:
    """Whether "no" is of what a thing is called: "a no-confidence motion", "the no-fly zone", "no trust vote"."""
    after = 2 if no.lower_ == "no" and no.i + 1 < len(no.doc) and no.nbor().text == "-" else 1
    if no.lower_ != "no" or no.i + after + 1 >= len(no.doc):
        return False
    word, what = no.nbor(after), no.nbor(after + 1)
    owned = no.i > 0 and no.nbor(-1).tag_ in ("DT", "PRP$")
    named = after > 1 or word.lower_ in ("confidence", "trust", "fly") or owned
    return named and word.pos_ in NAMING and what.pos_ in ("NOUN", "PROPN", "PUNCT")
