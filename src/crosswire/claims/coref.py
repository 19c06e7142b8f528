"""Whom a pronoun means, by rules on the parse: agreement, salience, nearness.

The order of salience follows Lappin and Leass (1994): subjects before objects, near before far; and in news a speaker
goes on speaking, so the subject of a verb of saying comes first. No antecedent is better than a wrong one, so plain
things compete too: in "the missile flew 350 km; it fell into the sea", "it" is nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from crosswire.claims.speakers.roster import Named, Roster
from crosswire.claims.speakers.words import Words

Number = Literal["person", "thing", "many"]
Place = tuple[int, int]  # passage, token

PRONOUNS: dict[str, tuple[Number, str | None]] = {
    "he": ("person", "m"), "him": ("person", "m"), "his": ("person", "m"), "himself": ("person", "m"),
    "she": ("person", "f"), "her": ("person", "f"), "hers": ("person", "f"), "herself": ("person", "f"),
    "it": ("thing", None), "its": ("thing", None), "itself": ("thing", None),
    "they": ("many", None), "them": ("many", None), "their": ("many", None), "themselves": ("many", None),
}  # fmt: skip
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
SUBJECTS, OBJECTS = ("nsubj", "nsubjpass"), ("dobj", "pobj", "attr", "ROOT", "conj")
SENTENCES = 6  # how far back an antecedent can stand,
TOKENS = 400  # and where sentences have no end
PHRASES = 3  # nouns above a thing among which "who" looks for somebody
LINKS = 12  # pronouns that one may lead through: "He said ... He added ..."
FLOOR = -11.0  # the score below which there is no antecedent
BEST = 4.0  # the most that agreement and salience give in the pronoun's own sentence,
TOLD = 1.5  # taken off whoever another one only tells of, of him who speaks next
FADE = 2.0  # and what each sentence between takes off
ASIDE = 8.0  # taken off whoever is only spoken of in a quotation, of him who goes on: "... with President Lie," he said


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where an antecedent may stand: who is named there, or None for a common noun ("the witness") or a pronoun."""

    passage: int
    token: Token
    named: Named | None
    distance: int  # sentences back


@dataclass(frozen=True, slots=True)
class Wanted:
    """A pronoun, with what its antecedent must agree in; `speaks` where it is the subject of a verb of saying."""

    passage: int
    token: Token
    number: Number
    gender: str | None
    speaks: bool
    quoted: bool


def antecedent(roster: Roster, passage: int, token: int) -> Place | None:
    """The passage and the head token that a pronoun stands for; None if it is no such pronoun or nobody fits."""
    place = (passage, token)
    for _ in range(LINKS):
        low = roster.sheets[place[0]].lowers[place[1]]
        if low in RELATIVE:
            return _relative(roster, *place)
        if low not in PRONOUNS:
            named, third = roster.at(*place), _named_in_quotes(roster, passage, token)
            return None if place == (passage, token) or (named and named.entity in third) else place
        doc = roster.sheets[place[0]].passage.doc
        best = None if is_empty(doc[place[1]]) else _ahead(roster, *place) or _best(roster, _wanted(roster, *place))
        if best is None:
            return None
        place = best
    return None


def is_empty(word: Token) -> bool:
    """Whether "it" is nobody, as in "it is being reported that", "it seems that"."""
    verb = word.head
    told = word.dep_ == "nsubjpass" or verb.lemma_ in ("seem", "appear", "turn", "emerge", "transpire")
    return word.lower_ == "it" and told and any(c.dep_ in ("ccomp", "csubj", "xcomp") for c in verb.children)


def person_aged(roster: Roster, passage: int, token: int) -> Place | None:
    """Whom "the 42-year-old" takes up, whose head is the token: the person that "he" or "she" would mean there."""
    sheet = roster.sheets[passage]
    word = sheet.passage.doc[token]
    speaks = word.dep_ in SUBJECTS and _says(word, roster.names.words)
    best = _best(roster, Wanted(passage, word, "person", None, speaks, sheet.quoted(token)))
    return None if best is None else antecedent(roster, *best) or best


def _relative(roster: Roster, passage: int, token: int) -> Place | None:
    """The noun that a relative clause hangs on."""
    verb = roster.sheets[passage].passage.doc[token].head
    for _ in range(4):  # "whom he said he trusted": the pronoun may stand some verbs below the clause's own
        if verb.dep_ in ("relcl", "acl"):
            return (passage, _somebody(roster, passage, verb.head, token)) if verb.head.i < token else None
        verb = verb.head
    return None


def _somebody(roster: Roster, passage: int, noun: Token, token: int) -> int:
    """The noun of a "who": somebody, where the parser hangs the clause on a thing nearby: "officials familiar with the
    meeting, who", "standing in the way of a deal with Democrats who"."""
    doc, lowers = noun.doc, roster.sheets[passage].lowers
    if lowers[token] not in ("who", "whom") or _may_speak(roster, passage, noun):
        return noun.i
    above = [t for t in noun.ancestors if t.i < noun.i and t.pos_ in ("NOUN", "PROPN")]
    near = [*reversed(doc[noun.i + 1 : token]), *above[:PHRASES]]
    known = roster.names.words.somebody | roster.names.words.groups
    people = (t for t in near if t.pos_ == "NOUN" and not known.isdisjoint((t.lower_, t.lemma_.lower())))
    return next((t.i for t in people), noun.i)


def _may_speak(roster: Roster, passage: int, word: Token) -> bool:
    """Whether a word is somebody: a name, or a noun for people or a body."""
    named = roster.at(passage, word.i)
    if named is not None:
        return named.how == "name" and word.i == named.end - 1
    words = roster.names.words
    known = words.somebody | words.bodies | words.groups
    return word.pos_ == "PROPN" or not known.isdisjoint((word.lower_, word.lemma_.lower()))


def _ahead(roster: Roster, passage: int, token: int) -> Place | None:
    """Whom a possessive before the sentence's subject means, where that is somebody of its gender or a body: "In her
    account, Ana Paz described", "In spite of its pledge, Norrail has"."""
    word = roster.sheets[passage].passage.doc[token]
    verb = word.sent.root
    subject = next((t for t in verb.lefts if t.dep_ == "nsubj" and t.i > token), None)
    first = next((t for t in verb.lefts if t.dep_ in ("prep", "advcl") and t.is_ancestor(word)), None)
    named = None if subject is None or first is None or word.tag_ != "PRP$" else roster.at(passage, subject.i)
    if named is None or subject is None or named.how == "demonym":
        return None
    entity, (number, gender) = roster.entities[named.entity], PRONOUNS[word.lower_]
    fits = entity.type != "person" if number == "thing" else gender is not None and entity.gender == gender
    return (passage, subject.i) if fits else None


def _wanted(roster: Roster, passage: int, token: int) -> Wanted:
    sheet, word = roster.sheets[passage], roster.sheets[passage].passage.doc[token]
    number, gender = PRONOUNS[sheet.lowers[token]]
    some = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "of" else word  # "all of them confirmed it"
    speaks = some.dep_ in SUBJECTS and _says(some, roster.names.words)
    return Wanted(passage, word, number, gender, speaks, sheet.quoted(token))


def _best(roster: Roster, wanted: Wanted) -> Place | None:
    best: tuple[float, Place] | None = None
    third = _named_in_quotes(roster, wanted.passage, wanted.token.i)
    for candidate in _before(roster, wanted):
        if best is not None and best[0] >= BEST - FADE * candidate.distance:
            break  # nobody further back can do better
        fit = None if candidate.named and candidate.named.entity in third else _fit(roster, candidate, wanted)
        if fit is None or _bound(candidate, wanted) or _only_told_of(candidate, wanted):
            continue
        score = fit + _salience(roster, candidate, wanted)
        if score > FLOOR and (best is None or score > best[0]):
            best = score, (candidate.passage, candidate.token.i)
    return None if best is None else best[1]


def _named_in_quotes(roster: Roster, passage: int, token: int) -> frozenset[int]:
    """Whom the words beside a pronoun that speaks call by name, as nobody calls himself: '"We asked Ivo," he said'."""
    sheet, word, rows = roster.sheets[passage], roster.sheets[passage].passage.doc[token], roster.named[passage]
    speaks = word.dep_ in SUBJECTS and _says(word, roster.names.words) and not sheet.quoted(token)
    spoken = speaks and PRONOUNS.get(word.lower_, ("",))[0] == "person"  # an army may speak of "our army"
    return frozenset(named.entity for named in rows if spoken and sheet.quoted(named.start))


def _before(roster: Roster, wanted: Wanted) -> Iterator[Candidate]:
    """Everybody named or told of before a pronoun, the last first, at most some sentences back.

    Most words are nobody: they are passed over by their form alone.
    """
    distance, looked, words = 0, 0, roster.names.words
    common = wanted.number != "person"
    for row in range(wanted.passage, -1, -1):
        sheet, heads = roster.sheets[row], {named.end - 1 for named in roster.named[row]}
        doc, lowers, nouns = sheet.passage.doc, sheet.lowers, sheet.nouns if common else frozenset()
        last = wanted.token.i if row == wanted.passage else len(lowers)
        for i in range(last - 1, -1, -1):
            if i in heads or i in nouns or lowers[i] in PRONOUNS or lowers[i] in words.somebody:
                named = roster.at(row, i)
                if named is None or i == named.end - 1:
                    yield Candidate(row, doc[i], named, distance)
            looked += 1
            distance += i in sheet.sentences
            if distance >= SENTENCES or looked > TOKENS:
                return


def _fit(roster: Roster, candidate: Candidate, wanted: Wanted) -> float | None:
    """How well number, gender and kind agree: None where they cannot."""
    if candidate.named is None:
        return _noun_fit(roster, candidate.token, wanted)
    if candidate.named.how == "demonym":
        return None
    entity = roster.entities[candidate.named.entity]
    person = entity.type == "person"
    if wanted.number == "many":
        return 1.0 if any(c.dep_ == "conj" for c in candidate.token.children) else -4.0 if person else 0.0
    if wanted.number == "thing":
        return None if person else 1.0
    agrees = person and (wanted.gender is None or entity.gender in (None, wanted.gender))
    return float(entity.gender is not None) if agrees else None


def _noun_fit(roster: Roster, token: Token, wanted: Wanted) -> float | None:
    """The same for pronouns, which lead on to their own antecedents, and for common nouns."""
    low = token.lower_
    if low in PRONOUNS:
        return 1.0 if PRONOUNS[low] == (wanted.number, wanted.gender) else None
    words, person = roster.names.words, low in roster.names.words.somebody
    if wanted.number == "person":
        return _person_fit(words, token, wanted.gender) if person else None
    if token.pos_ != "NOUN" or not token.is_alpha or (token.dep_ not in SUBJECTS and token.dep_ not in OBJECTS):
        return None
    plural = token.tag_ == "NNS" or low in ("police", "people")
    if wanted.number == "many":
        return None if not plural else 1.0 if person or not wanted.speaks else None
    # "The Merle List insists on 200. It also says": what says something goes on saying
    mute = wanted.speaks and low not in words.bodies and not (token.dep_ in SUBJECTS and _says(token, words))
    return None if plural or person or mute else 0.0


def _person_fit(words: Words, token: Token, gender: str | None) -> float | None:
    if token.tag_ not in ("NN", "NNP") or token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "appos"):
        return None
    known = words.genders.get(token.lower_)
    if known and gender and known != gender:
        return None
    return 1.0 if known else -1.0


def _bound(candidate: Candidate, wanted: Wanted) -> bool:
    """Whether pronoun and candidate are arguments of one verb, where they cannot be the same: "He told Kim"; or the
    pronoun stands in the candidate's own phrase: "in spite of its pledge"."""
    one, other = candidate.token, wanted.token
    between = next((t for t in other.ancestors if t == one or t.pos_ in ("VERB", "AUX")), None)
    if candidate.passage == wanted.passage and between == one and candidate.named is None:
        return True
    if candidate.passage != wanted.passage or other.tag_ == "PRP$" or other.lower_.endswith(("self", "selves")):
        return False
    return one.head == other.head and one.dep_ != "conj" and one.head.pos_ in ("VERB", "AUX")


def _only_told_of(candidate: Candidate, wanted: Wanted) -> bool:
    """Whether somebody is brought in by the words that the pronoun says: "one worker died, he said" is none of his."""
    word, verb = candidate.token, wanted.token.head
    if not wanted.speaks or candidate.passage != wanted.passage or candidate.named is not None or verb == word.head:
        return False
    known = any(child.dep_ == "poss" or child.lower_ in ("the", "this", "that") for child in word.lefts)
    return word.pos_ == "NOUN" and not known and verb.is_ancestor(word)


def _salience(roster: Roster, candidate: Candidate, wanted: Wanted) -> float:
    word = candidate.token
    score = -FADE * candidate.distance
    if any(child.dep_ == "poss" and PRONOUNS.get(child.lower_, ("",))[0] == "person" for child in word.lefts):
        score -= 2.0  # "her daughter" is second to her
    while word.dep_ == "appos" and candidate.named is not None and word.head.i < word.i and word.head.tag_ != "NNS":
        word = word.head  # "the owner, Norvik Shipping, denied it"
    says = word.dep_ in SUBJECTS and _says(word, roster.names.words)
    goes_on = not says and word.dep_ in SUBJECTS and _says_then(word, roster.names.words)
    if wanted.speaks and not says and _told_by_another(word, wanted, roster.names.words):
        score -= TOLD
    if word.dep_ in SUBJECTS:
        score += 3.0 if says or goes_on else 2.0
    elif word.dep_ in ("poss", "compound", "nmod", "amod"):
        score -= 2.0
    elif word.dep_ == "pobj":
        score += 1.5 if word.head.lower_ == "to" and word.head.head.lower_ == "according" else -0.5
    quoted = roster.sheets[candidate.passage].quoted(word.i)
    if quoted and not wanted.quoted:
        score -= ASIDE if wanted.speaks else 4.0
    elif wanted.quoted and not quoted and says and candidate.distance <= 1:
        score -= 4.0  # whoever is quoted calls himself "I", also where his words go on behind "he said"
    return score


def _says_then(word: Token, words: Words) -> bool:
    """Whether somebody says something by a verb joined to the first one: "Ana Paz rose and argued that"."""
    return any(c.dep_ == "conj" and c.lemma_.lower() in words.speech for c in word.head.children)


def _told_by_another(word: Token, wanted: Wanted, words: Words) -> bool:
    """Whether somebody stands in what another says: Gil of "Ana Paz argued that Gil was wrong" speaks less likely."""
    above = next((t for t in word.ancestors if t.dep_ == "ccomp" and t.head.lemma_.lower() in words.speech), None)
    own = above is None or above.head == wanted.token.head or above.is_ancestor(wanted.token)
    return above is not None and not own and any(c.dep_ in SUBJECTS for c in above.head.children)


def _says(word: Token, words: Words) -> bool:
    return word.head.lemma_.lower() in words.speech
