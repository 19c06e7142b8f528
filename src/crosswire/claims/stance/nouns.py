"""What is said of an event named by a noun: "the planned launch", "denied the attack", "the drill will take place"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.grammar.tree import is_passive
from crosswire.claims.stance.cues import CLASSES, VERBS, ClauseWords, Finding, of_class, told
from crosswire.claims.stance.governors import governor_class, is_only_held
from crosswire.claims.stance.negation import in_name, is_negated
from crosswire.claims.stance.uncertain import is_any, of_any
from crosswire.claims.stance.verbs import of_verb
from crosswire.claims.tokens import children

LINKS = frozenset({"of", "for", "with", "from", "against"})
TOWARDS = frozenset({"at", "to", "during", "before", "until"})  # "will raise it at the summit"
GROWTH = frozenset({"expansion", "extension", "resumption", "continuation", "start", "beginning", "series", "round"})
LEADING = frozenset({"result", "lead", "end", "culminate"})  # "could lead to a release"
SPLIT = {"existent": "non-existent"}  # what the tokenizer leaves of a word with a hyphen


def of_noun(noun: Token, words: ClauseWords) -> Iterator[Finding]:
    """All that is said of an event noun, what counts most first."""
    governor, link = noun.head, noun.dep_
    if link == "conj":
        governor, link = _first(noun).head, _first(noun).dep_
    came = link == "nsubj" and _came(governor, words)  # "the feared attack came on Sunday"
    for child in children(noun):
        if child.dep_ in ("amod", "det", "compound", "nmod", "acl", "advmod"):
            name = _modifier_class(child, words)
            yield from of_class(None if came and name in ("expected", "hypothetical") else name, child)
    yield from of_any(noun, link, governor, words)
    if link in ("compound", "nmod"):
        yield from of_class(words.nouns.get(governor.lemma_.lower()), governor)
    elif link == "pobj":
        yield from _under_preposition(governor, words)
    elif governor.pos_ in VERBS:
        yield from _under_verb(noun, link, governor, words)


def _came(verb: Token, words: ClauseWords) -> bool:
    """Whether a verb says of its subject that it came about: "took place", "came on Sunday"."""
    carries = verb.lemma_.lower() in words.subject_carriers and verb.lemma_ != "be"
    return carries and verb.tag_ == "VBD" and next((f for f in of_verb(verb, words) if f.modality), None) is None


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
    form = SPLIT.get(child.lower_, child.lower_)
    return None if in_name(child) else words.modifiers.get(form)


def _under_preposition(preposition: Token, words: ClauseWords) -> Iterator[Finding]:
    governor = preposition.head
    if preposition.lower_ == "of" and governor.lower_ == "ahead":
        yield told(CLASSES["expected"], governor)
    elif (governor.lower_ == "in" and preposition.lower_ == "of") or governor.lower_ == "case":
        return
    elif governor.pos_ in VERBS and preposition.lower_ == "to" and governor.lemma_.lower() == "invite":
        yield told(CLASSES["wished"], governor)
    elif governor.pos_ in VERBS:
        blamed = preposition.lower_ in ("of", "with", "for") and is_only_held(governor, words)
        if governor.lemma_.lower() in LEADING and preposition.lower_ in ("in", "to"):
            yield from (f for f in of_verb(governor, words) if f.modality in ("hypothetical", "expected"))
        name = "doubted" if blamed else governor_class(governor, words) if preposition.lower_ in LINKS else None
        yield from of_class(name, governor, ("wished", "doubted", "expected", "negated"))
        if name is None and preposition.lower_ in TOWARDS:
            first = next((f for f in of_verb(governor, words) if f.modality), None)
            yield from (first,) if first is not None and first.modality == "expected" else ()
    elif governor.lemma_.lower() in GROWTH and governor.dep_ == "dobj":
        yield from of_class(governor_class(governor.head, words), governor.head, ("expected", "wished"))
    else:
        held = preposition.lower_ == "of" and is_only_held(governor, words)
        yield from of_class("doubted" if held else words.nouns.get(governor.lemma_.lower()), governor)


def _is_modal(verb: Token, words: ClauseWords) -> bool:
    aux = [c for c in children(verb) if c.dep_ == "aux"]
    done = any(c.lower_ == "have" for c in aux)  # "a breach could have affected millions": there was one
    return not done and any(words.aux.get(c.lower_) in ("possible", "conditional") for c in aux)


def _under_verb(noun: Token, link: str, verb: Token, words: ClauseWords) -> Iterator[Finding]:
    lemma = verb.lemma_.lower()
    if link == "nsubj" and is_passive(verb):
        link = "nsubjpass"  # a headline's "walkout averted"
    if link in ("dobj", "nsubjpass"):
        particle = next((c.lower_ for c in children(verb) if c.dep_ == "prt"), None)
        name = words.objects.get(f"{lemma} {particle}" if particle else lemma)
        if (
            name == "negated"
            and any(c.lower_ == "have" for c in children(verb))
            and any(c.tag_ == "MD" for c in children(verb))
        ):
            return  # "could have been prevented": it was not
        if f"{lemma} {particle}" == "rule out" and is_negated(verb, words) and is_any(noun):
            yield told(CLASSES["hypothetical"], verb)
            return
        if name == "negated" and (how := next((f.modality for f in of_verb(verb, words) if f.modality), None)):
            # "urged him to cancel the summit", "to prevent a war"; who "refused to cancel the summit" did not undo it
            name = "wished" if how in ("hypothetical", "expected") else None
        yield from of_class(name, verb)
    if link == "nsubj" and lemma in words.coming and verb.tag_ != "VBD":
        yield told(CLASSES["expected"], verb)  # "with a congress looming", "as the vote approaches"
    if link in ("nsubj", "nsubjpass") and is_any(noun) and _is_modal(verb, words):
        yield from of_verb(verb, words)  # "one meeting could change that" tells of no meeting
    carried = words.object_carriers if link in ("dobj", "nsubjpass") else words.subject_carriers
    if lemma in carried and link in ("dobj", "nsubjpass", "nsubj", "attr"):
        yield from of_verb(verb, words)
