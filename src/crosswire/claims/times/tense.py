"""Which way the verb of a time looks: past, future, or not told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from crosswire.claims.times.context import Tense

PLANNING = frozenset({"plan", "schedule"})
NOBODY = frozenset({"none", "no", "nobody", "neither", "nothing"})
PRESENT = frozenset({"VBZ", "VBP"})
CLIMB = 6
LONG = 1000  # tokens
Verbs = Mapping[str, frozenset[str]]  # the lists under [tense] in the table


def tense(doc: Doc, start: int, end: int, verbs: Verbs) -> Tense | None:
    """The tense of the nearest verb above the expression, characters [start, end) of the parse."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    verb = _governor(span.root, verbs)
    if _behind_until(doc, span.start) and (verb is None or not _reached(verb, verbs)):
        return "future"
    if [t.lower_ for t in doc[max(0, span.start - 3) : span.start]] == ["as", "soon", "as"]:
        return "future"  # "was ready to leave as soon as Tuesday"
    if verb is None:
        return None
    return _of_verb(verb, verbs) if verb.pos_ in ("VERB", "AUX") else "future"


def _behind_until(doc: Doc, start: int) -> bool:
    """Whether "until" stands before the token, at most with a time of day between: "until 9 a.m. EST Tuesday"."""
    for i in range(start - 1, max(-1, start - 5), -1):
        if doc[i].lower_ in ("until", "till"):
            return True
        if not (
            doc[i].like_num or doc[i].is_upper or doc[i].lower_ in ("a.m.", "p.m.", "am", "pm", "noon", "midnight")
        ):
            return False
    return False


def _reached(verb: Token, verbs: Verbs) -> bool:
    """Whether "until" names an end in the past: "was in office until Friday", "until Thursday they had not called"."""
    return verb.lemma_ in verbs["last"] or any(child.dep_ == "neg" for child in verb.children)


def _governor(token: Token, verbs: Verbs) -> Token | None:
    """The nearest verb above that tells a tense, or a word for something planned ("due", "deadline")."""
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            if token.tag_ not in ("VB", "VBG") or _of_verb(token, verbs):
                return token
        elif token.pos_ in ("ADJ", "NOUN") and token.lemma_.lower() in verbs["plans"]:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _of_verb(verb: Token, verbs: Verbs) -> Tense | None:
    if verb.right_edge.i - verb.left_edge.i > LONG:  # a list or a table; its children cost its length each time
        return None
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(helper.tag_ == "MD" and helper.lower_ in verbs["modals"] for helper in helpers):
        return _of_modal(verb, helpers)
    if any(helper.lower_ == "to" for helper in helpers):
        return _of_infinitive(verb, verbs)
    if _is_planned(verb, verbs):
        return "future"
    return _of_form(verb, helpers, verbs)


def _is_planned(verb: Token, verbs: Verbs) -> bool:
    """Whether it looks ahead by its meaning: "is scheduled for", "planned a rally on Saturday", "the deadline is"."""
    lemma = verb.lemma_.lower()
    if lemma in verbs["scheduled"] and verb.tag_ == "VBN" and not _had_been(verb):
        return True
    if lemma in verbs["moved"] and _defers(verb):
        return True
    if lemma in PLANNING and any(child.dep_ == "dobj" for child in verb.children):
        return True
    return lemma == "be" and verb.tag_ in PRESENT and any(_is_plan(child, verbs) for child in verb.lefts)


def _of_modal(verb: Token, helpers: Sequence[Token]) -> Tense | None:
    """What "will", "could" and their like tell: "could not be reached Wednesday" and "none could be found" are past."""
    if any(helper.lower_ == "have" for helper in helpers):
        return None
    could = any(helper.lower_ == "could" for helper in helpers)
    return "past" if could and any(_denies(child) for child in verb.children) else "future"


def _denies(child: Token) -> bool:
    return child.dep_ == "neg" or (child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in NOBODY)


def _is_plan(child: Token, verbs: Verbs) -> bool:
    return child.dep_ == "nsubj" and child.pos_ == "NOUN" and child.lemma_.lower() in verbs["plans"]


def _had_been(token: Token) -> bool:
    """Whether what was planned is over: "had been due to expire Friday", "had been scheduled for Monday"."""
    for verb in (token, token.head):
        said = {verb.lower_, *(child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass"))}
        if "had" in said and "been" in said:
            return True
    return False


def _of_form(verb: Token, helpers: Sequence[Token], verbs: Verbs) -> Tense | None:
    """What the verb's own form tells: "met" is past, "is meeting" and "begins" look ahead, "says" does neither."""
    now = [h for h in helpers if h.tag_ in PRESENT]
    if verb.tag_ == "VBN" and now and all(h.lemma_ == "be" for h in helpers):
        return None  # "the case is heard in May"
    if verb.tag_ in ("VBD", "VBN"):
        return "past"
    lemma = verb.lemma_.lower()
    progressive = verb.tag_ == "VBG" and any(h.lemma_ == "be" for h in now) and lemma not in verbs["ongoing"]
    return "future" if progressive or (lemma in verbs["begins"] and verb.tag_ in PRESENT) else None


def _defers(verb: Token) -> bool:
    """Reads "extended its deadline until Tuesday": the verb is past, the day is not."""
    return any(
        child.lower_ in ("until", "till", "to", "for", "through", "into") and child.dep_ == "prep"
        for child in verb.children
    )


def _of_infinitive(verb: Token, verbs: Verbs) -> Tense | None:
    """Reads "plans to meet Friday", "is to arrive", "going to": what is planned lies ahead; "began to fall" is past."""
    head = verb.head
    if _had_been(head):
        return "past"
    if head.lemma_.lower() in verbs["plans"] or head.lemma_ in ("be", "go"):
        return "future"
    return "past" if head.tag_ in ("VBD", "VBN") and verb.dep_ == "xcomp" else None


def is_person(doc: Doc, start: int) -> bool:
    """Whether the word at a character is part of a person's name ("April Smith")."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return span is not None and len(span) > 0 and span[0].ent_type_ == "PERSON"
