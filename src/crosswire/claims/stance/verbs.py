"""What the words of a verb's own clause say: auxiliaries, conditions, schedules, adverbs, times to come."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.parse import text_between
from crosswire.claims.stance.cues import (
    AUXILIARY,
    CLASSES,
    HEADLINE,
    VERBS,
    ClauseWords,
    Finding,
    is_infinitive,
    of_class,
    told,
)
from crosswire.claims.stance.governors import governed, governor_class, is_bare
from crosswire.claims.stance.negation import is_negated, negation
from crosswire.claims.stance.phrases import phrase_in
from crosswire.claims.tokens import children

PERHAPS = Finding("{} does not vouch for it", "happened", "doubts", "fact")
POSSIBLE = Finding("{} tells of a possibility", "hypothetical", None, "expectation")
DUTY = Finding("{} says what ought to be", "hypothetical", None, "assessment")
ABILITY = Finding("{} says what is possible in general", "general")
PURPOSE = Finding("an infinitive of purpose", "hypothetical")
PERCHANCE = frozenset({"possibly", "potentially", "perhaps"})
MODAL = frozenset({"future", "conditional", "possible"})
BESIDE = ("ccomp", "conj", "dep", "parataxis")


def of_verb(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    """All that grammar says of a verb's clause, what counts most first."""
    leader = _leader(verb)
    if (mark := _condition(verb, words)) is not None:
        yield told(CLASSES["hypothetical"], mark)  # "if they don't pass it" denies nothing
    else:
        yield from negation(verb, words)
    yield from _undone(verb, words)
    yield from governed(leader, words)
    for one in (leader, *_carrying(leader, words)):
        yield from _conditional(one, words)
        yield from _auxiliaries(one, words)
    yield from _of_any(leader)
    yield from _dependent(leader, words)
    yield from _scheduled(leader, words)
    yield from _modified(verb, words)
    yield from _future_present(leader, words)
    yield from _imperative(leader)


def _undone(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    """What came close and was not done, or is still being done: "nearly collapsed", "is negotiating a ceasefire"; what
    is not said to be so ("it is no war that we fought"); what is done again and again ("attack ports every year")."""
    before = verb.nbor(-1) if verb.i > 0 else verb
    if before.lower_ in words.nearly and before.head.i == verb.i:
        yield told(CLASSES["hypothetical"], before)
    if verb.tag_ == "VBG" and verb.lemma_.lower() in words.unfinished and any(c.dep_ == "aux" for c in children(verb)):
        yield told(CLASSES["wished"], verb)
    if (
        verb.dep_ == "relcl"
        and verb.head.dep_ == "attr"
        and verb.head.pos_ != "PROPN"
        and verb.head.head.lemma_ == "be"
    ):
        copula, named = verb.head.head, verb.head
        if is_negated(copula, words) and not any(c.lower_ in ("the", "this", "that") for c in children(named)):
            yield told(CLASSES["hypothetical"], named)
    every = verb.tag_ in ("VBZ", "VBP") and any(_is_every(c) for c in children(verb))
    if every or _is_of_a_kind(verb) or _is_again_and_again(verb):
        yield told(CLASSES["general"], verb)


def _is_again_and_again(verb: Token) -> bool:
    """Whether the perfect tells what has been done many times: "have repeatedly raided schools"."""
    perfect = any(c.dep_ == "aux" and c.lemma_.lower() in ("have", "'ve") for c in children(verb))
    return perfect and any(c.dep_ == "advmod" and c.lower_ == "repeatedly" for c in children(verb))


def _is_of_a_kind(verb: Token) -> bool:
    """Whether a clause tells what befalls anybody in things of a kind: "a crime where people are killed"."""
    if verb.dep_ != "relcl" or verb.tag_ != "VBN":
        return False
    a = any(c.lower_ in ("a", "an") for c in children(verb.head))
    return (
        a
        and any(c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in children(verb))
        and not any(c.dep_ == "aux" for c in children(verb))
    )


def _is_every(phrase: Token) -> bool:
    return phrase.dep_ == "npadvmod" and any(c.lower_ in ("every", "each") for c in children(phrase))


def _leader(verb: Token) -> Token:
    """The first of coordinated verbs that share subject and auxiliaries: "will fly in and meet them"."""
    while verb.dep_ == "conj" and verb.head.pos_ in VERBS and not _has_own_frame(verb):
        verb = _modal_between(verb) or verb.head
    return verb


def _modal_between(verb: Token) -> Token | None:
    """The verb with a modal that a bare form belongs to, which the parser joined to a past tense further up: "reported
    progress on a deal that would end tests but then ease restrictions"."""
    if verb.tag_ != "VB" or verb.head.tag_ not in ("VBD", "VBZ"):
        return None
    between = reversed(verb.doc[verb.head.i + 1 : verb.i])
    return next((t for t in between if t.pos_ in VERBS and any(c.tag_ == "MD" for c in children(t))), None)


def _has_own_frame(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ in AUXILIARY or c.dep_.startswith("nsubj") for c in children(verb)
    )


def _carrying(verb: Token, words: ClauseWords) -> Iterator[Token]:
    """The verb that comes about as this one does: "should be forced to resign", "if it breaks the law by firing",
    "charging him would be a mistake"."""
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "by" else verb.head
    if above.pos_ not in VERBS or above.i == verb.i or verb.dep_ not in ("pcomp", "xcomp", "csubj", "advcl"):
        return
    if verb.dep_ == "advcl":  # "will change the rules, possibly freeing thousands"
        behind = verb.tag_ == "VBG" and above.i < verb.i and not any(c.dep_ in ("mark", "aux") for c in children(verb))
        yield from (above,) if behind else ()
        return
    if (
        verb.dep_ == "pcomp"
        or (verb.dep_ == "csubj" and verb.tag_ == "VBG")
        or (is_infinitive(verb) and governor_class(above, words) is None)
    ):
        yield above


def _of_any(verb: Token) -> Iterator[Finding]:
    """What is told of whoever it may be: "any judge appointed by a Republican"."""
    if verb.dep_ in ("acl", "relcl"):
        yield from (told(POSSIBLE, c) for c in children(verb.head) if c.lower_ in ("any", "whichever"))


def _imperative(verb: Token) -> Iterator[Finding]:
    """Who is told to do something has not done it yet: "Release the report", "Mr. Barr, release the report"."""
    free = verb.dep_ == "ROOT" or verb.dep_ in BESIDE
    if verb.tag_ == "VB" and free and not any(c.dep_ in AUXILIARY or c.dep_ == "mark" for c in children(verb)):
        subjects = [c for c in children(verb) if c.dep_.startswith("nsubj")]
        bare = len(subjects) == 1 and is_bare(subjects[0])  # two are told of: "Ethiopia, Eritrea sign deal"
        if (not subjects and verb.dep_ != "conj") or bare:
            yield told(CLASSES["wished"], verb)


def _conditional(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    """Conditions, on the clause itself, the one it is joined to or the one that depends on it."""
    modal = any(words.aux.get(c.lower_) in MODAL for c in children(verb))
    if verb.dep_ == "conj" and verb.head.pos_ in VERBS and (mark := _condition(verb.head, words)) is not None:
        yield told(CLASSES["hypothetical"], mark)
    for child in children(verb):
        if child.dep_ in ("mark", "advmod") and words.marks.get(child.lower_) == "hypothetical":
            yield told(CLASSES["hypothetical"], child)
        elif modal and child.dep_ == "advcl" and (mark := _condition(child, words)) is not None:
            yield told(CLASSES["hypothetical"], mark)


def _condition(verb: Token, words: ClauseWords) -> Token | None:
    """The "if" of a clause."""
    return next((c for c in children(verb) if c.dep_ == "mark" and words.marks.get(c.lower_) == "hypothetical"), None)


def _dependent(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    """Clauses of time beside a future ("will be named when it arrives"), and infinitives of purpose."""
    if verb.dep_ != "advcl":
        return
    if verb.tag_ in ("VBZ", "VBP") and any(words.aux.get(c.lower_) == "future" for c in children(verb.head)):
        yield told(CLASSES["expected"], verb.head)
    elif is_infinitive(verb) and verb.head.pos_ in VERBS and verb.lemma_ not in words.results:
        yield PURPOSE


def _auxiliaries(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    forms = [c for c in children(verb) if c.dep_ in AUXILIARY]
    perfect = any(c.lower_ in ("have", "'ve") for c in forms)
    for child in forms:
        finding = _auxiliary(verb, child, words, perfect=perfect)
        if finding is not None:
            yield told(finding, child)
    headed = verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.head.lemma_ in words.speech
    if (
        (verb.dep_ == "ROOT" or headed)
        and is_infinitive(verb)
        and any(c.dep_.startswith("nsubj") for c in children(verb))
    ):
        yield HEADLINE


def _auxiliary(verb: Token, aux: Token, words: ClauseWords, *, perfect: bool) -> Finding | None:
    """What one auxiliary says: "may have sunk" doubts what happened, "could have sunk" is a possibility."""
    name = words.aux.get(aux.lower_)
    if name in ("future", "duty", "ability"):
        return {"future": CLASSES["expected"], "duty": DUTY, "ability": ABILITY}[name]
    if name not in ("possible", "conditional") or _is_refusal(verb, aux, words, perfect=perfect):
        return None
    if name == "possible":
        return PERHAPS if perfect and aux.lower_ != "could" else POSSIBLE
    if aux.tag_ != "MD":
        return None  # "'d" for "had"
    return CLASSES["expected"] if _reported(verb, words) and not perfect else POSSIBLE


def _is_refusal(verb: Token, aux: Token, words: ClauseWords, *, perfect: bool) -> bool:
    """Whether it tells what did not happen, not what might: "would not comment", "could not attend"."""
    return aux.lower_ in ("would", "'d", "could") and not perfect and is_negated(verb, words)


def _scheduled(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    """Plans told as such: "talks are scheduled for Friday"."""
    passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in children(verb))
    if (
        passive
        and words.governors.get(verb.lemma_.lower()) == "expected"
        and any(c.lower_ == "for" for c in children(verb))
    ):
        yield told(CLASSES["expected"], verb)


def _reported(verb: Token, words: ClauseWords) -> bool:
    """Whether "would" is a reported "will": under a past verb of speaking or planning, with no condition."""
    head = verb.head
    return (
        verb.dep_ == "ccomp"
        and head.tag_ in ("VBD", "VBN")
        and (head.lemma_ in words.speech or head.lemma_ in words.forecasts)
    )


def _modified(head: Token, words: ClauseWords) -> Iterator[Finding]:
    for child in children(head):
        loose = head.tag_ == "VBG" and not any(c.dep_ in AUXILIARY for c in children(head))
        if loose and child.dep_ == "advmod" and child.lower_ in PERCHANCE:  # "will cut aid, possibly closing schools"
            yield told(CLASSES["hypothetical"], child)
        of_more = child.dep_ == "acomp" and any(c.dep_ == "xcomp" for c in child.rights)  # "is likely to raise fears"
        if child.dep_ in ("advmod", "amod", "npadvmod", "acomp") and not of_more:
            yield from of_class(words.modifiers.get(child.lower_), child, ("doubted", "general"))


def _future_present(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    """Present tense or bare wording with a time to come: "is visiting next week", "is poised to", "looms"."""
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in children(verb) if c.dep_ in AUXILIARY):
        return
    text = text_between(verb.left_edge, verb.right_edge).lower()
    cue = phrase_in(text, words.future) if verb.tag_ in ("VBZ", "VBP", "VBG") else None
    cue = cue or phrase_in(text, words.ahead)
    if cue is not None:
        yield told(CLASSES["expected"], cue)
