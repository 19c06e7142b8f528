"""Chains of events in MEANTIME, within and across its 120 texts: the rule of `ecb` on gold mentions, not tuned here.

A chain is what an EVENT_MENTION REFERS_TO: an EVENT with an instance_id is one event wherever that stands, one without
is its text's own. Mentions that refer to nothing (1 in 300) are left out. All mentions of the first six sentences are
annotated, after these only those of chains across texts. A text is put together from the gold's tokens, its first
sentence as the headline. Peers in the same run: the same stem within the corpus (Airbus, Apple, GM, stock), and within
the text; each mention alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from benchmarks.coreference import scores
from benchmarks.ecb import twice
from benchmarks.ecb_texts import Text
from benchmarks.ecb_told import tell
from crosswire.events.words import load_words

Sentences = dict[str, dict[int, list[str]]]


def chains(files: Sequence[Path]) -> dict[str, object]:
    """MUC, B3, CEAFe and CoNLL of ours and of the peers."""
    words = load_words()
    sentences: Sentences = {}
    records, corpus = [], {}
    for file in files:
        corpus[file.stem] = file.parent.name
        sentences[file.stem], own = read(file)
        records += own
    told = tell(sentences, records, words)
    gold = [m.chain for m in told]
    texts = {name: _text(of) for name, of in sentences.items()}
    return {
        "n": len(told),
        "chains": len(set(gold)),
        "across": sum(len(named) > 1 for named in _texts_of(records).values()),
        "ours": scores(twice(told, texts, words), gold),
        "same_stem_in_corpus": scores([f"{corpus[m.document]} {m.head}" for m in told], gold),
        "same_stem_in_text": scores([f"{m.document} {m.head}" for m in told], gold),
        "alone": scores([m.key for m in told], gold),
    }


def read(file: Path) -> tuple[dict[int, list[str]], list[dict[str, Any]]]:
    """The sentences of one text, and its event mentions in ECB+'s published form."""
    root = etree.parse(str(file)).getroot()
    sentences: dict[int, list[str]] = defaultdict(list)
    place: dict[str, tuple[int, int]] = {}
    for token in root.iter("token"):
        of = int(str(token.get("sentence")))
        place[str(token.get("t_id"))] = (of, len(sentences[of]))
        sentences[of].append(token.text or "-")
    chain = _chains(root, file.stem)
    records = []
    for mention in root.iter("EVENT_MENTION"):
        at = [place[str(a.get("t_id"))] for a in mention.iter("token_anchor")]
        name = chain.get(str(mention.get("m_id")))
        if at and name is not None:
            tokens = [t for of, t in at if of == at[0][0]]
            words = " ".join(sentences[at[0][0]][t] for t in tokens)
            own = {"sent_id": at[0][0], "tokens_number": tokens, "tokens_str": words, "coref_chain": name}
            records.append({"doc_id": file.stem, **own})
    return dict(sentences), records


def _chains(root: etree._Element, text: str) -> dict[str, str]:
    """Event mention -> the name of what it refers to, the same in all texts where it is one event."""
    events = {str(e.get("m_id")): str(e.get("instance_id") or f"{text} {e.get('m_id')}") for e in root.iter("EVENT")}
    found: dict[str, str] = {}
    for refers in root.iter("REFERS_TO"):
        for target in refers.iter("target"):
            if (name := events.get(str(target.get("m_id")))) is not None:
                found.update((str(s.get("m_id")), name) for s in refers.iter("source"))
    return found


def _texts_of(records: Sequence[dict[str, Any]]) -> dict[str, set[str]]:
    texts: dict[str, set[str]] = defaultdict(set)
    for record in records:
        texts[record["coref_chain"]].add(record["doc_id"])
    return texts


def _text(sentences: dict[int, list[str]]) -> Text:
    first, *rest = (" ".join(words) for _, words in sorted(sentences.items()))
    return Text(first, " ".join(rest))
