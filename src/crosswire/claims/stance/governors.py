"""What stands above a clause and what it makes of it: "expected to", "denied firing", "a plan to", "suspected of"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.stance.cues import (
    CLASSES,
    HEADLINE,
    NEGATED,
    VERBS,
    ClauseWords,
    Finding,
    is_infinitive,
    told,
)
from crosswire.claims.stance.negation import is_negated
from crosswire.claims.tokens import children

CHANCES = frozenset({"chance", "possibility", "likelihood", "probability"})  # "a chance that he fled"


def governed(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    """What the verb, adjective or noun above makes of the clause, and the one above that ("is set to begin to")."""
    governor, depth = verb.head, 0
    while depth < 3 and governor is not verb:
        finding = by_governor(verb, governor, words)
        if finding is not None:
            yield finding
        if verb.dep_ not in ("xcomp", "acl", "pcomp", "ccomp") or governor.head is governor:
            return
        verb, governor, depth = governor, governor.head, depth + 1
        if verb.dep_ in ("ROOT", "ccomp", "conj", "relcl", "advcl") and verb.dep_ != "ccomp":
            return


def by_governor(verb: Token, governor: Token, words: ClauseWords) -> Finding | None:
    """What the word right above a clause makes of it; None if nothing."""
    if verb.dep_ == "pcomp" or (verb.dep_ == "pobj" and verb.tag_ == "VBG"):
        return _by_preposition(governor, words)
    if verb.dep_ in ("ccomp", "acl") and (hearsay := _by_hearsay(governor, words)) is not None:
        return hearsay
    if governor.pos_ in ("NOUN", "PROPN") and is_infinitive(verb) and verb.dep_ in ("acl", "relcl", "xcomp", "advcl"):
        return _by_noun(governor, words)
    if governor.lemma_ == "be" and verb.dep_ == "xcomp" and is_infinitive(verb):
        return told(CLASSES["expected"], governor)  # "is to be delivered in May"
    name = governor_class(governor, words) if _is_complement(verb, governor) else None
    if governor.lemma_ == "escape" and any(c.lower_ == "being" for c in children(verb)):
        name = "negated"  # "narrowly escaped being shot"
    if name is None or not _suits(name, verb, governor, words):
        return None
    ended = verb.tag_ == "VBG" and verb.dep_ == "xcomp" and governor.lemma_.lower() in words.ending
    # "must stop holding it", "stopped shelling it": it was done before
    return told(CLASSES["wished"] if ended else _meaning(name, governor, words), governor)


def _meaning(name: str, governor: Token, words: ClauseWords) -> Finding:
    """What a class says, or under a negation; who does not rule it out does not say that it happened."""
    if any(c.dep_ == "mark" and words.marks.get(c.lower_) == "hypothetical" for c in children(governor)):
        return CLASSES["hypothetical"]  # "if she refuses to resign" denies nothing
    if not is_negated(governor, words):
        return CLASSES[name]
    return CLASSES["hypothetical"] if governor.lemma_ == "rule" else NEGATED.get(name, CLASSES[name])


def _is_complement(verb: Token, governor: Token) -> bool:
    """Whether the clause completes the word above it; an infinitive beside a finite verb is one of purpose."""
    if verb.dep_ == "advcl":
        return is_infinitive(verb) and (governor.pos_ not in VERBS or governor.tag_ == "VBN")
    return verb.dep_ in ("xcomp", "ccomp", "oprd")


def _by_noun(noun: Token, words: ClauseWords) -> Finding | None:
    """An infinitive under a noun: "a plan to test", "a contract to supply"; "Carmaker to cut jobs" is a headline."""
    name = words.nouns.get(noun.lemma_.lower())
    if name is not None:
        return told(CLASSES[name], noun)
    if noun.dep_ == "ROOT":
        return HEADLINE
    ranked = noun.lemma_.lower() in words.ranked or any(c.lower_ in words.ranked for c in children(noun))
    return None if ranked else told(CLASSES["wished"], noun)


def _by_hearsay(governor: Token, words: ClauseWords) -> Finding | None:
    """A clause told by what goes round: "speculation is mounting that he fled", "unconfirmed reports that he fled"."""
    noun = governor
    if governor.pos_ in VERBS:
        told_of = next((c for c in children(governor) if c.dep_ in ("nsubj", "nsubjpass", "attr")), governor)
        hearsay = words.nouns.get(told_of.lemma_.lower()) == "rumoured"  # "rumours hit the town that he fled"
        noun = told_of if hearsay or governor.lemma_.lower() in words.spreading else governor
    if noun.pos_ != "NOUN":
        return None
    name = words.nouns.get(noun.lemma_.lower())
    if name in ("rumoured", "wished", "expected") and (noun is not governor or noun.lemma_.lower() in CHANCES):
        return told(CLASSES[name], noun)  # "fears are growing that he will flee"
    unsure = any(words.modifiers.get(c.lower_) == "doubted" for c in children(noun) if c.dep_ == "amod")
    if name == "rumoured" or (unsure and noun.lemma_.lower() in words.talked):
        return told(CLASSES["rumoured"], noun)
    return None


def governor_class(governor: Token, words: ClauseWords) -> str | None:
    """The class of a governing word, with its particle where it has one ("rule out")."""
    particle = next((c.lower_ for c in children(governor) if c.dep_ == "prt"), None)
    lemma = governor.lemma_.lower()
    if particle is not None and f"{lemma} {particle}" in words.governors:
        return words.governors[f"{lemma} {particle}"]
    name = words.governors.get(governor.lower_) or words.governors.get(lemma)
    return None if particle is not None and name == "negated" else name  # who "stopped by to greet him" did


def _suits(name: str, verb: Token, governor: Token, words: ClauseWords) -> bool:
    """Whether the governor governs in that sense: plans and wishes take an infinitive or a gerund, belief a passive."""
    if name == "doubted" and governor.lemma_.lower() in words.passive_only and governor.pos_ == "VERB":
        return governor.tag_ == "VBN" and any(c.dep_ in ("auxpass", "nsubjpass") for c in children(governor))
    if name in ("denied", "doubted"):
        return True
    if is_infinitive(verb) or verb.tag_ == "VBG" or any(c.lower_ == "being" for c in children(verb)):
        return True
    if name == "negated" and governor.lemma_ == "rule":
        return verb.dep_ == "ccomp"
    if name == "wished" and verb.dep_ == "ccomp":
        return _is_subjunctive(verb)
    return name == "expected" and verb.dep_ == "ccomp" and governor.lemma_.lower() in words.forecasts


def _is_subjunctive(verb: Token) -> bool:
    """Whether a clause says what should be: "demanded that she be sentenced", "asked that it reopen the case"."""
    first = next((c for c in children(verb) if c.dep_ in ("aux", "auxpass")), verb)
    bare = verb.tag_ == "VBP" and any(c.dep_.startswith("nsubj") and is_bare(c) for c in children(verb))
    return first.lower_ == "be" or (first is verb and (verb.tag_ == "VB" or bare))


def is_bare(subject: Token) -> bool:
    """Whether a subject is one, so that a verb without its -s tells what should be: "demand that Kim resign"."""
    joined = any(c.dep_ == "conj" for c in children(subject))
    return not joined and (subject.tag_ in ("NN", "NNP") or subject.lower_ in ("he", "she", "it"))


def is_only_held(governor: Token, words: ClauseWords) -> bool:
    """Whether a deed is one that somebody is accused or cleared of: "accused of firing", "acquitted of", "not guilty
    of"."""
    lemma = governor.lemma_.lower()
    return lemma in words.doubted_of or (lemma == "guilty" and any(c.dep_ == "neg" for c in children(governor)))


def _by_preposition(preposition: Token, words: ClauseWords) -> Finding | None:
    """ "suspected of firing", "the risk of sparking", "prevented from leaving"."""
    governor = preposition.head
    lemma = governor.lemma_.lower()
    if preposition.lower_ == "before" and _is_ahead(governor, words):
        return told(CLASSES["expected"], governor)  # "before signing it parliament must vote"
    if governor.pos_ in VERBS and (weighed := _only_weighed(preposition, words)) is not None:
        return told(CLASSES["wished"], weighed)
    if preposition.lower_ in ("of", "with", "for") and is_only_held(governor, words):
        return told(CLASSES["doubted"], governor)
    if governor.pos_ in VERBS:
        name = governor_class(governor, words) if preposition.lower_ in ("from", "of", "against", "for") else None
        if name == "negated" and (is_negated(governor, words) or _is_undone(governor, words)):
            return told(NEGATED[name], governor)  # "could not prevent students from being kidnapped"
        return told(CLASSES[name], governor) if name in ("negated", "wished") else None
    named = words.nouns.get(lemma) or ("wished" if lemma in words.of_plans else None)
    return None if named is None else told(CLASSES[named], governor)


def _only_weighed(preposition: Token, words: ClauseWords) -> Token | None:
    """The word that tells that a thing is only thought about or argued against: "is looking at closing it", "voted
    against closing it"."""
    form, lemma = preposition.lower_, preposition.head.lemma_.lower()
    if form in ("of", "at", "about") and f"{lemma} {form}" in words.talked:
        return preposition.head
    return preposition if form == "against" and lemma in words.arguing else None


def _is_ahead(verb: Token, words: ClauseWords) -> bool:
    """Whether a verb is to be or may be done."""
    ahead = ("future", "possible", "conditional", "duty")
    return verb.pos_ in VERBS and any(words.aux.get(c.lower_) in ahead for c in children(verb))


def _is_undone(verb: Token, words: ClauseWords) -> bool:
    """Whether a verb is what somebody did not come to do: "failed to stop gunmen from killing", "unable to keep"."""
    above = verb.head
    return is_infinitive(verb) and verb.dep_ == "xcomp" and governor_class(above, words) == "negated"


def asserted(root: Token, words: ClauseWords) -> Token:
    """The verb that a main clause is about: "begin" in "is scheduled to begin" and in "is likely to begin"."""
    for governor in (root, *(c for c in children(root) if c.dep_ in ("acomp", "oprd"))):
        if governor.lemma_ in words.speech and governor.pos_ == "VERB":
            continue  # "vowed to answer": a position taken, no forecast
        called = any(c.dep_ in ("acomp", "attr", "oprd") for c in children(root))
        due = governor is root and root.lemma_ == "be" and not called  # "is to rise in July"
        if not due and governor_class(governor, words) not in ("expected", "unlikely", "doubted"):
            continue
        below = next((c for c in children(governor) if c.dep_ == "xcomp" and is_infinitive(c)), None)
        if below is not None and by_governor(below, governor, words) is not None:
            return below
    return root
