"""The patterns that read numbers: what digits and number words may stand together."""

from __future__ import annotations

from collections.abc import Mapping

from crosswire.claims.quantities.units import any_of

# A longer run of digits is an account, a hash or a phone number.
DIGITS = r"(?:\d{1,3}(?:,\d{3}|, 000(?!\d)){1,6}|\d{1,2}(?:,\d{2}){1,4},\d{3}|\d{1,15})(?:\.\d{1,9})?|\.\d{1,6}"
# what a measure is cut into ("3/8 inch", "1/128 of a gallon"); 7, 9 and 11 stand in dates and names ("24/7", "9/11")
FRACTION = r"\d{1,3}[/⁄](?:1000|128|100|64|48|32|24|20|16|12|10|[234568])(?![\d/⁄])"
# "1.6 × 10^-19", "1.6×10−19" and "1.6 × 10⁻¹⁹", whose raised digits plain text often lowers, and "1.6e-19"
POWER = (
    r" ?[x×·] ?10(?P<exponent>(?:\^|\*\*)?[-+]?\d{1,2}|[⁻⁺]?[⁰¹²³⁴-⁹]{1,2})(?![\d.,])"
    r"|[eE](?P<shift>[-+]?\d{1,2})(?![\w.,])"
)
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
# what may stand before a fraction without "of": "fell by half", "less than a third"
BOUNDED = (
    "(?:" + "|".join(f"(?<={w} )" for w in ("by", "than", "under", "over", "about", "nearly", "almost", "least")) + ")"
)
# what is cut into parts without "of": "one-half mile"; a share of something is a percentage
MEASURE = (
    r"(?:miles?|inch(?:es)?|feet|foot|yards?|pounds?|ounces?|gallons?|cups?|pints?|acres?|tons?|tonnes?|met(?:re|er)s?"
    r"|kilomet\w+|teaspoons?|tablespoons?|percent|percentage|point|cents?|hours?|minutes?|seconds?|century|decade)\b"
)
SMALL = str.maketrans({chr(capital): chr(capital + 32) for capital in range(65, 91)})
LEAD = 3  # characters that may stand before the first digit or word that tells of a number: "an eighth", ".5"
GLYPHS: Mapping[str, float] = {
    "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875,
}  # fmt: skip


def anchors(data: Mapping[str, Mapping[str, float]], vague: Mapping[str, object]) -> str:
    """A pattern of what every number has one of; words by first letter, since the engine skips a branch by its first
    character."""
    several: list[str] = vague["words"]  # type: ignore[assignment]
    rows = [data[name] for name in ("words", "magnitudes", "fractions", "plurals")]
    tails: dict[str, list[str]] = {}
    for word in {"half", "quarter", "couple", "pair", *several, *(word for row in rows for word in row)}:
        tails.setdefault(word[0], []).append(word[1:])
    branches = "|".join(f"{first}(?:{any_of(sorted(rest))})" for first, rest in sorted(tails.items()))
    return rf"[\d{''.join(GLYPHS)}]|\b(?:{branches})(?:fold)?\b"


def number_pattern(data: Mapping[str, Mapping[str, float]], vague: Mapping[str, object]) -> str:
    """A pattern with a named group for each form of number; it is tried, never searched with."""
    magnitude, plural, fraction = any_of(data["magnitudes"]), any_of(data["plurals"]), any_of(data["fractions"])
    word = f"(?:{any_of(data['words'])}|{magnitude})"
    several: list[str] = vague["words"]  # type: ignore[assignment]
    count = "(?:an?|one|two|three|four|five|six|seven|nine)"
    digit = "(?:" + any_of(word for word, value in data["words"].items() if value < 10) + ")"
    return (
        rf"(?P<digits>{FRACTION}|(?:{DIGITS})(?:[ -]{FRACTION})?|(?=[½¼¾⅓⅔⅛⅜⅝⅞]))(?P<glyph> ?[½¼¾⅓⅔⅛⅜⅝⅞])?"
        rf"(?P<power>{POWER})?"
        rf"(?:[ -]?(?P<scale>{magnitude})\b|(?P<suffix>{any_of(data['suffixes'])})\b"
        rf"| (?P<spaced>bn|mn|mln|bln|tn|trn|tln|cr|lac)\b)?"
        rf"|\b(?:(?P<half>half(?: an? |-| )|(?:a )?quarter(?: of a)? )(?P<halved>{magnitude})"
        rf"|(?P<bit>half an?|a quarter of an?)(?= [a-z])"
        rf"|(?P<several>{any_of(several)})(?: (?P<severals>{magnitude}))?"
        rf"|(?P<plural>(?:{plural})(?: of (?P<plurals>{plural}))?)"
        rf"|(?P<part>(?:{count}[ -](?:{fraction})|half)(?= (?:of|as|the|its|their|all|his|her)\b))"
        rf"|(?P<share>(?:{count}(?<!a)[ -](?:{fraction})|{BOUNDED}(?:an? (?:{fraction})|half))(?![ -]{MEASURE}|-[a-z]))"
        rf"|(?P<rest>(?<= and )a half(?![ -]{MEASURE}))"
        rf"|(?P<slice>(?:(?:an? |one[ -])?(?:half|quarter)|one[ -](?:third|fifth|eighth|tenth)"
        rf"|(?:two[ -]third|three[ -](?:quarter|fifth|eighth))s?)(?=[ -]{MEASURE}))"
        rf"|(?P<pair>an? (?:couple(?: of)?|pair of)(?: (?P<couple>{magnitude}))?)"
        rf"|(?:an? (?={magnitude}))?(?P<words>{word}(?:[ -](?:and )?{word}){{0,10}})"
        rf"(?P<more>[ -]and[ -](?:a[ -])?half(?: (?P<mores>{magnitude}))?)?"
        rf"(?P<point> point (?P<decimals>{digit}(?:[ -]{digit}){{0,4}})(?: (?P<pointed>{magnitude}))?)?"
        rf")(?:\b|(?=fold\b))"
    )


def ratio_pattern(words: Mapping[str, float]) -> str:
    """What follows a number that is a share of another: "out of ten", "in five"; with a noun between, only where no
    other noun follows: "one train in three was running", but "one man in three cars" are no third."""
    verb = "(?:is|was|are|were|has|had|have|will|would|can|could|did|does|do|lacks?|in|on|at|by)"
    return (
        rf" (?P<what>[a-z]+ )?(?P<how>out of(?: every)?|in(?: every)?) (?P<of>{any_of(words)}|\d{{1,6}}(?:,\d{{3}})?)"
        rf"\b(?![.,]\d)(?P<told>(?= {verb}\b|[.,;:)]|$))?"
    )


def small(text: str) -> str:
    """The text in lower case, character for character: a dotted capital I has two small ones."""
    small = text.lower()
    return small if len(small) == len(text) else text.translate(SMALL)
