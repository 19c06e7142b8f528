"""Sentences of public texts, as they stand and altered by their grammar, for `altered`. No text is kept here."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from lxml import etree
from spacy.language import Language
from spacy.tokens import Doc, Token

from benchmarks._altered_events import COUNTRIES, DATA, PEOPLE, TOWNS, Change, Told
from crosswire.claims.parse import plain

PLACES = {
    "polnear": ("data/dev/text", "PolNeAR/data/dev/text", "dev/text"),
    "meantime": (
        "data/meantime_newsreader_english_oct15/intra-doc_annotation",
        "StructTempRel-EMNLP17/data/meantime_newsreader_english_oct15/intra-doc_annotation",
    ),
}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple(f"{date(2026, month, 1):%B}" for month in range(1, 13))
NUMBER = re.compile(r"^\d+(?:,\d{3})*(?:\.\d+)?$")
SPOKEN: Mapping[str, str] = DATA["names"]["numbers"]
COMPANIES = ("Norvale Holdings", "Tessaly Motors")


def texts(data: Path) -> Iterator[tuple[str, str]]:
    """(name, text) of every text found below the folder, plain or in NAF-like XML."""
    for name, places in PLACES.items():
        for place in places:
            folder = data / place
            if folder.is_dir():
                for path in sorted(folder.rglob("*.xml" if name == "meantime" else "*.txt")):
                    yield f"{name}/{path.stem}", _xml(path) if name == "meantime" else path.read_text("utf-8")
                break


def _xml(path: Path) -> str:
    """A tokenised text put together again, a sentence a line."""
    sentences: dict[str, list[str]] = {}
    for token in etree.parse(str(path)).getroot().iter("token"):
        sentences.setdefault(str(token.get("sentence")), []).append(token.text or "")
    joined = (" ".join(words) for words in sentences.values())
    return "\n\n".join(re.sub(r" ([,.;:?!%')]|n't|'s)", r"\1", s).replace("( ", "(") for s in joined)


def sentences(text: str, parser: Language, few: int, chance: random.Random) -> list[Told]:
    """At most `few` sentences of a text, each as it stands and with each change that its grammar allows."""
    found: list[Told] = []
    docs = parser.pipe(plain(p) for p in text.split("\n\n") if len(p) > 40)
    fit = [sent.as_doc() for doc in docs for sent in doc.sents if _is_plain(sent.text)]
    for doc in chance.sample(fit, min(few, len(fit))):
        found.append(Told(doc.text.strip(), "true", "text"))
        found += [Told(words, change, "text") for change, words in _changes(doc, text, chance)]
    return found


def _is_plain(sentence: str) -> bool:
    words = sentence.split()
    return 6 <= len(words) <= 28 and sentence.rstrip().endswith(".") and sentence[:1].isupper() and '"' not in sentence


def _changes(doc: Doc, text: str, chance: random.Random) -> Iterator[tuple[Change, str]]:
    numbers = [t for t in doc if (NUMBER.match(t.text) and t.ent_type_ != "DATE") or t.lower_ in SPOKEN]
    if numbers:
        token = chance.choice(numbers)
        yield "number", _put(doc, token, token, _other_number(token, chance))
    days = [t for t in doc if t.text in DAYS or (t.text in MONTHS and t.ent_type_ == "DATE")]
    if days:
        token = chance.choice(days)
        pool = DAYS if token.text in DAYS else MONTHS
        yield "date", _put(doc, token, token, chance.choice([d for d in pool if d not in text] or [pool[0]]))
    yield from _named(doc, text, chance)
    negated = _negated(doc)
    if negated is not None:
        yield "polarity", negated


def _other_number(token: Token, chance: random.Random) -> str:
    if token.lower_ in SPOKEN:
        return SPOKEN[token.lower_]
    value = float(token.text.replace(",", "")) * chance.choice((0.4, 0.7, 1.5, 2, 3))
    text = f"{value:.1f}" if "." in token.text else f"{max(1, round(value)):,}"
    return text if text != token.text else f"{text}5"


def _named(doc: Doc, text: str, chance: random.Random) -> Iterator[tuple[Change, str]]:
    """One named subject and one named place exchanged for another that the text does not know."""
    for change, labels, places, pool in (
        ("actor", ("PERSON",), ("nsubj", "nsubjpass"), PEOPLE),
        ("actor", ("GPE",), ("nsubj", "nsubjpass"), tuple(COUNTRIES)),
        ("actor", ("ORG",), ("nsubj", "nsubjpass"), COMPANIES),
        ("place", ("GPE",), ("pobj",), TOWNS),
    ):
        fitting = [e for e in doc.ents if e.label_ in labels and e.root.dep_ in places and e.text[:1].isupper()]
        fresh = [name for name in pool if name.split()[-1] not in text]
        if fitting and fresh:
            entity = chance.choice(fitting)
            said = change == "actor" and entity.root.head.lemma_ in ("say", "tell", "add", "state", "announce")
            how: Change = "attribution" if said else change  # type: ignore[assignment]
            yield how, _put(doc, entity[0], entity[-1], chance.choice(fresh))


def _negated(doc: Doc) -> str | None:
    """The main clause turned: "did not" before a plain past, "not" behind an auxiliary."""
    root = next(iter(doc.sents)).root
    if root.pos_ not in ("VERB", "AUX") or any(c.dep_ == "neg" for c in root.children) or root.lemma_ == "say":
        return None
    helpers = [c for c in root.children if c.dep_ in ("aux", "auxpass") and c.i < root.i]
    if helpers or root.lemma_ == "be":
        at = helpers[0] if helpers else root
        return _put(doc, at, at, f"{at.text} not")
    forms = {"VBD": "did not", "VBZ": "does not", "VBP": "do not"}
    return _put(doc, root, root, f"{forms[root.tag_]} {root.lemma_}") if root.tag_ in forms else None


def _put(doc: Doc, first: Token, last: Token, words: str) -> str:
    """The sentence with tokens [first, last] exchanged."""
    end = last.idx + len(last.text)
    return (doc.text[: first.idx] + words + doc.text[end:]).strip()


def pick(found: Sequence[tuple[str, str]], count: int, chance: random.Random) -> list[tuple[str, str]]:
    """Some of the texts."""
    return chance.sample(list(found), min(count, len(found)))
