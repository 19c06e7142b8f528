"""Claims -> origins: who rests on whom (docs/origins.md). `tracing` leads; the others are its questions.

Where one claim comes from is a `Trace` (`trace`); which two of them are independent is decided in `voices` alone.
"""

from crosswire.facts.origins.collect import collect, origin_id
from crosswire.facts.origins.origin import Trace
from crosswire.facts.origins.tracing import RULES, Ties, trace
from crosswire.facts.origins.voices import independent

__all__ = ["RULES", "Ties", "Trace", "collect", "independent", "origin_id", "trace"]
