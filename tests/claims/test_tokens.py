"""What is kept with a parse is what spaCy and the rules give."""

from __future__ import annotations

from spacy.tokens import Token

from crosswire.claims.parse import load_parser
from crosswire.claims.tokens import children, kept

TEXT = "Police said on Monday that two men, aged 20 and 31, had been killed and hundreds wounded when a wall fell."


def test_children_are_those_of_the_parse() -> None:
    doc = load_parser()(TEXT)
    for _ in range(2):
        assert [[c.i for c in children(t)] for t in doc] == [[c.i for c in t.children] for t in doc]


def test_a_rule_is_asked_once_for_each_token_of_each_parse() -> None:
    asked: list[str] = []

    @kept
    def shout(token: Token, mark: str) -> str:
        asked.append(token.text)
        return token.text.upper() + mark

    one, other = load_parser()("Two ships"), load_parser()("Ten ships")
    assert [shout(one[0], "!"), shout(one[0], "!"), shout(one[1], "!"), shout(other[0], "!")] == [
        "TWO!",
        "TWO!",
        "SHIPS!",
        "TEN!",
    ]
    assert asked == ["Two", "ships", "Ten"]


def test_two_rules_of_one_name_are_not_mixed() -> None:
    token = load_parser()("Ships")[0]

    def one() -> object:
        @kept
        def rule(of: Token) -> int:
            return of.i

        return rule(token)

    def other() -> object:
        @kept
        def rule(of: Token) -> str:
            return of.text

        return rule(token)

    assert (one(), other()) == (0, "Ships")
