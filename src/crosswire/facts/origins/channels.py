"""Through what somebody speaks: a body's website is the body, a state's broadcaster the state, a channel only carries.

A law lays down what must be and tells of nothing that was done: whoever cites it speaks himself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from crosswire.model import Claim, OriginKind, Speaker

# "The ministry's website", "the Guards' statement": what a body publishes is the body speaking.
OWN_CHANNEL = re.compile(
    r"(?P<owner>.+?)(?:'s|'|’s|’) (?:\w+ )?(?P<channel>website|site|statement|spokes(?:man|woman|person)|account|"
    r"press office|paper|document|letter|memo|filing|media|state media|state tv|television|state television|tv|"
    r"broadcaster|news agency|press tv broadcaster|radio)$",
    re.IGNORECASE,
)
STATE_MEDIA = ("media", "tv", "television", "broadcaster", "news agency", "radio")
# Newspapers, stations and channels that the table of outlets does not know: they may carry what others said.
MEDIUM = re.compile(
    r"\b(?:newspaper|daily|weekly|magazine|news agency|newswire|tv|television|radio|broadcaster|channel|news website|"
    r"news site|tabloid|gazette|herald|tribune|times|news|media|portal|blog|journal|chronicle|examiner|enquirer|"
    r"inquirer|beacon|news service|times live|fm online|news online)$|\bdaily [a-z]+$",
    re.IGNORECASE,
)
# How stations are called where the state gives them letters: "KTNV", "WFAA-TV", "KCTV-5".
CALL_SIGN = re.compile(r"[KW][A-Z]{3}(?:[ -]?(?:TV|FM|AM|\d+))*(?: channel)?")
NO_STATION = frozenset({"KCNA", "KFOR", "WADA", "WIPO", "WHO"})
CHANNEL = re.compile(
    r"\b(?:telegram|youtube|whatsapp|facebook|twitter|wechat) (?:channel|account|page|group)s?\b", re.IGNORECASE
)
# What papers and stations of a country say, none of them named.
SOME_MEDIA = re.compile(
    r"(?:'s?|’s?|^U\.S\.|^UK) (?:[\w -]+ )?(?:media|press|newspapers?|outlets?|papers|tv|television|radio|broadcasters|"
    r"channels|websites|news agencies)$",
    re.IGNORECASE,
)
NAMELESS_MEDIA = re.compile(
    r"^unnamed (?:[\w-]+ )?(?:media|press|papers?|newspapers?|reports?|outlets?|agenc(?:y|ies)|television|tv|radio|"
    r"broadcasters?|channels?|websites?|stations?|networks?|correspondents?|reporters?|journalists?|statements?|speaker)$"
)
NAME = (
    r"(?:(?:[Aa]l|[Ee]l|La|Il|Le)[- ])?[A-Z][\w-]*(?:['’][A-Z][\w-]*)?"
    r"(?: (?:of the |de |del |della |la )?[A-Z][\w-]*){0,3}"
)
NEWS = (
    r"(?:newspaper|tabloid|broadsheet|magazine|broadcaster|gossip (?:site|website)|media (?:network|outlet|company)|"
    r"news (?:site|website|web site|outlet|network|agency|channel|service|portal|organi[sz]ation)|"
    r"(?:tv|television|radio) (?:station|channel|network))"
)
SAYS_NEWS = re.compile(NEWS)
TELLS = r"(?:reported|reports|said|says|wrote|writes|quoted|cited|claimed|claims|published|that|which|in|on)"
# What a text calls a medium: "the Kurdish news site Xelat", "Xelat, a Kurdish news site that ...".
CALLED = (
    re.compile(rf"\b(?<!told the )(?<!told )(?:[A-Za-z-]+ )?{NEWS},? (?P<name>{NAME})(?=,? {TELLS}\b|[,.;:)])"),
    re.compile(
        rf"(?P<name>{NAME}), (?:an?|the|its|one of) (?:[\w-]+ ){{0,5}}{NEWS}s?"
        r"(?=[,.;)]| (?:that|which|in|of|based|run|owned|close|loyal|known|for)\b)"
    ),
)
NO_NAME = re.compile(
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:The|A|An|He|She|It|They|In|On|But|And)$|\b(?:Mr|Mrs|Ms|Dr)\b"
)
STATE_RUN = re.compile(
    r"\b[Ss]tate(?:-(?:run|owned|controlled))?[ -](?:television|TV|broadcaster|radio|media|news agency|"
    r"newspaper|channel)(?: (?:channel|station|network|outlet))?,? (?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})"
)
OF_A_STATE = re.compile(r"\b(?:state|official|government|national|public|kremlin)\b", re.IGNORECASE)
SERVICE = re.compile(
    r"(?P<owner>.+?)(?:'s|’s) (?:[\w-]+ ){0,3}(?:service|section|bureau|edition|desk|affiliate|show|programme|program)$"
)
SOME_PAPER = re.compile(r"^(?:an?|one|the) (?:[\w-]+ ){1,3}(?:paper|daily|weekly|tabloid)$", re.IGNORECASE)
LAW = re.compile(
    r"\b(?:laws?|act|constitution|treaty|charter|statutes?|convention|articles?|amendment|regulations?|code)$",
    re.IGNORECASE,
)


def owner_of(speaker: Speaker) -> tuple[str, bool]:
    """(whose voice it is, whether it is a state's own medium): a body's website is the body."""
    match = OWN_CHANNEL.match(speaker.canonical)
    if match is None:
        return speaker.canonical, False
    medium = match.group("channel").lower().endswith(STATE_MEDIA)
    return (speaker.canonical if medium else match.group("owner")), medium and speaker.country is not None


def kind_of(speaker: Speaker, name: str, medium: bool) -> OriginKind:
    """What the origin is; somebody unnamed of a body counts as the body."""
    if speaker.kind in ("agency", "outlet") or medium or (speaker.kind == "organisation" and is_medium(speaker, name)):
        return "agency" if speaker.kind == "agency" else "outlet"
    return "official" if speaker.kind == "unnamed" else speaker.kind


def is_medium(speaker: Speaker, name: str) -> bool:
    """Whether it is one that publishes what others say; "the ministry's Telegram channel" is the ministry."""
    channel = CHANNEL.search(speaker.name) and "'" not in speaker.name and "’" not in speaker.name
    return bool(channel) or is_medium_name(name)


def is_medium_name(name: str) -> bool:
    """Whether a name is that of a medium as most are: "the Lakeside Herald", "KTNV"."""
    return MEDIUM.search(name) is not None or is_station(name)


def is_station(name: str) -> bool:
    """Whether a name is the letters that a state gives a station: "KTNV", "WFAA-TV"."""
    return CALL_SIGN.fullmatch(name) is not None and name not in NO_STATION


@lru_cache(maxsize=2048)  # asked for anew with every event that the report tells of
def called_media(text: str) -> frozenset[str]:
    """The names that a text calls media: "the Kurdish news site Xelat said", "Xelat, a Kurdish news site,"."""
    plain = " ".join(text.split())
    if not SAYS_NEWS.search(plain):  # as every form does: most texts need no closer look
        return frozenset()
    found = (match["name"] for form in CALLED for match in form.finditer(plain))
    names = [name.removeprefix("The ") for name in found if not NO_NAME.search(name)]
    ends = (name.rpartition(" ")[2] for name in names)  # "the Beacon", behind "the Lima Free Beacon"
    return frozenset((*names, *(end for end in ends if is_medium_name(end))))


def is_some_media(speaker: Speaker) -> bool:
    """Whether it is the media of a country without a name, which may have it from anybody; a state's own are not."""
    if SOME_PAPER.match(" ".join(speaker.name.split())) and speaker.country is not None:
        return True  # "an Iraqi paper", which the parser takes for one of Iraq's documents
    said = OF_A_STATE.search(speaker.canonical) or OF_A_STATE.search(speaker.name)
    return said is None and SOME_MEDIA.search(speaker.canonical) is not None


def service_of(name: str, media: Mapping[str, str]) -> str | None:
    """The medium whose service, section or programme it is: "VOA's Hausa-language service"; `media` maps names of
    media in small letters to the one name."""
    of = SERVICE.match(name)
    return media.get(of["owner"].casefold().removeprefix("the ")) if of is not None else None


def without_laws(claim: Claim) -> Claim:
    """The claim on the word of whoever cites a law: "is to be dissolved according to the law, a judge said"."""
    speakers = claim.speakers
    while len(speakers) > 1 and speakers[-1].kind == "document" and LAW.search(speakers[-1].canonical):
        speakers = speakers[:-1]
    if len(speakers) == len(claim.speakers):
        return claim
    return replace(claim, speakers=speakers, cue=claim.cue if len(speakers) > 1 else None)


def state_media(text: str) -> frozenset[str]:
    """The media that a text calls its state's: "State TV TVGE read out a statement", "the state broadcaster, NRK"."""
    # Deriving asks anew with every event that a report tells of, and few texts have the word.
    return frozenset(found["name"] for found in STATE_RUN.finditer(text)) if "tate" in text else frozenset()
