"""Forms of one person's name -> one: "Naqvi", "Mohsin Naqvi" and "Mohsin Raza Naqvi" over all reports.

Joining two people costs a true corroboration; parting one invents a false one. So forms are joined wherever they may be
one: a surname alone is whoever bears it, and where two do, it is nobody certain.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from rapidfuzz.fuzz import ratio

from crosswire.facts.origins.names import PROSECUTES
from crosswire.facts.origins.origin import Trace
from crosswire.model import Speaker

CLOSE = 84.0  # percent of letters alike that make two spellings one: Zelensky and Zelenskiy 94, Kim and Lim 67
NEARLY = 70.0  # Njai and Njie 75, Kim and Kang 57
WORD = re.compile(r"[^\W\d_]+")
BEFORE = (
    "mr mrs ms dr sir lord lady dame gen col lt maj capt sgt sheikh haji jr sr ii iii prof rev hon insp supt det cpl "
    "pte pvt const cmdr adm brig inspector superintendent detective sergeant constable"
)
TOLD = frozenset({"told", "said", "says", "tells", "wrote"})  # "Ana Paz told", as the parser cuts some
BYSTANDERS = frozenset(
    {"resident", "witness", "eyewitness", "survivor", "villager", "passenger"}
)  # no office beside another
TITLES = frozenset(BEFORE.split())
# Who speaks for somebody who has a name: "a spokesman for Paz", "her rep"; "spokesman Luis Paz" bears the name himself.
SPOKE = r"(?:spokes(?:wo)?m[ae]n|spokes(?:person|people)|reps?|lawyers?|attorneys?|publicists?)"
SPOKEN_FOR = re.compile(rf"\b{SPOKE}$|\b{SPOKE} (?:for|of|representing) (?:[a-z]+ )?(?P<name>[A-Z].*)", re.IGNORECASE)
CLIENT = re.compile(rf"^(?P<owner>.+?)['’]s? {SPOKE}$")
SOUNDS = (
    (re.compile(r"(?<=\w)ch"), "sh"),
    (re.compile(r"o[ou]|ou"), "u"),
    (re.compile(r"ee|[yj]"), "i"),
    (re.compile(r"([kdgt])h"), r"\1"),
    (re.compile(r"ck?|q"), "k"),
    (re.compile(r"(\w)\1"), r"\1"),
)
Parts = tuple[str, ...]  # the words of a name that are compared


@dataclass(frozen=True, slots=True)
class Person:
    """One person: the fullest form of the name, the role and country that any report gives.

    `called` are the phrases that name the person with anything more than the name: "Elif Yildiz of the Red Cross".
    """

    name: str
    role: str | None = None
    country: str | None = None
    called: tuple[str, ...] = ()


def side_of(role: str) -> str:
    """Whether somebody speaks for another, by what they are: "publicist", "lawyer"; not "district attorney"."""
    return "agent" if re.search(rf"\b{SPOKE}\b", role) and not PROSECUTES.search(role) else ""


def may_speak_for(a: Trace, b: Trace) -> bool:
    """Whether one's words are those of somebody who speaks for them, who may be the other: "Mara Oster's publicist" and
    "publicist Luis Gil", of whom nobody tells whose he is."""
    return a.side == "client" and b.side == "agent" and not b.through


def client_of(speaker: Speaker) -> str | None:
    """The named person for whom somebody without a name speaks: "Ana Paz's lawyers"."""
    match = CLIENT.match(speaker.canonical) if speaker.kind == "unnamed" else None
    return match["owner"] if match is not None else None


def spoken_for(speaker: Speaker) -> bool:
    """Whether a person does not speak, but somebody for them, whose role it is: "a spokesman for Paz", "her rep"."""
    match = SPOKEN_FOR.search(" ".join(speaker.name.split())) if speaker.kind == "person" and speaker.role else None
    if match is None:
        return False
    return match["name"] is None or match["name"].split()[-1].rstrip(",") in speaker.canonical


def people(
    speakers: Sequence[Speaker], nicknames: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Person | None]:
    """Canonical name -> the person it means; None for a surname that several bear. Order is no matter.

    `nicknames` lead from a first name's short form to the whole: mike -> michael.
    """
    parts = {s.canonical: _parts(s.canonical, nicknames) for s in speakers}
    persons = {s.canonical for s in speakers if s.kind == "person" and s.role}  # whatever another report takes them for
    bodies = {s.canonical for s in speakers if s.kind not in ("person", "unnamed")} - persons
    forms: dict[str, list[Speaker]] = {}
    for speaker in speakers:
        if speaker.kind == "person" and parts[speaker.canonical] and speaker.canonical not in bodies:
            forms.setdefault(speaker.canonical, []).append(speaker)
    for speaker in speakers:
        if speaker.kind == "organisation" and (
            speaker.canonical in persons or _is_name(speaker.canonical, forms, parts)
        ):
            forms.setdefault(speaker.canonical, []).append(speaker)
    groups: list[list[str]] = []
    single: list[str] = []
    for form in sorted(forms, key=lambda f: (-len(parts[f]), f)):
        if len(parts[form]) == 1:
            single.append(form)
            continue
        home = next((g for g in groups if any(_one(parts[form], parts[other]) for other in g)), None)
        if home is None:
            groups.append([form])
        else:
            home.append(form)
    found: dict[str, Person | None] = {}
    named = {form: _person(group, forms, parts) for group in groups for form in group}
    for form in single:
        found[form] = _bearer(form, named, forms, parts)
    return {**found, **named}


def _parts(name: str, nicknames: Mapping[str, str]) -> Parts:
    """The words of a name without accents, titles and case, the first name whole; none where it is an office ("Japan's
    prime minister")."""
    if "'s " in name or "’s " in name:
        return ()
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = [w for w in WORD.findall(plain.casefold()) if w not in TITLES]
    while len(words) > 1 and words[-1] in TOLD:
        words.pop()
    return (nicknames.get(words[0], words[0]), *words[1:]) if len(words) > 1 else tuple(words)


def _is_name(name: str, forms: Mapping[str, object], parts: Mapping[str, Parts]) -> bool:
    """Whether what was taken for an organisation is a form of a person's name: "Fayyad" is Omar Fayad."""
    mine = parts[name]
    if len(mine) == 1:
        return " " not in name and any(len(parts[f]) > 1 and spelt_alike(mine[0], parts[f][-1]) for f in forms)
    return len(mine) > 1 and any(len(parts[f]) > 1 and _one(mine, parts[f]) for f in forms)


def _one(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names of two words or more may be one: the last word alike, and of the others one has all of the
    other's, or their first letters, or both are longer and begin alike ("Ana Maria Paz" and "Ana Lucia Paz" of one
    event); or the one goes on where the other ends ("Teodoro Obiang Nguema Mbasogo")."""
    short, long = sorted((a, b), key=len)
    if len(short) > 2 and given_alike(short[0], long[0]) and spelt_alike(short[-1], long[-1]):
        return True
    if 1 < len(short) < len(long) and all(spelt_alike(x, y) for x, y in zip(short, long, strict=False)):
        return True
    if len(a) == len(b) > 2 and _alike_nearly(short[-1], long[-1]):  # "Alieu Momarr Njai" and "Alieu Momar Njie"
        return all(spelt_alike(x, y) for x, y in zip(a[:-1], b[:-1], strict=True))
    return spelt_alike(short[-1], long[-1]) and all(any(given_alike(x, y) for y in long[:-1]) for x in short[:-1])


def given_alike(a: str, b: str) -> bool:
    """Whether two may be one first name: alike, an initial, or the one cut short ("Pam", "Pamela")."""
    short, long = sorted((a, b), key=len)
    return spelt_alike(a, b) or (len(short) == 1 and a[0] == b[0]) or (len(short) > 2 and long.startswith(short))


def spelt_alike(a: str, b: str) -> bool:
    """Whether two words may be one name in two spellings: "zelensky", "zelenskiy"."""
    return a == b or (min(len(a), len(b)) > 3 and max(ratio(a, b), ratio(_sound(a), _sound(b))) >= CLOSE)


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """A word without what writers vary of one that other letters spell: "machnouk" and "mashnuq"."""
    for pattern, sound in SOUNDS:
        word = pattern.sub(sound, word)
    return word


def _alike_nearly(a: str, b: str) -> bool:
    """The same of two spellings of one sound, where everything before them is alike."""
    return a[0] == b[0] and ratio(a, b) >= NEARLY


def _person(group: Sequence[str], forms: Mapping[str, Sequence[Speaker]], parts: Mapping[str, Parts]) -> Person:
    speakers = [s for form in group for s in forms[form]]
    roles = sorted(
        {s.role for s in speakers if s.role and not spoken_for(s)},
        key=lambda r: (r.split()[-1].lower() in BYSTANDERS, -len(r), r),
    )
    countries = sorted({s.country for s in speakers if s.country})
    name = max(group, key=lambda f: (len(parts[f]), f.split()[-1].lower() not in TOLD, len(f), f))
    known = {w for form in group for w in WORD.findall(form)}
    called = {" ".join(w for w in WORD.findall(s.name) if w not in known) for s in speakers}
    return Person(name, roles[0] if roles else None, countries[0] if countries else None, tuple(sorted(called - {""})))


def _bearer(
    form: str, named: Mapping[str, Person], forms: Mapping[str, Sequence[Speaker]], parts: Mapping[str, Parts]
) -> Person | None:
    """Whoever bears a name of one word: as the last word, or as the first ("Kim" is Kim Jong Un)."""
    (word,) = parts[form]
    bearers = {p.name: p for f, p in named.items() if spelt_alike(word, parts[f][-1]) or word == parts[f][0]}
    if len(bearers) > 1:
        return None
    return next(iter(bearers.values()), None) or _person([form], forms, parts)
