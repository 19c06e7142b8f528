"""What the first look loses is counted: also where it does lose something."""

from __future__ import annotations

from benchmarks.archive_loss import _page, lost

from crosswire.pipeline import load_pipeline

QUAKE = "A magnitude 6.1 earthquake shook Palu on Wednesday and killed 12 people, the mayor said."
FILL = "Shops in the town stayed shut and the schools will be closed until the end of the week. " * 4
SHORT = "A magnitude 6.1 earthquake shook Palu on Wednesday and killed 12 people, the mayor of the town said there."


def test_losses_are_counted() -> None:
    pages = {"quake": _page("Earthquake in Palu", f"{QUAKE}\n{FILL}"), "none": _page("Shops", FILL)}
    told = lost(pages, load_pipeline())
    assert (told["n"], told["used_for_any"], told["lost_for_any"], told["loss"]) == (2, 1, 0, 0.0)
    short = lost({"short": _page("Quake", SHORT)}, load_pipeline())
    assert short["used_for_any"] == short["lost_for_any"] == 1, "the look takes pages under 200 characters for empty"
    assert short["loss"] == 1.0
