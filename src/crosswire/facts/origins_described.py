"""Who speaks without a name, and is one certain body all the same: "officials at the Chamoli disaster office", "the
governor of Hidalgo", "state media" of a report that is set in one country.

"Officials", "a spokesman for the governor", "a doctor at the hospital" are nobody certain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.facts.origins_channels import NAMELESS_MEDIA
from crosswire.facts.origins_trace import Trace
from crosswire.facts.origins_voices import WORD, Offices, unnamed_noun
from crosswire.model import Speaker

AT = frozenset(("at", "from", "with", "of", "for", "in"))
ENDS = frozenset(("in", "of", "for", "near", "at", "on", "who", "which", "that", "from", "to", "and"))
LONG = 7  # words of a body's description
STATE_MEDIA = re.compile(
    r"\bstate(?:[- ](?:run|owned|controlled))? (?:\w+ )?(?:media|tv|television|radio|broadcaster|news agency)$",
    re.IGNORECASE,
)

NOBODY = re.compile(
    r"(?:'s|’s|^unnamed) (?:reports?|accounts?|rumou?rs?|sources?|officials?|figures?)$"
    r"|^(?:\w+ ){0,3}(?:cyclone|hurricane|typhoon|storm) \w+$",
    re.IGNORECASE,
)


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


def is_bare_description(speaker: Speaker, offices: Offices) -> bool:
    """Whether an organisation is only described, with its country: "a US religious group", "the UK office of the
    Israeli-owned company that manages the ship" may be any that is named."""
    words = [w for w in WORD.findall(speaker.name) if w.lower() not in ("a", "an", "the")]
    rest = [w for w in words if not _is_land(w.split("-")[0], offices)]
    return len(rest) < len(words) and bool(rest) and all(w.islower() for w in rest)


def _is_land(word: str, offices: Offices) -> bool:
    low = word.lower()
    return offices.same.get(low) in offices.states or low in offices.states or word in ("US", "UK", "U", "S")


def is_state_media(speaker: Speaker) -> bool:
    """Whether it is a state's media without a name, whichever state: "state television"."""
    return speaker.canonical.startswith("unnamed ") and STATE_MEDIA.search(" ".join(speaker.name.split())) is not None
