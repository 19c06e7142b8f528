"""Cues that are no complement-taking word: "according to X", "in X's view", "as X put it", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.claims.attribution.reading import Reading
from crosswire.claims.attribution.spans import FINITE, REACH, Range, verb_group
from crosswire.claims.attribution.tree import SUBJECTS, Tree

VIEW = frozenset(
    {"view", "opinion", "words", "eyes", "mind", "telling", "estimation", "judgment", "judgement", "account"}
)
CONTENT_WORDS = frozenset({"NOUN", "PROPN", "VERB", "PRON", "ADJ", "NUM"})
POLLS = frozenset({"poll", "survey"})
HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})
REPORTS = frozenset({"reports", "reported"})
PAPERS = frozenset({"datum", "data", "report", "information", "figure", "record", "statement", "statistic", "finding"})
# What is done "as per" one of these is done so; nobody tells it.
NORMS = frozenset(
    {"usual", "norm", "normal", "rule", "schedule", "plan", "agreement", "tradition", "custom", "guideline", "law"}
    | {"protocol", "policy", "practice", "practise", "requirement", "order", "instruction", "request", "contract"}
    | {"term", "convention", "procedure", "constitution", "regulation", "provision", "need", "choice", "wish", "act"}
)
OPENERS = frozenset({"according", "based", "per", "in", "as", *HEARSAY, *REPORTS})


def phrases(tree: Tree, i: int) -> Iterator[Reading]:
    """The attributions whose cue phrase begins at token i: a preposition or "as"."""
    word = tree.lower[i]
    if word == "according" and i + 1 < len(tree) and tree.lower[i + 1] == "to":
        yield from _with_source(tree, i, (i, i + 1), tree.kid(i + 1, "pobj"))
    elif word == "based":
        yield from _based(tree, i)
    elif word == "per":
        yield from _per(tree, i)
    elif word == "in" and tree.dep[i] == "prep":
        yield from _view(tree, i)
    elif word in REPORTS:
        yield from _outlet_reports(tree, i)
    elif word in HEARSAY:
        yield from _hearsay(tree, i)
    elif word == "as" and tree.dep[i] in {"mark", "advmod"} and tree.head[i] > i:
        yield from _as(tree, i)


def _based(tree: Tree, i: int) -> Iterator[Reading]:
    """ "Based on data from the survey, the quake was shallow": what a sentence that opens so tells is theirs."""
    if i != tree.first[i] or i + 1 >= len(tree) or tree.lower[i + 1] != "on":
        return
    papers = tree.kid(i + 1, "pobj")
    of = (
        None
        if papers is None
        else next((p for p in tree.kids(papers, "prep") if tree.lower[p] in {"from", "of", "by"}), None)
    )
    who = None if of is None else tree.kid(of, "pobj")
    if papers is not None and of is not None and who is not None and tree.lemma[papers] in PAPERS:
        yield from _with_source(tree, i, (i, of), who)


def _per(tree: Tree, i: int) -> Iterator[Reading]:
    """ "Per Reuters, ...", "..., as per the police chief"; not "as per usual" or "per head"."""
    begin = i - 1 if i > tree.first[i] and tree.lower[i - 1] == "as" else i
    who = tree.kid(i, "pobj")
    if who is None or tree.lemma[who] in NORMS:
        return
    if begin == i and i > tree.first[i] and tree.lower[i - 1] != ",":
        return
    content = tuple(_clause_around(tree, begin, (begin, tree.right(i))))
    if content:
        yield Reading(i, "phrase", (begin, i), content, who)


def _with_source(tree: Tree, i: int, cue: Range, who: int | None) -> Iterator[Reading]:
    if who is not None:
        content = tuple(_clause_around(tree, i, (tree.left(i), tree.right(i))))
        if content:
            yield Reading(i, "phrase", cue, content, who)


def _view(tree: Tree, i: int) -> Iterator[Reading]:
    """ "in his view", "in the words of X"."""
    noun = tree.kid(i, "pobj")
    if noun is not None and tree.lemma[noun] in POLLS and _counts(tree, i):
        yield from _with_source(tree, i, (i, i), noun)
    if noun is None or tree.lower[noun] not in VIEW:
        return
    of = next((p for p in tree.kids(noun, "prep") if tree.lower[p] == "of"), None)
    who = tree.kid(noun, "poss") if of is None else tree.kid(of, "pobj")
    if who is None:
        return
    cue = (noun, noun) if of is None else (i, of)
    content = tuple(_clause_around(tree, i, (tree.left(i), tree.right(i))))
    if content:
        yield Reading(noun, "phrase", cue, content, who)


def _counts(tree: Tree, i: int) -> bool:
    """Whether the sentence gives a number, as what a poll found does."""
    return any(tree.pos[k] == "NUM" for k in range(tree.first[i], min(tree.last[i], tree.first[i] + REACH)))


def _as(tree: Tree, i: int) -> Iterator[Reading]:
    """ "As Mr. Amar put it, ...": all of the sentence but the clause."""
    verb = tree.head[i]
    nobody = tree.subject(verb) is None and tree.kid(verb, "agent") is None
    if tree.dep[verb] != "advcl" or nobody or tree.kid(verb, "ccomp", "xcomp") is not None:
        return
    start, end = tree.left(verb), tree.right(verb)
    if start != i or end - start > 20:
        return
    first, last = verb_group(tree, verb)
    it = tree.kid(verb, "dobj")
    if it is not None:
        if tree.lower[it] != "it":
            return
        last = max(last, it)
    content = tuple(_outside(tree, (tree.first[i], tree.last[i]), (start, end)))
    if end < tree.last[i] and tree.lower[end + 1] == "that":  # "the mayor said, as reported by AFP, that ..."
        content = ((tree.first[i], start - 1), (end + 1, tree.last[i]))
    if content:
        yield Reading(verb, "as_clause", (first, last), content)


def _clause_around(tree: Tree, i: int, phrase: Range) -> Iterator[Range]:
    """What the phrase speaks of: the clause of the verb it hangs on, else its sentence, without the phrase."""
    clause = (tree.first[i], tree.last[i])
    verb = tree.head[i]
    if tree.dep[verb] in {"relcl", "advcl", "conj"} and tree.kid(verb, *SUBJECTS) is not None:
        clause = (tree.left(verb), tree.right(verb))
    yield from _outside(tree, clause, phrase)


def _outside(tree: Tree, clause: Range, phrase: Range) -> Iterator[Range]:
    """What stands before the phrase, and what behind it unless the words before it are a clause of their own."""
    before, behind = (clause[0], phrase[0] - 1), (phrase[1] + 1, clause[1])
    if any(tree.pos[k] in CONTENT_WORDS for k in range(before[0], min(before[1] + 1, before[0] + REACH))):
        yield before
        if any(tree.pos[k] in {"VERB", "AUX"} for k in range(before[0], min(before[1] + 1, before[0] + REACH))):
            return
    if any(tree.pos[k] in CONTENT_WORDS for k in range(behind[0], min(behind[1] + 1, behind[0] + REACH))):
        yield behind


def _outlet_reports(tree: Tree, i: int) -> Iterator[Reading]:
    """ "..., Trend reports citing Sputnik.": the parser takes the verb for a noun behind the outlet's name."""
    comma = next((k for k in range(i - 1, max(tree.first[i], i - 7), -1) if tree.pos[k] != "PROPN"), None)
    if comma is None or tree.lower[comma] != "," or comma == i - 1 or (tree.pos[i] == "VERB" and tree.kid(i, "ccomp")):
        return
    if i < tree.last[i] and tree.lower[i + 1] not in {"citing", "quoting", "on", ".", ","}:
        return
    clause = (tree.first[i], comma - 1)
    if any(tree.tag[k] in FINITE for k in range(clause[0], min(comma, clause[0] + REACH))):
        yield Reading(i, "phrase", (i, i), (clause,), i - 1)


def _hearsay(tree: Tree, i: int) -> Iterator[Reading]:
    """ "X is reportedly considering a run": an adverb that leaves the source open."""
    verb = tree.head[i]
    if tree.pos[verb] not in {"VERB", "AUX"} or verb == i:
        return
    clause = (tree.left(verb), tree.right(verb))
    yield Reading(i, "hearsay", (i, i), tuple(_halves(clause, i)), sourceless=True)


def _halves(clause: Range, i: int) -> Iterator[Range]:
    for first, last in ((clause[0], i - 1), (i + 1, clause[1])):
        if first <= last:
            yield first, last
