"""Where the parts are put together: what the command line (and any other front) asks for, in one place.

The steps are imported when they are first needed: the parser alone takes half a second to import, and `--help` and a
mistyped option must not wait for it.
"""

from __future__ import annotations

from crosswire import __version__
from crosswire.app.brief import brief, read
from crosswire.app.check import CheckFormat, check, render_check
from crosswire.app.exporting import exported, save_bytes
from crosswire.app.exports.kinds import EXPORT_MEDIA, EXPORT_MOST, EXPORT_SUFFIX, ExportFormat
from crosswire.app.ical import calendar
from crosswire.app.keys import Key, Keyring, Scope, add_key, keys_file, known_key, list_keys, revoke_key
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
from crosswire.app.link import Asked, Linked, judge, link
from crosswire.app.link import as_json as links_as_json
from crosswire.app.link import as_text as links_as_text
from crosswire.app.link import explain as explain_link
from crosswire.app.listing import as_plain, list_events, list_hits
from crosswire.app.origins import Drawing, draw_origins
from crosswire.app.render import Format, Page, pieces, render, render_reading, save
from crosswire.app.serving import Serving
from crosswire.app.steps import Progress
from crosswire.app.watch import Watching, feed_health, watch, watch_async
from crosswire.errors import CrosswireError, NothingToReadError, StoreError, UnknownIdError, UnreadableInputError
from crosswire.model import (
    Brief,
    Change,
    Claim,
    ClaimCheck,
    Fact,
    Feed,
    FeedState,
    Fetched,
    Filed,
    Given,
    Hit,
    Judgement,
    Listing,
    Look,
    Near,
    Reading,
    Report,
    Sameness,
    Selection,
    Voice,
)

__all__ = [
    "EXPORT_MEDIA",
    "EXPORT_MOST",
    "EXPORT_SUFFIX",
    "Asked",
    "Brief",
    "Change",
    "CheckFormat",
    "Claim",
    "ClaimCheck",
    "CrosswireError",
    "Drawing",
    "EventView",
    "Events",
    "ExportFormat",
    "Fact",
    "Feed",
    "FeedState",
    "Fetched",
    "Filed",
    "Format",
    "Found",
    "Given",
    "Hit",
    "Ingested",
    "Judgement",
    "Key",
    "Keyring",
    "Knowledge",
    "Linked",
    "Listing",
    "Look",
    "Near",
    "NothingToReadError",
    "Page",
    "Progress",
    "Reading",
    "Report",
    "ReportView",
    "Reports",
    "Said",
    "Sameness",
    "Scope",
    "Selection",
    "Serving",
    "StoreError",
    "UnknownIdError",
    "UnreadableInputError",
    "Voice",
    "VoiceView",
    "Voices",
    "Watching",
    "__version__",
    "add_key",
    "as_plain",
    "brief",
    "calendar",
    "check",
    "draw_origins",
    "explain_link",
    "exported",
    "feed_health",
    "judge",
    "keys_file",
    "known_key",
    "link",
    "links_as_json",
    "links_as_text",
    "list_events",
    "list_hits",
    "list_keys",
    "opened",
    "pieces",
    "read",
    "render",
    "render_check",
    "render_reading",
    "revoke_key",
    "save",
    "save_bytes",
    "watch",
    "watch_async",
]
