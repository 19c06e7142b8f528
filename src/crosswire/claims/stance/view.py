"""Whether words stand by themselves as somebody's judgement or forecast, or announce what is to come.

The kind of a claim tells what it is worth as evidence: what is in doubt is no fact, and so may end as an expectation.
A view is what a page can show as opinion: a whole clause, with its own subject, modal and negation, that judges or that
foresees on somebody's judgement. What is planned, due or promised is announced and not foreseen. Questions, wishes,
infinitives and what happened are none of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from crosswire.claims.parse import text_between
from crosswire.claims.stance.cues import AUXILIARY, VERBS, is_infinitive
from crosswire.claims.stance.judge import StanceTable, judge
from crosswire.claims.stance.negation import is_negated
from crosswire.claims.stance.phrases import phrase_in
from crosswire.claims.stance.view_words import ViewWords
from crosswire.claims.tokens import children
from crosswire.model import View

VIEWS: tuple[View, ...] = ("judges", "foresees", "announces")
QUESTIONS = ("WDT", "WP", "WP$", "WRB")
FINITE = ("MD", "VBD", "VBP", "VBZ")
PAST = ("VBD", "VBN")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
PREDICATES = ("acomp", "attr", "oprd")
CLAUSAL = ("ccomp", "xcomp", "csubj", "acl", "advcl", "relcl")
COPULAS = ("be", "become", "remain", "seem", "look", "sound", "feel", "appear", "prove")
APART = ("ccomp", "csubj", "advcl", "relcl", "acl", "pcomp")
RAISING = ("seem", "appear")
POINTING = ("this", "that", "these", "those")
SELF = ("i", "we", "he", "she", "they")
READERS = frozenset(("i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours"))
MARKS = ('"', "``", "''")
ENDS = (".", "!", ":")
PAGE = ("@", "#", "http", "www.", "pic.", ".com/")  # what only a page or a post has
MANY = 3  # words, of which a clause that can be understood has more


def heads_of(words: Span, *, own: bool) -> list[Token]:
    """The verbs that head the clauses of an outlet's own sentence (`own`) or of words given to somebody; none where
    they are no whole clause, ask, or cannot be understood alone."""
    if len(words) <= MANY or (own and not _in_own_voice(words)):
        return []
    heads = [t for t in words if _heads(t, words)]
    return heads if heads and _is_whole(heads[0], words, own=own) else []


def view_of(
    heads: Sequence[Token], table: StanceTable, *, own: bool, held: bool = False, foretold: bool = False
) -> View | None:
    """What whole clauses do, the first of what they do. `held`: their speaker is told to believe or predict them;
    `foretold`: is asked for a judgement of what comes, as analysts are."""
    found = [_view(head, table, own=own, held=held, foretold=held or foretold) for head in heads]
    return next((one for one in VIEWS if one in found), None)


def _heads(token: Token, words: Span) -> bool:
    """Whether a token heads a clause of its own among the words: the main one, or one joined to it."""
    if token.pos_ not in VERBS:
        return False
    beside = token.dep_ == "ccomp" and token.i < token.head.i and _subject(token) is not None
    if beside and not any(c.dep_ == "mark" for c in children(token)):
        return True  # "that could split them, should they refuse"
    top = token
    while top.dep_ == "conj" and words.start <= top.head.i < words.end and _subject(top) is not None:
        top = top.head
    return top.head.i == top.i or not words.start <= top.head.i < words.end


def _in_own_voice(words: Span) -> bool:
    """Whether a sentence is the outlet's own: whole, in no open quotation, and no word to or of its readers."""
    text, doc = text_between(words[0], words[-1]), words.doc
    if any(mark in text for mark in PAGE) or not text.rstrip("\"' )").endswith(ENDS):
        return False
    before = sum(t.text in MARKS for t in doc[: words.start])
    inside = sum(t.text in MARKS for t in words)
    return not before % 2 and not inside % 2 and not any(t.lower_ in READERS and t.text != "US" for t in words)


def _is_whole(head: Token, words: Span, *, own: bool) -> bool:
    """Whether a clause has a finite verb and a subject that says what it is about, and asks nothing."""
    subject = _subject(head)
    if subject is None or not words.start <= subject.i < words.end or head.dep_ == "relcl":
        return False
    forms = [head, *(c for c in children(head) if c.dep_ in AUXILIARY)]
    if not any(f.tag_ in FINITE for f in forms) or is_infinitive(head):
        return False
    if any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in children(head)):
        return False
    if text_between(words[0], words[-1]).rstrip("\"' )").endswith("?") or _asks(head):
        return False
    return own or _is_told(subject, head)


def _asks(head: Token) -> bool:
    """Whether a clause is a question, told or asked: "how long it would last", "what it wants", "who it was"."""
    first = next((t for t in head.subtree if t.is_alpha), head)
    if first.tag_ not in QUESTIONS:
        return False
    above = first
    while above.i != head.i and above.dep_ != "advcl":
        above = above.head
    return above.i == head.i


def _is_told(subject: Token, head: Token) -> bool:
    """Whether a subject says by itself what it is: no "this" or "which", and no "it" but one of a clause to come."""
    if subject.tag_ in QUESTIONS or (subject.lower_ in POINTING and not list(children(subject))):
        return False
    ahead = (c for p in (head, *children(head)) for c in p.rights if c.dep_ in CLAUSAL)
    return subject.lower_ != "it" or (head.lemma_ in COPULAS and next(ahead, None) is not None)


def _subject(verb: Token) -> Token | None:
    return next((c for c in children(verb) if c.dep_ in SUBJECTS), None)


def _view(head: Token, table: StanceTable, *, own: bool, held: bool, foretold: bool) -> View | None:
    words = table.view
    aux, perfect = _modals(head), _is_perfect(head)
    to_come = _to_come(head, table, own=own, foretold=foretold)
    usual = (table.clause.modifiers.get(c.lower_) == "general" for c in children(head) if c.dep_ == "advmod")
    if judge(head, table).modality == "general" or any(usual):
        return None
    if _guesses(head, aux, perfect, words) or _judges(head, table, own=own):
        return "judges"
    if to_come is not None:
        return to_come
    if not own and aux & {"should", "must", "ought"} and not perfect:
        return "judges"
    return "judges" if held and not aux else None


def _guesses(head: Token, aux: set[str], perfect: bool, words: ViewWords) -> bool:
    """Whether a clause supposes what is or was: "may have sunk", "appears to be false", "was probably set"."""
    if perfect and aux & {"may", "might"}:
        return True
    if aux & {"may", "might"} and head.lemma_ in COPULAS and not any(c.dep_ == "expl" for c in children(head)):
        return True
    if head.lemma_ in RAISING and any(c.dep_ in ("xcomp", "acomp", "oprd", "ccomp") for c in children(head)):
        return True
    believed = head.tag_ == "VBN" and head.lemma_ in ("believe", "think", "suspect", "presume") and not aux
    if believed and any(c.dep_ == "xcomp" and is_infinitive(c) for c in children(head)):
        return True
    coming = aux & {"will", "would", "'ll", "wo", "could"}
    return not coming and any(c.lower_ in words.guess and c.dep_ == "advmod" for c in children(head))


def _judges(head: Token, table: StanceTable, *, own: bool) -> bool:
    """Whether a clause calls something good or bad, or reads one thing in another."""
    words, subject = table.view, _subject(head)
    if head.lemma_ in words.reading and head.pos_ == "VERB":
        return subject is not None and subject.lower_ not in SELF and subject.ent_type_ != "PERSON"
    predicates = [c for c in children(head) if c.dep_ in PREDICATES]
    asked = any(_asks_below(c) for what in (head, *predicates) for c in what.rights)
    ill = own and not words.ill.isdisjoint(what.lemma_.lower() for what in predicates)
    if head.lemma_ not in COPULAS or asked or ill:
        return False
    judged = any(what.dep_ == "acomp" and _is_judging(what, table) for what in predicates)
    said = predicates and phrase_in(" ".join(t.lower_ for t in _main(head)), words.judging) is not None
    pictured = subject is None or subject.pos_ == "PRON"  # "It looks like this" stands below a picture
    alike = head.lemma_ != "be" and not pictured and any(c.dep_ == "prep" and c.lower_ == "like" for c in head.rights)
    return judged or bool(said) or alike


def _is_judging(what: Token, table: StanceTable) -> bool:
    return what.lemma_.lower() in table.opinion.adjectives and what.lower_ not in table.view.prone


def _main(head: Token) -> Iterator[Token]:
    """The words of a clause without those of the clauses in it."""
    for token in head.subtree:
        above = token
        while above.i != head.i and above.dep_ not in APART:
            above = above.head
        if above.i == head.i:
            yield token


def _asks_below(clause: Token) -> bool:
    """Whether a clause below a predicate is an open question: "it is not clear whether ..."."""
    if clause.dep_ not in CLAUSAL:
        return False
    marked = any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in children(clause))
    return marked or (clause.dep_ in ("ccomp", "csubj", "xcomp") and _asks(clause))


def _modals(head: Token) -> set[str]:
    return {c.lower_ for c in children(head) if c.dep_ in AUXILIARY and c.tag_ == "MD"}


def _is_perfect(head: Token) -> bool:
    return any(c.lemma_ == "have" and c.dep_ == "aux" for c in children(head))


def _to_come(head: Token, table: StanceTable, *, own: bool, foretold: bool) -> View | None:
    """Whether a clause tells of what comes, and whether it is foreseen or only announced."""
    words, subject, aux = table.view, _subject(head), _modals(head)
    present = not any(t.tag_ == "VBD" for t in (head, *children(head)) if t.i == head.i or t.dep_ in AUXILIARY)
    if (prone := _prone(head, words)) is not None:
        return "foresees" if present and prone else None
    likely = foretold or any(c.lower_ in words.sure | words.guess and c.dep_ == "advmod" for c in children(head))
    likely = likely or _has_condition(head)
    if _is_perfect(head):
        return "judges" if "would" in aux and likely else None
    if aux & {"may", "might", "could"}:
        failed = "could" in aux and (is_negated(head, table.clause) or head.lemma_ in ("see", "hear", "feel", "tell"))
        return None if failed else "foresees"
    if aux & {"will", "wo", "'ll", "shall", "would", "'d"}:
        likely = likely or (own and _is_compared(head))
        itself = not own and not foretold and subject is not None and subject.lower_ in SELF
        return "foresees" if likely and not itself else "announces"
    return "announces" if judge(_led(head), table).modality == "expected" else None


def _is_compared(head: Token) -> bool:
    """Whether what comes is called more or less of something: "the cuts will be more painful"."""
    what = (c for c in children(head) if head.lemma_ in COPULAS and c.dep_ == "acomp")
    return any(w.tag_ == "JJR" or any(c.lower_ in ("more", "less", "too") for c in w.lefts) for w in what)


def _led(head: Token) -> Token:
    """The infinitive that a clause is about: "visit" in "is due to visit", "plans to visit"; else its verb."""
    below = (c for p in (head, *children(head)) if p is head or p.dep_ in PREDICATES for c in children(p))
    return next((c for c in below if c.dep_ == "xcomp" and is_infinitive(c)), head)


def _prone(head: Token, words: ViewWords) -> bool | None:
    """Whether it is called likely, or expected, that something comes ("is expected to rise"); None where neither is."""
    passive = head.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in children(head))
    if passive and head.lemma_ in words.foresee:
        return any(c.dep_ in ("xcomp", "ccomp") for c in children(head))
    for what in children(head):
        if what.dep_ in PREDICATES and what.lower_ in words.prone:
            return any(c.dep_ in ("xcomp", "ccomp", "acl") for c in (*what.rights, *head.rights))
    return None


def _has_condition(head: Token) -> bool:
    """Whether what comes hangs on something: "if she resigns, the party will split"."""
    subject = _subject(head)
    if subject is not None and (subject.dep_.startswith("csubj") or subject.tag_ == "VBG"):
        return True  # "naming her would put her at risk"
    if head.dep_ == "ccomp" and head.i < head.head.i and any(c.lower_ == "should" for c in children(head.head)):
        return True
    clauses = (c for c in children(head) if c.dep_ == "advcl")
    return any(m.lower_ in ("if", "unless") for clause in clauses for m in children(clause) if m.dep_ == "mark")


def coming_verbs(words: Span, table: StanceTable) -> Iterator[Token]:
    """The verbs of whole words that tell what is to come, so that a time beside one of them lies ahead."""
    for token in words:
        if token.pos_ in VERBS and token.dep_ not in ("aux", "auxpass"):
            modal = bool(_modals(token))
            modality = judge(token, table).modality
            due = token.tag_ == "VBN" and token.lemma_ in table.view.foresee and _subject(token) is not None
            known = modal or token.tag_ != "VBP" or (subject := _subject(token)) is None or subject.pos_ != "PRON"
            done = modal and _is_perfect(token)
            comes = not done and ((modality == "expected" and known) or (modality == "hypothetical" and modal) or due)
            if comes and not any(_if(t) for t in (token, *token.ancestors)):
                yield token


def _if(clause: Token) -> bool:
    """Whether a clause is a condition: what it tells need not come."""
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in children(clause))
