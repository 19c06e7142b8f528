"""Where a passage names people: the parser's own finds, mended, and names that a title or a first name gives away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.claims.speakers.names import Figure, Names
from crosswire.claims.speakers.scan import STORMS, Hit
from crosswire.claims.speakers.sheet import DASHES, POSSESSIVE, Sheet
from crosswire.claims.speakers.words import Words

TO_COME = frozenset(("elect", "designate", "nominate"))
BEHIND = frozenset((",", "of", "for"))  # what may follow a title whose bearer is named in apposition
CLOSERS = frozenset((",", ".", ")", "(", ";"))
REGIONS = frozenset(("region", "oblast", "province", "district", "county", "governorate", "prefecture", "municipality"))
RANKS = frozenset(("superintendent", "inspector", "sergeant", "lieutenant", "colonel", "brigadier", "senator")) | {
    "mayor", "spokesman", "spokeswoman", "spokesperson", "professor", "dr", "dr.", "lt", "col", "sgt", "minister",
    "constable", "magistrate", "chaplain", "comptroller", "coroner", "trooper", "patrolman", "undersheriff", "neighbor",
    "neighbour", "assemblyman", "assemblywoman", "selectman", "adm.", "supt.", "insp.",
}  # fmt: skip
CHARGES = frozenset(
    ("affairs", "internal", "external", "defense", "interior", "communications", "infrastructure", "ministry")
)
TOGETHER = frozenset(("summit", "meeting", "talks", "call", "deal", "accord", "pact", "agreement", "handshake")) | {
    "debate", "encounter", "conversation", "rivalry", "feud", "row", "dinner", "ticket", "statement", "declaration",
}  # fmt: skip
SIDES = frozenset(
    ("East", "West", "North", "South", "Central", "New", "Upper", "Lower", "Northern", "Southern", "Eastern", "Western")
)
INITIALS = 4  # letters of a given name in capitals: "JFK", "A.J."
LONGEST = 6  # words of a name: "Luiz Inacio Lula da Silva" has five


@dataclass(frozen=True, slots=True)
class PersonName:
    """Tokens [start, end) that name a person, honorific not among them; `gender` as the honorific tells."""

    start: int
    end: int
    words: tuple[str, ...]
    gender: str | None
    figure: Figure | None = None


def find_people(sheet: Sheet, hits: Sequence[Hit], names: Names, others: frozenset[str]) -> list[PersonName]:
    """The people named in a passage, in order, none overlapping; `others` are names that are no person's."""
    taken = [False] * len(sheet.words)
    for hit in hits:
        if not isinstance(hit.meaning, Figure):
            taken[hit.start : hit.end] = [True] * (hit.end - hit.start)
    runs = sorted([*_figures(sheet, hits), *_parsed(sheet, names), *_titled(sheet, taken, names.words)])
    found: list[PersonName] = []
    for start, end in _longest(runs):
        # "Pentagon spokesman John Kirby" may be one name to the parser
        while start < end and (taken[start] or _is_country(sheet, start, end, names)):
            start += 1
        start += end - start > 2 and _begins_with_a_place(sheet, start)
        cut = _trimmed(sheet, start, end, names.words)
        if (
            cut is None
            or any(taken[cut[0] : cut[1]])
            or not STORMS.isdisjoint(sheet.lowers[max(cut[0] - 1, 0) : cut[1]])
        ):
            continue
        name = sheet.slice(*cut)
        if name not in others or name in names.figures:
            found.append(_person(sheet, cut[0], cut[1], names))
    return found


def _begins_with_a_place(sheet: Sheet, start: int) -> bool:
    """Whether a name's first word is the end of a place's: "the governor of East Java Emil Dardak"."""
    side = start > 1 and sheet.words[start - 1] in SIDES
    return side and sheet.lowers[start - 2] in ("of", "in", "from", "for", "the")


def _figures(sheet: Sheet, hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    for hit in hits:
        if isinstance(hit.meaning, Figure):
            yield hit.start, hit.end


def _parsed(sheet: Sheet, names: Names) -> Iterator[tuple[int, int]]:
    """The parser's persons, and its organisations and places that begin with a first name ("Loretta Lynch")."""
    for start, end, label in sheet.entities:
        if end - start == 1 and start and sheet.lowers[start - 1] in ("in", "near", "at"):
            continue  # a town: "in Okinawa"
        if _are_two(sheet, start, end):
            yield start, start + 1
            yield end - 1, end
        elif label == "PERSON" and not (sheet.capitals and sheet.lowers[start] not in names.words.given):
            yield start, _hyphened(sheet, end)
        elif (
            label in ("ORG", "GPE", "WORK_OF_ART")
            and end - start in (2, 3)
            and (sheet.lowers[start] in names.words.given or initials(sheet.words[start]))
            and names.words.not_people.isdisjoint(sheet.lowers[start:end])
        ):
            yield start, end


def _are_two(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a name with a hyphen is two people who meet: "the Biden-Xi call"."""
    after = sheet.lowers[end] if end < len(sheet.words) else ""
    return end - start == 3 and sheet.words[start + 1] in ("-", "\u2013") and after in TOGETHER


def _titled(sheet: Sheet, taken: Sequence[bool], words: Words) -> Iterator[tuple[int, int]]:
    """Runs of capitals behind a title, an honorific or from a first name on: "spokesman John Kirby", "Ms. Takaichi"."""
    given, honorifics, titles = words.given, words.honorifics, words.titles
    for i, low in enumerate(sheet.lowers[:-1]):
        to_come = low in TO_COME and i > 0 and sheet.words[i - 1] in DASHES  # "President-elect Ana Paz"
        if not (low in given or low in honorifics or low in titles or to_come):
            continue
        alone = low in given and sheet.words[i][0].isupper() and not taken[i]
        first = i if alone else i + 1
        shown = low in honorifics or sheet.words[i][0].isupper()
        least = 1 if shown and not alone else 2
        if sheet.lowers[first] in BEHIND:
            first, least = _apposed(sheet, first, words), 2
        end = _run(sheet, first, taken, words)
        set_off = first < len(sheet.words) and sheet.words[first - 1] == ","
        if end - first < least or (set_off and not closed(sheet, i, end)):
            continue
        if sheet.lowers[first] in words.qualifiers or sheet.lowers[first] in titles:
            continue  # "Chief Cabinet Secretary Minoru Kihara": the name is not there yet
        if words.not_people.isdisjoint(sheet.lowers[first:end]) and not _organised(sheet, i, first, words):
            yield first, end


def closed(sheet: Sheet, title: int, end: int) -> bool:
    """Whether a name set off behind a title is over: by a mark, or by its verb where the title is written as part of
    the name, which many papers close with no comma ("Lagos State Governor, Babajide Sanwo-Olu has said")."""
    if end >= len(sheet.words) or sheet.words[end] in CLOSERS:
        return True
    first = title
    while first and sheet.words[first - 1][0].isupper() and sheet.lowers[first - 1] != "the":
        first -= 1
    opens = sheet.passage.doc[first].is_sent_start or (first and sheet.lowers[first - 1] in ("and", "that"))
    goes_on = sheet.lowers[end] == "and" or sheet.passage.doc[end].pos_ in ("VERB", "AUX")
    return bool(opens) and first < title and goes_on


def _apposed(sheet: Sheet, start: int, words: Words) -> int:
    """Where the name begins that stands in apposition to a title ("the governor of Odesa, Oleh Kiper,"), or right
    behind what the title is of: "Minister of Health Tuan Dang", "Governor of Odesa region Oleh Kiper"."""
    last = min(len(sheet.words) - 1, start + 6)
    for i in range(start, last):
        if sheet.words[i] == ",":
            return i + 1
        low = sheet.lowers[i]
        charge = low in REGIONS or (_is_charge(sheet, i, words) and not _is_charge(sheet, i + 1, words))
        if charge and sheet.words[i + 1][0].isupper() and sheet.lowers[i + 1] not in words.titles:
            return i + 1
    return len(sheet.words)


def _organised(sheet: Sheet, title: int, first: int, words: Words) -> bool:
    """Whether the title is inside an organisation's name: "General Motors"; none begins with a person's rank, nor
    goes on with a first name: "Public Defender Peter Gil"."""
    if sheet.lowers[title] in RANKS or (sheet.lowers[first] in words.given and first == title + 1):
        return False
    entity = sheet.entity_at(title)
    return entity is not None and entity[2] == "ORG" and entity[1] > first > title


def _run(sheet: Sheet, start: int, taken: Sequence[bool], words: Words) -> int:
    """The end of the run of capitalised words, initials and name particles that starts at a token."""
    end = start
    while end < len(sheet.words) and end - start < LONGEST and not taken[end]:
        word = sheet.words[end]
        if (word[0].isupper() and (word.isalpha() or _initial(word)) and _proper(sheet, end)) or (
            end > start and sheet.lowers[end] in words.particles and _capital(sheet, end + 1)
        ):
            end += 1
        else:
            break
    return _hyphened(sheet, end) if end > start else end


def _hyphened(sheet: Sheet, end: int) -> int:
    """The end of a name that the parser cut at a hyphen ("Kim Jong" of "Kim Jong-un", "al-Assad")."""
    while end + 1 < len(sheet.words) and sheet.words[end] == "-" and sheet.words[end + 1].isalpha():
        if sheet.starts[end] != sheet.starts[end - 1] + len(sheet.words[end - 1]) or len(sheet.words[end + 1]) > 12:
            break
        if sheet.words[end + 1].islower() and len(sheet.words[end + 1]) > 4:
            break  # "Trump-backed"
        end += 2
    return end


def _proper(sheet: Sheet, i: int) -> bool:
    return sheet.passage.doc[i].pos_ == "PROPN"


def _capital(sheet: Sheet, i: int) -> bool:
    return i < len(sheet.words) and sheet.words[i][:1].isupper()


def initials(word: str) -> bool:
    """Whether a word is initials only: "J.", "H.D."."""
    return word.endswith(".") and all(len(letter) == 1 for letter in word[:-1].split("."))


def _initial(word: str) -> bool:
    return len(word) <= 3 and word.endswith(".") and word[0].isalpha()


def _longest(runs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Of runs that overlap, sorted by start: one that covers them all (the finders stop at different words)."""
    current: tuple[int, int] | None = None
    for start, end in runs:
        if current is not None and start < current[1]:
            current = (current[0], max(current[1], end))
            continue
        if current is not None:
            yield current
        current = (start, end)
    if current is not None:
        yield current


def _trimmed(sheet: Sheet, start: int, end: int, words: Words) -> tuple[int, int] | None:
    """The name without titles, articles and "'s"; None where nothing is left that looks like a name."""
    while start < end and _before_name(sheet, start, end, words):
        start += 1
    while end > start and (sheet.words[end - 1] in POSSESSIVE or not sheet.words[end - 1][-1].isalnum()):
        if _initial(sheet.words[end - 1]) or sheet.words[end - 1] in ("Jr.", "Sr."):
            break
        end -= 1
    if end == start or end - start > LONGEST + 2 or not _looks_named(sheet, start, end, words):
        return None
    return start, end


def _before_name(sheet: Sheet, start: int, end: int, words: Words) -> bool:
    low = sheet.lowers[start]
    if end - start > 2 and _is_charge(sheet, start, words):
        return True
    if end - start > 2 and low in words.qualifiers and sheet.lowers[start + 1] in words.titles:
        return True  # "Medical Examiner Ana Rosen"
    if not sheet.words[start][0].isalpha() or low in ("the", "a", "an") or _leads_in(sheet, start, end):
        return True
    if sheet.words[start][0].islower() and low not in words.particles:
        return True
    return end - start > 1 and (low in words.honorifics or low in words.titles) and low not in words.given


def _leads_in(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a first word is none of the name: a credit in capitals before it ("REUTERS Paz spoke"), the verb of
    'Said Paz: "..."'."""
    if end - start < 2 or sheet.capitals:
        return False
    word = sheet.words[start]
    credit = word.isupper() and len(word) > INITIALS and not sheet.words[start + 1].isupper()
    told = sheet.lowers[start] in ("said", "says") and sheet.words[end : end + 1] == [":"]
    return credit or (told and bool(sheet.passage.doc[start].is_sent_start))


def _is_country(sheet: Sheet, start: int, end: int, names: Names) -> bool:
    """Whether a whole name only follows a country that the parser takes into it: "the foreign ministers of Russia and
    Armenia Sergei Lavrov and ..."; not "Jordan B. Peterson"."""
    alone = end - start > 2 and sheet.lowers[start] not in names.words.given
    return alone and names.countries.by_name(sheet.words[start]) is not None


def _is_charge(sheet: Sheet, i: int, words: Words) -> bool:
    """Whether a word is what an office is of, the name still to come: "Minister of Health Tuan Dang"."""
    while i > 1 and sheet.lowers[i] in words.qualifiers | CHARGES and sheet.words[i][0].isupper():
        i -= 1
        if sheet.lowers[i] in ("of", "the"):
            of = i if sheet.lowers[i] == "of" else i - 1
            return of > 0 and sheet.lowers[of] == "of" and sheet.lowers[of - 1] in words.titles
    return False


def _looks_named(sheet: Sheet, start: int, end: int, words: Words) -> bool:
    first = sheet.words[start]
    if not any(word[0].isupper() for word in sheet.words[start:end]) or any(c.isdigit() for c in first):
        return False
    lowers = sheet.lowers[start:end]
    if any(word in words.not_people for word in lowers):
        return False
    return end - start > 1 or not (lowers[0] in words.titles or lowers[0] in words.bodies)


def _person(sheet: Sheet, start: int, end: int, names: Names) -> PersonName:
    title = sheet.lowers[start - 1] if start else ""
    gender = names.words.honorifics.get(title) or names.words.genders.get(title)
    words = tuple(sheet.slice(start, end).split())  # "Jong-un" is one word, whatever the tokens
    return PersonName(start, end, words, gender or None, names.figures.get(sheet.slice(start, end)))
