"""The cue words of modality, denial and doubt (data/stance.toml), and what each class of them says of a clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from crosswire.claims.stance.phrases import Phrases, phrases
from crosswire.claims.tokens import children
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
    coming: frozenset[str]
    objects: Mapping[str, str]
    results: frozenset[str]
    ranked: frozenset[str]
    forecasts: frozenset[str]
    opposed: frozenset[str]
    letting: frozenset[str]
    found: frozenset[str]
    arguing: frozenset[str]
    pleading: frozenset[str]
    leading: frozenset[str]
    used: frozenset[str]
    of_plans: frozenset[str]
    usual: frozenset[str]
    unfinished: frozenset[str]
    nearly: frozenset[str]
    ending: frozenset[str]
    talked: frozenset[str]
    spreading: frozenset[str]
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
    "rumoured": Finding("{} is hearsay: nobody vouches for it", "hypothetical", "doubts", "statement"),
    "general": Finding("{} tells of what usually happens", "general"),
}
NEGATED: Mapping[str, Finding] = {
    "expected": Finding("{} under a negation: not expected", "negated", "denies", "expectation"),
    "wished": CLASSES["wished"],
    "negated": Finding("{} under a negation: it did happen", "happened"),
    "denied": Finding("{} under a negation: not denied", None, "doubts"),
    "doubted": Finding("{} under a negation", "negated", "doubts"),
}
HEADLINE = Finding('a headline\'s "to" tells of something to come', "expected", None, "expectation")
VERBS = frozenset({"VERB", "AUX"})
AUXILIARY = frozenset({"aux", "auxpass"})


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
        coming=frozenset(data["carrier"]["coming"]),
        objects={w: c for c in ("wished", "expected", "negated", "denied", "doubted") for w in _of_objects(verbs, c)},
        results=frozenset(data["infinitive"]["result"]),
        ranked=frozenset(data["infinitive"]["ranked"]),
        forecasts=frozenset(verbs["forecasts"]),
        speech=frozenset(data["speech"]["verbs"]),
        **{name: frozenset(listed) for name, listed in data["uncertain"].items()},
        marks=_classes(data["mark"]),
        future=phrases(future["phrases"]),
        ahead=phrases(future["cues"]),
    )


def _of_objects(verbs: Mapping[str, list[str]], name: str) -> list[str]:
    return verbs.get(f"{name}_object") or verbs[name]


def _classes(data: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: name for name, listed in data.items() for word in listed}


def of_class(name: str | None, cue: Token, only: Sequence[str] | None = None) -> Iterator[Finding]:
    """What a cue of that class says; nothing for no class, or for one that is not among `only`."""
    if name is not None and (only is None or name in only):
        yield told(CLASSES[name], cue)


def told(finding: Finding, cue: Token | str) -> Finding:
    """The finding with its cue's words in the reason."""
    return Finding(finding.why.format(f'"{cue}"'), finding.modality, finding.stance, finding.kind)


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before the verb: "to fire", "to be held"."""
    return verb.tag_ in ("VB", "VBN") and any(c.lower_ == "to" and c.dep_ == "aux" for c in children(verb))
