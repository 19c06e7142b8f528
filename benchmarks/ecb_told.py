"""ECB+ as the parser sees it: the mentions of the published split, with who takes part in each, and the texts."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from spacy.tokens import Doc, Token

from benchmarks.ecb_texts import Text
from benchmarks.ecb_words import Families
from crosswire.claims.parse import load_parser
from crosswire.events.words import Lexicon, Vector, forms, part, stem, telling

WHOLE = (
    "Diverse_CDCR_datasets/ECBplus-prep/output_data/test_parsing",
    "ECBplus-prep/output_data/test_parsing",
)
PLACES = ("event_entity_coref_ecb_plus/data/interim/cybulska_setup", "data/interim/cybulska_setup", ".")
PARTS = frozenset(["nsubj", "nsubjpass", "dobj", "attr", "poss", "compound", "amod", "nmod"])
ACTING = frozenset(["nsubj", "nsubjpass", "poss"])
NAMING = frozenset(["compound", "poss", "nmod"])
NONE: frozenset[str] = frozenset()


class Parsed(NamedTuple):
    """The lemmas of a mention in small letters, that of its head first; who and what takes part, who acts, what its
    prepositions lead to; "one" or "several" where the head is a noun; whether it is negated."""

    lemmas: tuple[str, ...]
    parts: frozenset[str] = NONE
    actors: frozenset[str] = NONE
    led: frozenset[str] = NONE
    number: str = ""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One mention: its text, sentence, head (a stem), families, its stems, how much its word tells, the words around,
    and what the parser sees."""

    key: str
    document: str
    sentence: int
    word: str
    head: str
    families: frozenset[str]
    stems: frozenset[str]
    worth: float
    around: Vector
    parsed: Parsed
    chain: str


def whole_texts(data: Path, names: Collection[str]) -> dict[str, Text]:
    """Those of the texts named that are below `data` whole, each with its headline or first sentence."""
    folder = next((data / p for p in WHOLE if (data / p).exists()), None)
    found = {p.stem: p for p in folder.glob("*/*_*ecb*.json") if p.stem in names} if folder else {}
    told = {name: json.loads(path.read_text("utf-8")) for name, path in sorted(found.items())}
    return {name: Text(one["title"], one["text"]) for name, one in told.items()}


def load(data: Path, parts: Sequence[str], words: Lexicon) -> tuple[dict[str, Text], list[Told]]:
    """The annotated sentences of each text, and the mentions."""
    sentences, records = records_of(data, parts)
    return {d: Text("", " ".join(" ".join(s) for s in told.values())) for d, told in sentences.items()}, tell(
        sentences, records, words
    )


def records_of(
    data: Path, parts: Sequence[str]
) -> tuple[Mapping[str, Mapping[int, Sequence[str]]], list[Mapping[str, Any]]]:
    """Text -> number -> tokens of each annotated sentence, and the mentions as they are published."""
    folder = next((data / p for p in PLACES if (data / p / "ECB_Dev_corpus.txt").exists()), None)
    if folder is None:
        raise FileNotFoundError(f"ECB_Dev_corpus.txt is not below {data}")
    sentences: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    records: list[Mapping[str, Any]] = []
    for name in parts:
        for line in (folder / f"ECB_{name}_corpus.txt").read_text("utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) >= 4:
                sentences[fields[0]][int(fields[1])].append(fields[3])
        records += json.loads((folder / f"ECB_{name}_Event_gold_mentions.json").read_text("utf-8"))
    return sentences, records


def tell(
    sentences: Mapping[str, Mapping[int, Sequence[str]]], records: Sequence[Mapping[str, Any]], words: Lexicon
) -> list[Told]:
    """The mentions of records in ECB+'s published form, in their order; `sentences`: text -> number -> tokens."""
    telling_of = _Telling(words, Families())
    return [
        telling_of.told(f"{nth:05d}", record, one, sentences[record["doc_id"]][record["sent_id"]])
        for nth, (record, one) in enumerate(zip(records, _parsed(sentences, records), strict=True))
    ]


@dataclass(frozen=True, slots=True)
class _Telling:
    words: Lexicon
    families: Families

    def told(self, key: str, record: Mapping[str, Any], parsed: Parsed, sentence: Sequence[str]) -> Told:
        around = " ".join(w for i, w in enumerate(sentence) if i not in record["tokens_number"])
        own = next(iter(forms(parsed.lemmas[0])), parsed.lemmas[0])
        return Told(
            key=key,
            document=record["doc_id"],
            sentence=record["sent_id"],
            word=own,
            head=stem(own),
            families=self.families.of(own, parsed.lemmas),
            stems=frozenset(stem(lemma) for lemma in parsed.lemmas),
            worth=telling(own, self.words),
            around=part(around, self.words),
            parsed=parsed,
            chain=record["coref_chain"],
        )


def _parsed(sentences: Mapping[str, Mapping[int, Sequence[str]]], records: Sequence[Mapping[str, Any]]) -> list[Parsed]:
    """Each mention as the parser sees it."""
    parser = load_parser()
    keys = list(dict.fromkeys((r["doc_id"], r["sent_id"]) for r in records))
    docs = (Doc(parser.vocab, words=[w or " " for w in sentences[d][s]]) for d, s in keys)
    parsed = dict(zip(keys, parser.pipe(docs), strict=True))
    return [_of(record, parsed[record["doc_id"], record["sent_id"]]) for record in records]


def _of(record: Mapping[str, Any], doc: Doc) -> Parsed:
    tokens = [t for t in record["tokens_number"] if t < len(doc)]
    if not tokens:
        return Parsed((record["tokens_str"].lower(),))
    head = doc[min(tokens) : max(tokens) + 1].root
    return parsed(head, [head, *(doc[t] for t in tokens)])


def parsed(head: Token, words: Sequence[Token]) -> Parsed:
    """What the parser sees of a mention: its head, and its words with the head first."""
    direct = [c for c in head.children if c.dep_ in PARTS]
    prepositions = [c for c in head.children if c.dep_ in ("prep", "agent")]
    led = [c for p in prepositions for c in p.children if c.dep_ == "pobj"]
    return Parsed(
        lemmas=tuple(w.lemma_.lower() for w in words),
        parts=_named([*direct, *led]),
        actors=_named(_actors(head)),
        led=_named(c for c in led if c.head.lower_ not in ("of", "by")),
        number={"NN": "one", "NNS": "several"}.get(head.tag_, ""),
        negated=any(c.dep_ == "neg" for c in head.children),
    )


def _actors(head: Token) -> list[Token]:
    """Who acts: its subject, or that of the verb it hangs on ("agreed to buy", "made an offer")."""
    own = [c for c in head.children if c.dep_ in ACTING]
    by = [c for p in head.children if p.lower_ == "by" for c in p.children if c.dep_ == "pobj"]
    above = [c for c in head.head.children if c.dep_ in ("nsubj", "nsubjpass") and c != head]
    return own + by or above


def _named(tokens: Iterable[Token]) -> frozenset[str]:
    """Their lemmas in small letters, and those of the names that stand before them."""
    found = [t for c in tokens for t in (c, *(x for x in c.children if x.dep_ in NAMING))]
    return frozenset(t.lemma_.lower() for t in found if t.pos_ != "PRON")
