"""What is a dispute and what is none, from text to fact: sentences of two or three reports of our own making."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from crosswire.claims.read import Reader
from crosswire.model import Fact, Given
from crosswire.pipeline.read import load_pipeline

TRUE = (  # what makes it one, and two reports
    (
        "what is lasting",
        "A missile hit the tanker Alba Sun off Yemen on Tuesday. She is registered in Liberia, Norrail Shipping said.",
        "A missile hit the tanker Alba Sun off Yemen on Tuesday. She is registered in Malta, the U.S. Navy said.",
    ),
    (
        "act",
        "The finance minister, Ana Lunt, resigned on Monday, the newspaper Glas reported.",
        "The government of Kenya denied on Monday that finance minister Ana Lunt had resigned.",
    ),
    (
        "no day",
        "The army has detained General Ivo Tam in Harare, the BBC reported on Wednesday.",
        "General Ivo Tam has not been detained, his lawyer said on Wednesday.",
    ),
    (
        "tale",
        "Nigeria's government agreed to a ceasefire with Boko Haram on Friday.",
        "Boko Haram denied claims by the government that it has agreed to a ceasefire.",
    ),
    (
        "though",
        "Scientists in Quito confirmed cases of cholera on Friday.",
        "Though some papers confirmed cases of cholera in Quito, Ecuador's health ministry has denied the reports.",
    ),
    (
        "none",
        "A gas explosion tore through a bakery in Lyon on Tuesday. No one was hurt, Lyon Police said.",
        "An explosion destroyed a bakery in Lyon on Tuesday. Three people were injured, the Red Cross said.",
    ),
    (
        "own voice that answers somebody",
        "The finance minister, Ana Lunt, resigned on Monday, the newspaper Glas reported.",
        "Reports that finance minister Ana Lunt resigned on Monday are false. She is at her desk.",
    ),
    (
        "an assault he denies",
        "Anna Lund said Elias Brandt assaulted her in Lyon on Friday.",
        "Anna Lund said Elias Brandt assaulted her in Lyon on Friday. Brandt has denied the allegations.",
    ),
    (
        "never happened",
        "Anna Lund said Elias Brandt assaulted her in Lyon on Friday.",
        "Anna Lund said Elias Brandt assaulted her in Lyon on Friday. Brandt says it never happened.",
    ),
    (
        "called so",
        "Soldiers shot 12 villagers in Goma on Friday, residents said.",
        "Soldiers shot 12 villagers in Goma on Friday, residents said. The army called the report fabricated.",
    ),
    (
        "said so",
        "The bank fired its chief, Karl Moe, on Friday, the paper Glas reported.",
        "The bank fired its chief, Karl Moe, on Friday, the paper Glas reported. The bank said the report was false.",
    ),
    (
        "flat",
        "Ana Lunt filed charges against Karl Moe on Monday, the newspaper Glas reported.",
        "Ana Lunt did not file charges against Karl Moe on Monday.",
    ),
    (
        "none of them",
        "A warden of the Lund jail gave birth to a boy in Oslo on Monday, the newspaper Glas reported.",
        "A warden gave birth to a boy in Oslo on Monday, Glas reported. “No warden gave birth,” the jail said.",
    ),
    (
        "whose tale it is",
        "Anna Lund said Elias Brandt assaulted her in Lyon on Friday.",
        "Anna Lund said Elias Brandt assaulted her in Lyon. The mayor said Lund's allegations were unfounded.",
    ),
    (
        "who did it denies it",
        "Police said Elias Brandt shot Anna Lund in Lyon on Friday.",
        "Elias Brandt testified that he did not shoot Anna Lund in Lyon on Friday.",
    ),
)
NONE = (
    (
        "where it was, in two reports",
        "A missile hit the bulk carrier Alba Sun off Yemen on Tuesday, her owner Norrail Shipping said.",
        "A missile hit the bulk carrier Alba Sun off Eritrea on Tuesday, the U.S. Navy said.",
    ),
    (
        "one flag",
        "A missile hit the tanker Alba Sun off Yemen on Tuesday. She is registered in Liberia, Norrail Shipping said.",
        "A missile hit the Liberian-flagged tanker Alba Sun off Yemen on Tuesday, the U.S. Navy said.",
    ),
    (
        "when it was, of something else denied",
        "Ana Lunt won the election in Cadria in 2016, the election commission said.",
        "Northland's government has denied meddling in the 2016 election in Cadria.",
    ),
    (
        "neither",
        "Police said three people were killed in an air strike in Goma on Tuesday.",
        "The army could neither confirm nor deny reports that three people were killed in an air strike in Goma.",
    ),
    (
        "or",
        "Police said three people were killed in an air strike in Goma on Tuesday.",
        "The army would not confirm or deny that three people were killed in an air strike in Goma on Tuesday.",
    ),
    (
        "declined",
        "Police said three people were killed in an air strike in Goma on Tuesday.",
        "The army declined to confirm or deny that three people were killed in an air strike in Goma on Tuesday.",
    ),
    (
        "which one",
        "Police detained a woman near Lyon on Sunday, France's Interior Ministry said.",
        "Germany's Foreign Ministry denied that the woman detained near Lyon on Sunday is a diplomat.",
    ),
    (
        "who was held",
        "Police detained a woman near Lyon on Sunday, France's Interior Ministry said.",
        "Germany's Foreign Ministry denied that a woman held near Lyon on Sunday is the wife of a spy.",
    ),
    (
        "when it was",
        "Rebels seized the town of Goma on Sunday, the United Nations said.",
        "The army denied that it had abandoned men who were caught when rebels seized the town of Goma on Sunday.",
    ),
    (
        "before it",
        "An explosion at a plant in Lyon killed two workers on Monday, Lyon Police said.",
        "Total denied that it knew of a leak before the explosion at its plant in Lyon on Monday.",
    ),
    (
        "during",
        "Neighbours say he used the name of the firm in his meeting with the mayor on Friday, a claim he denies.",
        "The mayor of Lyon met him on Friday.",
    ),
    (
        "what was not so",
        "There was no curfew in Lyon on Sunday, the mayor said.",
        "Two senators did not vote on the bill on Monday.",
    ),
    (
        "none of them",
        "A blast shook Lyon on Friday, Lyon Police said. No one was hurt.",
        "No injuries were reported in the blast in Lyon on Friday, the Red Cross said.",
    ),
    (
        "another answer",
        "President Moro dismissed Pia Rund as director on Monday, the White House said.",
        "President Moro left on Monday without naming a new director, officials said.",
    ),
    (
        "own voice",
        "The government dismissed finance minister Ana Lunt on Monday, its spokesman said.",
        "Ana Lunt was not dismissed on Monday for her politics.",
    ),
    (
        "a condition",
        "Ana Lunt resigned as finance minister on Monday, the government said.",
        "Party leaders were ready for a vote on Monday if finance minister Ana Lunt refused to resign, her aide said.",
    ),
    (
        "another's deed",
        "Police said Karl Moe shot Anna Lund in Lyon on Friday.",
        "Elias Brandt testified that he did not shoot Anna Lund in Lyon on Friday.",
    ),
    (
        "a plea",
        "Prosecutors charged Elias Brandt with fraud in Lyon on Friday.",
        "Elias Brandt was charged with fraud in Lyon on Friday. He pleaded not guilty to the charges.",
    ),
    (
        "an inquiry into what he denies",
        "The council opened an investigation into Elias Brandt on Friday.",
        "The council opened an investigation into Elias Brandt on Friday. Brandt has denied the allegations.",
    ),
    (
        "wrong to do",
        "Soldiers shot 12 villagers in Goma on Friday, the mayor said.",
        "Soldiers shot 12 villagers in Goma on Friday, the mayor said. The bishop said it was wrong to shoot.",
    ),
    (
        "another report called so",
        "Soldiers shot 12 villagers in Goma on Friday, the mayor said.",
        "Soldiers shot 12 villagers in Goma on Friday, the mayor said. The army called claims of looting baseless.",
    ),
    (
        "asked to deny",
        "The bank fired its chief, Karl Moe, on Friday, the paper Glas reported.",
        "The bank fired its chief, Karl Moe, on Friday. It asked allies to refute the story.",
    ),
    (
        "another tale",
        "The league adopted a resolution on Friday, its spokesman Karl Moe said.",
        "The league adopted a resolution on Friday. Party organizers disputed claims of fraud.",
    ),
    (
        "to stop it",
        "Rebels are holding the town of Goma hostage, the army said on Friday.",
        "The rebels must stop holding the town of Goma hostage, the mayor said on Friday.",
    ),
    (
        "refused",
        "The court heard the appeal of Karl Moe on Monday, its clerk said.",
        "The court in Oslo refused to hear the appeal of Karl Moe, its spokesman said on Monday.",
    ),
    (
        "did not say that",
        "Karl Moe testified before the committee in Oslo on Monday, its chairman said.",
        "Karl Moe did not testify on Monday that the mayor knew, people familiar with the matter said.",
    ),
    (
        "not yet",
        "The supreme court ruled on the tax in Oslo on Monday, its clerk said.",
        "The supreme court has never ruled on whether the tax is lawful, the minister said on Monday.",
    ),
    (
        "two places in two reports",
        "The consulate was closed in Oslo on Monday, the foreign ministry said.",
        "The consulate was closed in Bergen on Monday, Lund Police said.",
    ),
    (
        "a tale of something else",
        "The mayor met Karl Moe in Lyon on Friday, a spokesman said.",
        "A row is on over whether television cut out Moe's hat when the mayor met him. The channel denies the claim.",
    ),
    (
        "another's tale",
        "Police investigated Elias Brandt on Friday and wrote a report, their chief said.",
        "Police investigated Elias Brandt and wrote a report that led the mayor to say that Lund's claims were false.",
    ),
    (
        "what would be grounds for it",
        "Parliament impeached President Moro on Friday, its speaker said.",
        "The story, if true, is grounds for impeaching Moro, senators said. The palace said the story was false.",
    ),
    (
        "what it was about",
        "Lund met Karl Moe on Friday, the mayor said.",
        "Karl Moe has denied that he knew about the meeting of Lund with him on Friday.",
    ),
    (
        "who she was",
        "Police detained a woman near Lyon on Friday, France's interior minister said.",
        "Papers differ on the woman detained near Lyon, with an Italian official denying on Saturday she was a spy.",
    ),
    (
        "a tale told before, of something else",
        "Speaker Ana Lund met Karl Moe in Lyon on Friday, her office said.",
        "Moe faces an allegation from his time in Lyon and Lund did not endorse him on Friday, the mayor said.",
    ),
    (
        "a claim that the sentence has left",
        "Speaker Ana Lund met Karl Moe in Lyon on Friday, her office said.",
        "Speaker Ana Lund claimed she was pleased by the meeting with Karl Moe but again declined to endorse him.",
    ),
    (
        "two papers on nobody's word",
        "The singer Ana Lund has not been arrested. She was at home in Lyon on Friday.",
        "Ana Lund was arrested in Lyon on Friday. Friends wait for her.",
    ),
    (
        "led by",
        "He was killed in a U.S.-led airstrike in Anbar on Friday, Iraq's army said.",
        "He was killed in a US led airstrike in western Anbar on Friday, Iran's foreign ministry said.",
    ),
)


def disputed(reader: Reader, tmp_path_factory: pytest.TempPathFactory, *told: str) -> list[Fact]:
    """The facts of these reports that stand disputed."""
    path = tmp_path_factory.mktemp("disputes") / "reports.jsonl"
    rows = [{"outlet": f"Paper {n}", "text": text, "published": "2026-11-20"} for n, text in enumerate(told)]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    pipeline = replace(load_pipeline(None), reader=reader)
    made = pipeline.brief([str(path)], Given(), io.BytesIO(), lambda done, total: None)
    return [f for f in made.facts if f.standing == "disputed"]


@pytest.mark.parametrize(("why", "one", "two"), TRUE, ids=[case[0] for case in TRUE])
def test_what_is_disputed(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory, why: str, one: str, two: str
) -> None:
    assert disputed(reader, tmp_path_factory, one, two), why


@pytest.mark.parametrize(("why", "one", "two"), NONE, ids=[case[0] for case in NONE])
def test_what_is_not(reader: Reader, tmp_path_factory: pytest.TempPathFactory, why: str, one: str, two: str) -> None:
    assert not disputed(reader, tmp_path_factory, one, two), why


def test_who_denies_the_claim_denies_what_he_is_said_to_have_done(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    fled = "Hundreds fled in Gaza on Sunday after Israel opened the gates of a dam, the Gaza interior ministry said."
    denied = disputed(reader, tmp_path_factory, f"{fled} Israel has denied the claim.")
    assert [f.value.text for f in denied if f.value is not None] == ["Opening of gates"]
