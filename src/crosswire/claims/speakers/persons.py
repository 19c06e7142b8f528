"""Which mentions are one person: full names first, then "Takaichi", "Ms. Takaichi" and "Kim" given to the full name
they shorten.

Family names stand last in the West and first in much of East Asia, so a short name may be either end of the full one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

from crosswire.claims.speakers.names import Body, Figure
from crosswire.claims.speakers.people import PersonName, initials
from crosswire.claims.speakers.private import private_of
from crosswire.claims.speakers.roles import Office, office_of
from crosswire.claims.speakers.scan import Hit
from crosswire.claims.speakers.sheet import Sheet
from crosswire.claims.speakers.words import Words

PRONOUNS = {"he": "m", "she": "f"}
FAMILY = 2  # how well a family name stands for the whole
NAMESAKES = 50  # people of one family name that are told apart
MentionOf = tuple[int, PersonName, int]  # passage, where, index of the person
Place = tuple[int, int]  # passage, token


@dataclass(frozen=True, slots=True)
class Person:
    """A named person as a report presents them."""

    name: str
    role: str | None
    country: str | None
    gender: str | None


@dataclass(slots=True)
class _Draft:
    """A person while the report is being read."""

    name: str
    first: str
    figure: Figure | None
    gender: str | None = None
    office: Office | None = None
    private: str | None = None
    country: str | None = None
    last_seen: int = -1
    full: int = 0  # how often the whole name is told,
    first_at: Place = (0, 0)  # where for the first time,
    called: bool = False  # and whether the family name alone has meant this one


@dataclass(slots=True)
class _People:
    """All persons of one report while it is being read; `ends` leads from a word to who may be meant by it, and how
    well."""

    drafts: list[_Draft] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    ends: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    alone: Counter[str] = field(default_factory=Counter)  # how often a capitalised word has no other behind it

    def add(self, key: str, draft: _Draft, ends: Sequence[tuple[str, int]]) -> int:
        """The index of the person under a key, new if need be."""
        if key not in self.keys:
            self.keys[key] = len(self.drafts)
            self.drafts.append(draft)
        index = self.keys[key]
        for word, strength in ends:
            row = self.ends.setdefault(word, [])
            if len(row) < NAMESAKES and (index, strength) not in row:
                row.append((index, strength))
        return index

    def shortened(self, word: str, gender: str | None, at: Place, likely: str | None = None) -> int | None:
        """Whom a single name means: the family name before the given one; of two of a family not the one whom the
        report calls by the first name ("Nash" is no more Tim, once he is "Tim"), nor one who is only named later; then
        the one whom it has meant so far, as a wife or a brother brought in beside him keeps the whole name; then the
        one last seen."""
        rows = [
            (strength, *self._fit(self.drafts[index], word, strength, at, likely), self.drafts[index].last_seen, -index)
            for index, strength in self.ends.get(word, ())
            if gender is None or self.drafts[index].gender in (None, gender)
        ]
        return -max(rows)[-1] if rows else None

    def hand_on(self, word: str) -> None:
        """Let a family name mean whoever was seen last, once another of the family speaks."""
        for index, _ in self.ends.get(word, ()):
            self.drafts[index].called = False

    def _fit(
        self, draft: _Draft, word: str, strength: int, at: Place, likely: str | None
    ) -> tuple[bool, bool, bool, bool]:
        """Whether somebody is of the likely gender, not called by the first name, named before, and meant so far;
        where family names come first, so many people share them that nearness tells more."""
        familiar = strength == FAMILY and self.alone[draft.first] > max(1, draft.full)
        known = draft.first_at <= at
        return (
            likely is None or draft.gender in (None, likely),
            not familiar,
            known,
            draft.called and word != draft.first,
        )


def gather(
    sheets: Sequence[Sheet],
    hits: Sequence[Sequence[Hit]],
    found: Sequence[Sequence[PersonName]],
    words: Words,
) -> tuple[list[Person], list[MentionOf]]:
    """All persons of a report and every place where one is named, in order."""
    people = _People()
    whole = {name.words for names in found for name in names if _is_full(name, words)}
    found = [[_bare(sheet, name, whole, words) for name in names] for sheet, names in zip(sheets, found, strict=True)]
    pairs = (pair for sheet in sheets for pair in pairwise((*sheet.words, "")))
    people.alone.update(word for word, behind in pairs if word[:1].isupper() and not behind[:1].isupper())
    for passage, sheet in enumerate(sheets):
        for name in found[passage]:
            if _is_full(name, words):
                draft = people.drafts[_add_full(people, sheet, name, words)]
                draft.first_at = draft.first_at if draft.full else (passage, name.start)
                draft.full += 1
    mentions: list[MentionOf] = []
    for passage, sheet in enumerate(sheets):
        by_start = {hit.start: hit for hit in hits[passage]}
        for name in _with_family_names(sheet, hits[passage], found[passage], people):
            index = _who(people, sheet, name, (passage, name.start), words)
            draft = people.drafts[index]
            if len(name.words) > 1 and _speaks(sheet, name, words):
                people.hand_on(name.words[-1])
            draft.called = draft.called or len(name.words) == 1
            _seen(draft, len(mentions), name, office_of(sheet, name, by_start, words))
            draft.private = draft.private or private_of(sheet, name, words)
            mentions.append((passage, name, index))
    return [_person(draft, words) for draft in people.drafts], mentions


def _bare(sheet: Sheet, name: PersonName, whole: Set[tuple[str, ...]], words: Words) -> PersonName:
    """The name without the capitalised adjective that begins its sentence, where the report has it without: "Embattled
    Ana Paz" beside "Ana Paz"."""
    opens = len(name.words) > FAMILY and sheet.passage.doc[name.start].is_sent_start
    if opens and name.words[1:] in whole and name.words[0].lower() not in words.given:
        return replace(name, start=name.start + 1, words=name.words[1:])
    return name


def _is_full(name: PersonName, words: Words) -> bool:
    """Whether a name has a given and a family part; "von der Leyen" has not, nor has a figure's single name."""
    if name.figure is not None and len(name.words) > 1:
        return True
    real = [word for word in name.words if word[0].isalpha() and not initials(word)]
    return len(real) > 1 and name.words[0].lower() not in words.particles


def _add_full(people: _People, sheet: Sheet, name: PersonName, words: Words) -> int:
    real = [word for word in name.words if word[0].isalpha() and not initials(word)] or [*name.words]
    if name.figure is not None:
        draft = _Draft(name.figure.name, real[0], name.figure, name.figure.gender, country=name.figure.country)
        return people.add(name.figure.name, draft, _ends(real, words))
    key = f"{real[0]} {real[-1]}".lower()
    return people.add(key, _Draft(sheet.slice(name.start, name.end), real[0], None), _ends(real, words))


def _ends(real: Sequence[str], words: Words) -> list[tuple[str, int]]:
    """The words that may stand for the whole name, with how well: family name 2, given name 1."""
    family_first = real[0].lower() in words.family_first and real[-1].lower() not in words.given
    first, last = (2, 1) if family_first else (1, 2)
    tail = [word for word in real[1:] if word not in ("Jr", "Jr.", "Sr", "Sr.", "III", "II")] or [real[-1]]
    prefix, _, bare = tail[-1].rpartition("-")  # "Assad" is "al-Assad", but "On" is not "Bar-On"
    family = [tail[-1], bare] if prefix.lower() in words.particles else [tail[-1]]
    return [(real[0], first), *((word, last) for word in family if len(word) > 2 or word.lower() in words.family_first)]


def _with_family_names(
    sheet: Sheet, hits: Sequence[Hit], found: Sequence[PersonName], people: _People
) -> Iterator[PersonName]:
    """The names found, and between them the single family names that only the full name elsewhere gives away."""
    taken = {i for hit in hits if not _is_somebody(sheet, hit, people) for i in range(hit.start, hit.end)}
    taken |= {i for name in found for i in range(name.start, name.end)}
    extra = [
        PersonName(i, i + 1, (word,), None)
        for i, word in enumerate(sheet.words)
        if (word in people.ends or (word.isupper() and _lowered(word) in people.ends))
        and i not in taken
        and _free(sheet, i, people.ends.get(word) or people.ends[_lowered(word)])
    ]
    yield from sorted((*found, *extra), key=lambda name: name.start)


def _is_somebody(sheet: Sheet, hit: Hit, people: _People) -> bool:
    """Whether a medium's one-word name is that of a person here whose full name the report has; not where somebody
    tells it something, or it reports: "told Bloomberg", "Bloomberg reported"."""
    medium = isinstance(hit.meaning, Body) and hit.meaning.kind in ("outlet", "agency") and hit.end - hit.start == 1
    strongest = max((strength for _, strength in people.ends.get(sheet.words[hit.start], ())), default=0)
    if not medium or strongest < FAMILY:
        return False
    before = sheet.lowers[hit.start - 1] if hit.start else ""
    behind = sheet.passage.doc[hit.end].lemma_.lower() if hit.end < len(sheet.words) else ""
    return before not in ("told", "to", "the", "via", "with") and behind not in ("report", "news", ")")


def _lowered(word: str) -> str:
    """ "TRUMP" as "Trump": transcripts and headlines shout."""
    return word.title() if len(word) > 2 and word.isupper() else ""


def _free(sheet: Sheet, i: int, rows: Sequence[tuple[int, int]]) -> bool:
    """Whether a family name stands by itself, not in an organisation's name ("Trump Organization")."""
    if max(strength for _, strength in rows) < 2:
        return False
    entity = sheet.entity_at(i)
    return (
        entity is None or entity[1] - entity[0] == 1 or entity[2] not in ("ORG", "FAC", "WORK_OF_ART", "LAW", "EVENT")
    )


def _who(people: _People, sheet: Sheet, name: PersonName, at: Place, words: Words) -> int:
    """The person of a mention: by the full name, by what it shortens, by public knowledge, else a new one."""
    if _is_full(name, words):
        return _add_full(people, sheet, name, words)
    known = people.shortened(name.words[-1], name.gender, at, gender_behind(sheet, name.end, words))
    if known is None and name.words[-1].isupper():
        known = people.shortened(_lowered(name.words[-1]), name.gender, at)
    if known is not None and not (name.figure is not None and people.drafts[known].first_at > at):
        return known  # "Trump", before another of the family is named, is the one whom everybody knows
    if name.figure is not None:
        return people.add(
            name.figure.name,
            _Draft(name.figure.name, "", name.figure, name.figure.gender, country=name.figure.country),
            [(name.words[-1], 2)],
        )
    text = sheet.slice(name.start, name.end)
    return people.add(text.lower(), _Draft(text, name.words[0], None), [(name.words[-1], 2)])


def _speaks(sheet: Sheet, name: PersonName, words: Words) -> bool:
    """Whether a name is the subject of a verb of saying."""
    last = sheet.passage.doc[name.end - 1]
    return last.dep_ == "nsubj" and last.head.lemma_.lower() in words.speech


def _seen(draft: _Draft, position: int, name: PersonName, office: Office | None) -> None:
    draft.last_seen = position
    draft.gender = draft.gender or name.gender
    draft.office = draft.office or office
    if office is not None:
        draft.country = draft.country or office.country


def gender_behind(sheet: Sheet, end: int, words: Words) -> str | None:
    """Whether a name is a man's or a woman's, as who says something of themselves: "Nash has said he understood"."""
    said = next((i for i in range(end, min(end + 3, len(sheet.words))) if _says(sheet, i, words)), None)
    if said is None or any(sheet.passage.doc[i].pos_ not in ("AUX", "ADV") for i in range(end, said)):
        return None
    behind = sheet.lowers[said + 1 : said + 3]
    return next((PRONOUNS[low] for low in behind[: 1 + (behind[:1] == ["that"])] if low in PRONOUNS), None)


def _says(sheet: Sheet, i: int, words: Words) -> bool:
    token = sheet.passage.doc[i]
    return token.pos_ == "VERB" and token.lemma_.lower() in words.speech


def _person(draft: _Draft, words: Words) -> Person:
    gender = draft.gender or words.given.get(draft.first.lower()) or _by_role(draft.office, words.genders)
    return Person(draft.name, draft.office.role if draft.office else draft.private, draft.country, gender)


def _by_role(office: Office | None, genders: Mapping[str, str]) -> str | None:
    if office is None:
        return None
    return next((genders[word] for word in office.role.lower().split() if word in genders), None)
