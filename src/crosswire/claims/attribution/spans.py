"""What belongs to a cue and to a source: the verb with its auxiliaries, the noun with what identifies it."""

from __future__ import annotations

from crosswire.claims.attribution.tree import RELATIVE, SUBJECTS, Tree

Range = tuple[int, int]
"""Tokens first to last of a passage, both included."""

OF_WHOM = frozenset({"accuse", "acquit", "convict", "suspect"})
GROUP = frozenset({"aux", "auxpass", "neg", "advmod"})
WH = frozenset({"WDT", "WP", "WP$", "WRB"})
SENTENCE_ADVERBS = frozenset({"so", "instead", "meanwhile", "perhaps", "then"})
QUOTES = frozenset({'"', "''", "``"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
NEXT = 20  # words of a subject
REACH = 120
"""How many tokens of a content are searched for asides: sentences of people are shorter."""
COUNTED = frozenset({"dead", "killed", "injured", "wounded", "hurt", "missing"})
LEFT = frozenset(
    {"people", "dozen", "score", "hundred", "thousand", "several", "many", "dead", "homeless", "none", "nobody"}
)
CLOSERS = frozenset({'"', ")", "''", "]"})


def verb_group(tree: Tree, i: int) -> Range:
    """The verb with the auxiliaries, negations, adverbs and particle that touch it: "has repeatedly pointed out"."""
    first, last = i, i
    while first > 0 and tree.head[first - 1] == i and tree.dep[first - 1] in GROUP and tree.tag[first - 1] not in WH:
        if _is_name(tree, first - 1):
            break
        first -= 1
    while first < i and tree.dep[first] == "advmod" and tree.lower[first] in SENTENCE_ADVERBS:
        first += 1
    last = _tail(tree, i)
    return first, last


def _is_name(tree: Tree, k: int) -> bool:
    """Whether an adverb is in truth a name that the tagger does not know: "said Skelly", "Jolly said"."""
    if tree.dep[k] != "advmod" or not tree.doc[k].is_title:
        return False
    verb = tree.head[k]
    alone = k == verb - 1 and tree.tag[verb] in FINITE and tree.kid(verb, *SUBJECTS) is None
    return alone if k == tree.first[k] else not tree.doc[k].is_sent_start


def chained(tree: Tree, i: int, group: Range, catenatives: frozenset[str], documents: frozenset[str]) -> Range:
    """The group with the verbs it hangs on that only bring it about: "has continued to push", "was quick to point
    out", "issued a statement saying"."""
    for _ in range(4):
        above = tree.head[i]
        if tree.dep[i] == "acl" and tree.lemma[above] in documents and tree.dep[above] == "dobj":
            between = range(tree.head[above] + 1, group[0])
            above = tree.head[above]
            if above < i and len(between) <= 6 and all(tree.pos[k] not in {"VERB", "PUNCT"} for k in between):
                return verb_group(tree, above)[0], group[1]
            break
        if tree.dep[i] == "acomp" and tree.lemma[above] == "be" and above == group[0] - 1:
            return verb_group(tree, above)[0], group[1]
        if tree.dep[i] == "pcomp" and tree.lower[above] == "as" and above == i - 1 and above > 0:
            return verb_group(tree, tree.head[above])[0], group[1]
        if tree.dep[i] != "xcomp" or above >= i or tree.lemma[above] not in catenatives:
            break
        own = verb_group(tree, above)
        if tree.pos[above] == "ADJ" and tree.dep[above] == "acomp":
            own = (verb_group(tree, tree.head[above])[0], own[1])
        between = range(own[1] + 1, group[0])
        if any(tree.head[k] not in {i, above} or tree.dep[k] in {"nsubj", "dobj"} for k in between):
            break
        i, group = above, (own[0], group[1])
    return group


def _tail(tree: Tree, i: int) -> int:
    """The particle, adverbs and day that follow the verb at once: "pointed out repeatedly", "said Tuesday"."""
    last = i
    for c in tree.children[i]:
        if c != last + 1:
            continue
        if tree.dep[c] == "advmod" and _is_name(tree, c):
            break
        if tree.dep[c] == "prt" or (tree.dep[c] in {"advmod", "npadvmod"} and tree.tag[c] not in WH):
            end = tree.right(c)
            if end - c > 1 or (end > c and tree.dep[c] == "advmod"):
                break
            last = end
    return last


def noun_phrase(tree: Tree, head: int, *, ahead: bool) -> Range:
    """The noun with what identifies it: modifiers, appositions, restrictive clauses, and the comma that closes them.

    `ahead`: the cue comes behind. Before a cue a clause set off by commas is an aside ("Kasich, who has the hardest
    path, said"); behind one it introduces ("said Warren Strother, who is writing a book").
    """
    if tree.tag[head] in RELATIVE:
        return head, head
    first, last = tree.left(head), tree.right(head)
    parenthesis = False
    for child in tree.children[head]:
        start = tree.left(child)
        comma = start > 0 and tree.lower[start - 1] in {",", "--", "-", "\u2013", "\u2014"}
        if child > head and comma and tree.dep[child] in {"relcl", "acl", "advcl", "conj"}:
            if tree.dep[child] == "conj" or not (ahead or tree.dep[child] != "relcl"):
                continue
            last = min(last, start - 1)
        elif child > head and comma and tree.dep[child] in {"appos", "prep", "npadvmod", "nummod"}:
            parenthesis = True
        elif child < head and child == first and tree.dep[child] in {"cc", "punct", "advmod", "mark"}:
            first = child + 1
    for k in range(head - 1, max(first, head - REACH) - 1, -1):
        if tree.tag[k] in {"VBD", "VBZ", "VBP"} and tree.head[k] == head:
            # "The night ended with Maddow asking": a clause the parser hung on the name.
            first = next((j for j in range(k + 1, head) if tree.pos[j] not in {"ADP", "SCONJ", "PUNCT"}), head)
            break
    day = next((c for c in tree.kids(head, "prep") if c > head and tree.right(c) == last and _is_day(tree, c)), None)
    last = last if day is None else day - 1
    while last > head and tree.pos[last] in {"PUNCT", "CCONJ"} and tree.lower[last] not in CLOSERS:
        last -= 1
    if "(" in tree.lower[first : last + 1] and tree.lower[last + 1 : last + 2] == [")"]:
        last += 1
    if ahead and parenthesis and last + 1 < len(tree) and tree.lower[last + 1] in {",", "-", "--", "\u2013", "\u2014"}:
        last += 1
    return first, _name_behind(tree, head) if last == head and tree.pos[head] == "NOUN" else last


def _name_behind(tree: Tree, head: int) -> int:
    """The last token of a name right behind a noun that the parser made a second subject ("the charity Alarm Phone") or
    hung elsewhere at the end of a phrase ("according to the news site Palu Today.")."""
    last = head
    while last + 1 < len(tree) and tree.pos[last + 1] == "PROPN":
        last += 1
    second = last > head and tree.dep[last] == "nsubj" and tree.head[last] == tree.head[head]
    ends = last > head and tree.lower[last + 1 : last + 2] in ([], ["."], [","]) and tree.dep[head] == "pobj"
    named = ends and tree.doc[last].ent_type_ not in {"DATE", "TIME", "GPE"}
    return last if named or (second and tree.dep[head] == "nsubj") else head


def _is_day(tree: Tree, preposition: int) -> bool:
    """Whether a preposition brings a day ("the group on Sunday claimed"), which belongs to the telling."""
    inside = tree.kid(preposition, "pobj")
    return inside is not None and tree.lower[preposition] == "on" and tree.doc[inside].ent_type_ == "DATE"


def without_aside(tree: Tree, content: Range, own: frozenset[str]) -> Range:
    """The content without a clause that ends it behind a comma and is the author's aside (", which has since closed")
    or another act of the same speaker (", adding that ..."; `own` are the lemmas of such acts)."""
    first, last = content
    while last > first and tree.lower[last] == ".":
        last -= 1
    while last > first and (tree.pos[last] == "CCONJ" or (tree.lower[last] == "," and tree.pos[last - 1] == "CCONJ")):
        last -= 1
    content = first, last
    for k in range(last, max(first + 1, last - REACH), -1):
        if tree.lower[k - 1] not in {",", "--", "-", "\u2013", "\u2014"}:
            continue
        if tree.tag[k] in RELATIVE or (tree.pos[k] == "ADP" and k < last and tree.tag[k + 1] in RELATIVE):
            if _reaches(tree, k, last, "relcl"):
                return first, k - 2
        elif tree.tag[k] == "VBG" and tree.lemma[k] in own and tree.right(k) >= last and not _leaves_some(tree, k):
            return first, k - 2
    for k in range(first + 1, min(last, first + REACH)):
        if tree.dep[k] == "cc" and _other_act(tree, k, own):
            return first, k - 1
    return content


def with_joined(tree: Tree, content: Range, cue: Range, cues: frozenset[str]) -> Range:
    """The content with a clause joined to it that the parser gave to the cue's own sentence: "said one had died but
    more than 15 counties were dry", "admits it was a mistake and that he had lied". What the speaker did then ("said
    it was late and he left") and what others say are none of it."""
    k = content[1] + 1
    k += k < len(tree) and tree.lower[k] == ","
    if k + 2 >= len(tree) or tree.lower[k] not in {"and", "but"}:
        return content
    if tree.lower[k + 1] == "that" and tree.dep[k + 1] == "mark":
        return content[0], tree.right(tree.head[k + 1])
    subject = next((j for j in range(k + 1, min(len(tree), k + NEXT)) if tree.dep[j] in SUBJECTS), None)
    if subject is None or tree.left(subject) != k + 1 or tree.pos[subject] == "PRON":
        return content
    verb = tree.head[subject]
    told_so = tree.head[verb] in range(cue[0], cue[1] + 1) if tree.dep[verb] == "conj" else tree.dep[verb] == "ROOT"
    if verb < subject or not told_so or tree.lemma[verb] in cues or any(tree.lower[j] == '"' for j in range(k, verb)):
        return content
    return content[0], tree.right(verb)


def with_counts(tree: Tree, last: int) -> int:
    """Where what is reported ends, with the counts joined to it that the parser takes for another clause: "reported 17
    dead and 33 injured"."""
    while last + 3 <= tree.last[last] and tree.lower[last + 1] in {"and", ","}:
        if tree.pos[last + 2] != "NUM" or tree.lower[last + 3] not in COUNTED:
            break
        last += 3
    return last


def _leaves_some(tree: Tree, k: int) -> bool:
    """Whether it is told what an event left ("leaving 12 people dead"), not what a speaker did then."""
    if tree.lemma[k] != "leave":
        return False
    whom = tree.kid(k, "dobj", "nsubj", "ccomp", "nummod")
    near = range(k + 1, min(len(tree), k + 6))
    return whom is not None and any(tree.pos[j] == "NUM" or tree.lemma[j] in LEFT for j in near)


def _other_act(tree: Tree, k: int, own: frozenset[str]) -> bool:
    """Whether a conjunction brings in another act of the speaker: "said the man was armed and warned them"."""
    above = tree.head[k]
    verb = next((c for c in tree.kids(above, "conj") if c > k), None)
    return (
        verb is not None
        and (tree.tag[above] in FINITE or tree.kid(above, "aux") is not None)
        and verb - k <= 2
        and tree.lemma[verb] in own
        and tree.tag[verb] in {"VBD", "VBZ"}
        and tree.subject(verb) is None
    )


def _reaches(tree: Tree, k: int, last: int, dep: str) -> bool:
    """Whether a clause that begins at token k runs to token `last`."""
    for _ in range(8):
        if tree.dep[k] == dep:
            return tree.right(k) >= last
        if tree.head[k] == k:
            return False
        k = tree.head[k]
    return False


def is_passive(tree: Tree, i: int) -> bool:
    """Whether verb i is passive: "was asked", and a participle alone ("Asked about it, he said")."""
    if tree.lemma[i] in OF_WHOM and i < tree.last[i] and tree.lower[i + 1] == "of":
        return True  # "the woman accused of it is a nurse": the parser takes her for who accuses, but whom is left out
    if tree.kid(i, "auxpass", "nsubjpass", "agent") is not None:
        # "Who's argued that": the parser takes "has" for "is".
        auxiliary = tree.kid(i, "auxpass")
        return auxiliary is None or tree.lower[auxiliary] != "'s" or tree.kid(i, "dobj", "ccomp") is None
    participle = tree.tag[i] == "VBN" and tree.dep[i] in {"advcl", "acl"} and tree.kid(i, "aux", *SUBJECTS) is None
    return participle and before_aside(tree, i) is None


def before_aside(tree: Tree, i: int) -> int | None:
    """Whose verb it is that the parser takes for a participle behind an aside: "Brazil, which trades with both, called
    for calm". One with an object or with "for" or "on" behind it is no passive."""
    comma, noun = tree.left(i) - 1, tree.head[i]
    if tree.dep[i] != "acl" or tree.tag[i] != "VBN" or comma < noun or tree.lower[comma] != ",":
        return None
    telling = any(tree.lower[k] in {":", *QUOTES} for k in range(i + 1, min(i + 6, len(tree))))
    governing = any(tree.lower[p] in {"for", "on"} for p in tree.kids(i, "prep"))
    if tree.kid(i, "dobj", "ccomp") is None and not governing and not telling:
        return None
    if any(noun < c and tree.right(c) == comma - 1 for c in tree.kids(noun, "relcl", "appos")):
        return noun
    while tree.dep[noun] in {"pobj", "prep", "appos"}:  # "Roy Cooper, his opponent in the election, called for"
        if tree.dep[noun] == "appos":
            return tree.head[noun] if tree.lower[tree.left(noun) - 1] == "," else None
        noun = tree.head[noun]
    return _relative_to(tree, noun, comma - 1)


def _relative_to(tree: Tree, k: int, last: int) -> int | None:
    """Whom the relative clause between commas describes that token k stands in and that ends at token `last`:
    "Buchanan, who failed to win the nomination, called for"."""
    for _ in range(4):
        if tree.dep[k] == "relcl":
            whom = tree.head[k]
            closed = tree.right(k) >= last and tree.lower[tree.left(k) - 1] == ","
            return whom if closed and tree.pos[whom] in {"PROPN", "NOUN"} else None
        k = tree.head[k]
    return None


def sent_to(tree: Tree, noun: int) -> int | None:
    """What somebody brings out for whom the noun names: "wrote a letter to members of Congress"."""
    while tree.dep[noun] == "pobj" and tree.lower[tree.head[noun]] == "of":
        noun = tree.head[tree.head[noun]]
    to = tree.head[noun]
    if tree.dep[noun] != "pobj" or tree.lower[to] != "to":
        return None
    what: int | None = tree.head[to]
    if what is not None and tree.pos[what] == "VERB":
        what = tree.kid(what, "dobj")
    return what if what is not None and tree.dep[what] == "dobj" else None


def one_of(tree: Tree, i: int, noun: int) -> int:
    """Who does it of "a follower of the sect demanding an inquiry": the one brought in, not what he is of."""
    of = tree.head[noun]
    some = tree.head[of]
    if tree.tag[i] != "VBG" or tree.lower[of] != "of" or tree.pos[some] != "NOUN":
        return noun
    return some if any(tree.lower[c] in {"a", "an"} for c in tree.kids(some, "det")) else noun
