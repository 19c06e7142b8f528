"""Which origins speak with one voice: this is where independence is counted, and nowhere else (docs/weighing.md).

| two known origins                                                        | count as                               |
|--------------------------------------------------------------------------|----------------------------------------|
| of one name, aliases, capitals, blanks and ".com" resolved               | one                                    |
| an office and its body; bodies under one ministry (voices.toml)          | one, unless of two known countries     |
| a state's voice as a whole and any body of that state                    | one                                    |
| a state and a body, a minister or another state, one of no known country | one                                    |
| ministries of one government, its president's office, its agencies       | one                                    |
| two bodies of one state that are none of these: army, police, court       | two                                    |
| who governs, and police, a court, a fire service, a hospital, a town      | two                                    |
| outlets of one owner; those who sign one joint statement                 | one                                    |
| somebody, and whoever alone tells so; a country's document, and its body  | one                                    |
| a person of whom nobody tells what they are, and a body or another such  | one                                    |
| media, and who cannot know it at first hand (`firsthand`), beside others | nothing                                |
| several such media, and nobody else                                      | one                                    |
| anything unknown or unnamed                                              | nothing                                |
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import resources

from crosswire.facts.origins.apart import apart as apart_of
from crosswire.facts.origins.names import PROSECUTES, REMEMBERED, abbreviates, apart, by_letters, plain
from crosswire.facts.origins.origin import Trace, joined, of_state
from crosswire.facts.origins.people import may_speak_for
from crosswire.model import Speaker

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
BELONGS = re.compile(r"\b(?:of|at|from|with|for) (?:the )?((?:[A-Z][\w.&-]*(?: |$)){2,})")  # "of the Red Cross"
HOSTS = "named:organizers"
GOVERNED = frozenset((frozenset(("president", "office")), frozenset(("disaster", "agency"))))
APART = frozenset({"defense", "court", "election", "electoral", "seismology", "meteorology", "geological"})
SERVICES = frozenset({"police", "fire", "guard", "medical", "hospital", "coroner", "mayor", "governor"})
ON_THE_SPOT = (APART - {"defense"}) | SERVICES  # decision 0051
OF_ITS_OWN = ON_THE_SPOT | APART
NO_AGENCY = OF_ITS_OWN | {"prosecutor", "rights", "ministry"}  # nor is a ministry, which is one anyhow
PROPER = re.compile(r"(?!(?:The|A|An) )[A-Z][\w.-]*['’]s |.*\s[A-Z]", re.DOTALL)  # "Peru's seismologic center"
POSSESSOR = re.compile(r"^(?:(?P<owner>.+?)['’]s?|(?:U\.S\.|UK)(?= [a-z])) (?P<body>.+)$")


@dataclass(frozen=True, slots=True)
class Offices:
    """The words of offices and bodies as data: voices.toml says what each part means."""

    heads: frozenset[str] = frozenset()
    rank: frozenset[str] = frozenset()
    same: Mapping[str, str] = field(default_factory=dict)
    under: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    bodies: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    holders: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    firms: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()  # names of countries, of one word
    offices: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    anybodys: frozenset[str] = frozenset()
    kinds: Mapping[str, str] = field(default_factory=dict)  # what a party at a scene is called -> which it is
    alike: Mapping[str, frozenset[frozenset[str]]] = field(default_factory=dict)
    area: frozenset[str] = frozenset()
    family: frozenset[str] = frozenset()
    speaking: frozenset[str] = frozenset()
    own_land: frozenset[str] = frozenset()
    nicknames: Mapping[str, str] = field(default_factory=dict)
    owned: Mapping[str, str] = field(default_factory=dict)
    owned_words: Mapping[frozenset[str], str] = field(default_factory=dict)
    _bodies: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)  # found by `of_body`

    def owner_of(self, *names: str) -> str | None:
        """The country whose state owns a company of one of these names, None where none is known to."""
        known = (self.owned.get(name.casefold().removeprefix("the ")) for name in names)
        return next((country for country in known if country is not None), None)

    def state_of(self, offices: Iterable[frozenset[str]]) -> str | None:
        """The country whose state owns the company that the words of an office tell."""
        return next((self.owned_words[words] for words in offices if words in self.owned_words), None)

    def of_role(self, role: str | None) -> frozenset[str]:
        """The words that tell which body a role speaks for; none where it speaks for nobody ("shopkeeper").

        The role may be a whole phrase without the name: ", a spokesman for the ministry".
        """
        words = [w.lower() for w in WORD.findall(role or "")]
        if "attorney" in words and not PROSECUTES.search(role or ""):
            words = [w for w in words if w not in ("attorney", "defense", "defence")]
        if not self.heads.isdisjoint(words):
            return self._counted(words)
        belongs = BELONGS.search(role or "")
        return self._counted([w.lower() for w in WORD.findall(belongs[1])]) if belongs else frozenset()

    def any_body(self, role: str) -> bool:
        """Whether a role tells that somebody heads or speaks for a body, and not which: "chief", "spokesman"."""
        words = {w.lower() for w in WORD.findall(role)}
        return words <= self.rank and not words.isdisjoint(self.anybodys)

    def described(self, speaker: Speaker) -> frozenset[str]:
        """The words that tell which body one without a name is: "the fire department in Cusco", not "the ministry"."""
        if unnamed_noun(speaker.canonical) not in self.bodies:
            return frozenset()
        found = self.of_body(speaker.name)
        proper, words = PROPER.match(speaker.name), speaker.name.lower().split()
        serves = words[:1] == ["the"] and len(words) < 5 and not self.functions.isdisjoint(words)
        return found if (len(found) > 1 and proper) or serves else frozenset()

    def is_people(self, name: str) -> bool:
        """Whether a name in small letters only tells of which country somebody is: "kenyan"."""
        return self.same.get(name) in self.states

    def speaks_for(self, noun: str) -> bool:
        """Whether somebody without a name, called so, is of the body that is named: an "official", not "people"."""
        return noun in self.heads or noun in self.inside or noun in self.vague

    def of_body(self, name: str) -> frozenset[str]:
        """The words that tell which body a name means, without the country that owns it."""
        if (found := self._bodies.get(name)) is None:  # deriving asks for the same bodies again and again
            if len(self._bodies) >= REMEMBERED:
                self._bodies.clear()
            found = self._bodies[name] = self._of_body(name)
        return found

    def _of_body(self, name: str) -> frozenset[str]:
        owned = POSSESSOR.match(name)
        words = WORD.findall(owned.group("body") if owned else name)
        if owned and (found := self._counted([w.lower() for w in words])):
            return found
        return self._counted([w.lower() for w in WORD.findall(name)])  # "the Lima prosecutor's office"

    def _counted(self, words: Sequence[str]) -> frozenset[str]:
        text = " ".join(words)
        for body, forms in self.under.items():
            if forms.search(text):
                return frozenset(body.split())
        counted = (self.same.get(w) or by_letters(w) or w for w in words)
        return frozenset(w for w in counted if w not in self.rank)


def unnamed_noun(canonical: str) -> str:
    """The noun of one without a name, in the singular: "unnamed officials" is an "official"."""
    noun = canonical.removeprefix("unnamed ").lower()
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def load_offices(countries: Mapping[str, str] | None = None) -> Offices:
    """The table that ships; `countries` maps adjectives to names of countries, which come to the same in a name."""
    table = tomllib.loads((resources.files("crosswire.facts") / "voices.toml").read_text("utf-8"))
    made = Offices(
        heads=frozenset(table["heads"]),
        rank=frozenset(table["rank"]),
        same={**(countries or {}), **table["same"]},
        states=frozenset((countries or {}).values()),
        bodies=frozenset(table["bodies"]),
        functions=frozenset(table["functions"]),
        holders=frozenset(table["holders"]),
        hosts=frozenset(table["hosts"]),
        vague=frozenset(table["vague"]) | frozenset(table["firms"]),
        firms=frozenset(table["firms"]),
        offices=frozenset(table["offices"]),
        inside=frozenset(table["inside"]),
        agencies=frozenset(table["agencies"]),
        anybodys=frozenset(table["anybodys"]),
        area=frozenset(table["area"]),
        family=frozenset(table["family"]),
        speaking=frozenset(table["speaking"]),
        own_land=frozenset(table["own_land"]),
        kinds={form: kind for kind, forms in table["kinds"].items() for form in forms},
        alike={kind: frozenset(frozenset(name.split()) for name in names) for kind, names in table["alike"].items()},
        nicknames={short: name for name, shorts in table["nicknames"].items() for short in shorts},
        under={
            k: re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, v))})(?![\w-])") for k, v in table["under"].items()
        },
        owned={name.casefold(): country for country, names in table["owned"].items() for name in names},
    )
    words = ((made.of_body(name), country) for country, names in table["owned"].items() for name in names)
    return replace(made, owned_words={found: country for found, country in words if found})


def independent(traces: Iterable[Trace]) -> list[tuple[Trace, ...]]:
    """The known origins in groups that count as one each: the most of them of which no two may be one, the surest where
    there is a choice, each with those that may be one with it. So an origin more never makes fewer."""
    known: dict[str, Trace] = {}
    for found in traces:
        if found.known:
            known[found.key] = joined(known.get(found.key, found), found)
    speaking = [t for t in known.values() if not t.carries]
    if not speaking:
        return [tuple(sorted(known.values(), key=lambda t: t.key))] if known else []
    surest = sorted(speaking, key=_vague)
    alone = apart_of(surest, one_voice)
    groups = {i: [surest[i]] for i in alone}
    for k, found in enumerate(surest):
        if k not in groups:
            groups[next(i for i in alone if one_voice(found, surest[i]))].append(found)
    return [tuple(group) for group in sorted(groups.values(), key=lambda g: g[0].key)]


def one_voice(a: Trace, b: Trace) -> bool:
    """Whether two origins may be one: what is not known to be apart is taken for one."""
    if a.key == b.key or plain(a.name) == plain(b.name) or _on_one_word(a, b):
        return True
    abroad = a.country is not None and b.country is not None and a.country != b.country
    if abroad or _beside_government(a, b) or _beside_government(b, a):
        return False
    if "state" in (a.voice, b.voice) and "own" not in (a.voice, b.voice) and a.country == b.country:
        return True
    if _of_some_state(a, b) or _of_some_state(b, a) or (_governs(a) and _governs(b)):
        return True
    if any(may(a, b) or may(b, a) for may in (_may_head, _may_host, _keeps, _may_be_of, abbreviates, may_speak_for)):
        return True
    towns, states = a.towns | b.towns, a.states | b.states
    return any(_one_office(one, other, towns, states) for one in a.offices for other in b.offices)


def _on_one_word(a: Trace, b: Trace) -> bool:
    """Whether one owner has both, both signed one paper, or what one said is known from the other alone."""
    if a.owner is not None and a.owner == b.owner:
        return True
    return _passed_on(a, b) or _passed_on(b, a) or not a.through.isdisjoint(b.through)


def _passed_on(a: Trace, b: Trace) -> bool:
    """Whether what one said is known from the other alone, or from somebody who speaks for the same state."""
    of_it = a.voice != "own" and a.country is not None and of_state(a.country) in b.through
    return a.key in b.through or of_it


def _one_office(one: frozenset[str], other: frozenset[str], towns: frozenset[str], states: frozenset[str]) -> bool:
    """Whether the words of two offices may mean one: they share some, and only one of them has others, or each has
    others of another kind ("the Red Cross in Iasi", "the Romanian Red Cross"); two towns' police are two."""
    if one.isdisjoint(other):
        return False
    mine, yours = apart(one - other - states, other - one - states)
    if mine & towns and yours & towns:
        return False
    return not (mine - towns and yours - towns)


def _may_be_of(a: Trace, b: Trace) -> bool:
    """Whether one is a person of whom nobody tells what they are, who may be of the other or of the same as another."""
    return a.anybody and (b.voice != "own" or b.kind == "organisation" or b.anybody)


def _may_head(a: Trace, b: Trace) -> bool:
    """Whether one is a person in office, and the other an agency of which no report says whose it is."""
    agency = (b.kind, b.voice, b.country) == ("organisation", "body", None) and b.key != HOSTS
    return agency and a.office and a.kind == "person"


def _may_host(a: Trace, b: Trace) -> bool:
    """Whether one is "the organizers", and the other an organisation, or somebody of whom no more is told, who may be
    among them."""
    return a.key == HOSTS and b.voice != "state" and (b.kind == "organisation" or b.anybody) and not b.office


def _keeps(a: Trace, b: Trace) -> bool:
    """Whether the other, a body that bears the country's name or somebody of one, may keep a document of which only the
    country is told: "Swedish seismographic data" and the Swedish National Seismic Network."""
    owner = POSSESSOR.match(a.name) if a.kind == "document" else None
    land = (owner["owner"] or "").casefold() if owner else ""
    return bool(land) and any(land in office for office in b.offices)


def _of_some_state(a: Trace, b: Trace) -> bool:
    """Whether one speaks for a state, the other for a state or a body of one, and of one it is not known for which."""
    ministry = any("ministry" in office for office in b.offices)
    of_it = b.kind in ("official", "organisation") or ministry or (b.office and not any(o & APART for o in b.offices))
    official = b.voice == "state" or (b.voice == "body" and of_it)
    return a.voice == "state" and official and None in (a.country, b.country)


def _beside_government(a: Trace, b: Trace) -> bool:
    """Whether one is a person who governs, and the other the police, a court or the like, with its people there."""
    governs = a.kind == "person" and a.voice == "state" and a.office and not _is_any(a, ON_THE_SPOT | {"government"})
    return governs and b.voice == "body" and _is_any(b, ON_THE_SPOT)


def _is_any(found: Trace, words: frozenset[str]) -> bool:
    return any(not office.isdisjoint(words) for office in found.offices)


def _governs(found: Trace) -> bool:
    """Whether it is a ministry or another office of a government that is none beside them; not the one of an army."""
    ministries = (o for o in found.offices if o in GOVERNED or ("ministry" in o and o.isdisjoint(APART)))
    return found.agency or (found.voice != "own" and any(ministries))


def _vague(found: Trace) -> tuple[bool, bool, int, str]:
    """How unsure it is whose voice it is: those surest to be somebody apart come first."""
    words = max((len(office) for office in found.offices), default=0)
    unsure = found.voice == "state" or found.kind == "document" or found.anybody or found.key == HOSTS
    return unsure, found.country is None and words > 0, -words, found.key
