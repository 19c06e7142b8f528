"""Quantities as careless, tabloid or technical text writes them: ranges, heights, ages of many; with near misses."""

from __future__ import annotations

import pytest
from spacy.language import Language

from crosswire.claims.parse import load_parser, plain
from tests.claims.test_quantities import Row, read, same

CASES: dict[str, list[Row]] = {
    # ranges of measures with their letters, and of what a change starts from
    "They forecast 5m-7m visitors.": [("5m-7m visitors", 5e6, 7e6, "between", "1", "visitor")],
    "Trees of 10m-15m fell.": [("10m-15m", 10, 15, "between", "m", None)],
    "The F-35 and the A-10 flew.": [],
    "It grows from 5 up to 7 percent.": [("from 5 up to 7 percent", 5, 7, "between", "%", None)],
    "It fell from 5 to 7 percent of it.": [("5", 5, 5, "exact", "%", None), ("7 percent", 7, 7, "exact", "%", None)],
    "Prices fell from $10-$12 to $8.": [
        ("from $10-$12", 10, 12, "between", "USD", None),
        ("$8", 8, 8, "exact", "USD", None),
    ],
    # millimetres, metres and millions
    "It fired three 155mm shells.": [
        ("three 155mm shells", 3, 3, "exact", "1", "shell"),
        ("155mm", 155, 155, "exact", "mm", None),
    ],
    "The 230m bridge links two towns.": [
        ("230m", 230, 230, "exact", "m", None),
        ("two towns", 2, 2, "exact", "1", "town"),
    ],
    "The app has 230m users.": [("230m users", 2.3e8, 2.3e8, "exact", "1", "user")],
    "She won the 400m hurdles.": [("400m", 400, 400, "exact", "m", None)],
    "It has 2.2bn users, 300m of them in India.": [
        ("2.2bn users", 2.2e9, 2.2e9, "exact", "1", "user"),
        ("300m", 3e8, 3e8, "exact", "1", "user"),
    ],
    # how fine a picture is
    "The 4K screen shows 1080p video.": [],
    "A crowd of 4K people came.": [("4K people", 4000, 4000, "exact", "1", "person")],
    "It rose 4p to 480.5p a share.": [
        ("4p", 4, 4, "exact", "GBp", None),
        ("480.5p a share", 480.5, 480.5, "exact", "GBp/share", None),
    ],
    # a bound between the number and its unit; a unit and half of it
    "It is a 35-plus-hour week, or 20-plus years.": [
        ("35-plus-hour", 35, None, "at_least", "h", None),
        ("20-plus years", 20, None, "at_least", "a", None),
    ],
    "The gap is 10 or so metres wide.": [("10 or so metres", 10, 10, "about", "m", None)],
    "It lies a mile and a half away.": [("a mile and a half", 1.5, 1.5, "exact", "mi", None)],
    "Add a cup and a half of honey.": [("a cup and a half", 1.5, 1.5, "exact", "cup", None)],
    "The crowd and a half of the town fled.": [("a half", 50, 50, "about", "%", None)],
    # a fraction's range; a range that is a noun's; where a range of ages opens
    "It is 1/64 to 1/32 inch thick.": [("1/64 to 1/32 inch", 1 / 64, 1 / 32, "between", "in", None)],
    "It stays in the 40-45 range.": [("40-45", 40, 45, "between", "1", None)],
    "They won the 40-45 game.": [],
    "It is worth anything from 5 to 50 million dollars.": [
        ("anything from 5 to 50 million dollars", 5e6, 5e7, "between", "USD", None)
    ],
    "Men between the ages of 18 and 29 left.": [("between the ages of 18 and 29", 18, 29, "between", "a", "age")],
    # "won" that is no money
    "The two won medals in 3 events.": [
        ("two", 2, 2, "exact", "1", None),
        ("3 events", 3, 3, "exact", "1", "event"),
    ],
    "A meal in Seoul costs 50 won less.": [("50 won", 50, 50, "exact", "KRW", None)],
    # none of a thing
    "Not one house stood.": [("Not one house", 0, 0, "exact", "1", "house")],
    "Not one but two ships sank.": [("two ships", 2, 2, "exact", "1", "ship")],
    # ages where the commas are lost
    "Peter Miller 44 has spent years there.": [("44", 44, 44, "exact", "a", "age")],
    "He made 12-of-14 free throws.": [],
    "It was closed at mile 42.": [],
    # rates per a number of a thing
    "It burns 6 l/100km.": [("6 l/100km", 6, 6, "exact", "L/100km", None)],
    "CO2 reached 424 parts per million.": [("424 parts per million", 424, 424, "exact", "ppm", None)],
    "The field yields 55 bcm a year.": [("55 bcm a year", 55, 55, "exact", "bcm/a", None)],
    # fractions behind a blank, and of the last digit
    "Add 1 ½ cups of flour.": [("1 ½ cups", 1.5, 1.5, "exact", "cup", None)],
    "Wheat rose to $5.42½ a bushel.": [("$5.42½ a bushel", 5.425, 5.425, "exact", "USD/bu", None)],
    "The board is 5⅜ inches thick.": [("5⅜ inches", 5.375, 5.375, "exact", "in", None)],
    # prices of which only the last digits are told twice
    "The baht was at 35.67-70 on Monday.": [("35.67-70", 35.67, 35.7, "between", "1", None)],
    "The euro was at 1.1752-1754 dollars.": [("1.1752-1754 dollars", 1.1752, 1.1754, "between", "USD", None)],
    "Grains of 0.25-75 mm were found.": [("0.25-75 mm", 0.25, 75, "between", "mm", None)],
    # four digits that are no year, no telephone and no score
    "Layers at 1500-2000 m are cold.": [("1500-2000 m", 1500, 2000, "between", "m", None)],
    "Some 1850 to 1900 people came.": [("Some 1850 to 1900 people", 1850, 1900, "between", "1", "person")],
    "It ran in 1850 to 1900 and from 2019-2021.": [],
    "The ratio was 1.34 (95% CI 1.11-1.62).": [
        ("1.34", 1.34, 1.34, "exact", "1", None),
        ("95%", 95, 95, "exact", "%", None),
        ("1.11-1.62", 1.11, 1.62, "between", "1", None),
    ],
    "They lost 2-1.": [],
    # told downwards
    "Shares ranged from 12% to 3%.": [("ranged from 12% to 3%", 3, 12, "between", "%", None)],
    # units over others
    "It blew at 20 m s-1 and gave 7.8 mW m-2.": [
        ("20 m s-1", 20, 20, "exact", "m/s", None),
        ("7.8 mW m-2", 7.8, 7.8, "exact", "mW/m2", None),
    ],
    "It holds 2.7 wt.% of it.": [("2.7 wt.%", 2.7, 2.7, "exact", "%", None)],
    "It took <20  ms.": [("<20  ms", None, 20, "at_most", "ms", None)],
    "It applies to men aged ≥65 years.": [("≥65 years", 65, None, "at_least", "a", None)],
    # marks of sources, and labels of a list
    "As shown before [9, 12] and [26].": [],
    "It was asked in phases 3, 5 and 7.": [],
    "On day 12 of the war 3 towns fell.": [("3 towns", 3, 3, "exact", "1", "town")],
    "This week 12 people died.": [("12 people", 12, 12, "exact", "1", "person")],
    "He scored 7.3 points 3.7 rebounds.": [
        ("7.3 points", 7.3, 7.3, "exact", "1", "point"),
        ("3.7 rebounds", 3.7, 3.7, "exact", "1", "rebound"),
    ],
    # parts of a measure without "of"; of other things they are shares
    "It lies one-half mile or a quarter-mile east.": [
        ("one-half mile", 0.5, 0.5, "exact", "mi", None),
        ("a quarter-mile", 0.25, 0.25, "exact", "mi", None),
    ],
    "Rates rose a half percentage point.": [("a half percentage point", 0.5, 0.5, "exact", "pp", None)],
    "A half-million people won one-third more.": [
        ("half-million people", 5e5, 5e5, "exact", "1", "person"),
        ("one-third", 100 / 3, 100 / 3, "about", "%", None),
    ],
    "The quarter-final had a half mast.": [],
    # powers in words and signs
    "It measures 4km^3, 4 km cubed or 5 km squared.": [
        ("4km^3", 4, 4, "exact", "km3", None),
        ("4 km cubed", 4, 4, "exact", "km3", None),
        ("5 km squared", 5, 5, "exact", "km2", None),
    ],
    # signs that what stands before or behind tells
    "They took 2h 35m and ran 35m.": [
        ("2h", 2, 2, "exact", "h", None),
        ("35m", 35, 35, "exact", "min", None),
        ("35m", 35, 35, "exact", "m", None),
    ],
    "He was third at 31.2s.": [("31.2s", 31.2, 31.2, "exact", "s", None)],
    "It was built in the 1930s.": [],
    "It has 18in alloys and 12GB/256GB of memory.": [
        ("18in", 18, 18, "exact", "in", None),
        ("12GB", 12, 12, "exact", "GB", None),
    ],
    "The loss was $0.12 per diluted share.": [("$0.12 per diluted share", 0.12, 0.12, "exact", "USD/share", None)],
    "It has 20m-plus users.": [("20m-plus users", 2e7, None, "at_least", "1", "user")],
    "The suspect is 5-foot-10 and 160 pounds.": [
        ("5-foot", 5, 5, "exact", "ft", None),
        ("10", 10, 10, "exact", "in", None),
        ("160 pounds", 160, 160, "exact", "lb", None),
    ],
    # a toll that tops a number; ranks
    "The toll is expected to top 100.": [("to top 100", 100, None, "at_least", "1", None)],
    "He finished in the top 100.": [],
    # pounds that are paid, by the hour
    "The wage is 9.50 pounds an hour.": [("9.50 pounds an hour", 9.5, 9.5, "exact", "GBP/h", None)],
    "Milk costs 65p a pint.": [("65p a pint", 65, 65, "exact", "GBp/pt", None)],
    "A force 8 gale met magnitudes of 5.5 to 6.": [("5.5 to 6", 5.5, 6, "between", "Mw", None)],
    "The quorum is two-thirds plus one.": [("two-thirds", 200 / 3, 200 / 3, "about", "%", None)],
    "In the S P 500 utilities rose 3 points.": [("3 points", 3, 3, "exact", "1", "point")],
    # multiples
    "Infections rose threefold.": [("threefold", 3, 3, "exact", "x", None)],
    "The manifold cracked twice.": [],
    # below zero in words
    "It fell to 15 degrees below zero.": [("15 degrees below zero", -15, -15, "exact", "deg", None)],
    "It stayed 15 degrees below the record.": [("15 degrees", 15, 15, "exact", "deg", None)],
    "Minus 12 was the answer.": [("Minus 12", -12, -12, "exact", "1", None)],
    # heights
    "He is 5'11\" and fit.": [("5'", 5, 5, "exact", "ft", None), ('11"', 11, 11, "exact", "in", None)],
    "She ran it in 4'32.": [],
    # ages of many
    "The average age is 35.": [("35", 35, 35, "exact", "a", "age")],
    "Life expectancy rose to about 73.": [("about 73", 73, 73, "about", "a", "age")],
    "The age group won 35 medals.": [("35 medals", 35, 35, "exact", "1", "medal")],
    "Children under 12 may enter.": [("under 12", None, 12, "at_most", "a", "age")],
    "It works in adults over 65.": [("over 65", 65, None, "at_least", "a", "age")],
    # a number over a number bounds nothing
    "His pressure was 140 over 90.": [("140", 140, 140, "exact", "1", None), ("90", 90, 90, "exact", "1", None)],
    # how strongly a quake was felt
    "It measured 7 on Japan's scale.": [("7 on Japan's scale", 7, 7, "exact", "intensity", None)],
    # money by what is near
    "They paid GH¢2.5 million.": [("GH¢2.5 million", 2.5e6, 2.5e6, "exact", "GHS", None)],
    "The fine in Nairobi is Sh2,000.": [("Sh2,000", 2000, 2000, "exact", "KES", None)],
    "A fare in Manila costs P500.": [("P500", 500, 500, "exact", "PHP", None)],
    "The P500 is a printer.": [],
    # what the context says of a sign
    "It draws 230V and 16A.": [("230V", 230, 230, "exact", "V", None), ("16A", 16, 16, "exact", "A", None)],
    "The laser emits at 532nm.": [("532nm", 532, 532, "exact", "nm", None)],
    "The magnet reaches 3 tesla.": [("3 tesla", 3, 3, "exact", "T", None)],
    "He shot a 6-under 66.": [("66", 66, 66, "exact", "1", None)],
    "She won the 4 x 100m relay.": [("4", 4, 4, "exact", "1", None), ("100m", 100, 100, "exact", "m", None)],
}


@pytest.fixture(scope="module")
def parser() -> Language:
    return load_parser()


@pytest.mark.parametrize("text", CASES)
def test_notation(text: str, parser: Language) -> None:
    found, wanted = read(text, parser(plain(text))), CASES[text]
    assert len(found) == len(wanted), found
    assert all(same(f, w) for f, w in zip(found, wanted, strict=True)), found
