"""Headlines: "Seoul: North fired two missiles", "Ten killed in blast - police", "North fired missile, Seoul says", and
verbs that capital letters hide from the parser ("Senator Slams Deal")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from crosswire.claims.attribution.cues import CueTable
from crosswire.claims.attribution.drafts import Draft
from crosswire.claims.attribution.passage import Scene
from crosswire.claims.attribution.tree import Tree

COLON = re.compile(r"\s*([^:\n\"\u201c]{2,70}?)\s*(:)\s+(?=[^\s])")
CREDIT = re.compile(r"\s*(\S[^\n]{8,}?\S)\s*(:|(?<=\s)[-\u2013\u2014])\s+([^\s:\"'\u201c][^:\n\"]{1,50}?)\s*\Z")
ENDINGS = (("ies", "y"), ("es", "e"), ("s", ""), ("es", ""), ("ied", "y"), ("ed", "e"), ("ed", ""), ("", ""))
IRREGULAR = {
    "said": "say",
    "told": "tell",
    "found": "find",
    "knew": "know",
    "thought": "think",
    "wrote": "write",
    "saw": "see",
}
TELLING = frozenset({"tell", "inform", "assure", "warn", "remind", "write", "ask", "advise"})  # somebody
FINITE = frozenset({"VBZ", "VBD", "VBP"})
TITLED = 0.6
SPOKE = r"\b(?:spoke|speaks|speaking|speech|interview(?:ed)?|statement|answer(?:s|ed)|address(?:es|ed)|asked)\b"


@dataclass(frozen=True, slots=True)
class Label:
    """Words before a headline's colon: the passage and cue word of their draft, where they stand, and the name in them,
    if it is a person's without a title."""

    passage: int
    word: int
    end: int
    name: str | None


def label_of(scene: Scene, passage: int, draft: Draft) -> Label:
    """What stands before a headline's colon."""
    tree = scene.tree
    last = draft.head
    person = last is not None and tree.doc[last].ent_type_ == "PERSON"
    titled = person and last is not None and _teller(tree, tree.first[last], last, scene.cues) is not None
    name = tree.doc[last].text if last is not None and person and not titled else None
    return Label(passage, draft.word, tree.end[-1], name)


def is_label(text: str, label: Label, drafts: Sequence[tuple[int, Draft]]) -> bool:
    """Whether a person before a headline's colon is whom it is about, not who tells it: the text below names them and
    never lets them speak ("Ana Paz: son held as mother found dead")."""
    if label.name is None or label.name not in text[label.end :]:
        return False
    below = (d.source for n, d in drafts if n != label.passage and d.source is not None)
    if any(label.name in text[start:end] for start, end in below):
        return False
    return re.search(rf"{re.escape(label.name)}\b[^.\n]{{0,40}}{SPOKE}", text[label.end :]) is None


def headed(scene: Scene, own: list[Draft], *, head: bool) -> list[Draft]:
    """The attributions of a headline, or of a text's first line: those found (`own`) and the one that its form makes.
    `head`: it is surely a headline, so that its end may name who tells."""
    tree, cues = scene.tree, scene.cues
    made = (_credit(scene) or _last_words(scene, own)) if head else None
    own = [_on_its_object(tree, draft) for draft in own] if head else own
    made = made or colon(scene) or _hidden_verb(tree, cues)
    return own if made is None else [made, *own]


def _on_its_object(tree: Tree, draft: Draft) -> Draft:
    """The same of a verb with an object of its own, which the parser gave the clause before the comma: in "Miners home,
    owners deny ransom" the owners deny a ransom."""
    what = tree.kid(draft.word, "dobj") if draft.pattern == "inverted" and draft.word >= 0 else None
    if what is None or what < draft.word or draft.lemma in TELLING:
        return draft
    content = (tree.start[tree.left(what)], tree.end[tree.right(what)])
    return replace(draft, pattern="object", content=(content,))


def _credit(scene: Scene) -> Draft | None:
    """ "At least ten killed in blast: officials", "Ten killed - police": the last words name who tells."""
    tree = scene.tree
    found = CREDIT.match(scene.text, tree.start[0], tree.end[-1])
    if found is None:
        return None
    first, last = tree.token_at(found.start(3)), tree.token_at(found.end(3) - 1)
    if last >= len(tree):
        return None
    tells = _teller(tree, first, last, scene.cues)
    if tells is None and not _is_body(found, tree.doc[last], scene.cues):
        return None
    mark = found.span(2)
    return Draft(first - 1, "colon", mark, found.span(3), last if tells is None else tells, (found.span(1),), ":")


def _teller(tree: Tree, first: int, last: int, cues: CueTable) -> int | None:
    """The word among tokens first to last that names who tells: the last one, one that tells where they are
    ("officials in Herat"), or a title before a name ("Governor Ana Paz")."""
    for k in range(last, first - 1, -1):
        if cues.lists["tellers"].isdisjoint({tree.lemma[k], tree.lower[k]}):
            continue
        placed = k < last and tree.lower[k + 1] in {"in", "at", "of", "from", "for"}
        titled = k < last and all(tree.doc[j].is_title and tree.doc[j].is_alpha for j in range(k + 1, last + 1))
        if (k == last or placed or titled) and not any(tree.tag[j] in FINITE for j in range(first, last + 1)):
            return k
    return None


def _is_body(found: re.Match[str], last: Token, cues: CueTable) -> bool:
    """Whether a headline ends with the acronym of a body: "fires missile into East Sea: JCS"; no land, no label."""
    name, told = found[3], found[1]
    acronym = name.isalpha() and name.isupper() and 3 <= len(name) <= 6 and not told.isupper()
    return found[2] == ":" and acronym and last.ent_type_ != "GPE" and name.lower() not in cues.lists["slugs"]


def _last_words(scene: Scene, own: list[Draft]) -> Draft | None:
    """ "North fired missile, Seoul says", where the parser has lost its way: a cue behind the last comma."""
    tree = scene.tree
    comma = next((k for k in range(len(tree) - 2, max(1, len(tree) - 9), -1) if tree.lower[k] == ","), None)
    if comma is None:
        return None
    last = len(tree) - 1
    for k in (comma + 1, last):
        lemma = _verb(tree.lower[k], scene.cues)
        if lemma is None or k - comma + last - k < 2 or "inverted" not in scene.cues.verbs[lemma].takes:
            continue
        if any(d.cue and d.cue[0] <= tree.start[k] < d.cue[1] for d in own):
            return None
        who = (comma + 2, last) if k == comma + 1 else (comma + 1, last - 1)
        if any(tree.tag[j] in {*FINITE, "VBN"} for j in range(who[0], who[1] + 1)):
            continue  # "says main unit knocked out"; "Ana Paz, a critic, is fired over candor questions"
        cue = scene.cues.verbs[lemma]
        content = (tree.start[0], tree.end[comma - 1])
        source = (tree.start[who[0]], tree.end[who[1]])
        return Draft(k, "inverted", (tree.start[k], tree.end[k]), source, who[1], (content,), lemma, cue.stance)
    return None


def colon(scene: Scene) -> Draft | None:
    """ "Seoul: North fired two missiles": a name and a colon begin the passage, all behind is content. "Turkey
    earthquake: the toll so far" names nobody who tells."""
    tree = scene.tree
    found = COLON.match(scene.text, tree.start[0], tree.end[-1])
    if found is None or found[1].lower() in scene.cues.lists["slugs"]:
        return None
    last = tree.token_at(found.end(1) - 1)
    words = range(tree.token_at(found.start(1)), last + 1)
    tells = _teller(tree, words[0], last, scene.cues) if len(words) > 0 and last < len(tree) else None
    thing = last < len(tree) and tree.pos[last] == "NOUN" and not tree.doc[last].is_title
    if thing and tells is None:
        return None
    owned = any(tree.tag[k] == "POS" for k in words) and tells is None
    if len(words) > 9 or owned or any(tree.pos[k] in {"VERB", "AUX"} for k in words):
        return None
    if not any(tree.pos[k] in {"PROPN", "PRON"} or tree.doc[k].is_title for k in words) or tree.end[last] != found.end(
        1
    ):
        return None
    mark = found.end(2)
    head = last if tells is None else tells
    return Draft(last, "colon", (mark - 1, mark), found.span(1), head, ((mark, tree.end[-1]),), ":")


def _hidden_verb(tree: Tree, cues: CueTable) -> Draft | None:
    words = [k for k in range(len(tree)) if tree.lower[k].isalpha() and len(tree.lower[k]) > 3]
    if not words or sum(tree.doc[k].is_title for k in words) < TITLED * len(words):
        return None
    if any(tree.tag[k] in FINITE for k in words):
        return None
    for k in words:
        if k == 0 or k + 1 >= len(tree) or tree.pos[k] in {"VERB", "ADJ"} or not tree.doc[k - 1].is_title:
            continue
        lemma = _verb(tree.lower[k], cues)
        if lemma is not None:
            cue = cues.verbs[lemma]
            source, rest = (tree.start[0], tree.end[k - 1]), (tree.start[k + 1], tree.end[-1])
            return Draft(k, "headline", (tree.start[k], tree.end[k]), source, k - 1, (rest,), lemma, cue.stance)
    return None


def _verb(word: str, cues: CueTable) -> str | None:
    """The cue verb that a word in the third person or the past is a form of."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending, base in ENDINGS[:-1]:
        lemma = word.removesuffix(ending) + base
        if word.endswith(ending) and lemma in cues.verbs and cues.verbs[lemma].takes & {"object", "that"}:
            return lemma
    return None
