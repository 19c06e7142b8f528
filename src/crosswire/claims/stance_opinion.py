"""Whether words judge, interpret or explain motives: cue phrases, judging predicates, questions, "we"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from crosswire.claims.stance_clause import Finding
from crosswire.claims.stance_phrases import Phrases, phrase_in, phrases


@dataclass(frozen=True, slots=True)
class OpinionWords:
    """Phrases of interpretation, motive and judgement, and adjectives that judge as predicates."""

    phrases: Phrases
    adjectives: frozenset[str]


def opinion_words(data: Mapping[str, Mapping[str, list[str]]]) -> OpinionWords:
    """The opinion words of a parsed stance.toml."""
    rows = data["opinion"]
    return OpinionWords(phrases([*rows["reading"], *rows["motive"], *rows["judging"]]), frozenset(rows["adjectives"]))


def opinion_in(head: Token, span: Span, words: OpinionWords) -> Finding | None:
    """Why a clause and its words are an assessment; None where they are not."""
    text = span.text
    phrase = phrase_in(text.lower(), words.phrases)
    if phrase is not None:
        return Finding(f'"{phrase}" judges or interprets', kind="assessment")
    if text.rstrip("\"' )").endswith("?"):
        return Finding("a question", "hypothetical", None, "assessment")
    adjective = _judging(head, words)
    if adjective is not None:
        return Finding(f'"{adjective.text}" judges', kind="assessment")
    addressed = _addressed(span)
    return None if addressed is None else Finding(f'"{addressed.text}" is the writer\'s voice', kind="assessment")


def _judging(head: Token, words: OpinionWords) -> Token | None:
    """The adjective in "the move is dangerous", "it would be wrong to"."""
    if head.lemma_ not in ("be", "become", "remain", "seem", "look"):
        return None
    return next((c for c in head.children if c.dep_ == "acomp" and c.lemma_.lower() in words.adjectives), None)


def _addressed(span: Span) -> Token | None:
    """A pronoun of the first person plural or the second person outside quotation marks."""
    quoted = False
    for token in span:
        if token.lower_ == '"':
            quoted = not quoted
        elif not quoted and token.lower_ in ("we", "our", "us", "you", "your") and token.text != "US":
            return token
    return None
