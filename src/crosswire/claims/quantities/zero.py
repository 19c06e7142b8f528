"""Zero in words: "no casualties", "none of the crew", "nobody was hurt"; not "no reports of", "no longer"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from crosswire.claims.quantities.nouns import NounWords, counted
from crosswire.claims.quantities.page import Page


@dataclass(frozen=True, slots=True)
class ZeroWords:
    """Nouns that can be none though singular, and nouns whose absence tells of knowledge, not of number."""

    nouns: frozenset[str]
    never: frozenset[str]


def zero_words(data: Mapping[str, list[str]]) -> ZeroWords:
    """The zero words of a parsed quantities.toml."""
    return ZeroWords(frozenset(data["nouns"]), frozenset(data["never"]))


def zeros(page: Page, words: ZeroWords, nouns: NounWords) -> Iterator[tuple[int, int, str]]:
    """Start, end and counted noun of everything the text says there is none of."""
    for match in ZERO.finditer(page.text):
        tokens = page.doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if tokens is None:
            continue
        if match[1].lower() in ("no", "none", "not one", "not a single"):
            found = counted(tokens[-1], nouns)
            single = match[1].lower().startswith("not ")
            if found is not None and (found.token is None or single or _counts(found.token, words)):
                yield match.start(), max(found.end, match.end()), found.lemma
        elif _told_of(tokens[-1], nouns):
            yield match.start(), match.end(), "person"


def _counts(noun: Token, words: ZeroWords) -> bool:
    lemma = noun.lemma_.lower()
    return lemma not in words.never and (noun.tag_ == "NNS" or lemma in words.nouns)


def _told_of(token: Token, nouns: NounWords) -> bool:
    """Whether "no one" is the subject or object of a fate: "no one was hurt", "no one is believed to be hurt", not "no
    one knows"."""
    raised = (c for c in token.head.children if c.dep_ == "xcomp") if token.dep_ == "nsubjpass" else ()
    return any(
        verb.lower_ in nouns.toll_verbs or verb.lemma_.lower() in nouns.toll_verbs for verb in (token.head, *raised)
    )


# not "No. 10" and "No 10", which are labels
# nor "no new survivors", "no further casualties", which tell of a change, nor "no fewer than six", which is a bound
ZERO = re.compile(
    r"\b(no[- ]one|nobody|none|not (?:one|a single)|no)\b"
    r"(?!\.? ?\d| (?:new|further|more|fewer|less|additional|other|longer)\b)",
    re.IGNORECASE,
)
