"""Answers by the clause an event is told in: its own phrases first, then those of what it happened in."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from crosswire.claims.answers.beside import (
    before_its_clause,
    in_its_name,
    left_to_noun,
    out_of_brackets,
    right_behind_place,
    set_in_front,
    within_subject,
)
from crosswire.claims.answers.fit import Answer, Context, answer_of, suits, type_of
from crosswire.claims.answers.misplaced import is_anothers
from crosswire.claims.answers.owned import is_of_somebody
from crosswire.claims.grammar import tree as g
from crosswire.claims.grammar.events import event_clauses
from crosswire.claims.grammar.style import is_before_object
from crosswire.claims.infinitives import is_infinitive
from crosswire.claims.mentions import Hit
from crosswire.claims.placed import Placed
from crosswire.model import Attribute, Place

DOERS = g.SUBJECTS + g.PASSIVE_SUBJECTS
ANNOUNCING = frozenset({"announce", "say", "confirm", "declare", "reveal", "disclose", "unveil", "state", "report"})
LEARNT = frozenset({"discover", "uncover", "learn", "notice", "disclose", "reveal", "unearth", "admit"})
WORDS = frozenset({"statement", "interview", "briefing", "conference", "speech", "tweet", "post", "letter", "message"})
TERMS = frozenset({"by", "until", "till", "through", "within", "over"})
DEEP = 16  # steps up the parse: "in the town of Dakar, 40 km (25 miles) from Thies on Saturday"
SCENES = frozenset({"in", "at", "near", "on", "off", "outside", "along", "around", "early", "late", "shortly"})
INSIDE = SCENES | {"outside", "over", "across", "inside", "within", "through", "throughout", "of", "into", "from", "by"}
ANSWERED = frozenset({"response", "retaliation", "reaction", "reprisal", "revenge", "retribution", "connection"})


def in_clause(hit: Hit, attribute: Attribute, context: Context) -> Iterator[Answer]:
    """The values of a type in the event's clause, in order; a place that acts is none."""
    if attribute.type == "time" and (told := _day_when(hit, attribute, context)) is not None:
        yield told
        return
    chain = event_clauses(hit.token, context.grammar)
    members = {token.i for token in chain}
    cut = attribute.type == "time" and hit.token.pos_ != "VERB" and is_infinitive(chain[-1])
    verbs = [] if cut else [token for token in chain if token.pos_ in ("VERB", "AUX")]
    heads = {g.clause_head(token, context.grammar).i for token in verbs}
    found: list[tuple[int, Answer]] = []
    for placed in context.board.sentence(hit.passage, hit.token):
        if placed.type != type_of(attribute) or not suits(placed, attribute, context):
            continue
        answer = answer_of(attribute, placed)
        if attribute.type == "place" and _told_by_position(placed, hit, attribute, members, context):
            found.append((3, answer))
            continue
        if _is_none(placed, hit, attribute, members, context):
            continue
        holder = _holder(placed, hit, members, context)
        if holder in members:  # "arrested a day earlier" before the day of the clause around it
            found.append((int(attribute.type != "time" or holder != hit.token.i), answer))
        elif holder is not None and g.clause_head(placed.root, context.grammar).i in heads:
            found.append((2, answer))
        elif _told_beside(placed, holder, hit, context) or _dates_it(placed, holder, hit, members, context):
            found.append((3, answer))
    yield from (answer for _, answer in sorted(found, key=lambda item: item[0]))
    yield from _in_setting(hit, attribute, members, context)
    yield from _with_deed(hit, attribute, context)
    if attribute.type == "time" and hit.frame.decided:
        yield from _when_announced(hit, attribute, context)


def _is_none(placed: Placed, hit: Hit, attribute: Attribute, members: set[int], context: Context) -> bool:
    """Whether a place in the clause is no scene, or a time another word's."""
    if attribute.type == "place":
        return _is_no_scene(placed) or is_of_somebody(placed.root, context.grammar)
    if attribute.type != "time":
        return False
    if (hit.frame.decided and _is_term(placed)) or _dates_words(placed):
        return True
    return not is_before_object(placed.root) and _is_of_other(placed, members, hit.token)


def _when_announced(hit: Hit, attribute: Attribute, context: Context) -> Iterator[Answer]:
    """The day of the announcing, of what is done by announcing it: "The bank said on Sunday it would cut jobs"."""
    verb = hit.token
    while verb.dep_ in ("xcomp", "ccomp") and verb.head is not verb and verb.lemma_.lower() not in ANNOUNCING:
        verb = verb.head
    if verb is hit.token or verb.lemma_.lower() not in ANNOUNCING:
        return
    for placed in context.board.sentence(hit.passage, hit.token):
        day = placed.type == "time" and suits(placed, attribute, context)
        if day and g.clause_head(placed.root, context.grammar).i == verb.i and not _tells_of_noun(placed, set()):
            yield answer_of(attribute, placed)


def _is_of_other(placed: Placed, members: set[int], trigger: Token) -> bool:
    return _tells_of_noun(placed, members) or _is_of_learning(trigger, placed)


def _is_of_learning(noun: Token, placed: Placed) -> bool:
    """Whether a time is when something was found out, not when it was: "discovered the breach on July 29", "a breach
    discovered on July 29"."""
    clause = placed.root.head.head if placed.root.dep_ == "pobj" else placed.root.head
    if clause.dep_ in ("acl", "relcl") and clause.head.i == noun.i and clause.lemma_.lower() in LEARNT:
        return True
    verb = noun.head
    found_out = noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in LEARNT and noun.pos_ != "VERB"
    return found_out and placed.tokens.start > max(noun.i, verb.i)


def _dates_words(placed: Placed) -> bool:
    """Whether a time is that of words: "in a statement on Tuesday, residents confirmed the abduction"."""
    noun = placed.root.head.head
    return placed.root.head.pos_ == "ADP" and noun.pos_ == "NOUN" and noun.lemma_.lower() in WORDS


def _is_term(placed: Placed) -> bool:
    """Whether a time is by when a thing decided will be done: "will cut 18,000 jobs by 2022"."""
    before = placed.tokens.doc[max(0, placed.tokens.start - 1)].lower_
    return before in TERMS or placed.tokens[0].lower_ in TERMS


def _is_told_of_all(placed: Placed, hit: Hit, context: Context) -> bool:
    """Whether a phrase closes a row of verbs of one subject, and so tells of each: "came off the tracks, hit a wall and
    caught fire near Santiago on Wednesday"."""
    verb, found = g.clause_head(placed.root, context.grammar), placed.tokens.start
    if hit.token.pos_ != "VERB" or found < verb.i or found < hit.token.i or verb.i == hit.token.i:
        return False
    if verb.i not in (placed.root.head.head.i, placed.root.head.i):
        return False
    while verb.dep_ == "conj" and g.nearest(verb, DOERS) is None:
        verb = verb.head
        if verb.i == hit.token.i:
            return True
    return False


def _told_beside(placed: Placed, holder: int | None, hit: Hit, context: Context) -> bool:
    """Whether a phrase that hangs on another word tells of the event all the same."""
    if within_subject(placed, hit, context):
        return True
    if _is_told_of_all(placed, hit, context) and (holder is None or _is_alike(placed, hit, context)):
        return True
    return holder is not None and _is_told_of_company(placed, holder, hit)


def _told_by_position(placed: Placed, hit: Hit, attribute: Attribute, members: set[int], context: Context) -> bool:
    """Whether a place opens the sentence, or stands in what the event is called."""
    return in_its_name(placed, hit, attribute) or set_in_front(placed, hit, members, context)


def _dates_it(placed: Placed, holder: int | None, hit: Hit, members: set[int], context: Context) -> bool:
    """Whether a time that hangs elsewhere dates the event all the same, by what stands before and behind it."""
    if holder is not None and left_to_noun(placed, holder, hit, context):
        return True
    if placed.type != "time":
        return False
    if before_its_clause(placed, hit, context):
        return True
    place = right_behind_place(placed, context)
    return place is not None and _holder(place, hit, members, context) in members


def _is_alike(placed: Placed, hit: Hit, context: Context) -> bool:
    """Whether the last verb of the row tells of the same kind of event: "hit a lorry and derailed in Kenya"."""
    lemma = g.clause_head(placed.root, context.grammar).lemma_.lower()
    return any(lemma in trigger.verb for trigger in hit.frame.triggers)


def _is_told_of_company(placed: Placed, holder: int, hit: Hit) -> bool:
    """Whether a phrase closes the clause that tells what something was doing when it was hit: "collided with a lorry
    that was standing on a crossing near Nairobi on Monday", "rammed a boat carrying migrants off Libya"."""
    doing = hit.token.doc[holder]
    if doing.tag_ != "VBG" or doing.dep_ not in ("acl", "relcl") or placed.tokens.start < holder:
        return False
    met, word = doing.head, placed.root
    above = met.head.head if met.dep_ == "pobj" else met.head
    if met.i < hit.token.i or above.i != hit.token.i or any(c.lower_ in ("has", "had", "have") for c in doing.lefts):
        return False
    while word.head.i not in (holder, word.i):
        word = word.head
    return word.dep_ in ("npadvmod", "advmod") or word.lower_ in SCENES


def _tells_of_noun(placed: Placed, members: set[int]) -> bool:
    """Whether a time says which one a noun is, not when it happened: "the 1950s singer died", "voided the 2019 law"."""
    word = placed.root
    if word.dep_ == "det":  # of "the 1950s" and "the early-morning June 24" several words hang on the noun
        inside = range(placed.tokens.start, placed.tokens.end)
        word = next((t for t in reversed(list(placed.tokens)) if t.head.i not in inside), word)
    return word.dep_ in ("nummod", "amod", "compound", "nmod", "poss") and word.head.i not in members


def _day_when(hit: Hit, attribute: Attribute, context: Context) -> Answer | None:
    """The time that the clause itself tells more of: "the first since 28 March, when the North fired two"."""
    when = next((c for c in hit.token.lefts if c.lower_ == "when" and c.dep_ == "advmod"), None)
    if when is None or when.i == 0:
        return None
    before = when.i - 1 - (when.nbor(-1).lower_ == ",")
    for placed in context.board.sentence(hit.passage, hit.token):
        if placed.type == "time" and placed.tokens.end == before + 1:
            return answer_of(attribute, placed)
    return None


def _in_setting(hit: Hit, attribute: Attribute, members: set[int], context: Context) -> Iterator[Answer]:
    """Where it happened, or when, by what it happened in: "killed when a bus fell off a bridge in Puno", "killed in an
    attempt to break up a sit-in in Khartoum on Monday"."""
    for placed in context.board.sentence(hit.passage, hit.token):
        if placed.type != type_of(attribute) or not suits(placed, attribute, context):
            continue
        if placed.root.dep_ not in ("pobj", "npadvmod") and not _begins_phrase(placed.root):
            continue
        verb = g.clause_head(placed.root, context.grammar)
        meanwhile = verb.dep_ == "advcl" and verb.head.i in members and _is_setting(verb)
        meanwhile = meanwhile and (attribute.type == "place" or g.nearest(verb, DOERS) is None)
        tried = verb.dep_ == "acl" and verb.head.lemma_.lower() in context.grammar.attempts
        if meanwhile or (tried and verb.head.head.head.i in members):
            yield answer_of(attribute, placed)


def _with_deed(hit: Hit, attribute: Attribute, context: Context) -> Iterator[Answer]:
    """When and where that was of which a participle tells more: "rammed a shop in Nice on Monday, smashing a window and
    making off with rings"; not "having made off", nor what somebody says, "adding" or "citing" it."""
    clause = hit.token
    while clause.dep_ == "conj" and clause.tag_ == clause.head.tag_ == "VBG":
        clause = clause.head
    deed, start = clause.head, clause.left_edge.i
    behind = clause.dep_ == "advcl" and clause.tag_ == "VBG" and deed.i < start and deed.doc[start - 1].text == ","
    if not behind or start != clause.i or not _is_deed(deed, context) or g.nearest(clause, DOERS) is not None:
        return
    for placed in context.board.sentence(hit.passage, hit.token):
        if placed.type != type_of(attribute) or placed.tokens.end > start or not suits(placed, attribute, context):
            continue
        root = placed.root
        if attribute.type == "place" and not (root.dep_ == "pobj" and root.head.lower_ in SCENES):
            continue
        if g.clause_head(root, context.grammar).i == deed.i and not _tells_of_noun(placed, {deed.i}):
            yield answer_of(attribute, placed)


def _is_deed(verb: Token, context: Context) -> bool:
    """Whether a verb tells what was done and not what was said of it."""
    told = context.grammar.telling | context.grammar.witness_verbs | context.grammar.measuring
    return verb.tag_ in ("VBD", "VBN", "VBZ", "VBP") and verb.lemma_.lower() not in told


def _begins_phrase(name: Token) -> bool:
    """Whether a name opens what stands behind a preposition: "at San Francisco International Airport"."""
    return name.dep_ == "compound" and name.head.dep_ == "pobj"


def _is_setting(verb: Token) -> bool:
    return any(c.lower_ in ("when", "as", "while") and c.dep_ in ("advmod", "mark") for c in verb.lefts)


def _is_no_scene(placed: Placed) -> bool:
    """Whether a place in the clause is who acts, or where something came from ("alarm from Nigeria over the coup")."""
    root, value = placed.root, placed.found.value
    if root.dep_ in ("compound", "nmod") and root.head.dep_ == "pobj":  # "in the Izmir area"
        abroad = isinstance(value, Place) and value.kind == "country" and is_anothers(root)
        root = root.head
        if root.head.lower_ not in INSIDE or abroad:
            return True  # "a question added to the 2020 U.S. census"
    while root.dep_ == "conj":  # "from Seoul, South Korea"
        root = root.head
    acts = root.dep_ in ("nsubj", "nsubjpass", "poss", "agent", "compound", "nmod")
    return acts or (root.dep_ == "pobj" and root.head.lower_ in ("from", "against", "by", "with"))


def _looks_on(word: Token) -> bool:
    """Whether a preposition only places the event before or after another: "days before", "prior to the match"."""
    return word.lower_ in ("before", "since", "until", "till") or (word.lower_ == "to" and word.head.lower_ == "prior")


def _holder(placed: Placed, hit: Hit, members: set[int], context: Context) -> int | None:
    """The verb or event noun that a phrase hangs on; None where that is another event's word."""
    token = placed.root
    between = placed.tokens.doc[hit.token.i + 1 : placed.tokens.start]
    if any(t.lemma_.lower() in ANSWERED and t.i not in members for t in between):
        return None  # "expelled 23 diplomats in response to the attack in Salisbury earlier this month"
    for _ in range(DEEP):
        head = out_of_brackets(token.head, placed.tokens.start)
        if token.dep_ == "nsubj" and head.i != hit.token.i and g.verb_forms(head) & context.grammar.witness_verbs:
            return None  # "stations in Sweden registered the blast"
        if head.i in members or head.i == token.i:
            return head.i
        referred = placed.type == "place" and _looks_on(head) and token.i != placed.root.i
        if head.i in context.events.get(hit.passage, ()) or (referred and token.dep_ == "pobj"):
            return None  # "held five days before the match in Turin"
        if head.pos_ in ("VERB", "AUX"):
            return head.i
        token = head
    return None
