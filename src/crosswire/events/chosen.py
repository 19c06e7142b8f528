"""Which of several answers an event's title gives: the one that most reports tell, in the form that most have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from crosswire import compare
from crosswire.events.pairs import TOPIC
from crosswire.model import Party, Place, Quantity, Text, Time, Value

BESIDE = ("off", "near", "outside", "north of", "south of", "east of", "west of", "along", "around")
FEW = 2  # reports that may be wrong together; what more tell of an event, one of them alone may have wrong
NEARLY, HALF, THIRD = 4 / 5, 1 / 2, 1 / 3


@dataclass(frozen=True, slots=True)
class Telling:
    """An answer to one question, the report that gives it, and how prominently."""

    value: Value
    report: str
    prominence: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """An answer in a title's words; how many `reports` tell it or one that agrees, how prominently at the most, and
    which `share` they are of all that answer, by how prominently they do."""

    words: str
    value: Value
    reports: int
    prominence: float
    share: float

    def is_unsure(self, reports: int) -> bool:
        """Whether a title of what so many reports tell is better without it: where more than a few tell the event, one
        of them alone tells who, or anything else below its lead; or most of those who tell who or where tell another.

        Of 31 parties and places that one of three and more reports alone told, 15 were none of the event's.
        """
        alone = self.reports < FEW < reports
        if alone and (isinstance(self.value, Party) or self.prominence < TOPIC):
            return True
        return isinstance(self.value, Party | Place) and self.share < HALF


def choose(told: Sequence[Telling]) -> Chosen | None:
    """The answer that most reports tell, of equals the one told first."""
    if not told:
        return None
    if all(isinstance(t.value, Text) for t in told):
        value: Value = _words([(t, t.value) for t in told if isinstance(t.value, Text)])
    else:
        value = _place_or_party(told)
    agreeing = [t for t in told if agree(value, t.value)]
    best = max(t.prominence for t in agreeing)
    return Chosen(form(value), value, _reports(agreeing), best, _weight(agreeing) / (_weight(told) or 1.0))


def _place_or_party(told: Sequence[Telling]) -> Value:
    """What most reports tell; for a country a place in it that nearly as many do."""
    weight = {form(t.value): _weight(u for u in told if form(u.value) == form(t.value)) for t in told}
    best = max((t.value for t in told), key=lambda v: weight[form(v)])
    if not isinstance(best, Place) or best.kind != "country":
        return best
    inside = [v for t in told if isinstance(v := t.value, Place) and v.kind != "country" and v.country == best.country]
    finer = max(inside, key=lambda v: weight[form(v)], default=best)
    return finer if weight[form(finer)] >= NEARLY * weight[form(best)] else best


def agree(a: Value, b: Value) -> bool:
    """Whether two answers tell the same, or one more of it."""
    for kind, comparing in COMPARING:
        if isinstance(a, kind) and isinstance(b, kind):
            return comparing(a, b)
    return form(a).lower() == form(b).lower()


COMPARING: tuple[tuple[type, Callable[..., bool]], ...] = (
    (Party, lambda a, b: compare.parties(a, b).agrees),
    (Place, lambda a, b: compare.places(a, b).agrees),
    (Text, lambda a, b: compare.texts(a, b).agrees),
)


def form(value: Value) -> str:
    """A value as a title gives it."""
    if isinstance(value, Party):
        return value.name
    if isinstance(value, Place):
        article = value.kind != "city" and f"the {value.name}" in value.text  # "the Saratov refinery" is in Saratov
        name = f"the {value.name}" if article else value.name or value.text
        return f"{value.relation} {name}" if value.relation in BESIDE else name
    if isinstance(value, Quantity) and value.unit == "Mw" and value.high is not None:
        return f"{value.high:g}"
    if isinstance(value, Quantity | Text | Time):
        return value.text
    return ""


def _weight(told: Iterable[Telling]) -> float:
    """How prominently reports tell it, each counted once."""
    best: dict[str, float] = {}
    for one in told:
        best[one.report] = max(best.get(one.report, 0.0), one.prominence)
    return round(sum(best.values()), 6)


def _reports(told: Iterable[Telling]) -> int:
    return len({one.report for one in told})


def _words(told: Sequence[tuple[Telling, Text]]) -> Text:
    """Of answers in words the one that most agree with; a name, where two reports give it or half as many as give words
    without one. Of its forms a name is told as most do, anything else as precisely as every third does. A headline's
    "Suspect" is no name where others have "suspect".
    """
    known = {v.text: v for _, v in told}
    behind = {text: [t for t, other in told if agree(v, other)] for text, v in known.items()}
    weight = {text: _weight(behind[text]) for text in known}
    first = max(known, key=lambda text: weight[text])
    plain = {_last(v) for v in known.values()}
    names = {text for text, v in known.items() if is_named(v) and _last(v).lower() not in plain}
    name = max((text for text in known if text in names), key=lambda text: weight[text], default="")
    if name and (_reports(behind[name]) >= FEW or weight[name] >= HALF * weight[first]):
        return _name([(t, v) for t, v in told if v.text in names and agree(known[name], v)])
    return _precise([(t, v) for t, v in told if agree(known[first], v)])


def is_named(value: Text) -> bool:
    """Whether words are somebody's or something's name, or end in it, by their capital letter."""
    return any(part[:1].isupper() for part in _last(value).split("-"))


def _name(told: Sequence[tuple[Telling, Text]]) -> Text:
    """Of the forms of a name the one that most reports have, a full one before a last name, one without words about it
    before "singer Ana Sild"."""

    def rank(value: Text) -> tuple[bool, int, bool, int]:
        words = value.text.split()
        often = _reports(t for t, v in told if v.text == value.text)
        return len(words) > 1, often, all(w[:1].isupper() for w in words), len(words)

    return max((v for _, v in told), key=rank)


def _precise(told: Sequence[tuple[Telling, Text]]) -> Text:
    """The most precise form that every third report has, and two of them: who tells of an "intermediate-range ballistic
    missile" tells of a "ballistic missile"."""
    needed = max(min(FEW, _reports(t for t, _ in told)), THIRD * _reports(t for t, _ in told))

    def rank(value: Text) -> tuple[bool, bool, int, float, float]:
        own = _singular(value)
        saying = [t for t, v in told if own <= _singular(v)]
        precise = _reports(saying) >= needed
        ending = _weight(t for t, v in told if _last(v) == _last(value))
        same = _weight(t for t, v in told if v.text == value.text)
        return precise, precise and " " in value.text, _reports(saying), ending, same

    return max((v for _, v in told), key=rank)


def _last(value: Text) -> str:
    return value.text.rsplit(maxsplit=1)[-1]


def _singular(value: Text) -> set[str]:
    return {word.rstrip("s") for word in value.text.lower().split()}
