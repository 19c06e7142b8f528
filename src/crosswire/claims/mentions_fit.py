"""Whether a verb or noun keeps the company that a frame's trigger demands: objects, subjects, modifiers, phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.events import light_subject
from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.scores import score_at
from crosswire.claims.tokens import HEADED, children
from crosswire.model import Frame, Trigger

TYPES = {
    "person": ("PERSON",),
    "country": ("GPE", "NORP"),
    "body": ("ORG",),
    "party": ("PERSON", "GPE", "NORP", "ORG"),
}
THINGS = ("it", "they", "them", "first", "both")  # "the first was launched at 7:24"
KIND = ("compound", "amod")  # "interest rate", "martial law"
ADRIFT = ("acl", "appos", "dep", "relcl")  # what a noun cannot be, or seldom is
BODIES = frozenset(
    {"center", "centre", "agency", "service", "institute", "department", "board", "commission", "office"}
)
TIMES = ("DATE", "TIME")
MOMENTS = frozenset({"start", "beginning", "end", "age", "time", "moment", "once", "least"})
MISREAD = {"bases": "base", "graves": "grave"}  # which the parser takes for many a "basis" and "graf"
VERBAL = ("VERB",)
BESIDE = ("advmod", "prep", "acomp", "advcl", "xcomp", "oprd")  # "went missing", "was found dead"
NOMINAL = ("NOUN", "PROPN")


def lemmas(token: Token) -> tuple[str, ...]:
    """The lemma in lower case; for a name also its singular, since headlines capitalise plain nouns."""
    lemma = MISREAD.get(token.lower_) or token.lemma_.lower()
    if token.pos_ == "PROPN" and lemma.endswith("s") and len(lemma) > 3:
        return (lemma, lemma[:-1])
    if token.pos_ == "PROPN" and lemma[-1:].isdigit() and "-" in lemma:
        return (lemma, lemma.rpartition("-")[0])  # "Hwasong-5"
    return (lemma,)


def fitting_verb(verb: Token, candidates: Sequence[tuple[Frame, Trigger]]) -> list[tuple[Frame, Trigger]]:
    """The triggers that a verb pulls with the company it keeps; what it keeps is looked up once for all of them."""
    forms = {g.particle(verb), _with_adverb(verb)} if candidates else set()
    if any(c.dep_ == "prt" and _before_place(c) for c in children(verb)):
        forms.add(verb.lemma_.lower())
    called = [(frame, trigger) for frame, trigger in candidates if forms & trigger.verb]
    if not called:
        return []
    objects, subject = g.objects(verb), g.subject(verb)
    subjects = [_speaking(subject, verb) or meant(subject, verb)] if subject is not None else []
    done_to, doers = _heads_of([*objects, *_complements(verb)]), _heads_of(subjects)
    # "Kyrgyz and Tajik border guards clashed": who is joined to the first does it too
    with_others = doers | _heads_of(g.conjuncts(subjects[0])[1:]) if subjects else doers
    return [
        (frame, t)
        for frame, t in called
        if _words_fit(done_to, t.object, t.not_object)
        and _words_fit(with_others, t.subject, frozenset())
        and not (doers & t.not_subject)
        and _type_fits(objects, t.object_type)
        and _type_fits(subjects, t.subject_type)
        and _phrase_fits(verb, objects, t)
        and not (t.not_prep and t.not_prep & _aims(verb))
        and (not t.score or score_at(verb) is not None)
    ]


def _aims(verb: Token) -> set[str]:
    """The prepositions of a verb's phrases, times left out: "fired at the crowd", not "fired at the end of May"."""
    return {word for word, noun in g.prepositions(verb) if noun.ent_type_ not in TIMES and noun.lower_ not in MOMENTS}


def _before_place(particle: Token) -> bool:
    """Whether a particle is the preposition of a place right behind it: "capsized off Florida", "sank off Yemen"."""
    after = particle.nbor() if particle.i + 1 < len(particle.doc) else particle
    return after.pos_ == "PROPN" or after.ent_type_ in ("GPE", "LOC")


def meant(subject: Token, verb: Token) -> Token:
    """The noun that "it" or "they" takes up from the clause before: "the train was full when it derailed"."""
    if subject.lower_ not in THINGS or verb.dep_ not in ("advcl", "conj"):
        return subject
    doers = [g.subject(verb.head), *g.objects(verb.head)] if verb.head.pos_ in VERBAL else []
    nouns = [t for t in doers if t is not None and t.pos_ in NOMINAL and t.i < subject.i]
    if subject.lower_ == "it" and verb.head.lemma_ == "be":  # "62 people were aboard the plane when it crashed"
        nouns += [t for t in verb.head.subtree if t.dep_ == "pobj" and t.pos_ in NOMINAL and t.i < subject.i][-1:]
    return next((t for t in nouns if (subject.lower_ != "it") or not t.tag_.endswith("S")), subject)


def _speaking(subject: Token, verb: Token) -> Token | None:
    """Who says of himself what he does: the carmaker of "the carmaker said it would buy"."""
    above = g.subject(verb.head) if subject.lower_ == "it" and verb.dep_ == "ccomp" else None
    return above if above is not None and above.pos_ in NOMINAL and not above.tag_.endswith("S") else None


def _complements(verb: Token) -> list[Token]:
    """What else a verb has for an object: "named X minister", "X was awarded a prize", "declared the consul persona non
    grata"."""
    kinds = ("oprd", "dobj") if g.is_passive(verb) else ("oprd",)
    return [c for c in children(verb) if c.dep_ in kinds and (c.pos_ in NOMINAL or c.dep_ == "oprd")]


def _heads_of(tokens: Sequence[Token]) -> set[str]:
    return {lemma for token in tokens for lemma in _heads(token)}


def _with_adverb(verb: Token) -> str:
    """The verb with the small word right behind it, which the parser often takes for an adverb ("stepped down")."""
    after = next((c for c in _near(verb) if c.i == verb.i + 1 and c.dep_ in (*BESIDE, "neg")), None)
    return f"{verb.lemma_.lower()} {after.lower_}" if after is not None else ""


def _near(verb: Token) -> Iterator[Token]:
    """What hangs on a verb or on its predicate: the "not" of "pleaded not guilty"."""
    for child in children(verb):
        yield child
        if child.dep_ in ("acomp", "oprd"):
            yield from (c for c in children(child) if c.dep_ == "neg")


def noun_fits(noun: Token, lemma: str, trigger: Trigger, grammar: Grammar) -> bool:
    """Whether a noun, by one of its lemmas, pulls a trigger with the company it keeps."""
    if not any(_noun_phrase_is(noun, lemma, words) for words in trigger.noun):
        return False
    if noun.dep_ == "compound" and noun.head.pos_ in NOMINAL and not _titles(noun):  # "missile test site" is no test
        return False
    if noun.pos_ == "PROPN" and _in_body(noun):
        return False
    if trigger.of and not (trigger.of & _modifiers(noun)):
        return False
    if trigger.under and not (trigger.under & _governors(noun)):
        return False
    subject = light_subject(noun, grammar)
    subjects = [*([subject] if subject is not None else []), *(c for c in children(noun) if c.dep_ == "poss")]
    return (
        (not trigger.subject_type or _type_fits(subjects, trigger.subject_type))
        and (not trigger.object_type or _type_fits(_behind_of(noun), trigger.object_type))
        and (not trigger.subject or _words_fit(_heads_of(subjects), trigger.subject, trigger.not_subject))
        and not (trigger.not_object & _modifiers(noun))
        and (not trigger.score or score_at(noun) is not None)
        and _phrase_fits(noun, [], trigger)
    )


def _behind_of(noun: Token) -> list[Token]:
    """Whose or what's it is: "the death of the writer Samir Qadri"."""
    return [inner for word, inner in g.prepositions(noun) if word == "of"]


def _governors(noun: Token) -> set[str]:
    """The verb in whose phrase with "in", "by" or "from" a noun stands: "killed in a crash", "the crash" of a tale."""
    preposition = noun.head
    inside = noun.dep_ == "pobj" and preposition.lower_ in ("in", "by", "from", "during")
    return {preposition.head.lemma_.lower()} if inside and preposition.head.pos_ in VERBAL else set()


def _in_body(noun: Token) -> bool:
    """Whether a name goes on to what kind of body it is: "the Earthquake and Tsunami Center"."""
    behind = noun.doc[noun.i + 1 : noun.i + 4]
    names = [t.lower_ for t in behind if t.text[:1].isupper() or t.lower_ in ("and", "&")]
    return len(names) > 1 and names[0] in ("and", "&") and not BODIES.isdisjoint(names)


def _titles(noun: Token) -> bool:
    """Whether the noun stands before a name as what it names ("Hurricane Ilsa"), not in one ("Hurricane Center"), nor
    before a noun that a headline gives a capital ("Hacking Probe")."""
    name = noun.head
    named = noun.pos_ == name.pos_ == "PROPN" and name.ent_type_ != "ORG"
    return named and bool(name.ent_type_ or not noun.doc.user_data.get(HEADED))


def _noun_phrase_is(noun: Token, lemma: str, words: str) -> bool:
    *before, last = words.split()
    if last != lemma:
        return False
    return all(noun.i - i - 1 >= 0 and noun.nbor(-i - 1).lower_ == word for i, word in enumerate(reversed(before)))


def _modifiers(noun: Token) -> set[str]:
    before = noun.nbor(-1) if noun.i else noun
    # "the measles outbreak", whatever the parser hangs the first noun on
    found = set(lemmas(before)) if noun.dep_ in ADRIFT and before.pos_ in NOMINAL else set()
    if before.tag_ == "VBG" and noun.head.i == before.i and before.dep_ == "pcomp":
        found.add(before.lower_)  # "dead after building collapse"
    for child in children(noun):
        if child.dep_ in ("compound", "amod", "nmod", "poss", "npadvmod"):
            found.update(lemmas(child))
            found.update(lemma for c in children(child) if c.dep_ in ("compound", "amod") for lemma in lemmas(c))
        elif child.dep_ == "prep" and child.lower_ in ("of", "on", "against", "for"):
            # "the seizure of two tonnes of cocaine" is one of cocaine
            found.update(lemma for c in children(child) if c.dep_ == "pobj" for lemma in (*lemmas(c), *_filled(c)))
    return found


def _filled(noun: Token) -> tuple[str, ...]:
    """What a measure or a crowd is full of: "two tonnes of cocaine", "dozens of prisoners"."""
    return tuple(lemma for word, inner in g.prepositions(noun) if word == "of" for lemma in lemmas(inner))


def _is_no_count(number: Token) -> bool:
    """Whether a number without a noun is money, or stands for a thing told of before ("its last one")."""
    money = number.ent_type_ == "MONEY" or any(c.tag_ == "$" for c in children(number))
    return money or (number.lower_ == "one" and any(c.dep_ in ("poss", "amod") for c in children(number)))


def _heads(token: Token) -> set[str]:
    """The lemmas a noun phrase answers to: its head and, behind "of", what it is full of ("a salvo of rockets")."""
    found = set(lemmas(token))
    if token.pos_ == "NUM" and token.dep_ != "nummod" and not _is_no_count(token):
        counted = next((c for c in g.conjuncts(token)[1:] if c.pos_ == "NOUN"), None)
        found.update({"people"} if counted is None else lemmas(counted))  # "killed at least 22"; not "one or two shots"
    # "The tanker Astra Dawn", "flight 4U9525", "an Airbus A320" answer to the common word too.
    if token.pos_ == "PROPN" or any(letter.isdigit() for letter in token.text):
        found.update(lemma for c in children(token) if c.dep_ == "compound" for lemma in lemmas(c))
    if token.pos_ == "PROPN":  # "an Asiana Airlines Boeing 777"
        behind = (c for c in token.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == token.i + 1)
        found.update(lemma for c in behind for lemma in lemmas(c))
    found |= {f"{c.lower_} {token.lemma_.lower()}" for c in token.lefts if c.dep_ in KIND and c.i == token.i - 1}
    for preposition, noun in g.prepositions(token):
        if preposition == "of":
            found.update(lemmas(noun))
    return found


def _words_fit(found: set[str], wanted: frozenset[str], unwanted: frozenset[str]) -> bool:
    return (not wanted or bool(found & wanted)) and not (found & unwanted)


def _type_fits(tokens: Sequence[Token], wanted: str | None) -> bool:
    if wanted is None:
        return True
    if wanted == "any":
        return bool(tokens)
    tokens = [*tokens, *(c for t in tokens if t.pos_ == "NOUN" for c in t.rights if c.dep_ == "appos")]
    if wanted == "name":  # whatever the parser takes it for
        return any(t.pos_ == "PROPN" and t.ent_type_ not in ("GPE", "NORP", "LOC", "DATE") for t in tokens)
    pronoun = wanted in ("party", "person")
    return any(t.ent_type_ in TYPES[wanted] or (pronoun and t.pos_ == "PRON" and t.lower_ != "it") for t in tokens)


def _right_behind(noun: Token) -> Iterator[tuple[str, Token]]:
    """The phrase right behind a noun, whatever the parser hangs it on: "looking into the fire at a hotel"."""
    behind = noun.nbor() if noun.pos_ in NOMINAL and noun.i + 1 < len(noun.doc) else noun
    if behind.dep_ == "prep" and behind.head.i < noun.i:
        yield from ((behind.lower_, c) for c in children(behind) if c.dep_ == "pobj")


def _meant_to(verb: Token) -> Iterator[tuple[str, Token]]:
    """What somebody is to do: "chose her to lead the bank"."""
    clauses = (c for c in children(verb) if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB")
    return (("to", c) for c in clauses if c.left_edge.lower_ == "to")


def _phrase_fits(token: Token, objects: Sequence[Token], trigger: Trigger) -> bool:
    if not trigger.with_prep and not trigger.with_head:
        return True
    for holder in (token, *objects):
        for preposition, noun in (*g.prepositions(holder), *_right_behind(holder), *_meant_to(holder)):
            if trigger.with_prep and preposition not in trigger.with_prep:
                continue
            if trigger.with_place and noun.ent_type_ != "GPE":
                continue
            if not trigger.with_head or trigger.with_head & _heads(noun):
                return True
    return False
