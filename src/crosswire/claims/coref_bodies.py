"""Which body or country "the ministry", "the company" or "the union" means: the one last named that can be called so.

What the report itself explains a name by counts first: behind "the union Kastel" the union is Kastel, whichever company
was named after it.
"""

from __future__ import annotations

import re

from crosswire.claims.speakers.roster import Named, Roster
from crosswire.claims.speakers.words import Words

RUN_BY = frozenset(("owner", "owners", "operator", "operators", "manager", "managers"))  # companies, of things
NO_COMPANY = frozenset(  # what organisations that are no company are called
    ("operations", "agency", "authority", "committee", "commission", "council", "university", "institute", "union")
) | {"organization", "organisation", "association", "party", "office", "center", "centre", "foundation", "federation"}
ONE_OF_ITS_KIND = frozenset(("union", "airline", "carrier", "operator", "manufacturer", "maker", "club", "foundation"))
ABOUT = re.compile(" (?:of|for) ")
SYSTEMS = frozenset({"system", "systems", "scheme", "database", "platform", "list", "register", "portal", "app"})
TELLING = frozenset({"tell", "inform"})
SEEING = frozenset({"see", "obtain", "review", "view", "read", "hear", "contact", "ask", "approach", "reach"})
NAMES = 200  # how many names back "the ministry" is looked for


def named_like(roster: Roster, passage: int, token: int) -> Named | None:
    """The body or country last named before a token that "the ministry", "the company" or "the country" can mean."""
    words, noun = roster.names.words, roster.sheets[passage].lowers[token]
    looked, last = 0, None
    kind = frozenset(_qualifiers(roster, passage, token)) if noun not in words.body_kinds["countries"] else None
    for row in range(passage, -1, -1):
        for named in reversed(roster.named[row]):
            looked += 1
            if row == passage and named.end > token:
                continue
            explained = _explained(roster, row, named).get(noun) if kind is not None else None
            if kind is not None and explained is not None and kind <= explained:
                return named
            other = noun in words.body_kinds["companies"] and not NO_COMPANY.isdisjoint(_explained(roster, row, named))
            if _is_called(roster, named, noun, words) and not is_where(roster, row, named) and not other:
                if _is_for_another(roster, named, passage, token):
                    continue
                if noun not in words.trade_names or _is_of_trade(roster, named, words.trade_names[noun]):
                    return named
                last = last or named
        if looked > NAMES:
            break
    return last or (_only_explained(roster, passage, noun) if kind == frozenset() else None)


def _is_for_another(roster: Roster, named: Named, passage: int, token: int) -> bool:
    """Whether the noun tells another trade than a body's name: "the justice department" is no Department of Health."""
    doc, parts = roster.sheets[passage].passage.doc, roster.entities[named.entity].name.lower().split()
    trades = [t.lower_ for t in doc[token].lefts if t.dep_ == "compound" and t.pos_ == "NOUN" and t.text.islower()]
    return doc[token].lower_ in parts and not set(trades) <= set(parts)


def _only_explained(roster: Roster, passage: int, noun: str) -> Named | None:
    """The one body that a report explains by a noun later on: "the miners' union said", and then "the union Kastel"."""
    return explained_by(roster, noun, passage) if noun in ONE_OF_ITS_KIND else None


def explained_by(roster: Roster, noun: str, first: int = 0) -> Named | None:
    """The one body that a report explains by a noun, from a paragraph on; None where it explains several so."""
    rows = (named for row in range(first, len(roster.named)) for named in roster.named[row])
    called = [named for named in rows if noun in _explained(roster, named.passage, named)]
    return called[0] if len({named.entity for named in called}) == 1 else None


def _explained(roster: Roster, passage: int, named: Named) -> dict[str, frozenset[str]]:
    """The nouns that a report explains a body's name by ("the disaster agency Kastel", "Kastel, a union"), each
    with what qualifies it."""
    if roster.entities[named.entity].type != "body" or named.how == "demonym":
        return {}
    sheet = roster.sheets[passage]
    token = sheet.passage.doc[named.end - 1]
    nouns = [child.i for child in token.rights if child.dep_ == "appos" and child.pos_ == "NOUN"]
    if named.start and named.start - 1 in sheet.nouns:
        nouns.append(named.start - 1)
    if token.dep_ == "appos" and token.head.pos_ == "NOUN" and token.head.i < named.start:
        nouns.append(token.head.i)
    return {sheet.lowers[i]: frozenset(_qualifiers(roster, passage, i)) for i in nouns}


def _qualifiers(roster: Roster, passage: int, token: int) -> list[str]:
    """The words right before a noun that tell which kind it is: "state news" of "the state news agency"."""
    doc, first = roster.sheets[passage].passage.doc, token
    while first and doc[first - 1].pos_ in ("NOUN", "ADJ", "PROPN") and roster.at(passage, first - 1) is None:
        first -= 1
    return [word.lower_ for word in doc[first:token] if word.ent_type_ not in ("GPE", "NORP")]


def _is_of_trade(roster: Roster, named: Named, parts: frozenset[str]) -> bool:
    """Whether a name tells the trade: "the airline" is Delta Air Lines, whichever company was named after it."""
    return not parts.isdisjoint(roster.entities[named.entity].name.lower().split())


def only_company(roster: Roster, passage: int, token: int) -> Named | None:
    """The one company that the whole report names, where "the company said" comes before its name, or only "the ship's
    owners"; None where it names several."""
    words, noun = roster.names.words, roster.sheets[passage].lowers[token]
    if noun in RUN_BY:
        noun = "company"
    if noun not in words.body_kinds["companies"]:
        return None
    called = [
        named
        for row, found in enumerate(roster.named)
        for named in found
        if _is_called(roster, named, noun, words)
        and not is_where(roster, row, named)
        and NO_COMPANY.isdisjoint(_explained(roster, row, named))
    ]
    return called[0] if called and len({named.entity for named in called}) == 1 else None


def is_where(roster: Roster, passage: int, named: Named) -> bool:
    """Whether a name only tells where something was said ("on its page", "in a Facebook post", "on Facebook"), to whom
    ("told the Harbour Gazette", "seen by the Gazette"), or which thing something is ("the Safety Gate system")."""
    token = roster.sheets[passage].passage.doc[named.end - 1]
    if token.dep_ in ("dobj", "dative") and token.head.lemma_.lower() in TELLING:
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "by" and token.head.head.lemma_.lower() in SEEING:
        return True
    page = token.dep_ == "compound" and token.head.i > token.i
    if page and token.head.lower_ in SYSTEMS:
        return True
    if page and roster.entities[named.entity].name in roster.names.words.not_the_states["platforms"]:
        return True
    while token.dep_ == "compound" and token.head.i > token.i:
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ in ("on", "via", "over")


def _is_called(roster: Roster, named: Named, noun: str, words: Words) -> bool:
    entity = roster.entities[named.entity]
    if entity.type == "person" or named.how == "demonym":
        return False
    if noun in words.body_kinds["countries"]:
        return entity.type == "country"
    if noun in entity.name.lower().split():
        return entity.type == "body"
    media = not words.media.isdisjoint(entity.name.lower().split())
    if noun in words.body_kinds["outlets"]:
        return entity.kind == "outlet" or (media and entity.type == "body")
    if noun in words.body_kinds["agencies"]:
        return entity.kind == "agency"
    core = ABOUT.split(entity.name.lower())[0]  # an institute for safety is one
    other = media or core.rpartition(" ")[2] in NO_COMPANY
    return noun in words.body_kinds["companies"] and entity.kind == "organisation" and not other
