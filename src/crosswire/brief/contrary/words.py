"""The words of contradiction, read once from contrary.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

OWN = r"(?:all|any|both|the|this|that|these|those|such|his|her|their|its|of)"
HAPPENED = (  # "denied that the incident ever happened": what somebody is blamed for
    r"(?:that )?(?:(?:it|this|any of (?:it|this|that)|"
    r"the (?:alleged )?(?:\w+ )?(?:incident|assault|attack|encounter|episode|events?)) )?"
    r"(?:had )?(?:ever )?(?:happened|occurred|took place|taken place)\b"
    r"|the (?:alleged )?(?:incident|assault|attack|encounter|episode|events?)\W*$"
    r"|(?:that )?(?:he|she|it|they) (?:is|was|are|were|had been) (?:\w+ly )?(?:responsible|involved|to blame|guilty)\b"
)
MADE = r"(?:(?!(?:had|has|have|was|were|is|are|that|which)\b)\w+\s+){0,3}?"  # "brought against him" by
GIVER = (
    r"([\w.&'’-]+(?: [\w.&'’-]+){0,4}?)"
    r"(?=$|[.,;:]| (?:that|who|which|in|on|at|to|for|as|when|while|about|over|of|"
    r"(?:and|or) (?:an?|another|others?|the|his|her|their|two|three|several))\b)"
)
AGAINST = r"(?:\s+(?:against|about) (?:him|her|it|them|\w+self|\w+selves))?"


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns over a cue, and over what is denied."""

    deny: re.Pattern[str]
    whom: re.Pattern[str]
    reject: re.Pattern[str]
    call: re.Pattern[str]
    say: re.Pattern[str]
    undone: re.Pattern[str]
    blamed: re.Pattern[str]  # "all accusations against him": blame and nothing more
    told: re.Pattern[str]  # "this version", "the figure released by"
    called: re.Pattern[str]  # "the accusation absurd", "this untrue"
    claimed: re.Pattern[str]  # "these allegations are completely false"
    owned: re.Pattern[str]  # "Lund's allegations", "the company's version"
    medium: re.Pattern[str]  # "a report in the Gazette"
    party: re.Pattern[str]  # "the company", "the White House on television"
    given: re.Pattern[str]  # "the figure released by the police"
    rejected: re.Pattern[str]  # "the reports of a strike", "claims that": what may be rejected as untrue
    as_untrue: re.Pattern[str]  # "rejected as fiction"


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads((files("crosswire.brief.contrary") / "contrary.toml").read_text("utf-8"))


@cache
def common() -> frozenset[str]:
    """Words that many sentences have."""
    return frozenset(_lists()["common"])


@cache
def patterns() -> dict[str, str]:
    """The lists of contrary.toml, each as one pattern."""
    return {name: "(?:" + "|".join(parts) + ")" for name, parts in _lists().items()}


@cache
def words() -> Words:
    """The patterns over cues and what is denied."""
    told = patterns()
    tale = f"(?:{told['blame']}|{told['tale']})"
    untrue = rf"[\"“”'‘’]{{0,2}}(?:{told['untrue']}|{told['foolish']})"
    lead = rf"(?!(?:an?|some|no|many|several)\b)(?:{OWN}\s+){{0,3}}(?:[\w-]+\s+){{0,2}}?"
    behind = r"(?:in|on|at|during|through|as|via|to|when|after|before|while|and|but)\b"
    how = r"(?:\w+ly |all |simply |just )?"
    return Words(
        deny=_cue(told["deny"]),
        whom=_cue(told["whom"]),
        reject=_cue(told["reject"]),
        call=_cue(told["call"]),
        say=_cue(told["say"]),
        undone=_cue(told["undone"]),
        blamed=_start(rf"{HAPPENED}|{lead}{told['blame']}{AGAINST}(?=\W*$|\s+{behind}|,)"),
        told=_start(rf"{lead}{told['tale']}(?=\W*$|\s+(?:{behind}|{told['given']}\b)|,)"),
        called=_cue(rf"(?:{tale}\b.*\b|(?:it|this|that|them)\b(?:\s+\w+ly)?\s+[\"“‘]?(?:an? )?){untrue}"),
        claimed=_start(
            rf"(?:{OWN}\s+){{0,3}}(?:[\w.'’-]+\s+){{0,3}}?"
            rf"(?:{tale}{AGAINST}(?:\s+(?:by|from|that|of|about|against)\b.{{0,120}}?)?\s+(?:is|are|was|were)"
            rf"(?:, [^,.]{{1,25}},)?\s+"
            rf"{how}{untrue}|(?:(?:it|this|that)(?:\s+is|\s+was|['’]s)|they(?:\s+are|\s+were|['’]re))\s+"
            rf"{how}{told['untrue']})\b"
        ),
        owned=_start(
            rf"[\"“]?((?:the )?(?:[\w.&-]+ ){{0,3}}?[\w.&-]+?)(?:['’]s?)\s+(?:own )?(?:[\w-]+\s+){{0,2}}?{tale}\b"
        ),
        given=_start(rf"{lead}{tale}\s+{MADE}{told['given']}\s+{GIVER}"),
        medium=re.compile(
            rf"(?:an?|the|this|that) (?:[\w-]+ )?{told['tale']} in ((?:the |The )?[A-Z][\w.&-]+(?: [A-Z][\w.&-]+)*)"
        ),
        party=re.compile(
            rf"((?:the |The )?(?:[A-Z][\w.&'’-]+(?: [A-Z][\w.&'’-]+){{0,3}}|(?:[\w-]+ )?{told['party']}))"
            rf"(?=$|[.,;]| (?:on|over|about|in|at|by|when|during|and|who)\b)"
        ),
        rejected=_start(rf"{lead}{told['blame']}\b|{lead}{told['tale']}\s+(?:that|of)\b"),
        as_untrue=re.compile(rf"\s*(?:as )?{untrue}", re.IGNORECASE),
    )


def _cue(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE)


def _start(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"[\"“”'‘’\s]{{0,4}}(?:that )?{pattern}", re.IGNORECASE)
