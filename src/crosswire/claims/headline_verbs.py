"""Headlines whose verb the tagger takes for a noun: "Ferry sinks in Lake Victoria", "Two explosions rock cathedral".

A quarter of 445 real headlines told of no event because of that. Where a part of a headline has no finite verb, a word
that may be one is put into the past ("sinked" is taken for a verb by any tagger), the headline is parsed once more, and
what that parse finds is kept for the words as they stand. Where it finds no verb either, the first parse stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Token

from crosswire.claims.frames_load import load_frames
from crosswire.claims.grammar.lists import load_grammar

# Of "striked" the tagger makes no verb where the words around it are few: these it knows.
IRREGULAR = {
    "strike": "struck", "shake": "shook", "fall": "fell", "steal": "stole", "take": "took", "break": "broke",
    "rise": "rose", "leave": "left", "lose": "lost", "win": "won", "sell": "sold", "hold": "held", "shoot": "shot",
    "sweep": "swept", "tear": "tore", "seek": "sought", "send": "sent", "find": "found", "fight": "fought",
    "meet": "met", "buy": "bought", "flee": "fled", "drop": "dropped", "ram": "rammed", "stab": "stabbed",
    "rob": "robbed", "ban": "banned", "rip": "ripped",
}  # fmt: skip
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "POS", "VBG", ")", "''"})
TAKEN = frozenset({"NN", "NNS", "NNP", "NNPS"})  # what the tagger takes a headline's verb for
PLURAL = frozenset({"NNS", "NNPS"})
PARTS = frozenset({":", ";", "|", ",", "-", "as", "after", "while", "when", "before", "and", "--"})
ABOARD = frozenset({"onboard", "aboard"})
BEHIND = frozenset({"VBN", "VBD", "VBZ", "VBP"})  # "missile launches condemned": the verb stands behind


def reparsed(doc: Doc, parser: Language) -> Doc:
    """The parse of a headline with its verb as a verb; the same parse where it has one, or none can be found."""
    forms = {i: form for part in _parts(doc) for i, form in _candidates(part)}
    if not forms:
        return doc
    words = [forms.get(t.i, t.text) for t in doc]
    again = parser(Doc(doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc]))
    if not all(_is_verb(again[i], doc[i]) for i in forms):
        return doc
    return _as_it_stands(doc, again, forms)


def _parts(doc: Doc) -> Iterator[list[Token]]:
    """The parts of a headline, at its colons, commas and conjunctions, that have no finite verb."""
    part: list[Token] = []
    for token in doc:
        if token.lower_ in PARTS:
            if part:
                yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part


def _candidates(part: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The word of a part that may be its verb, in a form that cannot be taken for a noun; and "to Buy" as "to buy"."""
    for before, token in pairwise(part):
        if before.lower_ == "to" and token.tag_ in TAKEN and token.lower_ in _verbs():
            yield token.i, token.lower_
            return
    finite = next((t for t in part if t.tag_ in FINITE and not _is_kind(t, part)), None)
    if finite is not None:
        if _without_subject(finite) and finite.lemma_.lower() in _verbs():
            yield finite.i, _past(finite.lemma_.lower())
        return
    for before, token in pairwise(part):
        if token.tag_ == "VBN":
            return  # "Hunter indicted on fraud charges"
        base = _base(token, before)
        behind = token.nbor() if token.i + 1 < len(token.doc) else None
        if base is None or (behind is not None and behind.tag_ in BEHIND):
            continue
        if token.i == part[-1].i and base in _nouns():
            continue  # "open to Social Security cuts"
        yield token.i, _past(base)
        return


def _is_kind(verb: Token, part: Sequence[Token]) -> bool:
    """Whether what the tagger takes for a verb is none that tells of an event, and one that does stands behind it with
    what it did: "Valencia flash flood kills 16"."""
    if verb.tag_ != "VBP" or verb.lemma_.lower() in _verbs():
        return False
    behind = [t for t in part if t.i > verb.i + 1]
    return any(t.tag_ in TAKEN and _base(t, t.nbor(-1)) is not None for t in behind)


def _without_subject(verb: Token) -> bool:
    """Whether who does it was taken for a part of the verb's own name ("MV Nyerere Capsizes"), or the verb for a part
    of what it is done to ("Niger president names aide")."""
    left = {c.dep_ for c in verb.lefts}
    named = "compound" in left and not any(d.startswith("nsubj") for d in left)
    return verb.tag_ == "VBZ" and (named or verb.dep_ == "compound")


def _base(token: Token, before: Token) -> str | None:
    """The verb that a noun may be: "sinks" behind any noun, "rock" behind a plural."""
    if token.tag_ not in TAKEN | {"JJ"} or not (before.tag_ in NOMINAL or before.lower_ in ABOARD):
        return None
    low = token.lower_
    if token.tag_ == "JJ":  # "Authorities close border crossing"
        behind = token.nbor() if token.i + 1 < len(token.doc) else token
        return low if before.tag_ in PLURAL and low in _verbs() and behind.tag_ in TAKEN else None
    if low.endswith("s"):
        forms = (low[:-1], low[:-2] if low.endswith("es") else "", f"{low[:-3]}y" if low.endswith("ies") else "")
        return next((form for form in forms if form in _verbs()), None)
    plural = before.tag_ in PLURAL or any(c.dep_ == "cc" for c in before.head.children)
    return low if plural and token.tag_ in ("NN", "NNP") and low in _verbs() else None


def _past(base: str) -> str:
    if base in IRREGULAR:
        return IRREGULAR[base]
    if base.endswith("e"):
        return f"{base}d"
    return f"{base[:-1]}ied" if base.endswith("y") and base[-2:-1] not in "aeiou" else f"{base}ed"


def _is_verb(again: Token, first: Token) -> bool:
    """Whether the second parse has a verb there that somebody does."""
    if again.lower_ == first.lower_:
        return again.pos_ == "VERB"
    done = any(c.dep_ in ("nsubj", "nsubjpass") for c in again.children)
    return again.tag_ in ("VBD", "VBN") and (done or again.dep_ in ("ROOT", "conj"))


def _as_it_stands(doc: Doc, again: Doc, forms: dict[int, str]) -> Doc:
    """The second parse over the headline's own words: a verb put into the past is in the present there."""
    tags = [t.tag_ if t.i not in forms or t.tag_ == "VB" else "VBZ" if _ends(doc[t.i]) else "VBP" for t in again]
    lemmas = [t.lemma_ if t.i not in forms else _lemma(doc[t.i], forms[t.i]) for t in again]
    made = Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=tags,
        pos=[t.pos_ for t in again],
        morphs=[str(t.morph) for t in again],
        lemmas=lemmas,
        heads=[t.head.i for t in again],
        deps=[t.dep_ for t in again],
        ents=_without_verbs(doc, forms),
    )
    made.user_data.update(doc.user_data)
    return made


def _without_verbs(doc: Doc, forms: dict[int, str]) -> list[str]:
    """The names of a headline, none of which has its verb for a part: of "Eliud Barasa Breaks", "Buy LinkedIn"."""
    ents = [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc]
    for i in forms:
        ents[i] = "O"
        if i + 1 < len(ents) and ents[i + 1].startswith("I-"):
            ents[i + 1] = f"B-{doc[i + 1].ent_type_}"
    return ents


def _ends(token: Token) -> bool:
    return token.lower_.endswith("s")


def _lemma(token: Token, form: str) -> str:
    low = token.lower_
    if form == low or not low.endswith("s"):
        return low
    return next((f for f in (low[:-1], low[:-2], f"{low[:-3]}y") if f in _verbs()), low)


@cache
def _nouns() -> frozenset[str]:
    """What is as often a noun: the nouns that tell of events, and those of data/grammar.toml."""
    frames = load_frames().all
    told = {n for f in frames for t in f.triggers for n in t.noun} | {n for f in frames for n in f.nouns}
    return frozenset(told) | load_grammar().also_nouns


@cache
def _verbs() -> frozenset[str]:
    """The verbs that tell of events: those of all frames, in one word."""
    return frozenset(v for f in load_frames().all for t in f.triggers for v in t.verb if " " not in v and len(v) > 2)
