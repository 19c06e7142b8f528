"""The words of a sentence that fell into no place of its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosswire.facts.check.slots import TURNED
from crosswire.facts.check.words import Words
from crosswire.model import Claim, Clause, Span, Time

TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]+|\d[\d.,]*")


def unread(sentence: Span, clauses: Sequence[Clause], claims: Sequence[Claim], words: Words) -> list[str]:
    """The words of the sentence that stand in no clause's phrase, verb or speaker, names with their capitals: they
    have to be found as words."""
    spans = [s for c in clauses for s in (c.head, *(p.at for p in c.phrases))]
    known = {f for c in clauses for f in c.forms if f in words.acts or f in words.means}
    parts = {w for form in known for w in form.split()[1:]} | {p.role for c in clauses for p in c.phrases}
    told = {
        w
        for c in clauses
        for p in c.phrases
        for v in (p.named, *p.values)
        if isinstance(v, Time)
        for w in _words(v.text)
    }
    spans += [c.cue for c in claims if c.cue is not None]
    spans += [s.span for c in claims for s in c.speakers if s.span is not None]
    return list(_left(sentence, spans, words.small | (parts - TURNED) | told))


def _words(text: str) -> list[str]:
    """A value's words, which its clause asks for, wherever the parser hung them."""
    return [m.group().lower() for m in TOKEN.finditer(text)]


def _left(sentence: Span, spans: Sequence[Span], small: frozenset[str]) -> Iterator[str]:
    for match in TOKEN.finditer(sentence.exact):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        word = match.group().lower()
        named = match.start() > 0 and match.group()[0].isupper()
        if (
            (len(word) > 3 or word[0].isdigit())
            and word not in small
            and not any(s.start < end and start < s.end for s in spans)
        ):
            yield match.group() if named else word
