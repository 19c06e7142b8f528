"""The speech links of MEANTIME on a small file of its form."""

from __future__ import annotations

from pathlib import Path

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
