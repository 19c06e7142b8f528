"""Who speaks of something without vouching for it: "could not confirm that 23 were killed" is no origin of 23.

A hedge is another thing: who says that 23 "may have been" killed says it with reserve. The words are in
data/withheld.toml; found on 29 November among 42 forms, of which 22 had confirmed what the police said.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from crosswire.facts.origins.origin import Trace
from crosswire.model import Claim

OPENING = re.compile(
    r"[\"“]?(?:that )?(?:it|he|she|they|we|i)\b[^.]{0,12}?\b(?:is|was|were|are|'s|’s)\s+(?:(?:\w+ly|very)\s+)?",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"[.”\"’'] ?(?:this|that|the|these|those|such|all of (?:this|that)) ?"
    r"(?:reports?|story|stories|claims?|articles?|rumou?rs?|information|news|posts?)? (?:is|are|was|were) (?:\w+ly )?",
    re.IGNORECASE,
)
TITLE = (
    r"\b(?:President|Prime Minister|Premier|Chancellor|Minister|Senator|Sen\.|Governor|Gov\.|Mayor|Secretary|"
    r"Congressman|Congresswoman|Rep\.|Judge|Justice|General|Gen\.|King|Queen|Pope|Sheriff)"
)
FIRST = re.compile(r"\b(?:I|I'm|I’m|[Mm]y|[Mm]e)\b")
THIS_FALSE = re.compile(
    r"\b(?:this|that|these|those|such) (?:\w+ly )?(?:false|fake|bogus|fabricated|untrue|baseless|inaccurate) "
    r"(?:reports?|story|stories|claims?|articles?|rumou?rs?|information|news|posts?)\b",
    re.IGNORECASE,
)
# Between a speaker and its verb: "Ana Paz, who lives there, also", "reports the"
BESIDE = re.compile(r"\s*(?:,[^.;,]{1,80},)?\s*(?:(?:\w+ly|also|now|still|even|first|the|a|an)\s+)?", re.IGNORECASE)
BEFORE = 24  # characters before the words of saying that tell whose they are, or that they are not said


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    """Each list of the data as one pattern; module state, but of the package's own data only."""
    data = tomllib.loads((files("crosswire.facts") / "data" / "withheld.toml").read_text("utf-8"))
    return {name: re.compile(_any(words), re.IGNORECASE) for name, words in data.items()}


def _any(words: list[str]) -> str:
    whole = (rf"(?<!\w){re.escape(word)}" if word[0].isalpha() else re.escape(word) for word in words)
    return f"(?:{'|'.join(whole)})(?!\\w)"


def withholds(claim: Claim, text: str) -> bool:
    """Whether the innermost speaker of a claim does not vouch for what it tells; `text` is the report's."""
    if claim.cue is None or len(claim.speakers) < 2 or claim.stance == "denies":
        return False
    forms, said = _forms(), claim.cue.exact.lower()
    if calls_untrue(claim):
        return True
    if forms["refused"].search(said) or forms["unsure"].fullmatch(said):
        return True
    lead = text[max(0, claim.cue.start - BEFORE) : claim.cue.start].rstrip()
    if forms["others"].fullmatch(said):
        return not (_ends(forms["own"], lead) or _is_said(claim, text))
    return (said.startswith("to ") and _ends(forms["before"], lead)) or _is_felt(claim, forms["felt"])


def _is_said(claim: Claim, text: str) -> bool:
    """Whether "reports" or "claims" is what the speaker does: its name stands right beside it, with a clause about the
    speaker or an adverb between them at most."""
    speaker, cue = claim.speakers[-1].span, claim.cue
    if speaker is None or cue is None:
        return False
    before, after = text[speaker.end : cue.start], text[cue.end : speaker.start]
    return BESIDE.fullmatch(before if speaker.end <= cue.start else after) is not None


def calls_untrue(claim: Claim) -> bool:
    """Whether who repeats something calls it untrue in the same breath: "'The town is shut.' This report is false",
    "we had many calls about this false report"."""
    return _is_called_untrue(claim.span.exact, 0 if claim.words is None else claim.words.start - claim.span.start)


@lru_cache(maxsize=4096)  # a claim is asked about with every event that its report tells of
def _is_called_untrue(text: str, at: int) -> bool:
    told = any(_forms()["false"].match(text, said.end()) for said in CALLED.finditer(text, max(0, at)))
    return told or THIS_FALSE.search(text) is not None


def of_nobody(claim: Claim, text: str) -> Trace | None:
    """Where a claim comes from that nobody who is named in it vouches for; None where somebody may. `text` is the
    report's."""
    if withholds(claim, text):
        return unvouched(claim)
    return misgiven(claim) if is_misgiven(claim) else None


def unvouched(claim: Claim) -> Trace:
    """Where such a claim comes from: nobody who counts."""
    name = claim.speakers[-1].canonical
    return Trace(f"unvouched:{claim.id}", name, "unknown", "spoken of, and not vouched for")


def _ends(form: re.Pattern[str], words: str) -> bool:
    return any(found.end() == len(words) for found in form.finditer(words))


def _is_felt(claim: Claim, felt: re.Pattern[str]) -> bool:
    """Whether what is said begins with "it was possible that", "they were shocked that"."""
    opening = OPENING.match(claim.span.exact)
    found = felt.match(claim.span.exact, opening.end()) if opening else None
    return found is not None and claim.span.exact[found.end() :].lstrip().startswith(("that", "to"))


def is_misgiven(claim: Claim) -> bool:
    """Whether words are given to a person whom they call by a title or by the whole name: "President Paz takes a risk",
    "the shots that killed Ana Paz" are not hers. Words that hold their own cue ("Ana Paz backed him, saying") are no
    quotation, and who says "I" may give his name."""
    speaker = claim.speakers[-1]
    within = claim.span.covers(claim.cue) if claim.cue is not None else claim.mode != "quoted"
    if len(claim.speakers) < 2 or speaker.kind != "person" or within or FIRST.search(claim.span.exact):
        return False
    names = [re.escape(name) for name in speaker.canonical.split()]
    first = rf"(?:{names[0]} )?" if len(names) > 1 else ""
    whole = rf"|\b{names[0]} {names[-1]}(?!\w)" if len(names) > 1 else ""
    return re.search(rf"{TITLE} {first}{names[-1]}(?!\w){whole}", claim.span.exact) is not None


def misgiven(claim: Claim) -> Trace:
    """Where such words come from: from somebody whom nobody names."""
    return Trace(f"misgiven:{claim.id}", "unnamed speaker", "unnamed", "its words speak of whom they are given to")
