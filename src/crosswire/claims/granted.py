"""What a sentence takes for granted: who denies that "the woman detained near Karsk" is a spy denies no detention.

A denial is of what heads the words denied. What tells which one is meant (a relative clause, a participle behind a
noun) or when it was ("when rebels seized the town", "before the explosion") stands whether the denial is true or not.
"""

from __future__ import annotations

from spacy.tokens import Token

from crosswire.claims.grammar.lists import Grammar
from crosswire.claims.tokens import children

WHILE = frozenset({"when", "while", "after", "before", "as", "since", "because", "although", "though", "until", "once"})
BESIDE = frozenset({"while", "although", "though"})  # "though the army says rebels fled, they deny it"
AT = frozenset({"in", "at"})
TEMPORAL = frozenset({"before", "after", "during", "since", "following", "despite", "until", "amid"})
RELATIVE = frozenset({"who", "whom", "which", "where", "whose", "when"})
FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
PART_IN = frozenset(
    {"involvement", "role", "part", "responsibility", "hand", "complicity", "knowledge", "participation"}
)
STEPS = 8


def is_granted(event: Token, grammar: Grammar) -> bool:
    """Whether the clause or noun of an event only tells which one or when, of what the sentence says above it."""
    if is_cut_short(event):
        return True
    token = event
    for _ in range(STEPS):
        head = token.head
        if head.i == token.i:
            return False
        if tells_which(token, grammar) or _tells_when(token, WHILE):
            return True
        token = head
    return False


def tells_which(clause: Token, grammar: Grammar) -> bool:
    """Whether a clause behind a noun tells which one is meant: "the men killed in the raid", "soldiers who were held";
    not what a report or a claim says ("reports that it shelled the town")."""
    noun = clause.head
    if clause.dep_ == "relcl":
        return noun.lemma_.lower() not in grammar.tales or any(t.lower_ in RELATIVE for t in clause.lefts)
    if clause.dep_ != "acl" or noun.lemma_.lower() in grammar.tales:
        return False
    return clause.tag_ in ("VBN", "VBG") and not any(c.dep_ in ("mark", "aux", "auxpass") for c in children(clause))


def is_cut_short(verb: Token) -> bool:
    """Whether the parser took a participle behind a subject for the verb of its clause, which stands right behind:
    "denied that the woman detained near Karsk is a spy"."""
    end = verb.right_edge.i + 1
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ != "ccomp" or end >= len(verb.doc):
        return False
    after = verb.doc[end]
    helped = any(c.dep_ in ("aux", "auxpass") for c in children(verb))
    alone = not any(c.dep_.startswith("nsubj") for c in children(after))
    return not helped and after.pos_ == "AUX" and after.tag_ in FINITE and alone


def is_told(event: Token, grammar: Grammar) -> bool:
    """Whether an event is what its sentence tells: not which one or when, nor what another noun is of or during."""
    clause = event
    for _ in range(STEPS):
        if tells_which(clause, grammar) or _tells_when(clause, WHILE - BESIDE):
            return False
        clause = clause.head
    token = event
    if (
        token.dep_ == "pcomp" and token.head.dep_ == "prep" and token.head.head.pos_ == "NOUN"
    ):  # "grounds for firing her"
        noun = token.head.head
        return noun.lemma_.lower() in grammar.tales | PART_IN and is_told(noun, grammar)
    while token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("pobj", "poss", "compound", "conj"):
        above = token.head
        if token.dep_ == "conj":
            if above.pos_ not in ("NOUN", "PROPN"):
                return False  # no noun stands beside a verb
            token = above
            continue
        noun = above.head
        if token.dep_ != "pobj" or noun.pos_ not in ("NOUN", "PROPN"):
            harmed = noun.lemma_.lower() in grammar.harms  # "were killed in an attack"; "said so at the meeting"
            return token.dep_ == "pobj" and above.lower_ not in TEMPORAL and (harmed or above.lower_ not in AT)
        if noun.lemma_.lower() not in grammar.tales | PART_IN:
            return False
        token = noun
    return True


def _tells_when(token: Token, marks: frozenset[str]) -> bool:
    if token.dep_ == "advcl":
        return any(c.lower_ in marks for c in children(token) if c.dep_ in ("mark", "advmod"))
    return token.dep_ in ("pobj", "pcomp") and token.head.lower_ in TEMPORAL
