"""The speech links and chains of MEANTIME on small files of its form."""

from __future__ import annotations

from pathlib import Path

from benchmarks.meantime_chains import chains, read
from benchmarks.meantime_links import Link, load, speakers

XML = """<?xml version="1.0" ?><Document doc_id="1">
<token sentence="0" t_id="1">Strike</token><token sentence="1" t_id="2">May</token>
<token sentence="2" t_id="3">Officials</token><token sentence="2" t_id="4">said</token>
<token sentence="2" t_id="5">the</token><token sentence="2" t_id="6">road</token>
<token sentence="2" t_id="7">was</token><token sentence="2" t_id="8">closed</token>
<EVENT_MENTION m_id="1"><token_anchor t_id="4"/></EVENT_MENTION>
<ENTITY_MENTION m_id="2"><token_anchor t_id="3"/></ENTITY_MENTION>
<EVENT class="SPEECH_COGNITIVE" m_id="3"/>
<REFERS_TO><source m_id="1"/><target m_id="3"/></REFERS_TO>
<HAS_PARTICIPANT sem_role="Arg0"><source m_id="1"/><target m_id="2"/></HAS_PARTICIPANT>
<HAS_PARTICIPANT sem_role="Arg1"><source m_id="1"/><target m_id="2"/></HAS_PARTICIPANT>
</Document>"""


def test_links_are_read_and_scored(tmp_path: Path) -> None:
    file = tmp_path / "1.xml"
    file.write_text(XML, encoding="utf-8")
    text, links = load(file)
    assert links == [Link((text.index("said"), text.index("said") + 4), (text.index("Officials"), text.index(" said")))]
    assert speakers([file]) == {"n": 1, "found": 1.0, "right_of_found": 1.0, "right": 1.0}


CHAINED = """<?xml version="1.0" ?><Document doc_id="{0}">
<token sentence="0" t_id="1">Quake</token><token sentence="0" t_id="2">hits</token>
<token sentence="0" t_id="3">Lima</token><token sentence="1" t_id="4">The</token>
<token sentence="1" t_id="5">quake</token><token sentence="1" t_id="6">{1}</token>
<EVENT_MENTION m_id="1"><token_anchor t_id="1"/></EVENT_MENTION>
<EVENT_MENTION m_id="2"><token_anchor t_id="5"/></EVENT_MENTION>
<EVENT_MENTION m_id="3"><token_anchor t_id="6"/></EVENT_MENTION>
<EVENT_MENTION m_id="4"><token_anchor t_id="2"/></EVENT_MENTION>
<EVENT m_id="8" instance_id="OTH1"/><EVENT m_id="9"/>
<REFERS_TO><source m_id="1"/><source m_id="2"/><target m_id="8"/></REFERS_TO>
<REFERS_TO><source m_id="3"/><target m_id="9"/></REFERS_TO>
</Document>"""


def test_chains_go_across_texts_where_they_name_an_instance(tmp_path: Path) -> None:
    files = [tmp_path / "a.xml", tmp_path / "b.xml"]
    for file, word in zip(files, ("killed", "stopped"), strict=True):
        file.write_text(CHAINED.format(file.stem, word), encoding="utf-8")
    sentences, records = read(files[0])
    assert sentences == {0: ["Quake", "hits", "Lima"], 1: ["The", "quake", "killed"]}
    assert [(r["tokens_str"], r["coref_chain"]) for r in records] == [
        ("Quake", "OTH1"),
        ("quake", "OTH1"),
        ("killed", "a 9"),  # the text's own; what refers to nothing is left out
    ]
    found = chains(files)
    assert (found["n"], found["chains"], found["across"]) == (6, 3, 1)
    assert found["ours"] == found["same_stem_in_corpus"]  # the quake is one, and nothing else
    assert found["alone"] != found["ours"]
