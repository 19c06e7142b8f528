"""Where the parts are put together: what the command line (and any other front) asks for, in one place.

The steps are imported when they are first needed: the parser alone takes half a second to import, and `--help` and a
mistyped option must not wait for it.
"""

from __future__ import annotations

from crosswire import __version__
from crosswire.app.brief import brief, read
from crosswire.app.render import Format, Page, render, render_reading, save
from crosswire.app.steps import Progress
from crosswire.errors import CrosswireError, NothingToReadError, UnreadableInputError
from crosswire.model import Brief, Given, Reading

__all__ = [
    "Brief",
    "CrosswireError",
    "Format",
    "Given",
    "NothingToReadError",
    "Page",
    "Progress",
    "Reading",
    "UnreadableInputError",
    "__version__",
    "brief",
    "read",
    "render",
    "render_reading",
    "save",
]
