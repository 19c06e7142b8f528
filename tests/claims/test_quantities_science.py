"""Quantities of science, engineering and sport: powers of ten, parts of a unit, rates, signs; with near misses."""

from __future__ import annotations

import pytest
from spacy.language import Language

from crosswire.claims.parse import load_parser, plain
from tests.claims.test_quantities import Row, read, same

CASES: dict[str, list[Row]] = {
    # degrees of temperature, a blank before the sign or none
    "The sample was heated to 850 °C at 10 °C/min.": [
        ("850 °C", 850, 850, "exact", "Cel", None),
        ("10 °C/min", 10, 10, "exact", "Cel/min", None),
    ],
    "It turned by 90 ° to the left.": [("90 °", 90, 90, "exact", "deg", None)],
    "It cooled to 4 K, far below the freezing point.": [("4 K", 4, 4, "exact", "K", None)],
    # parts of one unit, with a slash or in words; a share of a thing stays one
    "The bolt is 3/8 of an inch wide.": [("3/8 of an inch", 0.375, 0.375, "exact", "in", None)],
    "An ounce is 1⁄16 of a pound.": [("1⁄16 of a pound", 0.0625, 0.0625, "exact", "lb", None)],
    "The wreck lies a third of a mile offshore.": [("a third of a mile", 1 / 3, 1 / 3, "exact", "mi", None)],
    "A third of a village was flooded.": [("A third", 100 / 3, 100 / 3, "about", "%", None)],
    "He works 24/7 at the plant.": [],
    "They met on 9/11 of a year nobody forgets.": [],
    # powers of ten, and sizes that look like them
    "The Planck constant is 6.626 × 10^-34 joules.": [
        ("6.626 × 10^-34 joules", 6.626e-34, 6.626e-34, "exact", "J", None)
    ],
    "Its mass is 9.11e-31 kg.": [("9.11e-31 kg", 9.11e-31, 9.11e-31, "exact", "kg", None)],
    "The Sun is 1.496×108 km away.": [("1.496×108 km", 1.496e8, 1.496e8, "exact", "km", None)],
    "It measured 1.6 × 10⁻¹⁹ kg.": [("1.6 × 10⁻¹⁹ kg", 1.6e-19, 1.6e-19, "exact", "kg", None)],
    "The plate measures 66.5 x 107 mm.": [
        ("66.5", 66.5, 66.5, "exact", "mm", None),
        ("107 mm", 107, 107, "exact", "mm", None),
    ],
    # signs that are units only over another
    "A density of 5 A/cm2 was reached.": [("5 A/cm2", 5, 5, "exact", "A/cm2", None)],
    "Samples held 3 ng/mL of cortisol.": [("3 ng/mL", 3, 3, "exact", "ng/mL", None)],
    "The value is 12.3 ± 0.4 mm.": [
        ("12.3", 12.3, 12.3, "exact", "mm", None),
        ("0.4 mm", 0.4, 0.4, "exact", "mm", None),
    ],
    # a rate per many, and per two things
    "The toll was 12.4 deaths per 100,000 people.": [
        ("12.4 deaths per 100,000 people", 12.4, 12.4, "exact", "1/100000 people", "death")
    ],
    "It costs $15 per user per month.": [("$15 per user per month", 15, 15, "exact", "USD/user/mo", None)],
    # below zero
    "The account stood at -$350.": [("-$350", -350, -350, "exact", "USD", None)],
    "The index was at -12 points.": [("-12 points", -12, -12, "exact", "1", "point")],
    "It lay between minus 20 C and minus 10 C in the cold.": [
        ("between minus 20 C and minus 10 C", -20, -10, "between", "Cel", None)
    ],
    "It felt like minus-40 degrees.": [("minus-40 degrees", -40, -40, "exact", "deg", None)],
    "Lows of minus 15 and minus 20 degrees are expected.": [
        ("minus 15", -15, -15, "exact", "deg", None),
        ("minus 20 degrees", -20, -20, "exact", "deg", None),
    ],
    "It was minus 20 to minus 30 degrees.": [("minus 20 to minus 30 degrees", -30, -20, "between", "deg", None)],
    "It was between -5 and 3 degrees.": [("between -5 and 3 degrees", -5, 3, "between", "deg", None)],
    "It has a margin of plus or minus 3 percent.": [("3 percent", 3, 3, "exact", "%", None)],
    "The hotel has 10 -12 rooms.": [("10 -12 rooms", 10, 12, "between", "1", "room")],
    # ranges
    "A crowd of 40,000-50,000 people gathered.": [
        ("40,000-50,000 people", 40000, 50000, "between", "1", "person")
    ],
    "Call 555-0123 today.": [],
    "Children aged 6 to 12 may enter.": [("6 to 12", 6, 12, "between", "a", "age")],
    "Sales rose from 1.2 to 1.5 million units.": [
        ("1.2", 1.2e6, 1.2e6, "exact", "1", "unit"),
        ("1.5 million units", 1.5e6, 1.5e6, "exact", "1", "unit"),
    ],
    "Users rose from 900 to 2 million people.": [
        ("900", 900, 900, "exact", "1", "person"),
        ("2 million people", 2e6, 2e6, "exact", "1", "person"),
    ],
    "Between 1.5m and 2m people are at risk.": [("Between 1.5m and 2m people", 1.5e6, 2e6, "between", "1", "person")],
    "A wall of between 1.5m and 2m was built.": [("between 1.5m and 2m", 1.5, 2, "between", "m", None)],
    "Tens of thousands fled the city.": [("Tens of thousands", 20000, None, "vague", "1", "person")],
    "Dozens were sunk in the bay.": [],
    # people whose fate is told, children among them
    "Three people, two of them children, were found dead.": [
        ("Three people", 3, 3, "exact", "1", "person"),
        ("two of them children", 2, 2, "exact", "1", "child"),
    ],
    "They found 29 bodies, 10 of whom were children.": [
        ("29 bodies", 29, 29, "exact", "1", "body"),
        ("10", 10, 10, "exact", "1", "person"),
    ],
    "Seventeen were pulled from the rubble.": [("Seventeen", 17, 17, "exact", "1", "person")],
    "Three were found dead.": [("Three", 3, 3, "exact", "1", "person")],
    "Three were found in the car.": [("Three", 3, 3, "exact", "1", None)],
    # averages of sport; a war and a station are none
    "The centre averages 12.3 ppg.": [("averages 12.3 ppg", 12.3, 12.3, "about", "PPG", None)],
    "The 2003 war lasted for long.": [],
    # how strongly a quake was felt is no magnitude
    "It registered 7 on Japan's intensity scale.": [
        ("7 on Japan's intensity scale", 7, 7, "exact", "intensity", None)
    ],
    "It was 7.6 on the open-ended Richter scale.": [
        ("7.6 on the open-ended Richter scale", 7.6, 7.6, "exact", "Mw", None)
    ],
    "He rated it 7 on a scale of 10.": [("7", 7, 7, "exact", "1", None), ("10", 10, 10, "exact", "1", None)],
    # money of every state
    "They paid 5,000 birr and 80 afghanis.": [
        ("5,000 birr", 5000, 5000, "exact", "ETB", None),
        ("80 afghanis", 80, 80, "exact", "AFN", None),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def parser() -> Language:
    """The parser of the package, loaded once."""
    return load_parser()


@pytest.mark.parametrize("text", CASES)
def test_table(text: str, parser: Language) -> None:
    found, wanted = read(text, parser(plain(text))), CASES[text]
    assert len(found) == len(wanted), found
    assert all(same(f, w) for f, w in zip(found, wanted, strict=True)), found
