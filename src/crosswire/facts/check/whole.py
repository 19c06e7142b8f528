"""What the sentence tells together must be told together: a name word by word, a number with what it counts, and where
one thing comes from, not its neighbour.

"Two counts of murder and one of theft" tells of no two counts of theft, "Philip Street" is not each street beside which
some Philip is told of, and "a degree from Bergen and a prize from Oslo" tells of no degree from Oslo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosswire.facts.check.beside import Beside, core
from crosswire.facts.check.passages import WORD
from crosswire.facts.check.slots import Wanted
from crosswire.facts.check.values import stand
from crosswire.facts.check.words import forms_of
from crosswire.model import Party, Phrase, Place, Quantity, Span

NAME = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)+")
PART = re.compile(
    r"[\w-]+ of (?:the|its|their|those|these|his|her|our)\s+(?:about |some |nearly |more than |at least )?$"
)
PARTS = 2  # words that make a name of its own: "Philip Street"; "Pastor Larry Kroon" is who Larry Kroon is
# Between two names of one thing's sources there may stand other names, years, and these.
JOINING = frozenset(
    ("and", "or", "as", "well", "both", "then", "later", "also", "the", "of", "in", "from", "at", "to", "for", "on",
     "by", "with", "s")
)  # fmt: skip


def told_whole(beside: Beside) -> bool:
    """Whether what stands together in the sentence does so in the report's."""
    slots = beside.asked.slots
    return (
        all(_named_whole(s, beside) for s in slots)
        and all(_with_its_number(n, s, beside) for n in slots for s in slots if _counts(n, s))
        and not any(_is_more_than_told(s, beside) for s in slots)
        and all(_with_its_object(s, beside) for s in slots)
    )


# --- names --------------------------------------------------------------------------------------------------------


def _named_whole(slot: Wanted, beside: Beside) -> bool:
    """Whether a name that was read as no value stands in the report's sentence, or the one before it, with all its
    words; or in the report, if the sentence names no other such thing."""
    for match in NAME.finditer(slot.at.exact) if slot.value is None else ():
        name = [w for w in match.group().lower().split() if w in slot.words]
        if len(name) < PARTS or any(_row(name, text) for text in _texts(beside)):
            continue
        other = re.search(rf"\b[A-Z][\w’'-]* (?i:{re.escape(name[-1])})\b", beside.passage.sentence.exact)
        if other is not None or not _row(name, beside.evidence.reports[beside.turned.report].text):
            return False
    return True


def _texts(beside: Beside) -> Iterator[str]:
    yield beside.passage.sentence.exact
    yield from (c.sentence.exact for c in beside.passage.preceding[:1])


def _row(name: Sequence[str], text: str) -> bool:
    """Whether the words stand in a text in their order, with no more than a word or two between them."""
    words = [w.rstrip("s") for w in re.findall(r"[\w’'-]+", text.lower())]
    first, *rest = (w.rstrip("s") for w in name)
    return any(
        all(w in words[at : at + len(name) + PARTS] for w in rest) for at, word in enumerate(words) if word == first
    )


# --- numbers ------------------------------------------------------------------------------------------------------


def _counts(number: Wanted, slot: Wanted) -> bool:
    """Whether a slot has the words of what another one counts."""
    return isinstance(number.value, Quantity) and slot.value is None and slot.at == number.at


def _with_its_number(number: Wanted, slot: Wanted, beside: Beside) -> bool:
    """Whether what is counted is told beside the number, where the report counts several of the kind."""
    phrases = tuple(beside.passage.phrases())
    given = set(_numbers(number, phrases, "supports", beside))
    rivals = set(_numbers(number, phrases, "excludes", beside)) - given
    if not given or not rivals:
        return True
    return all(
        any(_nearest(at, given | rivals) in given for at in places)
        for word in slot.words - {slot.head}
        if (places := list(_places(word, beside)))
    )


def _numbers(number: Wanted, phrases: Sequence[Phrase], outcome: str, beside: Beside) -> Iterator[int]:
    """Where numbers of the kind stand that give, or exclude, the one asked for."""
    assert number.value is not None  # noqa: S101 - chosen by its value
    for phrase in phrases:
        for value in (phrase.named, *phrase.values):
            if isinstance(value, Quantity) and stand(number.value, value, beside.evidence.measure) == outcome:
                yield phrase.at.start + max(0, phrase.at.exact.find(value.text))


def _is_more_than_told(slot: Wanted, beside: Beside) -> bool:
    """Whether the report tells only of some of so many: "two of the three cables" are no three."""
    if not isinstance(slot.value, Quantity) or _of_some(slot.at.start, beside.asked.clause.sentence):
        return False
    given = set(_numbers(slot, beside.own, "supports", beside))
    return bool(given) and all(_of_some(at, beside.passage.sentence) for at in given)


def _of_some(at: int, sentence: Span) -> bool:
    """Whether "some of the" or the like stands before what begins there."""
    return PART.search(sentence.exact[: max(0, at - sentence.start)]) is not None


def _places(word: str, beside: Beside) -> Iterator[int]:
    sentence = beside.passage.sentence
    for match in WORD.finditer(sentence.exact):
        if beside.has(word, forms_of(match.group())):
            yield sentence.start + match.start()


def _nearest(at: int, numbers: set[int]) -> int:
    """The number that a word goes with: the last one before it, else the first."""
    return max((n for n in numbers if n <= at), default=min(numbers))


# --- where from ---------------------------------------------------------------------------------------------------


def _with_its_object(slot: Wanted, beside: Beside) -> bool:
    """Whether a name beside the act goes with what is asked for: not where another stands between the two, and another
    thing behind it."""
    if core(slot) or slot.inner or not isinstance(slot.value, Place | Party):
        return True
    named = [p for p in beside.own if not p.front and isinstance(p.named, Place | Party)]
    given = [p for p in named if stand(slot.value, p.named, beside.evidence.measure) == "supports"]  # type: ignore[arg-type]
    return not given or not all(_of_another(p, named, beside) for p in given)


def _of_another(given: Phrase, named: Sequence[Phrase], beside: Beside) -> bool:
    things = [p for p in beside.own if p.role == "patient" and p.at.end <= given.at.start]
    first = min((p.at.start for p in things), default=None)
    rivals = [p for p in named if p.role == given.role and p is not given and first is not None]
    between = [p for p in rivals if first is not None and first < p.at.start < given.at.start]
    return bool(between) and _other_thing(max(between, key=lambda p: p.at.start), given, beside)


def _other_thing(rival: Phrase, given: Phrase, beside: Beside) -> bool:
    """Whether between two names something else is told of than what is asked for, or both belong to."""
    sentence = beside.passage.sentence
    text = sentence.exact[rival.at.end - sentence.start : given.at.start - sentence.start]
    again = {at for s in beside.asked.slots if s.role == "patient" for at in _places(s.head, beside)}
    if any(rival.at.end <= at < given.at.start for at in again):
        return False  # "300 tickets in Bergen and 900 tickets in Oslo"
    return any(not w[:1].isupper() and not w[:1].isdigit() and w not in JOINING for w in WORD.findall(text))
