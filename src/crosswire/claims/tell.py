"""Triggers and answers -> what a report tells: each event mention with the answers found for it.

A sentence later in the report may answer for an event told earlier ("The missiles flew 350 km"), as long as it has no
other event or time of its own. A mention whose trigger only answered another's question ("killing 12" of an attack) is
no event of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from crosswire.claims.answers import answers_at, answers_in, shown_by_verb
from crosswire.claims.answers.fit import Answer, Context
from crosswire.claims.answers.said import said_beside, said_of
from crosswire.claims.answers.word import is_count
from crosswire.claims.dead import did, take_dead
from crosswire.claims.elsewhere import tell_elsewhere
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.links import identical, is_aside, looked_back_to
from crosswire.claims.mentions import Hit
from crosswire.claims.parse import Passage, text_between
from crosswire.claims.tell_apart import apart, is_done_by_another, is_part, of_another_time
from crosswire.claims.tokens import children, sentence_end, sentence_start
from crosswire.claims.told import MEMORY, Line, Sentence, Told, is_plural
from crosswire.model import Party, Quantity, Time

POINTING = ("this", "these", "that", "those")
DEATHS = frozenset({"deaths", "fatalities"})
NEW = frozenset({"new", "more", "additional", "further", "first", "daily", "previous"})
TOLL = frozenset({"toll"})  # the word that counts the dead however far off their event was told


def tell(passages: Sequence[Passage], hits: Sequence[Hit], context: Context) -> list[Told]:
    """All mentions of a report in the order of the text, absorbed ones left out."""
    told: list[Told] = []
    open_: dict[str, Told] = {}
    known: dict[str, Line] = defaultdict(Line)
    main: Told | None = None
    sentences = _sentences(passages, hits)
    for sentence in sentences:
        for name in [n for n, t in open_.items() if sentence.order - t.order > MEMORY]:
            del open_[name]
        here = _in_sentence(sentence, known, open_, context)
        if not _continue(sentence, here, _near(open_, main, sentence), context) and main is not None:
            _toll(sentence, here, main, context)
        take_dead(here, open_.values())
        told.extend(here)
        main = main or _main(here)
        for one in here:
            known[one.hit.frame.name].add(one)
        for one in here:
            aside = one.hit.frame.name in open_ and is_aside(one.hit.token)
            if not one.absorbed and not one.hit.frame.speech and one.refers is None and not aside:
                open_[one.hit.frame.name] = one
    tell_elsewhere(told, sentences, context)
    return [one for one in told if not one.absorbed]


def sentences_to_lay(passages: Sequence[Passage], hits: Sequence[Hit]) -> set[tuple[int, int]]:
    """The sentences (passage, first token's index) whose values are worth placing: those of hits and soon after."""
    wanted: set[tuple[int, int]] = set()
    alive = 0
    places = {(h.passage, sentence_start(h.token)) for h in hits}
    for number, passage in enumerate(passages):
        for sent in passage.doc.sents:
            alive = MEMORY + 1 if (number, sent.start) in places else alive - 1
            if alive > 0 or (places and _has_toll(sent[0])):
                wanted.add((number, sent.start))
    return wanted


def _has_toll(first: Token, words: frozenset[str] = TOLL) -> bool:
    """Whether the sentence of which a token is the first has a word for the number of dead."""
    text = text_between(first, first.doc[sentence_end(first) - 1])
    return any(word in text for word in words)


def _sentences(passages: Sequence[Passage], hits: Sequence[Hit]) -> list[Sentence]:
    found: list[Sentence] = []
    by_place: dict[tuple[int, int], list[Hit]] = {}
    for hit in hits:
        by_place.setdefault((hit.passage, sentence_start(hit.token)), []).append(hit)
    order = 0
    for number, passage in enumerate(passages):
        for sent in passage.doc.sents:
            found.append(Sentence(number, sent[0], order, tuple(by_place.get((number, sent.start), ()))))
            order += 1
    return found


def _in_sentence(
    sentence: Sentence, known: Mapping[str, Line], open_: Mapping[str, Told], context: Context
) -> list[Told]:
    here: list[Told] = []
    for name in {hit.frame.name for hit in sentence.hits}:
        known[name].settle(sentence.order)
    crowded = Counter(_side(hit, context) for hit in sentence.hits if not is_part(hit, sentence.hits, context))
    for hit in sentence.hits:
        shown = [] if hit.frame.speech or crowded[_side(hit, context)] > 1 else shown_by_verb(hit, context)
        one = Told(hit, sentence.order, answers_at(hit, context, shown))
        if hit.reference:
            meant = _referent(hit, known[hit.frame.name], here, open_)
            fits = meant is not None and _is_within(one.when, meant.when) and not _by_another(one, meant)
            fits = fits and not (meant is not None and _is_it(hit) and _other_time(sentence, meant, context))
            one.refers = meant if fits else None
        when = _dated(one, known[hit.frame.name])
        one.answers = [a for a in one.answers if not of_another_time(a, when, context)]
        for other in here:
            if other.hit.frame is hit.frame and identical(other.hit.token, hit.token, context.grammar):
                one.refers = other.refers or other
        here.append(one)
    for one in here:
        _absorb(one, () if one.hit.frame.speech else one.answers, here)
        if crowded[_side(one.hit, context)] == 1 and not one.hit.frame.speech:
            answers = answers_in(one.hit.token, sentence.passage, one.open_questions(), context)
            answers += said_of(one.hit, one.open_questions(), context)
            when = _dated(one, known[one.hit.frame.name])
            _add(one, [a for a in answers if not of_another_time(a, when, context)], here)
    return here


def _side(hit: Hit, context: Context) -> tuple[str, int | None]:
    """Its kind, and what its sentence looks back to where it stands there: of two of a kind on two sides each has its
    own answers."""
    return hit.frame.name, looked_back_to(hit.token, context.grammar)


def _is_it(hit: Hit) -> bool:
    """Whether a verb's subject is "it" or "they", which takes up the next noun before it and no event far off."""
    subject = g.subject(hit.token) if hit.token.pos_ == "VERB" else None
    return subject is not None and subject.lower_ in ("it", "they")


def _is_within(own: Time | None, event: Time | None) -> bool:
    """Whether a reference's own time, if it has one, is part of the event's: "it was hit at 05:40" of Tuesday's."""
    if own is None:
        return True
    if event is None or not (own.start and own.end and event.start and event.end):
        return False
    return event.start <= own.start and own.end <= event.end


def _by_another(one: Told, event: Told) -> bool:
    """Whether a reference names who did it, and that is another country than the event's: "the Israeli strike"."""
    own, known = _country_of_doer(one), _country_of_doer(event)
    return own is not None and known is not None and own != known


def _country_of_doer(told: Told) -> str | None:
    values = (a.value for a in told.answers if a.attribute == "who")
    return next((v.country for v in values if isinstance(v, Party) and v.country), None)


def _referent(hit: Hit, known: Line, here: Sequence[Told], open_: Mapping[str, Told]) -> Told | None:
    """What "these launches" takes up is the last told; "the launches" is the report's topic: the first dated one."""
    own = [t for t in here if t.hit.frame is hit.frame and t.refers is None and not t.absorbed]
    if any(child.lower_ in POINTING for child in children(hit.token)) and hit.frame.name in open_:
        plural = is_plural(hit.token)
        alike = next((t for t in reversed(own) if is_plural(t.hit.token) == plural), None)
        return alike or known.last_by_number.get(plural) or next(reversed(own or known.own), None)
    return known.topic(own)


def _continue(sentence: Sentence, here: Sequence[Told], open_: Mapping[str, Told], context: Context) -> bool:
    """Let the sentence answer for an event told before it, which absorbs mentions that are only its answers; whether
    it did."""
    own = {t.hit.frame.name for t in here if t.refers is None}
    for name, earlier in sorted(open_.items(), key=lambda item: -item[1].order):
        if name in own or _other_time(sentence, earlier, context):
            continue
        answers = answers_in(sentence.first, sentence.passage, earlier.open_questions(), context)
        answers += said_beside(earlier.hit, (sentence.passage, sentence.first), earlier.open_questions(), context)
        answers += _tolls(sentence, earlier, context)
        answers = [a for a in answers if a.by is None or not is_done_by_another(a, context)]
        if answers and not _strangers(here, answers) and not any(did(one, earlier) for one in here):
            _add(earlier, answers, here)
            return True
    return False


def _strangers(here: Sequence[Told], answers: Sequence[Answer]) -> bool:
    """Whether a sentence tells of another event, which its answers may belong to."""
    shown = {a.by.i for a in answers if a.by is not None}
    return any(t.hit.token.i not in shown and not t.hit.frame.speech and t.refers is None for t in here)


def _tolls(sentence: Sentence, told: Told, context: Context) -> list[Answer]:
    """A later count of what was counted before: "The toll later rose to 15", "we are talking about 96 deaths"."""
    if not _has_toll(sentence.first, context.grammar.counts | DEATHS):
        return []
    asked = [a for a in told.hit.frame.attributes if a.grows and a.name not in {q.name for q in told.open_questions()}]
    found = answers_in(sentence.first, sentence.passage, asked, context)
    return [a for a in found if is_count(a, context) or _are_deaths(a)]


def _are_deaths(answer: Answer) -> bool:
    """Whether a number counts deaths, and all there were: not "two new deaths", nor "the deaths of two"."""
    value = answer.value
    counts = isinstance(value, Quantity) and value.noun in ("death", "fatality")
    return counts and NEW.isdisjoint(value.text.lower().split())


def _main(told: Sequence[Told]) -> Told | None:
    """The first event told whose dead are asked for."""
    return next((t for t in told if any(a.grows for a in t.hit.frame.attributes) and t.refers is None), None)


def _near(open_: Mapping[str, Told], main: Told | None, sentence: Sentence) -> Mapping[str, Told]:
    """The events a sentence may go on: one with a toll none that has no date of its own and is told behind one that
    has, as "houses collapsed" behind a quake."""
    if main is None or main.when is None or not _has_toll(sentence.first):
        return open_
    return {name: told for name, told in open_.items() if told is main or told.when is not None}


def _toll(sentence: Sentence, here: Sequence[Told], main: Told, context: Context) -> None:
    """Let a count of the dead far from any event be that of the first event told that asks for one: "By Wednesday
    the death toll stood at 47"."""
    if not context.board.sentence(sentence.passage, sentence.first) or _other_time(sentence, main, context):
        return
    asked = [a for a in main.hit.frame.attributes if a.grows]
    found = answers_in(sentence.first, sentence.passage, asked, context)
    answers = [a for a in found if is_count(a, context, among=TOLL) and not is_done_by_another(a, context)]
    if answers and not _strangers(here, answers):
        _add(main, answers, here)


def _add(told: Told, answers: Sequence[Answer], here: Sequence[Told]) -> None:
    taken = {(a.passage, a.start, a.end) for a in told.answers if a.value.type != "party"}
    for answer in answers:
        if (answer.passage, answer.start, answer.end) not in taken:
            taken.add((answer.passage, answer.start, answer.end))
            told.answers.append(answer)
            _absorb(told, [answer], here)


def _absorb(told: Told, answers: Sequence[Answer], here: Sequence[Told]) -> None:
    """Let an event take in the mentions whose words only answered for it; speech acts stay what they are."""
    shown = {answer.by.i for answer in answers if answer.by is not None}
    for other in here:
        if other is told or other.hit.frame.speech or other.hit.token.i not in shown or told.absorbed:
            continue
        if not _looks_back_from(told.hit.token, other):
            other.absorbed = True


def _looks_back_from(trigger: Token, other: Told) -> bool:
    """Whether an event only tells of those whom another one befalls: what "freed 31 people who were abducted in May"
    tells is that they are free; of "12 people who were in the bus that crashed were killed" the deaths are its toll."""
    if other.hit.frame.casualties:
        return False
    clause = next((t for t in (trigger, *trigger.ancestors) if t.dep_ in ("relcl", "acl")), None)
    return clause is not None and other.hit.token in clause.ancestors


def _other_time(sentence: Sentence, earlier: Told, context: Context) -> bool:
    """Whether the sentence names a time that cannot be the earlier event's: it then tells of something else."""
    when = earlier.when
    for placed in context.board.sentence(sentence.passage, sentence.first):
        value = placed.found.value
        if isinstance(value, Time) and value.start and value.end and value.granularity != "vague":
            if when is None:
                return value.granularity in ("month", "quarter", "year", "decade")
            if apart(value, when):
                return True
    return False


def _dated(one: Told, known: Line) -> Time | None:
    """When an event was, or where its words do not say that, when the last of its kind told so far was."""
    same = one.refers if one.refers is not None and one.refers.hit.frame is one.hit.frame else None
    return one.when or (same.when if same is not None else None) or known.dated()
