"""Quantities: values, units, bounds and nouns from sentences in the style of news, with near misses that are none."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from crosswire.claims.parse import Passage, load_parser, plain
from crosswire.claims.quantities.find import QuantityTable, find_quantities, load_quantities, trend_of, without_rates
from crosswire.claims.quantities.numbers import numbers
from crosswire.model import Quantity, Recognised, Span, Time

Row = tuple[str, float | None, float | None, str, str, str | None]

# sentence -> every quantity in it: its words, low, high, bound, unit, noun
CASES: dict[str, list[Row]] = {
    # counts and what they count
    "The raid killed 28 soldiers near the border.": [("28 soldiers", 28, 28, "exact", "1", "soldier")],
    "Two South Korean navy ships were hit.": [("Two South Korean navy ships", 2, 2, "exact", "1", "ship")],
    "Rescuers pulled two dozen people from the rubble.": [("two dozen people", 24, 24, "exact", "1", "person")],
    "Some 1,200 heavily armed troops crossed the river.": [
        ("Some 1,200 heavily armed troops", 1200, 1200, "about", "1", "troop")
    ],
    # a hyphenated modifier is no counted noun, a hyphenated noun is one
    "Pyongyang fired several short-range ballistic missiles.": [
        ("several short-range ballistic missiles", None, None, "vague", "1", "missile")
    ],
    "Numerous Iran-backed militias joined.": [("Numerous Iran-backed militias", None, None, "vague", "1", "militia")],
    "A raid left several ex-soldiers wounded.": [("several ex-soldiers", None, None, "vague", "1", "soldier")],
    "Several mid-range were tested.": [("Several mid-range", None, None, "vague", "1", "range")],
    "Half a million people lost power.": [("Half a million people", 5e5, 5e5, "exact", "1", "person")],
    "One hundred and twenty homes burned down.": [("One hundred and twenty homes", 120, 120, "exact", "1", "home")],
    "Three of the soldiers were freed.": [("Three of the soldiers", 3, 3, "exact", "1", "soldier")],
    "The 15-member council met on the crisis.": [("15-member", 15, 15, "exact", "1", "member")],
    "One of the ships sank.": [("One of the ships", 1, 1, "exact", "1", "ship")],
    "Seven people were rescued.": [("Seven people", 7, 7, "exact", "1", "person")],
    # people whose noun is left out
    "The blast killed 12 and wounded at least 30.": [
        ("12", 12, 12, "exact", "1", "person"),
        ("at least 30", 30, None, "at_least", "1", "person"),
    ],
    "Police said 14 others were injured.": [("14 others", 14, 14, "exact", "1", "person")],
    "The fire left six dead.": [("six", 6, 6, "exact", "1", "person")],
    # the noun of the count before
    "Exports rose to 3.9 million phones from 2.4 million.": [
        ("3.9 million phones", 3.9e6, 3.9e6, "exact", "1", "phone"),
        ("2.4 million", 2.4e6, 2.4e6, "exact", "1", "phone"),
    ],
    # the noun of the whole phrase: past an owner, a hyphen, a name, a number of its own
    "It is one of Africa's most prosperous states.": [
        ("one of Africa's most prosperous states", 1, 1, "exact", "1", "state")
    ],
    "He scored 20 of his season-high 31 points.": [
        ("20 of his season-high 31 points", 20, 20, "exact", "1", "point"),
        ("31 points", 31, 31, "exact", "1", "point"),
    ],
    "They won the first of two World Cup play-off games.": [
        ("two World Cup play-off games", 2, 2, "exact", "1", "game")
    ],
    "Of the three plague variants, one is rare.": [("three plague variants", 3, 3, "exact", "1", "variant")],
    "She bought time in four Super Tuesday states.": [("four Super Tuesday states", 4, 4, "exact", "1", "state")],
    "There was just one city maintenance crew.": [("one city maintenance crew", 1, 1, "exact", "1", "crew")],
    # when it was is not what was counted
    "Five people were killed and 19 wounded Monday.": [
        ("Five people", 5, 5, "exact", "1", "person"),
        ("19", 19, 19, "exact", "1", "person"),
    ],
    "Police arrested two last week.": [("two", 2, 2, "exact", "1", "person")],
    "The death toll rose to 13 Monday afternoon.": [("13", 13, 13, "exact", "1", None)],
    "He took only one of them, and there was only one round of voting.": [("one round", 1, 1, "exact", "1", "round")],
    "It was the only one.": [],
    # how far it fell and where it stands; a range; what is counted five million times over is another thing
    "Claims decreased by 10,000 to 202,000.": [
        ("10,000", 1e4, 1e4, "exact", "1", None),
        ("202,000", 202e3, 202e3, "exact", "1", None),
    ],
    "Prices may rise by 5 to 10 percent.": [("5 to 10 percent", 5, 10, "between", "%", None)],
    "It was 154 million euros, and above the forecast 214 million euros.": [
        ("154 million euros", 154e6, 154e6, "exact", "EUR", None),
        ("214 million euros", 214e6, 214e6, "exact", "EUR", None),
    ],
    "Adults of 62 and above were asked.": [("62 and above", 62, None, "at_least", "1", None)],
    "Thirteen analysts forecast sales of 2.624 billion.": [
        ("Thirteen analysts", 13, 13, "exact", "1", "analyst"),
        ("2.624 billion", 2.624e9, 2.624e9, "exact", "1", None),
    ],
    # how old several are who are told of together
    "Roe and Ash, both 51, died there.": [("51", 51, 51, "exact", "a", "age")],
    "His two half-brothers, 17 and 22, were held.": [
        ("two half-brothers", 2, 2, "exact", "1", "brother"),
        ("17", 17, 17, "exact", "a", "age"),
        ("22", 22, 22, "exact", "a", "age"),
    ],
    "They shot her son, 5, and two others.": [
        ("5", 5, 5, "exact", "a", "age"),
        ("two others", 2, 2, "exact", "1", "person"),
    ],
    "The scores, 17 and 22, were low.": [("17", 17, 17, "exact", "1", None), ("22", 22, 22, "exact", "1", None)],
    "Two men, aged 31 and 40, were held.": [
        ("Two men", 2, 2, "exact", "1", "man"),
        ("31", 31, 31, "exact", "a", "age"),
        ("40", 40, 40, "exact", "a", "age"),
    ],
    "They were 61 and 48 years old.": [
        ("61", 61, 61, "exact", "a", "age"),
        ("48 years old", 48, 48, "exact", "a", "age"),
    ],
    # Indian magnitudes, a currency in two words, magnitudes of quakes
    "They will invest Rs 500 cr.": [("Rs 500 cr", 5e9, 5e9, "exact", "rupee", None)],
    "He was fined 70m Egyptian pounds.": [("70m Egyptian pounds", 70e6, 70e6, "exact", "EGP", None)],
    "A magnitude-6.1 earthquake struck.": [("6.1", 6.1, 6.1, "exact", "Mw", None)],
    "An F-35 and a type-45 destroyer came.": [],
    # a share, with its noun or without
    "Only one train in three was running.": [("one train in three", 100 / 3, 100 / 3, "about", "%", None)],
    "They found one man in three cars.": [
        ("one man", 1, 1, "exact", "1", "man"),
        ("three cars", 3, 3, "exact", "1", "car"),
    ],
    "Six in 10 readers agreed.": [("Six in 10", 60, 60, "about", "%", None)],
    "Two in 10 days died.": [("Two", 2, 2, "exact", "1", "person"), ("10 days", 10, 10, "exact", "d", None)],
    # what is told in two measures lends no unit; a list and a lead do
    "The index was up 2.67, or 0.22 percent.": [
        ("2.67", 2.67, 2.67, "exact", "1", None),
        ("0.22 percent", 0.22, 0.22, "exact", "%", None),
    ],
    "She leads, 50 to 48 percent.": [("50", 50, 50, "exact", "%", None), ("48 percent", 48, 48, "exact", "%", None)],
    "Shares fell by 1.5 and 3 percent.": [
        ("1.5", 1.5, 1.5, "exact", "%", None),
        ("3 percent", 3, 3, "exact", "%", None),
    ],
    # a price may be cut by this to that; a share is raised by a range
    "It lifts value by 5% to 10%.": [("5% to 10%", 5, 10, "between", "%", None)],
    "The price was cut by $200 to $399.": [
        ("$200", 200, 200, "exact", "USD", None),
        ("$399", 399, 399, "exact", "USD", None),
    ],
    "The margin is plus or minus 2.4 points.": [("2.4 points", 2.4, 2.4, "exact", "1", "point")],
    "It was minus 5 degrees Celsius.": [("minus 5 degrees Celsius", -5, -5, "exact", "Cel", None)],
    # hyphens between numbers: a range, a telephone
    "About 200-300 people came.": [("About 200-300 people", 200, 300, "between", "1", "person")],
    "It is down to 350-375 million.": [("350-375 million", 3.5e8, 3.75e8, "between", "1", None)],
    "Call 555-0123 or 555-123-4567.": [],
    # "over" and "under" that bound nothing
    "He signed under a $3 billion deal.": [("$3 billion", 3e9, 3e9, "exact", "USD", None)],
    "It took less than a $3 billion loan.": [("less than a $3 billion", None, 3e9, "at_most", "USD", None)],
    "The age rises to 69 over 16 years.": [
        ("69", 69, 69, "exact", "a", "age"),
        ("16 years", 16, 16, "exact", "a", None),
    ],
    "They were jobless for over two years.": [("over two years", 2, None, "at_least", "a", None)],
    "Sales fell from 7.41 million the previous year.": [("7.41 million", 7.41e6, 7.41e6, "exact", "1", None)],
    # one more of what was just named
    "They may add another pick or two.": [("two", 2, 2, "exact", "1", "pick")],
    "The fire moved a mile or two.": [("two", 2, 2, "exact", "mi", None)],
    # a possessive is no currency
    "The state's $2 billion reserve is in S$ and $.": [("$2 billion", 2e9, 2e9, "exact", "USD", None)],
    "It cost S$5 million.": [("S$5 million", 5e6, 5e6, "exact", "SGD", None)],
    # where a change ends is no end of a range; from nothing to a speed is one measure
    "Gold fell 5.2 to 1,204.5.": [
        ("5.2", 5.2, 5.2, "exact", "1", None),
        ("1,204.5", 1204.5, 1204.5, "exact", "1", None),
    ],
    "Prices rose 5 to 7 percent.": [("5 to 7 percent", 5, 7, "between", "%", None)],
    "It goes from zero to 60 mph.": [("from zero to 60 mph", 0, 60, "between", "mi/h", None)],
    "He was 10 under par.": [("10", 10, 10, "exact", "1", None)],
    # bounds
    "More than 300 villagers fled.": [("More than 300 villagers", 300, None, "at_least", "1", "villager")],
    "At least one sailor is missing.": [("At least one sailor", 1, None, "at_least", "1", "sailor")],
    "Up to 40 tents were sent.": [("Up to 40 tents", None, 40, "at_most", "1", "tent")],
    "Fewer than 10 houses stand.": [("Fewer than 10 houses", None, 10, "at_most", "1", "house")],
    "Nearly 60 miners were trapped.": [("Nearly 60 miners", 60, 60, "about", "1", "miner")],
    "An estimated 8,000 refugees arrived.": [("An estimated 8,000 refugees", 8000, 8000, "about", "1", "refugee")],
    "The ship carried 50 or more crates.": [("50 or more crates", 50, None, "at_least", "1", "crate")],
    "Residents aged 65 or older may vote early.": [("65 or older", 65, None, "at_least", "a", "age")],
    "No more than 5 guests may enter.": [("No more than 5 guests", None, 5, "at_most", "1", "guest")],
    # ranges
    "Between 5 and 7 boats left the port.": [("Between 5 and 7 boats", 5, 7, "between", "1", "boat")],
    "The army has 10 to 15 launchers.": [("10 to 15 launchers", 10, 15, "between", "1", "launcher")],
    "The plan needs 3-4 ships.": [("3-4 ships", 3, 4, "between", "1", "ship")],
    "Two or three drones got through.": [("Two or three drones", 2, 3, "between", "1", "drone")],
    "Repairs will cost $5-7 billion.": [("$5-7 billion", 5e9, 7e9, "between", "USD", None)],
    "The waves were 2 to 3 meters high.": [("2 to 3 meters", 2, 3, "between", "m", None)],
    # lists: the unit or noun is said once for all
    "The runs are 5, 10 and 20 km long.": [
        ("5", 5, 5, "exact", "km", None),
        ("10", 10, 10, "exact", "km", None),
        ("20 km", 20, 20, "exact", "km", None),
    ],
    "At 5, 20 soldiers left.": [("5", 5, 5, "exact", "1", None), ("20 soldiers", 20, 20, "exact", "1", "soldier")],
    # not ranges: a change, a list, a score
    "Tariffs went from 10 percent to 25 percent.": [
        ("10 percent", 10, 10, "exact", "%", None),
        ("25 percent", 25, 25, "exact", "%", None),
    ],
    "Shares fell 0.4 percent to 13,176.": [
        ("0.4 percent", 0.4, 0.4, "exact", "%", None),
        ("13,176", 13176, 13176, "exact", "1", None),
    ],
    "The home side won 3-1.": [],
    # vague
    "Several ballistic missiles were fired.": [("Several ballistic missiles", None, None, "vague", "1", "missile")],
    "Multiple rockets hit the base.": [("Multiple rockets", None, None, "vague", "1", "rocket")],
    "Dozens of protesters were held.": [("Dozens of protesters", 24, None, "vague", "1", "protester")],
    "Hundreds of thousands of civilians fled.": [
        ("Hundreds of thousands of civilians", 2e5, None, "vague", "1", "civilian")
    ],
    "Several hundred tents were sent.": [("Several hundred tents", 200, None, "vague", "1", "tent")],
    "They fired scores of shells.": [("scores of shells", 40, None, "vague", "1", "shell")],
    "The front moved hundreds of kilometers.": [("hundreds of kilometers", 200, None, "vague", "km", None)],
    "Test scores fell in most schools.": [],
    # a share of a whole that is told, and all but some of it; of no whole that is told neither is known
    "At least half of the 60 passengers were killed.": [
        ("At least half of the 60 passengers", 30, None, "at_least", "1", "passenger")
    ],
    "Two-thirds of the town's 300 residents were moved.": [
        ("Two-thirds of the town's 300 residents", 200, 200, "about", "1", "resident")
    ],
    "Most of the 60 passengers survived.": [("Most of the 60 passengers", 30, None, "at_least", "1", "passenger")],
    "All but three of the 25 miners were rescued.": [("All but three of the 25 miners", 22, 22, "exact", "1", "miner")],
    "All but one of the crew survived.": [],
    "All of the 60 passengers died.": [("60 passengers", 60, 60, "exact", "1", "passenger")],
    "They sold half the 60-year-old bridge.": [
        ("half", 50, 50, "about", "%", None),
        ("60-year-old", 60, 60, "exact", "a", "age"),
    ],
    # a bound that begins like none at all
    "The army killed no fewer than 12 people.": [("no fewer than 12 people", 12, None, "at_least", "1", "person")],
    "The flood took no less than a dozen homes.": [("no less than a dozen homes", 12, None, "at_least", "1", "home")],
    # zero, and what is not zero
    "No one is believed to be injured.": [("No one", 0, 0, "exact", "1", "person")],
    "Nobody is thought to have been hurt.": [("Nobody", 0, 0, "exact", "1", "person")],
    "Nobody is believed to know it.": [],
    "No casualties were reported.": [("No casualties", 0, 0, "exact", "1", "casualty")],
    "No one was hurt.": [("No one", 0, 0, "exact", "1", "person")],
    "There were no reports of damage.": [],
    "There is no reason to worry.": [],
    "The talks are no longer planned.": [],
    "No one knows the motive.": [],
    "No 10 officials declined to comment.": [],
    # units
    "The missiles flew about 350 kilometers (217 miles).": [
        ("about 350 kilometers", 350, 350, "about", "km", None),
        ("217 miles", 217, 217, "about", "mi", None),
    ],
    "The island lies 30 nautical miles off the coast.": [("30 nautical miles", 30, 30, "exact", "nmi", None)],
    "Winds of 185 km/h were measured.": [("185 km/h", 185, 185, "exact", "km/h", None)],
    "Gusts reached 60 miles per hour.": [("60 miles per hour", 60, 60, "exact", "mi/h", None)],
    "A magnitude 6.1 earthquake struck the island.": [("6.1", 6.1, 6.1, "exact", "Mw", None)],
    "A 5.9-magnitude quake followed.": [("5.9-magnitude", 5.9, 5.9, "exact", "Mw", None)],
    "The quake measured 7.2 on the Richter scale.": [("7.2 on the Richter scale", 7.2, 7.2, "exact", "Mw", None)],
    "It was -5 degrees Celsius at dawn.": [("-5 degrees Celsius", -5, -5, "exact", "Cel", None)],
    "The shell held 5,000 pounds of explosives.": [("5,000 pounds", 5000, 5000, "exact", "lb", None)],
    "It produces 1.2 million barrels a day.": [("1.2 million barrels a day", 1.2e6, 1.2e6, "exact", "bbl/d", None)],
    "The jet broke Mach 5.": [("5", 5, 5, "exact", "Mach", None)],
    "The oval is 1/4 mile long.": [("1/4 mile", 0.25, 0.25, "exact", "mi", None)],
    # money
    "The firm will pay $5 billion.": [("$5 billion", 5e9, 5e9, "exact", "USD", None)],
    "The grant of €20m was paid.": [("€20m", 2e7, 2e7, "exact", "EUR", None)],
    "The deal is worth 20 million pounds.": [("20 million pounds", 2e7, 2e7, "exact", "GBP", None)],
    "Aid of C$3.5 million was sent.": [("C$3.5 million", 3.5e6, 3.5e6, "exact", "CAD", None)],
    "It cost 800 yuan.": [("800 yuan", 800, 800, "exact", "CNY", None)],
    "Oil rose to $82 a barrel.": [("$82 a barrel", 82, 82, "exact", "USD/bbl", None)],
    "Sales were $6.8 billion a year earlier.": [("$6.8 billion", 6.8e9, 6.8e9, "exact", "USD", None)],
    "It closed at 164p a share.": [("164p a share", 164, 164, "exact", "GBp/share", None)],
    "He was fined 500 pounds.": [("500 pounds", 500, 500, "exact", "GBP", None)],
    "It sold 2.4 billion gallons of jet fuel a year.": [
        ("2.4 billion gallons of jet fuel a year", 2.4e9, 2.4e9, "exact", "gal/a", None)
    ],
    "Crude traded at $60-65 a barrel.": [("$60-65 a barrel", 60, 65, "between", "USD/bbl", None)],
    # shares and points
    "The duty is 25%.": [("25%", 25, 25, "exact", "%", None)],
    "Rates rose 25 basis points.": [("25 basis points", 25, 25, "exact", "bp", None)],
    "Support fell two percentage points.": [("two percentage points", 2, 2, "exact", "pp", None)],
    "A third of voters agreed.": [("A third", 100 / 3, 100 / 3, "about", "%", None)],
    "One in five homes has no power.": [("One in five", 20, 20, "about", "%", None)],
    "Two-thirds of the deputies voted.": [("Two-thirds", 200 / 3, 200 / 3, "about", "%", None)],
    "Less than a third of them came.": [("Less than a third", None, 100 / 3, "at_most", "%", None)],
    "It took half an hour to land.": [("half an hour", 0.5, 0.5, "exact", "h", None)],
    "It is 3x faster.": [("3x", 3, 3, "exact", "x", None)],
    "A 1080p screen was shown.": [],
    "It was minus 60 degrees.": [("minus 60 degrees", -60, -60, "exact", "deg", None)],
    "It ended in the second half of the match.": [],
    # ages
    "Jane Doe, 44, was found alive.": [("44", 44, 44, "exact", "a", "age")],
    "A 12-year-old boy was rescued.": [("12-year-old", 12, 12, "exact", "a", "age")],
    "She was 84.": [("84", 84, 84, "exact", "a", "age")],
    # rates of counts
    "The city saw five fires a day.": [("five fires a day", 5, 5, "exact", "1/d", "fire")],
    # names, labels, codes, years, clock times, dates, decades, ordinals: nothing
    "An F-35 and a Su-27 met over the sea.": [],
    "COVID-19 spread again.": [],
    "Cars were stopped on Route 66.": [],
    "The Group of Seven met in Canada.": [],
    "The G20 leaders spoke.": [],
    "The Hwasong-18 was shown.": [],
    "It invoked Article 5 of the treaty.": [],
    "Flight 370 vanished.": [],
    "The Falcon 9 rocket lifted off.": [],
    "Samsung is recalling all of its Galaxy Note 7 smartphones.": [],
    "Samsung pledged to recall all of Note 7 phones sold globally.": [],
    "In Kabul 7 people were killed.": [("7 people", 7, 7, "exact", "1", "person")],
    "On Monday 7 people were killed in Kabul.": [("7 people", 7, 7, "exact", "1", "person")],
    "It was signed in 2019.": [],
    "The 2003 war is over.": [],
    "The meeting began at 10:38.": [],
    "Doors open at 5 p.m. on Sunday.": [],
    "He spoke on March 7 in Geneva.": [],
    "It began in the 1990s.": [],
    "The 22nd amendment was discussed.": [],
    "Call 555-123-4567 for help.": [],
    "The file is dated 2019-09-01.": [],
    "He is the one who left.": [],
    "They spoke to one another.": [],
    "Call (318) 619-3946 for help.": [],
    "Doors open from 6 to 8 p.m. each day.": [],
    "It runs from May 4-8 in Rome.": [],
    "In 1723, the colony was founded.": [],
    "It happened in the 2400 block of Jay Lane.": [],
    "It is at 1000 W. California Street.": [],
    "It backs a two-state solution.": [],
    # signs that mean several units: the words near tell
    "It was 30C in the shade, the hottest day.": [("30C", 30, 30, "exact", "Cel", None)],
    "Milk sells for 90 c a litre.": [("90 c a litre", 90, 90, "exact", "cent/L", None)],
    "The price of petrol rose to R18.50 in South Africa.": [("R18.50", 18.5, 18.5, "exact", "ZAR", None)],
    "The R18 film opened.": [],
    "A bowl costs ¥12 in Shanghai.": [("¥12", 12, 12, "exact", "CNY", None)],
    "A ticket costs ¥300 in Tokyo.": [("¥300", 300, 300, "exact", "JPY", None)],
    "The ship made a speed of 12 kt in the storm.": [("12 kt", 12, 12, "exact", "kn", None)],
    "The bomb had a yield of 12 kt.": [("12 kt", 12, 12, "exact", "kt", None)],
    "The wall is 9' high.": [("9'", 9, 9, "exact", "ft", None)],
    'He said "it was 9" and left.': [("9", 9, 9, "exact", "1", None)],
    # careless and compound writing of units
    "The rate is 6%. The bank met.": [("6%", 6, 6, "exact", "%", None)],
    "It runs at 20mhz and weighs 3 kg.": [
        ("20mhz", 20, 20, "exact", "MHz", None),
        ("3 kg", 3, 3, "exact", "kg", None),
    ],
    "It emits 95 g/km of carbon dioxide.": [("95 g/km", 95, 95, "exact", "g/km", None)],
    "A 900-square-foot flat was sold.": [("900-square-foot", 900, 900, "exact", "ft2", None)],
    "Crude closed at 58.76 dollars a barrel on Friday.": [
        ("58.76 dollars a barrel", 58.76, 58.76, "exact", "USD/bbl", None)
    ],
    # decimals and years in words, names and telephones with digits
    "The plan costs one point six billion dollars.": [
        ("one point six billion dollars", 1.6e9, 1.6e9, "exact", "USD", None)
    ],
    "He spent six and half years in jail.": [("six and half years", 6.5, 6.5, "exact", "a", None)],
    "It began in nineteen seventy-nine.": [],
    "Call 020 7946 0000 for help.": [],
    "It happened at a 7-Eleven in town.": [],
    "Tours start at 11, 12, 1 and 4 p.m. each day.": [],
    # words that are no bounds here
    "They argued over the three requests.": [("three requests", 3, 3, "exact", "1", "request")],
    "It needs the 60-plus votes.": [("60-plus votes", 60, None, "at_least", "1", "vote")],
    # numbers that look like years and are counts
    "It sent 1500 vehicles and 2,019 troops.": [
        ("1500 vehicles", 1500, 1500, "exact", "1", "vehicle"),
        ("2,019 troops", 2019, 2019, "exact", "1", "troop"),
    ],
}


@pytest.fixture(scope="module")
def parser() -> Language:
    """The shipped pipeline."""
    return load_parser()


@pytest.fixture(scope="module")
def docs(parser: Language) -> dict[str, Doc]:
    """The sentences of the table, parsed together."""
    return dict(zip(CASES, parser.pipe(CASES), strict=True))


@cache
def table() -> QuantityTable:
    """The table of the package, read once."""
    return load_quantities()


def read(text: str, doc: Doc) -> list[Row]:
    """The quantities of one paragraph as rows."""
    found = find_quantities(text, [Passage(doc, 0, "paragraph")], table(), ())
    return [row(r) for r in found]


def row(recognised: Recognised) -> Row:
    """A recognised quantity as a row of the table above."""
    value = recognised.value
    assert isinstance(value, Quantity)
    assert value.text == recognised.span.exact
    return recognised.span.exact, value.low, value.high, value.bound, value.unit, value.noun


def same(found: Row, wanted: Row) -> bool:
    """Whether two rows are equal, their numbers within a part in a million."""
    close = (
        pytest.approx(w) == f if w is not None else f is None for f, w in zip(found[1:3], wanted[1:3], strict=True)
    )
    return all(close) and (found[0], *found[3:]) == (wanted[0], *wanted[3:])


@pytest.mark.parametrize("text", CASES)
def test_table(text: str, docs: dict[str, Doc]) -> None:
    found, wanted = read(text, docs[text]), CASES[text]
    assert len(found) == len(wanted), found
    assert all(same(f, w) for f, w in zip(found, wanted, strict=True)), found


def test_numbers_inside_times_are_left_out(parser: Language) -> None:
    text = "The siege lasted 40 days and cost 12 lives."
    lasted = Recognised(Span.of(text, 17, 24), Time("40 days", None, None, None, "P40D"))
    found = find_quantities(text, [Passage(parser(text), 0, "paragraph")], table(), [lasted])
    assert [r.span.exact for r in found] == ["12 lives"]


def test_what_a_rate_is_per_is_no_time(parser: Language) -> None:
    text = "The plan costs $79 a month for a month."
    found = find_quantities(text, [Passage(parser(text), 0, "paragraph")], table(), ())
    months = [Recognised(Span.of(text, at, at + 7), Time("a month", None, None, None, "P1M")) for at in (19, 31)]
    assert [t.span.start for t in without_rates(months, found)] == [31]


def test_offsets_count_in_the_report(parser: Language) -> None:
    text = "Title\n\nOfficials said “more than 350 km” and 3–4 ships."
    start = text.index("Officials")
    passage = Passage(parser(plain(text[start:])), start, "paragraph")
    found = find_quantities(text, [passage], table(), ())
    assert [text[r.span.start : r.span.end] for r in found] == ["more than 350 km", "3–4 ships"]
    assert [r.span.exact for r in found] == ["more than 350 km", "3–4 ships"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Shares fell 6 percent.", ["down"]),
        ("The index lost 190 points, or 0.6%.", ["down", "down"]),
        ("Prices were up about 19 percent.", ["up"]),
        ("Inflation rose to 6 percent.", [None]),
        ("The rate is 6 percent.", [None]),
        ("The side lost seven games.", [None]),
        ("Jobs fell by 7,000 workers.", ["down"]),
        ("The defense gave up 517 yards.", [None]),
    ],
)
def test_trend(parser: Language, text: str, wanted: list[str | None]) -> None:
    found = find_quantities(text, [Passage(parser(text), 0, "paragraph")], table(), ())
    assert [trend_of(text, r, table()) for r in found] == wanted


def test_a_headline_in_title_case_keeps_its_numbers(parser: Language) -> None:
    text = "Blast Kills 12 in Port City"
    found = find_quantities(text, [Passage(parser(text), 0, "title")], table(), ())
    assert [row(r) for r in found] == [("12", 12, 12, "exact", "1", "person")]


PIECES = ["12", "1,000", "3.5", "five", "million", "dozen", "about", "more than", "$", "€", "%", "km", "-", "–", " to "]
MORE = [
    "and",
    "half",
    "a",
    "no",
    "one",
    "of",
    "soldiers",
    "\n",
    "\u00a0",
    "½",
    "(",
    ")",
    "/",
    ".",
    ",",
    "10:30",
    "F-35",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES + MORE) | st.text(max_size=6), max_size=24))
def test_any_text_gives_exact_spans(words: list[str]) -> None:
    text = " ".join(words)
    doc = blank()(plain(text))
    for recognised in find_quantities(text, [Passage(doc, 0, "paragraph")], table(), ()):
        assert text[recognised.span.start : recognised.span.end] == recognised.span.exact
        value = recognised.value
        assert isinstance(value, Quantity)
        assert value.low is None or value.high is None or value.low <= value.high


@cache
def blank() -> Language:
    """A tokenizer alone: the reader must stand texts that were not tagged."""
    parser = load_parser()
    parser.select_pipes(enable=[])
    return parser


NUMBER_WORDS = [
    *("a couple of", "an eighth", "third", "quarter", "A FEW", "pair of", "scores", "dozens", "Hundred", "and a half"),
    *("two", "twenty-one", "thousand", "by", "than", "in", "out of", "every", "people", ".5", "1/4", "İ", "x"),
]

# texts that a careless pattern takes quadratic time for
LONG_RUNS = {
    "digits": "1" * 100_000,
    "commas": "1,000," * 20_000,
    "words": "one hundred and " * 6_000,
    "hyphens": "1-" * 30_000,
    "no": "no " * 20_000,
    "lists": "5 and 6 or 7 to " * 4_000,
    "money": "$ $ $5 " * 10_000,
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("text", LONG_RUNS.values(), ids=LONG_RUNS)
def test_long_runs_take_linear_time(text: str) -> None:
    words = text.split()
    text = " ".join(words)
    doc = Doc(blank().vocab, words=words, spaces=[True] * (len(words) - 1) + [False])
    find_quantities(text, [Passage(doc, 0, "paragraph")], table(), ())


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, *MORE, *NUMBER_WORDS, " ", "-"]), max_size=12).map("".join))
def test_numbers_are_sought_only_where_they_can_be_and_none_is_missed(text: str) -> None:
    words = table().numbers
    everywhere = replace(words, anchors=re.compile(r"(?s)(?=.)"))
    assert list(numbers(text, words)) == list(numbers(text, everywhere))
