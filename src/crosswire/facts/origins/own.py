"""Does a report say that its own people, or an agency's, saw something or were told it to their faces?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from crosswire.facts.origins.channels import is_station
from crosswire.model import Claim, Report, Span

STAFF = (
    r"(?:reporters?|correspondents?|journalists?|photographers?|videographers?|cameram[ae]n|crews?|teams?|stringers?|"
    r"producers?|anchors?|witness(?:es)?)"
)
# Whose people tell what they have seen: "a Reuters witness said", "an AFP team on the ground reported".
TOLD = r"\b(?:said|says|reported|reports?|confirmed|confirms|described|recounted)\b"
SAW = (
    r"\b(?:saw|seen|see|witness(?:ed|es)?|heard|hears?|count(?:ed|s)?|visited|watched|observed|interviewed|spoke|filmed|"
    r"photographed|(?:at|on) the scene)\b"
)
# What an outlet has looked at itself. A paper, a letter or a memo is its author speaking, whoever has seen it.
SHOWN = (
    r"verified|geolocated|counted|(?:records?|registry|register|footage|videos?|photos?|photographs|images|data|logs?|manifests?)"
    r"\b[^.]{0,40}\b(?:seen|reviewed|obtained|examined)"
)
HINT = re.compile(
    rf"\b(?:told|tells|telling|confirm(?:s|ed)?|interview|interviewed|reached|contacted|speaking|spoke|comments|remarks|seen|reviewed|obtained|verified|geolocated|counted|{STAFF})\b",
    re.IGNORECASE,
)
# A word of each form of NAMED, whose letters count: no form has one of "Reporters said".
NAMED_HINT = re.compile(HINT.pattern.replace("speaking", "[Ss]peaking|examined"))
OURS = re.compile(
    r"\b(?:told|tells|telling) (?:this|our) "
    r"(?:newspaper|paper|reporter|correspondent|station|website|channel|network|agency)\b"
    rf"|\b(?:our|this newspaper['’]s|this paper['’]s) (?:own )?{STAFF}\b(?:[^.]{{0,60}}{SAW}|[^.,;]{{0,40}}{TOLD})"
    rf"|\ba {STAFF} (?:for|from|of|with) this (?:newspaper|paper|agency|station)\b[^.]{{0,60}}{SAW}"
    rf"|\b(?:{SHOWN}) by "
    r"(?:this newspaper|our (?:reporters?|newsroom|correspondents?))\b"
    r"|\bin an interview with this (?:newspaper|paper|station)\b"
    r"|\b(?:interviewed|reached|contacted) by this (?:newspaper|paper|station|reporter)\b"
    r"|\b(?:speaking|spoke) (?:to|with) this (?:newspaper|paper|station|reporter)\b",
    re.IGNORECASE,
)
NAME = r"(?P<name>[A-Z][\w.&-]*+(?:(?: | of the | of )[A-Z][\w.&-]*+){0,5}+)"
NAMED = tuple(
    re.compile(form)
    for form in (
        rf"\b(?:told|tells|telling|(?<!, )confirm(?:s|ed)?(?: \w+)? to) (?:[Tt]he )?{NAME}(?!['’]s)",
        rf"{NAME}(?:['’]s)? (?:own )?{STAFF}\b[^.]{{0,60}}{SAW}",
        rf"{NAME}(?:['’]s)? (?:own )?{STAFF}\b[^.,;]{{0,40}}{TOLD}",
        rf"(?:[,”\"] said|\baccording to|\bsaw) (?:an? |the )?{NAME}(?:['’]s)? {STAFF}\b",
        rf"\b{STAFF} (?:for|from|of|with) (?:the )?{NAME}[^.]{{0,60}}{SAW}",
        rf"\b(?:{SHOWN}) by (?:the |an? )?{NAME}",
        rf"\bin (?:an interview|(?:comments|remarks)) (?:with|to) (?:the )?{NAME}",
        rf"\b(?:interviewed|reached|contacted) by (?:the )?{NAME}",
        rf"\b(?:[Ss]peaking|spoke) (?:to|with) (?:the )?{NAME}",
    )
)
SITE = re.compile(r"([\w-]{3,})\.(?:com|org|net|co\.uk)", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?][”\"’']?(?=\s+[A-Z0-9“\"‘'(]|\s*\n|\s*$)|\n\s*\n")
# The words that tell of the report's own people; (the words of a name, those around it) that tell of somebody's.
Hints = tuple[str | None, tuple[tuple[tuple[str, ...], str], ...]]
ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Gov|Sen|Rep|St|U\.S|U\.N|U\.K|No|[A-Z])$")


def own_reporting(claim: Claim, report: Report, media: Mapping[str, str]) -> tuple[str, str] | None:
    """(the medium that did its own reporting, the words that say so) in the sentence a claim stands in, else None.

    `media` maps every name of an outlet or agency, in small letters and without "the", to its one name.
    """
    ours, named = _hints(report.text, *_place(claim))
    if ours is not None and report.outlet:
        return report.outlet, ours
    if not named:
        return None
    known = {name.casefold().removeprefix("the "): name for name in (report.outlet, report.credit) if name}
    known |= {name.replace(" ", ""): outlet for name, outlet in known.items()}  # "told SaharaReporters"
    known |= _short_forms(report)
    found = ((_medium(names, known, media), words) for names, words in named)
    return next(((medium, words) for medium, words in found if medium is not None), None)


def _short_forms(report: Report) -> dict[str, str]:
    """What a paper calls itself: "told the Daily News" in the Lakeside Daily News. Not where its text names another
    that ends so: "The Times" of a paper that cites the Lakeside Times."""
    words = (report.outlet or "").split()
    tails = [" ".join(words[i:]) for i in range(1, len(words)) if words[i][0].isupper()]
    if len(words) == 1 and (site := SITE.fullmatch(words[0])):
        tails.append(site[1])  # "confirms to PEOPLE", on people.com
    return {tail.casefold(): report.outlet or "" for tail in tails if not _names_another(report.text, tail, words)}


@lru_cache(maxsize=1024)
def _names_before(text: str, tail: str) -> frozenset[str]:
    return frozenset(re.findall(rf"\b([A-Z][\w.-]*) {re.escape(tail)}\b", text))


def _names_another(text: str, tail: str, outlet: Sequence[str]) -> bool:
    return any(word not in (*outlet, "The") for word in _names_before(text, tail))


def _medium(words: Sequence[str], known: Mapping[str, str], media: Mapping[str, str]) -> str | None:
    """The medium that the words name, all of them or the last: "A Reuters"; also one that no table knows, a station by
    its letters or a site by its address: "told WXYZ TV", "told MyHalden.com"."""
    runs = [" ".join(words[i:]).removeprefix("the ").rstrip(".") for i in range(len(words))]
    found = (known.get(run.casefold()) or media.get(run.casefold()) for run in runs)
    called = (run[:4] if is_station(run) else run for run in runs if is_station(run) or SITE.fullmatch(run))
    return next((name for name in found if name), None) or next(called, None)


# A sentence tells some four claims, each asked after anew as often as its event is weighed: looked at each time, "told"
# and "reporters" took 6 % of the time of deriving.
@lru_cache(maxsize=4096)
def _hints(text: str, start: int, end: int) -> Hints:
    """What the sentence around a place may tell of own reporting."""
    sentence = _sentence(text, Span(start, end, ""))
    if not HINT.search(sentence):
        return None, ()
    ours = OURS.search(sentence)
    forms = NAMED if NAMED_HINT.search(sentence) else ()
    named = tuple((tuple(m["name"].split()), m.group()) for form in forms for m in form.finditer(sentence))
    return ours and ours.group(), named


def sentence_of(text: str, claim: Claim) -> str:
    """The sentence that a claim stands in, cue and all, cut from the report."""
    return _sentence(text, Span(*_place(claim), ""))


def _place(claim: Claim) -> tuple[int, int]:
    spans = [claim.span, *(s for s in (claim.cue, claim.words) if s is not None)]
    near = [s for s in spans if abs(s.start - claim.span.start) < 600] or [claim.span]
    return min(s.start for s in near), max(s.end for s in near)


def _sentence(text: str, span: Span) -> str:
    low, high = max(0, span.start - 400), min(len(text), span.end + 400)
    start = low
    for match in SENTENCE_END.finditer(text, low, span.start + 1):
        if match.end() <= span.start and not ABBREVIATED.search(text[max(low, match.start() - 5) : match.start()]):
            start = match.end()
    end = high
    for match in SENTENCE_END.finditer(text, max(span.start, span.end - 2), high):
        if match.end() >= span.end and not ABBREVIATED.search(text[max(low, match.start() - 5) : match.start()]):
            end = match.end()
            break
    return text[start:end]
