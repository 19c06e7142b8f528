"""Draw the picture of README.md: what `crosswire brief examples/earthquake` prints on a terminal, as one SVG file.

    python docs/pictures/draw.py            # writes docs/pictures/brief.svg

Left out of the picture: everything after its first LINES lines. The file names no font that would have to be fetched.
"""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console
from rich.text import Text

from crosswire import app

HERE = Path(__file__).resolve().parent
EXAMPLE = "examples/earthquake"
WIDTH, LINES = 92, 36
PAGE = """\
<svg class="{unique_id}" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
<title>What crosswire brief prints on a terminal</title>
<style>
.{unique_id}-matrix {{ font: {char_height}px/{line_height}px Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-variant-east-asian: full-width; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
<rect fill="#1c1f24" x="0" y="0" width="{width}" height="{height}" rx="8"/>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def printed(example: str) -> str:
    """The brief of an example as a terminal of WIDTH columns shows it, colour codes and all."""
    brief = app.brief([example], app.Given(), io.BytesIO(), None, lambda done, total: None)
    return app.render(brief, "text", app.Page(width=WIDTH, colour=True))


def draw(coloured: str, command: str) -> str:
    """A picture of a terminal with a command and the first lines that it printed."""
    console = Console(file=io.StringIO(), record=True, width=WIDTH, force_terminal=True, color_system="standard")
    lines = ["$ " + command, "", *coloured.splitlines()[:LINES], "..."]
    console.print(Text.from_ansi("\n".join(lines)))
    return console.export_svg(title="", code_format=PAGE, unique_id="brief")


def main() -> None:
    """Draw the picture from the repository's own example."""
    svg = draw(printed(EXAMPLE), f"crosswire brief {EXAMPLE}")
    (HERE / "brief.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
