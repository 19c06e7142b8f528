"""What office or trade a text gives a named person: before the name, or in the apposition behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.claims.speakers.names import Body, CountryForm
from crosswire.claims.speakers.people import TO_COME, PersonName, closed
from crosswire.claims.speakers.scan import Hit
from crosswire.claims.speakers.sheet import POSSESSIVE, Sheet
from crosswire.claims.speakers.words import Words

BEFORE = 12  # words before a name that can belong to its title: "former deputy assistant secretary of state for ..."
BEHIND = 14  # words of an apposition that are looked at
LINKS = frozenset(("of", "for", "and", "the", "&", "-", "to", "at", "in"))
COMPASS = frozenset(("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "new"))
FORCES = frozenset(("police", "fire", "army", "navy", "guard", "patrol", "sheriff", "department", "marines"))
FORCE = 6  # words of such a name: "Los Angeles County Fire Department"
PARTED = ("County", "City", "State", "Province", "Parish", "District", "Township")  # what a part of a country is called
SENT = frozenset(("ambassador", "envoy", "consul", "emissary", "delegate", "observer"))
STARTS = frozenset(("a", "an", "the", "its", "their", "his", "her", "our", "one", "of"))
UNDER = "under"
PARTS = frozenset(("for", "and", "under", "in", "with", "to", "at"))
ENDS = frozenset(("(", ",", ".", ";", ")", "who", "whose", "which", "whom", "that", "--", '"')) | {
    *("after", "before", "since", "until", "when")  # "Ana Paz, a day after the president spoke, said"
}


@dataclass(frozen=True, slots=True)
class Office:
    """A person's role in the text's words, and the country it names."""

    role: str
    country: str | None


def office_of(sheet: Sheet, person: PersonName, hits: Mapping[int, Hit], words: Words) -> Office | None:
    """The role a passage gives at a mention of a person, if it gives one; `hits` are known names by first token."""
    before = _before(sheet, person, hits, words)
    if (
        before is None or before.role.split()[-1] in words.ranks.values()
    ):  # "Lt. Gen. Ana Paz, the commander of the force"
        return _behind(sheet, person, hits, words) or before
    return before


def _before(sheet: Sheet, person: PersonName, hits: Mapping[int, Hit], words: Words) -> Office | None:
    """A title that leads up to the name: "Chief Cabinet Secretary Minoru Kihara", "Japan's Prime Minister, Sanae
    Takaichi"."""
    end = person.start
    if end > 1 and sheet.words[end - 1] == "," and _set_off(sheet, person, words):
        end -= 1
    start = end
    while start > max(0, end - BEFORE) and _titles(sheet, start - 1, words):
        start -= 1
    if start and start < end and sheet.lowers[start - 1] == UNDER:
        return None  # who the president was then is not "the president"
    start = _own_part(sheet, start, end, words)
    while start < end and not _begins_title(sheet, start, hits, words):
        start += 1
    if start < end and sheet.lowers[start] not in words.titles and not _qualifies(sheet, start, words):
        start = _whole_place(sheet, start, end, hits)
    while end > start and _rank(sheet.lowers[end - 1], words):
        end -= 1  # "nominee Gov. Mike Pence", "spokesman Rear Adm. Daniel Hagari"
    if end == start or words.titles.isdisjoint(sheet.lowers[start:end]) or sheet.lowers[end - 1] in LINKS:
        office = words.ranks.get(sheet.lowers[person.start - 1]) if person.start else None
        return Office(f"{_force(sheet, person.start, words)}{office}", None) if office is not None else None
    return _office(sheet, start, end, hits)


def _force(sheet: Sheet, end: int, words: Words) -> str:
    """The force that a short rank is of, with a blank behind: "Oregon State Police Lt. Ana Paz"."""
    while end > 0 and _rank(sheet.lowers[end - 1], words):
        end -= 1
    if end == 0 or sheet.lowers[end - 1] not in FORCES:
        return ""
    start = end - 1
    while (
        start > 0 and end - start < FORCE and sheet.words[start - 1][:1].isupper() and sheet.words[start - 1].isalpha()
    ):
        start -= 1
    named = sheet.words[start] != "The" or start + 1 < end
    return f"{sheet.slice(start + (sheet.words[start] == 'The'), end)} " if named else ""


def _whole_place(sheet: Sheet, start: int, end: int, hits: Mapping[int, Hit]) -> int:
    """Where the place's name begins that a title begins inside of: "Miami-Dade County Mayor", "Western Australia
    Premier"."""
    entity = sheet.entity_at(start)
    if entity is not None and entity[0] < start < entity[1] <= end and entity[2] in ("GPE", "LOC"):
        start = entity[0] + (sheet.lowers[entity[0]] == "the")
    elif start in hits and start and sheet.lowers[start - 1] in COMPASS and sheet.words[start - 1][0].isupper():
        start -= 1
    while start > 0 and start < end and _name_part(sheet, start - 1):
        start -= 1
    return start


def _touches(sheet: Sheet, i: int) -> bool:
    """Whether no blank stands before a word."""
    return sheet.starts[i] == sheet.starts[i - 1] + len(sheet.words[i - 1])


def _name_part(sheet: Sheet, i: int) -> bool:
    """Whether a word belongs to the place's name before which it stands: "Los" of "Los Angeles County", "Miami-" of
    "Miami-Dade"."""
    if sheet.words[i] == "-":
        return i > 0 and _touches(sheet, i) and sheet.words[i - 1].istitle()
    token = sheet.passage.doc[i]
    joined = token.dep_ == "compound" and token.head.i == i + 1
    return sheet.words[i].istitle() and token.pos_ == "PROPN" and (joined or sheet.words[i + 1] in (*PARTED, "-"))


def _qualifies(sheet: Sheet, i: int, words: Words) -> bool:
    """Whether a word qualifies a title and names no place: "Deputy", but not "County" behind a name."""
    return sheet.lowers[i] in words.qualifiers and sheet.words[i] not in PARTED


def _rank(low: str, words: Words) -> bool:
    """Whether a word before a name is a short form ("Gov.") or only begins one ("Rear")."""
    return (low.endswith(".") and low in words.honorifics) or low == "rear"


def _own_part(sheet: Sheet, start: int, end: int, words: Words) -> int:
    """Where a person's own title begins: behind "wife of" in "the wife of President Xi", behind the last "'s"."""
    for i in range(end - 1, start - 1, -1):
        link = sheet.lowers[i] in ("of", "for", "to", "and")
        if (sheet.lowers[i] in POSSESSIVE and not _owns_a_part(sheet, start, i, words)) or (
            link and not words.titles.isdisjoint(sheet.lowers[i + 1 : end])
        ):
            return i + 1
    return start


def _owns_a_part(sheet: Sheet, start: int, owned: int, words: Words) -> bool:
    """Whether what is owned is not the title: "head of Spain's Galicia region"."""
    owner = owned - 1
    while owner > start and sheet.words[owner][0].isupper():
        owner -= 1
    return owner < owned - 1 and sheet.lowers[owner] in ("of", "for") and sheet.lowers[owner - 1] in words.titles


def _set_off(sheet: Sheet, person: PersonName, words: Words) -> bool:
    """Whether a comma closes an apposition: not in "after meeting the president, Smith said"."""
    end, title = person.end, person.start - 2
    if sheet.lowers[title] in words.titles and closed(sheet, title, end):
        return True
    return end >= len(sheet.words) or sheet.words[end] in (",", ".", "(", ")", ";", "and")


def _titles(sheet: Sheet, i: int, words: Words) -> bool:
    """Whether a word can stand in a title before a name."""
    word, low = sheet.words[i], sheet.lowers[i]
    if low == UNDER and sheet.lowers[i + 1] in words.titles and sheet.lowers[i + 1] != "secretary":
        return False  # "led the agency under President Paz"
    if low in words.titles or low in words.qualifiers or low in LINKS or low in POSSESSIVE or low in TO_COME:
        return True
    return word[0].isupper() or (word.isalpha() and sheet.passage.doc[i].pos_ in ("NOUN", "ADJ"))


def _begins_title(sheet: Sheet, i: int, hits: Mapping[int, Hit], words: Words) -> bool:
    """Whether a title can begin here: with its noun, what qualifies it, or a country or body."""
    low = sheet.lowers[i]
    if low in words.titles or low in words.qualifiers or i in hits:
        return True
    before = i + 1 < len(sheet.words) and sheet.lowers[i + 1] in words.titles
    if before and sheet.words[i].islower() and sheet.words[i + 1].istitle():
        return False  # "ahead of the talks President Paz wrote"
    return before and sheet.passage.doc[i].pos_ in ("NOUN", "PROPN", "ADJ")


def _behind(sheet: Sheet, person: PersonName, hits: Mapping[int, Hit], words: Words) -> Office | None:
    """The apposition behind a name: "Minoru Kihara, the government's top spokesman, said"."""
    start = person.end + 1
    if person.end >= len(sheet.words) or sheet.words[person.end] not in (",", "("):
        return None
    if start + 1 < len(sheet.words) and sheet.words[start].isdigit() and sheet.words[start + 1] == ",":
        start += 2  # "Maria Lopez, 45, a teacher"
    title = -1
    end = min(len(sheet.words), start + BEHIND)
    for i in range(start, end):
        low = sheet.lowers[i]
        if low in ENDS or _verb(sheet, i):
            end = i
            break
        if title < 0 and low in words.titles:
            title = i
    if title >= 0 and (_has_bearer(sheet, title, words) or _is_moment(sheet, start, title)):
        return None  # "Ana Paz, the dancer Luis Gil and the coach Eva Lund", "Ana Paz, a day after the president left"
    closed = end < len(sheet.words) and sheet.lowers[end] in ENDS
    if end == start + BEHIND and not closed:  # too long to be kept whole: what it is of, and no half of the rest
        end = next((i for i in range(title + 1, end) if sheet.lowers[i] in PARTS), end)
    if title < 0 or (sheet.passage.kind in ("title", "heading") and not closed):
        return None  # "Obama, Iran's leader praise deal": no comma ends an apposition
    while start < title and (sheet.lowers[start] in STARTS or not sheet.words[start][0].isalnum()):
        start += 1
    while end - 1 > title and sheet.lowers[end - 1] in LINKS:
        end -= 1
    return _office(sheet, start, end, hits)


def _has_bearer(sheet: Sheet, title: int, words: Words) -> bool:
    """Whether a title has a name of its own right behind it."""
    first, end = title + 1, title + 1
    while end < len(sheet.words) and sheet.words[end].istitle() and sheet.words[end].isalpha():
        end += 1
    named = end > first + 1 and sheet.lowers[first] in words.given
    return named and sheet.words[end : end + 1] not in (["'s"], ["'"])


def _is_moment(sheet: Sheet, start: int, title: int) -> bool:
    """Whether what stands behind a name tells when something was or who did it: "a day after the president"."""
    between = ((sheet.passage.doc[i].pos_, sheet.lowers[i]) for i in range(start, title))
    return any(pos in ("ADP", "SCONJ") and low not in LINKS for pos, low in between)


def _verb(sheet: Sheet, i: int) -> bool:
    token = sheet.passage.doc[i]
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "acl")


def _office(sheet: Sheet, start: int, end: int, hits: Mapping[int, Hit]) -> Office:
    """The words of a role without its owner ("Japan's"), and the country that owns it: of an ambassador the one that
    sent her, not the one that she is sent to."""
    found = [hits[i] for i in range(start, end) if i in hits]
    country = next((country_of(hit) for hit in found if country_of(hit) and not _sent_to(sheet, start, hit)), None)
    if found and found[0].start == start:
        owned = found[0].end < end and sheet.words[found[0].end] in POSSESSIVE
        if owned or isinstance(found[0].meaning, CountryForm):
            start = found[0].end + (1 if owned else 0)
    return Office(sheet.slice(start, end), country or _owner(sheet, start, hits))


def _sent_to(sheet: Sheet, start: int, hit: Hit) -> bool:
    """Whether a country is the one that an envoy is sent to: "ambassador to the United States"."""
    before = sheet.lowers[start : hit.start]
    return "to" in before and not SENT.isdisjoint(before[: before.index("to")])


def _owner(sheet: Sheet, start: int, hits: Mapping[int, Hit]) -> str | None:
    """The country whose "'s" stands right before a role."""
    if start < 2 or sheet.words[start - 1] not in POSSESSIVE:
        return None
    before = (hits[i] for i in range(max(0, start - 4), start - 1) if i in hits)
    return next((country_of(hit) for hit in before if hit.end == start - 1), None)


def country_of(hit: Hit) -> str | None:
    """The code of the country that a known name is of."""
    if isinstance(hit.meaning, CountryForm):
        return hit.meaning.country.code
    return hit.meaning.country if isinstance(hit.meaning, Body) else None
