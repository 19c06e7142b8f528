"""A clause as it would be told plainly: whoever suffers is its patient, a light verb is what its noun tells.

Both the sentence's clauses and those of the reports are laid out so before they are laid beside one another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crosswire.facts.check.words import Words
from crosswire.model import Clause, Phrase, Span, Time

PARTICLES = ("up", "down", "off", "out", "away", "over", "back", "in", "on", "through", "aside", "apart")
PAIR = 2  # a verb and its preposition: "slammed into", which is still a slam
AMONG = ("among", "amongst")
THOSE = ("those", "people", "person")
CALLED = frozenset(("call", "name", "dub"))
ABOARD = re.compile(r"\b(?:on board|aboard)(?: of)?(?: the| an?)? $")


def normal(clause: Clause, words: Words) -> tuple[Clause, frozenset[str]]:
    """(the clause with what suffers as its patient, its forms): who dies is killed, what sinks is sunk."""
    clause = _as_among(_as_left(_as_named(_with_particle(_as_aboard(clause), words)), words), words)
    known = frozenset(
        f for f in clause.forms if " " not in f or f in words.acts or f in words.means or f in words.senses
    )
    known = _as_idiom(replace(clause, forms=known), words)
    clause = replace(clause, forms=known)
    forms = known | {words.means[f] for f in known if f in words.means}
    if forms & words.happening:
        clause = replace(clause, phrases=tuple(replace(p, front=False) for p in clause.phrases))
    suffers = clause.verbal and forms & (words.suffering | set(words.means.values()))
    if not suffers or not clause.forms & words.suffering or any(_suffers(p, forms) for p in clause.phrases):
        return clause, forms
    turned = tuple(replace(p, role="patient" if p.role == "agent" else p.role, front=False) for p in clause.phrases)
    return replace(clause, phrases=turned), forms


def _as_idiom(clause: Clause, words: Words) -> frozenset[str]:
    """The forms with those that editors use for one act, of a verb and what stands beside it ("find guilty", "give
    green light", "stay behind bars"): then the verb alone says nothing, for what stands beside it is not asked for."""
    if not clause.verbal:
        return clause.forms
    told = {f"{verb} {end}" for p in clause.phrases for end in _ends(p, clause, words) for verb in clause.forms}
    idioms = (clause.forms | told) & words.idioms
    if not idioms:
        return clause.forms
    whole = {i for i in idioms if len(i.split()) > PAIR or i.split()[-1] not in words.governing}
    alone = {f for f in clause.forms | idioms if any(i.startswith(f"{f} ") for i in whole)}
    turned = {f"{verb} {p.head}" for p in clause.phrases if _is_not(p, clause) for verb in clause.forms}
    return (clause.forms | idioms) - alone - turned


def _ends(phrase: Phrase, clause: Clause, words: Words) -> tuple[str, ...]:
    """What a phrase adds to its verb to make an act of several words."""
    if phrase.role == "is":
        return (f"not {phrase.head}",) if _is_not(phrase, clause) else (phrase.head,)
    if phrase.role == "patient":
        return (phrase.head, *(f"{word} {phrase.head}" for word in phrase.words))
    if isinstance(phrase.named, Time) or phrase.role not in words.governing:
        return (f"{phrase.role} {phrase.head}",)
    return (phrase.role, f"{phrase.role} {phrase.head}")


def _is_not(phrase: Phrase, clause: Clause) -> bool:
    """Whether "not" stands between the verb and what it tells of: "pleaded not guilty"."""
    between = clause.sentence.exact[clause.head.end - clause.sentence.start : phrase.at.start - clause.sentence.start]
    return phrase.role == "is" and between.strip() == "not"


def as_one_verb(clauses: Sequence[Clause], words: Words) -> list[Clause]:
    """ "Was let go", "went missing" are one act."""
    found = list(clauses)
    heads = {(c.report, c.head.start): c for c in clauses}
    for clause in clauses:
        over = heads.get((clause.report, clause.hangs)) if clause.hangs is not None else None
        if over is None or clause.negative or clause.head.start - over.head.end != 1:
            continue
        ends = {*clause.forms, clause.head.exact.lower()}
        whole = {f"{a} {b}" for a in over.forms for b in ends} & words.idioms
        if whole:
            rest = tuple(p for p in clause.phrases if p.role not in ("agent", "patient"))
            one = replace(over, forms=frozenset(whole), phrases=(*over.phrases, *rest))
            found = [one if c is over else c for c in found if c is not clause]
    return found


def _as_aboard(clause: Clause) -> Clause:
    """Who is "on board the tanker" is aboard it, and no tanker."""
    text, start = clause.sentence.exact, clause.sentence.start
    turned = tuple(
        replace(p, role="aboard") if p.role == "is" and ABOARD.search(text[: max(0, p.at.start - start)]) else p
        for p in clause.phrases
    )
    return replace(clause, phrases=turned)


def _as_left(clause: Clause, words: Words) -> Clause:
    """ "Left 61 dead" is "left 61 people dead", "cost 61 people their lives" is done to them."""
    if "leave" in clause.forms:
        states = [p for p in clause.phrases if p.role == "is" and p.head in words.states]
        left = tuple(replace(p, role="patient") if p in states else p for p in clause.phrases)
        return replace(clause, forms=clause.forms | {f"leave {p.head}" for p in states}, phrases=left)
    if "cost life" in clause.forms:
        whom = [p for p in clause.phrases if p.role == "to"]
        rest = [p for p in clause.phrases if p not in whom and not (whom and p.head == "life")]
        return replace(clause, phrases=(*rest, *(replace(p, role="patient") for p in whom)))
    return clause


def _as_among(clause: Clause, words: Words) -> Clause:
    """ "A nurse was among the dead", "among those killed was a nurse": the nurse was killed."""
    if "be" not in clause.forms:
        return clause
    among = [p for p in clause.phrases if p.role in AMONG and words.among.get(p.head)]
    if len(among) != 1 or not among[0].words <= {among[0].head}:
        return clause
    act = words.among[among[0].head]
    rest = (p for p in clause.phrases if p is not among[0])
    turned = tuple(replace(p, role="patient") if p.role in ("agent", "is") else p for p in rest)
    return replace(clause, forms=frozenset((act,)), phrases=turned)


def told_among(clauses: Sequence[Clause]) -> list[Clause]:
    """ "Among those killed was a nurse": the nurse was killed."""
    found = list(clauses)
    for clause in clauses:
        among = [p for p in clause.phrases if p.role in AMONG and p.head in THOSE]
        if "be" not in clause.forms or len(among) != 1:
            continue
        at = among[0].at
        done = next((c for c in clauses if c.verbal and c.report == clause.report and _of(c, at)), None)
        if done is not None and not done.negative:
            own = tuple(
                replace(p, role="patient") if p.role in ("agent", "is") else p
                for p in clause.phrases
                if p is not among[0]
            )
            rest = tuple(p for p in done.phrases if p.role != "patient")
            turned = replace(clause, forms=done.forms, phrases=(*own, *rest), head=done.head)
            found = [turned if c is clause else c for c in found if c is not done]
    return found


def _of(clause: Clause, at: Span) -> bool:
    """Whether a clause describes what stands somewhere: "those killed"."""
    return clause.hangs is not None and at.start <= clause.hangs < at.end and clause.head.start >= at.start


def _as_named(clause: Clause) -> Clause:
    """What is called something is it: "The lander is called Vikram"."""
    roles = {p.role for p in clause.phrases}
    if not clause.forms & CALLED or roles & {"agent", "by"} or not {"patient", "is"} <= roles:
        return clause
    turned = tuple(replace(p, role="agent") if p.role == "patient" else p for p in clause.phrases)
    return replace(clause, forms=frozenset(("be",)), phrases=turned)


def _with_particle(clause: Clause, words: Words) -> Clause:
    """The clause with the word that its verb is told with, where the parser took it for how: "stepped down"."""
    for phrase in clause.phrases:
        beside = phrase.role == "how" and phrase.at.exact.lower() in PARTICLES and clause.verbal
        if beside and 0 < phrase.at.start - clause.head.end <= 1:
            forms = frozenset(f"{f} {phrase.head}" for f in clause.forms if " " not in f)
            known = frozenset(f for f in forms if f in words.acts or f in words.senses)
            if known:
                rest = tuple(p for p in clause.phrases if p is not phrase)
                return replace(clause, forms=known, phrases=rest)
    return clause


def _suffers(phrase: Phrase, forms: frozenset[str]) -> bool:
    if any(form.endswith(f" {phrase.head}") for form in forms):
        return False  # who loses his life has lost no other thing
    return phrase.role == "patient" and not isinstance(phrase.named, Time)
