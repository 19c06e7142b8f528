"""Who is meant by a source's words: canonical name, kind and members; near misses beside the hits.

Each case is a text of our own and the words in it (their last occurrence) that name a speaker.
"""

# ruff: noqa: E501 - a table of cases reads best with one case a line
from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.claims.countries import load_countries
from crosswire.claims.parse import Passage, plain
from crosswire.claims.read import Reader
from crosswire.claims.speakers.resolve import Names, Roster, build_roster, load_names, resolve_span
from crosswire.model import Span, Speaker
from crosswire.sources.outlets import load_outlets


@pytest.fixture(scope="module")
def names() -> Names:
    return load_names(load_countries(), load_outlets().all)


def passages_of(text: str, reader: Reader) -> list[Passage]:
    """Each line of a text as a parsed paragraph."""
    passages, start = [], 0
    for line in text.split("\n"):
        passages.append(Passage(reader.parser(plain(line)), start, "paragraph"))
        start += len(line) + 1
    return passages


def roster_of(text: str, reader: Reader, names: Names) -> Roster:
    return build_roster(text, passages_of(text, reader), names)


def resolved(text: str, words: str, reader: Reader, names: Names) -> Speaker:
    start = text.rindex(words)
    return resolve_span(roster_of(text, reader, names), Span.of(text, start, start + len(words)))


BODIES = [
    ("Seoul denies the claim.", "Seoul", "South Korea's government"),
    ("The Kremlin said nothing.", "The Kremlin", "Russia's government"),
    ("Washington said it would act.", "Washington", "U.S. government"),
    ("Tehran has denied it.", "Tehran", "Iran's government"),
    ("Downing Street declined to comment.", "Downing Street", "UK government"),
    ("The White House said so.", "The White House", "White House"),
    ("The Pentagon said so.", "The Pentagon", "U.S. Department of Defense"),
    ("The U.S. Defense Department said so.", "The U.S. Defense Department", "U.S. Department of Defense"),
    ("South Korea's Joint Chiefs of Staff said so.", "South Korea's Joint Chiefs of Staff", "South Korea's Joint Chiefs of Staff"),
    ("South Korea\u2019s military said so.", "South Korea\u2019s military", "South Korea's Joint Chiefs of Staff"),
    ("The South Korean military said so.", "The South Korean military", "South Korea's Joint Chiefs of Staff"),
    ("Seoul's military said so.", "Seoul's military", "South Korea's Joint Chiefs of Staff"),
    ("South Korea fired back, and the JCS said so.", "the JCS", "South Korea's Joint Chiefs of Staff"),
    ("Japan's Defense Ministry said so.", "Japan's Defense Ministry", "Japan's Defense Ministry"),
    ("The Japanese defence ministry said so.", "The Japanese defence ministry", "Japan's Defense Ministry"),
    ("The Ministry of Defense of Japan said so.", "The Ministry of Defense of Japan", "Japan's Defense Ministry"),
    ("Japan's powerful defense ministry said so.", "Japan's powerful defense ministry", "Japan's Defense Ministry"),
    ("Japan's Coast Guard said so.", "Japan's Coast Guard", "Japan's Coast Guard"),
    ("The Greek coast guard said so.", "The Greek coast guard", "Greece's Coast Guard"),
    ("The Israeli army said so.", "The Israeli army", "Israel Defense Forces"),
    ("The IDF said so.", "The IDF", "Israel Defense Forces"),
    ("Turkey's disaster agency said so.", "Turkey's disaster agency", "AFAD"),
    # of several countries, one each
    ("The Turkish and Azeri governments said so.", "The Turkish and Azeri governments", "Turkey's government and Azerbaijan's government"),
    ("The U.S. and British navies said so.", "The U.S. and British navies", "U.S. Navy and Royal Navy"),
    ("AFAD said so.", "AFAD", "AFAD"),
    ("The U.S. Geological Survey said so.", "The U.S. Geological Survey", "USGS"),
    ("Gaza's health ministry said so.", "Gaza's health ministry", "Gaza's Health Ministry"),
    ("The health ministry in Gaza said so.", "The health ministry in Gaza", "Gaza's Health Ministry"),
    ("The central bank of Turkey said so.", "The central bank of Turkey", "Turkey's central bank"),
    ("The Fed said so.", "The Fed", "Federal Reserve"),
    ("Brazil's health ministry said so.", "Brazil's health ministry", "Brazil's Health Ministry"),
    ("The Philippines' coast guard said so.", "The Philippines' coast guard", "Philippine Coast Guard"),
    ("Istanbul police said so.", "Istanbul police", "Istanbul police"),
    ("Police in Istanbul said so.", "Police in Istanbul", "Istanbul police"),
    ("The Trump administration said so.", "The Trump administration", "U.S. government"),
    ("The European Commission acted. Later the Commission said so.", "the Commission", "European Commission"),
    ("Brussels said it would answer.", "Brussels", "European Union"),
    ("The World Health Organization met. The WHO said so.", "The WHO", "World Health Organization"),
    ("The owner, Nordhavn Shipping, said so.", "The owner, Nordhavn Shipping,", "Nordhavn Shipping"),
    ("The Houthis said they fired.", "The Houthis", "Houthis"),
    ("Hamas said so.", "Hamas", "Hamas"),
    ("The International Atomic Energy Agency said so.", "The International Atomic Energy Agency", "IAEA"),
    ("The U.N. nuclear watchdog said so.", "The U.N. nuclear watchdog", "IAEA"),
    ("UKMTO said so.", "UKMTO", "UKMTO"),
    ("The UK Marine Trade Operations said so.", "The UK Marine Trade Operations", "UKMTO"),
    ("Islamic Revolution Guards Corps said so.", "Islamic Revolution Guards Corps", "Islamic Revolutionary Guard Corps"),
    ("Fuego erupted in Guatemala. The disaster agency of the Central American country said so.",
     "The disaster agency of the Central American country", "Guatemala's disaster agency"),
    ("The Korea Disease Control and Prevention Agency (KDCA) met. The KDCA said so.", "The KDCA", "Korea Disease Control and Prevention Agency"),
    ("An earthquake hit Indonesia and Malaysia. Indonesia mourned, its disaster agency said.", "its disaster agency", "BNPB"),
    ("An earthquake hit Indonesia. The country's meteorological agency said so.", "The country's meteorological agency", "BMKG"),
    ("The Supreme Court in Israel ruled so.", "The Supreme Court in Israel", "Israel's Supreme Court"),
    ("Sudan's army left. The RSF denied it.", "The RSF", "Rapid Support Forces"),
    # near misses: another body, or nobody's
    ("The Palestinian health ministry said so.", "The Palestinian health ministry", "Palestine's Health Ministry"),
    ("The State Department met Chinese envoys, the foreign ministry said.", "the foreign ministry", "Foreign Ministry"),
    ("The State Duma said so.", "The State Duma", "Russia's State Duma"),
    ("Thailand's Constitutional Court said so.", "Thailand's Constitutional Court", "Thailand's Constitutional Court"),
    ("Germany's top court said so.", "Germany's top court", "Germany's Supreme Court"),
    ("Kenya's High Court said so.", "Kenya's High Court", "Kenya's High Court"),
    ("The California Supreme Court said so.", "The California Supreme Court", "California Supreme Court"),
    ("North Korea fired a missile, the military said.", "the military", "military"),  # who tells of it by name is another
    ("NHK reported that the Ministry of Defense announced that North Korea fired a missile.", "the Ministry of Defense", "Defense Ministry"),
    ("Two men died in North Korea, the military said.", "the military", "Korean People's Army"),
    ("North Korea fired a missile off Japan, the military said.", "the military", "military"),
    ("SEOUL, Jan. 27 - North Korea fired a missile at dawn on Tuesday, the military said.", "the military", "South Korea's Joint Chiefs of Staff"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "canonical"), BODIES)
def test_bodies_and_governments(text: str, words: str, canonical: str, reader: Reader, names: Names) -> None:
    found = resolved(text, words, reader, names)
    assert (found.canonical, found.kind in ("official", "organisation")) == (canonical, True)
    assert found.span is not None
    assert found.name == plain(found.span.exact)


OTHERS = [
    ("South American officials said so.", "South American officials", "unnamed officials"),
    ("American officials said so.", "American officials", "U.S. government"),
    ('The channel Nexta met. The Belarusian Telegram channel "Pool of the First" said so.',
     'The Belarusian Telegram channel "Pool of the First"', "Pool of the First"),
    ("Chief of the Public Relations Division of the National Police Inspector General Dedi Prasetyo said so.",
     "Chief of the Public Relations Division of the National Police Inspector General Dedi Prasetyo", "Dedi Prasetyo"),
    ("The head of the Kerala police Loknath Behera said so.", "The head of the Kerala police Loknath Behera", "Loknath Behera"),
    ("The deputy governor of East Java Emil Dardak said so.", "The deputy governor of East Java Emil Dardak", "Emil Dardak"),
    ("Halden Airlines grounded flights, and FlightCount counted them. The airline said so.", "The airline", "Halden Airlines"),
    ("Halden Lines grounded flights, and FlightCount counted them. The company said so.", "The company", "FlightCount"),
    ("The fire spread, said Cpl. Ana Paz.", "Cpl. Ana Paz", "Ana Paz"),
    ("The fire spread, Sgt. Ana Paz said.", "Sgt. Ana Paz", "Ana Paz"),
    # whose police: not those of where people come from, nor of a body that helps abroad
    ("17 American missionaries were kidnapped near the city. The police said so.", "The police", "police"),
    ("A bomb went off at a concert of US pop star Ana Paz. The police said so.", "The police", "police"),
    ("American officials met in Haiti. The FBI sent agents. The police said so.", "The police", "police"),
    ("Kenyan officials left. The police said so.", "The police", "Kenya's police"),
    ("A blast shook Kenya. The police said so.", "The police", "Kenya's police"),
    ("The toll, CNN Philippines said, rose.", "CNN Philippines", "CNN Philippines"),
    ("The Halden Department of Repairs (HDR) said so.", "The Halden Department of Repairs", "Halden Department of Repairs"),
    # a name that only begins another's
    ("The Maine State Department of Health said so.", "The Maine State Department of Health", "Maine State Department of Health"),
    ("The Texas Department of State Health Services said so.", "The Texas Department of State Health Services", "Texas Department of State Health Services"),
    ("The State Department said so.", "The State Department", "U.S. State Department"),
    ("The Department of State of the United States said so.", "The Department of State", "U.S. State Department"),
    # a city has police of its own, a capital too
    ("He came from Kenya. Kansas City police said so.", "Kansas City police", "Kansas City police"),
    ("He came from Canada. Ottawa police said so.", "Ottawa police", "Ottawa police"),
    ("He came from Canada. Canadian police said so.", "Canadian police", "Royal Canadian Mounted Police"),
    # the halves of a divided country, where both are told of
    ("North Korea met South Korea. The South's foreign ministry said so.", "The South's foreign ministry", "South Korea's Foreign Ministry"),
    ("North Korea met South Korea. The North said so.", "The North", "North Korea's government"),
    ("South Korea met Japan. The North said so.", "The North", "North"),
    ("The Lima Zoo closed. The zoo said so.", "The zoo", "Lima Zoo"),
    ("The Kenyan fire department said so.", "The Kenyan fire department", "Kenya's fire department"),
    ("In a Facebook post, Halden Air said so. The airline left.", "The airline", "Halden Air"),
    ("In a Facebook post, the airline said so.", "the airline", "unnamed airline"),
    ("Facebook lost money. The company said so.", "The company", "Meta Platforms"),
]  # fmt: skip


def test_the_words_of_a_title_with_a_name_behind_of_are_not_that_name(reader: Reader, names: Names) -> None:
    text = "The chief of staff of President Xi Jinping said so."
    assert resolved(text, "The chief of staff of President Xi Jinping", reader, names).canonical != "Xi Jinping"


@pytest.mark.parametrize(("text", "words", "canonical"), OTHERS)
def test_whom_the_words_mean(text: str, words: str, canonical: str, reader: Reader, names: Names) -> None:
    assert resolved(text, words, reader, names).canonical == canonical


PEOPLE = [
    ("Japan's Prime Minister, Sanae Takaichi, said so.", "Japan's Prime Minister, Sanae Takaichi", "Sanae Takaichi", "Prime Minister", "JP"),
    ("Chief Cabinet Secretary Minoru Kihara said so.", "Chief Cabinet Secretary Minoru Kihara", "Minoru Kihara", "Chief Cabinet Secretary", "JP"),
    ("Minoru Kihara, Japan's chief cabinet secretary, spoke. Mr. Kihara said so.", "Mr. Kihara", "Minoru Kihara", "chief cabinet secretary", "JP"),
    ("Sanae Takaichi spoke. Takaichi said so.", "Takaichi", "Sanae Takaichi", None, "JP"),
    ("Kim Jong Un spoke. Kim said so.", "Kim", "Kim Jong Un", None, "KP"),
    ("Kim Jong-un said so.", "Kim Jong-un", "Kim Jong Un", None, "KP"),
    ("Zelensky said so.", "Zelensky", "Volodymyr Zelenskyy", None, "UA"),
    ("President Volodymyr Zelenskiy said so.", "President Volodymyr Zelenskiy", "Volodymyr Zelenskyy", "President", "UA"),
    ("Pentagon spokesman John Kirby said so.", "Pentagon spokesman John Kirby", "John Kirby", "Pentagon spokesman", "US"),
    ("John Kirby, a Pentagon spokesman, said so.", "John Kirby, a Pentagon spokesman,", "John Kirby", "Pentagon spokesman", "US"),
    ("U.S. Under Secretary of Defense Elbridge Colby said so.", "U.S. Under Secretary of Defense Elbridge Colby", "Elbridge Colby", "Under Secretary of Defense", "US"),
    ("The head of the IAEA, Rafael Grossi, said so.", "The head of the IAEA, Rafael Grossi", "Rafael Grossi", "head of the IAEA", "AR"),
    ("The governor of Odesa, Oleh Kiper, said so.", "The governor of Odesa, Oleh Kiper,", "Oleh Kiper", "governor of Odesa", None),
    ("It fell, the head of Spain's Galicia region, Ana Paz, told us.", "the head of Spain's Galicia region", "Ana Paz", "head of Spain's Galicia region", "ES"),
    ("It fell, a spokesman for the railway, Paul Brun, said.", "a spokesman for the railway", "Paul Brun", "spokesman for the railway", None),
    ("Governor of Odesa region Oleh Kiper said so.", "Governor of Odesa region Oleh Kiper", "Oleh Kiper", "Governor of Odesa region", None),
    ("Lagos State Governor, Babajide Sanwo-Olu has said so.", "Lagos State Governor, Babajide Sanwo-Olu", "Babajide Sanwo-Olu", "Lagos State Governor", None),
    ("Delhi Police Commissioner, Rakesh Asthana said so.", "Delhi Police Commissioner, Rakesh Asthana", "Rakesh Asthana", "Delhi Police Commissioner", "IN"),
    ("The foreign ministers of Russia and Armenia Sergei Lavrov and Zohrab Mnatsakanyan met. Lavrov said so.", "Lavrov", "Sergei Lavrov", None, "RU"),
    ("Jordan B. Peterson said so.", "Jordan B. Peterson", "Jordan B. Peterson", None, None),
    ("Minister of Health Tuan Dang said so.", "Minister of Health Tuan Dang", "Tuan Dang", "Minister of Health", None),
    ("Minister of Internal Affairs Tuan Dang said so.", "Minister of Internal Affairs Tuan Dang", "Tuan Dang", "Minister of Internal Affairs", None),
    ("Minister of the Interior Thuy Nguyen said so.", "Minister of the Interior Thuy Nguyen", "Thuy Nguyen", "Minister of the Interior", None),
    ("It was strong, according to Superintendent Naima Bennani of the Fez police.", "Superintendent Naima Bennani", "Naima Bennani", "Superintendent", None),
    ("Trump's campaign manager, Kellyanne Conway, said so.", "Trump's campaign manager, Kellyanne Conway", "Kellyanne Conway", "campaign manager", None),
    ("Gov. Ana Stone of Ohio spoke. The governor said so.", "The governor", "Ana Stone", "governor", None),
    ("Lt. Ana Stone, the commander of the unit, said so.", "Lt. Ana Stone", "Ana Stone", "commander of the unit", None),
    ("Dr. Ana Stone said so.", "Dr. Ana Stone", "Ana Stone", None, None),
    ("President Emmanuel Macron arrived. The president said so.", "The president", "Emmanuel Macron", "President", "FR"),
    ("A senior Hamas official, Bassem Naim, said so.", "A senior Hamas official, Bassem Naim,", "Bassem Naim", "senior Hamas official", "PS"),
    ("Israeli military spokesman Rear Adm. Daniel Hagari said so.", "Israeli military spokesman Rear Adm. Daniel Hagari", "Daniel Hagari", "Israeli military spokesman", "IL"),
    ("Miami-Dade County Mayor Daniella Levine Cava said so.", "Miami-Dade County Mayor Daniella Levine Cava", "Daniella Levine Cava", "Miami-Dade County Mayor", None),
    ("Western Australia Premier Mark McGowan said so.", "Western Australia Premier Mark McGowan", "Mark McGowan", "Western Australia Premier", None),
    ("Australia Prime Minister Scott Morrison said so.", "Australia Prime Minister Scott Morrison", "Scott Morrison", "Prime Minister", "AU"),
    ("Ann Lee was there. The 42-year-old said so.", "The 42-year-old", "Ann Lee", None, None),
    ("S.S. Sidhu, a former minister, said so.", "S.S. Sidhu", "S.S. Sidhu", "former minister", None),
    ("It was loud, said Maria Lopez, 45, a teacher.", "Maria Lopez, 45, a teacher", "Maria Lopez", "teacher", None),
    ("Loretta Lynch said so.", "Loretta Lynch", "Loretta Lynch", None, None),
    ("Mayor Bill de Blasio said so.", "Mayor Bill de Blasio", "Bill de Blasio", "Mayor", None),
    ("It burned, said Karel Hron, Chile's ambassador to Peru.", "Karel Hron, Chile's ambassador to Peru", "Karel Hron", "ambassador to Peru", "CL"),
    ("The adviser to the Iraqi government, Omar Sad, said so.", "The adviser to the Iraqi government, Omar Sad,", "Omar Sad", "adviser to the Iraqi government", "IQ"),
    ("The prime minister of Japan said so.", "The prime minister of Japan", "Japan's prime minister", "prime minister", "JP"),
    ("The Turkish president said so.", "The Turkish president", "Turkey's president", "president", "TR"),
    ("Michael Jordan said so.", "Michael Jordan", "Michael Jordan", None, None),
    # a wife or a brother brought in keeps the whole name; a name that leads in, a credit, the verb are none of it
    ("Governor Ivo Paz spoke. Paz was tired before he and his wife Ana Paz left. Paz said so.", "Paz", "Ivo Paz", "Governor", None),
    ("Governor Ivo Paz spoke. Maria Paz, his rival, answered. Maria Paz said so.", "Maria Paz", "Maria Paz", None, None),
    ("Ivo Paz spoke. Paz was late. His father, Juan Paz, said it was dull. Paz said so.", "Paz", "Juan Paz", "father", None),
    ("Embattled Ivo Paz spoke. Ivo Paz said so.", "Ivo Paz", "Ivo Paz", None, None),
    ("Maria Paz spoke. REUTERS Paz left early. Paz said so.", "Paz", "Maria Paz", None, None),
    ("Ivo Paz was silenced by Ana Gil, a day after the president left. Ana Gil said so.", "Ana Gil", "Ana Gil", None, None),
    ("Ahead of the talks President Ivo Paz said so.", "President Ivo Paz", "Ivo Paz", "President", None),
    ("She led it under President Ivo Paz. Ivo Paz said so.", "Ivo Paz", "Ivo Paz", None, None),
    # the wife, the spokeswoman are not she
    ("A spokeswoman for Hillary Clinton left. Hillary Clinton said so.", "Hillary Clinton", "Hillary Clinton", None, "US"),
    ("The wife of President Xi Jinping left. Xi said so.", "Xi", "Xi Jinping", "President", "CN"),
    ("After meeting the president, Maria Stone said so.", "Maria Stone", "Maria Stone", None, None),
]  # fmt: skip


@pytest.mark.parametrize("case", PEOPLE)
def test_people(case: tuple[str, str, str, str | None, str | None], reader: Reader, names: Names) -> None:
    text, words, canonical, role, country = case
    found = resolved(text, words, reader, names)
    assert (found.canonical, found.kind, found.role, found.country) == (canonical, "person", role, country)


UNNAMED = [
    ("Senator Ivo Paz left. A spokesman for Paz said so.", "A spokesman for Paz", "Ivo Paz's spokesman", "organisation", None),
    ("U.S. forces in Afghanistan said so.", "U.S. forces in Afghanistan", "U.S. military", "official", None),
    ("Saudi-led forces said so.", "Saudi-led forces", "unnamed forces", "unnamed", None),
    ("Rebel forces in Syria said so.", "Rebel forces in Syria", "unnamed forces", "unnamed", None),
    ("In Malabo TVGE said so.", "TVGE", "TVGE", "organisation", None),
    ("The Rotunda Hospital closed. The hospital said so.", "The hospital", "Rotunda Hospital", "organisation", None),
    ("A Boeing 737 fell. The airline said so.", "The airline", "unnamed airline", "unnamed", None),
    ("The president of Peru's Puno region said so.", "The president of Peru's Puno region", "Puno region's presidents", "unnamed", None),
    ("The governor of Mexico's Puebla state said so.", "The governor of Mexico's Puebla state", "Puebla state's governors", "unnamed", None),
    ("Officials said so.", "Officials", "unnamed officials", "unnamed", None),
    ("A source familiar with the matter said so.", "A source familiar with the matter", "unnamed sources", "unnamed", None),
    ("A witness said so.", "A witness", "unnamed witnesses", "unnamed", None),
    ("Witnesses said so.", "Witnesses", "unnamed witnesses", "unnamed", None),
    ("Critics of the government say it failed.", "Critics of the government", "unnamed critics", "unnamed", None),
    ("Residents of Kyiv said so.", "Residents of Kyiv", "unnamed residents", "unnamed", None),
    ("One of the doctors said so.", "One of the doctors", "unnamed doctors", "unnamed", None),
    ("Dozens of residents said so.", "Dozens of residents", "unnamed residents", "unnamed", None),
    ("South Korea replied. A JCS official said so.", "A JCS official", "South Korea's Joint Chiefs of Staff", "unnamed", "unnamed official"),
    ("Military officials in Seoul said so.", "Military officials in Seoul", "South Korea's Joint Chiefs of Staff", "unnamed", "unnamed officials"),
    ("Two Pentagon officials said so.", "Two Pentagon officials", "U.S. Department of Defense", "unnamed", "unnamed officials"),
    ("U.S. officials said so.", "U.S. officials", "U.S. government", "unnamed", "unnamed officials"),
    ("SEOUL, May 20 (Wire) -- South Korea and the United States are looking at the launch of Monday. A government official said so.", "A government official", "South Korea's government", "unnamed", "unnamed official"),
    ("SEOUL, May 20 (Wire) -- The United States are looking at the launch of Monday and of Tuesday. A government official said so.", "A government official", "U.S. government", "unnamed", "unnamed official"),
    ("Israeli officials said so.", "Israeli officials", "Israel's government", "unnamed", "unnamed officials"),
    ("A Foreign Ministry official in Tokyo said so.", "A Foreign Ministry official in Tokyo", "Japan's Foreign Ministry", "unnamed", "unnamed official"),
    ("A 25-year-old told reporters so.", "A 25-year-old", "unnamed people", "unnamed", None),
    ("Those who live there said so.", "Those who live there", "unnamed people", "unnamed", None),
    ("Ann Lee left. Her former lawyer said so.", "Her former lawyer", "Ann Lee's lawyers", "unnamed", None),
    ("The city's residents said so.", "The city's residents", "unnamed residents", "unnamed", None),
    ("An Iranian cleric ran. Police said so.", "Police", "police", "official", None),
    ("Iran shut its border. Police said so.", "Police", "Iran's police", "official", None),
    ("TASS spoke. Its source said so.", "Its source", "TASS's sources", "unnamed", None),
    ("Some state officials in China said so.", "Some state officials", "unnamed officials", "unnamed", None),
    ("A spokesman for Ukraine's air force said so.", "A spokesman for Ukraine's air force", "Ukraine's air force", "official", "spokesman"),
    ("The Japanese defence ministry met. Later a ministry spokesman said so.", "a ministry spokesman", "Japan's Defense Ministry", "official", "spokesman"),
    ("Hamas met. Its spokesman said so.", "Its spokesman", "Hamas", "organisation", "spokesman"),
    ("A spokesman said so.", "A spokesman", "unnamed spokesmen", "unnamed", None),
    ("Aides to Donald Trump said so.", "Aides to Donald Trump", "Donald Trump's aides", "unnamed", None),
    ("Donald Trump is the Republican nominee. The Democratic nominee said so.", "The Democratic nominee", "unnamed nominees", "unnamed", None),
    ("President Macron met President Zelensky. The president said so.", "The president", "unnamed president", "unnamed", "president"),
    ("The ECB president said so.", "The ECB president", "European Central Bank", "unnamed", "unnamed president"),
    ("The attorney general said so.", "The attorney general", "unnamed attorney general", "unnamed", "attorney general"),
    ("The prime minister said so.", "The prime minister", "unnamed prime minister", "unnamed", "prime minister"),
    # a statement is whose it is from or by
    ("A statement by Norrail said so.", "A statement by Norrail", "Norrail", "organisation", "statement"),
    ("A statement from the airline said so.", "A statement from the airline", "unnamed airline", "unnamed", "statement"),
    ("A statement from Monday said so.", "A statement from Monday", "unnamed statement", "document", "statement"),
    ("A message from Geneva said so.", "A message from Geneva", "unnamed message", "document", "message"),
    # who is named beside somebody, and is not whose they are
    ("An Iraqi official who told Reuters so was right.", "An Iraqi official who told Reuters so", "Iraq's government", "unnamed", "unnamed official"),
    ("An official cited by Reuters said so.", "An official cited by Reuters", "unnamed officials", "unnamed", None),
    ("A lawyer who shared the tape with CNN said so.", "A lawyer who shared the tape with CNN", "unnamed lawyers", "unnamed", None),
    ("An officer who heads the FBI said so.", "An officer who heads the FBI", "FBI", "unnamed", "unnamed officer"),
    ("A commander of the Libyan Dawn group said so.", "A commander of the Libyan Dawn group", "unnamed commanders", "unnamed", None),
    ("A commander of the Libyan army said so.", "A commander of the Libyan army", "Libya's army", "unnamed", "unnamed commander"),
    ("Iraqi media sources said so.", "Iraqi media sources", "unnamed sources", "unnamed", None),
    ("Iraqi security sources said so.", "Iraqi security sources", "Iraq's government", "unnamed", "unnamed sources"),
    ("School officials in Santiago said so.", "School officials in Santiago", "unnamed officials", "unnamed", None),
    ("A British military expert said so.", "A British military expert", "unnamed experts", "unnamed", None),
    ("A British military official said so.", "A British military official", "UK military", "unnamed", "unnamed official"),
    ("Jihadists said so.", "Jihadists", "unnamed jihadists", "unnamed", None),
    ("Two Australians said so.", "Two Australians", "unnamed australians", "unnamed", None),
    ("Her DNA said so.", "Her DNA", "unnamed dnas", "unnamed", None),
]  # fmt: skip


@pytest.mark.parametrize("case", UNNAMED)
def test_unnamed(case: tuple[str, str, str, str, str | None], reader: Reader, names: Names) -> None:
    text, words, canonical, kind, role = case
    found = resolved(text, words, reader, names)
    assert (found.canonical, found.kind, found.role) == (canonical, kind, role)


MEDIA = [
    ("Reuters said so.", "Reuters", "Reuters", "agency"),
    ("AP said so.", "AP", "Associated Press", "agency"),
    ("TASS news agency said so.", "TASS news agency", "TASS", "agency"),
    ("The UK Maritime Trade Operations agency said so.", "The UK Maritime Trade Operations agency", "UKMTO", "official"),
    ("Myanmar's military-owned television said so.", "Myanmar's military-owned television", "Myanmar's military", "official"),
    ("It fell, according to Belgian news site Nieuwsblad.", "Belgian news site Nieuwsblad", "Nieuwsblad", "outlet"),
    ("Yonhap said so.", "Yonhap", "Yonhap News Agency", "agency"),
    ("The state-run Korean Central News Agency said so.", "The state-run Korean Central News Agency", "KCNA", "agency"),
    ("State news agency Xinhua said so.", "State news agency Xinhua", "Xinhua", "agency"),
    ("Iranian state television said so.", "Iranian state television", "Iran's state television", "outlet"),
    ("State media KCNA said so.", "State media KCNA", "KCNA", "agency"),
    ("North Korea's state media said so.", "North Korea's state media", "North Korea's state media", "outlet"),
    ("The Washington Post reported it.", "The Washington Post", "The Washington Post", "outlet"),
    ("The New York Post reported it. The Post said so.", "The Post", "New York Post", "outlet"),
    ("The Washington Post reported it. The newspaper said so.", "The newspaper", "The Washington Post", "outlet"),
    ("The Guardian reported it.", "The Guardian", "The Guardian", "outlet"),
    ("The U.S. National Defense Strategy insists on it.", "The U.S. National Defense Strategy", "U.S. National Defense Strategy", "document"),
    ("A statement from Turkey's defence ministry said so.", "A statement from Turkey's defence ministry", "Turkey's Defense Ministry", "official"),
    ("The ministry's letter said so after Japan's Defense Ministry met.", "The ministry's letter", "unnamed letter", "document"),
    ("A Donald Trump tweet said so.", "A Donald Trump tweet", "Donald Trump", "person"),
    ("A poll by Gallup found it.", "A poll by Gallup", "Gallup's poll", "document"),
    ("The report said so.", "The report", "unnamed report", "document"),
    ("In its report, the IAEA said so.", "the IAEA", "IAEA", "organisation"),
    # papers that no table knows, and what a country's name before a document tells
    ("An Iraqi paper said so.", "An Iraqi paper", "unnamed papers", "unnamed"),
    ("The US website Xelat said so.", "The US website Xelat", "Xelat", "outlet"),
    ("The ministry's website said so after Japan's Defense Ministry met.", "The ministry's website", "unnamed website", "document"),
    ("The Washington Post wrote it. The al-Fanar newspaper said so.", "The al-Fanar newspaper", "al-Fanar", "outlet"),
    ("A Chinese study found so.", "A Chinese study", "unnamed study", "document"),
    ("US reports say so.", "US reports", "unnamed reports", "document"),
    ("A Chinese law said so.", "A Chinese law", "China's government's law", "document"),
    ("VOA's Hausa service said so.", "VOA's Hausa service", "Voice of America", "outlet"),
    ("A statement posted on the Facebook page of the group said so.", "A statement posted on the Facebook page of the group", "unnamed statement", "document"),
    ("Facebook said so.", "Facebook", "Meta Platforms", "organisation"),
    # near misses: "Time" and "the sun" are no outlets
    ("The sun said nothing.", "The sun", "unnamed suns", "unnamed"),
    ("Mint prices rose, and Anna Mint said so.", "Anna Mint", "Anna Mint", "person"),
]  # fmt: skip


@pytest.mark.parametrize("case", MEDIA)
def test_media_and_documents(case: tuple[str, str, str, str], reader: Reader, names: Names) -> None:
    text, words, canonical, kind = case
    found = resolved(text, words, reader, names)
    assert (found.canonical, found.kind) == (canonical, kind)


JOINT = [
    ("South Korea, Japan and the United States condemned it.", "South Korea, Japan and the United States", ["South Korea's government", "Japan's government", "U.S. government"]),
    ("South Korea's Joint Chiefs of Staff, along with Japan's Defense Ministry, saw it.", "South Korea's Joint Chiefs of Staff, along with Japan's Defense Ministry", ["South Korea's Joint Chiefs of Staff", "Japan's Defense Ministry"]),
    ("Hamas and Islamic Jihad said so.", "Hamas and Islamic Jihad", ["Hamas", "Palestinian Islamic Jihad"]),
    ("Seoul and Tokyo said so.", "Seoul and Tokyo", ["South Korea's government", "Japan's government"]),
    ("Japan's Prime Minister, Sanae Takaichi, and Chief Cabinet Secretary, Minoru Kihara, protested.", "Japan's Prime Minister, Sanae Takaichi, and Chief Cabinet Secretary, Minoru Kihara", ["Sanae Takaichi", "Minoru Kihara"]),
    ("Chancellor Friedrich Merz and President Emmanuel Macron said so.", "Chancellor Friedrich Merz and President Emmanuel Macron", ["Friedrich Merz", "Emmanuel Macron"]),
    ("Lavrov and his Turkish counterpart, Hakan Fidan, said so.", "Lavrov and his Turkish counterpart, Hakan Fidan", ["Sergei Lavrov", "Hakan Fidan"]),
    ("Kim Jong Un and Vladimir Putin met on Monday. They said ties were strong.", "They", ["Kim Jong Un", "Vladimir Putin"]),
    # one speaker, whatever the "and"
    ("The Food and Drug Administration said so.", "The Food and Drug Administration", []),
    ("Elena Park, founder and director of the group, said so.", "Elena Park", []),
    ("Government spokeswoman and First Lady Ana Paz said so.", "Government spokeswoman and First Lady Ana Paz", []),
    ("Terror expert and director at the Halden Foundation Luis Gil said so.", "Terror expert and director at the Halden Foundation Luis Gil", []),
    ("The mayor and the sheriff, Ana Paz, said so.", "The mayor and the sheriff, Ana Paz", ["unnamed mayor", "Ana Paz"]),
    ("The army and spokesman Ana Paz said so.", "The army and spokesman Ana Paz", ["army", "Ana Paz"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "members"), JOINT)
def test_joint(text: str, words: str, members: list[str], reader: Reader, names: Names) -> None:
    found = resolved(text, words, reader, names)
    assert [member.canonical for member in found.members] == members


NOT_COUNTRIES = [
    ("Paris Hilton smiled.", "FR"),
    ("Michael Jordan smiled.", "JO"),
    ("Jordan smiled at Smith.", "JO"),
    ("Voters in Georgia and Alabama smiled.", "GE"),
    ("The Sea of Japan is wide.", "JP"),
    ("New Mexico is dry.", "MX"),
    ("The Washington Post smiled.", "KP"),
    ("The U.S.-backed forces left.", "US"),
    ("Us and them.", "US"),
    ("The Korean Peninsula is long.", "KR"),
]


@pytest.mark.parametrize(("text", "code"), NOT_COUNTRIES)
def test_no_country(text: str, code: str, reader: Reader, names: Names) -> None:
    roster = roster_of(text, reader, names)
    assert [e.name for e in roster.entities if e.type == "country" and e.country == code] == []


COUNTRIES = [
    ("Jordan said its air defenses shot down drones from Iran.", "JO"),
    ("Georgia arrested protesters in Tbilisi.", "GE"),
    ("North Korea fired.", "KP"),
    ("Japan Prime Minister Sanae Takaichi left.", "JP"),
    ("The U.S. and South Korea met.", "US"),
    ("Trade with New Zealand grew.", "NZ"),
]


@pytest.mark.parametrize(("text", "code"), COUNTRIES)
def test_country(text: str, code: str, reader: Reader, names: Names) -> None:
    roster = roster_of(text, reader, names)
    assert code in {e.country for e in roster.entities}


RIVALS = [
    ("The bus fell into a gorge in Himachal, PTI reported.", "PTI", "Press Trust of India"),
    ("Fifty people died in India, according to PTI reports.", "PTI reports", "Press Trust of India"),
    ("In Pakistan the PTI said it would march on Islamabad.", "the PTI", "Pakistan Tehreek-e-Insaf"),
    ("PTI rejected the vote. Pakistan has been tense since.", "PTI", "Pakistan Tehreek-e-Insaf"),
    ("The AFP said troops had retaken the town in the Philippines.", "The AFP", "Armed Forces of the Philippines"),
    ("A rebel in the Philippines told AFP that he would fight on.", "AFP", "Agence France-Presse"),
    ("The AFP charged two men in Sydney, Australia.", "The AFP", "Australian Federal Police"),
    ("A plane crashed, AFP chief Ana Paz said.", "AFP", "Armed Forces of the Philippines"),
    ("A plane crashed in Nigeria, the AFP said.", "the AFP", "Agence France-Presse"),
]


@pytest.mark.parametrize(("text", "words", "canonical"), RIVALS)
def test_one_form_of_several_bodies(text: str, words: str, canonical: str, reader: Reader, names: Names) -> None:
    assert resolved(text, words, reader, names).canonical.removesuffix("'s reports") == canonical


STORMS = [
    "Cyclone Winston: Death toll climbs to 29 in Fiji",
    "Tropical Cyclone Winston slammed into Fiji on Saturday, killing 21 people.",
    "Typhoon Goni left 20 dead.",
]


@pytest.mark.parametrize("text", STORMS)
def test_a_storm_is_nobody(text: str, reader: Reader, names: Names) -> None:
    roster = roster_of(text, reader, names)
    assert [e.name for e in roster.entities if e.type != "country"] == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("South Korea's Joint Chiefs of Staff (JCS", "South Korea's Joint Chiefs of Staff"),  # the parser cuts it open
        ("South Korea's Joint Chiefs of Staff", "South Korea's Joint Chiefs of Staff"),
    ],
)
def test_a_name_is_not_cut_within_a_bracket(words: str, name: str, reader: Reader, names: Names) -> None:
    said = resolved("South Korea's Joint Chiefs of Staff (JCS) said so.", words, reader, names)
    assert (said.name, said.canonical) == (name, "South Korea's Joint Chiefs of Staff")


def test_officials_of_one_body_are_one_origin(reader: Reader, names: Names) -> None:
    ways = (
        "South Korea's Joint Chiefs of Staff",
        "South Korea's military",
        "The South Korean military",
        "A spokesman for South Korea's Joint Chiefs of Staff",
        "Military officials in Seoul",
        "A statement from South Korea's Joint Chiefs of Staff",
    )
    assert len({resolved(f"{way} said so.", way, reader, names).canonical for way in ways}) == 1


def test_no_two_bodies_share_a_form(names: Names) -> None:
    for rows in names.index.values():
        assert len({(form, match) for form, match, _ in rows}) == len(rows)
    assert len(names.bodies) >= 250


SAID = st.text(
    st.sampled_from("Kim Lee said. ,\n\"'\u2019\u201c-Seoul U.S.the JCS president Mr. he and of"), max_size=80
)


@settings(max_examples=40, deadline=None)
@given(text=st.one_of(st.text(max_size=60), SAID), start=st.integers(0, 60), length=st.integers(0, 30))
def test_any_text_has_exact_spans(text: str, start: int, length: int, reader: Reader, names: Names) -> None:
    roster = roster_of(text, reader, names)
    for passage, row in enumerate(roster.named):
        for named in row:
            assert 0 <= named.start < named.end <= len(roster.sheets[passage].words)
    span = Span.of(text, min(start, len(text)), min(start + length, len(text)))
    found = resolve_span(roster, span)
    assert found.canonical
    assert found.span is not None
    assert text[found.span.start : found.span.end] == found.span.exact


def test_names_and_rosters_go_to_other_processes(reader: Reader, names: Names) -> None:
    assert pickle.loads(pickle.dumps(names)) == names  # noqa: S301 - our own value
    roster = roster_of("Japan's Prime Minister Sanae Takaichi spoke.", reader, names)
    assert pickle.loads(pickle.dumps(roster)).entities == roster.entities  # noqa: S301 - our own value


PRIVATE = [
    ("Ana Rosen, who lives across the street, said the roof fell in.", "who lives across the street"),
    ("Ana Rosen, whose brother was killed, said the roof fell in.", "whose brother was killed"),
    ("Ana Rosen, 34, said the roof fell in.", "34"),
    ("Ana Rosen, 34, who was asleep in the house, said the roof fell in.", "who was asleep in the house"),
    ("The roof fell in, said 34-year-old Ana Rosen.", "34-year-old"),
    ("Ana Rosen, 34, a teacher, said the roof fell in.", "teacher"),
    ("Coroner Ana Rosen said the roof fell in.", "Coroner"),
    ("Chief Medical Examiner Ana Rosen said the roof fell in.", "Chief Medical Examiner"),
    ("Constable Ana Rosen said the roof fell in.", "Constable"),
    ("Neighbor Ana Rosen said the roof fell in.", "Neighbor"),
    ("Oregon State Police Lt. Ana Rosen said the roof fell in.", "Oregon State Police lieutenant"),
    ("Halden police Sgt. Ana Rosen said the roof fell in.", "Halden police sergeant"),
    ("Fire Capt. Ana Rosen said the roof fell in.", "Fire captain"),
    ("Lt. Ana Rosen said the roof fell in.", "lieutenant"),
    ("On Monday Lt. Ana Rosen said the roof fell in.", "lieutenant"),
    ("Public Defender Ana Rosen said the roof fell in.", "Public Defender"),
    ("“Why?” Deputy Public Defender Ana Rosen asked.", "Deputy Public Defender"),
    # near misses: of these nobody tells what they are, or not here
    ("Ana Rosen, who heads the force, said the roof fell in.", None),
    ("Ana Rosen, who was in charge of the search, said the roof fell in.", None),
    ("Ana Rosen, 58, who leads the force, said the roof fell in.", None),
    ("Ana Rosen, 100 miles away, said the roof fell in.", None),
    ("Ana Rosen said the roof fell in.", None),
]


@pytest.mark.parametrize(("text", "role"), PRIVATE)
def test_what_somebody_without_an_office_is(text: str, role: str | None, reader: Reader, names: Names) -> None:
    found = resolved(text, "Ana Rosen", reader, names)
    assert (found.canonical, found.kind, found.role) == ("Ana Rosen", "person", role)


def test_a_day_is_not_whoever_is_named_behind_it(reader: Reader, names: Names) -> None:
    found = resolved("The roof fell in on Monday, Ana Rosen, 34, said.", "Monday, Ana Rosen, 34", reader, names)
    assert found.canonical == "Ana Rosen"


FORCES = [
    ("Oregon State Police closed the road.", "Oregon State Police", "Oregon State Police"),
    ("The Baltimore County police closed the road.", "The Baltimore County police", "Baltimore County police"),
    ("The state police closed the road.", "The state police", "police"),
    ("On Tuesday police closed the road.", "police", "police"),
    ("The State Police closed the road.", "The State Police", "police"),
]


@pytest.mark.parametrize(("text", "words", "canonical"), FORCES)
def test_the_police_of_a_state_or_a_county_have_its_name(
    text: str, words: str, canonical: str, reader: Reader, names: Names
) -> None:
    assert resolved(text, words, reader, names).canonical == canonical
