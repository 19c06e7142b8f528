"""The nouns of Crosswire: frozen values with content-hash ids. Imports nothing of ours.

Recorded (append-only): `Fetched`, `Report`, `Claim`, `Mention`. Derived (rebuildable): `Event`, `Origin`, `Fact`,
`Brief`.
Offsets are character offsets into `Report.text`; intervals are half-open, [start, end). The words are those
of docs/words.md.
"""

from crosswire.model.claims import (
    Attribution,
    Claim,
    ClaimKind,
    Mention,
    Modality,
    Mode,
    Reading,
    Speaker,
    SpeakerKind,
    Stance,
)
from crosswire.model.frames import (
    Attribute,
    Frame,
    Trigger,
    ValueType,
)
from crosswire.model.ids import (
    stable_id,
)
from crosswire.model.knowledge import (
    Ahead,
    Brief,
    Candidate,
    Check,
    Event,
    Fact,
    Origin,
    OriginKind,
    Reprint,
    Role,
    StandingName,
    Statement,
    Verdict,
)
from crosswire.model.reports import (
    Block,
    BlockKind,
    DateBasis,
    Fetched,
    Given,
    Outlet,
    Report,
    Span,
)
from crosswire.model.values import (
    Bound,
    Granularity,
    Party,
    Place,
    Quantity,
    Recognised,
    Text,
    Time,
    Value,
)

__all__ = [
    "Ahead",
    "Attribute",
    "Attribution",
    "Block",
    "BlockKind",
    "Bound",
    "Brief",
    "Candidate",
    "Check",
    "Claim",
    "ClaimKind",
    "DateBasis",
    "Event",
    "Fact",
    "Fetched",
    "Frame",
    "Given",
    "Granularity",
    "Mention",
    "Modality",
    "Mode",
    "Origin",
    "OriginKind",
    "Outlet",
    "Party",
    "Place",
    "Quantity",
    "Reading",
    "Recognised",
    "Report",
    "Reprint",
    "Role",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "StandingName",
    "Statement",
    "Text",
    "Time",
    "Trigger",
    "Value",
    "ValueType",
    "Verdict",
    "stable_id",
]
