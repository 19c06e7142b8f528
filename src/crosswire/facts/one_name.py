"""Whom a name means within one event: "Fred Lund", "Mr. Lund", "Frederick C. Lund" and "councilman Fred Lund" are one
person, and "NKO" is the Northern Kestrel Office, where nobody else there bears the name.

All forms are put as the one that is told most, so that two who name one person say the same. Two people of one last
name stay two: other first names, "Jr." beside "Sr.", or both forms in one report; then the bare last name is nobody's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.compare import titles, unaccented
from crosswire.facts.align import Backed
from crosswire.facts.origins.people import TITLES, WORD, given_alike, spelt_alike
from crosswire.model import Claim, Mention, Party, Text, Value

MARKS = frozenset(("jr", "sr", "ii", "iii", "iv"))
COURTESY = frozenset(("mr", "mrs", "ms", "miss"))  # which tell nothing of what somebody is
BODIES = frozenset(
    ("senate", "house", "congress", "parliament", "committee", "court", "police", "department", "company")
)
PARTICLES = frozenset(("de", "da", "di", "del", "van", "von", "der", "bin", "al", "el", "la"))
Nicknames = Mapping[str, str]


@dataclass(frozen=True)
class Form:
    """A person's name as it is written: the words of it that are compared, and what tells father from son."""

    words: tuple[str, ...]
    parts: tuple[str, ...]
    mark: str = ""

    @property
    def last(self) -> str:
        """The last name."""
        return self.parts[-1]


def one_name(told: Mapping[str, Sequence[Backed]], nicknames: Nicknames) -> Callable[[Value], Value]:
    """What puts each value of an event as the name that its person is told by most, `unchanged` where all are told so;
    `told`: all that is told of it, by attribute."""
    claims = [b.claim for answers in told.values() for b in answers]
    values = (_form_of(claim.value, nicknames) for claim in claims if claim.value is not None)
    often = Counter(form for form in values if form is not None)
    forms = {*often, *(form for claim in claims for form in _speaking(claim, nicknames))}
    people = _people(form for form in forms if len(form.parts) > 1)
    names = {form: _most_told(person, often) for person in people for form in person}
    for form in forms:
        bearers = [person for person in people if person[0].last == form.last and form.mark in ("", person[0].mark)]
        if len(form.parts) == 1 and len(bearers) == 1:
            names[form] = _most_told(bearers[0], often)
    changed = {form: name for form, name in names.items() if name and name != form}
    return (lambda value: _renamed(value, changed, nicknames)) if changed else unchanged


def unchanged(value: Value) -> Value:
    """A value as it is."""
    return value


def _most_told(person: Sequence[Form], often: Mapping[Form, int]) -> Form | None:
    """The form under which somebody answers a question most; None for who answers none."""
    told = [form for form in person if often[form]]
    return max(told, key=lambda form: (often[form], len(form.words), form.words), default=None)


def _speaking(claim: Claim, nicknames: Nicknames) -> Iterator[Form]:
    """The people on whose word a claim is told."""
    named = (s.canonical.split() for s in claim.speakers if s.kind == "person" and s.canonical[:1].isupper())
    return (form for words in named if (form := _form(words, nicknames)).parts)


def _people(forms: Iterable[Form]) -> list[list[Form]]:
    """Full names in groups of one person each, the fullest first; who fits two groups, or part of one, is neither's."""
    people: list[list[Form]] = []
    for form in sorted(forms, key=lambda f: (-len(f.parts), f.words)):
        near = [person for person in people if any(_is_one(form, other) for other in person)]
        if len(near) == 1 and all(_is_one(form, other) for other in near[0]):
            near[0].append(form)
        else:
            people.append([form])
    return people


def _is_one(a: Form, b: Form) -> bool:
    """Whether two full names are one person's: the last names alike, and of the others one has all of the other's, or
    their first letters or short forms."""
    if a.mark != b.mark:
        return False
    short, long = sorted((a.parts, b.parts), key=len)
    return spelt_alike(a.last, b.last) and all(any(given_alike(x, y) for y in long[:-1]) for x in short[:-1])


def _form_of(value: Value, nicknames: Nicknames) -> Form | None:
    """The person's name that a value holds: a party's, or at the end of words, whose head it is."""
    if isinstance(value, Party):
        return _form(value.name.split(), nicknames) if value.kind == "person" else None
    if not isinstance(value, Text) or not value.name:
        return None
    words = value.text.split()
    form = _form(words[_start(words) :], nicknames)
    head = bool(form.parts) and form.last.startswith(_plain(value.name).rstrip("s"))
    return form if head and form.last not in BODIES else None


def _form(words: Sequence[str], nicknames: Nicknames) -> Form:
    plain = [w for word in words for w in WORD.findall(_plain(word))]
    parts = [w for w in plain if w not in TITLES] or plain
    mark = next((w for w in plain if w in MARKS), "")
    return Form(tuple(words), (*(nicknames.get(w, w) for w in parts[:-1]), *parts[-1:]), mark)


def _start(words: Sequence[str]) -> int:
    """Where the name at the end of words starts, without what somebody is: "city councilman Fred Lund", "Mr. Lund"."""
    start = len(words)
    while start and (words[start - 1][:1].isupper() or (start < len(words) and words[start - 1] in PARTICLES)):
        start -= 1
    return max((i for i in range(start, len(words) - 1) if _is_title(words[i])), default=start - 1) + 1


def _is_title(word: str) -> bool:
    return word.strip(".,") in titles() or _plain(word).strip(".,") in TITLES - MARKS


def _plain(word: str) -> str:
    return unaccented(word).lower()


def _renamed(value: Value, names: Mapping[Form, Form], nicknames: Nicknames) -> Value:
    form = _form_of(value, nicknames)
    name = names.get(form) if form is not None else None
    if name is None or form is None:
        return value
    if isinstance(value, Party):
        return replace(value, name=" ".join(name.words))
    if isinstance(value, Text):
        words = value.text.split()
        before = [word for word in words[: _start(words)] if _plain(word).strip(".") not in COURTESY]
        return Text(" ".join((*before, *name.words)), name.last)
    return value


def renamed(
    told: dict[str, list[Backed]], mentions: list[Mention], name: Callable[[Value], Value]
) -> tuple[dict[str, list[Backed]], list[Mention]]:
    """All that is told of an event, and where, with each value as the name it is told by most."""
    if name is unchanged:
        return told, mentions
    answers = {attribute: [_with(one, name) for one in group] for attribute, group in told.items()}
    of_it = [replace(m, values=tuple((attribute, name(value)) for attribute, value in m.values)) for m in mentions]
    return defaultdict(list, answers), of_it


def _with(told: Backed, name: Callable[[Value], Value]) -> Backed:
    value = told.claim.value
    return told if value is None else replace(told, claim=replace(told.claim, value=name(value)))
