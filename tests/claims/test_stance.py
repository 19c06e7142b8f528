"""Stance: kind, stance and modality of clauses, in pairs where one word makes the difference."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from crosswire.claims.parse import load_parser
from crosswire.claims.stance.judge import StanceTable, judge, judge_sentence, load_stance

# sentence, the word that governs the clause ("*": the sentence as a whole), kind, stance, modality
CASES = [
    ("North Korea fired two missiles on Tuesday.", "fired", "fact", "states", "happened"),
    ("North Korea did not fire any missiles on Tuesday.", "fire", "fact", "denies", "negated"),
    ("Lawmakers passed a no-confidence motion on Friday.", "passed", "fact", "states", "happened"),
    ("The no confidence motion was passed with 180 votes.", "passed", "fact", "states", "happened"),
    ("The no-fly zone was extended.", "extended", "fact", "states", "happened"),
    ("No motion was passed on Friday.", "passed", "fact", "denies", "negated"),
    ("No foreign troops were killed on Friday.", "killed", "fact", "denies", "negated"),
    ("No suspected cases were found in Goma.", "found", "fact", "denies", "negated"),
    ("The chamber will vote if she refuses to resign.", "resign", "expectation", "states", "hypothetical"),
    ("She refused to resign.", "resign", "fact", "denies", "negated"),
    ("The rebels must stop shelling the town.", "shelling", "statement", "states", "hypothetical"),
    ("A non-existent attack made the front pages.", "attack", "fact", "denies", "negated"),
    ("The ministry delayed the launch.", "launch", "statement", "states", "hypothetical"),
    ("The ministry praised the launch.", "launch", "fact", "states", "happened"),
    ("She was invited to the meeting with the mayor.", "meeting", "statement", "states", "hypothetical"),
    ("She went to the meeting with the mayor.", "meeting", "fact", "states", "happened"),
    ("She will vote against impeaching the president.", "impeaching", "statement", "states", "hypothetical"),
    ("He was jailed for protesting against closing the mine.", "closing", "fact", "states", "happened"),
    ("Lawmakers refused to authorize strikes on Norway.", "strikes", "statement", "states", "hypothetical"),
    ("He will vote to authorize an attack on Norway.", "attack", "statement", "states", "hypothetical"),
    ("Lapses by the guards allowed Sunday's attack on the port.", "attack", "fact", "states", "happened"),
    (
        "If the last cable breaks, we are looking at an outage in Lima.",
        "outage",
        "expectation",
        "states",
        "hypothetical",
    ),
    ("If the figures are right, the outage in Lima was the longest.", "outage", "fact", "states", "happened"),
    ("We are talking about a crime where people are killed.", "killed", "fact", "states", "general"),
    ("Police closed a street where two people were killed.", "killed", "fact", "states", "happened"),
    ("Gangs have repeatedly raided schools.", "raided", "fact", "states", "general"),
    ("Gunmen repeatedly shot the guard.", "shot", "fact", "states", "happened"),
    ("Charging the clerk would be a mistake.", "Charging", "expectation", "states", "hypothetical"),
    ("Charging the clerk took years.", "Charging", "fact", "states", "happened"),
    ("It will change the rules, freeing thousands.", "freeing", "expectation", "states", "expected"),
    ("It changed the rules, freeing thousands.", "freeing", "fact", "states", "happened"),
    ("The move could lead to the release of ten men.", "release", "expectation", "states", "hypothetical"),
    ("The move led to the release of ten men.", "release", "fact", "states", "happened"),
    ("Rumors have hit the town that the car was stolen.", "stolen", "statement", "doubts", "hypothetical"),
    ("There is a chance that the car was stolen.", "stolen", "statement", "states", "hypothetical"),
    ("The scuttlebutt is that the car was stolen.", "stolen", "statement", "doubts", "hypothetical"),
    ("Police told the town that the car was stolen.", "stolen", "fact", "states", "happened"),
    ("The theft of the car appears to be a false alarm.", "theft", "fact", "denies", "negated"),
    ("The theft of the car appears to be a puzzle.", "theft", "fact", "states", "happened"),
    ("She spoke in favor of impeaching the president.", "impeaching", "statement", "states", "hypothetical"),
    ("The case for impeachment is weak.", "impeachment", "statement", "states", "hypothetical"),
    ("Lawmakers pushed for impeachment on Friday.", "impeachment", "statement", "states", "hypothetical"),
    ("Lawmakers were thanked for impeaching the president.", "impeaching", "fact", "states", "happened"),
    ("He will raise it at the summit in Goma.", "summit", "expectation", "states", "expected"),
    ("He raised it at the summit in Goma.", "summit", "fact", "states", "happened"),
    ("He will be charged with murder for the attack.", "attack", "fact", "states", "happened"),
    ("Parliament passed no law on Friday.", "passed", "fact", "denies", "negated"),
    ("Ethiopia, Eritrea sign peace deal", "sign", "fact", "states", "happened"),
    ("The army never crossed the border.", "crossed", "fact", "denies", "negated"),
    ("The army will cross the border on Friday.", "cross", "expectation", "states", "expected"),
    ("The army will not cross the border.", "cross", "expectation", "denies", "negated"),
    ("The two leaders are going to meet in Hanoi.", "meet", "expectation", "states", "expected"),
    ("The two leaders are expected to meet in Hanoi next week.", "meet", "expectation", "states", "expected"),
    ("The two leaders are not expected to meet in Hanoi.", "meet", "expectation", "denies", "negated"),
    ("Japan plans to deploy three ships.", "deploy", "expectation", "states", "expected"),
    ("Japan said it would deploy three ships.", "deploy", "expectation", "states", "expected"),
    ("Japan would deploy ships if it were attacked.", "deploy", "expectation", "states", "hypothetical"),
    ("If the talks collapse, the army will strike.", "strike", "expectation", "states", "hypothetical"),
    ("If the talks collapse, the army will strike.", "collapse", "expectation", "states", "hypothetical"),
    ("The missile may have landed outside the zone.", "landed", "fact", "doubts", "happened"),
    ("The missile likely landed outside the zone.", "landed", "fact", "doubts", "happened"),
    ("The missile is believed to have landed in the sea.", "landed", "fact", "doubts", "happened"),
    ("The missile appeared to break up in flight.", "break", "fact", "doubts", "happened"),
    ("The gunmen reportedly fled into the hills.", "fled", "fact", "doubts", "happened"),
    ("The storm could hit the coast by Sunday.", "hit", "expectation", "states", "hypothetical"),
    ("The storm might hit the coast.", "hit", "expectation", "states", "hypothetical"),
    ("The rocket failed to reach orbit.", "reach", "fact", "denies", "negated"),
    ("Iran denied attacking the tanker.", "attacking", "fact", "denies", "negated"),
    ("Iran denied that it attacked the tanker.", "attacked", "fact", "denies", "negated"),
    ("Iran did not deny attacking the tanker.", "attacking", "fact", "doubts", "happened"),
    ("It is not true that gunmen attacked the school.", "attacked", "fact", "denies", "negated"),
    ("It was untrue that gunmen attacked the school.", "attacked", "fact", "denies", "negated"),
    ("It was not the case that gunmen attacked the school.", "attacked", "fact", "denies", "negated"),
    ("It is true that gunmen attacked the school.", "attacked", "fact", "states", "happened"),
    ("Reports that gunmen attacked the school were false.", "attacked", "fact", "denies", "negated"),
    ("Reports that gunmen attacked the school were not true.", "attacked", "fact", "denies", "negated"),
    ("Reports that gunmen attacked the school were true.", "attacked", "fact", "states", "happened"),
    ("Claims of an attack on the school were unfounded.", "attack", "fact", "denies", "negated"),
    ("There was no truth to reports that gunmen attacked the school.", "attacked", "fact", "denies", "negated"),
    ("The army called reports that gunmen attacked the school untrue.", "attacked", "fact", "denies", "negated"),
    ("He was wrong to attack the school.", "attack", "fact", "states", "happened"),
    ("He is accused of spying for Moscow.", "spying", "fact", "doubts", "happened"),
    # nor does who is cleared of it vouch for it
    ("He was cleared of spying for Moscow.", "spying", "fact", "doubts", "happened"),
    ("The jury acquitted her of murdering a guard.", "murdering", "fact", "doubts", "happened"),
    ("She was found not guilty of murdering a guard.", "murdering", "fact", "doubts", "happened"),
    ("She was found guilty of murdering a guard.", "murdering", "fact", "states", "happened"),
    ("The jury found her not guilty of the murder of a guard.", "murder", "fact", "doubts", "happened"),
    ("Police cleared the hall after shooting a guard.", "shooting", "fact", "states", "happened"),
    ("The mayor escaped being shot.", "shot", "fact", "denies", "negated"),
    ("The men escaped after shooting a guard.", "shooting", "fact", "states", "happened"),
    ("The police suspect that he set the fire.", "set", "fact", "doubts", "happened"),
    ("The UN urged both sides to stop the shelling.", "stop", "statement", "states", "hypothetical"),
    ("Officials are considering sending more troops.", "sending", "statement", "states", "hypothetical"),
    ("The minister refused to resign.", "resign", "fact", "denies", "negated"),
    ("“Release the hostages,” Mr. Bush wrote.", "Release", "statement", "states", "hypothetical"),
    ("Mr. Barr, release the report now.", "release", "statement", "states", "hypothetical"),
    ("Officials release the report on Mondays.", "release", "fact", "states", "happened"),
    ("The president will be forced to resign.", "resign", "expectation", "states", "expected"),
    ("The president should be forced to resign.", "resign", "assessment", "states", "hypothetical"),
    ("The president was forced to resign.", "resign", "fact", "states", "happened"),
    ("He then went on to demand Schiff immediately resign his post.", "resign", "statement", "states", "hypothetical"),
    ("If he breaks the law and abandons the talks, we will act.", "abandons", "expectation", "states", "hypothetical"),
    ("He breaks the law and abandons the talks.", "abandons", "fact", "states", "happened"),
    ("If he breaks the law by firing rockets, we will act.", "firing", "expectation", "states", "hypothetical"),
    ("He broke the law by firing rockets.", "firing", "fact", "states", "happened"),
    ("Democrats urged Trump to cancel the summit.", "summit", "statement", "states", "hypothetical"),
    ("He wants to prevent an attack.", "attack", "statement", "states", "hypothetical"),
    ("They prevented an attack.", "attack", "fact", "denies", "negated"),
    ("Police could not prevent students from being kidnapped.", "kidnapped", "fact", "states", "happened"),
    ("Police failed to stop gunmen from killing farmers.", "killing", "fact", "states", "happened"),
    ("Police stopped gunmen from killing farmers.", "killing", "fact", "denies", "negated"),
    ("Trump refused to cancel the summit.", "summit", "fact", "states", "happened"),
    ("Johnson stopped by to greet the minister.", "greet", "fact", "states", "happened"),
    ("You can't impeach somebody who does a great job.", "impeach", "expectation", "states", "hypothetical"),
    ("The ship cannot leave the port.", "leave", "fact", "denies", "negated"),
    ("Any judge appointed by a Republican would do.", "appointed", "expectation", "states", "hypothetical"),
    ("The judge appointed by a Republican did so.", "appointed", "fact", "states", "happened"),
    ("The bill is designed to help Democrats win.", "help", "statement", "states", "hypothetical"),
    ("He was close to choosing a successor.", "choosing", "expectation", "states", "expected"),
    ("The planes could be used in an attack on the port.", "attack", "expectation", "states", "hypothetical"),
    ("The planes were used in an attack on the port.", "attack", "fact", "states", "happened"),
    ("The attack on the port could lead to war.", "attack", "fact", "states", "happened"),
    ("In case of an attack, thousands would flee.", "attack", "expectation", "states", "hypothetical"),
    ("The party argued against a deal with the rebels.", "deal", "statement", "states", "hypothetical"),
    ("Thousands protested against an attack on a mosque.", "attack", "fact", "states", "happened"),
    ("The party opposes a deal with the rebels.", "deal", "statement", "states", "hypothetical"),
    ("The party opposes the deal with the rebels.", "deal", "fact", "states", "happened"),
    ("The talks ended without a deal.", "deal", "statement", "states", "hypothetical"),
    ("A strike is possible.", "strike", "expectation", "doubts", "hypothetical"),
    ("A strike is imminent.", "strike", "expectation", "states", "expected"),
    ("The strike is likely to hurt the port.", "strike", "fact", "states", "happened"),
    ("An attack cannot be ruled out.", "attack", "expectation", "states", "hypothetical"),
    ("The attack could have been prevented.", "attack", "fact", "states", "happened"),
    ("It felt like an explosion.", "explosion", "expectation", "states", "hypothetical"),
    ("The feared attack came on Sunday.", "attack", "fact", "states", "happened"),
    ("The planned launch took place on Sunday.", "launch", "fact", "states", "happened"),
    ("The bridge nearly collapsed.", "collapsed", "expectation", "states", "hypothetical"),
    ("The blast killed nearly 20 people.", "killed", "fact", "states", "happened"),
    ("The government is negotiating a ceasefire.", "negotiating", "statement", "states", "hypothetical"),
    ("The government negotiated a ceasefire.", "negotiated", "fact", "states", "happened"),
    ("Speculation is mounting that the king has fled.", "fled", "statement", "doubts", "hypothetical"),
    ("There are unconfirmed reports that the king has fled.", "fled", "statement", "doubts", "hypothetical"),
    ("The report that the king has fled came on Sunday.", "fled", "fact", "states", "happened"),
    ("If lawmakers do not pass the bill, the firm will close.", "pass", "expectation", "states", "hypothetical"),
    ("Lawmakers did not pass the bill.", "pass", "fact", "denies", "negated"),
    ("It is not a war that the army has fought.", "fought", "expectation", "states", "hypothetical"),
    ("It is a war that the army has fought.", "fought", "fact", "states", "happened"),
    ("Militants raid villages every year.", "raid", "fact", "states", "general"),
    ("Militants raided villages every year.", "raided", "fact", "states", "happened"),
    ("Before signing a deal the president must ask parliament.", "signing", "expectation", "states", "expected"),
    ("Before signing a deal the president asked parliament.", "signing", "fact", "states", "happened"),
    ("The mayor faces being charged.", "charged", "statement", "states", "hypothetical"),
    ("Police do not rule out that he fled.", "fled", "expectation", "states", "hypothetical"),
    ("The deadline for picking a chief is Friday.", "picking", "expectation", "states", "expected"),
    ("A warrant for the arrest of the mayor was issued.", "arrest", "statement", "states", "hypothetical"),
    (
        "Officials reported progress this week on a deal that would clamp down on tests but then ease restrictions.",
        "ease",
        "expectation",
        "states",
        "hypothetical",
    ),
    ("The crew managed to escape.", "escape", "fact", "states", "happened"),
    ("The troops continued to advance.", "advance", "fact", "states", "happened"),
    ("The government began to evacuate villages.", "evacuate", "fact", "states", "happened"),
    ("The firm has agreed to sell its stake.", "sell", "expectation", "states", "expected"),
    ("The court ruled that the ban was illegal.", "was", "fact", "states", "happened"),
    ("The court ruled out granting bail.", "granting", "fact", "denies", "negated"),
    ("The two sides called off the exercise.", "exercise", "fact", "denies", "negated"),
    ("The planned launch drew protests.", "launch", "expectation", "states", "expected"),
    ("The launch drew protests.", "launch", "fact", "states", "happened"),
    ("With a congress looming in March, he fired a missile.", "congress", "expectation", "states", "expected"),
    ("A congress is looming.", "congress", "expectation", "states", "expected"),
    ("With a congress closing in disarray, he fired a missile.", "congress", "fact", "states", "happened"),
    ("The congress loomed over the talks.", "congress", "fact", "states", "happened"),
    ("Prosecutors demanded that she be sentenced to 30 years.", "sentenced", "statement", "states", "hypothetical"),
    ("The lawyers asked that the court release him.", "release", "statement", "states", "hypothetical"),
    ("The lawyers say that the court released him.", "released", "fact", "states", "happened"),
    ("The company said no customers lost power.", "lost", "fact", "denies", "negated"),
    ("The company said no other customers lost power.", "lost", "statement", "states", "hypothetical"),
    ("Nobody else was hurt.", "hurt", "statement", "states", "hypothetical"),
    ("Nobody was hurt.", "hurt", "fact", "denies", "negated"),
    ("Tokyo condemned the launch.", "launch", "fact", "states", "happened"),
    ("Tokyo condemned the launch.", "condemned", "statement", "states", "happened"),
    ("Tokyo will condemn the launch.", "launch", "fact", "states", "happened"),
    ("Seoul denied the attack.", "attack", "fact", "denies", "negated"),
    ("Seoul warned of an attack.", "attack", "statement", "states", "hypothetical"),
    ("The alleged attack killed no one.", "attack", "fact", "doubts", "happened"),
    ("The alleged attack killed no one.", "killed", "fact", "denies", "negated"),
    ("The attack killed nobody.", "killed", "fact", "denies", "negated"),
    ("The exercise will take place in March.", "exercise", "expectation", "states", "expected"),
    ("The exercise took place in March.", "exercise", "fact", "states", "happened"),
    ("The navy could conduct a test this month.", "test", "expectation", "states", "hypothetical"),
    ("The navy conducted a test this month.", "test", "fact", "states", "happened"),
    ("The navy did not conduct a test this month.", "test", "fact", "denies", "negated"),
    ("There was no explosion at the plant.", "explosion", "fact", "denies", "negated"),
    ("There was an explosion at the plant.", "explosion", "fact", "states", "happened"),
    ("The threat of an invasion remains.", "invasion", "statement", "states", "hypothetical"),
    ("A plan to invade was drawn up.", "invade", "expectation", "states", "expected"),
    ("A failed attempt to hijack the plane ended in arrest.", "hijack", "statement", "states", "hypothetical"),
    ("Police foiled a plot to bomb the station.", "bomb", "expectation", "states", "hypothetical"),
    ("Police are investigating whether the fire was set deliberately.", "set", "expectation", "doubts", "hypothetical"),
    ("Russia to hold drills in the Baltic", "hold", "expectation", "states", "expected"),
    ("Israel kills 12 in strike on Gaza", "kills", "fact", "states", "happened"),
    ("The village usually floods in spring.", "floods", "fact", "states", "general"),
    ("The missile can carry a nuclear warhead.", "carry", "fact", "states", "general"),
    ("The president is visiting Warsaw next week.", "visiting", "expectation", "states", "expected"),
    ("The president visited Warsaw last week.", "visited", "fact", "states", "happened"),
    ("The president is visiting Warsaw.", "visiting", "fact", "states", "happened"),
    ("The government should resign.", "resign", "assessment", "states", "hypothetical"),
    ("The government must release the prisoners.", "release", "assessment", "states", "hypothetical"),
    ("The launch underscores how little the sanctions have achieved.", "*", "assessment", "states", "happened"),
    ("It is hard not to see the visit as a warning.", "*", "assessment", "states", "happened"),
    ("The visit feels like a gamble.", "*", "assessment", "states", "happened"),
    ("The frigates look more and more like spectators.", "*", "assessment", "states", "happened"),
    ("The duty looks too low to stop imports.", "*", "assessment", "states", "happened"),
    ("They looked for survivors in the ruins.", "*", "fact", "states", "happened"),
    ("We reached Goma on Monday evening.", "*", "fact", "states", "happened"),
    ("We need more houses in this town.", "*", "assessment", "states", "happened"),
    ("Doctors tell us that one driver has died.", "*", "statement", "states", "happened"),
    ("The general is believed to have fled.", "*", "assessment", "doubts", "happened"),
    ("Moscow vowed to respond.", "*", "statement", "states", "happened"),
    ("Moscow plans to respond.", "*", "expectation", "states", "expected"),
    ("He showed a missile aimed at the mainland.", "*", "fact", "states", "happened"),
    ("The duty is aimed at protecting growers.", "*", "assessment", "states", "happened"),
    ("The growers may have won a battle and lost a war.", "*", "assessment", "doubts", "happened"),
    ("The growers reportedly won the case.", "*", "fact", "doubts", "happened"),
    ("Our reporter saw four houses that had collapsed.", "*", "fact", "states", "happened"),
    ("Our leaders saw the flood and slept.", "*", "assessment", "states", "happened"),
    ("One meeting could change that.", "meeting", "expectation", "states", "hypothetical"),
    ("The meeting could change that.", "meeting", "fact", "states", "happened"),
    ("Fine words, but they amount to little.", "*", "assessment", "states", "happened"),
    ("What does the general want?", "*", "assessment", "states", "hypothetical"),
    ("We have seen this before.", "*", "assessment", "states", "happened"),
    ("The move is dangerous.", "*", "assessment", "states", "happened"),
    ("The move is final.", "*", "fact", "states", "happened"),
    ("The minister said the move was dangerous.", "said", "statement", "states", "happened"),
    ("Expect more tests before the congress.", "*", "expectation", "states", "expected"),
    ("The party congress is due to be held in February.", "held", "expectation", "states", "expected"),
    ("The ministry announced a new tariff.", "announced", "statement", "states", "happened"),
    ("The tests were aimed at pressuring Washington.", "*", "assessment", "states", "happened"),
    ("The ship was hit by two drones, the coast guard said.", "hit", "fact", "states", "happened"),
    ("The soldiers landed without firing a shot.", "firing", "fact", "denies", "negated"),
    ("The two sides no longer share intelligence.", "share", "fact", "denies", "negated"),
    ("None of the crew was injured.", "injured", "fact", "denies", "negated"),
    ("No one was injured.", "injured", "fact", "denies", "negated"),
    ("Rescuers were unable to reach the village.", "reach", "fact", "denies", "negated"),
    ("The ministry promised to publish the report.", "publish", "expectation", "states", "expected"),
    ("The bank is likely to cut rates.", "cut", "expectation", "states", "expected"),
    ("The bank is unlikely to cut rates.", "cut", "expectation", "doubts", "negated"),
    ("The bank cut rates.", "cut", "fact", "states", "happened"),
    ("The deal is to be signed in May.", "signed", "expectation", "states", "expected"),
    ("The index fell 2 percent to end the day at 900.", "end", "fact", "states", "happened"),
    ("The first ship to leave the port was a tanker.", "leave", "fact", "states", "happened"),
    ("The firm won a contract to supply tankers.", "supply", "statement", "states", "hypothetical"),
    ("Carmaker to cut 10,000 jobs at plant", "cut", "expectation", "states", "expected"),
    ("The king will abdicate when he turns 80.", "turns", "expectation", "states", "expected"),
    ("Lawmakers rejected the proposal in October.", "proposal", "fact", "states", "happened"),
    ("The two sides halted the war in 1953.", "war", "fact", "states", "happened"),
    ("The deal prevented a war.", "war", "fact", "denies", "negated"),
    ("The army cancelled the parade.", "parade", "fact", "denies", "negated"),
    ("The army held the parade.", "parade", "fact", "states", "happened"),
    ("The parade was held on Monday.", "parade", "fact", "states", "happened"),
    ("The parade will be held on Monday.", "parade", "expectation", "states", "expected"),
    ("The parade was not held.", "parade", "fact", "denies", "negated"),
    ("Workers demanded a pay rise.", "rise", "statement", "states", "hypothetical"),
    ("The two sides discussed the attack.", "attack", "fact", "states", "happened"),
    ("Washington condemned the reported strike.", "strike", "fact", "doubts", "happened"),
    ("Kyiv said it had shot down 12 drones.", "shot", "fact", "states", "happened"),
    ("Kyiv said it had not shot down any drones.", "shot", "fact", "denies", "negated"),
    ("The minister did not say whether the ship was hit.", "hit", "expectation", "states", "hypothetical"),
    ("No fewer than six ministers resigned.", "resigned", "fact", "states", "happened"),
    ("The spokesman would not comment.", "comment", "statement", "denies", "negated"),
    ("He could not reach the shelter.", "reach", "fact", "denies", "negated"),
    ("He could reach the shelter within minutes.", "reach", "expectation", "states", "hypothetical"),
    ("The envoy may travel to Tehran.", "travel", "expectation", "states", "hypothetical"),
    ("The envoy may have travelled to Tehran.", "travelled", "fact", "doubts", "happened"),
    ("The envoy was supposed to travel on Monday.", "travel", "fact", "doubts", "happened"),
    ("The envoy travelled to Tehran in May.", "travelled", "fact", "states", "happened"),
    ("The group, believed to be behind the attack, claimed victory.", "attack", "fact", "states", "happened"),
    ("Officials believe the ship sank.", "sank", "fact", "doubts", "happened"),
    ("Officials say the ship sank.", "sank", "fact", "states", "happened"),
    ("The ship apparently sank.", "sank", "fact", "doubts", "happened"),
    ("Whether the ship sank is unknown.", "sank", "expectation", "states", "hypothetical"),
    ("Unless the rain stops, the dam will burst.", "burst", "expectation", "states", "hypothetical"),
    ("The dam burst after the rain stopped.", "burst", "fact", "states", "happened"),
    ("The dam is about to burst.", "burst", "expectation", "states", "expected"),
    ("The dam is set to burst.", "burst", "expectation", "states", "expected"),
    ("Talks are scheduled to resume on Friday.", "*", "expectation", "states", "expected"),
    ("Talks are scheduled for Friday.", "*", "expectation", "states", "expected"),
    ("Talks were held on Friday.", "*", "fact", "states", "happened"),
    ("A vote is planned for June.", "planned", "expectation", "states", "expected"),
    ("The army is on track to retake the town.", "*", "expectation", "states", "expected"),
    ("A new wave of strikes looms.", "*", "expectation", "states", "expected"),
    ("The strike lasted two days.", "lasted", "fact", "states", "happened"),
    ("The prime minister should never have signed it.", "*", "assessment", "denies", "negated"),
    ("The prime minister never signed it.", "*", "fact", "denies", "negated"),
    ("It was a clear signal to Beijing.", "*", "assessment", "states", "happened"),
    ("The signal was lost at noon.", "*", "fact", "states", "happened"),
    ("Make no mistake, this is a crisis.", "*", "assessment", "states", "happened"),
    ("The court called it a crisis.", "*", "statement", "states", "happened"),
    ("This amounts to a blockade.", "*", "assessment", "states", "happened"),
    ("The fine amounts, in total, were small.", "*", "fact", "states", "happened"),
    ("The ministry said this amounts to a blockade.", "*", "statement", "states", "happened"),
    ("The decision raises questions about the truce.", "*", "assessment", "states", "happened"),
    ("Reporters asked questions about the truce.", "*", "statement", "states", "happened"),
    ('Tokyo called the launch "a reckless act".', "*", "statement", "states", "happened"),
    ("The launch was a reckless act.", "*", "assessment", "states", "happened"),
    ("Is the truce over?", "*", "assessment", "states", "hypothetical"),
    ("The truce is over.", "*", "fact", "states", "happened"),
    ("You might think the war is far away.", "*", "expectation", "states", "hypothetical"),
    ("Our leaders have learned nothing.", "*", "assessment", "denies", "negated"),
    ("U.S. forces tracked the missile.", "*", "fact", "states", "happened"),
    ("In our view the vote was fair.", "*", "assessment", "states", "happened"),
    ("The vote was held in the open air.", "*", "fact", "states", "happened"),
    ("Unfortunately, the ceasefire did not last.", "*", "assessment", "denies", "negated"),
    ("The ceasefire did not last.", "*", "fact", "denies", "negated"),
    ("The ceasefire is unlikely to last.", "*", "expectation", "doubts", "negated"),
    ("The ceasefire is likely to last.", "*", "expectation", "states", "expected"),
    ("In an attempt to free the hostages, soldiers killed two guards.", "killed", "fact", "states", "happened"),
    ("In an attempt to free the hostages, soldiers killed two guards.", "*", "fact", "states", "happened"),
    ("The army fired two missiles in a show of force.", "fired", "fact", "states", "happened"),
    ("Rebels killed a judge, underscoring how weak the truce is.", "killed", "fact", "states", "happened"),
    ("Rebels killed a judge, underscoring how weak the truce is.", "*", "assessment", "states", "happened"),
    ("The killing was meant as a warning.", "*", "assessment", "states", "happened"),
    ("The army is trying to show that it can fight.", "*", "assessment", "states", "happened"),
    ("The launch was seen as a warning.", "*", "assessment", "states", "happened"),
    ("The president often visits the base.", "visits", "fact", "states", "general"),
    ("The president visited the base.", "visited", "fact", "states", "happened"),
]


@cache
def table() -> StanceTable:
    """The table of the package, read once."""
    return load_stance()


@cache
def parser() -> Language:
    """The shipped pipeline."""
    return load_parser()


@pytest.fixture(scope="module")
def docs() -> dict[str, Doc]:
    """All sentences of the table, parsed together."""
    texts = list(dict.fromkeys(text for text, *_ in CASES))
    return dict(zip(texts, parser().pipe(texts), strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} [{case[1]}]")
def test_table(docs: dict[str, Doc], case: tuple[str, str, str, str, str]) -> None:
    text, word, *wanted = case
    doc = docs[text]
    if word == "*":
        ours = judge_sentence(next(doc.sents), table())
    else:
        ours = judge([t for t in doc if t.text == word][-1], table())
    assert [ours.kind, ours.stance, ours.modality] == wanted, ours.why


def test_every_judgement_says_why(docs: dict[str, Doc]) -> None:
    judged = [judge_sentence(sent, table()) for doc in docs.values() for sent in doc.sents]
    assert all(j.why and "{" not in j.why for j in judged)
    assert {j.why for j in judged if (j.kind, j.stance, j.modality) == ("fact", "states", "happened")} == {
        "told as fact"
    }


@pytest.mark.parametrize(
    ("text", "part", "kind"),
    [
        # the words of a speaker, cut out of their sentence
        ("The minister said that the army will strike.", "the army will strike", "expectation"),
        ("The minister said that the move was dangerous.", "the move was dangerous", "assessment"),
        ("The minister said that the ship sank.", "the ship sank", "fact"),
        # "we" within a speaker's words is not the writer's voice
        ("The minister said that we sank the ship.", "we sank the ship", "fact"),
    ],
)
def test_words_of_a_speaker(text: str, part: str, kind: str) -> None:
    doc = parser()(text)
    start = text.index(part)
    span = doc.char_span(start, start + len(part))
    assert span is not None
    assert judge_sentence(span, table()).kind == kind


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["not", "will", "if", "the", "attack", '"', "?", "deny", "no", "to", "be"])
        | st.text(max_size=5)
    )
)
def test_any_text_is_judged(words: list[str]) -> None:
    doc = parser()(" ".join(words))
    for token in doc:
        assert judge(token, table()).why
    for sent in doc.sents:
        assert judge_sentence(sent, table()).why
