"""The attributions of one passage: each cue's reading on the parse, widened by the quotations around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crosswire.claims.attribution.beside import (
    EMPTY,
    nearby_source,
    object_behind,
    sentence_source,
    source_right_before,
)
from crosswire.claims.attribution.cues import Cue, CueTable
from crosswire.claims.attribution.drafts import (
    Draft,
    Piece,
    piece,
    source_piece,
    whole,
    widened,
    with_colon,
)
from crosswire.claims.attribution.nouns import adjective_readings, noun_readings
from crosswire.claims.attribution.phrases import OPENERS, phrases
from crosswire.claims.attribution.quoted import beside
from crosswire.claims.attribution.quotes import Quotation, holding, neighbours
from crosswire.claims.attribution.reading import Reading
from crosswire.claims.attribution.sources import source_of
from crosswire.claims.attribution.spans import (
    FINITE,
    Range,
    chained,
    is_passive,
    verb_group,
    with_joined,
    without_aside,
)
from crosswire.claims.attribution.tree import SUBJECTS, Tree
from crosswire.claims.attribution.unsaid import is_negated, is_spoken, sends_away
from crosswire.claims.attribution.verbs import lemma_of, readings

TOLD = frozenset({"that", "clause", "question"})
OBJECTIVE = frozenset({"object_infinitive", "of"})  # whom it is done to follows the verb: "accused Ann Lee of"
NEAR = 8
NO_PATTERNS: frozenset[str] = frozenset()
NEXT = 25  # words between a quotation and the cue behind it
LONGEST = 500


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What the rules look at in one passage: the report's text, the parse, the quotations in it, and the lexicon."""

    text: str
    tree: Tree
    quotes: Sequence[Quotation]
    cues: CueTable

    def quoted(self, offset: int) -> Quotation | None:
        """The quotation that holds this character of the report."""
        return holding(self.quotes, offset)


def drafts_of(scene: Scene) -> list[Draft]:
    """All attributions of a passage, in the order of their cue words; a cue inside a longer cue is dropped."""
    drafts = [*_words(scene), *_phrases(scene)]
    drafts.sort(key=lambda d: d.word)
    return [d for d, held in zip(drafts, _held(drafts), strict=True) if not held]


def _held(drafts: Sequence[Draft]) -> Iterable[bool]:
    """Which drafts' cues lie inside a longer cue: "refused" in "refused to say". A cue is a few words long, so only
    neighbours are looked at."""
    for k, draft in enumerate(drafts):
        near = drafts[max(0, k - NEAR) : k + NEAR]
        yield draft.cue is not None and any(_holds(other.cue, draft.cue) for other in near if other.cue)


def uncued(scene: Scene, q: Quotation) -> list[Draft]:
    """A quotation with no cue anywhere belongs to the subject of the sentence before it: 'The chairman was blunt.
    "..."'."""
    tree = scene.tree
    k = tree.token_at(q.start) - 1
    if k < 0 or q.words < 3:
        return []
    subjects = [
        i
        for i in range(tree.first[k], k)
        if tree.dep[i] == "nsubj" and tree.pos[i] in {"PROPN", "PRON", "NOUN"} and scene.quoted(tree.start[i]) is None
    ]
    of_the_sentence = (i for i in subjects if tree.dep[tree.head[i]] == "ROOT")
    if (i := next(of_the_sentence, subjects[0] if subjects else None)) is None:
        return []
    return [Draft(i, "alone", None, source_piece(tree, i, (k, k)), i, ((q.start, q.end),), "say")]


def _words(scene: Scene) -> Iterable[Draft]:
    tree, cues = scene.tree, scene.cues
    for i, pos in enumerate(tree.pos):
        if pos == "VERB":
            yield from _verb(scene, i)
        elif pos == "NOUN" and (noun := cues.nouns.get(tree.lemma[i])) and not _said_in(scene, i):
            yield from _first(scene, noun, noun_readings(tree, i, cues.lists["light"], cues.lists["agents"]))
        elif pos == "ADJ" and (adjective := cues.adjectives.get(tree.lemma[i])):
            yield from _first(scene, adjective, adjective_readings(tree, i, cues.lists["documents"]))


def _said_in(scene: Scene, i: int) -> bool:
    """Whether noun i is what something was said in ("said in a statement that") or without ("claimed without evidence
    that"), so that the verb is the cue."""
    tree = scene.tree
    above = tree.head[i]
    document = tree.lower[above] == "in" and tree.lemma[i] in scene.cues.lists["documents"]
    if tree.dep[i] != "pobj" or not (document or tree.lower[above] == "without"):
        return False
    verb = scene.cues.verbs.get(tree.lemma[tree.head[above]])
    return verb is not None and {"that", "quote"} <= verb.takes and tree.tag[tree.head[above]] in {*FINITE, "VBG"}


def _verb(scene: Scene, i: int) -> Iterable[Draft]:
    tree, lists = scene.tree, scene.cues.lists
    cue = scene.cues.verbs.get(lemma_of(tree, i))
    if cue is None:
        return
    reading = next((r for r in readings(tree, i) if r.pattern in cue.takes and not _says_below(scene, i, r)), None)
    quoted: tuple[Piece, ...] = ()
    naming = "complement" in cue.takes and is_passive(tree, i)
    if scene.quotes and "quote" in cue.takes and not naming and scene.quoted(tree.start[i]) is None:
        quoted = beside(scene.text, tree, i, scene.quotes)
    if (reading is None and not quoted) or sends_away(tree, lists, i, reading):
        return
    reading = reading or Reading(i, "quote", verb_group(tree, i), ())
    chain = chained(tree, i, reading.cue, lists["catenative"], lists["documents"])
    yield _draft(scene, cue, replace(reading, cue=chain), quoted)


def _says_below(scene: Scene, i: int, reading: Reading) -> bool:
    """Whether the verb only softens what is said below it: "appeared to suggest that", "is expected to argue that",
    where somebody does say it."""
    if reading.pattern not in {"raising", "passive_infinitive"}:
        return False
    tree, below = scene.tree, scene.tree.kid(i, "xcomp")
    verb = None if below is None else scene.cues.verbs.get(tree.lemma[below])
    if below is None or verb is None or (reading.pattern == "passive_infinitive" and tree.lemma[i] != "expect"):
        return False
    return "that" in verb.takes and tree.kid(below, "ccomp") is not None


def _first(scene: Scene, cue: Cue, found: Iterable[Reading]) -> Iterable[Draft]:
    reading = next((r for r in found if r.pattern in cue.takes), None)
    if reading is not None:
        yield _draft(scene, cue, reading)


def _phrases(scene: Scene) -> Iterable[Draft]:
    tree = scene.tree
    for i, word in enumerate(tree.lower):
        if word not in OPENERS:
            continue
        for reading in phrases(tree, i):
            cue: Cue | None = Cue(word, NO_PATTERNS)
            if reading.pattern == "as_clause":
                cue = scene.cues.verbs.get(tree.lemma[reading.word])
            if cue is not None and (reading.pattern != "as_clause" or "quote" in cue.takes):
                yield _draft(scene, cue, reading)


def _draft(scene: Scene, cue: Cue, reading: Reading, quoted: tuple[Piece, ...] = ()) -> Draft:
    text, tree, i = scene.text, scene.tree, reading.word
    acts = scene.cues.lists["acts"]
    head = _source(scene, reading)
    if head is None and scene.quotes and reading.pattern == "inverted":
        head, reading = _behind_quote(scene, reading)
    # "5 died in the crash, which happened near Kampala, police said": before its cue an aside is the speaker's
    told = whole(tree, i, reading.cue, reading.content) if reading.pattern in TOLD else reading.content
    parts = _cut(told)
    content = [without_aside(tree, r, acts) if r[0] > reading.cue[0] else r for r in parts]
    if reading.pattern in TOLD and content and content[-1][0] > reading.cue[1]:
        content[-1] = with_joined(tree, content[-1], reading.cue, frozenset(scene.cues.verbs))
    draft = Draft(
        word=i,
        pattern=reading.pattern,
        cue=with_colon(text, piece(tree, reading.cue)),
        source=source_piece(tree, head, reading.cue, reading.until),
        head=head,
        content=(*(piece(tree, r) for r in content), *quoted),
        lemma=cue.lemma,
        stance=cue.stance,
        negated=is_negated(tree, i, reading.cue),
        quotable="quote" in cue.takes or reading.pattern == "phrase",
        judging=cue.lemma in scene.cues.lists["judging"] or _rejects(scene, cue, content),
        speech=bool(quoted)
        or (reading.pattern not in cue.silent and is_spoken(tree, scene.cues.lists, i, reading.cue)),
    )
    return widened(text, draft, scene.quotes)


def _rejects(scene: Scene, cue: Cue, content: Sequence[Range]) -> bool:
    """Whether a thing is turned down and no tale: who "rejected the decree" says of no decree that there is none."""
    tree, lists = scene.tree, scene.cues.lists
    if cue.lemma not in lists["rejecting"]:
        return False
    outward = (k for first, last in content for k in range(first, last + 1) if not first <= tree.head[k] <= last)
    head = next(outward, None)
    return head is not None and tree.pos[head] in {"NOUN", "PROPN"} and tree.lemma[head] not in lists["tales"]


def _cut(content: Iterable[Range]) -> Iterable[Range]:
    """The ranges that are not empty, none longer than any sentence of people: time would grow with the square of a
    sentence's length where each of its many cues has all the rest."""
    return ((first, min(last, first + LONGEST)) for first, last in content if first <= last)


def _source(scene: Scene, reading: Reading) -> int | None:
    """The head of the source, which is no day: "Lund on Monday urged" is Lund's."""
    tree, head = scene.tree, _told_by(scene, reading)
    if head is None or tree.doc[head].ent_type_ != "DATE" or tree.pos[head] != "PROPN":
        return head
    on = tree.head[head]
    above = tree.head[on] if tree.dep[head] == "pobj" else tree.kid(head, "appos", "conj")  # "Friday, Texas, which"
    return above if above is not None and tree.pos[above] in {"PROPN", "NOUN", "PRON"} else None


def _told_by(scene: Scene, reading: Reading) -> int | None:
    """The head of the source; a subject that stands in somebody's quotation is a slip of the parser."""
    tree, lists, i = scene.tree, scene.cues.lists, reading.word
    if reading.sourceless:
        return None
    if reading.source is not None:
        return reading.source
    head = source_right_before(tree, i, reading.cue) or source_of(tree, i, lists)
    if head is None and is_passive(tree, i):
        return None
    head = None if head is None else _out_of_quotes(scene, head, i)
    if head is None and reading.pattern in {"inverted", "quote"}:
        head = object_behind(tree, i, reading.cue)
    if head is not None:
        return head
    near = _beside(tree, reading)
    near = None if near is None else _out_of_quotes(scene, near, i)
    if near is not None or tree.pos[i] != "VERB":
        return near
    head = sentence_source(tree, i)
    return head if head is None or scene.quoted(tree.start[head]) is scene.quoted(tree.start[i]) else None


def _behind_quote(scene: Scene, reading: Reading) -> tuple[int | None, Reading]:
    """Who stands between a quotation and the cue that ends it, where the parser saw no sentence end in the quotation:
    '"We did it. God bless you," an official, speaking in Vienna, told'; the content ends with the quotation."""
    tree, cue = scene.tree, reading.cue
    before, _ = neighbours(scene.quotes, tree.start[cue[0]], tree.end[cue[1]])
    first = len(tree) if before is None else tree.token_at(before.end)
    if not 0 < cue[0] - first < NEXT:
        return None, reading
    end = next((k for k in range(first, cue[0]) if tree.lower[k] == ","), cue[0])
    if end < cue[0] and tree.lower[cue[0] - 1] != ",":
        return None, reading
    named = [k for k in range(first, end) if tree.pos[k] in {"NOUN", "PROPN", "PRON"}]
    heads = [k for k in named if not first <= tree.head[k] < end]
    if not heads or any(tree.pos[k] in {"VERB", "AUX"} for k in range(first, end)):
        return None, reading
    content = tuple((a, min(b, first - 1)) for a, b in reading.content if a < first)
    return heads[0], replace(reading, content=content, until=end - 1)


def _beside(tree: Tree, reading: Reading) -> int | None:
    """Who stands beside a finite cue, or beside the finite verb that its verb is joined to."""
    cue, i = reading.cue, reading.word
    if tree.tag[i] in FINITE or tree.tag[cue[0]] in FINITE:
        near = nearby_source(tree, cue, behind=reading.pattern not in OBJECTIVE)
        if near is not None and (tree.tag[i] in FINITE or tree.lower[near] not in EMPTY):
            return near
    above = tree.head[i]
    if tree.dep[i] == "conj" and tree.tag[above] in FINITE and tree.subject(above) is None:
        return nearby_source(tree, verb_group(tree, above))
    return None


def _out_of_quotes(scene: Scene, head: int, i: int) -> int | None:
    """The head, if it is not in a quotation that verb i is not in; else another subject of the same verb: in '"...,
    nothing you can do," Rivera said before adding' both are taken for subjects of "said"."""
    tree = scene.tree
    around = scene.quoted(tree.start[head]) if scene.quotes else None
    if around is None or around is scene.quoted(tree.start[i]):
        return head
    outside = [k for k in tree.kids(tree.head[head], *SUBJECTS) if scene.quoted(tree.start[k]) is None]
    return outside[-1] if outside else None


def _holds(outer: Piece, inner: Piece) -> bool:
    """Whether one cue takes another in: "refused" in "refused to say"."""
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]
