"""What the grammar of a clause says of its modality: auxiliaries, negation, governors, modifiers, conjunctions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from crosswire.claims.stance_phrases import Phrases, phrase_in, phrases
from crosswire.model import ClaimKind, Modality, Stance


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a cue says of a clause; None where it says nothing. The first finding of a clause counts most."""

    why: str
    modality: Modality | None = None
    stance: Stance | None = None
    kind: ClaimKind | None = None


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Cue words by class. `governors`, `nouns` and `modifiers` give the class of a lemma or form."""

    aux: Mapping[str, str]
    governors: Mapping[str, str]
    passive_only: frozenset[str]
    doubted_of: frozenset[str]
    nouns: Mapping[str, str]
    modifiers: Mapping[str, str]
    subject_carriers: frozenset[str]
    object_carriers: frozenset[str]
    objects: Mapping[str, str]
    results: frozenset[str]
    ranked: frozenset[str]
    speech: frozenset[str]
    marks: Mapping[str, str]
    future: Phrases
    ahead: Phrases


CLASSES: Mapping[str, Finding] = {
    "expected": Finding("{} tells of something to come", "expected", None, "expectation"),
    "wished": Finding("{} does not say that it came about", "hypothetical", None, "statement"),
    "hypothetical": Finding("{} tells of a possibility", "hypothetical", None, "expectation"),
    "negated": Finding("{} says that it did not happen", "negated", "denies"),
    "unlikely": Finding("{} does not expect it", "negated", "doubts", "expectation"),
    "denied": Finding("{} denies it", "negated", "denies"),
    "doubted": Finding("{} does not vouch for it", None, "doubts"),
    "general": Finding("{} tells of what usually happens", "general"),
}
NEGATED: Mapping[str, Finding] = {
    "expected": Finding("{} under a negation: not expected", "negated", "denies", "expectation"),
    "wished": CLASSES["wished"],
    "negated": Finding("{} under a negation: it did happen", "happened"),
    "denied": Finding("{} under a negation: not denied", None, "doubts"),
    "doubted": Finding("{} under a negation", "negated", "doubts"),
}
VERBS = frozenset({"VERB", "AUX"})
AUX_DEPS = frozenset({"aux", "auxpass"})


def clause_words(data: Mapping[str, Mapping[str, list[str]]]) -> ClauseWords:
    """The cue words of a parsed stance.toml."""
    verbs, future = data["governor"], data["future"]
    return ClauseWords(
        aux=_classes(data["aux"]),
        governors=_classes({c: verbs[c] for c in ("wished", "expected", "negated", "unlikely", "denied", "doubted")}),
        passive_only=frozenset(verbs["doubted_passive_only"]),
        doubted_of=frozenset(verbs["doubted_of"]),
        nouns=_classes(data["noun"]),
        modifiers=_classes(data["modifier"]),
        subject_carriers=frozenset(data["carrier"]["subject"]),
        object_carriers=frozenset(data["carrier"]["object"]),
        objects={w: c for c in ("wished", "expected", "negated", "denied", "doubted") for w in _of_objects(verbs, c)},
        results=frozenset(data["infinitive"]["result"]),
        ranked=frozenset(data["infinitive"]["ranked"]),
        speech=frozenset(data["speech"]["verbs"]),
        marks=_classes(data["mark"]),
        future=phrases(future["phrases"]),
        ahead=phrases(future["cues"]),
    )


def findings(head: Token, words: ClauseWords) -> Iterator[Finding]:
    """All that grammar says of the clause of a verb or an event noun, what counts most first."""
    if head.pos_ in VERBS or head.tag_.startswith("VB"):
        yield from _of_verb(head, words)
    elif head.pos_ == "ADJ" and head.dep_ == "acomp":
        yield from _of_verb(head.head, words)
    else:
        yield from _of_noun(head, words)


def asserted(root: Token, words: ClauseWords) -> Token:
    """The verb that a main clause is about: "begin" in "is scheduled to begin" and in "is likely to begin"."""
    for governor in (root, *(c for c in root.children if c.dep_ in ("acomp", "oprd"))):
        if _governor_class(governor, words) not in ("expected", "unlikely", "doubted"):
            continue
        below = next((c for c in governor.children if c.dep_ == "xcomp" and _infinitive(c)), None)
        if below is not None and _by_governor(below, governor, words) is not None:
            return below
    return root


def _of_objects(verbs: Mapping[str, list[str]], name: str) -> list[str]:
    return verbs.get(f"{name}_object") or verbs[name]


def _classes(data: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: name for name, listed in data.items() for word in listed}


# --- verbs --------------------------------------------------------------------------------------------------------


def _of_verb(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    leader = _leader(verb)
    yield from _negation(verb, words)
    yield from _governed(leader, words)
    yield from _marked(leader, words)
    yield from _auxiliaries(leader, words)
    yield from _scheduled(leader, words)
    yield from _modified(verb, words)
    yield from _future_present(leader, words)


def _leader(verb: Token) -> Token:
    """The first of coordinated verbs that share subject and auxiliaries: "will fly in and meet them"."""
    while verb.dep_ == "conj" and verb.head.pos_ in VERBS and not _has_own_frame(verb):
        verb = verb.head
    return verb


def _has_own_frame(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ in AUX_DEPS or c.dep_.startswith("nsubj") for c in verb.children
    )


def _negation(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    for child in verb.children:
        form = child.lower_
        if (
            child.dep_ == "neg"
            or words.aux.get(form) == "negation"
            or (form == "longer" and any(c.lower_ == "no" for c in child.children))
            or (child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and _is_negative(child, words))
        ):
            yield _told("negated", child)
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("without", "instead"):
        yield _told("negated", verb.head)


def _is_negative(noun: Token, words: ClauseWords) -> bool:
    """ "no one", "no ships"; "no fewer than six ships" is six."""
    if words.aux.get(noun.lower_) == "negative":
        return True
    nays = (c for c in noun.children if c.lower_ in ("no", "neither"))
    return any(c.nbor().lower_ not in ("less", "fewer", "more", "doubt") for c in nays)


def _governed(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    """What the verb, adjective or noun above makes of the clause, and the one above that ("is set to begin to")."""
    governor, depth = verb.head, 0
    while depth < 3 and governor is not verb:
        finding = _by_governor(verb, governor, words)
        if finding is not None:
            yield finding
        if verb.dep_ not in ("xcomp", "acl", "pcomp", "ccomp") or governor.head is governor:
            return
        verb, governor, depth = governor, governor.head, depth + 1
        if verb.dep_ in ("ROOT", "ccomp", "conj", "relcl", "advcl") and verb.dep_ != "ccomp":
            return


def _by_governor(verb: Token, governor: Token, words: ClauseWords) -> Finding | None:
    if verb.dep_ == "pcomp":
        return _by_preposition(governor, words)
    if governor.pos_ in ("NOUN", "PROPN") and _infinitive(verb) and verb.dep_ in ("acl", "relcl", "xcomp", "advcl"):
        return _by_noun(governor, words)
    if governor.lemma_ == "be" and verb.dep_ == "xcomp" and _infinitive(verb):
        return _told("expected", governor)  # "is to be delivered in May"
    if verb.dep_ not in ("xcomp", "ccomp", "oprd") and not (verb.dep_ == "advcl" and _infinitive(verb)):
        return None
    name = _governor_class(governor, words)
    if name is None or (verb.dep_ == "advcl" and governor.pos_ in VERBS and governor.tag_ != "VBN"):
        return None
    if not _suits(name, verb, governor, words):
        return None
    finding = NEGATED.get(name) if _is_negated(governor, words) else CLASSES[name]
    return _worded(finding, governor)


def _by_noun(noun: Token, words: ClauseWords) -> Finding | None:
    """An infinitive under a noun: "a plan to test", "a contract to supply"; "Carmaker to cut jobs" is a headline."""
    name = words.nouns.get(noun.lemma_.lower())
    if name is not None:
        return _told(name, noun)
    if noun.dep_ == "ROOT":
        return HEADLINE
    ranked = noun.lemma_.lower() in words.ranked or any(c.lower_ in words.ranked for c in noun.children)
    return None if ranked else _told("wished", noun)


def _governor_class(governor: Token, words: ClauseWords) -> str | None:
    particle = next((c.lower_ for c in governor.children if c.dep_ == "prt"), None)
    lemma = governor.lemma_.lower()
    if particle is not None and f"{lemma} {particle}" in words.governors:
        return words.governors[f"{lemma} {particle}"]
    return words.governors.get(governor.lower_) or words.governors.get(lemma)


def _suits(name: str, verb: Token, governor: Token, words: ClauseWords) -> bool:
    """Whether the governor governs in that sense: plans and wishes take an infinitive or a gerund, belief a passive."""
    if name == "doubted" and governor.lemma_.lower() in words.passive_only and governor.pos_ == "VERB":
        return governor.tag_ == "VBN" and any(c.dep_ in ("auxpass", "nsubjpass") for c in governor.children)
    if name in ("denied", "doubted"):
        return True
    if _infinitive(verb) or verb.tag_ == "VBG":
        return True
    return name == "expected" and verb.dep_ == "ccomp" and governor.lemma_.lower() in FORECASTS


def _by_preposition(preposition: Token, words: ClauseWords) -> Finding | None:
    """ "suspected of firing", "the risk of sparking", "prevented from leaving"."""
    governor = preposition.head
    lemma = governor.lemma_.lower()
    if preposition.lower_ in ("of", "with", "for") and lemma in words.doubted_of:
        return _told("doubted", governor)
    if governor.pos_ in VERBS:
        name = _governor_class(governor, words) if preposition.lower_ in ("from", "of", "against", "for") else None
        return _told_if(name if name in ("negated", "wished") else None, governor)
    return _told_if(words.nouns.get(lemma), governor)


def _marked(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    """Conditions, on the clause itself or on the one that depends on it, and bare infinitives of purpose."""
    for child in verb.children:
        if child.dep_ in ("mark", "advmod") and words.marks.get(child.lower_) == "hypothetical":
            yield _told("hypothetical", child)
        elif child.dep_ == "advcl" and any(
            words.marks.get(c.lower_) == "hypothetical" for c in child.children if c.dep_ == "mark"
        ):
            if any(words.aux.get(c.lower_) in ("future", "conditional", "possible") for c in verb.children):
                yield _told("hypothetical", child)
    if verb.dep_ == "advcl" and verb.tag_ in ("VBZ", "VBP") and _has_aux(verb.head, "future", words):
        yield _told("expected", verb.head)  # "will be named when it arrives"
    if verb.dep_ == "advcl" and _infinitive(verb) and verb.head.pos_ in VERBS and verb.lemma_ not in words.results:
        yield Finding("an infinitive of purpose", "hypothetical")


def _has_aux(verb: Token, name: str, words: ClauseWords) -> bool:
    return any(words.aux.get(c.lower_) == name for c in verb.children if c.dep_ in AUX_DEPS)


def _auxiliaries(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    children = list(verb.children)
    forms = [c for c in children if c.dep_ in AUX_DEPS]
    perfect = any(c.lower_ in ("have", "'ve") for c in forms)
    # "would not comment" and "could not attend" tell what did not happen, not what might
    refused = any(c.dep_ == "neg" for c in children)
    for child in forms:
        name = words.aux.get(child.lower_)
        if name == "future":
            yield _told("expected", child)
        elif name == "possible" and not (refused and child.lower_ == "could"):
            counterfactual = child.lower_ == "could" and perfect
            yield _worded(PERHAPS if perfect and not counterfactual else POSSIBLE, child)
        elif name == "conditional" and child.tag_ == "MD" and not (refused and not perfect):
            yield _worded(CLASSES["expected"] if _reported(verb, words) and not perfect else POSSIBLE, child)
        elif name == "duty":
            yield _worded(DUTY, child)
        elif name == "ability":
            yield _worded(ABILITY, child)
    if verb.dep_ == "ROOT" and _infinitive(verb) and any(c.dep_.startswith("nsubj") for c in children):
        yield HEADLINE


def _scheduled(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    """Plans told as such: "talks are scheduled for Friday"."""
    passive = verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children)
    if (
        passive
        and words.governors.get(verb.lemma_.lower()) == "expected"
        and any(c.lower_ == "for" for c in verb.children)
    ):
        yield _told("expected", verb)


def _reported(verb: Token, words: ClauseWords) -> bool:
    """Whether "would" is a reported "will": under a past verb of speaking or planning, with no condition."""
    head = verb.head
    return (
        verb.dep_ == "ccomp"
        and head.tag_ in ("VBD", "VBN")
        and (head.lemma_ in words.speech or head.lemma_ in FORECASTS)
    )


def _modified(head: Token, words: ClauseWords) -> Iterator[Finding]:
    for child in head.children:
        if child.dep_ in ("advmod", "amod", "npadvmod", "acomp"):
            yield from _finding(words.modifiers.get(child.lower_), child, ("doubted", "general"))


def _future_present(verb: Token, words: ClauseWords) -> Iterator[Finding]:
    """Present tense or bare wording with a time to come: "is visiting next week", "is poised to", "looms"."""
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.children if c.dep_ in AUX_DEPS):
        return
    left, right = verb.left_edge.i, verb.right_edge.i + 1
    text = verb.doc[left:right].text.lower()
    cue = phrase_in(text, words.future) if verb.tag_ in ("VBZ", "VBP", "VBG") else None
    cue = cue or phrase_in(text, words.ahead)
    if cue is not None:
        yield replace(CLASSES["expected"], why=CLASSES["expected"].why.format(f'"{cue}"'))


# --- event nouns --------------------------------------------------------------------------------------------------


def _of_noun(noun: Token, words: ClauseWords) -> Iterator[Finding]:
    for child in noun.children:
        if child.dep_ in ("amod", "det", "compound", "nmod", "acl", "advmod"):
            yield from _finding(_modifier_class(child, words), child, None)
    governor, link = noun.head, noun.dep_
    if link == "conj":
        governor, link = _first(noun).head, _first(noun).dep_
    if link in ("compound", "nmod"):
        yield from _finding(words.nouns.get(governor.lemma_.lower()), governor, None)
    elif link == "pobj":
        yield from _under_preposition(governor, words)
    elif governor.pos_ in VERBS:
        yield from _under_verb(link, governor, words)


def _first(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head is not noun:
        noun = noun.head
    return noun


def _modifier_class(child: Token, words: ClauseWords) -> str | None:
    if child.dep_ == "acl":
        name = words.governors.get(child.lemma_.lower())
        return name if child.tag_ == "VBN" and name in ("expected", "negated") else None
    return words.modifiers.get(child.lower_)


def _under_preposition(preposition: Token, words: ClauseWords) -> Iterator[Finding]:
    governor = preposition.head
    if preposition.lower_ == "of" and governor.lower_ == "ahead":
        yield _told("expected", governor)
    elif (governor.lower_ == "in" and preposition.lower_ == "of") or governor.lower_ == "case":
        return
    elif governor.pos_ in VERBS:
        name = _governor_class(governor, words)
        if preposition.lower_ in ("of", "with", "for") and governor.lemma_.lower() in words.doubted_of:
            name = "doubted"
        yield from _finding(
            name,
            governor,
            ("wished", "doubted", "expected", "negated")
            if preposition.lower_ in ("of", "for", "with", "from", "against")
            else (),
        )
    else:
        yield from _finding(words.nouns.get(governor.lemma_.lower()), governor, None)


def _under_verb(link: str, verb: Token, words: ClauseWords) -> Iterator[Finding]:
    lemma = verb.lemma_.lower()
    if link in ("dobj", "nsubjpass"):
        particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), None)
        yield from _finding(words.objects.get(f"{lemma} {particle}" if particle else lemma), verb, None)
    carried = words.object_carriers if link in ("dobj", "nsubjpass") else words.subject_carriers
    if lemma in carried and link in ("dobj", "nsubjpass", "nsubj", "attr"):
        yield from _of_verb(verb, words)


# --- wording ------------------------------------------------------------------------------------------------------

FORECASTS = frozenset(
    {
        "expect",
        "hope",
        "predict",
        "forecast",
        "anticipate",
        "project",
        "promise",
        "vow",
        "pledge",
        "believe",
        "think",
        "agree",
    }
)
HEADLINE = Finding('a headline\'s "to" tells of something to come', "expected", None, "expectation")
PERHAPS = Finding("{} does not vouch for it", "happened", "doubts", "fact")
POSSIBLE = Finding("{} tells of a possibility", "hypothetical", None, "expectation")
DUTY = Finding("{} says what ought to be", "hypothetical", None, "assessment")
ABILITY = Finding("{} says what is possible in general", "general")


def _infinitive(verb: Token) -> bool:
    return verb.tag_ in ("VB", "VBN") and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _is_negated(governor: Token, words: ClauseWords) -> bool:
    return next(_negation(governor, words), None) is not None


def _finding(name: str | None, cue: Token, only: Sequence[str] | None) -> Iterator[Finding]:
    if name is not None and (only is None or name in only):
        yield _told(name, cue)


def _told_if(name: str | None, cue: Token) -> Finding | None:
    return None if name is None else _told(name, cue)


def _told(name: str, cue: Token) -> Finding:
    finding = CLASSES[name]
    return replace(finding, why=finding.why.format(f'"{cue.text}"'))


def _worded(finding: Finding | None, cue: Token) -> Finding:
    found = finding or CLASSES["wished"]
    return replace(found, why=found.why.format(f'"{cue.text}"'))
