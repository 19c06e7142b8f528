"""An event's title: what happened, to whom or what, where, in the words that the reports use."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from crosswire.events.chosen import BESIDE, FEW, Chosen, Telling, choose, form
from crosswire.events.nodes import OPEN, Node
from crosswire.model import Frame, Naming, Party, Text

IN_BESIDE = re.compile(rf"\b(?:in|at|on) (?=(?:{'|'.join(BESIDE)})\b)")
QUOTES = frozenset("\"'\u2018\u201c\u00ab")
FIRST_WORD = re.compile(r"[a-z]+")
STEM = 3  # letters that a verb and its noun share: fired, firing
GAP = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{([\w|]+)\}")
ENDING = re.compile(r"\((e?s)\)")
NAMED = re.compile(r"(?<![^\W_])[A-Z\d]")  # the beginning of a name or a number
WHOM = re.compile(r" (?:him|her|it|them|himself|herself|itself|themselves)$", re.I)  # "arrested him" names nobody
LOOSE = re.compile(r" (?:on|of)\s*$")  # "Supreme Court rules on" nobody
CALLED = "called"  # the slot for the reports' own word: "blast" is told as an explosion, "blaze" as a fire
# What stands before an event's own words: of "reached a historic deal" and "her resignation" only the last is a name.
BEFORE = re.compile(r"^.*\b(?:an?|the|her|his|its|their|this|that|these|those|our|my|your)\s+", re.I | re.S)
ARTICLE = re.compile(
    r"(?<=\S )(?<!\bthe )(?<!\bThe )((?:United (?:States|Kingdom|Nations|Arab Emirates)|European Union|African Union|"
    r"Netherlands|Philippines|Maldives|Bahamas)\b)(?!['’])"
)


def title(frame: Frame, nodes: Sequence[Node]) -> str:
    """The frame's title with its slots filled from the nodes, most prominent first.

    A part in [brackets] without its answer, or with one that is unsure, is left out; where another slot stays empty,
    the reports' own words for the event are its title. "{what|called}" takes the first that has an answer, "(s)" ends a
    verb where who does it is one. No answer stands twice: who agreed with whom are two. What would be only a word of
    the kind ("Killing", "Launched") is told with its place.
    """
    chosen = _answers(frame, nodes)
    answers = _words_of(frame, nodes, chosen)
    text = GAP.sub(lambda m: _filled(m.group(1), answers) or "", frame.title)
    if _filled(text, answers) is None:
        text = _own_words(frame, nodes, answers)
    first = next((chosen[name] for name in _slots(frame.title.partition("}")[0] + "}") if name in chosen), None)
    text = SLOT.sub(lambda m: _answer(m.group(1), answers), text)
    text = ENDING.sub("" if _is_plural(first) else r"\1", text)
    text = LOOSE.sub("", text)
    if not any(a in text for name, a in answers.items() if name != CALLED):
        text = f"{text}{_somewhere(nodes)}"
    words = ARTICLE.sub(r"the \1", IN_BESIDE.sub("", " ".join(text.split()).strip(" ,;:")))
    return words[:1].upper() + words[1:]


def is_telling(frame: Frame, text: str, nodes: Sequence[Node]) -> bool:
    """Whether a title names somebody, something, a place or a number: "Shooting in Oslo", not "Election" or
    "Disappearance of jet"; and more than who did it, if it begins with that: not "Supreme Court rules"."""
    first, *others = [answer.words for answer in _answers(frame, nodes).values()] or [""]
    if not (frame.title.startswith("{") and first and text.startswith(first)):
        return bool(NAMED.search(text[1:]))
    rest = text[len(first) :]
    return bool(NAMED.search(rest) or (NAMED.search(first) and any(words in rest for words in others)))


def naming(frame: Frame, nodes: Sequence[Node], is_real: bool, is_dated: bool) -> Naming:
    """What may stand for an event that no headline names, beside another: its `title` where it has somebody or
    something by name in it, or two reports tell the same; the reports' `words` where it tells who or what in common
    nouns, or whom a pronoun or an office was taken for, or there is a day at least; `nothing` where it is only a kind
    or a verb with its object, and where even the rest only may be.

    Of 160 such events that had no day, editors let 36 stand.
    """
    chosen = _answers(frame, nodes)
    told = GAP.sub("", frame.title)
    known = frame.name != OPEN and chosen and _filled(told, _words_of(frame, nodes, chosen)) is not None
    sure = known and all(_is_called_so(chosen[name], nodes) for name in _slots(told) if name in chosen)
    agreed = all(answer.reports >= FEW for answer in chosen.values())
    if sure and (agreed or is_telling(frame, title(frame, nodes), nodes)):
        return "title"
    return "words" if is_real and (known or is_dated) else "nothing"


def _is_called_so(answer: Chosen, nodes: Sequence[Node]) -> bool:
    """Whether some report itself calls a person by the name that a title gives: neither "him" nor "the inspector
    general" is sure to be who he was taken for."""
    value = answer.value
    if not isinstance(value, Party) or value.kind != "person":
        return True
    told = (v for n in nodes for _, values in n.values for v in values if isinstance(v, Party) and v.name == value.name)
    return any(v.text.lower().split()[-1:] == v.name.lower().split()[-1:] for v in told)


def _answers(frame: Frame, nodes: Sequence[Node]) -> dict[str, Chosen]:
    """What fills each slot of a title, by name; an answer that an earlier slot has is none to the next."""
    found: dict[str, Chosen] = {}
    sure = {name for part in GAP.split(frame.title)[::2] for name in _slots(part)}
    reports = len({n.report for n in nodes})
    for name in _slots(frame.title):
        if name == CALLED or name in found:
            continue
        used = {answer.words for answer in found.values()}
        answer = choose([t for t in _telling(frame, name, nodes) if form(t.value) not in used])
        if answer is not None and (name in sure or (not answer.is_unsure(reports) and _is_called_so(answer, nodes))):
            found[name] = answer
    return found


def _words_of(frame: Frame, nodes: Sequence[Node], chosen: Mapping[str, Chosen]) -> dict[str, str]:
    return {name: answer.words for name, answer in chosen.items()} | {CALLED: called(frame, nodes)}


def _slots(text: str) -> list[str]:
    return [name for slot in SLOT.findall(text) for name in slot.split("|")]


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


def _telling(frame: Frame, name: str, nodes: Sequence[Node]) -> list[Telling]:
    """What each node answers; "a warning" does not tell what a warning was of."""
    told = (Telling(value, n.report, n.prominence) for n in nodes for value in n.answers(name))
    return [t for t in told if not (isinstance(t.value, Text) and t.value.text.lower() in (*frame.nouns, frame.name))]


def _is_plural(answer: Chosen | None) -> bool:
    """Whether those whom a title begins with are several: "authorities investigate", "the Senate votes"."""
    if answer is None:
        return False
    words = answer.words.split()
    last = words[-1]
    noun = isinstance(answer.value, Text) and last.lower() == f"{answer.value.name}s"  # a headline's "Shares"
    plain = noun or (last.islower() and last.endswith("s") and not last.endswith("ss"))
    named = isinstance(answer.value, Party) and not words[0].islower() and not plain
    return last.lower() in _words("many") or (plain and not named)


def is_asking(text: str) -> bool:
    """Whether a headline asks, explains or quotes, where another may tell."""
    first = FIRST_WORD.match(text.lower())
    asks = text.rstrip().endswith("?") or text[:1] in QUOTES
    return asks or (first is not None and first.group() in _words("asking"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(tomllib.loads((files("crosswire.events") / "data" / "titles.toml").read_text("utf-8"))[name])


def _somewhere(nodes: Sequence[Node]) -> str:
    """Where it was, for a title that tells nothing else."""
    where = choose([Telling(p, n.report, n.prominence) for n in nodes if (p := n.scene) and p.name])
    return f" in {where.words}" if where is not None else ""


def _own_words(frame: Frame, nodes: Sequence[Node], answers: Mapping[str, str]) -> str:
    """What the most prominent mention with more than a bare word, or one and a pronoun, calls it, with who did it where
    that is known.

    Where all have a bare word ("launched"), its noun with what it was: "launch of missile".
    """
    phrases = [BEFORE.sub("", phrase) for n in nodes for phrase in n.phrases]
    phrase = next((p for p in phrases if " " in p and not WHOM.search(p)), "")
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
