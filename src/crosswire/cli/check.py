"""`crosswire check`: one sentence put to the reports."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from crosswire import app
from crosswire.cli.options import Frames, Paths, Published, given
from crosswire.cli.output import emit, fail, page, progress, warn
from crosswire.cli.root import cli

CODES = {"corroborated": 0, "reported": 3, "disputed": 4, "contradicted": 5, "not_found": 6}
LONGEST = 2000  # characters: a claim is a sentence or a few


@cli.command()
def check(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A sentence, or a few, in quotation marks.")],
    paths: Paths,
    form: Annotated[app.CheckFormat, typer.Option("--format", help="How to tell it.")] = "text",
    published: Published = None,
    frames: Frames = None,
) -> None:
    """Put a sentence to the reports: is it confirmed, told, disputed, contradicted, or not found?

    \b
    Exit codes: 0 corroborated, 3 reported, 4 disputed, 5 contradicted, 6 not found;
    1 nothing could be read, 2 wrong usage. Of several sentences the weakest counts.

    \b
    Examples:
      crosswire check "North Korea fired a missile on May 20, 2026." examples/launch
      crosswire check "The missile flew 900 km." examples/launch --format json
      cat a.txt | crosswire check "The port was closed on Monday." - --published 2026-01-28
    """
    words = " ".join(claim.split())
    if not any(c.isalpha() for c in words):
        raise typer.BadParameter("there is no sentence to check; give one in quotation marks", param_hint="CLAIM")
    if len(words) > LONGEST:
        raise typer.BadParameter(f"longer than {LONGEST} characters; check a sentence at a time", param_hint="CLAIM")
    try:
        with progress() as show:
            made = app.check(words, (paths, given(None, published), sys.stdin.buffer), frames, show)
    except app.CrosswireError as error:
        fail(error, 1)
    else:
        emit(app.render_check(made, form, page(None, False)))
        warn(made.brief.warnings)
        raise typer.Exit(CODES[made.verdict])
