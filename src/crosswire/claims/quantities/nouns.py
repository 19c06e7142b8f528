"""What a number counts: the noun of its phrase, or people where only their fate is named ("killed 12")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from crosswire.model.calendar import WEEKDAYS

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
WITHIN = frozenset(
    {"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "HYPH", "POS", "RB", "RBS", "CD", "AFX"}
)
OPENERS = frozenset({"DT", "PRP$", "PDT", "JJ", "JJR", "JJS", "CD", "VBN", "NNP", "POS", "NN", "HYPH", "RBS", "RB"})
DATES = frozenset({"DATE", "TIME"})
MASS = frozenset({"people", "personnel", "staff", "police", "crew", "aircraft", "cattle", "fish"})
WHEN = frozenset({"last", "next", "this", "following", "today", "yesterday", *(day.lower() for day in WEEKDAYS)})
FARTHEST = 8  # tokens from a number to its noun: "12 heavily armed South Korean marine corps soldiers"


@dataclass(frozen=True, slots=True)
class NounWords:
    """Words around counted nouns (quantities.toml, [noun])."""

    skip: frozenset[str]
    same: Mapping[str, str]
    toll_verbs: frozenset[str]
    crowd_verbs: frozenset[str]
    fate_verbs: frozenset[str]
    toll_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun that is counted, as a lemma, and where its words end; `token` is None where the text leaves it out."""

    lemma: str
    end: int
    token: Token | None


def noun_words(data: Mapping[str, object]) -> NounWords:
    """The noun words of a parsed quantities.toml."""
    same: Mapping[str, str] = data["same"]  # type: ignore[assignment]
    rows: dict[str, list[str]] = data  # type: ignore[assignment]
    # by form, not by lemma: in a headline ("Blast Kills 12") the tagger sees names
    verbs = {form for v in rows["toll_verbs"] for form in (v, f"{v}s", f"{v}ed", f"{v}d", f"{v}ing")}
    crowd, fate = frozenset(rows["crowd_verbs"]), frozenset(rows["fate_verbs"])
    return NounWords(frozenset(rows["skip"]), same, frozenset(verbs), crowd, fate, frozenset(rows["toll_words"]))


def counted(number: Token, words: NounWords) -> Counted | None:
    """What the number that ends with this token counts: its noun, the one behind "of", or people whose fate is told."""
    doc = number.doc
    head = number.head
    if number.i + 1 < len(doc) and number.nbor().lower_ == "times":
        return _named(number.nbor(), words)  # "12 times earnings"
    if number.i + 1 < len(doc) and number.nbor().lower_ in WHEN:
        return _toll(number, words)  # "arrested two last week", "rose to 13 Monday afternoon"
    if (
        number.dep_ == "nummod"
        and head.tag_ in NOUNS
        and not _is_when(head, None)
        and 0 < head.i - number.i <= FARTHEST
        and _one_phrase(number, head)
    ):
        return _named(_measured(number, _whole_phrase(number, head)), words)
    if (of_them := _of_them(number, words)) is not None:
        return of_them
    start = _after_skipped(doc, number.i + 1, words)
    token = _head_from(doc, start)
    if token is not None and start > number.i + 1 and token.ent_type_ in DATES and number.i + 1 < len(doc):
        token = None if doc[start - 1].lower_ == "the" else token  # "up from 7.41 million the previous year"
    if token is not None and token.lower_ not in words.toll_words:
        return _named(token, words)
    return _toll(number, words) or _or_two(number, words)


def _of_them(number: Token, words: NounWords) -> Counted | None:
    """Of "two of them children" the children, of "10 of whom were declared dead" people."""
    behind = number.doc[number.i + 1 : number.i + 4]
    if len(behind) < 2 or behind[0].lower_ != "of" or behind[1].lower_ not in ("them", "whom"):
        return None
    if len(behind) == 3 and behind[2].tag_ == "NNS":
        return _named(behind[2], words)
    return Counted("person", number.idx + len(number), None) if behind[1].lower_ == "whom" else None


def _or_two(number: Token, words: NounWords) -> Counted | None:
    """The noun before, of which the number is one more: "another pick or two"."""
    before = number.nbor(-1) if number.i > 1 else None
    if number.lower_ != "two" or before is None or before.lower_ != "or":
        return None
    noun = before.nbor(-1)
    one = any(child.lower_ in ("a", "an", "another", "one") for child in noun.lefts)
    return replace(_named(noun, words), end=number.idx + len(number)) if noun.tag_ == "NN" and one else None


def _whole_phrase(number: Token, head: Token) -> Token:
    """The noun of the whole phrase, where the number hangs on a part of it: "two World Cup play-off games", "the
    three plague variants"; of "a 12 page document" the part is counted."""
    whole = head
    while whole.dep_ in ("nmod", "compound") and whole.head.tag_ in NOUNS and 0 < whole.head.i - head.i <= FARTHEST:
        whole = whole.head
    plural = whole.tag_ in ("NNS", "NNPS") or number.lower_ == "one"
    return whole if plural or head.tag_ in ("NNP", "NNPS") else head


def _measured(number: Token, head: Token) -> Token:
    """In "a 12 page document" and "a 3 cylinder engine" the first noun is counted: only one document is told of."""
    after = number.nbor()
    plural = head.tag_ in ("NNS", "NNPS") or head.lower_ in MASS
    return after if not plural and after is not head and after.tag_ == "NN" and number.lower_ != "one" else head


def _named(token: Token, words: NounWords) -> Counted:
    if token.lower_ == "others":
        return Counted("person", token.idx + len(token), token)
    lemma = (token.lemma_ or token.text).lower()
    if token.tag_ == "NNPS":
        lemma = lemma.removesuffix("s")  # the lemmatiser leaves names, and the nouns of a headline, as they are
    return Counted(words.same.get(lemma, lemma), token.idx + len(token), token)


def _one_phrase(number: Token, head: Token) -> bool:
    """Whether nothing but the words of one noun phrase stands between: a parser's slip can reach over a clause."""
    between = number.doc[number.i + 1 : head.i]
    if any(t.tag_ == "CD" and t.nbor(-1).lower_ in ("and", "or", "to", ",") for t in between):
        return False  # "between 35 and 40 years"
    return all(t.tag_ in WITHIN or t.lower_ in (",", "and", "or", "-", "%", "more", "$") for t in between)


def _after_skipped(doc: Doc, i: int, words: NounWords) -> int:
    while i < len(doc) and doc[i].lower_ in words.skip:
        i += 1
    return i


def _head_from(doc: Doc, start: int) -> Token | None:
    """The last noun of the run of words that starts here; a plural ends the run unless a noun phrase goes on."""
    last: Token | None = None
    for token in doc[start : start + FARTHEST]:
        if token.tag_ not in WITHIN and not _hyphened(token):
            break
        if token.tag_ in NOUNS:
            if _is_when(token, last) or (token.tag_ == "NNP" and last is not None and last.tag_ == "NNS"):
                break  # "12 people Monday"
            last = token
        elif last is not None and token.tag_ not in ("HYPH", "POS") and not _goes_on(last, token):
            break  # "12 people dead", "5 soldiers wounded"
    return last


def _is_when(token: Token, last: Token | None) -> bool:
    """Whether a noun tells when and is not counted: "12 people Monday", "19 wounded Monday"; "four Super Tuesday
    states" are states, "3 straight days" days."""
    if token.ent_type_ not in DATES or (last is None and token.tag_ != "NNP"):
        return False
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return after is None or after.tag_ not in ("NN", "NNS") or after.ent_type_ in DATES


def _goes_on(noun: Token, token: Token) -> bool:
    """Whether the noun so far only owns or modifies what is counted: "Africa's most prosperous states", "his
    season-high 31 points"."""
    between = noun.doc[noun.i + 1 : token.i + 1]
    if any(t.tag_ == "POS" for t in between):
        return True
    return _modifies(noun, token) or (token.tag_ == "CD" and _modifies(noun, token.nbor(-1)))


def _hyphened(token: Token) -> bool:
    """Whether a hyphen before a word of any kind makes it part of a noun: "play-off games"."""
    return token.i > 1 and token.nbor(-1).tag_ == "HYPH"


def _modifies(noun: Token, after: Token) -> bool:
    """Whether a noun is only part of a hyphenated modifier, so that the phrase goes on: "short-range ballistic
    missiles", "Iran-backed militias"; but "five ex-soldiers wounded" are soldiers."""
    return noun.tag_ in ("NN", "NNP") and "-" in (noun.nbor(-1).text if noun.i else "", after.nbor(-1).text)


def _toll(number: Token, words: NounWords) -> Counted | None:
    """People, where a bare number is the subject or object of their fate, or stands before it ("12 dead")."""
    people = Counted("person", number.idx + len(number), None)
    after = _after_skipped(number.doc, number.i + 1, words)
    if after < len(number.doc) and number.doc[after].lower_ in words.toll_words:
        return people
    if number.i > 0 and number.nbor(-1).lower_ in words.toll_verbs:
        return people
    token = _whole(number)
    verb = token.head
    told = verb.lemma_.lower() in words.toll_verbs or verb.lower_ in words.toll_verbs
    found = verb.lower_ == "found" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in FOUND
    if token.dep_ == "nsubjpass" and (found or verb.lemma_.lower() in words.fate_verbs):
        return people
    crowd = number.tag_ == "NNS" and token.dep_ in SUBJECTS and verb.lemma_.lower() in words.crowd_verbs
    return people if (told and token.dep_ in ROLES) or crowd else None


def _whole(number: Token) -> Token:
    """The token that stands for the number in the tree: of "12 or 13" the first."""
    token = number
    while token.dep_ in PARTS and token.head.tag_ in ("CD", "NN", "NNS") and token.head is not token:
        token = token.head
        if token.tag_ != "CD":
            break
    return token


PARTS = frozenset({"nummod", "quantmod", "compound", "conj", "appos"})
FOUND = frozenset({"dead", "alive", "guilty", "unconscious"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "obj"})
