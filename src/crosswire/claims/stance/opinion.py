"""Whether words judge, interpret or explain motives: cue phrases, judging predicates, questions, "we"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from crosswire.claims.parse import text_between
from crosswire.claims.stance.cues import Finding
from crosswire.claims.stance.phrases import Phrases, phrase_in, phrases
from crosswire.claims.tokens import children


@dataclass(frozen=True, slots=True)
class OpinionWords:
    """Phrases of interpretation, motive and judgement, those of motive once more, and adjectives that judge as
    predicates."""

    phrases: Phrases
    motives: frozenset[str]
    adjectives: frozenset[str]


def opinion_words(data: Mapping[str, Mapping[str, list[str]]]) -> OpinionWords:
    """The opinion words of a parsed stance.toml."""
    rows = data["opinion"]
    every = phrases([*rows["reading"], *rows["motive"], *rows["judging"]])
    return OpinionWords(every, frozenset(rows["motive"]), frozenset(rows["adjectives"]))


def opinion_in(
    head: Token, span: Span, words: OpinionWords, speech: frozenset[str], *, sentence: bool = False
) -> Finding | None:
    """Why a clause and its words are an assessment; None where they are not. `sentence`: all of one is asked about.

    What somebody is told to have said is not the clause's own: "She says it underscores the risk" is a statement. Nor
    is what is told by the way: that soldiers killed two men is a fact though it was "in an attempt to" do something; of
    a sentence only its motives count as that.
    """
    told = _told(head, speech)
    text = text_between(span[0], span[-1])
    if told or any(mark in text for mark in QUOTES):  # most words are all their own; looking at each token costs most
        text = "".join(t.text_with_ws for t in _own(span, told))
    phrase = _phrase(text, head, span, words, sentence=sentence) or _aim(text)
    if phrase is not None:
        return Finding(f'"{phrase}" judges or interprets', kind="assessment")
    if text.rstrip("\"' )").endswith("?"):
        return Finding("a question", "hypothetical", None, "assessment")
    impression = _impression(head)
    if impression is not None:
        return Finding(f'"{impression}" gives an impression', kind="assessment")
    adjective = _judging(head, words)
    if adjective is not None:
        return Finding(f'"{adjective.text}" judges', kind="assessment")
    asked = ADDRESS.search(text) is not None and span[0].is_sent_start
    quoted = span[0].text in QUOTES or (span[0].i > 0 and span[0].nbor(-1).text in QUOTES)
    addressed = _addressed(_own(span, told)) if asked and not quoted else None  # a speaker's "we" is not the writer's
    return None if addressed is None else Finding(f'"{addressed.text}" is the writer\'s voice', kind="assessment")


def _phrase(text: str, head: Token, span: Span, words: OpinionWords, *, sentence: bool) -> str | None:
    """The first phrase of opinion in a clause's own words that is not told by the way."""
    lowered = text.lower()
    while (found := phrase_in(lowered, words.phrases)) is not None:
        if (sentence and found not in words.motives) or not _by_the_way(found, head, span):
            return found
        lowered = lowered.replace(found, " ")
    return None


def _by_the_way(phrase: str, head: Token, span: Span) -> bool:
    """Whether a phrase stands only in what hangs loosely on the clause: phrases and clauses beside its verb or noun."""
    whole, base = text_between(span[0], span[-1]).lower(), span[0].idx
    loose = [(c.left_edge.idx, c.right_edge.idx + len(c.right_edge)) for c in children(head) if c.dep_ in LOOSE]
    places = [base + found.start() for found in re.finditer(re.escape(phrase), whole)]
    return bool(places) and all(any(a <= at and at + len(phrase) <= b for a, b in loose) for at in places)


def _aim(text: str) -> str | None:
    """ "Aimed at boosting exports" tells a motive, "aimed at the mainland" a direction."""
    found = AIM.search(text) if "aimed at" in text else None
    return found[0] if found else None


def _told(head: Token, speech: frozenset[str]) -> list[tuple[int, int]]:
    """The first and last tokens of the clauses of a verb of speech."""
    speaks = head.pos_ == "VERB" and head.lemma_.lower() in speech
    return [(c.left_edge.i, c.right_edge.i) for c in children(head) if c.dep_ == "ccomp"] if speaks else []


def _own(span: Span, told: list[tuple[int, int]]) -> list[Token]:
    """The words without what others are told to have said: clauses of speech verbs, and quotations within the words."""
    outside = [t for t in span if not any(a <= t.i <= b for a, b in told)]
    plain = _unquoted(outside)
    return plain if any(t.is_alpha for t in plain) else outside


def _unquoted(tokens: list[Token]) -> list[Token]:
    """The tokens outside quotation marks; a mark without its pair closes or opens a quotation that runs on."""
    marks = [i for i, t in enumerate(tokens) if t.text in QUOTES]
    if len(marks) == 1:
        before, after = tokens[: marks[0]], tokens[marks[0] + 1 :]
        return before if tokens[marks[0]].whitespace_ == "" and after else after
    inside = {k for a, b in zip(marks[::2], marks[1::2], strict=False) for k in range(a, b + 1)}
    return [t for i, t in enumerate(tokens) if i not in inside]


def _impression(head: Token) -> str | None:
    """ "Looks more and more like a retreat", "looks too low to matter": how it strikes the writer."""
    if head.lemma_ not in IMPRESSIONS:
        return None
    for child in children(head):
        if child.dep_ == "prep" and child.lower_ == "like" and head.lemma_ != "be":
            return f"{head.text} like"
        if child.dep_ == "acomp" and any(c.lower_ == "too" for c in child.lefts):
            return f"{head.text} too"
    return None


def _judging(head: Token, words: OpinionWords) -> Token | None:
    """The adjective in "the move is dangerous", "it would be wrong to"."""
    if head.lemma_ not in ("be", "become", "remain", "seem", "look"):
        return None
    return next((c for c in children(head) if c.dep_ == "acomp" and c.lemma_.lower() in words.adjectives), None)


def _addressed(own: list[Token]) -> Token | None:
    """A pronoun of the first person plural or of the second person."""
    found = (t for t in own if t.lower_ in ADDRESSED and t.text != "US")
    return next((t for t in found if not _is_witness(t)), None)


def _is_witness(pronoun: Token) -> bool:
    """Whether it tells what was seen, done or heard: "our reporter saw", "we reached Goma", "doctors tell us"."""
    head = pronoun.head
    if pronoun.dep_ == "poss":
        return head.lemma_.lower() in NEWSROOM
    if pronoun.dep_ in ("dobj", "dative"):
        return True
    done = head.tag_ == "VBD" or (head.tag_ == "VBN" and any(c.lower_ == "had" for c in children(head)))
    return pronoun.dep_ == "nsubj" and done and head.pos_ == "VERB" and pronoun.lower_ == "we"


LOOSE = frozenset({"prep", "advcl", "npadvmod", "relcl", "acl"})
IMPRESSIONS = frozenset({"be", "look", "seem", "feel", "sound", "appear", "remain"})
# "Our reporter saw four houses" tells what was seen.
NEWSROOM = frozenset({"reporter", "correspondent", "newsroom", "photographer", "crew", "team", "source", "colleague"})
AIM = re.compile(r"\baimed at [a-z]+ing\b")
QUOTES = frozenset({'"', "``", "''"})
ADDRESSED = frozenset({"we", "our", "us", "you", "your"})
ADDRESS = re.compile(rf"(?<![a-z])(?:{'|'.join(sorted(ADDRESSED))})(?![a-z])", re.IGNORECASE)  # a quick look
