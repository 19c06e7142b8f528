"""Event mentions across texts: ECB+ (Cybulska and Vossen 2014), the published split, gold mentions.

Data: `data/interim/cybulska_setup` of shanybar/event_entity_coref_ecb_plus (ECB_{Train,Dev,Test}_corpus.txt and
..._Event_gold_mentions.json: the sentences that were annotated with care, and event mentions in them). Dev is Train and
Dev, on which the weights below were set by hand; "report" is Test. Nothing is learned.

Texts are put together by what they are about, with the features of `events` (words, leads; no dates and no topics are
used). In texts that go together two mentions are one where their heads share a stem or a family of words
(`families.toml`), the more surely the rarer the word, the more their sentences have in common, and by the same time
and number words; a best-first join keeps the mean of a group above the threshold. Peer: the same stem within the topic
that the data gives (B3 .791 on Test in its authors' count of this baseline), in the same run.

Scores over all mentions, singletons included: MUC, B3, CEAFe and their mean (CoNLL).
"""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean
from typing import Any

from spacy.tokens import Doc

from benchmarks.coreference import scores
from crosswire.claims.parse import load_parser
from crosswire.events.words import Lexicon, Vector, forms, likeness, load_words, part, stem, telling, whole

PLACES = ("event_entity_coref_ecb_plus/data/interim/cybulska_setup", "data/interim/cybulska_setup", ".")
SPLITS = {"dev": ("Train", "Dev"), "report": ("Test",)}

TEXTS_AT, TEXTS_MEAN = 0.15, 0.6  # texts this alike, and on average more than half so, are about the same thing
AS_CLOSE = 0.7  # two groups of texts must be this near to each other by how near the looser of them is in itself
ENOUGH = 4.0  # the texts are a few sentences each
SAME_AT, MEAN = 1.0, 0.8
STEM, PER_TELLING, FAMILY = 0.9, 0.2, 0.8
SENTENCE = 1.6
SPEECH = frozenset(
    ["say", "tell", "announc", "add", "report", "claim", "state", "call", "make", "go", "get", "take", "have"]
)
SPEECH_LESS = 0.5
PRONOUNS = frozenset(["it", "this", "that", "which", "one", "what", "these", "those"])


@dataclass(frozen=True, slots=True)
class Told:
    """One mention: its text, sentence, head, families and the words around."""

    key: str
    document: str
    sentence: int
    word: str
    head: str
    families: frozenset[str]
    worth: float
    around: Vector
    chain: str


def run(data: Path, split: str) -> dict[str, object]:
    """MUC, B3, CEAFe and CoNLL of ours and of the peer."""
    words = load_words()
    sentences, mentions = load(data, SPLITS[split], words)
    gold = [m.chain for m in mentions]
    ours = link(mentions, texts(sentences, words))
    peer = [f"{m.document.split('_')[0]} {m.head}" for m in mentions]
    return {
        "n": len(mentions),
        "texts": len(sentences),
        "ours": scores(ours, gold),
        "same_stem_in_topic": scores(peer, gold),
    }


# --- texts --------------------------------------------------------------------------------------------------------


def texts(sentences: Mapping[str, Mapping[int, Sequence[str]]], words: Lexicon) -> dict[str, str]:
    """Text -> the group of texts that are about the same thing: average linkage over likeness."""
    names = sorted(sentences)
    vectors = {n: whole("", " ".join(" ".join(s) for s in sentences[n].values()), words, ENOUGH) for n in names}
    close = {
        (a, b): like
        for i, a in enumerate(names)
        for b in names[i + 1 :]
        if (like := likeness(vectors[a], vectors[b])) >= TEXTS_AT / 2
    }
    return _averaged(names, close, (TEXTS_AT, TEXTS_MEAN, AS_CLOSE))


def _averaged(
    names: Sequence[str], close: Mapping[tuple[str, str], float], rule: tuple[float, float, float]
) -> dict[str, str]:
    """Best pairs first; two groups join where the mean over all pairs across is `share` of the least or more, and
    `as_close` of the mean within the looser group."""
    least, share, as_close = rule
    home = {n: n for n in names}
    members = {n: [n] for n in names}
    within: dict[str, list[float]] = {n: [] for n in names}
    for (a, b), like in sorted(close.items(), key=lambda item: (-item[1], item[0])):
        one, two = home[a], home[b]
        if like < least or one == two:
            continue
        across = [close.get((x, y) if x < y else (y, x), 0.0) for x in members[one] for y in members[two]]
        wanted = [least * share]
        if within[one] and within[two]:
            wanted.append(as_close * min(mean(within[one]), mean(within[two])))
        if sum(across) / len(across) >= max(wanted):
            for name in members[two]:
                home[name] = one
            members[one] += members.pop(two)
            within[one] += [*within.pop(two), *across]
    return home


# --- mentions -----------------------------------------------------------------------------------------------------


def link(mentions: Sequence[Told], about: Mapping[str, str]) -> list[str]:
    """The event of each mention."""
    groups: dict[str, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        groups[about[mention.document]].append(i)
    found = [m.key for m in mentions]
    for group in groups.values():
        names = [mentions[i].key for i in group]
        close = {}
        for x, i in enumerate(group):
            for j in group[x + 1 :]:
                points = compare(mentions[i], mentions[j])
                a, b = sorted((mentions[i].key, mentions[j].key))
                close[a, b] = points
        home = _averaged(sorted(names), close, (SAME_AT, MEAN, 0.0))
        for i in group:
            found[i] = home[mentions[i].key]
    return found


def compare(a: Told, b: Told) -> float:
    """Points for two mentions of texts that are about the same thing; 1 is enough."""
    if a.head == b.head and a.head not in PRONOUNS:
        points = STEM + PER_TELLING * a.worth
    elif a.families & b.families:
        points = FAMILY
    elif a.document == b.document and PRONOUNS & {a.head, b.head} and abs(a.sentence - b.sentence) <= 1:
        points = 0.3
    else:
        return 0.0
    if a.head in SPEECH or b.head in SPEECH:
        points -= SPEECH_LESS
    return points + SENTENCE * likeness(a.around, b.around)


# --- data ---------------------------------------------------------------------------------------------------------


def load(data: Path, parts: Sequence[str], words: Lexicon) -> tuple[dict[str, dict[int, list[str]]], list[Told]]:
    """The sentences by text, and the mentions."""
    folder = next((data / p for p in PLACES if (data / p / "ECB_Dev_corpus.txt").exists()), None)
    if folder is None:
        raise FileNotFoundError(f"ECB_Dev_corpus.txt is not below {data}")
    sentences: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    records = []
    for name in parts:
        for line in (folder / f"ECB_{name}_corpus.txt").read_text("utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) >= 4:
                sentences[fields[0]][int(fields[1])].append(fields[3])
        records += json.loads((folder / f"ECB_{name}_Event_gold_mentions.json").read_text("utf-8"))
    heads = _heads(sentences, records)
    families, none = _families(), frozenset[str]()
    made = [
        replace(_told(record, head, sentences[record["doc_id"]][record["sent_id"]], words), key=f"{nth:05d}")
        for nth, (record, head) in enumerate(zip(records, heads, strict=True))
    ]
    return {d: dict(s) for d, s in sentences.items()}, [
        replace(m, families=families.get(m.word, none) | families.get(m.head, none)) for m in made
    ]


def _heads(sentences: Mapping[str, Mapping[int, list[str]]], records: Sequence[Mapping[str, Any]]) -> list[str]:
    """The lemma of the head of each mention, in small letters, as the parser sees it."""
    parser = load_parser()
    keys = list(dict.fromkeys((r["doc_id"], r["sent_id"]) for r in records))
    docs = (Doc(parser.vocab, words=[w or " " for w in sentences[d][s]]) for d, s in keys)
    parsed = dict(zip(keys, parser.pipe(docs), strict=True))
    found = []
    for record in records:
        doc = parsed[record["doc_id"], record["sent_id"]]
        tokens = [t for t in record["tokens_number"] if t < len(doc)]
        found.append(doc[min(tokens) : max(tokens) + 1].root.lemma_.lower() if tokens else record["tokens_str"].lower())
    return found


def _families() -> dict[str, frozenset[str]]:
    """Stem -> the families that it is of."""
    table = tomllib.loads(Path(__file__).with_name("families.toml").read_text("utf-8"))
    found: dict[str, set[str]] = defaultdict(set)
    for family, told in table.items():
        for form in told.split():
            found[stem(form)].add(family)
            found[form].add(family)
    return {form: frozenset(names) for form, names in found.items()}


def _told(record: Mapping[str, Any], head: str, sentence: Sequence[str], words: Lexicon) -> Told:
    around = " ".join(w for i, w in enumerate(sentence) if i not in record["tokens_number"])
    own = next(iter(forms(head)), head)
    return Told(
        key="",
        document=record["doc_id"],
        sentence=record["sent_id"],
        word=own,
        head=stem(own),
        families=frozenset(),
        worth=telling(own, words),
        around=part(around, words),
        chain=record["coref_chain"],
    )
