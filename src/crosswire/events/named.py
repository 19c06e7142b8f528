"""Whether what one report tells of two mentions names two: other people, companies or countries for one question."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from crosswire import compare
from crosswire.model import Mention, Party, Place, Text, Value

WHO_OR_WHOM = ("who", "by_whom", "victim", "whom", "target")
SCENE = ("where", "epicentre")
WORD = re.compile(r"\w+")
Told = Mapping[str, Sequence[Value]]


def named_apart(one: Told, two: Told, beside: tuple[Collection[str], Collection[str]]) -> tuple[str, str] | None:
    """The names that two give for one question, of which neither is told of the other in any part, nor stands `beside`
    it among the names of its sentences: the shooting of one man and that of another, not two charged together."""
    for question in WHO_OR_WHOM:
        left, right = (list(_names(told.get(question, ()))) for told in (one, two))
        if not left or not right or _stand_in(left, beside[1]) or _stand_in(right, beside[0]):
            continue
        if not _may_be_one(left, two) and not _may_be_one(right, one):
            return left[0].name, right[0].name
    return None


def told_by(mentions: Sequence[Mention]) -> Told:
    """What several mentions answer, by question."""
    found: dict[str, list[Value]] = {}
    for name, value in (answer for m in mentions for answer in m.values):
        found.setdefault(name, []).append(value)
    return found


def are_far_apart(one: Told, two: Told) -> bool:
    """Whether two name scenes, none of which is near or within one of the other's."""
    left, right = ([v for name in SCENE for v in told.get(name, ()) if isinstance(v, Place)] for told in (one, two))
    found = [compare.places(a, b).relation for a in left for b in right]
    return bool(found) and all(relation == "conflict" for relation in found)


def _names(values: Sequence[Value]) -> Iterator[Party]:
    """Those who are called by a name of their own."""
    for value in values:
        if isinstance(value, Party) and value.name[:1].isupper():
            yield value
        elif isinstance(value, Text) and (name := _ending(value.text)):
            yield Party(value.text, name, None, "person")


def _ending(text: str) -> str:
    """The name that words for somebody end in: "unarmed Ada Prell"."""
    words = text.split()
    while words and not words[0][:1].isupper():
        words = words[1:]
    return " ".join(words) if len(words) > 1 and all(word[:1].isupper() for word in words) else ""


def _stand_in(named: Sequence[Party], words: Collection[str]) -> bool:
    return any(word in words for one in named for word in WORD.findall(f"{one.name} {one.text}"))


def _may_be_one(named: Sequence[Party], other: Told) -> bool:
    """Whether one of those named may be somebody that the other tells of, in whatever part."""
    parties = [p for values in other.values() for p in _names(values)]
    return any(_agree(a, b) for a in named for b in parties)


def _agree(a: Party, b: Party) -> bool:
    """Whether two names may be of one: by a word of them, their first letters, or as they are of two sorts, a man and
    his company."""
    if a.kind != b.kind or compare.parties(a, b).agrees:
        return True
    one, two = ({w.lower() for w in WORD.findall(p.name)} for p in (a, b))
    return not one.isdisjoint(two) or _initials(a.name) == b.name.lower() or _initials(b.name) == a.name.lower()


def _initials(name: str) -> str:
    return "".join(word[0] for word in WORD.findall(name)).lower()
