"""Where the parts are put together: what the command line (and any other front) asks for, in one place.

The steps are imported when they are first needed: the parser alone takes half a second to import, and `--help` and a
mistyped option must not wait for it.
"""

from __future__ import annotations

from crosswire import __version__
from crosswire.app.brief import brief, read
from crosswire.app.knowledge import (
    Events,
    EventView,
    Found,
    Ingested,
    Knowledge,
    Reports,
    ReportView,
    Said,
    Voices,
    VoiceView,
    opened,
)
from crosswire.app.listing import as_plain, list_events, list_hits
from crosswire.app.render import Format, Page, render, render_reading, save
from crosswire.app.steps import Progress
from crosswire.app.watch import Watching, feed_health, watch, watch_async
from crosswire.errors import CrosswireError, NothingToReadError, StoreError, UnknownIdError, UnreadableInputError
from crosswire.model import Brief, Feed, FeedState, Given, Listing, Look, Near, Reading, Selection

__all__ = [
    "Brief",
    "CrosswireError",
    "EventView",
    "Events",
    "Feed",
    "FeedState",
    "Format",
    "Found",
    "Given",
    "Ingested",
    "Knowledge",
    "Listing",
    "Look",
    "Near",
    "NothingToReadError",
    "Page",
    "Progress",
    "Reading",
    "ReportView",
    "Reports",
    "Said",
    "Selection",
    "StoreError",
    "UnknownIdError",
    "UnreadableInputError",
    "VoiceView",
    "Voices",
    "Watching",
    "__version__",
    "as_plain",
    "brief",
    "feed_health",
    "list_events",
    "list_hits",
    "opened",
    "read",
    "render",
    "render_reading",
    "save",
    "watch",
    "watch_async",
]
