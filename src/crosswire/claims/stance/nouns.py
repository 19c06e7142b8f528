"""What is said of an event named by a noun: "the planned launch", "denied the attack", "the drill will take place"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.stance.cues import CLASSES, VERBS, ClauseWords, Finding, of_class, told
from crosswire.claims.stance.governors import governor_class
from crosswire.claims.stance.negation import in_name
from crosswire.claims.stance.verbs import of_verb
from crosswire.claims.tokens import children

ANY = frozenset({"a", "an", "one", "any", "another", "some", "more", "further"})
LINKS = frozenset({"of", "for", "with", "from", "against"})


def of_noun(noun: Token, words: ClauseWords) -> Iterator[Finding]:
    """All that is said of an event noun, what counts most first."""
    for child in children(noun):
        if child.dep_ in ("amod", "det", "compound", "nmod", "acl", "advmod"):
            yield from of_class(_modifier_class(child, words), child)
    governor, link = noun.head, noun.dep_
    if link == "conj":
        governor, link = _first(noun).head, _first(noun).dep_
    if link in ("compound", "nmod"):
        yield from of_class(words.nouns.get(governor.lemma_.lower()), governor)
    elif link == "pobj":
        yield from _under_preposition(governor, words)
    elif governor.pos_ in VERBS:
        yield from _under_verb(noun, link, governor, words)


def _first(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head is not noun:
        noun = noun.head
    return noun


def _modifier_class(child: Token, words: ClauseWords) -> str | None:
    if child.dep_ == "acl":
        if child.tag_ == "VBG" and child.lemma_.lower() in words.coming:
            return "expected"
        name = words.governors.get(child.lemma_.lower())
        return name if child.tag_ == "VBN" and name in ("expected", "negated") else None
    return None if in_name(child) else words.modifiers.get(child.lower_)


def _under_preposition(preposition: Token, words: ClauseWords) -> Iterator[Finding]:
    governor = preposition.head
    if preposition.lower_ == "of" and governor.lower_ == "ahead":
        yield told(CLASSES["expected"], governor)
    elif (governor.lower_ == "in" and preposition.lower_ == "of") or governor.lower_ == "case":
        return
    elif governor.pos_ in VERBS:
        blamed = preposition.lower_ in ("of", "with", "for") and governor.lemma_.lower() in words.doubted_of
        name = "doubted" if blamed else governor_class(governor, words) if preposition.lower_ in LINKS else None
        yield from of_class(name, governor, ("wished", "doubted", "expected", "negated"))
    else:
        yield from of_class(words.nouns.get(governor.lemma_.lower()), governor)


def _is_any(noun: Token) -> bool:
    """Whether the noun means no certain event: "an attack", "one meeting", "strikes", not "Tuesday's attack"."""
    own = [c for c in children(noun) if c.lower_ not in ANY]
    plain = all(c.dep_ in ("amod", "compound", "prep", "punct") for c in own)
    named = any(c.pos_ == "PROPN" for c in own) and len(own) == len(children(noun))  # "Equifax breach could affect"
    return plain and not named and not any(c.ent_type_ in ("DATE", "TIME") for c in noun.subtree)


def _is_modal(verb: Token, words: ClauseWords) -> bool:
    aux = [c for c in children(verb) if c.dep_ == "aux"]
    done = any(c.lower_ == "have" for c in aux)  # "a breach could have affected millions": there was one
    return not done and any(words.aux.get(c.lower_) in ("possible", "conditional") for c in aux)


def _under_verb(noun: Token, link: str, verb: Token, words: ClauseWords) -> Iterator[Finding]:
    lemma = verb.lemma_.lower()
    if link in ("dobj", "nsubjpass"):
        particle = next((c.lower_ for c in children(verb) if c.dep_ == "prt"), None)
        name = words.objects.get(f"{lemma} {particle}" if particle else lemma)
        if name == "negated" and (how := next((f.modality for f in of_verb(verb, words) if f.modality), None)):
            # "urged him to cancel the summit", "to prevent a war"; who "refused to cancel the summit" did not undo it
            name = "wished" if how in ("hypothetical", "expected") else None
        yield from of_class(name, verb)
    if link == "nsubj" and lemma in words.coming and verb.tag_ != "VBD":
        yield told(CLASSES["expected"], verb)  # "with a congress looming", "as the vote approaches"
    if link in ("nsubj", "nsubjpass") and _is_any(noun) and _is_modal(verb, words):
        yield from of_verb(verb, words)  # "one meeting could change that" tells of no meeting
    carried = words.object_carriers if link in ("dobj", "nsubjpass") else words.subject_carriers
    if lemma in carried and link in ("dobj", "nsubjpass", "nsubj", "attr"):
        yield from of_verb(verb, words)
