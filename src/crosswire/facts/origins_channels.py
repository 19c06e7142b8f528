"""Through what somebody speaks: a body's website is the body, a state's broadcaster the state, a channel only carries.

A law lays down what must be and tells of nothing that was done: whoever cites it speaks himself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from crosswire.model import Claim, Speaker

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
    r"news site|tabloid|gazette|herald|tribune|times|news|media|portal|blog)$",
    re.IGNORECASE,
)
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
STATE_RUN = re.compile(
    r"\b[Ss]tate(?:-(?:run|owned|controlled))?[ -](?:television|TV|broadcaster|radio|media|news agency|"
    r"newspaper|channel)(?: (?:channel|station|network|outlet))?,? (?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})"
)
OF_A_STATE = re.compile(r"\b(?:state|official|government|national|public|kremlin)\b", re.IGNORECASE)
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


def is_medium(speaker: Speaker, name: str) -> bool:
    """Whether it is one that publishes what others say; "the ministry's Telegram channel" is the ministry."""
    channel = CHANNEL.search(speaker.name) and "'" not in speaker.name and "’" not in speaker.name
    return bool(channel) or MEDIUM.search(name) is not None


def is_some_media(speaker: Speaker) -> bool:
    """Whether it is the media of a country without a name, which may have it from anybody; a state's own are not."""
    said = OF_A_STATE.search(speaker.canonical) or OF_A_STATE.search(speaker.name)
    return said is None and SOME_MEDIA.search(speaker.canonical) is not None


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
    return frozenset(found["name"] for found in STATE_RUN.finditer(text))
