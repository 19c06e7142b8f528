"""The benchmarks score what the command prints: the objects are the same, and the adapters lose nothing."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from benchmarks.reading import attributions_of, places_of, quantities_of, read_texts, times_of
from typer.testing import CliRunner

from crosswire.cli import cli

PUBLISHED = datetime(2026, 5, 20, 3, tzinfo=UTC)
TEXTS = [
    (
        "launch",
        "SEOUL — North Korea fired two missiles on Wednesday, South Korea’s military said.\n\n“We condemn it,” the "
        "minister, Lee Jae-min, said, “and we will answer.” They flew about 350 km off Wonsan for three days.",
        PUBLISHED,
    ),
    ("foreign", "Der Minister hat am Montag in Berlin gesagt, dass die Regierung das Gesetz nicht ändern wird.", None),
    ("no words", " \n", None),
    ("quake", "  An earthquake of magnitude 5.4 struck near Izmir on Monday, killing at least 12 people.", None),
]


@pytest.fixture(scope="module")
def printed() -> list[dict[str, Any]]:
    """What the library gives for the texts."""
    return list(read_texts(TEXTS))


def test_gives_what_the_command_prints(printed: list[dict[str, Any]], tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    records = [{"text": text, "published": p.isoformat() if p else None} for _, text, p in TEXTS]
    path.write_text("\n".join(json.dumps(r) for r in records), encoding="utf-8")
    result = CliRunner().invoke(cli, ["read", str(path), "--format", "jsonl"], catch_exceptions=False)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    ours = [p for p in printed if "error" not in p]
    assert [line["report"].pop("path").rsplit(":")[-1] for line in lines] == ["1", "4"]
    for line, own in zip(lines, ours, strict=True):
        own = json.loads(json.dumps(own))
        del own["report"]["path"]
        line["report"]["warnings"] = own["report"]["warnings"] = []  # they name the file
        assert line == own


def test_one_object_a_text_in_order_with_its_own_offsets(printed: list[dict[str, Any]]) -> None:
    assert [p["report"] and p["report"]["text"] for p in printed] == [TEXTS[0][1], None, None, TEXTS[3][1]]
    assert "German" in printed[1]["error"]
    assert "no text" in printed[2]["error"]
    for (_, text, _), one in zip(TEXTS, printed, strict=True):
        for span in [c["span"] for c in one["claims"]] + [v["span"] for v in one["values"]]:
            assert text[span["start"] : span["end"]] == span["exact"]


def test_a_byte_order_mark_would_shift_the_offsets() -> None:
    with pytest.raises(ValueError, match="marked"):
        next(read_texts([("marked", "\ufeffA man was killed.", None)]))


def test_attributions_with_split_content(printed: list[dict[str, Any]]) -> None:
    text = TEXTS[0][1]
    split = next(a for a in attributions_of(printed[0]) if len(a.content) == 2)
    assert [text[start:end].strip("“”,. ") for start, end in split.content] == ["We condemn it", "and we will answer"]
    assert split.cue is not None
    assert text[slice(*split.cue)] == "said"
    assert split.source is not None
    assert "Lee" in text[slice(*split.source)]


def test_nested_attributions_can_be_left_out() -> None:
    span = {"start": 10, "end": 60}
    inner = {"start": 20, "end": 30}
    claim: dict[str, Any] = {"attribute": None, "words": None, "mode": "paraphrased", "parts": []}
    speakers = [{"span": None, "members": []}, {"span": {"start": 0, "end": 4}, "members": []}]
    outer = {**claim, "span": span, "cue": {"start": 5, "end": 9}, "speakers": speakers}
    held = {**claim, "span": inner, "cue": {"start": 31, "end": 35}, "speakers": speakers}
    own = {**outer, "mode": "narrated"}
    both = {"claims": [outer, held, own, {**outer, "attribute": "who"}, {**outer, "words": inner}]}
    assert len(attributions_of(both)) == 2
    assert [a.cue for a in attributions_of(both, nested=False)] == [(5, 9)]


def test_values_come_back_as_they_were(printed: list[dict[str, Any]]) -> None:
    counts = [(r.value.low, r.value.unit) for r in quantities_of(printed[0])]  # type: ignore[union-attr]
    assert (350.0, "km") in counts
    assert (3.0, "d") not in counts
    lengths = [(r.value.low, r.value.unit) for r in quantities_of(printed[0], lengths=True)]  # type: ignore[union-attr]
    assert (3.0, "d") in lengths
    days = [r.value.start for r in times_of(printed[0]) if r.span.exact.endswith("Wednesday")]  # type: ignore[union-attr]
    assert [d and d.date().isoformat() for d in days] == ["2026-05-20"]
    assert "Wonsan" in [r.span.exact for r in places_of(printed[0])]
