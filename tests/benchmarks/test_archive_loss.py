"""What the first look loses is counted: also where it does lose something."""

from __future__ import annotations

from benchmarks.archive_loss import _page, lost

from crosswire.pipeline import load_pipeline

QUAKE = "A magnitude 6.1 earthquake shook Palu on Wednesday and killed 12 people, the mayor said."
FILL = "The orchestra of the town played to a full hall and the choir sang in the old church until the evening. " * 4
DEEP = "<div>" * 1_001 + "<i>a</i>" * 2_000 + "</div>" * 1_001  # which deep reading, no worse for it, would have read


def test_losses_are_counted() -> None:
    pages = {"quake": _page("Earthquake in Palu", f"{QUAKE}\n{FILL}"), "none": _page("Music", FILL)}
    told = lost(pages, load_pipeline())
    assert (told["n"], told["used_for_any"], told["lost_for_any"], told["loss"]) == (2, 1, 0, 0.0)
    deep = lost({"deep": pages["quake"].replace("</article>", f"</article>{DEEP}")}, load_pipeline())
    assert deep["used_for_any"] == deep["lost_for_any"] == 1, "the look takes elements nested so deep for an attack"
    assert deep["loss"] == 1.0
