"""News sentences whose content the parser hangs elsewhere: behind an aside ("reported, citing the army, that ..."),
on a document ("said in a statement that ..."), before an agency's name (", reported AFP"), in a number ("put it at
6.3"), or before a name that the parser takes for an apposition (", the mayor, Hasan Yildiz, told this paper").
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from crosswire.claims.attribution.reading import Reading
from crosswire.claims.attribution.spans import FINITE, REACH, Range
from crosswire.claims.attribution.tree import SUBJECTS, Tree

ASIDE = 25
CITING = frozenset({"citing", "quoting"})
CITED = (["citing"], ["quoting"])
CLAUSES = ("acl", "ccomp", "relcl")
PASSIVE = frozenset({"of", "for", "about", "as", "with", "on"})
STEPS = 6
WHERE = frozenset({"in", "on", "to", "during", "at", "without"})  # "in a statement that", "without evidence that"
NAME = 16  # words of a name with its title
FOCUS = frozenset({"epicenter", "epicentre", "hypocenter", "hypocentre"})


def told(tree: Tree, i: int, cue: Range, *, passive: bool) -> Iterator[Reading]:
    """The readings of verb i that these forms make."""
    if passive:
        yield from _agency_behind(tree, i, cue)
        yield from _behind_agent(tree, i, cue)
    if passive or tree.tag[i] not in {*FINITE, "VBG"}:
        return
    if tree.tag[i] == "VBG":
        yield from _in_document(tree, i, cue)
        return
    yield from _said_behind(tree, i, cue)
    yield from _reporter_behind(tree, i, cue)
    yield from _appended(tree, i, cue)
    yield from _interrupting(tree, i, cue)
    yield from _figure(tree, i, cue)
    yield from _behind_aside(tree, i, cue)
    yield from _in_document(tree, i, cue)


def _behind_agent(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """ "was accused by the court of spying", "it was announced by the palace that he had died": the content hangs on
    who does it."""
    by, whom = tree.kid(i, "agent"), tree.kid(i, "nsubjpass")
    who = None if by is None or by < i else tree.kid(by, "pobj")
    if who is None:
        return
    for c in tree.children[who]:
        first, last = tree.left(c), tree.right(c)
        inside = tree.kid(c, "pobj", "pcomp")
        if c < who:
            continue
        if tree.dep[c] == "prep" and inside is not None and tree.lower[c] in PASSIVE:
            ahead = ((tree.left(whom), tree.right(whom)),) if whom is not None and whom < i else ()
            yield Reading(i, f"passive_{tree.lower[c]}", cue, (*ahead, (tree.left(inside), last)), who, until=c - 1)
        own = any(tree.lower[k] != "that" for k in tree.kids(c, *SUBJECTS))
        expletive = whom is not None and tree.lower[whom] == "it"
        if tree.dep[c] in CLAUSES and tree.lower[first] == "that" and own and expletive:
            yield Reading(i, "passive_that", cue, ((first, last),), who, until=first - 1)


def _agency_behind(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """ "Nine people were killed, TASS news agency reported on Friday, citing a source": the parser takes the verb for a
    participle that describes the agency, and the agency for an apposition."""
    who, start = tree.head[i], tree.first[i]
    comma = tree.left(who) - 1
    if tree.dep[i] != "acl" or tree.dep[who] not in {"appos", "conj"} or who != cue[0] - 1 or comma <= start + 2:
        return
    if tree.lower[comma] != "," or tree.kid(i, "agent", "dobj") is not None:
        return
    own = [tree.right(c) for c in tree.kids(i, "prep", "npadvmod") if c > i and tree.doc[tree.right(c)].ent_type_]
    behind = max([cue[1], *own]) + 1
    ends = behind > tree.last[i] or tree.lower[behind] == "." or tree.lower[behind + 1 : behind + 2] in CITED
    if ends and any(tree.tag[k] in FINITE for k in range(max(start, comma - REACH), comma)):
        yield Reading(i, "inverted", cue, ((start, comma - 1),), who, until=who)


def _figure(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """ "put the magnitude at 6.3 and the depth at 10 km": what a number is given for, and the number; "placed the
    epicenter 30 miles west of Izmir": all that says where it was."""
    what = tree.kid(i, "dobj")
    if what is None or what < i:
        return
    if tree.lemma[what] in FOCUS:
        yield Reading(i, "figure", cue, ((tree.left(what), max(tree.right(i), what)),))
        return
    by = {"at", "to"} if tree.lemma[what] in {"toll", "tally"} else {"at"}  # "raised the toll to 84"
    ends = [tree.right(k) for k in range(what + 1, min(tree.right(i), what + ASIDE) + 1) if _number_at(tree, k, by)]
    if ends:
        last = max(ends)
        with_ = next((p for p in tree.kids(i, "prep") if tree.lower[p] == "with" and tree.left(p) == last + 2), None)
        if with_ is not None and tree.lower[last + 1] == ",":  # "put the toll at 20, with some 600 people injured"
            last = tree.right(with_)
        yield Reading(i, "figure", cue, ((tree.left(what), last),))


def _number_at(tree: Tree, k: int, by: Set[str]) -> bool:
    """Whether token k is the "at" of "at 6.3"."""
    number = tree.kid(k, "pobj") if tree.lower[k] in by else None
    return number is not None and (tree.pos[number] == "NUM" or tree.kid(number, "nummod", "quantmod") is not None)


def _behind_aside(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """ "reported, citing the army, that ...": the clause behind who is cited."""
    start, end = cue[1] + 1, tree.last[i]
    if start + 1 > end or tree.lower[start] != "," or tree.lower[start + 1] not in CITING:
        return
    for k in range(start + 2, min(end, start + ASIDE)):
        if tree.lower[k] == "," and tree.lower[k + 1] == "that":
            yield Reading(i, "that", cue, ((k + 1, end),))
            return


def _in_document(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """ "said in a statement that", "told a briefing that": the clause that hangs on what it was said in."""
    audience = tree.kid(i, "dobj")
    if audience is not None and tree.lemma[i] == "tell" and tree.kid(i, "ccomp") is None and audience > i:
        clause = _that_clause(tree, audience)
        if clause is not None:
            yield Reading(i, "that", cue, ((tree.left(clause), tree.right(clause)),))
        return
    if tree.kid(i, "ccomp", "dobj", "xcomp") is not None:
        return
    for p in tree.kids(i, "prep"):
        noun = tree.kid(p, "pobj") if p > i and tree.lower[p] in WHERE else None
        for _ in range(STEPS):
            if noun is None:
                break
            clause = _that_clause(tree, noun)
            if clause is not None:
                yield Reading(i, "that", cue, ((tree.left(clause), tree.right(clause)),))
                return
            inner = tree.kid(noun, "prep")
            noun = None if inner is None else tree.kid(inner, "pobj")


def _that_clause(tree: Tree, noun: int) -> int | None:
    """The verb of the clause with a subject of its own and "that" which the parser hangs on a noun before it."""
    clause = next((c for c in tree.kids(noun, *CLAUSES) if tree.lower[tree.left(c)] == "that"), None)
    own = clause is not None and any(tree.lower[k] != "that" for k in tree.kids(clause, *SUBJECTS))
    return clause if clause is not None and own and tree.left(clause) > noun else None


def _said_behind(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """ "The vote signals the end, said Ann Lee": the parser, which took "signals" for a noun, gave "said" a subject
    before the comma besides the one behind it."""
    start, comma = tree.first[i], cue[0] - 1
    behind = next((c for c in tree.kids(i, "nsubj") if c > i and tree.left(c) == cue[1] + 1), None)
    before = tree.kid(i, "nsubj")
    if behind is None or before is None or before >= comma or tree.lower[comma] != ",":
        return
    if tree.kid(i, "ccomp", "dobj") is None and tree.right(before) in {comma, comma - 1} and comma - start > 3:
        yield Reading(i, "inverted", cue, ((start, comma - 1),), behind)


def _reporter_behind(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """ "Cuba condemned the coup, reported AFP": the parser takes the reporter for what was reported, or for a day."""
    who = tree.kid(i, "dobj", "npadvmod")
    comma = cue[0] - 1
    if who is None or who < i or comma < 1 or tree.lower[comma] != "," or tree.kid(i, *SUBJECTS) is not None:
        return
    if tree.pos[who] != "PROPN" or tree.doc[who].ent_type_ in {"DATE", "TIME"}:
        return
    if tree.left(who) > cue[1] + 1 or tree.dep[i] not in {"conj", "ROOT", "advcl", "dep"}:
        return
    start, end = tree.first[i], tree.last[i]
    rest = range(tree.right(who) + 1, end + 1)
    if all(tree.pos[k] == "PUNCT" for k in rest) and any(
        tree.tag[k] in FINITE for k in range(max(start, comma - REACH), comma)
    ):
        yield Reading(i, "inverted", cue, ((start, comma - 1),), who)


def _appended(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """ "The quake killed 47 people, the mayor of Palu, Hasan Yildiz, told this paper": the verb got no subject, since
    the parser took the name before it for an apposition to what was told."""
    if tree.kid(i, *SUBJECTS) is not None or tree.dep[i] not in {"conj", "ROOT", "dep", "parataxis", "advcl"}:
        return
    start = tree.first[i]
    last = cue[0] - 2 if tree.lower[cue[0] - 1] == "," else cue[0] - 1
    first = _name_before(tree, start, last)
    if first is None:
        return
    if cue[0] - 1 != last or (tree.pos[first] == "PROPN" and tree.lower[first - 1] == ","):
        # A name between commas ends a title: "the mayor of Palu, Hasan Yildiz,".
        title = _name_before(tree, start, first - 2)
        first = title if title is not None and _is_title(tree, title, first - 2) else first
    told_so = range(max(start, first - REACH), first - 1)
    if first - 1 > start and any(tree.tag[k] in FINITE for k in told_so):
        inside = range(first, last + 1)
        who = next(k for k in inside if tree.head[k] not in inside or tree.head[k] == k)
        yield Reading(i, "inverted", cue, ((start, first - 2),), who)


def _name_before(tree: Tree, start: int, last: int) -> int | None:
    """Where the noun phrase begins that ends at token `last` and has a comma before it and no verb in it."""
    for k in range(last, max(start, last - NAME), -1):
        if tree.pos[k] in {"VERB", "AUX", "CCONJ"} or tree.tag[k] in {"WDT", "WP", "WRB"}:
            return None
        if tree.lower[k - 1] == "," and k - 1 > start:
            head = tree.pos[last] if tree.lower[last] != ")" else tree.pos[last - 1]
            time = tree.doc[last].ent_type_ in {"DATE", "TIME", "CARDINAL", "QUANTITY"}
            k += tree.pos[k] == "PUNCT" and k < last  # the mark that closes a quotation
            return k if head in {"PROPN", "NOUN"} and not time else None
    return None


def _is_title(tree: Tree, first: int, last: int) -> bool:
    """Whether the phrase before a name is what somebody is ("the mayor of Palu"), not something told."""
    return tree.lower[first] in {"the", "its", "their", "a", "an"} and any(
        tree.pos[k] == "NOUN" and tree.doc[k].ent_type_ == "" for k in range(first + 1, last + 1)
    )


def _interrupting(tree: Tree, i: int, cue: Range) -> Iterator[Reading]:
    """ "The toll rose to 52, the ministry said, and 411 people were hurt": what goes on behind is told too."""
    subject = tree.kid(i, "nsubj")
    end = tree.last[i]
    behind = cue[1] + 1
    if subject is None or subject > cue[0] or behind + 3 > end or tree.lower[behind] != ",":
        return
    first = tree.left(subject)
    if first - 1 <= tree.first[i] or tree.lower[first - 1] != "," or tree.lower[behind + 1] not in {"and", "but"}:
        return
    before = range(max(tree.first[i], first - REACH), first - 1)
    own = next((k for k in range(behind + 2, min(end, behind + ASIDE)) if tree.dep[k] in SUBJECTS), None)
    if own is None or own > tree.head[own] or not any(tree.tag[k] in FINITE for k in before):
        return
    if tree.head[tree.head[own]] == i or tree.tag[own] in {"WDT", "WP"}:
        return  # "he said, and he left": what the speaker did then
    yield Reading(i, "inverted", cue, ((tree.first[i], first - 2), (behind + 2, end)))
