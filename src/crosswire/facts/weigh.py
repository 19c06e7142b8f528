"""Answers -> a fact with standing, credibility and reasons, by the rules in `weigh_rules` (docs/weighing.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crosswire.compare import Agreement, Scale, anybody, compare
from crosswire.compare.wording import PRONOUNS
from crosswire.facts.align import STRONG, Answer, Backed, align, relation
from crosswire.facts.contested import is_side
from crosswire.facts.opening import WHY
from crosswire.facts.origins import Trace, origin_id
from crosswire.facts.origins.voices import one_voice
from crosswire.facts.told_as import as_most_say
from crosswire.facts.weigh_rules import Case, Setting, verdict
from crosswire.facts.weigh_time import Turn, current, grown
from crosswire.model import WHETHER, Attribute, Candidate, Earlier, Fact, Finer, Party, Quantity, Text, Value

RULES = "weigh.v10"
UNKNOWN = Setting()
MANY = 3  # reports that tell a word or a name, beside one that has another from somebody
NAMED = 4  # names in a reason
EARLIER = "was told earlier and has been"
LOWER = "is the lower of one body's two figures of a count that grows, and taken to be"
FAR = 50  # times: the dead of a quake eleven years ago beside those of today's


def weigh(
    event: str, attribute: Attribute, backed: Sequence[Backed], scale: Scale, setting: Setting = UNKNOWN
) -> Fact | None:
    """The fact for one question of one event; None where no claim gives an answer."""
    stating = [b for b in backed if b.claim.stance != "denies"]
    denying = [b for b in backed if b.claim.stance == "denies"]
    standing, turns = current(stating, scale)
    answers, outgrown = grown(align(standing or denying, scale, attribute.several), attribute, scale)
    if not answers:
        return None
    answers = _most_told_first(_somebody_first(answers))
    answers = [as_most_say(a) for a in answers] if attribute.name in WHETHER else answers
    moves = attribute.grows or attribute.changes
    answers = _highest_first(answers) if moves and not any(a.asked for a in answers) else answers
    beside = [(a, _beside(answers[0], a, relation(answers[0], a, scale), attribute)) for a in answers[1:]]
    others = [b for b in denying if _of_another(b, answers[0], scale)] if stating else []
    said = any(t.kind != "unknown" for b in stating for t in b.traces)
    against = [b for b in denying if b not in others and is_side(b, said)] if stating else []
    loose = [b for b in denying if stating and b not in against and b not in others]
    otherwise = any(t.kind != "unknown" for b in loose for t in b.traces)
    implied = setting.disputed or attribute.name in WHETHER
    case = Case(answers[0], beside, against, bool(stating), implied, otherwise, attribute.lasting, setting.passing)
    rule = verdict(case)
    turns = [*turns, *outgrown]
    shown = [*answers, *(Answer(turn.value, turn.backed, turn.backed) for turn in turns)]
    if stating and denying:
        shown.append(Answer(denying[0].claim.value or shown[0].value, tuple(denying), tuple(denying)))
    return Fact(
        event=event,
        attribute=attribute.name,
        question=attribute.question,
        standing=rule.standing,
        credibility=rule.credibility,
        value=_by_name(case.best.value) if rule.answers(case) else None,
        candidates=tuple(_candidate(answer) for answer in shown),
        reasons=(*_reasons(case, turns), *_others_denied(others), *_unsaid(loose)),
        history=tuple(_earlier(turn) for turn in sorted(turns, key=_when)),
    )


def _somebody_first(answers: Sequence[Answer]) -> list[Answer]:
    """The answers without those that only tell that it was somebody ("man"), where another that is as surely told and
    by half as many reports tells more."""

    def told(answer: Answer) -> tuple[int, int]:
        return len(answer.independent), len({b.claim.report for b in answer.backed})

    named = [told(a) for a in answers if not anybody(a.value)]
    bare = [told(a) for a in answers if anybody(a.value)]
    origins, reports = max(bare, default=(0, 0))
    more = any(one >= origins and 2 * many >= reports for one, many in named)
    return [a for a in answers if not (more and anybody(a.value))]


def _most_told_first(answers: list[Answer]) -> list[Answer]:
    """The answers, of words and names one that many reports tell before one that a single report has from a single
    origin: what three papers call a bill is no "land" of a speech."""
    reports = [len({b.claim.report for b in a.backed}) for a in answers]
    first = answers[0] if answers else None
    if first is None or not isinstance(first.value, Text | Party) or reports[0] > 1 or len(first.independent) > 1:
        return answers
    most = max(range(len(answers)), key=lambda n: (reports[n], -n))
    if reports[most] < MANY:
        return answers
    return [answers[most], *(a for n, a in enumerate(answers) if n != most)]


def _by_name(value: Value) -> Value:
    """The same, a pronoun put as who is meant by it."""
    return replace(value, text=value.name) if isinstance(value, Party) and value.text.lower() in PRONOUNS else value


def _highest_first(answers: Sequence[Answer]) -> list[Answer]:
    """The answers of nobody known, the highest of them that is not far off the first: one more echo must not decide."""
    near = [a for a in answers if isinstance(a.value, Quantity) and not _far_off(a.value, answers[0].value)]
    best = max(near, key=lambda a: (_definite_number(a.value), a.value.text), default=answers[0])
    return [best, *(a for a in answers if a is not best)]


def _definite_number(value: Value) -> float:
    """A number to go by; a vague word has none."""
    return (value.low or value.high or 0.0) if isinstance(value, Quantity) and value.bound != "vague" else 0.0


def _beside(best: Answer, other: Answer, how: Agreement, attribute: Attribute) -> Agreement:
    """How an answer stands to the best one: of a question that has several, none excludes another; nor do two that
    one teller gives in one report, nor one by nobody known that is far too large or too small to count the same."""
    if how.relation != "conflict":
        return how
    if attribute.several:
        return Agreement("apart", "this question may have several answers")
    if _by_who_tells_both(best, other):
        return Agreement("apart", "who tells it tells both in one report: they are of different things or times")
    if attribute.grows and not (best.keys and other.keys) and _far_off(best.value, other.value):
        return Agreement("apart", f"{how.why}, but so far apart that they hardly count the same thing")
    return how


def _by_who_tells_both(one: Answer, other: Answer) -> bool:
    """Whether everybody who gives one answer gives the other too in the same report: "eight missiles", "the remaining
    three", both of the ministry; "67 died", "ten died in one district", both of one paper's own voice."""
    mine, yours = ({(b.claim.report, t.key) for b in a.backed for t in b.traces} for a in (one, other))
    both = {key for _, key in mine & yours}
    return bool(both) and any({key for _, key in told} <= both for told in (mine, yours))


def _of_another(denial: Backed, best: Answer, scale: Scale) -> bool:
    """Whether what is denied is not the best answer but another: who denies having done it himself denies no other's
    deed, and who denies that the woman was the leader's wife none of a "wife and daughter"."""
    value = denial.claim.value
    if value is None or value.type != best.value.type:
        return False
    return not compare(value, best.value, scale).agrees


def _others_denied(denials: Sequence[Backed]) -> Iterator[str]:
    values = sorted({b.claim.value.text for b in denials if b.claim.value is not None})
    if values:
        yield f"{_names(denials)} denies “{'”, “'.join(values)}”, which is another answer"


def _unsaid(loose: Sequence[Backed]) -> Iterator[str]:
    """Who tells that it was not so and answers nobody, where somebody says that it was."""
    if loose:
        own = all(t.kind == "unknown" for b in loose for t in b.traces)
        on = "on nobody's word" if own else "and answers nobody"
        yield f"{_names(loose)} tells otherwise, {on}"


def _far_off(a: Value, b: Value) -> bool:
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    one, two = (q.high if q.low is None else q.low for q in (a, b))
    return bool(one and two) and max(one or 0, two or 0) > FAR * min(one or 0, two or 0)


def _reasons(case: Case, turns: Sequence[Turn]) -> Iterator[str]:
    """Why it stands so, the most telling first."""
    if not case.stated:
        yield "these reports only tell of its denial"
    yield _support(case.best)
    yield from _less(case.best)
    yield from secondhand(t for b in case.best.saying for t in b.traces if not _is_counted(t, case.best.independent))
    for turn in turns:
        earlier = EARLIER if turn.sure else LOWER
        yield f"“{turn.value.text}” {earlier} replaced by “{turn.by.text}” ({_names(turn.backed)})"
    for answer, how in case.beside:
        words = isinstance(answer.value, Text | Party)  # "hostages" beside "passengers" are no two answers
        if how.relation != "conflict" and answer.keys and not (words and how.relation == "apart"):
            yield f"beside it stands “{answer.value.text}” ({_names(answer.backed)}): {how.why}"
    if case.denying:
        yield f"{'since taken back' if case.taken_back else 'denied'} by {_names(case.denying)}"
        yield from _weight_of_denial(case)
    for answer, how in case.against:
        if case.sided or answer.asked or isinstance(answer.value, Quantity):
            yield f"{_names(answer.backed)} gives “{answer.value.text}” instead: {how.why}"
        else:  # another place or name on nobody's word may be of something else
            yield f"also told is “{answer.value.text}” ({_names(answer.backed)})"
    yield from _weight_of_rivals(case)
    if case.passing and case.origins >= STRONG:
        yield f"it {WHY}"
    if case.doubted:
        yield "told with reserve only (likely, suspected, alleged)"


def _weight_of_denial(case: Case) -> Iterator[str]:
    """Many echoes of one origin weigh no more than one denial, and that is said."""
    reports = {b.claim.report for b in case.best.backed}
    denials = {b.claim.report for b in case.denying}
    if not case.taken_back and case.origins < 2 and len(reports) > len(denials):
        yield f"{len(reports)} reports tell it on no more than one origin, which outweighs no denial"


def _weight_of_rivals(case: Case) -> Iterator[str]:
    """The same of another answer: who has more reports behind it has not more origins."""
    for answer, _ in case.against:
        reports, others = ({b.claim.report for b in a.backed} for a in (case.best, answer))
        if len(answer.independent) == case.origins == 1 and len(reports) > len(others):
            yield f"more reports tell “{case.best.value.text}”, but on one origin, as “{answer.value.text}” is"


def _support(answer: Answer) -> str:
    """Who vouches for an answer. Only what was read can be told: that one report tells it is no news."""
    reports = len({b.claim.report for b in answer.saying})
    groups = answer.independent
    if not groups:
        named = "named " if any(t.kind == "unnamed" for b in answer.saying for t in b.traces) else ""
        many = f" in its {reports} reports: nobody can say how independent they are" if reports > 1 else ""
        return f"no {named}source found for it{many}"
    names = [_voice(group) for group in groups]
    counted = {t.key for group in groups for t in group}
    resting = len({b.claim.report for b in answer.saying if any(t.key in counted for t in b.traces)})
    more = reports - resting
    told = [f"{resting} reports on {'its' if len(groups) == 1 else 'their'} word"] if resting > 1 else []
    told += [f"{more} more add{'s' if more == 1 else ''} no origin"] if more else []
    rest = f" ({'; '.join(told)})" if told else ""
    if len(groups) == 1:
        return f"rests on one origin, {names[0]}{rest}"
    return f"{len(groups)} independent origins: {', '.join(names)}{rest}"


def _is_counted(found: Trace, groups: Sequence[Sequence[Trace]]) -> bool:
    """Whether who does not know it is of a body that is counted: beside its chief its police are no other origin."""
    return bool(found.secondhand) and any(t.key != found.key and one_voice(t, found) for g in groups for t in g)


def secondhand(traces: Iterable[Trace]) -> Iterator[str]:
    """Who tells it and cannot know it at first hand: they count for nothing beside whoever may."""
    told = [t for t in traces if t.known]
    knowing = {t.key for t in told if not t.secondhand}
    whys = {t.name: t.secondhand for t in sorted(told, key=lambda t: -len(t.secondhand)) if t.key not in knowing}
    for why in sorted(set(whys.values())):
        names = sorted(name for name, its in whys.items() if its == why)
        yield f"{_some(names)} {why}" + (": no origin beside others" if knowing else "")


def _less(answer: Answer) -> Iterator[str]:
    """Who agrees in words that do not say as much, or say another part of it, and is not counted for this answer."""
    counted = {t.key for b in answer.saying for t in b.traces}
    less = [b for b in answer.backed if any(t.known and t.key not in counted for t in b.traces)]
    if less:
        names = sorted({t.name for b in less for t in b.traces if t.known and t.key not in counted})
        words = sorted({f"“{b.claim.value.text}”" for b in less if b.claim.value is not None})
        yield f"{_some(names)} less exactly, as {_some(words)}: not counted for it"


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")


def _voice(group: Sequence[Trace]) -> str:
    names = list(dict.fromkeys(t.name for t in group))
    return f"{names[0]} (with {', '.join(names[1:])}: counted as one)" if names[1:] else names[0]


def _names(backed: Sequence[Backed]) -> str:
    return _some(sorted({t.name for b in backed for t in b.traces}))


def _candidate(answer: Answer) -> Candidate:
    told = {b.claim.id: b for b in (*answer.backed, *answer.saying)}
    keys = sorted({t.key for b in told.values() for t in b.traces})
    return Candidate(
        value=_by_name(answer.value),
        claims=tuple(sorted(told)),
        origins=tuple(origin_id(key) for key in keys),
        independent=_origins(answer.independent),
        finer=Finer(answer.finer.value, _origins(answer.finer.independent)) if answer.finer else None,
    )


def _origins(groups: Sequence[Sequence[Trace]]) -> tuple[str, ...]:
    return tuple(origin_id(group[0].key) for group in groups)


def _earlier(turn: Turn) -> Earlier:
    keys = sorted({t.key for b in turn.backed for t in b.traces})
    return Earlier(
        value=turn.value,
        replaced_by=turn.by,
        first=min((b.published for b in turn.backed if b.published), default=None),
        claims=tuple(sorted({b.claim.id for b in turn.backed})),
        origins=tuple(origin_id(key) for key in keys),
    )


def _when(turn: Turn) -> tuple[float, str]:
    first = min((b.published.timestamp() for b in turn.backed if b.published), default=0.0)
    return first, turn.value.text
