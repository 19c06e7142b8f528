"""The same content in other clothes: who says it, and where in the sentence, must change nothing of what is read.

No data from outside is needed: `clothes.toml` holds clauses of our own, speakers as news writes them and the forms in
which news gives the one to the other. Every speaker is put into every form, with two clauses drawn by lot. `alike`:
the events, attributes and values read are those that most clothes of the clause have; `spoken`: all of them have that
speaker, no other, as the one nearest to the fact. A third of the speakers and a third of the clauses, drawn by lot, are
`unread`: only their totals are looked at. `mute` are sentences in which nobody speaks: none may have a speaker.
`CROSSWIRE_CLOTHES_SHOW` prints the read ones that fail.
"""

from __future__ import annotations

import json
import os
import random
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosswire.claims.read import Reader, read
from crosswire.model import Claim, Fetched, Mention, Reading, Report, Speaker
from crosswire.pipeline.read import load_pipeline
from crosswire.reports.make import make_report
from crosswire.reports.rules import Rules, load_rules

HERE = Path(__file__).with_suffix(".toml")
SEED = 29
EACH = int(os.environ.get("CROSSWIRE_CLOTHES_EACH", "2"))  # clauses for each speaker in each form
SHOW = os.environ.get("CROSSWIRE_CLOTHES_SHOW", "")
PUBLISHED = "2023-06-07T12:00:00Z"  # a Wednesday
OUTLET = "The Paper"
FILLER = "More in the morning edition."
TOLD_ON = ("tuesday", "on tuesday", "late on tuesday")  # no clause tells of a Tuesday
WORST = 12  # speakers and forms listed
Entry = Mapping[str, str]
Read = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Dressed:
    """One content said by one speaker in one form."""

    text: str
    content: str
    form: str
    speaker: str
    keys: tuple[str, ...]
    before: str
    unread: bool
    headline: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one: whether it was read as in most clothes, and whether the speaker was found."""

    dressed: Dressed
    alike: bool
    spoken: bool
    told: str


def run(data: Path | None, split: str) -> dict[str, object]:
    """The shares that were read alike and had their speaker, of what was read while mending and of what was not."""
    del data, split
    table = tomllib.loads(HERE.read_text("utf-8"))
    reader = load_pipeline().reader
    verdicts = list(judged(list(dressed(table)), reader))
    for v in verdicts:
        if SHOW and not v.dressed.unread and not (v.alike and v.spoken) and SHOW in v.dressed.form + v.dressed.speaker:
            print(f"{'' if v.spoken else 'SPEAKER '}{'' if v.alike else 'READING '}| {v.dressed.text} | {v.told}")
    result: dict[str, object] = {}
    for name, some in (("read", False), ("unread", True)):
        result[name] = _shares([v for v in verdicts if v.dressed.unread is some])
    known = [v for v in verdicts if not v.dressed.unread]
    result["worst_forms"] = _worst((v.dressed.form, v) for v in known)
    result["worst_speakers"] = _worst((v.dressed.speaker, v) for v in known)
    result["mute_with_speaker"] = _voiced(table["mute"], reader)
    return result


def dressed(table: Mapping[str, Sequence[Entry]]) -> Iterator[Dressed]:
    """Every speaker in every form it can stand in, each with clauses drawn by lot; always the same ones."""
    lot = random.Random(SEED)  # noqa: S311 - no secret
    hidden = {id(e) for part in ("speaker", "clause") for e in lot.sample(table[part], len(table[part]) // 3)}
    for speaker in table["speaker"]:
        for form in table["form"]:
            if not _fits(speaker, form):
                continue
            need = "noun" if "{n}" in form["text"] else "title" if "{T}" in form["text"] else "text"
            for clause in lot.sample([c for c in table["clause"] if need in c], EACH):
                yield _dress(speaker, form, clause, unread=id(speaker) in hidden or id(clause) in hidden)


def _fits(speaker: Entry, form: Entry) -> bool:
    if form["in"] == "head" and "head" not in speaker:
        return False
    where = "end" if form["in"] == "said" and speaker["text"] not in ("he", "she", "they") else form["in"]
    return "only" not in speaker or where in speaker["only"]


def _dress(speaker: Entry, form: Entry, clause: Entry, *, unread: bool) -> Dressed:
    who, said, pattern = speaker["text"], clause["text"], form["text"]
    if speaker.get("closed"):
        pattern = pattern.replace("{x} ", "{x}, ").replace("{X} ", "{X}, ")
    head = speaker.get("head", "")
    kind = "title" if "{T}" in pattern else "noun" if "{n}" in pattern else "text"
    words = {"x": who, "X": _upper(who), "s": said, "S": _upper(said), "H": head, "h": _inside(head, who)}
    words |= {"T": clause.get("title", ""), "n": clause.get("noun", "")}
    words["says"] = "say" if head.split(" ")[0].endswith("s") or " and " in head or head == "Police" else "says"
    return Dressed(
        text=pattern.format(**words),
        content=clause[kind],
        form=form["text"],
        speaker=who,
        keys=tuple(speaker["key"]),
        before=speaker.get("before", ""),
        unread=unread,
        headline=kind == "title",
    )


def _inside(head: str, who: str) -> str:
    """A headline's words for a speaker as they stand behind other words."""
    named = head.split(" ", maxsplit=1)[0] in who or head.isupper()
    return head if named else head[:1].lower() + head[1:]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def judged(all_: Sequence[Dressed], reader: Reader) -> Iterator[Verdict]:
    """Read everything and compare each reading of a content with the one that most of its clothes have."""
    rules = load_rules()
    readings = list(read((_report(d.text, d.before, rules, headline=d.headline) for d in all_), reader))
    facts = [_facts(reading, reader) for reading in readings]
    counted: dict[str, Counter[Read]] = defaultdict(Counter)
    for one, found in zip(all_, facts, strict=True):
        counted[one.content][found] += 1
    for one, reading, found in zip(all_, readings, facts, strict=True):
        usual = counted[one.content].most_common(1)[0][0]
        chains = [c.speakers for c in _telling(reading, reader)]
        spoken = bool(chains) and all(_is_told_by(chain, one.keys) for chain in chains)
        shown = sorted({chain[-1].name for chain in chains})
        told = f"by {shown} lacks {sorted(usual - found)} has {sorted(found - usual)}"
        yield Verdict(one, alike=found == usual, spoken=spoken, told=told)


def _report(text: str, before: str, rules: Rules, *, headline: bool) -> Report:
    """A report of one sentence, or of one headline."""
    title, body = (text, FILLER) if headline else ("", f"{before} {text}".strip())
    record = {"title": title, "text": body, "outlet": OUTLET, "published": PUBLISHED}
    return make_report(Fetched(text, json.dumps(record).encode(), "record"), {}, rules)


def _about(reading: Reading, reader: Reader) -> list[Claim]:
    """The claims about events."""
    events = {m.id for m in _events(reading, reader)}
    return [c for c in reading.claims if c.mention in events and not _is_day_told(c)]


def _telling(reading: Reading, reader: Reader) -> list[Claim]:
    """The claims about events, or what was said where no event was found in it."""
    return _about(reading, reader) or [c for c in reading.claims if c.mention is None and len(c.speakers) > 1]


def _events(reading: Reading, reader: Reader) -> list[Mention]:
    speech = {f.name for f in reader.frames.all if f.speech}
    return [m for m in reading.mentions if m.frame not in speech]


def _facts(reading: Reading, reader: Reader) -> Read:
    """Kind of event, its modality, attribute and the value's words."""
    events = {m.id: m for m in _events(reading, reader)}
    found = (c for c in reading.claims if c.mention in events and not _is_day_told(c))
    return frozenset((*_event(events[c.mention or ""]), c.attribute or "", _value(c)) for c in found)


def _is_day_told(claim: Claim) -> bool:
    """Whether it is the day of the telling, which dates what is done by telling it ("will cut 4,000 jobs")."""
    return claim.attribute == "when" and claim.words is not None and claim.words.exact.lower() in TOLD_ON


def _event(mention: Mention) -> tuple[str, str]:
    return mention.frame, mention.modality


def _value(claim: Claim) -> str:
    return "" if claim.value is None or claim.attribute == "happened" else claim.value.text.lower()


def _is_told_by(chain: Sequence[Speaker], keys: Sequence[str]) -> bool:
    """Whether the speaker nearest to the fact is the one with these words, or one of several who tell it together."""
    last, above = chain[-1], chain[-2] if len(chain) > 1 else chain[-1]
    return _is(last, keys) or (last.name.lower() in above.name.lower() and _is(above, keys))


def _is(speaker: Speaker, keys: Sequence[str]) -> bool:
    """Whether a speaker's name has all the words that it has to hold; "a|b": one of them."""
    words = f"{speaker.name} {speaker.canonical}".lower()
    return speaker.name != OUTLET and all(any(k.lower() in words for k in key.split("|")) for key in keys)


def _shares(verdicts: Sequence[Verdict]) -> dict[str, object]:
    n = max(1, len(verdicts))
    return {
        "n": len(verdicts),
        "alike": round(sum(v.alike for v in verdicts) / n, 4),
        "spoken": round(sum(v.spoken for v in verdicts) / n, 4),
        "both": round(sum(v.alike and v.spoken for v in verdicts) / n, 4),
    }


def _worst(keyed: Iterable[tuple[str, Verdict]]) -> dict[str, str]:
    """Those with the most failures: speakers not found and readings unlike, of how many."""
    total: Counter[str] = Counter()
    unspoken: Counter[str] = Counter()
    unlike: Counter[str] = Counter()
    for key, v in keyed:
        total[key] += 1
        unspoken[key] += not v.spoken
        unlike[key] += not v.alike
    bad = sorted(total, key=lambda k: -(unspoken[k] + unlike[k]) / total[k])[:WORST]
    return {k: f"{unspoken[k]} + {unlike[k]} of {total[k]}" for k in bad if unspoken[k] + unlike[k]}


def _voiced(texts: Sequence[str], reader: Reader) -> list[str]:
    """The sentences in which nobody speaks that were given a speaker none the less."""
    rules = load_rules()
    readings = read((_report(text, "", rules, headline=False) for text in texts), reader)
    events = (
        (text, reading, {m.id for m in _events(reading, reader)}) for text, reading in zip(texts, readings, strict=True)
    )
    return [t for t, r, known in events if any(c.mention in known and len(c.speakers) > 1 for c in r.claims)]
