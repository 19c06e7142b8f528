"""An event's title: what happened, to whom or what, where, in the words that the reports use."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from crosswire import compare
from crosswire.events.nodes import Node
from crosswire.model import Frame, Party, Place, Quantity, Text, Time, Value

BESIDE = ("off", "near", "outside", "north of", "south of", "east of", "west of", "along", "around")
IN_BESIDE = re.compile(rf"\b(?:in|at|on) (?=(?:{'|'.join(BESIDE)})\b)")
STEM = 3  # letters that a verb and its noun share: fired, firing
GAP = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{([\w|]+)\}")
ENDING = re.compile(r"\((e?s)\)")
LOOSE = re.compile(r" on\s*$")  # "Supreme Court rules on" nobody
CALLED = "called"  # the slot for the reports' own word: "blast" is told as an explosion, "blaze" as a fire
# What stands before an event's own words: of "reached a historic deal" and "her resignation" only the last is a name.
BEFORE = re.compile(r"^.*\b(?:an?|the|her|his|its|their|this|that|these|those|our|my|your)\s+", re.I | re.S)
ARTICLE = re.compile(
    r"(?<=\S )(?<!\bthe )(?<!\bThe )((?:United (?:States|Kingdom|Nations|Arab Emirates)|European Union|African Union|"
    r"Netherlands|Philippines|Maldives|Bahamas)\b)(?!['’])"
)


def title(frame: Frame, nodes: Sequence[Node]) -> str:
    """The frame's title with its slots filled from the nodes, most prominent first.

    A part in [brackets] without its answer is left out; where another slot stays empty, the reports' own words for the
    event are its title. "{what|called}" takes the first that has an answer, "(s)" ends a verb where who does it is one.
    No answer stands twice: who agreed with whom are two. What would be only a word of the kind ("Killing", "Launched")
    is told with its place.
    """
    answers = _answers(frame, nodes)
    text = GAP.sub(lambda m: _filled(m.group(1), answers) or "", frame.title)
    if _filled(text, answers) is None:
        text = _own_words(frame, nodes, answers)
    text = ENDING.sub("" if _is_plural(frame, nodes) else r"\1", text)
    text = SLOT.sub(lambda m: _answer(m.group(1), answers), text)
    text = LOOSE.sub("", text)
    if not any(a in text for name, a in answers.items() if a and name != CALLED):
        text = f"{text}{_somewhere(nodes)}"
    words = ARTICLE.sub(r"the \1", IN_BESIDE.sub("", " ".join(text.split()).strip(" ,;:")))
    return words[:1].upper() + words[1:]


def _answers(frame: Frame, nodes: Sequence[Node]) -> dict[str, str]:
    """What fills each slot of a title, by name; an answer that an earlier slot has is none to the next."""
    found: dict[str, str] = {}
    for name in [name for slot in SLOT.findall(frame.title) for name in slot.split("|")]:
        if name == CALLED:
            found[name] = called(frame, nodes)
        elif name not in found:
            used = {answer for other, answer in found.items() if other != CALLED}
            found[name] = _words([v for v in _telling(frame, name, nodes) if form(v) not in used])
    return found


def called(frame: Frame, nodes: Sequence[Node]) -> str:
    """The word for it that the reports use most, by how prominently; the frame's first where they use none."""
    weight: Counter[str] = Counter()
    for node in nodes:
        for phrase in node.phrases:
            word = next((w for w, begin in frame.called.items() if _begins(phrase, begin)), None)
            if word is not None:
                weight[word] += round(100 * node.prominence)
    return max(frame.called, key=lambda word: weight[word], default=frame.name.replace("_", " "))


def _begins(phrase: str, beginnings: Sequence[str]) -> bool:
    return any(re.search(rf"\b{re.escape(one)}", phrase, re.IGNORECASE) for one in beginnings)


def _telling(frame: Frame, name: str, nodes: Sequence[Node]) -> list[Value]:
    """What each node answers; "a warning" does not tell what a warning was of."""
    told = (value for n in nodes for value in n.answers(name))
    return [v for v in told if not (isinstance(v, Text) and v.text.lower() in (*frame.nouns, frame.name))]


def _is_plural(frame: Frame, nodes: Sequence[Node]) -> bool:
    """Whether those whom a title begins with are several: "authorities investigate", "the Senate votes"."""
    first = next(iter(SLOT.findall(frame.title)), "")
    values = [v for name in first.split("|") for v in _telling(frame, name, nodes)]
    words = _words(values).split()
    value = next((v for v in values if form(v) == " ".join(words)), None)
    if not words:
        return False
    last = words[-1]
    plain = last.islower() and last.endswith("s") and not last.endswith("ss")
    named = isinstance(value, Party) and not words[0].islower() and not plain
    return last.lower() in _many() or (plain and not named)


@cache
def _many() -> frozenset[str]:
    return frozenset(tomllib.loads((files("crosswire.events") / "data" / "titles.toml").read_text("utf-8"))["many"])


def _somewhere(nodes: Sequence[Node]) -> str:
    """Where it was, for a title that tells nothing else."""
    where = _words([p for n in nodes if (p := n.scene) and p.name])
    return f" in {where}" if where else ""


def _own_words(frame: Frame, nodes: Sequence[Node], answers: Mapping[str, str]) -> str:
    """What the most prominent mention with more than a bare word calls it, with who did it where that is known.

    Where all have a bare word ("launched"), its noun with what it was: "launch of missile".
    """
    phrases = [BEFORE.sub("", phrase) for n in nodes for phrase in n.phrases]
    phrase = next((p for p in phrases if " " in p), "")
    if not phrase:
        noun = next((n for n in sorted(frame.nouns) for p in phrases[:1] if n[:STEM] == p[:STEM].lower()), None)
        noun = noun or (answers.get(CALLED) or frame.name.replace("_", " "))
        what = next((a for name, a in answers.items() if a and name not in ("who", "where", CALLED)), "")
        phrase = f"{noun} of {what}" if what and noun in frame.nouns else noun
    who = answers.get("who")
    return phrase if not who or who in phrase else f"{who}: {phrase}"


def _answer(slot: str, answers: Mapping[str, str]) -> str:
    """The first of a slot's alternatives that has an answer."""
    return next((a for name in slot.split("|") if (a := answers.get(name))), "")


def _filled(part: str, answers: Mapping[str, str]) -> str | None:
    return part if all(_answer(slot, answers) for slot in SLOT.findall(part)) else None


def _words(values: Sequence[Value]) -> str:
    """The answer told most often, of equals the one told first; of words those that most of the others agree with."""
    if not values:
        return ""
    forms = Counter(form(v) for v in values)
    texts = [v for v in values if isinstance(v, Text)]
    if len(texts) == len(values):
        often = Counter(v.text.lower() for v in texts)
        return max(
            texts, key=lambda v: (" " in v.text, _named(v) > 0, _saying(v, texts), _named(v), often[v.text.lower()])
        ).text
    return max(forms, key=lambda f: forms[f])


def _named(value: Text) -> int:
    """How much of a name it gives: of "ex-PM Sild" and "Prime Minister Ana Sild" the fuller."""
    return len(value.text) if value.text.split()[-1].istitle() else 0


def _saying(value: Text, others: Sequence[Text]) -> int:
    """How many say as much: who tells of an "intermediate-range ballistic missile" tells of a "ballistic missile"."""
    own = _singular(value)
    if _named(value):
        return sum(compare.texts(value, other).agrees for other in others)
    return sum(own <= _singular(other) for other in others)


def _singular(value: Text) -> set[str]:
    return {word.rstrip("s") for word in value.text.lower().split()}


def form(value: Value) -> str:
    """A value as a title gives it."""
    if isinstance(value, Party):
        return value.name
    if isinstance(value, Place):
        name = f"the {value.name}" if f"the {value.name}" in value.text else value.name or value.text
        return f"{value.relation} {name}" if value.relation in BESIDE else name
    if isinstance(value, Quantity) and value.unit == "Mw" and value.high is not None:
        return f"{value.high:g}"
    if isinstance(value, Quantity | Text | Time):
        return value.text
    return ""
