"""Who speaks without a name, and is one certain body all the same: "officials at the Chamoli disaster office", "the
governor of Hidalgo", "state media" of a report that is set in one country.

"Officials", "a spokesman for the governor", "a doctor at the hospital" are nobody certain.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from crosswire.facts.origins.channels import NAMELESS_MEDIA, is_some_media
from crosswire.facts.origins.origin import Trace
from crosswire.facts.origins.people import Person
from crosswire.facts.origins.voices import WORD, Offices, unnamed_noun
from crosswire.model import Claim, Report, Speaker

AT = frozenset(("at", "from", "with", "of", "for", "in"))
ENDS = frozenset(("in", "of", "for", "near", "at", "on", "who", "which", "that", "from", "to", "and", "by"))
MADE = frozenset(("filed", "released", "obtained", "unsealed", "reviewed", "seen", "made", "issued"))  # of a paper
THOSE = "named:those of the"  # how the keys of people begin who are told by their trade
LONG = 7  # words of a body's description
STATE_MEDIA = re.compile(
    r"\bstate(?:[- ](?:run|owned|controlled))? (?:\w+ )?(?:media|tv|television|radio|broadcaster|news agency)$",
    re.IGNORECASE,
)
# Who was of a body, or is near it: "a source close to the Kremlin", "a person familiar with the company".
OUTSIDE = re.compile(
    r"\b(?:former|ex|retired|one-time|then|close to|familiar with|briefed|access to|knowledge of)\b", re.IGNORECASE
)
# ... or is only of the country: "tribal sources in Iraq", "Iraqi media sources", "a source with contacts in Baghdad".
BESIDE = re.compile(
    r"\b(?:tribal|media|news|press) (?:sources?|outlets?)\b|\b(?:contacts|links|ties) (?:with|to|in)\b", re.IGNORECASE
)
LOCAL = re.compile(r"\blocal\b", re.IGNORECASE)  # "a local government official" is not of the country's
GOVERNMENT = re.compile(r"(?:'s?|’s?|^U\.S\.|^UK) government$|^European Union$", re.IGNORECASE)
NOBODY = re.compile(
    r"(?:['’]s?|^unnamed) (?:reports|accounts|rumou?rs?|sources?|officials?|figures?)$|^unnamed (?:report|account)$"
    r"|^(?:\w+ ){0,3}(?:cyclone|hurricane|typhoon|storm) \w+$"
    r"|^(?:many|several|some|most|another|other) ",
    re.IGNORECASE,
)
# A minister, the ministry and the government tell one thing with one voice.
OFFICE = re.compile(
    r"\b(?:minister|president|premier|chancellor|secretary|king|emir|ambassador|spokes\w+)\b", re.IGNORECASE
)
# An office that only a state has, whoever's: "Chief Cabinet Secretary X" is no second origin beside "Japan's Defense
# Ministry", though nobody says whose he is; nor a president of whom nobody says of what.
DOCTOR = re.compile(  # of a hospital, where no office of a state or a scholar's is told
    r"(?!.*\b(?:minist|depart|agenc|authorit|institut|cent(?:er|re)\b|commission|secretar|govern|universit|prof)).*"
    r"\b(?:dr|doctor|surgeon|nurse)\b",
    re.IGNORECASE | re.DOTALL,
)
CABINET = re.compile(
    r"^(?:vice[ -])?president$|\b(?:regional|district|divisional) commissioner\b|\bprefect\b|"
    r"\b(?:minister|(?:cabinet|foreign|home|defen[cs]e|interior) secretary|secretary of (?:state|defense))\b",
    re.IGNORECASE,
)
OFFICE_OF = re.compile(r"(?:['’]s?|^U\.S\.|^UK) (?:[a-z-]+ )*[a-z-]+$")  # "Peru's interior minister"
# A person that the parser takes for a body: "Al-Sadri, chief of the civil defence agency".
HEADS_IT = re.compile(r", (?:the )?(?:[a-z]+ )?(?:chief|head|director|spokes(?:wo)?man|commander) (?:of|for) ")
WRITTEN_BY = re.compile(r"^(?P<owner>.+)['’]s? [^'’]+$")
# Names of official bodies that publish and are no paper's.
PUBLISHES = re.compile(
    r"\b(?:Police(?: Department| Service| Force)?|Sheriff(?:['’]s (?:Office|Department))?|"
    r"(?:District Attorney|Attorney General|Coroner|Prosecutor)(?:['’]s Office)?|Ministry|Fire (?:Department|Service)|"
    r"Coast Guard|Embassy)$|^(?:Ministry|Department|City|County) of "
)
# What a state sets up, told by what it is: "a committee formed by the Peruvian government".
OF_A_STATE = re.compile(r"(?:['’]s?|^U\.S\.|^UK) (?:[a-z-]+ )*(?:committee|commission|panel|task ?force|council)$")


def is_no_name(name: str) -> bool:
    """Whether a name is none: reports of no name ("the Herald's reports"), a storm, a quotation of a share."""
    return NOBODY.search(name) is not None or not any(c.isalpha() for c in name)


def certain(speaker: Speaker, offices: Offices, towns: frozenset[str], grounds: frozenset[str]) -> Trace | None:
    """Where the words of one without a name come from, if somebody certain is meant; `grounds`: the countries that the
    report is set in."""
    words = described(speaker, offices, towns)
    if words:
        name = " ".join(speaker.name.split()).removeprefix("the ").removeprefix("The ")
        key, office = f"named:{' '.join(sorted(words))}", not words.isdisjoint(offices.offices)
        why = "attributed to it"
        return Trace(key, name, "official", why, "body", speaker.country, frozenset((words,)), office=office)
    kind, place = kind_at_scene(speaker, offices), frozenset[str]()
    if kind is None:
        kind, place = _of_a_place(speaker, offices, towns)
    if kind is not None:
        own = frozenset((place | {kind},)) | offices.alike.get(kind, frozenset())
        name = " ".join(speaker.name.split()).removeprefix("the ").removeprefix("The ")
        key = " ".join((THOSE, *sorted(place), kind))
        return Trace(key, name, "official", "told by what it is", "body", offices=own, towns=place)
    if len(grounds) == 1 and is_state_media(speaker):
        (land,) = grounds
        return Trace(f"named:{land} state media", f"state media ({land})", "outlet", "attributed to it", "state", land)
    return None


def described(speaker: Speaker, offices: Offices, towns: frozenset[str]) -> frozenset[str]:
    """The words that tell which body or office it is; none where nobody can say."""
    return (
        (offices.described(speaker) if speaker.canonical.startswith("unnamed ") else frozenset())
        or _serving(speaker, offices)
        or _holding(speaker, offices, towns)
    )


def kind_at_scene(speaker: Speaker, offices: Offices) -> str | None:
    """Which party at the scene of anything people without a name are: "firefighters", "the hospital", "a hospital
    spokesman", "court documents"; not "a firefighter", "two doctors", "former prosecutors"."""
    words = speaker.name.lower().replace("’", "'").split()
    end = next((i for i, word in enumerate(words) if word.strip(",") in ENDS | MADE), len(words))
    words = [word for word in words[:end] if word not in offices.area]
    article = words.pop(0) if words and words[0] in ("a", "an", "the") else ""
    if words[-1:] and words[-1] in offices.family and (article == "the" or _owned(words)):
        return "family"
    if len(words) > 1 and words[-1] == "office" and words[-2].endswith("'s"):
        words = [*words[:-2], words[-2][:-2]]  # "the medical examiner's office"
    if not words:
        return None
    noun = unnamed_noun(words[-1])
    kind = offices.kinds.get(" ".join((*words[:-1], noun)))
    if noun in offices.speaking and kind is None:
        return offices.kinds.get(" ".join(words[:-1]))  # "a fire department spokesman"
    several = not article and noun != words[-1] and noun not in offices.holders  # "governors" are of several places
    if speaker.kind == "document":  # by what it is called here, or by what it is: "convicted" tells of a verdict
        return kind or offices.kinds.get(unnamed_noun(speaker.canonical))
    if article == "the" or several:
        return kind
    return kind if article and len(words) > 1 and noun in offices.speaking else None


def _of_a_place(speaker: Speaker, offices: Offices, towns: frozenset[str]) -> tuple[str | None, frozenset[str]]:
    """Which party people of a trade are, with the words of the place they are told to be of: "Marion County deputies",
    "Halden firefighters"."""
    words = speaker.name.split()
    start = 1 if words[:1] in (["the"], ["The"]) else 0
    end = next((i for i in range(start, len(words)) if not words[i][:1].isupper()), len(words))
    place = [word.lower() for word in words[start:end]]
    known = bool(place) and (not towns.isdisjoint(place) or place[-1] in ("county", "city"))
    if not known or not speaker.canonical.startswith("unnamed ") or OUTSIDE.search(speaker.name):
        return None, frozenset()
    rest = Speaker(" ".join(words[end:]), speaker.canonical, "unnamed")
    return kind_at_scene(rest, offices), frozenset(place) - offices.area


def _owned(words: Sequence[str]) -> bool:
    """Whether somebody is told whose: "his mother", "the victim's family"."""
    return words[0] in ("his", "her", "their") or any(word.endswith(("'s", "s'")) for word in words[:-1])


def only_passes_on(teller: Speaker, speaker: Speaker) -> bool:
    """Whether who tells that another said so is a medium without a name, or the same people named twice: "French
    officials say ..., according to officials"."""
    noun = unnamed_noun(teller.canonical) if teller.canonical.startswith("unnamed ") else None
    twice = noun is not None and speaker.kind == "unnamed" and noun == unnamed_noun(speaker.role or "")
    return twice or NAMELESS_MEDIA.search(teller.canonical) is not None


def _serving(speaker: Speaker, offices: Offices) -> frozenset[str]:
    """Which body people without a name serve: "officials at the local disaster management office in Chamoli". What it
    is for has to be told, or a name of its own."""
    if speaker.kind != "unnamed" or not offices.speaks_for(unnamed_noun((speaker.role or speaker.canonical).lower())):
        return frozenset()
    words = WORD.findall(speaker.name)
    for i, word in enumerate(words):
        if word.lower() in AT and i > 0:
            body = _phrase(words[i + 1 :], offices)
            counted = offices.of_body(" ".join(body)) if body else frozenset()
            told = not offices.functions.isdisjoint(w.lower() for w in body) or any(w[0].isupper() for w in body)
            return counted if told else frozenset()
    return frozenset()


def _phrase(words: Sequence[str], offices: Offices) -> Sequence[str]:
    """The words of a body at the beginning of others: up to its noun, and no preposition before that."""
    for i, word in enumerate(words[:LONG]):
        if word.lower() in ENDS:
            return ()
        if word.lower() in offices.bodies:
            return words[: i + 1]
    return ()


def _holding(speaker: Speaker, offices: Offices, towns: frozenset[str]) -> frozenset[str]:
    """Which office one without a name holds that only one person holds: "the governor of the state of Hidalgo"."""
    noun = unnamed_noun((speaker.role or speaker.canonical).lower())
    if (
        speaker.kind != "unnamed"
        or noun not in offices.holders
        or not speaker.name.lower().startswith(("the ", "its "))
    ):
        return frozenset()
    found = offices.of_body(speaker.name)
    proper = any(w[0].isupper() for w in WORD.findall(speaker.name)[1:])
    return found if len(found) > 1 and (proper or not found.isdisjoint(towns)) else frozenset()


def in_office(speaker: Speaker) -> Person | None:
    """The holder of an office told by it alone, as a person: "Peru's interior minister"."""
    alone = speaker.kind == "person" and speaker.role and OFFICE_OF.search(speaker.canonical)
    return Person(speaker.canonical, speaker.role, speaker.country) if alone else None


def published_by(report: Report, bodies: Mapping[str, str | None]) -> Speaker | None:
    """The official body that publishes a report, of the table or by its name, whose own word it is then: a ministry's
    statement, "Halden County District Attorney"; None for a medium's, and where the text credits an agency."""
    name = report.outlet or ""
    if report.credit or not (name in bodies or PUBLISHES.search(name)):
        return None
    return Speaker(name, name, "official", country=bodies.get(name))


def written_by(speaker: Speaker, name: str) -> str | None:
    """Whose document it is: "the Halden Institute's study" is no second word beside the institute's."""
    match = WRITTEN_BY.match(name) if speaker.kind == "document" else None
    return match["owner"] if match else None


def is_of_a_state(name: str) -> bool:
    """Whether a body that is only described is one that its country has set up: "Peru's committee"."""
    return OF_A_STATE.search(name) is not None


def is_anybody(speaker: Speaker, claim: Claim, offices: Offices, spoken: frozenset[str] = frozenset()) -> bool:
    """Whether nobody can say who it is: somebody without a name who does not speak for the body beside ("a former
    officer", "people in Lima", not "a police official"), a country's media, what stands before a colon and is no name
    among those `spoken`, under which somebody speaks."""
    role, name = speaker.role or "", speaker.name
    speaks = role.startswith("unnamed ") and offices.speaks_for(unnamed_noun(role))
    local = GOVERNMENT.search(speaker.canonical) is not None and LOCAL.search(name) is not None
    away = local or OUTSIDE.search(name) or BESIDE.search(name)
    nobody = speaker.kind == "unnamed" and not (speaks and not away)
    return nobody or is_label(speaker, claim, spoken) or is_some_media(speaker)


def is_headed(claim: Claim) -> bool:
    """Whether who tells it only stands before a colon, or behind one."""
    return claim.cue is not None and claim.cue.exact == ":"


def is_label(speaker: Speaker, claim: Claim, spoken: frozenset[str]) -> bool:
    """Whether it stands before a colon and tells what it is about, not who tells it: a place ("Hong Kong: US imposes
    sanctions"), or what is no person and nowhere speaks by a verb ("Halden Shooting: two held")."""
    if not is_headed(claim):
        return False
    place = GOVERNMENT.search(speaker.canonical) is not None and "government" not in speaker.name.lower()
    return place or (speaker.kind in ("organisation", "official") and speaker.canonical not in spoken)


def is_bare_description(speaker: Speaker, offices: Offices) -> bool:
    """Whether an organisation is only described, with its country: "a US religious group", "the UK office of the
    Israeli-owned company that manages the ship" may be any that is named."""
    words = [w for w in WORD.findall(speaker.name) if w.lower() not in ("a", "an", "the")]
    rest = [w for w in words if not _is_land(w.split("-")[0], offices) and w.lower() not in offices.own_land]
    return len(rest) < len(words) and bool(rest) and all(w.islower() for w in rest)


def is_taken_up(speaker: Speaker) -> bool:
    """Whether a body is only told by what it is, and which is meant the reading found elsewhere: "the charity"."""
    words = WORD.findall(speaker.name)
    named = any(word[:1].isupper() for word in words[1:])
    return words[:1] in (["the"], ["The"]) and not named and any(c.isupper() for c in speaker.canonical)


def _is_land(word: str, offices: Offices) -> bool:
    low = word.lower()
    return offices.same.get(low) in offices.states or low in offices.states or word in ("US", "UK", "U", "S")


def is_state_media(speaker: Speaker) -> bool:
    """Whether it is a state's media without a name, whichever state: "state television"."""
    return speaker.canonical.startswith("unnamed ") and STATE_MEDIA.search(" ".join(speaker.name.split())) is not None
