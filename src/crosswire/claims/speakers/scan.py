"""One look over a passage's tokens for known names: bodies, countries, public figures, and bodies that get their
country here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.claims.speakers.longer import goes_on, is_model
from crosswire.claims.speakers.names import Body, CountryForm, Figure, Generic, Meaning, Names, Row
from crosswire.claims.speakers.sheet import POSSESSIVE, Sheet
from crosswire.claims.speakers.towns import is_town
from crosswire.claims.speakers.words import Words
from crosswire.model.calendar import WEEKDAYS

NOT_COUNTRIES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT", "LAW", "EVENT", "LOC"})
OF = frozenset({"Sea", "Gulf", "Bay", "Strait", "Straits", "Coast", "Isle", "University", "Bank"})  # "the Sea of Japan"
CONTINENT = frozenset(
    {"Central", "South", "Latin", "North", "Native", "Pan"}
)  # "a Central American country" is not the U.S.
EDITIONS = frozenset(("CNN", "BBC", "Bloomberg", "Vice", "Forbes", "Fox", "Sky"))  # "CNN Philippines" is no Philippines
STORMS = frozenset(("cyclone", "hurricane", "typhoon", "storm"))  # "Cyclone Winston: Toll climbs": told by nobody
DAYS = frozenset({*(day.lower() for day in WEEKDAYS), "yesterday", "today"})
PARTS = frozenset({"provincial", "regional", "city", "county", "municipal", "district", "town", "village"})
COURTESY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "lady", "dr", "dr."})
PARTLY = frozenset({"city", "county", "district", "municipality", "province", "region", "suburb", "town", "village"})
CITY = frozenset({"City", "County", "State", "Metropolitan", "Township", "Borough", "Transit", "University"})


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens [start, end) of a passage that are a known name."""

    start: int
    end: int
    meaning: Meaning


def scan(sheet: Sheet, names: Names) -> list[Hit]:
    """All known names of a passage, the longest where two overlap, with generic bodies joined to their countries."""
    hits: list[Hit] = []
    index, free = names.index, 0
    for i, word in enumerate(sheet.lowers):
        rows = index.get(word)
        if rows is not None and i >= free:
            hit = _longest(sheet, i, rows)
            if hit is not None:
                hits.append(hit)
                free = hit.end
    joined = _joined(sheet, [hit for hit in hits if not _as_town(sheet, hit, names)], names)
    named = [hit for hit in joined if not _part_of_a_name(sheet, hit, names) and not is_model(sheet.words, hit.end)]
    return [hit for hit in named if not _is_a_persons(sheet, hit, names.words)]


def _is_a_persons(sheet: Sheet, hit: Hit, words: Words) -> bool:
    """Whether a single word that is a medium's or a firm's name is somebody's here: "Mr. Bloomberg", "Hugo Boss"."""
    body = isinstance(hit.meaning, Body) and hit.meaning.kind in ("outlet", "agency", "organisation")
    if not body or hit.end - hit.start > 1 or not hit.start or not sheet.words[hit.start - 1][:1].isupper():
        return False
    before = sheet.lowers[hit.start - 1]
    return before in words.given or (before in COURTESY and before in words.honorifics)


def _as_town(sheet: Sheet, hit: Hit, names: Names) -> bool:
    """Whether a capital is told as the town: "Ottawa police"."""
    capital = isinstance(hit.meaning, CountryForm) and hit.meaning.how == "capital"
    return capital and is_town(sheet, hit.start, hit.end, names.words)


def _longest(sheet: Sheet, i: int, rows: Sequence[Row]) -> Hit | None:
    """The longest form that stands at token i and ends where a token ends."""
    start = sheet.starts[i]
    for form, match, meaning in rows:
        end = start + len(form)
        found = sheet.text[start:end]
        if found != form and (match != "folded" or found.lower() != form):
            continue
        if match == "article" and (i == 0 or sheet.lowers[i - 1] != "the"):
            continue
        if not sheet.text[end : end + 1].isalnum() and not goes_on(sheet.text, form, end):
            return Hit(i, bisect_left(sheet.starts, end), meaning)
    return None


def _joined(sheet: Sheet, hits: Sequence[Hit], names: Names) -> list[Hit]:
    """Generic bodies made one hit with the country before ("Japan's navy") or behind them ("the army of Chad")."""
    out: list[Hit] = []
    used = -1
    for k, hit in enumerate(hits):
        if k == used or _describes(sheet, hit, names):
            continue
        if isinstance(hit.meaning, Generic) and _of_some_part(sheet, hit):
            continue
        if isinstance(hit.meaning, Generic) and _of_a_part(sheet, hit):
            named = _of_a_place(sheet, Hit(hit.start - 1, hit.end, hit.meaning), hit.meaning, names)
            if isinstance(named.meaning, Body):
                out.append(named)
            continue
        if isinstance(hit.meaning, Generic):
            owner = out[-1] if out and _adjoins(sheet, out[-1].end, hit.start) else None
            before = _owned(hit, hit.meaning, owner, names)
            if before is not None and owner is not None:
                out[-1] = before
                continue
            behind = hits[k + 1] if k + 1 < len(hits) else None
            hit, joint = _placed(sheet, hit, behind, names)
            used = k + 1 if joint else -1
            if owner is not None and isinstance(hit.meaning, Generic):
                continue  # "the Workers' Party congress" is no nation's congress
        out.append(hit)
    return out


def _of_a_part(sheet: Sheet, hit: Hit) -> bool:
    """Whether a government is that of a part of a country: "the Puno state government", "the city administration"."""
    if not isinstance(hit.meaning, Generic) or hit.meaning.acts != "country" or not hit.start:
        return False
    before = sheet.lowers[hit.start - 1]
    state = before == "state" and sheet.lowers[hit.start] in ("government", "administration")
    return before in PARTS or state


def _of_some_part(sheet: Sheet, hit: Hit) -> bool:
    """Whether a body is that of a part of a country that is not named: "the province's police watchdog"."""
    return hit.start > 1 and sheet.lowers[hit.start - 1] in POSSESSIVE and sheet.lowers[hit.start - 2] in PARTLY


def _describes(sheet: Sheet, hit: Hit, names: Names) -> bool:
    """Whether a generic body only describes what follows: "military capabilities", but not "military officials"."""
    if not isinstance(hit.meaning, Generic) or hit.end >= len(sheet.words):
        return False
    token = sheet.passage.doc[hit.end - 1]
    if token.pos_ == "ADJ" and token.dep_ == "conj":
        return True  # "political and military achievements"
    if token.dep_ not in ("amod", "compound", "nmod") or token.head.i < hit.end:
        return False
    words, low = names.words, sheet.lowers[token.head.i]
    if low in words.offices:
        return True  # "the chief cabinet secretary"
    if low in words.spokes and any(c.lower_ == "for" for c in token.head.children):
        return True  # "a military spokesman for the group"
    named = low in words.people or low in words.spokes or low in words.titles or low in words.utterances
    return not named and token.head.pos_ != "PROPN"


def _owned(hit: Hit, generic: Generic, owner: Hit | None, names: Names) -> Hit | None:
    """A generic body with the owner before it: a country, a movement ("Houthi military"), a leader ("Trump
    administration")."""
    if owner is None:
        return None
    meaning = owner.meaning
    if isinstance(meaning, CountryForm):
        return Hit(owner.start, hit.end, names.of_country(meaning.country, generic))
    if isinstance(meaning, Body) and meaning.kind == "organisation":
        return Hit(owner.start, hit.end, meaning)
    if isinstance(meaning, Figure) and generic.acts == "country":
        country = names.countries.by_code(meaning.country or "")
        return None if country is None else Hit(owner.start, hit.end, names.government(country))
    return None


def _placed(sheet: Sheet, hit: Hit, behind: Hit | None, names: Names) -> tuple[Hit, bool]:
    """A generic body with the country or the city named behind or before it; and whether that hit is used up."""
    generic = hit.meaning
    if not isinstance(generic, Generic):
        return hit, False
    link = _link(sheet, hit.end, names)
    if behind is not None and isinstance(behind.meaning, CountryForm) and _leads(sheet, link, behind):
        joint = link == hit.end and sheet.lowers[link] == "of"
        body = names.of_country(behind.meaning.country, generic)
        return Hit(hit.start, behind.end if joint else hit.end, body), joint
    town = _run(sheet, link + 1, names) if link >= 0 and sheet.lowers[link] == "in" else 0
    if town > link + 1 and (behind is None or behind.start >= town):
        name = f"{sheet.slice(link + 1, town)} {sheet.slice(hit.start, hit.end).lower()}"
        return Hit(hit.start, hit.end, Body(name, "official", None, generic.acts)), False
    return _of_a_place(sheet, hit, generic, names), False


def _link(sheet: Sheet, end: int, names: Names) -> int:
    """The token of the "of" or "in" that leads from a body to its place, its people between them; -1 if there is none:
    "the army of Chad", "military officials in Seoul"."""
    words = names.words
    if end < len(sheet.words) and (sheet.lowers[end] in words.people or sheet.lowers[end] in words.spokes):
        end += 1
    return end if end < len(sheet.words) and sheet.lowers[end] in ("of", "in") else -1


def _leads(sheet: Sheet, link: int, country: Hit) -> bool:
    """Whether a country's name stands right behind the link, or behind an article."""
    if link < 0 or not isinstance(country.meaning, CountryForm) or country.meaning.how == "demonym":
        return False
    return country.start == link + 1 or (country.start == link + 2 and sheet.lowers[link + 1] == "the")


def _run(sheet: Sheet, start: int, names: Names) -> int:
    """The end of the run of at most three capitalised names that starts at a token."""
    end = start
    while end < len(sheet.words) and end - start < 3 and _is_name(sheet, end, names):
        end += 1
    return end


def _adjoins(sheet: Sheet, end: int, start: int) -> bool:
    """Whether only "'s" and at most two adjectives stand between an owner and what it owns."""
    between = sheet.words[end:start]
    if not between:
        return True
    rest = between[1:] if between[0] in POSSESSIVE else between
    return len(rest) <= 2 and all(
        word.isalpha() and word.islower() and sheet.passage.doc[start - len(rest) + k].pos_ in ("ADJ", "NOUN")
        for k, word in enumerate(rest)
    )


def _of_a_place(sheet: Sheet, hit: Hit, generic: Generic, names: Names) -> Hit:
    """A body of a city or province keeps its whole name: "Istanbul police", "California Supreme Court"."""
    start = hit.start
    if start > 1 and sheet.words[start - 1] in CITY and _is_name(sheet, start - 2, names):
        start -= 1  # "Kansas City police"
    while start > 0 and hit.start - start < 3 and _is_name(sheet, start - 1, names):
        start -= 1
    if start == hit.start and start > 1 and sheet.words[start - 1] in POSSESSIVE and _is_name(sheet, start - 2, names):
        start -= 2
    if start == hit.start:
        return hit
    return Hit(start, hit.end, Body(sheet.slice(start, hit.end), "official", None, generic.acts))


def _is_name(sheet: Sheet, i: int, names: Names) -> bool:
    word, low = sheet.words[i], sheet.lowers[i]
    if low in names.words.titles or low in names.words.qualifiers or low in DAYS:
        return False  # "the Chief Cabinet Secretary", "on Tuesday police said"
    return word[:1].isupper() and word.isalpha() and sheet.passage.doc[i].pos_ == "PROPN"


def _part_of_a_name(sheet: Sheet, hit: Hit, names: Names) -> bool:
    """Whether a country's name is only part of another name: "Paris Hilton", "Georgia Tech", "U.S.-backed"."""
    meaning = hit.meaning
    if not isinstance(meaning, CountryForm):
        return False
    after = sheet.words[hit.end] if hit.end < len(sheet.words) else ""
    if after == "-":
        behind = sheet.words[hit.end + 1] if hit.end + 1 < len(sheet.words) else ""
        return behind[:1].islower()
    if after in POSSESSIVE:
        return False
    form = sheet.slice(hit.start, hit.end)
    doubtful = form in names.words.doubtful and names.words.doubtful[form].isdisjoint(sheet.words)
    sea = hit.start > 1 and sheet.words[hit.start - 1] == "of" and sheet.words[hit.start - 2] in OF
    new = hit.start > 0 and sheet.words[hit.start - 1] == "New"  # "New Mexico"
    edition = meaning.how == "name" and _is_edition(sheet, hit)
    continent = hit.start > 0 and form.startswith("America") and sheet.words[hit.start - 1] in CONTINENT
    if doubtful or sea or new or edition or continent or (meaning.how != "demonym" and _compounded(sheet, hit, names)):
        return True
    entity = sheet.entity_at(hit.start)
    return entity is not None and entity[2] in NOT_COUNTRIES and _wider(sheet, entity, hit, meaning)


def _is_edition(sheet: Sheet, hit: Hit) -> bool:
    """Whether a country's name ends that of a firm or a paper, whose branch there it is: "CNN Philippines", "Halden
    UK"."""
    if not hit.start or sheet.capitals:
        return False
    token, before = sheet.passage.doc[hit.start - 1], sheet.entity_at(hit.start - 1)
    joined = token.pos_ == "PROPN" and token.dep_ == "compound" and token.head.i == hit.end - 1
    return sheet.words[token.i] in EDITIONS or (joined and (before is None or before[2] in ("ORG", "FAC", "PRODUCT")))


def _compounded(sheet: Sheet, hit: Hit, names: Names) -> bool:
    """Whether a name follows that the country's is the first part of, and no title: "Paris Hilton", "Moscow Times"."""
    head = sheet.passage.doc[hit.end - 1].head
    if head.i != hit.end or sheet.passage.doc[hit.end - 1].dep_ != "compound" or sheet.capitals:
        return False
    return head.pos_ == "PROPN" and _is_name(sheet, hit.end, names) and sheet.words[hit.end] not in names.words.titles


def _wider(sheet: Sheet, entity: tuple[int, int, str], hit: Hit, country: CountryForm) -> bool:
    """Whether the parser's name goes on past the country's with a capital: "Paris Hilton", not "the Japan talks"."""
    start, end, _ = entity
    after = sheet.words[hit.end] if hit.end < end else ""
    before = sheet.words[hit.start - 1] if start < hit.start else ""
    if country.how == "demonym":
        return after[:1].isupper()
    return after[:1].isupper() or (before[:1].isupper() and before != "The")
